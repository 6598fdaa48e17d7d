"""What a review is put together from: whose a stretch is, what it follows, its anchor, its decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from build_scripts.codes import severity
from build_scripts.confidence import is_doubtful
from build_scripts.diagnostics import Severity
from build_scripts.ledger import Entry
from build_scripts.model import Article, Role
from build_scripts.sync.page import Page
from build_scripts.sync.text import unified, zh_hash
from build_scripts.sync.units import numbered


def needs_a_look(code: str, confidence: float | None) -> bool:
    """Whether a decision or finding is shown as doubtful: what ``check`` prints as a warning."""
    return is_doubtful(confidence) or severity(code).at_least(Severity.WARNING)


def owned(entries: Sequence[Entry]) -> Iterator[tuple[int, Entry]]:
    """Each entry with the number of the report it belongs to."""
    owner = next((entry.place.article for entry in entries if entry.place), 0)
    for entry in entries:
        owner = entry.place.article if entry.place else owner
        yield owner, entry


def anchors(article: Article, page: Page) -> list[str]:
    """The anchor of each piece on the report's page; empty where it has none there."""
    known = {unit.zh_hash for unit in page.live_units}
    seen: dict[str, int] = {}
    found: list[str] = []
    for piece in article.pieces:
        text = zh_hash(unified(piece.text))
        if piece.role is Role.TITLE:
            found.append("u-title")
        elif piece.role is Role.SUBTITLE or text not in known:
            found.append("")
        else:
            key = numbered(text, seen)
            found.append(f"u-{key}" if key in known else "")
    return found


def lines_before(entries: Sequence[Entry]) -> dict[tuple[int, int], int]:
    """For each part of each piece the line of what stands before it in the report; none for the first."""
    order = sorted((entry.place.piece, entry.place.part, entry.line) for entry in entries if entry.place)
    return {(piece, part): line for (_, _, line), (piece, part, _) in pairwise(order)}


def decision_of(code: str, message: str, confidence: float | None) -> dict[str, Any]:
    """A decision as the file holds it."""
    decision: dict[str, Any] = {"code": code}
    if message:
        decision["message"] = message
    if confidence is not None:
        decision["confidence"] = confidence
    if needs_a_look(code, confidence):
        decision["doubtful"] = True
    return decision
