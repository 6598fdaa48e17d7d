"""Columns out of order: parts of the text changed places, each cut in the middle of a sentence.

Columns read across, a page before another.

Example:
    ……老人们在活动中          the first column ends
    场去年通了车。……          the third one, which goes on from 修了一条路，石门农
    心里打牌下棋。……          the second one: 活动中 | 心

The text is cut where a sentence breaks off, where one begins in its middle, and at the head of a report. Two
runs of parts that lie side by side change places where the sentences at their edges fit better then: all
the words, figures and quotations that the new neighbours complete together, less all that the present ones
do. One chance word (怀|中) is not enough to move half a page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush
from itertools import pairwise

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.chinese import begins_in_sentence, begins_in_word, unmatched
from build_scripts.clean.evidence import cut_fit, highest_fit, is_open
from build_scripts.clean.wording import Wording
from build_scripts.model import Finding

CODE = "C044"

# What a neighbour weighs that completes nothing: another report's head or the end below an open sentence, a
# sentence's rest below a whole one, a heading between two halves. In half logarithms of odds, as cut_fit.
_HEADED, _UNLED, _BELOW_HEADING = -4, -2, 3
# How much better than the present one a single new neighbour must fit to be looked at, and how much better
# all of them together to move anything.
_WORTH, _ENOUGH = 3, 5
# In a document of more cuts than a few the odds against a chance fit grow with the number of pairs.
_FEW_CUTS, _BY_CHANCE = 4, 4.0
# Characters of a line of several clauses that may be the end of a column.
_SHORTEST_HALF = 14
# Parts within which others are looked for.
_REACH = 40
# From which gain on how sure a move is: in the damage laboratory 104 of 109 were right from 6 on; with less
# there was a false one among pages whose parts were all in order.
_SURENESS = ((6, 0.9), (0, 0.75))
_HEAD = (Kind.SHORT, Kind.DECK)
_HEADINGS = (Kind.HEADING, Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class _Part:
    """The blocks from ``start`` to ``end``.

    ``opening`` is its first paragraph where that may go on from another part, ``closing`` its last prose
    where that breaks off; ``headed`` tells that headings stand above the opening, ``amid`` that the part
    begins within a sentence, ``signed`` that a by-line stands above its first prose.
    """

    start: int
    end: int
    opening: Block | None
    closing: Block | None
    headed: bool
    amid: bool
    signed: bool


@dataclass(frozen=True, slots=True, order=True)
class _Exchange:
    """The parts from ``one`` to ``other`` and from there to ``end`` change places; ``gain`` as above."""

    gain: int
    one: int
    other: int
    end: int


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """How well parts fit below each other; each pair is weighed once."""

    wording: Wording
    known: dict[int, dict[int, int]] = field(default_factory=dict)

    def fit(self, above: _Part, below: _Part | None) -> int:
        """What speaks for ``below`` (or the end of the document) below ``above``."""
        if below is None:
            return _HEADED if above.closing else 0
        # A small dictionary for each part: one of all pairs is too large for the processor's caches.
        known = self.known.setdefault(above.start, {})
        found = known.get(below.start)
        if found is None:
            found = known[below.start] = self._fit(above, below)
        return found

    def _fit(self, above: _Part, below: _Part) -> int:
        if above.closing is None:
            return _UNLED if below.amid else 0
        if below.opening is None:
            return _HEADED
        fitting = cut_fit(above.closing.text, below.opening.text, self.wording)
        return max(_UNLED, fitting - _BELOW_HEADING) if below.headed else fitting


def order_columns(draft: Draft) -> Draft:
    """The draft with parts that changed places in order, each move reported."""
    parts = _parts(draft.blocks)
    cuts = sum(part.closing is not None for part in parts)
    if not cuts:
        return draft
    search = _Search(parts, _Neighbours(Wording.of(draft.blocks)), _enough(cuts))
    findings: list[Finding] = []
    exchanges = [search.best(above) for above in range(len(parts))]
    queue = [_queued(found, above) for above, found in enumerate(exchanges) if found]
    heapify(queue)
    while queue and len(findings) < len(parts):
        _, above, best = heappop(queue)
        if exchanges[above] is not best:
            continue
        findings.append(_finding(draft.blocks, parts, best))
        moved, rest = parts[best.other : best.end], parts[best.one : best.other]
        parts[best.one : best.end] = [*moved, *rest]
        # Only what is within reach of a part that moved is another now.
        for near in range(max(0, best.one - 2 * _REACH - 1), min(len(parts), best.end + _REACH + 1)):
            exchanges[near] = found = search.best(near)
            if found:
                heappush(queue, _queued(found, near))
    if not findings:
        return draft
    blocks = tuple(block for part in parts for block in draft.blocks[part.start : part.end])
    return replace(draft, blocks=blocks).report(*findings)


def _enough(cuts: int) -> float:
    """The gain that moves parts of a document with so many ``cuts``: of many pairs some fit by chance."""
    return _ENOUGH + _BY_CHANCE * max(0.0, math.log(cuts / _FEW_CUTS))


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    """The document cut where a sentence breaks off or begins in its middle, and above by-lines' titles."""
    cuts = {0}
    before: int | None = None
    for place, block in enumerate(blocks):
        if block.kind is Kind.BYLINE:
            cuts.add(_above(blocks, place, _HEAD))
        if not _is_prose(blocks, place):
            continue
        if before is not None and (_breaks_off(blocks[before]) or _begins_amid(block)):
            cuts.add(_above(blocks, place, _HEADINGS))
        before = place
    return [_part(blocks, start, end) for start, end in pairwise([*sorted(cuts), len(blocks)])]


