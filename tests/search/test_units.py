"""Texts and queries divided into units and tokens: the same in Python and, in the browser, in JavaScript."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.search.syllables import divided
from build_scripts.search.tokens import phrases
from build_scripts.search.units import folded, runs, stretches

CASES = json.loads((Path(__file__).parent / "units.json").read_text(encoding="utf-8"))
CHARACTERS = st.text(st.sampled_from("乡村振兴发發12+%. ，。“”aBé½Ⅱ㎡'’-\n"), max_size=30)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_runs_of_units(case: dict[str, object]) -> None:
    assert [[unit.text for unit in run] for run in runs(str(case["text"]))] == case["runs"]


def test_a_unit_knows_where_it_stands() -> None:
    text = "面积120㎡，發展"
    for run in runs(text):
        for unit in run:
            assert unit.text in folded(text[unit.start : unit.end])[0]


def test_traditional_characters_are_looked_up_as_simplified_ones() -> None:
    assert phrases("發展") == phrases("发展") == [["发展"]]


def test_a_space_in_a_query_parts_what_it_does_not_part_in_a_text() -> None:
    assert phrases("GDP 增长") == [["gdp"], ["增长"]]


@given(st.text(max_size=40) | CHARACTERS)
def test_any_text_can_be_divided_and_its_places_are_in_order(text: str) -> None:
    ends = 0
    for run in runs(text):
        for unit in run:
            assert ends <= unit.start < unit.end <= len(text) or unit.start < unit.end <= len(text)
            ends = unit.start


@given(st.text(max_size=40) | CHARACTERS)
def test_stretches_are_the_runs_with_their_characters_joined(text: str) -> None:
    for run, joined in zip(runs(text), stretches(text), strict=True):
        assert "".join(unit.text for unit in run) == "".join(unit.text for unit in joined)
        assert (run[0].start, run[-1].end) == (joined[0].start, joined[-1].end)
        assert all(len(unit.text) == 1 for unit in run if unit.kind == "han")


@pytest.mark.parametrize(
    ("pinyin", "count", "expected"),
    [
        ("xiāngcūn", 2, ("xiang", "cun")),
        ("Xī'ān", 2, ("xi", "an")),
        ("xiān", 1, ("xian",)),
        ("Lónghuí Xiàn", 3, ("long", "hui", "xian")),
        ("lǜsè", 2, ("lv", "se")),
        ("jìnjìn-chūchū", 4, ("jin", "jin", "chu", "chu")),
        ("yīdiǎnr", 3, ("yi", "dian", "r")),
        ("Xī'ān", 5, None),
        ("OK", 1, None),
    ],
)
def test_pinyin_divided_into_the_syllables_of_its_characters(
    pinyin: str, count: int, expected: tuple[str, ...] | None
) -> None:
    assert divided(pinyin, count) == expected
