"""Examples of words: whole sentences, and the English of just these where both sides have as many."""

from __future__ import annotations

import pytest

from build_scripts.annotate.sentences import chinese_sentences, english_sentences
from build_scripts.exchange.examples import example


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It grew by 3.7 per cent. People came.", 2),
        ("See No. 5 of the list.", 1),
        ("Is it so? “Yes,” they say. “It is.”", 3),
        ("Counters, e.g. Counter 3, stay open.", 1),
        ("The road is open; So is the water.", 1),
        ("", 0),
    ],
)
def test_english(text: str, number: int) -> None:
    assert len(english_sentences(text, semicolons=False)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("路通了！水也通了。", 2),
        ("涨了3.7%，好。", 1),
        ("他说：“好。”走了。", 2),
        ("路通了；水也通了。", 1),
        ("", 0),
    ],
)
def test_chinese(text: str, number: int) -> None:
    assert len(chinese_sentences(text, semicolons=False)) == number


def test_an_example_is_one_sentence_where_they_pair_and_says_all_the_english_where_not() -> None:
    assert example("路通了。水也通了。", "Road. Water.", "水") == ("水也通了。", "Water.")
    assert example("路通了。水也通了。", "Road and water.", "水") == ("水也通了。", "Road and water.")
    assert example("路通了。", "", "水") == ("路通了。", "")
    assert example("路通了；水也通了。桥通了。", "Road; Water. Bridge.", "水") == (
        "路通了；水也通了。",
        "Road; Water.",
    )
