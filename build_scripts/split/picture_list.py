"""Caption list: numbered captions set in one place, far from the sections whose pictures they describe.

Example:
    图1 新建的村级服务中心            each is moved to the paragraph that says （见图1）, or else to the
    图2 百合基地里的采收现场          paragraph that shares its rare words: 百合, 采收

Two captions at least with 图 and different numbers, directly under each other, are such a list. A caption
of which no paragraph plainly speaks stays where it is, and so do captions that stand in their section
already.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import add

from build_scripts.clean.blocks import PROSE, Block, Kind
from build_scripts.model import Finding

CODE = "C043"

_LABEL = re.compile(r"[（(]?[图圖]\s*([0-9０-９]{1,2}|[一二三四五六七八九十])(?![\d年月])")
_REFERENCE = re.compile(r"[图圖]\s*([0-9０-９]{1,2}|[一二三四五六七八九十])(?![\d年月])")
_CREDIT = re.compile(r"[\s　]\S{2,6}[\s　]?[摄攝]\s*$|\S{2,12}供图\s*$")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_HEADINGS = (Kind.HEADING, Kind.SHORT)
# A pair in so many paragraphs tells nothing.
_MOST_COMMON = 200
# A paragraph must share so much (see _speaking), and so many times as much as the best of other sections.
_LEAST, _MARGIN = 2.0, 1.6
_REFERRED, _SIMILAR = 0.97, 0.8


@dataclass(frozen=True, slots=True)
class _Move:
    """The caption at ``caption`` belongs behind the block at ``behind``."""

    caption: int
    behind: int
    confidence: float


def place_captions(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The blocks of a report's body, listed captions in their sections, and what was moved."""
    moves = list(_moves(blocks))
    if not moves:
        return blocks, ()
    gone = {move.caption for move in moves}
    behind: dict[int, list[Block]] = defaultdict(list)
    for move in moves:
        behind[move.behind].append(blocks[move.caption])
    made: list[Block] = []
    for place, block in enumerate(blocks):
        if place not in gone:
            made.append(block)
        made += behind.get(place, ())
    return tuple(made), tuple(_finding(blocks, move) for move in moves)


def _moves(blocks: tuple[Block, ...]) -> Iterator[_Move]:
    """The captions that stand in a list and in the wrong section, each with its right place."""
    listed = list(_listed(blocks))
    if not listed:
        # As in most reports: no need to count the words of all paragraphs.
        return
    sections = _sections(blocks)
    referring: dict[str, int] = {}
    speaking: dict[str, list[int]] = {pair: [] for place in listed for pair in _pairs(blocks[place].text)}
    for place, block in enumerate(blocks):
        if block.kind in PROSE:
            for number in _REFERENCE.findall(block.text):
                referring.setdefault(number, place)
            for pair in filter(speaking.__contains__, _pairs(block.text)):
                speaking[pair].append(place)
    for place in listed:
        label = _LABEL.match(blocks[place].text)
        if label and label[1] in referring:
            if referring[label[1]] + 1 != place:
                yield _Move(place, referring[label[1]], _REFERRED)
            continue
        best = _speaking(blocks[place].text, sections, speaking)
        if best is not None and sections[best] != sections[place]:
            yield _Move(place, best, _SIMILAR)


def _pairs(text: str) -> dict[str, None]:
    """Each pair of neighbouring Han characters in ``text`` once, in its order."""
    return dict.fromkeys(chain.from_iterable(map(add, run, run[1:]) for run in _HAN_RUN.findall(text)))


def _listed(blocks: tuple[Block, ...]) -> Iterator[int]:
    """The places of captions in lists."""
    for captions, run in groupby(range(len(blocks)), key=lambda n: blocks[n].kind is Kind.CAPTION):
        labelled = [n for n in run if captions and _LABEL.match(blocks[n].text)]
        numbers = {match.group(1) for n in labelled if (match := _LABEL.match(blocks[n].text))}
        if len(numbers) == len(labelled) >= 2:
            yield from labelled


def _sections(blocks: Sequence[Block]) -> list[int]:
    """For each block the number of headings above it."""
    counts, count = [], 0
    for block in blocks:
        count += block.kind in _HEADINGS
        counts.append(count)
    return counts


def _speaking(caption: str, sections: Sequence[int], speaking: Mapping[str, Sequence[int]]) -> int | None:
    """The paragraph that speaks of what the caption shows, if one section does so more than all others.

    Each pair of characters that caption and paragraph share weighs one, divided by the paragraphs with it.
    """
    scores: dict[int, float] = defaultdict(float)
    for pair in sorted(_pairs(_CREDIT.sub("", _LABEL.sub("", caption, count=1)))):
        places = speaking.get(pair, ())
        if len(places) <= _MOST_COMMON:
            for place in places:
                scores[place] += 1 / len(places)
    best = max(scores, key=lambda place: (scores[place], -place), default=None)
    if best is None or scores[best] < _LEAST:
        return None
    others = max((s for place, s in scores.items() if sections[place] != sections[best]), default=0.0)
    return best if scores[best] >= _MARGIN * others else None


def _finding(blocks: tuple[Block, ...], move: _Move) -> Finding:
    block = blocks[move.caption]
    why = "refers to it" if move.confidence == _REFERRED else "speaks of the same things"
    message = f"the caption “{block.text[:16]}” stood in a list; moved to the paragraph that {why}"
    return Finding(CODE, message, block.spans, move.confidence)
