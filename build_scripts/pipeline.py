"""The recipe: raw documents in, pages and site data out. Read this first.

    read      bytes → SourceText            build_scripts.read
    clean     SourceText → blocks           build_scripts.clean
    split     blocks → articles             build_scripts.split
    sync      article + its page → page     build_scripts.sync
    annotate  pages + lexicon → site data   build_scripts.annotate, build_scripts.publish.site_data
    publish   pages → site                  MkDocs with build_scripts.publish.extension

A build is offline and deterministic: no clock, no network, no order that depends on the machine (Law 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.documents import clean_all
from build_scripts.files import write_if_changed
from build_scripts.knowledge import read_knowledge, site_data_text
from build_scripts.library import Project, raw_documents
from build_scripts.pages import Pages, plan_pages
from build_scripts.progress import ticking


@dataclass(frozen=True, slots=True)
class PrepareResult:
    """What a run made of the sources: how many ``reports``, which files were ``written``, what was found."""

    reports: int
    written: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def prepare(root: Path, *, jobs: int = 1, progress: bool = False) -> PrepareResult:
    """Bring the pages and the site data of the project in ``root`` up to date with its raw documents.

    Args:
        root: the folder with source_articles/ and docs/.
        jobs: processes for cleaning; 0 stands for one a processor. The result does not depend on it.
        progress: show a bar on a terminal when it takes longer than a second.

    Raises:
        OSError: docs/ or the state folder cannot be written to. Every file is whole all the same.
    """
    project = Project(root)
    plan, diagnostics = plan_project(project, jobs=jobs, progress=progress)
    knowledge, found = read_knowledge(project)
    written = [write_if_changed(project.reports / f"{name}.md", text) for name, text in plan.texts.items()]
    write_if_changed(project.site_data, site_data_text(plan, knowledge))
    changed = tuple(name for name, new in zip(plan.texts, written, strict=True) if new)
    return PrepareResult(plan.articles, changed, (*diagnostics, *found))


def plan_project(
    project: Project, *, jobs: int = 1, progress: bool = False
) -> tuple[Pages, tuple[Diagnostic, ...]]:
    """What the pages must become, without writing anything: for ``check`` and for :func:`prepare`."""
    files, passed = raw_documents(project)
    with ticking(len(files), "cleaning", progress) as tick:
        results = list(clean_all([(path, project.shown(path)) for path in files], jobs=jobs, tick=tick))
    plan = plan_pages(project, results)
    return plan, (*passed, *(found for result in results for found in result.diagnostics), *plan.diagnostics)
