"""Which old unit belongs to which block of the article: by content, never by dates or places alone.

First by equal hash, equal ones in order; then by the hash of the Chinese that stale English still
translates; then, for what has changed, by likeness and relative order. Deterministic: the same input
gives the same pairs, whatever the machine.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from build_scripts.sync.body import Block
from build_scripts.sync.nodes import Unit
from build_scripts.sync.text import zh_hash

NEAR = 60.0
"""The least likeness (of 100) for English to follow a changed Chinese text.

Two unrelated paragraphs of the same subject share a third of their characters in order; one character
changed in a heading of four leaves 75, a sentence taken from a paragraph of three about 80. A wrong pair
does little harm, as both Chinese texts are shown; a missed one tears the English from its place.
"""

LOCAL = 85.0
"""The likeness at which a neighbour is taken without looking further."""

_WINDOW = 24  # how far from its expected place a neighbour may be
_CANDIDATES = 8  # how many likely partners are compared for a text that moved
_COMMON = 64  # a pair of characters in more texts than this tells nothing
_ORDER = 5.0  # what the greatest displacement costs, in points of likeness


@dataclass(frozen=True, slots=True)
class Old:
    """A unit of the old page.

    ``orphan`` if it stood below the orphans' marker; ``kept`` if it has English; ``clean`` is its Chinese
    without lines that somebody wrote into the quotation.
    """

    unit: Unit
    orphan: bool
    kept: bool
    clean: str


def match_units(olds: Sequence[Old], blocks: Sequence[Block]) -> list[int | None]:
    """For each of ``blocks`` the place of its unit in ``olds``, or None. No unit is given twice."""
    found: list[int | None] = [None] * len(blocks)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for n, block in enumerate(blocks):
        places[block.zh.hash].append(n)
    for value, units in _equal(olds, {value: len(there) for value, there in places.items()}).items():
        for place, n in zip(places[value], sorted(units), strict=False):
            found[place] = n
    taken = set(found)
    # An orphan that is only near is shown to the translator (:mod:`.suggesting`), not put there.
    rest = [n for n, old in enumerate(olds) if n not in taken and old.kept and not old.orphan]
    if rest:
        _near(found, rest, olds, blocks)
    return found


def _equal(olds: Sequence[Old], room: Mapping[str, int]) -> dict[str, list[int]]:
    """The units for each hash, no more than there is ``room`` for.

    English comes first: a block that only waits for English must not keep English from its Chinese. The
    hash in the marker is what English was written for; then counts the text that stands there, and the
    Chinese that stale English still translates.
    """
    chosen: dict[str, list[int]] = {value: [] for value in room}
    taken: set[int] = set()
    order = sorted(range(len(olds)), key=lambda n: (olds[n].orphan, n))
    for key, kept in ((_marker_hash, True), (_text_hash, True), (_clean_hash, True), (_was_hash, True),
                      (_marker_hash, False)):  # fmt: skip
        for n in order:
            if olds[n].kept is not kept or n in taken:
                continue
            value = key(olds[n])
            if value in room and len(chosen[value]) < room[value]:
                chosen[value].append(n)
                taken.add(n)
    return chosen


def _marker_hash(old: Old) -> str:
    return old.unit.base_hash


def _text_hash(old: Old) -> str:
    return zh_hash(old.unit.zh)


def _clean_hash(old: Old) -> str:
    return zh_hash(old.clean)


def _was_hash(old: Old) -> str:
    return old.unit.was_hash


def _near(found: list[int | None], rest: Sequence[int], olds: Sequence[Old], blocks: Sequence[Block]) -> None:
    expected = _expected_places(found, olds)
    free = dict.fromkeys(rest)
    for pairs in (_neighbours, _alike):
        open_blocks = [n for n, old in enumerate(found) if old is None]
        scored = [
            (-score, block, old)
            for block, old, likeness, least in pairs(open_blocks, list(free), olds, blocks, expected)
            if likeness >= least
            for score in [likeness - _displacement(expected[block], old)]
        ]
        for _, block, old in sorted(scored):
            if found[block] is None and old in free:
                found[block] = old
                del free[old]


_Pair = tuple[int, int, float, float]


def _neighbours(
    open_blocks: Sequence[int],
    free: Sequence[int],
    olds: Sequence[Old],
    blocks: Sequence[Block],
    expected: Sequence[float],
) -> Iterator[_Pair]:
    """Blocks with the units around the place where they should have stood."""
    known = set(free)
    for block in open_blocks:
        centre = round(expected[block])
        for old in range(max(0, centre - _WINDOW), min(len(olds), centre + _WINDOW + 1)):
            if old in known:
                yield block, old, _likeness(blocks[block], olds[old], LOCAL), LOCAL


def _alike(
    open_blocks: Sequence[int],
    free: Sequence[int],
    olds: Sequence[Old],
    blocks: Sequence[Block],
    expected: Sequence[float],
) -> Iterator[_Pair]:
    """Blocks with the units that share the most uncommon pairs of characters, wherever they stand,
    and with their neighbours."""
    index = PairIndex({old: olds[old].unit.zh for old in free})
    known = set(free)
    for block in open_blocks:
        likely = index.likely(blocks[block].zh.text)
        centre = round(expected[block])
        near = (old for old in range(max(0, centre - 3), centre + 4) if old in known)
        for old in dict.fromkeys([*likely, *near]):
            yield block, old, _likeness(blocks[block], olds[old], NEAR), NEAR


class PairIndex:
    """Finds the texts that share the most uncommon pairs of characters with another."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        """``texts`` by number."""
        self._index: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in texts.items():
            for pair in _character_pairs(text):
                self._index[pair].append(number)

    def likely(self, text: str) -> list[int]:
        """The numbers of a few texts worth comparing with ``text``, the likeliest first."""
        shared: Counter[int] = Counter()
        for pair in _character_pairs(text):
            if len(self._index.get(pair, ())) <= _COMMON:
                shared.update(self._index.get(pair, ()))
        return sorted(shared, key=lambda number: (-shared[number], number))[:_CANDIDATES]


def _character_pairs(text: str) -> Iterable[str]:
    # Sorted: the order of a set of strings differs from one process to the next.
    return sorted({text[n : n + 2] for n in range(max(1, len(text) - 1))})


def _likeness(block: Block, old: Old, least: float) -> float:
    return fuzz.ratio(block.zh.text, old.unit.zh, score_cutoff=least)


def _expected_places(found: Sequence[int | None], olds: Sequence[Old]) -> list[float]:
    """Where each block should have stood on the old page, judging by the blocks before it that did.

    That one came from among the orphans says nothing of its neighbours.
    """
    expected: list[float] = []
    anchor = -1.0
    for old in found:
        anchor = float(old) if old is not None and not olds[old].orphan else anchor + 1
        expected.append(anchor)
    return expected


def _displacement(expected: float, old: int) -> float:
    return min(abs(expected - old), _WINDOW) / _WINDOW * _ORDER
