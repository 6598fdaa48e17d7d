"""What is told of a word: its own senses, else those of its parts; places, numerals and terms."""

from __future__ import annotations

from build_scripts.annotate.dictionary import Dictionary, entries_of, read_table
from build_scripts.annotate.lexicon import load_lexicon
from build_scripts.annotate.vocabulary import SpelledWord
from build_scripts.annotate.word_help import WordHelp, explain_word

ROWS = (
    ("软弱", "軟弱", "ruan3 ruo4", ["weak", "feeble"]),
    ("涣散", "渙散", "huan4 san4", ["lax"]),
    ("打", "打", "da2", ["dozen (loanword)"]),
    ("打", "打", "da3", ["to beat", "to strike", "to hit", "to break"]),
    ("牢", "牢", "lao2", ["firm"]),
)
DICTIONARY = Dictionary(
    entries_of({"simplified": s, "traditional": t, "pinyin": p, "definitions": d} for s, t, p, d in ROWS),
    read_table("户\t\thousehold\n"),
)
LEXICON = load_lexicon({"g.md": "<!-- glossary -->\n\n## 一肩挑\n\n- en: holding both posts\n"})[0]


def told(text: str, pinyin: str, *, term: str | None = None, place: bool = False) -> WordHelp:
    return explain_word(SpelledWord(text, pinyin, term, place), LEXICON, DICTIONARY)


def test_a_word_of_the_dictionary() -> None:
    found = told("软弱", "ruǎnruò")
    assert (found.meaning.senses, found.meaning.traditional) == (("weak", "feeble"), "軟弱")
    assert found.meaning.cedict and not found.parts and found.level == 7


def test_a_word_of_ours_is_nobody_elses() -> None:
    assert told("户", "hù").meaning.senses == ("household",)
    assert not told("户", "hù").meaning.cedict


def test_what_no_dictionary_has_is_told_by_its_parts() -> None:
    found = told("软弱涣散", "ruǎnruò huànsàn")
    assert [(part.text, part.pinyin, part.sense) for part in found.parts] == [
        ("软弱", "ruǎnruò", "weak; feeble"),
        ("涣散", "huànsàn", "lax"),
    ]


def test_a_character_in_a_word_has_the_senses_of_its_reading_there() -> None:
    assert [part.sense for part in told("打牢", "dǎláo").parts] == ["to beat; to strike; to hit", "firm"]


def test_parts_without_any_sense_tell_nothing() -> None:
    assert told("饕餮", "tāotiè") == WordHelp("饕餮", "tāotiè", 0, told("饕餮", "tāotiè").meaning)
    assert told("“牢”", "“láo”").parts == ()


def test_numerals_have_their_value_and_places_their_english() -> None:
    assert told("三百六十", "sānbǎi liùshí").meaning.senses == ("360",)
    place = told("云溪县", "Yúnxī Xiàn", place=True)
    assert (place.meaning.senses, place.place, place.parts) == (("Yunxi County",), True, ())


def test_a_term_needs_no_parts() -> None:
    found = told("一肩挑", "yījiāntiāo", term=LEXICON.terms[0].id)
    assert (found.term, found.parts, found.meaning.senses) == (LEXICON.terms[0].id, (), ())