def _part(blocks: Sequence[Block], start: int, end: int) -> _Part:
    prose = [place for place in range(start, end) if _is_prose(blocks, place)]
    signed = any(b.kind is Kind.BYLINE for b in blocks[start : prose[0] if prose else end])
    if not prose:
        return _Part(start, end, None, None, headed=False, amid=False, signed=signed)
    first, last = blocks[prose[0]], blocks[prose[-1]]
    goes_on = first.kind is Kind.TEXT and all(b.kind in _HEADINGS for b in blocks[start : prose[0]])
    headed = prose[0] > start
    return _Part(
        start,
        end,
        opening=first if goes_on else None,
        closing=last if _breaks_off(last) else None,
        headed=headed,
        amid=not headed and _begins_amid(first),
        signed=signed,
    )


def _is_prose(blocks: Sequence[Block], place: int) -> bool:
    """Whether the block at ``place`` is prose, or a line above a paragraph that is too long for a heading."""
    block = blocks[place]
    if block.kind is not Kind.SHORT:
        return block.kind in PROSE
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    clauses = "，" in block.text or "," in block.text
    return clauses and len(block.text) >= _SHORTEST_HALF and below is not None and below.kind is Kind.TEXT


def _breaks_off(block: Block) -> bool:
    return is_open(block) or (block.kind is Kind.SHORT and not block.ends)


def _above(blocks: Sequence[Block], place: int, kinds: Sequence[Kind]) -> int:
    """The place of the first of the lines of ``kinds`` directly above ``place``."""
    while place and blocks[place - 1].kind in kinds:
        place -= 1
    return place


def _begins_amid(block: Block) -> bool:
    loose, _ = unmatched(block.text[:200])
    return begins_in_sentence(block.text) or begins_in_word(block.text) or bool(loose)


