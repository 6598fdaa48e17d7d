"""Telling words: the formula against values worked out by hand, and groups that are small or all there is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.keyness import LEAST_Z, log_odds, telling_words

# Ten words of a theme, thirty of the rest; of a prior of 8 words 医院 gets 8 × 10/40 = 2, 村 8 × 30/40 = 6.
THEME, REST = {"医院": 7, "村": 3}, {"医院": 3, "村": 27}


def test_the_values_are_those_worked_out_by_hand() -> None:
    # 医院: ln(9/9) − ln(5/33) = 0 + 1.88707; √(1/9 + 1/5) = 0.55777; z = 3.3832.
    # 村: ln(9/9) − ln(33/5) = 0 − 1.88707; √(1/9 + 1/33) = 0.37605; z = −5.0181.
    found = log_odds(THEME, REST, 8)
    assert found == {"医院": pytest.approx(3.3832, abs=1e-4), "村": pytest.approx(-5.0181, abs=1e-4)}


def test_a_heavier_prior_believes_less() -> None:
    assert log_odds(THEME, REST, 1)["医院"] > log_odds(THEME, REST, 8)["医院"]


def test_one_mention_of_a_rare_word_tells_less_than_many_of_a_common_one() -> None:
    rest = {"其他": 1000, "医保": 2}
    found = log_odds({"医保": 20, "牙医": 1, "其他": 100}, rest, 50)
    assert 0 < found["牙医"] < found["医保"]


def test_without_a_rest_nothing_is_telling() -> None:
    assert set(log_odds(THEME, {}, 8).values()) == {0.0}
    documents = {"a": {"医院": 9, "村": 1}, "b": {"路": 3}}
    assert telling_words(documents, {"all": ("a", "b")}) == {"all": ()}


def test_a_corpus_of_one_word_and_an_empty_one() -> None:
    assert log_odds({"村": 3}, {"村": 5}, 2) == {}
    assert telling_words({}, {"none": ()}) == {"none": ()}
    assert telling_words({"a": {}}, {"one": ("a", "gone")}) == {"one": ()}


HEALTH = {
    "h1": {"医院": 30, "医保": 12, "村": 5},
    "h2": {"医院": 20, "村": 6},
    "h3": {"医院": 9, "村": 4, "牙": 40},
}
OTHERS = {f"o{number}": {"村": 20, "路": 15, "医院": 1} for number in range(6)}
DOCUMENTS = {**HEALTH, **OTHERS}


def test_words_stand_most_telling_first_with_their_counts() -> None:
    found = telling_words(DOCUMENTS, {"health": tuple(HEALTH)})["health"]
    assert [(word.word, word.count, word.reports) for word in found] == [("医院", 59, 3)]
    assert found[0].z >= LEAST_Z


def test_in_a_larger_group_a_word_of_one_report_alone_is_not_the_groups() -> None:
    three = telling_words(DOCUMENTS, {"health": tuple(HEALTH)})["health"]
    assert "牙" not in {word.word for word in three}
    one = telling_words(DOCUMENTS, {"teeth": ("h3",)})["teeth"]
    assert one[0].word == "牙", "a theme of one report has no others to ask"


def test_what_may_not_be_named_still_counts() -> None:
    groups = {"one": ("h1",)}
    kept = telling_words(DOCUMENTS, groups, keep=lambda word: word != "医院")["one"]
    every = telling_words(DOCUMENTS, groups)["one"]
    assert kept == tuple(word for word in every if word.word != "医院")
    assert telling_words(DOCUMENTS, groups, limit=1)["one"] == every[:1]


COUNTS = st.dictionaries(st.sampled_from("医村路桥水田"), st.integers(1, 50), min_size=2)


@given(COUNTS, COUNTS, st.floats(0.5, 100))
def test_law_what_is_telling_of_one_side_is_not_of_the_other(
    one: dict[str, int], other: dict[str, int], prior: float
) -> None:
    ours, theirs = log_odds(one, other, prior), log_odds(other, one, prior)
    assert set(ours) <= set(one)
    for word in set(ours) & set(theirs):
        assert math.isclose(ours[word], -theirs[word], abs_tol=2e-6)


@given(st.dictionaries(st.sampled_from("abcdef"), COUNTS), st.sets(st.sampled_from("abcdef")))
def test_law_the_order_of_reports_does_not_matter(
    documents: dict[str, dict[str, int]], group: set[str]
) -> None:
    turned = {name: dict(reversed(counts.items())) for name, counts in reversed(documents.items())}
    groups = {"x": sorted(group)}
    assert telling_words(documents, groups) == telling_words(turned, {"x": sorted(group, reverse=True)})
