"""List items without a mark of their own: 一是 …, 二是 … and paragraphs with parallel run-in leads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.clean.blocks import Block, Kind, NumberStyle
from build_scripts.clean.numerals import run_in_number, section_number

# “三会一课”“严”起来了。 is a lead; its paragraph goes on after it.
_LEAD = re.compile(r"[^。！？：:，,]{4,18}[。！？]")
# Characters that parallel leads share at their end, before the mark: 起来了, 有力.
_SHARED = 2
# Characters after a lead that two paragraphs share only if they are copies.
_SAME = 6
# A heading that ends in a full stop: （一）坚持规划先行。
_ONE_SENTENCE = re.compile(r"[^。！？；：:，,]{4,20}(?:[，,][^。！？；：:，,]{2,14})?。")
_FEWEST_HEADINGS = 2
_PASSED = (Kind.CAPTION, Kind.PLACEHOLDER, Kind.FURNITURE)


def item_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with numbered lines of one short sentence as headings, where each heads a paragraph.

    Example:
        1、疫情防控严密有力。          heading
        建成实验室三个……              its paragraph
        2、公立医院改革持续深化。      heading
        ……

    In a list the next number follows directly; one line with a paragraph below may be the last of a list.
    """
    found: dict[NumberStyle, list[int]] = {}
    listed: set[NumberStyle] = set()
    for place, block in enumerate(blocks):
        if block.kind is not Kind.ITEM or block.number is None:
            continue
        if _heads_paragraph(blocks, place):
            found.setdefault(block.number.style, []).append(place)
        else:
            listed.add(block.number.style)
    result = list(blocks)
    for style, places in found.items():
        if len(places) >= _FEWEST_HEADINGS and style not in listed:
            for place in places:
                result[place] = _headed(blocks[place])
    return tuple(result)


def _heads_paragraph(blocks: Sequence[Block], place: int) -> bool:
    """Whether a numbered line is one short sentence with an unnumbered paragraph below it."""
    found = section_number(blocks[place].text)
    rest = blocks[place].text[found[1] :] if found else ""
    below = next((b for b in blocks[place + 1 : place + 4] if b.kind not in _PASSED), None)
    return bool(_ONE_SENTENCE.fullmatch(rest)) and below is not None and below.kind is Kind.TEXT


def _headed(block: Block) -> Block:
    found = section_number(block.text)
    text = block.text[found[1] :] if found else block.text
    return replace(block, kind=Kind.HEADING, text=text)


def list_items(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the members of such lists as items; a single one is an ordinary paragraph."""
    result = list(blocks)
    for region in _regions(blocks):
        numbers = {place: number for place in region if (number := run_in_number(blocks[place].text))}
        if len({number.value for number in numbers.values()}) == len(numbers) >= 2:
            for place, number in numbers.items():
                result[place] = replace(result[place], kind=Kind.ITEM, number=number)
        for place in _parallel(blocks, region):
            result[place] = replace(result[place], kind=Kind.ITEM)
    return tuple(result)


def _regions(blocks: tuple[Block, ...]) -> list[list[int]]:
    """The places of the unmarked paragraphs between two other lines, pictures and page marks passed over."""
    regions: list[list[int]] = [[]]
    for place, block in enumerate(blocks):
        if block.kind is Kind.TEXT:
            regions[-1].append(place)
        elif block.kind not in _PASSED and regions[-1]:
            regions.append([])
    return [region for region in regions if len(region) > 1]


def _parallel(blocks: tuple[Block, ...], region: list[int]) -> set[int]:
    """Neighbouring paragraphs whose first sentences are short and end alike, or are quotations alike."""
    found: set[int] = set()
    leads = {place: _lead(blocks[place].text) for place in region}
    for one, other in pairwise(region):
        if _alike(leads[one], leads[other]) and not _is_copy(blocks[one].text, blocks[other].text):
            found |= {one, other}
    return found


def _lead(text: str) -> str:
    match = _LEAD.match(text)
    return match.group() if match and match.end() + 10 < len(text) else ""


def _is_copy(one: str, other: str) -> bool:
    """Whether one paragraph is the other read differently: they go on alike after the lead."""
    start = max(len(_lead(one)), len(_lead(other)))
    return one[start : start + _SAME] == other[start : start + _SAME]


def _alike(one: str, other: str) -> bool:
    """Whether two leads are made alike: the same ending after a quotation, or a quotation mark each."""
    if not one or not other or one == other:
        return False
    same_end = one[-1 - _SHARED :] == other[-1 - _SHARED :]
    quoted = one.startswith("“") and other.startswith("“")
    return (same_end and one[-1] == other[-1]) and (quoted or one[-4:] == other[-4:])
