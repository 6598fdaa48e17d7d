"""What became of a document, report by report: the data of the pages “How this text was cleaned”.

Made from the ledger (:mod:`build_scripts.ledger`), written to ``.duizhao/cleaning/ID.json``, and read by the
Markdown extension. Pure and deterministic. Linear in the document, however many reports it holds: a report's
data have its own stretches line by line, and of what lies between them only whose it is.

A removal belongs to the report whose text stands before it in the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from build_scripts.ledger import Entry, ledger
from build_scripts.model import CleanDocument, Finding, Removal
from build_scripts.offsets import text_of
from build_scripts.publish.review_parts import anchors, decision_of, lines_before, needs_a_look, owned
from build_scripts.split.articles import MISSING_TITLE
from build_scripts.sync.page import Page

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


@dataclass(frozen=True, slots=True)
class _Source:
    """What the reviews of one document have in common, worked out once.

    ``stretches`` are the runs of entries of one report in raw order, ``owners`` the number of that report,
    ``published`` the names of the reports that have a page, ``notes`` what is said of the whole document.
    """

    document: CleanDocument
    names: Sequence[str]
    pages: Mapping[str, Page]
    stretches: Sequence[Sequence[Entry]]
    owners: Sequence[int]
    published: Sequence[str]
    notes: Sequence[Mapping[str, Any]]

    def text(self, *spans: tuple[int, int]) -> str:
        """The raw text of ``spans``."""
        return text_of(self.document.source.text, spans)


def review_document(
    document: CleanDocument, names: Sequence[str], pages: Mapping[str, Page]
) -> dict[str, Review]:
    """The reviews of a document's reports by their identifiers.

    Args:
        document: the cleaned document.
        names: the identifier of the page of each article, in order.
        pages: the pages as they are published; a report without a page gets no review.
    """
    runs = [(owner, tuple(run)) for owner, run in groupby(owned(ledger(document)), key=lambda pair: pair[0])]
    source = _Source(
        document,
        names,
        pages,
        stretches=[tuple(entry for _, entry in run) for _, run in runs],
        owners=[owner for owner, _ in runs],
        published=[name for name in names if name in pages],
        notes=[
            decision_of(found.code, found.message, None) for found in document.findings if not found.spans
        ],
    )
    places: dict[int, list[int]] = {}
    for place, owner in enumerate(source.owners):
        places.setdefault(owner, []).append(place)
    return {
        name: _Teller(source, number).review(places[number])
        for number, name in enumerate(names)
        if name in pages and number in places
    }


@dataclass(slots=True)
class _Told:
    """What has been told so far. Findings and removals are told apart by identity, which costs no look at all
    of their spans."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    characters: int = 0
    omitted: int = 0
    moved: int = 0
    findings: dict[int, Finding] = field(default_factory=dict)
    removals: dict[int, Removal] = field(default_factory=dict)
    worded: set[int] = field(default_factory=set)
    quotes: dict[int, tuple[str, ...]] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    last: str = ""
    """The anchor of the piece that was told last."""


