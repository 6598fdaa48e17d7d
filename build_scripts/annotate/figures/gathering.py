"""Figures of one indicator in several reports: what can be compared, and where reports disagree.

Nothing is resolved: figures that cannot all be right are listed side by side, each with its report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from build_scripts.annotate.figures.model import (
    FALL,
    FALL_TO,
    LEVEL,
    NO_PERIOD,
    RISE,
    RISE_TO,
    SHARE,
    START,
    Figure,
    Period,
)
from build_scripts.annotate.figures.units import dimension, in_base
from build_scripts.annotate.tables import word_set

LEAST_VALUES = 3
"""So many values must there be for a chart."""

# What everything may be called: figures of it are not of one indicator.
_GENERAL = word_set("人 户 个 项 村 地方 方面 干部 事 问题 单位 部门 活动 措施 内容 工作 条 次 万元 元")
_DROPPED = re.compile("[“”‘’「」的\\s]")
_NUMBER = re.compile(r"\d+(?:\.(\d+))?")
_INFINITY = Fraction(10**30)


@dataclass(frozen=True, slots=True)
class Key:
    """What makes figures comparable: the ``name`` of the indicator without what may differ in writing, with
    the verb of what is said of it (50名干部 who were promoted are not 50 who were trained), the
    ``dimension`` of the unit, what is said of it (:data:`LEVEL` for all levels), and ``per``."""

    name: str
    verb: str
    dimension: str
    change: str
    per: str


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure and the report that gives it."""

    report: str
    figure: Figure


