"""Distant half: the other half of a broken sentence stands far away, or before it.

Columns in the wrong order, a section moved as a whole, or another report printed between the halves.

Example:
    个网格，配备专职网格长。          first line of the file: the end of a sentence
    ……
    全区划分为528                    joined with it: “528个网格”

Where the first paragraph of a section can end its last one, the section's two columns were read in the
wrong order; little evidence is enough and the join is doubtful. Else only strong evidence joins: a word or
a figure that lies across the cut, or a quotation opened on one side and closed on the other. A report that
was cut by another is put together again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind, above, first_prose
from build_scripts.clean.chinese import begins_in_sentence, begins_in_word, ends_sentence, unmatched
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_entry, is_one_sentence, is_open, joined
from build_scripts.clean.wording import Wording
from build_scripts.model import Finding

CODE = "C013"

_Item = TypeVar("_Item")

# A word across the cut weighs 5, a quotation closed 4 (see evidence.fit).
_STRONG = 4
_CONFIDENCE, _DOUBTFUL = 0.85, 0.7
# Blocks within which the other half is looked for: two pages of a newspaper.
_REACH = 80
# Blocks between halves that changed places.
_TURNED = 4
# The same where they are the first and the last paragraph of a section, and what must speak for it then.
_SECTION, _OPENS_SECTION = 24, 1


def join_distant(draft: Draft) -> Draft:
    """The draft with far halves joined, each reported; what it cannot join is left to :mod:`gap`."""
    blocks = list(draft.blocks)
    findings: list[Finding] = []
    wording = Wording.of(blocks)
    amid = _begin_amid(blocks)
    place = 0
    while place < len(blocks):
        other = _far_half(blocks, place, amid, wording) if is_open(blocks[place]) else None
        if other is None:
            place += 1
            continue
        # The joined block is looked at again: a middle piece breaks off in its turn.
        findings.append(_finding(blocks[place], blocks[other]))
        blocks[place] = joined([blocks[place], blocks[other]])
        end = end_of_rest(blocks, other) if crosses_report(blocks[place + 1 : other]) else other + 1
        # Slices of both lists: a look at every block at each join would grow with the square.
        move_up(blocks, place, other, end)
        move_up(amid, place, other, end)
        place -= other < place
    return replace(draft, blocks=tuple(blocks)).report(*findings)


def _begin_amid(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether it is a paragraph that begins in the middle of something."""
    # The first lines of a file may be the foot of a column whose head comes later.
    first = first_prose(blocks)
    return [_begins_amid(block, first=n <= first) for n, block in enumerate(blocks)]


def _far_half(blocks: Sequence[Block], place: int, amid: Sequence[bool], wording: Wording) -> int | None:
    """Of the places within reach that begin amid, the best fitting, then nearest; none that fits badly."""
    reach = range(max(0, place - _REACH), min(len(blocks), place + _REACH + 1))
    text = blocks[place].text
    scored = [
        (-fit(text, blocks[n].text, wording), abs(n - place), n) for n in reach if amid[n] and n != place
    ]
    score, _, other = min(scored, default=(0, 0, 0))
    return other if -score >= _STRONG else None


def join_turned(draft: Draft) -> Draft:
    """The draft with halves joined whose second stands just above the first: two columns changed places.

    Only where nothing below fits the first half, and no open paragraph above could take the second.
    """
    blocks = list(draft.blocks)
    findings: list[Finding] = []
    gone: set[int] = set()
    wording = Wording.of(blocks)
    for place, first in enumerate(blocks):
        if (
            place in gone
            or first.kind not in PROSE
            or ends_sentence(first.text)
            or is_entry(first)
            or _fits_below(blocks, place)
        ):
            continue
        other = _half_above(blocks, place, gone, wording)
        if other is not None:
            clear = fit(first.text, blocks[other].text, wording) > CLEAR_FIT
            findings.append(_finding(first, blocks[other], _CONFIDENCE if clear else _DOUBTFUL))
            blocks[place] = joined([first, blocks[other]])
            gone.add(other)
    kept = tuple(block for place, block in enumerate(blocks) if place not in gone)
    return replace(draft, blocks=kept).report(*findings)


