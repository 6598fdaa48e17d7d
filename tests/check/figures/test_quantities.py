"""The figures of a Chinese text as other parts use them: value, unit, measure, exactness, trend, place."""

from __future__ import annotations

from fractions import Fraction

import pytest

from build_scripts.check.figures import Approx, Quantity, Trend, quantities


def only(text: str) -> Quantity:
    """The one figure of ``text``."""
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure"),
    [
        ("3.2亿元", 320_000_000, "cny", "元"),
        ("１．２万亩", 12_000, "mu", "亩"),
        ("三百二十户", 320, "household", "户"),
        ("一百零五人", 105, "person", "人"),
        ("两千三百名", 2_300, "person", "名"),
        ("1.2万亿元", 1_200_000_000_000, "cny", "元"),
        ("3亿5000万元", 350_000_000, "cny", "元"),
        ("20 公里", 20, "km", "公里"),
        ("12项", 12, "", "项"),
        ("两个半小时", Fraction(5, 2), "h", "个小时"),
        ("0.5个百分点", Fraction(1, 2), "pp", "个百分点"),
        ("三成五", Fraction(7, 20), "%", "成"),
    ],
)
def test_value_unit_and_measure(text: str, value: Fraction, unit: str, measure: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.measure) == (value, unit, measure)
    assert (found.start, found.end, found.text) == (0, len(text), text)


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("300人", Approx.EXACT),
        ("300多人", Approx.OVER),
        ("三百余人", Approx.OVER),
        ("超过300人", Approx.OVER),
        ("近300人", Approx.NEARLY),
        ("约300人", Approx.ABOUT),
        ("300人左右", Approx.ABOUT),
        ("300人以上", Approx.LEAST),
        ("不少于300人", Approx.LEAST),
        ("300人以下", Approx.MOST),
        ("不超过300人", Approx.MOST),
        ("不到300人", Approx.UNDER),
        ("满300人", Approx.FULL),
    ],
)
def test_exactness(text: str, approx: Approx) -> None:
    found = only(text)
    assert found.approx is approx
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("增长到50%", Trend.UP_TO),
        ("增长了50%", Trend.UP_BY),
        ("增长50%", Trend.UP_BY),
        ("降至50%", Trend.DOWN_TO),
        ("减少50%", Trend.DOWN_BY),
        ("比上届小3岁", Trend.DOWN_BY),
        ("共有50%", Trend.NONE),
        ("至少50%", Trend.NONE),
    ],
)
def test_trend(text: str, trend: Trend) -> None:
    assert only(text).trend is trend


def test_ranges_have_two_ends() -> None:
    found = only("10至20万元")
    assert (found.value, found.high, found.unit) == (100_000, 200_000, "cny")
    assert (only("3—5年").value, only("3—5年").high) == (3, 5)


def test_a_list_shares_its_unit() -> None:
    assert [(q.value, q.unit) for q in quantities("5、6和7公里")] == [(5, "km"), (6, "km"), (7, "km")]


@pytest.mark.parametrize("text", ["千方百计", "“三会一课”", "一些", "一把手", "统一", "四面八方", "五保户"])
def test_what_is_no_figure_is_loose(text: str) -> None:
    assert all(found.loose for found in quantities(text))


@pytest.mark.parametrize("text", ["四川", "百姓", "十分", "5G网络", "G60高速", "见 http://example.org/123"])
def test_what_is_no_figure_is_not_wanted(text: str) -> None:
    assert not [found for found in quantities(text) if not found.loose]
