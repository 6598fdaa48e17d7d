"""``duizhao trace``: where a character or a line of a raw document went."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from build_scripts.cli.columns import line_width, shortened, wrapped
from build_scripts.cli.common import encoding_option, exit_code, show
from build_scripts.codes import REGISTRY
from build_scripts.confidence import is_doubtful
from build_scripts.diagnostics import Severity
from build_scripts.documents import clean_file
from build_scripts.ledger import REPAIRS
from build_scripts.library import Project
from build_scripts.lines import NoSuchPlaceError
from build_scripts.model import Finding
from build_scripts.printable import json_line, printable
from build_scripts.repairs import MARKUP, Change
from build_scripts.siblings import find_recurring
from build_scripts.traces import Kept, Trace, Tracer, trace_value
from build_scripts.whereabouts import page_places, piece_at, project_of, source_of_page

_FORM = "write FILE:LINE or FILE:LINE:COL, such as source_articles/NAME.txt:12:3"
# Nine digits: no document has more lines, and int() of thousands of digits fails.
_PLACE = re.compile(r"(?P<file>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?:?", re.DOTALL)
# Lines of its text that are shown of a stretch.
_SHOWN_LINES = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """A place as it was asked for."""

    path: Path
    line: int
    column: int | None

    def __str__(self) -> str:
        column = "" if self.column is None else f":{self.column}"
        return f"{self.path.as_posix()}:{self.line}{column}"


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="FILE:LINE[:COL]…")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per place (duizhao.trace/1).")
@encoding_option
@click.pass_context
def trace(context: click.Context, places: tuple[str, ...], as_json: bool, encoding: str | None) -> None:
    """Say where a place of a raw document went, and by which rule.

    FILE is a raw document: kept as what, in which report and paragraph, joined or moved with what, changed
    by which repair, or removed and why. LINE and COL count from 1. FILE may also be a report page
    docs/reports/ID.md: then the lines of the raw document are shown from which the paragraph came.
    """
    for answer in [_answer(context, _read_place(written), encoding) for written in places]:
        if as_json:
            click.echo(json_line(_value(answer)))
        else:
            for line in _shown(answer):
                click.echo(line)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What there is to say of a place; not ``exact``: it is blank, and ``traces`` tell of the nearest text.

    ``backwards``: the place is one of a report page.
    """

    place: _Place
    tracer: Tracer
    exact: bool
    traces: tuple[Trace, ...]
    backwards: bool = False


def _answer(context: click.Context, place: _Place, encoding: str | None) -> _Answer:
    """Trace a place of a raw document or of a report page.

    Raises:
        click.UsageError: the document has no such place.
    """
    project = project_of(place.path)
    if project and place.path.resolve().parent == project.reports.resolve():
        return _back(context, place, project, encoding)
    tracer = _tracer(context, place.path, place.path.as_posix(), encoding)
    try:
        return _Answer(place, tracer, *tracer.at(place.line, place.column))
    except NoSuchPlaceError as error:
        raise click.UsageError(printable(str(error))) from None


def _back(context: click.Context, place: _Place, project: Project, encoding: str | None) -> _Answer:
    """From a line of a report page back to the raw document.

    Raises:
        click.UsageError: the page names none.
    """
    source = source_of_page(project, place.path)
    if source is None:
        shown = printable(place.path.as_posix())
        raise click.UsageError(f"{shown} is no report page, or the raw document that it names is not there")
    tracer = _tracer(context, source, project.shown(source), encoding)
    key = piece_at(project, tracer.places, place.path, place.line)
    return _Answer(place, tracer, True, tracer.of_piece(*key) if key else (), backwards=True)


def _read_place(written: str) -> _Place:
    """The place that ``written`` names.

    Raises:
        click.UsageError: it is none, or there is no such file; the message says how to write it.
    """
    # os.path answers for names that no file can have, where pathlib raises. And a file's name may end like
    # a place itself: notes:3:12 is line 12 of “notes:3”, if only that is there.
    readings = [match for match in (_PLACE.fullmatch(written), _whole_name(written)) if match]
    for match in readings:
        path = Path(match["file"])
        if os.path.isfile(path):
            column = match.groupdict().get("column")
            return _Place(path, int(match["line"]), int(column) if column else None)
    shown = printable(written)
    if os.path.isfile(written):
        raise click.UsageError(f"{shown}: which line? {_FORM}")
    if readings:
        path = Path(readings[0]["file"])
        kind = "is a folder, not a file" if os.path.isdir(path) else "is not there"
        raise click.UsageError(f"{printable(readings[0]['file'])} {kind}; {_FORM}")
    raise click.UsageError(f"“{shown}” names no place; {_FORM}. Lines and columns are numbers from 1")


def _whole_name(written: str) -> re.Match[str] | None:
    return re.fullmatch(r"(?P<file>.+):(?P<line>[0-9]{1,9}):?", written, re.DOTALL)


def _tracer(context: click.Context, path: Path, shown: str, encoding: str | None) -> Tracer:
    """The answers for the raw document at ``path``; ends the command where it can't be read."""
    result = clean_file(path, shown, encoding, siblings=find_recurring([path], encoding))
    if result.document is None:
        show(result.diagnostics, Severity.ERROR, err=True)
        context.exit(exit_code(result.diagnostics))
    project = project_of(path)
    inside = project and path.resolve().is_relative_to(project.sources.resolve())
    places = page_places(project, result.document, path) if project and inside else {}
    return Tracer(result.document, places)