def _fits_below(blocks: Sequence[Block], place: int) -> bool:
    """Whether one of the next lines goes on where the block at ``place`` breaks off.

    The next paragraph needs less evidence if it is one brief sentence and no marked heading stands above it.
    """
    text = blocks[place].text
    lines = (b for b in blocks[place + 1 : place + 8] if b.kind in (Kind.TEXT, Kind.SHORT))
    following = [b for b in lines if not b.level]
    below = next((b for b in blocks[place + 1 : place + 8] if b.kind in (Kind.TEXT, Kind.HEADING)), None)
    if below is not None and is_one_sentence(below) and fit(text, below.text) >= _OPENS_SECTION:
        return True
    return any(fit(text, block.text) >= CLEAR_FIT for block in following)


def _half_above(blocks: Sequence[Block], place: int, gone: set[int], wording: Wording) -> int | None:
    """The best fitting paragraph above that can be the other half, with only whole paragraphs between.

    It is one of the few directly above or, when the open end is the last paragraph of its section, the first
    of that section, which takes less evidence: there the right column begins that was read first.
    """
    best: tuple[int, int] | None = None
    last = _is_last(blocks, place)
    for other in range(place - 1, max(-1, place - 1 - (_SECTION if last else _TURNED)), -1):
        block = blocks[other]
        if block.kind not in (Kind.TEXT, Kind.SHORT, Kind.CAPTION) or other in gone:
            break
        if block.kind is not Kind.TEXT or block.begins:
            continue
        if not ends_sentence(block.text):
            break
        before = next((b for b in above(blocks, other) if b.kind in PROSE), None)
        taken = before is not None and not ends_sentence(before.text) and fit(before.text, block.text) >= 0
        score = fit(blocks[place].text, block.text, wording)
        least = _OPENS_SECTION if last and _opens_section(blocks, other) else CLEAR_FIT + 1
        far = place - other > _TURNED and least != _OPENS_SECTION
        if not taken and not far and score >= least and (best is None or score > best[0]):
            best = (score, other)
    return best[1] if best else None


def _is_last(blocks: Sequence[Block], place: int) -> bool:
    """Whether the paragraph at ``place`` is the last of its section: a heading or nothing comes below."""
    return place + 1 == len(blocks) or blocks[place + 1].kind not in (*PROSE, Kind.CAPTION)


def _opens_section(blocks: Sequence[Block], place: int) -> bool:
    """Whether the paragraph at ``place`` is the first of its section: a heading or nothing stands above."""
    return place == 0 or blocks[place - 1].kind not in (*PROSE, Kind.CAPTION)


def _begins_amid(block: Block, *, first: bool) -> bool:
    """Whether a paragraph begins in the middle of something, as the ``first`` of a document may."""
    if block.kind not in (Kind.TEXT, Kind.SHORT) or not block.text or block.begins:
        return False
    if (first and block.kind is Kind.TEXT) or begins_in_sentence(block.text) or begins_in_word(block.text):
        return True
    loose, _ = unmatched(block.text[:200])
    return bool(loose)


def crosses_report(between: Sequence[Block]) -> bool:
    """Whether another report's head stands between the halves."""
    return any(block.kind is Kind.BYLINE for block in between)


def end_of_rest(blocks: Sequence[Block], other: int) -> int:
    """Where the rest of a cut report ends that goes on at ``other``: before the next report's head."""
    end = next((n for n in range(other + 1, len(blocks)) if blocks[n].kind is Kind.BYLINE), len(blocks))
    while end > other + 1 and end < len(blocks) and blocks[end - 1].kind in (Kind.SHORT, Kind.DECK):
        end -= 1
    return end


def move_up(items: list[_Item], place: int, other: int, end: int) -> None:
    """Take out the item at ``other``, now in that at ``place``, and move those up to ``end`` behind it."""
    if other < place:
        del items[other]
    else:
        items[place + 1 : end] = items[other + 1 : end] + items[place + 1 : other]


def _finding(first: Block, second: Block, confidence: float = _CONFIDENCE) -> Finding:
    return Finding(
        CODE,
        f"“…{first.text[-8:]}” goes on far away in “{second.text[:8]}…” (line {second.line}); joined",
        first.spans[-1:] + second.spans[:1],
        confidence,
    )
