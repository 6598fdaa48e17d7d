"""Elements of our own to HTML, in as few bytes as HTML allows: what a parser makes of it is the same.

A value without white space and quotes stands without quotes, an attribute that only has to be there without a
value, a reading without its end tag; nothing else is left out, for simple parsers know no more than that. A
Chinese run within English gets its language on the way (:mod:`.languages`).

The address of a link is left to the caller: a host has the last word on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import RE_AMP

from build_scripts.publish.elements import EN, Written, literal
from build_scripts.publish.languages import UNTOUCHED, with_chinese_marked

_SPECIAL = re.compile("[&<>]")
_BARE = re.compile("""[^\\s"'=<>`\x00-\x1f\x7f]*[^\\s"'=<>`/\x00-\x1f\x7f]""")
"""A value that needs no quotes. A slash at its end might be taken for that of ``<br/>``."""

_BOOLEAN = frozenset({"data-search-exclude", "hidden", "open"})
"""Attributes that only have to be there."""

Address = Callable[[str], str]
"""From the address of a link as it is in the tree to the attributes that stand for it."""


def text_html(text: str) -> str:
    """A text as Python-Markdown writes it: what looks like an entity is one.

    >>> text_html("1 < 2 &amp; 3 & 4")
    '1 &lt; 2 &amp; 3 &amp; 4'
    """
    if _SPECIAL.search(text):
        text = RE_AMP.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    return text


@lru_cache(maxsize=8192)
def attribute(name: str, value: str) -> str:
    """An attribute with the space before it.

    >>> attribute("class", "dz-en"), attribute("hidden", "hidden"), attribute("title", "a b")
    (' class=dz-en', ' hidden', ' title="a b"')
    """
    if name in _BOOLEAN and value == name:
        return f" {name}"
    if _BARE.fullmatch(value):
        return f" {name}={RE_AMP.sub('&amp;', value)}"
    return f' {name}="{quoted(value)}"'


def on_page(anchor: str) -> str:
    """The attribute that leads to an anchor on the same page, with the space before it.

    It is the same on every host, so that none has to look at it.
    """
    return attribute("href", literal(f"#{anchor}"))


def is_bare(value: str) -> bool:
    """Whether a value, escaped already, can stand without quotes."""
    return _BARE.fullmatch(value) is not None


def quoted(value: str) -> str:
    """A value as it stands between double quotes."""
    return text_html(value).replace('"', "&quot;")


class Writer:
    """Writes the blocks of a page; ``ids`` are the anchors that it came by, in order."""

    def __init__(self, address: Address) -> None:
        """``address``: see :data:`Address`."""
        self._address = address
        self.ids: dict[str, None] = {}

    def html(self, block: Element) -> str:
        """The HTML of a block without its tail."""
        found: list[str] = []
        self._write(block, found.append, "")
        return "".join(found)

    def written(self, node: Written) -> str:
        """The HTML of what is written already, with its addresses."""
        for name in node.ids:
            self.ids[name] = None
        return node.with_addresses(self._address)

    def _write(self, node: Element, write: Callable[[str], None], lang: str | None) -> None:
        """Write an element without its tail. ``lang`` is the language around it, None where it is Chinese."""
        if isinstance(node, Written):
            write(self.written(node))
            return
        tag, text = node.tag, node.text
        attributes = self._attributes(node) if node.attrib else ""
        if tag in HTML_EMPTY:
            # Without the slash lxml would take what follows <wbr>, which it does not know, for its content.
            write("<wbr/>" if tag == "wbr" and not attributes else f"<{tag}{attributes}>")
            return
        if lang is not None:
            lang = node.get("lang") or lang
            if lang.startswith("zh") or tag in UNTOUCHED:
                lang = None
        write(f"<{tag}{attributes}>{_marked(text, lang)}" if text else f"<{tag}{attributes}>")
        if tag == "ruby" and (reading := _reading(node)) is not None:
            write(f"<rt>{text_html(reading)}</ruby>")
            return
        for child in node:
            self._write(child, write, lang)
            if tail := child.tail:
                write(_marked(tail, lang))
        write(f"</{tag}>")

    def _attributes(self, node: Element) -> str:
        """The attributes in the order of their names; the address of a link as the caller has it."""
        items = node.items()
        found = ""
        for name, value in sorted(items) if len(items) > 1 else items:
            if name == "href" and node.tag == "a":
                found += self._address(value)
                continue
            if name == "id":
                self.ids[value] = None
            found += attribute(name, value)
        return found


def _reading(ruby: Element) -> str | None:
    """The pinyin of a word that has nothing else; None where there is more to it."""
    above = ruby[0] if len(ruby) == 1 else None
    plain = above is not None and above.tag == "rt" and not (above.attrib or len(above) or above.tail)
    return above.text or "" if above is not None and plain else None


def _marked(text: str, lang: str | None) -> str:
    """A text in a language."""
    made = text_html(text)
    return with_chinese_marked(made) if lang == EN else made
