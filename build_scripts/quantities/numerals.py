"""The Chinese numeral as a value: 3.2亿, 三百二十, 一百二, 十余万, 三四十, 数十.

Written here because the libraries for it read a string that is a numeral and nothing else, and know neither
余 and 数 nor where a numeral ends (docs/adr/0009-figures.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]\d)|\d+(?:\.\d+)?"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"廿": 20, "卅": 30}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_TOKEN = re.compile(rf"(?P<arabic>{ARABIC})|(?P<han>[零〇一二三四五六七八九两十百千万亿廿卅])")
# 十余万, 20多亿: inside of a numeral these only stand before a further scale.
_INSIDE = re.compile(r"[多余来几](?=[十百千万亿])")
_VAGUE = re.compile(r"(?:好几|[数几])(?=[十百千万亿])|上(?=[百千万亿](?!次|前|等|级|下))")
_FEW = re.compile(r"几(?![十百千万亿])")
_POINT = re.compile(r"点([零〇一二三四五六七八九]+)(?![分时钟])")
# 数, 几 and 上 alone begin nothing, and 上 is one of the commonest characters.
_START = re.compile(
    r"[\d零〇一二三四五六七八九两十百千万亿廿卅]|[数几](?=[十百千万亿])|上(?=[百千万亿](?!次|前|等|级|下))"
)
_ROW = re.compile(r"\d[\d.,]*")
_MAX_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in a text. ``high``: 三四十 is 30 to 40. ``vague``: of 数十 only the magnitude is known.

    ``more``: it holds a 多 or 余 (十余万). ``arabic``: it begins with digits. ``plain``: Chinese digits in a
    row without a scale (二〇二〇), of which only the place tells whether they are a number.
    """

    start: int
    end: int
    value: Fraction
    high: Fraction | None = None
    vague: bool = False
    more: bool = False
    arabic: bool = False
    plain: bool = False
    width: int = 0


