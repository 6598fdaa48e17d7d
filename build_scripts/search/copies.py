"""Small copies of a page for the indexer: Chinese as tokens, English as it is, pinyin as syllables.

Everything is escaped: a copy is HTML, and a text of a report is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from build_scripts.search.pages import Block, SearchPage
from build_scripts.search.syllables import MUTE, initial_tokens, syllable_tokens
from build_scripts.search.tokens import END, END_MACHINE, spelled

FRAGMENT = re.compile('data-fragment="[^"]*"')
_FRAGMENT = '<i data-pagefind-meta="fragment[data-fragment]" data-fragment=""></i>'

TITLE_WEIGHT = 5
"""How much more a word of the title counts than one of the text (Pagefind takes 0 to 10)."""

Filters = Mapping[str, Sequence[str]]
"""What results can be narrowed to: the name of a filter to the values that a page has."""


def chinese_copy(page: SearchPage, filters: Filters) -> str:
    """The copy for the Chinese index; empty where the page has no Chinese."""
    texts = ((block, spelled(block.zh)) for block in page.blocks)
    return _copy(page, filters, ((block, [*tokens, END]) for block, tokens in texts if tokens))


def english_copy(page: SearchPage, filters: Filters) -> str:
    """The copy for the English index; empty where the page has no English."""
    texts = ((block, END_MACHINE if block.machine else END) for block in page.blocks if block.en)
    return _copy(page, filters, ((block, [block.en, end]) for block, end in texts))


def pinyin_copy(page: SearchPage, filters: Filters) -> str:
    """The copy for the pinyin index; empty where the page has no pinyin.

    It holds a place for the name of the page's fragment in the Chinese index (:data:`FRAGMENT`), where the
    browser finds the characters of what was spelled; that name is not known before that index is made.
    """
    if not any(syllable not in {"", MUTE} for block in page.blocks for syllable in block.syllables):
        return ""
    # A block for each of the Chinese copy, in the same order, and a token for each of its characters.
    texts = [
        (block, [*syllable_tokens(block.syllables), END, *initial_tokens(block.syllables), END])
        for block in page.blocks
        if block.zh.strip()
    ]
    return _copy(page, filters, texts, _FRAGMENT)


def _copy(
    page: SearchPage,
    filters: Filters,
    texts: Iterable[tuple[Block, Sequence[str]]],
    more: str = "",
) -> str:
    lines = []
    for number, (block, tokens) in enumerate(texts):
        anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
        weight = f' data-pagefind-weight="{TITLE_WEIGHT}"' if not number else ""
        lines.append(f"<p{anchor}{weight}>{escape(' '.join(tokens))}</p>")
    if not lines:
        return ""
    facts = {"zh": page.title, "en": page.title_en}
    shown = "".join(
        f'<i data-pagefind-meta="{name}[data-it]" data-it="{escape(value)}"></i>'
        for name, value in facts.items()
        if value
    )
    # A filter for each value: those of one filter Pagefind writes in another order in each run.
    sorted_in = "".join(
        f'<i data-pagefind-filter="{escape(name)}-{escape(value)}:1"></i>'
        for name, values in sorted(filters.items())
        for value in values
    )
    body = "\n".join([*lines, shown + sorted_in + more])
    return f"<!doctype html>\n<html>\n<body data-pagefind-body>\n{body}\n</body>\n</html>\n"
