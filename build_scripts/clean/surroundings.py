"""Second look at the lines of a document: what their neighbours and the document's habits make of them.

Captions after pictures, bare numbers that number sections or pages, questions that are headings, by-lines.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Kind, Verdict, above, first_prose, han_count
from build_scripts.clean.captions import may_be_caption
from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.counting import settle_counts
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_one_sentence
from build_scripts.clean.forms import LONGEST_HEADING, QUESTIONS
from build_scripts.clean.headings import open_headings
from build_scripts.clean.listing import list_items
from build_scripts.clean.neighbours import by_neighbours
from build_scripts.clean.people import probable_names
from build_scripts.clean.rules import ornament, page_number

# Characters of a caption that is one sentence without a credit.
_LONGEST_BRIEF = 24

# Title, kicker and deck stand within so many lines.
_MOST_HEAD_LINES = 4
_OFFICE = re.compile(
    r"(?:中共)?[\u4e00-\u9fff]{2,10}(?:组织部|宣传部|县委|市委|区委|省委|党委|政府|办公室|委员会|人事局|教育局|[\u4e00-\u9fff]局|党校|学校|大学|学院|研究院|研究所|课题组|调研组|编辑部|评论部|通讯组|报道组|采访组|工作组|联合会|协会)$"
)
_RULE = Verdict(ornament.REASON, ornament.CODE)


def in_context(source: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Second look: captions after pictures, and bare numbers that number sections or pages."""
    result = list(blocks)
    heads = Counter(block.text[:3] for block in blocks if block.kind in (Kind.SHORT, Kind.HEADING))
    numbering = _numbering_lines(blocks)
    questions = _heading_questions(blocks)
    top = next((n for n, b in enumerate(blocks) if b.verdict is None), 0)
    for place, block in enumerate(blocks):
        if place and blocks[place - 1].verdict == _RULE and not blocks[place].parted:
            result[place] = block = replace(block, parted=True)
        if block.kind is Kind.NUMBER and not block.level and place not in numbering:
            verdict = Verdict(page_number.REASON, page_number.CODE)
            result[place] = replace(block, kind=Kind.FURNITURE, verdict=verdict)
        if place == top and _asks_title(blocks, place):
            result[place] = replace(block, kind=Kind.SHORT)
        elif block.kind is Kind.SHORT and block.text.endswith(QUESTIONS) and place not in questions:
            result[place] = replace(block, kind=Kind.TEXT)
        elif block.kind is Kind.SHORT and _below_title(result, place) and _signs(block.text):
            result[place] = replace(block, kind=Kind.BYLINE)
        if block.kind is Kind.PLACEHOLDER and _caption_follows(blocks, place, heads):
            result[place + 1] = replace(blocks[place + 1], kind=Kind.CAPTION)
    return list_items(settle_counts(open_headings(by_neighbours(source, tuple(result)))))


def _heading_questions(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The places of brief questions and exclamations that are headings.

    Above the first paragraph or a by-line they are a title; in the body only where the document has
    several of them, each by itself: a lone 怎么办？ is a sentence of the text.
    """
    first = first_prose(blocks)
    places = [n for n, b in enumerate(blocks) if b.kind is Kind.SHORT and b.text.endswith(QUESTIONS)]
    body = [n for n in places if n > first]
    heads = (Kind.DECK, Kind.BYLINE, Kind.META)
    titles = [n for n in places if n < first or (n + 1 < len(blocks) and blocks[n + 1].kind in heads)]
    return frozenset(places if len(body) >= 2 else titles)


def _asks_title(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether the document's first line is a title that asks or exclaims (……，为什么能火一个夏天？)."""
    text = blocks[place].text
    whole = text.endswith(QUESTIONS) and not re.search(r"[。；：:？！?!]", text[:-1])
    return blocks[place].kind in (Kind.TEXT, Kind.SHORT) and whole and len(text) <= LONGEST_HEADING


def _goes_on(before: Block, line: Block, following: tuple[Block, ...]) -> bool:
    """Whether the line below a picture is the other half of the sentence that was broken off above it.

    The words at the cut decide, here and at what comes next; a brief sentence may still be the caption.
    """
    here = fit(before.text, line.text)
    after = next((b for b in following if b.kind in (Kind.TEXT, Kind.SHORT)), None)
    there = fit(before.text, after.text) if after else here - 1
    if line.kind is Kind.SHORT:
        return here >= CLEAR_FIT and here > there
    if before.kind is Kind.SHORT and here < CLEAR_FIT:
        return False
    brief = after is not None and is_one_sentence(line) and len(line.text) <= _LONGEST_BRIEF
    return here >= CLEAR_FIT or not (there >= CLEAR_FIT or brief)


def _signs(text: str) -> bool:
    """Whether a line below a title can be who wrote the report: names, or an office."""
    return probable_names(text) or bool(_OFFICE.match(text))


def _below_title(blocks: list[Block], place: int) -> bool:
    """Whether a title line or a deck stands directly above, and prose or another head line below.

    The title once more below is no further line of it.
    """
    if place == 0 or place + 1 >= len(blocks):
        return False
    titled = blocks[place - 1].kind in (Kind.SHORT, Kind.DECK, Kind.HEADING)
    after = blocks[place + 1]
    again = any(b.text == after.text for b in blocks[max(0, place - _MOST_HEAD_LINES) : place])
    return titled and (again or after.kind not in (Kind.SHORT, Kind.DECK))


def _numbering_lines(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The places of bare numbers that number sections: each before a heading, two at least, from 1 on."""
    places = [
        place
        for place, block in enumerate(blocks[:-1])
        if block.kind is Kind.NUMBER
        and not block.level
        and block.number
        and blocks[place + 1].kind in (Kind.SHORT, Kind.HEADING)
    ]
    values = {number.value for place in places if (number := blocks[place].number)}
    return frozenset(places) if {1, 2} <= values else frozenset()


def _caption_follows(blocks: tuple[Block, ...], place: int, heads: Counter[str]) -> bool:
    """Whether the line after the placeholder at ``place`` is its caption.

    A short line is. But where text was broken off before the picture, or where a heading is due (the
    line is short, nothing of its kind follows it, and body text does), the picture had no caption.
    """
    if place + 1 >= len(blocks):
        return False
    line = blocks[place + 1]
    if line.kind not in (Kind.TEXT, Kind.SHORT) or not may_be_caption(line.text) or not han_count(line.text):
        return False
    lines = (*PROSE, Kind.SHORT, Kind.HEADING)
    before = next((b for b in above(blocks, place) if b.kind in lines), None)
    if before is not None and before.kind is not Kind.HEADING and not ends_sentence(before.text):
        return not _goes_on(before, line, blocks[place + 2 : place + 5])
    if line.kind is Kind.SHORT and place + 2 < len(blocks):
        # Headings of one report like to begin alike (这五年，我们……); captions do not.
        return heads[line.text[:3]] < 2
    return True
