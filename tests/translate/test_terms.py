"""Terms of the glossary on the way through a provider and after it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import Lexicon, load_lexicon
from build_scripts.annotate.words import find_terms
from build_scripts.translate.terms import missing, protect, put_right, terms_in

ENTRIES = """\
<!-- glossary -->

## 网格

- en: grid
- avoid: mesh; network

## 干部

- en: official
- avoid: cadre

## 第一书记

- en: first secretary
- admitted: first Party secretary

## 驻村工作队

- en: the village work team

## 基层减负

- en: cutting the burdens of the grassroots

## 加号

- en: +

## 党校

- en: cadre school
"""
LEXICON: Lexicon = load_lexicon({"g.md": ENTRIES})[0]
TEXT = "干部进网格，第一书记也进网格。"


def test_each_occurrence_gets_a_sign_of_its_own() -> None:
    protected = protect(TEXT, LEXICON)
    assert protected is not None
    assert protected.text == "XT1 进 XT2 ， XT3 也进 XT4 。"
    answer = "XT1 enter the XT2, and the XT3 enters an XT4 too."
    assert protected.restored(answer) == "Official enter the grid, and the first secretary enters a grid too."


PARTS = ("干部", "网格", "第一书记", "党校", "路", "。", "，", "XT1", "xq", "a ", "1", "\n")


@given(st.lists(st.sampled_from(PARTS), max_size=20).map("".join))
def test_a_provider_that_keeps_the_signs_keeps_every_term(text: str) -> None:
    protected = protect(text, LEXICON)
    found = find_terms(text, LEXICON)
    assert (protected is None) == (not found)
    if protected:
        restored = protected.restored(protected.text)
        assert restored is not None
        assert missing(restored, protected.terms) == ()
        assert protected.sign not in restored and len(protected.terms) == len(found)


@pytest.mark.parametrize(
    "answer",
    [
        "XT1 enter the XT2, and the XT3 too.",
        "XT1 enter XT2, XT3 enters XT4, XT4.",
        "XT1 enter XT2, XT3 enters XT5.",
        "XT1s enter XT2, XT3 enters XT4.",
        "XT1 enter XT2, XT3 enters XT4XT1.",
        "Officials enter the grid.",
        "XT1 enter XT2, XT3 enters XT44.",
        "",
    ],
)
def test_signs_that_did_not_come_back_once_are_of_no_use(answer: str) -> None:
    protected = protect(TEXT, LEXICON)
    assert protected is not None and protected.restored(answer) is None


@pytest.mark.parametrize("answer", ["xt1 / xt2 / Xt3 / xT4", "XT 1 / XT-2 / XT 3 / XT4"])
def test_signs_may_be_spaced_and_in_small_letters(answer: str) -> None:
    protected = protect(TEXT, LEXICON)
    assert protected is not None
    assert protected.restored(answer) == "Official / grid / first secretary / grid"


def test_a_sign_that_the_text_has_is_not_used() -> None:
    protected = protect("型号XT1的设备进网格。", LEXICON)
    assert protected is not None and protected.sign == "XQ"


def test_a_text_without_terms_needs_no_protection() -> None:
    assert protect("路通了。", LEXICON) is None


@pytest.mark.parametrize(
    ("answer", "english"),
    [
        ("XT1 works.", "Official works."),
        ("He left. XT1 stayed.", "He left. Official stayed."),
        ("“XT1 works.”", "“Official works.”"),
        ("A XT1 works.", "An official works."),
        ("they met a XT1.", "they met an official."),
        ("they met the XT1.", "they met the official."),
    ],
)
def test_the_sentence_around_a_term_fits(answer: str, english: str) -> None:
    protected = protect("干部在。", LEXICON)
    assert protected is not None and protected.restored(answer) == english


@pytest.mark.parametrize("answer", ["the XT1 came.", "a XT1 came.", "XT1 came."])
def test_an_article_is_not_doubled(answer: str) -> None:
    protected = protect("驻村工作队来了。", LEXICON)
    assert protected is not None
    assert protected.restored(f"So {answer}") == "So the village work team came."


@pytest.mark.parametrize(
    ("chinese", "english", "righted"),
    [
        ("干部来了。", "The cadre came.", "The official came."),
        ("干部来了。", "The cadres came.", "The officials came."),
        ("干部来了。", "Cadres came. A cadre left.", "Officials came. An official left."),
        ("网格里。", "In the meshes.", "In the grids."),
        ("第一书记来了。", "The first Party secretary came.", "The first secretary came."),
        # The approved English is there: another rendering beside it may stand for something else.
        ("网格里。", "In the grid, the network is good.", "In the grid, the network is good."),
        # No term of this Chinese.
        ("路通了。", "The cadre came.", "The cadre came."),
        # Part of another term's approved English.
        ("党校的干部。", "From the cadre school.", "From the cadre school."),
        ("干部来了。", "The cadreship came.", "The cadreship came."),
    ],
)
def test_other_renderings_are_put_right(chinese: str, english: str, righted: str) -> None:
    assert put_right(english, terms_in(chinese, LEXICON)) == righted


@pytest.mark.parametrize(
    ("chinese", "english", "lost"),
    [
        ("干部来了。", "Officials came.", ()),
        ("加号。", "A sign.", ()),
        ("基层减负。", "They cut the burdens of the grassroots.", ()),
        ("驻村工作队来了。", "The village work teams came.", ()),
        ("基层减负。", "Burdens were reduced.", ("基层减负",)),
        ("网格里的干部。", "Gridlock.", ("网格", "干部")),
    ],
)
def test_a_missing_term_is_seen_whatever_its_form(chinese: str, english: str, lost: tuple[str, ...]) -> None:
    assert tuple(term.zh for term in missing(english, terms_in(chinese, LEXICON))) == lost
