"""Broken paragraph: a sentence cut by a column, a page, a caption or a headline.

The halves become one paragraph again, with several spans. What stood between them follows it.

Example:
    ……重点项目建设、急难险重任务        joined
    中锻造干部，坚持常态化考察……

A join needs evidence: the first half ends without a full stop and the second can go on from there (the
words fit across the cut, brackets and quotation marks agree, nothing that ends a section lies between).
Each half is joined to one other at the most, those that fit best first. Where evidence is lacking nothing
is joined and a gap is reported (C011).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.chinese import ends_in_function_word, ends_in_quotation, ends_sentence, joined_texts
from build_scripts.clean.cohesion import opens_under
from build_scripts.clean.evidence import (
    CLEAR_FIT,
    LONGEST_CAPTION,
    fit,
    is_entry,
    is_one_sentence,
    is_open,
    is_rest,
    is_scene,
    joined,
)
from build_scripts.clean.habits import Habit, habits_of
from build_scripts.clean.headings import standing_lines
from build_scripts.clean.metadata import dateline
from build_scripts.clean.wording import Wording
from build_scripts.model import Finding

CODE = "C010"

# How far the other half may lie away: captions of a picture page, a headline of three lines.
_WINDOW = 10
# Evidence is added up (see _score); below this sum a join is not made.
_ENOUGH = 3
_ACROSS_REPORTS = 2
# The share of joins with that score that were right in the damage laboratory, between its mixtures (where
# 61, 66, 74, 78, 85, 93 % were) and single damages (78, 80, 83, 89, 79, 94 %).
_SURENESS = {3: 0.7, 4: 0.75, 5: 0.8, 6: 0.83, 7: 0.83, 8: 0.93}
# A middle piece breaks off in its turn; a sentence in more pieces than this is none.
_ROUNDS = 4
_HEAD = (Kind.META, Kind.BYLINE, Kind.DECK)
_HALVES = (Kind.TEXT, Kind.SHORT)
# Characters that a finding quotes of each half.
_QUOTED = 8
# Full paragraphs that may lie between: columns read across put them there.
_MOST_BETWEEN = 1
# What a section's heading between the halves weighs.
_SECTION = -3

# What heads the notes below a table or a paper is the rest of nothing.
_NOTES = re.compile(r"(?:备?注|附注|说明)[：:]?$")


# How well two texts fit: most pairs of a round are those of the one before.
_Fits = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class _Pair:
    """The blocks at ``first`` and ``second`` may be halves of one sentence; ``score`` weighs the evidence."""

    first: int
    second: int
    score: int


def join_broken(draft: Draft) -> Draft:
    """The draft with broken paragraphs whole, each join reported."""
    blocks = list(draft.blocks)
    wording = Wording.of(blocks)
    findings: list[Finding] = []
    known: _Fits = {}
    for _ in range(_ROUNDS):
        blocks, found = _joined_once(blocks, wording, known)
        if not found:
            break
        findings += found
    habits = habits_of(blocks)
    kept = tuple(_no_heading(block, habit) for block, habit in zip(blocks, habits, strict=True))
    return replace(draft, blocks=kept).report(*findings)


def _joined_once(blocks: list[Block], wording: Wording, known: _Fits) -> tuple[list[Block], list[Finding]]:
    """One round of joins: of all pairs the best, none with a half that has been joined already.

    A second half may go on in a third block, and so on: such a chain is joined once, when all of it is known.
    """
    pairs = sorted(
        _pairs(blocks, wording, known), key=lambda pair: (-pair.score, pair.second - pair.first, pair.first)
    )
    firsts: dict[int, _Pair] = {}
    seconds: set[int] = set()
    for pair in pairs:
        if pair.first not in firsts and pair.second not in seconds:
            firsts[pair.first] = pair
            seconds.add(pair.second)
    findings = []
    follower: dict[int, int] = {}
    for place in sorted(firsts, reverse=True):
        pair = firsts[place]
        second = _beginning_at(blocks, follower, pair.second, _QUOTED)
        findings.append(_finding(blocks[place], second, pair.score))
        for between in range(place + 1, pair.second):
            inner = _beginning_at(blocks, follower, between, LONGEST_CAPTION + 1)
            blocks[between] = _put_inside(blocks[between], inner)
        if blocks[place].kind is Kind.SHORT:
            blocks[place] = replace(blocks[place], kind=Kind.TEXT)
        follower[place] = pair.second
    for place in firsts:
        if place not in seconds:
            blocks[place] = joined([blocks[n] for n in _chain(follower, place)])
    return [block for place, block in enumerate(blocks) if place not in seconds], findings[::-1]


def _chain(follower: Mapping[int, int], place: int) -> Iterator[int]:
    """A place, the place of the block that goes on from there, and so on."""
    following: int | None = place
    while following is not None:
        yield following
        following = follower.get(following)


def _beginning_at(blocks: Sequence[Block], follower: Mapping[int, int], place: int, least: int) -> Block:
    """The block at a place with as many of those that go on from it as make up ``least`` characters."""
    texts: list[str] = []
    for n in _chain(follower, place):
        texts.append(blocks[n].text)
        if sum(map(len, texts)) >= least:
            break
    return blocks[place] if len(texts) == 1 else replace(blocks[place], text=joined_texts(texts))


def _put_inside(block: Block, whole: Block) -> Block:
    """A block that parts the halves of a sentence: a whole short sentence there is a caption.

    ``whole``: the same as it is with what goes on from it, as far as a caption may be long.
    """
    kind = Kind.CAPTION if is_one_sentence(whole) else block.kind
    return replace(block, inside=True, kind=kind)


def _no_heading(block: Block, habit: Habit) -> Block:
    """A short line of several clauses is no heading where headings are marked: its other half is missing."""
    clauses = block.text.count("，") + block.text.count(",")
    if block.kind is Kind.SHORT and habit.marked and clauses >= 2 and not block.inside:
        return replace(block, kind=Kind.TEXT)
    return block


def _pairs(blocks: Sequence[Block], wording: Wording, known: _Fits) -> Iterator[_Pair]:
    """All pairs of blocks with evidence enough that they are halves of one sentence."""
    habits = habits_of(blocks)
    standing = standing_lines(blocks)
    for place, first in enumerate(blocks):
        whole = first.ends or ends_sentence(first.text) or is_entry(first) or first.text in standing
        if first.kind not in (*PROSE, Kind.SHORT) or whole:
            continue
        for other, between in _candidates(blocks, place):
            if blocks[other].text in standing:
                continue
            halves = first.text, blocks[other].text
            if halves not in known:
                known[halves] = fit(*halves, wording)
            fitting = known[halves]
            if habits[place].signed and _is_head(between) and fitting < _ACROSS_REPORTS:
                continue
            if (
                between
                and _is_head(between)
                and fitting < CLEAR_FIT
                and opens_under(between, blocks[other], [first])
            ):
                continue
            score = _score(first, blocks[other], between, fitting)
            if not any(block.kind in _HEAD for block in between) or ends_in_function_word(first.text):
                # A title above its by-line is no half of a sentence, however long it is.
                score += habits[place].doubts(first)
            if score >= _ENOUGH:
                yield _Pair(place, other, score)


def _candidates(blocks: Sequence[Block], place: int) -> Iterator[tuple[int, list[Block]]]:
    """Blocks after ``place`` that can be second halves, each with what lies between."""
    between: list[Block] = []
    full = 0
    for other in range(place + 1, min(len(blocks), place + 1 + _WINDOW)):
        block = blocks[other]
        kinds = {passed.kind for passed in between}
        if Kind.BYLINE in kinds and kinds & set(PROSE):
            # A whole report lies between: see the rule for distant halves.
            return
        # A dateline (本报9月1日讯) opens a report.
        opens = block.kind is Kind.TEXT and dateline(block.text) is not None
        if block.kind in _HALVES and not (block.level or block.begins or opens or _NOTES.match(block.text)):
            yield other, list(between)
        full += block.kind in PROSE and not is_one_sentence(block)
        if full > _MOST_BETWEEN:
            return
        if not between and block.kind is Kind.SHORT and not block.follows_blank:
            # The very next line can't be skipped for one further down.
            return
        between.append(block)


def _score(first: Block, second: Block, between: list[Block], fitting: int) -> int:
    """The evidence that ``second`` goes on where ``first`` breaks off, each kind weighed by hand."""
    score = 0 if first.kind is Kind.SHORT else 1 if ends_in_quotation(first.text) else 2
    score += fitting
    if first.whole and not is_open(first):
        # The markup shows a paragraph; only the words at the cut can say that it is half of one.
        score -= 3
    if second.kind is Kind.SHORT and (second.follows_blank or between or first.kind is Kind.SHORT):
        score -= 3
    if first.kind is Kind.SHORT:
        score -= 0 if ends_in_function_word(first.text) else 3
    if fitting < CLEAR_FIT:
        score += 2 * is_rest(second) - 2 * is_scene(second)
    if _is_head(between) and fitting <= 0:
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


def _distance(between: list[Block]) -> int:
    """What lies between weighs: nothing or captions are usual, a headline is; a closed section is not."""
    kinds = {block.kind for block in between}
    prose = [block for block in between if block.kind in PROSE]
    headed = Kind.HEADING in kinds or Kind.NUMBER in kinds
    if prose:
        if all(is_one_sentence(block) for block in prose):
            # With a section's end below it the sentence is no caption: the rest of this one, or of none.
            closed = _SECTION if headed and any(block.number for block in between) else 0
            return closed + (1 if all(is_scene(block) for block in prose) else -1)
        # Another half between two: columns were read across.
        return -1 if all(is_open(block) for block in prose) else -3
    if headed:
        titles = all(block.level in (1, 2) for block in between if block.kind is Kind.HEADING)
        return 0 if titles and Kind.NUMBER not in kinds else _SECTION
    return 1 if Kind.BYLINE in kinds else 2


def _finding(first: Block, second: Block, score: int) -> Finding:
    return Finding(
        CODE,
        f"a sentence was cut between “…{first.text[-_QUOTED:]}” and “{second.text[:_QUOTED]}…”; joined",
        first.spans[-1:] + second.spans[:1],
        _confidence(score),
    )


def _confidence(score: int) -> float:
    """How sure a join of this score is."""
    return _SURENESS.get(score, 0.97)
