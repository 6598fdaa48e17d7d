"""The figures of a Chinese text as values, each with its place, unit, exactness and trend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from build_scripts.quantities.dates import dates
from build_scripts.quantities.hedges import chinese_approx, chinese_trend
from build_scripts.quantities.model import Approx, Quantity, Reading
from build_scripts.quantities.numerals import Numeral, numerals
from build_scripts.quantities.phrases import loose_spans, without_noise
from build_scripts.quantities.shares import shares
from build_scripts.quantities.taken import BLANK, Taken
from build_scripts.quantities.units import (
    BESIDE_LETTER,
    DAY,
    HOUSEHOLD,
    LABEL,
    LABEL_PATTERN,
    LONG_NUMBER,
    ORDINAL,
    PERSON,
    PHONE,
    SHARE,
    SURE_COUNTERS,
    VAGUE,
    measure_at,
)

# Full-width letters, digits and the signs that stand in figures; punctuation that parts sentences stays.
_NARROW = {
    wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_NARROW |= {ord("．"): ".", ord("％"): "%", ord("＋"): "+", ord("\u00a0"): " "}
# 40多年, 十余户, 十来个; but 三多 and 两来 are none.
_MANY = re.compile(
    r"(?<=[\d十百千万亿])(?:[多余]|来(?=[个名人户岁年天里亩斤项条家所])|几(?=[个名人户岁年天]))"
)
_HALF_MORE = re.compile(r"半(?![数夜路岛山途边壁截年月])")
_ROMAN = {char: Fraction(value) for value, char in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", 1)}
_ROMANS = re.compile("[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]")
_ITEM = re.compile(r"^[ \t]*(?:\d{1,2}[、．.](?!\d)|[（(]\d{1,2}[）)])", re.MULTILINE)
# 5G and G60 are names; 5km is a measure.
_NAME = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{1,8}-?\d{1,6}(?:\.\d{1,3})?"
    r"|(?<!\d)\d{1,6}(?!\d|(?:km|kg|kW|MW|GW|mm|cm|ha|mu|m|t)(?![A-Za-z]))[A-Za-z]{1,8}"
)
_TELEPHONE = re.compile(r"(?<!\d)(?:0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9}|[48]00[- ]?\d{3}[- ]?\d{4})(?!\d)")
_JOIN = re.compile(r"[—–\-－~～]{1,2}|至|到|、|和|或者?|与")
_RANGE = re.compile(r"[—–\-－~～]{1,2}|至|到")
_SCALE = re.compile(r"\d(万亿|[十百千]?[万亿]|[百千])")
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "十": 10}
# So long a list may stand before the figure that counts it.
_LIST = 60
_CLAUSES = re.compile("[，。；：！？]")
_LAST = re.compile("[和及与]")
_REFERRING = ("前", "后", "这", "那", "其", "上述", "以上", "头")
# 图1 村民: the space ends a caption's number.
_LABELS = ("图", "表")
_FREE_AT_TWO = frozenset(("", PERSON, HOUSEHOLD))


@lru_cache(maxsize=256)  # the checks and the figures of a report ask for the same texts
def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a Chinese ``text`` in the order of their places. Any text will do.

    Example:
        >>> [(q.text, str(q.value), q.unit) for q in quantities("三年投入1.2亿元，惠及三百二十户")]
        [('三年', '3', 'yr'), ('1.2亿元', '120000000', 'cny'), ('三百二十户', '320', 'household')]
    """
    folded = without_noise(text.translate(_NARROW))
    taken = Taken(folded)
    found: list[Quantity] = []
    for quantity in (
        *_telephones(folded),
        *_labels(folded),
        *dates(folded),
        *shares(folded),
        *_romans(folded),
    ):
        if taken.free(quantity.start, quantity.end):
            taken.take(quantity.start, quantity.end)
            found.append(quantity)
    rest = taken.rest()
    if BESIDE_LETTER.search(rest):
        rest = _NAME.sub(lambda name: BLANK * len(name[0]), rest)
    found += _without_loose(folded, _all_measured(rest))
    found.sort(key=lambda quantity: (quantity.start, quantity.end))
    return tuple(_shaped(folded, text, quantity) for quantity in _joined(folded, found))


