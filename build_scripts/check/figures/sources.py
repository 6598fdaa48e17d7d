"""Where an English figure may come from that nothing in the Chinese called for by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from build_scripts.check.figures.demands import Demand
from build_scripts.check.figures.fitting import TOLERANCE, fit
from build_scripts.quantities.chinese import list_lengths
from build_scripts.quantities.model import Figure, Quantity, Reading
from build_scripts.quantities.units import YEAR, base


class Sources:
    """The values of a Chinese text, met or not, and what they come to in other units."""

    def __init__(self, zh: str, demands: Iterable[Demand]) -> None:
        self._zh, self._demands = zh, tuple(demands)

    # Most texts ask for none of these: all their figures are paired.
    @cached_property
    def _known(self) -> Mapping[Fraction, Mapping[tuple[str, bool], Quantity]]:
        known: dict[Fraction, dict[tuple[str, bool], Quantity]] = defaultdict(dict)
        for demand in self._demands:
            for reading in demand.readings:
                known[reading.value][(reading.unit, bool(demand.quantity.measure))] = demand.quantity
        return dict(known)

    @cached_property
    def _bases(self) -> Sequence[tuple[str, Fraction]]:
        readings = (reading for demand in self._demands for reading in demand.readings)
        return sorted({base(reading.value, reading.unit) for reading in readings})

    @cached_property
    def _lengths(self) -> frozenset[int]:
        return list_lengths(self._zh)

    def explain(self, figure: Figure) -> bool:
        """Whether the Chinese has ``figure`` somewhere, as it stands or in another unit."""
        return any(self._has(reading) or self._converts(reading) for reading in figure.readings)

    def count(self, figure: Figure) -> bool:
        """Whether ``figure`` counts in words what the Chinese only lists: in five respects."""
        return figure.digits == 0 and any(reading.value in self._lengths for reading in figure.readings)

    def _has(self, reading: Reading) -> bool:
        of_value = self._known.get(reading.value, {})
        return any(
            fit(quantity, Reading(reading.value, unit), reading) for (unit, _), quantity in of_value.items()
        )

    def _converts(self, reading: Reading) -> bool:
        dimension, value = base(reading.value, reading.unit)
        if dimension in ("", reading.unit, YEAR):
            return False
        start = bisect_left(self._bases, (dimension, value * (1 - TOLERANCE)))
        if start == len(self._bases):
            return False
        other, known = self._bases[start]
        return other == dimension and known <= value * (1 + TOLERANCE)
