"""Where every character went: the account of Law 1, told in the order of the raw document.

This is what ``trace``, the review of ``clean`` and the page “How this text was cleaned” show.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model import CleanDocument, Finding, Piece, Removal, Span
from build_scripts.offsets import LineIndex, touches


@dataclass(frozen=True, slots=True)
class Place:
    """A kept stretch's place in the result.

    ``article`` and ``piece`` count from 0 in reading order; the stretch is part ``part`` of ``parts`` of its
    piece, from 1. ``moved``: it does not follow in the document what it follows in the report.
    """

    article: int
    piece: int
    part: int
    parts: int
    moved: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the raw document, the ``line`` it begins on, and what became of it.

    Exactly one of ``place`` (it is kept) and ``removal`` is there. ``findings`` are the decisions and doubts
    that touch it, in the order of the document.
    """

    span: Span
    line: int
    place: Place | None
    removal: Removal | None
    findings: tuple[Finding, ...]


def ledger(document: CleanDocument) -> tuple[Entry, ...]:
    """Every stretch of a cleaned document in raw order; together they hold each character once (Law 1)."""
    lines = LineIndex(document.source.text)
    stretches = sorted([*_kept(document), *_removed(document)], key=lambda found: found[0])
    starts = [span[0] for span, _, _ in stretches]
    findings: dict[int, list[Finding]] = defaultdict(list)
    for finding in document.findings:
        for span in finding.spans:
            first = max(0, bisect_left(starts, span[0] + 1) - 1)
            for place in range(first, len(stretches)):
                if stretches[place][0][0] >= span[1]:
                    break
                if touches(stretches[place][0], span) and finding not in findings[place]:
                    findings[place].append(finding)
    return tuple(
        Entry(span, lines.line((span,)), place, removal, tuple(findings[number]))
        for number, (span, place, removal) in enumerate(stretches)
    )


def entry_at(entries: tuple[Entry, ...], offset: int) -> Entry | None:
    """The entry that holds the character at ``offset``; ``None`` for white space between entries."""
    number = bisect_left([entry.span[0] for entry in entries], offset + 1) - 1
    found = entries[number] if number >= 0 else None
    return found if found and found.span[0] <= offset < found.span[1] else None


def piece_of(document: CleanDocument, place: Place) -> Piece:
    """The piece at a place of the document."""
    return document.articles[place.article].pieces[place.piece]


_Stretch = tuple[Span, Place | None, Removal | None]


def _kept(document: CleanDocument) -> Iterator[_Stretch]:
    for number, article in enumerate(document.articles):
        before = -1
        for place, piece in enumerate(article.pieces):
            for part, span in enumerate(piece.spans, start=1):
                moved = span[0] < before
                yield span, Place(number, place, part, len(piece.spans), moved), None
                before = span[0]


def _removed(document: CleanDocument) -> Iterator[_Stretch]:
    for removal in document.removed:
        for span in removal.spans:
            yield span, None, removal
