"""The recipe: raw documents in, pages and site data out. Read this first.

    read      bytes → SourceText            build_scripts.read
    clean     SourceText → blocks           build_scripts.clean
    split     blocks → articles             build_scripts.split
    sync      article + its page → page     build_scripts.sync
    review    blocks + pages → cleaning     build_scripts.ledger, build_scripts.publish.review
    annotate  pages + lexicon → readings    build_scripts.annotate, build_scripts.publish.readings
    check     Chinese + English → findings  build_scripts.check, with annotate: build_scripts.publish.looking
    gather    readings → site data          build_scripts.publish.site_data
    name      readings → places, …          build_scripts.annotate.entities, build_scripts.publish.entity_data
    count     readings → figures            build_scripts.annotate.figures, build_scripts.publish.figures_data
    explain   readings → vocabularies       build_scripts.annotate, build_scripts.publish.word_stage
    exchange  pages → TMX, JSON Lines       build_scripts.exchange.downloads
    announce  newest pages → feeds          build_scripts.feeds
    publish   pages → site                  MkDocs with build_scripts.publish.extension
    bind      rendered pages → EPUBs        build_scripts.books

A build is offline and deterministic: no clock, no network, no order that depends on the machine (Law 3).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from build_scripts.annotate.entity_index import gather_entities
from build_scripts.cache import Cache, Entries, fingerprint, whole_program
from build_scripts.check.kept import Kept, stamp
from build_scripts.check.units import check_pages
from build_scripts.diagnostics import Diagnostic
from build_scripts.documents import CleanResult, clean_all
from build_scripts.exchange.downloads import write_downloads
from build_scripts.feeds.choosing import feed_data
from build_scripts.files import write_if_changed
from build_scripts.knowledge import Knowledge, read_knowledge
from build_scripts.library import Project, raw_documents
from build_scripts.pages import Pages, plan_pages
from build_scripts.processes import apart, beside
from build_scripts.progress import ticking
from build_scripts.publish.detail_files import write_details
from build_scripts.publish.details import detail_files
from build_scripts.publish.entity_data import plan_entities
from build_scripts.publish.entity_pages import write_entities
from build_scripts.publish.figures_data import write_figures
from build_scripts.publish.list_files import write_lists
from build_scripts.publish.list_pages import FOLDERS, plan_lists
from build_scripts.publish.looking import Stores, look_at_reports
from build_scripts.publish.readings import Kept as KeptReadings
from build_scripts.publish.review_pages import plan_reviews, write_reviews
from build_scripts.publish.site_data import build_site_data, to_json, unknown_themes, with_pages
from build_scripts.publish.theming import themes_of_all
from build_scripts.publish.unit_lines import write_unit_lines
from build_scripts.publish.word_stage import write_words
from build_scripts.refreshing import Known
from build_scripts.split.articles import MISSING_TITLE
from build_scripts.status import progress as progress_of
from build_scripts.status import to_json as status_json


@dataclass(frozen=True, slots=True)
class Plan:
    """What a project must become, worked out without writing anything."""

    cleaned: tuple[CleanResult, ...]
    pages: Pages
    knowledge: Knowledge
    of_sources: tuple[Diagnostic, ...]
    """What was found in the raw documents and in the form of the pages."""
    english: tuple[Diagnostic, ...]
    """What was found in the English of the pages; nothing until it is checked."""
    of_glossary: tuple[Diagnostic, ...]
    """What was found in the glossary and the themes."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that was found."""
        return (*self.of_sources, *self.english, *self.of_glossary)


@dataclass(frozen=True, slots=True)
class PrepareResult:
    """What a run made of the sources: how many ``reports``, which pages were ``written``, what was found.

    ``known`` is what :func:`build_scripts.refreshing.refresh` works with, if that was asked for.
    """

    reports: int
    written: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    known: Known | None = field(default=None, repr=False, compare=False)


def plan_project(project: Project, *, jobs: int = 1, progress: bool = False, keeps: bool = False) -> Plan:
    """Read, clean, split, sync and check, all in memory.

    Args:
        project: the folder with source_articles/ and docs/.
        jobs: processes for cleaning and checking; 0 stands for one per processor. The result does not
            depend on it.
        progress: show a bar on a terminal when it takes longer than a second.
        keeps: keep the cleaned documents and the findings in the English for the next run, the one thing
            that is written here. What an earlier run kept is used in any case.
    """
    plan = _planned(project, jobs, progress, keeps)
    pages = plan.pages.pages
    kept = Kept(project.checks, stamp(), writes=keeps)
    with ticking(len(pages), "checking", progress) as tick:
        english = check_pages(pages, plan.knowledge.lexicon, kept, jobs=jobs, tick=tick)
    kept.store()
    return replace(plan, english=english)


