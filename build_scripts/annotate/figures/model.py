"""What a report says in figures: each as a value with its unit, what it counts, when, where and how exactly.

All fields are plain texts and numbers, so that what was read of a page can be kept and compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Span = tuple[int, int]
"""A stretch of a text in characters, the end not included."""

LEVEL, SHARE, RISE, RISE_TO, FALL, FALL_TO, START = (
    "level",
    "share",
    "increase",
    "increase to",
    "decrease",
    "decrease to",
    "from",
)
"""What a figure says of its indicator. 12户 is a level, 占12% a share, 增长12% an increase by it,
增长到12% an increase to it, and the 6% of 从6%升到12% where that began (:data:`START`)."""

CHANGES = (LEVEL, SHARE, RISE, RISE_TO, FALL, FALL_TO, START)

STATED, RELATIVE, CARRIED, REPORT = "stated", "relative", "carried", "report"
"""How a period is known: it stands before the figure in its sentence; it was reckoned from the report's
date (去年); it was named earlier in the paragraph, or is the year that 全年 and 年底 refer to; it is the year
of the report, which says without a time that something is so (全县有合作社198家)."""


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a figure is about.

    ``start`` and ``end`` are ISO dates of reduced precision, both included (``2020``, ``2021-03``,
    ``2021-03-31``); empty where the report does not say them and its date cannot (五年间 of a report without
    a date). ``text`` is what the report says, ``basis`` how it is known.
    """

    start: str
    end: str
    text: str
    basis: str = STATED

    @property
    def iso(self) -> str:
        """The interval as ISO 8601 writes it; one date where both ends are the same.

        >>> Period("2016", "2020", "“十三五”期间").iso, Period("2020", "2020", "2020年").iso
        ('2016/2020', '2020')
        """
        if self.start == self.end:
            return self.start
        return f"{self.start or '..'}/{self.end or '..'}"

    @property
    def first_day(self) -> str:
        """The first day of it, to be compared with others: ``2021`` begins on ``2021-01-01``."""
        return f"{self.start}-01-01"[:10] if len(self.start) == 4 else f"{self.start}-01"[:10]

    @property
    def last_day(self) -> str:
        """The last day of it, to be compared with others; of a month the 31st, whether it has one or not."""
        return f"{self.end}-12-31"[:10] if len(self.end) == 4 else f"{self.end}-31"[:10]


NO_PERIOD = Period("", "", "", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report.

    ``anchor`` is the address of its paragraph, ``start`` and ``end`` its place in the Chinese of it, the
    hedge included, ``text`` what stands there, ``sentence`` where its sentence begins and ends.
    ``value`` and ``high`` (of a range, else empty) are exact: a decimal where there is one, else a fraction
    (``1/3``); of a percentage the number before the sign. ``unit`` is the unit itself (元 for 万元, 人 for
    名, else the counter), ``written`` the unit as written (万元).
    ``counts`` is what it counts (村卫生室, 贫困发生率), ``action`` the verb by which it came about (新建);
    ``verb`` what is said of it behind the figure (得到); each may be empty. ``per`` is each of what it is
    said of (村均, 每人每年); ``change`` is out of :data:`CHANGES`.
    ``place`` is the place it is about, empty where unknown; ``near``: the report says so beside the figure,
    as opposed to the place that the report as a whole is about.
    ``approx`` is the value of a :class:`build_scripts.quantities.Approx`, or ``several`` (数十); ``hedge``
    the words that say so.
    """

    anchor: str
    start: int
    end: int
    sentence: tuple[int, int]
    text: str
    value: str
    high: str
    unit: str
    written: str
    counts: str
    action: str = ""
    verb: str = ""
    per: str = ""
    change: str = LEVEL
    period: Period = NO_PERIOD
    place: str = ""
    near: bool = False
    approx: str = "exact"
    hedge: str = ""

    @property
    def label(self) -> str:
        """The indicator as a reader would name it: the verb, if any, and what is counted.

        >>> Figure("u-1", 0, 4, (0, 9), "128个", "128", "", "个", "个", "村卫生室", "新建").label
        '新建村卫生室'
        """
        return self.action + self.counts if self.action not in self.counts else self.counts

    @property
    def number(self) -> Fraction:
        """The value as a number."""
        return Fraction(self.value)


def exact_text(value: Fraction) -> str:
    """A number written exactly: as a decimal where it ends, else as a fraction.

    >>> exact_text(Fraction(5, 4)), exact_text(Fraction(1, 3)), exact_text(Fraction(3200))
    ('1.25', '1/3', '3200')
    """
    twos = fives = 0
    rest = value.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
