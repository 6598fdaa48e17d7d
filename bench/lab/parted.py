"""Damage between the halves of a sentence: what a page sets there, what swaps them, what is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from . import invented
from .base import reports_of
from .furniture import page_header, page_number, placeholder
from .model import HEAD, PROSE, Line, NotApplicable, Run, Scene, Slot, Unit

_LEAST = 14
_LONG = 44
_STOPS = "。！？；：…”’》）」.!?;:"
_NO_START = "。！？；：，、”’》）」…—.!?;:,)%％·"
_NO_END = "“‘《（「(—"


def cut_places(text: str) -> list[int]:
    """Where a column or a page may end inside a sentence: no figure, Latin word or pair of marks is cut."""
    found = []
    for at in range(_LEAST, len(text) - _LEAST):
        before, after = text[at - 1], text[at]
        if before in _STOPS or before in _NO_END or after in _NO_START:
            continue
        if (before.isascii() and after.isascii()) or before.isspace() or after.isspace():
            continue
        found.append(at)
    return found


def long_places(scene: Scene, report: int | None = None) -> list[int]:
    """Paragraphs and items long enough to be cut within a sentence."""
    return [
        n
        for n in scene.places(*PROSE, report=report)
        if len(scene.lines[n].text) >= _LONG and cut_places(scene.lines[n].text)
    ]


def _pick(scene: Scene, rng: Random) -> tuple[int, Line, Line]:
    """A paragraph to cut: its place and its halves."""
    places = long_places(scene)
    if not places:
        raise NotApplicable
    place = rng.choice(places)
    line = scene.lines[place]
    first, second = line.cut(rng.choice(cut_places(line.text)))
    return place, first, replace(second, indent="", blank=1)


def _parted(scene: Scene, rng: Random, put: Callable[[Scene, int, Random], Scene]) -> Scene:
    place, first, second = _pick(scene, rng)
    lines = (*scene.lines[:place], first, second, *scene.lines[place + 1 :])
    return put(scene.with_lines(lines), place + 1, rng)


def add_caption(scene: Scene, place: int, rng: Random) -> Scene:
    """A caption of the report above put at ``place``; it is read after the paragraph there."""
    above = scene.lines[place - 1]
    unit = Unit(scene.new_unit(), above.report, ("caption",), invented.caption(rng))
    at = (
        next(n for n, known in enumerate(scene.units) if known.id == above.owner) + 1
        if above.owner > 0
        else len(scene.units)
    )
    line = Line(Slot.CAPTION, (Run(unit.text, unit.id),), report=above.report)
    return replace(scene.insert(place, [line]), units=(*scene.units[:at], unit, *scene.units[at:]))


def _captions(scene: Scene, place: int, rng: Random) -> Scene:
    for _ in range(rng.randint(2, 3)):
        scene = add_caption(scene, place, rng)
    return scene


def _several(scene: Scene, place: int, rng: Random) -> Scene:
    puts = [add_caption, page_header, page_number, placeholder]
    for put in rng.sample(puts, rng.randint(2, 4)):
        scene = put(scene, place, rng)
    return scene


def _stray_headline(scene: Scene, place: int, rng: Random) -> Scene:
    """A headline of a story that is not in the file: whatever becomes of it is right."""
    line = Line(Slot.EXTRA, (Run(rng.choice(invented.HEADLINES), 0),), report=scene.lines[place - 1].report)
    return scene.insert(place, [line])


def by_caption(scene: Scene, rng: Random) -> Scene:
    """A caption stands between the halves of a sentence."""
    return _parted(scene, rng, add_caption)


def by_captions(scene: Scene, rng: Random) -> Scene:
    """Two or three captions stand between the halves of a sentence."""
    return _parted(scene, rng, _captions)


def by_page_header(scene: Scene, rng: Random) -> Scene:
    """The running head of a page stands between the halves of a sentence."""
    return _parted(scene, rng, page_header)


def by_page_number(scene: Scene, rng: Random) -> Scene:
    """A page number stands between the halves of a sentence."""
    return _parted(scene, rng, page_number)


def by_placeholder(scene: Scene, rng: Random) -> Scene:
    """The placeholder of a picture stands between the halves of a sentence."""
    return _parted(scene, rng, placeholder)


def by_several(scene: Scene, rng: Random) -> Scene:
    """Several such lines stand between the halves of a sentence."""
    return _parted(scene, rng, _several)


def by_stray_headline(scene: Scene, rng: Random) -> Scene:
    """A headline of a story on another page stands between the halves of a sentence."""
    return _parted(scene, rng, _stray_headline)


def by_nothing(scene: Scene, rng: Random) -> Scene:
    """A column ends within a sentence: its halves are two paragraphs, nothing between them."""
    return _parted(scene, rng, lambda whole, place, _: whole)


def by_next_headline(scene: Scene, rng: Random) -> Scene:
    """Title and deck of the next report of the file stand between the halves of a sentence of this one."""
    if len(reports_of(scene)) < 2:
        raise NotApplicable
    places = long_places(scene, 0)
    moved = [
        n
        for n, line in enumerate(scene.lines)
        if line.report == 1 and line.slot in (Slot.TITLE, Slot.KICKER, Slot.DECK)
    ]
    signed = any(line.report == 1 and line.slot is Slot.BYLINE for line in scene.lines)
    if not places or not signed or not moved:
        raise NotApplicable
    place = rng.choice(places)
    line = scene.lines[place]
    first, second = line.cut(rng.choice(cut_places(line.text)))
    head = [scene.lines[n] for n in moved]
    rest = [other for n, other in enumerate(scene.lines) if n not in moved]
    return scene.with_lines([*rest[:place], first, *head, replace(second, blank=1), *rest[place + 1 :]])


def halves_swapped(scene: Scene, rng: Random) -> Scene:
    """The end of a sentence stands before its beginning: the right column was read first."""
    places = [n for n in long_places(scene) if n + 1 < len(scene.lines) and scene.lines[n + 1].slot in PROSE]
    if not places:
        raise NotApplicable
    place = rng.choice(places)
    line = scene.lines[place]
    first, second = line.cut(rng.choice(cut_places(line.text)))
    # The columns hold more than the two halves: paragraphs above the first, paragraphs below the second.
    start = max([n for n in range(place) if scene.lines[n].slot not in PROSE], default=-1) + 1
    end = next(
        (n for n in range(place, len(scene.lines)) if scene.lines[n].slot not in PROSE), len(scene.lines)
    )
    left = [*scene.lines[start:place], first]
    right = [second, *scene.lines[place + 1 : end]]
    return scene.with_lines([*scene.lines[:start], *right, *left, *scene.lines[end:]])


def cut_by_report(scene: Scene, rng: Random) -> Scene:
    """A whole report stands between the halves of a sentence of another."""
    if len(reports_of(scene)) < 2:
        raise NotApplicable
    places = long_places(scene, 0)
    guest = [line for line in scene.lines if line.report == 1]
    if not places or not any(line.slot is Slot.BYLINE for line in guest):
        raise NotApplicable
    place = rng.choice(places)
    line = scene.lines[place]
    at = sum(other.report == 0 for other in scene.lines[:place])
    host = [other for other in scene.lines if other.report == 0]
    first, second = line.cut(rng.choice(cut_places(line.text)))
    return scene.with_lines([*host[:at], first, *guest, second, *host[at + 1 :]])


def text_lost(scene: Scene, rng: Random) -> Scene:
    """The end of a paragraph, the beginning of a later one or both are lost: a gap between what is left."""
    places = long_places(scene)
    pairs = [
        (one, other)
        for one in places
        for other in places
        if one < other <= one + 3 and _plain_run(scene.lines[one : other + 1])
    ]
    if not pairs:
        raise NotApplicable
    one, other = rng.choice(pairs)
    first, last = scene.lines[one], scene.lines[other]
    ends, begins = rng.choice(((True, True), (True, True), (True, False), (False, True)))
    lost = {line.owner for line in scene.lines[one + 1 : other]}
    if ends:
        unit = scene.unit(first.owner)
        mark = len(first.text) - len(unit.text)
        first, _ = first.cut(rng.choice(cut_places(first.text)))
        scene = scene.with_unit(replace(unit, text=first.text[max(0, mark) :]))
    if begins:
        # Cut after a comma, the rest would read like a beginning, and nothing would tell of the gap.
        inside = [at for at in cut_places(last.text) if last.text[at - 1] not in "，、"]
        _, last = last.cut(rng.choice(inside or cut_places(last.text)))
        unit = scene.unit(last.owner)
        scene = scene.with_unit(replace(unit, text=last.text, roles=("paragraph", "list_item")))
    return replace(
        scene,
        lines=(*scene.lines[:one], first, last, *scene.lines[other + 1 :]),
        units=tuple(unit for unit in scene.units if unit.id not in lost),
        notes=(*scene.notes, ("C011", (first.owner, last.owner))),
    )


def _plain_run(lines: Sequence[Line]) -> bool:
    """Whether a stretch of one report has nothing in it but prose, headings and captions."""
    return len({line.report for line in lines}) == 1 and not any(
        line.slot in (*HEAD, Slot.EXTRA, Slot.TABLE) for line in lines
    )
