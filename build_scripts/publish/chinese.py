"""Chinese text to HTML: each word a ``<ruby>`` with its pinyin, each term a link into the glossary.

Law: the text of the nodes without ``<rt>`` is the text that was given, character for character.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from xml.etree.ElementTree import Element, SubElement

from build_scripts.annotate.word import WordLike
from build_scripts.publish.context import Context
from build_scripts.publish.elements import Node, Written, data_html, held_address, literal
from build_scripts.publish.entity_file import EntityLink
from build_scripts.publish.html_writer import attribute
from build_scripts.publish.site import Term

_BREAK = "<wbr/>"


def chinese(
    text: str,
    context: Context,
    seen: set[str] | None = None,
    names: Sequence[EntityLink] = (),
    offset: int = 0,
) -> list[Node]:
    """The words of ``text``, written at once.

    ``seen`` holds the ids of the terms that are linked already, and is added to: a term is linked at its
    first occurrence in a paragraph only, or a page would be all underlines. With ``seen=None`` nothing is
    linked (inside of links). ``names`` are the places, documents … that are linked, counted in a
    paragraph in which ``text`` begins at ``offset``.

    Example: 基层 gives ``<ruby>基层<rt>jīcéng</ruby>``.
    """
    if context.annotate is None:
        return [text]
    words = context.annotate(text)
    level = context.level or _unmarked
    # Looked at once a text and not once a word: there are a thousand words on a page.
    known = _terms(words, context) if seen is not None else {}
    links = _links(words, names, offset) if names and seen is not None else {}
    units: list[tuple[str, bool]] = []
    at = 0
    while at < len(words):
        word = words[at]
        # One word that is a term leads to the glossary; those in a longer name wait for the next place.
        if (found := links.get(at)) and (found[1] > at + 1 or word.term not in known):
            link, behind = found
            inner = _line([_unit(part.text, part.pinyin, level) for part in words[at:behind]])
            units.append((_entity(inner, link, context), True))
            at = behind
            continue
        unit = _unit(word.text, word.pinyin, level)
        if word.term and seen is not None and word.term in known and word.term not in seen:
            seen.add(word.term)
            unit = _link(unit[0], known[word.term], context), True
        units.append(unit)
        at += 1
    return [Written(_line(units))]


def chinese_elements(text: str, context: Context) -> list[Node]:
    """The same as elements and without links: for headings, which hosts look into."""
    if context.annotate is None:
        return [text]
    level = context.level or _unmarked
    nodes: list[Node] = []
    for word in context.annotate(text):
        if not word.pinyin:
            nodes.append(word.text)
            continue
        if nodes and not isinstance(nodes[-1], str):
            nodes.append(Element("wbr"))
        made = Element("ruby")
        made.text = literal(word.text)
        if (number := level(word.text)) > 1:
            made.set("class", f"h{number}")
        SubElement(made, "rt").text = literal(word.pinyin)
        nodes.append(made)
    return nodes


def _line(units: Sequence[tuple[str, bool]]) -> str:
    """Words and what stands between them in a row, with a place where a line may break between any two words.

    Browsers break a line inside of a word with pinyin, and not between two: the style sheet forbids the one.
    Each unit comes with whether it is a word.
    """
    parts: list[str] = []
    after_word = False
    for html, is_word in units:
        if is_word and after_word:
            parts.append(_BREAK)
        parts.append(html)
        after_word = is_word
    return "".join(parts)


def _terms(words: Sequence[WordLike], context: Context) -> dict[str | None, Term]:
    """The terms among the words that have a page, by their ids."""
    named = dict.fromkeys([word.term for word in words if word.term])
    return {name: term for name in named if (term := context.term(name))}


def _links(
    words: Sequence[WordLike], names: Sequence[EntityLink], offset: int
) -> Mapping[int, tuple[EntityLink, int]]:
    """The linked names of a text by the number of the word with which they begin, and the word behind them.

    A name that begins or ends within a word is left out.
    """
    starts = accumulate((len(word.text) for word in words), initial=offset)
    numbers = {start: number for number, start in enumerate(starts)}
    by_start = {link.start: link for link in names}
    return {
        numbers[start]: (link, numbers[link.end])
        for start, link in by_start.items()
        if start in numbers and numbers.get(link.end, 0) > numbers[start]
    }


def _unmarked(_: str) -> int:
    return 1


def _entity(html: str, link: EntityLink, context: Context) -> str:
    return _anchor(html, f"dz-entity dz-entity--{link.kind}", context.links.to(link.path), link.title)


@lru_cache(maxsize=32768)
def _unit(text: str, pinyin: str | None, level: Callable[[str], int]) -> tuple[str, bool]:
    """A word with its pinyin above it, as a unit of a line; what has no pinyin is plain text.

    The class says from which level on a reader can do without it (h2 to
    h8; none from the first level on), so that a style sheet alone can leave the pinyin of easy words out.
    """
    if not pinyin:
        return data_html(text), False
    number = level(text)
    start = f"<ruby class=h{number}>" if number > 1 else "<ruby>"
    return f"{start}{data_html(text)}<rt>{data_html(pinyin)}</ruby>", True


def _link(html: str, term: Term, context: Context) -> str:
    title = " · ".join(part for part in (term.pinyin, term.en) if part)
    return _anchor(html, "dz-term", context.term_address(term), title)


def _anchor(html: str, cls: str, href: str, title: str) -> str:
    told = attribute("title", literal(title)) if title else ""
    return f"<a{attribute('class', cls)}{held_address(href)}{told}>{html}</a>"
