"""A report annotated: each of its texts with its words, made once and read by all who look for something.

Whatever is found in a report (terms, places, documents, figures, vocabulary) is found by a function of an
:class:`AnnotatedPage` and, where it needs it, the lexicon: pure, and of this one page alone. So a caller may
spread the pages over processes, or keep what was found until the page or its entries change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.word import Word
from build_scripts.annotate.words import annotate
from build_scripts.sync.marks import Status, effective
from build_scripts.sync.page import Page
from build_scripts.sync.titles import title_mark


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One text of a report.

    ``anchor`` is its address on the report's page (``u-9f2c1a7e``), empty for the title and the subtitle;
    ``role`` as in the page (``title``, ``heading``, ``paragraph`` …). ``en`` is the English, empty where
    """

    anchor: str
    role: str
    zh: str
    en: str
    status: Status
    machine: bool
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedPage:
    """The texts of a report in reading order: title, subtitle, then all live units. ``date`` may be empty."""

    id: str
    date: str
    texts: tuple[AnnotatedText, ...]


def annotate_page(name: str, page: Page, lexicon: Lexicon) -> AnnotatedPage:
    """Annotate every Chinese text of ``page``; orphans are no part of the report."""
    return AnnotatedPage(name, page.front.text("date"), tuple(_texts(page, lexicon)))


def _texts(page: Page, lexicon: Lexicon) -> Iterator[AnnotatedText]:
    for role in ("title", "subtitle"):
        if zh := page.front.text(role):
            true = title_mark(page.front, role)
            machine = Status.MACHINE in (true.status, true.prior)
            english = page.front.text(f"{role}_en")
            yield AnnotatedText("", role, zh, english, true.status, machine, annotate(zh, lexicon))
    for unit in page.live_units:
        true = effective(unit.mark, unit.en)
        machine = Status.MACHINE in (true.status, true.prior)
        words = annotate(unit.zh, lexicon)
        yield AnnotatedText(f"u-{unit.zh_hash}", unit.role, unit.zh, unit.en, true.status, machine, words)
