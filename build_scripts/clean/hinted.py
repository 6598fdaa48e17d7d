"""What the markup of a web page says of a line, weighed against the line's own form.

The hint decides between prose, heading, item and caption, which look alike; a form that speaks for itself
(source and date, a by-line, furniture) holds against the hint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.clean.blocks import Block, Kind, NumberStyle, first_prose
from build_scripts.clean.numerals import section_number
from build_scripts.clean.rules.outside import drop_outside
from build_scripts.model import Hint, Role, SourceText, Span
from build_scripts.offsets import text_of

# The level of a report's uppermost headings: 1 is its title, 2 a deck.
_UPPERMOST = 3
_STATED = (Kind.META, Kind.BYLINE)
_JUDGED = (Kind.FURNITURE, Kind.PLACEHOLDER)
_WHOLE = (Role.PARAGRAPH, Role.LIST_ITEM)
# A heading of this level or a higher one, with source or by-line below, opens a further report.
_LOWEST_TITLE = 3


def apply_hints(source: SourceText, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a web page with the kinds that its markup gives them; those of a text as they are."""
    if not source.hints:
        return tuple(blocks)
    hints = {hint.span: hint for hint in source.hints}
    first = first_prose(blocks)
    ranks = _ranks(blocks, hints, first)
    hinted = [
        _of_hint(block, hint, ranks, source.text, head=place < first)
        if block.role is None and (hint := hints.get(block.spans[0]))
        else block
        for place, block in enumerate(drop_outside(blocks, hints))
    ]
    return _unmarked_lines(_further_titles(hinted, hints), marked=len(ranks) > 0)


def _ranks(blocks: Sequence[Block], hints: Mapping[Span, Hint], first: int) -> Mapping[int, int]:
    """The levels of a page's headings as levels of a report's; those count that the body uses.

    Args:
        blocks: the lines of the page.
        hints: what its markup says of them.
        first: the place of the first paragraph: above it stand titles and decks.
    """
    pairs = [(place, hints.get(block.spans[0])) for place, block in enumerate(blocks)]
    headings = [(place, hint.level) for place, hint in pairs if hint and hint.role is Role.HEADING]
    levels = sorted({level for place, level in headings if place + 1 >= first})
    ranks = {level: _UPPERMOST + rank for rank, level in enumerate(levels)}
    return {level: _UPPERMOST for _, level in headings} | ranks


def _of_hint(block: Block, hint: Hint, ranks: Mapping[int, int], text: str, *, head: bool) -> Block:
    """A line with the kind that its hint gives it, unless its own form speaks clearly."""
    if hint.role is Role.TITLE:
        # A slogan with a number, a credit or 扫一扫 in it looks like something else; the page knows better.
        whole = block.text if block.number is None else text_of(text, block.spans).strip()
        return replace(block, kind=Kind.HEADING, level=1, text=whole, number=None, verdict=None)
    if block.kind in _JUDGED or hint.role is None:
        return block
    if hint.role in _WHOLE:
        block = replace(block, whole=True)
    if block.kind in _STATED or hint.role is Role.METADATA:
        return block if block.kind is Kind.BYLINE else replace(block, kind=Kind.META)
    if hint.role is Role.HEADING:
        # ——某县某项工作纪实 in an <h2> is the title's second line.
        return block if block.kind is Kind.DECK and head else _heading(block, ranks[hint.level])
    if hint.role is Role.CAPTION:
        return replace(block, kind=Kind.CAPTION)
    if hint.role is Role.SUBTITLE:
        return replace(block, kind=Kind.DECK)
    if hint.role is Role.LIST_ITEM:
        return _item(block)
    return replace(block, kind=Kind.TABLE) if "\t" in block.text else block


def _heading(block: Block, level: int) -> Block:
    """A line that the markup makes a heading; its section number is read off."""
    if block.kind in (Kind.CAPTION, Kind.NUMBER):
        return block
    found = section_number(block.text) if block.number is None else None
    heading = replace(block, kind=Kind.HEADING, level=level)
    if found and (rest := block.text[found[1] :].strip()):
        return replace(heading, number=found[0], text=rest)
    return heading


def _item(block: Block) -> Block:
    """A line that the markup makes an item of a list; 一、修路 in a list is a heading all the same."""
    numbered = block.number is not None and block.number.style in (NumberStyle.PART, NumberStyle.HAN)
    return block if block.kind is Kind.CAPTION or numbered else replace(block, kind=Kind.ITEM)


def _further_titles(blocks: Sequence[Block], hints: Mapping[Span, Hint]) -> list[Block]:
    """Headings in the body with source or by-line right below them are titles of further reports."""
    result = list(blocks)
    shown = [place for place, block in enumerate(blocks) if block.kind not in _JUDGED]
    first = first_prose(blocks)
    for place, below in pairwise(shown):
        hint = hints.get(blocks[place].spans[0])
        headed = hint is not None and hint.role is Role.HEADING and hint.level <= _LOWEST_TITLE
        if headed and place > first and blocks[below].kind in _STATED and first_prose(blocks[below:]):
            result[place] = replace(blocks[place], level=1)
    return result


def _unmarked_lines(blocks: Sequence[Block], *, marked: bool) -> tuple[Block, ...]:
    """Where the markup marks the headings, a brief paragraph of the body is none."""
    if not marked:
        return tuple(blocks)
    heading = next((place for place, block in enumerate(blocks) if block.level >= _UPPERMOST), len(blocks))
    first = min(first_prose(blocks), heading)
    last = max(
        (place for place, block in enumerate(blocks) if block.kind in (Kind.TEXT, Kind.ITEM)), default=-1
    )
    return tuple(
        replace(block, kind=Kind.TEXT)
        if block.kind is Kind.SHORT and block.whole and first < place < last
        else block
        for place, block in enumerate(blocks)
    )