def decimal(digits: str) -> Fraction:
    """The value of ``12`` or ``3.50``, as ``Fraction(digits)`` gives it, in a third of the time.

    >>> decimal("3.50")
    Fraction(7, 2)
    """
    whole, point, rest = digits.partition(".")
    return Fraction(int(whole + rest), 10 ** len(rest)) if point else Fraction(int(whole))


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of ``text`` in order, without overlaps. Nothing is said of what they count.

    Example:
        >>> [(str(n.value), n.more, n.vague) for n in numerals("三百二十户，十余万人，数百个")]
        [('320', False, False), ('100000', True, False), ('100', False, True)]
    """
    place = 0
    while found := _START.search(text, place):
        numeral = _numeral(text, found.start())
        if numeral:
            yield numeral
        # A row of digits too long for a number is none from its second digit on either.
        row = _ROW.match(text, found.start())
        place = numeral.end if numeral else row.end() if row else found.end()


def _numeral(text: str, start: int) -> Numeral | None:
    if text[start] in _SCALES and text[start - 1 : start] in ("百", "千", "万", "亿"):
        # 百千万工程: three numbers in a row, a hundred, a thousand, ten thousand.
        return Numeral(start, start + 1, Fraction(_SCALES[text[start]]), width=1)
    vague = _VAGUE.match(text, start)
    tokens, end, more = _tokens(text, vague.end() if vague else start)
    if not tokens:
        return None
    if vague:
        value = _value(tokens)
        return Numeral(start, end, value, vague=True) if value else None
    arabic = not isinstance(tokens[0], str)
    if not arabic and all(token in _DIGITS for token in tokens):
        return _digits(tokens, text, start, end)
    pair = _pair(tokens)
    if pair:
        low, high = _value(tokens[:pair] + tokens[pair + 1 :]), _value(tokens[: pair - 1] + tokens[pair:])
        return Numeral(start, end, low, high, more=more) if low and high else None
    value = _value(tokens)
    if value is None:
        return None
    few = _FEW.match(text, end) if not arabic and tokens[-1] == "十" else None
    point = _POINT.match(text, end) if not arabic and not few else None
    if point:
        value, end = value + _fraction(point[1]), point.end()
    return Numeral(start, few.end() if few else end, value, more=more or bool(few), arabic=arabic)


def _tokens(text: str, start: int) -> tuple[list[str | Fraction], int, bool]:
    """The parts of the numeral at ``start``, where it ends, and whether 多 or 余 stood inside.

    It ends before what would make no numeral of it: a second row of digits, a scale out of order (百千万).
    """
    tokens: list[str | Fraction] = []
    end, more, small, last = start, False, 10**4, False
    while True:
        inside = _INSIDE.match(text, end) if tokens else None
        place = inside.end() if inside else end
        found = _TOKEN.match(text, place)
        if not found:
            return tokens, end, more
        han = found["han"]
        if han is None:
            if last or len(found[0]) > _MAX_DIGITS or (tokens and not _any_scale(tokens[-1])):
                return tokens, end, more
            tokens.append(decimal(found[0].replace(",", "")))
        elif han in _SCALES and _SCALES[han] < 10**4:
            scale = _SCALES[han]
            if scale >= small and not (tokens and tokens[-1] in ("万", "亿")):
                return tokens, end, more
            small = scale
            tokens.append(han)
        elif han in _SCALES:
            if tokens.count(han) > 1 or (tokens and tokens[-1] == han):
                return tokens, end, more
            small = 10**4
            tokens.append(han)
        elif tokens and not isinstance(tokens[-1], str):
            return tokens, end, more
        else:
            tokens.append(han)
        last = han is None
        more = more or inside is not None
        end = found.end()


def _any_scale(token: str | Fraction) -> bool:
    return isinstance(token, str) and (token in _SCALES or token in "零〇")


def _digits(tokens: Sequence[str | Fraction], text: str, start: int, end: int) -> Numeral:
    values = [_DIGITS[str(token)] for token in tokens]
    point = _POINT.match(text, end)
    whole = Fraction(int("".join(map(str, values[:_MAX_DIGITS]))))
    if point:
        return Numeral(start, point.end(), whole + _fraction(point[1]))
    if len(values) == 2 and _is_pair(values[0], values[1]):
        return Numeral(start, end, Fraction(values[0]), Fraction(values[1]), plain=True, width=2)
    return Numeral(start, end, whole, plain=len(values) > 1, width=len(values))


def _fraction(digits: str) -> Fraction:
    shown = "".join(str(_DIGITS[char]) for char in digits[:_MAX_DIGITS])
    return Fraction(f"0.{shown}")


def _is_pair(low: int, high: int) -> bool:
    """Whether two digits in a row mean “one or the other”: 三四, 七八, 三五."""
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


def _pair(tokens: Sequence[str | Fraction]) -> int:
    """Where in the numeral the second digit of “three or four” stands; 0 if nowhere."""
    for place in range(1, len(tokens)):
        low, high = _DIGITS.get(str(tokens[place - 1])), _DIGITS.get(str(tokens[place]))
        if low is not None and high is not None and _is_pair(low, high):
            return place
    return 0


def _value(tokens: Sequence[str | Fraction]) -> Fraction | None:
    """The value of the parts of a numeral; ``None`` where they make none."""
    if len(tokens) == 1 and not isinstance(tokens[0], str):
        return tokens[0]
    # Whole numbers as long as they are: a fraction costs many times as much.
    total: Fraction | int = 0
    myriad: Fraction | int = 0
    section: Fraction | int = 0
    current: Fraction | int | None = None
    scale = 0
    for token in tokens:
        if not isinstance(token, str):
            current = token
        elif token in ("零", "〇"):
            scale = 0
            current = current if current is not None else 0
        elif token in _DIGITS:
            current = _DIGITS[token]
        elif token in _TENS:
            section += _TENS[token]
        elif _SCALES[token] < 10**4:
            scale = _SCALES[token]
            section += (current or 1) * scale
            current = None
        elif token == "万":
            scale = 10**4
            myriad += (section + (current or 0) or 1) * scale
            section, current = 0, None
        else:
            scale = 10**8
            total += (myriad + section + (current or 0) or 1) * scale
            myriad, section, current = 0, 0, None
    # 一百二 is 120, 三万五 35,000: the last digit counts the next smaller scale.
    short = len(tokens) > 1 and scale >= 100 and isinstance(tokens[-1], str) and tokens[-1] in _DIGITS
    tail = (current or 0) * (scale // 10 if short and tokens[-2] in _SCALES else 1)
    value = total + myriad + section + tail
    return value if isinstance(value, Fraction) else Fraction(value)
