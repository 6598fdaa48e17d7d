"""Chinese text to HTML: each word a ``<ruby>`` with its pinyin, each term a link into the glossary.

Law: the text of the nodes without ``<rt>`` is the text that was given, character for character.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context, WordLike
from build_scripts.publish.elements import Node, element
from build_scripts.publish.entity_file import EntityLink
from build_scripts.publish.site import Term


def chinese(
    text: str,
    context: Context,
    seen: set[str] | None = None,
    names: Sequence[EntityLink] = (),
    offset: int = 0,
    marked: str = "",
) -> list[Node]:
    """The words of ``text`` as nodes; those of the term with the id ``marked`` are set off.

    ``seen`` holds the ids of the terms that are linked already, and is added to: a term is linked at its
    first occurrence in a paragraph only, or a page would be all underlines. With ``seen=None`` nothing is
    linked (inside of links and headings). ``names`` are the places, documents … that are linked, counted in a
    paragraph in which ``text`` begins at ``offset``.

    Example: 基层 gives ``<ruby>基层<rt>jīcéng</rt></ruby>``.
    """
    if context.annotate is None:
        return [text]
    words = list(context.annotate(text))
    starts = list(accumulate((len(word.text) for word in words), initial=offset))
    by_start = {link.start: link for link in names} if seen is not None else {}
    nodes: list[Node] = []
    at = 0
    while at < len(words):
        link = by_start.get(starts[at])
        behind = starts.index(link.end, at) if link and link.end in starts[at + 1 :] else at
        if link and behind > at and not (behind == at + 1 and context.term(words[at].term)):
            # One word that is a term leads to the glossary; those in a longer name wait for the next place.
            inner: list[Node] = []
            for word in words[at:behind]:
                _append(inner, _word(word, context))
            _append(nodes, _entity(inner, link, context))
            at = behind
            continue
        node = _word(words[at], context)
        term = context.term(words[at].term) if seen is not None else None
        if term is not None and seen is not None and term.id not in seen:
            seen.add(term.id)
            node = _link(node, term, context)
        if marked and words[at].term == marked:
            node = element("mark", node, cls="dz-mentioned")
        _append(nodes, node)
        at += 1
    return nodes


def _append(nodes: list[Node], node: Node) -> None:
    """Append a word, after a place where a line may break if it follows another.

    Browsers break a line inside of a word with pinyin, and not between two: the style sheet forbids the one.
    """
    if nodes and isinstance(node, Element) and isinstance(nodes[-1], Element):
        nodes.append(element("wbr"))
    nodes.append(node)


def _entity(inner: Sequence[Node], link: EntityLink, context: Context) -> Element:
    attrs = {"href": context.links.to(link.path), "title": link.title}
    return element("a", *inner, cls=f"dz-entity dz-entity--{link.kind}", attrs=attrs)


def _word(word: WordLike, context: Context) -> Node:
    """A word with its pinyin above it; what has no pinyin is plain text.

    The class says from which level on a reader can do without it (h2 to
    h8; none from the first level on), so that a style sheet alone can leave the pinyin of easy words out.
    """
    if not word.pinyin:
        return word.text
    level = context.level(word.text) if context.level else 1
    cls = f"h{level}" if level > 1 else ""
    return element("ruby", word.text, element("rt", word.pinyin), cls=cls)


def _link(node: Node, term: Term, context: Context) -> Node:
    title = " · ".join(part for part in (term.pinyin, term.en) if part)
    return element("a", node, cls="dz-term", attrs={"href": context.term_address(term), "title": title})
