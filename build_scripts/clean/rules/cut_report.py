"""Report cut by another: its sentence breaks off right above another report's head and goes on behind it.

Example:
    ……景区                            breaks off
    洪水来临的那三天                    the title and the by-line of another report, and all of it
    ……
    负责人说，“宁可少卖票……           the rest of the first: moved up behind 景区

Where the rest begins is told by the page's own notes (下转第三版, 上接第一版), one of each at the two places;
else by the words at the cut and by the subject: the rest shares words with the part
above the other report and hardly any with that report. A sentence of which nothing goes on below stays open
(see C011).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.cohesion import opens_under, overlap, places_of, words_of
from build_scripts.clean.evidence import fit, is_open
from build_scripts.clean.metadata import dateline
from build_scripts.clean.rules import page_furniture
from build_scripts.model import Finding

CODE = "C046"

_TURNS_ON, _COMES_FROM = re.compile(r"下?[转轉]|未完"), re.compile(r"[上紧緊]?接")
# How many blocks a note may stand away from its paragraph: a picture and its caption lie between.
_NOTE_REACH = 4
_TITLES = (Kind.SHORT, Kind.DECK)
_MARKS = (Kind.BYLINE, Kind.DECK, Kind.META)
# What the words at the cut must have at least, alone and with the subject; the weight of the subject.
_LEAST_FIT, _ENOUGH, _SUBJECT = -1, 2.0, 20.0
# How much more than for the paragraph right below the head must speak for one further down.
_NEARNESS = 3.0
# Telling words in a passage below which its subject counts half.
_FEW_WORDS = 8
# What the report's next section speaks for a place above it.
_SECTION = 4.0
# Blocks of the other report that are looked through.
_REACH = 120
# Lines of a head above its by-line.
_MOST_TITLES = 3
# How sure it is with clear evidence, and with less.
_CLEAR, _SURE, _LIKELY = 6.0, 0.9, 0.75
_NOTED = 20.0


@dataclass(frozen=True, slots=True)
class _Rest:
    """The rest of a cut report: the blocks from ``start`` to ``end``; ``evidence`` as above."""

    start: int
    end: int
    evidence: float


def mark_turns(draft: Draft) -> Draft:
    """The draft with the paragraphs marked that a note says go on on another page, or come from one."""
    blocks = list(draft.blocks)
    for place, note in enumerate(blocks):
        if note.verdict is None or note.verdict.code != page_furniture.CODE:
            continue
        text = note.text.lstrip("（([【＜<▶►→↓▼>＞ ")
        if _TURNS_ON.match(text):
            near, word = range(place - 1, max(-1, place - 1 - _NOTE_REACH), -1), "on"
        elif _COMES_FROM.match(text):
            near, word = range(place + 1, min(len(blocks), place + 1 + _NOTE_REACH)), "from"
        else:
            continue
        other = next((n for n in near if blocks[n].kind in PROSE), None)
        if other is not None:
            blocks[other] = replace(blocks[other], turns=word)
    return replace(draft, blocks=tuple(blocks))


def order_cut_reports(draft: Draft) -> Draft:
    """The draft with the rest of each report that was cut by another put behind its first part."""
    blocks = list(draft.blocks)
    findings: list[Finding] = []
    begins = 0
    for place in range(len(blocks)):
        if blocks[place].kind is Kind.BYLINE:
            begins = place
        rest = _noted_rest(blocks, place)
        if rest is None:
            if not is_open(blocks[place]) or not _head_follows(blocks, place):
                continue
            rest = _rest_of(blocks, begins, place)
        if rest is not None:
            findings.append(_finding(blocks, place, rest))
            moved = blocks[rest.start : rest.end]
            blocks[place + 1 : rest.end] = [*moved, *blocks[place + 1 : rest.start]]
    return replace(draft, blocks=tuple(blocks)).report(*findings) if findings else draft


def _noted_rest(blocks: Sequence[Block], place: int) -> _Rest | None:
    """The rest of the report that goes on on another page, where only one place is left that comes from one.

    None where no head of a report lies between: then nothing is out of order.
    """
    if blocks[place].turns != "on":
        return None
    start = next((n for n in range(place + 1, len(blocks)) if blocks[n].turns), None)
    if start is None or blocks[start].turns != "from" or not _any_head(blocks, place + 1, start):
        return None
    return _Rest(start, _next_head(blocks, start + 1), _NOTED)


def _any_head(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether between two places stands what opens a report: a by-line, a deck, a dateline."""
    return any(b.kind in (Kind.BYLINE, Kind.DECK) or dateline(b.text) for b in blocks[start:end])


def _head_follows(blocks: Sequence[Block], place: int) -> bool:
    """Whether right below ``place`` stands a report's head: title lines and a by-line, deck or date."""
    end = _head_end(blocks, place + 1)
    head = blocks[place + 1 : end]
    return bool(head) and any(_is_title(b) for b in head) and any(b.kind in _MARKS for b in head)


