"""Columns out of order: parts of the text changed places, each cut in the middle of a sentence.

Columns read across, a page before another, a report printed between two parts of another.

Example:
    ……老人们在活动中          the first column ends
    场去年通了车。……          the third one, which goes on from 修了一条路，石门农
    心里打牌下棋。……          the second one: 活动中 | 心

The text is cut where a sentence breaks off, where one begins in its middle, and at the head of a report. A
part is put behind the one whose last word, figure or quotation it completes. Only such evidence moves
anything; it must be lacking where the part stands now. Of a ring of parts the last link may be the only one
left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.chinese import begins_in_sentence, begins_in_word, unmatched
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_open
from build_scripts.model import Finding

CODE = "C044"

# What speaks for a link, and what the present neighbours may have at the most.
_STRONG, _WEAK = CLEAR_FIT, 1
# The last link of a ring needs no evidence of its own, but there must be none against it.
_LEFT_OVER = -1
# What all links together must have: one chance word (怀|中) is not enough to move half a page. An open end
# right above another report's head was cut there.
_ENOUGH, _HEADED = 8, 4
# Parts within which another is looked for.
_REACH = 40
_CONFIDENCE = 0.85
_HEAD = (Kind.SHORT, Kind.DECK)


@dataclass(frozen=True, slots=True)
class _Part:
    """The blocks from ``start`` to ``end``; ``first`` and ``last`` are the places of its outer prose."""

    start: int
    end: int
    first: int
    last: int


def order_columns(draft: Draft) -> Draft:
    """The draft with parts that changed places in order, each move reported."""
    blocks = draft.blocks
    parts = _parts(blocks)
    links = _links(blocks, parts)
    if not links:
        return draft
    order = list(_followed(len(parts), links))
    moved = tuple(block for number in order for block in blocks[parts[number].start : parts[number].end])
    findings = [_finding(blocks, parts[one], parts[other]) for one, other in sorted(links.items())]
    return replace(draft, blocks=moved).report(*findings)


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    """The document cut where a sentence breaks off or begins in its middle, and above by-lines' titles."""
    cuts = {0}
    before: int | None = None
    for place, block in enumerate(blocks):
        if block.kind is Kind.BYLINE:
            cuts.add(_above_titles(blocks, place))
        if block.kind not in PROSE:
            continue
        if before is not None and (is_open(blocks[before]) or _begins_amid(block)):
            cuts.add(place)
        before = place
    bounds = [*sorted(cuts), len(blocks)]
    parts = []
    for start, end in pairwise(bounds):
        prose = [place for place in range(start, end) if blocks[place].kind in PROSE]
        parts.append(_Part(start, end, prose[0] if prose else -1, prose[-1] if prose else -1))
    return parts


def _above_titles(blocks: Sequence[Block], place: int) -> int:
    """The place of the first title line directly above the by-line at ``place``."""
    while place and blocks[place - 1].kind in _HEAD:
        place -= 1
    return place


def _begins_amid(block: Block) -> bool:
    loose, _ = unmatched(block.text[:200])
    return begins_in_sentence(block.text) or begins_in_word(block.text) or bool(loose)


def _links(blocks: Sequence[Block], parts: Sequence[_Part]) -> dict[int, int]:
    """Which part follows which, for those that do not follow where they stand."""
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(_candidates(blocks, parts)):
        if one not in chosen and other not in taken and not _leads_to(chosen, other, one):
            chosen[one] = other
            taken.add(other)
    if chosen:
        _close_rings(blocks, parts, chosen, taken)
    return chosen if _evidence(blocks, parts, chosen) >= _ENOUGH else {}


def _evidence(blocks: Sequence[Block], parts: Sequence[_Part], chosen: dict[int, int]) -> int:
    """What speaks for all the links together, less what speaks for the neighbours that they part."""
    gained = sum(fit(blocks[parts[a].last].text, blocks[parts[b].first].text) for a, b in chosen.items())
    parted = {a + 1 for a in chosen} | set(chosen.values())
    lost = sum(max(0, _fit_here(blocks, parts, n)) for n in parted if n < len(parts))
    return gained - lost + _HEADED * sum(_is_headed(blocks, parts, a + 1) for a in chosen)