@dataclass(frozen=True, slots=True)
class _Search:
    """What looks for exchanges among ``parts`` whose gain is ``enough``; the parts move meanwhile.

    An exchange has three cuts, and after it three pairs are new. The search begins at each of the three:
    a part, the one that fits below it, and any third cut within reach.
    """

    parts: list[_Part]
    neighbours: _Neighbours
    enough: float

    def best(self, above: int) -> _Exchange | None:
        """The best exchange that brings below the part at ``above`` one that fits clearly better."""
        led = dict(self._better_below(above))
        if not led:
            return None
        # What a third cut gains by what then stands above the rest of the first.
        thirds = range(max(1, above + 1 - _REACH), min(len(self.parts), max(led) + _REACH) + 1)
        gains = {third: self._fit(third - 1, above + 1) - self._fit(third - 1, third) for third in thirds}
        found = (self._best_of(above, below, led[below], gains) for below in led)
        return max((exchange for exchange in found if exchange), key=_rank, default=None)

    def _best_of(self, above: int, below: int, led: int, gains: Mapping[int, int]) -> _Exchange | None:
        """The best exchange that brings ``below`` under ``above``, by which ``led`` is gained."""
        best = None
        gain_here = led - self._fit(below - 1, below)
        contested = self.parts[below - 1].closing
        most = highest_fit(contested.text) if contested else 0
        for third in self._thirds(above, below):
            if gain_here + gains[third] + most < self.enough:
                continue
            if not contested and not self._completes(third - 1, above + 1):
                continue
            gain = gain_here + gains[third] + self._fit(below - 1, third)
            if gain >= self.enough:
                exchange = _Exchange(gain, *sorted((above + 1, below, third)))
                best = max(best or exchange, exchange, key=_rank)
        return best

    def _thirds(self, above: int, below: int) -> Iterator[int]:
        """The cuts that make an exchange with the one below ``above`` and the one above ``below``."""
        if below > above:
            yield from range(below + 1, min(len(self.parts), below + _REACH) + 1)
            yield from range(max(1, above + 1 - _REACH), above + 1)
        else:
            yield from range(below + 1, above + 1)

    def _completes(self, above: int, below: int) -> bool:
        """Whether a second cut sentence is completed, where ``below`` comes under ``above``."""
        open_ = self.parts[above].closing is not None and below < len(self.parts)
        return open_ and self._fit(above, below) > 0

    def _better_below(self, above: int) -> Iterator[tuple[int, int]]:
        """The parts that go on from the open one at ``above`` much better than the part below it does.

        What breaks off right above another report's head is left to the rule for cut reports, which looks
        at the subject as well.
        """
        parts = self.parts
        if parts[above].closing is None or (above + 1 < len(parts) and parts[above + 1].signed):
            return
        here = self._fit(above, above + 1)
        for below in range(max(1, above - _REACH), min(len(parts), above + 1 + _REACH)):
            if below in (above, above + 1) or parts[below].opening is None:
                continue
            there = self._fit(above, below)
            if there > 0 and there - here >= _WORTH:
                yield below, there - here

    def _fit(self, above: int, below: int) -> int:
        return self.neighbours.fit(self.parts[above], self.parts[below] if below < len(self.parts) else None)


def _rank(exchange: _Exchange) -> tuple[int, int, int, int]:
    """The greatest gain first; of equals the one that moves the least, then the first."""
    size = min(exchange.other - exchange.one, exchange.end - exchange.other)
    return exchange.gain, -size, -exchange.one, -exchange.end


def _queued(exchange: _Exchange, above: int) -> tuple[tuple[int, ...], int, _Exchange]:
    """An exchange for a heap: the highest rank first, then the first part that it was found from."""
    return tuple(-each for each in _rank(exchange)), above, exchange


def _finding(blocks: Sequence[Block], parts: Sequence[_Part], exchange: _Exchange) -> Finding:
    runs = parts[exchange.one : exchange.other], parts[exchange.other : exchange.end]
    moved = [block for run in runs for part in run for block in blocks[part.start : part.end]]
    first, second = blocks[runs[0][0].start], blocks[runs[1][0].start]
    message = (
        f"what begins at “{second.text[:8]}…” (line {second.line}) belongs above “{first.text[:8]}…” "
        f"(line {first.line}), by the sentences that are cut at the edges: moved up"
    )
    spans = tuple(span for block in moved for span in block.spans)
    return Finding(CODE, message, spans, next(sure for gain, sure in _SURENESS if exchange.gain >= gain))
