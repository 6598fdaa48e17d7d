"""Whether an English figure can stand for a Chinese one: by value, by unit, after conversion or rounding."""

from __future__ import annotations

from fractions import Fraction

from build_scripts.quantities.model import Approx, Figure, Quantity, Reading
from build_scripts.quantities.units import (
    CENTURY,
    CLOCK,
    DAY,
    DECADE,
    FOLD,
    HALF,
    HOUSEHOLD,
    LABEL,
    MONTH,
    ORDINAL,
    PERSON,
    PHONE,
    POINTS,
    QUARTER,
    SHARE,
    TIMES,
    VAGUE,
    YEAR,
    base,
)

# Units that English never leaves out: a bare 6 is no 6%, and a bare 3 no March.
_ALWAYS_SAID = frozenset(
    (SHARE, POINTS, TIMES, FOLD, MONTH, CLOCK, DECADE, CENTURY, QUARTER, HALF, VAGUE, PHONE, LABEL)
)
# What may be said with a plain number, or with an ordinal: the 12th, No. 12, phase 3, three batches.
_COUNTABLE = frozenset(("", ORDINAL, PERSON, HOUSEHOLD, DAY, YEAR, FOLD))
# A Chinese counter says little of what English counts in (学时 are hours), but it never counts money or land.
_MEASURED = frozenset(("length", "area", "mass", "volume", "energy", "power", SHARE, POINTS, "cny", "usd"))
# What nobody rounds.
_EXACT = frozenset((YEAR, MONTH, DAY, CLOCK, DECADE, CENTURY, QUARTER, HALF, ORDINAL, LABEL, PHONE))
# Conversions are rounded to two figures at least, most often to three.
TOLERANCE = Fraction(3, 100)
SAME, CONVERTED, UNSAID, NEAR = 4, 3, 2, 1


def akin(quantity: Quantity, chinese: str, english: str) -> bool:
    """Whether a figure with the unit ``english`` can be meant for a Chinese one with the unit ``chinese``."""
    if chinese == english:
        return True
    if chinese == "":
        if english in _COUNTABLE:
            return True
        if english in _ALWAYS_SAID:
            return False
        return not quantity.measure or base(Fraction(1), english)[0] not in _MEASURED
    if english == "" or (english == ORDINAL and chinese in _COUNTABLE):
        return chinese not in _ALWAYS_SAID
    dimension = base(Fraction(1), chinese)[0]
    return dimension not in ("", chinese) and dimension == base(Fraction(1), english)[0]


def fit(quantity: Quantity, chinese: Reading, english: Reading) -> int:
    """How well a reading of a figure fits that of a quantity; 0 if it does not.

    Example:
        >>> mu, ha = Reading(Fraction(15000), "mu"), Reading(Fraction(1000), "ha")
        >>> fit(Quantity(0, 0, "", Fraction(15000), "mu"), mu, ha) == CONVERTED
        True
    """
    if chinese.unit == english.unit:
        return SAME if chinese.value == english.value else 0
    if not akin(quantity, chinese.unit, english.unit):
        return 0
    dimension, value = base(chinese.value, chinese.unit)
    other_dimension, other = base(english.value, english.unit)
    if dimension == other_dimension and dimension != "":
        if value == other:
            return CONVERTED
        return NEAR if abs(value - other) <= TOLERANCE * abs(value) else 0
    return UNSAID if chinese.value == english.value else 0


def rounded(quantity: Quantity, value: Fraction, figure: Figure) -> bool:
    """Whether ``figure`` rounds ``value``: to two or more of its digits, up, down or to the nearest.

    Without a word for it (about, nearly) at least two digits must be gone: 261 is not rounded to 260. Up only
    where English says nearly or about, down only where it says more than or about. A third is 33%.
    """
    for reading in figure.readings:
        if figure.digits < 2 or not akin(quantity, quantity.unit, reading.unit) or not reading.value:
            continue
        if quantity.unit in _EXACT or reading.unit in _EXACT:
            continue
        if base(Fraction(1), quantity.unit)[0] != base(Fraction(1), reading.unit)[0] and reading.unit:
            continue
        step = _step(reading.value, figure.digits)
        hedged = figure.approx - {Approx.EXACT}
        if _digits(value) < figure.digits + (1 if hedged else 2):
            continue
        difference = reading.value - value
        if abs(difference) * 2 <= step or (
            hedged and abs(difference) < step and _on_side(difference, hedged)
        ):
            return True
    return False


def _on_side(difference: Fraction, hedges: frozenset[Approx]) -> bool:
    return any(hedge.side == 0 or (hedge.side < 0) == (difference > 0) for hedge in hedges)


def _step(value: Fraction, digits: int) -> Fraction:
    """The place of the last of ``digits`` significant digits of ``value``: 870 with two has steps of 10."""
    step = Fraction(1)
    while value >= step * 10:
        step *= 10
    while 0 < value < step:
        step /= 10
    return step / Fraction(10) ** (digits - 1)


def _digits(value: Fraction) -> int:
    """How many significant digits ``value`` has; many where it does not end (one third)."""
    denominator = value.denominator
    while denominator % 10 == 0:
        denominator //= 10
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return 99
    scaled = value
    while scaled.denominator != 1:
        scaled *= 10
    return len(str(scaled.numerator).strip("0")) or 1
