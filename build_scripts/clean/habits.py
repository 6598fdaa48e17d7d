"""How a document sets its headings, which tells a heading from the short half of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.clean.blocks import PROSE, Block, Kind

# Characters of a line and the difference of its clauses from which on it reads like prose.
_SHORTEST_PROSE, _UNEQUAL = 16, 4
# Characters of the shortest line of a column; what is shorter is no first line of a paragraph.
_SHORTEST_LINE = 8


@dataclass(frozen=True, slots=True)
class Habit:
    """What is usual in one report.

    ``marked``: at least two of its headings have a mark, so that a line without one hardly is a heading.
    ``longest``: no more than a quarter of its unmarked short lines are longer (characters).
    ``signed``: its by-line stands above, so that another by-line belongs to another report.
    """

    marked: bool
    longest: int
    signed: bool

    @classmethod
    def of(cls, blocks: Sequence[Block], signed: bool) -> Habit:
        """The habit of a report; ``signed`` where its by-line stands above."""
        marked = sum(b.kind is Kind.HEADING and (b.level != 1) for b in blocks)
        lengths = sorted(len(b.text) for b in blocks if b.kind is Kind.SHORT)
        return cls(marked >= 2, lengths[len(lengths) * 3 // 4] if lengths else 0, signed)

    def doubts(self, block: Block) -> int:
        """The evidence that a short line is no heading of this document, from 0 to 7."""
        if block.kind is not Kind.SHORT or block.inside or len(block.text) < _SHORTEST_LINE:
            return 0
        clauses = min(2, block.text.count("，") + block.text.count(",") + 2 * block.text.count("："))
        lengths = [len(clause) for clause in re.split("[，,]", block.text)]
        return (
            (3 if self.marked else 0)
            + (1 if len(block.text) > max(20, self.longest) else 0)
            + max(0, clauses - 1)
            # 组织领路，村村都有好门道 is a heading; clauses of quite unequal length are prose.
            + (2 if len(block.text) >= _SHORTEST_PROSE and max(lengths) - min(lengths) >= _UNEQUAL else 0)
        )


def habits_of(blocks: Sequence[Block]) -> list[Habit]:
    """The habit that holds at each block: reports of one file, parted by their by-lines, differ in it."""
    cuts = [0, *(n for n, b in enumerate(blocks) if b.kind is Kind.BYLINE and n), len(blocks)]
    habits: list[Habit] = []
    for start, end in pairwise(cuts):
        signed = start < end and blocks[start].kind is Kind.BYLINE
        habit = Habit.of(blocks[start:end], signed)
        unknown = Habit(marked=False, longest=100, signed=signed)
        first = next((n for n in range(start, end) if blocks[n].kind in PROSE), end)
        # Above the first paragraph stand titles, which have no mark where headings do.
        habits += [unknown] * (first - start) + [habit] * (end - first)
    return habits
