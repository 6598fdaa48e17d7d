"""Exceptions that translators write beside a unit: findings that they looked at and found to be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.check.codes import UNUSED_EXCEPTION
from build_scripts.check.faults import Fault
from build_scripts.sync.front import FrontMatter
from build_scripts.sync.nodes import Unit
from build_scripts.sync.text import split_lines

_ENTRY = re.compile(r"\s*(?P<code>[A-Z][0-9]{3})[ \t]+(?P<reason>\S.*?)\s*")


@dataclass(frozen=True, slots=True)
class Exempt:
    """An exception: the ``code`` that is all right here, the ``reason``, and its ``line`` on the page."""

    code: str
    reason: str
    line: int


def unit_exceptions(unit: Unit) -> tuple[Exempt, ...]:
    """Those written as comments inside a unit: ``<!-- ok T035 the sign is quoted -->``."""
    return ()


def title_exceptions(front: FrontMatter, key: str) -> tuple[Exempt, ...]:
    """Those of a title: ``title_ok: T035 the sign is quoted; T041 a name``."""
    written = front.text(f"{key}_ok")
    line = key_line(front, f"{key}_ok")
    entries = (_ENTRY.fullmatch(part) for part in written.split(";"))
    return tuple(Exempt(found["code"], found["reason"], line) for found in entries if found)


def key_line(front: FrontMatter, key: str) -> int:
    """The line of the page on which a key of the front matter stands; 1 where it does not."""
    starts = (entry.start for entry in front.entries if entry.key == key)
    return next((len(split_lines(front.inner[:start] + "x")) + 1 for start in starts), 1)


def settle(faults: Sequence[Fault], exceptions: Sequence[Exempt], line: int) -> Iterator[tuple[int, Fault]]:
    """The findings that no exception covers, and the exceptions that cover none, each with its line.

    Args:
        faults: what was found in one text.
        exceptions: those written beside it.
        line: where findings are reported.
    """
    allowed = {exempt.code for exempt in exceptions}
    found = {fault.code for fault in faults}
    yield from ((line, fault) for fault in faults if fault.code not in allowed)
    for exempt in exceptions:
        if exempt.code not in found:
            message = f"nothing here is {exempt.code}: the exception “{exempt.reason[:40]}” is not needed"
            yield exempt.line, Fault(UNUSED_EXCEPTION.code, message)
