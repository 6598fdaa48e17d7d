"""Characters that formats cannot hold, and cells that would act."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.exchange.escaping import cell, shown, uncell, unshown
from tests.exchange.helpers import texts


@given(texts | st.text(st.characters()))
@example("⟦U+0041⟧")
@example("⟦⟦U+⟦U+27E6⟧U+41⟧")
@example("\ud800")
def test_every_text_comes_back(text: str) -> None:
    assert unshown(shown(text)) == text
    assert uncell(cell(text)) == text
    assert unshown(uncell(cell(shown(text)))) == text


@pytest.mark.parametrize(
    "text", ["", "Ordinary text.\n\n\tNext 茶 \U0001f375 \u200d\u200e", "⟦sic⟧", "U+0041"]
)
def test_what_every_format_holds_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_what_is_no_number_of_a_character_stays() -> None:
    assert unshown("⟦U+FFFFFF⟧ ⟦U+12⟧ ⟦U+abcd⟧") == "⟦U+FFFFFF⟧ ⟦U+12⟧ ⟦U+abcd⟧"


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM", "\t=1", "＝1", "'=1"])
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "A = b", "1-5", "'tis", "(=)", " =1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert cell(text) == text
