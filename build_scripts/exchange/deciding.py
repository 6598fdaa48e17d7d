"""What becomes of the rows of files that come back: changes of pages, conflicts, or nothing.

Law: rows that come back as they went out change nothing, whatever the page says meanwhile. English that a
person has changed on the page since the export is replaced only where ``theirs`` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from build_scripts.diagnostics import Diagnostic
from build_scripts.exchange.codes import (
    CHINESE_CHANGED,
    CONTRADICTING,
    ENGLISH_CHANGED,
    TAKEN_AWAY,
    UNCONFIRMED,
    UNIT_NOT_FOUND,
    UNIT_NOT_UNIQUE,
    UNWRITABLE,
)
from build_scripts.exchange.differences import two_versions
from build_scripts.exchange.places import Places
from build_scripts.exchange.rows import Returned, Row, Said, hash_of, same_chinese
from build_scripts.sync.marks import Status
from build_scripts.sync.text import one_line, unified
from build_scripts.sync.titles import FIELDS

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HALF = re.compile("[\ud800-\udfff]")
_RANK = (Status.MACHINE, Status.HUMAN, Status.REVIEWED)


class Given(StrEnum):
    """Which status new English gets: a fixed one, or the one that the file gives it."""

    HUMAN = "human"
    REVIEWED = "reviewed"
    AS_IN_FILE = "as-in-file"


@dataclass(frozen=True, slots=True)
class Change:
    """New English, or a new status of the same, for the unit at ``spot``, from the row ``row`` of a file."""

    spot: Row
    row: Returned
    english: str
    status: Status


@dataclass(frozen=True, slots=True)
class Decided:
    """``changes`` by report and key; ``same`` counts the rows that bring nothing new."""

    changes: Mapping[str, Mapping[str, Change]]
    diagnostics: tuple[Diagnostic, ...]
    same: int = 0


@dataclass(slots=True)
class _Work:
    given: Given
    theirs: bool
    changes: dict[tuple[str, str], list[Change]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    same: int = 0

    def report(self, spot: Row | None, row: Returned, code: str, message: str) -> None:
        """Note a fault: at the unit, if there is one, with the row in words; else at the row."""
        if spot is None:
            self.diagnostics.append(Diagnostic(row.path, row.line, code, message))
        else:
            message = f"{message} ({row.path}:{row.line})"
            self.diagnostics.append(Diagnostic(spot.path, spot.line, code, message))


def decide(
    returned: Iterable[Returned], pages: Iterable[Row], given: Given = Given.HUMAN, *, theirs: bool = False
) -> Decided:
    """Find the unit of each row and what is to become of it.

    Args:
        returned: the rows of all files.
        pages: the rows of all pages as they are now.
        given: the status of new English.
        theirs: where English or Chinese changed meanwhile, take the file's version.
    """
    back = tuple(returned)
    places = Places.of(pages, {row.address for row in back})
    work = _Work(given, theirs)
    for row in back:
        _locate(row, places, work)
    changes: dict[str, dict[str, Change]] = {}
    for (report, key), found in work.changes.items():
        change = _agreed(found, work)
        if change is not None:
            changes.setdefault(report, {})[key] = change
    ordered = sorted(work.diagnostics, key=lambda at: (at.path, at.line, at.code, at.message))
    return Decided(changes, tuple(ordered), work.same)


def _locate(row: Returned, places: Places, work: _Work) -> None:
    found = places.find(row)
    english = _comparable(row.en, row.address.rpartition("/")[2])
    if not english or _is_source(english, row.zh):
        _taken_away(row, found.spots, work)
    elif len(found.spots) != 1 and (_untouched(row) or _stands_there(english, found.spots)):
        work.same += 1
    elif not found.spots:
        work.report(
            None, row, UNIT_NOT_FOUND.code, f"no page has this Chinese: “{_short(row.zh or row.address)}”"
        )
    elif len(found.spots) > 1:
        where = ", ".join(f"{spot.path}:{spot.line}" for spot in found.spots[:3])
        more = " …" if len(found.spots) > 3 else ""
        message = f"“{_short(row.zh or row.address)}” may be any of {len(found.spots)} units: {where}{more}"
        work.report(None, row, UNIT_NOT_UNIQUE.code, message)
    else:
        _weigh(found.spots[0], row, found.changed, work)


def _weigh(spot: Row, row: Returned, changed: bool, work: _Work) -> None:
    """The row is for this unit alone and has English: whether it may be written."""
    english, there = _comparable(row.en, spot.key), _comparable(spot.en, spot.key)
    if english == there:
        _status_only(spot, row, english, changed, work)
    elif _untouched(row) or (row.loose and english.split() == there.split()):
        work.same += 1
    elif _HALF.search(english):
        work.report(spot, row, UNWRITABLE.code, "the English holds half of a surrogate pair")
    elif changed and not work.theirs:
        page, file = two_versions(spot.zh, row.zh or spot.was)
        message = f"the Chinese of the page is {page}, that of the file {file}; the English was not written"
        work.report(spot, row, CHINESE_CHANGED.code, message)
    elif _in_conflict(spot, row) and not work.theirs:
        page, file = two_versions(there, english)
        since = "was changed since the export" if row.base is not None else "may have been changed since"
        message = f"the English {since}: the page has {page}, the file {file}; the page was kept"
        work.report(spot, row, ENGLISH_CHANGED.code, message)
    elif (status := _status(spot, row, work.given)) is None:
        message = f"the tool marks it as unfinished: {two_versions(there, english)[1]}; not written"
        work.report(spot, row, UNCONFIRMED.code, message)
    else:
        work.changes.setdefault((spot.report, spot.key), []).append(Change(spot, row, english, status))


def _in_conflict(spot: Row, row: Returned) -> bool:
    """Whether the English of the page is not the one that the row was exported with."""
    if row.base is not None:
        return row.base != hash_of(spot.en)
    # The tool dropped the hash. What nobody has written may be replaced; a person's words may be newer.
    return spot.status not in (Status.TODO, Status.MACHINE)


def _status(spot: Row, row: Returned, given: Given) -> Status | None:
    """The status of English that differs from the page's; None if it is not to be written."""
    if row.said is Said.UNFINISHED and spot.status not in (Status.MACHINE, Status.STALE):
        # In what a machine wrote and in what is stale the mark is ours, and the text is a person's edit.
        return Status.MACHINE if given is Given.AS_IN_FILE and spot.status is Status.TODO else None
    if given is Given.REVIEWED:
        return Status.HUMAN if row.said is Said.UNFINISHED else Status.REVIEWED
    return Status.REVIEWED if given is Given.AS_IN_FILE and row.said is Said.APPROVED else Status.HUMAN


