"""Headings made whole: a number with its heading, two lines of one heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from build_scripts.clean.blocks import Block, Draft, Kind, below
from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.rules import link_list
from build_scripts.model import Role

# Characters of one line of a heading that is set in two.
_LONGEST_HALF = 24
# Two lines of one heading differ little in length (characters).
_UNEQUAL = 5
_MARKS = ("，", "、", "：")
_STOPS = re.compile("[。；！？]")
# Characters of the part of a heading before its colon, and how many such headings a document has at least.
_LONGEST_LEAD, _FEWEST_COLONS = 8, 2
_PASSED = (Kind.CAPTION, Kind.PLACEHOLDER, Kind.FURNITURE, Kind.TABLE)
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
    """The blocks with first lines of headings as short lines: 一方所需一方来， and 第一天：.

    Known by the short line directly below, and the paragraph that follows it. A line that ends in a comma has
    much the length of the other; one that ends in a colon is brief, and not the only one in the document.
    """
    found = [place for place in range(len(blocks) - 2) if _opens_heading(blocks, place)]
    colons = [place for place in found if blocks[place].text.endswith("：")]
    firsts = set(found) - (set(colons) if len(colons) < _FEWEST_COLONS else set())
    return tuple(
        replace(block, kind=Kind.SHORT) if place in firsts else block for place, block in enumerate(blocks)
    )


def _opens_heading(blocks: Sequence[Block], place: int) -> bool:
    """Whether the line at ``place`` may be the first of a heading's two."""
    block, second = blocks[place], blocks[place + 1]
    before = blocks[place - 1] if place else None
    fresh = before is None or before.kind is not Kind.TEXT or ends_sentence(before.text)
    if not fresh or second.kind is not Kind.SHORT or not _is_clause(block):
        return False
    following = next((b for b in below(blocks, place + 2) if b.kind not in _PASSED), None)
    if following is None or following.kind not in _BELOW:
        return False
    if block.text.endswith("："):
        brief = len(block.text) <= _LONGEST_LEAD and len(second.text) <= _LONGEST_HALF
        return brief and not second.text.endswith(("？", "！"))
    return abs(len(second.text) - len(block.text)) <= _UNEQUAL


def _is_clause(block: Block) -> bool:
    whole = _STOPS.search(block.text) is None
    return (
        block.kind is Kind.TEXT
        and len(block.text) <= _LONGEST_HALF
        and block.text.endswith(("，", "：", "、"))
        and whole
    )


def standing_lines(blocks: Iterable[Block]) -> frozenset[str]:
    """The texts of short lines that stand several times: 主要做法 above a part of each section.

    Such a line is a heading by itself, neither half of a sentence nor the second line of another heading.
    """
    counts = Counter(block.text for block in blocks if block.kind in (Kind.SHORT, Kind.HEADING))
    return frozenset(text for text, count in counts.items() if count > 1)


def merge_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headings whole that are set in two lines.

    Two unmarked short lines directly under each other are one heading; with a blank line between them
    they are one only if that is how the report sets its headings (at least two such pairs).
    """
    merged: list[Block] = []
    standing = standing_lines(blocks)
    pairs = _blank_pairs(blocks, standing)
    for block in blocks:
        before = merged[-1] if merged else None
        alone = block.text in standing or (before and before.text in standing)
        if before and not alone and _second_line(before, block, pairs):
            gap = "" if before.text.endswith(_MARKS) else " "
            merged[-1] = _united(before, block, f"{before.text}{gap}{block.text}")
        else:
            merged.append(block)
    return tuple(merged)


def _second_line(before: Block, block: Block, pairs: int) -> bool:
    """Whether ``block`` is the second line of the heading ``before``."""
    if before.kind is not Kind.SHORT or block.kind is not Kind.SHORT or len(before.spans) > 1:
        return False
    if link_list.opens_list(before.text):
        # 新闻链接 heads a box, whatever the line below it says.
        return False
    if not _may_unite(before, block):
        return False
    if before.inside != block.inside or max(len(before.text), len(block.text)) > _LONGEST_HALF:
        return False
    return not block.follows_blank or pairs >= 2 or before.text.endswith(_MARKS)


def _blank_pairs(blocks: Sequence[Block], standing: Set[str]) -> int:
    """How often two short lines with a blank line between them stand before prose."""
    shorts = [b.kind is Kind.SHORT and not b.inside and b.text not in standing for b in blocks]
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
