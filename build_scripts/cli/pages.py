"""``duizhao sync``, ``check`` and ``status``: the pages and what is to be said of them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from build_scripts.cli.common import exit_code, jobs_option, project_at, root_option, show, summary
from build_scripts.diagnostics import Severity
from build_scripts.pages import STATUSES, page_counts
from build_scripts.pipeline import plan_project, prepare


@click.command()
@root_option
@jobs_option
@click.option("--notes", is_flag=True, help="Also list repairs and removals, not only doubts.")
@click.pass_context
def sync(context: click.Context, root: Path, jobs: int, notes: bool) -> None:
    """Bring docs/reports/ up to date with source_articles/, keeping all English.

    New reports get a page; where the Chinese changed its English stays and is marked stale.
    """
    project = project_at(root)
    result = prepare(project.root, jobs=jobs, progress=True)
    show(result.diagnostics, Severity.INFO if notes else Severity.WARNING)
    for name in result.written:
        click.echo(f"written: {project.shown(project.page(name))}")
    click.echo(
        f"{result.reports} reports, {len(result.written)} pages written; {summary(result.diagnostics)}"
    )
    context.exit(exit_code(result.diagnostics))


@click.command()
@root_option
@jobs_option
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--notes", is_flag=True, help="Also list repairs and removals.")
@click.pass_context
def check(context: click.Context, root: Path, jobs: int, strict: bool, notes: bool) -> None:
    """Report everything that is doubtful or wrong, without writing anything.

    Raw documents, pages, glossary and themes; one finding a line, `file:line: CODE message`. What a code
    means: `duizhao explain CODE`.
    """
    project = project_at(root)
    diagnostics = plan_project(project, jobs=jobs, progress=True).diagnostics
    show(diagnostics, Severity.INFO if notes else Severity.WARNING)
    click.echo(summary(diagnostics), err=True)
    context.exit(exit_code(diagnostics, Severity.WARNING if strict else Severity.ERROR))


@click.command()
@root_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def status(root: Path, as_json: bool) -> None:
    """Show how much of each report is translated, by whom, and what is stale."""
    counts = page_counts(project_at(root))
    if as_json:
        click.echo(
            json.dumps({"schema": "duizhao.status/1", "reports": counts}, ensure_ascii=False, indent=1)
        )
        return
    width = max([len(name) for name in counts] + [len("report")])
    click.secho(f"{'report':<{width}}  " + "  ".join(f"{name:>8}" for name in STATUSES), bold=True)
    for name, numbers in counts.items():
        click.echo(f"{name:<{width}}  " + "  ".join(f"{numbers[s]:>8}" for s in STATUSES))
    total = {s: sum(numbers[s] for numbers in counts.values()) for s in STATUSES}
    click.echo(f"{'all':<{width}}  " + "  ".join(f"{total[s]:>8}" for s in STATUSES))
