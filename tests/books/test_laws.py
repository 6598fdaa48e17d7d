"""Whatever stands in a report or the glossary: books are well-formed, load nothing, and hold the text."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import Lexicon, Term
from build_scripts.books.chapter import read_chapter
from build_scripts.books.xhtml import Cleaner, written
from build_scripts.exchange.xml_text import legal
from build_scripts.publish.blocks import written_alone
from build_scripts.publish.context import Context
from build_scripts.publish.elements import element, literal, zh
from build_scripts.publish.site import Report, Site, Theme
from build_scripts.publish.site import Term as SiteTerm
from build_scripts.publish.units import NO_LINES, Around, Unit, render_units
from tests.books.checking import check_epub, text_of
from tests.books.test_books import shop
from tests.publish.conftest import FixedWord

pytest.importorskip("ebooklib")

TRICKY = [
    "<script>a(1)</script>", "]]>", "<![CDATA[", "<!--", "-->", "&amp;", "&#0;", "&#x1b;",
    "&#99999999999;", "&lt;", "<?xml?>", "{{ x }}", "{% x %}", "javascript:alert(1)",
    "[x](javascript:alert(1))", "**b**", "<ruby>", "<rt>", "</rt></ruby>", "<wbr />", "\ufdd0",
    "\ufdd1", "\ufdd2", "\ufdd3", "\ufffe", "\uffff", "\ud800", "\udfff", "\x00", "\x0b", "\x1f",
    "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff", "党", "村" * 300, "w" * 500, '"', "'",
    "&", "<", ">", "</section>", 'class="dz-note" ',
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(TRICKY), st.text(max_size=12)), max_size=6).map("".join)
lines = texts.map(lambda text: " ".join(text.split()))


def words(text: str) -> list[FixedWord]:
    """Each character a word; Chinese ones have a pinyin, 党 is a term."""
    return [
        FixedWord(char, "x<y>&" if char in "党村" else None, "t" if char == "党" else None) for char in text
    ]


def shown(text: str) -> str:
    """What a reader sees of ``text`` on the site, and in a book; the signs of pinyin are no text."""
    visible = legal(literal(text).replace("&amp;", "&"))
    return "".join("\ufffd" if "\ufdd0" <= char <= "\ufdef" else char for char in visible)


def normal(text: str) -> str:
    """Without white space, of which a document has its own."""
    return "".join(text.replace("\r", "").split())


def entry(rendering: str, explanation: str, english: str) -> Term:
    return Term("t", "党", (), None, rendering, (), (), "term", explanation, english, (), None, "g.md", 1)


def small(title: str, name: str, lexicon: Lexicon) -> Context:
    """A site of one report whose names all are ``title`` and ``name``."""
    report = Report("r", "reports/r.md", title or "r", name, authors=(name,), publisher=name, themes=("h",))
    theme = Theme("h", "themes/h.md", name, title, ("r",))
    term = SiteTerm("t", "党", name, title, "term", "g.md", "t-t")
    site = Site(reports={"r": report}, themes={"h": theme}, terms={"t": term})
    return Context(site=site, annotate=words, lexicon=lexicon)


@given(lines, lines, texts, texts)
def test_law_any_text_stands_in_a_well_formed_book(title: str, name: str, chinese: str, english: str) -> None:
    context = small(title, name, Lexicon.of([entry(name, chinese, english)]))
    roles = ("paragraph", "heading")
    units = [Unit(f"{number}", role, chinese, (), english) for number, role in enumerate(roles)]
    heading = element("h1", zh(title), cls="dz-heading", attrs={"id": "u-title"})
    blocks = [heading, *render_units(units, context, Around({}, NO_LINES))]
    work = shop(context, name=name or "x")
    data, _, _ = work.report(context.site.reports["r"], "\n".join(map(written_alone, blocks)))
    book = check_epub(data)
    text = normal(text_of(book.documents["reports/r.xhtml"]))
    assert normal(shown(title)) in text and text.count(normal(shown(chinese))) >= 2
    assert normal(legal(name)) in text
    if "党" in chinese:
        notes = normal(text_of(book.documents["notes.xhtml"]))
        assert normal(legal(name)) in notes


@given(texts)
def test_law_any_html_becomes_well_formed(source: str) -> None:
    """Even HTML that never comes out of the extension."""
    report = Report("r", "reports/r.md", "r")
    for html in (source, f'<div class="dz-unit" id="u-1"><div class="dz-zh"><p>{source}</p></div></div>'):
        chapter = read_chapter(report, [], html, lambda _: "", lambda _: "")
        ElementTree.fromstring(chapter.text)


@given(texts)
def test_law_cleaning_twice_is_cleaning_once(source: str) -> None:
    def cleaned(html: str) -> str:
        cleaner = Cleaner()
        body = cleaner.parse(html)
        cleaner.clean(body)
        return written([body])

    once = cleaned(f"<p>{source}</p>")
    twice = cleaned(once.removeprefix("<body>").removesuffix("</body>"))
    assert ElementTree.canonicalize(twice) == ElementTree.canonicalize(once)
