"""Heading styles: the marks that papers, offices and extractions give to headings; headings in two lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from .base import reports_of
from .model import Line, NotApplicable, Run, Scene, Slot
from .report import NUMBER

DIGITS = "一二三四五六七八九十"
STYLES = (
    "none", "1", "一、", "（一）", "1.", "1、", "01", "第一部分", "【】", "**", "###", "# 1", "○",
)  # fmt: skip
_RANKS = ("第一部分", "一、", "（一）", "1、", "1.", "（1）")
_SPLIT_MARKS = " ，、：　"


def heading_places(scene: Scene, report: int) -> list[int]:
    """Where the uppermost headings of a report stand: the first line of each."""
    first: dict[int, int] = {}
    for place in scene.places(Slot.HEADING, report=report):
        first.setdefault(scene.lines[place].owner, place)
    top = min((scene.lines[n].level for n in first.values()), default=0)
    return [n for n in first.values() if scene.lines[n].level == top]


def content(scene: Scene, line: Line) -> str:
    """The text of a heading without its number."""
    return scene.unit(line.owner).text


def marked(line: Line, text: str, style: str, number: int) -> list[Line]:
    """A heading with ``text`` in a style: one line, or two where its number stands alone."""
    plain = line.written(text)
    han = DIGITS[number % 10]
    prefix = {
        "none": "", "一、": f"{han}、", "（一）": f"（{han}）", "1.": f"{number + 1}.",
        "1、": f"{number + 1}、",
        "第一部分": f"第{han}部分 ", "○": "○ ", "###": "### ",
    }  # fmt: skip
    if style in prefix:
        return [plain.written(prefix[style] + text)]
    if style in ("【】", "**"):
        left, right = ("【", "】") if style == "【】" else ("**", "**")
        return [plain.written(left + text + right)]
    if style == "# 1":
        return [plain.written(f"### {number + 1}"), plain.written(f"#### {text}")]
    return [plain.written(f"{number + 1:02}" if style == "01" else f"{number + 1}"), plain]


def restyle(scene: Scene, rng: Random, style: str, report: int | None = None) -> Scene:
    """The uppermost headings of a report set in a style."""
    able = [r for r in reports_of(scene) if len(heading_places(scene, r)) > 1]
    if report is not None:
        able = [r for r in able if r == report]
    if not able:
        raise NotApplicable
    places = heading_places(scene, rng.choice(able))
    if len(places) > len(DIGITS) or not _above(style, _lower_styles(scene, places)):
        raise NotApplicable
    restyled = {scene.lines[n].owner for n in places}
    lines: list[Line] = []
    for place, line in enumerate(scene.lines):
        if place in places:
            lines += marked(line, content(scene, line), style, places.index(place))
        elif line.owner not in restyled:
            lines.append(line)
    return scene.with_lines(lines)


def _lower_styles(scene: Scene, places: list[int]) -> set[str]:
    """In which styles the lower headings of the same report are numbered."""
    report = scene.lines[places[0]].report
    lower = set(scene.places(Slot.HEADING, report=report)) - set(places)
    numbers = (NUMBER.match(scene.lines[n].text) for n in lower)
    return {re.sub(r"\d+", "1", re.sub(f"[{DIGITS}]+", "一", n.group().strip())) for n in numbers if n}


def _above(style: str, lower: set[str]) -> bool:
    """Whether a style may stand above others: 一、 is never set below （一）, and two levels never alike."""
    return style not in _RANKS or all(_RANKS.index(style) < _RANKS.index(s) for s in lower if s in _RANKS)


def styled(style: str) -> Callable[[Scene, Random], Scene]:
    """Headings converted to a style."""

    def damage(scene: Scene, rng: Random) -> Scene:
        done = restyle(scene, rng, style)
        if done == scene:
            raise NotApplicable
        return done

    damage.__doc__ = f"The headings of a report are set in the style “{style}”."
    return damage


def two_lines(scene: Scene, rng: Random) -> Scene:
    """Each heading is set in two lines, cut at a comma or a space, or in the middle."""
    able = [r for r in reports_of(scene) if len(heading_places(scene, r)) > 1]
    if not able:
        raise NotApplicable
    places = heading_places(scene, rng.choice(able))
    parted = {scene.lines[n].owner for n in places}
    lines: list[Line] = []
    blank = rng.choice((0, 0, 1))
    for place, line in enumerate(scene.lines):
        text = content(scene, line) if place in places else ""
        at = _middle(text)
        if not at:
            if place in places or line.owner not in parted:
                lines.append(line)
            continue
        first, second = line.written(text).cut(at)
        lines += [replace(first, runs=(Run(first.text.rstrip(), line.owner),))]
        lines += [replace(second, runs=(Run(second.text.lstrip(), line.owner),), blank=blank)]
    return scene.with_lines(lines)


def _middle(text: str) -> int:
    """Where a heading can be parted in two lines: after a mark near its middle; 0 where it has none."""
    ends = [n + 1 for n, char in enumerate(text[:-1]) if char in _SPLIT_MARKS and 2 < n < len(text) - 3]
    return min(ends, key=lambda at: abs(2 * at - len(text)), default=0)
