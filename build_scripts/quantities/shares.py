"""Parts and multiples in Chinese: 百分之三十, 三分之二, 三成五, 打八折, 翻两番, 增长两倍, 一半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from build_scripts.quantities.hedges import chinese_trend
from build_scripts.quantities.model import Quantity, Reading
from build_scripts.quantities.numerals import numerals
from build_scripts.quantities.units import FOLD, SHARE, TIMES

# Long enough for any numeral that people write, short enough that no text makes the search slow.
_NUMERAL = r"[\d.,零〇一二三四五六七八九十百千万亿两点]{1,16}"
_TENTHS = "[一二三四五六七八九]"
# 1/3的村; 5/12 alone may be a date.
_SLASH = re.compile(r"(?<![\d/.])(?P<high>\d{1,2})/(?P<low>\d{1,2})(?=的|以上|左右|强)")
_OF = re.compile(rf"(?P<low>{_NUMERAL})[ \u00a0]?分之[ \u00a0]?(?P<high>{_NUMERAL})")
_TENTH = re.compile(
    rf"(?<![第\d.])(?P<n>\d(?:\.\d)?|(?<![十百千万]){_TENTHS}|(?<![十百千万])两)(?P<more>多)?成"
    rf"(?P<five>{_TENTHS}(?![个名户成]))?"
    r"(?![立功员为本果长了都就熟效品交型家人分名年群])"
)
_DISCOUNT = re.compile(rf"打了?(?P<n>\d(?:\.\d)?|{_TENTHS}{_TENTHS}?)折")
_DOUBLED = re.compile(rf"翻了?(?:近|约)?(?P<n>{_TENTHS}|两|\d)?番")
_FOLD = re.compile(
    r"(?P<n>(?<![\d.])\d{1,12}(?:\.\d{1,6})?|[一二三四五六七八九十两百]{1,4})(?P<more>多|余)?倍(?P<half>半)?"
)
_HALF = re.compile(
    "(?<![一二三四五六七八九十两大多过上下夜个年月天里倍斤亩])(?<!小时)一?半(?:"
    "(?P<counter>个)?(?P<unit>年|月|世纪|小时|天|公里|里|亩|斤))?"
    r"(?![数夜路岛山途边壁截导推])"
)
_HALF_UNITS = {
    "年": "yr",
    "月": "mo",
    "世纪": "century long",
    "小时": "h",
    "天": "d",
    "公里": "km",
    "里": "li",
}
_HALF_UNITS |= {"亩": "mu", "斤": "jin"}


def shares(text: str) -> Iterator[Quantity]:
    """The parts and multiples of ``text`` that are more than a numeral and a sign, in no given order.

    Example:
        >>> [(q.text, str(q.value)) for q in shares("三分之二的村、近三成农户，产值翻两番")]
        [('三分之二', '2/3'), ('三成', '3/10'), ('翻两番', '4')]
    """
    readers = (
        ("分之", _OF, _of),
        ("/", _SLASH, _of),
        ("成", _TENTH, _tenth),
        ("折", _DISCOUNT, _discount),
        ("番", _DOUBLED, _doubled),
        ("倍", _FOLD, _fold),
    )
    for sign, pattern, reader in (*readers, ("半", _HALF, _half)):
        if sign not in text:
            continue
        for found in pattern.finditer(text):
            quantity = reader(found)
            if quantity:
                yield quantity


def _value(numeral: str) -> Fraction | None:
    found = next(numerals(numeral), None)
    return found.value if found and found.start == 0 and found.end == len(numeral) else None


def _of(found: re.Match[str]) -> Quantity | None:
    """百分之三十, 三分之二; a numeral before it that goes on (二百分之…) is read with it."""
    low, high = _value(found["low"]), _value(found["high"].rstrip(".,"))
    if not low or high is None:
        return None
    end = found.end() - (len(found["high"]) - len(found["high"].rstrip(".,")))
    return Quantity(found.start(), end, found.string[found.start() : end], high / low, SHARE, "分之")


def _tenth(found: re.Match[str]) -> Quantity | None:
    value = _value(found["n"])
    five = _value(found["five"]) if found["five"] else Fraction(0)
    if value is None or five is None or value > 10:
        return None
    # 三成 is a share and 三成 in 十三成… is not written: one alone (一成不变) is an idiom.
    loose = found.string.startswith("不变", found.end())
    return Quantity(*found.span(), found[0], value / 10 + five / 100, SHARE, "成", loose=loose)


def _discount(found: re.Match[str]) -> Quantity | None:
    digits = "".join(str(int(value)) for char in found["n"] if (value := _value(char)) is not None)
    price = Fraction(found["n"]) / 10 if "." in found["n"] else Fraction(int(digits), 10 ** len(digits))
    off = Reading(1 - price, SHARE)
    return Quantity(*found.span(), found[0], price, SHARE, "折", others=(off,))


def _doubled(found: re.Match[str]) -> Quantity | None:
    times = Fraction(2) ** int((_value(found["n"]) if found["n"] else None) or 1)
    others = (Reading(times, FOLD), Reading(times - 1, SHARE))
    return Quantity(*found.span(), found[0], times, TIMES, "番", others=others)


def _fold(found: re.Match[str]) -> Quantity | None:
    """两倍 is twice; 增长两倍 is three times as much, though “increased two times” is said of it too."""
    value = _value(found["n"])
    if value is None:
        return None
    if found["half"]:
        value += Fraction(1, 2)
    by = chinese_trend(found.string, found.start()).step == "by"
    others = (Reading(value + 1 if by else value, TIMES), Reading(value, SHARE))
    return Quantity(*found.span(), found[0], value, FOLD, "倍", others=others)


def _half(found: re.Match[str]) -> Quantity | None:
    unit = _HALF_UNITS.get(found["unit"] or "", SHARE)
    if found["unit"] == "月" and not found["counter"]:
        return None
    return Quantity(*found.span(), found[0], Fraction(1, 2), unit, found["unit"] or "", loose=True)
