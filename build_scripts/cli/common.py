"""What the commands share: options, the printing of diagnostics, exit codes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import click

from build_scripts.codes import weight as weight_of
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.library import Project
from build_scripts.names import SOURCES
from build_scripts.printable import printable

FINE, FINDINGS, USAGE = 0, 1, 2
# Input that could not be read at all; other errors are findings about input that was.
UNREADABLE = frozenset({"C001", "C003", "C007", "T070", "T079"})

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_Command = TypeVar("_Command", bound=Callable[..., Any])


def root_option(command: _Command) -> _Command:
    """``--root``: the project's folder."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path("."),
        show_default="the current folder",
        help="The project: the folder with source_articles/ and docs/.",
    )(command)


def jobs_option(command: _Command) -> _Command:
    """``--jobs``: processes for cleaning."""
    return click.option(
        "--jobs",
        type=click.IntRange(0),
        default=0,
        show_default="one per processor",
        help="Processes for cleaning.",
    )(command)


def notes_option(command: _Command) -> _Command:
    """``--notes``: findings of the level info as well."""
    return click.option(
        "--notes", is_flag=True, help="List repairs and removals too, not only what is doubtful."
    )(command)


def project_at(root: Path) -> Project:
    """The project in ``root``.

    Raises:
        click.UsageError: there is no source_articles/ in it.
    """
    project = Project(root)
    if not project.sources.is_dir():
        shown = printable(str(root.resolve()))
        raise click.UsageError(f"{shown} has no folder {SOURCES}/: run this in the project, or give --root")
    return project


def named_reports(named: Iterable[str], known: Collection[str]) -> list[str]:
    """The identifiers of the reports that a person names, by ID or by page (docs/reports/ID.md), each once.

    Raises:
        click.UsageError: there is no such report among ``known``.
    """
    names = []
    for one in named:
        name = one if one in known else one.replace("\\", "/").rpartition("/")[2].removesuffix(".md")
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.5)
            hint = f"; did you mean {', '.join(map(printable, near))}?" if near else ""
            raise click.UsageError(f"there is no report “{printable(one)}” in docs/reports/{hint}")
        names.append(name)
    return list(dict.fromkeys(names))


def show(diagnostics: Iterable[Diagnostic], least: Severity, *, err: bool = False) -> None:
    """Print the diagnostics that weigh at least ``least``, one a line, ``file:line: CODE message``."""
    for diagnostic in diagnostics:
        weight = weight_of(diagnostic)
        if weight.at_least(least):
            code = click.style(diagnostic.code, fg=_COLOURS[weight], bold=weight is Severity.ERROR)
            path, message = printable(diagnostic.path), printable(diagnostic.message)
            click.echo(f"{path}:{diagnostic.line}: {code} {message}", err=err)


def exit_code(diagnostics: Iterable[Diagnostic], fatal: Severity = Severity.ERROR) -> int:
    """2 where input could not be read, 1 where something weighs ``fatal`` or more, else 0."""
    found = list(diagnostics)
    if any(diagnostic.code in UNREADABLE for diagnostic in found):
        return USAGE
    return FINDINGS if any(weight_of(diagnostic).at_least(fatal) for diagnostic in found) else FINE


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many diagnostics of each weight there are: ``2 errors, 5 warnings, 40 notes``."""
    weights = [weight_of(diagnostic) for diagnostic in diagnostics]
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return ", ".join(counted(weights.count(weight), name) for weight, name in names.items())


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    Example:
        >>> counted(1, "report"), counted(0, "page")
        ('1 report', '0 pages')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


encoding_option = click.option(
    "--encoding",
    metavar="NAME",
    help="Read the files in this encoding (utf-8, gb18030, big5, utf-16 …), whatever their bytes look like.",
)
"""What a person says the raw documents are in, for commands that read single files."""
