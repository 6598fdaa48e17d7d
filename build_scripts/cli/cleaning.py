"""``duizhao clean``: what cleaning makes of raw documents, for people or as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from build_scripts.cli.common import exit_code, notes_option, show
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.documents import clean_file
from build_scripts.model import Article, CleanDocument, Role
from build_scripts.progress import ticking
from build_scripts.report_json import clean_json

_MARKS = {Role.HEADING: "##", Role.LIST_ITEM: "-", Role.CAPTION: "[]", Role.METADATA: "·"}
_GAP = "    〔原文此处有缺文 · text missing here〕"


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON object per file, each on one line (duizhao.clean/1).",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="Read the files in this encoding (utf-8, gb18030, big5, utf-16 …), whatever their bytes look like.",
)
@notes_option
@click.pass_context
def clean(
    context: click.Context, files: tuple[Path, ...], as_json: bool, encoding: str | None, notes: bool
) -> None:
    """Clean raw documents and show the result; nothing is written.

    Without --json the reports are printed as text, each file followed by what is doubtful in it. With
    --json only errors are printed besides, on stderr: all else stands in the objects.
    """
    diagnostics: list[Diagnostic] = []
    with ticking(len(files), "cleaning", shown=True) as tick:
        for path in files:
            result = clean_file(path, path.as_posix(), encoding)
            diagnostics += result.diagnostics
            if result.document and as_json:
                click.echo(clean_json(result.document))
            elif result.document:
                _review(result.document)
            if not as_json:
                show(result.diagnostics, Severity.INFO if notes else Severity.WARNING)
            tick()
    if as_json:
        show(diagnostics, Severity.ERROR, err=True)
    context.exit(exit_code(diagnostics))


def _review(document: CleanDocument) -> None:
    """Print a document's reports as plain text."""
    source = document.source
    click.secho(f"{source.path}: {len(source.text)} characters, {source.encoding}", bold=True)
    for article in document.articles:
        click.echo()
        click.secho(article.title or "（原文缺标题 · no title）", bold=True)
        if article.subtitle:
            click.echo(f"—— {article.subtitle}")
        _body(article)
    click.echo()


def _body(article: Article) -> None:
    """Print what stands below the title, a line a piece, with a note where text is missing."""
    for piece in article.pieces:
        if piece.role in (Role.TITLE, Role.SUBTITLE):
            continue
        if "gap-before" in piece.flags:
            click.secho(_GAP, fg="yellow")
        mark = _MARKS.get(piece.role, "")
        click.secho(f"    {mark} {piece.text}".rstrip(), bold=piece.role is Role.HEADING)
        if "gap-after" in piece.flags:
            click.secho(_GAP, fg="yellow")