def _value(answer: _Answer) -> dict[str, Any]:
    return {
        "schema": "duizhao.trace/1",
        "file": answer.place.path.as_posix(),
        "line": answer.place.line,
        "column": answer.place.column,
        "source": answer.tracer.document.source.path,
        "blank": not answer.exact,
        "traces": [trace_value(found, answer.tracer.lines) for found in answer.traces],
    }


def _shown(answer: _Answer) -> Iterator[str]:
    """The answer for one place, line by line, for people."""
    place, traces = printable(str(answer.place)), answer.traces
    if not traces:
        nothing = "no paragraph of the source stands here" if answer.backwards else "there is no text"
        yield f"{place}: {nothing}"
    elif not answer.exact:
        blank = "white space" if answer.place.column else "a blank line"
        yield f"{place}: {blank}; the nearest text is on line {traces[0].line}"
    elif answer.place.column and not answer.backwards:
        yield click.style(f"{place}: {_character(answer, traces[0])}", bold=True)
    source = printable(answer.tracer.document.source.path)
    for found in traces:
        yield from _stretch(found, source)


def _stretch(found: Trace, source: str) -> Iterator[str]:
    """A stretch of the document: what became of it, its text, and the facts and decisions about it."""
    columns = line_width()
    if found.kept:
        state, what = click.style("kept", fg="green"), _report(found.kept)
    else:
        state, what = click.style("removed", fg="red"), _reason(found)
    yield f"{click.style(f'{source}:{found.line}', bold=True)} {state} {what}"
    text = shortened(printable(found.text), _SHOWN_LINES * (columns - 6))
    yield from (f"    {line}" for line in wrapped(text, columns - 4))
    for label, fact in (*_facts(found), *_decisions(found)):
        first, *rest = wrapped(printable(fact), columns - 12)
        yield f"  {label:<10}{first}"
        yield from (f"            {line}" for line in rest)


def _character(answer: _Answer, found: Trace) -> str:
    """What became of the one character that was asked for."""
    char, offset = answer.tracer.character(answer.place.line, answer.place.column or 1)
    shown = f"“{printable(char)}” (U+{ord(char):04X})"
    if not found.kept:
        return f"{shown} is removed"
    change = next((c for c in found.kept.changes if c.span[0] <= offset < c.span[1]), None)
    if change is None:
        return f"{shown} is published as it stands"
    if change.code == MARKUP:
        return f"{shown} is a mark of the {_role(found.kept)} and no part of its text"
    became = f"becomes “{printable(change.published)}”" if change.published else "is left out"
    return f"{shown} {became} ({change.code} {REGISTRY[change.code].name})"


def _report(kept: Kept) -> str:
    title = f"“{printable(kept.title)}”" if kept.title else "without a title"
    which = f"report {kept.report} of {kept.reports}" if kept.reports > 1 else "the report"
    number = f" {kept.number}" if kept.role not in ("title",) else ""
    return f"as {_role(kept)}{number} of {which} {title}"


def _reason(found: Trace) -> str:
    if found.gone is None:
        return ""
    sure = _sure(found.gone.confidence)
    return f"as {found.gone.reason}: {found.gone.code} {REGISTRY[found.gone.code].name}{sure}"


def _role(kept: Kept) -> str:
    return kept.role.replace("_", " ")


def _facts(found: Trace) -> Iterator[tuple[str, str]]:
    """Where the stretch went, what it was joined with, what was repaired in it."""
    kept = found.kept
    if kept is None:
        return
    if kept.page:
        line = f":{kept.page.line}" if kept.page.line else " (not written yet: duizhao sync)"
        anchor = f" #{kept.page.anchor}" if kept.page.anchor else " (front matter)"
        yield "page", f"{kept.page.path}{line}{anchor}"
    if kept.parts > 1:
        others = [str(n) for part, n in enumerate(kept.lines, start=1) if part != kept.part]
        yield (
            "joined",
            f"part {kept.part} of {kept.parts}, with line{'s' * (len(others) > 1)} {', '.join(others)}",
        )
    if kept.moved:
        where = f"behind what stands on line {kept.follows}" if kept.follows else "to the beginning"
        yield "moved", where
    for (code, raw, published), count in Counter(map(_repair, kept.changes)).items():
        times = f" {count}×" if count > 1 else ""
        if code == MARKUP:
            yield "mark", f"“{raw}” shows the role and is no part of the text{times}"
        else:
            became = f"→ “{published}”" if published else "left out"
            yield "repair", f"{code} “{raw}” {became}{times}"


def _repair(change: Change) -> tuple[str, str, str]:
    return change.code, change.raw, change.published


def _decisions(found: Trace) -> Iterator[tuple[str, str]]:
    """The findings at the place, but for repairs, which stand there already."""
    for finding in found.findings:
        if finding.code not in REPAIRS:
            yield finding.code, f"{finding.message}{_sure_of(finding)}"


def _sure_of(finding: Finding) -> str:
    return "" if finding.confidence is None else _sure(finding.confidence)


def _sure(confidence: float) -> str:
    return f" ({'doubtful, ' if is_doubtful(confidence) else ''}{confidence:.0%} sure)"
