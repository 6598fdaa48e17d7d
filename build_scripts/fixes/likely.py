"""Which line of a report without a title is likeliest to be it."""

from __future__ import annotations

from itertools import takewhile

from build_scripts.fixes.holding import pieces_at
from build_scripts.model import Article, CleanDocument, Finding, Role, Span
from build_scripts.offsets import first_offset, squeezed, text_of

_PROSE = (Role.PARAGRAPH, Role.LIST_ITEM)
_SHORTEST, _LONGEST = 4, 46


def likely_title(document: CleanDocument, found: Finding) -> Span | None:
    """The span of the line that is likeliest the title of the report in which ``found`` lies.

    A heading or deck above the first paragraph; a short line above it that was removed; any heading; a
    first paragraph that is short and no sentence. ``None`` where there is none of these.
    """
    holding = pieces_at(found.spans[0], document) if found.spans else []
    if not holding:
        return None
    article = holding[0][0]
    headings = [piece for piece in article.pieces if piece.role in (Role.HEADING, Role.SUBTITLE)]
    head = list(takewhile(lambda piece: piece.role not in _PROSE, article.pieces))
    above = [piece.spans[0] for piece in headings if piece in head and piece.spans]
    anywhere = [piece.spans[0] for piece in headings if piece.spans]
    first = next((piece for piece in article.pieces if piece.role is Role.PARAGRAPH), None)
    short = [first.spans[0]] if first and first.spans and _may_be(first.text) else []
    candidates = (*above, *_removed_above(document, article), *anywhere, *short)
    return candidates[0] if candidates else None


def _removed_above(document: CleanDocument, article: Article) -> list[Span]:
    """Removed lines that could be a title, between the report above and this one's first paragraph."""
    prose = [piece.spans for piece in article.pieces if piece.role in _PROSE]
    end = min(map(first_offset, prose), default=0)
    others = [p.spans for a in document.articles if a is not article for p in a.pieces]
    start = max((first_offset(spans) for spans in others if first_offset(spans) < end), default=-1)
    return [
        span
        for removal in document.removed
        for span in removal.spans
        if start < span[0] < end and _may_be(text_of(document.source.text, (span,)))
    ]


def _may_be(text: str) -> bool:
    return _SHORTEST <= len(squeezed(text)) <= _LONGEST and not text.rstrip().endswith(("。", "；", "，"))
