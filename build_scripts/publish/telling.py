"""What is telling of a theme: the words that set it off from the others, and its places."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, ZH, Node, element, en, pair, spread, toc_label
from build_scripts.publish.place_links import place_list
from build_scripts.publish.theme_data import ThemeData, WordTold


def render_telling(theme_id: str, context: Context) -> list[Element]:
    """Both lists with their headings; a list that would be empty is left out, as is all without data."""
    data = context.theme_data(theme_id)
    return [*_words(data.words, context), *_places(data, context)]


def _words(words: Sequence[WordTold], context: Context) -> list[Element]:
    if not words:
        return []
    note = pair(
        "与其他报告相比，这里用得特别多的词，最突出的在前；数字是出现的次数。",
        "Words used far more here than elsewhere, the most distinctive first, with how often they occur.",
    )
    items = [_word(word, context) for word in words]
    chips = spread(element("ul", *items, cls="dz-chips", attrs=NO_SEARCH))
    return [
        _heading("特色词语", "Most telling terms"),
        element("p", *note, cls="dz-note", attrs=NO_SEARCH),
        chips,
    ]


def _word(word: WordTold, context: Context) -> Element:
    """A term leads to its page and stands with its English; any other word leads to a search for it."""
    term = context.term(word.term)
    nodes: list[Node] = []
    if term is not None:
        title = " · ".join(part for part in (term.pinyin, term.en) if part)
        link = element("a", term.zh, cls="dz-term", lang=ZH, attrs={"title": title})
        link.set("href", context.term_address(term))
        nodes = [link, " ", en(term.en)] if term.en else [link]
    else:
        nodes = [element("a", word.zh, lang=ZH, attrs={"href": context.links.search(word.zh)})]
    return element("li", *nodes, " ", element("small", f"{word.count:,}", cls="dz-count"))


def _places(data: ThemeData, context: Context) -> list[Element]:
    if not data.places:
        return []
    note = pair("数字是提到该地的报告篇数。", "With the number of reports that name them.")
    chips = place_list(((place, place.reports) for place in data.places), context)
    return [_heading("地点", "Places"), element("p", *note, cls="dz-note", attrs=NO_SEARCH), chips]


def _heading(chinese: str, english: str) -> Element:
    heading = element("h2", *pair(chinese, english), cls="dz-heading", attrs=NO_SEARCH)
    heading.set("data-toc-label", toc_label(chinese, english))
    return heading
