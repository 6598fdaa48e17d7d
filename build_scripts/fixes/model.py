"""Corrections as values: what a maintainer says of a raw document, each quoting the text it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model import Role


class Action(StrEnum):
    """What a correction does; the words of the file (``do = "…"``)."""

    KEEP = "keep"
    """The quoted text stays, whatever the rules say."""
    REMOVE = "remove"
    """Exactly the quoted characters are not published."""
    JOIN = "join"
    """The paragraph that holds ``text`` goes on with what begins at ``other``."""
    SPLIT = "split"
    """A paragraph, or with ``report`` a report, begins at ``text``."""
    ROLE = "role"
    """What holds ``text`` is a title, a heading … (``role``)."""
    ORDER = "order"
    """The pieces that hold ``text`` stand after (or ``before``) those that hold ``other``."""
    REPLACE = "replace"
    """``text`` is published as ``other``."""
    IGNORE = "ignore"
    """Findings of ``code``, or of them those that touch ``text``, are not reported."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One correction: a ``[[fix]]`` of a file, with the ``line`` it begins on.

    ``other`` is what stands under ``with``, ``after`` or ``before``. ``number`` and ``other_number`` say
    which of several equal texts is meant, from 1; 0 where the quotation must be unique.
    """

    line: int
    action: Action
    reason: str
    text: str = ""
    other: str = ""
    role: Role | None = None
    before: bool = False
    report: bool = False
    code: str = ""
    number: int = 0
    other_number: int = 0


@dataclass(frozen=True, slots=True)
class Fixes:
    """A file of corrections: the ``path`` it is reported under, and the ``encoding`` if it names one."""

    path: str = ""
    fixes: tuple[Fix, ...] = ()
    encoding: str = ""


NO_FIXES = Fixes()
"""What a document without a file of corrections has."""
