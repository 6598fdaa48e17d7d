"""Where a figure may begin: looking only there finds what looking everywhere finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.check.figures import en_dates, en_words
from build_scripts.check.figures.en_scanning import beginning, folded, matches, places_by_key
from build_scripts.quantities import dates, hedges

WORDS = """
one two three four ten twelve thirteen twenty hundred thousand million first second third fourth
twentieth half halved halves quarter quarters three-quarters dozen dozens score scores several a an
few some tens hundreds thousands millions twice double doubled tripled treble quadruple quintupled
twofold three-fold times x once both couple pairs twin trio centennial no everyone every anyone
someone one-by one’s the this that each at of all secretary first-hand second-hand five-year plan
for time in out and or percent January Feb. March May may Sept 12:30 8.05 6.30pm noon midnight
o’clock past 1990s ’90s 90s 80’s fifties nineties century 19th last Q1 q4 II IV XXI I level class
2016–2020 2021-03-02 1,234 3.5 12 to by years , . - – ( ) K ſix İ ３
""".split()  # noqa: SIM905
ENGLISH = st.lists(st.sampled_from([*WORDS, *(word.upper() for word in WORDS)]), max_size=14).flatmap(
    lambda words: st.sampled_from([" ", "-", ""]).map(lambda sign: sign.join(words))
)
CHINESE = st.text(
    "零一二三五七八十百万两0123589.-/:〔〕号年月日时点分上下半前后季度届中全会大五世纪代年“”近约至少不到超过增长了到下降为比高\n户",
    max_size=24,
)
SPECIAL = {
    name: (getattr(en_words, name), getattr(en_words, f"{name}_KEYS"))
    for name in ("_IN", "_HALVES", "_PART", "_FOLDS", "_MANY", "_DOZEN", "_OTHER")
}


def anywhere(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.compile(pattern.pattern, re.IGNORECASE).finditer(text)]


@pytest.mark.parametrize("name", SPECIAL)
@given(text=ENGLISH)
def test_parts_and_multiples_are_found_where_their_words_begin(name: str, text: str) -> None:
    pattern, wanted = SPECIAL[name]
    lower = folded(text)
    places = places_by_key(lower, en_words._SPECIAL)
    found = matches(pattern, lower, beginning(places, wanted))
    assert [one.span() for one in found] == anywhere(pattern, text)


@given(text=ENGLISH)
def test_numbers_in_words_are_found_where_their_words_begin(text: str) -> None:
    lower = folded(text)
    for pattern, begin in (
        (en_words._RUN, en_words._RUNS),
        (en_words._NO_NUMBER, en_words._NO_NUMBERS),
    ):
        found = matches(pattern, lower, (one.start() for one in begin.finditer(lower)))
        assert [one.span() for one in found] == anywhere(pattern, text)
    if en_words._NO_NUMBER.search(lower):
        assert any(word in lower for word in en_words._NO_COUNTS)


@given(text=ENGLISH)
def test_no_date_is_where_none_is_looked_for(text: str) -> None:
    for _, where, pattern in en_dates._PATTERNS:
        whole = [found.span() for found in pattern.finditer(text)]
        if where in en_dates._BEGINNINGS:
            places = (found.start() for found in where.finditer(text))
            assert [found.span() for found in matches(pattern, text, places)] == whole
        elif whole:
            assert where.search(folded(text))


@given(text=CHINESE)
def test_each_chinese_date_holds_a_character_that_is_asked_for(text: str) -> None:
    for name, pattern in dates._PATTERNS:
        for found in pattern.finditer(text):
            assert not set(found[0]).isdisjoint(dates._NEEDS[name]) or not found[0]


@given(text=CHINESE)
def test_each_hedge_ends_with_a_character_that_is_asked_for(text: str) -> None:
    for pattern, ends in ((hedges._BEFORE, hedges._HEDGING), (hedges._TREND, hedges._MOVING)):
        if pattern.search(text):
            assert text[-1] in ends


@pytest.mark.parametrize("text", ["İzmir and ſix", "KELVIN K", "A “quote” – Ünï", ""])
def test_folding_leaves_each_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_nothing_is_found_in_a_word_that_only_begins_alike() -> None:
    assert list(en_words.special_numbers("the oneness of a partwo, tenable tensions")) == []
