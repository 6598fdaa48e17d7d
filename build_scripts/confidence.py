"""How sure a decision is, and what follows from doubt.

Each join, move and removal carries a confidence from 0 to 1: the share of such decisions that were right
in the damage laboratory (``make bench-clean ARGS=--calibrate``), rounded down. Below :data:`THRESHOLD` a
decision is carried out all the same, but it is reported as doubtful and marked on the page, and
``clean --suggest`` proposes a correction that confirms or undoes it.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.model import Article, CleanDocument
from build_scripts.offsets import Places, nearest_before

THRESHOLD = 0.8
"""A decision that is right less often than four times in five is doubtful."""

DOUBTFUL = "doubtful"
"""The flag of a piece that a doubtful decision touched."""


def is_doubtful(confidence: float | None) -> bool:
    """Whether a decision of this confidence must be reported; ``None`` is no decision.

    Example:
        >>> is_doubtful(0.6), is_doubtful(0.8), is_doubtful(None)
        (True, False, False)
    """
    return confidence is not None and confidence < THRESHOLD


def mark_doubts(document: CleanDocument) -> CleanDocument:
    """The document with each piece flagged that a doubtful decision touched.

    A doubtful join or move marks the pieces it made or moved; a doubtful removal the piece that stands
    before it in the document, for that is where a reader would miss something.
    """
    places = [span for f in document.findings if is_doubtful(f.confidence) for span in f.spans]
    starts = sorted(span for article in document.articles for piece in article.pieces for span in piece.spans)
    for removal in document.removed:
        if is_doubtful(removal.confidence) and (span := nearest_before(starts, removal.spans)):
            places.append(span)
    if not places:
        return document
    doubted = Places(places)
    return replace(document, articles=tuple(_flagged(article, doubted) for article in document.articles))


def _flagged(article: Article, doubted: Places) -> Article:
    pieces = tuple(
        replace(piece, flags=tuple(sorted({*piece.flags, DOUBTFUL})))
        if any(map(doubted.touch, piece.spans))
        else piece
        for piece in article.pieces
    )
    return replace(article, pieces=pieces)
