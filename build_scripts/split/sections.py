"""Sections out of order: numbered sections that the extraction shuffled are put back.

Example:
    2 … 3 … 4 … 1          becomes 1 2 3 4
    一 … 三 … 二            becomes 一 二 三

A section is a numbered heading with all that follows it. Only a complete count (1 to n, each once) is
reordered; a count with a number missing or doubled is reported (C041) and left as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.clean.blocks import PROSE, Block, Kind, NumberStyle
from build_scripts.model import Finding
from build_scripts.split.head import Head

CODE = "C040"
_RANK = tuple(NumberStyle)
_HEADINGS = (Kind.HEADING, Kind.NUMBER)


def order_sections(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The blocks with their numbered sections in order, outermost level first, and what was found."""
    return _order(tuple(blocks), 0)


def _order(blocks: tuple[Block, ...], rank: int) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    if rank >= len(_RANK):
        return blocks, ()
    starts = [place for place, block in enumerate(blocks) if _opens_section(block, _RANK[rank])]
    if not starts:
        return _order(blocks, rank + 1)
    lead, sections = _cut(blocks, starts)
    values = [_value(section) for section in sections]
    findings: list[Finding] = []
    if values != list(range(1, len(values) + 1)):
        if sorted(values) == list(range(1, len(values) + 1)):
            findings.append(_moved(sections, values))
            sections = sorted(sections, key=_value)
        else:
            findings.append(_incomplete(sections, values))
    ordered = list(lead)
    for section in sections:
        inner, more = _order(section[1:], rank + 1)
        ordered += [section[0], *inner]
        findings += more
    return tuple(ordered), tuple(findings)


def _opens_section(block: Block, style: NumberStyle) -> bool:
    return block.kind in _HEADINGS and block.number is not None and block.number.style is style


def _value(section: Sequence[Block]) -> int:
    """The number of a section, which its first block carries."""
    number = section[0].number
    return number.value if number else 0


def _cut(blocks: tuple[Block, ...], starts: list[int]) -> tuple[tuple[Block, ...], list[tuple[Block, ...]]]:
    """What stands before the first section, and the sections."""
    ends = [*starts[1:], len(blocks)]
    return blocks[: starts[0]], [blocks[start:end] for start, end in zip(starts, ends, strict=True)]


def _moved(sections: list[tuple[Block, ...]], values: list[int]) -> Finding:
    message = f"numbered sections stood in the order {_listed(values)}; put in order"
    return Finding(CODE, message, sections[0][0].spans[:1])


def _incomplete(sections: list[tuple[Block, ...]], values: list[int]) -> Finding:
    message = (
        f"section numbers {_listed(values)} are not 1 to {len(values)} each once: "
        "the order is left as it stands"
    )
    return Finding("C041", message, sections[0][0].spans[:1])


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
