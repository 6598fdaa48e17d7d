"""Tell Chinese and English apart on hand-written pages, for fonts, hyphenation and screen readers."""

from __future__ import annotations

import re
from itertools import zip_longest
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from build_scripts.publish.elements import EN, ZH, append, pair, toc_label

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# A run with the Chinese punctuation inside it, for which a voice makes its pauses.
_HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+(?:[、，。；：！？·…—]+[\u3400-\u4dbf\u4e00-\u9fff]+)*")
_LATIN = re.compile(r"[A-Za-z]")
_PUT_ASIDE = re.compile("\x02.*?\x03")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
UNTOUCHED = frozenset({"script", "style", "svg", "option", "textarea", "title"})
_TEXTS = _HEADINGS | {"p", "li", "td", "th", "dt", "dd"}


def language(text: str) -> str:
    """The language of ``text``: ``zh-Hans``, ``en``, or nothing where it has neither script.

    A character weighs like two letters: Chinese text that quotes an English name is still Chinese.

    >>> language("党建 Party building"), language("2021"), language("用拼音 pinyin 检索")
    ('en', '', 'zh-Hans')
    """
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if not han and not latin:
        return ""
    return ZH if han * 2 >= latin else EN


def mark_languages(root: Element) -> None:
    """Set ``lang`` on texts that have none; headings of the form “中文 · English” get a side for each."""
    for node in root.iter():
        if node.tag in _HEADINGS and _split_heading(node):
            continue
        if node.tag in _TEXTS and "lang" not in node.attrib:
            # What stands between STX and ETX is Python-Markdown's note on something put aside, not text.
            found = language(_PUT_ASIDE.sub("", "".join(node.itertext())))
            if found:
                node.set("lang", found)


def mark_chinese(node: Element, lang: str = "") -> None:
    """Put a ``span`` with its language around each Chinese run that stands in English, in all of a tree.

    A screen reader would try 一肩挑 with its English voice otherwise, or leave it out. Such a span has no
    class, by which the search knows it for a part of the English (:mod:`build_scripts.search.pages`).
    """
    lang = node.get("lang") or lang
    if lang.startswith("zh") or node.tag in UNTOUCHED:
        return
    for child in list(node):
        mark_chinese(child, lang)
    if lang != EN:
        return
    for child in reversed(list(node)):
        if child.tail and (parts := _parted(child.tail)):
            child.tail, spans = parts
            place = list(node).index(child) + 1
            node[place:place] = spans
    if node.text and (parts := _parted(node.text)):
        node.text, spans = parts
        node[0:0] = spans


def with_chinese_marked(html: str) -> str:
    """An English text as HTML, with a ``span`` around each Chinese run as :func:`mark_chinese` makes them.

    >>> with_chinese_marked("the 三会 meetings")
    'the <span lang=zh-Hans>三会</span> meetings'
    """
    return html if html.isascii() else _HAN_RUN.sub(rf"<span lang={ZH}>\g<0></span>", html)


def _parted(text: str) -> tuple[str, list[Element]] | None:
    """What stands before the first Chinese run, and each run with what follows it; None without one.

    The text is escaped already, and stays as it is.
    """
    found = list(_HAN_RUN.finditer(text))
    if not found:
        return None
    spans = []
    for run, after in zip_longest(found, found[1:]):
        span = Element("span", lang=ZH)
        span.text = AtomicString(run[0])
        span.tail = AtomicString(text[run.end() : after.start() if after else None])
        spans.append(span)
    return AtomicString(text[: found[0].start()]), spans


def _split_heading(node: Element) -> bool:
    """Make the two sides of a bilingual heading; tell whether it is one."""
    text = node.text or ""
    chinese, separator, english = text.partition(" · ")
    if len(node) or not separator or "\x02" in text or language(chinese) != ZH or language(english) != EN:
        return False
    node.text = None
    append(node, pair(chinese.strip(), english.strip()))
    node.set("class", "dz-heading")
    node.set("data-toc-label", toc_label(chinese.strip(), english.strip()))
    return True
