"""Where a paragraph ends with a line that is full, so that its place does not show it.

Where paragraphs are neither indented nor parted by blank lines, a full line that ends a sentence may end a
paragraph too. What follows belongs to it about four times in five; but lines that together are nearly
twice as long as the paragraphs of the document usually are, and fall into two parts of a usual length
there, are two paragraphs (five times in six; 262 such lines of made-up reports).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from statistics import median

from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.wrapping import Fit, Wrapping

# Paragraphs that must be known before one has a usual length; the least part of it that is a paragraph.
_FEWEST = 4
_LEAST = 0.75
_TWICE = 1.75
_LISTING = ("；", "：")


def parted(
    paragraphs: Sequence[Sequence[int]], shown: Sequence[str], wrapping: Wrapping
) -> list[list[Sequence[int]]]:
    """The same paragraphs, each as the parts into which its length makes it fall; one for most.

    Args:
        paragraphs: the lines of each.
        shown: the texts of all lines.
        wrapping: how they are wrapped.
    """
    if wrapping.indents:
        return [[members] for members in paragraphs]
    tight = _follow_directly(shown, wrapping)
    doubts = [_doubts(members, shown, wrapping, tight=tight) for members in paragraphs]
    known = [
        _length(members, shown)
        for members, places in zip(paragraphs, doubts, strict=True)
        if len(members) > 1 and not places
    ]
    if len(known) < _FEWEST:
        return [[members] for members in paragraphs]
    usual = median(known)
    return [_cut(members, places, shown, usual) for members, places in zip(paragraphs, doubts, strict=True)]


def _follow_directly(shown: Sequence[str], wrapping: Wrapping) -> bool:
    """Whether paragraphs of the document follow each other without a blank line."""
    return any(
        not wrapping.opens[place] and not wrapping.fits[place - 1] and ends_sentence(shown[place - 1])
        for place in range(1, len(shown))
    )


def _doubts(members: Sequence[int], shown: Sequence[str], wrapping: Wrapping, *, tight: bool) -> list[int]:
    """Before which of its lines a paragraph may end: what follows is no mere rest of a line."""
    return [
        n
        for n in range(1, len(members))
        if wrapping.fits[members[n - 1]] is Fit.FULL
        and wrapping.fits[members[n]]
        and (tight or wrapping.apart[members[n]])
        and ends_sentence(shown[members[n - 1]])
        and not shown[members[n - 1]].endswith(_LISTING)
    ]


def _cut(
    members: Sequence[int], places: Sequence[int], shown: Sequence[str], usual: float
) -> list[Sequence[int]]:
    """The lines as paragraphs of about the usual length, as like each other as may be."""
    least = _LEAST * usual
    read = list(accumulate((len(shown[place]) for place in members), initial=0))
    ends = [read[place] for place in places]
    parts: list[Sequence[int]] = []
    start = 0
    while (rest := read[-1] - read[start]) >= _TWICE * usual:
        target = read[start] + rest / max(2, round(rest / usual))
        behind = bisect_left(ends, target)
        near = sorted(
            range(max(0, behind - 1), min(behind + 1, len(ends))), key=lambda n: abs(ends[n] - target)
        )
        fitting = [n for n in near if read[start] + least <= ends[n] <= read[-1] - least]
        if not fitting:
            break
        parts.append(members[start : places[fitting[0]]])
        start = places[fitting[0]]
    return [*parts, members[start:]]


def _length(members: Sequence[int], shown: Sequence[str]) -> int:
    return sum(len(shown[place]) for place in members)
