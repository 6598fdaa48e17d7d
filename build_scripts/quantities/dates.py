"""Dates and what is numbered like them in Chinese: 2021年3月2日, 90后, 8时30分, 十四五, 〔2018〕59号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from build_scripts.quantities.model import Quantity, Reading
from build_scripts.quantities.numerals import numerals
from build_scripts.quantities.taken import Taken
from build_scripts.quantities.units import (
    CENTURY,
    CLOCK,
    DAY,
    DECADE,
    HALF,
    MONTH,
    ORDINAL,
    QUARTER,
    YEAR,
)

_H = "[零〇一二三四五六七八九十]"
_Y = r"(?:1\d{3}|20\d{2}|[一二][零〇一二三四五六七八九]{3})"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = (
    r"(?:3[01]|[12]\d|0?[1-9]|(?:三十一?|二十[一二三四五六七八九]?|"
    "十[一二三四五六七八九]?|[一二三四五六七八九]))"
)
_DASH = r"(?:[—–\-－~～至到、]{1,2})"
_PATTERNS = (
    (
        "time",
        re.compile(
            "(?:(?P<half_day>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|当晚|晚|早)|"
            r"(?<=日)|(?<![\d.第]))(?P<h>[01]?\d|2[0-4])(?:(?:时|点)(?P<mi>[0-5]?\d)分|[:：]"
            r"(?P<mi2>[0-5]\d)(?![\d:：]))"
        ),
    ),
    (
        "time",
        re.compile(
            "(?:(?P<half_day>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|当晚|晚|早)|"
            rf"(?<=日))(?P<h>[01]?\d|2[0-4]|{_H}{{1,3}})(?:时|点钟?)(?P<mi_half>半)?(?!间|多|代)"
        ),
    ),
    (
        "iso",
        re.compile(
            rf"(?<![\d.])(?P<y>{_Y})(?P<sep>[./\-])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12]\d|"
            r"0?[1-9])(?![\d.])"
        ),
    ),
    ("number", re.compile(r"[〔\[（(［【](?P<y>(?:19|20)\d{2})[〕\])）］】]第?(?P<n>\d{1,5})号")),
    (
        "decade",
        re.compile(
            "(?:上世纪|(?P<c>20|二十|19|十九|21|二十一)世纪)?(?P<dec>[1-9]0|[一二三四五六七八九]十)年代"
        ),
    ),
    (
        "born",
        re.compile(
            "[“「]?(?P<born>[5-9]0|00|10|[五六七八九零〇][零〇])[”」]?后(?=[”」]|"
            r"[^，。；\d]{0,3}|$)(?![面来续期果勤门方援台])"
        ),
    ),
    ("century", re.compile(r"(?P<c>\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪")),
    ("years", re.compile(rf"(?<![\d.,])(?P<y>{_Y}){_DASH}(?P<y2>{_Y})(?=年)")),
    ("year", re.compile(rf"(?<![\d.,])(?P<y>{_Y})年(?![级])")),
    ("season", re.compile(r"(?P<three>前三|前3)个?季度|第?(?P<q>[一二三四1-4])季度")),
    ("half", re.compile(r"(?P<half>上|下)半年")),
    ("months", re.compile(rf"(?<![\d.个]){_M}{_DASH}{_M}(?=月)")),
    ("days", re.compile(rf"(?P<m>{_M})月(?P<d>{_D}){_DASH}(?P<d2>{_D})(?=日)")),
    ("date", re.compile(rf"(?<![\d.个第])(?P<m>{_M})月份?(?:(?P<d>{_D})[日号](?!常|子|记|报|益|用|线|楼))?")),
    (
        "plan",
        re.compile(
            "(?<![二三四五六七八九百千万第])十(?P<plan>[一二三四五六七])五(?![十百千万个项名条户年天岁])"
        ),
    ),
    (
        "plenum",
        re.compile(
            "(?P<congress>[一二三]?十[一二三四五六七八九]?|[七八九])届(?P<plenum>[一二三四五六七八九])中全会"
        ),
    ),
    (
        "congress",
        re.compile(
            r"(?<![\d百千万二三])(?P<congress>十[一二三四五六七八九]|二十)大(?=[^\u4e00-\u9fff]|$|"
            "报告|精神|代表|以来|召开|召|闭|胜|后|前|上|提|对|和|的|关|做|作|确|部)"
        ),
    ),
    (
        "holiday",
        re.compile("[“「](?P<hm>七|八|十|五|六)一[”」]|[“「](?P<eight>三八)[”」]|[“「](?P<four>五四)[”」]"),
    ),
)
# One of these characters is in all that a pattern finds, and one of these pairs: most texts have neither.
_NEEDS = {
    name: (characters, re.compile(pairs))
    for name, characters, pairs in (
        ("time", "时点:：", rf"[\d{_H[1:-1]}][时点:：]"),
        ("iso", "./-", r"\d[./-]\d"),
        ("number", "号", r"\d号"),
        ("decade", "代", "十年代|0年代"),
        ("born", "后", "[0零〇][”」]?后"),
        ("century", "纪", r"[\d十一二三四五六七八九]世纪"),
        ("years", "年", r"[\d零〇一二三四五六七八九]年"),
        ("year", "年", r"[\d零〇一二三四五六七八九]年"),
        ("season", "季", "季度"),
        ("half", "半", "[上下]半年"),
        ("months", "月", r"[\d一二三四五六七八九十]月"),
        ("days", "月", r"[\d一二三四五六七八九十]月"),
        ("date", "月", r"[\d一二三四五六七八九十]月"),
        ("plan", "五", "十[一二三四五六七]五"),
        ("plenum", "届", "中全会"),
        ("congress", "大", "十[一二三四五六七八九]?大"),
        ("holiday", "“「", "[“「](?:[七八十五六]一|三八|五四)[”」]"),
    )
}
# The Five-Year Plans of China follow one another without a gap since the third (1966 to 1970).
_THIRD_PLAN = 1966
_AFTERNOON = ("下午", "傍晚", "晚上", "夜里", "当晚", "晚")


def dates(text: str) -> Iterator[Quantity]:
    """The dates, times, plans, congresses and document numbers of ``text``, in no given order.

    Example:
        >>> [(q.text, q.unit, str(q.value)) for q in dates("3月2日")]
        [('3月', 'month of the year', '3'), ('2日', 'day of the month', '2')]
    """
    taken = Taken(text)
    characters = set(text)
    for name, pattern in _PATTERNS:
        needed, pair = _NEEDS[name]
        if characters.isdisjoint(needed) or not pair.search(text):
            continue
        for found in pattern.finditer(text):
            start, end = found.span()
            if start == end or not taken.free(start, end):
                continue
            quantities = list(_READERS[name](found))
            if quantities:
                taken.take(start, end)
            yield from quantities


def _number(numeral: str) -> Fraction:
    """The value of a numeral of a date: ``12``, 十二, 二〇二一."""
    found = next(numerals(numeral), None)
    return found.value if found else Fraction(0)


def _quantity(found: re.Match[str], group: str, value: Fraction, unit: str, **more: object) -> Quantity:
    """The quantity in ``group`` of a date, with its 年 月 日 behind it."""
    start, end = found.span(group)
    if found.string[end : end + 1] in ("年", "月", "日", "号", "时", "点", "届"):
        end = min(end + 1, max(found.end(), end))
    return Quantity(start, end, found.string[start:end], value, unit, **more)  # type: ignore[arg-type]


def _part(found: re.Match[str], group: str, unit: str, **more: object) -> Iterator[Quantity]:
    if found.groupdict().get(group):
        yield _quantity(found, group, _number(found[group]), unit, **more)


def _date(found: re.Match[str]) -> Iterator[Quantity]:
    for group, unit in (("y", YEAR), ("y2", YEAR), ("m", MONTH), ("d", DAY), ("d2", DAY)):
        yield from _part(found, group, unit)


def _months(found: re.Match[str]) -> Iterator[Quantity]:
    for month in re.finditer(_M, found[0]):
        start, end = found.start() + month.start(), found.start() + month.end()
        yield Quantity(start, end, month[0], _number(month[0]), MONTH)


def _time(found: re.Match[str]) -> Iterator[Quantity]:
    parts = found.groupdict()
    hour = _number(found["h"])
    minutes = parts.get("mi") or parts.get("mi2")
    minute = Fraction(int(minutes)) if minutes else Fraction(30 if parts.get("mi_half") else 0)
    if hour > 24 or (found["half_day"] is None and not minutes and found["h"][0] not in "0123456789"):
        return
    value = hour * 60 + minute
    afternoon = found["half_day"] in _AFTERNOON and hour < 12
    others = () if found["half_day"] is None and hour > 12 else (Reading((value + 720) % 1440, CLOCK),)
    start, end = found.span()
    yield Quantity(start, end, found[0], value + 720 if afternoon else value, CLOCK, others=others)


def _document(found: re.Match[str]) -> Iterator[Quantity]:
    yield _quantity(found, "y", _number(found["y"]), YEAR)
    yield _quantity(found, "n", _number(found["n"]), ORDINAL)


def _decade(found: re.Match[str]) -> Iterator[Quantity]:
    century = {"19": 1800, "十九": 1800, "21": 2000, "二十一": 2000}.get(found["c"] or "", 1900)
    value = _number(found["dec"])
    yield Quantity(*found.span(), found[0], century + value, DECADE, others=(Reading(value, DECADE),))


def _born(found: re.Match[str]) -> Iterator[Quantity]:
    digits = found["born"].translate(str.maketrans("零〇五六七八九", "0056789"))
    value = Fraction(int(digits))
    century = 1900 if value >= 50 else 2000
    short = Reading(value, DECADE)
    yield Quantity(
        *found.span(), found[0], century + value, DECADE, others=(short, Reading(value)), loose=True
    )


def _century(found: re.Match[str]) -> Iterator[Quantity]:
    value = _number(found["c"])
    yield Quantity(*found.span(), found[0], value, CENTURY, others=(Reading((value - 1) * 100, DECADE),))


def _season(found: re.Match[str]) -> Iterator[Quantity]:
    if found["three"]:
        yield Quantity(*found.span(), found[0], Fraction(3, 4), "%", others=(Reading(Fraction(3), QUARTER),))
        return
    yield Quantity(*found.span(), found[0], _number(found["q"]), QUARTER)


def _half(found: re.Match[str]) -> Iterator[Quantity]:
    value = Fraction(1 if found["half"] == "上" else 2)
    yield Quantity(*found.span(), found[0], value, HALF, loose=True)


def _plan(found: re.Match[str]) -> Iterator[Quantity]:
    number = 10 + _number(found["plan"])
    first = _THIRD_PLAN + 5 * (number - 3)
    years = tuple(Reading(year, YEAR) for year in (first, first + 4))
    yield Quantity(*found.span(), found[0], number, ORDINAL, others=years)


def _numbered(found: re.Match[str]) -> Iterator[Quantity]:
    for group in ("congress", "plenum"):
        yield from _part(found, group, ORDINAL)


def _holiday(found: re.Match[str]) -> Iterator[Quantity]:
    """A day named by its date (“七一”); English may give its name instead."""
    if found["hm"]:
        months = {"十": 10}.get(found["hm"]) or int(_number(found["hm"]))
        day = 1
    else:
        months, day = (3, 8) if found["eight"] else (5, 4)
    start, end = found.span()
    yield Quantity(start, end, found[0], Fraction(months), MONTH, loose=True)
    yield Quantity(start, end, found[0], Fraction(day), DAY, loose=True)


_READERS = {
    "time": _time,
    "iso": _date,
    "number": _document,
    "decade": _decade,
    "born": _born,
    "century": _century,
    "years": _date,
    "year": _date,
    "season": _season,
    "half": _half,
    "months": _months,
    "days": _date,
    "date": _date,
    "plan": _plan,
    "plenum": _numbered,
    "congress": _numbered,
    "holiday": _holiday,
}
