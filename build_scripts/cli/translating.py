"""``duizhao translate``: machine drafts for what has no English. The only command that uses a network."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from tqdm import tqdm

from build_scripts.cli.common import (
    FINDINGS,
    USAGE,
    counted,
    exit_code,
    named_reports,
    project_at,
    root_option,
    show,
)
from build_scripts.diagnostics import Diagnostic, Severity
from build_scripts.knowledge import read_knowledge
from build_scripts.library import Project, encoding_fault, page_path, report_files
from build_scripts.printable import printable
from build_scripts.translate.names import PROVIDERS
from build_scripts.translate.pages import Task, plan_run

if TYPE_CHECKING:
    from build_scripts.translate.provider import Provider
    from build_scripts.translate.run import Outcome
    from build_scripts.translate.settings import Settings


@dataclass(frozen=True, slots=True)
class Edge:
    """What the command takes from the machine: the clock, a way to wait, variables. Tests give their own."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)


@click.command()
@click.argument("reports", nargs=-1, metavar="[REPORT…]")
@click.option("--provider", type=click.Choice(PROVIDERS), required=True, help="Who translates.")
@click.option(
    "--base-url", metavar="URL", default="", help="Where the provider is, if not at its usual place."
)
@click.option("--model", metavar="NAME", default="", help="The language model, for openai.")
@click.option("--refresh", is_flag=True, help="Redo machine drafts that nobody has touched, too.")
@click.option("--max-characters", type=click.IntRange(1), metavar="N", help="Send at most so much Chinese.")
@click.option("--dry-run", is_flag=True, help="Show what would be sent; send and write nothing.")
@click.option(
    "--timeout", type=click.FloatRange(0.001), metavar="SECONDS", help="How long to wait for an answer."
)
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file of settings, outside of the project.  [default: translate.toml in your folder of settings]",
)
@root_option
@click.pass_context
def translate(
    context: click.Context,
    reports: tuple[str, ...],
    provider: str,
    base_url: str,
    model: str,
    refresh: bool,
    max_characters: int | None,
    dry_run: bool,
    timeout: float | None,
    config: Path | None,
    root: Path,
) -> None:
    """Have a machine translate what has no English yet; marked `machine`, never over a person's words.

    REPORT is an ID or a page; without one, all are translated. Run `duizhao sync` before. The run can be
    stopped at any time and goes on where it was.

    \b
    google, mymemory       need no key
    deepl, microsoft       DEEPL_API_KEY; MICROSOFT_API_KEY, DUIZHAO_MICROSOFT_REGION
    libre                  --base-url, or LIBRE_API_KEY for libretranslate.com
    openai                 any server with that protocol: --base-url http://127.0.0.1:8080/v1 --model NAME,
                           OPENAI_API_KEY if it wants one

    Every setting may also be a variable DUIZHAO_PROVIDER_FIELD (key, base_url, model, region, email) or stand
    in a file of settings, a table [PROVIDER] with these fields. A key is never shown or stored.
    --max-characters counts the Chinese to be translated, not what openai gets as context.
    """
    project = project_at(root)
    texts, faults = _pages(project, reports)
    plan, more = plan_run(texts, refresh=refresh)
    faults += more
    show(faults, Severity.WARNING)
    if dry_run:
        _show_plan(plan)
        context.exit(exit_code(faults))
    edge = context.obj if isinstance(context.obj, Edge) else Edge()
    given = {"base_url": base_url, "model": model}
    made = _provider(provider, timeout, edge, _settings(provider, root, config, given, edge))
    with _measuring(_size(plan), provider) as bar:
        outcome, sent = _run(project, plan, made, edge, bar, refresh=refresh, budget=max_characters)
    left = sum(map(len, plan.values())) - sum(outcome.drafted.values())
    click.echo(_summary(outcome, sent, left))
    context.exit(_code(outcome, faults))


def _pages(project: Project, wanted: Iterable[str]) -> tuple[dict[str, str], list[Diagnostic]]:
    """The pages to work on, and those that cannot be.

    Raises:
        click.UsageError: there is no such report.
    """
    files = report_files(project)
    names = named_reports(wanted, files) or list(files)
    chosen = {name: files[name] for name in names}
    faults = [fault for name, file in chosen.items() if (fault := encoding_fault(name, file))]
    return {name: file.text for name, file in chosen.items() if not file.bad_line}, faults


