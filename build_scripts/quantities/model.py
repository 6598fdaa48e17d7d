"""What a figure is: a value, a unit, how exact it claims to be, and which way it moves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Approx(StrEnum):
    """How exact a figure claims to be."""

    EXACT = "exact"
    ABOUT = "about"  # 约 左右 上下
    FULL = "full"  # 满
    OVER = "over"  # 多 余 超过
    NEARLY = "nearly"  # 近 接近
    LEAST = "at least"  # 以上 至少 不少于
    UNDER = "under"  # 不到 不足 低于
    MOST = "at most"  # 以下 以内 不超过

    @property
    def side(self) -> int:
        """Where the true value lies: 1 above the figure, -1 below it, 0 on either side or on it."""
        return {"over": 1, "at least": 1, "full": 1, "nearly": -1, "under": -1, "at most": -1}.get(
            self.value, 0
        )


class Trend(StrEnum):
    """Which way the figure says that something moved, and whether to it or by it."""

    NONE = ""
    UP = "up"
    UP_BY = "up by"
    UP_TO = "up to"
    DOWN = "down"
    DOWN_BY = "down by"
    DOWN_TO = "down to"

    @property
    def way(self) -> str:
        """``up``, ``down`` or nothing."""
        return self.value.partition(" ")[0]

    @property
    def step(self) -> str:
        """``by``, ``to`` or nothing."""
        return self.value.partition(" ")[2]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a figure. ``unit`` is a key of :mod:`units`, "" where none is said.

    A share (%, 成, 分之, a third) has the unit ``%`` and its value as a part of one: 85% is 17/20.
    """

    value: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a Chinese text.

    ``start`` and ``end`` are its place in the text, the unit included, and ``text`` what stands there.
    ``high`` is the upper end of a range (3—5年). ``measure`` is the Chinese word for the unit (户, 亿元 gives
    元), ``unit`` its key. ``loose`` figures may be rendered in words, or not at all: numbers in idioms and
    slogans, 一个, 两者. ``others`` are further ways to say the same: 翻两番 is also 300%.

    Example:
        >>> from build_scripts.quantities import quantities
        >>> [(q.text, str(q.value), q.unit, q.approx.value) for q in quantities("修路3.2万多公里")]
        [('3.2万多公里', '32000', 'km', 'over')]
    """

    start: int
    end: int
    text: str
    value: Fraction
    unit: str = ""
    measure: str = ""
    high: Fraction | None = None
    approx: Approx = Approx.EXACT
    trend: Trend = Trend.NONE
    loose: bool = False
    others: tuple[Reading, ...] = ()

    def readings(self, value: Fraction) -> tuple[Reading, ...]:
        """How English may give ``value``, one of the ends of this quantity."""
        return (Reading(value, self.unit), *self.others)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an English text: its place, and the readings that it allows.

    ``digits`` counts the significant digits, 0 where words give the number. ``loose`` figures need no
    counterpart in the Chinese: one, first, a second.
    """

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    approx: frozenset[Approx] = frozenset()
    near: frozenset[Approx] = frozenset()
    trends: frozenset[Trend] = frozenset()
    digits: int = 0
    loose: bool = False

    @property
    def small(self) -> bool:
        """Whether it is a word such as two, which English uses where Chinese has no number: the two sides."""
        return self.digits == 0 and all(one.value <= 2 and one.unit == "" for one in self.readings)
