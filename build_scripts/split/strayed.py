"""A headline that strayed into a sentence of the report above its own.

Example:
    ……平台会对短时间内集中            breaks off
    资源往下沉 劲头往上提               a headline without a by-line
    存取的账户进行核查……               the sentence goes on, and the report to its end
    文溪 田野                         a by-line without a headline

The headline is put above the by-line if the report that it parts has one of its own and is signed too, or
speaks of other things than what follows the by-line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind
from build_scripts.clean.cohesion import kinship, pairs_of
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_open
from build_scripts.clean.official_lines import is_office
from build_scripts.clean.people import byline_names, is_lone_name
from build_scripts.model import Finding

CODE = "S005"

_TITLES = (Kind.SHORT, Kind.DECK, Kind.HEADING)
# A newspaper's headline has a kicker, a title in two lines and a deck at the most.
_MOST_LINES = 4
# The kinship up to which what follows a by-line is another report; the same below a name or an office, which
# could be a heading.
_SIGNED, _UNMARKED = 0.0, -10.0
_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class _Stray:
    """The headline in the blocks from ``start`` to ``end``, whose by-line stands at ``byline``."""

    start: int
    end: int
    byline: int


@dataclass(slots=True)
class _Below:
    """What stands below the places of a document, looked at from the top down: found once for all of them.

    ``signed``: from where on the next signature was looked for, and where it stands. ``others``: whether
    what follows a by-line is another report than the one that begins above it, by the places of both.
    """

    blocks: list[Block]
    signed: tuple[int, int] = (0, -1)
    others: dict[tuple[int, int], bool] = field(default_factory=dict)

    def moved(self) -> None:
        """Forget what was found, for blocks changed places."""
        self.signed = (0, -1)
        self.others.clear()

    def next_signature(self, place: int) -> int:
        """The place of the next line that says who wrote, or may; that of the last block if none does."""
        first, found = self.signed
        if not first <= place <= found:
            places = range(place, len(self.blocks) - 1)
            found = next((n for n in places if self._may_sign(n)), len(self.blocks) - 1)
            self.signed = (place, found)
        return found

    def _may_sign(self, place: int) -> bool:
        block = self.blocks[place]
        name = block.kind is Kind.SHORT and self.blocks[place + 1].kind in PROSE and _signs(block.text)
        return name or _is_signed(block)

    def is_other(self, begins: int, byline: int) -> bool:
        """Whether a report without a headline of its own follows the by-line, another than the one above."""
        key = begins, byline
        if key not in self.others:
            self.others[key] = self._is_other(begins, byline)
        return self.others[key]

    def _is_other(self, begins: int, byline: int) -> bool:
        following = self.blocks[byline : _next_byline(self.blocks, byline + 1)]
        if _has_headline(following):
            return False
        signed = _is_signed(self.blocks[byline])
        opening = takewhile(lambda place: self.blocks[place].kind not in PROSE, range(begins, byline))
        if signed and any(_is_signed(self.blocks[place]) for place in opening):
            # A report is signed once.
            return True
        # The headline between is no prose, hence does not count.
        host = pairs_of(self.blocks[begins:byline])
        return kinship(host, pairs_of(following)) <= (_SIGNED if signed else _UNMARKED)


def return_headlines(draft: Draft) -> Draft:
    """The draft with each strayed headline above its by-line, and a finding for each."""
    blocks = list(draft.blocks)
    below = _Below(blocks)
    findings: list[Finding] = []
    begins = 0
    place = 0
    while place < len(blocks):
        if blocks[place].kind is Kind.BYLINE:
            begins = place
        stray = _stray_below(below, begins, place)
        if stray is not None:
            head = blocks[stray.start : stray.end]
            findings.append(_finding(head))
            signed = replace(blocks[stray.byline], kind=Kind.BYLINE)
            passed = blocks[stray.end : stray.byline]
            blocks[stray.start : stray.byline + 1] = [*passed, *head, signed]
            below.moved()
        place += 1
    return replace(draft, blocks=tuple(blocks)).report(*findings) if findings else draft


def _stray_below(below: _Below, begins: int, place: int) -> _Stray | None:
    """The strayed headline right below ``place`` in the report signed at ``begins``, if one stands there."""
    blocks = below.blocks
    start, end = place + 1, place + 1
    while end < min(len(blocks), start + _MOST_LINES) and _may_be_headline(blocks[end]):
        end += 1
    if start == end or end >= len(blocks) or blocks[end].kind not in PROSE:
        return None
    if not _breaks_off(blocks[place], blocks[end]) or not _has_title(blocks, begins, place):
        return None
    byline = _lone_byline(below, end)
    if byline is None or not below.is_other(begins, byline):
        return None
    return _Stray(start, end, byline)


def _has_headline(blocks: Sequence[Block]) -> bool:
    """Whether a headline stands in the body: a deck, or a line inside a sentence that breaks off."""
    inside = (is_open(one) and _may_be_headline(other) for one, other in pairwise(blocks))
    return any(inside) or any(block.kind is Kind.DECK or block.level == 1 for block in blocks)


def _may_be_headline(block: Block) -> bool:
    marked = block.kind is Kind.HEADING and block.number is None and (block.level in (1, 2) or block.bold)
    return (marked or block.kind in (Kind.SHORT, Kind.DECK)) and not block.apart


def _breaks_off(block: Block, below: Block) -> bool:
    """Whether a sentence breaks off in ``block``: open prose, or a few words that ``below`` goes on with."""
    if block.kind is Kind.SHORT:
        clauses = "，" in block.text or "," in block.text
        least = 0 if clauses else CLEAR_FIT
        return not (block.ends or block.level) and fit(block.text, below.text) >= least
    return is_open(block)


def _has_title(blocks: Sequence[Block], begins: int, place: int) -> bool:
    """Whether the report has a title: a line above its first paragraph, beside its by-line."""
    first = next((n for n in range(begins, place + 1) if blocks[n].kind in PROSE), place + 1)
    lines = range(max(0, begins - _MOST_LINES), first)
    return any(blocks[n].kind in _TITLES and blocks[n].number is None for n in lines)


def _lone_byline(below: _Below, end: int) -> int | None:
    """The place of the next by-line below ``end``, if no title stands above it and prose below it.

    A lone name or an office between the end of a report and a paragraph is one too.
    """
    blocks, place = below.blocks, below.next_signature(end + 1)
    if place >= len(blocks) - 1 or blocks[place - 1].kind in _TITLES:
        return None
    return place if any(b.kind in PROSE for b in blocks[place + 1 : place + 4]) else None


def _is_signed(block: Block) -> bool:
    """Whether a line says who wrote: a by-line, or 文｜周牧 图｜林砚秋."""
    staff = block.kind is Kind.META and byline_names(block.text) is not None
    return block.kind is Kind.BYLINE or staff


def _signs(text: str) -> bool:
    return is_lone_name(text) or is_office(text)


def _next_byline(blocks: Sequence[Block], place: int) -> int:
    return next((n for n in range(place, len(blocks)) if blocks[n].kind is Kind.BYLINE), len(blocks))


def _finding(head: Sequence[Block]) -> Finding:
    message = f"the headline “{head[0].text}” stood inside the report above; given to the next one"
    return Finding(CODE, message, tuple(span for block in head for span in block.spans), _CONFIDENCE)
