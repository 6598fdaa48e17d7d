"""What is to be said of a page as it is now: the findings of sync with their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.diagnostics import Diagnostic
from build_scripts.sync.differing import change_in_words
from build_scripts.sync.front import FrontMatter
from build_scripts.sync.marks import Status
from build_scripts.sync.nodes import Page, Unit
from build_scripts.sync.page import status
from build_scripts.sync.titles import FIELDS, malformed_exceptions, malformed_mark, title_status


def page_faults(
    page: Page, path: str, edited: Sequence[int] = (), remarks: Sequence[Diagnostic] = ()
) -> tuple[Diagnostic, ...]:
    """The diagnostics of ``page`` in the order of its lines.

    Args:
        page: the page as it will be.
        path: how diagnostics name it.
        edited: from 0 the live units whose Chinese somebody had touched.
        remarks: what was found on the old page.
    """
    found = [*page.diagnostics, *remarks, *_unit_faults(page, path, edited)]
    return tuple(sorted(found, key=lambda diagnostic: (diagnostic.line, diagnostic.code)))


def mark_faults(front: FrontMatter, path: str) -> tuple[Diagnostic, ...]:
    """The marks of titles that cannot be read."""
    return tuple(
        Diagnostic(path, 1, "P001", f"the {key}_mark could not be read and was written anew")
        for key in FIELDS
        if malformed_mark(front, key)
    )


def _unit_faults(page: Page, path: str, edited: Sequence[int]) -> Iterator[Diagnostic]:
    front = page.front
    texts = [
        (
            front.line(f"{key}_en"),
            title_status(front, key),
            front.text(f"{key}_was"),
            front.text(key),
            f"{key}_en: ",
        )
        for key in FIELDS
    ]
    texts += [(unit.line, status(unit), unit.was_text, unit.zh, "") for unit in page.units]
    for line, true, was, chinese, name in texts:
        if true in _FAULTS:
            code, message = _FAULTS[true]
            yield Diagnostic(path, line, code, f"{name}{message}{_change(was, chinese, true)}")
    todo = [line for line, true, _, chinese, _ in texts if true is Status.TODO and chinese]
    if todo:
        message = "1 block has no English" if len(todo) == 1 else f"{len(todo)} blocks have no English"
        yield Diagnostic(path, todo[0], "T001", message)
    for key in FIELDS:
        if malformed_exceptions(front, key):
            message = f"{key}_ok must be a code and a reason, “T021 reason”; more are parted by “; ”"
            yield Diagnostic(path, front.line(f"{key}_ok"), "P001", message)
    for unit in page.units:
        yield from _suggested(unit, path)
    live = page.live_units
    for number in edited:
        message = "the Chinese was edited on the page; the source's is back"
        yield Diagnostic(path, live[number].line, "T004", message)


def _suggested(unit: Unit, path: str) -> Iterator[Diagnostic]:
    for offer in unit.suggestions:
        if offer.edited:
            message = "somebody wrote into a suggestion; take the English out of the comment"
            yield Diagnostic(path, offer.line, "T006", message)
        else:
            message = f"English is suggested from {offer.report} {offer.key}: {offer.how}"
            yield Diagnostic(path, offer.line, "T005", message)


def _change(was: str, now: str, true: Status) -> str:
    """What changed in the Chinese of stale English, for the end of a message."""
    change = change_in_words(was, now) if true is Status.STALE and was else ""
    return f": {change}" if change else ""


_FAULTS = {
    Status.STALE: ("T002", "the English translates an older Chinese text"),
    Status.ORPHAN: ("T003", "the Chinese of this English is no longer in the source"),
}
