"""Sections out of order: numbered sections and list items that the extraction shuffled are put back.

Example:
    2 … 3 … 4 … 1          becomes 1 2 3 4
    一 … 三 … 二            becomes 一 二 三
    1 2 3 … 1 2            stays: two lists, each in order

A section is a numbered heading with all that follows it. A count with a number missing is put in ascending
order too, but reported (C041); one with a number twice is reported and left as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from build_scripts.clean.blocks import PROSE, Block, Kind, NumberStyle
from build_scripts.model import Finding
from build_scripts.split.head import Head

CODE = "C040"
INCOMPLETE = "C041"
_RANK = tuple(NumberStyle)
_HEADINGS = (Kind.HEADING, Kind.NUMBER)
# A complete count says by itself how it goes; one with a gap may also be a list of which half is lost.
_COMPLETE, _WITH_GAPS = 0.97, 0.75

_Section = tuple[Block, ...]
_Ordered = tuple[tuple[Block, ...], tuple[Finding, ...]]


def order_sections(blocks: Sequence[Block]) -> _Ordered:
    """The blocks with their numbered sections in order, outermost level first, and what was found."""
    return _order(tuple(blocks), 0)


def _order(blocks: tuple[Block, ...], rank: int) -> _Ordered:
    """Order the sections whose numbers have the style of ``rank``, and within each those of the next."""
    if rank >= len(_RANK):
        return _order_items(blocks)
    starts = [place for place, block in enumerate(blocks) if _opens_section(block, _RANK[rank])]
    if not starts:
        return _order(blocks, rank + 1)
    lead, sections = _cut(blocks, starts)
    sections, findings = _arranged(sections)
    ordered, found = _order(lead, rank + 1)
    made, kept = list(ordered), [*findings, *found]
    for section in sections:
        inner, more = _order(section[1:], rank + 1)
        made += [section[0], *inner]
        kept += more
    return tuple(made), tuple(kept)


def _order_items(blocks: tuple[Block, ...]) -> _Ordered:
    """Order the numbered items of each list: neighbours of one style, without a heading between."""
    made: list[Block] = []
    findings: list[Finding] = []
    place = 0
    while place < len(blocks):
        end = _list_end(blocks, place)
        if end == place:
            made.append(blocks[place])
            place += 1
            continue
        starts = [n - place for n in range(place, end) if _is_item(blocks[n])]
        _, items = _cut(blocks[place:end], starts)
        items, found = _arranged(items)
        made += chain.from_iterable(items)
        findings += found
        place = end
    return tuple(made), tuple(findings)


def _list_end(blocks: tuple[Block, ...], place: int) -> int:
    """The end of the list of numbered items that begins at ``place``; ``place`` where none does.

    What follows an item belongs to it, but not what follows the last one.
    """
    if not _is_item(blocks[place]):
        return place
    style = _style(blocks[place])
    last = place
    for n in range(place + 1, len(blocks)):
        if blocks[n].kind in (*_HEADINGS, Kind.SHORT) or (_is_item(blocks[n]) and _style(blocks[n]) != style):
            break
        if _is_item(blocks[n]):
            last = n
    return last + 1 if last > place else place


def _is_item(block: Block) -> bool:
    return block.kind is Kind.ITEM and block.number is not None


def _style(block: Block) -> NumberStyle | None:
    return block.number.style if block.number else None


def _opens_section(block: Block, style: NumberStyle) -> bool:
    return block.kind in _HEADINGS and block.number is not None and block.number.style is style


def _arranged(sections: list[_Section]) -> tuple[list[_Section], list[Finding]]:
    """The sections or items in the order of their numbers, where these say what it is."""
    values = [_value(section) for section in sections]
    if _restarts(values):
        return sections, []
    complete = sorted(values) == list(range(1, len(values) + 1))
    doubled = len(set(values)) < len(values)
    ascending = values == sorted(values)
    findings = [] if complete or _is_item(sections[0][0]) else [_incomplete(sections, values)]
    if doubled or ascending or (not complete and _is_item(sections[0][0])):
        return sections, findings
    ordered = sorted(sections, key=_value)
    moved = [now for now, before in zip(ordered, sections, strict=True) if now is not before]
    return ordered, [_moved(moved, values, complete), *findings]


def _restarts(values: list[int]) -> bool:
    """Whether the numbers are one count from 1 or several after each other: 1 2 3 1 2."""
    return values[0] == 1 and all(b in (a + 1, 1) for a, b in pairwise(values))


def _value(section: Sequence[Block]) -> int:
    """The number of a section, which its first block carries."""
    number = section[0].number
    return number.value if number else 0


def _cut(blocks: tuple[Block, ...], starts: list[int]) -> tuple[tuple[Block, ...], list[_Section]]:
    """What stands before the first section, and the sections."""
    ends = [*starts[1:], len(blocks)]
    return blocks[: starts[0]], [blocks[start:end] for start, end in zip(starts, ends, strict=True)]


def _moved(moved: list[_Section], values: list[int], complete: bool) -> Finding:
    what = "items" if _is_item(moved[0][0]) else "sections"
    message = f"numbered {what} stood in the order {_listed(values)}; put in order"
    spans = tuple(span for section in moved for block in section for span in block.spans)
    return Finding(CODE, message, spans, _COMPLETE if complete else _WITH_GAPS)


def _incomplete(sections: list[_Section], values: list[int]) -> Finding:
    message = f"section numbers {_listed(values)} are not 1 to {len(values)} each once: look for what is lost"
    return Finding(INCOMPLETE, message, sections[0][0].spans[:1])


def _listed(values: list[int]) -> str:
    return " ".join(map(str, values))


def after_head_first(head: Head, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The body with what follows a displaced by-line put first, where whole sections stand before it.

    2 … 3 … headline, by-line, introduction, 1 …: the introduction is no part of section 3. Sections
    without numbers are known by the heading that the document begins with.
    """
    signed = next((n for n, b in enumerate(blocks) if b.kind is Kind.BYLINE), 0)
    above = {id(b) for b in blocks[:signed]}
    before = [b for b in head.body if id(b) in above]
    after = [b for b in head.body if id(b) not in above]
    numbers = _section_numbers(before)
    shuffled = bool(numbers) and 1 not in numbers and 1 in _section_numbers(after)
    headed = bool(before) and before[0].kind in (Kind.SHORT, Kind.HEADING) and not numbers
    section_first = headed and any(b.kind in PROSE for b in after) and head.title and _stands_in(head, above)
    return (*after, *before) if shuffled or section_first else head.body


def _stands_in(head: Head, above: set[int]) -> bool:
    """Whether the title stands above the by-line and below some prose: it was displaced with it."""
    return all(id(line) in above for line in head.title) and head.title[0].line > min(
        (block.line for block in head.body if block.kind in PROSE), default=0
    )


def _section_numbers(blocks: Sequence[Block]) -> list[int]:
    return [block.number.value for block in blocks if block.number and block.kind in _HEADINGS]
