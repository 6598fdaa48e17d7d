"""Broken paragraph: a sentence cut by a column, a page, a caption or a headline.

The halves become one paragraph again, with several spans. What stood between them follows it.

Example:
    ……重点项目建设、急难险重任务        joined
    中锻造干部，坚持常态化考察……

A join needs evidence: the first half ends without a full stop and the second can go on from there (the
words fit across the cut, brackets and quotation marks agree, nothing that ends a section lies between).
Where it is lacking nothing is joined and a gap is reported (C011).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.chinese import (
    begins_dictionary_word,
    begins_in_sentence,
    begins_in_word,
    closes,
    ends_in_function_word,
    ends_in_quotation,
    ends_sentence,
    joined_text,
    spans_word,
    unmatched,
)
from build_scripts.model import Finding

CODE = "C010"

# How far the other half may lie away: captions of a picture page, a headline of three lines.
_WINDOW = 10
# Evidence is added up (see _score); below this sum a join is not made.
_ENOUGH = 3
_SURE = 5
# From here on words, marks or figures speak for a join (57 % of true cuts, 1.4 % of unrelated pairs).
CLEAR_FIT = 4
_ACROSS_REPORTS = 5
_LONGEST_CAPTION = 40

_FRESH = (
    "同时，", "同时,", "与此同时", "此外", "近年来", "据统计", "据悉", "据了解", "今年以来", "去年以来",
    "一年来", "首先，", "其次，", "下一步", "截至目前", "一方面", "另一方面", "如今", "为此",
)  # fmt: skip
_OPEN_MARKS = ("，", ",", "、")
# What is counted: 528 | 个网格.
_MEASURES = tuple("个名家项户人元亿万条座所次件亩公多余岁年月日支间处台套场")
# Particles that end a phrase: no paragraph begins with one.
_PARTICLES = ("的", "了", "着", "过", "们", "地", "得", "之", "等")
_HEAD = (Kind.META, Kind.BYLINE, Kind.DECK)
_HALVES = (Kind.TEXT, Kind.SHORT)


def join_broken(draft: Draft) -> Draft:
    """The draft with broken paragraphs whole, each join reported."""
    blocks = list(draft.blocks)
    habits = _habits(blocks)
    swallowed: set[int] = set()
    findings: list[Finding] = []
    for place in range(len(blocks)):
        if place in swallowed:
            continue
        while (found := _other_half(blocks, place, swallowed, habits[place])) is not None:
            other, score = found
            findings.append(_finding(blocks[place], blocks[other], score))
            for between in range(place + 1, other):
                blocks[between] = _put_inside(blocks[between])
            blocks[place] = joined(blocks[place], blocks[other])
            swallowed.add(other)
    kept = tuple(
        _no_heading(block, habits[place]) for place, block in enumerate(blocks) if place not in swallowed
    )
    return replace(draft, blocks=kept).report(*findings)


def _put_inside(block: Block) -> Block:
    """A block that parts the halves of a sentence: a whole short sentence there is a caption."""
    kind = Kind.CAPTION if is_one_sentence(block) else block.kind
    return replace(block, inside=True, kind=kind)


def _no_heading(block: Block, habit: _Habit) -> Block:
    """A short line of several clauses is no heading where headings are marked: its other half is missing."""
    clauses = block.text.count("，") + block.text.count(",")
    if block.kind is Kind.SHORT and habit.marked and clauses >= 2 and not block.inside:
        return replace(block, kind=Kind.TEXT)
    return block


@dataclass(frozen=True, slots=True)
class _Habit:
    """How this document sets its headings, which tells a heading from the short half of a sentence.

    ``marked``: at least two of its headings have a mark, so that a line without one hardly is a heading.
    ``longest``: no more than a quarter of its unmarked short lines are longer (characters).
    ``signed``: its by-line stands above, so that another by-line belongs to another report.
    """

    marked: bool
    longest: int
    signed: bool

    @classmethod
    def of(cls, blocks: Sequence[Block], signed: bool) -> _Habit:
        """The habit of a report; ``signed`` where its by-line stands above."""
        marked = sum(b.kind is Kind.HEADING and (b.level != 1) for b in blocks)
        lengths = sorted(len(b.text) for b in blocks if b.kind is Kind.SHORT)
        return cls(marked >= 2, lengths[len(lengths) * 3 // 4] if lengths else 0, signed)

    def doubts(self, block: Block) -> int:
        """The evidence that a short line is no heading of this document, from 0 to 5."""
        if block.kind is not Kind.SHORT or block.inside:
            return 0
        clauses = min(2, block.text.count("，") + block.text.count(",") + 2 * block.text.count("："))
        return (
            (3 if self.marked else 0)
            + (1 if len(block.text) > max(20, self.longest) else 0)
            + max(0, clauses - 1)
        )


def _habits(blocks: Sequence[Block]) -> list[_Habit]:
    """The habit that holds at each block: reports of one file, parted by their by-lines, differ in it."""
    cuts = [0, *(n for n, b in enumerate(blocks) if b.kind is Kind.BYLINE and n), len(blocks)]
    habits: list[_Habit] = []
    for start, end in pairwise(cuts):
        signed = start < end and blocks[start].kind is Kind.BYLINE
        habit = _Habit.of(blocks[start:end], signed)
        unknown = _Habit(marked=False, longest=100, signed=signed)
        first = next((n for n in range(start, end) if blocks[n].kind in PROSE), end)
        # Above the first paragraph stand titles, which have no mark where headings do.
        habits += [unknown] * (first - start) + [habit] * (end - first)
    return habits


def joined(first: Block, second: Block) -> Block:
    """One block of two halves; Latin words and figures are not run together."""
    text = joined_text(first.text, second.text)
    kind = Kind.TEXT if first.kind is Kind.SHORT else first.kind
    return replace(first, kind=kind, text=text, spans=first.spans + second.spans)


def is_open(block: Block) -> bool:
    """Whether the block's text breaks off: prose that ends without a full stop, colon or the like."""
    return block.kind in PROSE and not ends_sentence(block.text) and not ends_in_quotation(block.text)


