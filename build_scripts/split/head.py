"""The head of a report: which lines are title, deck, by-line; who, when and where published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.clean.blocks import Block, Kind
from build_scripts.clean.metadata import dateline, read_metadata
from build_scripts.clean.people import byline_names, looks_like_name

_DECK_END = re.compile(
    r"(?:纪实|回眸|综述|侧记|纪略|掠影|巡礼|报道|速写|扫描|调查|观察|见闻|探访|述评|记事|写真|透视|启示|报告|小记|回顾|展望|聚焦)[》”]?$"
)
_PERIOD = re.compile(r"\d{4}年|近\S年|“十[一二三四五六]五”|五年来|一年来")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:省|市|县|区|州|镇|乡|村|中心|集团|公司|学校|医院)")
_PROSE = (Kind.TEXT, Kind.ITEM)
_TITLES = (Kind.SHORT, Kind.HEADING)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a report: title lines (joined by a space in the title), decks, and what is left."""

    title: tuple[Block, ...]
    decks: tuple[Block, ...]
    metadata: tuple[Block, ...]
    body: tuple[Block, ...]
    authors: tuple[str, ...]
    date: str | None
    publisher: str | None


def read_head(blocks: Sequence[Block]) -> Head:
    """Find the head among the blocks of one report, wherever its lines stand."""
    blocks = _single_names(tuple(blocks))
    metadata = tuple(b for b in blocks if b.kind in (Kind.BYLINE, Kind.META))
    lines = _head_lines(blocks) or _last_resort(blocks)
    title, decks = _title_and_decks(lines, blocks)
    taken = {id(b) for b in (*title, *decks, *metadata)}
    body = tuple(b for b in blocks if id(b) not in taken)
    authors, date, publisher = _facts(metadata, blocks)
    return Head(title, decks, metadata, body, authors, date, publisher)


