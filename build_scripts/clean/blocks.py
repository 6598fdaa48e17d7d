"""What the cleaning rules work on: blocks of a document, with everything decided about them so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from build_scripts.model import Finding, Removal, Role, Span
from build_scripts.offsets import text_of

_HAN = re.compile("[\u3400-\u9fff]+")


class Kind(StrEnum):
    """What a line looks like before its surroundings are considered."""

    TEXT = "text"
    """Prose: it has sentence punctuation or is too long for a heading."""
    SHORT = "short"
    """A short line without a full stop: a heading, a title, half a sentence."""
    HEADING = "heading"
    """Marked as a heading: ``#``, ``【】``, ``**``, or a section number."""
    NUMBER = "number"
    """A section number alone on its line; the heading follows."""
    ITEM = "item"
    """Prose with a list mark: ``——``, a bullet, or a number."""
    DECK = "deck"
    """A short line led by a dash: ——某县某项工作纪实."""
    BYLINE = "byline"
    META = "meta"
    """Date, source, editors."""
    CAPTION = "caption"
    TABLE = "table"
    """A row of a table in the text."""
    PLACEHOLDER = "placeholder"
    """Stands where the page had a picture."""
    FURNITURE = "furniture"
    """Already judged to be removed; its ``verdict`` says why."""


class NumberStyle(StrEnum):
    """How a section is numbered, from the outermost to the innermost level."""

    PART = "part"
    HAN = "han"
    HAN_PAREN = "han-paren"
    ORDINAL = "ordinal"
    """第一，"""
    RUN_IN = "run-in"
    """一是: only in list items."""
    ARABIC = "arabic"
    ARABIC_PAREN = "arabic-paren"
    CIRCLED = "circled"


@dataclass(frozen=True, slots=True)
class Number:
    """A section number: 三、 is ``Number(NumberStyle.HAN, 3)``."""

    style: NumberStyle
    value: int


@dataclass(frozen=True, slots=True)
class Repair:
    """How often one rule changed a text."""

    code: str
    count: int
    note: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a block is to be removed: reason, code of the rule, and how sure it is (0 to 1)."""

    reason: str
    code: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the document, or several that were found to be one unit.

    ``text`` is the content without markup; ``spans`` include the markup. ``level`` counts Markdown's
    ``#``; ``bold`` tells of a heading marked by bold type. ``inside`` tells that the block stood between
    the halves of a broken paragraph; ``parted`` that a rule or more blank lines than usual stand above it.
    ``repairs`` were made in its text already. ``role`` is given by a person's correction and holds against
    every rule; ``held`` tells that a person keeps the block: no rule may remove it; ``starts`` that a person
    has a paragraph begin here, ``half`` that a person joins it with another; ``apart`` that it is
    something else than its form shows, and no half of anything; ``report`` how many reports a person has
    begun so far. ``whole`` tells that the markup of a web page shows it as one paragraph. ``turns`` tells
    that a note of the page says that the text goes on elsewhere (``"on"``) or comes from there (``"from"``).
    """

    line: int
    spans: tuple[Span, ...]
    text: str
    kind: Kind
    follows_blank: bool = True
    level: int = 0
    bold: bool = False
    number: Number | None = None
    inside: bool = False
    parted: bool = False
    repairs: tuple[Repair, ...] = ()
    verdict: Verdict | None = None
    role: Role | None = None
    held: bool = False
    starts: bool = False
    apart: bool = False
    half: bool = False
    report: int = 0
    whole: bool = False
    turns: str = ""
    flags: frozenset[str] = field(default_factory=frozenset)

    @property
    def begins(self) -> bool:
        """Whether a person says so: no rule makes it the second half of anything."""
        return self.starts or self.apart

    @property
    def ends(self) -> bool:
        """Whether a person says so: no rule lets it go on in another block."""
        return self.apart

    def flagged(self, *flags: str) -> Block:
        """The same block with ``flags`` added."""
        return replace(self, flags=self.flags | frozenset(flags))


_FIELDS = tuple(each.name for each in fields(Block))


def changed(block: Block, **changes: Any) -> Block:
    """A block with some fields changed: ``dataclasses.replace`` at a third of its cost, as lines are many.

    Example:
        >>> changed(Block(1, ((0, 2),), "修路", Kind.TEXT), kind=Kind.SHORT).kind
        <Kind.SHORT: 'short'>
    """
    made = object.__new__(Block)
    for name in _FIELDS:
        object.__setattr__(made, name, changes.pop(name) if name in changes else getattr(block, name))
    if changes:
        raise TypeError(f"a block has no {', '.join(changes)}")
    return made


@dataclass(frozen=True, slots=True)
class Draft:
    """A document on its way through the rules: each rule takes a draft and gives the next."""

    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removal, ...] = ()
    findings: tuple[Finding, ...] = ()

    def remove(self, blocks: Sequence[Block], verdict: Verdict) -> Draft:
        """The draft without ``blocks``, each recorded as removed for the reason that ``verdict`` gives.

        What a person keeps stays.
        """
        blocks = [block for block in blocks if not block.held]
        gone = {id(block) for block in blocks}
        removals = tuple(
            Removal(
                verdict.reason,
                verdict.code,
                text_of(self.text, block.spans),
                block.spans,
                verdict.confidence,
            )
            for block in blocks
        )
        kept = tuple(block for block in self.blocks if id(block) not in gone)
        return replace(self, blocks=kept, removed=self.removed + removals)

    def report(self, *findings: Finding) -> Draft:
        """The draft with ``findings`` added."""
        return replace(self, findings=self.findings + findings)


PROSE = (Kind.TEXT, Kind.ITEM)
"""What a report's body is made of; captions, tables and headings may stand anywhere."""


def first_prose(blocks: Sequence[Block]) -> int:
    """The place of the first paragraph or list item; the number of blocks where there is none."""
    return next((place for place, block in enumerate(blocks) if block.kind in PROSE), len(blocks))


def above(blocks: Sequence[Block], place: int) -> Iterator[Block]:
    """The blocks before ``place``, the nearest first. No copy is made: rules look from every place."""
    return (blocks[n] for n in range(place - 1, -1, -1))


def below(blocks: Sequence[Block], place: int) -> Iterator[Block]:
    """The blocks from ``place`` on, in order, without a copy."""
    return (blocks[n] for n in range(place, len(blocks)))


def han_count(text: str) -> int:
    """How many Han characters ``text`` has (the unified ideographs of the BMP and extension A)."""
    return sum(map(len, _HAN.findall(text)))
