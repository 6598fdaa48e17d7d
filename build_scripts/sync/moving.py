"""English that follows its Chinese to another page: a report was split in two, or two became one.

Only where the Chinese is the same, letter for letter: an orphan of one page and a block without English on
another. Status, exceptions and notes come along, and the orphan goes. Of a page whose report is gone the
English is copied where there is none of that Chinese yet, and that page stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.sync.asides import kept_asides
from build_scripts.sync.body import Block
from build_scripts.sync.front import Value, with_values
from build_scripts.sync.layout import Group, read_layout, write_layout, write_page
from build_scripts.sync.marks import Chinese, Status, effective, translated
from build_scripts.sync.nodes import Page, Unit
from build_scripts.sync.page import parse, status
from build_scripts.sync.text import unified, zh_hash
from build_scripts.sync.titles import FIELDS, title_status
from build_scripts.sync.units import refreshed
from build_scripts.sync.writing import title_change

_MARKUP = re.compile(r"[\\`*_\[\]<&\n]")  # what a title, which is plain text, would show as it stands
RANKS = (Status.REVIEWED, Status.HUMAN, Status.MACHINE)
"""Whose English goes first where there is a choice."""


@dataclass(frozen=True, slots=True)
class Move:
    """The unit with the number ``place`` of the page ``giver`` (all units counted from 0) gives its English
    to ``key`` of the page ``receiver``: a unit, or a title. ``copied`` if it keeps it as well."""

    giver: str
    place: int
    receiver: str
    key: str
    copied: bool = False


def plan_moves(pages: Mapping[str, Page], gone: Mapping[str, Page]) -> tuple[Move, ...]:
    """Which English goes where.

    Args:
        pages: pages that are in sync, by name; the earlier receives first.
        gone: pages whose report is gone.
    """
    rooms: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, page in pages.items():
        for value, key in _rooms(page):
            rooms[value].append((name, key))
    givers = sorted(
        [giver for name in pages for giver in _givers(name, pages[name], copied=False)]
        + [giver for name in gone for giver in _givers(name, gone[name], copied=True)],
        key=lambda giver: (RANKS.index(giver.rank), giver.copied, giver.name, giver.place),
    )
    moves: list[Move] = []
    # What can be copied could be copied at every build: once there is English, more is only suggested.
    settled = {unit.base_hash for page in pages.values() for unit in page.live_units if unit.en}
    fronts = [page.front for page in pages.values()]
    settled |= {zh_hash(front.text(key)) for front in fronts for key in FIELDS if front.text(f"{key}_en")}
    # The Chinese that it translates first; then the one that it was stale for already.
    for stale in (False, True):
        left = []
        for giver in givers:
            value = giver.shown if stale else giver.base
            room = next((room for room in rooms[value] if _fits(giver, room, stale)), None)
            if room is None or (giver.copied and value in settled):
                left.append(giver)
                continue
            rooms[value].remove(room)
            settled.add(value)
            moves.append(Move(giver.name, giver.place, *room, giver.copied))
        givers = left
    return tuple(moves)


@dataclass(frozen=True, slots=True)
class _Giver:
    """A unit that has English and no Chinese any more. ``base`` is the hash of what it translates, ``shown``
    that of what it stood below; ``plain`` if it can be a title."""

    name: str
    place: int
    base: str
    shown: str
    rank: Status
    plain: bool
    copied: bool


def _rooms(page: Page) -> Iterator[tuple[str, str]]:
    """The hash and the key of each block and title without English."""
    for key in FIELDS:
        if page.front.text(key) and title_status(page.front, key) is Status.TODO:
            yield zh_hash(page.front.text(key)), key
    for unit in page.live_units:
        if unit.zh and status(unit) is Status.TODO:
            yield unit.base_hash, unit.zh_hash


def _givers(name: str, page: Page, *, copied: bool) -> Iterator[_Giver]:
    for place, group in enumerate(read_layout(page.nodes).groups):
        if (group.orphan or copied) and group.unit.en:
            base, rank = translation_of(group.unit)
            plain = not (_MARKUP.search(group.unit.en) or group.notes or group.unit.exceptions)
            yield _Giver(name, place, base.hash, group.unit.base_hash, rank, plain, copied)


def translation_of(unit: Unit) -> tuple[Chinese, Status]:
    """The Chinese that the English of ``unit`` translates, and its status with regard to that."""
    return translated(effective(unit.mark, unit.en), Chinese(unit.base_hash, unit.zh), unit.was)


def _fits(giver: _Giver, room: tuple[str, str], stale: bool) -> bool:
    name, key = room
    return name != giver.name and (key not in FIELDS or (giver.plain and not stale))


@dataclass(frozen=True, slots=True)
class Gift:
    """A unit of another page with the texts behind it that belong to it."""

    unit: Unit
    notes: tuple[str, ...]


def gifts_of(page: Page) -> list[Gift]:
    """What each unit of ``page`` has to give."""
    return [Gift(group.unit, tuple(group.notes)) for group in read_layout(page.nodes).groups]


def with_moves(page: Page, name: str, gifts: Mapping[str, Gift], released: Collection[int], end: str) -> str:
    """The text of ``page`` with English received and units given away.

    Args:
        page: a page that is in sync.
        name: its ID.
        gifts: what its blocks and titles receive, by key.
        released: the numbers of the units that it gave away.
        end: its line end.
    """
    layout = read_layout(page.nodes)
    live: list[str] = []
    orphans: list[str] = []
    for place, group in enumerate(layout.groups):
        if place in released:
            continue
        given = None if group.orphan else gifts.get(group.unit.zh_hash)
        into = orphans if group.orphan else live
        into += _received(group, given, end) if given else [group.unit.raw, *group.notes]
    values: dict[str, Value] = {}
    for key in FIELDS:
        if key in gifts:
            unit = gifts[key].unit
            values |= title_change(page.front.text(key), key, unit.en, translation_of(unit)[1])
    front = (with_values(page.front, values, end) if values else page.front) or page.front
    return write_page(front.raw, write_layout(layout, live, orphans, name, end), end)


def _received(group: Group, given: Gift, end: str) -> Sequence[str]:
    """The block of ``group``, which has no English, with what it is given; its own asides stay."""
    own = group.unit
    block = Block(own.role, own.flags, Chinese(own.base_hash, own.zh))
    raw, *notes = (unified(text).replace("\n", end) for text in (given.unit.raw, *given.notes))
    (unit,) = parse(raw).units
    asides = [kept_asides(part) for part in (own.parts.note, own.parts.second_note, own.parts.body)]
    return [refreshed(unit, block, own.zh_hash, end), *asides, *notes, *group.notes]
