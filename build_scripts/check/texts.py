"""The texts of a page that are checked: those whose English claims to render the Chinese as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.check.shown import shown
from build_scripts.sync.asides import Exempt
from build_scripts.sync.marks import Status
from build_scripts.sync.nodes import Page, Unit
from build_scripts.sync.page import status
from build_scripts.sync.text import split_lines
from build_scripts.sync.titles import FIELDS, title_exceptions, title_status

CHECKED = (Status.MACHINE, Status.HUMAN, Status.REVIEWED)
"""What is stale or an orphan is reported already, and what is missing cannot be wrong."""


@dataclass(frozen=True, slots=True)
class Text:
    """A Chinese text and its English as readers see it.

    ``key`` is that of the unit, or ``title`` or ``subtitle``, which then is the ``role`` too; ``line`` is
    the line of the English marker (of the English of a title).
    """

    path: str
    key: str
    role: str
    line: int
    zh: str
    en: str
    exceptions: tuple[Exempt, ...]

    @property
    def brief(self) -> bool:
        """Whether it is a heading or a title, which says less than its Chinese."""
        return self.role in ("heading", *FIELDS)


def checked_texts(page: Page, path: str) -> Iterator[Text]:
    """The texts of ``page`` in their order; none of a page that must be left alone."""
    if page.blocked:
        return
    front = page.front
    for key in FIELDS:
        zh, en = front.text(key), front.text(f"{key}_en")
        if zh and en and title_status(front, key) in CHECKED:
            line = front.line(f"{key}_en")
            yield Text(path, key, key, line, zh, en, title_exceptions(front, key))
    for unit in page.live_units:
        if unit.en and status(unit) in CHECKED and (en := shown(unit.en)).strip():
            line = _english_line(unit)
            yield Text(path, unit.zh_hash, unit.role, line, unit.zh, en, unit.exceptions)


def _english_line(unit: Unit) -> int:
    """The line of the English marker; that of the unit where it has none."""
    before = unit.raw.partition(unit.parts.en)[0] if unit.parts.en else ""
    return unit.line + len(split_lines(before))
