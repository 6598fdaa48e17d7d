"""Whether the result shows what a person said; where it does not, that is reported, never passed over."""

from __future__ import annotations

from build_scripts.fixes.codes import REMOVED
from build_scripts.fixes.model import Action
from build_scripts.fixes.quoting import Target
from build_scripts.model import Article, CleanDocument, Piece, Role, Span
from build_scripts.offsets import ends_of, follows, leads, touches


def holds(target: Target, document: CleanDocument) -> bool:
    """Whether a correction shows in a document. Order and what is ignored come after this."""
    span, other = target.span, target.other
    if span is None:
        return True
    match target.fix.action:
        case Action.KEEP | Action.ROLE:
            return _is_kept(span, target.fix.role, document)
        case Action.SPLIT:
            return _begins(span, target.fix.report, document)
        case Action.JOIN if other:
            return _goes_on(ends_of(span)[1], ends_of(other)[0], document)
        case _:
            return True


def pieces_at(span: Span, document: CleanDocument) -> list[tuple[Article, Piece]]:
    """The pieces that hold a character of ``span``, in reading order, each with its report."""
    return [
        (article, piece)
        for article in document.articles
        for piece in article.pieces
        if any(touches(span, own) for own in piece.spans)
    ]


def _is_kept(span: Span, role: Role | None, document: CleanDocument) -> bool:
    """Whether all of ``span`` that no correction removes is published, in ``role`` if there is one."""
    by_rule = (removal for removal in document.removed if removal.code != REMOVED)
    if any(touches(span, gone) for removal in by_rule for gone in removal.spans):
        return False
    pieces = pieces_at(span, document)
    return bool(pieces) and all(role in (None, piece.role) for _, piece in pieces)


def _begins(span: Span, report: bool, document: CleanDocument) -> bool:
    """Whether a piece, and if asked for a report, begins with ``span``, or it is not published at all."""
    first = ends_of(span)[0]
    pieces = pieces_at(first, document)
    if not pieces:
        return True
    article, piece = pieces[0]
    if not leads(document.source.text, piece.spans, first):
        return False
    return not report or all(other.spans[0][1] > first[0] for other in article.pieces if other.spans)


def _goes_on(last: Span, first: Span, document: CleanDocument) -> bool:
    """Whether one piece holds both halves, in their order."""
    pieces = pieces_at(last, document)
    return bool(pieces) and follows(pieces[0][1].spans, last, first)
