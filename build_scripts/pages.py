"""The report pages of a project: what each must become, worked out without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from build_scripts.diagnostics import Diagnostic
from build_scripts.documents import CleanResult
from build_scripts.library import DOCS, SOURCES, Project, report_texts
from build_scripts.model import Article
from build_scripts.sync.identity import match_pages
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import count_statuses, sync_page
from build_scripts.sync.page import Page, parse

STATUSES = tuple(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages as they must be.

    ``texts`` are those that belong to a report of the sources, by identifier; ``pages`` all that will be
    published, those without a source included; ``reports`` the number of reports in the sources.
    """

    texts: Mapping[str, str]
    pages: Mapping[str, Page]
    reports: int
    diagnostics: tuple[Diagnostic, ...]


def plan_pages(project: Project, results: Sequence[CleanResult]) -> Pages:
    """Sync every report with its page, in the order of the sources."""
    old = report_texts(project)
    parsed = {name: parse(text, _page_path(name)) for name, text in old.items()}
    reports = tuple(_reports(results))
    matched = match_pages([article for article, _ in reports], parsed)
    # The page of a document that could not be read this time is not without a source.
    unread = {_inside_sources(result.path) for result in results if result.document is None}
    waiting = {_page_path(name) for name, page in parsed.items() if page.front.text("source") in unread}
    diagnostics = [found for found in matched.diagnostics if found.path not in waiting]
    texts: dict[str, str] = {}
    for (article, source), name in zip(reports, matched.ids, strict=True):
        synced = sync_page(old.get(name), article, source=source, page_id=name, path=_page_path(name))
        texts[name] = synced.text
        diagnostics += synced.diagnostics
    parsed |= {name: parse(text, _page_path(name)) for name, text in texts.items() if text != old.get(name)}
    return Pages(texts, dict(sorted(parsed.items())), len(reports), tuple(diagnostics))


def _reports(results: Iterable[CleanResult]) -> Iterator[tuple[Article, str]]:
    """Each report with the name of its raw document, as its page states it."""
    for result in results:
        for article in result.document.articles if result.document else ():
            yield article, _inside_sources(result.path)


def page_counts(project: Project) -> dict[str, dict[str, int]]:
    """For each page on disk how many of its texts have which status."""
    return {
        name: {status.value: number for status, number in count_statuses(parse(text)).items()}
        for name, text in report_texts(project).items()
    }


def _page_path(name: str) -> str:
    """The page with the identifier ``name`` as it is reported."""
    return f"{DOCS}/reports/{name}.md"


def _inside_sources(path: str) -> str:
    """The name of a raw document within source_articles/, as its pages state it."""
    pure = PurePosixPath(path)
    return pure.relative_to(SOURCES).as_posix() if pure.is_relative_to(SOURCES) else path
