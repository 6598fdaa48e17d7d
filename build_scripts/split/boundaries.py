"""Where one report ends and the next begins, in a file that may hold several without any mark.

The evidence is the head of a report: a by-line, a title marked as such, a deck (——某地某项工作纪实), a
dateline; at the end of the one before, its writers' names in brackets. A head that
stands inside a broken sentence belongs to the report of that sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.clean.blocks import PROSE, Block, Kind, first_prose
from build_scripts.clean.cohesion import kinship, pairs_of
from build_scripts.clean.metadata import dateline
from build_scripts.clean.people import signs_off
from build_scripts.model import Finding
from build_scripts.split.decks import reads_like_deck
from build_scripts.split.head import has_whole_head
from build_scripts.split.headline_below import headline_above
from build_scripts.split.plain_titles import at_plain_titles
from build_scripts.split.woven import unweave

_HEAD = (Kind.SHORT, Kind.DECK, Kind.BYLINE, Kind.META)
# A newspaper's headline has a kicker, a title and a deck at the most.
_MOST_TITLE_LINES = 3
# The kinship up to which a head with a title and a by-line is another report's, and not the displaced head of
# this one, above which only a plain line stands.
_MOST_KIN = -3.0
# How sure it is that a headline inside a sentence belongs to the next report.
_LENT = 0.85


@dataclass(slots=True)
class _Seen:
    """What the report being read has shown so far; ``plain``: a line at its top that may be a title."""

    body: bool = False
    title: bool = False
    byline: bool = False
    plain: bool = False
    dateline: bool = False
    signed: bool = False
    """The paragraph above ends with its writers' names: this report is at its end."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What a run of neighbouring blocks that is a head has.

    ``inside``: one of them stood between the halves of a sentence. ``bare``: they are short lines only,
    without a by-line, a deck or a mark.
    """

    byline: bool
    title: bool
    inside: bool
    bare: bool


def split_reports(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each report, in document order; every block is in exactly one."""
    cuts = [0]
    seen = _Seen()
    last_prose = max((place for place, block in enumerate(blocks) if block.kind in PROSE), default=-1)
    place = barren = 0
    while place < len(blocks):
        block = blocks[place]
        if place < barren and not block.inside:
            # No part of a run has a mark of a head that the whole run has not.
            place += 1
            continue
        start, end = _run_at(blocks, place, after_body=seen.body)
        # What was passed over: a headline that parted the last sentence of this report is its title.
        seen.title = seen.title or any(b.kind in (Kind.SHORT, Kind.DECK) for b in blocks[place:start])
        if group := _group(blocks, start, end):
            # With no prose below it is a by-line at the foot.
            begin = _opens(blocks, group, seen, cuts[-1], (start, end)) if end <= last_prose else None
            if begin is not None:
                cuts.append(begin)
                seen = _Seen()
            seen.byline, seen.title = seen.byline or group.byline, seen.title or group.title
            place = end
            continue
        if seen.signed and start == place and _titles_prose(blocks, start, end):
            cuts.append(start)
            seen, place = _Seen(title=True), end
            continue
        if start < end and blocks[start].kind is not Kind.META:
            barren = end
            seen.plain = seen.plain or (not seen.body and blocks[start].kind is Kind.SHORT)
        if block.kind is Kind.TEXT and dateline(block.text):
            if seen.body:
                cuts.append(_with_title_lines(blocks, place))
                seen = _Seen(byline=True)
            seen.dateline = True
        if block.kind in PROSE:
            seen.body, seen.signed = True, signs_off(block.text)
        place += 1
    return _reports(blocks, cuts)


def _opens(
    blocks: Sequence[Block], group: _Group, seen: _Seen, first: int, run: tuple[int, int]
) -> int | None:
    """Where the report begins that a head opens, ``None`` where it opens none.

    Args:
        blocks: those of the document.
        group: what the head has.
        seen: what the report above has shown.
        first: where that begins.
        run: the places of the head: from, to.
    """
    start, end = run
    begin = start if seen.title else headline_above(blocks, first, start, end)
    # A dateline signs as a by-line does, but some reports have both: a headline above must tell.
    signed = seen.dateline and group.byline and begin > start
    if signed or _begins_report(group, seen):
        return begin
    return begin if _completes(group, seen) and _speaks_of_other(blocks, first, start, end) else None


def _reports(blocks: Sequence[Block], cuts: Sequence[int]) -> tuple[tuple[Block, ...], ...]:
    """The blocks between the ``cuts``, parted again where nothing but the subject tells two reports."""
    ends = [*cuts[1:], len(blocks)]
    reports = (blocks[start:end] for start, end in zip(cuts, ends, strict=True) if start < end)
    parts = (part for report in reports for part in at_plain_titles(report))
    return tuple(part for woven in parts for part in unweave(woven))


