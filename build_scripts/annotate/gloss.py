"""A word-by-word gloss: under each word of a text its pinyin and one short sense. It is no translation.

Terms of the glossary have their English; places and people their names; figures their value (3.7亿 → 370
million); all else the sense of the dictionary. A word that it lacks is glossed by its parts.

Law: the words of a gloss joined give the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Protocol

from build_scripts.annotate.dictionary import Dictionary
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.pinyin import is_person, spell, without_tones
from build_scripts.annotate.places import is_place, parts
from build_scripts.annotate.segment import HAN
from build_scripts.annotate.vocabulary import SpelledWord
from build_scripts.annotate.word import Word, WordLike
from build_scripts.annotate.words import annotate


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word of a text; ``pinyin`` and ``sense`` are empty where there is none (punctuation, Latin words)."""

    text: str
    pinyin: str = ""
    sense: str = ""


_FIGURE = re.compile(
    r"(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    "(?P<about>[余多来几])?(?P<power>[百千万亿]+)(?P<over>[余多])?"
)
_POWERS = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_NUMERAL = re.compile("[〇零一二两三四五六七八九十百千万亿]{2,}")
_SECTION = {"十": 10, "百": 100, "千": 1000}
_LEVELS = {
    "特别行政区": "Special Administrative Region", "自治区": "Autonomous Region",
    "自治州": "Autonomous Prefecture", "自治县": "Autonomous County", "街道": "Subdistrict",
    "社区": "Community", "省": "Province", "市": "City", "县": "County", "区": "District", "镇": "Town",
    "乡": "Township", "村": "Village", "盟": "League", "旗": "Banner",
}  # fmt: skip


class PlacedWord(WordLike, Protocol):
    """As much of a word as its gloss needs."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def place(self) -> bool: ...


Words = Callable[[str], Sequence[PlacedWord]]
"""The words of a text."""

Known = Callable[[str, str | None, str | None, bool], Gloss]
"""The gloss of a word: by its text, its pinyin, the id of its term, and whether it is a place."""


def gloss(text: str, lexicon: Lexicon, dictionary: Dictionary) -> tuple[Gloss, ...]:
    """The gloss of a text.

    >>> from build_scripts.annotate.lexicon import EMPTY
    >>> gloss("3.7亿元", EMPTY, Dictionary({}, {"元": {"": "yuan"}}))[0].sense
    '370 million'
    """
    return glossed(text, partial(annotate, lexicon=lexicon), word_gloss(lexicon, dictionary))


def glossed(text: str, words: Words, known: Known) -> tuple[Gloss, ...]:
    """The same for who glosses many texts: ``words`` and ``known`` may remember what they gave before."""
    found: list[Gloss] = []
    done = 0
    for word in words(text):
        if word.end <= done:
            continue
        rest = word.text[max(0, done - word.start) :]
        if rest != word.text:
            # The figure before took the beginning of this word: 亿元 is 亿 and 元.
            found += glossed(rest, words, known)
            done = word.end
            continue
        figure = _FIGURE.match(text, word.start) if word.text[0].isdecimal() else None
        if figure and figure.end() > word.end:
            found.append(Gloss(figure[0], "", _figure(figure)))
            done = figure.end()
        else:
            found.append(known(word.text, word.pinyin, word.term, word.place))
            done = word.end
    return tuple(found)


def word_gloss(lexicon: Lexicon, dictionary: Dictionary) -> Known:
    """What glosses a word with this glossary and this dictionary."""

    def known(text: str, pinyin: str | None, term: str | None, place: bool) -> Gloss:
        if pinyin is None:
            return Gloss(text)
        return Gloss(text, pinyin, word_sense(SpelledWord(text, pinyin, term, place), lexicon, dictionary))

    return known


def word_sense(word: Word | SpelledWord, lexicon: Lexicon, dictionary: Dictionary) -> str:
    """One short sense of a word, chosen as the head of this module says; empty where none is known."""
    if word.pinyin is None:
        return ""
    if word.term and (term := lexicon.by_id[word.term]).en:
        return term.en
    known = dictionary.sense(word.text, word.pinyin)
    if word.place:
        return _place(word.text, word.pinyin, dictionary)
    if word.pinyin[:1].isupper() and is_person(word.text):
        return without_tones(word.pinyin)
    if known:
        return known
    if word.pinyin[:1].isupper():
        return _of_parts(word.text, dictionary) or without_tones(word.pinyin)
    return spoken_numeral(word.text) or _of_parts(word.text, dictionary)


def _of_parts(word: str, dictionary: Dictionary) -> str:
    """The senses of a word's parts with a plus between; empty if one of them has none."""
    if len(word) < 2:
        return ""
    numeral = _NUMERAL.match(word)
    head = numeral[0] if numeral else ""
    senses = [_spoken(numeral_value(head))] if head else []
    senses += [_part(part, dictionary) for part in dictionary.parts(word[len(head) :]) if HAN.match(part)]
    if not all(senses):
        return ""
    # Of a part the first meaning; a measure says nothing beside its number.
    firsts = [re.split("[;,] ", sense)[0] for sense in senses]
    telling = [sense for sense in firsts if not sense.startswith("(")]
    return " + ".join(telling or firsts)


