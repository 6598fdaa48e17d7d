"""The texts of a built page by block and language, as a reader sees them; read from its HTML.

So the search knows nothing of who made the page, and finds what is on it: no more and no less. Left out are
what the page says of itself on every page alike (switches, menus, marks) and what is there for eyes only: an
element with ``data-search-exclude``, ``hidden`` or ``aria-hidden``, and buttons, navigation and scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.etree import HTMLParser, _Element, fromstring, strip_elements

from build_scripts.annotate.segment import has_han
from build_scripts.annotate.tables import word_set
from build_scripts.search.syllables import MUTE, divided
from build_scripts.search.trimmed import PINYIN, WORD, WORD_END, trimmed

_ASKS_NOT = re.compile(rb'<meta name="?robots"? content="?[^">]*noindex')
_OTHER = f"([^{WORD}{PINYIN}{WORD_END}]*)"
_MARKED = re.compile(f"{WORD}{_OTHER}{PINYIN}{_OTHER}{WORD_END}")
ROOT = "//article[contains(concat(' ', @class, ' '), ' md-content__inner ')]|//main"
_SILENT = word_set("script style template svg nav button select input form rp noscript dialog")
_SILENT_CLASSES = word_set(
    """
    headerlink dz-mark dz-more dz-at dz-anchor dz-gloss dz-missing dz-switch dz-files dz-key dz-label dz-words
    dz-state dz-doubts
    """
)
_BLOCKS = word_set(
    """
    p li h1 h2 h3 h4 h5 h6 td th dt dd div section article main blockquote pre figure figcaption details
    summary table tbody thead tr ul ol dl aside header footer hr
    """
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell …: its text in each language, and the anchor at or before it.

    ``syllables`` has an item for each character of ``zh``, see :func:`.syllables.syllable_tokens`.
    ``machine``: a machine wrote the English.
    """

    anchor: str
    zh: str
    en: str
    syllables: tuple[str, ...]
    machine: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page that can be found: its ``path`` from the root of the site, both titles, its blocks in order."""

    path: str
    title: str
    title_en: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Open:
    """A block while it is read."""

    anchor: str
    machine: bool = False
    zh: list[str] = field(default_factory=list)
    en: list[str] = field(default_factory=list)
    syllables: list[str] = field(default_factory=list)


def read_page(path: str, source: bytes) -> SearchPage | None:
    """The texts of a page, or None for one that asks not to be indexed or has no text.

    Args:
        path: its address from the root of the site, with forward slashes.
        source: the HTML as built, in UTF-8.
    """
    if not source.strip() or _ASKS_NOT.search(source):
        return None
    tree = _parsed(trimmed(source, _left_out))
    if any("noindex" in (meta.get("content") or "") for meta in tree.iterfind(".//meta[@name='robots']")):
        return None
    roots = tree.xpath(ROOT)
    if not roots:
        return None
    reader = _Reader()
    reader.read(roots[0], "", "")
    blocks = tuple(reader.finished())
    if not blocks:
        return None
    heading = next(roots[0].iter("h1"), None)
    title, title_en = _titles(heading) if heading is not None else ("", "")
    if not title and not title_en:
        title = "".join(_parsed(source).findtext(".//title") or "").strip()
    return SearchPage(path, title, title_en, blocks)


def _parsed(source: bytes) -> _Element:
    # Not lxml.html: it makes objects of its own of all elements, at twice the time.
    return fromstring(source, HTMLParser(encoding="utf-8"))


class _Reader:
    """Walks the tree in the order of the text."""

    def __init__(self) -> None:
        self._blocks: list[_Open] = [_Open("")]
        self._heading = ""

    def read(self, node: _Element, lang: str, anchor: str) -> None:
        lang = lang if _is_quoted(node, lang) else node.get("lang") or lang
        is_block = node.tag in _BLOCKS
        if own := node.get("id"):
            anchor = own
            self._heading = own if node.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else self._heading
        if is_block:
            self._blocks.append(_Open(anchor or self._heading))
        if node.tag == "ruby":
            self._ruby(node)
        else:
            self._text(node.text, lang)
            for child in node:
                self._child(child, lang, anchor)
        if is_block:
            self._blocks.append(_Open(anchor or self._heading))

    def _child(self, child: _Element, lang: str, anchor: str) -> None:
        if child.tag == "ruby" and child.keys() in ([], ["class"]):
            self._ruby(child)
        elif isinstance(child.tag, str) and (child.tag != "wbr" or child.text or len(child)):
            if "dz-mark--machine" in (child.get("class") or ""):
                self._blocks[-1].machine = True
            if not _is_silent(child):
                self.read(child, lang, anchor)
        self._text(child.tail, lang)

    def _ruby(self, node: _Element) -> None:
        """A word with its pinyin, of which each character gets its syllable."""
        word = "".join([node.text or "", *(child.tail or "" for child in node)])
        self._word(word, "".join(rt.text or "" for rt in node.iter("rt")))

    def _word(self, word: str, pinyin: str) -> None:
        block = self._blocks[-1]
        block.zh.append(word)
        block.syllables += _syllables(word, pinyin)

    def _text(self, text: str | None, lang: str) -> None:
        if not text:
            return
        if WORD in text and len(parts := _MARKED.split(text)) > 1:
            # What stands before a word, the word, its pinyin; what stands before the next …
            zh, syllables = self._blocks[-1].zh, self._blocks[-1].syllables
            for before, word, pinyin in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
                if before:
                    self._text(before, lang)
                zh.append(word)
                syllables += _syllables(word, pinyin)
            self._text(parts[-1], lang)
            return
        block = self._blocks[-1]
        chinese = lang.startswith("zh") if lang and not lang.startswith("zh-Latn") else has_han(text)
        if chinese:
            block.zh.append(text)
            block.syllables += [MUTE if has_han(character) else "" for character in text]
        elif not lang.startswith("zh-Latn"):
            block.en.append(text)

    def finished(self) -> Iterator[Block]:
        """The blocks that have a text."""
        for block in self._blocks:
            zh, english = "".join(block.zh), " ".join("".join(block.en).split())
            if zh.strip() or english:
                yield Block(block.anchor, zh, english, tuple(block.syllables), block.machine)


@lru_cache(maxsize=65536)
def _syllables(word: str, pinyin: str) -> tuple[str, ...]:
    """The syllable of each character of a word; empty for what is not Chinese."""
    spoken = [has_han(character) for character in word]
    found = iter(divided(pinyin, sum(spoken)) or [MUTE] * sum(spoken))
    return tuple(next(found) if is_han else "" for is_han in spoken)


def _is_quoted(node: _Element, lang: str) -> bool:
    """Whether it is a Chinese word within an English text, of which it is a part."""
    return lang == "en" and node.tag == "span" and set(node.keys()) == {"lang"}


def _is_silent(node: _Element) -> bool:
    holder = node.getparent().getparent() if node.tag == "b" and node.getparent() is not None else None
    if holder is not None and holder.get("class") == "dz-facts":
        return True  # the labels of the facts, on every page alike
    return _left_out(node.tag, node.attrib)


def _left_out(tag: str, attributes: Mapping[str, str]) -> bool:
    return (
        tag in _SILENT
        or "data-search-exclude" in attributes
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or not _SILENT_CLASSES.isdisjoint(attributes.get("class", "").split())
    )


def _titles(heading: _Element) -> tuple[str, str]:
    """Both sides of a heading, or one of them, as plain text."""
    copy = deepcopy(heading)
    strip_elements(copy, "rt", "rp", "small", with_tail=False)
    sides = ["", ""]
    for node in copy.iter():
        lang = node.get("lang") or ""
        if lang in {"zh-Hans", "zh-Hant", "zh"}:
            sides[0] = sides[0] or _plain(node)
        elif lang == "en":
            sides[1] = sides[1] or _plain(node)
    if not any(sides):
        text = _plain(copy)
        sides[0 if has_han(text) else 1] = text
    return sides[0], sides[1]


def _plain(node: _Element) -> str:
    text = _MARKED.sub(r"\1", "".join(node.itertext()))
    return " ".join(text.replace("¶", "").split())
