"""Reading ``.duizhao/site.json``: what the extension knows of pages other than the one it works on.

The file is generated, but a page must render without it, or with one of another version: whatever is not of
the expected form is left out. Written by :mod:`build_scripts.publish.site_data`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from build_scripts.publish.page_names import term_anchor
from build_scripts.publish.paging import REPORTS, TERMS
from build_scripts.publish.pinyin_keys import key
from build_scripts.publish.tolerant import (
    document,
    entries,
    identity,
    keeping,
    number,
    numbers,
    objects,
    text,
    texts,
)

SCHEMA = "duizhao.site/1"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """What lists and the head of a report show. ``date`` is ISO or empty; ``counts`` is status → units.

    ``title_machine``, ``subtitle_machine``: the English is a machine's, also where it is stale. ``older`` and
    ``newer`` are the ids of the reports before and after it by date, in its first theme. ``doubts`` counts
    what a person should check in its cleaning; None where there is no page about that.
    """

    id: str
    path: str
    title: str
    title_en: str = ""
    title_status: str = "todo"
    title_machine: bool = False
    subtitle: str = ""
    subtitle_en: str = ""
    subtitle_status: str = "todo"
    subtitle_machine: bool = False
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    source: str = ""
    themes: tuple[str, ...] = ()
    older: str = ""
    newer: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    doubts: int | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and the ids of its reports, newest first."""

    id: str
    path: str
    title: str
    title_en: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary; ``page`` is its file from docs/, ``anchor`` its place there.

    ``path`` is the page of its own, which tells where it stands; empty where there is none. ``paragraphs``
    and ``reports`` count these places.
    """

    id: str
    zh: str
    pinyin: str
    en: str
    kind: str
    page: str
    anchor: str
    path: str = ""
    paragraphs: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Download:
    """A file with the whole corpus: its ``path`` from docs/, its size, and its units by their status."""

    format: str
    path: str
    bytes: int
    units: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many units are in it."""
        return sum(self.units.values())


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A page of a long list: how many items the list has, and those that stand on the page."""

    total: int
    items: tuple[T, ...]


@dataclass(frozen=True)
class Site:
    """All of it, in the order of the file; empty when there is none."""

    reports: Mapping[str, Report] = field(default_factory=lambda: MappingProxyType({}))
    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    downloads: tuple[Download, ...] = ()

    def newest_first(self) -> tuple[Report, ...]:
        """All reports, the newest first, those without a date last; ties by id."""
        return self._newest_first

    def latest(self, count: int) -> tuple[Report, ...]:
        """The ``count`` newest reports."""
        return self._newest_first[:count]

    def reports_on(self, theme_id: str, number: int) -> Listed[Report]:
        """Page ``number`` of the list of all reports, or of those of a theme; the newest first."""
        if not theme_id:
            return Listed(len(self.reports), REPORTS.cut(self._newest_first, number))
        theme = self.themes.get(theme_id)
        names = theme.reports if theme else ()
        shown = (self.reports.get(name) for name in REPORTS.cut(names, number))
        return Listed(len(names), tuple(report for report in shown if report))

    def years(self, theme_id: str) -> tuple[tuple[str, int], ...]:
        """The years of the reports in that list, newest first, each with the page on which it begins."""
        return self._years.get(theme_id, ())

    def terms_on(self, number: int) -> Listed[Term]:
        """Page ``number`` of the list of all terms, in the order of their pinyin as it is typed."""
        return Listed(len(self.terms), TERMS.cut(self._by_pinyin, number))

    def letters(self) -> tuple[tuple[str, int, str], ...]:
        """With which letters the pinyin of terms begins: each with the page and the id of its first term.

        What has no pinyin stands below ``0``.
        """
        firsts: dict[str, tuple[str, int, str]] = {}
        for at, term in enumerate(self._by_pinyin):
            first = key(term.pinyin)[:1]
            letter = first if first.isalpha() else "0"
            firsts.setdefault(letter, (letter, TERMS.page_of(at), term.id))
        return tuple(firsts.values())

    @cached_property
    def _years(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        lists = {theme: value.reports for theme, value in self.themes.items()}
        lists[""] = tuple(report.id for report in self._newest_first)
        found: dict[str, tuple[tuple[str, int], ...]] = {}
        for theme, names in lists.items():
            firsts: dict[str, int] = {}
            for at, name in enumerate(names):
                if name in self.reports:
                    firsts.setdefault(year_of(self.reports[name].date), REPORTS.page_of(at))
            found[theme] = tuple(firsts.items())
        return found

    @cached_property
    def _by_pinyin(self) -> tuple[Term, ...]:
        return tuple(sorted(self.terms.values(), key=lambda term: (key(term.pinyin), term.zh)))

    @cached_property
    def _newest_first(self) -> tuple[Report, ...]:
        # Sorted once, not once a page.
        by_id = sorted(self.reports.values(), key=lambda report: report.id)
        return tuple(sorted(by_id, key=lambda report: report.date, reverse=True))


def _by_machine(data: dict[str, Any], field: str) -> bool:
    return data.get(f"{field}_machine") is True or data.get(f"{field}_status") == "machine"


def read_report_data(name: str, data: dict[str, Any]) -> Report:
    """A report of its entry in the file."""
    return Report(
        id=name,
        path=text(data.get("path")) or f"reports/{name}.md",
        title=text(data.get("title")) or name,
        title_en=text(data.get("title_en")),
        title_status=text(data.get("title_status")) or "todo",
        title_machine=_by_machine(data, "title"),
        subtitle=text(data.get("subtitle")),
        subtitle_en=text(data.get("subtitle_en")),
        subtitle_status=text(data.get("subtitle_status")) or "todo",
        subtitle_machine=_by_machine(data, "subtitle"),
        authors=texts(data.get("authors")),
        date=text(data.get("date")),
        publisher=text(data.get("publisher")),
        source=text(data.get("source")),
        themes=texts(data.get("themes")),
        older=text(data.get("older")),
        newer=text(data.get("newer")),
        counts=numbers(data.get("counts")),
        doubts=numbers(data).get("doubts"),
    )


def _theme(name: str, data: dict[str, Any]) -> Theme:
    return Theme(
        id=name,
        path=text(data.get("path")) or f"themes/{name}.md",
        title=text(data.get("title")) or name,
        title_en=text(data.get("title_en")),
        reports=texts(data.get("reports")),
    )


def _term(name: str, data: dict[str, Any]) -> Term:
    return Term(
        id=name,
        zh=text(data.get("zh")) or name,
        pinyin=text(data.get("pinyin")),
        en=text(data.get("en")),
        kind=text(data.get("kind")),
        page=text(data.get("page")),
        anchor=text(data.get("anchor")) or term_anchor(name),
        path=text(data.get("path")),
        paragraphs=number(data.get("paragraphs")),
        reports=number(data.get("reports")),
    )


def _download(data: dict[str, Any]) -> Download:
    name, path = text(data.get("format")), text(data.get("path"))
    return Download(name, path, numbers(data).get("bytes", 0), numbers(data.get("units")))


def year_of(date: str) -> str:
    """The year of an ISO date, or of what there is of one; empty when there is none.

    >>> year_of("2021-11-17"), year_of("2021"), year_of("last year")
    ('2021', '2021', '')
    """
    year = date[:4]
    return year if len(year) == 4 and year.isascii() and year.isdigit() else ""


def parse_site(source: str) -> Site:
    """Read the text of a site data file; an empty :class:`Site` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return Site()
    return Site(
        reports=MappingProxyType(
            {name: read_report_data(name, value) for name, value in entries(data, "reports")}
        ),
        themes=MappingProxyType({name: _theme(name, value) for name, value in entries(data, "themes")}),
        terms=MappingProxyType({name: _term(name, value) for name, value in entries(data, "terms")}),
        downloads=tuple(file for file in map(_download, objects(data.get("downloads"))) if file.path),
    )


_on_disk = keeping(parse_site, Site())
_amended: dict[tuple[int, int, int], Site] = {}
"""What the state of a file is answered with in a preview, in which single reports are ahead of the file.

By whatever path it is asked for: that of the Markdown extension begins in the working directory.
"""


def load_site(path: Path) -> Site:
    """Read the site data file, once for each state of it; an empty :class:`Site` when there is none."""
    known = identity(path)
    return (_amended.get(known[1:]) if known else None) or _on_disk(path)


def amend(path: Path, reports: Mapping[str, Report]) -> None:
    """From now on these reports are other ones in this process, until the file changes or :func:`forget`.

    For a preview: to write and read the file of ten thousand reports anew would take seconds.
    """
    if known := identity(path):
        site = load_site(path)
        _amended[known[1:]] = replace(site, reports=MappingProxyType({**site.reports, **reports}))


def forget() -> None:
    """The file alone counts again."""
    _amended.clear()