def _other_half(
    blocks: list[Block], place: int, swallowed: set[int], habit: _Habit
) -> tuple[int, int] | None:
    """The block that goes on where the one at ``place`` breaks off, with its score; ``None`` if none does."""
    first = blocks[place]
    if first.kind not in (*PROSE, Kind.SHORT) or ends_sentence(first.text):
        return None
    best: tuple[bool, int, int] | None = None
    for other, between in _candidates(blocks, place, swallowed):
        score = _score(first, blocks[other], between)
        if habit.signed and _is_head(between) and fit(first.text, blocks[other].text) < _ACROSS_REPORTS:
            continue
        if not any(block.kind in _HEAD for block in between):
            # A title above its by-line is no half of a sentence, however long it is.
            score += habit.doubts(first)
        # Words that fit across the cut outweigh nearness: a caption without a credit may lie between.
        captions = all(is_one_sentence(b) for b in between if b.kind in PROSE)
        fits = captions and fit(first.text, blocks[other].text) >= CLEAR_FIT
        if score >= _ENOUGH and (best is None or (fits, score) > best[:2]):
            best = (fits, score, other)
    return (best[2], best[1]) if best else None


def _candidates(blocks: list[Block], place: int, swallowed: set[int]) -> Iterator[tuple[int, list[Block]]]:
    """Blocks after ``place`` that can be second halves, each with what lies between."""
    between: list[Block] = []
    for other in range(place + 1, min(len(blocks), place + 1 + _WINDOW)):
        if other in swallowed:
            continue
        block = blocks[other]
        kinds = {passed.kind for passed in between}
        if Kind.BYLINE in kinds and kinds & set(PROSE):
            # A whole report lies between: see the rule for distant halves.
            return
        if block.kind in _HALVES and not block.level:
            yield other, list(between)
        if block.kind in PROSE and any(p.kind in PROSE and not is_one_sentence(p) for p in between):
            return
        if not between and block.kind is Kind.SHORT and not block.follows_blank:
            # The very next line can't be skipped for one further down.
            return
        between.append(block)


