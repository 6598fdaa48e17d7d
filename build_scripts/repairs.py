"""What a piece's text has otherwise than the document: each change with its place, and the rule behind it.

The rules of typography count their repairs; here the text of a piece is laid beside its raw characters to
say where each repair is. Law (tested): the raw text with all changes made is the published text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from rapidfuzz.distance import Levenshtein

from build_scripts.clean.rules import compatibility, half_width, spacing, stray_latin
from build_scripts.clean.rules.invisible import visible
from build_scripts.model import Piece, Span
from build_scripts.offsets import offsets_of, span_around, text_of

MARKUP = ""
"""Stands for a code where nothing was repaired: a mark (###, □, 一、) that shows the role of its piece."""

_INVISIBLE = "C006"
# Characters compared at a time: the comparison takes the square of them.
_WINDOW = 1200


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that is published otherwise: ``raw`` at ``span`` became ``published``.

    ``code`` is that of the rule or :data:`MARKUP`. What is only put in has an empty span.
    """

    span: Span
    raw: str
    published: str
    code: str


def changes(text: str, piece: Piece) -> tuple[Change, ...]:
    """What was changed in ``piece`` of a document with ``text``, in the order of the piece.

    Example: of 天热,人忙 comes one change, ``,`` to ``，`` by C050.
    """
    raw, offsets = text_of(text, piece.spans), offsets_of(piece.spans)
    ends = set(accumulate(end - start for start, end in piece.spans))
    found = []
    for start, end, into, upto in _differences(raw, piece.text):
        published = piece.text[into:upto]
        code = _code(raw[start:end], published)
        # A change across a seam lies at two places of the document.
        cuts = [start, *(n for n in range(start + 1, end) if n in ends), end]
        for first, last in pairwise(cuts):
            if first < last:
                span = span_around(offsets[first:last])
            else:
                at = offsets[min(first, len(offsets) - 1)]
                span = (at, at)
            found.append(Change(span, raw[first:last], published, code))
            published = ""
    return tuple(found)


def seams(text: str, piece: Piece) -> tuple[int, ...]:
    """Where in the text of ``piece`` each of its spans but the first begins."""
    raw = text_of(text, piece.spans)
    wanted = list(accumulate(end - start for start, end in piece.spans))[:-1]
    differences = [(0, 0, 0, 0), *_differences(raw, piece.text)]
    places = []
    for seam in wanted:
        start, end, _, upto = [found for found in differences if found[0] < seam or found[1] <= seam][-1]
        places.append(upto + max(0, seam - max(start, end)))
    return tuple(places)


_Difference = tuple[int, int, int, int]


def _differences(raw: str, shown: str) -> Iterator[_Difference]:
    """Where two texts differ: the stretch of the one and the stretch of the other, in order.

    Long texts are compared window by window, each going on where the two last agreed.
    """
    at, into = 0, 0
    while at < len(raw) or into < len(shown):
        one, other = raw[at : at + _WINDOW], shown[into : into + _WINDOW]
        steps = list(Levenshtein.opcodes(one, other))
        whole = at + _WINDOW >= len(raw) and into + _WINDOW >= len(shown)
        # At the end of a window the texts may only seem to differ.
        agreed = max((n for n, step in enumerate(steps) if step.tag == "equal"), default=-1)
        kept = steps if whole or agreed < 0 else steps[: agreed + 1]
        for same, run in groupby(kept, key=lambda step: step.tag == "equal"):
            steps = list(run)
            first, last = steps[0], steps[-1]
            if not same:
                yield at + first.src_start, at + last.src_end, into + first.dest_start, into + last.dest_end
        at, into = at + kept[-1].src_end, into + kept[-1].dest_end


def _code(raw: str, published: str) -> str:
    """The rule that makes such a change."""
    if raw and not visible(raw):
        return _INVISIBLE
    if raw.strip() == "and":
        return stray_latin.CODE
    if raw and compatibility.repair(raw) == published:
        return compatibility.CODE
    if raw.isspace() and not published.strip():
        return spacing.CODE
    return half_width.CODE if raw and published.strip() else MARKUP
