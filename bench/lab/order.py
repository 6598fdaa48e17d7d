"""Damage to the order: sections shuffled, a headline displaced, columns read across."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

from .base import body_of, reports_of
from .headings import DIGITS, heading_places, restyle
from .model import HEAD, PROSE, Line, NotApplicable, Run, Scene, Slot
from .parted import cut_places, long_places

_LEAST_SECTIONS = 3


def _sections(scene: Scene, report: int) -> tuple[int, list[list[Line]], int]:
    """The sections of a report: where the first begins, the lines of each, where the last ends."""
    places = heading_places(scene, report)
    if len(places) < _LEAST_SECTIONS:
        raise NotApplicable
    end = body_of(scene, report)[1]
    cuts = [*places, end]
    return places[0], [list(scene.lines[a:b]) for a, b in pairwise(cuts)], end


def _shuffled(scene: Scene, rng: Random) -> Scene:
    """The sections of one report in another order: turned like the columns of a page, two changed, or any."""
    report = rng.choice(
        [r for r in reports_of(scene) if len(heading_places(scene, r)) >= _LEAST_SECTIONS] or [-1]
    )
    if report < 0:
        raise NotApplicable
    start, sections, end = _sections(scene, report)
    order = _new_order(len(sections), rng)
    lines = [line for n in order for line in sections[n]]
    return scene.with_lines([*scene.lines[:start], *lines, *scene.lines[end:]])


def _new_order(count: int, rng: Random) -> list[int]:
    order = list(range(count))
    while order == list(range(count)):
        way = rng.random()
        if way < 0.5:
            turn = rng.randint(1, count - 1)
            order = order[turn:] + order[:turn]
        elif way < 0.8:
            one, other = rng.sample(range(count), 2)
            order[one], order[other] = order[other], order[one]
        else:
            rng.shuffle(order)
    return order


def shuffled(style: str) -> Callable[[Scene, Random], Scene]:
    """Sections numbered in ``style``, then shuffled."""

    def damage(scene: Scene, rng: Random) -> Scene:
        return _shuffled(restyle(scene, rng, style), rng)

    damage.__doc__ = f"Sections numbered in the style “{style}” stand in the wrong order."
    return damage


def ordinals_shuffled(scene: Scene, rng: Random) -> Scene:
    """Paragraphs that begin 第一，第二，… stand in the wrong order."""
    report = rng.choice(reports_of(scene))
    runs = [run for run in paragraph_runs(scene, report) if len(run) >= _LEAST_SECTIONS]
    if not runs:
        raise NotApplicable
    run = rng.choice(runs)
    run = run[: rng.randint(3, min(6, len(run)))]
    lines = []
    for number, place in enumerate(run):
        line = scene.lines[place]
        unit = scene.unit(line.owner)
        text = f"第{DIGITS[number]}，{unit.text}"
        scene = scene.with_unit(replace(unit, text=text, roles=("paragraph", "list_item")))
        lines.append(replace(line, runs=(Run(text, line.owner),), slot=Slot.ITEM))
    order = _new_order(len(run), rng)
    return scene.with_lines([*scene.lines[: run[0]], *(lines[n] for n in order), *scene.lines[run[-1] + 1 :]])


def paragraph_runs(scene: Scene, report: int) -> list[list[int]]:
    """Paragraphs directly below each other that nothing but their being paragraphs can be said of."""
    runs: list[list[int]] = [[]]
    for place, line in enumerate(scene.lines):
        plain = line.report == report and line.slot is Slot.PARAGRAPH and line.owner > 0
        if plain and scene.unit(line.owner).roles == ("paragraph",):
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    return runs


def headline_inside(scene: Scene, rng: Random) -> Scene:
    """Title, deck and by-line stand between paragraphs of the body."""
    return _displaced(scene, rng, inside=True)


def headline_after(scene: Scene, rng: Random) -> Scene:
    """Title, deck and by-line stand after the body."""
    return _displaced(scene, rng, inside=False)


def headline_parts_sentence(scene: Scene, rng: Random) -> Scene:
    """Title and deck stand between the halves of a sentence of their own report."""
    if len(reports_of(scene)) > 1:
        raise NotApplicable
    head = [
        n
        for n, line in enumerate(scene.lines)
        if line.slot in (Slot.TITLE, Slot.KICKER, Slot.DECK) and line.owner > 0
    ]
    rest = scene.with_lines(line for n, line in enumerate(scene.lines) if n not in head)
    places = long_places(rest)
    if not places:
        raise NotApplicable
    place = rng.choice(places)
    line = rest.lines[place]
    first, second = line.cut(rng.choice(cut_places(line.text)))
    moved = [scene.lines[n] for n in head]
    return rest.with_lines(
        [*rest.lines[:place], first, *moved, replace(second, blank=1), *rest.lines[place + 1 :]]
    )


def _displaced(scene: Scene, rng: Random, *, inside: bool) -> Scene:
    """One report's title lines with its by-line, if it has one, moved down into the body or below it."""
    if len(reports_of(scene)) > 1:
        raise NotApplicable
    start, end = body_of(scene, 0)
    head = [n for n in range(start) if scene.lines[n].slot in HEAD and scene.lines[n].slot is not Slot.META]
    if not any(scene.lines[n].slot is Slot.BYLINE for n in head):
        raise NotApplicable
    prose = [
        n for n in range(start + 1, end) if scene.lines[n].slot in PROSE and scene.lines[n - 1].slot in PROSE
    ]
    if inside and not prose:
        raise NotApplicable
    place = rng.choice(prose) if inside else end
    moved = [scene.lines[n] for n in head]
    kept = [line for n, line in enumerate(scene.lines[:place]) if n not in head]
    return scene.with_lines([*kept, *moved, *scene.lines[place:]])


def columns_by_blocks(scene: Scene, rng: Random) -> Scene:
    """Two columns read across block by block: one of the left, one of the right."""
    report = rng.choice(reports_of(scene))
    start, end = body_of(scene, report)
    body = list(scene.lines[start:end])
    if len(body) < 6:
        raise NotApplicable
    middle = len(body) // 2
    left, right = body[:middle], body[middle:]
    mixed = [line for pair in zip(left, right, strict=False) for line in pair] + right[len(left) :]
    return scene.with_lines([*scene.lines[:start], *mixed, *scene.lines[end:]])


def columns_mid_sentence(scene: Scene, rng: Random) -> Scene:
    """Two bands of two columns read across: the first, third, second and fourth quarter of the text.

    Each column ends within a sentence.
    """
    report = rng.choice(reports_of(scene))
    places = long_places(scene, report)
    if len(places) < 3:
        raise NotApplicable
    start, end = body_of(scene, report)
    cuts = sorted(rng.sample(places, 3))
    quarters: list[list[Line]] = [[]]
    for place in range(start, end):
        line = scene.lines[place]
        if place in cuts:
            first, second = line.cut(rng.choice(cut_places(line.text)))
            quarters[-1].append(first)
            quarters.append([replace(second, indent="", blank=1)])
        else:
            quarters[-1].append(line)
    one, two, three, four = quarters
    return scene.with_lines([*scene.lines[:start], *one, *three, *two, *four, *scene.lines[end:]])
