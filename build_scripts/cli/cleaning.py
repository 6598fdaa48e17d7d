"""``duizhao clean``: what cleaning makes of raw documents, for people or as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from build_scripts.cli.columns import line_width
from build_scripts.cli.common import encoding_option, exit_code, notes_option, show
from build_scripts.cli.review import Review
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.documents import clean_file
from build_scripts.fixes.suggested_file import write_suggestions
from build_scripts.progress import ticking
from build_scripts.report_json import clean_json
from build_scripts.siblings import find_recurring


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON object per file, each on one line (duizhao.clean/1).",
)
@click.option(
    "--full", is_flag=True, help="Show every paragraph to its end, not only how it begins and ends."
)
@encoding_option
@click.option(
    "--suggest",
    is_flag=True,
    help="Write NAME.fixes.suggested.toml beside each file, with corrections for what is doubtful in it.",
)
@notes_option
@click.pass_context
def clean(
    context: click.Context,
    files: tuple[Path, ...],
    as_json: bool,
    full: bool,
    encoding: str | None,
    suggest: bool,
    notes: bool,
) -> None:
    """Clean raw documents and show the result; nothing is written but what --suggest asks for.

    Without --json a review is printed: each report with the lines of the document it comes from, what was
    joined, moved, removed and why, then what is doubtful. NO_COLOR=1 does without colours. With --json only
    errors are printed besides, on stderr: all else stands in the objects.
    """
    diagnostics: list[Diagnostic] = []
    siblings = find_recurring(files, encoding)
    with ticking(len(files), "cleaning", shown=True) as tick:
        for path in files:
            result = clean_file(path, path.as_posix(), encoding, siblings=siblings)
            diagnostics += result.diagnostics
            if result.document and as_json:
                click.echo(clean_json(result.document))
            elif result.document:
                review = Review(result.document, line_width(), full=full)
                _print(review.lines())
                show(result.diagnostics, Severity.INFO if notes else Severity.WARNING)
                _print(review.summary(suggests=not suggest))
            elif not as_json:
                show(result.diagnostics, Severity.INFO if notes else Severity.WARNING)
            if suggest and result.document:
                # Asked for by name: said even where --json keeps stdout for the objects.
                click.echo(write_suggestions(path, result.document), err=as_json)
            tick()
    if as_json:
        show(diagnostics, Severity.ERROR, err=True)
    context.exit(exit_code(diagnostics))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
