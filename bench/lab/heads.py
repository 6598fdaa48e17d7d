"""Heads: by-lines, datelines, kickers, decks and titles as papers and sites set them."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from . import invented
from .base import body_of, reports_of
from .model import ROLES, Line, NotApplicable, Run, Scene, Slot, Unit

_BYLINES = (
    "□ {a} {b}",
    "□{a}　{b}",
    "■ 本报记者 {a} 通讯员 {b}",
    "本报记者 {a} 通讯员 {b} {c}",
    "记者 {a} 通讯员 {b}",
    "◎ {a}",
    "文/{a} 图/{b}",
    "文/图 {a}",
    "文｜{a} 图｜{b}",
    "本报记者 {a} {b} 文/图",
    "○ 记者 {a} 实习生 {b}",
    "通讯员 {a}",
    "本报记者 {a}",
    "{a} {b} {c}",
    "{a}　{b}",
    "作者：{a} {b}",
    "（记者 {a} 通讯员 {b}）",
    "本报讯记者 {a}",
    "●{a}",
    "文·{a} 摄·{b}",
    "特约记者 {a} 通讯员 {b} {c}",
    "撰文：{a}　摄影：{b}",
    "中共云溪县委组织部",
    "本刊记者 {a}",
    "{a}",
    "见习记者 {a} 通讯员 {b} 报道",
)
_DATELINES = (
    "{paper}{month}月{day}日讯（记者 {a} 通讯员 {b}）",
    "本报讯（记者{a} 通讯员{b}）",
    "本报云溪{month}月{day}日电（记者 {a}）",
    "{paper}讯（通讯员 {a}）",
    "本报讯 （记者 {a}）",
    "云溪新闻网{month}月{day}日讯（记者 {a}）",
    "{paper}·新云溪客户端{month}月{day}日讯（全媒体记者 {a} 通讯员 {b}）",
    "【本报讯】（{a} {b}）",
    "清江融媒{month}月{day}日讯（通讯员：{a}）",
    "本报清江{month}月{day}日讯 记者{a}报道：",
)
_METAS = (
    "来源：{paper} 时间：{year}-{month:02}-{day:02} 09:12",
    "{year}年{month}月{day}日",
    "（{year}年{month}月{day}日）",
    "来源：{paper}",
    "发布时间：{year}-{month:02}-{day:02} 来源：{paper} 作者：{a}",
    "{year}-{month:02}-{day:02} 15:40:22",
    "{paper} {year}年{month}月{day}日",
    "（原载{year}年{month}月{day}日《{paper}》）",
    "信息来源：{paper}　发布日期：{year}/{month}/{day}",
    "日期：{year}.{month:02}.{day:02}",
    "稿件来源：{paper} 责任编辑：{a}",
)


def _filled(pattern: str, rng: Random) -> str:
    a, b, c = invented.names(rng, 3).split()
    year, month, day = invented.date(rng)
    return pattern.format(a=a, b=b, c=c, year=year, month=month, day=day, paper=rng.choice(invented.PAPERS))


def _add(scene: Scene, place: int, slot: Slot, text: str, report: int, *, shown: str | None = None) -> Scene:
    """A line of the head put at ``place``; ``text`` is what must be published of ``shown``."""
    unit = Unit(scene.new_unit(), report, ROLES[slot], text)
    line = Line(slot, (Run(shown or text, unit.id),), report=report)
    first = [n for n, known in enumerate(scene.units) if known.report == report]
    at = first[-1] + 1 if place > body_of(scene, report)[0] else first[0] + 1
    return replace(scene.insert(place, [line]), units=(*scene.units[:at], unit, *scene.units[at:]))


def _drop(scene: Scene, report: int, *slots: Slot) -> Scene:
    """The scene without such lines of one report."""
    gone = {scene.lines[n].owner for n in scene.places(*slots, report=report)}
    lines = tuple(line for line in scene.lines if line.owner not in gone)
    if lines and lines[0].report == report:
        lines = (replace(lines[0], blank=0), *lines[1:])
    return replace(scene, lines=lines, units=tuple(unit for unit in scene.units if unit.id not in gone))


def byline(scene: Scene, rng: Random) -> Scene:
    """Another form of by-line below title and deck."""
    return byline_of(scene, rng.choice(reports_of(scene)), rng)


def byline_of(scene: Scene, report: int, rng: Random) -> Scene:
    """Another form of by-line below title and deck of one report."""
    scene = _drop(scene, report, Slot.BYLINE)
    titles = scene.places(Slot.TITLE, Slot.DECK, report=report)
    if not titles:
        raise NotApplicable
    return _add(scene, titles[-1] + 1, Slot.BYLINE, _filled(rng.choice(_BYLINES), rng), report)


def dateline(scene: Scene, rng: Random) -> Scene:
    """No by-line; the first paragraph begins with a dateline."""
    report = rng.choice(reports_of(scene))
    scene = _drop(scene, report, Slot.BYLINE)
    start, _ = body_of(scene, report)
    line = scene.lines[start]
    if line.slot is not Slot.PARAGRAPH or re.match(r".{0,16}[讯電电]", line.text):
        raise NotApplicable
    text = _filled(rng.choice(_DATELINES), rng) + line.text
    scene = scene.with_unit(replace(scene.unit(line.owner), text=text))
    return scene.with_lines([*scene.lines[:start], line.written(text), *scene.lines[start + 1 :]])


def meta_at_head(scene: Scene, rng: Random) -> Scene:
    """Date, source or editor between title and body."""
    report = rng.choice(reports_of(scene))
    scene = _drop(scene, report, Slot.META)
    return _add(scene, body_of(scene, report)[0], Slot.META, _filled(rng.choice(_METAS), rng), report)


def meta_at_foot(scene: Scene, rng: Random) -> Scene:
    """Date, source or editor below the body."""
    report = rng.choice(reports_of(scene))
    scene = _drop(scene, report, Slot.META)
    return _add(scene, body_of(scene, report)[1], Slot.META, _filled(rng.choice(_METAS), rng), report)


def byline_at_foot(scene: Scene, rng: Random) -> Scene:
    """The author in brackets below the body."""
    report = rng.choice(reports_of(scene))
    scene = _drop(scene, report, Slot.BYLINE)
    text = _filled(
        rng.choice(
            (
                "（{a} {b}）",
                "（作者：{a}）",
                "（通讯员 {a}）",
                "（{a}）",
                "作者：{a} {b}",
                "（作者系云溪县委组织部干部）",
            )
        ),
        rng,
    )
    return _add(scene, body_of(scene, report)[1], Slot.BYLINE, text, report)


def kicker(scene: Scene, rng: Random) -> Scene:
    """A kicker above the title."""
    report = rng.choice(reports_of(scene))
    titles = scene.places(Slot.TITLE, report=report)
    if not titles or scene.places(Slot.KICKER, report=report):
        raise NotApplicable
    return _add(scene, titles[0], Slot.KICKER, rng.choice(invented.KICKERS), report)


def title_in_two_lines(scene: Scene, rng: Random) -> Scene:
    """A title of two phrases set in two lines."""
    titles = [
        n for n in scene.places(Slot.TITLE) if re.search(r"(?<=.{3})[ ，](?=.{4})", scene.lines[n].text)
    ]
    if not titles:
        raise NotApplicable
    place = rng.choice(titles)
    line = scene.lines[place]
    at = re.search(r"(?<=.{3})[ ，](?=.{4})", line.text)
    assert at
    first = line.written(line.text[: at.end()].rstrip())
    second = replace(line.written(line.text[at.end() :]), blank=rng.choice((0, 0, 1)))
    return scene.with_lines([*scene.lines[:place], first, second, *scene.lines[place + 1 :]])


def deck_without_dash(scene: Scene, rng: Random) -> Scene:
    """The deck has lost its dash."""
    decks = scene.places(Slot.DECK)
    if not decks:
        raise NotApplicable
    place = rng.choice(decks)
    line = scene.lines[place]
    return scene.with_lines(
        [*scene.lines[:place], line.written(line.text.lstrip("—")), *scene.lines[place + 1 :]]
    )


def title_marked(scene: Scene, rng: Random) -> Scene:
    """Title and deck carry the marks of Markdown."""
    lines = []
    for line in scene.lines:
        mark = {Slot.TITLE: "# ", Slot.DECK: "## "}.get(line.slot, "") if line.owner > 0 else ""
        lines.append(line.written(mark + line.text) if mark else line)
    return scene.with_lines(lines)
