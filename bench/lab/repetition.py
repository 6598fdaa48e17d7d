"""Repetition: what is printed twice and must go once, and what is said again and must stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from .base import body_of, reports_of
from .headings import heading_places
from .model import FREE, PROSE, ROLES, Extra, Line, NotApplicable, Run, Scene, Slot, Unit

_LIKE = [
    "己已",
    "未末",
    "人入",
    "干千",
    "土士",
    "日曰",
    "大太",
    "田由",
    "今令",
    "代伐",
    "侍待",
    "治冶",
    "拔拨",
    "析折",
    "候侯",
    "抓扒",
    "建健",
    "设没",
    "管菅",
    "育肓",
    "贫贪",
    "村材",
    "部郎",
    "农衣",
    "化仆",
    "有冇",
    "开井",
    "全仝",
    "民氏",
    "合台",
    "县具",
    "工上",
    "作件",
    "社杜",
    "镇锁",
    "组细",
    "织识",
    "水木",
    "户尸",
    "车东",
    "间问",
    "名各",
    "项顶",
]
_TWIN = {pair[n]: pair[1 - n] for pair in _LIKE for n in (0, 1)}
_SLOGANS = (
    "一件接着一件办，一年接着一年干。",
    "群众点头，才算数。",
    "路通了，心也通了。",
    "不获全胜，决不收兵。",
)
_SUBHEADS = (("主要做法", "取得成效"), ("具体举措",), ("背景", "做法", "启示"))


def _copy(
    scene: Scene, lines: Sequence[Line], place: int, change: Callable[[str], str] | None = None
) -> Scene:
    """Copies of ``lines`` put before the line at ``place``; whole ones can stand for their units."""
    copies = []
    extras = list(scene.extras)
    for line in lines:
        identifier = min((extra.id for extra in extras), default=0) - 1
        text = change(line.text) if change else line.text
        whole = len(text) == len(line.text)
        extras.append(Extra(identifier, "copy" if whole else "cut copy", line.owner if whole else FREE))
        copies.append(replace(line, runs=(Run(text, identifier),), blank=max(1, line.blank)))
    return replace(scene.insert(place, copies), extras=tuple(extras))


def _paragraph(scene: Scene, rng: Random) -> int:
    places = [n for n in scene.places(*PROSE) if len(scene.lines[n].text) >= 40]
    if not places:
        raise NotApplicable
    return rng.choice(places)


def _elsewhere(scene: Scene, place: int, rng: Random) -> int:
    """Where a copy of the line at ``place`` is printed: right below it, or further down in its report."""
    end = body_of(scene, scene.lines[place].report)[1]
    return rng.choice((place + 1, rng.randint(place + 1, end), end))


def section_twice(scene: Scene, rng: Random) -> Scene:
    """A section stands twice: below itself, below all sections, or above the head of its report."""
    able = [r for r in reports_of(scene) if len(heading_places(scene, r)) > 1]
    if not able:
        raise NotApplicable
    report = rng.choice(able)
    places = heading_places(scene, report)
    which = rng.randrange(len(places))
    end = body_of(scene, report)[1]
    stop = places[which + 1] if which + 1 < len(places) else end
    section = [line for line in scene.lines[places[which] : stop] if line.owner > 0]
    head = next(n for n, line in enumerate(scene.lines) if line.report == report and line.owner > 0)
    return _copy(scene, section, rng.choice((stop, end, end, head)))


def paragraph_twice(scene: Scene, rng: Random) -> Scene:
    """A paragraph stands twice."""
    place = _paragraph(scene, rng)
    return _copy(scene, [scene.lines[place]], _elsewhere(scene, place, rng))


def title_twice(scene: Scene, rng: Random) -> Scene:
    """The title stands twice: above itself, below the head, or below the body; the deck perhaps with it."""
    titles = scene.places(Slot.TITLE)
    if not titles:
        raise NotApplicable
    place = rng.choice(titles)
    report = scene.lines[place].report
    decks = scene.places(Slot.DECK, report=report)
    start, end = body_of(scene, report)
    head = [scene.lines[place], *(scene.lines[n] for n in decks[:1] if rng.random() < 0.4)]
    return _copy(scene, head, rng.choice((place, start, start, end)))


def cut_copy(scene: Scene, rng: Random) -> Scene:
    """A copy of a paragraph lacks its beginning or its end; it stands above or below the whole one."""
    place = _paragraph(scene, rng)
    length = len(scene.lines[place].text)
    kept = rng.randint(max(24, length * 2 // 5), max(25, length * 9 // 10))
    front = rng.random() < 0.5
    at = rng.choice((place, _elsewhere(scene, place, rng)))
    return _copy(scene, [scene.lines[place]], at, lambda text: text[:kept] if front else text[-kept:])


def _misread(text: str, rng: Random) -> str:
    """One to three characters of a hundred read as ones that look alike; figures stay."""
    places = [n for n, char in enumerate(text) if char in _TWIN]
    if not places:
        raise NotApplicable
    count = min(len(places), max(1, round(len(text) * rng.uniform(0.01, 0.03))))
    chosen = set(rng.sample(places, count))
    return "".join(_TWIN[char] if n in chosen else char for n, char in enumerate(text))


def misread_copy(scene: Scene, rng: Random) -> Scene:
    """A paragraph stands twice, one of them with a few characters read wrongly; either may be kept."""
    place = _paragraph(scene, rng)
    line = scene.lines[place]
    unit = scene.unit(line.owner)
    wrong = _misread(line.text, rng)
    shown = wrong[len(line.text) - len(unit.text) :]
    scene = scene.with_unit(replace(unit, readings=(*unit.readings, shown)))
    at = _elsewhere(scene, place, rng)
    if rng.random() < 0.5:
        return _copy(scene, [line], at, lambda text: wrong)
    copied = _copy(scene, [line], at)
    return copied.with_lines(
        line.written(wrong) if n == place else other for n, other in enumerate(copied.lines)
    )


def slogan_stays(scene: Scene, rng: Random) -> Scene:
    """The same short sentence ends several sections: it stays each time."""
    report, places = _sectioned(scene, rng)
    slogan = rng.choice(_SLOGANS)
    ends = [*places[1:], body_of(scene, report)[1]]
    for place in reversed(ends):
        scene = _with_unit(scene, place, Slot.PARAGRAPH, slogan, report)
    return scene


def opening_stays(scene: Scene, rng: Random) -> Scene:
    """Several paragraphs begin with the same words."""
    report = rng.choice(reports_of(scene))
    opening = rng.choice(("一年来，", "五年来，", "近年来，", "与此同时，"))
    places = [n for n in scene.places(Slot.PARAGRAPH, report=report)[1:] if len(scene.lines[n].text) >= 40]
    if len(places) < 3:
        raise NotApplicable
    lines = list(scene.lines)
    for place in rng.sample(places, min(5, len(places))):
        unit = scene.unit(lines[place].owner)
        scene = scene.with_unit(replace(unit, text=opening + unit.text, roles=("paragraph", "list_item")))
        lines[place] = lines[place].written(opening + unit.text)
    return scene.with_lines(lines)


def subheads_stay(scene: Scene, rng: Random) -> Scene:
    """The same subheadings stand in each section."""
    report, places = _sectioned(scene, rng)
    style = rng.choice(("【{}】", "{}", "**{}**", "### {}"))
    titles = rng.choice(_SUBHEADS)
    ends = [*places[1:], body_of(scene, report)[1]]
    for place, end in reversed(list(zip(places, ends, strict=True))):
        prose = [n for n in range(place + 1, end) if scene.lines[n].slot in PROSE]
        for at, title in reversed(list(zip(prose, titles, strict=False))):
            scene = _with_unit(scene, at, Slot.HEADING, title, report, style.format(title))
    return scene


def _sectioned(scene: Scene, rng: Random) -> tuple[int, list[int]]:
    able = [r for r in reports_of(scene) if len(heading_places(scene, r)) > 1]
    if not able:
        raise NotApplicable
    report = rng.choice(able)
    return report, heading_places(scene, report)


def _with_unit(scene: Scene, place: int, slot: Slot, text: str, report: int, shown: str = "") -> Scene:
    """A new unit put before the line at ``place``, read after the unit above it."""
    unit = Unit(scene.new_unit(), report, ROLES[slot], text)
    line = Line(slot, (Run(shown or text, unit.id),), report=report, level=9 if slot is Slot.HEADING else 0)
    known = {u.id: n for n, u in enumerate(scene.units)}
    above = next((scene.lines[n].owner for n in range(place - 1, -1, -1) if scene.lines[n].owner in known), 0)
    at = known.get(above, -1) + 1
    return replace(scene.insert(place, [line]), units=(*scene.units[:at], unit, *scene.units[at:]))
