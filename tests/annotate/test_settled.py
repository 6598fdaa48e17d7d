"""A word that is the same wherever it stands is taken as it is, as reading it in its place would have it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.segment import segments
from build_scripts.annotate.words import _made, _settled, _word

HERE = Path(__file__).parent
LINES = [
    line
    for name in ("readings.txt", "polyphones.txt", "spoken.txt")
    for line in (HERE / name).read_text("utf-8").splitlines()
    if line.strip()
]


def check(text: str) -> int:
    """Compare the words of ``text`` one by one; tell how many are settled."""
    found = segments(text)
    count = 0
    for at, (word, tag, start) in enumerate(found):
        if settled := _settled(word, tag):
            count += 1
            assert _made((word, start, start + len(word), *settled)) == _word(found, at, None, None, None)
    return count


@pytest.mark.parametrize("part", range(4))
def test_settled_words_of_the_cases_are_read_alike(part: int) -> None:
    assert sum(map(check, LINES[part::4])) > 1000


@given(st.text("的了过着得地子长重为还只都会行一二三村民在种了不说，。12ab任单", max_size=12))
def test_settled_words_of_any_text_are_read_alike(text: str) -> None:
    check(text)


def test_what_its_neighbours_change_is_not_settled() -> None:
    assert not any(_settled(word, "v") for word in ("为", "得", "地", "了", "过手", "长"))
    assert _settled("基层", "n") and _settled("3", "m")