Dated: TypeAlias = tuple[Reported, Period]
"""A figure and the time for which it holds."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """All figures of one indicator, in the order of the reports."""

    key: Key
    label: str
    unit: str
    figures: tuple[Reported, ...]

    @property
    def reports(self) -> int:
        """How many reports have a figure of it."""
        return len({one.report for one in self.figures})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures of one indicator, place and time that cannot all be right."""

    label: str
    unit: str
    place: str
    figures: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one indicator that can stand in one chart: of several places in the same year (``year``), or
    of one place over time (``place``); in order of size or of time."""

    label: str
    unit: str
    change: str
    year: str
    place: str
    figures: tuple[Reported, ...]


def gather_figures(read: Mapping[str, Sequence[Figure]]) -> tuple[Indicator, ...]:
    """The indicators of all reports, in the order of their names.

    Args:
        read: what :func:`build_scripts.annotate.figures.reading.read_figures` gives for each report.
    """
    groups: dict[Key, list[Reported]] = defaultdict(list)
    for report in sorted(read):
        for figure in read[report]:
            if (key := key_of(figure)) is not None:
                groups[key].append(Reported(report, figure))
    ordered = sorted(groups, key=lambda key: (key.name, key.verb, key.dimension, key.change, key.per))
    return tuple(_indicator(key, groups[key]) for key in ordered)


def _indicator(key: Key, found: Sequence[Reported]) -> Indicator:
    figure = found[0].figure
    return Indicator(key, figure.label, figure.unit, tuple(found))


def key_of(figure: Figure) -> Key | None:
    """The indicator of a figure; ``None`` where it is not said what it counts, or only in general."""
    if not figure.counts or figure.change == START:
        return None
    if figure.counts in _GENERAL and not (figure.action and figure.counts not in ("人", "户", "个")):
        return None
    change = LEVEL if figure.change in (RISE_TO, FALL_TO) else figure.change
    name = _DROPPED.sub("", figure.label)
    return Key(name, figure.verb, dimension(figure.unit), change, figure.per) if name else None


def disagreements(
    indicators: Iterable[Indicator], dates: Mapping[str, str] | None = None
) -> Iterator[Disagreement]:
    """Where reports disagree: the same indicator, place and time, and values that no rounding reconciles.

    ``dates`` are those of the reports, ISO or empty: what a report says of the state of things without a time
    (全县有合作社198家) it says of the year in which it appeared.

    A report that gives two values itself speaks of two things, and is no witness.
    """
    for indicator in indicators:
        if indicator.reports < 2:
            continue
        by_place: dict[str, list[Dated]] = defaultdict(list)
        for one in indicator.figures:
            if one.figure.place and (period := _when(one.figure, (dates or {}).get(one.report, ""))):
                by_place[one.figure.place].append((one, period))
        for place, found in sorted(by_place.items()):
            for cluster in _same_time(found):
                witnesses = _witnesses(cluster)
                if not _agree(witnesses):
                    yield Disagreement(indicator.label, indicator.unit, place, tuple(witnesses))


def _when(figure: Figure, date: str) -> Period | None:
    """The time for which a figure holds, in a report of ``date``; ``None`` where nothing tells."""
    period = figure.period
    if period.start and period.end:
        # What has risen or fallen to a level over three years is at it when they end.
        return Period(period.end, period.end, "", "") if figure.change in (RISE_TO, FALL_TO) else period
    # 全县有198家 is the state of things; 培训98人 without a time may be of any week.
    state = figure.change not in (RISE, FALL) and (figure.near or not figure.action)
    return Period(date[:4], date[:4], "", "") if date and state and period == NO_PERIOD else None


def _same_time(found: Sequence[Dated]) -> Iterator[list[Reported]]:
    """Figures whose periods overlap; those of several years only with the very same ones."""
    long: dict[Period, list[Reported]] = defaultdict(list)
    short: list[Dated] = []
    for one, period in found:
        if period.start[:4] == period.end[:4]:
            short.append((one, period))
        else:
            long[Period(period.start, period.end, "", "")].append(one)
    yield from long.values()
    cluster: list[Reported] = []
    end = ""
    for one, period in sorted(short, key=lambda dated: dated[1].first_day):
        start = period.first_day
        if cluster and start > end:
            yield cluster
            cluster, end = [], ""
        cluster.append(one)
        end = max(end, period.last_day)
    if cluster:
        yield cluster


def _witnesses(cluster: Sequence[Reported]) -> list[Reported]:
    """One figure a report; none of a report whose own figures differ."""
    by_report: dict[str, list[Reported]] = defaultdict(list)
    for one in cluster:
        by_report[one.report].append(one)
    return [found[0] for found in by_report.values() if _agree(found)]


def _agree(found: Sequence[Reported]) -> bool:
    """Whether one value could be what all of ``found`` mean."""
    if len(found) < 2:
        return True
    spans = [bounds(one.figure) for one in found]
    return max(low for low, _ in spans) <= min(high for _, high in spans)


def bounds(figure: Figure) -> tuple[Fraction, Fraction]:
    """Between which values the true one lies, by the words of the figure, in the base unit of its dimension.

    A number with a decimal or a myriad is rounded at its last digit; 多 and 余 reach up to the next step of
    that digit's place, 近 a tenth down, 约 a tenth either way.

    >>> def figure(value, approx="exact", text=""):
    ...     return Figure("", 0, 0, (0, 0), text or value, value, "", "个", "个", "村", approx=approx)
    >>> [str(end) for end in bounds(figure("198"))], [str(end) for end in bounds(figure("200", "nearly"))]
    (['198', '198'], ['180', '200'])
    """
    low, top = _span(figure)
    return in_base(low, figure.unit), in_base(top, figure.unit)


def _span(figure: Figure) -> tuple[Fraction, Fraction]:
    """The same in the unit of the figure."""
    value, approx = figure.number, figure.approx
    if approx in ("over", "full"):
        return value, value + max(_leading(value), _step(figure))
    if approx == "nearly":
        return value - abs(value) / 10, value
    if approx == "at least":
        return value, _INFINITY
    if approx in ("under", "at most"):
        return Fraction(0), value
    if approx == "several":
        return value, 10 * value
    high = Fraction(figure.high) if figure.high else value
    rounded = figure.unit == "%" or "万" in figure.text or "亿" in figure.text
    play = (_step(figure) / 2 if rounded else 0) + (abs(value) / 10 if approx == "about" else 0)
    return value - play, high + play


def _step(figure: Figure) -> Fraction:
    """What the last digit that is written stands for: 100 in 1.52万."""
    found = _NUMBER.search(figure.text)
    if not found or not Fraction(found[0]):
        return _leading(figure.number)
    scale = figure.number / Fraction(found[0])
    return abs(scale) / Fraction(10 ** len(found[1] or ""))


def _leading(value: Fraction) -> Fraction:
    """What the last digit of a round number that is not zero stands for: 100 in 300, 10 in 320."""
    if not value or value.denominator != 1:
        return Fraction(1)
    number = abs(value.numerator)
    return Fraction(10 ** (len(str(number)) - len(str(number).rstrip("0"))))


def series(indicators: Iterable[Indicator]) -> Iterator[Series]:
    """What can be drawn: the values of at least three places in one year, or of three years of one place.

    Only levels and shares that are one number: rises of different lengths of time are not comparable.
    """
    for indicator in indicators:
        if indicator.key.change not in (LEVEL, SHARE):
            continue
        by_year: dict[str, dict[str, list[Reported]]] = defaultdict(lambda: defaultdict(list))
        by_place: dict[str, dict[str, list[Reported]]] = defaultdict(lambda: defaultdict(list))
        for one in indicator.figures:
            if _is_plain(one.figure):
                year, place = one.figure.period.end[:4], one.figure.place
                by_year[year][place].append(one)
                by_place[place][year].append(one)
        label, unit, change = indicator.label, indicator.unit, indicator.key.change
        for year, places in sorted(by_year.items()):
            if len(places) >= LEAST_VALUES:
                drawn = [one for found in places.values() for one in _told(found)]
                drawn.sort(key=lambda one: (-_value(one), one.figure.place, one.report))
                yield Series(label, unit, change, year, "", tuple(drawn))
        for place, years in sorted(by_place.items()):
            if len(years) >= LEAST_VALUES:
                drawn = [one for year in sorted(years) for one in _told(years[year])]
                yield Series(label, unit, change, "", place, tuple(drawn))


def _told(found: Sequence[Reported]) -> Sequence[Reported]:
    """One figure where all agree, else all of them: a chart resolves no disagreement either."""
    return found[:1] if _agree(found) else found


def _is_plain(figure: Figure) -> bool:
    """Whether a figure can be a bar: a place, one year, one number of a known size."""
    period = figure.period
    dated = bool(period.end) and period.start[:4] == period.end[:4]
    return bool(figure.place) and dated and not figure.high and figure.approx not in ("several", "at least")


def _value(one: Reported) -> Fraction:
    return in_base(one.figure.number, one.figure.unit)
