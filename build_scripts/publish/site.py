"""Reading ``.duizhao/site.json``: what the extension knows of pages other than the one it works on.

The file is generated, but a page must render without it, or with one of another version: whatever is not of
the expected form is left out. Written by :mod:`build_scripts.publish.site_data`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

SCHEMA = "duizhao.site/1"


@dataclass(frozen=True, slots=True)
class Related:
    """A relative of a report: its id, and why it is one."""

    id: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What a report says of the page about its cleaning.

    ``doubts`` counts what a person should check; ``marks`` leads from a paragraph's anchor to a line there.
    """

    doubts: int
    marks: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """What lists and the head of a report show. ``date`` is ISO or empty; ``counts`` is status → units.

    ``title_machine``, ``subtitle_machine``: the English is a machine's, also where it is stale. ``older`` and
    ``newer`` are the ids of the reports before and after it by date, in its first theme.
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
    related: tuple[Related, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    cleaning: Cleaning | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and the ids of its reports, newest first."""

    id: str
    path: str
    title: str
    title_en: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A paragraph that names a term: the report's id and the paragraph's anchor."""

    report: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary; ``page`` is its file from docs/, ``anchor`` its place there."""

    id: str
    zh: str
    pinyin: str
    en: str
    kind: str
    page: str
    anchor: str
    mentions: tuple[Mention, ...]


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
class Site:
    """All of it, in the order of the file; empty when there is none."""

    reports: Mapping[str, Report] = field(default_factory=lambda: MappingProxyType({}))
    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    downloads: tuple[Download, ...] = ()

    def newest_first(self) -> tuple[Report, ...]:
        """All reports, the newest first, those without a date last; ties by id."""
        by_id = sorted(self.reports.values(), key=lambda report: report.id)
        return tuple(sorted(by_id, key=lambda report: report.date, reverse=True))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _entries(data: dict[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
    entries = data.get(key)
    if not isinstance(entries, dict):
        return []
    return [(name, value) for name, value in entries.items() if isinstance(value, dict)]


def _numbers(value: Any) -> dict[str, int]:
    return {k: v for k, v in value.items() if isinstance(v, int)} if isinstance(value, dict) else {}


def _cleaning(data: Any) -> Cleaning | None:
    if not isinstance(data, dict):
        return None
    return Cleaning(_numbers(data).get("doubts", 0), _numbers(data.get("marks")))


def _by_machine(data: dict[str, Any], field: str) -> bool:
    return data.get(f"{field}_machine") is True or data.get(f"{field}_status") == "machine"


def read_report_data(name: str, data: dict[str, Any]) -> Report:
    """A report of its entry in the file."""
    return Report(
        id=name,
        path=_text(data.get("path")) or f"reports/{name}.md",
        title=_text(data.get("title")) or name,
        title_en=_text(data.get("title_en")),
        title_status=_text(data.get("title_status")) or "todo",
        title_machine=_by_machine(data, "title"),
        subtitle=_text(data.get("subtitle")),
        subtitle_en=_text(data.get("subtitle_en")),
        subtitle_status=_text(data.get("subtitle_status")) or "todo",
        subtitle_machine=_by_machine(data, "subtitle"),
        authors=_texts(data.get("authors")),
        date=_text(data.get("date")),
        publisher=_text(data.get("publisher")),
        source=_text(data.get("source")),
        themes=_texts(data.get("themes")),
        older=_text(data.get("older")),
        newer=_text(data.get("newer")),
        related=tuple(
            Related(_text(item.get("id")), _texts(item.get("reasons")))
            for item in _objects(data.get("related"))
        ),
        counts=_numbers(data.get("counts")),
        cleaning=_cleaning(data.get("cleaning")),
    )


def _theme(name: str, data: dict[str, Any]) -> Theme:
    return Theme(
        id=name,
        path=_text(data.get("path")) or f"themes/{name}.md",
        title=_text(data.get("title")) or name,
        title_en=_text(data.get("title_en")),
        reports=_texts(data.get("reports")),
    )


def _term(name: str, data: dict[str, Any]) -> Term:
    return Term(
        id=name,
        zh=_text(data.get("zh")) or name,
        pinyin=_text(data.get("pinyin")),
        en=_text(data.get("en")),
        kind=_text(data.get("kind")),
        page=_text(data.get("page")),
        anchor=_text(data.get("anchor")) or term_anchor(name),
        mentions=tuple(
            Mention(_text(item.get("report")), _text(item.get("anchor")))
            for item in _objects(data.get("mentions"))
        ),
    )


def _download(data: dict[str, Any]) -> Download:
    name, path = _text(data.get("format")), _text(data.get("path"))
    return Download(name, path, _numbers(data).get("bytes", 0), _numbers(data.get("units")))


def term_anchor(term_id: str) -> str:
    """The anchor of a term on its glossary page.

    >>> term_anchor("一肩挑")
    't-一肩挑'
    """
    return "t-" + "-".join(term_id.split())


def cleaning_path(report_id: str) -> str:
    """The page about the cleaning of a report, from docs/.

    >>> cleaning_path("yunxi")
    'cleaning/yunxi.md'
    """
    return f"cleaning/{report_id}.md"


def parse_site(text: str) -> Site:
    """Read the text of a site data file; an empty :class:`Site` for anything that is not one."""
    try:
        data = json.loads(text)
    except ValueError:
        return Site()
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        return Site()
    return Site(
        reports=MappingProxyType(
            {name: read_report_data(name, value) for name, value in _entries(data, "reports")}
        ),
        themes=MappingProxyType({name: _theme(name, value) for name, value in _entries(data, "themes")}),
        terms=MappingProxyType({name: _term(name, value) for name, value in _entries(data, "terms")}),
        downloads=tuple(file for file in map(_download, _objects(data.get("downloads"))) if file.path),
    )


_Identity = tuple[int, int, int]
_amended: dict[_Identity, Site] = {}
"""What the state of a file is answered with in a preview, in which single reports are ahead of the file."""


def load_site(path: Path) -> Site:
    """Read the site data file, once for each state of it; an empty :class:`Site` when there is none."""
    try:
        found = path.stat()
    except OSError:
        return Site()
    identity = (found.st_ino, found.st_mtime_ns, found.st_size)
    return _amended.get(identity) or _load(path, identity)


@lru_cache(maxsize=2)
def _load(path: Path, _: _Identity) -> Site:
    try:
        return parse_site(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Site()


def amend(path: Path, reports: Mapping[str, Report]) -> None:
    """From now on these reports are other ones in this process, until the file changes or :func:`forget`.

    For a preview: to write and read the file of ten thousand reports anew would take seconds.
    """
    site, found = load_site(path), path.stat()
    amended = replace(site, reports=MappingProxyType({**site.reports, **reports}))
    _amended[found.st_ino, found.st_mtime_ns, found.st_size] = amended


def forget() -> None:
    """The file alone counts again."""
    _amended.clear()
