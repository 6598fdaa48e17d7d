"""Where a figure may begin: looking only there finds what looking everywhere finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.figures import periods
from build_scripts.check.figures import en_dates, en_words
from build_scripts.check.figures.en_scanning import beginning, places_by_key
from build_scripts.quantities import dates, hedges, numerals
from build_scripts.quantities.letters import folded, matches, word_places

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
HEDGES = """
at least the minimum no not nor never neither less fewer than lower younger under most up to within maximum of
limit limited capped exceed exceeding short just more greater higher over above exceeded in excess upwards
surpassing passed topped past beyond broke through nearly almost close approaching quite virtually about
around some approximately roughly circa c. region or so estimated and above better plus -odd odd surplus -ish
bullish + counting thereabouts give take bit rose risen rising grew growth increased raised raising climbing
gained jumped surged soared expanded expansion improved doubled tripled extra older longer larger bigger
faster taller boosted went added down fell fallen drop declined decreased reduced cut shrank smaller slashed
plunged trimmed slumped halved shed sed lost below lighter contracted contraction up by reached came
12 3.5 , . K ſome İn _over 5over overcast
""".split()  # noqa: SIM905
HEDGED = st.lists(st.sampled_from([*HEDGES, *(word.upper() for word in HEDGES)]), max_size=10).flatmap(
    lambda words: st.sampled_from([" ", "-", ""]).map(lambda sign: sign.join(words))
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
            characters, pair = dates._NEEDS[name]
            assert not found[0] or (not set(found[0]).isdisjoint(characters) and pair.search(text))


@given(text=CHINESE)
def test_each_period_holds_what_is_asked_for(text: str) -> None:
    assert len(periods._NEEDS) == len(periods._READERS)
    for needed, (pattern, _) in zip(periods._NEEDS, periods._READERS, strict=True):
        if any(found[0] for found in pattern.finditer(text)):
            assert needed.search(text)


@given(text=st.text("数几上好十百千万亿三次前0户", max_size=12))
def test_each_numeral_begins_where_one_is_looked_for(text: str) -> None:
    for place in range(len(text)):
        if text[place] in "数几上三十0" and numerals._numeral(text, place):
            assert numerals._START.match(text, place)


@given(text=HEDGED)
def test_hedges_and_directions_are_found_where_their_words_begin(text: str) -> None:
    lower = folded(text)
    for pattern, words in ((hedges._EN_LEADS, hedges._LEADING), (hedges._EN_WAYS, hedges._MOVED)):
        found = matches(pattern, lower, word_places(lower, words))
        assert [one.span() for one in found] == anywhere(pattern, text)
    if anywhere(hedges._EN_TRAILS, text):
        assert any(sign in lower for sign in hedges._TRAILING)
    if anywhere(hedges._EN_THAN, text):
        assert word_places(lower, hedges._COMPARED)


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
