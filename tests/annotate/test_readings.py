"""Pinyin in context, case by case: readings.txt is the list a person reads and extends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.name_finding import part_names
from build_scripts.annotate.readings import GROUPS, PHRASES, READINGS
from build_scripts.annotate.running_pinyin import spell_words
from build_scripts.annotate.segment import segments
from build_scripts.annotate.told import told_names
from build_scripts.annotate.words import annotate


def _cases() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("readings.txt").read_text("utf-8").splitlines()
    pairs = [line.split(" | ") for line in lines if " | " in line and not line.startswith("#")]
    return [(text, pinyin) for text, pinyin in pairs]


@pytest.mark.parametrize(("text", "pinyin"), _cases(), ids=[text for text, _ in _cases()])
def test_reading(text: str, pinyin: str) -> None:
    spelled = spell_words(annotate(text))
    # A text begins with a capital, whatever its first word is.
    assert spelled == pinyin[:1].upper() + pinyin[1:]


@pytest.mark.parametrize("text", ["这是该县的通道", "让英雄回家", "新建项目", "中方县以外的中方代表"])
def test_common_words_bear_no_capital(text: str) -> None:
    words = [word.pinyin for word in annotate(text) if word.pinyin and not word.place]
    assert all(pinyin == pinyin.lower() for pinyin in words)


def test_every_correction_has_a_reason_and_a_syllable_for_each_character() -> None:
    assert all(group.reason for group in GROUPS)
    for word, syllables in READINGS.items():
        assert len(word) == len(syllables), word


def test_no_word_is_corrected_twice() -> None:
    words = [word for group in GROUPS for word, _ in group.words]
    assert sorted(words) == sorted(set(words))


def test_a_name_told_in_one_text_is_a_name_in_the_next() -> None:
    first = annotate("老农种满仓蹲下身")
    assert told_names(first) == {"种满仓"}
    # Alone it could be somebody who plants.
    assert spell_words(annotate("种满仓扛着铁锹")).startswith("Zhòng")
    assert spell_words(annotate("种满仓扛着铁锹", names=told_names(first))).startswith("Chóng Mǎncāng")


def test_what_is_no_name_tells_none() -> None:
    assert told_names(annotate("有关单位负责解决问题，任何人都应当遵守")) == frozenset()


@given(st.text(alphabet="任单华查解区老书记长明白（），。说的都国家", max_size=30))
def test_cutting_names_out_loses_no_character(text: str) -> None:
    assert "".join(word.text for word in part_names(segments(text))) == text


def test_every_phrase_has_a_reason_and_is_parted_by_the_segmentation() -> None:
    assert all(len(syllables) == len(phrase) for phrase, syllables in PHRASES.items())
    whole = [phrase for phrase in PHRASES if len(segments(phrase)) == 1 and phrase not in READINGS]
    assert whole == [], "these belong into readings.tsv"
