"""The time that a figure is about: named in its sentence, reckoned from its date, or named before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_scripts.annotate.figures.model import CARRIED, NO_PERIOD, RELATIVE, STATED, Period
from build_scripts.quantities.numerals import numerals

_Y = r"(?P<y>(?:19|20)\d{2}|二〇[零〇一二]?[零〇一二三四五六七八九])年"
_M = r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_D = r"(?P<d>3[01]|[12]\d|0?[1-9])[日号]"
_TO = r"[—–\-－~～至到]{1,2}"
_N = r"(?P<n>\d{1,2}(?!\d)|[一二两三四五六七八九十]{1,2})"
# What a figure is compared with is not its own time: 同2019年相比, 比2015年.
_COMPARED = re.compile("(?:比|较|同|与|相对于)$")
_THIRD_PLAN = 1966


@dataclass(frozen=True, slots=True)
class Named:
    """A period and where it stands."""

    start: int
    end: int
    period: Period


@dataclass(frozen=True, slots=True)
class When:
    """The date of the report (ISO, any precision, or empty), the year last named before, and the one last
    named in the same paragraph."""

    date: str
    year: str = ""
    here: str = ""

    @property
    def own(self) -> int:
        """The year of the report; 0 if unknown."""
        return int(self.date[:4]) if re.match(r"\d{4}", self.date) else 0


_Reader = Callable[[re.Match[str], When], Period]


def _number(text: str) -> int:
    found = next(numerals(text), None)
    return int(found.value) if found else 0


def _iso(*parts: int) -> str:
    return "-".join(f"{part:04d}" if at == 0 else f"{part:02d}" for at, part in enumerate(parts))


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _last_day(year: int, month: int = 0) -> str:
    """``2021-03-31`` for 2021年3月底, ``2021-12-31`` for 2021年底."""
    return _iso(year, month or 12, _days(year, month or 12))


def _plan(found: re.Match[str], when: When) -> Period:
    first = _THIRD_PLAN + 5 * (10 + _number(found["n"]) - 3)
    return Period(str(first), str(first + 4), found[0])


def _years(found: re.Match[str], when: When) -> Period:
    return Period(str(_number(found["y"])), str(_number(found["y2"])), found[0])


def _since(found: re.Match[str], when: When) -> Period:
    start = _iso(_number(found["y"]), _number(found["m"])) if found["m"] else str(_number(found["y"]))
    return Period(start, when.date if when.own >= int(start[:4]) else "", found[0])


def _months(found: re.Match[str], when: When) -> Period:
    stated = found["y"]
    year = _number(stated) if stated else int(when.year or 0)
    if not year:
        return Period("", "", found[0])
    first, last = _number(found["m"]), _number(found["m2"])
    end = _iso(year, last, _number(found["d"])) if found["d"] else _iso(year, last)
    return Period(_iso(year, first), end, found[0], STATED if stated else CARRIED)


def _part(found: re.Match[str], when: When) -> Period:
    """上半年, 第一季度, 前10个月 of a year that stands before it, or of the one last named."""
    year = _number(found["y"]) if found["y"] else int(when.year or 0)
    if not year:
        return Period("", "", found[0])
    if found["half"]:
        first, last = (1, 6) if found["half"] == "上" else (7, 12)
    elif found["quarter"]:
        quarter = _number(found["quarter"])
        first, last = 3 * quarter - 2, 3 * quarter
    else:
        first, last = 1, (9 if found["three"] else _number(found["n"]))
    if not 1 <= last <= 12:
        return NO_PERIOD
    return Period(_iso(year, first), _iso(year, last), found[0], STATED if found["y"] else CARRIED)


def _date(found: re.Match[str], when: When) -> Period:
    year = _number(found["y"])
    month = _number(found["m"]) if found["m"] else 0
    if found["d"]:
        start = end = _iso(year, month, _number(found["d"]))
    elif found["edge"] in ("底", "末"):
        start = end = _last_day(year, month)
    else:
        start = end = _iso(year, month) if month else str(year)
    return Period(start, end, found[0])


def _month(found: re.Match[str], when: When) -> Period:
    """3月底, 10月31日 without a year: of the year named before, else of the report's if not later."""
    year, month = int(when.here or 0), _number(found["m"])
    basis = CARRIED
    if not year and f"{month:02d}" <= when.date[5:7]:
        year, basis = when.own, RELATIVE
    if not year:
        return Period("", "", found[0], CARRIED)
    if found["d"]:
        start = _iso(year, month, _number(found["d"]))
    else:
        start = _last_day(year, month) if found["edge"] in ("底", "末") else _iso(year, month)
    return Period(start, start, found[0], basis)


_OFFSETS = {"今": 0, "本": 0, "去": -1, "前": -2, "明": 1}


def _relative(found: re.Match[str], when: When) -> Period:
    if not when.own:
        return Period("", "", found[0], RELATIVE)
    year = when.own + _OFFSETS[found["which"]]
    if found["since"]:
        return Period(str(year), when.date, found[0], RELATIVE)
    if found["m"]:
        month = _number(found["m"])
        start = _last_day(year, month) if found["edge"] else _iso(year, month)
    else:
        start = _last_day(year) if found["edge"] else str(year)
    return Period(start, start, found[0], RELATIVE)


