"""Where the terms of the glossary stand: when, beside which places, in which reports.

``.duizhao/terms/ID.json`` (``duizhao.term/1``) holds the years, the places and the newest reports of a term;
the reports of its further pages are in ``.duizhao/terms/ID/2.json`` … A page reads its own file alone, so
that a term that stands in thousands of reports costs no other page anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.publish.paging import Paging, page_path
from build_scripts.publish.site import term_stem, year_of
from build_scripts.publish.tolerant import document, number, objects, text, texts

SCHEMA = "duizhao.term/1"

PAGING = Paging(200, first=50)
"""The first page of a term quotes a sentence of each report, the others only name the reports."""

MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Year:
    """How many paragraphs of how many reports name the term in a year; ``year`` is empty for undated ones."""

    year: str
    paragraphs: int
    reports: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place, and how many paragraphs name it."""

    name: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A report that names the term, and the anchors of the paragraphs that do.

    On the first page of a term ``zh`` is the first sentence that names it and ``en`` its English, with the
    status of this as of a unit; ``machine``: it is a machine's, also where it is stale.
    """

    report: str
    anchors: tuple[str, ...]
    zh: str = ""
    en: str = ""
    status: str = "todo"
    machine: bool = False


@dataclass(frozen=True, slots=True)
class TermData:
    """One page of a term. ``total`` counts all its reports; years and places stand on the first page."""

    total: int = 0
    years: tuple[Year, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def named(self) -> tuple[tuple[str, int], ...]:
        """The places as pairs of the name and the number of paragraphs."""
        return tuple((place.name, place.paragraphs) for place in self.places)


Quote = Callable[[str, str, int], Mapping[str, Any]]
"""What a report says at a character of a unit: from the report's id, the unit's anchor and the position to
``zh``, ``en``, ``status`` and ``machine`` of the sentence, see :class:`Mention`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a report here: its date, and what :class:`.site_data.PageWords` says of it."""

    date: str
    mentions: Sequence[tuple[str, str, int, int]]
    places: Sequence[tuple[str, str]]


def term_files(
    term_ids: Sequence[str], readings: Mapping[str, Reading], quote: Quote
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files of every term: ``STEM``, then ``STEM/2`` …, each with its data in the form of the schema.

    Args:
        term_ids: the terms; one that stands nowhere has a file all the same.
        readings: the reports by their id, the newest first.
        quote: gives the sentence of a mention.
    """
    found = _by_term(readings)
    for term in term_ids:
        reports = found.get(term, {})
        names = tuple(reports)
        for page in range(1, PAGING.pages(len(names)) + 1):
            data: dict[str, Any] = {"schema": SCHEMA, "total": len(names)}
            shown = {name: reports[name] for name in PAGING.cut(names, page)}
            if page == 1:
                data["years"] = _years(reports, readings)
                data["places"] = _places(reports, readings)
                data["reports"] = [_quoted(name, at, quote) for name, at in shown.items()]
            else:
                data["reports"] = [_entry(name, at) for name, at in shown.items()]
            yield page_path(term_stem(term), page), data


def _entry(name: str, places: Sequence[tuple[str, int]]) -> dict[str, Any]:
    return {"id": name, "at": [anchor for anchor, _ in places]}


def _quoted(name: str, places: Sequence[tuple[str, int]], quote: Quote) -> dict[str, Any]:
    anchor, at = places[0]
    return {**_entry(name, places), **quote(name, anchor, at)}


Places = Mapping[str, Sequence[tuple[str, int]]]
"""For each report the anchors of the paragraphs that name a term, and where in these it first does."""


def _by_term(readings: Mapping[str, Reading]) -> dict[str, dict[str, list[tuple[str, int]]]]:
    """For each term its places, in the order of the reports."""
    found: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for name, reading in readings.items():
        for term, anchor, start, _ in reading.mentions:
            found.setdefault(term, {}).setdefault(name, []).append((anchor, start))
    return found


def _years(reports: Places, readings: Mapping[str, Reading]) -> list[list[Any]]:
    paragraphs: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for name, at in reports.items():
        year = year_of(readings[name].date)
        paragraphs[year] += len(at)
        count[year] += 1
    return [[year, paragraphs[year], count[year]] for year in sorted(count)]


def _places(reports: Places, readings: Mapping[str, Reading]) -> list[list[Any]]:
    """The places most named in the same paragraphs."""
    counts: Counter[str] = Counter()
    for name, at in reports.items():
        here = {anchor for anchor, _ in at}
        counts.update(place for place, anchor in readings[name].places if anchor in here)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [list(item) for item in ordered[:MOST_PLACES]]


def parse_term(source: str) -> TermData:
    """Read the text of such a file; an empty :class:`TermData` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return TermData()
    years = (row for row in _rows(data.get("years")) if len(row) == 3)
    places = (row for row in _rows(data.get("places")) if len(row) == 2)
    return TermData(
        total=number(data.get("total")),
        years=tuple(Year(text(row[0]), number(row[1]), number(row[2])) for row in years),
        places=tuple(Place(text(row[0]), number(row[1])) for row in places),
        mentions=tuple(_mention(item) for item in objects(data.get("reports"))),
    )


def _mention(item: dict[str, Any]) -> Mention:
    return Mention(
        text(item.get("id")),
        texts(item.get("at")),
        text(item.get("zh")),
        text(item.get("en")),
        text(item.get("status")) or "todo",
        item.get("machine") is True,
    )


def _rows(value: Any) -> list[list[Any]]:
    return [item for item in value if isinstance(item, list)] if isinstance(value, list) else []
