"""Single report pages brought up to date in an instant, for a preview: what a whole run does, of these alone.

A page is synced with its report and checked, and what its own page shows of it is at hand. What other pages
say of it, suggestions taken from it, and the files for download follow with the next whole run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.check.units import check_page
from build_scripts.diagnostics import Diagnostic
from build_scripts.documents import CleanResult
from build_scripts.files import write_if_changed
from build_scripts.knowledge import Knowledge
from build_scripts.library import Project, page_path, report_file
from build_scripts.model import Article
from build_scripts.pages import Pages, inside_sources
from build_scripts.publish.site import Report, amend, load_site
from build_scripts.publish.site_data import report_now
from build_scripts.publish.unit_lines import refresh_unit_lines
from build_scripts.sync.merge import SyncResult, sync_page


@dataclass(frozen=True, slots=True)
class Known:
    """What a whole run knew: each report with the name of its raw document, by its identifier; the rest."""

    articles: Mapping[str, tuple[Article, str]]
    knowledge: Knowledge

    @classmethod
    def of(cls, cleaned: Iterable[CleanResult], pages: Pages, knowledge: Knowledge) -> Known:
        """``cleaned`` are the documents in the order in which ``pages`` were planned."""
        articles = (
            (article, inside_sources(result.path))
            for result in cleaned
            for article in (result.document.articles if result.document else ())
        )
        return cls(dict(zip(pages.ids, articles, strict=True)), knowledge)


def refresh(root: Path, known: Known, names: Collection[str]) -> tuple[Diagnostic, ...] | None:
    """Bring the pages ``names`` up to date after people wrote in them.

    Args:
        root: the folder with source_articles/ and docs/.
        known: what the last whole run knew; nothing but these pages has changed since.
        names: the identifiers of the pages.

    Returns:
        What was found in these pages; None where nothing was written, for it takes a whole run.

    Raises:
        OSError: docs/ or the state folder cannot be written to. Every file is whole all the same.
    """
    project = Project(root)
    synced = {name: _synced(project, known, name) for name in sorted(names)}
    done = {name: result for name, result in synced.items() if result is not None and not result.held}
    if len(done) != len(synced) or not project.site_data.is_file():
        return None
    before = load_site(project.site_data).reports
    lexicon, themes = known.knowledge.lexicon, known.knowledge.themes
    now: dict[str, Report] = {}
    found: list[Diagnostic] = []
    for name, result in done.items():
        write_if_changed(project.page(name), result.text)
        refresh_unit_lines(project, name, result.page)
        now[name] = report_now(name, result.page, themes, before.get(name))
        found += [*result.diagnostics, *check_page(result.page, page_path(name), lexicon)]
    amend(project.site_data, now)
    return tuple(found)


def _synced(project: Project, known: Known, name: str) -> SyncResult | None:
    """A page in sync with its report; None where there is no such page or report."""
    file = report_file(project, name)
    if file is None or file.bad_line or name not in known.articles:
        return None
    article, source = known.articles[name]
    return sync_page(file.text, article, source=source, page_id=name, path=page_path(name))