def _show_plan(plan: Mapping[str, tuple[Task, ...]]) -> None:
    """What would be sent, page by page."""
    for name, chosen in plan.items():
        if chosen:
            size = sum(len(task.chinese) for task in chosen)
            click.echo(f"{printable(page_path(name))}: {counted(len(chosen), 'text')}, {size:,} characters")
    texts = sum(map(len, plan.values()))
    click.echo(f"{counted(texts, 'text')}, {_size(plan):,} characters would be sent")


# What follows imports inside of functions: no other command may load what talks to a network.


def _settings(provider: str, root: Path, file: Path | None, given: Mapping[str, str], edge: Edge) -> Settings:
    """What the provider is told.

    Raises:
        click.UsageError: a setting is wrong.
    """
    from build_scripts.translate.failures import Hopeless
    from build_scripts.translate.settings import read_settings

    try:
        return read_settings(provider, root=root, environment=edge.environment, file=file, given=given)
    except Hopeless as hopeless:
        raise click.UsageError(printable(str(hopeless))) from None


def _provider(name: str, seconds: float | None, edge: Edge, settings: Settings) -> Provider:
    """Who translates.

    Raises:
        click.UsageError: a setting is missing.
    """
    from build_scripts.translate.failures import Hopeless
    from build_scripts.translate.providers import make_provider

    try:
        return make_provider(name, settings, seconds=seconds, now=edge.now)
    except Hopeless as hopeless:
        raise click.UsageError(printable(str(hopeless))) from None


def _run(
    project: Project,
    plan: Mapping[str, tuple[Task, ...]],
    provider: Provider,
    edge: Edge,
    bar: tqdm[Any],
    *,
    refresh: bool,
    budget: int | None,
) -> tuple[Outcome, int]:
    """Draft what is planned; what came of it, and how many characters were sent."""
    from build_scripts.translate.drafting import Drafter
    from build_scripts.translate.retrying import Patience
    from build_scripts.translate.run import Run

    patience = Patience(edge.sleep, lambda text: _between(bar, lambda: click.echo(printable(text), err=True)))
    drafter = Drafter(provider, read_knowledge(project)[0].lexicon, patience, budget=budget)
    run = Run(
        project,
        drafter,
        refresh=refresh,
        found=lambda diagnostic: _between(bar, lambda: show([diagnostic], Severity.WARNING)),
        done=lambda characters: _advance(bar, characters),
    )
    try:
        run.pages(plan)
    except KeyboardInterrupt:
        run.outcome.stopped, run.outcome.failed = "by hand", True
    except OSError as error:
        run.outcome.stopped, run.outcome.failed = f"{error.filename or 'a page'}: {error.strerror}", True
    return run.outcome, drafter.characters


@contextmanager
def _measuring(total: int, what: str) -> Iterator[tqdm[Any]]:
    """A bar with the rate and the time that remains, in characters; none where stderr is no terminal."""
    bar: tqdm[Any] = tqdm(total=total, desc=what, unit=" chars", unit_scale=True, leave=False, disable=None)
    try:
        yield bar
    finally:
        bar.close()


def _advance(bar: tqdm[Any], characters: int) -> None:
    bar.update(characters)


def _between(bar: tqdm[Any], write: Callable[[], None]) -> None:
    """Write a line above the bar."""
    bar.clear()
    write()
    bar.refresh()


def _summary(outcome: Outcome, characters: int, left: int) -> str:
    drafted, pages = sum(outcome.drafted.values()), sum(1 for number in outcome.drafted.values() if number)
    line = f"{counted(drafted, 'text')} drafted on {counted(pages, 'page')}, {characters:,} characters sent"
    line += f"; {left:,} left" if left else ""
    return printable(f"{line}; stopped: {outcome.stopped}" if outcome.stopped else line)


def _code(outcome: Outcome, faults: Iterable[Diagnostic]) -> int:
    if outcome.usage:
        return USAGE
    return FINDINGS if outcome.failed else exit_code([*faults, *outcome.diagnostics])


def _size(plan: Mapping[str, tuple[Task, ...]]) -> int:
    return sum(len(task.chinese) for chosen in plan.values() for task in chosen)