def _single_names(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A lone name between the title and the first paragraph is a by-line."""
    result = list(blocks)
    for place, block in enumerate(blocks[1:], start=1):
        if block.kind in _PROSE:
            break
        alone = block.kind is Kind.SHORT and looks_like_name(block.text.replace(" ", ""))
        follower = blocks[place + 1] if place + 1 < len(blocks) else None
        above = result[place - 1].kind in (*_TITLES, Kind.DECK)
        if alone and above and follower and follower.kind in (*_PROSE, Kind.META):
            result[place] = replace(block, kind=Kind.BYLINE)
    return tuple(result)


def _head_lines(blocks: tuple[Block, ...]) -> list[Block]:
    """The lines that can be title or deck: at the report's head, at a displaced by-line, inside a sentence.

    Section headings are not among them: they are numbered, of a lower level, or directly before prose
    once a title has been found.
    """
    first_prose = next((n for n, b in enumerate(blocks) if b.kind in _PROSE), len(blocks))
    top = [b for b in blocks[:first_prose] if _titling(b)] or _bold_title(blocks, first_prose)
    has_more = any(b.kind in (Kind.BYLINE, Kind.DECK) or b.level == 1 for b in blocks[:first_prose])
    byline = next(
        (n for n, b in enumerate(blocks) if b.kind in (Kind.BYLINE, Kind.META) and n < first_prose), None
    )
    if byline is not None and byline > 0:
        # What stands between by-line and body is the first section's heading.
        before = {id(b) for b in blocks[:byline]}
        after = [b for b in top if id(b) not in before]
        top = [b for b in top if id(b) in before] + [
            b for b in after if b.kind is Kind.DECK or b.level in (1, 2)
        ] or top
    elif byline == 0 and not any(b.kind is Kind.DECK or b.level == 1 for b in top):
        top = top if len(top) > 1 or blocks[0].kind is Kind.META else []
    displaced = _displaced(blocks[first_prose:])
    if has_more or byline is not None or not displaced:
        return top + displaced
    return displaced + top


def _last_resort(blocks: tuple[Block, ...]) -> list[Block]:
    """A title where the head shows none: a line between by-line and body, or the odd one out.

    Where all other headings carry a mark or number, an unmarked short line among them is no heading.
    """
    first_prose = next((n for n, b in enumerate(blocks) if b.kind in _PROSE), len(blocks))
    top = [b for b in blocks[:first_prose] if b.kind is Kind.SHORT]
    if top:
        return top[:1]
    marked = sum(b.kind is Kind.HEADING for b in blocks)
    unmarked = [b for b in blocks if b.kind is Kind.SHORT]
    return unmarked if marked >= 2 and len(unmarked) == 1 else []


def _titling(block: Block) -> bool:
    if block.kind is Kind.HEADING:
        return block.number is None and block.level in (1, 2)
    return block.kind in (Kind.SHORT, Kind.DECK)


def _bold_title(blocks: tuple[Block, ...], first_prose: int) -> list[Block]:
    """A title in bold type or 【】 at the very top of a report without another title line."""
    top = [b for b in blocks[:first_prose] if b.kind is Kind.HEADING and b.number is None]
    plain = [b for b in blocks[:first_prose] if b.kind is Kind.SHORT]
    return top[:1] if top and not plain and top[0] is blocks[0] else []


def _displaced(blocks: Sequence[Block]) -> list[Block]:
    """Title lines within the body: inside a sentence, marked as title or deck, or right above a by-line."""
    found: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if _titling(block) and not (block.kind is Kind.HEADING and block.level == 2 and not run):
            run.append(block)
        else:
            found += run if block.kind is Kind.BYLINE else _strays(run)
            run = []
    return found + _strays(run)


def _strays(run: list[Block]) -> list[Block]:
    """Of neighbouring short lines within the body those that are a displaced headline.

    What parted a sentence is; a section heading may follow it directly. Where nothing did, a deck or a
    title mark makes the whole run a headline.
    """
    inside = [b for b in run if b.inside]
    if inside:
        return inside
    return run if any(b.kind is Kind.DECK or b.level == 1 for b in run) else []


def _title_and_decks(
    lines: list[Block], blocks: tuple[Block, ...]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Which of the head's lines are the title and which the deck.

    A line with a dash is a deck, and so is one that ends in 纪实, 回眸 or the like or names place and
    period where another line does not. Two plain lines directly after each other are one title.
    """
    if not lines:
        return (), ()
    if len(lines) == 1:
        return (lines[0],), ()
    marked = [b for b in lines if b.level == 1 and b.kind is not Kind.DECK]
    weights = [_deckness(block, blocks) for block in lines]
    if marked:
        title = [b for b in lines if b in marked][:1]
    else:
        lowest = min(weights)
        title = [b for b, weight in zip(lines, weights, strict=True) if weight == lowest]
        title = _first_neighbours(title, lines)
    kept = {id(b) for b in title}
    decks = [b for b in lines if id(b) not in kept]
    return tuple(title), tuple(decks)


def _first_neighbours(title: list[Block], lines: list[Block]) -> list[Block]:
    """Of equally good title lines the first, with the one after it if they stand together in the head."""
    places = [number for number, block in enumerate(lines) if any(block is t for t in title)]
    first = places[0]
    if len(places) > 1 and places[1] == first + 1 and lines[first].inside == lines[first + 1].inside:
        joined = len(lines[first].text) + len(lines[first + 1].text)
        if joined <= 44 and not lines[first].level:
            return [lines[first], lines[first + 1]]
    return [lines[first]]


def _deckness(block: Block, blocks: tuple[Block, ...]) -> int:
    """How much a line reads like a deck (what, where, when) rather than a headline (a slogan)."""
    weight = 6 if block.kind is Kind.DECK else 0
    weight += 3 if _DECK_END.search(block.text) else 0
    weight += 1 if _PERIOD.search(block.text) else 0
    weight += 1 if _PLACE.search(block.text) or _subject_in(block.text, blocks) else 0
    return weight


def _subject_in(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether the line begins with the name that the body keeps naming as its place (涟源 … 涟源市)."""
    head = text[:2]
    body = "".join(block.text for block in blocks if block.kind in _PROSE)
    return len(head) == 2 and sum(body.count(head + suffix) for suffix in "省市县区州镇乡") >= 2


def _facts(
    metadata: Sequence[Block], blocks: Sequence[Block]
) -> tuple[tuple[str, ...], str | None, str | None]:
    """Authors, date and publisher from by-lines, metadata lines and the dateline."""
    authors: list[str] = []
    date = publisher = None
    for block in metadata:
        if block.kind is Kind.BYLINE:
            # A lone name was recognised by its place: byline_names does not know it.
            authors += byline_names(block.text) or [block.text.replace(" ", "")]
        facts = read_metadata(block.text)
        date, publisher = date or facts.date, publisher or facts.publisher
        authors += facts.authors
    first = next((b for b in blocks if b.kind is Kind.TEXT), None)
    if first and (line := dateline(first.text)):
        authors += line.authors
        date, publisher = date or line.date, publisher or line.publisher
    return tuple(dict.fromkeys(authors)), date, publisher