def _telephones(text: str) -> Iterator[Quantity]:
    for found in _TELEPHONE.finditer(text) if LONG_NUMBER.search(text) else ():
        digits = re.sub(r"\D", "", found[0])
        yield Quantity(*found.span(), found[0], Fraction(int(digits)), PHONE)


def _labels(text: str) -> Iterator[Quantity]:
    """The numbers of “1+5+N”, which name something."""
    for found in LABEL_PATTERN.finditer(text) if "+" in text else ():
        for number in re.finditer(r"\d+", found[0]):
            start, end = found.start() + number.start(), found.start() + number.end()
            yield Quantity(start, end, number[0], Fraction(int(number[0])), LABEL)


def _romans(text: str) -> Iterator[Quantity]:
    for found in _ROMANS.finditer(text):
        yield Quantity(*found.span(), found[0], _ROMAN[found[0]], ORDINAL)


def _all_measured(text: str) -> Iterator[Quantity]:
    """The quantities that numerals make; a numeral inside of a measure (2个百分点) is part of it."""
    end = 0
    for numeral in numerals(text):
        if numeral.start >= end:
            quantity = _measured(text, numeral)
            end = quantity.end
            yield quantity


def _measured(text: str, numeral: Numeral) -> Quantity:
    """The quantity that ``numeral`` and the measure after it make."""
    start, place, value = numeral.start, numeral.end, numeral.value
    many = _MANY.match(text, place)
    place = many.end() if many else place
    spaced = place + 1 if numeral.arabic and text.startswith(" ", place) else place
    measure, unit, end = ("", "", place) if text[start - 1 : start] in _LABELS else measure_at(text, spaced)
    more = many is not None or numeral.more
    if measure == "个" and (inner := _inner_measure(text, end)):
        value, more = (value + Fraction(1, 2), more) if text[end] == "半" else (value, True)
        measure, unit, end = inner
    elif unit and unit != SHARE and _HALF_MORE.match(text, end):
        value, end = value + Fraction(1, 2), end + 1
    end = end if measure else place
    if unit in (SHARE, "permille"):
        value, unit = value / (100 if unit == SHARE else 1000), SHARE
    others: tuple[Reading, ...] = (Reading(value, DAY),) if measure == "日" else ()
    unit = "d" if measure == "日" else unit
    if text[start - 1 : start] == "第":
        start, unit, others = start - 1, ORDINAL, ()
    loose = _loose(numeral, value, measure, unit)
    if numeral.vague:
        others, unit, loose = (Reading(value, unit), Reading(value)), VAGUE, True
    approx = Approx.OVER if more else Approx.EXACT
    high = numeral.high
    return Quantity(start, end, "", value, unit, measure, high, approx, loose=loose, others=others)


def _inner_measure(text: str, place: int) -> tuple[str, str, int] | None:
    """The measure after the 半 or 多 of 一个半小时, 两个多月."""
    if text[place : place + 1] not in ("半", "多"):
        return None
    for with_counter in (f"个{text[place + 1 : place + 3]}", text[place + 1 : place + 3]):
        word, unit, length = measure_at(with_counter, 0)
        if unit:
            return word, unit, place + 1 + length - (1 if with_counter[0] == "个" else 0)
    return None


def _loose(numeral: Numeral, value: Fraction, measure: str, unit: str) -> bool:
    """Whether English may do without this number: a, both, the three of them."""
    if value == 1 and unit not in (SHARE, "cny", "usd") and (not numeral.arabic or measure):
        return True
    if numeral.arabic:
        return False
    if numeral.plain or not measure or (not unit and measure not in SURE_COUNTERS):
        return True
    if unit == ORDINAL:
        return value <= 3
    alone = numeral.end - numeral.start == 1 and value >= 100
    return alone or numeral.high is not None or (value == 2 and unit in _FREE_AT_TWO)


