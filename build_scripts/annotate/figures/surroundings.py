"""The stretch of text around a figure in which the name of what it counts can stand: its clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.annotate.figures.model import Span

REACH = 60
"""How far, in characters, a name may begin before a figure or end behind it. So the work is linear."""

_BOUND = re.compile("[，。；：！？\n]")
_PART = re.compile("[；。！？\n]")
_BRACKETS = re.compile("[（(][^（）()]{0,40}[）)]")
# What says of a figure that it is a limit.
_LIMIT = re.compile("以上|以下|以内|左右|满|超过|不足|不到|[余多近约]|不[低少高多]于")


@dataclass(frozen=True, slots=True)
class Around:
    """``left`` and ``right`` of a figure in its clause, dates and brackets left out.

    ``cut``: another figure follows in the clause. ``before`` is the clause before, as far as no other figure
    stands in it; ``linked``: the figure before stands in the same sentence, no semicolon between.
    """

    left: str
    right: str
    cut: bool
    before: str
    linked: bool


class Surroundings:
    """The surroundings of the figures of ``text``.

    Args:
        text: the Chinese.
        figures: where its figures are, in order.
        others: where all quantities are, dates and the like included, in order.
    """

    def __init__(self, text: str, figures: Sequence[Span], others: Sequence[Span]) -> None:
        self._text = text
        self._figures = figures
        self._others = others
        self._starts = [start for start, _ in others]

    def around(self, at: int) -> Around:
        """What stands around the figure at place ``at`` of the list."""
        start, end = self._figures[at]
        last = self._figures[at - 1][1] if at else 0
        low = max(last, start - REACH)
        bounds = [bound.end() for bound in _BOUND.finditer(self._text, low, start)]
        right, cut = self._right(end)
        linked = at > 0 and (last >= start or not _PART.search(self._text, last, start))
        earlier = _PART.split(self._text[low : bounds[-1] - 1])[-1] if bounds else ""
        if bounds and _PART.match(self._text, bounds[-1] - 1):
            earlier = ""
        clause = re.split("[，：]", earlier)[-1]
        return Around(self._plain(bounds[-1] if bounds else low, start), right, cut, clause, linked)

    def _right(self, end: int) -> tuple[str, bool]:
        """The text behind a figure up to the next quantity or the end of the clause."""
        place = bisect_left(self._starts, end)
        if place < len(self._others) and self._others[place][0] == end < self._others[place][1]:
            # 3190户9058名贫困人口: two figures of one noun.
            end, place = self._others[place][1], place + 1
        bound = _BOUND.search(self._text, end, end + REACH)
        limit = bound.start() if bound else min(end + REACH, len(self._text))
        while True:
            next_start, next_end = self._others[place] if place < len(self._others) else (limit, limit)
            cut = next_start < limit
            right = self._text[end : min(next_start, limit)]
            # 13个贫困人口满100人的非贫困村: the figure between belongs to a clause about the noun.
            limit_follows = self._text.startswith("的", next_end) and _LIMIT.search(
                self._text, next_start, next_end
            )
            if not cut or not right or not limit_follows:
                return _BRACKETS.sub("", right), cut
            end, place = next_end + 1, place + 1

    def _plain(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` without brackets and dates: 运转经费2016年是 is 运转经费是."""
        kept = []
        for begin, stop in self._others[bisect_left(self._starts, start) : bisect_right(self._starts, end)]:
            if start <= begin and stop <= end:
                kept.append(self._text[start:begin])
                start = stop
        return _BRACKETS.sub("", "".join((*kept, self._text[start:end])))
