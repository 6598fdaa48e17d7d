"""Report cut by another: its sentence breaks off right above another report's head and goes on behind it.

Example:
    ……景区                            breaks off
    洪水来临的那三天                    the title and the by-line of another report, and all of it
    ……
    负责人说，“宁可少卖票……           the rest of the first: moved up and joined

Where the rest begins is told by the page's own notes (下转第三版, 上接第一版), one of each at the two places;
else by the words at the cut and by the subject: the rest shares words with the part above the other report
and hardly any with that report, it names none of its places, and the first report's next section stands in
it. A sentence of which nothing goes on below stays open (see C011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.chinese import ends_in_function_word
from build_scripts.clean.cohesion import Sides, opens_under, pairs_of, places_of
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_open, joined
from build_scripts.clean.metadata import dateline
from build_scripts.model import Finding

CODE = "C046"

JOIN = "C013"
"""The code of its joins: the halves of a sentence that lie far apart."""

_TITLES = (Kind.SHORT, Kind.DECK)
_MARKS = (Kind.BYLINE, Kind.DECK, Kind.META)
# What the words at the cut must have at least, alone and with the subject; the weight of the subject.
_LEAST_FIT, _ENOUGH, _SUBJECT = -3, 2.0, 0.5
# What the report's next section speaks for a place above it.
_SECTION = 4.0
# Characters that the other report has at least.
_SHORTEST = 20
# Blocks of the other report that are looked through.
_REACH = 120
# Blocks of either report whose subject is weighed, those nearest to the cut.
_WEIGHED = 4 * _REACH
# Lines of a head above its by-line.
_MOST_TITLES = 3
# How sure it is with clear evidence, and with less; the evidence of the page's own notes.
_CLEAR, _SURE, _LIKELY = 6.0, 0.9, 0.75
_NOTED = 20.0


@dataclass(frozen=True, slots=True)
class _Rest:
    """The rest of a cut report: the blocks from ``start`` to ``end``; ``evidence`` as above."""

    start: int
    end: int
    evidence: float


@dataclass(frozen=True, slots=True)
class _Cut:
    """A report from ``begins`` on, broken off at ``place``; the other's text is from ``head`` to ``end``."""

    begins: int
    place: int
    head: int
    end: int


def order_cut_reports(draft: Draft) -> Draft:
    """The draft with each report that was cut by another put together, its sentence made whole."""
    blocks = list(draft.blocks)
    findings: list[Finding] = []
    begins = place = 0
    while place < len(blocks):
        if blocks[place].kind is Kind.BYLINE:
            begins = place
        rest = _noted_rest(blocks, place) or _told_rest(blocks, begins, place)
        if rest is not None:
            whole = _whole(blocks[place], blocks[rest.start])
            findings += _findings(blocks, place, rest, joins=len(whole) == 1)
            moved = blocks[rest.start + 1 : rest.end]
            blocks[place : rest.end] = [*whole, *moved, *blocks[place + 1 : rest.start]]
        place += 1
    return replace(draft, blocks=tuple(blocks)).report(*findings) if findings else draft


def _whole(first: Block, second: Block) -> tuple[Block, ...]:
    """The sentence of the two blocks in one; both where the page was turned between two paragraphs."""
    if (is_open(first) or first.kind is Kind.SHORT) and not second.begins:
        return (joined([first, second]),)
    return replace(first, turns=""), second


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


def _told_rest(blocks: Sequence[Block], begins: int, place: int) -> _Rest | None:
    """The rest of the report that breaks off at ``place``, where the words and the subject tell it."""
    if not (_may_break_off(blocks, place) and _head_follows(blocks, place)):
        return None
    head = _head_end(blocks, place + 1)
    cut = _Cut(begins, place, head, _next_head(blocks, head))
    return _rest_of(blocks, cut) if head < cut.end else None


def _may_break_off(blocks: Sequence[Block], place: int) -> bool:
    """Whether a sentence may break off in the block: open prose, or its few first words below prose."""
    block = blocks[place]
    if block.kind is not Kind.SHORT:
        return is_open(block)
    # The line above a deck or a by-line is the title.
    title_below = place + 1 < len(blocks) and blocks[place + 1].kind is Kind.SHORT
    below_prose = place > 0 and blocks[place - 1].kind not in _TITLES
    return title_below and below_prose and not block.ends and not block.level


def _head_follows(blocks: Sequence[Block], place: int) -> bool:
    """Whether right below ``place`` stands a report's head: title lines and a by-line, deck or date."""
    end = _head_end(blocks, place + 1)
    head = blocks[place + 1 : end]
    return bool(head) and any(_is_title(b) for b in head) and any(b.kind in _MARKS for b in head)


def _head_end(blocks: Sequence[Block], place: int) -> int:
    """The end of the lines of a head that begins at ``place``."""
    while place < len(blocks) and (_is_title(blocks[place]) or _is_mark(blocks[place])):
        place += 1
    return place


def _is_mark(block: Block) -> bool:
    return block.kind in _MARKS and block.number is None


def _is_title(block: Block) -> bool:
    """Whether a line can be one of a report's titles: none that is numbered or marked as a section's."""
    return block.number is None and (
        block.kind in _TITLES or (block.kind is Kind.HEADING and block.level in (1, 2))
    )