def _is_headed(blocks: Sequence[Block], parts: Sequence[_Part], number: int) -> bool:
    """Whether a part begins with the head of a report: the one above was cut there by the page."""
    if number >= len(parts):
        return False
    part = parts[number]
    above_prose = blocks[part.start : max(part.first, part.start)]
    return any(block.kind is Kind.BYLINE for block in above_prose)


def _candidates(blocks: Sequence[Block], parts: Sequence[_Part]) -> Iterator[tuple[int, int, int]]:
    """Links with strong evidence against none at present: negated evidence, part, part that follows it."""
    for one, part in enumerate(parts):
        if not _is_loose(blocks, parts, one):
            continue
        for other in range(max(1, one - _REACH), min(len(parts), one + 1 + _REACH)):
            if other in (one, one + 1) or not _can_follow(blocks, parts, other):
                continue
            if not (_is_contested(blocks, parts, other) or _is_headed(blocks, parts, one + 1)):
                continue
            evidence = fit(blocks[part.last].text, blocks[parts[other].first].text)
            if evidence >= _STRONG:
                yield -evidence, one, other


def _is_loose(blocks: Sequence[Block], parts: Sequence[_Part], number: int) -> bool:
    """Whether a part ends within a sentence and the part below does not go on from there."""
    part = parts[number]
    if part.last < 0 or not is_open(blocks[part.last]):
        return False
    return number + 1 >= len(parts) or _fit_here(blocks, parts, number + 1) <= _WEAK


def _can_follow(blocks: Sequence[Block], parts: Sequence[_Part], number: int) -> bool:
    """Whether a part begins within a sentence and the part above does not lead to it."""
    part = parts[number]
    if part.first != part.start or blocks[part.first].kind is not Kind.TEXT:
        return False
    return _fit_here(blocks, parts, number) <= _WEAK


def _is_contested(blocks: Sequence[Block], parts: Sequence[_Part], number: int) -> bool:
    """Whether the part above ends within a sentence too, so that one of the two is in the wrong place."""
    above = parts[number - 1]
    return above.last >= 0 and is_open(blocks[above.last])


def _fit_here(blocks: Sequence[Block], parts: Sequence[_Part], number: int) -> int:
    """How well a part goes on from the one above it; very badly where that ends with a whole sentence."""
    above = next((part for part in reversed(parts[max(0, number - 3) : number]) if part.last >= 0), None)
    first = parts[number].first
    if above is None or first < 0 or not is_open(blocks[above.last]):
        return _LEFT_OVER - 1
    return fit(blocks[above.last].text, blocks[first].text)


def _leads_to(chosen: dict[int, int], start: int, goal: int) -> bool:
    """Whether the links from ``start`` on come to ``goal``: another link back would close a circle."""
    while start in chosen:
        start = chosen[start]
        if start == goal:
            return True
    return start == goal


def _close_rings(
    blocks: Sequence[Block], parts: Sequence[_Part], chosen: dict[int, int], taken: set[int]
) -> None:
    """Link what the moves left over: an open end whose successor was taken, a beginning whose end went."""
    ends = [number for number in range(len(parts)) if number + 1 in taken and number not in chosen]
    ends = [number for number in ends if _is_loose(blocks, parts, number)]
    starts = [number + 1 for number in chosen if number + 1 < len(parts) and number + 1 not in taken]
    starts = [number for number in starts if _can_follow(blocks, parts, number)]
    if len(ends) == len(starts) == 1 and not _leads_to(chosen, starts[0], ends[0]):
        last, first = parts[ends[0]].last, parts[starts[0]].first
        if fit(blocks[last].text, blocks[first].text) >= _LEFT_OVER:
            chosen[ends[0]] = starts[0]


def _followed(count: int, links: dict[int, int]) -> Iterator[int]:
    """The parts in their new order: those without a predecessor where they stand, each with its train."""
    later = set(links.values())
    for number in range(count):
        if number in later:
            continue
        yield number
        while number in links:
            number = links[number]
            yield number


def _finding(blocks: Sequence[Block], one: _Part, other: _Part) -> Finding:
    first, second = blocks[one.last], blocks[other.first]
    message = (
        f"“…{first.text[-8:]}” goes on in line {second.line}, “{second.text[:8]}…”: moved with what follows"
    )
    spans = tuple(span for block in blocks[other.start : other.end] for span in block.spans)
    return Finding(CODE, message, spans, _CONFIDENCE)
