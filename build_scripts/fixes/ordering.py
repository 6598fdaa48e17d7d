"""Pieces moved to the place that a person says: the last thing that happens to a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.fixes.holding import pieces_at
from build_scripts.fixes.quoting import Target
from build_scripts.model import CleanDocument, Piece, Role


def reordered(document: CleanDocument, targets: Sequence[Target]) -> tuple[CleanDocument, list[Target]]:
    """The document with pieces moved, one correction after the other, and those that could be followed.

    The pieces that hold the quoted text are moved as they follow each other. A piece may go to another
    report; a report of which nothing is left is none.
    """
    moved: list[Target] = []
    for target in targets:
        if (result := _moved(document, target)) is not None:
            document = result
            moved.append(target)
    return document, moved


def _moved(document: CleanDocument, target: Target) -> CleanDocument | None:
    """The document after one move; ``None`` where it cannot be made."""
    pieces, beside = _pieces(target, document)
    if not _can_move(target, pieces, beside):
        return None
    anchor = beside[0] if target.fix.before else beside[-1]
    gone = {id(piece) for piece in pieces}
    articles = []
    for article in document.articles:
        made: list[Piece] = []
        for piece in article.pieces:
            if id(piece) in gone:
                continue
            around = [*pieces, piece] if target.fix.before else [piece, *pieces]
            made += around if piece is anchor else [piece]
        if made:
            subtitle = " ".join(piece.text for piece in made if piece.role is Role.SUBTITLE)
            articles.append(replace(article, pieces=tuple(made), subtitle=subtitle))
    return replace(document, articles=tuple(articles))


def _pieces(target: Target, document: CleanDocument) -> tuple[list[Piece], list[Piece]]:
    """The pieces to move, and those beside which they go."""
    if not target.span or not target.other:
        return [], []
    moving = [piece for _, piece in pieces_at(target.span, document)]
    return moving, [piece for _, piece in pieces_at(target.other, document)]


def _can_move(target: Target, pieces: Sequence[Piece], beside: Sequence[Piece]) -> bool:
    """A title stays at the head of its report, and nothing stands beside itself."""
    if not pieces or not beside or any(piece is other for piece in pieces for other in beside):
        return False
    before_title = target.fix.before and beside[0].role is Role.TITLE
    return not before_title and all(piece.role is not Role.TITLE for piece in pieces)


def is_in_order(target: Target, moved: Sequence[Target], document: CleanDocument) -> bool:
    """Whether the pieces still stand where they were moved: only others that were moved lie between."""
    pieces, beside = _pieces(target, document)
    if not pieces or not beside:
        return False
    others = {id(piece) for other in moved for piece in _pieces(other, document)[0]}
    for article in document.articles:
        order = [id(piece) for piece in article.pieces]
        ends = (id(pieces[-1]), id(beside[0])) if target.fix.before else (id(beside[-1]), id(pieces[0]))
        if all(end in order for end in ends):
            first, second = (order.index(end) for end in ends)
            return first < second and all(between in others for between in order[first + 1 : second])
    return False
