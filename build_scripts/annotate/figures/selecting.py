"""Which quantities of a text are figures: no dates, ordinals, names, idioms, no article-like 一个."""

from __future__ import annotations

import re

from build_scripts.annotate.tables import word_set
from build_scripts.quantities import Quantity
from build_scripts.quantities.units import (
    CENTURY,
    CLOCK,
    DAY,
    DECADE,
    HALF,
    LABEL,
    MONTH,
    ORDINAL,
    PHONE,
    QUARTER,
    VAGUE,
    YEAR,
)

_NO_FIGURES = frozenset({YEAR, MONTH, DAY, CLOCK, DECADE, CENTURY, QUARTER, HALF, ORDINAL, PHONE, LABEL})
# 五年间, 近两年来, 前10个月, 每两年: a time in which something happens, no amount.
_TIMES = frozenset({"yr", "mo", "d", "wk", "quarter long"})
_TIME_AFTER = re.compile(
    "间|来|里(?!路|程)|以来|之内|内(?!容)|期间|前|后|下来|累计|翻|实现|之后|后的|的(?:时间|路|努力|实践|发展|台账|奋斗)|计划|规划|行动"
)
_TIME_BEFORE = re.compile("(?:这|近|过去|前|后|每|头|未来|今后|上|下|此后|最近|的|第)$")
_SPEECH = re.compile(
    "^[一二两三四五六七八九十]个?(?:方面|层面|步|字|大|点|级|届|区|方|批|门|样|回|下|声|面|头|手|条心|口|股)$"
)
_NAME_AFTER = re.compile("^[”’》」]|^(?:号文|号线|号楼|届|中全会|级响应|字头|类表)")
# 缩短了一半; 一半是海水 is a manner of speaking.
_HALF = re.compile("(?:了|占|达|到|近|超过?|过)$")
# 两名干部 are two; 两个, 两手 and 两边 are manners of speaking as often as not.
_TWO = word_set("名 位 家 所 座 支 台 辆 栋 幢")
_QUOTED = re.compile("[“‘《「]$")


def is_figure(quantity: Quantity, text: str) -> bool:
    """Whether ``quantity``, found in ``text``, says how many or how much.

    An arabic 1 with its counter is one (配备1名辅导员), a 一个 in characters is an article.

    >>> from build_scripts.quantities import quantities
    >>> def figures(text): return [q.text for q in quantities(text) if is_figure(q, text)]
    >>> figures("第3次会议后，一个村配1名指导员，三年间建起12座“五好”驿站，发展五家合作社")
    ['1名', '12座', '五家']
    """
    if quantity.text == "一半":
        return bool(_HALF.search(text[max(0, quantity.start - 2) : quantity.start]))
    if quantity.unit in _NO_FIGURES or quantity.measure in ("", "号"):
        return False
    before, behind = text[max(0, quantity.start - 4) : quantity.start], text[quantity.end : quantity.end + 6]
    if _is_time(quantity, before, behind) or before.endswith("第"):
        return False
    digits = _has_digit(quantity.text)
    if _NAME_AFTER.match(behind) and _QUOTED.search(before) and not digits:
        return False
    if quantity.unit == VAGUE:
        return not _QUOTED.search(before)
    if digits or quantity.high is not None or (quantity.value == 2 and quantity.measure in _TWO):
        return True
    return not quantity.loose and not _SPEECH.match(quantity.text)


def _has_digit(text: str) -> bool:
    return any(char.isdigit() and char not in "〇" for char in text)


def _is_time(quantity: Quantity, before: str, behind: str) -> bool:
    if quantity.unit not in _TIMES or quantity.measure.endswith("岁"):
        return False
    if quantity.value == 1 and not _has_digit(quantity.text):
        return True
    return bool(_TIME_AFTER.match(behind) or _TIME_BEFORE.search(before) or quantity.text[:1] in "近约")
