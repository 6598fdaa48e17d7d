"""English text of a report to HTML: inline Markdown and paragraphs, and nothing that could do harm.

English comes from translators and from machines. Raw HTML is text here, pictures are not loaded (they
could ask another host), and a link may only lead to http, https, mailto or a page of this site.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown

from build_scripts.publish.elements import literal

_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")

_NOT_BLOCK = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")
"""Only paragraphs are left: a line that begins with “#”, “1.” or “-” is a line of English."""

_NOT_INLINE = ("html", "entity", "automail", "image_link", "image_reference", "short_image_ref",
               "reference", "short_reference")  # fmt: skip


_SIGNS = re.compile(r"[\\`*_\[<&]")
"""A text with none of these has no Markdown, if it is of one line."""


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    """A Markdown parser of its own: the host's extensions have no say in what English may contain."""
    md = Markdown()
    md.preprocessors.deregister("html_block")
    for name in _NOT_BLOCK:
        md.parser.blockprocessors.deregister(name)
    for name in _NOT_INLINE:
        md.inlinePatterns.deregister(name)
    return md


def safe_href(href: str) -> str | None:
    """The address as a browser would read it, or None where it must not be followed.

    >>> safe_href("https://example.org/?a=1&amp;b=2")
    'https://example.org/?a=1&b=2'
    >>> safe_href("java&#115;cript:alert(1)") is None
    True
    """
    plain = html.unescape(href)
    squeezed = _INVISIBLE.sub("", plain)
    scheme = _SCHEME.match(squeezed)
    if scheme and scheme.group().lower() not in _SAFE_SCHEMES:
        return None
    # "//host" and "\\host" name another host without a scheme; nothing on this site needs them.
    return None if squeezed.startswith(("//", "\\", "/\\")) else plain.strip()


def _disarm(root: Element) -> None:
    """Turn each link that must not be followed into its text."""
    for link in root.iter("a"):
        href = safe_href(link.get("href", ""))
        title = link.get("title")
        link.attrib.clear()
        if href is None:
            link.tag = "span"
            continue
        link.set("href", literal(href))
        if title:
            link.set("title", title)


def english_blocks(text: str) -> list[Element]:
    """The paragraphs of ``text`` as ``<p>`` elements; none for blank text.

    Example: ``english_blocks("One *two*.")`` gives one ``<p>`` with an ``<em>``.
    """
    if text and text.isprintable() and text == text.strip() and not _SIGNS.search(text):
        block = Element("p")
        block.text = text
        return [block]
    return parsed_blocks(text)


def parsed_blocks(text: str) -> list[Element]:
    """The same by way of Markdown: most texts need none of it."""
    md = _markdown()
    md.reset()
    lines = text.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = md.parser.parseDocument(lines).getroot()
    assert root is not None  # parseDocument makes one of any lines
    for name in ("inline", "unescape"):
        md.treeprocessors[name].run(root)  # both work in place
    _disarm(root)
    return list(root)


def english_inline(text: str) -> Element:
    """``text`` as one ``<span>``, for places where a paragraph cannot stand (headings, list entries)."""
    span = Element("span")
    for block in english_blocks(text):
        if len(span) or span.text:
            previous = span[-1] if len(span) else None
            if previous is None:
                span.text = f"{span.text} "
            else:
                previous.tail = f"{previous.tail or ''} "
        _move(block, span)
    return span


def _move(source: Element, target: Element) -> None:
    """Append the content of ``source`` to ``target``."""
    if source.text:
        if len(target):
            target[-1].tail = f"{target[-1].tail or ''}{source.text}"
        else:
            target.text = f"{target.text or ''}{source.text}"
    target.extend(list(source))


def plain_english(text: str) -> str:
    """``text`` without its Markdown, for attributes and the table of contents."""
    words = "".join(html.unescape(part) for part in english_inline(text).itertext())
    return " ".join(words.split())
