"""``duizhao figures``: what the reports say in figures, for people, spreadsheets and programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.figures import read_figures
from build_scripts.annotate.figures.rows import FigureRow, period_text, report_of, rows_of
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.cli.common import exit_code, named_reports, project_at, root_option, show
from build_scripts.diagnostics import Severity
from build_scripts.exchange.figures import write_csv, write_json
from build_scripts.exchange.projects import read_pages
from build_scripts.knowledge import read_knowledge
from build_scripts.printable import printable
from build_scripts.sync.page import Page


@click.command()
@click.argument("reports", nargs=-1, metavar="[REPORT…]")
@root_option
@click.option("--csv", "form", flag_value="csv", help="Print a table for spreadsheets (UTF-8).")
@click.option("--json", "form", flag_value="json", help="Print JSON (duizhao.figures/2).")
@click.pass_context
def figures(context: click.Context, reports: tuple[str, ...], root: Path, form: str | None) -> None:
    """List the figures of reports (all without REPORT): how much, of what, when, where, in which paragraph.

    REPORT is the name of a page in docs/reports/. The pages are read as they stand; `duizhao sync` brings
    them up to date first.
    """
    project = project_at(root)
    read = read_pages(project)
    show(read.diagnostics, Severity.WARNING, err=True)
    wanted = named_reports(reports, read.pages)
    pages = {name: page for name, page in read.pages.items() if not wanted or name in wanted}
    rows = _rows(pages, read_knowledge(project)[0].lexicon)
    if form:
        for piece in (write_csv if form == "csv" else write_json)(rows):
            click.echo(piece.encode("utf-8"), nl=False)
    else:
        for row in rows:
            click.echo(_line(row))
    context.exit(exit_code(read.diagnostics))


def _rows(pages: dict[str, Page], lexicon: Lexicon) -> Iterator[FigureRow]:
    for name, page in pages.items():
        found = read_figures(annotate_page(name, page, lexicon))
        yield from rows_of(report_of(name, page, ()), page, found, lexicon)


def _line(row: FigureRow) -> str:
    """A figure on one line: where it stands, what is written, what it counts, when and where."""
    figure = row.figure
    said = " ".join(part for part in (figure.label, figure.per, figure.change) if part)
    parts = (f"{row.report.id}#{row.paragraph.anchor}", figure.text, said, period_text(figure), figure.place)
    return "  ".join(printable(part) for part in parts if part)
