"""Headings made whole: a number with its heading, two lines of one heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import Block, Draft, Kind

# Characters of one line of a heading that is set in two.
_LONGEST_HALF = 24


def attach_numbers(draft: Draft) -> Draft:
    """The draft with each section number that stands alone made one with the heading after it."""
    merged: list[Block] = []
    for block in draft.blocks:
        before = merged[-1] if merged else None
        if before and before.kind is Kind.NUMBER and block.kind in (Kind.SHORT, Kind.HEADING):
            merged[-1] = _united(before, block, block.text)
        else:
            merged.append(block)
    return replace(draft, blocks=tuple(merged))


def merge_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headings whole that are set in two lines.

    Two unmarked short lines directly under each other are one heading; with a blank line between them
    they are one only if that is how the report sets its headings (at least two such pairs).
    """
    merged: list[Block] = []
    pairs = _blank_pairs(blocks)
    for block in blocks:
        before = merged[-1] if merged else None
        if before and _second_line(before, block, pairs):
            merged[-1] = _united(before, block, f"{before.text} {block.text}")
        else:
            merged.append(block)
    return tuple(merged)


def _second_line(before: Block, block: Block, pairs: int) -> bool:
    """Whether ``block`` is the second line of the heading ``before``."""
    if before.kind is not Kind.SHORT or block.kind is not Kind.SHORT or len(before.spans) > 1:
        return False
    if before.inside != block.inside or max(len(before.text), len(block.text)) > _LONGEST_HALF:
        return False
    return not block.follows_blank or pairs >= 2


def _blank_pairs(blocks: Sequence[Block]) -> int:
    """How often two short lines with a blank line between them stand before prose."""
    shorts = [block.kind is Kind.SHORT and not block.inside for block in blocks]
    return sum(
        shorts[place]
        and shorts[place + 1]
        and not (place and shorts[place - 1])
        and blocks[place + 1].follows_blank
        for place in range(len(blocks) - 2)
        if not shorts[place + 2]
    )


def _united(first: Block, second: Block, text: str) -> Block:
    return replace(
        first,
        kind=Kind.HEADING,
        text=text,
        spans=first.spans + second.spans,
        level=max(second.level, 3) if second.level else 0,
        number=first.number or second.number,
    )
