"""Report cut by another: its sentence breaks off right above another report's head and goes on behind it.

Example:
    ……景区                            breaks off
    洪水来临的那三天                    the title and the by-line of another report, and all of it
    ……
    负责人说，“宁可少卖票……           the rest of the first: moved up and joined

Where the rest begins is told by the words at the cut and by the subject: the rest shares words with the part
above the other report and hardly any with that report. A sentence of which nothing goes on below stays open
(see C011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.chinese import ends_in_function_word
from build_scripts.clean.cohesion import Sides, pairs_of
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_open, joined
from build_scripts.model import Finding

CODE = "C046"

JOIN = "C013"
"""The code of its joins: the halves of a sentence that lie far apart."""

_TITLES = (Kind.SHORT, Kind.DECK)
_MARKS = (Kind.BYLINE, Kind.DECK, Kind.META)
# What the words at the cut must have at least, alone and with the subject; the weight of the subject.
_LEAST_FIT, _ENOUGH, _SUBJECT = -3, 2.0, 0.5
# Characters that the other report has at least.
_SHORTEST = 20
# Blocks of the other report that are looked through.
_REACH = 120
# How sure it is with clear evidence, and with less.
_CLEAR, _SURE, _LIKELY = 6.0, 0.9, 0.75


@dataclass(frozen=True, slots=True)
class _Rest:
    """The rest of a cut report: the blocks from ``start`` to ``end``; ``evidence`` as above."""

    start: int
    end: int
    evidence: float


def order_cut_reports(draft: Draft) -> Draft:
    """The draft with each report that was cut by another put together, its sentence made whole."""
    blocks = list(draft.blocks)
    findings: list[Finding] = []
    begins, place = 0, 1
    while place < len(blocks):
        if blocks[place].kind is Kind.BYLINE:
            begins = place
        if _may_break_off(blocks, place) and _head_follows(blocks, place):
            rest = _rest_of(blocks, begins, place)
            if rest is not None:
                findings += _findings(blocks, place, rest)
                whole = joined(blocks[place], blocks[rest.start])
                moved = blocks[rest.start + 1 : rest.end]
                blocks[place : rest.end] = [whole, *moved, *blocks[place + 1 : rest.start]]
        place += 1
    return replace(draft, blocks=tuple(blocks)).report(*findings) if findings else draft


def _may_break_off(blocks: Sequence[Block], place: int) -> bool:
    """Whether a sentence may break off in the block: open prose, or its few first words below prose."""
    block = blocks[place]
    if block.kind is not Kind.SHORT:
        return is_open(block)
    # The line above a deck or a by-line is the title.
    title_below = place + 1 < len(blocks) and blocks[place + 1].kind is Kind.SHORT
    return title_below and not block.ends and not block.level and blocks[place - 1].kind not in _TITLES


def _head_follows(blocks: Sequence[Block], place: int) -> bool:
    """Whether right below ``place`` stands a report's head: title lines and a by-line, deck or date."""
    end = _head_end(blocks, place + 1)
    head = blocks[place + 1 : end]
    return bool(head) and any(b.kind in _TITLES for b in head) and any(b.kind in _MARKS for b in head)


def _head_end(blocks: Sequence[Block], place: int) -> int:
    """The end of the lines of a head that begins at ``place``."""
    while place < len(blocks) and blocks[place].kind in (*_TITLES, *_MARKS) and blocks[place].number is None:
        place += 1
    return place


def _rest_of(blocks: Sequence[Block], begins: int, place: int) -> _Rest | None:
    """Where the report from ``begins`` on, which breaks off at ``place``, goes on behind the next one."""
    head = _head_end(blocks, place + 1)
    end = _next_head(blocks, head)
    other = blocks[head:end]
    if not other:
        return None
    # All that follows is the other report's, or the first one's from some place on.
    sides = Sides.of({}, pairs_of((*blocks[begins : place + 1], *other)))
    values: list[float] = []
    for block in other:
        values.append(sides.value)
        sides.move_left(pairs_of((block,)))
    # Below a headline without a by-line the first report may simply go on.
    signed = any(b.kind is Kind.BYLINE for b in blocks[place + 1 : head])
    few = blocks[place].kind is Kind.SHORT
    otherwise = sides.value if signed and not few else max(sides.value, values[0])
    if not signed and fit(blocks[place].text, blocks[head].text) >= CLEAR_FIT:
        return None
    best: _Rest | None = None
    size = 0
    for start in range(head, min(end, head + _REACH)):
        before, size = size, size + len(blocks[start].text) * (blocks[start].kind in PROSE)
        if before < _SHORTEST or not _may_go_on(blocks[start]):
            continue
        fitting = fit(blocks[place].text, blocks[start].text)
        evidence = fitting + _SUBJECT * (values[start - head] - otherwise)
        if not _fits(blocks[place], fitting) or evidence < (_CLEAR if few else _ENOUGH):
            continue
        if best is None or evidence > best.evidence:
            best = _Rest(start, end, evidence)
    return best


def _fits(half: Block, fitting: int) -> bool:
    """Whether the words at the cut allow the join: those of a short line, which may be a title, must tell."""
    if half.kind is not Kind.SHORT:
        return fitting >= _LEAST_FIT
    open_clause = ends_in_function_word(half.text) or "，" in half.text or "," in half.text
    return fitting >= CLEAR_FIT or (fitting >= 0 and open_clause)


def _may_go_on(block: Block) -> bool:
    return block.kind is Kind.TEXT and not block.begins


def _may_be_cut(blocks: Sequence[Block], place: int, head: int) -> bool:
    """Whether the sentence does not simply go on below a headline: what is signed is a report's head."""
    signed = any(b.kind is Kind.BYLINE for b in blocks[place + 1 : head])
    return signed or fit(blocks[place].text, blocks[head].text) < CLEAR_FIT


def _next_head(blocks: Sequence[Block], place: int) -> int:
    """The place of the next report's head from ``place`` on: the titles above a by-line; or the end."""
    end = next((n for n in range(place, len(blocks)) if blocks[n].kind is Kind.BYLINE), len(blocks))
    while end > place and end < len(blocks) and blocks[end - 1].kind in _TITLES:
        end -= 1
    return end


def _findings(blocks: Sequence[Block], place: int, rest: _Rest) -> tuple[Finding, Finding]:
    first, second = blocks[place], blocks[rest.start]
    where = f"in line {second.line}, “{second.text[:8]}…”"
    sure = _SURE if rest.evidence >= _CLEAR else _LIKELY
    moved = tuple(span for block in blocks[rest.start : rest.end] for span in block.spans)
    return (
        Finding(
            CODE, f"“…{first.text[-8:]}” was cut by another report and goes on {where}: moved up", moved, sure
        ),
        Finding(
            JOIN, f"“…{first.text[-8:]}” goes on {where}; joined", first.spans[-1:] + second.spans[:1], sure
        ),
    )
