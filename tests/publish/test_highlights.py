"""Figures for the first page: chosen by rules, shown with their sentence in both languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.figures import read_figures
from build_scripts.annotate.figures.gathering import gather_figures
from build_scripts.annotate.figures.rows import FigureRow, report_of, rows_of
from build_scripts.annotate.lexicon import EMPTY
from build_scripts.publish.figures_data import page_data
from build_scripts.publish.figures_file import FiguresShown, parse_figures
from build_scripts.publish.highlights_data import MOST, choose_highlights
from build_scripts.sync.page import parse
from build_scripts.sync.text import quotation, zh_hash


def rows(reports: Mapping[str, tuple[str, str, str]]) -> dict[str, tuple[FigureRow, ...]]:
    """The figures of reports, each a date, a paragraph, and its English by a person."""
    made = {}
    for name, (date, zh, en) in reports.items():
        head = f"---\ntitle: 云溪县见闻\ntitle_en: Yunxi\ndate: {date}\n---\n\n<!-- report {name} -->\n\n"
        mark = "human" if en else "todo"
        page = parse(
            f"{head}<!-- zh {zh_hash(zh)} paragraph -->\n\n{quotation(zh)}\n<!-- en {mark} -->\n\n{en}\n"
        )
        figures = read_figures(annotate_page(name, page, EMPTY))
        made[name] = tuple(rows_of(report_of(name, page, ()), page, figures, EMPTY))
    return made


def chosen(reports: Mapping[str, tuple[str, str, str]]) -> list[list[tuple[str, str]]]:
    found = rows(reports)
    indicators = gather_figures({name: [row.figure for row in of] for name, of in found.items()})
    shared = [one for one in indicators if one.reports > 1]
    return [
        [(one.row.report.id, one.row.figure.text) for one in group]
        for group in choose_highlights(found, shared)
    ]


ROAD = ("2019-05-01", "2018年全县新修公路120公里。", "In 2018 the county built 120 kilometres of road.")
CLINICS = ("2021-05-01", "2020年全县新建村卫生室128个。", "In 2020 the county built 128 village clinics.")
OLD = ("2018-02-01", "2017年全县新建村卫生室31个。", "In 2017 the county built 31 village clinics.")


def test_indicators_of_several_reports_come_first_then_the_newest_reports() -> None:
    assert chosen({"road": ROAD, "clinics": CLINICS, "old": OLD}) == [
        [("clinics", "128个"), ("old", "31个")],
        [("road", "120公里")],
    ]
    assert chosen({"road": ROAD, "clinics": CLINICS}) == [[("clinics", "128个")], [("road", "120公里")]]


def test_the_order_of_reports_changes_nothing() -> None:
    reports = {"road": ROAD, "clinics": CLINICS, "old": OLD}
    assert chosen(reports) == chosen(dict(reversed(reports.items())))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2020年全县新建村卫生室128个。", ""),
        ("全县修路。2020年新建村卫生室128个。", "Roads and clinics were built, 128 of them in 2020."),
        ("2020年全县新建村卫生室3个。", "In 2020 the county built three village clinics."),
        (f"2020年{'山里' * 50}新建村卫生室128个。", "In 2020 the hills got 128 village clinics."),
        ("全县来了128人。", "128 people came to the county."),
    ],
    ids=["no English", "sentences that do not pair", "a small number", "a long sentence", "of what?"],
)
def test_what_says_too_little_by_itself_is_no_highlight(zh: str, en: str) -> None:
    assert chosen({"one": ("2021-05-01", zh, en)}) == []


def test_there_are_no_more_than_the_page_can_ask_for() -> None:
    many = {
        f"r{n:02}": ("2021-05-01", f"2020年全县新建{n}号桥{n + 20}座。", f"{n + 20} bridges.")
        for n in range(30)
    }
    assert len(chosen(many)) <= MOST


def shown(reports: Mapping[str, tuple[str, str, str]]) -> FiguresShown:

    return parse_figures(json.dumps(page_data(rows(reports), EMPTY)))


def test_a_highlight_leads_to_its_paragraph_and_says_both_languages(render: Any) -> None:
    context = replace(render.context(), figures=lambda: shown({"clinics": CLINICS, "old": OLD}))
    items = render("<!-- highlights 4 -->", context).select(".dz-highlights > li")
    assert len(items) == 1
    links = [link["href"] for link in items[0].select("a")]
    assert links == [
        f"/reports/{name}.md#u-{zh_hash(zh)}" for name, zh in (("clinics", CLINICS[1]), ("old", OLD[1]))
    ]
    text = items[0].get_text(" ", strip=True)
    assert (
        "新建村卫生室 2 篇报告 2 reports" in text and "In 2017 the county built 31 village clinics." in text
    )
    assert [mark.get_text() for mark in items[0].select("mark")] == ["128个", "31个"]


def test_without_figures_there_is_nothing(render: Any) -> None:
    assert render("<!-- highlights 4 -->", render.context()).get_text(strip=True) == ""
    assert (
        parse_figures('{"schema": "duizhao.figures-page/1", "highlights": [[{"text": 3}], 4]}').highlights
        == ()
    )
