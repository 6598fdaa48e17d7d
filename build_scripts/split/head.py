"""The head of a report: which lines are title, deck, by-line; who, when and where published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.clean.blocks import PROSE, Block, Kind, first_prose
from build_scripts.clean.metadata import Facts, dateline, read_metadata
from build_scripts.clean.official import standing_signatures
from build_scripts.clean.official_lines import is_office
from build_scripts.clean.people import byline_names, looks_like_name
from build_scripts.model import Role
from build_scripts.split.decks import DECKLIKE, deckness, reads_like_deck, whole_decks
from build_scripts.split.tail import may_sign

_NAMED = re.compile(r"[\u4e00-\u9fff]{2,8}(?:省|市|县|区|州|镇|乡|村)[：:]")
# A line of a title set in two has a clause's length; a shorter one is a name or a word above or below it.
_SHORTEST_TITLE_LINE = 4
# Below a body a shorter line may be a word of the page (完, 链接).
_SHORTEST_HEADLINE = 6
_FEWEST_QUOTATIONS = 3
_TITLES = (Kind.SHORT, Kind.HEADING)
# Characters of a title set in two lines: two lines of a front page's headline.
_LONGEST_TITLE = 44


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
    """Find the head among the blocks of one report, wherever its lines stand.

    What a person calls title or deck is that; the rules decide about the other lines as they would beside
    such a mark in the document.
    """
    blocks = _pictures(_single_names(tuple(map(_as_told, blocks))))
    standing = standing_signatures(blocks)
    metadata = tuple(
        b
        for n, b in enumerate(blocks)
        if b.kind in (Kind.BYLINE, Kind.META) and n not in standing and _may_be(b, Role.METADATA)
    )
    lines = _free(_head_lines(blocks))
    if all(b.kind is Kind.DECK for b in lines):
        known = {id(b) for b in lines}
        lines = [b for b in _free(_last_resort(blocks)) if id(b) not in known] + lines
    title, decks = _title_and_decks(lines, blocks)
    title, decks = _as_called(title, decks, blocks)
    taken = {id(b) for b in (*title, *decks, *metadata)}
    body = tuple(b for b in blocks if id(b) not in taken)
    facts = _facts(tuple(b for b in blocks if b.kind in (Kind.BYLINE, Kind.META)), blocks)
    return Head(title, whole_decks(decks), metadata, body, facts.authors, facts.date, facts.publisher)


def _as_told(block: Block) -> Block:
    """A line that a person calls title or deck, with the mark that such a line has in a document."""
    if block.role is Role.TITLE:
        return replace(block, kind=Kind.HEADING, level=1, number=None)
    return replace(block, kind=Kind.DECK, level=0) if block.role is Role.SUBTITLE else block


def _may_be(block: Block, role: Role) -> bool:
    """Whether no person's word is against it."""
    return block.role in (None, role)


def _free(lines: Sequence[Block]) -> list[Block]:
    """Of the lines of a head those of which no person says that they are something else."""
    return [b for b in lines if b.role in (None, Role.TITLE, Role.SUBTITLE)]


