"""Reports that follow each other with nothing but a title between: no by-line, no deck, no date.

A section heading looks just the same. What tells them apart is the subject: the sections of a report share
words, two reports hardly do. The more the form speaks for a new report (a rule or a wider gap above the
title, or no mark where all headings of the report have one), the more words they may share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.clean.blocks import PROSE, Block, Kind, first_prose
from build_scripts.split.cohesion import overlap, words_of

# The share of words up to which a title begins a new report, by the form of the title.
_PARTED, _UNMARKED, _PLAIN = 0.12, 0.08, 0.03
# Characters on either side below which the words tell nothing.
_ENOUGH = 150
_SHORTEST_TITLE = 5
_TITLES = (Kind.SHORT, Kind.HEADING, Kind.DECK)


def at_plain_titles(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks of a report, parted where another report begins; together they are ``blocks``."""
    start = 0
    candidates = [*_candidates(blocks), len(blocks)]
    for place, following in pairwise(candidates):
        if _is_other(blocks[start:place], blocks[place:following]):
            yield tuple(blocks[start:place])
            start = place
    yield tuple(blocks[start:])


def _candidates(blocks: Sequence[Block]) -> list[int]:
    """The places of lines below the first paragraph that could be a report's title: each opens a run."""
    first = first_prose(blocks)
    return [
        place
        for place in range(first + 1, len(blocks) - 1)
        if _is_title(blocks[place])
        and blocks[place - 1].kind not in _TITLES
        and any(block.kind in PROSE for block in blocks[place + 1 : place + 5])
    ]


def _is_title(block: Block) -> bool:
    unnumbered = block.kind is Kind.SHORT or (block.kind is Kind.HEADING and block.number is None)
    return unnumbered and not block.inside and len(block.text) >= _SHORTEST_TITLE


def _is_other(before: Sequence[Block], after: Sequence[Block]) -> bool:
    """Whether ``after``, which begins with a title, is another report than ``before``."""
    if min(_size(before), _size(after)) < _ENOUGH:
        return False
    return overlap(words_of(before), words_of(after)) <= _most_shared(before, after[0])


def _most_shared(before: Sequence[Block], title: Block) -> float:
    if title.parted:
        return _PARTED
    marked = sum(b.kind is Kind.HEADING and (b.level > 1 or b.number is not None) for b in before)
    unmarked = title.kind is Kind.SHORT and marked >= 2
    return _UNMARKED if unmarked else _PLAIN


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.kind in PROSE)
