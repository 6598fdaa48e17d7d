"""Paragraphs that the page cut off in their first line, known by the indent."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from build_scripts.offsets import RawLine, length_of

_FEWEST_INDENTED = 3


def cut_starts(lines: Sequence[RawLine]) -> tuple[frozenset[int], frozenset[int]]:
    """Where the page cut a paragraph in its first line: the numbers of such lines, and of captions below.

    Only where paragraphs are indented. An indented line right above one without indent begins a paragraph,
    however short it is: headings stand above an indented line. A short line between that and a further line
    without indent is a caption, for a paragraph's lines are full but for the first and the last.
    """
    indented = sum(line.indented for line in lines)
    if indented < _FEWEST_INDENTED or indented * 20 < len(lines):
        return frozenset(), frozenset()
    usual = median(map(_size, lines))
    starts, captions = set(), set()
    for one, other, third in zip(lines, lines[1:], (*lines[2:], None), strict=False):
        if not one.indented or other.indented or other.follows_blank or _size(one) >= usual:
            continue
        starts.add(one.number)
        if third and not (third.indented or third.follows_blank) and _size(other) < usual:
            captions.add(other.number)
    return frozenset(starts), frozenset(captions)


def _size(line: RawLine) -> int:
    """The characters of a line."""
    return length_of((line.span,))