def _same(found: re.Match[str], when: When) -> Period:
    """全年, 当年, 年底: of the year last named."""
    if not when.year:
        return Period("", "", found[0], CARRIED)
    year = int(when.year)
    start = _last_day(year) if found[0].endswith(("底", "末")) else str(year)
    return Period(start, start, found[0], CARRIED)


def _lasting(found: re.Match[str], when: When) -> Period:
    """五年间, 近三年: the years up to the report; only a report with a date says which."""
    length = _number(found["n"]) if found["n"] else 0
    if not when.own or not length:
        return Period("", "", found[0], RELATIVE)
    start = f"{when.own - length:04d}{when.date[4:]}"
    if start.endswith("02-29"):
        start = f"{start[:-2]}28"
    return Period(start, when.date, found[0], RELATIVE)


def _now(found: re.Match[str], when: When) -> Period:
    return Period(when.date, when.date, found[0], RELATIVE)


_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        re.compile("[“「]?十(?P<n>[一二三四五六七])五[”」]?(?:规划)?(?:期间|时期|以来|的五年|末|这五年)"),
        _plan,
    ),
    (re.compile(rf"{_Y[:-1]}年?{_TO}(?P<y2>(?:19|20)\d{{2}})年"), _years),
    (re.compile(rf"自?{_Y}(?:{_M})?(?:以来|起(?!步)|开始)"), _since),
    (re.compile(rf"(?:{_Y})?{_M}?{_TO}(?P<m2>1[0-2]|[1-9])月(?:{_D}|底|末)?"), _months),
    (
        re.compile(
            rf"(?:{_Y})?(?:(?P<half>上|下)半年|第?(?P<quarter>[一二三四1-4])季度|(?P<three>前三)个?季度|前{_N}个月)"
        ),
        _part,
    ),
    (re.compile(rf"(?:截至|截止到?|到|至)?{_Y}(?:{_M}(?:{_D})?)?(?P<edge>底|末|初|年终)?"), _date),
    (
        re.compile(
            rf"(?:截至|到|至)?(?P<which>[今去前明本])年(?:(?P<since>以来)|(?:{_M})?(?P<edge>底|末)?)(?!度|份|级|人)"
        ),
        _relative,
    ),
    (re.compile(rf"(?<![\d.个第])(?:截至|到|至)?{_M}(?:{_D})?(?P<edge>底|末|初|份)?(?!来|度|季)"), _month),
    (
        re.compile(
            "全年(?!龄)|当年|同年|这一年|(?:截至|到)?(?<![去今前明本一二三四五六七八九十两\\d])年[底末](?!考|述)"
        ),
        _same,
    ),
    (
        re.compile(
            rf"(?:近|这|过去的?|最近)(?:{_N}年)(?![级度])(?:多?(?:间|来|里(?![程路])|以来|期间|的?时间里?))?"
        ),
        _lasting,
    ),
    (re.compile(rf"(?<![\d第]){_N}年多?(?:间|来|里(?![程路])|以来|期间|的?时间里)"), _lasting),
    (re.compile("目前|(?<![出发实呈])现在|眼下|如今|现有|现已|至今|截至目前|迄今"), _now),
)


# What is in all that each of the patterns finds, in their order: most texts hold little of it.
_NEEDS = tuple(
    re.compile(needed)
    for needed in (
        "十[一二三四五六七]五",
        r"\d年",
        r"[\d零〇一二三四五六七八九]年",
        r"\d月",
        "半年|季度|个月",
        r"[\d零〇一二三四五六七八九]年",
        "[今去前明本]年",
        r"[\d一二三四五六七八九十]月",
        "全年|当年|同年|这一年|年[底末]",
        r"[\d一二两三四五六七八九十]年",
        r"[\d一二两三四五六七八九十]年",
        "目前|现在|眼下|如今|现有|现已|至今|迄今",
    )
)


def periods(text: str, when: When) -> Iterator[Named]:
    """The periods that ``text`` names, in order; none overlaps another.

    Args:
        text: Chinese.
        when: the date of the report, and the year that was named before ``text``.

    Example:
        >>> [n.period.iso for n in periods("“十三五”期间，截至2021年3月底，去年", When("2021-05-06"))]
        ['2016/2020', '2021-03-31', '2020']
    """
    found = sorted(
        (
            (match.start(), rank, match, reader)
            for rank, (pattern, reader) in enumerate(_READERS)
            if _NEEDS[rank].search(text)
            for match in pattern.finditer(text)
            if match.group()
        ),
        key=lambda item: item[:2],
    )
    done = 0
    for start, _, match, reader in found:
        if start < done:
            continue
        done = match.end()
        if _COMPARED.search(text[max(0, start - 3) : start]):
            continue
        period = reader(match, when)
        if period.text:
            yield Named(start, match.end(), period)
            if period.start and period.basis == STATED:
                year = (period.end or period.start)[:4]
                when = When(when.date, year, year)