def _status_only(spot: Row, row: Returned, english: str, changed: bool, work: _Work) -> None:
    """The same English: a person's word in the file may raise its status, nothing lowers it."""
    status = {Said.TRANSLATED: Status.HUMAN, Said.APPROVED: Status.REVIEWED}.get(row.said)
    raised = status is not None and (
        spot.status not in _RANK or _RANK.index(spot.status) < _RANK.index(status)
    )
    if status is None or not raised or changed or work.given is not Given.AS_IN_FILE:
        work.same += 1
    else:
        work.changes.setdefault((spot.report, spot.key), []).append(Change(spot, row, english, status))


def _stands_there(english: str, spots: Sequence[Row]) -> bool:
    return any(_comparable(spot.en, spot.key) == english for spot in spots)


def _untouched(row: Returned) -> bool:
    """Whether nobody changed the English in the file; what the page has meanwhile is newer then."""
    return hash_of(row.en) == row.base


def _taken_away(row: Returned, spots: Sequence[Row], work: _Work) -> None:
    """Empty, or the Chinese in place of English: worth a word only where there had been English."""
    spot = spots[0] if len(spots) == 1 else None
    if spot is None or not row.base or not spot.en:
        work.same += 1
        return
    message = (
        "the file has no English here" if not row.en.strip() else "the file has Chinese in place of English"
    )
    work.report(spot, row, TAKEN_AWAY.code, f"{message}; the page keeps its own")


def _agreed(found: Sequence[Change], work: _Work) -> Change | None:
    """The one change of several rows for a unit; None, and a diagnostic, if they contradict each other."""
    first = found[0]
    for other in found[1:]:
        if other.english != first.english:
            one, two = two_versions(first.english, other.english)
            place = f"{first.row.path}:{first.row.line}"
            message = f"{place} has {one}, another row {two}; neither was written"
            work.report(first.spot, other.row, CONTRADICTING.code, message)
            return None
    return max(found, key=lambda change: _RANK.index(change.status))


def _comparable(english: str, key: str) -> str:
    """English as it stands on a page: line ends and white space around it are no difference."""
    return one_line(unified(english)) if key in FIELDS else unified(english).strip()


def _is_source(english: str, chinese: str) -> bool:
    """Whether a tool has put the source into the target."""
    return bool(_HAN.search(english)) and same_chinese(english) == same_chinese(chinese)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 30 else f"{line[:29]}…"
