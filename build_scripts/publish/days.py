"""The dates of reports as dates. In front matter they are text: of a day, of a month or year, or anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def day_of(text: str) -> date | None:
    """The day of a date, or the first one of a month or year; None for what is no date.

    >>> day_of("2021-11-17"), day_of("2021"), day_of("2021-02-30")
    (datetime.date(2021, 11, 17), datetime.date(2021, 1, 1), None)
    """
    found = _FORM.fullmatch(text)
    with suppress(ValueError):
        if found:
            return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    return None


def newest(dates: Iterable[str], otherwise: date) -> datetime:
    """Midnight (UTC) of the newest of these dates; that of ``otherwise`` where none of them is one.

    A stand-in for the time at which something was changed, which a build must not know (Law 3).
    """
    day = max((day for text in dates if (day := day_of(text))), default=otherwise)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
