"""The figures of the Chinese and of the English beside each other.

What :mod:`matching` paired is looked at for direction and exactness; what it could not pair is a missing
figure, a different one, or one without a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.check.faults import Fault
from build_scripts.check.figures.demands import Demand, Matching
from build_scripts.check.figures.matching import match
from build_scripts.check.figures.wording import exactness, shown
from build_scripts.quantities.model import Approx, Figure, Quantity

_TIMES = frozenset(("yr", "mo", "wk", "d", "h"))


def compare_figures(zh: str, en: str) -> tuple[Fault, ...]:
    """The faults of the figures of ``en`` beside those of ``zh``, in the order of the Chinese.

    Any text will do; an empty English has no faults (that it is missing is T001's to say).

    Example:
        >>> compare_figures("投入3.2亿元", "320 million yuan was spent")
        ()
        >>> [fault.code for fault in compare_figures("投入3.2亿元", "3.2 billion yuan was spent")]
        ['T021']
    """
    if not en.strip():
        return ()
    matching = match(zh, en)
    found = [(demand.quantity.start, fault) for demand, fault in _of_pairs(matching)]
    found += [(demand.quantity.start, fault) for demand, fault in _unmatched(matching)]
    found.sort(key=lambda item: item[0])
    return (*(fault for _, fault in found), *_without_source(matching.extra))


def _of_pairs(matching: Matching) -> Iterator[tuple[Demand, Fault]]:
    for demand, figure in matching.pairs:
        quantity = demand.quantity
        fault = _direction(quantity, figure) or _exactness(quantity, figure)
        if fault:
            yield demand, fault


def _unmatched(matching: Matching) -> Iterator[tuple[Demand, Fault]]:
    for demand in matching.missing:
        yield demand, Fault("T020", f"“{demand.quantity.text}” ({shown(demand)}) is not in the English")
    for demand, figure in matching.different:
        yield (
            demand,
            Fault("T021", f"“{demand.quantity.text}” is {shown(demand)}; the English says “{figure.text}”"),
        )
    for demand, figure in matching.other_unit:
        yield (
            demand,
            Fault("T022", f"“{demand.quantity.text}”: the English says “{figure.text}”, another unit"),
        )
    for demand, figure in matching.rounded:
        yield demand, Fault("T026", f"“{demand.quantity.text}” is rounded to “{figure.text}”")


def _without_source(extra: Sequence[Figure]) -> tuple[Fault, ...]:
    return tuple(Fault("T024", f"the Chinese has no “{figure.text}”") for figure in extra)


def _direction(quantity: Quantity, figure: Figure) -> Fault | None:
    """That the English goes the other way, to instead of by, or is on the other side of the figure."""
    trend = quantity.trend
    ways = {one.way for one in figure.trends}
    steps = {one.step for one in figure.trends if one.step}
    if trend.way and ways and trend.way not in ways:
        return Fault(
            "T023",
            f"the Chinese goes {trend.way} (“{quantity.text}”), the English the other way (“{figure.text}”)",
        )
    if trend.step and steps and trend.step not in steps:
        return Fault(
            "T023",
            f"the Chinese goes {trend.value} “{quantity.text}”, the English {steps.pop()} “{figure.text}”",
        )
    sides = {approx.side for approx in figure.approx}
    if quantity.approx.side and sides and sides == {-quantity.approx.side} and not _recent(quantity):
        return Fault(
            "T023",
            f"“{quantity.text}” is {exactness(quantity.approx)}; the English about “{figure.text}” is not",
        )
    return None


def _exactness(quantity: Quantity, figure: Figure) -> Fault | None:
    if quantity.approx in (Approx.EXACT, Approx.FULL) or quantity.loose or figure.near or _recent(quantity):
        return None
    return Fault("T025", f"“{quantity.text}” is {exactness(quantity.approx)}, not exactly “{figure.text}”")


def _recent(quantity: Quantity) -> bool:
    """近两年 is the past two years at least as often as nearly two years."""
    return quantity.approx is Approx.NEARLY and quantity.unit in _TIMES
