"""Reading ``.duizhao/cleaning/ID.json``: what the extension shows of the cleaning of one report.

Written by :mod:`build_scripts.publish.review`. A file that is missing, or that another version wrote, is no
data: the page then says so and is otherwise empty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.publish.review import SCHEMA
from build_scripts.publish.tolerant import load


@dataclass(frozen=True, slots=True)
class Decision:
    """A code that touches a row; ``confidence`` is None for what is merely stated."""

    code: str
    message: str
    confidence: float | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class PieceShown:
    """A published piece: ``anchor`` is its place on the report's page, or empty."""

    role: str
    text: str
    parts: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the document on ``line``, of the file's line ``shown``.

    Kept: part ``part`` of piece ``piece`` (-1: not kept). ``joins`` is the line whose text it continues,
    ``follows`` the line that it follows in the report if it moved (0: it opens the report). Removed:
    ``removed`` is the reason. Of other reports: ``to`` is the last line, ``reports`` their identifiers.
    ``continued``: another stretch goes on where it ends. ``quotes``: words in ``raw`` that are doubted.
    """

    line: int
    shown: int
    raw: str
    quotes: tuple[str, ...]
    piece: int
    part: int
    joins: int
    continued: bool
    follows: int
    moved: bool
    removed: str
    to: int
    reports: tuple[str, ...]
    decisions: tuple[Decision, ...]

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return any(decision.doubtful for decision in self.decisions)

    @property
    def decided(self) -> bool:
        """Whether anything was decided about it but to keep it."""
        return bool(self.decisions) or self.structural

    @property
    def structural(self) -> bool:
        """Whether it was joined to another, moved or removed: more than characters mended."""
        return bool(self.removed or self.moved or self.joins or self.continued)


@dataclass(frozen=True, slots=True)
class Removed:
    """How many stretches were removed for one reason by one rule."""

    reason: str
    code: str
    count: int


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """All that the page of one report shows; the fields are those of the file."""

    path: str
    encoding: str
    characters: int
    others: tuple[str, ...]
    counts: Mapping[str, int]
    removed: tuple[Removed, ...]
    codes: Mapping[str, int]
    notes: tuple[Decision, ...]
    pieces: Mapping[int, PieceShown]
    rows: tuple[Row, ...]
    omitted: int


def load_review(path: Path) -> ReviewShown | None:
    """Read a file; None where there is none that can be used."""
    return load(path, parse_review, None)


def parse_review(text: str) -> ReviewShown | None:
    """Read the text of such a file; None for anything that is not one."""
    try:
        data = json.loads(text)
        if data["schema"] != SCHEMA:
            return None
        return _review(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _review(data: Mapping[str, Any]) -> ReviewShown:
    source = data["source"]
    lines = data.get("file_lines") or [row["line"] for row in data["rows"]]
    return ReviewShown(
        path=str(source["path"]),
        encoding=str(source["encoding"]),
        characters=int(source["characters"]),
        others=tuple(map(str, source["others"])),
        counts={str(name): int(count) for name, count in data["counts"].items()},
        removed=tuple(
            Removed(str(gone["reason"]), str(gone["code"]), int(gone["count"])) for gone in data["removed"]
        ),
        codes={str(code): int(count) for code, count in data["codes"].items()},
        notes=tuple(map(_decision, data["notes"])),
        pieces={
            int(number): PieceShown(
                str(piece["role"]), str(piece["text"]), int(piece["parts"]), str(piece["anchor"])
            )
            for number, piece in data["pieces"].items()
        },
        rows=tuple(_row(row, int(shown)) for row, shown in zip(data["rows"], lines, strict=True)),
        omitted=int(data["omitted"]),
    )


def _row(row: Mapping[str, Any], shown: int) -> Row:
    return Row(
        line=int(row["line"]),
        shown=shown,
        raw=str(row.get("raw", "")),
        quotes=tuple(map(str, row.get("quotes", ()))),
        piece=int(row.get("piece", -1)),
        part=int(row.get("part", 0)),
        joins=int(row.get("joins", 0)),
        continued=bool(row.get("continued", False)),
        follows=int(row.get("follows", 0)),
        moved=bool(row.get("moved", False)),
        removed=str(row.get("removed", "")),
        to=int(row.get("to", 0)),
        reports=tuple(map(str, row.get("reports", ()))),
        decisions=tuple(map(_decision, row.get("decisions", ()))),
    )


def _decision(data: Mapping[str, Any]) -> Decision:
    confidence = data.get("confidence")
    return Decision(
        code=str(data["code"]),
        message=str(data.get("message", "")),
        confidence=None if confidence is None else float(confidence),
        doubtful=bool(data.get("doubtful", False)),
    )
