"""The index of the glossary: all terms in the order of their pinyin, in pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, element, pair, spread, toc_label
from build_scripts.publish.list_pages import page_titles
from build_scripts.publish.lists import term_link
from build_scripts.publish.page_links import page_links
from build_scripts.publish.paging import GLOSSARY_INDEX, TERMS, page_path
from build_scripts.publish.site import Term

_SHORT = 40
"""So many terms are seen at a glance, without links to their letters."""

_LABELS = (("词", "Term"), ("拼音", "Pinyin"), ("英译", "English"), ("段落", "Paragraphs"))


def render_glossary_index(context: Context, number: int = 1) -> list[Element]:
    """The letters, and the table of the terms of one page: Chinese, pinyin, English, number of mentions."""
    listed = context.site.terms_on(number)
    if not listed.total:
        return []
    letters = context.site.letters()
    parts = [_title(number)] if number > 1 else []
    if listed.total > _SHORT and len(letters) > 1:
        parts.append(_letter_links(letters, context))
    starts = {term: letter for letter, _, term in letters}
    head = element("tr", *(element("th", *pair(*label), attrs={"scope": "col"}) for label in _LABELS))
    body = spread(element("tbody", *_rows(listed.items, starts, context)))
    # The entries themselves are in the index; the table would answer every search a second time.
    parts.append(element("table", element("thead", head), body, cls="dz-index", attrs=NO_SEARCH))
    return [*parts, *page_links(GLOSSARY_INDEX, number, listed.total, TERMS, context)]


def _title(number: int) -> Element:
    titles = page_titles(("词汇", "Glossary"), number)
    heading = element("h1", *pair(*titles), cls="dz-heading", attrs={"id": "list"})
    heading.set("data-toc-label", toc_label(*titles))
    return heading


def _rows(terms: Iterable[Term], starts: dict[str, str], context: Context) -> list[Element]:
    return [
        element(
            "tr",
            element("td", term_link(term, context) if term.path or term.page else term.zh, lang="zh-Hans"),
            element("td", term.pinyin, cls="dz-pinyin", lang="zh-Latn-pinyin"),
            element("td", term.en, lang="en"),
            element("td", f"{term.paragraphs:,}", cls="dz-number"),
            attrs={"id": f"letter-{starts[term.id]}" if term.id in starts else ""},
        )
        for term in terms
    ]


def _letter_links(letters: Sequence[tuple[str, int, str]], context: Context) -> Element:
    items = []
    for letter, page, _ in letters:
        href = context.links.to(page_path(GLOSSARY_INDEX, page), f"letter-{letter}")
        label = "#" if letter == "0" else letter.upper()
        items.append(element("li", element("a", label, attrs={"href": href})))
    attrs = {"aria-label": "按拼音首字母 By first letter", **NO_SEARCH}
    return spread(element("nav", spread(element("ul", *items)), cls="dz-letters", attrs=attrs))
