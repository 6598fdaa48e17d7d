"""A gloss word by word: terms, names, figures, senses, parts; and that no character is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.dictionary import Dictionary, entries_of, read_table
from build_scripts.annotate.gloss import gloss, numeral_value, words_of
from build_scripts.annotate.lexicon import EMPTY, load_lexicon

ROWS = [
    ("修路", "xiu1 lu4", ["to build roads"]),
    ("软弱", "ruan3 ruo4", ["weak"]),
    ("涣散", "huan4 san4", ["slack"]),
    ("隆回县", "Long2 hui2 xian4", ["Longhui county in Shaoyang 邵陽|邵阳[Shao4 yang2], Hunan"]),
    ("湖南", "Hu2 nan2", ["Hunan province in south-central China"]),
    ("王", "wang4", ["to rule"]),
    ("芳", "fang1", ["fragrant"]),
    ("吨", "dun1", ["ton"]),
]
TABLE = "元\t\tyuan\n条\t\tarticle, strip\n个\t\t(measure)\n三\t\tthree\n村\t\tvillage\n"
DICTIONARY = Dictionary(
    entries_of({"simplified": w, "pinyin": p, "definitions": d} for w, p, d in ROWS), read_table(TABLE)
)
GLOSSARY = "<!-- glossary -->\n\n## 修路\n\n- en: road building\n\n中文。\n\nEnglish.\n"


def senses(text: str) -> dict[str, str]:
    return {part.text: part.sense for part in gloss(text, EMPTY, DICTIONARY) if part.sense}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.7亿元", {"3.7亿": "370 million", "元": "yuan"}),
        ("2000多万元", {"2000多万": "over 20 million", "元": "yuan"}),
        ("30余万元", {"30余万": "over 300,000", "元": "yuan"}),
        ("1.2万亿元", {"1.2万亿": "1.2 trillion", "元": "yuan"}),
        ("12,600吨", {"吨": "ton"}),
        ("5万吨", {"5万": "50,000", "吨": "ton"}),
        ("三百六十吨", {"三百六十": "360", "吨": "ton"}),
        ("二十条", {"二十条": "20 + article"}),
        ("2021吨", {"吨": "ton"}),
    ],
)
def test_figures_have_their_value(text: str, expected: dict[str, str]) -> None:
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("隆回县", {"隆回县": "Longhui County"}),
        ("桃洪镇", {"桃洪镇": "Taohong Town"}),
        ("芷江侗族自治县", {"芷江侗族自治县": "Zhijiang Dong Autonomous County"}),
        ("湖南", {"湖南": "Hunan"}),
        ("王芳", {"王芳": "Wang Fang"}),
    ],
)
def test_places_and_people_are_names_and_no_words(text: str, expected: dict[str, str]) -> None:
    assert senses(text) == expected


def test_terms_of_the_glossary_go_first() -> None:
    lexicon, _ = load_lexicon({"g.md": GLOSSARY})
    assert gloss("修路", lexicon, DICTIONARY)[0].sense == "road building"
    assert gloss("修路", EMPTY, DICTIONARY)[0].sense == "to build roads"


def test_a_word_that_is_not_known_is_glossed_by_its_parts_or_not_at_all() -> None:
    assert senses("软弱涣散") == {"软弱涣散": "weak + slack"}
    assert senses("三个")["三个"] == "three", "a measure says nothing beside its number"
    assert senses("饕餮") == {}


def test_punctuation_and_latin_words_have_neither_pinyin_nor_sense() -> None:
    for part in gloss("，Python（2021）", EMPTY, DICTIONARY):
        assert (part.pinyin, part.sense) == ("", "")


@given(
    st.text(st.sampled_from("0123456789.,余多百千万亿元三个条村的王芳隆回县修路，。 aé\ud800"), max_size=40)
)
def test_law_the_words_joined_are_the_text(text: str) -> None:
    assert words_of(gloss(text, EMPTY, DICTIONARY)) == text


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("十", 10), ("十二", 12), ("二十", 20), ("三百零五", 305), ("两千", 2000), ("一万二千", 12000),
     ("十二万亿", 12 * 10**12), ("二〇二一", 2021), ("万", 10000), ("百万", 10**6), ("一亿零三", 10**8 + 3)],
)  # fmt: skip
def test_chinese_numerals(numeral: str, value: int) -> None:
    assert numeral_value(numeral) == Decimal(value)
