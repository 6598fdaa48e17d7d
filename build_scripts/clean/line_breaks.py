"""Where lines end, and at what widths a program or a page would have wrapped them there.

A line that was wrapped fits within the width, the line and what comes next do not. What may hang over the
edge (closing marks, a Latin word that is not parted) does not count as part of the line that must fit.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from build_scripts.clean.chinese import CLOSERS
from build_scripts.clean.remembering import remembered
from build_scripts.offsets import RawLine

MARKS = "，。、；：！？%％‰℃·…,.;:!?" + CLOSERS
"""Marks that do not begin a line."""

_ASCII = "".join(map(chr, range(33, 127)))
# What is not parted from the first word of a line: opening marks before it, closing ones behind it.
_WORD = re.compile(r"[“‘（《〈【〔「『(]*(?:[!-~]{1,30}|.)[，。、；：！？%％‰℃·…”’）》〉】〕」』)]*")
_CHARACTER = re.compile(r"[“‘（《〈【〔「『(]*.")
# Most of a Chinese line: characters and marks of two columns.
_WIDE = re.compile(r"[\u4e00-\u9fff，。、：；（）“”《》！？]+")

# Widths in characters; columns of a terminal are twice as many.
_NARROWEST, _WIDEST = 8, 100


@dataclass(frozen=True, slots=True)
class Breaks:
    """For each line the widths at which it would have been wrapped where it ends, from ``low`` to ``high``.

    ``pairs`` are the lines whose next may go on; ``unit`` is the width of a Chinese character: 1 where the
    width counts characters, 2 where it counts the columns of a terminal.
    """

    low: Sequence[int]
    high: Sequence[int]
    sizes: Sequence[int]
    pairs: Sequence[int]
    unit: int

    def covers(self, place: int, width: int, slack: int) -> bool:
        """Whether the line would have ended there at this width."""
        return self.low[place] - slack <= width <= self.high[place] + slack

    def commonest(self, slack: int) -> tuple[int, int]:
        """The width at which most lines would have been wrapped where they are, and how many.

        Args:
            slack: by how much a line may be wider or narrower.
        """
        begin = Counter([self.low[place] - slack for place in self.pairs])
        end = Counter([self.high[place] + slack + 1 for place in self.pairs])
        best = (0, 0)
        count = 0
        for width in sorted(begin.keys() | end.keys()):
            count += begin[width] - end[width]
            if count > best[1] and _NARROWEST * self.unit <= width <= _WIDEST * self.unit:
                best = (width, count)
        return best


def measured(
    lines: Sequence[RawLine], shown: Sequence[str], pairs: Sequence[int], units: Sequence[int], *, words: bool
) -> list[Breaks]:
    """The widths at which each line would have been wrapped, in each of some units.

    Args:
        lines: the lines, for their indents.
        shown: their texts.
        pairs: the lines whose next may go on.
        units: 1 to count characters, 2 to count columns.
        words: a Latin word and the marks behind a character are not parted; else any character may end a
            line.
    """
    least = (_WORD if words else _CHARACTER).match
    indents = [line.indent.expandtabs(4) if line.indent else "" for line in lines]
    hanging = [_hanging(text) for text in shown]
    following = [found.group() if (found := least(text)) else "" for text in shown[1:]]
    made = []
    for unit in units:
        size: Callable[[str], int] = len if unit == 1 else columns
        sizes = [size(text) + size(indent) for text, indent in zip(shown, indents, strict=True)]
        low = [whole - size(over) for whole, over in zip(sizes, hanging, strict=True)]
        # Behind the last line nothing follows, or nothing that has a width.
        high = [
            whole + size(next_word) - 1 if next_word else whole
            for whole, next_word in zip(sizes, [*following, ""], strict=False)
        ]
        made.append(Breaks(low, high, sizes, pairs, unit))
    return made


def _hanging(text: str) -> str:
    """What of a line may hang over the edge."""
    bare = text.rstrip(MARKS)
    word = bare.rstrip(_ASCII)
    return text[len(word) + 1 :] if len(word) < len(bare) else text[len(bare) :]


def columns(line: str) -> int:
    """Columns of a line on a terminal: two for a Chinese character or mark, one for a Latin letter.

    Example:
        >>> columns("3万亩茶园")
        9
    """
    return len(line) if line.isascii() else _wide(line)


@remembered
def _wide(line: str) -> int:
    others = _WIDE.sub("", line)
    return 2 * (len(line) - len(others)) + (sum(map(_columns, others)) if others else 0)


@cache
def _columns(char: str) -> int:
    # Quotation marks and dashes are full-width in Chinese text, whatever a terminal makes of them.
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
