"""What became of a document, report by report: the data of the pages “How this text was cleaned”.

Made from the ledger (:mod:`build_scripts.ledger`), written to ``.duizhao/cleaning/ID.json``, and read by the
Markdown extension. Pure and deterministic. Linear in the document, however many reports it holds: a report's
data have its own stretches line by line, and of what lies between them only whose it is.

A removal belongs to the report whose text stands before it in the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

from build_scripts.codes import severity
from build_scripts.confidence import is_doubtful
from build_scripts.diagnostics import Severity
from build_scripts.ledger import Entry, ledger
from build_scripts.model import Article, CleanDocument, Finding, Removal, Role
from build_scripts.offsets import text_of
from build_scripts.split.articles import MISSING_TITLE
from build_scripts.sync.page import Page
from build_scripts.sync.text import unified, zh_hash
from build_scripts.sync.units import numbered

SCHEMA = "duizhao.cleaning/1"

MOST_ROWS, MOST_CHARACTERS = 3000, 300_000
"""What one page shows; a browser holds more only with pain. The counts are of the whole report."""

_LONGEST_QUOTE = 40
"""Words that a finding doubts are marked; a longer text is a whole line."""

_NAMED = 20
"""So many other reports of the document are named at most."""


@dataclass(frozen=True, slots=True)
class Review:
    """The review of one report: its ``data``, and what the report's own page says of it.

    ``doubts`` counts the decisions that a person should look at; ``marks`` leads from the anchors of doubtful
    paragraphs to lines of the review.
    """

    data: Mapping[str, Any]
    doubts: int
    marks: Mapping[str, int]


def needs_a_look(code: str, confidence: float | None) -> bool:
    """Whether a decision or finding is shown as doubtful: what ``check`` prints as a warning."""
    return is_doubtful(confidence) or severity(code).at_least(Severity.WARNING)


def review_document(
    document: CleanDocument, names: Sequence[str], pages: Mapping[str, Page]
) -> dict[str, Review]:
    """The reviews of a document's reports by their identifiers.

    Args:
        document: the cleaned document.
        names: the identifier of the page of each article, in order.
        pages: the pages as they are published; a report without a page gets no review.
    """
    entries = ledger(document)
    runs = [(owner, tuple(run)) for owner, run in groupby(_owned(entries), key=lambda pair: pair[0])]
    stretches = [tuple(entry for _, entry in run) for _, run in runs]
    owners = [owner for owner, _ in runs]
    places: dict[int, list[int]] = {}
    for place, owner in enumerate(owners):
        places.setdefault(owner, []).append(place)
    reviews = {}
    for number, name in enumerate(names):
        if name in pages and number in places:
            teller = _Teller(document, number, names, pages)
            reviews[name] = teller.review(stretches, owners, places[number])
    return reviews


def _owned(entries: Sequence[Entry]) -> Iterator[tuple[int, Entry]]:
    """Each entry with the number of the report it belongs to."""
    owner = next((entry.place.article for entry in entries if entry.place), 0)
    for entry in entries:
        owner = entry.place.article if entry.place else owner
        yield owner, entry


@dataclass(slots=True)
class _Told:
    """What has been told so far."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    shown: int = 0
    omitted: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    removed: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: dict[Finding, None] = field(default_factory=dict)
    removals: dict[Removal, None] = field(default_factory=dict)
    worded: set[Finding] = field(default_factory=set)
    quotes: dict[Finding, frozenset[str]] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    last: str = ""
    """The anchor of the piece that was told last."""