def _rest_of(blocks: Sequence[Block], cut: _Cut) -> _Rest | None:
    """Where the report goes on behind the next one."""
    first, head = blocks[cut.place], cut.head
    few = first.kind is Kind.SHORT
    signed = any(b.kind is Kind.BYLINE for b in blocks[cut.place + 1 : head])
    if not signed and fit(first.text, blocks[head].text) >= CLEAR_FIT and not _opens_other(blocks, cut):
        # Only the headline stands in between: the sentence goes on right below it.
        return None
    values, otherwise = _subjects(blocks, cut, signed=signed)
    section = _next_section(blocks, cut)
    least = _CLEAR if few else _ENOUGH
    best: _Rest | None = None
    for start in _possible(blocks, cut, section):
        fitting = fit(first.text, blocks[start].text)
        evidence = fitting + _SUBJECT * (values[start - head] - otherwise) + _SECTION * (start < section)
        if _fits(first, fitting) and evidence >= least and (best is None or evidence > best.evidence):
            best = _Rest(start, cut.end, evidence)
    return best and replace(best, end=_other_goes_on(blocks, cut, best))


def _subjects(blocks: Sequence[Block], cut: _Cut, *, signed: bool) -> tuple[list[float], float]:
    """How well each block below the head begins the rest, by the subject; and how well none does."""
    own = blocks[max(cut.begins, cut.place - _WEIGHED) : cut.place + 1]
    other = blocks[cut.head : min(cut.end, cut.head + _WEIGHED)]
    sides = Sides.of({}, pairs_of((*own, *other)))
    values: list[float] = []
    for block in other:
        values.append(sides.value)
        sides.move_left(pairs_of((block,)))
    # Below a headline without a by-line the first report may simply go on.
    alone = signed and blocks[cut.place].kind is not Kind.SHORT
    return values, sides.value if alone else max(sides.value, values[0])


def _possible(blocks: Sequence[Block], cut: _Cut, section: int) -> list[int]:
    """The places at which the rest may begin: paragraphs that name no place of the other's headline.

    Up to its next section the rest speaks of the first report alone.
    """
    theirs = places_of(blocks[cut.place + 1 : cut.head]) - places_of(_first_part(blocks, cut))
    named = {n for n in range(cut.head, cut.end) if theirs and places_of((blocks[n],)) & theirs}
    barred = max((n for n in named if n < section), default=-1)
    places: list[int] = []
    size = 0
    for start in range(cut.head, min(cut.end, cut.head + _REACH)):
        block = blocks[start]
        before, size = size, size + len(block.text) * (block.kind in PROSE)
        fair = start > barred and start not in named and not -1 < section < start
        if before >= _SHORTEST and fair and block.kind is Kind.TEXT and not block.begins:
            places.append(start)
    return places


def _fits(half: Block, fitting: int) -> bool:
    """Whether the words at the cut allow the join: those of a short line, which may be a title, must tell."""
    if half.kind is not Kind.SHORT:
        return fitting >= _LEAST_FIT
    open_clause = ends_in_function_word(half.text) or "，" in half.text or "," in half.text
    return fitting >= CLEAR_FIT or (fitting >= 0 and open_clause)


def _opens_other(blocks: Sequence[Block], cut: _Cut) -> bool:
    """Whether the paragraph below the head names a place of the headline that the first report does not."""
    titles = blocks[cut.place + 1 : cut.head]
    return opens_under(titles, blocks[cut.head], blocks[cut.begins : cut.place + 1])


def _first_part(blocks: Sequence[Block], cut: _Cut) -> Sequence[Block]:
    """The cut report up to the cut, with its titles."""
    return blocks[max(0, cut.begins - _MOST_TITLES) : cut.place + 1]


def _next_section(blocks: Sequence[Block], cut: _Cut) -> int:
    """The place of the section that follows the last one of the cut report; -1 for nowhere."""
    own = blocks[cut.begins : cut.place + 1]
    last = next((b.number for b in reversed(own) if b.number and b.kind is Kind.HEADING), None)
    if last is None:
        return -1
    following = replace(last, value=last.value + 1)
    places = range(cut.place + 1, cut.end)
    return next((n for n in places if blocks[n].number == following and blocks[n].kind is Kind.HEADING), -1)


def _other_goes_on(blocks: Sequence[Block], cut: _Cut, rest: _Rest) -> int:
    """Where below the rest the other report goes on: from there on only its places are named; or the end."""
    ours = places_of((*_first_part(blocks, cut), blocks[rest.start]))
    theirs = places_of(blocks[cut.place + 1 : rest.start])
    ours, theirs = ours - theirs, theirs - ours
    end = rest.end
    for place in range(rest.end - 1, rest.start, -1):
        named = places_of((blocks[place],))
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


def _findings(blocks: Sequence[Block], place: int, rest: _Rest, *, joins: bool) -> list[Finding]:
    first, second = blocks[place], blocks[rest.start]
    where = f"in line {second.line}, “{second.text[:8]}…”"
    sure = _SURE if rest.evidence >= _CLEAR else _LIKELY
    moved = tuple(span for block in blocks[rest.start : rest.end] for span in block.spans)
    tail = f"“…{first.text[-8:]}”"
    found = [Finding(CODE, f"{tail} was cut by another report and goes on {where}: moved up", moved, sure)]
    if joins:
        halves = first.spans[-1:] + second.spans[:1]
        found.append(Finding(JOIN, f"{tail} goes on {where}; joined", halves, sure))
    return found
