"""A word-by-word gloss in place of English that is not there yet: marked as what it is, found by no search.

Words stand in small columns, the character word above, its pinyin and one sense below; without a style sheet
they are read in that order. A person's or a machine's English takes its place at once.
"""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element

from build_scripts.annotate.gloss import Gloss
from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, ZH, Written, data_html, element, pair
from build_scripts.publish.languages import with_chinese_marked

_OPENING = frozenset("“‘（《〈【〔「『([")


def render_gloss(text: str, context: Context) -> Element | None:
    """The gloss of a text as one paragraph; nothing where there is no dictionary, or nothing to gloss.

    The paragraph is Chinese, as its words and their pinyin are, so that of hundreds each need not say so.
    """
    words = context.gloss(text) if context.gloss else ()
    if not any(word.sense for word in words):
        return None
    columns: list[tuple[str, str, str]] = []
    opening = ""
    for word in words:
        if word.text in _OPENING:
            opening += word.text
        elif columns and not opening and not _is_word(word):
            columns[-1] = _with(columns[-1], word.text)
        else:
            columns.append((opening + word.text, word.pinyin, word.sense))
            opening = ""
    if opening:
        columns[-1] = _with(columns[-1], opening)
    written = Written("".join([_column(*column) for column in columns]))
    # <p> holds no other <p>: Material's indexer passes over it as a whole.
    return element("p", written, cls="dz-gloss", lang=ZH, attrs=NO_SEARCH)


def gloss_note() -> Element:
    """What a gloss is called, so that nobody takes it for a translation."""
    label = pair("逐词释义，不是译文", "Word-by-word gloss, not a translation")
    return element("em", *label, cls="dz-missing", attrs=NO_SEARCH)


def _is_word(word: Gloss) -> bool:
    return bool(word.pinyin or word.sense) or any(char.isalnum() for char in word.text)


def _with(column: tuple[str, str, str], text: str) -> tuple[str, str, str]:
    return column[0] + text, *column[1:]


@lru_cache(maxsize=16384)
def _column(text: str, pinyin: str, sense: str) -> str:
    """A word, its pinyin and its sense, with the space that parts them from the next."""
    below = f" <i>{data_html(pinyin)}</i>" if pinyin else ""
    if sense:
        below += f" <small lang=en>{with_chinese_marked(data_html(sense))}</small>"
    return f"<span><b>{data_html(text)}</b>{below}</span> "
