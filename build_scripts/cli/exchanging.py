"""``duizhao export`` and ``import``: the English of the pages to translators' tools and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import click

from build_scripts.cli.common import (
    USAGE,
    counted,
    exit_code,
    named_reports,
    project_at,
    root_option,
    show,
    summary,
)
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.exchange.deciding import Decided, Given, decide
from build_scripts.exchange.formats import FORMATS, Format
from build_scripts.exchange.projects import apply, read_pages, read_returned, rows_of
from build_scripts.exchange.toolkit import ToolkitMissing
from build_scripts.files import write_if_changed, write_pieces_if_changed
from build_scripts.knowledge import read_knowledge
from build_scripts.printable import printable
from build_scripts.sync.marks import Status
from build_scripts.sync.page import Page

_STATUSES = tuple(status.value for status in Status if status is not Status.ORPHAN)


def _statuses(_context: click.Context, _option: click.Parameter, value: str | None) -> frozenset[str]:
    """The statuses in a list parted by commas; all of them where none is given."""
    wanted = frozenset(name.strip() for name in value.split(",")) if value else frozenset(_STATUSES)
    if unknown := sorted(wanted - set(_STATUSES)):
        raise click.BadParameter(f"“{unknown[0]}” is none of {', '.join(_STATUSES)}")
    return wanted


@click.command()
@click.argument("reports", metavar="[REPORT]...", nargs=-1)
@click.option("--format", "name", type=click.Choice(list(FORMATS)), required=True, help="The kind of file.")
@click.option(
    "--status",
    "statuses",
    callback=_statuses,
    metavar="LIST",
    help=f"Only units of these statuses, parted by commas: {', '.join(_STATUSES)}.  [default: all]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The file; or a folder (no suffix), which gets a file for each report.  [default: standard output]",
)
@root_option
@click.pass_context
def export(
    context: click.Context,
    reports: tuple[str, ...],
    name: str,
    statuses: frozenset[str],
    output: Path | None,
    root: Path,
) -> None:
    """Hand the paragraphs of reports to a translator's tool (all reports without REPORT).

    \b
    po     Poedit, Weblate, Lokalise …       xliff  OmegaT, memoQ, Trados, Phrase …
    tmx    translation memories              csv    Excel, LibreOffice Calc
    jsonl  programs (duizhao.units/1)

    Each row has its address REPORT/KEY, the Chinese, the English, its status and the terms of the glossary.
    `duizhao import` brings the edited file back.
    """
    project = project_at(root)
    read = read_pages(project)
    show(read.diagnostics, Severity.WARNING, err=True)
    pages = _chosen(reports, read.pages)
    lexicon = read_knowledge(project)[0].lexicon
    made = FORMATS[name]

    def pieces(chosen: Mapping[str, Page]) -> Iterator[str]:
        return made.write(row for row in rows_of(chosen, lexicon) if row.status in statuses)

    if output is None:
        for piece in pieces(pages):
            click.echo(piece.encode("utf-8"), nl=False)
    for path, chosen in _files(output, made, pages):
        try:
            written = write_pieces_if_changed(path, partial(pieces, chosen))
        except OSError as error:
            raise click.UsageError(f"{printable(str(path))} cannot be written: {error.strerror}") from error
        click.echo(f"{'written' if written else 'unchanged'}: {printable(str(path))}", err=True)
    context.exit(exit_code(read.diagnostics))


def _chosen(reports: tuple[str, ...], pages: Mapping[str, Page]) -> Mapping[str, Page]:
    """The pages of the named reports, in the order of all pages; a page's path names it as well."""
    wanted = named_reports(reports, pages)
    return {name: page for name, page in pages.items() if not wanted or name in wanted}


def _files(
    output: Path | None, made: Format, pages: Mapping[str, Page]
) -> Iterator[tuple[Path, Mapping[str, Page]]]:
    """Which file holds which pages: all one file, or in a folder (a name without suffix) a file each."""
    if output is None:
        return
    if output.is_dir() or not output.suffix:
        for name, page in pages.items():
            yield output / f"{name}{made.suffix}", {name: page}
    else:
        yield output, pages


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--status",
    "given",
    type=click.Choice([given.value for given in Given]),
    default=Given.HUMAN.value,
    show_default=True,
    help="What new English is: a person's, a reviewed text, or what the tool says (approved is reviewed).",
)
@click.option("--theirs", is_flag=True, help="Where page and file both changed, take the file's version.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@root_option
@click.pass_context
def import_(
    context: click.Context, files: tuple[Path, ...], given: str, theirs: bool, dry_run: bool, root: Path
) -> None:
    """Bring edited files of translators' tools back into the pages.

    Only what was changed in a file is written. What changed on the page since the export is reported as a
    conflict and the page kept. The suffix tells the format: .po, .xlf, .xliff, .tmx, .csv, .tsv, .jsonl.
    """
    project = project_at(root)
    read = read_pages(project)
    try:
        rows, unreadable = read_returned((project.shown(path), path.read_bytes()) for path in files)
    except ToolkitMissing as error:
        click.echo(str(error), err=True)
        context.exit(USAGE)
    decided = decide(rows, rows_of(read.pages), Given(given), theirs=theirs)
    texts, refused = apply(read.texts, decided)
    found = (*read.diagnostics, *unreadable, *decided.diagnostics, *refused)
    show(found, Severity.INFO)
    for name, text in texts.items():
        if not dry_run:
            write_if_changed(project.page(name), text)
        done = "would be written" if dry_run else "written"
        click.echo(f"{done}: {printable(project.shown(project.page(name)))}")
    click.echo(_done(decided, len(refused), len(texts), found))
    context.exit(exit_code(found))


def _done(decided: Decided, refused: int, pages: int, found: tuple[Diagnostic, ...]) -> str:
    units = counted(sum(map(len, decided.changes.values())) - refused, "unit")
    return f"{units} on {counted(pages, 'page')} changed, {decided.same} as they were; {summary(found)}"
