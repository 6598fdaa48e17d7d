"""The only module that does arithmetic on raw offsets.

An offset counts Unicode characters of :attr:`~build_scripts.model.SourceText.text`; a span is
half-open. Everything else in the package passes spans around without computing with them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_scripts.model import Span

# str.splitlines() would also cut at \x0b, \x0c, \x1c-\x1e, \x85 and U+2028/9, which extractions have
# inside lines; a document's lines are what an editor numbers.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SOLID = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line that is not blank: its ``number`` (from 1) and the ``span`` of its text, white space trimmed."""

    number: int
    span: Span
    follows_blank: bool
    """Whether at least one blank line (or the document's start) stands before it."""
    indented: bool
    """Whether it begins with white space, as the paragraphs of a printed page do (　　)."""
    blanks: int = 0
    """How many blank lines stand before it."""
    indent: str = ""
    """The white space before it on its line."""


def raw_lines(text: str) -> Iterator[RawLine]:
    """The lines of a document that are not blank, in order.

    Example:
        >>> [(line.number, line.span) for line in raw_lines("甲\\n\\n 乙\\n")]
        [(1, (0, 1)), (3, (4, 5))]
    """
    blanks, first = 0, True
    for number, match in enumerate(_LINE.finditer(text), start=1):
        line = match.group()
        body = line.strip()
        if not body:
            blanks += 1
            continue
        indent = line[: len(line) - len(line.lstrip())]
        start = match.start() + len(indent)
        fresh = first or blanks > 0
        yield RawLine(number, (start, start + len(body)), fresh, bool(indent), blanks, indent)
        blanks, first = 0, False


def text_of(text: str, spans: Iterable[Span]) -> str:
    """The characters of ``spans``, one span after the other."""
    return "".join([text[start:end] for start, end in spans])


def offsets_of(spans: Iterable[Span]) -> list[int]:
    """The offset of each character of :func:`text_of` the same spans.

    Example:
        >>> offsets_of([(4, 6), (0, 2)])
        [4, 5, 0, 1]
    """
    return [offset for start, end in spans for offset in range(start, end)]


def span_around(offsets: Sequence[int]) -> Span:
    """The span from the first of some neighbouring offsets to the last."""
    return (min(offsets), max(offsets) + 1)


def length_of(spans: Iterable[Span]) -> int:
    """How many characters ``spans`` hold together."""
    return sum(end - start for start, end in spans)


def spans_of(starts: Iterable[int], length: int) -> tuple[Span, ...]:
    """Spans of one ``length`` in characters that begin at ``starts``."""
    return tuple((start, start + length) for start in starts)


def cut(text: str, span: Span, place: int) -> tuple[Span, Span]:
    """The two parts of a span cut before its character ``place``; white space there is in neither.

    Example:
        >>> cut("甲乙 丙", (0, 4), 2)
        ((0, 2), (3, 4))
    """
    start, end = span
    head, tail = text[start : start + place], text[start + place : end]
    return (start, start + len(head.rstrip())), (end - len(tail.lstrip()), end)


def first_offset(spans: Sequence[Span]) -> int:
    """The smallest offset in ``spans`` (0 where there is none)."""
    return min((start for start, _ in spans), default=0)


