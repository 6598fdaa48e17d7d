"""The vocabulary of a report: which words stand in it, how often, and which of them are worth learning.

:func:`read_vocabulary` looks at one page alone and at no dictionary: its result can be kept until the page
changes. Names of persons are no vocabulary and are left out, here and so in all that is made of it.

A term is found with the quotation marks that belong to it (“五化”), and so a page may have it with them and
without. To a learner that is one word: it is counted and listed once, see :func:`learnt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log2
from sys import intern

from build_scripts.annotate.annotated import AnnotatedPage
from build_scripts.annotate.frequency import frequency
from build_scripts.annotate.hsk import BEYOND, reading_level, word_level
from build_scripts.annotate.pinyin import is_person
from build_scripts.annotate.word import Word
from build_scripts.digests import digest

TITLE_ANCHOR, SUBTITLE_ANCHOR = "u-title", "u-subtitle"
"""Where title and subtitle stand on a report's page."""

EASY = 4.0
"""The hardness up to which a word is not listed: what learners of HSK 4 know."""

CANDIDATES = 90
"""Words worth learning that are kept of a page: half as many again as its table shows, since some turn out to
have no sense."""

_COMMON = 4.5
"""The frequency (:func:`frequency`) from which on a word is not made harder by its rarity."""

_NUMERAL = re.compile("[第〇零一二两三四五六七八九十百千万亿几多余半0-9.]+")
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "'": "'"}
_NO_QUOTES = str.maketrans("", "", "".join({*_QUOTES, *_QUOTES.values()}))
_Form = tuple[str, str, str | None, bool]
"""A word as it stands in a text: its characters, pinyin, term and place, as in :class:`SpelledWord`."""
_Seen = tuple[_Form, int, str, bool]
"""How a word is listed, how often it was seen, where first, and whether that is in running text."""
_RUNNING = frozenset({"paragraph", "list_item", "caption"})


