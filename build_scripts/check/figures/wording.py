"""Figures in the words of a message."""

from __future__ import annotations

from fractions import Fraction

from build_scripts.check.figures.demands import Demand
from build_scripts.quantities.model import Approx
from build_scripts.quantities.units import CLOCK, ORDINAL, SHARE


def shown(demand: Demand) -> str:
    """The value of ``demand`` as English writes it.

    Example:
        >>> from build_scripts.quantities.model import Quantity
        >>> shown(Demand(Quantity(0, 5, "3.2亿元", Fraction(320000000), "cny"), Fraction(320000000)))
        '320 million'
    """
    value, unit = demand.value, demand.quantity.unit
    if unit == SHARE:
        return f"{_number(value * 100)}%"
    if unit == CLOCK:
        return f"{int(value) // 60}:{int(value) % 60:02d}"
    if unit == ORDINAL:
        return f"No. {_number(value)}"
    return _number(value)


def _number(value: Fraction) -> str:
    for scale, name in ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")):
        if value >= scale:
            return _plain(value / scale) + name
    return _plain(value)


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        whole = value.numerator
        return str(whole) if 1000 <= whole < 10000 else f"{whole:,}"
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    return f"{float(value):.10g}"


def exactness(approx: Approx) -> str:
    """What an inexact figure is, in a few words."""
    words = {
        Approx.ABOUT: "an approximate figure (about)",
        Approx.OVER: "more than the figure",
        Approx.NEARLY: "nearly the figure",
        Approx.LEAST: "at least the figure",
        Approx.FULL: "no less than the figure",
        Approx.UNDER: "less than the figure",
        Approx.MOST: "at most the figure",
    }
    return words.get(approx, "exact")
