"""Where one report ends and the next begins, in a file that may hold several without any mark.

The evidence is the head of a report: a by-line, a title marked as such, a deck (——某地某项工作纪实), a
dateline. A head that stands inside a broken sentence belongs to the report of that sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.clean.blocks import Block, Kind
from build_scripts.clean.metadata import dateline

_PROSE = (Kind.TEXT, Kind.ITEM)
_HEAD = (Kind.SHORT, Kind.DECK, Kind.BYLINE, Kind.META)


@dataclass(slots=True)
class _State:
    """What the report being read has shown so far."""

    body: bool = False
    title: bool = False
    byline: bool = False
    meta: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """Neighbouring blocks that can make up a head: ``start`` and ``end`` are places in the document."""

    start: int
    end: int
    byline: bool
    title: bool
    inside: bool


def split_reports(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each report, in document order; every block is in exactly one."""
    cuts = [0]
    state = _State()
    place = 0
    while place < len(blocks):
        block = blocks[place]
        group = _group_at(blocks, place, state)
        if group:
            if _begins_report(group, state, blocks):
                cuts.append(group.start)
                state = _State()
            _note(state, blocks[group.start : group.end], group)
            place = group.end
            continue
        if block.kind is Kind.TEXT and state.body and dateline(block.text):
            cuts.append(_with_title_lines(blocks, place))
            state = _State(byline=True)
        state.body = state.body or block.kind in _PROSE
        place += 1
    ends = [*cuts[1:], len(blocks)]
    return tuple(tuple(blocks[start:end]) for start, end in zip(cuts, ends, strict=True) if start < end)


def _group_at(blocks: Sequence[Block], place: int, state: _State) -> _Group | None:
    """The head that begins at ``place``, if one does."""
    start = place
    if state.body:
        # Source and editor lines right after the body are the foot of the report above.
        while start < len(blocks) and blocks[start].kind is Kind.META and not blocks[start].inside:
            start += 1
    if blocks[place].inside:
        # A headline that parted the last sentence of the report above is followed by the next one's head.
        while start < len(blocks) and blocks[start].inside:
            start += 1
        if any(b.kind in (Kind.SHORT, Kind.DECK) for b in blocks[place:start]):
            state.title = True
    end = start
    while end < len(blocks) and _head_like(blocks[end], first=end == start):
        end += 1
    members = blocks[start:end]
    titles = [b for b in members if b.kind in (Kind.SHORT, Kind.HEADING)]
    decks = any(b.kind is Kind.DECK for b in members)
    byline = any(b.kind is Kind.BYLINE for b in members)
    marked = any(b.level == 1 for b in members)
    dated = any(b.kind is Kind.META for b in members) and members[0].kind is not Kind.META
    followed = end < len(blocks) and (blocks[end].kind in _PROSE and dateline(blocks[end].text) is not None)
    if not members or not (byline or decks or marked or (dated and titles) or (followed and titles)):
        return None
    return _Group(start, end, byline, bool(titles or decks), any(b.inside for b in members))


def _head_like(block: Block, *, first: bool) -> bool:
    """Whether a block can stand in a head: headings only of the top levels and without a section number."""
    if block.kind is Kind.HEADING:
        return block.number is None and (block.level == 1 or (block.level == 2 and not first) or block.bold)
    return block.kind in _HEAD


def _begins_report(group: _Group, state: _State, blocks: Sequence[Block]) -> bool:
    """Whether a head opens a new report, given what the current one has shown."""
    if not state.body or group.inside:
        return False
    if group.end >= len(blocks) or not any(b.kind in _PROSE for b in blocks[group.end :]):
        # Nothing follows: a by-line at the foot.
        return False
    if group.byline and state.byline:
        return True
    if group.title and state.title:
        return group.byline or not _only_short(blocks[group.start : group.end])
    # A head without a predecessor in this report: its headline was displaced by the first columns.
    return group.title and group.byline and (state.title or state.byline)


def _only_short(members: Sequence[Block]) -> bool:
    return all(block.kind is Kind.SHORT for block in members)


def _note(state: _State, members: Sequence[Block], group: _Group) -> None:
    """Take down what a head adds to the current report."""
    state.byline = state.byline or group.byline
    state.title = state.title or group.title
    state.meta = state.meta or any(b.kind is Kind.META for b in members)


def _with_title_lines(blocks: Sequence[Block], place: int) -> int:
    """The place from which a report with a dateline begins: its title lines stand directly above."""
    start = place
    while (
        start > 0
        and blocks[start - 1].kind is Kind.SHORT
        and not blocks[start - 1].inside
        and place - start < 3
    ):
        start -= 1
    return start


def lend_headlines(reports: Sequence[tuple[Block, ...]]) -> tuple[tuple[Block, ...], ...]:
    """Give a headline that stands inside a sentence of one report to the next one, if that has none.

    Only where the first has title and deck of its own and the second a deck or by-line, but no line
    anywhere that could be its title.
    """
    lent = [list(blocks) for blocks in reports]
    for host, guest in pairwise(lent):
        inside = [b for b in host if b.inside and b.kind is Kind.SHORT]
        signed = any(b.kind in (Kind.DECK, Kind.BYLINE) for b in guest)
        if inside and signed and _complete_head(host) and not _any_title(guest):
            host[:] = [b for b in host if b not in inside]
            guest[:0] = [replace(b, inside=False) for b in inside]
    return tuple(tuple(blocks) for blocks in lent)


def _complete_head(blocks: Sequence[Block]) -> bool:
    """Whether a title and a deck stand above the first paragraph."""
    first = next((n for n, b in enumerate(blocks) if b.kind in _PROSE), len(blocks))
    head = [b for b in blocks[:first] if not b.inside]
    return any(b.kind is Kind.DECK for b in head) and any(b.kind is Kind.SHORT or b.level == 1 for b in head)


def _any_title(blocks: Sequence[Block]) -> bool:
    """Whether a line above the first paragraph or inside a sentence could be the title."""
    first = next((n for n, b in enumerate(blocks) if b.kind in _PROSE), len(blocks))
    above = any(b.kind is Kind.SHORT or b.level == 1 or b.bold for b in blocks[:first])
    return above or any(b.inside and b.kind is Kind.SHORT for b in blocks)
