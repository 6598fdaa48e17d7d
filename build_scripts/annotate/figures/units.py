"""The unit of a figure: one name for all ways to write it, in Chinese and English."""

from __future__ import annotations

import re
from fractions import Fraction

from build_scripts.quantities import Quantity
from build_scripts.quantities.units import FOLD, HOUSEHOLD, PERSON, POINTS, SHARE, TIMES, VAGUE, base

COUNT = "个"
"""The unit that stands for all counters when figures are compared: 128个 and 128所 are the same number."""

# Keys of build_scripts.quantities.units: the Chinese and the English name.
_NAMES = {
    "cny": ("元", "yuan"),
    "usd": ("美元", "US dollars"),
    "hkd": ("港元", "Hong Kong dollars"),
    "eur": ("欧元", "euros"),
    "gbp": ("英镑", "pounds sterling"),
    "jpy": ("日元", "yen"),
    "km": ("公里", "km"),
    "li": ("里", "li (½ km)"),
    "m": ("米", "m"),
    "cm": ("厘米", "cm"),
    "mm": ("毫米", "mm"),
    "mile": ("英里", "miles"),
    "foot": ("英尺", "feet"),
    "mu": ("亩", "mu (1/15 ha)"),
    "ha": ("公顷", "ha"),
    "km2": ("平方公里", "km²"),
    "m2": ("平方米", "m²"),
    "acre": ("英亩", "acres"),
    "t": ("吨", "tonnes"),
    "kg": ("公斤", "kg"),
    "jin": ("斤", "jin (½ kg)"),
    "g": ("克", "g"),
    "lb": ("磅", "pounds"),
    "m3": ("立方米", "m³"),
    "l": ("升", "litres"),
    "kwh": ("千瓦时", "kWh"),
    "kw": ("千瓦", "kW"),
    "mw": ("兆瓦", "MW"),
    "gw": ("吉瓦", "GW"),
    "celsius": ("摄氏度", "°C"),
    "century long": ("个世纪", "centuries"),
    "yr": ("年", "years"),
    "quarter long": ("个季度", "quarters"),
    "mo": ("个月", "months"),
    "wk": ("周", "weeks"),
    "d": ("天", "days"),
    "h": ("小时", "hours"),
    "min": ("分钟", "minutes"),
    "s": ("秒", "seconds"),
    PERSON: ("人", "people"),
    HOUSEHOLD: ("户", "households"),
    SHARE: ("%", "%"),
    POINTS: ("个百分点", "percentage points"),
    FOLD: ("倍", "times"),
    TIMES: ("倍", "times"),
}
_AGE = ("岁", "years of age")
_COUNTED = {
    "人次": "person-times",
    "户次": "household-times",
    "场次": "sessions",
    "批次": "batches",
    "台次": "machine-times",
    "课时": "class hours",
    "学时": "class hours",
}
_KEYS = {zh: key for key, (zh, _) in _NAMES.items() if key != TIMES}
_ENGLISH = dict(_NAMES.values()) | {_AGE[0]: _AGE[1]} | _COUNTED
_SCALE = re.compile(r"[百千万亿]+[多余来几]?$")


def unit_key(quantity: Quantity) -> str:
    """The key of the unit in :mod:`build_scripts.quantities.units`, also of a vague number (数十公里)."""
    if quantity.unit == VAGUE:
        return quantity.others[0].unit if quantity.others else ""
    return quantity.unit


def unit_name(quantity: Quantity) -> str:
    """The Chinese name of a quantity's unit: 元, 人, %, 岁, or the counter itself; empty if it has none.

    >>> from build_scripts.quantities import quantities
    >>> [unit_name(q) for q in quantities("1.2亿元，15名，三成，46岁，128所")]
    ['元', '人', '%', '岁', '所']
    """
    key = unit_key(quantity)
    if key == "yr" and quantity.measure.endswith("岁"):
        return _AGE[0]
    return _NAMES[key][0] if key in _NAMES else quantity.measure


def unit_written(quantity: Quantity, text: str) -> str:
    """The unit as it stands in ``text``: the myriads and the word (万元, 多万亩 without the 多)."""
    place = text.rfind(quantity.measure, quantity.start, quantity.end) if quantity.measure else -1
    if place < 0:
        return quantity.measure
    scale = _SCALE.search(text, quantity.start, place)
    return re.sub("[多余来几]", "", scale[0] if scale else "") + quantity.measure


def unit_english(name: str) -> str:
    """The English of a unit; empty for a counter, which English leaves out.

    >>> unit_english("亩"), unit_english("所")
    ('mu (1/15 ha)', '')
    """
    return _ENGLISH.get(name, "")


def is_counter(name: str) -> bool:
    """Whether a unit counts without measuring: 个 所 家 件."""
    return name not in _KEYS and name != _AGE[0] and name not in _COUNTED


def in_base(value: Fraction, name: str) -> Fraction:
    """``value`` in the base unit of its dimension: 2亩 in square metres.

    >>> in_base(Fraction(3), "亩"), in_base(Fraction(3), "所")
    (Fraction(2000, 1), Fraction(3, 1))
    """
    return base(value, _KEYS[name])[1] if name in _KEYS else value


def dimension(name: str) -> str:
    """What units of one kind have in common, so that their values can be compared.

    >>> dimension("亩") == dimension("公顷"), dimension("所") == dimension("个"), dimension("岁")
    (True, True, '岁')
    """
    if is_counter(name):
        return COUNT
    return base(Fraction(0), _KEYS[name])[0] if name in _KEYS else name