def _score(first: Block, second: Block, between: list[Block]) -> int:
    """The evidence that ``second`` goes on where ``first`` breaks off, each kind weighed by hand."""
    score = 0 if first.kind is Kind.SHORT else 1 if ends_in_quotation(first.text) else 2
    score += fit(first.text, second.text)
    if second.kind is Kind.SHORT and (second.follows_blank or between or first.kind is Kind.SHORT):
        score -= 3
    if first.kind is Kind.SHORT:
        score -= 0 if ends_in_function_word(first.text) else 3
    if _is_head(between) and fit(first.text, second.text) <= 0:
        # Rather the end of one report and the beginning of the next.
        return 0
    if first.kind is Kind.SHORT and between and between[0].kind is Kind.DECK and not _titled(between):
        # The line above a deck is the title.
        return 0
    return score + _distance(between)


def _is_head(between: list[Block]) -> bool:
    """Whether a title line and a by-line lie between; a by-line alone opens no report."""
    signed = any(block.kind is Kind.BYLINE for block in between)
    return signed and any(block.kind in (Kind.SHORT, Kind.DECK, Kind.HEADING) for block in between)


def _titled(between: list[Block]) -> bool:
    return any(block.kind in (Kind.SHORT, Kind.HEADING) for block in between)


def is_one_sentence(block: Block) -> bool:
    """Whether a block is one short whole sentence, as the caption of a picture is."""
    text = block.text
    whole = ends_sentence(text) and not begins_in_sentence(text) and "。" not in text[:-1]
    return block.kind is Kind.TEXT and len(text) <= _LONGEST_CAPTION and whole


@lru_cache(maxsize=1024)
def fit(before: str, after: str) -> int:
    """How well two texts fit at the cut: words, marks, brackets."""
    score = 0
    if before[-1:].isdigit() and after.startswith(_MEASURES):
        score += 4
    if begins_in_sentence(after) or (after.startswith(_PARTICLES) and not begins_dictionary_word(after)):
        score += 4
    if spans_word(before, after) or (before[-1:].isdigit() and after[:1].isdigit()):
        score += 5
    elif begins_in_word(after):
        score -= 6
    if before.endswith(_OPEN_MARKS) or ends_in_function_word(before):
        score += 2
    if after.startswith(_FRESH):
        score -= 2
    loose_closers, _ = unmatched(after)
    _, loose_openers = unmatched(before)
    if loose_closers:
        score += 4 if loose_openers and closes(loose_openers[-1], loose_closers[0]) else -6
    elif loose_openers:
        score -= 3
    return score


def _distance(between: list[Block]) -> int:
    """What lies between weighs: nothing or captions are usual, a headline is; a closed section is not."""
    kinds = {block.kind for block in between}
    prose = [block for block in between if block.kind in PROSE]
    if prose:
        return -1 if all(is_one_sentence(block) for block in prose) else -3
    if any(block.kind is Kind.HEADING or block.kind is Kind.NUMBER for block in between):
        titles = all(block.level in (1, 2) for block in between if block.kind is Kind.HEADING)
        return 0 if titles and Kind.NUMBER not in kinds else -3
    if kinds & {Kind.SHORT, Kind.DECK, Kind.BYLINE, Kind.META}:
        return 1
    return 2


def _finding(first: Block, second: Block, score: int) -> Finding:
    return Finding(
        CODE,
        f"a sentence was cut between “…{first.text[-8:]}” and “{second.text[:8]}…”; joined",
        first.spans[-1:] + second.spans[:1],
        _confidence(score),
    )


def _confidence(score: int) -> float:
    """How sure a join of this score is."""
    return 0.95 if score >= _SURE else 0.85 if score == CLEAR_FIT else 0.8
