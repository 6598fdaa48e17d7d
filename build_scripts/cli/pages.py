"""``duizhao sync``, ``check`` and ``status``: the report pages and how they stand."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from build_scripts.cli.common import (
    counted,
    exit_code,
    jobs_option,
    notes_option,
    project_at,
    root_option,
    show,
    summary,
)
from build_scripts.codes import REGISTRY, weight
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.library import Project
from build_scripts.names import SOURCES
from build_scripts.pages import STATUSES, page_counts
from build_scripts.pipeline import plan_project, prepare
from build_scripts.printable import printable
from build_scripts.sync.page import Page


@click.command()
@root_option
@jobs_option
@notes_option
@click.pass_context
def sync(context: click.Context, root: Path, jobs: int, notes: bool) -> None:
    """Bring docs/reports/ up to date with source_articles/, keeping all English.

    New reports get a page; where the Chinese has changed, its English stays and is marked stale.
    """
    project = project_at(root)
    result = prepare(project.root, jobs=jobs, progress=True)
    show(result.diagnostics, Severity.INFO if notes else Severity.WARNING)
    for name in result.written:
        click.echo(f"written: {printable(project.shown(project.page(name)))}")
    done = f"{counted(result.reports, 'report')}, {counted(len(result.written), 'page')} written"
    click.echo(f"{done}; {summary(result.diagnostics)}")
    context.exit(exit_code(result.diagnostics))


@click.command()
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@root_option
@jobs_option
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@notes_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON (duizhao.check/1).")
@click.pass_context
def check(
    context: click.Context,
    reports: tuple[str, ...],
    root: Path,
    jobs: int,
    strict: bool,
    notes: bool,
    as_json: bool,
) -> None:
    """Report everything that is doubtful or wrong, without writing anything.

    Looks at raw documents, pages, English, glossary and themes and prints one finding per line as `file:line:
    CODE message`. `duizhao explain CODE` says what a code means. With REPORT, the ID or the page of a report,
    only what concerns its page and its raw document.
    """
    project = project_at(root)
    plan = plan_project(project, jobs=jobs, progress=True)
    diagnostics = plan.diagnostics
    if reports:
        places = _places(project, reports, plan.pages.pages)
        diagnostics = tuple(found for found in diagnostics if found.path in places)
    least = Severity.INFO if notes else Severity.WARNING
    if as_json:
        click.echo(_findings_json(diagnostics, least))
    else:
        show(diagnostics, least)
    click.echo(summary(diagnostics), err=True)
    context.exit(exit_code(diagnostics, Severity.WARNING if strict else Severity.ERROR))


def _places(project: Project, reports: Iterable[str], pages: Mapping[str, Page]) -> set[str]:
    """The pages of the named reports and their raw documents, as diagnostics name them.

    Raises:
        click.UsageError: there is no such report.
    """
    places: set[str] = set()
    for report in reports:
        name = report if report in pages else Path(report).stem
        if name not in pages:
            near = difflib.get_close_matches(name, pages, 1)
            hint = f"; do you mean “{printable(near[0])}”?" if near else ""
            raise click.UsageError(f"there is no report “{printable(report)}” in docs/reports/{hint}")
        places.add(project.shown(project.page(name)))
        if source := pages[name].front.text("source"):
            places.add(f"{SOURCES}/{source}")
    return places


def _findings_json(diagnostics: Iterable[Diagnostic], least: Severity) -> str:
    """The findings that weigh at least ``least``, in the order in which they are printed."""
    rows = [
        {
            "path": found.path,
            "line": found.line,
            "code": found.code,
            "name": REGISTRY[found.code].name,
            "severity": weight(found).value,
            "message": found.message,
        }
        for found in diagnostics
        if weight(found).at_least(least)
    ]
    return json.dumps({"schema": "duizhao.check/1", "findings": rows}, ensure_ascii=False, indent=1)


@click.command()
@root_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON (duizhao.status/1).")
def status(root: Path, as_json: bool) -> None:
    """Show how much of each report is translated, by whom, and what is stale."""
    counts = page_counts(project_at(root))
    if as_json:
        click.echo(
            json.dumps({"schema": "duizhao.status/1", "reports": counts}, ensure_ascii=False, indent=1)
        )
        return
    total = {s: sum(numbers[s] for numbers in counts.values()) for s in STATUSES}
    width = max(len(printable(name)) for name in ("report", *counts))
    click.secho(_row("report", width, STATUSES), bold=True)
    for name, numbers in (*counts.items(), ("all", total)):
        click.echo(_row(name, width, [numbers[s] for s in STATUSES]))


def _row(name: str, width: int, cells: Iterable[str | int]) -> str:
    """A line of the table: ``width`` columns for the name, eight for each of the ``cells``."""
    return f"{printable(name):<{width}}  " + "  ".join(f"{cell:>8}" for cell in cells)
