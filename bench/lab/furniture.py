"""Furniture of pages and sites: lines that were never part of the report, in many houses' manners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from . import invented
from .base import body_of, reports_of
from .model import Line, NotApplicable, Run, Scene, Slot, Unit
from .sites import LINES, traditional

_WEEKDAYS = "一二三四五六日"
_SHEETS = ("要闻", "综合", "深度", "党建", "乡村振兴", "民生", "时政", "副刊", "专题")


def running_head(rng: Random) -> str:
    """The running head of a newspaper page."""
    year, month, day = invented.date(rng)
    weekday, sheet = rng.choice(_WEEKDAYS), rng.randint(1, 16)
    paper, page = rng.choice(invented.PAPERS), rng.choice(_SHEETS)
    editor, artist = invented.names(rng, 2).split()
    day_of_week = f"{year}年{month}月{day}日 星期{weekday}"
    return rng.choice(
        (
            f"{year}年{month}月{day}日 星期{weekday} 第{sheet:02}版",
            f"{paper} {year}年{month}月{day}日 星期{weekday} {sheet:02}版 {page}",
            f"{year}年{month}月{day}日　星期{weekday}　{page}　第{sheet}版",
            f"第{sheet:02}版：{page}",
            f"{sheet:02} {page} {paper} {year}.{month}.{day} 星期{weekday}",
            f"{paper} | {day_of_week} | 责编 {editor} 版式 {artist}",
            f"A{sheet:02}·{page} {year}-{month:02}-{day:02} 星期{weekday}",
            f"星期{weekday} {year}年{month}月{day}日 {paper}",
            f"{year}年{month}月{day}日 农历正月初八 星期{weekday} 今日{sheet}版",
            f"责任编辑：{editor} 美术编辑：{artist} {day_of_week} 第{sheet}版",
        )
    )


def folio(rng: Random) -> str:
    """A page number."""
    page = rng.randint(2, 38)
    forms = (
        f"- {page} -", f"—{page}—", f"— {page} —", f"– {page} –", f"·{page}·", f"{page}",
        f"{page}/{page + 5}", f"第{page}页", f"第 {page} 页 共 {page + 3} 页", f"第{page}页/共{page + 2}页",
        f"Page {page}",
    )  # fmt: skip
    return rng.choice(forms)


def picture_mark(rng: Random) -> str:
    """What an extraction leaves of a picture."""
    return rng.choice(LINES["image-links"])


def page_header(scene: Scene, place: int, rng: Random) -> Scene:
    """A running head put at ``place``."""
    return scene.add_extras(place, [running_head(rng)], "page header")


def page_number(scene: Scene, place: int, rng: Random) -> Scene:
    """A page number put at ``place``."""
    return scene.add_extras(place, [folio(rng)], "page number")


def placeholder(scene: Scene, place: int, rng: Random) -> Scene:
    """The placeholder of a picture put at ``place``."""
    return scene.add_extras(place, [picture_mark(rng)], "placeholder")


def _script(texts: Sequence[str], rng: Random) -> list[str]:
    """Furniture of a site in traditional characters one time in three."""
    return [traditional(text) for text in texts] if rng.random() < 1 / 3 else list(texts)


def _fill(text: str, rng: Random) -> str:
    year, month, day = invented.date(rng)
    return text.format(
        title=rng.choice(invented.TITLES), other=rng.choice(invented.TITLES), number=rng.randint(3, 99999),
        year=year,
        date=f"{year}-{month:02}-{day:02}", name=invented.name(rng), paper=rng.choice(invented.PAPERS),
    )  # fmt: skip


def _lines_of(kind: str, rng: Random, least: int = 1, most: int = 2) -> list[str]:
    return [_fill(text, rng) for text in rng.sample(LINES[kind], rng.randint(least, most))]


def top(scene: Scene, kind: str, rng: Random, most: int = 2) -> Scene:
    """Furniture above the first report."""
    return scene.add_extras(0, _script(_lines_of(kind, rng, 1, most), rng), kind)


def foot(scene: Scene, kind: str, rng: Random, most: int = 2) -> Scene:
    """Furniture below the last report, its lines close together or apart."""
    return scene.add_extras(
        len(scene.lines), _script(_lines_of(kind, rng, 1, most), rng), kind, blank=rng.choice((0, 1))
    )


def below_head(scene: Scene, kind: str, rng: Random) -> Scene:
    """Furniture between head and body."""
    report = rng.choice(reports_of(scene))
    return scene.add_extras(body_of(scene, report)[0], _script(_lines_of(kind, rng, 1, 1), rng), kind)


def navigation(scene: Scene, rng: Random) -> Scene:
    """Paths and menus of a site above the report."""
    return top(scene, "navigation", rng)


def sharing(scene: Scene, rng: Random) -> Scene:
    """Share, print and type-size bars below the head, above or below all."""
    return rng.choice((below_head, top, foot))(scene, "sharing", rng)


def previous_next(scene: Scene, rng: Random) -> Scene:
    """Links to the article before and after."""
    return scene.add_extras(
        len(scene.lines),
        _script([_fill(t, rng) for t in rng.choice(PAIRS)], rng),
        "previous-next",
        blank=rng.choice((0, 1)),
    )


PAIRS = (
    ("上一篇：{title}", "下一篇：{other}"),
    ("上一条：{title}", "下一条：没有了"),
    ("【上一篇】{title}", "【下一篇】{other}"),
    ("上一篇", "下一篇"),
    ("上一篇: 没有了", "下一篇: {title}"),
    ("前一篇：{title}", "后一篇：{other}"),
    ("« 上一篇：{title}", "下一篇：{other} »"),
    ("上一版  下一版",),
    ("上一篇 {title}", "下一篇 {other}"),
    ("< 上一页 1 2 3 下一页 >",),
)
_LIST_HEADS = (
    "相关阅读",
    "相关新闻：",
    "延伸阅读：",
    "热门推荐",
    "最新资讯",
    "猜你喜欢",
    "相关链接",
    "推荐阅读 >>",
    "本栏目最新文章",
    "更多新闻 >>",
)
_BULLETS = ("", "· ", "• ", "", "[图文] ", "1. ")


def related(scene: Scene, rng: Random) -> Scene:
    """A list of other articles below the report."""
    dated, bullet = rng.random() < 0.5, rng.choice(_BULLETS)
    lines = [rng.choice(_LIST_HEADS)]
    for number, title in enumerate(rng.sample(invented.TITLES, rng.randint(2, 5)), start=1):
        year, month, day = invented.date(rng)
        mark = f"{number}. " if bullet == "1. " else bullet
        lines.append(f"{mark}{title}" + (f" {year}-{month:02}-{day:02}" if dated else ""))
    return scene.add_extras(len(scene.lines), _script(lines, rng), "related", blank=rng.choice((0, 1)))


def copyright_lines(scene: Scene, rng: Random) -> Scene:
    """Copyright, sponsors, disclaimers."""
    return foot(scene, "copyright", rng, 3)


def registration(scene: Scene, rng: Random) -> Scene:
    """ICP and police registrations, licences."""
    return foot(scene, "icp", rng, 3)


def counters(scene: Scene, rng: Random) -> Scene:
    """Visitors and clicks, below the head or at the foot."""
    return rng.choice((below_head, foot))(scene, "counters", rng)


def image_links(scene: Scene, rng: Random) -> Scene:
    """Links and words that stand for pictures, between paragraphs."""
    for _ in range(rng.randint(1, 3)):
        start, end = body_of(scene, rng.choice(reports_of(scene)))
        scene = scene.add_extras(rng.randint(start, end), [_fill(picture_mark(rng), rng)], "image link")
    return scene


def editors(scene: Scene, rng: Random) -> Scene:
    """Editors' marks at the foot: kept as metadata or removed, both are right."""
    unit = Unit(
        scene.new_unit(),
        reports_of(scene)[-1],
        ("metadata",),
        _fill(rng.choice(LINES["editors"]), rng),
        may_go=True,
    )
    line = Line(Slot.META, (Run(unit.text, unit.id),), report=unit.report)
    return replace(scene, lines=(*scene.lines, line), units=(*scene.units, unit))


def whole_page(scene: Scene, rng: Random) -> Scene:
    """A saved page of a site: furniture of most kinds around the report."""
    top_kinds = rng.sample((navigation, sharing, counters), 2)
    foot_kinds = rng.sample((editors, previous_next, related, copyright_lines, registration), 4)
    for put in (*top_kinds, *foot_kinds):
        scene = put(scene, rng)
    return scene


def page_heads(scene: Scene, rng: Random) -> Scene:
    """Running heads and page numbers between paragraphs, as a print of several pages has them."""
    start, end = body_of(scene, rng.choice(reports_of(scene)))
    if end - start < 4:
        raise NotApplicable
    for place in sorted(rng.sample(range(start + 1, end), min(3, end - start - 1)), reverse=True):
        scene = rng.choice((page_header, page_number))(scene, place, rng)
    return scene
