"""What the tests of the pages share: articles from lines, texts that are nearly pages."""

from __future__ import annotations

from hypothesis import strategies as st

from build_scripts.model import Article, Piece, Role

NEAR_MARKERS = (
    "<!-- zh 9f2c1a7e paragraph -->",
    "<!-- zh 9f2c1a7e-2 heading level-2 gap-before -->",
    "<!-- zh 9f2c1a7e -->",
    "<!-- zh -->",
    "<!-- zh 9F2C1A7E paragraph -->",
    "<!-- zh 9f2c1a7e paragraph",
    " <!-- zh 9f2c1a7e paragraph -->",
    "    <!-- zh 9f2c1a7e paragraph -->",
    "<!-- <!-- zh 9f2c1a7e paragraph --> -->",
    "<!-- was 66667777 -->",
    "<!-- was -->",
    "<!-- en todo -->",
    "<!-- en machine -->",
    "<!-- en machine 1a2b3c4d -->",
    "<!-- en machin -->",
    "<!--en human-->",
    "<!-- en human --> and more",
    "<!-- en stale 8888aaaa human -->",
    "<!-- en orphan -->",
    "<!-- ok T021 on purpose -->",
    "<!-- ok T021 -->",
    "<!-- ok -->",
    "<!-- suggested 1a2b3c4d from x 9f2c1a7e, the same Chinese",
    "-->",
    "<!-- report x -->",
    "<!-- report -->",
    "<!-- related x -->",
    "<!-- orphans -->",
    "> 中文",
    ">",
    "> English inside the quotation",
    "English",
    "---",
    "...",
    "id: x",
    "title_en: [",
    "```",
    "~~~~ text",
    "`````",
    "    indented",
    "<<<<<<< HEAD",
    "=======",
    ">>>>>>> branch",
    "\ufeff",
    "\x00",
    "",
)
LINE_ENDS = ("\n", "\n\n", "\r\n", "\r", "\x0c", " \n", "\u2028", "")

near_pages = st.lists(st.tuples(st.sampled_from(NEAR_MARKERS), st.sampled_from(LINE_ENDS)), max_size=30).map(
    lambda parts: "".join(line + end for line, end in parts)
)
"""Texts made of what pages are made of, whole and broken."""


def article(
    *paragraphs: str, title: str = "云溪县的一年", subtitle: str = "", name: str = "yunxi"
) -> Article:
    """A report with these paragraphs; one that begins with ``## `` is a heading."""
    pieces = tuple(
        Piece(Role.HEADING, text[3:], ((0, 1),), ("level-2",))
        if text.startswith("## ")
        else Piece(Role.PARAGRAPH, text, ((0, 1),))
        for text in paragraphs
    )
    return Article(name, title, subtitle, (), None, None, pieces)
