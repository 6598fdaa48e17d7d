"""Gives each Chinese value an English figure: the best fit first, then what is wrong in unit or value."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from build_scripts.check.figures.demands import Demand, Matching
from build_scripts.check.figures.fitting import CONVERTED, NEAR, SAME, TOLERANCE, UNSAID, akin, fit, rounded
from build_scripts.quantities.model import Figure
from build_scripts.quantities.units import (
    CENTURY,
    CLOCK,
    DAY,
    DECADE,
    FOLD,
    HALF,
    MONTH,
    ORDINAL,
    QUARTER,
    SHARE,
    TIMES,
    VAGUE,
    YEAR,
    base,
    dimension_of,
)

# So many candidates are looked at for one figure: no text makes the search quadratic.
_REACH = 24
# How far from where it should stand, as a part of the text, a number with the right unit takes the place of
# one that had only the value.
_ASIDE = 0.2
# So far behind a figure may the bracket with its conversion begin and go on.
_BRACKET = 60
# How English says 100% and 0 without a number.
_ABSOLUTE = {
    1: re.compile(
        (
            r"\b(?:all|every|everyone|entire|entirely|full|fully|whole|wholly|complete|completely|"
            r"without exception)\b"
        ),
        re.I,
    ),
    0: re.compile(r"\b(?:no|none|nobody|nothing|zero|nil|without|never|not (?:a single|one|any))\b", re.I),
}
_ALWAYS = re.compile(r"\b(?:a?round[ -]the[ -]clock|day and night|night and day|at any hour|24/7)\b", re.I)
# What a date and a multiple have is a kind of figure, not a unit that could be mistaken.
_DATED = frozenset((FOLD, TIMES, YEAR, MONTH, DAY, CLOCK, DECADE, CENTURY, QUARTER, HALF, ORDINAL))


class Pairing:
    """The English figures by value, which of them are still free, and what came of those that are not."""

    def __init__(self, figures: Sequence[Figure], zh_length: int, en: str) -> None:
        self.result = Matching()
        self._figures = figures
        self._zh_length, self._en_length = max(1, zh_length), max(1, len(en))
        self._absolutes = {value for value, words in _ABSOLUTE.items() if words.search(en)}
        self._always = _ALWAYS.search(en) is not None
        self._free = [True] * len(figures)
        # By both numbers of the fraction, which is slow to hash and to compare.
        self._by_value: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._exactly: list[frozenset[tuple[tuple[int, int], str]]] = []
        for place, figure in enumerate(figures):
            exact = [(reading.value.as_integer_ratio(), reading.unit) for reading in figure.readings]
            self._exactly.append(frozenset(exact))
            for ratio, _ in exact:
                self._by_value[ratio].append(place)
        self._sideways: list[Demand] = []
        self._met: set[tuple[Fraction, str]] = set()

    @cached_property
    def _by_base(self) -> dict[str, list[tuple[Fraction, int]]]:
        """The figures in the base unit of each dimension, for those that are paired by conversion."""
        by_base: dict[str, list[tuple[Fraction, int]]] = defaultdict(list)
        for place, figure in enumerate(self._figures):
            for reading in figure.readings:
                dimension, value = base(reading.value, reading.unit)
                by_base[dimension].append((value, place))
        return {dimension: sorted(entries) for dimension, entries in by_base.items()}

    def paired(self, demands: Sequence[Demand]) -> list[Demand]:
        """Pairs what fits, the best fits first; gives what is left."""
        left = list(demands)
        for least in (SAME, CONVERTED, UNSAID, NEAR):
            rest = []
            for demand in left:
                idle = least in (CONVERTED, NEAR) and not self._may_convert(demand)
                place = None if idle else self._best(demand, least)
                if place is None:
                    rest.append(demand)
                    continue
                self._free[place] = False
                if least < CONVERTED or demand.quantity.unit not in _units(self._figures[place]):
                    self._sideways.append(demand)
                if not demand.quantity.loose:
                    self._met.add((demand.value, demand.quantity.unit))
                self.result.pairs.append((demand, self._figures[place]))
            left = rest
        return left

    @cached_property
    def _units_of(self) -> dict[str, set[str]]:
        """The units of the figures by their dimension."""
        units: dict[str, set[str]] = defaultdict(set)
        for figure in self._figures:
            for reading in figure.readings:
                units[dimension_of(reading.unit)].add(reading.unit)
        return dict(units)

    def _may_convert(self, demand: Demand) -> bool:
        """Whether a figure has another unit of the same dimension, which alone fits by conversion.

        What has the value as it stands was found in the rounds before, unless that was too much to look at.
        """
        if sum(len(self._by_value.get(ratio, ())) for ratio, _ in demand.exactly) > _REACH:
            return True
        return any(
            (dimension := dimension_of(unit)) and self._units_of.get(dimension, set()) - {unit}
            for _, unit in demand.exactly
        )

    def _best(self, demand: Demand, least: int) -> int | None:
        """The free figure nearest to the place of ``demand`` that fits it so well."""
        fits = self._fits_exactly if least == SAME else self._fits
        fitting = (place for place in self._candidates(demand, least) if fits(demand, place) >= least)
        return min(fitting, key=lambda place: self._distance(demand, place), default=None)

    def _candidates(self, demand: Demand, least: int) -> Iterator[int]:
        count = 0
        for reading in demand.readings:
            if least in (SAME, UNSAID):
                near: Iterable[int] = self._by_value.get(reading.value.as_integer_ratio(), ())
            else:
                near = self._around(*base(reading.value, reading.unit))
            for place in near:
                if self._free[place]:
                    yield place
                    count += 1
                if count >= _REACH:
                    return

    def _around(self, dimension: str, value: Fraction) -> Iterator[int]:
        entries = self._by_base.get(dimension, ())
        if not entries:
            return
        start = bisect_left(entries, (value * (1 - TOLERANCE), -1))
        for entry, place in entries[start : start + _REACH]:
            if entry > value * (1 + TOLERANCE):
                return
            yield place

    def _fits_exactly(self, demand: Demand, place: int) -> int:
        """The same where it is the best fit, else 0."""
        return 0 if self._exactly[place].isdisjoint(demand.exactly) else SAME

    def _fits(self, demand: Demand, place: int) -> int:
        return max(
            fit(demand.quantity, reading, other)
            for reading in demand.readings
            for other in self._figures[place].readings
        )

    def _distance(self, demand: Demand, place: int) -> float:
        return abs(demand.quantity.start / self._zh_length - self._figures[place].start / self._en_length)

    def other_units(self, demands: Iterable[Demand]) -> list[Demand]:
        """Pairs what has the same value and the wrong unit; gives what is left."""
        left = []
        for demand in demands:
            place = min(self._alike(demand), key=lambda place: self._distance(demand, place), default=None)
            if place is None:
                left.append(demand)
                continue
            self._free[place] = False
            self.result.other_unit.append((demand, self._figures[place]))
        return left

    def _alike(self, demand: Demand) -> Iterator[int]:
        """The free figures with the value of ``demand`` as written: 2% for 2个百分点, 6 for 6%."""
        if demand.quantity.unit in _DATED:
            return
        written = demand.value * 100 if demand.quantity.unit == SHARE else demand.value
        for value, share in ((written, False), (written / 100, True)):
            for place in self._by_value.get(value.as_integer_ratio(), ())[:_REACH]:
                readings = [one for one in self._figures[place].readings if one.value == value]
                units = {one.unit for one in readings}
                usable = self._free[place] and not self._figures[place].loose and not units & _DATED
                if usable and (SHARE in units) == share:
                    yield place

    def excused(self, demand: Demand) -> bool:
        """Whether it was met elsewhere, or said without a number: 100% are all, 0 is none."""
        quantity = demand.quantity
        if quantity.unit == "h" and demand.value == 24 and self._always:
            return True
        if demand.value in self._absolutes and (quantity.unit == SHARE or demand.value == 0):
            return True
        # A date, or a number in characters (二十条分为…): English refers back to it. Digits are repeated.
        again = quantity.unit in _DATED or not any(char.isdecimal() for char in quantity.text)
        return again and (demand.value, quantity.unit) in self._met

    def rounded(self, demands: Iterable[Demand]) -> list[Demand]:
        """Pairs what English gives in fewer digits; gives what is left."""
        left = []
        for demand in demands:
            place = next(
                (
                    p
                    for p in self._nearest(demand)
                    if rounded(demand.quantity, demand.value, self._figures[p])
                ),
                None,
            )
            if place is None:
                left.append(demand)
                continue
            self._free[place] = False
            self.result.rounded.append((demand, self._figures[place]))
        return left

    def left(self) -> Iterator[tuple[int, Figure]]:
        """The figures that are left, with their places in the row."""
        return ((place, figure) for place, figure in enumerate(self._figures) if self._free[place])

    def free(self) -> list[Figure]:
        """The figures that are left."""
        return [figure for _, figure in self.left()]

    def keep_free(self, places: set[int]) -> None:
        """Leave only ``places`` to be paired: the other figures are explained already."""
        self._free = [free and place in places for place, free in enumerate(self._free)]

    def vague(self) -> set[int]:
        """The free figures of which only the magnitude is said: dozens, thousands."""
        return {
            place
            for place, figure in enumerate(self._figures)
            if self._free[place] and figure.readings[0].unit == VAGUE
        }

    def different(self, demands: Iterable[Demand], nearby: float = 1.0) -> list[Demand]:
        """Pairs what has a unit that may be meant and another value; gives what is left."""
        left = []
        for demand in demands:
            place = next((p for p in self._nearest(demand) if self._meant(demand, p, nearby)), None)
            if place is None:
                left.append(demand)
                continue
            self._free[place] = False
            self.result.different.append((demand, self._figures[place]))
        return left

    def sideways(self) -> None:
        """Pairs what met only a number without its unit, or another reading, while its unit stands there too.

        “In six years” for 五年, which the five of “five services” seemed to meet.
        """
        for demand in self._sideways:
            unit = demand.quantity.unit
            near = (p for p in self._nearest(demand) if self._distance(demand, p) <= _ASIDE)
            place = next((p for p in near if unit and unit in _units(self._figures[p])), None)
            if place is not None and not self._figures[place].loose:
                self._free[place] = False
                self.result.different.append((demand, self._figures[place]))

    def companions(self, en: str) -> None:
        """Pairs what stands in brackets behind a figure, as its conversion or its years, and is wrong."""
        by_place = {id(figure): demand for demand, figure in self.result.pairs}
        last: tuple[Figure, Demand] | None = None
        for place, figure in enumerate(self._figures):
            if id(figure) in by_place:
                last = figure, by_place[id(figure)]
            if not self._free[place] or figure.loose or last is None:
                continue
            between = en[last[0].end : figure.start][:_BRACKET]
            if "(" in between and ")" not in between and _of_a_kind(last[1], figure):
                self._free[place] = False
                self.result.different.append((last[1], figure))

    def _meant(self, demand: Demand, place: int, nearby: float) -> bool:
        figure, quantity = self._figures[place], demand.quantity
        vague = quantity.unit == VAGUE
        if (figure.loose and not vague) or self._distance(demand, place) > nearby:
            return False
        return any(
            akin(quantity, reading.unit, other.unit)
            for reading in demand.readings
            for other in figure.readings
        )

    def _nearest(self, demand: Demand) -> list[int]:
        """The free figures around the place where ``demand`` should stand, the nearest first."""
        wanted = demand.quantity.start / self._zh_length * self._en_length
        middle = bisect_left(self._figures, wanted, key=lambda figure: figure.start)
        around = range(max(0, middle - _REACH), min(len(self._figures), middle + _REACH))
        free = [place for place in around if self._free[place]]
        return sorted(free, key=lambda place: (self._distance(demand, place), place))


def _units(figure: Figure) -> set[str]:
    return {reading.unit for reading in figure.readings}


def _of_a_kind(demand: Demand, figure: Figure) -> bool:
    """Whether both measure the same (land in mu, land in hectares), or are both years."""
    units = {base(reading.value, reading.unit)[0] for reading in demand.readings} - {""}
    return any(base(reading.value, reading.unit)[0] in units for reading in figure.readings)
