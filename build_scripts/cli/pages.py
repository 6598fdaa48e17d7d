"""``duizhao sync``, ``check`` and ``status``: the report pages and how they stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from build_scripts.cli.columns import width
from build_scripts.cli.common import (
    counted,
    exit_code,
    jobs_option,
    named_reports,
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
from build_scripts.pipeline import plan_project, prepare
from build_scripts.printable import printable
from build_scripts.publish.site_data import reports_by_theme
from build_scripts.status import STATUSES, Progress, progress, to_json
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
        places = _places(project, named_reports(reports, plan.pages.pages), plan.pages.pages)
        diagnostics = tuple(found for found in diagnostics if found.path in places)
    least = Severity.INFO if notes else Severity.WARNING
    if as_json:
        click.echo(_findings_json(diagnostics, least))
    else:
        show(diagnostics, least)
    click.echo(summary(diagnostics), err=True)
    context.exit(exit_code(diagnostics, Severity.WARNING if strict else Severity.ERROR))


def _places(project: Project, names: Iterable[str], pages: Mapping[str, Page]) -> set[str]:
    """The pages of the reports ``names`` and their raw documents, as diagnostics name them."""
    places: set[str] = set()
    for name in names:
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
@click.argument("reports", nargs=-1, metavar="[REPORT…]")
@root_option
@jobs_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON (duizhao.status/2).")
def status(reports: tuple[str, ...], root: Path, jobs: int, as_json: bool) -> None:
    """Show how much of each report is translated, by whom, what is stale, and what the checks found.

    REPORT is the name of a page in docs/reports/; the findings of the reports that are named are listed.
    """
    plan = plan_project(project_at(root), jobs=jobs, progress=True)
    pages = plan.pages.pages
    names = named_reports(reports, pages)
    state = progress(pages, reports_by_theme(pages, plan.knowledge.themes), plan.diagnostics)
    state = state.only(names) if names else state
    if as_json:
        click.echo(to_json(state), nl=False)
        return
    _show_table(state)
    if names:
        for found in state.findings:
            code = click.style(found.code, fg="yellow")
            click.echo(f"{printable(found.path)}:{found.line}: {code} {printable(found.message)}")
    else:
        for code, number in state.codes().items():
            click.echo(f"{code} {REGISTRY[code].name}: {number}")


def _show_table(state: Progress) -> None:
    """A line a report, one for all, and one a theme."""
    found = {name: len(findings) for name, findings in state.found().items()}
    rows = [(name, counts, found.get(name, 0)) for name, counts in state.reports.items()]
    rows.append(("all", state.total(), len(state.findings)))
    for theme, members in state.themes.items():
        if members:
            number = sum(found.get(name, 0) for name in members)
            rows.append((f"theme {theme}", state.total(members), number))
    columns = max(width(printable(name)) for name in ("report", *(name for name, _, _ in rows)))
    click.secho(_row("report", columns, (*STATUSES, "findings")), bold=True)
    for name, counts, number in rows:
        click.echo(_row(name, columns, (*(counts[status] for status in STATUSES), number)))


def _row(name: str, columns: int, cells: Iterable[str | int]) -> str:
    """A line of the table: so many columns for the name, eight for each of the ``cells``."""
    shown = printable(name)
    return shown + " " * (columns - width(shown)) + "  " + "  ".join(f"{cell:>8}" for cell in cells)
