"""What a marker says of an English text, what is true of it, and what becomes of it when the Chinese changes.

A mark is written in the marker of a unit (``<!-- en machine 1a2b3c4d -->``) and in the front matter
(``title_mark: 9f2c1a7e machine 1a2b3c4d``). The text decides, not the mark: English that differs from
the machine's own is a person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.sync.text import en_hash, zh_hash


class Status(StrEnum):
    """How far an English text is."""

    TODO = "todo"
    MACHINE = "machine"
    HUMAN = "human"
    REVIEWED = "reviewed"
    STALE = "stale"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Chinese:
    """A Chinese text with its hash. The text is empty where only the hash is known."""

    hash: str
    text: str

    @classmethod
    def of(cls, text: str) -> Chinese:
        """``text`` with its hash."""
        return cls(zh_hash(text), text)


@dataclass(frozen=True, slots=True)
class Mark:
    """A status; ``hash`` is that of the English when the program wrote the mark.

    ``prior`` is what a stale or orphaned text was before and becomes again with its Chinese.
    """

    status: Status
    hash: str = ""
    prior: Status | None = None

    def __str__(self) -> str:
        """The words of the mark as a marker holds them."""
        return " ".join(word for word in (self.status, self.hash, self.prior) if word)


TODO = Mark(Status.TODO)
HUMAN = Mark(Status.HUMAN)
_KEEPERS = (Status.MACHINE, Status.HUMAN, Status.REVIEWED)
_WORDS = re.compile(
    r"(?P<status>todo|machine|human|reviewed|stale|orphan)"
    r"(?:[ \t]+(?P<hash>[0-9a-f]{8}))?(?:[ \t]+(?P<prior>machine|human|reviewed))?"
)


def read_mark(words: str) -> Mark | None:
    """The mark that ``words`` are, or None.

    >>> read_mark("machine 1a2b3c4d")
    Mark(status=<Status.MACHINE: 'machine'>, hash='1a2b3c4d', prior=None)
    >>> read_mark("machin") is None
    True
    """
    found = _WORDS.fullmatch(words)
    if not found:
        return None
    status = Status(found["status"])
    if found["prior"] and status not in (Status.STALE, Status.ORPHAN):
        return None
    return Mark(status, found["hash"] or "", Status(found["prior"]) if found["prior"] else None)


def effective(mark: Mark | None, english: str) -> Mark:
    """What is true of ``english``, whatever ``mark`` says.

    >>> effective(Mark(Status.MACHINE, "00000000"), "Mended by a person.").status
    <Status.HUMAN: 'human'>
    """
    if not english.strip():
        return TODO
    if mark is None or mark.status is Status.TODO:
        return HUMAN
    now = en_hash(english)
    if mark.status is Status.MACHINE:
        return mark if mark.hash == now else HUMAN
    if mark.status is Status.STALE:
        # Without a hash it is a person's word: stale until the text changes from now on.
        return Mark(Status.STALE, now, mark.prior or Status.HUMAN) if mark.hash in ("", now) else HUMAN
    if mark.status is Status.ORPHAN:
        prior = mark.prior or Status.HUMAN
        return Mark(Status.ORPHAN, now, prior if mark.hash in ("", now) else Status.HUMAN)
    return Mark(mark.status)


def with_chinese(
    true: Mark, english: str, *, shown: Chinese, was: Chinese | None, new: Chinese
) -> tuple[Mark, Chinese | None]:
    """The mark of ``english`` when ``new`` is its Chinese from now on, and the Chinese it still translates.

    Args:
        true: the effective mark.
        english: the text.
        shown: the Chinese that stood above it.
        was: the Chinese that it translates, if it was stale.
        new: the Chinese that the source has now.
    """
    if true.status is Status.TODO:
        return TODO, None
    if true.status is Status.STALE and was is None and new.hash == shown.hash:
        return true, None
    base, status = translated(true, shown, was)
    if new.hash == base.hash:
        return Mark(status, en_hash(english) if status is Status.MACHINE else ""), None
    return Mark(Status.STALE, en_hash(english), status), base


def without_chinese(
    true: Mark, english: str, *, shown: Chinese, was: Chinese | None
) -> tuple[Mark, Chinese | None]:
    """The same when its Chinese is gone: an orphan, which keeps the Chinese it translates."""
    if true.status is Status.TODO:
        return Mark(Status.ORPHAN), None
    base, status = translated(true, shown, was)
    return Mark(Status.ORPHAN, en_hash(english), status), base if base.hash != shown.hash else None


def translated(true: Mark, shown: Chinese, was: Chinese | None) -> tuple[Chinese, Status]:
    """The Chinese that the English translates, and its status with regard to that."""
    if true.status in (Status.STALE, Status.ORPHAN):
        return was or shown, true.prior or Status.HUMAN
    return shown, true.status
