"""The words of a report in the order of their pinyin: for learners. The search passes over the list.

Where a word stands first is found by a script when the list is opened (docs/assets/duizhao-vocabulary.js):
hundreds of addresses would be a tenth of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from build_scripts.annotate.vocabulary import learnt
from build_scripts.publish.context import Context
from build_scripts.publish.elements import ZH, Written, data_html, element, pair, toc_label
from build_scripts.publish.pinyin_keys import key
from build_scripts.publish.units import Unit

_HAN_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,12}")


def render_words(units: Sequence[Unit], vocabulary: list[Element], context: Context) -> list[Element]:
    """Heading, the vocabulary, and the list of all words of two characters and more."""
    if context.annotate is None:
        return []
    words = {(word.text, word.pinyin) for unit in units for word in context.annotate(unit.zh) if word.pinyin}
    found = {listed for text, pinyin in words if (listed := _listed(text, pinyin))}
    if not found:
        return []
    ordered = sorted(found, key=lambda item: (key(item[1]), item))
    heading = element("h2", *pair("本文词汇", "Vocabulary"), cls="dz-heading", attrs={"id": "words"})
    heading.set("data-toc-label", toc_label("本文词汇", "Vocabulary"))
    number = len(ordered)
    summary = element("summary", *pair(f"全部词语 {number} 个，按拼音排列", f"All {number} words by pinyin"))
    items = Written("".join([_item(text, pinyin) for text, pinyin in ordered]))
    return [heading, *vocabulary, element("details", summary, "\n", items, cls="dz-words", lang=ZH)]


@lru_cache(maxsize=32768)
def _listed(text: str, pinyin: str) -> tuple[str, str] | None:
    """How the list has a word; None for what is too short or no word."""
    spelled = learnt(text, pinyin)
    return spelled if _HAN_WORD.fullmatch(spelled[0]) else None


@lru_cache(maxsize=32768)
def _item(text: str, pinyin: str) -> str:
    """One word of hundreds, so that it is written at once; its language is that of the list."""
    return f"<p>{data_html(text)} <i>{data_html(pinyin)}</i></p>\n"
