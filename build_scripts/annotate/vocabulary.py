"""The vocabulary of a report: which words stand in it, how often, and which of them are worth learning.

:func:`read_vocabulary` looks at one page alone and at no dictionary: its result can be kept until the page
changes. Names of persons are no vocabulary and are left out, here and so in all that is made of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from build_scripts.annotate.annotated import AnnotatedPage
from build_scripts.annotate.frequency import frequency
from build_scripts.annotate.hsk import BEYOND, reading_level, word_level
from build_scripts.annotate.pinyin import is_person
from build_scripts.annotate.words import Word

TITLE_ANCHOR, SUBTITLE_ANCHOR = "u-title", "u-subtitle"
"""Where title and subtitle stand on a report's page."""

EASY = 4.0
"""The hardness up to which a word is not listed: what learners of HSK 4 know."""

_COMMON = 4.5
"""The frequency (:func:`frequency`) from which on a word is not made harder by its rarity."""

_NUMERAL = re.compile("[第〇零一二两三四五六七八九十百千万亿几多余半0-9.]+")
_SURNAME = 1
_RUNNING = frozenset({"paragraph", "list_item", "caption"})


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word of a report, in one reading.

    ``anchor`` is where it stands first on the page, in running text if it stands there at all (a headline is
    a poor example); ``term`` and ``place`` as in :class:`Word`.
    """

    text: str
    pinyin: str
    count: int
    anchor: str
    term: str | None = None
    place: bool = False


def read_vocabulary(page: AnnotatedPage) -> tuple[PageWord, ...]:
    """The words of ``page`` that have pinyin, each once, in the order in which they first appear."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Word] = {}
    anchors: dict[tuple[str, str], str] = {}
    running: dict[tuple[str, str], str] = {}
    for text in page.texts:
        anchor = text.anchor or (SUBTITLE_ANCHOR if text.role == "subtitle" else TITLE_ANCHOR)
        for word in text.words:
            if word.pinyin is None or is_personal_name(word):
                continue
            key = (word.text, word.pinyin)
            counts[key] += 1
            first.setdefault(key, word)
            anchors.setdefault(key, anchor)
            if text.role in _RUNNING:
                running.setdefault(key, anchor)
    return tuple(
        PageWord(*key, counts[key], running.get(key, anchors[key]), word.term, word.place)
        for key, word in first.items()
    )


def is_personal_name(word: Word) -> bool:
    """Tell whether ``word`` is a person's name, or a surname that stands alone before a given name."""
    if word.pinyin is None or word.term or word.place or not word.pinyin[:1].isupper():
        return False
    return is_person(word.text) or len(word.text) == _SURNAME


def hardness(word: PageWord) -> float:
    """How hard a word is for a learner: its HSK level (1 to 8), and up to two more for a rare one.

    What no list has is as hard as its hardest character and one more. A term of the glossary is one level
    harder than it looks, and as hard as can be if no list has it: its words say little of what it means. Of
    places one learns where they are: they stand in the middle.
    """
    if word.place:
        return EASY + 1
    level = word_level(word.text)
    if word.term:
        return (level or BEYOND) + 1
    level = level or min(BEYOND, reading_level(word.text) + 1)
    return level + min(2.0, max(0.0, _COMMON - frequency(word.text)) / 2)


def worth(word: PageWord) -> float:
    """How much a reader of the report gains by learning ``word``: by its hardness and how often it stands
    there; 0 for easy words and numerals.

    Example: a word of HSK 6 that stands four times is worth as much as one beyond all levels that stands once
    or twice.
    """
    if _NUMERAL.fullmatch(word.text):
        return 0.0
    return max(0.0, hardness(word) - EASY) * (1 + log2(word.count))


def by_worth(words: Iterable[PageWord]) -> tuple[PageWord, ...]:
    """The words that are worth learning, the hard and frequent ones first; ties stay in the order given."""
    found = [(worth(word), word) for word in words]
    ordered = sorted(found, key=lambda item: -item[0])
    return tuple(word for gain, word in ordered if gain > 0)