def _part(part: str, dictionary: Dictionary) -> str:
    if len(part) > 1 and is_place(part, ""):
        return _place(part, spell(part, "ns"), dictionary)
    return dictionary.part_sense(part)


def _place(name: str, pinyin: str, dictionary: Dictionary) -> str:
    """A place in English: its own name in pinyin without tones, and what it is: Longhui County."""
    found = parts(name)
    if len(found) == 1 or found[-1] not in _LEVELS:
        known = dictionary.sense(name, pinyin).partition(",")[0]
        short = known and known[0].isupper() and len(known.split()) <= 2
        return known.removesuffix(" province").removesuffix(" city") if short else without_tones(pinyin)
    spelled = [without_tones(part) for part in pinyin.split()]
    # 侗族 is “the Dong”, not “Dongzu”.
    peoples = [part.removesuffix("zu") for part in spelled[1:-1]]
    return " ".join([*spelled[:1], *peoples, _LEVELS[found[-1]]])


def _figure(found: re.Match[str]) -> str:
    """The value of a figure in Arabic digits and Chinese powers, in words of English."""
    value = Decimal(found["number"].replace(",", ""))
    for power in found["power"]:
        value *= _POWERS[power]
    about = found["about"] in ("余", "多") or found["over"]
    return ("over " if about else "") + _spoken(value)


def _spoken(value: Decimal) -> str:
    """A number as English writes it: 370 million, 12,600, 1.2 billion.

    >>> _spoken(Decimal(370000000)), _spoken(Decimal("12600")), _spoken(Decimal("1200000000"))
    ('370 million', '12,600', '1.2 billion')
    """
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def spoken_numeral(word: str) -> str:
    """The value of a Chinese numeral of two characters or more as English writes it; empty if it is none.

    >>> spoken_numeral("三百六十"), spoken_numeral("三")
    ('360', '')
    """
    return _spoken(numeral_value(word)) if _NUMERAL.fullmatch(word) else ""


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def numeral_value(numeral: str) -> Decimal:
    """The value of a Chinese numeral: 三百六十 → 360, 二〇二一 → 2021, 十二万 → 120000.

    >>> numeral_value("三百六十"), numeral_value("二〇二一"), numeral_value("一亿二千万")
    (Decimal('360'), Decimal('2021'), Decimal('120000000'))
    """
    if numeral and all(char in _DIGITS for char in numeral):
        return Decimal("".join(str(_DIGITS[char]) for char in numeral))
    for power in ("亿", "万"):
        high, found, low = numeral.rpartition(power)
        if found:
            return (numeral_value(high) if high else Decimal(1)) * _POWERS[power] + numeral_value(low)
    total, digit = 0, 0
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total, digit = total + (digit or 1) * _SECTION[char], 0
    return Decimal(total + digit)


def words_of(glosses: Sequence[Gloss]) -> str:
    """The text of a gloss: what it was made of."""
    return "".join(part.text for part in glosses)
