"""A headline that stands below its report, right above the headline of the next one."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import segmenter
from build_scripts.clean.blocks import PROSE, Block, Kind

# Blocks of either report that a line is compared with: enough to name the subject.
_REACH = 12
# What a line of a headline and its report have in common beyond what it has with the other.
_MORE = 2


def headline_above(blocks: Sequence[Block], begin: int, start: int, end: int) -> int:
    """Where the next report begins in the run of head lines from ``start`` to ``end``.

    Args:
        blocks: those of the document.
        begin: where the report above begins; it has shown no title.
        start: the first line of the run.
        end: the place behind the last.

    Returns:
        ``start``, or the place below the lines whose words the report above tells over again and the one
        below does not. One title line at least is left for the report below.
    """
    titles = [n for n in range(start, end) if blocks[n].kind in (Kind.SHORT, Kind.HEADING)]
    if len(titles) < 2 or titles[0] != start:
        return start
    above = _words(blocks[max(begin, start - _REACH) : start])
    below = _words(blocks[end : end + _REACH])
    place = start
    for number in titles[:-1]:
        if number != place:
            break
        line = _telling(blocks[number].text)
        if len(line & above) - len(line & below) < _MORE:
            break
        place = number + 1
    return place


def _words(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(word for block in blocks if block.kind in PROSE for word in _telling(block.text))


def _telling(text: str) -> frozenset[str]:
    """The words of two characters and more."""
    return frozenset(word for word in segmenter.cut(text, False) if len(word) > 1 and not word.isdigit())
