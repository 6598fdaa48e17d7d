"""Which English figure stands for which Chinese one; what is left over on either side."""

from __future__ import annotations

from build_scripts.check.figures.demands import Demand, Matching
from build_scripts.check.figures.english import figures
from build_scripts.check.figures.pairing import Pairing
from build_scripts.check.figures.sources import Sources
from build_scripts.quantities.chinese import quantities

# How far from the place of a loose figure, as a part of the text, its wrong rendering may stand; and how near
# even a number that stands elsewhere in the Chinese as well is one.
_NEARBY, _BESIDE = 0.2, 0.05


def match(zh: str, en: str) -> Matching:
    """Give each value that the Chinese wants the best of the English figures.

    The figures that must be there choose first. What they do not find is looked for in another unit,
    rounded, and at last as a wrong value. Loose figures come after them and want nothing, but a number
    without a source near to where one of them should stand is its wrong rendering.
    """
    found = figures(en)
    demands = [
        Demand(quantity, value)
        for quantity in quantities(zh)
        for value in (quantity.value, quantity.high)
        if value is not None
    ]
    sources = Sources(zh, demands)
    work = Pairing(found, len(zh), en)
    left = work.paired([demand for demand in demands if not demand.quantity.loose])
    left = work.other_units(left)
    loose = work.paired([demand for demand in demands if demand.quantity.loose])
    excused = [demand for demand in left if work.excused(demand)]
    left = work.rounded([demand for demand in left if not work.excused(demand)])
    work.result.missing = work.different(left)
    loose = work.different([demand for demand in loose if demand.value > 1], nearby=_BESIDE)
    work.keep_free({*_unexplained(work, sources), *work.vague()})
    work.different([*excused, *loose], nearby=_NEARBY)
    work.sideways()
    work.companions(en)
    work.result.extra = [
        figure for figure in work.free() if not (figure.loose or figure.small or sources.count(figure))
    ]
    return work.result


def _unexplained(work: Pairing, sources: Sources) -> set[int]:
    return {place for place, figure in work.left() if not figure.loose and not sources.explain(figure)}