class _Teller:
    """Tells the story of one report."""

    def __init__(
        self, document: CleanDocument, number: int, names: Sequence[str], pages: Mapping[str, Page]
    ) -> None:
        self._document = document
        self._number = number
        self._names = names
        self._pages = pages
        self._article = document.articles[number]
        page = pages[names[number]]
        self._titled = bool(page.front.text("title"))
        self._anchors = _anchors(self._article, page)
        self._told = _Told()

    def review(
        self, stretches: Sequence[Sequence[Entry]], owners: Sequence[int], places: Sequence[int]
    ) -> Review:
        """The review of the report whose stretches stand at ``places``."""
        own = [entry for place in places for entry in stretches[place]]
        before = _lines_before(own)
        done = 0
        for place in places:
            self._strangers(stretches, owners, done, place)
            for entry in stretches[place]:
                self._tell(entry, before)
            done = place + 1
        self._strangers(stretches, owners, done, len(owners))
        return self._finished()

    def _strangers(
        self, stretches: Sequence[Sequence[Entry]], owners: Sequence[int], start: int, end: int
    ) -> None:
        """A row for a run that belongs to other reports."""
        if start >= end or self._told.omitted:
            return
        first, last = stretches[start][0], stretches[end - 1][-1]
        others = dict.fromkeys(self._names[owners[place]] for place in (start, end - 1))
        row = {"line": first.line, "to": last.line, "reports": [n for n in others if n in self._pages]}
        self._told.rows.append(row)

    def _tell(self, entry: Entry, before: Mapping[tuple[int, int], int]) -> None:
        told = self._told
        self._count(entry)
        raw = text_of(self._document.source.text, (entry.span,))
        told.shown += len(raw)
        if len(told.rows) >= MOST_ROWS or told.shown > MOST_CHARACTERS:
            told.omitted += 1
            return
        row: dict[str, Any] = {"line": entry.line, "raw": raw}
        if quotes := self._quotes(entry, raw):
            row["quotes"] = quotes
        decisions = self._decisions(entry)
        if entry.removal:
            row["removed"] = entry.removal.reason
            decisions.insert(0, _decision(entry.removal.code, "", entry.removal.confidence))
        elif entry.place:
            place = entry.place
            row |= {"piece": place.piece, "part": place.part}
            if place.part < place.parts:
                row["continued"] = True
            if place.part > 1:
                row["joins"] = before.get((place.piece, place.part), 0)
            elif place.moved:
                row["follows"] = before.get((place.piece, place.part), 0)
            if place.moved:
                row["moved"] = True
        if decisions:
            row["decisions"] = decisions
        told.rows.append(row)
        self._mark(entry, decisions)

    def _mark(self, entry: Entry, decisions: Sequence[Mapping[str, Any]]) -> None:
        """Lead from a doubtful paragraph to the line; from the one before it where a removal is in doubt."""
        told = self._told
        if entry.place:
            told.last = self._anchors[entry.place.piece]
        if told.last and any(decision.get("doubtful") for decision in decisions):
            told.marks.setdefault(told.last, entry.line)

    def _quotes(self, entry: Entry, raw: str) -> list[str]:
        """The words within a stretch that a finding doubts."""
        found: dict[str, None] = {}
        for finding in self._findings(entry):
            if finding not in self._told.quotes and needs_a_look(finding.code, finding.confidence):
                texts = (text_of(self._document.source.text, (span,)) for span in finding.spans)
                self._told.quotes[finding] = frozenset(text for text in texts if len(text) <= _LONGEST_QUOTE)
            found |= dict.fromkeys(sorted(self._told.quotes.get(finding, ())))
        return [quote for quote in found if quote in raw and quote != raw]

    def _decisions(self, entry: Entry) -> list[dict[str, Any]]:
        """The findings of an entry; what one says stands at the first stretch that it touches."""
        made = []
        for found in self._findings(entry):
            message = "" if found in self._told.worded else found.message
            self._told.worded.add(found)
            made.append(_decision(found.code, message, found.confidence))
        return made

    def _findings(self, entry: Entry) -> list[Finding]:
        """The findings of an entry; a title that a person wrote answers that there is none."""
        return [f for f in entry.findings if not (self._titled and f.code == MISSING_TITLE)]

    def _count(self, entry: Entry) -> None:
        told = self._told
        told.findings |= dict.fromkeys(self._findings(entry))
        if entry.removal and entry.removal not in told.removals:
            told.removals[entry.removal] = None
            told.removed[entry.removal.reason, entry.removal.code] += 1
        if entry.place and entry.place.moved:
            told.counts["moved"] += 1

    def _finished(self) -> Review:
        told, source = self._told, self._document.source
        pieces = self._article.pieces
        doubts = sum(needs_a_look(found.code, found.confidence) for found in told.findings)
        doubts += sum(needs_a_look(gone.code, gone.confidence) for gone in told.removals)
        shown = {row["piece"] for row in told.rows if "piece" in row}
        others = dict.fromkeys(name for name in self._names if name in self._pages)
        others.pop(self._names[self._number], None)
        codes = Counter(found.code for found in told.findings)
        data: dict[str, Any] = {
            "schema": SCHEMA,
            "source": {
                "path": source.path,
                "encoding": source.encoding,
                "characters": len(source.text),
                "reports": len(self._document.articles),
                "others": list(others)[:_NAMED],
            },
            "counts": {
                "kept": len(pieces),
                "joined": sum(len(piece.spans) > 1 for piece in pieces),
                "moved": told.counts["moved"],
                "repaired": self._repaired(),
                "doubtful": doubts,
            },
            "removed": [
                {"reason": reason, "code": code, "count": count}
                for (reason, code), count in sorted(told.removed.items())
            ],
            "codes": dict(sorted(codes.items())),
            "notes": [_decision(f.code, f.message, None) for f in self._document.findings if not f.spans],
            "pieces": {
                str(number): {
                    "role": piece.role.value,
                    "text": piece.text,
                    "parts": len(piece.spans),
                    "anchor": self._anchors[number],
                }
                for number, piece in enumerate(pieces)
                if number in shown
            },
            "rows": told.rows,
            "omitted": told.omitted,
        }
        if source.file_lines:
            data["file_lines"] = [source.file_lines[row["line"] - 1] for row in told.rows]
        return Review(data, doubts, told.marks)

    def _repaired(self) -> int:
        """How many pieces are not found in the document as they are published, markup aside."""
        text = self._document.source.text
        raws = ([text_of(text, (span,)) for span in piece.spans] for piece in self._article.pieces)
        return sum(
            piece.text not in "".join(parts) and piece.text not in " ".join(parts)
            for piece, parts in zip(self._article.pieces, raws, strict=True)
        )


def _anchors(article: Article, page: Page) -> list[str]:
    """The anchor of each piece on the report's page; empty where it has none there."""
    known = {unit.zh_hash for unit in page.live_units}
    seen: dict[str, int] = {}
    anchors: list[str] = []
    for piece in article.pieces:
        text = zh_hash(unified(piece.text))
        if piece.role is Role.TITLE:
            anchors.append("u-title")
        elif piece.role is Role.SUBTITLE or text not in known:
            anchors.append("")
        else:
            key = numbered(text, seen)
            anchors.append(f"u-{key}" if key in known else "")
    return anchors


def _lines_before(entries: Sequence[Entry]) -> dict[tuple[int, int], int]:
    """For each part of each piece the line of what stands before it in the report; none for the first."""
    order = sorted((entry.place.piece, entry.place.part, entry.line) for entry in entries if entry.place)
    return {(piece, part): line for (_, _, line), (piece, part, _) in pairwise(order)}


def _decision(code: str, message: str, confidence: float | None) -> dict[str, Any]:
    decision: dict[str, Any] = {"code": code}
    if message:
        decision["message"] = message
    if confidence is not None:
        decision["confidence"] = confidence
    if needs_a_look(code, confidence):
        decision["doubtful"] = True
    return decision
