"""The figures of an English text as values, in digits or in words, each with its place, unit and hedges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from build_scripts.check.figures.en_dates import english_dates
from build_scripts.check.figures.en_words import Number, plain_numbers, special_numbers
from build_scripts.quantities.hedges import english_approx, english_trends
from build_scripts.quantities.model import Figure, Reading
from build_scripts.quantities.numerals import decimal
from build_scripts.quantities.phrases import without_noise
from build_scripts.quantities.taken import Taken
from build_scripts.quantities.units import (
    BESIDE_LETTER,
    LABEL,
    LABEL_PATTERN,
    LONG_NUMBER,
    ORDINAL,
    PHONE,
    SHARE,
    YEAR,
    currency_before,
    english_unit_at,
)

_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_DIGITS = re.compile(
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+(?![\d,]\d)|\d+)(?:\.\d+)?)"
    r"(?P<scale>(?:[ \u00a0-](?:hundred|thousand|million|billion|trillion)\b)+|(?:bn|mn|tn)\b"
    r"|[mk]\b(?= (?:yuan|people|US)))?"
    r"(?P<th>st\b|nd\b|rd\b|th\b)?",
    re.I,
)
_MAX_DIGITS = 40
_TELEPHONE = re.compile(
    r"(?<![\d–-])(?:\+?86[ -]?)?(?:0?\d{2,3}[ -]?\d{3,4}[ -]?\d{4}|"
    r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}|[48]00[ -]?\d{3}[ -]?\d{4})(?![\d,])"
)
_NAME = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{1,8}-?\d{1,6}(?:\.\d{1,3})?\b"
    r"|\b\d{1,6}(?!\d|(?:st|nd|rd|th|s|am|pm|km|kg|kW|MW|GW|mm|cm|ha|mu|m|t|bn|mn|tn|k|x|h|km2|m2)\b)[A-Za-z]{1,8}"
)
_CURRENCY_NAME = re.compile(r"(?:RMB|CNY|USD|US|HK|HKD|EUR|GBP|JPY|Q)$", re.I)
# Not in “24 hours a day”, “once a year”.
_ARTICLE = re.compile(
    # The letter first: only where it stands is anything to be looked at.
    r"[Aa](?<!\w.)(?<!hours .)(?<!days .)(?<!times .)(?<!minutes .)(?<!once .)(?<!twice .)(?<!yuan .)"
    r"(?<!people .)(?<!each .)n?(?= )"
)
_ITEM = re.compile(r"^[ \t]*(?:\d{1,2}\\?[.)](?!\d)|\(\d{1,2}\))", re.MULTILINE)
_JOIN = re.compile(
    r"[ \u00a0]?(?:,? (?:and|or|to|and then|or even) |, |[–—-]|–| to )(?:(?:about|nearly|"
    r"over) )?(?:[¥$€£]|US\$|RMB )?"
)
_AFTER_PART = re.compile(r" (?:of )?an? | of the |-")
_CLAUSE = re.compile(r"[.;:!?—()\n“”](?!\d)")
_AFTER_CLAUSE = re.compile(r"[.;:!?—()\n](?!\d)|, | and | but | while | whereas ")
_TO = re.compile(r"[^A-Za-z]{0,3}(?:[A-Za-z ]{0,30} )?to [^A-Za-z]{0,3}")
_BEFORE, _AFTER = 80, 50


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with the place of its unit, before lists share theirs."""

    number: Number
    start: int
    end: int
    unit: str
    scale: int
    digits: int


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of an English ``text`` in the order of their places. Any text will do.

    Example:
        >>> [(f.text, str(r.value), r.unit) for f in figures("1.2 billion yuan, up 50%") for r in f.readings]
        [('1.2 billion yuan', '1200000000', 'cny'), ('50%', '1/2', '%')]
    """
    clean = without_noise(text)
    found = sorted(_numbers(clean), key=lambda one: (one.start, one.end))
    shared = _shared(clean, found)
    items = {place for item in _ITEM.finditer(clean) for place in range(*item.span())}
    return tuple(_figure(text, clean, found, place, shared[place], items) for place in range(len(found)))


def _numbers(text: str) -> Iterator[_Found]:
    """The numbers with their units; the readers take turns, each sees what the ones before it left."""
    rest = _without_names(text)
    for reader in (
        _telephones,
        _labels,
        english_dates,
        special_numbers,
        _in_digits,
        plain_numbers,
        _articles,
    ):
        taken = Taken(rest)
        for number, scale, digits in _facts(rest, reader(rest)):
            if taken.free(number.start, number.end):
                found = _with_unit(rest, number, scale, digits)
                taken.take(found.start, found.end)
                yield found
        rest = taken.rest()


def _facts(text: str, read: Iterable[Number | tuple[Number, int, int]]) -> Iterator[tuple[Number, int, int]]:
    """Each number with its scale (five thousand counts thousands) and its significant digits."""
    for one in read:
        if isinstance(one, tuple):
            yield one
        else:
            last = re.split("[ -]", text[one.start : one.end].lower())[-1]
            yield one, _SCALES.get(last, 1) if len(last) > 2 else 1, 0


def _without_names(text: str) -> str:
    """Without 5G, G60, PM2.5; RMB500 stays."""

    def blank(found: re.Match[str]) -> str:
        letters = found[0].rstrip("0123456789.-")
        return found[0] if letters and _CURRENCY_NAME.fullmatch(letters) else "\0" * len(found[0])

    return _NAME.sub(blank, text) if BESIDE_LETTER.search(text) else text


def _telephones(text: str) -> Iterator[Number]:
    for found in _TELEPHONE.finditer(text) if LONG_NUMBER.search(text) else ():
        digits = re.sub(r"\D", "", found[0].removeprefix("+86"))
        yield Number(*found.span(), (Reading(Fraction(int(digits)), PHONE),), ends=False)


def _labels(text: str) -> Iterator[Number]:
    for found in LABEL_PATTERN.finditer(text) if "+" in text else ():
        for number in re.finditer(r"\d+", found[0]):
            start, end = found.start() + number.start(), found.start() + number.end()
            yield Number(start, end, (Reading(Fraction(int(number[0])), LABEL),), ends=False)


def _articles(text: str) -> Iterator[Number]:
    """“A hectare” is one; it needs no counterpart."""
    for found in _ARTICLE.finditer(text):
        if english_unit_at(text, found.end())[0]:
            yield Number(*found.span(), (Reading(Fraction(1)),), loose=True)


def _in_digits(text: str) -> Iterator[tuple[Number, int, int]]:
    for found in _DIGITS.finditer(text):
        digits = found["number"].replace(",", "")
        if len(digits) > _MAX_DIGITS:
            continue
        scale = 1
        for word in re.findall(r"[a-z]+", (found["scale"] or "").lower()):
            scale = min(scale * _SCALES[word], 10**30)
        value = decimal(digits)
        value = value * scale if scale > 1 else value
        readings = [Reading(value, ORDINAL if found["th"] else "")]
        if len(digits) == 4 and digits == found["number"] and not found["th"] and 1000 <= value < 2200:
            readings.insert(0, Reading(value, YEAR))
        significant = len(digits.replace(".", "").strip("0")) or 1
        yield Number(*found.span(), tuple(readings)), scale, significant


def _with_unit(text: str, number: Number, scale: int, digits: int) -> _Found:
    """The unit that stands behind the number or, for money, before it."""
    if not number.ends:
        return _Found(number, number.start, number.end, "", scale, digits)
    unit, end = english_unit_at(text, number.end)
    part = _AFTER_PART.match(text, number.end) if not unit else None
    if part and number.readings[0].value < 1:
        unit, end = english_unit_at(text, part.end() - 1)
        end = end if unit else number.end
    start = number.start
    if not unit:
        unit, start = currency_before(text, start)
    return _Found(number, start, end, unit, scale, digits)


def _shared(text: str, found: Sequence[_Found]) -> list[tuple[str, int]]:
    """The unit and the scale of each number, or those of the next one in its list: 10, 15 and 20 per cent."""
    shared: list[tuple[str, int]] = []
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        unit, scale = one.unit, one.scale
        if shared and (not unit or scale == 1) and _JOIN.fullmatch(text, one.end, found[place + 1].start):
            unit, scale = unit or shared[-1][0], scale if scale > 1 else shared[-1][1]
        shared.append((unit, scale))
    return shared[::-1]


def _figure(
    text: str, clean: str, found: Sequence[_Found], place: int, shared: tuple[str, int], items: set[int]
) -> Figure:
    one = found[place]
    before_start = max(found[place - 1].end if place else 0, one.start - _BEFORE)
    after_end = min(found[place + 1].start if place + 1 < len(found) else len(clean), one.end + _AFTER)
    before = _CLAUSE.split(clean[before_start : one.start])[-1]
    if place and _TO.fullmatch(before):
        # “Fell from 6.1% to 9.5%”: what moved stands before the first figure.
        before = _CLAUSE.split(clean[max(0, found[place - 1].start - _BEFORE) : one.start])[-1]
    after = clean[one.end : after_end]
    near, beside = english_approx(before, _CLAUSE.split(after)[0])
    if place and " and " in before:
        # “Over 34,000 members and 1,500 organisations”: the word may be meant for both.
        last = found[place - 1].start
        near |= english_approx(_CLAUSE.split(clean[max(0, last - _BEFORE) : last])[-1], "")[0]
    return Figure(
        start=one.start,
        end=one.end,
        text=text[one.start : one.end],
        readings=tuple(_readings(one, *shared)),
        approx=beside,
        near=near,
        trends=english_trends(before, _AFTER_CLAUSE.split(after)[0]),
        digits=one.digits,
        loose=one.number.loose or one.start in items,
    )


def _readings(one: _Found, unit: str, scale: int) -> Iterator[Reading]:
    """With its unit; without one if the unit is only that of the next in a list."""
    own = unit == one.unit
    part, unit = (1000, SHARE) if unit == "permille" else (100, unit)
    for reading in one.number.readings:
        if unit and reading.unit in ("", SHARE, YEAR) and reading.unit != unit:
            yield Reading(
                reading.value / part if unit == SHARE and reading.unit != SHARE else reading.value, unit
            )
            if own:
                continue
        yield reading
        if scale != one.scale and reading.unit in ("", YEAR):
            yield Reading(reading.value * scale / (part if unit == SHARE else 1), unit)