def _run_at(blocks: Sequence[Block], place: int, *, after_body: bool) -> tuple[int, int]:
    """The start and end of the blocks from ``place`` on that can stand in a head.

    Passed over are lines inside a sentence, or else, after a body, source and editor lines: these are the
    foot of the report above. The run is empty where no head-like block comes next.
    """
    start = place
    while start < len(blocks) and blocks[start].inside:
        start += 1
    if start == place and after_body:
        while start < len(blocks) and blocks[start].kind is Kind.META and not blocks[start].inside:
            start += 1
    end = start
    while end < len(blocks) and _head_like(blocks[end], first=end == start):
        end += 1
    return start, end


def _group(blocks: Sequence[Block], start: int, end: int) -> _Group | None:
    """The head that the run from ``start`` to ``end`` is, if it has a mark of one.

    That is a by-line, a deck, a title marked as such; or title lines with a date, or a dateline below.
    """
    members = blocks[start:end]
    if not members:
        return None
    titles = any(b.kind in (Kind.SHORT, Kind.HEADING) for b in members)
    decks = any(b.kind is Kind.DECK for b in members)
    byline = any(b.kind is Kind.BYLINE for b in members)
    marked = any(b.level == 1 for b in members)
    dated = members[0].kind is not Kind.META and any(b.kind is Kind.META for b in members)
    followed = end < len(blocks) and blocks[end].kind in PROSE and dateline(blocks[end].text) is not None
    if not (byline or decks or marked or (titles and (dated or followed))):
        return None
    bare = all(b.kind is Kind.SHORT for b in members)
    return _Group(byline, titles or decks, any(b.inside for b in members), bare)


def _titles_prose(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether the run from ``start`` to ``end`` is one of title lines, with a paragraph right below."""
    titles = any(b.kind in (Kind.SHORT, Kind.HEADING) for b in blocks[start:end])
    return titles and end < len(blocks) and blocks[end].kind is Kind.TEXT


def _head_like(block: Block, *, first: bool) -> bool:
    """Whether a block can stand in a head: headings only of the top levels and without a section number."""
    if block.kind is Kind.HEADING:
        return block.number is None and (block.level == 1 or (block.level == 2 and not first) or block.bold)
    return block.kind in _HEAD


def _begins_report(group: _Group, seen: _Seen) -> bool:
    """Whether a head opens a new report, given what the current one has shown."""
    if not seen.body or group.inside:
        return False
    if group.byline and seen.byline:
        return True
    if group.title and seen.title:
        return group.byline or not group.bare
    # A head without a predecessor in this report: its headline was displaced by the first columns.
    return group.title and group.byline and (seen.title or seen.byline)


def _completes(group: _Group, seen: _Seen) -> bool:
    """Whether a head with title and by-line follows a body above which only a plain line stands."""
    unmarked = seen.plain and seen.body and not (seen.title or seen.byline)
    return unmarked and group.title and group.byline and not group.inside


def _speaks_of_other(blocks: Sequence[Block], begins: int, start: int, end: int) -> bool:
    """Whether what follows a head speaks of other things than what stands above it in the report."""
    below = next((n for n in range(end, len(blocks)) if blocks[n].kind is Kind.BYLINE), len(blocks))
    return kinship(pairs_of(blocks[begins:start]), pairs_of(blocks[end:below])) <= _MOST_KIN


def _with_title_lines(blocks: Sequence[Block], place: int) -> int:
    """The place from which a report with a dateline begins: its title lines stand directly above."""
    start = place
    while start > 0 and place - start < _MOST_TITLE_LINES:
        above = blocks[start - 1]
        if above.kind is not Kind.SHORT or above.inside:
            break
        start -= 1
    return start


def lend_headlines(
    reports: Sequence[tuple[Block, ...]],
) -> tuple[tuple[tuple[Block, ...], ...], tuple[Finding, ...]]:
    """Give a headline that stands inside a sentence of one report to the next one, if that has none.

    Only where the first has title and deck of its own and the second a deck or by-line, but no line
    anywhere that could be its title.

    Returns:
        The reports, and a finding for each headline that was given.
    """
    lent = [list(blocks) for blocks in reports]
    findings: list[Finding] = []
    for host, guest in pairwise(lent):
        inside = [b for b in host if b.inside and _is_title(b)]
        signed = any(b.kind in (Kind.DECK, Kind.BYLINE) for b in guest)
        above = [b for b in host[: first_prose(host)] if not b.inside]
        if inside and signed and has_whole_head(above) and not _any_title(guest):
            host[:] = [b for b in host if b not in inside]
            guest[:0] = [replace(b, inside=False) for b in inside]
            message = f"the headline “{inside[0].text}” stood inside the report above; given to the next one"
            findings.append(Finding("S005", message, tuple(s for b in inside for s in b.spans), _LENT))
    return tuple(tuple(blocks) for blocks in lent), tuple(findings)


def _is_title(block: Block) -> bool:
    """Whether a line can be a title by its form: short or marked, and not such as decks are."""
    return (block.kind is Kind.SHORT or block.level == 1 or block.bold) and not reads_like_deck(block.text)


def _any_title(blocks: Sequence[Block]) -> bool:
    """Whether a line above the first paragraph or inside a sentence could be the title."""
    above = any(_is_title(b) for b in blocks[: first_prose(blocks)] if b.kind is not Kind.DECK)
    return above or any(b.inside and _is_title(b) for b in blocks)
