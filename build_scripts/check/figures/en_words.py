"""Numbers that English writes in words: three hundred and twenty, one and a half, two-thirds, dozens.

The words themselves are read by text2num; what it leaves open is done here: where a number begins and ends
(it reads “one hundred and two hundred” as 102 and 100), parts, multiples, and years (nineteen ninety-eight).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from text_to_num import find_numbers

from build_scripts.check.figures.en_scanning import (
    ROW,
    beginning,
    places_by_key,
    places_pattern,
)
from build_scripts.quantities.letters import folded, keys, matches
from build_scripts.quantities.model import Reading
from build_scripts.quantities.units import FOLD, ORDINAL, SHARE, TIMES, VAGUE, YEAR, english_unit_at

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NTH = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth"
    "|seventieth|eightieth|ninetieth|hundredth|thousandth"
)
_WORD = f"(?:{_TEENS}|{_TENS}|{_SMALL}|zero|hundred|thousand|million|billion|trillion)"
_RUN = re.compile(
    rf"\b(?:{_WORD}(?:(?:[ -]|,? and (?=(?:{_WORD}|{_NTH})\b)){_WORD})*\b(?:[ -](?:{_NTH})\b)?|(?:{_NTH})\b)",
)
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_COUNT = {word: value for value, word in enumerate(_SMALL.split("|"), 1)} | {"a": 1, "an": 1}
_PART = re.compile(
    rf"\b(?P<n>{_SMALL}|an?)[ -](?P<part>(?:third|quarter|fourth|fifth|sixth|seventh|"
    "eighth|ninth|tenth|twelfth|twentieth"
    r"|hundredth|thousandth)s?)\b(?! of the (?:year|century))",
)
_IN = re.compile(
    rf"(?<![\d.,])\b(?P<n>{_SMALL}|\d{{1,3}}) (?:in|out of)(?: every)? "
    rf"(?P<of>{_SMALL}|twenty|\d{{1,3}})\b(?! \d)",
)
_BIG = "(?P<scale>hundred|thousand|million|billion|trillion|dozen)"
_HALVES = re.compile(
    rf"(?<![\d.,])\b(?:(?P<whole>{_SMALL}|\d+|an?)(?P<noun>[ -][a-z]+)? and an? "
    rf"(?P<p1>half|quarter|third)(?:[ -]{_BIG})?"
    "|(?P<p2>half|(?:a )?quarter|three[ -]quarters)(?: of)?[ -]an?[ -](?P<s2>hundred|"
    "thousand|million|billion|trillion|dozen)"
    r"|(?P<three>three[ -]quarters)|(?P<half>half|halves|halved|halving|halv(?:es?)))\b",
)
_FOLDS = re.compile(
    rf"(?<![\d.,])\b(?:(?P<n>{_SMALL}|\d+(?:\.\d+)?)(?:[ -]?fold| times|x(?= ))(?! (?:a|each|every|"
    "per) )|(?P<word>doubl(?:es?|ed|ing)|twice|twofold"
    r"|tripl(?:es?|ed|ing)|trebl(?:es?|ed|ing)|thrice|quadrupl(?:es?|ed|ing)|quintupl(?:es?|ed|ing)))\b",
)
_FOLD_WORDS = {"do": 2, "tw": 2, "tr": 3, "th": 3, "qua": 4, "qui": 5}
_DOZEN = re.compile(
    rf"\b(?:(?P<n>{_SMALL}|an?|half a|half-a)[ -])?(?P<what>dozen|score)\b(?! of (?:the|years))"
)
_MANY = re.compile(
    r"\b(?:(?:(?P<tens>tens|dozens|scores|hundreds)(?: of|(?: and|, ) ?thousands of)? )?"
    "(?P<what>thousands|millions|billions)"
    "|(?P<lone>dozens|scores|hundreds|tens(?= of))|(?:several|a few|some few) "
    r"(?P<few>dozen|hundred|thousand|million|hundred thousand))\b",
)
_MAGNITUDE = {
    "tens": 10, "dozen": 10, "dozens": 10, "scores": 10, "hundred": 100, "hundreds": 100, "thousand": 1000,
    "thousands": 1000, "hundred thousand": 10**5, "million": 10**6, "millions": 10**6, "billions": 10**9,
}  # fmt: skip
_OTHERS = {
    "centenary": 100,
    "centennial": 100,
    "both": 2,
    "couple": 2,
    "pair": 2,
    "pairs": 2,
    "twin": 2,
    "once": 1,
    "trio": 3,
}
_OTHER = re.compile(rf"\b(?:{'|'.join(_OTHERS)})\b")
# What is called by a number without counting: no one, one another, first and foremost, the second hand.
_NO_NUMBER = re.compile(
    r"\b(?:no one|one another|one by one|every ?one|any ?one|some ?one|one-(?=[a-z])|"
    "one’s|the one|this one|that one|each one"
    "|at first|first of all|first secretar(?:y|ies)|for the first time|firsthand|"
    r"first-hand|second-hand|at one with|five-year(?= plan))\b",
)


# With which words each pattern begins (:mod:`en_scanning`): they are for texts in lower case.
_SMALL_KEYS = keys(_SMALL)
_RUN_KEYS = keys("|".join((_SMALL, _TEENS, _TENS, "zero", *_SCALES, _NTH)))
_NO_NUMBER_KEYS = keys("no one every any some the this that each at first for second five")
_IN_KEYS = _SMALL_KEYS | {ROW}
_HALVES_KEYS = _SMALL_KEYS | {ROW} | keys("a an half halves halved halving quarter three")
_PART_KEYS = _SMALL_KEYS | keys("a an")
_FOLDS_KEYS = _SMALL_KEYS | {ROW} | keys("doubling twice triple treble thrice quadruple quintuple")
_MANY_KEYS = keys("tens dozens scores hundreds thousands millions billions several a some")
_DOZEN_KEYS = _SMALL_KEYS | keys("a an half dozen score")
_OTHER_KEYS = keys("|".join(_OTHERS))
_RUNS = places_pattern(_RUN_KEYS)
_NO_NUMBERS = places_pattern(_NO_NUMBER_KEYS)
_SPECIAL = places_pattern(
    _IN_KEYS | _HALVES_KEYS | _PART_KEYS | _FOLDS_KEYS | _MANY_KEYS | _DOZEN_KEYS | _OTHER_KEYS
)
# One of these is in all that is called by a number without counting.
_NO_COUNTS = ("one", "first", "second-hand", "five-year")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words: its place, its readings, and whether it needs no counterpart in the Chinese.

    ``ends`` says that a unit may follow.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    loose: bool = False
    ends: bool = True


@dataclass(frozen=True, slots=True)
class _Token:
    """What text2num wants to be given."""

    word: str

    def text(self) -> str:
        return self.word

    def text_lowercase(self) -> str:
        return self.word.lower()

    def nt_separated(self, previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def special_numbers(text: str) -> Iterator[Number]:
    """Parts, multiples, dozens and vague numbers; where two overlap, the first in this order is meant.

    Example:
        >>> [(str(r.value), r.unit) for n in special_numbers("two-thirds, doubled") for r in n.readings]
        [('2/3', '%'), ('2', 'times as much')]
    """
    text = folded(text)
    if any(word in text for word in _NO_COUNTS):
        for found in matches(_NO_NUMBER, text, (found.start() for found in _NO_NUMBERS.finditer(text))):
            yield Number(*found.span(), (Reading(Fraction(1)),), loose=True, ends=False)
    places = places_by_key(text, _SPECIAL)
    for found in matches(_IN, text, beginning(places, _IN_KEYS)):
        yield from _one_in(found)
    for found in matches(_HALVES, text, beginning(places, _HALVES_KEYS)):
        yield from _with_half(found)
    for found in matches(_PART, text, beginning(places, _PART_KEYS)):
        parts = _PARTS[found["part"].lower().rstrip("s")]
        yield Number(
            *found.span(), (Reading(Fraction(_COUNT[found["n"].lower()], parts), SHARE), *_nth(found, parts))
        )
    for found in matches(_FOLDS, text, beginning(places, _FOLDS_KEYS)):
        yield _multiple(found)
    for found in matches(_MANY, text, beginning(places, _MANY_KEYS)):
        value = _MAGNITUDE[(found["what"] or found["lone"] or found["few"]).lower()]
        value *= _MAGNITUDE[found["tens"].lower()] if found["tens"] else 1
        yield Number(*found.span(), (Reading(Fraction(value), VAGUE),), loose=True)
    for found in matches(_DOZEN, text, beginning(places, _DOZEN_KEYS)):
        count = (found["n"] or "a").lower()
        dozens = Fraction(12 if found["what"].lower() == "dozen" else 20)
        dozens *= Fraction(1, 2) if count.startswith("half") else _COUNT[count]
        yield Number(*found.span(), (Reading(dozens), Reading(Fraction(10), VAGUE), Reading(Fraction(10))))
    for found in matches(_OTHER, text, beginning(places, _OTHER_KEYS)):
        yield Number(*found.span(), (Reading(Fraction(_OTHERS[found[0].lower()])),), loose=True)


def _nth(found: re.Match[str], parts: int) -> tuple[Reading, ...]:
    """“A fourth” may count: a fourth team."""
    single = found["n"].lower() in ("a", "an") and not found["part"].lower().endswith("s")
    return (Reading(Fraction(parts), ORDINAL),) if single else ()


def _count(word: str) -> Fraction:
    lower = word.lower()
    return Fraction(lower) if lower[0].isdigit() else Fraction(20 if lower == "twenty" else _COUNT[lower])


def _one_in(found: re.Match[str]) -> Iterator[Number]:
    """“Three in ten” is a share; “12 in 2020” is none."""
    count, of = _count(found["n"]), _count(found["of"])
    if 0 < count < of:
        yield Number(*found.span(), (Reading(count / of, SHARE), Reading(count), Reading(of)), ends=False)


def _with_half(found: re.Match[str]) -> Iterator[Number]:
    parts = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}
    if found["whole"]:
        unit, _ = english_unit_at(found["noun"] or "", 0)
        if found["whole"].lower() in ("a", "an") and not unit:
            return
        scale = (found["scale"] or "").lower()
        value = _count(found["whole"]) + parts[found["p1"].lower()]
        value *= 12 if scale == "dozen" else _SCALES.get(scale, 1)
        yield Number(*found.span(), (Reading(value, unit),))
    elif found["p2"]:
        word = found["p2"].lower()
        part = Fraction(3, 4) if word.startswith("three") else parts[word.split()[-1]]
        scale = found["s2"].lower()
        yield Number(*found.span(), (Reading(part * (12 if scale == "dozen" else _SCALES[scale])),))
    elif found["three"]:
        yield Number(*found.span(), (Reading(Fraction(3, 4), SHARE), Reading(Fraction(3, 4))))
    else:
        half = Fraction(1, 2)
        yield Number(*found.span(), (Reading(half, SHARE), Reading(half)), loose=True)


def _multiple(found: re.Match[str]) -> Number:
    if found["n"]:
        value = _count(found["n"])
        return Number(
            *found.span(), (Reading(value, FOLD), Reading(value, TIMES), Reading(value)), ends=False
        )
    word = found["word"].lower()
    value = Fraction(next(times for start, times in _FOLD_WORDS.items() if word.startswith(start)))
    # “Doubled” is what came of it, never the growth: 增长两倍 is tripled.
    readings = (
        (Reading(value, TIMES),) if word[-1] in "sdg" else (Reading(value, TIMES), Reading(value, FOLD))
    )
    readings = (*readings, Reading(value)) if word in ("twice", "thrice") else readings
    return Number(*found.span(), readings, loose=word == "twice", ends=False)


def plain_numbers(text: str) -> Iterator[Number]:
    """Whole numbers and ordinals in words, in order.

    Example:
        >>> [[(str(r.value), r.unit) for r in n.readings] for n in plain_numbers("the twenty-first of forty")]
        [[('21', 'ordinal')], [('40', '')]]
    """
    text = folded(text)
    for run in matches(_RUN, text, (found.start() for found in _RUNS.finditer(text))):
        yield from _run(run[0], run.start())


def _run(words: str, start: int) -> Iterator[Number]:
    pieces = list(re.finditer(r"[A-Za-z]+|[^A-Za-z]+", words))
    found = find_numbers([_Token(piece[0]) for piece in pieces], "en", -1.0)
    numbers = [
        (pieces[one.start].start(), pieces[one.end - 1].end(), Fraction(int(one.value)), one.is_ordinal)
        for one in found
    ]
    place = 0
    while place < len(numbers):
        first, end, value, ordinal = numbers[place]
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        if following and 13 <= value <= 20 and 10 <= following[2] < 100 and not following[3]:
            year = value * 100 + following[2]
            yield Number(start + first, start + following[1], (Reading(year, YEAR), Reading(year)))
            place += 2
            continue
        unit = ORDINAL if ordinal else ""
        yield Number(
            start + first, start + end, (Reading(value, unit),), loose=value <= (2 if ordinal else 1)
        )
        place += 1
