"""Chinese text to HTML: each word a ``<ruby>`` with its pinyin, each term a link into the glossary.

Law: the text of the nodes without ``<rt>`` is the text that was given, character for character.
"""

from __future__ import annotations

import unicodedata
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context, WordLike
from build_scripts.publish.elements import Node, element
from build_scripts.publish.site import Term


def chinese(text: str, context: Context, seen: set[str] | None = None) -> list[Node]:
    """The words of ``text`` as nodes.

    ``seen`` holds the ids of the terms that are linked already, and is added to: a term is linked at its
    first occurrence in a paragraph only, or a page would be all underlines. With ``seen=None`` nothing is
    linked (inside of links and headings).

    Example: 基层 gives ``<ruby>基层<rt>jīcéng</rt></ruby>``.
    """
    if context.annotate is None:
        return [text]
    nodes: list[Node] = []
    for word in context.annotate(text):
        node = _word(word)
        term = context.term(word.term) if seen is not None else None
        if term is not None and seen is not None and term.id not in seen:
            seen.add(term.id)
            node = _link(node, term, context)
        if nodes and isinstance(node, Element) and isinstance(nodes[-1], Element):
            # Browsers break a line inside of a word with pinyin, and not between two: the style sheet forbids
            # the one, and this allows the other.
            nodes.append(element("wbr"))
        nodes.append(node)
    return nodes


def _word(word: WordLike) -> Node:
    """A word with its pinyin above it; what has no pinyin is plain text."""
    if not word.pinyin:
        return word.text
    return element("ruby", word.text, element("rt", word.pinyin))


def _link(node: Node, term: Term, context: Context) -> Node:
    title = " · ".join(part for part in (term.pinyin, term.en) if part)
    href = context.links.to(term.page, term.anchor)
    return element("a", node, cls="dz-term", attrs={"href": href, "title": title})


def key(pinyin: str) -> str:
    """Pinyin as people type it into a search box: no tones, no spaces, no apostrophe, ü as v.

    >>> key("Xī'ān"), key("lǜsè fāzhǎn")
    ('xian', 'lvsefazhan')
    """
    plain = unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v")
    return "".join(char for char in plain if char.isascii() and char.isalnum())
