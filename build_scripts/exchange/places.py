"""Where a row that comes back belongs: by its address, else by its Chinese."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from rapidfuzz import fuzz

from build_scripts.exchange.rows import Returned, Row, same_chinese
from build_scripts.sync.marks import Status
from build_scripts.sync.matching import NEAR
from build_scripts.sync.text import zh_hash

# What tells repeated text apart; the old Chinese of a unit has no such number.
_NUMBER = re.compile(r"(?<=[0-9a-f]{8})-[0-9]+$")

_MOST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """Where a row belongs.

    ``spots`` are the units it may be for: one is sure, none means nowhere, several that it is not to be told.
    ``changed`` says that the place is known but holds other Chinese now than the row translates.
    """

    spots: tuple[Row, ...]
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """All units of a project, by what a file may know of them."""

    _by_address: Mapping[str, tuple[Row, ...]]
    _by_chinese: Mapping[str, tuple[Row, ...]]
    _by_old: Mapping[str, tuple[Row, ...]]
    _new: Mapping[str, tuple[Row, ...]]

    @classmethod
    def of(cls, rows: Iterable[Row], returned: Collection[str] = ()) -> Places:
        """The places of the rows of all pages; ``returned`` are the addresses that the files know."""
        address: dict[str, list[Row]] = {}
        chinese: dict[str, list[Row]] = {}
        old: dict[str, list[Row]] = {}
        new: dict[str, list[Row]] = {}
        for row in rows:
            address.setdefault(row.address, []).append(row)
            chinese.setdefault(same_chinese(row.zh), []).append(row)
            if row.was:
                old.setdefault(same_chinese(row.was), []).append(row)
                old.setdefault(f"{row.report}/{zh_hash(row.was)}", []).append(row)
            if row.status is Status.TODO and row.address not in returned:
                new.setdefault(row.report, []).append(row)
        return cls(_fixed(address), _fixed(chinese), _fixed(old), _fixed(new))

    def find(self, row: Returned) -> Found:
        """Where a row belongs.

        The address decides where the Chinese agrees. Where the address is gone, the same Chinese decides, if
        it stands once in the report, or else once in the project: paragraphs move, and pages are renamed.
        Where the Chinese is gone, too, the place is the unit that held it, or one that has come since the
        export, waits for English and is like it.
        """
        wanted = same_chinese(row.zh)
        spots = self._by_address.get(row.address, ())
        if spots:
            return Found(spots, bool(wanted) and all(same_chinese(spot.zh) != wanted for spot in spots))
        report = row.address.rpartition("/")[0]
        alike = self._by_chinese.get(wanted, ()) if wanted else ()
        here = tuple(spot for spot in alike if spot.report == report)
        if here or alike:
            return Found(here or alike)
        old = self._by_old.get(wanted or _NUMBER.sub("", row.address), ())
        old = tuple(spot for spot in old if spot.report == report) or old or self._nearest(report, wanted)
        return Found(old, bool(old))

    def _nearest(self, report: str, chinese: str) -> tuple[Row, ...]:
        """The new unit of the report that is most like a Chinese text, if one is near enough."""
        new = self._new.get(report, ())
        # A page that is new as a whole is not compared pair by pair.
        new = new if len(new) <= _MOST else ()
        near = [(fuzz.ratio(chinese, same_chinese(spot.zh)), spot) for spot in new]
        likeness, nearest = max(near, key=itemgetter(0), default=(0.0, None))
        return (nearest,) if nearest is not None and likeness >= NEAR else ()


def _fixed(found: Mapping[str, list[Row]]) -> Mapping[str, tuple[Row, ...]]:
    return {key: tuple(rows) for key, rows in found.items()}