def _planned(project: Project, jobs: int, progress: bool, keeps: bool) -> Plan:
    """All but the checks of the English."""
    paths, passed = raw_documents(project)
    files = [(path, project.shown(path)) for path in paths]
    cache = Cache(project.clean_cache, fingerprint(), writes=keeps)
    with ticking(len(files), "cleaning", progress) as tick:
        cleaned = tuple(clean_all(files, jobs=jobs, cache=cache, tick=tick))
    cache.prune([shown for _, shown in files])
    pages = plan_pages(project, cleaned)
    knowledge, faults = read_knowledge(project)
    strangers = unknown_themes(pages.pages, knowledge.themes)
    cleaning = (
        found
        for result in cleaned
        for found in result.diagnostics
        # A title that a person wrote into the page answers the complaint that the source has none.
        if found.code != MISSING_TITLE or found.path in pages.untitled
    )
    return Plan(
        cleaned, pages, knowledge, (*passed, *cleaning, *pages.diagnostics), (), (*faults, *strangers)
    )


def prepare(root: Path, *, jobs: int = 1, progress: bool = False, follows: bool = False) -> PrepareResult:
    """Bring the pages and the site data of the project in ``root`` up to date with its raw documents.

    Args:
        root: the folder with source_articles/ and docs/.
        jobs: as in :func:`plan_project`.
        progress: as in :func:`plan_project`.
        follows: single pages will be refreshed afterwards: keep in memory what that takes.

    Of ten thousand reports this takes more than a gigabyte, on which MkDocs is not to stand: where it can be,
    it is done by another process.

    Raises:
        OSError: docs/ or the state folder cannot be written to. Every file is whole all the same.
    """
    work = partial(_prepared, root, jobs, progress, follows)
    return work() if follows else apart(work, jobs)


def _prepared(root: Path, jobs: int, progress: bool, follows: bool) -> PrepareResult:
    project = Project(root)
    plan = _planned(project, jobs, progress, keeps=True)
    pages, knowledge, number = plan.pages.pages, plan.knowledge, plan.pages.reports
    before, behind = plan.of_sources, plan.of_glossary
    written = _write_pages(project, plan.pages)
    reviews, strays = write_reviews(project, plan_reviews(plan.cleaned, plan.pages), pages)
    write_unit_lines(project, plan.cleaned, plan.pages)
    known = Known.of(plan.cleaned, plan.pages, knowledge) if follows else None
    del plan  # Of ten thousand reports, documents and texts of pages are three hundred megabytes.
    lexicon, themes = knowledge.lexicon, knowledge.themes
    stores = _stores(project)
    with ticking(len(pages), "reading", progress) as tick:
        read, english = look_at_reports(pages, lexicon, stores, jobs=jobs, tick=tick)
    stores.findings.store()
    found = (*before, *english, *behind)
    words = {name: one.words for name, one in read.items()}
    chosen = themes_of_all(pages, themes, Entries(project.themed), jobs=jobs)
    data = build_site_data(pages, lexicon, themes, words, reviews, chosen)
    of_themes = {name: report["themes"] for name, report in data["reports"].items()}
    figures = {name: one.figures for name, one in read.items()}
    with beside(partial(write_figures, project, pages, figures, of_themes, (lexicon, themes)), jobs):
        del figures
        named = {name: one.entities for name, one in read.items()}
        vocabularies = {name: one.vocabulary for name, one in read.items()}
        del read
        entities = gather_entities(named, lexicon)
        strays += write_entities(project, plan_entities(entities, named))
        write_words(project, vocabularies, lexicon)
        del vocabularies
        data["downloads"] = write_downloads(project, pages)
        members = {theme: facts["reports"] for theme, facts in data["themes"].items()}
        write_details(project.state, detail_files(pages, lexicon, words, members, entities, reviews))
    listed, foreign = write_lists(project, plan_lists(data), FOLDERS)
    write_if_changed(project.site_data, to_json(with_pages(data, listed)))
    write_if_changed(project.feed_data, to_json(feed_data(pages, list(members.values()))))
    write_if_changed(project.progress_data, status_json(progress_of(pages, members, found)))
    return PrepareResult(number, written, (*found, *strays, *foreign), known)


def _stores(project: Project) -> Stores:
    """Where what is found in the reports is kept."""
    readings = KeptReadings(Entries(project.readings), whole_program())
    return Stores(readings, Kept(project.checks, stamp()), project.block_words)


def _write_pages(project: Project, pages: Pages) -> tuple[str, ...]:
    """Write the report pages that changed; tell which."""
    writes = [*pages.first.items(), *pages.texts.items()]
    return tuple(dict.fromkeys(name for name, text in writes if write_if_changed(project.page(name), text)))
