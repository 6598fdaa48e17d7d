"""Chinese text to HTML: each word a ``<ruby>`` with its pinyin, each term a link into the glossary.

Law: the text of the nodes without ``<rt>`` is the text that was given, character for character.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from xml.etree.ElementTree import Element, SubElement

from build_scripts.publish.context import Context, WordLike
from build_scripts.publish.elements import Node, element, literal
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
    words = context.annotate(text)
    level = context.level or _unmarked
    # Looked at once a text and not once a word: there are a thousand words on a page.
    known = _terms(words, context) if seen is not None else {}
    links = _Links(words, names, offset) if names and seen is not None else None
    nodes: list[Node] = []
    at = 0
    while at < len(words):
        word = words[at]
        link, behind = links.at(at, single=word.term not in known) if links else (None, at)
        if link:
            inner: list[Node] = []
            for part in words[at:behind]:
                _append(inner, _word(part, level))
            _append(nodes, _entity(inner, link, context))
            at = behind
            continue
        node = _word(word, level)
        term = known.get(word.term)
        if term is not None and seen is not None and term.id not in seen:
            seen.add(term.id)
            node = _link(node, term, context)
        if marked and word.term == marked:
            node = element("mark", node, cls="dz-mentioned")
        _append(nodes, node)
        at += 1
    return nodes


def _terms(words: Sequence[WordLike], context: Context) -> dict[str | None, Term]:
    """The terms among the words that have a page, by their ids."""
    return {word.term: term for word in words if word.term and (term := context.term(word.term))}


class _Links:
    """The linked names of a text, by the number of the word with which they begin."""

    def __init__(self, words: Sequence[WordLike], names: Sequence[EntityLink], offset: int) -> None:
        self._starts = list(accumulate((len(word.text) for word in words), initial=offset))
        self._by_start = {link.start: link for link in names}

    def at(self, number: int, *, single: bool) -> tuple[EntityLink | None, int]:
        """The link that begins with a word, and the word behind it; none where it ends within a word.

        One word that is a term (not ``single``) leads to the glossary; those in a longer name wait for the
        next place.
        """
        link = self._by_start.get(self._starts[number])
        if link is None or link.end not in self._starts[number + 1 :]:
            return None, number
        behind = self._starts.index(link.end, number)
        return (None, number) if behind == number + 1 and not single else (link, behind)


def _unmarked(_: str) -> int:
    return 1


def _append(nodes: list[Node], node: Node) -> None:
    """Append a word, after a place where a line may break if it follows another.

    Browsers break a line inside of a word with pinyin, and not between two: the style sheet forbids the one.
    """
    if nodes and not isinstance(node, str) and not isinstance(nodes[-1], str):
        nodes.append(Element("wbr"))
    nodes.append(node)


def _entity(inner: Sequence[Node], link: EntityLink, context: Context) -> Element:
    attrs = {"href": context.links.to(link.path), "title": link.title}
    return element("a", *inner, cls=f"dz-entity dz-entity--{link.kind}", attrs=attrs)


def _word(word: WordLike, level: Callable[[str], int]) -> Node:
    """A word with its pinyin above it; what has no pinyin is plain text.

    The class says from which level on a reader can do without it (h2 to
    h8; none from the first level on), so that a style sheet alone can leave the pinyin of easy words out.
    """
    if not word.pinyin:
        return word.text
    made = Element("ruby")
    made.text = literal(word.text)
    if (number := level(word.text)) > 1:
        made.set("class", f"h{number}")
    SubElement(made, "rt").text = literal(word.pinyin)
    return made


def _link(node: Node, term: Term, context: Context) -> Node:
    title = " · ".join(part for part in (term.pinyin, term.en) if part)
    return element("a", node, cls="dz-term", attrs={"href": context.term_address(term), "title": title})
