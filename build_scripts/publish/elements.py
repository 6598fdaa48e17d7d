"""Small helpers for building HTML trees in which every text is data.

Python-Markdown's serialiser escapes ``<`` and ``"`` but lets what looks like an entity through, and its
later stages replace numbers between the control characters STX and ETX. Both are closed here, once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

Node = Element | str

ZH, EN = "zh-Hans", "en"

NO_SEARCH = {"data-search-exclude": "data-search-exclude"}
"""The search passes over such an element (:mod:`build_scripts.search.pages`)."""

_ADDRESS = re.compile("\x02@([^\x02\x03]*)\x03")
_SPECIAL = re.compile("[&<>]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def literal(text: str) -> str:
    """``text`` such that a browser shows exactly it: no entity, no control character.

    No Markdown either: elements come into the page after inline syntax is done.

    >>> literal("a&lt;b")
    'a&amp;lt;b'
    """
    # Nearly all texts are printable: of the thousands on a page these two looks spare the rest.
    if "&" in text or not text.isprintable():
        return _CONTROL.sub("", text).replace("&", "&amp;")
    return text


def data_html(text: str) -> str:
    """``text`` as HTML such that a browser shows exactly it, as :func:`literal` for what is written at once.

    >>> data_html("a&lt;b <i>")
    'a&amp;lt;b &lt;i&gt;'
    """
    if _SPECIAL.search(text) or not text.isprintable():
        text = _CONTROL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


class Written(Element):
    """HTML among elements, for what a page has by the hundred: written at once, and walked over by nobody.

    ``html`` is well-formed by itself, its texts went through :func:`data_html`; the address of a link stands
    in it as :func:`held_address` gives it. ``ids`` are the anchors in it. It belongs into blocks that go
    through :class:`.blocks.Blocks`.
    """

    def __init__(self, html: str, ids: Sequence[str] = ()) -> None:
        super().__init__("span")
        self.html, self.ids = html, ids

    def with_addresses(self, address: Callable[[str], str]) -> str:
        """The HTML with the attributes that ``address`` gives for each address in it."""
        if "\x02" not in self.html:
            return self.html
        return _ADDRESS.sub(lambda held: address(held[1]), self.html)


def held_address(href: str) -> str:
    """What stands in :class:`Written` for an address, in the place of ``href`` and the space before it.

    For a place on the same page, by its anchor, see :func:`.html_writer.on_page`.
    """
    return f"\x02@{_CONTROL.sub('', href)}\x03"


def append(parent: Element, nodes: Iterable[Node]) -> Element:
    """Append elements and texts to ``parent`` in order; texts become text or tails. Gives ``parent``."""
    last = parent[-1] if len(parent) else None
    for node in nodes:
        if not isinstance(node, str):
            parent.append(node)
            last = node
        elif last is None:
            parent.text = parent.text + literal(node) if parent.text else literal(node)
        else:
            last.tail = last.tail + literal(node) if last.tail else literal(node)
    return parent


def element(
    tag: str, *nodes: Node, cls: str = "", lang: str = "", attrs: Mapping[str, str] | None = None
) -> Element:
    """An element with class, language, further attributes and content; an empty attribute is left out.

    >>> from markdown.serializers import to_html_string
    >>> to_html_string(element("p", "1 < 2", lang="en"))
    '<p lang="en">1 &lt; 2</p>'
    """
    made = Element(tag)
    if cls:
        made.set("class", literal(cls))
    if lang:
        made.set("lang", literal(lang))
    if attrs:
        for name, value in attrs.items():
            if value:
                made.set(name, literal(value))
    return append(made, nodes) if nodes else made


def spread(container: Element) -> Element:
    """Put the children of a block on lines of their own, so that the HTML can be read. Gives the block."""
    if len(container):
        container.text = "\n"
        for child in container:
            child.tail = "\n"
    return container


def zh(*nodes: Node, tag: str = "span", cls: str = "dz-zh") -> Element:
    """The Chinese side of a pair."""
    return element(tag, *nodes, cls=cls, lang=ZH)


def en(*nodes: Node, tag: str = "span", cls: str = "dz-en") -> Element:
    """The English side of a pair."""
    return element(tag, *nodes, cls=cls, lang=EN)


def pair(chinese: str, english: str) -> list[Node]:
    """A short bilingual label: both sides as spans with a space between; a missing side is left out."""
    if not chinese or not english:
        return [zh(chinese)] if chinese else [en(english)] if english else []
    return [zh(chinese), " ", en(english)]


def toc_label(chinese: str, english: str) -> str:
    """What a heading is called in the table of contents, as HTML: ``中文 · English``."""
    text = " · ".join(side for side in (chinese, english) if side)
    return _CONTROL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plural(count: int, noun: str) -> str:
    """A number with its noun in English.

    >>> plural(1, "report"), plural(1200, "report")
    ('1 report', '1,200 reports')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
