"""What holds for any text whatever: places are true, values exact, the work linear, the same each time."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.figures import read_figures
from build_scripts.annotate.figures.model import CHANGES, exact_text
from build_scripts.annotate.figures.periods import When, periods
from tests.annotate.figures.cases import page_of

_WORDS = """
全县 该镇 云溪县 2020年 去年 五年间 截至2021年3月底 新建 村卫生室 128个 3.2亿元 近百名 数十 三分之一 12%
从6%升到 翻两番 3—5户 （个） “一肩挑” 《办法》 <b> =1+1
"""
_PIECES = st.sampled_from([*"，。；！的了个名户元亩年月日占有从到比增降𠀀\n", *_WORDS.split()])
TEXTS = st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from(["", "2021-11-17", "2021", "vorgestern"]))
def test_a_figure_stands_where_it_says(text: str, date: str) -> None:
    for figure in read_figures(page_of(text, date=date)):
        assert text[figure.start : figure.end] == figure.text != ""
        first, last = figure.sentence
        assert first <= figure.start < figure.end
        assert figure.start < last
        assert figure.change in CHANGES
        assert exact_text(Fraction(figure.value)) == figure.value
        assert figure.unit
        assert "\n" not in figure.counts


@given(TEXTS, TEXTS)
def test_the_same_page_gives_the_same_figures(one: str, other: str) -> None:
    assert read_figures(page_of(one, other)) == read_figures(page_of(one, other))


@given(TEXTS)
def test_periods_do_not_overlap_and_are_in_order(text: str) -> None:
    end = 0
    for named in periods(text, When("2021-11-17", "2020", "2020")):
        assert end <= named.start < named.end <= len(text)
        end = named.end
        period = named.period
        assert not (period.start and period.end) or period.start[:4] <= period.end[:4] or "年" in period.text


@given(st.fractions(min_value=-(10**15), max_value=10**15))
def test_a_value_written_exactly_is_the_value(value: Fraction) -> None:
    assert Fraction(exact_text(value)) == value


@pytest.mark.parametrize(
    "piece",
    [
        "12个",
        "2020年",
        "去年",
        "云溪县",
        "3.2亿元，",
        "从6%升到9%",
        "的",
        "一个",
        "（",
        "“",
        "全县",
        "、12名干部",
    ],
)
def test_long_hostile_texts_end(piece: str) -> None:
    text = piece * 1000
    figures = read_figures(page_of(text))
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
