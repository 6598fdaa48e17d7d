"""Numbers written in characters, in pinyin after GB/T 16159 6.1.5: sānshísān, liǎngqiān yībǎi mǔ, dì-yī.

Numbers in digits stay digits; they are no matter of this module.
"""

from __future__ import annotations

import re

_DIGITS = "〇零一二两三四五六七八九十百千万亿几半"
_NUMBER = re.compile(rf"(?P<number>[{_DIGITS}]+)(?P<about>[多余来])?(?P<measure>\D*)")
_ORDINAL = re.compile(rf"第(?P<number>[{_DIGITS}]+)(?P<measure>\D*)")
_FRACTION = re.compile(rf"(?P<of>[{_DIGITS}]*)分之(?P<number>[{_DIGITS}]+)(?P<point>点?)")
# 二十三 is one word, 三百 and 四万 are words of their own within a longer number.
_GROUP = re.compile(r".+?[百千万亿]+|.+")


def number_parts(word: str, tag: str) -> tuple[str, ...] | None:
    """The parts of a word that is a number, or a number and what is counted, each written by itself.

    Gives None where it is none. A part that begins with 第 takes a hyphen behind it.

    >>> number_parts("两千一百亩", "m"), number_parts("十几个", "m"), number_parts("三分之一", "m")
    (('两千', '一百', '亩'), ('十几', '个'), ('三', '分', '之', '一'))
    >>> number_parts("第十一次", "m"), number_parts("一致", "d")
    (('第十一', '次'), None)
    """
    if match := _ORDINAL.fullmatch(word):
        return _filled("第" + match["number"], match["measure"])
    if match := _FRACTION.fullmatch(word):
        return _filled(match["of"], "分", "之", *_groups(match["number"]), match["point"])
    if tag != "m":
        return None
    if match := _NUMBER.fullmatch(word):
        return _filled(*_groups(match["number"]), match["about"], match["measure"])
    return None


def _groups(number: str) -> tuple[str, ...]:
    return tuple(_GROUP.findall(number))


def _filled(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
