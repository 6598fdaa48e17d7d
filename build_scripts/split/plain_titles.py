"""Reports that follow each other with nothing but a title between: no by-line, no deck, no date.

A section heading looks just the same. What tells them apart is the subject: the sections of a report use
the same words, two reports hardly do. The more the form speaks for a new report (a rule or a wider gap above
the title, or no mark where all headings of the report have one), the more of them they may share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice, pairwise

from build_scripts.clean.blocks import PROSE, Block, Kind, first_prose
from build_scripts.clean.cohesion import each_pair, kinship
from build_scripts.clean.headings import standing_lines

# The kinship up to which a title begins a new report, by the form of the title.
_PARTED, _UNMARKED, _PLAIN = -3.0, -12.0, -25.0
# Characters on either side below which the words tell nothing.
_ENOUGH = 150
# Characters of what follows that are looked at: a first section may share little with what introduces it.
_OPENING = 600
_SHORTEST_TITLE = 5
_ASKS = ("？", "?")
_TITLES = (Kind.SHORT, Kind.HEADING, Kind.DECK)


def at_plain_titles(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks of a report, parted where another report begins; together they are ``blocks``."""
    standing = standing_lines(blocks)
    candidates = _candidates(blocks, standing)
    if not candidates:
        yield tuple(blocks)
        return
    start = 0
    before = _Stretch.of(blocks[: candidates[0]], standing)
    sections = [_Stretch.of(blocks[a:b], standing) for a, b in pairwise([*candidates, len(blocks)])]
    for number, place in enumerate(candidates):
        if _is_other(before, blocks[place], _opening(sections, number)):
            yield tuple(blocks[start:place])
            start, before = place, sections[number]
        else:
            before.extend(sections[number])
    yield tuple(blocks[start:])


@dataclass(slots=True)
class _Stretch:
    """What is to be known of neighbouring blocks; it grows by the next ones, so that each is read once.

    ``size``: the characters of its prose. ``marked``: how many headings have a mark, those aside that stand
    in every section. ``pairs``: how often each pair of characters stands in it, ``each``: all of them in a
    row, which are counted quicker than counts are added.
    """

    size: int
    marked: int
    pairs: Counter[str]
    each: list[str]

    @classmethod
    def of(cls, blocks: Sequence[Block], standing: Set[str]) -> _Stretch:
        """What there is to know of ``blocks``; ``standing`` are lines that stand over several sections."""
        size = sum(len(block.text) for block in blocks if block.kind in PROSE)
        marked = sum(
            b.kind is Kind.HEADING and (b.level > 1 or b.number is not None) and b.text not in standing
            for b in blocks
        )
        each = list(each_pair(blocks))
        return cls(size, marked, Counter(each), each)

    def extend(self, after: _Stretch) -> None:
        """Take in what follows."""
        self.size += after.size
        self.marked += after.marked
        self.pairs.update(after.each)
        self.each += after.each


def _opening(sections: Sequence[_Stretch], number: int) -> _Stretch:
    """The section of that number, with the next ones where it is short."""
    opening = sections[number]
    if opening.size >= _OPENING:
        return opening
    opening = _Stretch(opening.size, opening.marked, Counter(opening.pairs), list(opening.each))
    for section in islice(sections, number + 1, None):
        if opening.size >= _OPENING:
            break
        opening.extend(section)
    return opening


def _candidates(blocks: Sequence[Block], standing: Set[str]) -> list[int]:
    """The places of lines below the first paragraph that could be a report's title: each opens a run."""
    first = first_prose(blocks)
    # What stands over several sections (主要做法) is the title of none.
    # Where several headings ask, one that asks is a heading.
    asking = sum(block.text.endswith(_ASKS) for block in blocks if block.kind in _TITLES)
    return [
        place
        for place in range(first + 1, len(blocks) - 1)
        if _is_title(blocks[place])
        and blocks[place].text not in standing
        and not (asking > 1 and blocks[place].text.endswith(_ASKS))
        and blocks[place - 1].kind not in _TITLES
        and any(block.kind in PROSE for block in blocks[place + 1 : place + 5])
    ]


def _is_title(block: Block) -> bool:
    unnumbered = block.kind is Kind.SHORT or (block.kind is Kind.HEADING and block.number is None)
    return unnumbered and not block.inside and len(block.text) >= _SHORTEST_TITLE


def _is_other(before: _Stretch, title: Block, after: _Stretch) -> bool:
    """Whether ``after``, which begins with a title, is another report than ``before``."""
    if min(before.size, after.size) < _ENOUGH:
        return False
    kin = kinship(before.pairs, after.pairs, (len(before.each), len(after.each)))
    return kin <= _most_kin(before, title)


def _most_kin(before: _Stretch, title: Block) -> float:
    if title.parted:
        return _PARTED
    return _UNMARKED if title.kind is Kind.SHORT and before.marked >= 2 else _PLAIN