@dataclass(frozen=True, slots=True)
class SpelledWord:
    """A word in one reading; ``term`` and ``place`` as in :class:`Word`. The same object for all reports."""

    text: str
    pinyin: str
    term: str | None = None
    place: bool = False


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word of a report: how often it stands there, the how-manieth of its words it is, and where it stands
    first (``anchor``): in running text if it stands there at all, since a headline is a poor example."""

    word: SpelledWord
    count: int
    order: int
    anchor: str


@dataclass(frozen=True, slots=True)
class PageVocabulary:
    """What a report has of words.

    ``words``: each word in each of its readings once, in the order of the text, as it stands there.
    ``different``: how many these are for a learner. ``best``: those worth learning, the hard and frequent
    ones first. ``digest`` names them: what is made of a site's words need not be made anew while the digests
    of its pages are the same.
    """

    words: tuple[SpelledWord, ...]
    different: int
    best: tuple[PageWord, ...]
    digest: str


def read_vocabulary(page: AnnotatedPage, most: int | None = CANDIDATES) -> PageVocabulary:
    """The words of ``page`` that have pinyin, and the best of them: ``most``, or all that are worth it."""
    forms: dict[_Form, tuple[_Form, _Form]] = {}
    found: dict[_Form, _Seen] = {}
    for text in page.texts:
        anchor = text.anchor or (SUBTITLE_ANCHOR if text.role == "subtitle" else TITLE_ANCHOR)
        running = text.role in _RUNNING
        for word in text.words:
            if word.pinyin is None:
                continue
            form = (word.text, word.pinyin, word.term, word.place)
            known = forms.get(form)
            if known is None:
                if is_personal_name(word):
                    continue
                known = forms[form] = _learnt(*form)
            listed, key = known
            seen = found.get(key)
            # A place in running text is better than one before it in a heading.
            if seen is None or (running and not seen[3]):
                found[key] = (listed, 1 + (seen[1] if seen else 0), anchor, running)
            else:
                found[key] = (seen[0], seen[1] + 1, *seen[2:])
    best = by_worth(
        PageWord(_spelled(*listed), count, order, first)
        for order, (listed, count, first, _) in enumerate(found.values(), start=1)
    )[:most]
    words = tuple(_spelled(*form) for form in forms)
    return PageVocabulary(words, len(found), best, _digest(forms, found.values()))


def learnt(text: str, pinyin: str) -> tuple[str, str]:
    """A word and its pinyin as a list of words has them: without quotation marks around the whole.

    >>> learnt("“五化”", "“wǔhuà”"), learnt("“一门式”服务", "“yīménshì” fúwù")
    (('五化', 'wǔhuà'), ('“一门式”服务', '“yīménshì” fúwù'))
    """
    close = _QUOTES.get(text[:1])
    inner, spelled = text[1:-1], pinyin[1:-1]
    whole = close and text.endswith(close) and not {text[0], close} & {*inner}
    matches = pinyin[:1] == text[:1] and pinyin[-1:] == close
    return (inner, spelled) if inner and whole and matches else (text, pinyin)


@lru_cache(maxsize=65_536)
def _learnt(text: str, pinyin: str, term: str | None, place: bool) -> tuple[_Form, _Form]:
    """How a form is listed, and what it has in common with those that are the same to a learner."""
    listed = (*learnt(text, pinyin), term, place)
    # Only terms hold quotation marks, and a term is read in one way.
    return listed, (text.translate(_NO_QUOTES), "", term, place) if term else listed


def _digest(forms: Iterable[_Form], found: Iterable[_Seen]) -> str:
    """A name for all of it."""
    lines = ["\t".join(map(str, form)) for form in forms]
    lines += (f"{listed[0]}\t{count}\t{anchor}" for listed, count, anchor, _ in found)
    return digest("\n".join(lines))


@lru_cache(maxsize=262_144)
def _spelled(text: str, pinyin: str, term: str | None, place: bool) -> SpelledWord:
    """One object a word: ten thousand reports have six million words, and some hundred thousand different."""
    return SpelledWord(text, pinyin, term, place)


def shared(found: PageVocabulary) -> PageVocabulary:
    """The same vocabulary, with its words as the objects that other reports have.

    What comes from a file or another process has its own; of ten thousand reports these fill hundreds of
    megabytes.
    """
    best = tuple(PageWord(_same(one.word), one.count, one.order, intern(one.anchor)) for one in found.best)
    return PageVocabulary(tuple(map(_same, found.words)), found.different, best, found.digest)


def _same(word: SpelledWord) -> SpelledWord:
    return _spelled(word.text, word.pinyin, word.term, word.place)


def is_personal_name(word: Word) -> bool:
    """Tell whether ``word`` is a person's name, or a surname that stands alone before a given name."""
    if word.pinyin is None or word.term or word.place or not word.pinyin[:1].isupper():
        return False
    return is_person(word.text) or len(word.text) == 1


def hardness(word: SpelledWord) -> float:
    """How hard a word is for a learner: its HSK level (1 to 8), and up to two more for a rare one.

    What no list has is as hard as its hardest character and one more. A term of the glossary is one level
    harder than it looks, and as hard as can be if no list has it: its words say little of what it means. Of
    places one learns where they are: they stand in the middle.
    """
    if word.place:
        return EASY + 1
    if word.term:
        return (word_level(word.text) or BEYOND) + 1
    return _by_itself(word.text)


@lru_cache(maxsize=262_144)
def _by_itself(text: str) -> float:
    level = word_level(text) or min(BEYOND, reading_level(text) + 1)
    return level + min(2.0, max(0.0, _COMMON - frequency(text)) / 2)


def worth(found: PageWord) -> float:
    """How much a reader of the report gains by learning a word: by its hardness and how often it stands
    there; 0 for easy words and numerals.

    Example: a word of HSK 6 that stands four times is worth as much as one beyond all levels that stands once
    or twice.
    """
    if _NUMERAL.fullmatch(found.word.text):
        return 0.0
    return max(0.0, hardness(found.word) - EASY) * (1 + log2(found.count))


def by_worth(words: Iterable[PageWord]) -> tuple[PageWord, ...]:
    """The words that are worth learning, the hard and frequent ones first; ties stay in the order given."""
    found = [(worth(word), word) for word in words]
    ordered = sorted(found, key=lambda item: -item[0])
    return tuple(word for gain, word in ordered if gain > 0)
