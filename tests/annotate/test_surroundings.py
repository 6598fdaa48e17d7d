"""The table of readings by surroundings: what it says of a wrong line, and where it must say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.surroundings import parse_rules, surrounding_readings


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("石\tdàn\t谷", "line 2: characters, their reading"),
        ("石\tdàn\t(谷\t", "line 2: "),
        ("石\t姓\t老\t", "line 2: 石 has no reading of its own as a surname"),
    ],
)
def test_wrong_line_is_named(line: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_rules(f"# a heading\n{line}\n")


def test_first_rule_that_fits_holds() -> None:
    first, second = parse_rules("圈\tjuān\t把.{1,2}\t\n圈\tjuàn\t羊\t\n")["圈"]
    assert (first.reading, second.reading) == ("juān", "juàn")


def test_clause_is_the_limit() -> None:
    assert surrounding_readings("收了三石谷子") == {3: "dàn"}
    assert surrounding_readings("收了三，石谷子") == {}


@given(st.text(alphabet="石三谷圈羊把得了，、。 a", max_size=30))
def test_places_are_of_the_text(text: str) -> None:
    assert all(0 <= place < len(text) for place in surrounding_readings(text))
