"""What is said of a figure, in words of both languages: its change, its exactness, how its time is known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from build_scripts.annotate.figures.model import FALL, FALL_TO, LEVEL, RISE, RISE_TO, SHARE, START

Names = Mapping[str, tuple[str, str]]

CHANGES: Names = MappingProxyType(
    {
        LEVEL: ("数量", "amount"),
        SHARE: ("占比", "share"),
        RISE: ("增加", "increase"),
        RISE_TO: ("增至", "increase to"),
        FALL: ("减少", "decrease"),
        FALL_TO: ("降至", "decrease to"),
        START: ("起点", "starting from"),
    }
)
"""What a figure says of its indicator; an amount needs no word beside it."""

EXACTNESS: Names = MappingProxyType(
    {
        "exact": ("确数", "exact"),
        "about": ("约", "about"),
        "over": ("多于", "more than"),
        "full": ("满", "no fewer than"),
        "nearly": ("近", "nearly"),
        "at least": ("至少", "at least"),
        "under": ("不到", "less than"),
        "at most": ("至多", "at most"),
        "several": ("数倍于此", "several times that"),
    }
)

BASES: Names = MappingProxyType(
    {
        "relative": ("按报告日期推算", "reckoned from the report’s date"),
        "carried": ("据上文", "from the context"),
        "report": ("未写时间，算报告当年", "no time given: the report’s year"),
    }
)
"""How a time is known that does not stand beside the figure."""


def grouped(value: str) -> str:
    """An exact value with its thousands apart, for people; a fraction that has no decimal is rounded.

    >>> grouped("120000000"), grouped("-0.5"), grouped("100/3")
    ('120,000,000', '-0.5', '33.33…')
    """
    if "/" in value:
        top, _, bottom = value.partition("/")
        return f"{int(top) / int(bottom):,.2f}…"
    whole, point, rest = value.removeprefix("-").partition(".")
    return f"{'-' if value.startswith('-') else ''}{int(whole):,}{point}{rest}"
