"""Duplicate: a section, a paragraph or a title that stands in the document twice.

Whole, cut short at either end, or with a few characters read differently. The better copy stays: the one
that does not stand before a headline or by-line, then the longer run, then the first.

Example:
    a section before its by-line and again in its place      the first copy is removed
    the title in one line and again in two                   the later one is removed

Lawful repetition stays: five paragraphs that begin with 一年来 differ after it, a slogan is part of its
paragraph, and a heading alone (主要做法) may stand in every section.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind, Verdict, above, below
from build_scripts.clean.chinese import comparable
from build_scripts.clean.numerals import doubtful_number, section_number

CODE = "C020"
REASON = "duplicate"

# Twenty characters are a clause of two: prose does not repeat that by chance as a whole paragraph.
_SHORTEST_TEXT = 20
# Among the head's lines a short title is known again; in the body a shorter line may be a heading.
_SHORTEST_TITLE = 4
_SHORTEST_IN_BODY = 7
# One character in twelve read differently is about the worst that recognition errors do.
_SIMILAR = 92.0
# Opening and closing characters under which copies are looked for.
_KEY = 12
_FIGURES = re.compile(r"\d+")
_QUESTIONS = ("？", "！")
_HEADLIKE = (Kind.SHORT, Kind.HEADING, Kind.DECK)
_HEADS = (Kind.BYLINE, Kind.DECK)
_PASSED = (Kind.CAPTION, Kind.FURNITURE)


@dataclass(frozen=True, slots=True)
class _Run:
    """Two equal stretches of blocks: ``length`` blocks from ``first`` and from ``second`` on."""

    first: int
    second: int
    length: int


def drop_duplicates(draft: Draft) -> Draft:
    """The draft without second copies, each recorded as removed."""
    draft = _drop_repeated_prose(draft)
    return _drop_repeated_titles(draft)


def _drop_repeated_prose(draft: Draft) -> Draft:
    """Remove one copy of each repeated run of paragraphs, its headings with it."""
    blocks = draft.blocks
    keys = [_key(block) for block in blocks]
    gone: set[int] = set()
    for run in _runs(blocks, keys):
        first = range(run.first, run.first + run.length)
        second = range(run.second, run.second + run.length)
        if gone & (set(first) | set(second)):
            continue
        gone.update(first if _first_is_worse(blocks, keys, run) else second)
    return draft.remove([blocks[place] for place in sorted(gone)], Verdict(REASON, CODE))


def _runs(blocks: tuple[Block, ...], keys: list[str]) -> Iterator[_Run]:
    """Maximal runs of pairwise copies, longest first, then in document order."""
    pairs = set(_pairs(blocks, keys))
    counts = Counter(keys)
    found = []
    for first, second in sorted(pairs):
        if (first, second) not in pairs:
            # Part of a run already.
            continue
        run = [(first, second)]
        while (following := (run[-1][0] + 1, run[-1][1] + 1)) in pairs or (
            following[1] < len(keys) and following[0] < second and _same(keys, *following)
        ):
            run.append(following)
        pairs -= set(run)
        # A heading is no evidence of its own, but the one above a repeated paragraph is repeated with it. A
        # sentence that stands once more elsewhere is a slogan: the one above ends another section.
        while first > 0 and second - 1 > run[-1][0] and _same(keys, first - 1, second - 1):
            if blocks[first - 1].kind in PROSE and counts[keys[first - 1]] > 2:
                break
            first, second = first - 1, second - 1
            run.insert(0, (first, second))
        found.append(_Run(first, second, len(run)))
    return iter(sorted(found, key=lambda run: (-run.length, run.first, run.second)))


def _same(keys: list[str], first: int, second: int) -> bool:
    return keys[first] != "" and keys[first] == keys[second]


def _pairs(blocks: tuple[Block, ...], keys: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of paragraphs that are copies, found by their first and last characters: linear on real text."""
    shelves: dict[str, list[int]] = defaultdict(list)
    figures = [_FIGURES.findall(key) for key in keys]
    for place, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        numbered = block.kind is Kind.HEADING and block.number is not None
        if not (numbered or block.kind in (*PROSE, Kind.SHORT)) or len(key) < _SHORTEST_TEXT:
            continue
        labels = _labels(key)
        seen: set[int] = set()
        for label in labels:
            # More than a few paragraphs with one opening are a formula (一年来，该中心的同志……).
            for other in shelves[label][-8:]:
                # Two short lines are headings; one may be a paragraph's copy that was cut short.
                prose = block.kind in PROSE or blocks[other].kind in PROSE
                same_figures = figures[other] == figures[place]
                if other not in seen and prose and _copies(keys[other], key, same_figures):
                    yield other, place
                    break
                seen.add(other)
            shelves[label].append(place)


