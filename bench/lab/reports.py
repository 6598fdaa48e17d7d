"""Several reports in one file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from .base import reports_of
from .heads import byline_of
from .model import NotApplicable, Scene, Slot


def _first_lines(scene: Scene) -> list[int]:
    """Where each report but the first begins."""
    return [
        next(n for n, line in enumerate(scene.lines) if line.report == report)
        for report in reports_of(scene)[1:]
    ]


def blank_lines_only(scene: Scene, rng: Random) -> Scene:
    """Only blank lines part the reports, more than between paragraphs; the later ones have no by-line."""
    signed = {line.owner for line in scene.lines if line.slot is Slot.BYLINE and line.report > 0}
    if len(reports_of(scene)) < 2:
        raise NotApplicable
    lines = [line for line in scene.lines if line.owner not in signed]
    scene = replace(scene, lines=tuple(lines), units=tuple(u for u in scene.units if u.id not in signed))
    starts = _first_lines(scene)
    blank = rng.randint(3, 5)
    return scene.with_lines(
        replace(line, blank=blank) if n in starts else line for n, line in enumerate(scene.lines)
    )


def bylines_only(scene: Scene, rng: Random) -> Scene:
    """Each report has a by-line; no more blank lines part the reports than the paragraphs."""
    if len(reports_of(scene)) < 2:
        raise NotApplicable
    for report in reports_of(scene):
        scene = byline_of(scene, report, rng)
    starts = _first_lines(scene)
    return scene.with_lines(
        replace(line, blank=1) if n in starts else line for n, line in enumerate(scene.lines)
    )


def separated(marks: tuple[str, ...]) -> Callable[[Scene, Random], Scene]:
    """Reports parted by a line of marks."""

    def damage(scene: Scene, rng: Random) -> Scene:
        starts = _first_lines(scene)
        if not starts:
            raise NotApplicable
        for start in reversed(starts):
            scene = scene.add_extras(start, [rng.choice(marks)], "separator")
        return scene

    damage.__doc__ = "A line of marks parts the reports."
    return damage


STARS = ("***", "* * *", "＊＊＊＊＊＊", "---", "————————", "==========", "◆◆◆", "☆☆☆☆☆")
