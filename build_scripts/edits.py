"""A raw document with a person's changes in it, for the rules to read, and the way back to raw offsets.

With :mod:`build_scripts.offsets`, of which it is a part, the only module with arithmetic on raw offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model import Span
from build_scripts.offsets import line_spans, merged, touches


@dataclass(frozen=True, slots=True)
class Edit:
    """In place of the raw characters of ``span`` the rules read ``text``; empty, they read nothing."""

    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the edited text from ``start`` on: raw characters as they are, or ``text`` for them."""

    start: int
    raw: Span
    text: str | None

    @property
    def owners(self) -> tuple[int, ...]:
        """The places in ``text`` that stand for raw characters: not white space, which may be trimmed."""
        return tuple(place for place, char in enumerate(self.text or "") if not char.isspace())


class EditedText:
    """``text`` with edits carried out.

    Law (tested): the raw spans of all of :attr:`text` are the whole raw text less what was edited away, each
    character once.
    """

    def __init__(self, raw: str, edits: Iterable[Edit]) -> None:
        """``edits`` do not overlap; an insertion may stand at the edge of another edit."""
        self._parts: list[_Part] = []
        pieces: list[str] = []
        length = done = 0
        for edit in sorted(edits, key=lambda edit: edit.span):
            for span, text in (((done, edit.span[0]), None), (edit.span, edit.text)):
                piece = raw[span[0] : span[1]] if text is None else text
                self._parts.append(_Part(length, span, text))
                pieces.append(piece)
                length += len(piece)
            done = edit.span[1]
        self._parts.append(_Part(length, (done, len(raw)), None))
        self.text = "".join((*pieces, raw[done:]))
        self._starts = [part.start for part in self._parts]

    def raw(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The raw spans of ``spans`` of the edited text, in their order, neighbours made one."""
        found = [raw for span in spans for raw in self._raw(span)]
        joined: list[Span] = []
        for start, end in found:
            if joined and joined[-1][1] == start:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return tuple(joined)

    def _raw(self, span: Span) -> Iterator[Span]:
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        # Empty parts share their start with the next: all of them are before it.
        for part in self._parts[first:]:
            if part.start >= span[1]:
                return
            low, high = max(0, span[0] - part.start), span[1] - part.start
            if part.text is None:
                start, end = part.raw[0] + low, min(part.raw[1], part.raw[0] + high)
            else:
                owned = [n for n, place in enumerate(part.owners) if low <= place < high]
                if not owned:
                    continue
                start = min(part.raw[0] + owned[0], part.raw[1])
                last = owned[-1] + 1 == len(part.owners)
                end = part.raw[1] if last else min(part.raw[0] + owned[-1] + 1, part.raw[1])
            if start < end:
                yield start, end

    def seen(self, span: Span) -> Span | None:
        """Where the raw characters of ``span`` stand in the edited text, from the first to the last."""
        places = [found for part in self._parts if (found := self._seen(part, span))]
        return (places[0][0], places[-1][1]) if places else None

    def _seen(self, part: _Part, span: Span) -> Span | None:
        start, end = max(span[0], part.raw[0]), min(span[1], part.raw[1])
        if start >= end:
            return None
        if part.text is None:
            return part.start + start - part.raw[0], part.start + end - part.raw[0]
        owners = part.owners
        if not owners:
            return None
        last = len(owners) - 1
        low, high = owners[min(start - part.raw[0], last)], owners[min(end - 1 - part.raw[0], last)]
        return part.start + low, part.start + high + 1


def place_within(spans: Sequence[Span], span: Span) -> tuple[int, int]:
    """Where the characters of ``span`` stand in the text of ``spans``, from the first to the last of them."""
    length = 0
    places: list[int] = []
    for start, end in spans:
        if touches((start, end), span):
            places += (length + max(start, span[0]) - start, length + min(end, span[1]) - start)
        length += end - start
    return places[0], places[-1]


def deletions(text: str, spans: Iterable[Span]) -> tuple[Edit, ...]:
    """The edits that take the characters of ``spans`` out of the lines of ``text``.

    A line of which nothing is left goes with its line break, so that its neighbours are neighbours; else
    line breaks stay, and of the white space on both sides of a gap one.
    """
    gone = merged(sorted(spans))
    edits: list[Span] = []
    for line in line_spans(text, gone):
        inside = [
            (max(start, line[0]), min(end, line[1])) for start, end in gone if touches((start, end), line)
        ]
        body = [place for place in range(*line) if not text[place].isspace()]
        if body and all(any(start <= place < end for start, end in inside) for place in body):
            edits.append(line)
            continue
        for start, end in inside:
            while end > start and text[end - 1] in "\r\n":
                end -= 1
            opens = start == line[0] or text[start - 1].isspace()
            while opens and end < line[1] and text[end].isspace() and text[end] not in "\r\n":
                end += 1
            if start < end:
                edits.append((start, end))
    return tuple(Edit(span) for span in merged(sorted(edits)))
