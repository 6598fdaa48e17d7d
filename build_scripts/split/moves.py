"""What was moved or made of several lines on the way to a report, said for each piece that it touched.

The rules that find the head and the sections choose the order; here their work is compared with the order
of the document, so that nothing moves in silence whichever rule moved it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from build_scripts.ledger import JOINS, MOVES, moved_pieces
from build_scripts.model import Finding, Piece, Role, Span

_HEADS = (Role.TITLE, Role.SUBTITLE)
# How sure the rules of the head are of what they moved, and the rule of the headings of what it joined.
_HEADLINE, _METADATA, _PASSAGE, _LINES = 0.9, 0.9, 0.85, 0.9


def report_moves(pieces: Sequence[Piece], found: Sequence[Finding]) -> list[Finding]:
    """The findings about one report, those of moves with the spans of what moved, and one for each kind
    of move that none of them tells.

    Args:
        pieces: the pieces of the report in reading order.
        found: what is known so far; a finding of a move names all that it may have moved.
    """
    moved = {span: pieces[n] for n in sorted(moved_pieces(pieces)) for span in pieces[n].spans}
    findings = []
    told: set[Span] = set()
    for finding in found:
        if finding.code in MOVES:
            spans = tuple(span for span in finding.spans if span in moved)
            told.update(spans)
            finding = replace(finding, spans=spans or finding.spans[:1])
        findings.append(finding)
    silent = {span: piece for span, piece in moved.items() if span not in told}
    return findings + _headline(silent) + _others(silent)


def _headline(moved: dict[Span, Piece]) -> list[Finding]:
    """The finding about title and decks that moved."""
    lines = list(dict.fromkeys(piece for piece in moved.values() if piece.role in _HEADS))
    if not lines:
        return []
    title = next((piece for piece in lines if piece.role is Role.TITLE), None)
    if title:
        message = f"the headline “{title.text}” stood after the beginning of the body; moved to the head"
    else:
        message = f"the deck “{lines[0].text}” did not stand below its title; moved there"
    return [Finding("S003", message, _spans(lines), _HEADLINE)]


def _others(moved: dict[Span, Piece]) -> list[Finding]:
    """The findings about metadata and about passages of the body that moved."""
    rest = list(dict.fromkeys(piece for piece in moved.values() if piece.role not in _HEADS))
    metadata = [piece for piece in rest if piece.role is Role.METADATA]
    passage = [piece for piece in rest if piece.role is not Role.METADATA]
    findings = []
    if metadata:
        message = f"“{_brief(metadata[0])}” stood elsewhere; put where the report states who, when and where"
        findings.append(Finding("S004", message, _spans(metadata), _METADATA))
    if passage:
        message = f"the passage from “{_brief(passage[0])}” on stood elsewhere in the file; put in its place"
        findings.append(Finding("C042", message, _spans(passage), _PASSAGE))
    return findings


def joined_spans(findings: Sequence[Finding]) -> frozenset[tuple[Span, Span]]:
    """The pairs of neighbouring spans that some finding says were joined."""
    joins = (finding for finding in findings if finding.code in JOINS)
    return frozenset(pair for finding in joins for pair in pairwise(finding.spans))


def report_set_lines(pieces: Sequence[Piece], said: Set[tuple[Span, Span]]) -> list[Finding]:
    """A finding for each title or heading that was made of several lines, if no other says so.

    Args:
        pieces: the pieces of one report.
        said: what cleaning says was joined in the whole document (:func:`joined_spans`).
    """
    findings = []
    for piece in pieces:
        silent = [pair for pair in pairwise(piece.spans) if pair not in said]
        if silent:
            what = "title" if piece.role is Role.TITLE else "heading"
            message = f"the {what} “{piece.text}” was set in {len(piece.spans)} lines; joined"
            findings.append(Finding("C014", message, piece.spans, _LINES))
    return findings


def _spans(pieces: Sequence[Piece]) -> tuple[Span, ...]:
    return tuple(span for piece in pieces for span in piece.spans)


def _brief(piece: Piece) -> str:
    return piece.text if len(piece.text) <= 16 else f"{piece.text[:16]}…"
