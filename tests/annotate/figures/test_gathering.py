"""Figures of one indicator in several reports: compared, set side by side, never resolved."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from build_scripts.annotate.figures import Figure, read_figures
from build_scripts.annotate.figures.gathering import (
    Disagreement,
    bounds,
    disagreements,
    gather_figures,
    series,
)
from tests.annotate.figures.cases import page_of

TITLE = "云溪县基层工作见闻"


def read(*reports: str, date: str = "2021-11-17") -> dict[str, Sequence[Figure]]:
    return {
        f"report-{number}": read_figures(page_of(text, date=date, title=TITLE))
        for number, text in enumerate(reports)
    }


def differing(*reports: str) -> list[Disagreement]:
    return list(disagreements(gather_figures(read(*reports)), dates_of(*reports)))


def dates_of(*reports: str, date: str = "2021-11-17") -> dict[str, str]:
    return {f"report-{number}": date for number, _ in enumerate(reports)}


def test_figures_that_differ_stand_side_by_side() -> None:
    (found,) = differing("2020年全县新建村卫生室128个。", "2020年全县新建村卫生室131所。")
    assert (found.label, found.place) == ("新建村卫生室", "云溪县")
    assert [(one.report, one.figure.text) for one in found.figures] == [
        ("report-0", "128个"),
        ("report-1", "131所"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2020年全县新建村卫生室128个。", "2020年全县新建村卫生室128所。"),
        ("2020年全县有合作社198家。", "2020年全县有合作社近200家。"),
        ("2020年全县有合作社198家。", "2020年全县有合作社200家左右。"),
        ("2020年全县有合作社308家。", "2020年全县有合作社300余家。"),
        ("2020年全县油茶面积15234亩。", "2020年全县油茶面积1.5万亩。"),
        ("2020年全县油茶面积1.5万亩。", "2020年全县油茶面积1000公顷。"),
        ("2020年全县有合作社198家。", "2020年全县有合作社100家以上。"),
        # Another time, another place, another thing, no time at all, another change.
        ("2020年全县有合作社198家。", "2019年全县有合作社150家。"),
        ("2020年清江镇有合作社19家。", "2020年石桥镇有合作社12家。"),
        ("2020年全县有合作社198家。", "2020年全县有家庭农场150家。"),
        ("各地投入帮扶资金198万元。", "各地投入帮扶资金150万元。"),
        ("2020年全县粮食产量增长12%。", "2020年全县粮食产量下降3%。"),
        ("“十三五”期间投入资金9亿元。", "2020年投入资金2亿元。"),
    ],
)  # fmt: skip
def test_figures_that_agree_or_are_of_something_else(one: str, other: str) -> None:
    assert differing(one, other) == []


def test_what_is_said_without_a_time_is_of_the_year_of_the_report() -> None:
    reports = "全县有合作社198家。", "全县有合作社150家。"
    assert len(differing(*reports)) == 1
    assert list(disagreements(gather_figures(read(*reports, date="")))) == [], (
        "no date of the report, no time"
    )
    earlier = {"report-0": read(reports[0], date="2020-12-30")["report-0"]}
    assert list(disagreements(gather_figures(read("", reports[1], date="2021-01-04") | earlier))) == []
    (one,) = differing("截至2021年10月，全县有合作社198家。", reports[1])
    assert {reported.figure.value for reported in one.figures} == {"198", "150"}


def test_what_is_not_said_to_be_so_is_compared_but_not_drawn() -> None:
    old = "全县村党组织书记平均年龄43.6岁。", "全县村党组织书记平均年龄42.9岁。"
    assert len(differing(*old)) == 1
    found = gather_figures(read(*old))
    assert list(disagreements(found)) == [], "no dates of the reports, no time"
    years = "2018年平均年龄45.1岁。", "2019年平均年龄44.2岁。", "平均年龄42.9岁。"
    assert list(series(gather_figures(read(*years)))) == []


def test_what_fell_to_a_level_over_years_is_at_it_when_they_end() -> None:
    falling = "近三年全县村党组织书记平均年龄降到43.6岁。"
    assert len(differing(falling, "全县村党组织书记平均年龄42.9岁。")) == 1
    assert differing(falling, "2019年全县村党组织书记平均年龄45.1岁。") == []


def test_a_report_that_differs_from_itself_is_no_witness() -> None:
    texts = "2020年全县有合作社198家。2020年全县有合作社25家。", "2020年全县有合作社300家。"
    assert differing(*texts) == []


def test_periods_that_overlap_are_one_time() -> None:
    assert len(differing("2020年，全县有合作社198家。", "截至2020年底，全县有合作社150家。")) == 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("198名干部。", 198, 198),
        ("近200名干部。", 180, 200),
        ("300余名干部。", 300, 400),
        ("1.5万名干部。", 14_500, 15_500),
        ("约2000名干部。", 1800, 2200),
        ("3至5名干部。", 3, 5),
        ("不到50名干部。", 0, 50),
    ],
)
def test_between_which_values_the_true_one_lies(text: str, low: int, high: int) -> None:
    (figure,) = read_figures(page_of(text))
    assert bounds(figure) == (low, high)


def test_values_of_three_years_or_of_three_places_can_be_drawn() -> None:
    years = "2018年全县有合作社120家。", "2019年全县有合作社150家。", "2020年全县有合作社198家。"
    (found,) = series(gather_figures(read(*years)))
    assert (found.place, found.year) == ("云溪县", "")
    assert [one.figure.value for one in found.figures] == ["120", "150", "198"]
    towns = "2020年清江镇有合作社19家，石桥镇有合作社32家，南坪镇有合作社8家。"
    (found,) = series(gather_figures(read(towns)))
    assert (found.place, found.year) == ("", "2020")
    assert [one.figure.place for one in found.figures] == ["石桥镇", "清江镇", "南坪镇"]


def test_a_state_of_things_without_a_time_is_drawn_in_the_year_of_its_report() -> None:
    years = "2018年全县有合作社120家。", "2019年全县有合作社150家。"
    (found,) = series(gather_figures(read(*years, "全县有合作社198家。")))
    assert [(one.figure.value, one.figure.period.basis) for one in found.figures] == [
        ("120", "stated"),
        ("150", "stated"),
        ("198", "report"),
    ]
    assert list(series(gather_figures(read(*years, "全县新建合作社198家。")))) == []


def test_a_chart_draws_both_of_two_figures_that_disagree() -> None:
    years = "2018年全县有合作社120家。", "2019年全县有合作社150家。", "2020年全县有合作社198家。"
    (found,) = series(
        gather_figures(read(*years, "2020年全县有合作社近260家。", "2019年全县有合作社约150家。"))
    )
    assert [one.figure.text for one in found.figures] == ["120家", "150家", "198家", "近260家"]


def test_two_values_are_no_series() -> None:
    assert list(series(gather_figures(read("2018年有合作社120家。", "2019年有合作社150家。")))) == []


def test_the_order_of_reports_changes_nothing() -> None:
    reports = read("2020年全县有合作社198家。", "2020年全县有合作社150家。")
    backwards = dict(reversed(reports.items()))
    assert gather_figures(reports) == gather_figures(backwards)