def _head_end(blocks: Sequence[Block], place: int) -> int:
    """The end of the lines of a head that begins at ``place``."""
    while place < len(blocks) and (_is_title(blocks[place]) or blocks[place].kind in _MARKS):
        place += 1
    return place


def _is_title(block: Block) -> bool:
    """Whether a line can be one of a report's titles: none that is numbered or marked as a section's."""
    return block.number is None and (
        block.kind in _TITLES or (block.kind is Kind.HEADING and block.level in (1, 2))
    )


def _rest_of(blocks: Sequence[Block], begins: int, place: int) -> _Rest | None:
    """Where the report from ``begins`` on, which breaks off at ``place``, goes on behind the next one."""
    head = _head_end(blocks, place + 1)
    end = _next_head(blocks, head)
    own = words_of(blocks[begins : place + 1])
    # Only the headline may stand in between: then the sentence goes on right below it.
    alone = head < end and not opens_under(blocks[place + 1 : head], blocks[head], blocks[begins : place + 1])
    least = max(_ENOUGH, fit(blocks[place].text, blocks[head].text) + _NEARNESS) if alone else _ENOUGH
    theirs = places_of(blocks[place + 1 : head]) - places_of(
        blocks[max(0, begins - _MOST_TITLES) : place + 1]
    )
    section = _next_section(blocks, begins, place, end)
    named = {n for n in range(head, end) if places_of(blocks[n : n + 1]) & theirs}
    # Up to its next section the rest speaks of the first report alone.
    barred = max((n for n in named if n < section), default=-1)
    best: _Rest | None = None
    for start in range(head + 1, min(end, head + _REACH)):
        if blocks[start].kind is not Kind.TEXT:
            continue
        fitting = fit(blocks[place].text, blocks[start].text)
        if fitting < _LEAST_FIT or not any(b.kind in PROSE for b in blocks[head:start]):
            continue
        if start in named or start <= barred or -1 < section < start:
            continue
        passage, other = words_of(blocks[start:end]), words_of(blocks[head:start])
        weight = _SUBJECT if len(passage) >= _FEW_WORDS else _SUBJECT / 2
        evidence = fitting + weight * (overlap(passage, own) - overlap(passage, other))
        evidence += _SECTION if start < section else 0
        if evidence >= least and (best is None or evidence > best.evidence):
            best = _Rest(start, end, evidence)
    if best is None:
        return None
    ours = places_of([*blocks[max(0, begins - _MOST_TITLES) : place + 1], blocks[best.start]])
    theirs = places_of(blocks[place + 1 : best.start])
    return replace(best, end=_other_goes_on(blocks, best, ours - theirs, theirs - ours))


def _next_section(blocks: Sequence[Block], begins: int, place: int, end: int) -> int:
    """The place up to ``end`` of the section that follows the last one of the cut report; -1 for nowhere."""
    numbers = [b.number for b in blocks[begins : place + 1] if b.number and b.kind is Kind.HEADING]
    if not numbers:
        return -1
    following = replace(numbers[-1], value=numbers[-1].value + 1)
    places = range(place + 1, end)
    return next((n for n in places if blocks[n].number == following and blocks[n].kind is Kind.HEADING), -1)


def _other_goes_on(blocks: Sequence[Block], rest: _Rest, ours: Set[str], theirs: Set[str]) -> int:
    """Where below the rest the other report goes on: from there on only its places are named; or the end."""
    end = rest.end
    for place in range(rest.end - 1, rest.start, -1):
        named = places_of(blocks[place : place + 1])
        if named & ours:
            break
        if blocks[place].kind is Kind.TEXT and named & theirs:
            end = place
    return end


def _next_head(blocks: Sequence[Block], place: int) -> int:
    """The place of the next head from ``place`` on: titles above a by-line or a dateline; or the end."""
    end = next((n for n in range(place, len(blocks)) if _opens_report(blocks[n])), len(blocks))
    while end > place and end < len(blocks) and _is_title(blocks[end - 1]):
        end -= 1
    return end


def _opens_report(block: Block) -> bool:
    return block.kind is Kind.BYLINE or (block.kind is Kind.TEXT and dateline(block.text) is not None)


def _finding(blocks: Sequence[Block], place: int, rest: _Rest) -> Finding:
    first, second = blocks[place], blocks[rest.start]
    message = (
        f"“…{first.text[-8:]}” was cut by another report and goes on in line {second.line}, "
        f"“{second.text[:8]}…”: moved up"
    )
    spans = tuple(span for block in blocks[rest.start : rest.end] for span in block.spans)
    return Finding(CODE, message, spans, _SURE if rest.evidence >= _CLEAR else _LIKELY)
