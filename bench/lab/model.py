"""The values of the laboratory: a scene is a document in the making that knows the truth about itself.

A scene is a list of lines; a line is made of runs, each owned by a unit (positive: a piece that is expected),
by an extra (negative: what must be removed) or by nobody (0: whatever becomes of it is right). Damages take a
scene and give another one; :mod:`.render` writes it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

FREE = 0
"""The owner of characters of which nothing is expected."""


class Slot(StrEnum):
    """What a line is for the damages: the roles of the result, finer in the head."""

    TITLE = "title"
    KICKER = "kicker"
    DECK = "deck"
    BYLINE = "byline"
    META = "meta"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    TABLE = "table"
    EXTRA = "extra"


ROLES: dict[Slot, tuple[str, ...]] = {
    Slot.TITLE: ("title",),
    Slot.KICKER: ("subtitle",),
    Slot.DECK: ("subtitle",),
    Slot.BYLINE: ("metadata",),
    Slot.META: ("metadata",),
    Slot.HEADING: ("heading",),
    Slot.PARAGRAPH: ("paragraph",),
    Slot.ITEM: ("list_item",),
    Slot.CAPTION: ("caption",),
    Slot.TABLE: ("paragraph", "table"),
}
HEAD = (Slot.TITLE, Slot.KICKER, Slot.DECK, Slot.BYLINE, Slot.META)
PROSE = (Slot.PARAGRAPH, Slot.ITEM)


class NotApplicable(Exception):
    """This damage can't be done to this text: it has no sections, no long paragraph, …"""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the expected result; the order of a scene's units is the reading order.

    ``roles``: any of them is right. ``text``: as it must be published, without section number or dash.
    ``readings``: other texts that are right too. ``loose``: right in a longer piece too (rows of a table).
    ``may_go``: to remove it is right too.
    """

    id: int
    report: int
    roles: tuple[str, ...]
    text: str
    readings: tuple[str, ...] = ()
    loose: bool = False
    may_go: bool = False


@dataclass(frozen=True, slots=True)
class Extra:
    """What must be removed. A whole copy is ``of`` a unit, and then either of the two may go."""

    id: int
    reason: str
    of: int = FREE


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one owner."""

    text: str
    owner: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document; ``blank`` counts the empty lines above it.

    ``section`` is the level of a heading (2, 3, …), ``report`` the number of the report it belongs to.
    """

    slot: Slot
    runs: tuple[Run, ...]
    report: int = 0
    level: int = 0
    blank: int = 1
    indent: str = ""

    @property
    def text(self) -> str:
        """The characters of the line without its indent."""
        return "".join(run.text for run in self.runs)

    @property
    def owner(self) -> int:
        """The owner of most of its characters."""
        sizes: dict[int, int] = {}
        for run in self.runs:
            sizes[run.owner] = sizes.get(run.owner, 0) + len(run.text)
        return max(sizes, key=lambda owner: sizes[owner]) if sizes else FREE

    def cut(self, at: int) -> tuple[Line, Line]:
        """The line in two: the first ``at`` characters and the rest."""
        left: list[Run] = []
        right: list[Run] = []
        passed = 0
        for run in self.runs:
            inside = max(0, min(len(run.text), at - passed))
            if inside:
                left.append(Run(run.text[:inside], run.owner))
            if inside < len(run.text):
                right.append(Run(run.text[inside:], run.owner))
            passed += len(run.text)
        return replace(self, runs=tuple(left)), replace(self, runs=tuple(right))

    def written(self, text: str) -> Line:
        """The same line with ``text``, all of it owned by the line's owner."""
        return replace(self, runs=(Run(text, self.owner),))


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its truth.

    ``notes``: findings that must be there, each a code and the units of which one it must name: C011 and the
    two sides of a gap, C060 and the paragraph with a misread place.
    ``exact``: the published text is compared to the character, white space aside, not only up to typography.
    ``encoding`` is what the document is written in, with a byte-order mark where its name ends in ``+bom``.
    """

    lines: tuple[Line, ...]
    units: tuple[Unit, ...]
    extras: tuple[Extra, ...] = ()
    notes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    exact: bool = False
    encoding: str = "utf-8"

    def unit(self, identifier: int) -> Unit:
        """The unit of that number."""
        return next(unit for unit in self.units if unit.id == identifier)

    def with_unit(self, unit: Unit) -> Scene:
        """The scene with the unit of the same number replaced."""
        return replace(self, units=tuple(unit if u.id == unit.id else u for u in self.units))

    def with_lines(self, lines: Iterable[Line]) -> Scene:
        """The scene with other lines."""
        return replace(self, lines=tuple(lines))

    def new_unit(self) -> int:
        """A number that no unit has."""
        return max((unit.id for unit in self.units), default=0) + 1

    def places(self, *slots: Slot, report: int | None = None) -> list[int]:
        """Where the lines of these kinds stand."""
        return [
            n
            for n, line in enumerate(self.lines)
            if line.slot in slots and line.owner >= FREE and (report is None or line.report == report)
        ]

    def insert(self, place: int, lines: Sequence[Line]) -> Scene:
        """The scene with ``lines`` put before the line at ``place``."""
        return self.with_lines((*self.lines[:place], *lines, *self.lines[place:]))

    def add_extras(self, place: int, texts: Sequence[str], reason: str, *, blank: int = 1) -> Scene:
        """The scene with lines that must be removed put before the line at ``place``."""
        first = min((extra.id for extra in self.extras), default=0) - 1
        extras = tuple(Extra(first - n, reason) for n in range(len(texts)))
        lines = [
            Line(Slot.EXTRA, (Run(text, extra.id),), blank=blank)
            for text, extra in zip(texts, extras, strict=True)
        ]
        return replace(self.insert(place, lines), extras=self.extras + extras)


Damage = Callable[[Scene, Random], Scene]
"""A kind of damage: a pure function of the scene and the generator; raises :exc:`NotApplicable`."""
