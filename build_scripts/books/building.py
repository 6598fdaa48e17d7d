"""The books of a site, brought up to date in a folder of the program's. The only module here with files.

What was made, and of what, is remembered: a report's book is made again when its page is rendered otherwise,
when what is known of the report changes, or a note in it; a book of several when one of its reports changes.
The rest costs a look at a table.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from build_scripts.books.archive import Place, packed, place_of
from build_scripts.books.chapter import titles
from build_scripts.books.making import Workshop
from build_scripts.books.names import chapter_file
from build_scripts.books.notes import note_digest
from build_scripts.books.volumes import Volume, report_book, sections, volumes
from build_scripts.cache import fingerprint
from build_scripts.digests import digest
from build_scripts.files import write_bytes_if_changed, write_if_changed
from build_scripts.processes import in_processes, start_method
from build_scripts.publish.site import Report

MADE = "made.json"


class Pages(Protocol):
    """The rendered pages of the reports, by their paths in docs/."""

    def mark_of(self, path: str) -> str:
        """A name for what the page is made of; empty where there is no such page."""

    def content_of(self, path: str) -> str:
        """Its HTML."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is remembered of a book: a ``key`` for all that it was made of but its notes; the ids of the terms
    that have one, and a key for these notes; the size of the file; and of a report's a digest of its chapter,
    and where that lies in the file.
    """

    key: str
    terms: tuple[str, ...] = ()
    notes: str = ""
    size: int = -1
    chapter: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a run did: how many ``books`` there are, and how many of them were ``made``."""

    books: int
    made: int


def build_books(shop: Workshop, pages: Pages, folder: Path, *, by_year: bool = False, jobs: int = 1) -> Built:
    """Bring all books of a site up to date; books of reports that are gone go, too.

    Args:
        shop: the data of the site.
        pages: the rendered pages. A report without one has no book.
        folder: where the books go, below it by the paths that :mod:`.volumes` gives; it holds nothing else.
        by_year: see :func:`.volumes.volumes_of`.
        jobs: processes; 0 stands for one per processor. The result does not depend on it.

    Raises:
        OSError: the folder cannot be written to. Every file is whole all the same.
    """
    known = _load(folder / MADE)
    reports = [report for report in shop.context.site.reports.values() if pages.mark_of(report.path)]
    program = fingerprint(("books", "exchange", "publish"), ("ebooklib", "lxml", "markdown"))
    work = _Work(shop, pages, folder, program)
    singles = work.reports(reports, known, jobs)
    there = [
        replace(volume, reports=tuple(name for name in volume.reports if name in singles))
        for volume in volumes(shop.context.site, by_year)
    ]
    several = work.volumes([volume for volume in there if volume.reports], singles, known, jobs)
    now = {report_book(name): made for name, made in singles.items()} | several
    _prune(folder, now)
    _store(folder / MADE, now)
    return Built(len(now), sum(1 for path, made in now.items() if known.get(path) != made))