def _joined(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Lists and ranges: what stands before 至, — or 、 shares the unit of what follows. From the end on."""
    joined: list[Quantity] = []
    for quantity in reversed(found):
        following = joined[-1] if joined else None
        between = text[quantity.end : following.start] if following else ""
        if (
            (
                following is None
                or not between
                or not _JOIN.fullmatch(between)
                or quantity.measure
                or quantity.others
            )
            or quantity.unit
            or quantity.high
            or following.high
            or not following.measure
        ):
            joined.append(quantity)
        elif _RANGE.fullmatch(between) and not following.others:
            joined[-1] = _range(text, quantity, following)
        else:
            value = quantity.value / 100 if following.unit == SHARE else quantity.value
            plain = (Reading(quantity.value),)
            unit, measure = following.unit, following.measure
            joined.append(replace(quantity, value=value, unit=unit, measure=measure, others=plain))
    return joined[::-1]


def _range(text: str, low: Quantity, high: Quantity) -> Quantity:
    """3—5年 as one quantity; in 10至20万元 both ends are counted in 万, though the first may not be."""
    scale = _SCALE.search(text[high.start : high.end])
    factor = Fraction(1)
    if scale and not _SCALE.search(text[low.start : low.end]):
        for char in scale[1]:
            factor *= _SCALES[char]
    value = low.value / 100 if high.unit == SHARE else low.value
    others = (Reading(value, high.unit),) if factor > 1 else ()
    return replace(high, start=low.start, value=value * factor, high=high.value, others=others)


def _without_loose(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """Marks what stands in a set phrase or numbers an item of a list; digits are figures in either."""
    items = {place for item in _ITEM.finditer(text) for place in range(*item.span())}
    spans = iter(loose_spans(text))
    span = next(spans, None)
    reach = 0
    for quantity in found:
        while span and span[0] <= quantity.start:
            reach, span = max(reach, span[1]), next(spans, None)
        first = text[quantity.start]
        digits = first.isascii() or text[quantity.start : quantity.end].lstrip("第")[:1].isascii()
        inside = quantity.start < reach and not digits
        summed = not digits and _sums_up(text, quantity)
        yield replace(quantity, loose=True) if inside or summed or quantity.start in items else quantity


def _sums_up(text: str, quantity: Quantity) -> bool:
    """Whether the figure only counts the list before it (市、县、乡三级) or refers to one (前三项)."""
    before = text[max(0, quantity.start - _LIST) : quantity.start]
    if before.endswith(_REFERRING) and not quantity.unit:
        return True
    clause = _CLAUSES.split(before)[-1]
    return "、" in clause and quantity.value in list_lengths(clause)


def list_lengths(text: str) -> frozenset[int]:
    """How many items the lists with 、 in ``text`` have, with and without what follows a 和.

    Example:
        >>> sorted(list_lengths("包括产业、人才和组织"))
        [2, 3]
    """
    lengths: set[int] = set()
    for clause in _CLAUSES.split(text):
        if commas := clause.count("、"):
            lengths |= {commas + 1, commas + (2 if _LAST.search(clause) else 1)}
    return frozenset(lengths)


def _shaped(text: str, written: str, quantity: Quantity) -> Quantity:
    """With what stands around it: 近, 以上, 增长到; ``written`` is ``text`` as it was before folding."""
    approx, start, end = chinese_approx(text, quantity.start, quantity.end)
    trend = chinese_trend(text, quantity.start)
    approx = approx if approx is not Approx.EXACT else quantity.approx
    # 近千人 is a figure, though 千人 alone may be a manner of speaking.
    meant = approx is Approx.NEARLY and quantity.unit != VAGUE and quantity.value >= 100
    # In the order of the fields: replace() takes three times as long.
    return Quantity(
        start,
        end,
        written[start:end],
        quantity.value,
        quantity.unit,
        quantity.measure,
        quantity.high,
        approx,
        trend,
        quantity.loose and not meant,
        quantity.others,
    )
