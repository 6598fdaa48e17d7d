"""Dates and what is numbered like them in English: 2 March 2021, 6am, the 1990s, level II."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from build_scripts.check.figures.en_words import Number
from build_scripts.quantities.letters import folded, matches
from build_scripts.quantities.model import Reading
from build_scripts.quantities.taken import Taken
from build_scripts.quantities.units import CENTURY, CLOCK, DAY, DECADE, HALF, MONTH, ORDINAL, QUARTER, YEAR

_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS = {name: value for value, name in enumerate(_NAMES, 1)} | {
    name[:3]: value for value, name in enumerate(_NAMES, 1)
}
_MONTHS["sept"] = 9
_MON = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1\d|20)\d{2}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_SEASONS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
# Where all that begins with digits, with the name of a month or with Roman digits may begin.
_ROWS = re.compile(r"\d+")
_MONTH_NAMES = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_ROMANS = re.compile("[IVX]")
_BEGINNINGS = (_ROWS, _MONTH_NAMES, _ROMANS)
# The reader of what is found; where it may begin, or what the text in lower case must hold; the pattern.
_PATTERNS = (
    (
        "iso",
        _ROWS,
        re.compile(
            rf"(?<![\d.])(?P<y>{_YEAR})(?P<sep>[./-])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>{_DAY})"
            r"(?![\d.]\d)"
        ),
    ),
    (
        "date",
        _ROWS,
        re.compile(rf"(?<![\d,.])(?P<d>{_DAY}){_TH} (?:of )?(?P<m>{_MON})(?:,? (?P<y>{_YEAR}))?\b"),
    ),
    (
        "date",
        _MONTH_NAMES,
        re.compile(
            rf"\b(?P<m>{_MON}) (?:the )?(?P<d>{_DAY}){_TH}(?:(?:[–-]| to | and )(?P<d2>{_DAY}))?"
            rf"(?!\d)(?:,? (?P<y>{_YEAR}))?\b"
        ),
    ),
    ("date", _MONTH_NAMES, re.compile(rf"\b(?P<m>{_MON}),? (?P<y>{_YEAR})\b")),
    (
        "month",
        _MONTH_NAMES,
        re.compile(
            r"\b(?P<m>January|February|April|June|July|August|September|October|November|"
            r"December)\b"
        ),
    ),
    (
        "month",
        re.compile("march|may"),
        re.compile(
            r"\b(?:in|of|by|since|until|till|from|to|before|after|during|early|late|mid|last|this|"
            r"next|every|and)[ -](?P<m>March|May)\b(?! \d)|\b(?P<m2>March|May)(?=[–-]| to [A-Z])"
        ),
    ),
    (
        "clock",
        _ROWS,
        re.compile(r"\b(?P<h>1\d|2[0-4]|0?\d)(?:[:.](?P<mi>[0-5]\d))? ?(?P<half>[ap]\.? ?m\b\.?)", re.I),
    ),
    ("clock", _ROWS, re.compile(r"\b(?P<h>1\d|2[0-4]|0?\d):(?P<mi>[0-5]\d)\b(?!:)")),
    (
        "clock",
        re.compile("clock"),
        re.compile(
            r"\b(?P<h>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
            "twelve) o[’']clock",
            re.I,
        ),
    ),
    (
        "past",
        re.compile("past"),
        re.compile(
            r"\bhalf past (?P<h>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
            r"twelve)\b",
            re.I,
        ),
    ),
    ("noon", re.compile("noon|mid"), re.compile(r"\b(?P<noon>noon|midday|midnight)\b", re.I)),
    ("decade", re.compile("0[’']?s"), re.compile(r"(?<!\d)[’']?(?P<dec>(?:1\d|20)?\d0)[’']?s\b")),
    (
        "decade",
        re.compile("ties"),
        re.compile(r"\b(?P<word>fifties|sixties|seventies|eighties|nineties)\b", re.I),
    ),
    ("century", re.compile("century"), re.compile(r"\b(?P<c>\d{1,2})(?:st|nd|rd|th)[ -]century", re.I)),
    (
        "season",
        re.compile("quarter|half|q"),
        re.compile(
            r"\b(?P<q>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<what>quarter|half)\b"
            r"(?! of (?:the )?(?:century|match))|\bQ(?P<short>[1-4])\b",
            re.I,
        ),
    ),
    ("quarters", re.compile("quarters"), re.compile(r"\bfirst (?P<quarters>three|two) quarters\b", re.I)),
    ("years", _ROWS, re.compile(rf"(?<![\d,.])(?P<y>{_YEAR})[–-](?P<y2>{_YEAR}|\d{{2}})(?![\d%])")),
    (
        "roman",
        _ROMANS,
        re.compile(
            r"\b(?P<roman>X{0,2}(?:IX|IV|VI{0,3}|I{2,3})|(?<=[Ll]evel )I|(?<=[Cc]lass )I|"
            r"(?<=[Gg]rade )I|(?<=[Pp]hase )I|(?<=[Tt]ype )I|X{1,3})\b(?!['’])"
        ),
    ),
)
_DECADES = {"fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def english_dates(text: str) -> Iterator[Number]:
    """The dates, times, decades and numbered things of ``text``; the first found of what overlaps is meant.

    Example:
        >>> [(str(r.value), r.unit) for n in english_dates("2 March") for r in n.readings]
        [('3', 'month of the year'), ('2', 'day of the month')]
    """
    taken = Taken(text)
    lower = folded(text)
    places = {where: [found.start() for found in where.finditer(text)] for where in _BEGINNINGS}
    for name, where, pattern in _PATTERNS:
        if where in places:
            matched = matches(pattern, text, places[where])
        elif where.search(lower):
            matched = pattern.finditer(text)
        else:
            continue
        for found in matched:
            start, end = found.span()
            if start == end or not taken.free(start, end):
                continue
            taken.take(start, end)
            yield from _READERS[name](found)


def _date(found: re.Match[str]) -> Iterator[Number]:
    parts = found.groupdict()
    for group in ("m", "m2"):
        if month := parts.get(group):
            value = int(month) if month.isdecimal() else _MONTHS[month.lower().rstrip(".")]
            yield _number(found, group, Reading(Fraction(value), MONTH))
    for group, unit in (("d", DAY), ("d2", DAY), ("y", YEAR)):
        if parts.get(group):
            yield _number(found, group, Reading(Fraction(int(found[group])), unit))


def _years(found: re.Match[str]) -> Iterator[Number]:
    """2016–2020, 2016–20; either may be something else than a year."""
    first, last = found["y"], found["y2"]
    last = last if len(last) == 4 else first[:2] + last
    for group, value in (("y", first), ("y2", last)):
        yield _number(found, group, Reading(Fraction(int(value)), YEAR), Reading(Fraction(int(value))))


def _number(found: re.Match[str], group: str, *readings: Reading) -> Number:
    return Number(*found.span(group), readings, ends=False)


def _hour(word: str) -> int:
    return int(word) if word.isdecimal() else _HOURS.index(word.lower()) + 1


def _clock(found: re.Match[str]) -> Iterator[Number]:
    parts = found.groupdict()
    value = Fraction(_hour(found["h"]) * 60 + int(parts.get("mi") or 0))
    half = (parts.get("half") or "").lower()
    if half:
        value = value % 720 + (720 if half.startswith("p") else 0)
        yield Number(*found.span(), (Reading(value, CLOCK),), ends=False)
        return
    yield Number(*found.span(), (Reading(value, CLOCK), Reading((value + 720) % 1440, CLOCK)), ends=False)


def _past(found: re.Match[str]) -> Iterator[Number]:
    value = Fraction(_hour(found["h"]) * 60 + 30)
    yield Number(*found.span(), (Reading(value, CLOCK), Reading((value + 720) % 1440, CLOCK)), ends=False)


def _noon(found: re.Match[str]) -> Iterator[Number]:
    values = (0, 1440) if found["noon"].lower() == "midnight" else (720,)
    yield Number(
        *found.span(), tuple(Reading(Fraction(value), CLOCK) for value in values), loose=True, ends=False
    )


def _decade(found: re.Match[str]) -> Iterator[Number]:
    word = found.groupdict().get("word")
    value = _DECADES[word.lower()] if word else int(found["dec"])
    yield Number(*found.span(), (Reading(Fraction(value), DECADE),), ends=False)


def _century(found: re.Match[str]) -> Iterator[Number]:
    yield _number(
        found, "c", Reading(Fraction(int(found["c"])), CENTURY), Reading(Fraction(int(found["c"])), ORDINAL)
    )


def _season(found: re.Match[str]) -> Iterator[Number]:
    """A quarter, a half of the year, or any other first half; the half needs no counterpart."""
    if found["short"]:
        yield Number(*found.span(), (Reading(Fraction(int(found["short"])), QUARTER),), ends=False)
        return
    value = Fraction(_SEASONS[found["q"].lower()])
    half = found["what"].lower() == "half"
    yield Number(*found.span(), (Reading(value, HALF if half else QUARTER),), loose=half, ends=False)


def _quarters(found: re.Match[str]) -> Iterator[Number]:
    value = Fraction(3 if found["quarters"].lower() == "three" else 2)
    yield Number(*found.span(), (Reading(value, QUARTER), Reading(value / 4, "%")), ends=False)


def _roman(found: re.Match[str]) -> Iterator[Number]:
    digits = [_ROMAN[char] for char in found["roman"]]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    value = Fraction(sum(-one if one < following else one for one, following in pairs))
    yield Number(*found.span(), (Reading(value, ORDINAL), Reading(value)), loose=True, ends=False)


_READERS = {
    "iso": _date,
    "date": _date,
    "month": _date,
    "clock": _clock,
    "past": _past,
    "noon": _noon,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarters": _quarters,
    "years": _years,
    "roman": _roman,
}
