"""What goes out and what comes back: one row a title or unit of a report."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.sync.marks import Status, effective
from build_scripts.sync.nodes import Page, Unit
from build_scripts.sync.text import en_hash, split_lines
from build_scripts.sync.titles import FIELDS, title_status

Terms = tuple[tuple[str, str], ...]
"""Terms of the glossary that a text holds, each with its approved English."""


@dataclass(frozen=True, slots=True)
class Row:
    """A title or a unit as a translator needs it.

    ``key`` is :attr:`Unit.zh_hash`, or ``title`` or ``subtitle``; ``en`` is the English exactly as on the
    page; ``was`` the Chinese that stale English still translates; ``path`` and ``line`` say where it stands.
    """

    report: str
    key: str
    role: str
    zh: str
    en: str
    status: Status
    was: str
    path: str
    line: int
    terms: Terms = ()

    @property
    def address(self) -> str:
        """``REPORT/KEY``, by which a row finds its way back."""
        return f"{self.report}/{self.key}"

    @property
    def hash(self) -> str:
        """The hash of the English, by which a later change of the page is seen; empty without English."""
        return hash_of(self.en)


class Said(StrEnum):
    """What the tool says of the English of a row, as far as it says anything."""

    NOTHING = ""
    UNFINISHED = "unfinished"
    TRANSLATED = "translated"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Returned:
    """A row of a file that comes back; ``path`` and ``line`` say where in the file it stands.

    Tools drop what they do not know: ``address`` and ``zh`` may be empty; ``base``, the hash of the English
    at the export, is None where it is lost (and empty where there was no English).
    ``loose``: the tool may have changed white space on its own.
    """

    path: str
    line: int
    address: str
    zh: str
    en: str
    base: str | None = None
    said: Said = Said.NOTHING
    loose: bool = False


def hash_of(english: str) -> str:
    """The hash of an English text; empty for an empty one."""
    return en_hash(english) if english.strip() else ""


def page_rows(name: str, page: Page, path: str, terms: Callable[[str], Terms] | None = None) -> Iterator[Row]:
    """The rows of a page in reading order: titles, then units; orphans and what has no Chinese are left out.

    Args:
        name: the identifier of the report.
        page: its page.
        path: the page as it is reported.
        terms: finds the terms in a Chinese text; None leaves them out.
    """
    front = page.front
    for key in FIELDS:
        if chinese := front.text(key):
            true = title_status(front, key)
            was = front.text(f"{key}_was") if true is Status.STALE else ""
            english = front.text(f"{key}_en")
            found = terms(chinese) if terms else ()
            yield Row(name, key, key, chinese, english, true, was, path, _line(page, key), found)
    for unit in page.live_units:
        if unit.zh.strip():
            yield _unit_row(name, unit, path, terms(unit.zh) if terms else ())


def _unit_row(name: str, unit: Unit, path: str, terms: Terms) -> Row:
    english = unit.en
    true = effective(unit.mark, english).status
    was = unit.was_text if true is Status.STALE else ""
    return Row(name, unit.zh_hash, unit.role, unit.zh, english, true, was, path, unit.line, terms)


def _line(page: Page, key: str) -> int:
    """The line of the page, from 1, on which a key of the front matter begins."""
    for entry in page.front.entries:
        if entry.key == key:
            return len(split_lines(page.front.inner[: entry.start] + "x")) + 1
    return 1


def same_chinese(text: str) -> str:
    """``text`` as Chinese is compared: tools wrap lines, change spaces and compose characters."""
    return "".join(unicodedata.normalize("NFC", text).split())