@dataclass(slots=True)
class _Work:
    shop: Workshop
    pages: Pages
    folder: Path
    program: str
    _seen: dict[str, str] = field(default_factory=dict)

    def reports(self, reports: Iterable[Report], known: Mapping[str, Made], jobs: int) -> dict[str, Made]:
        """The books of single reports, by the reports' ids."""
        found: dict[str, Made | None] = {}
        for report in reports:
            found[report.id] = self._good(report_book(report.id), self._key(report), known)
        fresh = self._spread(_make_report, [(name,) for name, made in found.items() if made is None], jobs)
        return {name: made or next(fresh) for name, made in found.items()}

    def volumes(
        self, chosen: Iterable[Volume], singles: Mapping[str, Made], known: Mapping[str, Made], jobs: int
    ) -> dict[str, Made]:
        """The books of several, by their paths."""
        found: dict[str, Made | None] = {}
        items: list[tuple[Any, ...]] = []
        for volume in chosen:
            terms = sorted({term for name in volume.reports for term in singles[name].terms})
            key = self._volume_key(volume, singles)
            found[volume.path] = self._good(volume.path, key, known)
            if found[volume.path] is None:
                places = tuple(singles[name].place for name in volume.reports)
                items.append((volume, key, tuple(terms), places))
        fresh = self._spread(_make_volume, items, jobs)
        return {path: made or next(fresh) for path, made in found.items()}

    def _spread(self, make: Any, items: list[tuple[Any, ...]], jobs: int) -> Iterator[Made]:
        """``make`` for all items, by processes that find this here."""
        global _work
        _work = self
        try:
            # What the work needs, the glossary above all, a forked process has; to others it cannot be sent.
            return iter(list(in_processes(make, items, jobs if start_method() == "fork" else 1)))
        finally:
            _work = None

    def make_report(self, name: str) -> Made:
        report = self.shop.context.site.reports[name]
        data, terms, chapter = self.shop.report(report, self.pages.content_of(report.path))
        self._write(report_book(name), data)
        seen = sha256(chapter.data).hexdigest()[:16]
        where = place_of(data, chapter)
        return Made(self._key(report), terms, self._notes(terms), len(data), seen, where)

    def make_volume(
        self, volume: Volume, key: str, terms: tuple[str, ...], places: tuple[Place, ...]
    ) -> Made:
        chapters = {
            chapter_file(name): packed(self.folder / report_book(name), place)
            for name, place in zip(volume.reports, places, strict=True)
        }
        data = self.shop.volume(volume, terms, chapters)
        self._write(volume.path, data)
        return Made(key, terms, self._notes(terms), len(data))

    def _good(self, path: str, key: str, known: Mapping[str, Made]) -> Made | None:
        """What is remembered of a book that can stay as it is."""
        made = known.get(path)
        if made is None or made.key != key or made.notes != self._notes(made.terms):
            return None
        with contextlib.suppress(OSError):
            return made if (self.folder / path).stat().st_size == made.size else None
        return None

    def _key(self, report: Report) -> str:
        site = self.shop.context.site
        themes = [(theme.title, theme.title_en) for name in report.themes if (theme := site.themes.get(name))]
        shown = (report.title, report.title_en, report.title_machine, report.authors, report.date)
        facts = (*shown, report.publisher, themes, sorted(report.counts.items()), self.shop.url(report.path))
        return digest(repr((self.pages.mark_of(report.path), facts, self.shop.publisher, self.program)), 32)

    def _volume_key(self, volume: Volume, singles: Mapping[str, Made]) -> str:
        site = self.shop.context.site
        listed = sections(volume, site)
        lines = [(heading, [titles(report) for report in reports]) for heading, reports in listed]
        made = [(name, site.reports[name].date, singles[name].chapter) for name in volume.reports]
        facts = (volume, self.shop.titles(volume), lines, made, self.shop.publisher, self.program)
        return digest(repr(facts), 32)

    def _notes(self, terms: Iterable[str]) -> str:
        return digest(" ".join(map(self._note, terms)), 16)

    def _note(self, term: str) -> str:
        if term not in self._seen:
            entry = self.shop.context.lexicon.by_id.get(term)
            self._seen[term] = note_digest(entry, self.shop.context) if entry else "-"
        return self._seen[term]

    def _write(self, path: str, data: bytes) -> None:
        write_bytes_if_changed(self.folder / path, data, again=True)


_work: _Work | None = None
"""What a forked process finds to work with."""


def _make_report(name: str) -> Made:
    assert _work is not None  # set before processes are forked
    return _work.make_report(name)


def _make_volume(volume: Volume, key: str, terms: tuple[str, ...], places: tuple[Place, ...]) -> Made:
    assert _work is not None  # the same
    return _work.make_volume(volume, key, terms, places)


def _prune(folder: Path, paths: Iterable[str]) -> None:
    kept = {folder / path for path in paths}
    for path in folder.rglob("*.epub") if folder.is_dir() else ():
        if path not in kept:
            path.unlink()


def _load(file: Path) -> dict[str, Made]:
    """What an earlier run made; nothing where that cannot be read."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        data = json.loads(file.read_text(encoding="utf-8"))
        return {path: _made(row) for path, row in data.items()}
    return {}


def _made(row: Mapping[str, Any]) -> Made:
    place = Place(*row["place"]) if row["place"] else None
    return Made(**{**row, "terms": tuple(row["terms"]), "place": place})


def _store(file: Path, made: Mapping[str, Made]) -> None:
    rows = {path: asdict(one) for path, one in made.items()}
    write_if_changed(file, json.dumps(rows, indent=0), again=True)
