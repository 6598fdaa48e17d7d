"""What a person said of the document, carried out on its blocks before the rules weigh them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

from build_scripts.clean.blocks import Block, Draft, Kind
from build_scripts.clean.chinese import joined_text
from build_scripts.clean.classify import content_of
from build_scripts.clean.forms import of_line
from build_scripts.clean.rules.distant_half import crosses_report, end_of_rest, move_up
from build_scripts.clean.rules.spacing import spacing_of
from build_scripts.clean.told import Told, with_role
from build_scripts.fixes.codes import JOINED
from build_scripts.model import Finding, Span
from build_scripts.offsets import touches


def heed(draft: Draft, told: Told) -> Draft:
    """The draft with what a person keeps free of its verdict, and what a person joins in one block."""
    if not told.words:
        return draft
    blocks = [_released(block) for block in draft.blocks]
    findings: list[Finding] = []
    for last, first, reason in told.joins:
        one, other = _holding(blocks, last), _holding(blocks, first)
        if one is None or other is None or one == other:
            continue
        spans = blocks[one].spans[-1:] + blocks[other].spans[:1]
        findings.append(Finding(JOINED, f"join by a person: {reason}", spans, 1.0))
        blocks = _united(blocks, draft.text, one, other, told)
    return replace(draft, blocks=tuple(blocks)).report(*findings)


def _released(block: Block) -> Block:
    """A held block without its verdict, of the kind that it has apart from that."""
    if not block.held or not (block.verdict or block.kind in (Kind.FURNITURE, Kind.PLACEHOLDER)):
        return block
    return of_line(replace(block, verdict=None, kind=Kind.TEXT))


def _holding(blocks: list[Block], span: Span) -> int | None:
    """The place of the block that holds ``span``."""
    return next((n for n, b in enumerate(blocks) if any(touches(own, span) for own in b.spans)), None)


def _united(blocks: list[Block], text: str, one: int, other: int, told: Told) -> list[Block]:
    """The blocks with two made one, in the place of the first; what lies between follows it.

    Where another report lies between, the rest of the one that it cut comes with the second half, as it
    does where a rule joins them.
    """
    first, second = blocks[one], blocks[other]
    content = content_of(text, first.spans, spaced=spacing_of(text)).text
    whole = joined_text(content, second.text)
    united = of_line(replace(first, kind=Kind.TEXT, text=whole, level=0, bold=False, number=None, held=True))
    united = with_role(united, whole, told)
    if united.kind in (Kind.SHORT, Kind.NUMBER) and united.role is None:
        united = replace(united, kind=Kind.TEXT)
    blocks[one] = replace(
        united,
        spans=first.spans + second.spans,
        repairs=first.repairs + second.repairs,
        role=first.role or second.role,
    )
    if one < other and crosses_report(blocks[one + 1 : other]):
        if blocks[0].report == blocks[-1].report:
            move_up(blocks, one, other, end_of_rest(blocks, other))
            return blocks
    else:
        blocks[one + 1 : other] = [replace(block, inside=True) for block in blocks[one + 1 : other]]
    return [block for n, block in enumerate(blocks) if n != other]


def by_report(draft: Draft, *rules: Callable[[Draft], Draft]) -> Draft:
    """The draft after ``rules``, one after the other, within each of the reports that a person parted."""
    parts = [tuple(part) for _, part in groupby(draft.blocks, key=lambda block: block.report)]
    blocks: list[Block] = []
    for part in parts:
        inner = replace(draft, blocks=part)
        for rule in rules:
            inner = rule(inner)
        blocks += inner.blocks
        draft = replace(inner, blocks=())
    return replace(draft, blocks=tuple(blocks))