def touches(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


class Places:
    """Spans of a text, of which one can ask in logarithmic time whether any has a character in common."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Index ``spans`` once, in any order."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def touch(self, span: Span) -> bool:
        """Whether any of the places has a character in common with ``span``.

        Example:
            >>> places = Places([(8, 9), (0, 4)])
            >>> places.touch((3, 5)), places.touch((4, 8))
            (True, False)
        """
        begun = bisect_left(self._starts, span[1])
        return begun > 0 and span[0] < self._ends[begun - 1]


def nearest_before(ordered: Sequence[Span], spans: Sequence[Span]) -> Span | None:
    """The last of the ``ordered`` spans that begins before ``spans`` do, else the first, if there is one."""
    if not ordered:
        return None
    return ordered[max(0, bisect_right(ordered, (first_offset(spans), -1)) - 1)]


class LineIndex:
    """Line numbers of offsets, in logarithmic time."""

    def __init__(self, text: str, file_lines: Sequence[int] = ()) -> None:
        """Index ``text`` once; ``file_lines``: for each line of a web page's text the line of its file."""
        self._file_lines = file_lines
        self._starts = [match.start() for match in _LINE.finditer(text)]
        self._text = text

    @property
    def count(self) -> int:
        """How many lines there are; an end of line at the end of the file begins no other."""
        return len(self._starts) - 1

    def span(self, number: int) -> Span:
        """The characters of a line (from 1 to :attr:`count`) without its line end."""
        start, end = self._starts[number - 1 : number + 1]
        return (start, start + len(self._text[start:end].rstrip("\r\n")))

    def column(self, offset: int) -> int:
        """The column (from 1) of a character on its line."""
        return offset - self._starts[max(0, bisect_right(self._starts, offset) - 1)] + 1

    def line(self, spans: Sequence[Span]) -> int:
        """The line (from 1) on which ``spans`` begin; 0 for no spans, which means the whole file."""
        if not spans:
            return 0
        number = max(1, bisect_right(self._starts, spans[0][0]))
        return self._file_lines[min(number, len(self._file_lines)) - 1] if self._file_lines else number


def is_unseen(char: str) -> bool:
    """Whether a character does not show, so that nobody can quote it: white space, control, private use."""
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Co")


def squeezed(text: str) -> str:
    """``text`` without the characters that do not show."""
    return "".join(char for char in text if not is_unseen(char))


class Quotations:
    """Where a person's quotations stand in a raw document; characters that do not show do not count."""

    def __init__(self, text: str) -> None:
        """Index ``text`` once."""
        self._places = [place for place, char in enumerate(text) if not is_unseen(char)]
        self.text = "".join(text[place] for place in self._places)

    def find(self, quotation: str) -> tuple[Span, ...]:
        """Every place of ``quotation``, in order; two of them may overlap.

        Example:
            >>> Quotations("采茶\\n  歌，采茶歌").find("茶歌")
            ((1, 6), (8, 10))
        """
        wanted = squeezed(quotation)
        found = []
        place = self.text.find(wanted) if wanted else -1
        while place >= 0:
            found.append(self.span(place, place + len(wanted)))
            place = self.text.find(wanted, place + 1)
        return tuple(found)

    def span(self, start: int, end: int) -> Span:
        """The raw span of the characters from ``start`` to ``end`` of the squeezed :attr:`text`."""
        return self._places[start], self._places[end - 1] + 1

    def around(self, span: Span, before: int, after: int) -> str:
        """What shows in ``span``, with up to so many more characters ``before`` and ``after`` it."""
        first, last = bisect_left(self._places, span[0]), bisect_left(self._places, span[1])
        return self.text[max(0, first - before) : last + after]


def solid(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches of ``spans`` without white space, in document order, neighbours made one."""
    runs = sorted(
        (match.start(), match.end()) for start, end in spans for match in _SOLID.finditer(text, start, end)
    )
    return merged(runs)


def left_over(text: str, span: Span, gone: Iterable[Span]) -> Span | None:
    """From the first to the last character of ``span`` that shows and is not in ``gone``, if there is one."""
    taken = [other for other in gone if touches(span, other)]
    left = [
        place
        for place in range(*span)
        if not is_unseen(text[place]) and not any(start <= place < end for start, end in taken)
    ]
    return (left[0], left[-1] + 1) if left else None


def ends_of(span: Span) -> tuple[Span, Span]:
    """The first and the last character of ``span``."""
    return (span[0], span[0] + 1), (span[1] - 1, span[1])


def leads(text: str, spans: Sequence[Span], span: Span) -> bool:
    """Whether nothing that shows stands before ``span`` in ``spans``, read one after the other."""
    for start, end in spans:
        if touches((start, end), span):
            return not squeezed(text[start : span[0]])
        if squeezed(text[start:end]):
            return False
    return False


def follows(spans: Sequence[Span], one: Span, other: Span) -> bool:
    """Whether both stand in ``spans``, read one after the other, and ``other`` after ``one``."""
    places = [
        next(((n, span[0]) for n, own in enumerate(spans) if touches(own, span)), None)
        for span in (one, other)
    ]
    return places[0] is not None and places[1] is not None and places[0] < places[1]


def opens_line(text: str, offset: int) -> bool:
    """Whether nothing that shows stands before ``offset`` on its line."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return not squeezed(text[start:offset])


def merged(runs: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order with those made one that touch or overlap."""
    made: list[Span] = []
    for start, end in runs:
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def line_spans(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The lines, line breaks included, that one of ``spans`` touches."""
    for match in _LINE.finditer(text):
        if any(touches(match.span(), span) for span in spans):
            yield match.span()
