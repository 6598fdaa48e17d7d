"""HTML of our own extension to XHTML for a book: a few tags and attributes are let through, and nothing else.

Whatever comes in, what goes out is well-formed and neither runs nor loads anything (tested with any text).

Nine in ten elements of a page are words with pinyin. They never become elements here: before the HTML is
parsed each gets signs around its parts, noncharacters that no text has, and afterwards these get their tags.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote, urlsplit

from lxml import html
from lxml.etree import _Element, tostring

from build_scripts.annotate.tables import word_set
from build_scripts.exchange.xml_text import legal
from build_scripts.publish.english import safe_href

Address = Callable[[str], str]
"""The absolute address of a link as it stands on the site; empty where it has none outside of the site."""

_OPEN, _READING, _CLOSE, _BREAK = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_SIGNS = re.compile("[\ufdd0-\ufdef]")
_REFERENCE = re.compile("&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_RUBY = re.compile('<ruby(?: class="?h[0-9]"?)?>([^<]*)<rt>([^<]*)(?:</rt>)?</ruby>')
_BREAKS = re.compile("<wbr ?/?>")
_GLOSS = re.compile("<p class=dz-gloss(?: [^<>]*)?>[^<>]*(?:<(?!/?p[ >])[^<>]*>[^<>]*)*</p>")
_PINYIN = re.compile(f"{_READING}[^{_CLOSE}]*{_CLOSE}|[{_OPEN}{_BREAK}]")

_INLINE = word_set("a b br code em i mark p rt ruby small span strong sub sup time")
_GONE = word_set(
    """
    audio base button details dialog embed form iframe img input link math meta noscript object script select
    style svg template textarea title video
    """
)
"""What is left out with all that is in it; of any other tag the content stays."""

_GONE_CLASSES = word_set("dz-more dz-at dz-anchor dz-gloss headerlink")
_CLASSES = word_set("dz-zh dz-en dz-lead dz-missing dz-mark dz-gap")
_URL = "%/:=&?~#+!$,;'@()*[]"
"""What stands in an address as it is, besides letters and digits."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOTE = '<a class="dz-note" '
_NOTE_SEMANTICS = f'{_NOTE}epub:type="noteref" role="doc-noteref" '

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    lang="{lang}" xml:lang="{lang}">
<head>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="{style}"/>
</head>
<body>
{body}
</body>
</html>
"""


@dataclass(slots=True)
class Cleaner:
    """Makes XHTML of the HTML of one report or entry.

    ``note`` gives the identifier of the entry of the glossary with a heading or variant, empty where there is
    none; ``notes`` is where notes stand, seen from the document. ``used`` are the entries that were linked.
    """

    note: Callable[[str], str] = lambda _: ""
    notes: str = "notes.xhtml"
    address: Address = lambda _: ""
    used: dict[str, None] = field(default_factory=dict)

    def parse(self, source: str) -> _Element:
        """The body of ``source`` as a tree, to be gone through by :meth:`clean`."""
        # Of a page that waits for its English half is glosses, which no book has.
        text = _GLOSS.sub("", source)
        text = _SIGNS.sub("\ufffd", legal(_REFERENCE.sub(_spelled, text)))
        text = _BREAKS.sub(_BREAK, _signed(text))
        # Text between paragraphs at the beginning would otherwise become one with the paragraph before.
        whole = f"<html><body><div></div>{text}</body></html>"
        tree = html.document_fromstring(whole, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
        body: _Element = tree.find("body")
        body.remove(body[0])
        return body

    def clean(self, node: _Element) -> None:
        """Leave in ``node`` what a book may have: tags, attributes, links. Its own attributes stay."""
        for child in list(node):
            if not isinstance(child.tag, str) or child.tag in _GONE or _classes(child) & _GONE_CLASSES:
                child.drop_tree()
                continue
            self.clean(child)
            if child.tag not in _INLINE or not self._attributes(child):
                child.drop_tag()

    def _attributes(self, node: _Element) -> bool:
        """Give ``node`` those that it may have; False where it is to go and leave its content."""
        lang, classes = node.get("lang"), _classes(node)
        kept = {"class": " ".join(sorted(classes & _CLASSES))}
        if node.tag == "a":
            kept = self._link(node, classes)
            if not kept:
                return False
        node.attrib.clear()
        for name, value in kept.items():
            if value:
                node.set(name, value)
        if lang in _LANGUAGES:
            set_language(node, lang)
        return True

    def _link(self, node: _Element, classes: frozenset[str]) -> dict[str, str]:
        if "dz-term" in classes:
            name = self.note(plain(node))
            if not name:
                return {}
            self.used[name] = None
            return {"class": "dz-note", "href": f"{self.notes}#{name}"}
        if classes:
            return {}  # A place, a doubt …: they lead to other pages of the site.
        href = safe_href(escape(node.get("href") or "", quote=False)) or ""
        if ":" not in href.partition("/")[0]:
            href = self.address(href)
        return {"href": quote(href, safe=_URL)} if _is_address(href) else {}


_LANGUAGES = frozenset(("zh-Hans", "zh-Hant", "zh", "en", "zh-Latn-pinyin"))


def _is_address(href: str) -> bool:
    """Whether it can be read as one."""
    with suppress(ValueError):
        return bool(urlsplit(href).scheme)
    return False


def set_language(node: _Element, lang: str) -> None:
    """Say the language twice, as books do: for HTML, and for XML."""
    node.set("lang", lang)
    node.set(_XML_LANG, lang)


def plain(node: _Element) -> str:
    """The text of a parsed element without pinyin."""
    return _PINYIN.sub("", "".join(node.itertext()))


def written(nodes: Iterable[_Element]) -> str:
    """Cleaned elements as XHTML, their words with pinyin, their links to notes said to be such."""
    texts = (tostring(node, encoding="unicode", method="xml", with_tail=False) for node in nodes)
    # An opening bracket stands in the source of XHTML nowhere but at the beginning of a tag.
    text = "\n".join(texts).replace(_NOTE, _NOTE_SEMANTICS)
    text = text.replace(_OPEN, "<ruby>").replace(_READING, "<rp>（</rp><rt>")
    return text.replace(_CLOSE, "</rt><rp>）</rp></ruby>").replace(_BREAK, "<wbr/>")


def _spelled(reference: re.Match[str]) -> str:
    """A reference to a character by its number, or the sign for a character that a book cannot have."""
    digits = (reference[1] or reference[2]).lstrip("0")[:8] or "0"
    number = int(digits, 16 if reference[1] else 10)
    char = chr(number) if number <= sys.maxunicode else "\ufffe"
    return reference[0] if _SIGNS.sub("\ufffd", legal(char)) == char else "\ufffd"


def _signed(text: str) -> str:
    """The words with pinyin as text between signs, put together by slices: of thousands each costs a call."""
    parts = _RUBY.split(text)
    count = len(parts) // 3
    made = [_CLOSE] * (6 * count + 1)
    for place, sign in enumerate((_OPEN, _READING)):
        made[2 * place + 1 :: 6] = [sign] * count
    for place in range(3):
        made[2 * place :: 6] = parts[place::3]
    return "".join(made)


def _classes(node: _Element) -> frozenset[str]:
    return frozenset((node.get("class") or "").split())