def _as_called(
    title: tuple[Block, ...], decks: tuple[Block, ...], blocks: tuple[Block, ...]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Title and decks with what a person calls so, and without what a person calls something else."""
    called = tuple(b for b in blocks if b.role is Role.TITLE)
    if called:
        title, decks = called, (*title, *decks)
    free = tuple(b for b in decks if b.role is None)
    return tuple(b for b in title if _may_be(b, Role.TITLE)), (
        *free,
        *(b for b in blocks if b.role is Role.SUBTITLE),
    )


def _single_names(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A lone name between the title and the first paragraph is a by-line."""
    result = list(blocks)
    for place, block in enumerate(blocks[1:], start=1):
        if block.kind in PROSE:
            break
        alone = block.kind is Kind.SHORT and looks_like_name(block.text.replace(" ", ""))
        follower = blocks[place + 1] if place + 1 < len(blocks) else None
        above = result[place - 1].kind in (*_TITLES, Kind.DECK)
        if alone and above and follower and follower.kind in (*PROSE, Kind.META):
            result[place] = replace(block, kind=Kind.BYLINE)
    return tuple(result)


def _pictures(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A bare short line inside a sentence of a report that has title and deck is a picture's caption."""
    first = first_prose(blocks)
    above = [b for b in blocks[:first] if not b.inside and b.kind in (*_TITLES, Kind.DECK)]
    headed = bool(above) and (above[0].kind is Kind.SHORT or above[0].level == 1) and has_whole_head(above)
    marks = (Kind.DECK, Kind.BYLINE)
    if not headed or any(b.inside and (b.kind in marks or b.level == 1) for b in blocks):
        return blocks
    body = (replace(b, kind=Kind.CAPTION) if b.inside and b.kind is Kind.SHORT else b for b in blocks[first:])
    return (*blocks[:first], *body)


def _head_lines(blocks: tuple[Block, ...]) -> list[Block]:
    """The lines that can be title or deck: at the report's head, at a displaced by-line, inside a sentence.

    Section headings are not among them: they are numbered, of a lower level, or directly before prose
    once a title has been found.
    """
    first = first_prose(blocks)
    head = blocks[:first]
    top = [b for b in head if _titling(b)] or _bold_title(head)
    byline = next((n for n, b in enumerate(head) if b.kind in (Kind.BYLINE, Kind.META)), None)
    if byline is not None:
        top = _beside_byline(top, head, byline)
    elif any(b.kind is Kind.SHORT for b in blocks[first:]):
        top = _down_to_deck(top)
    displaced = _displaced(blocks[first:])
    if sum(map(_is_quotation, blocks[first:])) >= _FEWEST_QUOTATIONS:
        # They are the headings; one that parts a sentence is one too.
        displaced = [b for b in displaced if not _is_quotation(b)]
    complete = byline is not None or any(b.kind is Kind.DECK or b.level == 1 for b in head)
    if not complete and has_whole_head(displaced):
        return displaced
    # Short lines at the top that nothing marks as a head are headings of the body, once a headline with
    # its by-line, deck or mark turns up further down.
    return top + displaced if complete else displaced + top


def _down_to_deck(top: list[Block]) -> list[Block]:
    """The lines at the top without the heading of the first section, which stands below the deck."""
    decks = [place for place, block in enumerate(top) if block.kind is Kind.DECK]
    return top[: decks[-1] + 1] if decks and decks[-1] > 0 else top


def _beside_byline(top: list[Block], head: tuple[Block, ...], byline: int) -> list[Block]:
    """Of the lines at the top those that are title or deck, where a by-line stands at the place ``byline``.

    What stands between by-line and body is the first section's heading, if it is not a deck or marked.
    """
    if byline == 0:
        marked = any(b.kind is Kind.DECK or b.level == 1 for b in top)
        return top if marked or len(top) > 1 or head[0].kind is Kind.META else []
    above = {id(b) for b in head[:byline]}
    return [b for b in top if id(b) in above or b.kind is Kind.DECK or b.level in (1, 2)] or top


def _last_resort(blocks: tuple[Block, ...]) -> list[Block]:
    """A title where the head shows none: a line between by-line and body, or the odd one out.

    Where all other headings carry a mark or number, an unmarked short line among them is no heading.
    """
    top = [b for b in blocks[: first_prose(blocks)] if b.kind is Kind.SHORT]
    if top:
        return top[:1]
    if below := _below_body(blocks):
        return below
    marked = sum(b.kind is Kind.HEADING or _is_quotation(b) for b in blocks)
    unmarked = [b for b in blocks if b.kind is Kind.SHORT and not _is_quotation(b)]
    return unmarked if marked >= 2 and len(unmarked) == 1 else []


def _is_quotation(block: Block) -> bool:
    """Whether a short line is what somebody says, as all headings of some reports are."""
    return block.kind is Kind.SHORT and block.text.startswith("“") and block.text.endswith("”")


def _below_body(blocks: tuple[Block, ...]) -> list[Block]:
    """Lines below the last paragraph that are a headline set under its report: none that can sign it."""
    last = max((n for n, b in enumerate(blocks) if b.kind in PROSE), default=-1)
    below = [b for b in blocks[last + 1 :] if b.kind in (Kind.SHORT, Kind.DECK)]
    return [] if any(may_sign(b.text) or len(b.text) < _SHORTEST_HEADLINE for b in below) else below[:2]


def _titling(block: Block) -> bool:
    if block.kind is Kind.HEADING:
        return block.number is None and block.level in (1, 2)
    return block.kind in (Kind.SHORT, Kind.DECK)


def _bold_title(head: tuple[Block, ...]) -> list[Block]:
    """A title in bold type or 【】 at the very top of a report without another title line."""
    if not head or any(b.kind is Kind.SHORT for b in head):
        return []
    return [head[0]] if head[0].kind is Kind.HEADING and head[0].number is None else []


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
    if len(lines) <= 1:
        return tuple(lines), ()
    marked = [b for b in lines if b.level == 1 and b.kind is not Kind.DECK]
    title = marked[:1] or _least_like_deck(lines, blocks)
    kept = {id(b) for b in title}
    return tuple(title), tuple(b for b in lines if id(b) not in kept)


def _least_like_deck(lines: list[Block], blocks: tuple[Block, ...]) -> list[Block]:
    """The first of the lines that read least like a deck, with the one after it if both are one title.

    They are if they are equally good, stand together in the head and are not too long for a headline.
    """
    body = "".join(block.text for block in blocks if block.kind in PROSE)
    weights = [deckness(block.text, body) + (6 if block.kind is Kind.DECK else 0) for block in lines]
    if any(not block.inside and weight < DECKLIKE for block, weight in zip(lines, weights, strict=True)):
        # A line inside a sentence is another story's headline where this one's stands in its place.
        weights = [weight + 2 * block.inside for block, weight in zip(lines, weights, strict=True)]
    place = weights.index(min(weights))
    first, second = lines[place], lines[place + 1] if place + 1 < len(lines) else None
    if second is None or weights[place + 1] != weights[place] or first.inside != second.inside or first.level:
        return [first]
    below = any(one is first and other is second for one, other in pairwise(blocks))
    sizes = (len(first.text), len(second.text))
    short = min(sizes) < _SHORTEST_TITLE_LINE or sum(sizes) > _LONGEST_TITLE
    # 云溪县：一条水渠润三乡 says all that a title says.
    alone = short or second.begins or not below or _NAMED.match(second.text)
    return [first] if alone else [first, second]


def has_whole_head(lines: Sequence[Block]) -> bool:
    """Whether lines are a title and a deck, so that no other line is needed for either."""
    decks = [b for b in lines if b.kind is Kind.DECK or b.level == 2 or reads_like_deck(b.text)]
    titles = [b for b in lines if (b.kind is Kind.SHORT or b.level == 1) and b not in decks]
    return bool(titles and decks)


def _facts(metadata: Sequence[Block], blocks: Sequence[Block]) -> Facts:
    """Authors, date and publisher from by-lines, metadata lines and the dateline; the first of each holds."""
    authors: list[str] = []
    date = publisher = None
    for block in metadata:
        if block.kind is Kind.BYLINE:
            # A lone name was recognised by its place: byline_names does not know it.
            authors += byline_names(block.text) or [block.text.replace(" ", "")]
        facts = read_metadata(block.text)
        date, publisher = date or facts.date, publisher or facts.publisher
        authors += facts.authors
        if block.kind is Kind.META and is_office(block.text):
            publisher = publisher or block.text
    first = next((b for b in blocks if b.kind is Kind.TEXT), None)
    if first and (line := dateline(first.text)):
        authors += line.authors
        date, publisher = date or line.date, publisher or line.publisher
    return Facts(date, publisher, tuple(dict.fromkeys(authors)))
