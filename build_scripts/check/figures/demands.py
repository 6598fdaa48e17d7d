"""What the Chinese wants of the English, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from build_scripts.quantities.model import Figure, Quantity, Reading


@dataclass(frozen=True, slots=True)
class Demand:
    """One value that the English should give: that of a quantity, or one end of its range."""

    quantity: Quantity
    value: Fraction
    readings: tuple[Reading, ...] = field(init=False, compare=False)
    """The ways in which English may give it: asked for again and again, so made once."""
    exactly: tuple[tuple[tuple[int, int], str], ...] = field(init=False, compare=False, repr=False)
    """The same, the value as numerator and denominator, with the unit."""

    def __post_init__(self) -> None:
        readings = self.quantity.readings(self.value)
        object.__setattr__(self, "readings", readings)
        exactly = tuple((reading.value.as_integer_ratio(), reading.unit) for reading in readings)
        object.__setattr__(self, "exactly", exactly)


@dataclass(slots=True)
class Matching:
    """What came of the comparison. ``extra``: figures of the English that nothing in the Chinese explains."""

    pairs: list[tuple[Demand, Figure]] = field(default_factory=list)
    missing: list[Demand] = field(default_factory=list)
    different: list[tuple[Demand, Figure]] = field(default_factory=list)
    other_unit: list[tuple[Demand, Figure]] = field(default_factory=list)
    rounded: list[tuple[Demand, Figure]] = field(default_factory=list)
    extra: list[Figure] = field(default_factory=list)
