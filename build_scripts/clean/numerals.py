"""Section numbers: 一、 （二） 3. （4） 5) ⑥ 第七部分 第八，; and those of run-in lists: 一是 二是."""

from __future__ import annotations

import re
import unicodedata

from build_scripts.clean.blocks import Number, NumberStyle

_DIGIT = "〇一二三四五六七八九"
# Only what has a value: 二三十、 is no number.
_NUMERAL = rf"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[{_DIGIT}]{{1,3}})"
_PATTERNS = (
    (NumberStyle.PART, re.compile(rf"第({_NUMERAL})(?:部分|章|篇|编)[\s、：:]*")),
    (NumberStyle.HAN, re.compile(rf"({_NUMERAL})(?:\s*[、．.]\s*|[\s\u3000]+(?=[\u4e00-\u9fff]{{3}}))")),
    (NumberStyle.HAN_PAREN, re.compile(rf"[（(]\s*({_NUMERAL})\s*[）)][、\s]*")),
    (NumberStyle.ORDINAL, re.compile(rf"第({_NUMERAL})[，,、：:]\s*")),
    # 3.7亿元 and 2021.3.5 begin with a number and a point too: no digit may follow, but a year may.
    (NumberStyle.ARABIC, re.compile(r"(\d{1,2})[、．.](?:(?!\d)|(?=(?:19|20)\d{2}年))\s*")),
    (NumberStyle.ARABIC, re.compile(r"0(\d)[\s\u3000]+(?=[\u4e00-\u9fff“][\u4e00-\u9fff“])")),
    (NumberStyle.ARABIC_PAREN, re.compile(r"[（(](\d{1,2})[）)][、\s]*")),
)
# 1) is half of a bracket elsewhere, and 1．10月18日 begins like a decimal: only the count tells. With the
# usual point and a unit after the figure (3.5万人) it is a decimal.
_DOUBTFUL = (
    (
        NumberStyle.ARABIC,
        re.compile(r"(\d{1,2})(?:[、．](?=\d)|\.(?=\d)(?!\d+(?:[万亿千百倍米亩吨%％‰个余多]|公[里斤顷])))"),
    ),
    (NumberStyle.ARABIC_PAREN, re.compile(r"(\d{1,2})[)）][、．.]?\s*")),
    (NumberStyle.CIRCLED, re.compile(r"([①-⑳])[、．.]?\s*")),
)
_RUN_IN = re.compile(rf"({_NUMERAL})(?:是|要)(?!否|不是)")
_HAN_DIGITS = ("〇", "一", "二", "三", "四", "五", "六", "七", "八", "九")
# What any of them begins with.
_FIRST = re.compile(rf"[第十{_DIGIT}（(\d]")
_ALONE = re.compile(rf"(?:(\d{{1,2}})|({_NUMERAL}))[、．.]?$")


def section_number(text: str) -> tuple[Number, int] | None:
    """The number that ``text`` begins with, and how many characters its mark takes.

    Example:
        >>> section_number("三、强化保障")
        (Number(style=<NumberStyle.HAN: 'han'>, value=3), 2)
        >>> section_number("3.7亿元") is None
        True
    """
    if not _FIRST.match(text):
        return None
    for style, pattern in _PATTERNS:
        if match := pattern.match(text):
            return Number(style, _value(match.group(1))), match.end()
    return None


def doubtful_number(text: str) -> tuple[Number, int] | None:
    """What may be the number that ``text`` begins with, if others count on from it, and how long its mark is.

    Example:
        >>> doubtful_number("1．10月18日清晨，渔船出港。")
        (Number(style=<NumberStyle.ARABIC: 'arabic'>, value=1), 2)
        >>> doubtful_number("3.5万人参保。") is None
        True
    """
    for style, pattern in _DOUBTFUL:
        if match := pattern.match(text):
            mark = match.group(1)
            value = int(mark) if mark.isdecimal() else int(unicodedata.numeric(mark))
            return Number(style, value), match.end()
    return None


def run_in_number(text: str) -> Number | None:
    """The number of a measure that ``text`` begins with (一是 …, 二要 …) if the next one is not in it too.

    Example:
        >>> run_in_number("二是抓队伍。选好带头人。").value
        2
        >>> run_in_number("一是抓班子，二是带队伍，三是促发展。") is None
        True
    """
    if not (match := _RUN_IN.match(text)):
        return None
    value = _value(match.group(1))
    if not 0 < value < 99:
        return None
    following = _numeral(value + 1) + match.group(0)[-1]
    return None if following in text else Number(NumberStyle.RUN_IN, value)


def counts_on(text: str, number: Number) -> bool:
    """Whether the next number of the same style stands behind a full stop of ``text``: a whole list in it.

    Example:
        >>> counts_on("（一）修路。修十里。（二）架桥。", Number(NumberStyle.HAN_PAREN, 1))
        True
    """
    mark = {NumberStyle.HAN_PAREN: "[（(]{}[）)]", NumberStyle.ARABIC_PAREN: "[（(]{}[）)]"}.get(number.style)
    if mark is None:
        return False
    value = number.value + 1
    numeral = str(value) if number.style is NumberStyle.ARABIC_PAREN else _numeral(value)
    return re.search("[。；]" + mark.format(numeral), text) is not None


def _numeral(value: int) -> str:
    """The numeral of a value from 1 to 99: 九, 十二, 二十."""
    tens, units = divmod(value, 10)
    high = "" if not tens else "十" if tens == 1 else _HAN_DIGITS[tens] + "十"
    return high + (_HAN_DIGITS[units] if units else "")


def lone_number(text: str) -> Number | None:
    """The section number that is all of ``text``, if it is one: ``3``, ``三``, ``三、``."""
    match = _ALONE.match(text)
    if not match:
        return None
    style = NumberStyle.ARABIC if match.group(1) else NumberStyle.HAN
    return Number(style, _value(match.group(1) or match.group(2)))


def _value(numeral: str) -> int:
    """The value of a numeral up to 99: ``12``, 十二, 二十, 二十三."""
    if numeral.isascii():
        return int(numeral)
    tens, ten, units = numeral.partition("十")
    if not ten:
        return int("".join(str(int(unicodedata.numeric(char))) for char in numeral))
    high = int(unicodedata.numeric(tens)) if tens else 1
    return high * 10 + (int(unicodedata.numeric(units)) if units else 0)