class _Teller:
    """Tells the story of one report."""

    def __init__(self, source: _Source, number: int) -> None:
        self._source = source
        self._name = source.names[number]
        self._article = source.document.articles[number]
        page = source.pages[self._name]
        self._titled = bool(page.front.text("title"))
        self._anchors = anchors(self._article, page)
        self._told = _Told()

    def review(self, places: Sequence[int]) -> Review:
        """The review of the report whose stretches stand at ``places``."""
        before = lines_before([entry for place in places for entry in self._source.stretches[place]])
        done = 0
        for place in places:
            self._strangers(done, place)
            for entry in self._source.stretches[place]:
                self._tell(entry, before)
            done = place + 1
        self._strangers(done, len(self._source.owners))
        doubts = sum(needs_a_look(found.code, found.confidence) for found in self._told.findings.values())
        doubts += sum(needs_a_look(gone.code, gone.confidence) for gone in self._told.removals.values())
        return Review(self._data(doubts), doubts, self._told.marks)

    def _strangers(self, start: int, end: int) -> None:
        """A row for a run that belongs to other reports."""
        source = self._source
        if start >= end or self._told.omitted:
            return
        first, last = source.stretches[start][0], source.stretches[end - 1][-1]
        others = dict.fromkeys(source.names[source.owners[place]] for place in (start, end - 1))
        names = [name for name in others if name in source.pages]
        self._told.rows.append({"line": first.line, "to": last.line, "reports": names})

    def _tell(self, entry: Entry, before: Mapping[tuple[int, int], int]) -> None:
        told = self._told
        findings = self._findings(entry)
        told.findings |= {id(found): found for found in findings}
        if entry.removal:
            told.removals[id(entry.removal)] = entry.removal
        told.moved += entry.place is not None and entry.place.moved
        raw = self._source.text(entry.span)
        told.characters += len(raw)
        if len(told.rows) >= MOST_ROWS or told.characters > MOST_CHARACTERS:
            told.omitted += 1
            return
        row: dict[str, Any] = {"line": entry.line, "raw": raw}
        if quotes := self._quotes(findings, raw):
            row["quotes"] = quotes
        row |= _fate(entry, before)
        if decisions := [*_removed_by(entry), *self._decisions(findings)]:
            row["decisions"] = decisions
        told.rows.append(row)
        self._mark(entry, decisions)

    def _findings(self, entry: Entry) -> list[Finding]:
        """The findings of an entry; a title that a person wrote answers that there is none."""
        return [f for f in entry.findings if not (self._titled and f.code == MISSING_TITLE)]

    def _decisions(self, findings: Sequence[Finding]) -> list[dict[str, Any]]:
        """The findings of an entry; what one says stands at the first stretch that it touches."""
        made = []
        for found in findings:
            message = "" if id(found) in self._told.worded else found.message
            self._told.worded.add(id(found))
            made.append(decision_of(found.code, message, found.confidence))
        return made

    def _quotes(self, findings: Sequence[Finding], raw: str) -> list[str]:
        """The words within a stretch that its findings doubt."""
        known = self._told.quotes
        found: dict[str, None] = {}
        for finding in findings:
            if not needs_a_look(finding.code, finding.confidence):
                continue
            if id(finding) not in known:
                texts = {self._source.text(span) for span in finding.spans}
                known[id(finding)] = tuple(sorted(text for text in texts if len(text) <= _LONGEST_QUOTE))
            found |= dict.fromkeys(known[id(finding)])
        return [quote for quote in found if quote in raw and quote != raw]

    def _mark(self, entry: Entry, decisions: Sequence[Mapping[str, Any]]) -> None:
        """Lead from a doubtful paragraph to the line; from the one before it where a removal is in doubt."""
        told = self._told
        if entry.place:
            told.last = self._anchors[entry.place.piece]
        if told.last and any(decision.get("doubtful") for decision in decisions):
            told.marks.setdefault(told.last, entry.line)

    def _data(self, doubts: int) -> dict[str, Any]:
        """All that the page shows, in a fixed order."""
        told, source = self._told, self._source.document.source
        removed = Counter((gone.reason, gone.code) for gone in told.removals.values())
        data: dict[str, Any] = {
            "schema": SCHEMA,
            "source": {
                "path": source.path,
                "encoding": source.encoding,
                "characters": len(source.text),
                "others": [name for name in self._source.published[: _NAMED + 1] if name != self._name],
            },
            "counts": {
                "kept": len(self._article.pieces),
                "joined": sum(len(piece.spans) > 1 for piece in self._article.pieces),
                "moved": told.moved,
                "repaired": self._repaired(),
                "doubtful": doubts,
            },
            "removed": [{"reason": r, "code": c, "count": n} for (r, c), n in sorted(removed.items())],
            "codes": dict(sorted(Counter(found.code for found in told.findings.values()).items())),
            "notes": self._source.notes,
            "pieces": self._pieces(),
            "rows": told.rows,
            "omitted": told.omitted,
        }
        if source.file_lines:
            data["file_lines"] = [source.file_lines[row["line"] - 1] for row in told.rows]
        return data

    def _pieces(self) -> dict[str, dict[str, Any]]:
        """The pieces that the rows name."""
        shown = {row["piece"] for row in self._told.rows if "piece" in row}
        return {
            str(number): {
                "role": piece.role.value,
                "text": piece.text,
                "parts": len(piece.spans),
                "anchor": self._anchors[number],
            }
            for number, piece in enumerate(self._article.pieces)
            if number in shown
        }

    def _repaired(self) -> int:
        """How many pieces are not found in the document as they are published, markup aside."""
        raws = ([self._source.text(span) for span in piece.spans] for piece in self._article.pieces)
        return sum(
            piece.text not in "".join(parts) and piece.text not in " ".join(parts)
            for piece, parts in zip(self._article.pieces, raws, strict=True)
        )


def _removed_by(entry: Entry) -> list[dict[str, Any]]:
    gone = entry.removal
    return [decision_of(gone.code, "", gone.confidence)] if gone else []


def _fate(entry: Entry, before: Mapping[tuple[int, int], int]) -> dict[str, Any]:
    """Why a stretch was removed, or which part of which piece it became."""
    if entry.removal:
        return {"removed": entry.removal.reason}
    place = entry.place
    if place is None:
        return {}
    fate: dict[str, Any] = {"piece": place.piece, "part": place.part}
    if place.part < place.parts:
        fate["continued"] = True
    if place.part > 1:
        fate["joins"] = before.get((place.piece, place.part), 0)
    elif place.moved:
        fate["follows"] = before.get((place.piece, place.part), 0)
    if place.moved:
        fate["moved"] = True
    return fate
