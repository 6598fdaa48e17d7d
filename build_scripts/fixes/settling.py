"""The last touches of corrections: exact wording, doubts that a person settled, findings to be ignored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from build_scripts.clean.rules import gap, hard_wrap
from build_scripts.confidence import is_doubtful
from build_scripts.edits import place_within
from build_scripts.fixes.model import Action, Fix
from build_scripts.fixes.quoting import Target
from build_scripts.model import Article, CleanDocument, Finding, Piece, Role, Span
from build_scripts.offsets import squeezed, text_of, touches


def printed_as_told(document: CleanDocument, replaced: Sequence[tuple[Span | None, str]]) -> CleanDocument:
    """The document with each replaced text printed letter for letter, where typography mended it.

    Args:
        document: in the offsets of the text that the rules read.
        replaced: where each stands in it, and how it is to be printed.
    """
    for span, wanted in replaced:
        if span:
            articles = tuple(
                _printed(article, document.source.text, span, wanted) for article in document.articles
            )
            document = replace(document, articles=articles)
    return document


def _printed(article: Article, text: str, span: Span, wanted: str) -> Article:
    pieces = tuple(
        replace(piece, text=_exact(piece, text, span, wanted))
        if any(touches(span, own) for own in piece.spans)
        else piece
        for piece in article.pieces
    )
    if pieces == article.pieces:
        return article
    title = next((piece.text for piece in pieces if piece.role is Role.TITLE), "")
    subtitle = " ".join(piece.text for piece in pieces if piece.role is Role.SUBTITLE)
    return replace(article, pieces=pieces, title=title, subtitle=subtitle)


def _exact(piece: Piece, text: str, span: Span, wanted: str) -> str:
    """The text of a piece with ``wanted`` at the place of ``span``.

    What markup of a heading or an item lacks at either end belongs to the piece but not to its text.
    """
    start, end = place_within(piece.spans, span)
    raw, shown = text_of(text, piece.spans), piece.text
    first, last = _aligned(raw, shown, start), _aligned(raw, shown, end)
    there = shown[first:last]
    at_edge = first == 0 or last == len(shown)
    if there == wanted or (at_edge and squeezed(there) in squeezed(wanted)):
        return shown
    return shown[:first] + wanted + shown[last:]


def _aligned(raw: str, shown: str, place: int) -> int:
    """The place in the published text that answers to a place in the raw one."""
    for step in Levenshtein.opcodes(raw, shown):
        if step.src_start <= place < step.src_end:
            if step.tag == "equal" or place == step.src_start:
                return step.dest_start + place - step.src_start
            return min(step.dest_end, step.dest_start + place - step.src_start)
    return len(shown)


def confirmed(document: CleanDocument, obeyed: Iterable[Target]) -> CleanDocument:
    """The document with no doubt left about what a person placed, joined, or gave its role.

    Nor is there one whether a paragraph begins below a full line, where a person says that it does.
    """
    obeyed = list(obeyed)
    settled = _spans_of(obeyed, Action.ORDER, Action.ROLE, Action.JOIN)
    begun = _spans_of(obeyed, Action.SPLIT)

    def sure(found: Finding) -> Finding:
        spans = (*settled, *begun) if found.code == hard_wrap.CODE else settled
        about = any(touches(span, own) for span in spans for own in found.spans)
        return replace(found, confidence=1.0) if about and is_doubtful(found.confidence) else found

    return replace(document, findings=tuple(map(sure, document.findings)))


def _spans_of(targets: Sequence[Target], *actions: Action) -> list[Span]:
    return [span for target in targets if target.fix.action in actions for span in target.spans]


def ignoring(document: CleanDocument, targets: Sequence[Target]) -> tuple[CleanDocument, list[Fix]]:
    """The document without the findings that a person has looked at, and the corrections that met none.

    A removal stays in the account; if it was doubtful, it is no longer. A gap that is none loses its mark.
    """
    idle = []
    for target in targets:
        gone = [found for found in document.findings if _meant(target, found.code, found.spans)]
        doubted = [
            removal
            for removal in document.removed
            if is_doubtful(removal.confidence) and _meant(target, removal.code, removal.spans)
        ]
        if not gone and not doubted:
            idle.append(target.fix)
        removed = tuple(replace(r, confidence=1.0) if r in doubted else r for r in document.removed)
        findings = tuple(found for found in document.findings if found not in gone)
        document = replace(document, removed=removed, findings=findings)
        if target.fix.code == gap.CODE:
            spans = [span for found in gone for span in found.spans]
            articles = tuple(_without_gaps(article, spans) for article in document.articles)
            document = replace(document, articles=articles)
    return document, idle


def _meant(target: Target, code: str, spans: Sequence[Span]) -> bool:
    if code != target.fix.code:
        return False
    return target.span is None or any(touches(target.span, span) for span in spans)


def _without_gaps(article: Article, spans: Sequence[Span]) -> Article:
    """A report without the marks of gaps at ``spans``."""
    pieces = []
    for piece in article.pieces:
        over = set()
        if piece.spans and any(touches(piece.spans[0], span) for span in spans):
            over.add("gap-before")
        if piece.spans and any(touches(piece.spans[-1], span) for span in spans):
            over.add("gap-after")
        kept = tuple(flag for flag in piece.flags if flag not in over)
        pieces.append(piece if kept == piece.flags else replace(piece, flags=kept))
    return replace(article, pieces=tuple(pieces))
