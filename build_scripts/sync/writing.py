"""Given English into named units of a page: what machine drafts and imported files have in common.

Law (tested): of a page only the named units and titles change, and each of them reads back as exactly the
English it was given; what cannot be written so is refused and leaves the page as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.sync.asides import Exempt, english_of, kept_asides
from build_scripts.sync.front import Value, with_values
from build_scripts.sync.marks import Mark, Status
from build_scripts.sync.nodes import Node, Page, Unit
from build_scripts.sync.page import parse, status
from build_scripts.sync.text import en_hash, joined, line_end, one_line, unified, zh_hash
from build_scripts.sync.titles import FIELDS, title_status

WRITABLE = (Status.MACHINE, Status.HUMAN, Status.REVIEWED)
"""What English can be that somebody or something gives; the other statuses follow from the page."""


@dataclass(frozen=True, slots=True)
class NewEnglish:
    """English for a unit: Markdown as it stands on a page, and one of :data:`WRITABLE`."""

    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class Written:
    """The new ``text`` of a page; ``refused`` says for each unit that did not change why, by its key."""

    text: str
    refused: Mapping[str, str]


def write_english(text: str, changes: Mapping[str, NewEnglish]) -> Written:
    """Put English into units, whatever stands there; the old Chinese of a stale one goes.

    Args:
        text: a report page.
        changes: the English by the key of its unit (:attr:`Unit.zh_hash`), or ``title`` or ``subtitle``.

    Raises:
        ValueError: a status that nobody can give (:data:`WRITABLE`).
    """
    if any(change.status not in WRITABLE for change in changes.values()):
        raise ValueError(f"English is given as one of {', '.join(WRITABLE)}")
    page = parse(text)
    if page.blocked:
        return Written(text, dict.fromkeys(changes, "the page has a fault that must be mended first"))
    refused: dict[str, str] = {}
    wanted: dict[str, NewEnglish] = {}
    for key, change in changes.items():
        if reason := _reason_against(page, key, change):
            refused[key] = reason
        else:
            wanted[key] = change
    new = _written(page, wanted, line_end(text))
    if not _reads_back(page, new, wanted):
        # Together they cannot be; one after another shows which.
        new = text
        for key, change in wanted.items():
            one = _written(parse(new), {key: change}, line_end(text))
            if _reads_back(parse(new), one, {key: change}):
                new = one
            else:
                refused[key] = "on the page this would not be read as the English of one unit"
    return Written(new, refused)


def with_mark(unit: Unit, english: str, status: Status, end: str) -> str:
    """The raw text of ``unit`` with other English and its mark; ``end`` is the line end of the page."""
    notes = unit.parts.notes
    if unit.en and not english_of(unit.parts.body).strip():
        notes = kept_asides(notes)  # the rest was the English
    head = joined([unit.parts.zh, notes], end)
    mark = Mark(status, en_hash(english) if status is Status.MACHINE else "")
    body = english.replace("\n", end)
    return joined(
        [head, f"<!-- en {mark} -->{end}{end}{body}{end}{end}", _closed(kept_asides(unit.parts.body), end)],
        end,
    )


def _closed(asides: str, end: str) -> str:
    """``asides`` with an empty line behind them, for what follows."""
    return asides.rstrip("\r\n") + end + end if asides else ""


def title_change(chinese: str, key: str, english: str, status: Status) -> dict[str, Value]:
    """The values of the front matter that give a title other English."""
    mark = Mark(status, en_hash(english) if status is Status.MACHINE else "")
    return {f"{key}_en": english, f"{key}_mark": f"{zh_hash(chinese)} {mark}", f"{key}_was": None}


def _reason_against(page: Page, key: str, change: NewEnglish) -> str:
    """Why English cannot be put there, whatever it says; empty if it can."""
    if not change.text.strip():
        return "there is no English to write"
    if key in FIELDS:
        return "" if page.front.text(key) else f"the page has no {key}"
    return "" if any(unit.zh_hash == key for unit in page.live_units) else "the page has no such paragraph"


def _written(page: Page, changes: Mapping[str, NewEnglish], end: str) -> str:
    live = {id(unit) for unit in page.live_units}
    nodes = [
        with_mark(node, _english(changes[node.zh_hash]), changes[node.zh_hash].status, end)
        if isinstance(node, Unit) and id(node) in live and node.zh_hash in changes
        else node.raw
        for node in page.nodes
    ]
    values: dict[str, Value] = {}
    for key in FIELDS:
        if key in changes:
            english = one_line(changes[key].text)
            values |= title_change(page.front.text(key), key, english, changes[key].status)
    front = with_values(page.front, values, end) if values else page.front
    return (front or page.front).raw + "".join(nodes)


def _english(change: NewEnglish) -> str:
    return unified(change.text).strip()


def _reads_back(old: Page, text: str, changes: Mapping[str, NewEnglish]) -> bool:
    """Whether ``text`` is the old page with the changes and nothing else."""
    new = parse(text)
    if new.blocked or len(new.nodes) != len(old.nodes):
        return False
    for key in FIELDS:
        if key in changes and (
            new.front.text(f"{key}_en") != one_line(changes[key].text)
            or title_status(new.front, key) is not changes[key].status
        ):
            return False
    live = {id(unit) for unit in old.live_units}
    for before, after in zip(old.nodes, new.nodes, strict=True):
        change = changes.get(before.zh_hash) if isinstance(before, Unit) and id(before) in live else None
        if change is None:
            if before.raw != after.raw:
                return False
        elif (
            not isinstance(after, Unit) or not _is_there(after, change) or _granted(before) != _granted(after)
        ):
            return False
    return True


def _granted(unit: Node) -> list[tuple[str, str]]:
    """The exceptions of ``unit``, whatever lines they stand on."""
    exceptions: tuple[Exempt, ...] = unit.exceptions if isinstance(unit, Unit) else ()
    return [(found.code, found.reason) for found in exceptions]


def _is_there(unit: Unit, change: NewEnglish) -> bool:
    return unit.en == _english(change) and status(unit) is change.status
