"""Headings made whole: a number with its heading, two lines of one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import Block, Draft, Kind
from build_scripts.clean.chinese import ends_sentence
from build_scripts.model import Role

# Characters of one line of a heading that is set in two.
_LONGEST_HALF = 24
# Two lines of one heading differ little in length (characters).
_UNEQUAL = 5
_MARKS = ("，", "、", "：")
# What follows a heading, and what follows a title.
_BELOW = (Kind.TEXT, Kind.ITEM, Kind.DECK, Kind.BYLINE, Kind.META)


def attach_numbers(draft: Draft) -> Draft:
    """The draft with each section number that stands alone made one with the heading after it."""
    merged: list[Block] = []
    for block in draft.blocks:
        before = merged[-1] if merged else None
        headed = block.kind in (Kind.SHORT, Kind.HEADING) and _may_unite(before, block)
        if before and before.kind is Kind.NUMBER and headed:
            merged[-1] = _united(before, block, block.text)
        else:
            merged.append(block)
    return replace(draft, blocks=tuple(merged))


def open_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with first lines of headings as short lines that end in a comma: 一方所需一方来，.

    Known by the short line directly below, of much the same length, and the paragraph that follows it.
    """
    result = list(blocks)
    for place, block in enumerate(blocks[:-2]):
        second, below = blocks[place + 1 : place + 3]
        above = blocks[place - 1] if place else None
        alike = second.kind is Kind.SHORT and abs(len(second.text) - len(block.text)) <= _UNEQUAL
        fresh = above is None or above.kind is not Kind.TEXT or ends_sentence(above.text)
        if _is_clause(block) and alike and fresh and below.kind in _BELOW:
            result[place] = replace(block, kind=Kind.SHORT)
    return tuple(result)


def _is_clause(block: Block) -> bool:
    whole = re.search(r"[。；！？]", block.text) is None
    return (
        block.kind is Kind.TEXT and len(block.text) <= _LONGEST_HALF and block.text.endswith("，") and whole
    )


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
            gap = "" if before.text.endswith(_MARKS) else " "
            merged[-1] = _united(before, block, f"{before.text}{gap}{block.text}")
        else:
            merged.append(block)
    return tuple(merged)


def _second_line(before: Block, block: Block, pairs: int) -> bool:
    """Whether ``block`` is the second line of the heading ``before``."""
    if before.kind is not Kind.SHORT or block.kind is not Kind.SHORT or len(before.spans) > 1:
        return False
    if not _may_unite(before, block):
        return False
    if before.inside != block.inside or max(len(before.text), len(block.text)) > _LONGEST_HALF:
        return False
    return not block.follows_blank or pairs >= 2 or before.text.endswith(_MARKS)


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


def _may_unite(first: Block | None, second: Block) -> bool:
    """Whether what a person said of two lines lets them be one heading."""
    said = {first.role if first else None, second.role}
    return not second.starts and (said == {None} or (said <= {None, Role.HEADING} and first is not None))


def _united(first: Block, second: Block, text: str) -> Block:
    return replace(
        first,
        kind=Kind.HEADING,
        text=text,
        spans=first.spans + second.spans,
        repairs=first.repairs + second.repairs,
        level=max(second.level, 3) if second.level else 0,
        number=first.number or second.number,
        role=first.role or second.role,
        held=first.held or second.held,
    )
