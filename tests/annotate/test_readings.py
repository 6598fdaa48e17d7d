"""Pinyin in context, case by case: readings.txt is the list a person reads and extends."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.annotate.readings import GROUPS, READINGS
from build_scripts.annotate.words import annotate, spell_words


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
