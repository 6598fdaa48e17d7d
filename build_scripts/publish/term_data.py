"""Where the terms of the glossary stand: when, beside which places, in which reports.

``.duizhao/terms/ID.json`` (``duizhao.term/2``) holds the years, the places and the newest reports of a term;
the older reports are in ``.duizhao/terms/ID/2.json`` (the oldest) … A page reads its own file alone, and of
one that is full a new report changes nothing, so that a term may stand in thousands of reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.annotate.lexicon import Term
from build_scripts.publish.entity_file import Reference, parse_references
from build_scripts.publish.page_names import term_stem
from build_scripts.publish.paging import Parts, page_path
from build_scripts.publish.site import year_of
from build_scripts.publish.tolerant import document, number, objects, text, texts

SCHEMA = "duizhao.term/2"

PAGING, QUOTED = Parts(300, first=30), 30
"""The first page of a term quotes a sentence of each of the newest reports; all others are only named."""

MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Year:
    """How many paragraphs of how many reports name the term in a year; ``year`` is empty for undated ones."""

    year: str
    paragraphs: int
    reports: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A report that names the term, and the anchors of the paragraphs that do.

    Of the newest reports ``zh`` is the first sentence that names it, from ``start`` to ``end``, and ``en``
    its English, ``exact`` if it says this sentence alone; ``status`` is that of the unit, ``machine``: a
    machine's, even if stale.
    """

    report: str
    anchors: tuple[str, ...]
    zh: str = ""
    start: int = 0
    end: int = 0
    en: str = ""
    exact: bool = True
    status: str = "todo"
    machine: bool = False


@dataclass(frozen=True, slots=True)
class TermData:
    """One page of a term. Years, ``older`` and places stand on the first page.

    ``older`` gives for each year the number of the page on which its reports begin, if there is more than one
    page; of the others each knows in ``newer`` and ``before`` its neighbours among them, 0 where there is
    none. The ``count`` of a place is that of the paragraphs that name both.
    """

    years: tuple[Year, ...] = ()
    older: tuple[tuple[str, int], ...] = ()
    newer: int = 0
    before: int = 0
    places: tuple[Reference, ...] = ()
    mentions: tuple[Mention, ...] = ()


Quote = Callable[[str, str, int, int, str], Mapping[str, Any]]
"""What a report says of a term: from the report's id, the unit's anchor, where the term begins and ends, and
its English, to the sentence: ``zh``, ``start`` …, ``machine``, see :class:`Mention`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a report: its date, the mentions of :class:`.site_data.PageWords`, and its places.

    A place is its address and the anchor of the paragraph, see :class:`.things.Things`.
    """

    date: str
    mentions: Sequence[tuple[str, str, int, int]]
    places: Sequence[tuple[str, str]]


Found = tuple[str, int, int]
"""A paragraph that names a term: its anchor, and where the term first begins and ends in it."""


def term_files(
    terms: Sequence[Term],
    readings: Mapping[str, Reading],
    references: Mapping[str, Mapping[str, Any]],
    quote: Quote,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files of every term: ``STEM``, then ``STEM/2`` …, each with its data in the form of the schema.

    Args:
        terms: the entries of the glossary; one that stands nowhere has a file all the same.
        readings: the reports by their id, the newest first.
        references: what is needed to link to a place, by its address.
        quote: gives the sentence of a mention.
    """
    found = _by_term(readings)
    for term in terms:
        reports = found.get(term.id, {})
        names = tuple(reports)
        for page in range(1, PAGING.pages(len(names)) + 1):
            data: dict[str, Any] = {"schema": SCHEMA}
            shown = {name: reports[name] for name in PAGING.cut(names, page)}
            data["reports"] = [_entry(name, at) for name, at in shown.items()]
            if page > 1:
                last = page == PAGING.pages(len(names))
                data |= {"newer": 0 if last else page + 1, "before": page - 1 if page > 2 else 0}
            else:
                data["years"] = _years(reports, readings)
                data["older"] = _older(names, readings)
                data["places"] = _places(reports, readings, references)
                for entry, name in zip(data["reports"][:QUOTED], shown, strict=False):
                    entry.update(quote(name, *reports[name][0], term.en))
            yield page_path(term_stem(term.id), page), data


def _entry(name: str, places: Sequence[Found]) -> dict[str, Any]:
    return {"id": name, "at": [anchor for anchor, _, _ in places]}


def _by_term(readings: Mapping[str, Reading]) -> dict[str, dict[str, list[Found]]]:
    """For each term its paragraphs by report, in the order of the reports."""
    found: dict[str, dict[str, list[Found]]] = {}
    for name, reading in readings.items():
        for term, anchor, start, end in reading.mentions:
            found.setdefault(term, {}).setdefault(name, []).append((anchor, start, end))
    return found


def _years(reports: Mapping[str, Sequence[Found]], readings: Mapping[str, Reading]) -> list[list[Any]]:
    paragraphs: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for name, at in reports.items():
        year = year_of(readings[name].date)
        paragraphs[year] += len(at)
        count[year] += 1
    return [[year, paragraphs[year], count[year]] for year in sorted(count)]


def _older(names: Sequence[str], readings: Mapping[str, Reading]) -> list[list[Any]]:
    """The pages on which the years begin, where there is more than one page; the newest year first."""
    first: dict[str, int] = {}
    for at, name in enumerate(names):
        first.setdefault(year_of(readings[name].date), PAGING.page_of(at, len(names)))
    return [[year, page] for year, page in first.items()] if PAGING.pages(len(names)) > 1 else []


def _places(
    reports: Mapping[str, Sequence[Found]],
    readings: Mapping[str, Reading],
    references: Mapping[str, Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """The places most named in the same paragraphs."""
    counts: Counter[str] = Counter()
    for name, at in reports.items():
        here = {anchor for anchor, _, _ in at}
        counts.update(place for place, anchor in readings[name].places if anchor in here)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_PLACES]
    return [{**references[place], "count": count} for place, count in ordered]


def parse_term(source: str) -> TermData:
    """Read the text of such a file; an empty :class:`TermData` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return TermData()
    years = (row for row in _rows(data.get("years")) if len(row) == 3)
    return TermData(
        years=tuple(Year(text(row[0]), number(row[1]), number(row[2])) for row in years),
        older=tuple((text(row[0]), number(row[1])) for row in _rows(data.get("older")) if len(row) == 2),
        newer=number(data.get("newer")),
        before=number(data.get("before")),
        places=parse_references(data.get("places")),
        mentions=tuple(_mention(item) for item in objects(data.get("reports"))),
    )


def _mention(item: dict[str, Any]) -> Mention:
    sentence = text(item.get("zh"))
    start = min(number(item.get("start")), len(sentence))
    return Mention(
        text(item.get("id")),
        texts(item.get("at")),
        sentence,
        start,
        max(start, min(number(item.get("end")), len(sentence))),
        text(item.get("en")),
        item.get("exact") is not False,
        text(item.get("status")) or "todo",
        item.get("machine") is True,
    )


def _rows(value: Any) -> list[list[Any]]:
    return [item for item in value if isinstance(item, list)] if isinstance(value, list) else []
