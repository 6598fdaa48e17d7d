"""The words of a page for each of the three indexes, and where they stand on it.

Of Chinese a word is a pair of units (:mod:`.units`), of pinyin a pair of syllables and the initials of three
(:mod:`.syllables`); both stand at the number of their first unit on the page, so that one text serves for
showing what either found. Of English it is the stem of a word, as Pagefind's program in the browser looks it
up; it stands at the number of its word. Between two blocks a number is left out: no phrase goes on there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

from build_scripts.search.pages import Block, SearchPage
from build_scripts.search.syllables import MUTE, initial_tokens, syllable_tokens
from build_scripts.search.tokens import letter, paired
from build_scripts.search.units import Unit, stretches

PLAIN = 24
"""The weight of a word of the text, as Pagefind counts it."""

TITLE = 5
"""How much more a word of the title counts (Pagefind takes 0 to 10)."""

WEIGHED = 24
"""Above these bits of a place stands its weight, where that is not :data:`PLAIN`."""

_APOSTROPHES = str.maketrans("", "", "'’")
# The punctuation that Pagefind's program drops from a query before it looks words up.
_DROPPED = frozenset({"Pd", "Pe", "Pf", "Pi", "Po", "Ps"})
_PARTS = re.compile(r"[-\u2010-\u2015/:_]+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^A-Za-z]+")
_FIRST = 4


class Placed(NamedTuple):
    """Words of a page as they come, and the place of each (see :data:`WEIGHED`): two lists of one length,
    as there are thousands of them on a page."""

    words: list[str]
    places: list[int]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a page by index, and for each of its blocks the number of its first unit and English word.

    ``latin``: what Latin words in its Chinese texts begin with.
    """

    zh: Placed
    en: Placed
    py: Placed
    starts: tuple[tuple[int, int], ...]
    units: int
    english: int
    latin: frozenset[str]


def words_of(page: SearchPage) -> Words:
    """The words of a page."""
    zh, en, py = Placed([], []), Placed([], []), Placed([], [])
    starts, latin = [], set[str]()
    units = english = 0
    for number, block in enumerate(page.blocks):
        starts.append((units, english))
        times = 1 if number else TITLE
        # A block without Chinese moves no Chinese: what is mended in one language changes one index.
        behind = _chinese(block, units, times, zh, py, latin)
        units = behind + (behind > units)
        behind = _english(block.en.split(), english, times, en)
        english = behind + (behind > english)
    return Words(zh, en, py, tuple(starts), units, english, frozenset(latin))


def _chinese(block: Block, at: int, times: int, zh: Placed, py: Placed, latin: set[str]) -> int:
    """Put the words of a block's Chinese in; gives the number behind its last unit."""
    weight = _weighed(PLAIN, times)
    for run in stretches(block.zh):
        letters, spoken = _letters(run, block.syllables)
        tokens = paired(letters)
        if found := [unit.text for unit in run if unit.kind == "word"]:
            latin.update(plain(word)[:_FIRST] for word in found)
            tokens = [stem(plain(token)) for token in tokens]
        zh.words.extend(tokens)
        zh.places.extend(range(weight + at, weight + at + len(tokens)))
        if any(spoken):
            _pinyin(spoken, weight + at, py)
        at += len(letters)
    return at


def _letters(run: Sequence[Unit], syllables: Sequence[str]) -> tuple[list[str], list[str]]:
    """The units of a run as they stand in tokens, and the syllable of each; empty for what has none."""
    letters: list[str] = []
    spoken: list[str] = []
    for unit in run:
        if unit.kind == "han":
            letters += unit.text
            said = syllables[unit.start : unit.end]
            spoken += said if len(said) == len(unit.text) else [MUTE] * len(unit.text)
        else:
            letters.append(letter(unit))
            spoken.append("")
    return letters, spoken


def _pinyin(spoken: Sequence[str], at: int, py: Placed) -> None:
    """Put in the syllables of a run in pairs, and their initials in threes."""
    for start, run in _said(spoken):
        for tokens in (syllable_tokens(run), initial_tokens(run)):
            py.words.extend(tokens)
            py.places.extend(range(at + start, at + start + len(tokens)))


def _said(spoken: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """The runs of syllables, each with the number of its first."""
    if "" not in spoken and MUTE not in spoken:
        yield 0, spoken
        return
    start = 0
    for at, syllable in enumerate([*spoken, ""]):
        if syllable in {"", MUTE}:
            if start < at:
                yield start, spoken[start:at]
            start = at + 1


def _english(tokens: Sequence[str], at: int, times: int, en: Placed) -> int:
    for place, token in enumerate(tokens, at):
        for word, weight in spelled_words(token):
            en.words.append(word)
            en.places.append(_weighed(weight, times) + place)
    return at + len(tokens)


def _weighed(weight: int, times: int) -> int:
    weight *= times
    return 0 if weight == PLAIN else weight << WEIGHED


@lru_cache(maxsize=65536)
def spelled_words(token: str) -> tuple[tuple[str, int], ...]:
    """The words that something between two spaces is found by, with the weight of each.

    All of it is one; what is joined by a hyphen, a slash or capitals is found by its parts as well.

    >>> spelled_words("Villages,"), spelled_words("well-kept"), spelled_words("£5")
    ((('villag', 24),), (('wellkept', 24), ('well', 12), ('kept', 12)), (('£5', 24), ('5', 24)))
    """
    whole = _kept(token)
    words = dict.fromkeys((stem(plain(whole)), stem(plain(_letters_of(whole)))), PLAIN)
    joined = [part for part in _PARTS.split(token.translate(_APOSTROPHES)) if _letters_of(part)]
    parts = [_letters_of(part) for one in joined for part in _CAMEL.findall(_kept(one)) if _letters_of(part)]
    if len(parts) > 1 and not (len(joined) == 1 and any(part.isdigit() for part in parts)):
        for part in parts:
            words.setdefault(stem(plain(part)), max(1, PLAIN // len(parts)))
    return tuple((word, weight) for word, weight in words.items() if word)


def _kept(token: str) -> str:
    return "".join([letter for letter in token if unicodedata.category(letter) not in _DROPPED])


def _letters_of(text: str) -> str:
    return "".join([letter for letter in text if letter.isalnum()])


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word as it is looked up: small letters without marks, and no punctuation.

    >>> plain("Café"), plain("don't增")
    ('cafe', 'dont增')
    """
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return _kept(word).lower()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of an English word, by the algorithm that Pagefind's program uses (tested)."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