def _labels(key: str) -> list[str]:
    """Under what copies of a text are looked for: how it begins and ends, and the characters next to these.

    Two places at each end, for a character at either may be misread.
    """
    ends = {f"^{key[:_KEY]}", f"${key[-_KEY:]}"}
    if len(key) >= 4 * _KEY:
        ends |= {f"2{key[_KEY : 2 * _KEY]}", f"3{key[-2 * _KEY : -_KEY]}"}
    return sorted(ends)


def _key(block: Block) -> str:
    """What is compared of a block: not the number of an item, as that of a heading is not in its text."""
    numbered = block.kind is Kind.ITEM and block.number is not None
    found = (section_number(block.text) or doubtful_number(block.text)) if numbered else None
    return comparable(block.text[found[1] :] if found else block.text)


def _copies(one: str, other: str, same_figures: bool) -> bool:
    """Whether one text is the other, the beginning or the end of it, or it with a few misreadings.

    For the last their figures must agree: 投入30万元 and 投入50万元 are two facts, not one read twice.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long.startswith(short) or long.endswith(short):
        return True
    return (
        same_figures
        and len(short) * 10 >= len(long) * 9
        and fuzz.ratio(short, long, score_cutoff=_SIMILAR) > 0
    )


def _first_is_worse(blocks: tuple[Block, ...], keys: list[str], run: _Run) -> bool:
    """Whether the first copy is the one to remove."""
    rank_first = _rank(blocks, keys, run.first, run.length)
    rank_second = _rank(blocks, keys, run.second, run.length)
    return rank_second > rank_first


def _rank(
    blocks: tuple[Block, ...], keys: list[str], start: int, length: int
) -> tuple[bool, bool, int, bool]:
    """How good a copy is: below its report's head; not right before another's; long; its heading marked."""
    after = start + length
    following = next((b for b in below(blocks, after) if b.kind not in _PASSED), None)
    in_place = following is None or following.kind not in _HEADS
    size = sum(len(keys[place]) for place in range(start, start + length))
    marked = any(block.level for block in blocks[start : start + length])
    on_top = all(b.kind not in (*PROSE, *_HEADS) and b.level != 1 for b in above(blocks, start))
    return not (on_top and _head_follows(blocks, after)), in_place, size, marked


def _head_follows(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a report's head comes at ``place``: up to three title lines and a by-line, deck or date."""
    titles = 0
    for block in below(blocks, place):
        if block.kind in _PASSED:
            continue
        if block.kind in (*_HEADS, Kind.META) or (block.level == 1 and block.number is None):
            return True
        if block.kind not in (Kind.SHORT, Kind.HEADING) or block.number is not None or titles == 3:
            return False
        titles += 1
    return False


def _drop_repeated_titles(draft: Draft) -> Draft:
    """Remove later copies of the lines at the head: in one line, or spread over two or three."""
    blocks = draft.blocks
    lines = [block for block in blocks if block.kind not in (Kind.FURNITURE, Kind.PLACEHOLDER)]
    titles = _head_titles(lines)
    gone: list[Block] = []
    prose = [n for n, block in enumerate(lines) if block.kind in PROSE]
    place = 0
    while place < len(lines):
        at_edge = not prose or place < prose[0] or place > prose[-1]
        taken = _repeats_title(lines, place, titles, at_edge)
        gone += lines[place : place + taken]
        place += max(1, taken)
    return draft.remove(gone, Verdict(REASON, CODE))


def _head_titles(lines: list[Block]) -> dict[str, int]:
    """Comparable titles of the lines before the first paragraph, each with the place of its first copy."""
    titles: dict[str, int] = {}
    for place, block in enumerate(lines):
        if block.kind in PROSE:
            break
        if block.kind in _HEADLIKE:
            key = comparable(block.text)
            if len(key) >= _SHORTEST_TITLE:
                titles.setdefault(key, place)
            follower = lines[place + 1] if place + 1 < len(lines) else None
            if follower and follower.kind in _HEADLIKE:
                titles.setdefault(key + comparable(follower.text), place + 1)
    return titles


def _may_repeat(block: Block) -> bool:
    """Whether a line can be a title once more; one that asks or exclaims looks like a sentence there."""
    asks = block.kind is Kind.TEXT and block.text.endswith(_QUESTIONS)
    return block.kind in _HEADLIKE or asks


def _repeats_title(lines: list[Block], place: int, titles: dict[str, int], at_edge: bool) -> int:
    """How many lines from ``place`` on repeat a title that already stood above: 0 to 3.

    ``at_edge``: no paragraph stands above, or none below.
    """
    least = _SHORTEST_TITLE if at_edge or lines[place].level == 1 else _SHORTEST_IN_BODY
    key = ""
    for count in range(1, 4):
        if place + count > len(lines) or not _may_repeat(lines[place + count - 1]):
            return 0
        key += comparable(lines[place + count - 1].text)
        if len(key) >= least and titles.get(key, place) < place:
            return count
    return 0
