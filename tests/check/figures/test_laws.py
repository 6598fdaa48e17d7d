"""Laws: any text is read, in linear time; a figure written by a simple renderer is never flagged, another in
its place always is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from build_scripts.check.figures import compare_figures, quantities
from build_scripts.check.figures.english import figures
from build_scripts.codes import severity
from build_scripts.diagnostics import Severity
from build_scripts.quantities.numerals import numerals

_PIECES = st.sampled_from(
    [
        *"零一二三四五六七八九十百千万亿两半几数多余近约第至—、，。“”《》〔〕0123456789.,%+:-/ ",
        *"年月日时亩元户人个翻番倍成折后",
        *(
            "分之",
            "百分点",
            "以上",
            "世纪",
            "年代",
            "半年",
            "增长到",
            "one",
            "hundred",
            "million",
            "and",
            "a",
            "half",
        ),
        *("third", "dozen", "to", "from", "yuan", "per cent", "March", "st"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(_PIECES, max_size=80).map("".join), st.lists(_PIECES).map(" ".join)
)

_DIGITS = "零一二三四五六七八九"


def chinese(value: int) -> str:
    """The numeral of a value below 10,000, written as a person writes it: 一百零五, 三百二十, 十二."""
    written, zero = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, scale)
        if digit:
            written += ("零" if zero and written else "") + _DIGITS[digit] + name
        zero = digit == 0
    return written.removeprefix("一") if written.startswith("一十") else written


def grouped(value: int) -> str:
    """With commas: 12,345."""
    return f"{value:,}"


def in_wan(value: int) -> str:
    """As Chinese gives large numbers: 1.2万, 3.45亿."""
    scale, name = (10**8, "亿") if value >= 10**8 else (10**4, "万")
    return f"{float(Fraction(value, scale)):.10g}{name}"


def in_millions(value: int) -> str:
    """As English gives large numbers: 1.2 million, 3 billion."""
    scale, name = (10**9, "billion") if value >= 10**9 else (10**6, "million")
    return f"{float(Fraction(value, scale)):.10g} {name}"


def codes(zh: str, en: str) -> list[str]:
    """The codes of the faults."""
    return [fault.code for fault in compare_figures(zh, en)]


def warns(zh: str, en: str) -> bool:
    """Whether one of the faults is a warning."""
    return any(severity(code).at_least(Severity.WARNING) for code in codes(zh, en))


@given(TEXTS, TEXTS)
def test_any_text_is_read(zh: str, en: str) -> None:
    compare_figures(zh, en)


@given(TEXTS)
def test_quantities_stand_in_the_text_in_order(text: str) -> None:
    found = quantities(text)
    assert all(text[q.start : q.end] == q.text and q.start < q.end for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)


@given(TEXTS)
def test_figures_stand_in_the_text_in_order(text: str) -> None:
    found = figures(text)
    assert all(text[f.start : f.end] == f.text and f.readings for f in found)
    assert all(one.start < other.start for one, other in pairwise(found))


@given(st.integers(1, 9999))
def test_numerals_are_read_as_written(value: int) -> None:
    (found,) = numerals(chinese(value))
    assert found.value == value


UNITS = [
    ("亩", "mu"),
    ("元", "yuan"),
    ("公里", "kilometres"),
    ("吨", "tonnes"),
    ("户", "households"),
    ("天", "days"),
]
RENDERERS: list[tuple[Callable[[int], str], Callable[[int], str], int, int]] = [
    (str, grouped, 3, 9999),
    (str, str, 3, 9999),
    (chinese, grouped, 3, 9999),
    (in_wan, grouped, 10**4, 10**9),
    (in_wan, in_millions, 10**6, 10**11),
]


@given(st.data(), st.sampled_from(RENDERERS), st.sampled_from(UNITS))
def test_the_same_value_is_never_flagged_and_another_always(
    data: st.DataObject,
    renderer: tuple[Callable[[int], str], Callable[[int], str], int, int],
    unit: tuple[str, str],
) -> None:
    zh_number, en_number, least, most = renderer
    # No more digits than people write: 3.45亿.
    round_to = 10 ** max(0, len(str(least)) - 3)
    value = data.draw(st.integers(least // round_to, most // round_to)) * round_to
    wrong = data.draw(
        st.one_of(
            st.just(value * 10), st.integers(least // round_to, most // round_to).map(lambda n: n * round_to)
        )
    )
    assume(wrong != value)
    zh = f"全县共{zh_number(value)}{unit[0]}。"
    assert codes(zh, f"The county has {en_number(value)} {unit[1]}.") == []
    # A figure that rounds the other is a note.
    rounds = "T026" in codes(zh, f"The county has {en_number(wrong)} {unit[1]}.")
    assert rounds or warns(zh, f"The county has {en_number(wrong)} {unit[1]}.")
    assert warns(zh, f"The county has many {unit[1]}.")


@given(st.integers(1, 99), st.integers(1, 99))
def test_shares(value: int, other: int) -> None:
    assume(value != other)
    zh = f"占{value}%。"
    assert codes(zh, f"It is {value}%.") == codes(zh, f"It is {value} per cent.") == []
    assert warns(zh, f"It is {other}%.")


DATES = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DATES, DATES)
def test_dates(day: date, other: date) -> None:
    assume(day != other)
    zh = f"{day.year}年{day.month}月{day.day}日。"
    assert codes(zh, f"On {day.day} {day:%B %Y}.") == []
    assert warns(zh, f"On {other.day} {other:%B %Y}.")


HOSTILE_ZH = [
    "一",
    "十",
    "万",
    "百千",
    "3",
    "3.",
    "3,",
    "“",
    "《一",
    "三会",
    "3月",
    "2日",
    "近",
    "至",
    "3至",
    "1+",
    "第",
    "半",
    "分之",
    "〔2018〕",
    "比",
    "、",
    "2018—",
]
HOSTILE_EN = [
    "one ",
    "hundred ",
    "and ",
    "3,",
    "3.",
    "3 to ",
    "1+",
    "a ",
    "half a ",
    "March ",
    "3 million ",
    "2018–",
    "](",
    "<!--",
    "to ",
    "from 3 ",
    "I",
    "X",
    "3% and ",
    "(3 ",
]


@pytest.mark.parametrize("piece", [*HOSTILE_ZH, *HOSTILE_EN])
def test_a_long_text_of_the_same_piece_is_compared_to_its_end(piece: str) -> None:
    """What patterns stumble over: one that looked at everything from everywhere would not end here."""
    text = piece * 600
    assert all(fault.message for fault in compare_figures(text, text))
