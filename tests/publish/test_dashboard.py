"""The page on progress: its figures, its size however many reports, and that it needs no script and style."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup

from build_scripts.publish.context import Context
from build_scripts.publish.site import parse_site
from build_scripts.status import Finding, Progress


def counts(**given: int) -> dict[str, int]:
    return {"todo": 0, "machine": 0, "human": 0, "reviewed": 0, "stale": 0, "orphan": 0} | given


YUNXI = counts(human=1, reviewed=1, machine=2, stale=1, todo=5, orphan=9)
STATE = Progress(
    {"yunxi": YUNXI, "qingjiang": counts(machine=30)},
    {"jianfu": ("yunxi",), "bianmin": ("qingjiang",)},
    (Finding("yunxi", 12, "u-da910a3d", "T002", "12 → 13 <b>"), Finding("yunxi", 90, "", "T003", "gone")),
)


def board(render: Any, state: Progress | None, context: Context | None = None) -> BeautifulSoup:
    page: BeautifulSoup = render(
        "# x\n\n<!-- dashboard -->", replace(context or render.context(), progress=lambda: state)
    )
    return page


def test_reports_that_need_a_person_come_first_and_link_to_their_findings(render: Any) -> None:
    page = board(render, STATE)
    table = page.select_one("#reports ~ table")
    rows = table.select("tbody tr")
    assert [row.select_one("a")["href"] for row in rows] == ["/reports/yunxi.md", "/reports/qingjiang.md"]
    assert [cell.get_text() for cell in rows[0].select(".dz-number")] == ["2", "2", "1", "5", "2"]
    assert rows[0].select_one(".dz-mark--machine"), "a machine's title is marked here too"
    listed = rows[0].select("details li")
    assert listed[0].select_one("a[href='/reports/yunxi.md#u-da910a3d']")
    assert "12 → 13 <b>" in listed[0].get_text()
    assert len(listed[1].select("a")) == 1, "what is not published has no place to go to"


def test_themes_and_codes_are_summed_up(render: Any) -> None:
    page = board(render, STATE)
    rows = page.select_one("#themes ~ table").select("tbody tr")
    row = next(row for row in rows if row.select_one("th a")["href"] == "/themes/jianfu.md")
    assert [cell.get_text() for cell in row.select(".dz-number")] == ["2", "2", "1", "5", "2"]
    codes = page.select_one("#findings ~ table").select("tbody tr")
    assert [row.select_one("a")["href"] for row in codes] == ["/codes.md#t002", "/codes.md#t003"]
    assert [cell.get_text() for cell in codes[0].select(".dz-number")] == ["1", "1"]


def test_bars_add_up_and_say_the_same_in_words(render: Any) -> None:
    bar = board(render, STATE).select_one("#reports ~ table svg")
    parts = {rect["class"][0]: (int(rect["x"]), int(rect["width"])) for rect in bar.select("rect")}
    assert parts == {
        "dz-bar--reviewed": (0, 100), "dz-bar--human": (100, 100), "dz-bar--machine": (200, 200),
        "dz-bar--stale": (400, 100), "dz-bar--todo": (500, 500),
    }  # fmt: skip
    assert bar["role"] == "img"
    assert bar["aria-label"].startswith("已校 reviewed 10%，人译 human 10%，机译 machine 20%")


def test_nothing_of_it_is_searched_for_and_nothing_is_styled_in_place(render: Any) -> None:
    page = board(render, STATE)
    assert all(table.has_attr("data-search-exclude") for table in page.select("table"))
    assert not page.select("[style], script")


def test_ten_thousand_reports_make_a_small_page(render: Any) -> None:
    site = {"schema": "duizhao.site/1", "reports": {}, "themes": {}, "terms": {}}
    names = [f"r{number:05}" for number in range(10_000)]
    site["reports"] = {name: {"title": "题目" * 8, "title_en": "A title " * 8} for name in names}
    findings = tuple(Finding(name, line, "u-1", "T002", "words " * 20) for name in names for line in range(9))
    state = Progress({name: counts(todo=number) for number, name in enumerate(names)}, {}, findings)
    page = board(render, state, Context(site=parse_site(json.dumps(site))))
    assert len(page.select("#reports ~ table")[0].select("tbody tr")) == 100
    assert page.select_one("#reports ~ table a")["href"] == "/reports/r09999.md"
    assert len(str(page)) < 300_000
    assert "10,000" in page.select_one(".dz-board-note").get_text()


def test_shares_are_honest(render: Any) -> None:
    state = Progress({"yunxi": counts(human=1, machine=9999)}, {}, ())
    legend = board(render, state).select_one(".dz-board-summary").get_text()
    assert (
        "人译 human 1 · <1%" in legend
        and "机译 machine 9,999 · >99%" in legend
        and "untranslated 0 · 0%" in legend
    )


def test_without_data_the_page_says_so(render: Any) -> None:
    for state in (None, Progress()):
        assert board(render, state).select_one(".dz-empty")
