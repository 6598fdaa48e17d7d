"""Where every character went: the account of Law 1, told in the order of the raw document.

This is what ``trace``, the review of ``clean`` and the page “How this text was cleaned” show. Laws (tested):
the entries of a document are in order, do not overlap, and hold each character that is not white space
once; a stretch that moved is touched by a finding of :data:`MOVES`, two that were joined by one of
:data:`JOINS`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model import CleanDocument, Finding, Piece, Removal, Role, Span
from build_scripts.offsets import LineIndex, touches

JOINS = frozenset({"C010", "C012", "C013", "C014", "C077"})
"""Codes of findings that say of stretches that they were made one piece."""

MOVES = frozenset({"C040", "C042", "C043", "C044", "C046", "C078", "S003", "S004", "S005"})
"""Codes of findings that say of stretches that they stand at another place in the report than in the file."""

REPAIRS = frozenset({"C006", "C050", "C051", "C052", "C053"})
"""Codes of findings that count what :mod:`build_scripts.repairs` shows one by one."""

REMOVALS = frozenset(
    {"C009", "C020", "C030", "C031", "C032", "C033", "C034", "C035", "C037", "C038", "C039", "C045", "C047"}
    | {"C079"}
)
"""Codes that removals have."""


@dataclass(frozen=True, slots=True)
class Place:
    """A kept stretch's place in the result.

    ``article`` and ``piece`` count from 0 in reading order; the stretch is part ``part`` of ``parts`` of its
    piece, from 1. ``moved``: the piece stands at another place in the report than in the document (see
    :func:`moved_pieces`).
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
    lines = LineIndex(document.source.text, document.source.file_lines)
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


def nearest_entry(entries: tuple[Entry, ...], offset: int) -> Entry | None:
    """The entry at ``offset`` or nearest to it, of two the one above; ``None`` where there is no text."""
    number = bisect_left([entry.span[0] for entry in entries], offset + 1)
    near = entries[max(0, number - 1) : number + 1]
    return min(near, key=lambda entry: max(entry.span[0] - offset, offset - entry.span[1]), default=None)


def piece_of(document: CleanDocument, place: Place) -> Piece:
    """The piece at a place of the document."""
    return document.articles[place.article].pieces[place.piece]


_BODY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING)


def moved_pieces(pieces: Sequence[Piece]) -> frozenset[int]:
    """The places of the pieces of a report that were moved: the least that explains their order.

    What stays is the heaviest row of pieces whose raw order is the reading order. The body weighs more
    than the head, so that a headline within it is what moved; else the longer text stays.

    Example: the title stands in the file below two paragraphs; the title moved, they did not.
    """
    ranks = {span: n for n, span in enumerate(sorted(piece.spans[:1] for piece in pieces), 1)}
    # A Fenwick tree of the best weight of a row that ends at or before a rank: n log n for any document.
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for place, piece in enumerate(pieces):
        rank = ranks[piece.spans[:1]]
        weight, last = max((best[n] for n in _below(rank - 1)), default=(0, -1))
        before.append(last)
        row = (weight + _weight(piece), place)
        while rank < len(best):
            best[rank] = max(best[rank], row)
            rank += rank & -rank
    stays = set()
    _, place = max((best[n] for n in _below(len(ranks))), default=(0, -1))
    while place >= 0:
        stays.add(place)
        place = before[place]
    return frozenset(range(len(pieces))) - stays


def _below(rank: int) -> Iterator[int]:
    while rank > 0:
        yield rank
        rank -= rank & -rank


def _weight(piece: Piece) -> int:
    """Metadata and captions give way to the deck, that to the title, that to the body."""
    if piece.role in _BODY:
        return 1_000_000 * (1 + len(piece.text))
    return {Role.TITLE: 100_000, Role.SUBTITLE: 1_000}.get(piece.role, 1) * 10 + min(9, len(piece.text))


_Stretch = tuple[Span, Place | None, Removal | None]


def _kept(document: CleanDocument) -> Iterator[_Stretch]:
    for number, article in enumerate(document.articles):
        moved = moved_pieces(article.pieces)
        for place, piece in enumerate(article.pieces):
            for part, span in enumerate(piece.spans, start=1):
                yield span, Place(number, place, part, len(piece.spans), place in moved), None


def _removed(document: CleanDocument) -> Iterator[_Stretch]:
    for removal in document.removed:
        for span in removal.spans:
            yield span, None, removal
