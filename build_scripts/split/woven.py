"""Two reports woven into each other: the head of the second stands inside a sentence of the first.

The halves of that sentence have been joined by then; what is left to find is where, below it, the first
report ends and the second goes on. The words tell: the place is the one at which the two share the fewest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Kind, first_prose
from build_scripts.clean.cohesion import Sides, pairs_of
from build_scripts.clean.metadata import dateline

# The kinship that two reports may have, and the characters a report has at least.
_MOST_KIN, _SHORTEST = -5.0, 100
# How much it speaks for a place that a pair of characters of the title comes again below it.
_TOLD = 3.0
_HEAD = (Kind.SHORT, Kind.DECK, Kind.BYLINE)


def unweave(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """The blocks of one report, or of two where a second is woven into it; together they are ``blocks``."""
    head = _embedded_head(blocks)
    if not head:
        return (blocks,)
    last = head[-1]
    held = [place for place in range(last + 1, len(blocks)) if blocks[place].inside]
    # What stands inside the sentence below the head belongs to the second report.
    rest = range((held[-1] if held else last) + 1, len(blocks))
    cut = _fewest_shared(blocks, head, held, rest)
    if cut is None:
        return (blocks,)
    second = {*head, *held, *range(cut, len(blocks))}
    first = tuple(block for place, block in enumerate(blocks) if place not in second)
    other = (replace(blocks[place], inside=False) for place in sorted(second))
    return (first, tuple(other))


def _embedded_head(blocks: Sequence[Block]) -> list[int]:
    """The places of a head with a by-line or a deck inside a sentence of a report that has one of its own."""
    first = first_prose(blocks)
    own = [b for b in blocks[:first] if not b.inside]
    titled = any(b.kind in (Kind.SHORT, Kind.HEADING) for b in own)
    if not titled or not any(b.kind in (Kind.BYLINE, Kind.DECK, Kind.META) for b in own):
        return []
    run: list[int] = []
    for place in range(first, len(blocks)):
        if blocks[place].inside and blocks[place].kind in _HEAD:
            run.append(place)
        elif run and blocks[place].kind in PROSE:
            break
    return run if any(blocks[place].kind is not Kind.DECK for place in run) else []


def _fewest_shared(
    blocks: Sequence[Block], head: Sequence[int], held: Sequence[int], rest: range
) -> int | None:
    """The place in ``rest`` from which the blocks are the second report's; ``None`` where none are."""
    first = pairs_of(blocks[: head[0]])
    second = pairs_of(blocks[place] for place in (*held, *rest))
    title = pairs_of([replace(blocks[place], kind=Kind.TEXT) for place in head])
    telling = [pair for pair in title if pair in first or pair in second]
    whole = Sides.of(first + second, {}).value
    sides = Sides.of(first, second)
    size = _prose([blocks[place] for place in rest])
    signed = any(blocks[place].kind is Kind.BYLINE for place in head)
    best: tuple[float, int] | None = None
    for place in rest:
        if _can_begin(blocks[place], signed) and size >= _SHORTEST and whole - sides.value <= _MOST_KIN:
            # A title is told over again in its report: 减法 in 一座水库的“减法”.
            told = sum((sides.right[pair] > 0) - (sides.left[pair] > 0) for pair in telling)
            value = sides.value + _TOLD * min(3, told)
            if best is None or value > best[0]:
                best = (value, place)
        size -= _prose(blocks[place : place + 1])
        sides.move_left(pairs_of(blocks[place : place + 1]))
    return best[1] if best else None


def _can_begin(block: Block, signed: bool) -> bool:
    """Whether the second report can go on with ``block``: any paragraph if its head is ``signed``.

    A headline without a by-line may be this report's own deck: then a by-line or a dateline must follow.
    """
    if block.kind is Kind.BYLINE:
        return True
    return block.kind is Kind.TEXT and (signed or dateline(block.text) is not None)


def _prose(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.kind in PROSE)
