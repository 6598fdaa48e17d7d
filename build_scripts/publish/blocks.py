"""Our blocks of a page written as HTML, and what a host must see of them: their links and anchors.

A report has thousands of elements, and Python-Markdown with its host walks over each of them half a dozen
times. So a block is written once, by :meth:`Blocks.written`, and only a token stands for it in the tree. What
others work on still stands there: headings as they are, and at the end of the page one paragraph with each
link and each anchor of the blocks, once. The host makes its addresses of these links as of any; what it made
goes back into the blocks (:meth:`Blocks.put_back`), and the paragraph goes.

Law (tested): the page is the same, byte for byte, as if the elements stood in the tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import HTML_EMPTY, Element, SubElement

from markdown.serializers import RE_AMP

# The control characters cannot come from a text: Python-Markdown takes them out of what people write, and
# elements.literal out of all else.
_BLOCK = re.compile("<p>\x02duizhao-block:([0-9]+)\x03</p>")
_LINK = re.compile("\x02([0-9]+)\x03")
_SEEN = "\x02duizhao-seen\x03"
_ADDRESS = re.compile("<a ([^>]*)></a>")
_SPECIAL = re.compile('[&<>"]')
_VISIBLE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "img", "script", "style"})
"""Elements that a host looks for: a block that holds one stays in the tree."""


class _StaysError(Exception):
    """The block must stand in the tree."""


class Blocks:
    """The blocks of one page."""

    def __init__(self) -> None:
        """None yet."""
        self._written: list[str] = []
        self._links: dict[str, int] = {}
        self._ids: dict[str, None] = {}

    def clear(self) -> None:
        """Begin another page."""
        self._written.clear()
        self._links.clear()
        self._ids.clear()

    def token(self, block: Element) -> Element:
        """What stands in the tree for ``block``: a token, or the block itself where a host looks for it."""
        found: list[str] = []
        try:
            self._write(block, found.append)
        except _StaysError:
            return block
        made = Element("p")
        made.text = f"\x02duizhao-block:{len(self._written)}\x03"
        self._written.append("".join(found))
        return made

    def seen(self) -> Element | None:
        """The paragraph with all links and anchors of the blocks; None where they have none."""
        if not self._links and not self._ids:
            return None
        made = Element("p")
        made.text = _SEEN
        for href in self._links:
            SubElement(made, "a", href=href)
        for name in self._ids:
            SubElement(made, "i", id=name)
        return made

    def put_back(self, page: str) -> str:
        """The HTML of a page with the blocks in place of their tokens, and the host's addresses in them."""
        if not self._written:
            return page
        page, addresses = self._taken(page)
        return _BLOCK.sub(lambda token: self._with_addresses(self._written[int(token[1])], addresses), page)

    def _taken(self, page: str) -> tuple[str, list[str]]:
        """The page without the paragraph of links, and what the host made of these."""
        start = page.rfind(f"<p>{_SEEN}")
        end = page.find("</p>", start)
        found = _ADDRESS.findall(page[start:end]) if 0 <= start < end else []
        if 0 <= start < end:
            page = page[:start].removesuffix("\n") + page[end + len("</p>") :]
        if len(found) != len(self._links):
            # Something else has changed them: they stay as they were written.
            found = [f'href="{_attribute(href)}"' for href in self._links]
        return page, found

    @staticmethod
    def _with_addresses(html: str, addresses: list[str]) -> str:
        return _LINK.sub(lambda token: addresses[int(token[1])], html)

    def _write(self, node: Element, write: Callable[[str], None]) -> None:
        """Write an element without its tail."""
        tag, text = node.tag, node.text
        if tag == "ruby" and (word := _ruby(node)):
            write(word)
            return
        if tag in _VISIBLE:
            raise _StaysError
        attributes = self._attributes(node) if node.attrib else ""
        if tag in HTML_EMPTY:
            write(f"<{tag}{attributes} />")
            return
        write(f"<{tag}{attributes}>{_text(text)}" if text else f"<{tag}{attributes}>")
        for child in node:
            kind, tail = child.tag, child.tail
            if kind == "wbr":
                write("<wbr />")  # between any two words
            elif len(child) or kind in _VISIBLE or kind in HTML_EMPTY:
                self._write(child, write)
            else:  # as above, of most elements, without another call
                own = self._attributes(child) if child.attrib else ""
                write(f"<{kind}{own}>{_text(child.text or '')}</{kind}>")
            if tail:
                write(_text(tail) if len(tail) > 1 else _escaped.get(tail, tail))
        write(f"</{tag}>")

    def _attributes(self, node: Element) -> str:
        """The attributes in the order of their names; an address as its number."""
        items = node.items()
        found = ""
        for name, value in sorted(items) if len(items) > 1 else items:
            if name == "href" and node.tag == "a":
                found += f" \x02{self._links.setdefault(value, len(self._links))}\x03"
                continue
            if name == "id":
                self._ids[value] = None
            found += f' {name}="{_attribute(value) if _SPECIAL.search(value) else value}"'
        return found


def _ruby(node: Element) -> str:
    """A word with its pinyin, of which a page has a thousand; empty where there is more to it."""
    above = node[0] if len(node) == 1 else None
    cls = node.get("class", "")
    if above is None or above.attrib or len(above) or above.tail or len(node.attrib) != bool(cls):
        return ""
    start = f'<ruby class="{_attribute(cls)}">' if cls else "<ruby>"
    return f"{start}{_text(node.text or '')}<rt>{_text(above.text or '')}</rt></ruby>"


def _text(text: str) -> str:
    """A text as Python-Markdown writes it: what looks like an entity is one."""
    if _SPECIAL.search(text):
        text = RE_AMP.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    return text


_escaped = {sign: _text(sign) for sign in "&<>"}


def _attribute(value: str) -> str:
    return _text(value).replace('"', "&quot;")
