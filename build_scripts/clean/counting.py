"""Numbers that only the count tells: 1) 2) 3), and 1．10月18日 … where a figure follows the number.

By itself such a beginning may be half of a bracket or a figure. Beside a member of the same list with the
number before or after it, it is a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.clean.blocks import PROSE, Block, Kind, Number, NumberStyle
from build_scripts.clean.numerals import doubtful_number

_HEADINGS = (Kind.SHORT, Kind.HEADING)
# What ends a list of paragraphs; captions, tables and page marks may stand within one.
_ENDS = (*_HEADINGS, Kind.NUMBER, Kind.DECK, Kind.BYLINE, Kind.META)
# Characters that two members have in common only if one is a copy of the other.
_OPENING = 12


@dataclass(frozen=True, slots=True)
class _Member:
    """A block that has a number, or may have one: then ``mark`` counts the characters of it, else it is 0.

    ``opening``: its first characters, by which a copy is known.
    """

    place: int
    number: Number
    opening: str
    mark: int = 0


def settle_counts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with paragraphs as list items, and short lines as headings, where the count shows a number.

    Example:
        1.8日凌晨，水库泄洪。 / 2.村干部挨家敲门。 / 3.6时40分，转移完毕。      three items
        2.修通产业路。 / 3.5万人参保。                                        one item, one paragraph
    """
    result = list(blocks)
    for places in (*_paragraphs(blocks), _headings(blocks)):
        for member in _counted(blocks, places):
            block = blocks[member.place]
            if block.kind is Kind.TEXT:
                result[member.place] = replace(block, kind=Kind.ITEM, number=member.number)
            elif rest := block.text[member.mark :].strip():
                result[member.place] = replace(block, kind=Kind.HEADING, number=member.number, text=rest)
    return tuple(result)


def _paragraphs(blocks: Sequence[Block]) -> list[list[int]]:
    """The places of the paragraphs and items between one heading or head and the next."""
    regions: list[list[int]] = [[]]
    for place, block in enumerate(blocks):
        if block.kind in PROSE:
            regions[-1].append(place)
        elif block.kind in _ENDS and regions[-1]:
            regions.append([])
    return regions


def _headings(blocks: Sequence[Block]) -> list[int]:
    """The places of all headings and short lines."""
    return [place for place, block in enumerate(blocks) if block.kind in _HEADINGS]


def _counted(blocks: Sequence[Block], places: Iterable[int]) -> Iterator[_Member]:
    """The members of the lists among ``places`` that are known by the count only."""
    lists: dict[NumberStyle, list[_Member]] = {}
    for place in places:
        if member := _member(blocks[place], place):
            lists.setdefault(member.number.style, []).append(member)
    for members in lists.values():
        for run in _runs(members):
            if len({member.number for member in run}) > 1 and _is_count(run):
                yield from (member for member in run if member.mark)


def _member(block: Block, place: int) -> _Member | None:
    if block.number is not None:
        return _Member(place, block.number, block.text[:_OPENING])
    if block.kind not in (Kind.TEXT, Kind.SHORT) or not (found := doubtful_number(block.text)):
        return None
    number, mark = found
    return _Member(place, number, block.text[:_OPENING], mark)


def _runs(members: Sequence[_Member]) -> list[list[_Member]]:
    """The members cut where one does not count on from the one before."""
    runs = [[members[0]]]
    for before, member in pairwise(members):
        counts_on = member.number.value == before.number.value + 1
        # A paragraph that stands twice has its number twice.
        if counts_on or (member.number == before.number and member.opening == before.opening):
            runs[-1].append(member)
        else:
            runs.append([member])
    return runs


def _is_count(run: Sequence[_Member]) -> bool:
    """Whether one of a run has a number for sure, or it counts from 1, or has marks that no figure has."""
    first = run[0].number
    return first.value == 1 or first.style is not NumberStyle.ARABIC or any(not member.mark for member in run)
