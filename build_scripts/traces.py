"""What became of a place in a raw document, as data: what ``duizhao trace`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from build_scripts.confidence import is_doubtful
from build_scripts.ledger import Entry, ledger, nearest_entry, piece_of
from build_scripts.lines import Lines
from build_scripts.model import CleanDocument, Finding, Piece, Span
from build_scripts.offsets import text_of, touches
from build_scripts.repairs import Change, changes
from build_scripts.whereabouts import PagePlace, Places


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a stretch went.

    ``report`` of ``reports`` counts from 1, ``number`` among the pieces of its ``role`` in the report.
    ``lines`` are those that the whole piece comes from, in reading order; ``follows`` is the line of what
    stands before it in the report, given where the piece ``moved``. ``published`` is the piece's text;
    ``changes`` are those within the stretch.
    """

    report: int
    reports: int
    id: str
    title: str
    role: str
    number: int
    part: int
    parts: int
    lines: tuple[int, ...]
    moved: bool
    follows: int | None
    published: str
    changes: tuple[Change, ...]
    page: PagePlace | None


@dataclass(frozen=True, slots=True)
class Gone:
    """Why a stretch was removed."""

    reason: str
    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Trace:
    """One stretch of the document, beginning at ``line`` and ``column``, and what became of it.

    Exactly one of ``kept`` and ``gone`` is there. ``findings`` are the decisions and doubts at this place.
    """

    span: Span
    line: int
    column: int
    text: str
    kept: Kept | None
    gone: Gone | None
    findings: tuple[Finding, ...]


class Tracer:
    """Answers for the places of one document."""

    def __init__(self, document: CleanDocument, places: Places) -> None:
        """``places``: those of the pieces on the pages of a project; empty outside of one."""
        self.document = document
        self.places = places
        self.lines = Lines(document.source)
        self._entries = ledger(document)

    def at(self, line: int, column: int | None = None) -> tuple[bool, tuple[Trace, ...]]:
        """What became of a line, or of the character in a column of it.

        Returns:
            Whether there is text at the place; and the traces: of each stretch that touches it, or of the
            nearest text where it is blank (none in a document without any).

        Raises:
            NoSuchPlaceError: the place lies outside of the document (see :mod:`build_scripts.lines`).
        """
        spans = self.lines.spans(line)
        if column is not None and text_of(self.document.source.text, spans):
            spans = (self.lines.character(line, column),)
        found = [entry for entry in self._entries if any(touches(entry.span, span) for span in spans)]
        text = text_of(self.document.source.text, spans)
        if found and text.strip():
            return True, tuple(self._trace(entry) for entry in found)
        nearest = nearest_entry(self._entries, spans[0][0])
        return False, (self._trace(nearest),) if nearest else ()

    def character(self, line: int, column: int) -> tuple[str, int]:
        """The character in a column of a line, and its offset.

        Raises:
            NoSuchPlaceError: there is none.
        """
        span = self.lines.character(line, column)
        return text_of(self.document.source.text, (span,)), span[0]

    def of_piece(self, article: int, piece: int) -> tuple[Trace, ...]:
        """The traces of all parts of a piece, in the order of the document."""
        wanted = (article, piece)
        return tuple(
            self._trace(entry)
            for entry in self._entries
            if entry.place and (entry.place.article, entry.place.piece) == wanted
        )

    def _trace(self, entry: Entry) -> Trace:
        removal = entry.removal
        return Trace(
            entry.span,
            self.lines.number(entry.span),
            self.lines.column(entry.span),
            text_of(self.document.source.text, (entry.span,)),
            self._kept(entry),
            Gone(removal.reason, removal.code, removal.confidence) if removal else None,
            entry.findings,
        )

    def _kept(self, entry: Entry) -> Kept | None:
        place = entry.place
        if place is None:
            return None
        article, piece = self.document.articles[place.article], piece_of(self.document, place)
        before = article.pieces[place.piece - 1].spans[-1:] if place.piece else ()
        return Kept(
            place.article + 1,
            len(self.document.articles),
            article.id,
            article.title,
            piece.role.value,
            _number(article.pieces, place.piece),
            place.part,
            place.parts,
            tuple(self.lines.number(span) for span in piece.spans),
            place.moved,
            self.lines.number(before[0]) if place.moved and before else None,
            piece.text,
            tuple(c for c in changes(self.document.source.text, piece) if _within(c.span, entry.span)),
            self.places.get((place.article, place.piece)),
        )


def _number(pieces: Sequence[Piece], place: int) -> int:
    """The how manieth of its role a piece is, from 1."""
    return sum(piece.role is pieces[place].role for piece in pieces[: place + 1])


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner[0] < outer[1]


def trace_value(trace: Trace, lines: Lines) -> dict[str, Any]:
    """A trace as the values of JSON (``duizhao.trace/1``)."""
    value: dict[str, Any] = {
        "line": trace.line,
        "column": trace.column,
        "span": list(trace.span),
        "text": trace.text,
    }
    if trace.kept:
        kept = asdict(trace.kept)
        kept["role_number"] = kept.pop("number")
        value["kept"] = kept
    if trace.gone:
        value["removed"] = asdict(trace.gone) | {"doubtful": is_doubtful(trace.gone.confidence)}
    value["findings"] = [
        {
            "code": found.code,
            "message": found.message,
            "confidence": found.confidence,
            "doubtful": is_doubtful(found.confidence),
            "lines": sorted({lines.number(span) for span in found.spans}),
        }
        for found in trace.findings
    ]
    return value
