"""What of a page a machine may draft, and the page with the drafts in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.diagnostics import Diagnostic
from build_scripts.library import page_path
from build_scripts.sync.fill import as_plain_markdown, plain_text
from build_scripts.sync.marks import Status
from build_scripts.sync.page import Page, parse, status
from build_scripts.sync.text import one_line, split_lines
from build_scripts.sync.titles import FIELDS, title_status
from build_scripts.sync.writing import NewEnglish, write_english
from build_scripts.translate.context import Context, Neighbour

_BEFORE, _AFTER = 2, 1
EDITED_CHINESE = "T004"


@dataclass(frozen=True, slots=True)
class Task:
    """A text to draft: ``key`` names its unit as in :func:`write_english`, ``line`` is where it stands."""

    key: str
    line: int
    chinese: str
    role: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft for a task: the English as the provider gave it."""

    task: Task
    english: str


def tasks(page: Page, path: str, *, refresh: bool = False) -> tuple[tuple[Task, ...], tuple[Diagnostic, ...]]:
    """What is to be drafted on a page, in reading order: title, subtitle, units; never an orphan.

    Args:
        page: the page; one with a merge conflict or an unreadable front matter has no tasks.
        path: its name in diagnostics.
        refresh: drafts that nobody has touched too.

    Returns:
        The tasks, and why parts or all of the page are left alone.
    """
    if page.blocked:
        return (), tuple(found for found in page.diagnostics if found.code in ("P002", "P003"))
    wanted = (Status.TODO, Status.MACHINE) if refresh else (Status.TODO,)
    found: list[Task] = []
    faults: list[Diagnostic] = []
    for key in FIELDS:
        if page.front.text(key) and title_status(page.front, key) in wanted:
            found.append(Task(key, _front_line(page, key), one_line(page.front.text(key)), key))
    for unit in page.live_units:
        if status(unit) not in wanted or not unit.zh.strip():
            continue
        if unit.authentic:
            found.append(Task(unit.zh_hash, unit.line, unit.zh, unit.role))
        else:
            message = "somebody changed this Chinese; it is not translated before `duizhao sync`"
            faults.append(Diagnostic(path, unit.line, EDITED_CHINESE, message))
    return tuple(found), tuple(faults)


def plan_run(
    texts: Mapping[str, str], *, refresh: bool = False
) -> tuple[dict[str, tuple[Task, ...]], list[Diagnostic]]:
    """What is to be drafted on each page, and what is left alone and why.

    Args:
        texts: pages by identifier.
        refresh: drafts that nobody has touched too.
    """
    plan: dict[str, tuple[Task, ...]] = {}
    faults: list[Diagnostic] = []
    for name, text in texts.items():
        path = page_path(name)
        plan[name], found = tasks(parse(text, path), path, refresh=refresh)
        faults += found
    return plan, faults


def contexts(page: Page, chosen: Sequence[Task]) -> Iterator[Context]:
    """The context of each task: the two texts before it and the one after it, with what English they have."""
    texts = _texts(page)
    places = {key: place for place, (key, _) in enumerate(texts)}
    for task in chosen:
        place = places.get(task.key)
        if place is None:
            # The page is not the one any more that the tasks were found on.
            yield Context(role=task.role)
            continue
        before = texts[max(0, place - _BEFORE) : place]
        after = texts[place + 1 : place + 1 + _AFTER]
        yield Context(
            before=tuple(neighbour for _, neighbour in before),
            after=tuple(neighbour for _, neighbour in after),
            role=task.role,
        )


def with_drafts(
    text: str, drafts: Sequence[Drafted], *, refresh: bool = False
) -> tuple[str, Mapping[str, str]]:
    """The text of a page with drafts, and for each that it did not take the reason, by its key.

    What a person wrote since the page was read stays: a draft goes only where it still may and under the
    Chinese that it translates.
    """
    page = parse(text)
    free = {(task.key, task.chinese) for task in tasks(page, "", refresh=refresh)[0]}
    changes: dict[str, NewEnglish] = {}
    refused: dict[str, str] = {}
    for draft in drafts:
        if (draft.task.key, draft.task.chinese) in free:
            changes[draft.task.key] = NewEnglish(_as_written(draft), Status.MACHINE)
        else:
            refused[draft.task.key] = "the page was changed here meanwhile"
    written = write_english(text, changes)
    return written.text, refused | dict(written.refused)


def _as_written(draft: Drafted) -> str:
    """The English as the page holds it: titles are plain text, units Markdown that shows the same."""
    if draft.task.key in FIELDS:
        return one_line(plain_text(draft.english))
    return as_plain_markdown(draft.english)


def _texts(page: Page) -> list[tuple[str, Neighbour]]:
    front = page.front
    titles = [(key, Neighbour(front.text(key), front.text(f"{key}_en"))) for key in FIELDS if front.text(key)]
    return titles + [
        (unit.zh_hash, Neighbour(unit.zh, _current(unit.en, status(unit)))) for unit in page.live_units
    ]


def _current(english: str, state: Status) -> str:
    # Stale English speaks of other Chinese.
    return "" if state is Status.STALE else english


def _front_line(page: Page, key: str) -> int:
    """The line of a key of the front matter, from 1."""
    entry = next((entry for entry in page.front.entries if entry.key == key), None)
    before = page.front.inner[: entry.start] if entry else ""
    return len(split_lines(page.front.opening)) + len(split_lines(before)) + 1
