"""What a person said of the document, as the rules meet it: words about stretches of the text they read.

A person's word comes first: it decides how a line is classified, and the rules work with the outcome. The
marks it leaves on a block (``role``, ``held``, ``starts``, ``report``) hold until the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_scripts.clean.blocks import PROSE, Block, Kind
from build_scripts.clean.numerals import section_number
from build_scripts.clean.people import byline_names, looks_like_name, probable_names
from build_scripts.model import Role, Span
from build_scripts.offsets import RawLine, ends_of, touches

# These are lines of their own: a wrapped paragraph does not take them in.
_LINES = (Role.TITLE, Role.SUBTITLE, Role.METADATA, Role.HEADING)
_MARKUP = re.compile(r"[#>\s*_【〖]+")
_HASHES = re.compile(r"#{1,6}\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Word:
    """A person's word about the text in ``span`` (of the text that the rules read).

    ``held``: it stays; ``role``: what it is; ``starts``: a paragraph begins with it, and with ``opens`` a
    report; ``half``: it is the second half of another paragraph.
    """

    span: Span
    held: bool = False
    role: Role | None = None
    starts: bool = False
    opens: bool = False
    half: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """All that was said: words, and joins (last character of a first half, first of its second, reason)."""

    words: tuple[Word, ...] = ()
    joins: tuple[tuple[Span, Span, str], ...] = ()

    def about(self, spans: Iterable[Span]) -> tuple[Word, ...]:
        """The words about a text with ``spans``."""
        if not self.words:
            return ()
        spans = tuple(spans)
        return tuple(word for word in self.words if any(touches(word.span, span) for span in spans))

    def begins_at(self, span: Span) -> bool:
        """Whether a person says that something begins on the line of ``span``."""
        return any((word.starts or word.half) and touches(ends_of(word.span)[0], span) for word in self.words)


NOTHING = Told()
"""The usual case: no person has said anything."""


def cut_groups(groups: Iterable[tuple[RawLine, ...]], told: Told) -> Iterator[tuple[RawLine, ...]]:
    """The groups of lines that the page's width made one, cut where a person says that something begins."""
    for group in groups:
        if len(group) == 1 or not told.about(line.span for line in group):
            yield group
            continue
        run: list[RawLine] = []
        apart = False
        for line in group:
            roles = {word.role for word in told.about((line.span,)) if word.role in _LINES}
            if run and (told.begins_at(line.span) or apart or roles):
                yield tuple(run)
                run = []
            apart = bool(roles)
            run.append(line)
        yield tuple(run)


def marked(block: Block, told: Told) -> Block:
    """A block as it comes from the page, with the marks that a person's words leave on it."""
    if not told.words:
        return block
    words = told.about(block.spans)
    starts = any(word.starts and told.begins_at(block.spans[0]) for word in words)
    return replace(
        block,
        half=any(word.half for word in words),
        held=any(word.held for word in words),
        role=next((word.role for word in words if word.role), None),
        starts=starts,
        follows_blank=block.follows_blank or starts,
        report=sum(word.opens and word.span[0] < block.spans[0][1] for word in told.words),
    )


def with_role(block: Block, content: str, told: Told) -> Block:
    """A classified block as the kind that a person's word makes it.

    Args:
        block: as its form shows it.
        content: its text with all markup.
        told: what was said.
    """
    role = block.role
    if role is None:
        half = any(word.half for word in told.about(block.spans[:1])) and told.begins_at(block.spans[0])
        return _as_half(block, content) if half else block
    # A line that looks like a heading and is called a paragraph is one by itself.
    prose = role in (Role.PARAGRAPH, Role.LIST_ITEM) and block.kind in PROSE
    block = replace(block, apart=not prose)
    full = _with_number(block, content)
    plain = replace(block, text=full, level=0, bold=False, number=None, verdict=None)
    if role in (Role.TITLE, Role.SUBTITLE):
        kept = block.kind if block.kind in (Kind.SHORT, Kind.DECK, Kind.HEADING) else Kind.SHORT
        return replace(plain, kind=kept, level=block.level)
    if role is Role.HEADING:
        return _as_heading(block, full)
    if role is Role.METADATA:
        signed = byline_names(full) is not None or probable_names(full) or looks_like_name(full)
        return replace(plain, kind=Kind.BYLINE if signed else Kind.META)
    if role is Role.LIST_ITEM:
        return replace(plain, kind=Kind.ITEM, number=block.number)
    if role is Role.CAPTION:
        return replace(plain, kind=Kind.CAPTION)
    return replace(plain, kind=Kind.TABLE if block.kind is Kind.TABLE else Kind.TEXT)


def _as_half(block: Block, content: str) -> Block:
    """The second half of a paragraph: what looks like a mark at its beginning is text."""
    text = _HASHES.sub("", content, count=1)
    return replace(block, kind=Kind.TEXT, text=text, level=0, bold=False, number=None, verdict=None)


def _as_heading(block: Block, full: str) -> Block:
    """A heading, with its section number read off if it has one."""
    if block.kind in (Kind.HEADING, Kind.NUMBER):
        return block
    found = section_number(full)
    number, length = found if found and full[found[1] :].strip() else (None, 0)
    text = full[length:].strip()
    return replace(block, kind=Kind.HEADING, text=text, number=number, verdict=None)


def _with_number(block: Block, content: str) -> str:
    """The text of a block with the section number that was taken out of its heading."""
    if block.kind is not Kind.HEADING or block.number is None:
        return block.text
    head, _, _ = content.partition(block.text)
    return _MARKUP.sub("", head, count=1) + block.text
