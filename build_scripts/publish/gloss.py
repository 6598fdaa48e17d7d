"""A word-by-word gloss in place of English that is not there yet: marked as what it is, found by no search.

Words stand in small columns, the character word above, its pinyin and one sense below; without a style sheet
they are read in that order. A person's or a machine's English takes its place at once.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.annotate.gloss import Gloss
from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, ZH, Node, append, element, pair

_OPENING = frozenset("“‘（《〈【〔「『([")
_PINYIN = "zh-Latn-pinyin"


def render_gloss(text: str, context: Context) -> Element | None:
    """The gloss of a text as one paragraph; nothing where there is no dictionary, or nothing to gloss."""
    words = context.gloss(text) if context.gloss else ()
    if not any(word.sense for word in words):
        return None
    columns: list[Element] = []
    opening = ""
    for word in words:
        if word.text in _OPENING:
            opening += word.text
        elif columns and not opening and not _is_word(word):
            append(columns[-1][0], [word.text])
        else:
            columns.append(_column(word, opening))
            opening = ""
    if opening:
        append(columns[-1][0], [opening])
    nodes: list[Node] = [node for column in columns for node in (column, " ")]
    # <p> holds no other <p>: Material's indexer passes over it as a whole.
    return element("p", *nodes, cls="dz-gloss", attrs=NO_SEARCH)


def gloss_note() -> Element:
    """What a gloss is called, so that nobody takes it for a translation."""
    label = pair("逐词释义，不是译文", "Word-by-word gloss, not a translation")
    return element("em", *label, cls="dz-missing", attrs=NO_SEARCH)


def _is_word(word: Gloss) -> bool:
    return bool(word.pinyin or word.sense) or any(char.isalnum() for char in word.text)


def _column(word: Gloss, opening: str) -> Element:
    nodes: list[Node] = [element("b", opening + word.text, lang=ZH)]
    if word.pinyin:
        nodes += [" ", element("i", word.pinyin, lang=_PINYIN)]
    if word.sense:
        nodes += [" ", element("small", word.sense)]
    return element("span", *nodes)
