"""Shapes of a body: run-in leads, numbered measures, caption lists, tables."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from . import invented
from .base import body_of, reports_of
from .model import Line, NotApplicable, Run, Scene, Slot, Unit
from .order import paragraph_runs

_LEADS = (
    "把账算在明处。",
    "“夜门诊”亮起来了。",
    "选准带头人。",
    "老办法管用，新办法更灵。",
    "让数据多跑路。",
    "“三会一课”严起来了。",
    "小切口解决大问题。",
    "钱花在刀刃上。",
    "一把尺子量到底。",
    "“冷板凳”坐热了。",
    "盯住末梢。",
    "人才引得来、留得住。",
)
_DASHES = ("——", "——", "●", "■", "◆ ", "--", "")
_NUMBERS = ("{n}、", "{n}.", "{n}．", "（{n}）", "({n})", "{n}) ")
_TABLES = (
    (
        "项目 上年 本年 增长",
        "粮食总产（万吨） 31.2 32.6 4.5%",
        "农民人均可支配收入（元） 17820 19416 9.0%",
        "村级集体收入（万元） 860 1120 30.2%",
    ),
    ("乡镇 户数 完成率", "石桥镇 1204 98%", "清溪乡 876 95%", "大岭镇 1533 100%", "河口镇 642 91%"),
    (
        "序号 措施 责任单位 时限",
        "1 修建产业路 县交通局 6月底",
        "2 改造老旧管网 县住建局 9月底",
        "3 增设助餐点 县民政局 年底",
    ),
)


def _some_run(scene: Scene, rng: Random) -> list[int]:
    """Three to five paragraphs directly below each other, of one report."""
    runs = [run for report in reports_of(scene) for run in paragraph_runs(scene, report) if len(run) >= 3]
    if not runs:
        raise NotApplicable
    run = rng.choice(runs)
    return run[: rng.randint(3, min(5, len(run)))]


def run_in_leads(scene: Scene, rng: Random) -> Scene:
    """Paragraphs begin with a short sentence that sums them up; a dash, a bullet or nothing before it."""
    run = _some_run(scene, rng)
    dash = rng.choice(_DASHES)
    lines = list(scene.lines)
    for place, lead in zip(run, rng.sample(_LEADS, len(run)), strict=True):
        unit = scene.unit(lines[place].owner)
        text = lead + unit.text
        roles = ("list_item",) if dash else ("list_item", "paragraph")
        scene = scene.with_unit(replace(unit, text=text, roles=roles))
        lines[place] = replace(lines[place].written(dash + text), slot=Slot.ITEM)
    return scene.with_lines(lines)


def numbered_measures(scene: Scene, rng: Random) -> Scene:
    """Paragraphs numbered as measures."""
    run = _some_run(scene, rng)
    pattern = rng.choice(_NUMBERS)
    lines = list(scene.lines)
    for number, place in enumerate(run, start=1):
        unit = scene.unit(lines[place].owner)
        shown = pattern.format(n=number) + unit.text
        scene = scene.with_unit(replace(unit, roles=("list_item",), readings=(*unit.readings, shown)))
        lines[place] = replace(lines[place].written(shown), slot=Slot.ITEM)
    return scene.with_lines(lines)


def caption_list(scene: Scene, rng: Random) -> Scene:
    """The captions of a page, numbered, in one list below the body."""
    report = rng.choice(reports_of(scene))
    place = body_of(scene, report)[1]
    label = rng.choice(("图{n} {text}", "图{n}：{text}", "图{n}　{text}", "（图{n}）{text}"))
    for number in range(rng.randint(2, 4), 0, -1):
        text = label.format(n=number, text=invented.caption(rng).lstrip("▲图为①② "))
        unit = Unit(scene.new_unit(), report, ("caption",), text)
        line = Line(Slot.CAPTION, (Run(text, unit.id),), report=report, blank=0 if number > 1 else 1)
        at = max(n for n, known in enumerate(scene.units) if known.report == report) + 1
        scene = replace(scene.insert(place, [line]), units=(*scene.units[:at], unit, *scene.units[at:]))
    return scene


def table(scene: Scene, rng: Random) -> Scene:
    """A table between two paragraphs: its rows stay, as they stand."""
    report = rng.choice(reports_of(scene))
    start, end = body_of(scene, report)
    if end - start < 3:
        raise NotApplicable
    place = rng.randint(start + 1, end - 1)
    way = rng.choice(("| {} |", "{}", "{}", "{}"))
    between = " | " if way.startswith("|") else rng.choice(("\t", "    ", "　　"))
    above = scene.lines[place - 1].owner
    at = next((n for n, known in enumerate(scene.units) if known.id == above), len(scene.units) - 1) + 1
    for number, row in enumerate(rng.choice(_TABLES)):
        text = way.format(between.join(row.split()))
        unit = Unit(scene.new_unit(), report, ("paragraph",), text, loose=True)
        line = Line(Slot.TABLE, (Run(text, unit.id),), report=report, blank=0 if number else 1)
        units = (*scene.units[: at + number], unit, *scene.units[at + number :])
        scene = replace(scene.insert(place + number, [line]), units=units)
    return scene
