"""The words of a report in the order of their pinyin: for learners. The search passes over the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from build_scripts.annotate.vocabulary import learnt
from build_scripts.publish.context import Context
from build_scripts.publish.elements import ZH, element, literal, pair, spread, toc_label
from build_scripts.publish.pinyin_keys import key
from build_scripts.publish.units import Unit

_HAN_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,12}")


def render_words(units: Sequence[Unit], vocabulary: list[Element], context: Context) -> list[Element]:
    """Heading, the vocabulary, and the list of all words of two characters and more, each linked to the first
    place it stands."""
    if context.annotate is None:
        return []
    first: dict[tuple[str, str], str] = {}
    for unit in units:
        for word in context.annotate(unit.zh):
            spelled = learnt(word.text, word.pinyin or "")
            if word.pinyin and _HAN_WORD.fullmatch(spelled[0]):
                first.setdefault(spelled, unit.anchor)
    if not first:
        return []
    ordered = sorted(first.items(), key=lambda item: (key(item[0][1]), item[0]))
    heading = element("h2", *pair("本文词汇", "Vocabulary"), cls="dz-heading", attrs={"id": "words"})
    heading.set("data-toc-label", toc_label("本文词汇", "Vocabulary"))
    number = len(ordered)
    summary = element("summary", *pair(f"全部词语 {number} 个，按拼音排列", f"All {number} words by pinyin"))
    items = [_item(text, pinyin, anchor) for (text, pinyin), anchor in ordered]
    return [heading, *vocabulary, spread(element("details", summary, *items, cls="dz-words"))]


def _item(text: str, pinyin: str, anchor: str) -> Element:
    """One word of the three hundred on a page, so that it is made without the help of ``element``."""
    item = Element("p")
    link = SubElement(item, "a", href=f"#{anchor}")
    word = SubElement(link, "span", lang=ZH)
    word.text, word.tail = literal(text), " "
    SubElement(link, "i", lang="zh-Latn-pinyin").text = literal(pinyin)
    return item
