"""Second look at the lines of a document: what their neighbours and the document's habits make of them.

Captions after pictures, bare numbers that number sections or pages, questions that are headings, by-lines.
"""

from __future__ import annotations

import re
from dataclasses import replace

from build_scripts.clean.blocks import Block, Kind, Verdict, first_prose, han_count
from build_scripts.clean.counting import settle_counts
from build_scripts.clean.forms import LONGEST_HEADING, QUESTIONS
from build_scripts.clean.headings import open_headings
from build_scripts.clean.kickers import is_kicker
from build_scripts.clean.listing import item_headings, list_items
from build_scripts.clean.neighbours import by_neighbours
from build_scripts.clean.pictures import Pictures
from build_scripts.clean.rules import ornament, page_number
from build_scripts.clean.signing import signs

_RULE = Verdict(ornament.REASON, ornament.CODE)


def in_context(source: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Second look: captions after pictures, and bare numbers that number sections or pages."""
    result = list(blocks)
    pictures = Pictures.of(blocks)
    numbering = _numbering_lines(blocks)
    questions = _heading_questions(blocks)
    top = next((n for n, b in enumerate(blocks) if b.verdict is None), 0)
    for place, block in enumerate(blocks):
        if place and blocks[place - 1].verdict == _RULE and not blocks[place].parted:
            result[place] = block = replace(block, parted=True)
        if block.kind is Kind.NUMBER and not block.level and place not in numbering:
            verdict = Verdict(page_number.REASON, page_number.CODE)
            result[place] = replace(block, kind=Kind.FURNITURE, verdict=verdict)
        if _asks_title(blocks, place, top):
            result[place] = replace(block, kind=Kind.SHORT)
        elif _is_drop_capital(blocks, place) or (
            block.kind is Kind.SHORT and block.text.endswith(QUESTIONS) and place not in questions
        ):
            result[place] = replace(block, kind=Kind.TEXT)
        elif block.kind is Kind.SHORT and signs(result, place):
            result[place] = replace(block, kind=Kind.BYLINE)
        if block.kind is Kind.PLACEHOLDER and pictures.caption_follows(place):
            result[place + 1] = replace(blocks[place + 1], kind=Kind.CAPTION)
    return list_items(item_headings(settle_counts(open_headings(by_neighbours(source, tuple(result))))))


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


def _asks_title(blocks: tuple[Block, ...], place: int, top: int) -> bool:
    """Whether a line is a title that asks or exclaims (……，为什么能火一个夏天？).

    The document's first line is, or the one below its kicker; further down what stands above a deck.
    """
    first = place == top or (place == top + 1 and is_kicker(blocks[top].text))
    if not first and not (place + 1 < len(blocks) and blocks[place + 1].kind is Kind.DECK):
        return False
    text = blocks[place].text
    whole = text.endswith(QUESTIONS) and not re.search(r"[。；：:？！?!]", text[:-1])
    return blocks[place].kind in (Kind.TEXT, Kind.SHORT) and whole and len(text) <= LONGEST_HEADING


def _is_drop_capital(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a line of one character is the first, set large, of the paragraph directly below it."""
    block, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    alone = block.kind is Kind.SHORT and len(block.text) == 1 and han_count(block.text) == 1
    return alone and below is not None and below.kind is Kind.TEXT and not below.follows_blank


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
