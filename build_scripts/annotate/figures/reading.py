"""The figures of a report, read paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.figures.counting import EVENTS, Counted, count_all
from build_scripts.annotate.figures.model import (
    CARRIED,
    LEVEL,
    NO_PERIOD,
    RELATIVE,
    REPORT,
    SHARE,
    STATED,
    Figure,
    Period,
    exact_text,
)
from build_scripts.annotate.figures.periods import Named, When, periods
from build_scripts.annotate.figures.places import Places, joined, place_of
from build_scripts.annotate.figures.selecting import is_figure
from build_scripts.annotate.figures.units import unit_name, unit_written
from build_scripts.quantities import Approx, Quantity, quantities
from build_scripts.quantities.hedges import chinese_trend
from build_scripts.quantities.units import LABEL, ORDINAL, VAGUE

_SENTENCE_END = re.compile("[。！？!?]+[”’」』）]*|\n")
_HEDGE = re.compile(
    "至少要?有?|不少于|不低于|不小于|不得少于|不得低于|起码|最少|最低|不超过|不高于|不多于|不得超过|至多|最多|最长|最高|不到|不足|"
    "未满|少于|低于|满|超过|突破|超出|高于|多于|逾|超|将近|接近|近|几乎|大约|大概|约莫|约|大致|以上|以下|以内|之内|"
    "出头|有余|左右|上下|多|余|几|来|数|上(?=[百千万亿])"
)


_NUMERALS = frozenset("一二两三四五六七八九十百千")


def read_figures(page: AnnotatedPage) -> tuple[Figure, ...]:
    """The figures of ``page`` in reading order: pure, and of this page alone.

    Titles are left out: what they say the text says again.

    Example: of 全县新建村卫生室128个 it gives the value 128, the unit 个, the action 新建, what is counted,
    村卫生室, and the place that 全县 refers to.
    """
    places = Places(page)
    year = ""
    found: list[Figure] = []
    for text in page.texts:
        named = joined(places.mentions(text))
        if not text.anchor:
            continue
        times = list(periods(text.zh, When(page.date, year)))
        all_quantities = [_signed(quantity, text.zh) for quantity in quantities(text.zh)]
        figures = [quantity for quantity in all_quantities if is_figure(quantity, text.zh)]
        spans = _spans(text.zh, all_quantities, figures, times)
        names = {text.zh[at.start : at.end] for at in named} | {at.name for at in named}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        counted = count_all(text.zh, figures, spans, longest_first, _numbered(text))
        bounds = _sentences(text.zh)
        for quantity, what in zip(figures, counted, strict=True):
            sentence = bounds[bisect_right(bounds, (quantity.start, len(text.zh) + 1)) - 1]
            place = place_of(quantity.start, sentence, named, text.zh)
            period = _period(quantity, sentence, times)
            if period == NO_PERIOD and page.date and _is_so(quantity, what, text.zh, sentence[0]):
                period = Period(page.date[:4], page.date[:4], "", REPORT)
            found.append(_figure(text, quantity, what, sentence, period, place or places.report, bool(place)))
        year = _last_year(times, year, page.date)
    return tuple(found)


_BELOW = re.compile("零下$|(?<![\\d%—–~－-])[-−－负]$")


# A hedge that a verb parts from its number: 约为12万亩, 至少配备1名.
_APART = re.compile(
    r"(?P<about>大约|约)[为有占达是]$|(?P<least>至少|最少|起码)[^，。；：、\d]{1,3}$|"
    r"(?P<most>至多|最多)[^，。；：、\d]{1,3}$"
)
_APPROX = {"about": Approx.ABOUT, "least": Approx.LEAST, "most": Approx.MOST}


def _hedged(quantity: Quantity, text: str) -> tuple[Approx, str]:
    """How exact a figure is, and the word that says so where a verb parts it from the number."""
    found = _APART.search(text, max(0, quantity.start - 6), quantity.start)
    if quantity.approx is not Approx.EXACT or not found or not found.lastgroup:
        return quantity.approx, ""
    return _APPROX[found.lastgroup], found[found.lastgroup]


def _signed(quantity: Quantity, text: str) -> Quantity:
    """A quantity with the minus before it: 零下5摄氏度, 增长-3.2%."""
    found = _BELOW.search(text, max(0, quantity.start - 3), quantity.start)
    if not found or quantity.high is not None:
        return quantity
    trend = chinese_trend(text, found.start())
    return replace(quantity, start=found.start(), value=-quantity.value, trend=trend)


def _spans(
    text: str, all_quantities: Sequence[Quantity], figures: Sequence[Quantity], times: Sequence[Named]
) -> list[tuple[int, int]]:
    """What names do not reach over: figures, dates, and all words that say when (“十四五”期间)."""
    chosen = {id(quantity) for quantity in figures}
    taken = [(one.start, one.end) for one in all_quantities if id(one) in chosen or _bounds(one)]
    merged: list[tuple[int, int]] = []
    # The 到 of 增加到2019年的18万元 belongs to the verb, and the 有 of 现有 is one.
    said = (
        (time.start + (text[time.start] in "到至"), time.end - (text[time.end - 1] == "有")) for time in times
    )
    for start, end in sorted([*taken, *said]):
        if merged and start < merged[-1][1] and (start, end) != merged[-1]:
            continue
        merged.append((start, end))
    return merged


def _numbered(text: AnnotatedText) -> list[str]:
    """The terms of ``text`` that begin with a number and are no figure: 一肩挑, 三会一课."""
    terms = {word.text for word in text.words if word.term and word.text[0] in _NUMERALS}
    return sorted(terms, key=lambda term: (-len(term), term))


def _bounds(quantity: Quantity) -> bool:
    """Whether a name does not reach over a quantity that is no figure: a date, not the 一 of 一肩挑."""
    return not quantity.loose and quantity.unit not in (ORDINAL, LABEL)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of ``text`` begin and end; together they are the text."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    ends += [len(text)] if not ends or ends[-1] < len(text) else []
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _period(quantity: Quantity, sentence: tuple[int, int], times: list[Named]) -> Period:
    """The time named last before the figure: in its sentence, else earlier in the paragraph."""
    at = bisect_right(times, quantity.start, key=lambda time: time.end)
    if not at:
        return NO_PERIOD
    last = times[at - 1]
    if last.start >= sentence[0]:
        return last.period
    # 五年间, 目前 and 3月2日 hold for their sentence; a year goes on to the end of the paragraph.
    if last.period.basis == RELATIVE or not (
        len(last.period.start) == 4 or last.period.text.startswith("截")
    ):
        return NO_PERIOD
    return replace(last.period, basis=CARRIED)


# Not now: what is to be, what was once, what holds if something else does.
_ELSEWHEN = re.compile(
    "力争|争取|计划|目标|预计|预期|确保|规划|(?<![省州市县区校干])将|拟|(?<![主重需必首])要(?=[达有求为占]|$)|有望|可[有达]|"
    "曾|原[有来先本]|过去|当时|当初|以前|从前|那时|那年|最初|起初|一度|期间|同期|年代|建国|解放|"
    "凡|只要|如果|假如|若|必须|应当|不得|至少|最多|每[个村乡镇户人]"
)
# 有2名书记因此丢了职务; 占到50%的乡镇: no state of things, or a condition.
_NOT_SO = re.compile("的|[^，。；：！？\n]*(?:了|过|[被因遭]|受到|获得)")
# What comes in over a year is of the year before as often as not; so is money.
_FLOWS = re.compile("收入|产值|产量|税收|消费|投资|销售|增收|收益|分红|工资|增加值|生产总值|报酬|补贴|流量")
_LIMITS = (Approx.LEAST, Approx.MOST, Approx.UNDER)


def _is_so(quantity: Quantity, what: Counted, text: str, begin: int) -> bool:
    """Whether a report says without a time that it is so: 全县有合作社198家, not 培训98人, 要达到200家.

    ``begin`` is where the sentence begins.
    """
    unit = unit_name(quantity)
    level = what.being and what.change in (LEVEL, SHARE) and quantity.approx not in _LIMITS
    passing = unit == "元" or unit in EVENTS or _FLOWS.search(what.counts)
    elsewhen = _ELSEWHEN.search(text, begin, quantity.start) or _NOT_SO.match(text, quantity.end)
    return level and not passing and not elsewhen


def _last_year(times: list[Named], year: str, date: str) -> str:
    """The year that 全年 and 年底 mean from here on: the last named alone that is not after the report."""
    stated = [time.period for time in times if time.period.basis == STATED]
    years = [one.end[:4] for one in stated if one.end and one.start[:4] == one.end[:4]]
    past = [one for one in years if not date or one <= date[:4]]
    return past[-1] if past else year


def _figure(
    text: AnnotatedText,
    quantity: Quantity,
    what: Counted,
    sentence: tuple[int, int],
    period: Period,
    place: str,
    near: bool,
) -> Figure:
    scale = 100 if quantity.unit == "%" else 1
    several = quantity.unit == VAGUE
    exactness, apart = _hedged(quantity, text.zh)
    approx = "several" if several and exactness is Approx.EXACT else exactness.value
    return Figure(
        anchor=text.anchor,
        start=quantity.start,
        end=quantity.end,
        sentence=sentence,
        text=text.zh[quantity.start : quantity.end],
        value=exact_text(quantity.value * scale),
        high=exact_text(quantity.high * scale) if quantity.high is not None else "",
        unit=unit_name(quantity),
        written=unit_written(quantity, text.zh),
        counts=what.counts,
        action=what.action,
        verb=what.verb,
        per=what.per,
        change=what.change,
        period=period,
        place=place,
        near=near,
        approx=approx,
        hedge=apart or _hedge(quantity, approx),
    )


def _hedge(quantity: Quantity, approx: str) -> str:
    return "…".join(_HEDGE.findall(quantity.text)) if approx != "exact" else ""
