"""The sentence that holds a word, and its English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.sentence_pairs import align, chinese_sentences, english_sentences, pair_at

ZH = "路通了。桥还没修好，要等到明年，大家心里着急。“再等等！”村支书说。"


@pytest.mark.parametrize(
    ("english", "word", "sentence"),
    [
        pytest.param(
            "The road is open. The bridge will take until next year, and people are anxious. “Wait a "
            "little!” The Party secretary said so.",
            "桥",
            "The bridge will take until next year, and people are anxious.",
            id="as many sentences",
        ),
        pytest.param(
            "The road is open. The bridge is not finished. It will take until next year, and people are "
            "anxious. “Wait a little!” said the Party secretary of the village.",
            "桥",
            "The bridge is not finished. It will take until next year, and people are anxious.",
            id="one became two",
        ),
        pytest.param(
            "The road is open. The bridge will take until next year, and people are anxious. “Wait a "
            "little,” the Party secretary said.",
            "村支书",
            "“Wait a little,” the Party secretary said.",
            id="two became one",
        ),
        pytest.param("", "桥", "", id="no English"),
    ],
)
def test_the_english_of_a_sentence(english: str, word: str, sentence: str) -> None:
    found = pair_at(ZH, english, ZH.index(word))
    assert word in found.zh
    assert found.en == sentence


def test_no_text_and_a_place_behind_it() -> None:
    assert pair_at("", "English.", 0).zh == ""
    assert pair_at("路通了。", "The road is open.", 99).en == "The road is open."


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Li of No. 59 met Dr. Wu at 3.7 km.",
        "It grew to e.g. rice and tea.",
        "J. Wang said so.",
        "It cost 1.5 yuan.",
    ],
)
def test_a_full_stop_that_ends_no_sentence(text: str) -> None:
    assert english_sentences(text) == (text,)


@given(st.text(alphabet="路桥。！？”’ \n…ab.", max_size=60))
def test_law_sentences_put_together_are_the_text(text: str) -> None:
    assert "".join(chinese_sentences(text)) == text


@given(st.text(alphabet="abC .!?”\n59Mr", max_size=60))
def test_law_english_sentences_put_together_are_the_text(text: str) -> None:
    assert "".join(english_sentences(text)) == text


LENGTHS = st.lists(st.integers(1, 200), max_size=9)


@given(LENGTHS, LENGTHS)
def test_law_every_sentence_is_in_one_bead_in_order(ours: list[int], theirs: list[int]) -> None:
    beads = align(ours, theirs)
    assert [n for left, _ in beads for n in left] == list(range(len(ours)))
    assert [n for _, right in beads for n in right] == list(range(len(theirs)))


@given(st.lists(st.integers(5, 80), min_size=1, max_size=8))
def test_law_equal_lengths_pair_one_by_one(lengths: list[int]) -> None:
    beads = align(lengths, [3 * length for length in lengths])
    assert all(left == right and len(left) == 1 for left, right in beads)
