"""Units in both languages: 亩 and mu, 元 and yuan, 户 and households, and which of them convert.

A unit is a key. Keys of one dimension convert with the factors below: 15 亩 are a hectare, two years are
24 months. The Chinese market units are those fixed in 1959: 1 亩 = 1/15 公顷, 1 里 = 500 米, 1 斤 = 500 克.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

SHARE, POINTS, TIMES, FOLD = "%", "pp", "times as much", "n times"
YEAR, MONTH, DAY, CLOCK = "calendar year", "month of the year", "day of the month", "time of day"
ORDINAL, DECADE, CENTURY, QUARTER, HALF = "ordinal", "decade", "century", "quarter of the year", "half-year"
PERSON, HOUSEHOLD, VAGUE, PHONE, LABEL = "person", "household", "so many", "telephone number", "label"
# “1+5” and “1+5+N” are names in both languages.
# What a telephone number, and a name with a number in it (G60), cannot be without: most texts have neither.
LONG_NUMBER = re.compile(r"\d{3}[ -]?\d{4}")
BESIDE_LETTER = re.compile(r"\d(?:(?<=[A-Za-z]\d)|(?<=[A-Za-z]-\d)|(?=[A-Za-z]))")
LABEL_PATTERN = re.compile(r"(?<![\d.])\d{1,3}(?:\+(?:\d{1,3}|[NnXx]))+(?![\d.])")


@dataclass(frozen=True, slots=True)
class _Unit:
    dimension: str
    factor: Fraction
    chinese: str
    english: str


def _unit(dimension: str, factor: str, chinese: str, english: str) -> _Unit:
    return _Unit(dimension, Fraction(factor), chinese, english)


# key: dimension, how many of the dimension's base unit, Chinese words, English words (regular expressions).
_UNITS: dict[str, _Unit] = {
    "cny": _unit("cny", "1", "元|块钱", r"(?:renminbi |RMB )?yuan|RMB|CNY|renminbi"),
    "usd": _unit("usd", "1", "美元|美金", r"(?:US|American) dollars?|USD|dollars?"),
    "hkd": _unit("hkd", "1", "港元|港币", r"Hong Kong dollars?|HKD"),
    "eur": _unit("eur", "1", "欧元", r"euros?|EUR"),
    "gbp": _unit("gbp", "1", "英镑", r"pounds? sterling|GBP"),
    "jpy": _unit("jpy", "1", "日元", r"yen|JPY"),
    "km": _unit("length", "1000", "公里|千米", r"km|kilomet(?:re|er)s?"),
    "li": _unit("length", "500", "华里|里地|里路|里", r"li"),
    "m": _unit("length", "1", "米", r"m|met(?:re|er)s?"),
    "cm": _unit("length", "1/100", "厘米|公分", r"cm|centimet(?:re|er)s?"),
    "mm": _unit("length", "1/1000", "毫米", r"mm|millimet(?:re|er)s?"),
    "mile": _unit("length", "1609.344", "英里", r"miles?"),
    "foot": _unit("length", "0.3048", "英尺", r"foot|feet"),
    "mu": _unit("area", "2000/3", "亩", r"mu"),
    "ha": _unit("area", "10000", "公顷", r"ha|hectares?"),
    "km2": _unit("area", "1000000", "平方公里|平方千米", r"km²|km2|sq\.? km|square kilomet(?:re|er)s?"),
    "m2": _unit("area", "1", "平方米|平米", r"m²|m2|sq\.? m|square met(?:re|er)s?"),
    "acre": _unit("area", "4046.8564224", "英亩", r"acres?"),
    "t": _unit("mass", "1000", "吨", r"t|tons?|tonnes?|metric tons?"),
    "kg": _unit("mass", "1", "公斤|千克", r"kg|kilos?|kilograms?|kilogrammes?"),
    "jin": _unit("mass", "1/2", "市斤|斤", r"jin|catt(?:y|ies)"),
    "g": _unit("mass", "1/1000", "克", r"g|grams?|grammes?"),
    "lb": _unit("mass", "0.45359237", "磅", r"lbs?|pounds?"),
    "m3": _unit("volume", "1000", "立方米|方水", r"m³|m3|cubic met(?:re|er)s?"),
    "l": _unit("volume", "1", "升", r"lit(?:re|er)s?"),
    "kwh": _unit("energy", "1", "千瓦时|度电", r"kWh|kilowatt[- ]hours?"),
    "kw": _unit("power", "1", "千瓦", r"kW|kilowatts?"),
    "mw": _unit("power", "1000", "兆瓦", r"MW|megawatts?"),
    "gw": _unit("power", "1000000", "吉瓦", r"GW|gigawatts?"),
    "celsius": _unit("temperature", "1", "摄氏度|℃", r"°C|degrees?(?: Celsius| centigrade)?"),
    "century long": _unit("months", "1200", "个世纪", r"centur(?:y|ies)"),
    "decade long": _unit("months", "120", "", r"decades?"),
    "yr": _unit("months", "12", "周年|周岁|个年头|年|岁", r"years?|yrs?"),
    "quarter long": _unit("months", "3", "个季度", r""),
    "mo": _unit("months", "1", "个月", r"months?"),
    "wk": _unit("hours", "168", "个星期|个礼拜|星期|周", r"weeks?"),
    "fortnight": _unit("hours", "336", "", r"fortnights?"),
    "d": _unit("hours", "24", "天|昼夜", r"days?"),
    "h": _unit("hours", "1", "个小时|小时|个钟头|钟头", r"hours?|hrs?|h"),
    "min": _unit("hours", "1/60", "分钟", r"minutes?|mins?"),
    "s": _unit("hours", "1/3600", "秒钟|秒", r"seconds?|secs?"),
    PERSON: _unit(
        PERSON, "1", "人|名|位|口人", r"people|persons|residents|villagers|individuals|inhabitants"
    ),
    HOUSEHOLD: _unit(HOUSEHOLD, "1", "户", r"households|families|homes"),
    SHARE: _unit(SHARE, "1/100", "%|％", r"%|per ?cent|pct"),
    "permille": _unit("permille", "1/1000", "‰", r"‰|per ?mille|per thousand"),
    POINTS: _unit(POINTS, "1", "个百分点|百分点", r"(?:percentage|per ?cent|%)[- ]points?"),
}
# The words that count without measuring: what they count is left open.
_COUNTERS = frozenset(
    "个家所条项件次场支批届座处间套本篇部份张台辆艘架棵株头只匹块片根把对组班门种类样宗起例笔枚面幅栋"
    "幢期轮步级层号分口眼盏尊道扇床顶颗粒朵束盆桶箱袋瓶杯碗车船款桩册首封堂节章集站村乡镇县市省区国校"
    "院度角桌席员代句遍回趟字页声点方尾羽峰"
) | {"人次", "场次", "批次", "趟次", "架次", "台次", "户次", "亩次", "届次", "项次", "课时", "学时", "个人"}
# Those after which a numeral written in characters is surely a count, not part of a word.
SURE_COUNTERS = frozenset(
    "个家所条项件次场支批座间套本篇份张台辆艘架棵株头只匹起例笔枚幅栋幢期轮名位人户村遍趟册封堂口眼盏"
) | {"人次", "场次", "批次", "课时", "学时", "乡镇"}
# 元旦, 人民, 个体 …: the word goes on, so that its first character is no measure.
_NOT_AFTER = {
    "元": "旦素宵首老化",
    "人": "民大力口均才工类员事家文们",
    "名": "单额誉牌义字师",
    "位": "置于",
    "户": "外籍口型",
    "里": "程面头外边",
    "年": "级代度龄货味轻轮夜迈少会",
    "周": "边围刊报",
    "分": "布别工公局支类级管明配散析享期之层校批",
    "米": "粉酒面",
    "天": "然气津空下",
    "克": "服",
    "升": "级学",
    "秒": "杀",
    "斤": "斤",
    "岁": "月",
    "吨": "位",
}
# The same where more than one character tells: 一名医 is a doctor of renown, 一名医生 one doctor.
_NOT_BEFORE = {"名": "医(?![务护生])", "个人": "居环境"}


def _chinese_pattern() -> re.Pattern[str]:
    words = {word for unit in _UNITS.values() for word in unit.chinese.split("|") if word}
    words |= {*_COUNTERS, "日", "月", "时"}
    parts = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        barred = _NOT_AFTER.get(word, "")
        after = f"(?!{_NOT_BEFORE[word]})" if word in _NOT_BEFORE else ""
        parts.append(re.escape(word) + (f"(?![{barred}])" if barred else "") + after)
    return re.compile("|".join(parts))


_CHINESE = _chinese_pattern()
_CHINESE_KEYS = {word: key for key, unit in _UNITS.items() for word in unit.chinese.split("|") if word}
_ENGLISH_NAMES = [(key, unit.english) for key, unit in _UNITS.items() if unit.english]
# Single letters stand close behind digits and are no words: 5m, 3 t.
_ENGLISH = re.compile(
    (
        r"[ \u00a0-]?(?:(?:full|whole|consecutive|successive|straight|more|further|additional|"
        "extra|long|solid)[ -])?(?:"
    )
    + "|".join(f"(?P<u{n}>{words})" for n, (_, words) in enumerate(reversed(_ENGLISH_NAMES)))
    + r")(?![A-Za-z0-9²³])"
)
_ENGLISH_KEYS = {f"u{n}": key for n, (key, _) in enumerate(reversed(_ENGLISH_NAMES))}
_CURRENCY = re.compile(
    r"(?P<cny>¥|￥|RMB|CNY|yuan)|(?P<usd>US\$|USD|\$)|(?P<hkd>HK\$|HKD)|(?P<eur>€|EUR)|"
    "(?P<gbp>£|GBP)|(?P<jpy>JPY)"
)


def measure_at(text: str, place: int) -> tuple[str, str, int]:
    """The Chinese measure at ``place``: the word, its key ("" for a mere counter), where it ends.

    Example:
        >>> measure_at("3公里路", 1), measure_at("3元旦", 1)
        (('公里', 'km', 3), ('', '', 1))
    """
    found = _CHINESE.match(text, place)
    if not found:
        return "", "", place
    return found[0], _CHINESE_KEYS.get(found[0], ""), found.end()


def english_unit_at(text: str, place: int) -> tuple[str, int]:
    """The key of the English unit right after a number that ends at ``place``, and where it ends.

    Example:
        >>> english_unit_at("3 square metres", 1), english_unit_at("5 mules", 1)
        (('m2', 15), ('', 1))
    """
    found = _ENGLISH.match(text, place)
    if not found or found.lastgroup is None:
        return "", place
    return _ENGLISH_KEYS[found.lastgroup], found.end()


def currency_before(text: str, place: int) -> tuple[str, int]:
    """The key of the currency before a number at ``place`` (``¥3``, ``RMB 3``), and where it starts."""
    end = place - 1 if text[place - 1 : place] in (" ", "\u00a0") else place
    window = text[max(0, end - 4) : end]
    for found in _CURRENCY.finditer(window):
        if found.end() == len(window) and found.lastgroup:
            return found.lastgroup, end - len(found[0])
    return "", place


def base(value: Fraction, unit: str) -> tuple[str, Fraction]:
    """``value`` in the base unit of its dimension, with the dimension; ("", value) for what has none."""
    known = _UNITS.get(unit)
    if known is None or known.dimension == SHARE:
        return unit, value
    return known.dimension, value if known.factor == 1 else value * known.factor


def dimension_of(unit: str) -> str:
    """The dimension of a unit as :func:`base` names it.

    >>> dimension_of("mu"), dimension_of("")
    ('area', '')
    """
    known = _UNITS.get(unit)
    return unit if known is None or known.dimension == SHARE else known.dimension
