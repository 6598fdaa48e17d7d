"""The report pages of a project: what each must become, worked out without writing anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from build_scripts.diagnostics import Diagnostic
from build_scripts.documents import CleanResult
from build_scripts.library import PageFile, Project, each_report_file, encoding_fault, page_path
from build_scripts.model import Article
from build_scripts.names import SOURCES
from build_scripts.sync.corpus import Report, sync_corpus
from build_scripts.sync.identity import match_pages
from build_scripts.sync.page import Page, parse

# What stands in markers and addresses: see the code P009.
_USABLE = re.compile(r"\w[\w.\-]*")


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages as they must be.

    ``texts`` are those that belong to a report of the sources, by identifier; ``pages`` all that will be
    published, those without a source included; ``ids`` the identifiers of the reports in the order of the
    sources; ``untitled`` the raw documents, as diagnostics name them, with a report that neither they nor its
    page give a title; ``first`` the texts to be written before all ``texts``, so that English that moves from
    one page to another is there before it goes.
    """

    texts: Mapping[str, str]
    pages: Mapping[str, Page]
    ids: tuple[str, ...]
    untitled: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    first: Mapping[str, str]

    @property
    def reports(self) -> int:
        """The number of reports in the sources."""
        return len(self.ids)


def plan_pages(project: Project, results: Sequence[CleanResult]) -> Pages:
    """Sync every report with its page, in the order of the sources."""
    unread = {inside_sources(result.path) for result in results if result.document is None}
    return synced_pages(each_report_file(project), tuple(_reports(results)), unread)


def synced_pages(
    files: Iterable[tuple[str, PageFile]],
    reports: Sequence[tuple[Article, str]],
    unread: Collection[str] = (),
) -> Pages:
    """What the pages must become. Pure: writes nothing.

    Args:
        files: the pages as they are, with their identifiers, in the order of these. Looked at once, one after
            the other: what was read of thousands of them need not be in memory together.
        reports: each report with its raw document, as its page states it.
        unread: the raw documents that could not be read this time.

    A page that cannot be used (its name, its encoding) is reported and left alone; its report gets no other.
    """
    parsed: dict[str, Page] = {}
    faults: dict[str, Diagnostic] = {}
    for name, file in files:
        parsed[name] = parse(file.text, page_path(name))
        if fault := _fault(name, file):
            faults[name] = fault
    sources = [source for _, source in reports]
    matched = match_pages([article for article, _ in reports], parsed, sources=sources)
    # The page of a document that could not be read this time is not without a source.
    waiting = {page_path(name) for name, page in parsed.items() if page.front.text("source") in unread}
    jobs = [
        Report(name, article, source, page_path(name), parsed.get(name))
        for (article, source), name in zip(reports, matched.ids, strict=True)
        if name not in faults
    ]
    usable = {name: page for name, page in parsed.items() if name not in faults}
    others = {name: usable[name] for name in matched.unmatched if name in usable}
    corpus = sync_corpus(jobs, others, [name for name in others if page_path(name) not in waiting])
    pages = dict(sorted((usable | dict(corpus.pages)).items()))
    diagnostics = (
        *(found for found in matched.diagnostics if found.path not in waiting),
        *faults.values(),
        *_twice(reports),
        *(found for page in others.values() for found in page.diagnostics),
        *corpus.diagnostics,
    )
    untitled = frozenset(f"{SOURCES}/{job.source}" for job in jobs if not pages[job.name].front.text("title"))
    return Pages(corpus.texts, pages, tuple(matched.ids), untitled, diagnostics, corpus.first)


def _fault(name: str, file: PageFile) -> Diagnostic | None:
    """Why a page can't be used at all, if so."""
    if not _USABLE.fullmatch(name):
        message = f"“{name}” cannot be an ID: rename the file, without spaces"
        return Diagnostic(page_path(name), 0, "P009", message)
    return encoding_fault(name, file)


def _twice(reports: Sequence[tuple[Article, str]]) -> Iterator[Diagnostic]:
    """A diagnostic for each report that another raw document holds as well, word for word."""
    seen: dict[tuple[str, ...], str] = {}
    for article, source in reports:
        body = tuple(piece.text for piece in article.pieces)
        first = seen.setdefault(body, source)
        if first != source:
            message = f"the report “{article.title}” stands in {first} as well"
            yield Diagnostic(f"{SOURCES}/{source}", 0, "P008", message)


def _reports(results: Iterable[CleanResult]) -> Iterator[tuple[Article, str]]:
    """Each report with the name of its raw document, as its page states it."""
    for result in results:
        for article in result.document.articles if result.document else ():
            yield article, inside_sources(result.path)


def inside_sources(path: str) -> str:
    """The name of a raw document within source_articles/, as its pages state it."""
    pure = PurePosixPath(path)
    return pure.relative_to(SOURCES).as_posix() if pure.is_relative_to(SOURCES) else path
