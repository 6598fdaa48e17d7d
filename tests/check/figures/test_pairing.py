"""What is passed over because it cannot fit changes nothing in what is paired."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.check.figures import compare_figures
from build_scripts.check.figures.pairing import Pairing

ZH = st.lists(
    st.sampled_from(
        [
            "15亩",
            "15000亩",
            "3公里",
            "3户",
            "3个",
            "三年",
            "36个月",
            "2周",
            "14天",
            "30%",
            "三成",
            "2倍",
            "3人",
            "第3",
            "3日",
            "3元",
        ]
    ),
    max_size=9,
).map("，".join)
EN = st.lists(
    st.sampled_from(
        """1 hectare|1,000 hectares|15 mu|3 km|6 li|3 households|3|three years|36 months|a fortnight|30%|0.3
        |twice|3 people|the 3rd|3 March|3 yuan|3.1 km""".replace("\n        ", "").split("|")
    ),
    max_size=9,
).map(", ".join)


@given(ZH, EN)
def test_conversions_are_sought_only_where_a_unit_converts(zh: str, en: str) -> None:
    found = compare_figures(zh, en)
    with (
        patch.object(Pairing, "_may_convert", lambda *_: True),
        patch.object(Pairing, "_fits_exactly", Pairing._fits),
    ):
        assert compare_figures(zh, en) == found


def test_more_equal_figures_than_are_looked_at_are_paired_as_before() -> None:
    zh, en = "，".join(["3公里"] * 30 + ["6里"]), ", ".join(["3"] * 30 + ["3 km", "6 li"])
    found = compare_figures(zh, en)
    with (
        patch.object(Pairing, "_may_convert", lambda *_: True),
        patch.object(Pairing, "_fits_exactly", Pairing._fits),
    ):
        assert compare_figures(zh, en) == found
