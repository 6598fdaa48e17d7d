"""The rows of the table of figures: a figure with its report, its sentence in both languages, its address.

One form for all who show or write figures: the chunks that the browser loads, the downloads, the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.annotate.figures.model import Figure
from build_scripts.annotate.figures.units import unit_english
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.sync.marks import Status, effective
from build_scripts.sync.nodes import Unit
from build_scripts.sync.page import Page
from build_scripts.sync.titles import title_mark


@dataclass(frozen=True, slots=True)
class FigureReport:
    """The report that figures come from. ``date`` is ISO or empty; ``machine``: its English title is a
    machine's."""

    id: str
    title: str
    title_en: str = ""
    machine: bool = False
    date: str = ""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with figures: its address, its texts, the status of its English."""

    anchor: str
    zh: str
    en: str = ""
    status: str = "todo"
    machine: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure where it stands. ``counts_en`` is the English that the glossary has for what it counts,
    empty where it has none: none is made up."""

    report: FigureReport
    paragraph: Paragraph
    figure: Figure
    counts_en: str = ""

    @property
    def sentence(self) -> str:
        """The Chinese sentence, whole."""
        start, end = self.figure.sentence
        return self.paragraph.zh[start:end].strip()

    @property
    def unit_en(self) -> str:
        """The English of the unit; empty for a counter."""
        return unit_english(self.figure.unit)


def report_of(name: str, page: Page, themes: Sequence[str]) -> FigureReport:
    """The report of a page, with its themes."""
    front = page.front
    true = title_mark(front, "title")
    machine = Status.MACHINE in (true.status, true.prior)
    return FigureReport(
        name, front.text("title"), front.text("title_en"), machine, front.text("date"), tuple(themes)
    )


def rows_of(
    report: FigureReport, page: Page, figures: Sequence[Figure], lexicon: Lexicon
) -> Iterator[FigureRow]:
    """The rows of a report in reading order; a figure whose paragraph is not on the page has none."""
    paragraphs = {unit.anchor: unit for unit in map(_paragraph, page.live_units)}
    for figure in figures:
        paragraph = paragraphs.get(figure.anchor)
        if paragraph is not None and paragraph.zh[figure.start : figure.end] == figure.text:
            yield FigureRow(report, paragraph, figure, counts_english(figure, lexicon))


def _paragraph(unit: Unit) -> Paragraph:
    true = effective(unit.mark, unit.en)
    machine = Status.MACHINE in (true.status, true.prior)
    return Paragraph(f"u-{unit.zh_hash}", unit.zh, unit.en, true.status.value, machine)


def counts_english(figure: Figure, lexicon: Lexicon) -> str:
    """The English of what a figure counts, where the glossary has exactly that term.

    >>> from build_scripts.annotate.lexicon import EMPTY
    >>> counts_english(Figure("", 0, 1, (0, 1), "3", "3", "", "个", "个", "驿站"), EMPTY)
    ''
    """
    term = lexicon.by_zh.get(figure.counts)
    return term.en if term else ""


def period_text(figure: Figure) -> str:
    """The time of a figure for people: the ISO interval, else what the report says.

    >>> from build_scripts.annotate.figures.model import Period
    >>> time = Period("2016", "2020", "")
    >>> period_text(Figure("", 0, 1, (0, 1), "3", "3", "", "个", "个", "站", period=time))
    '2016/2020'
    """
    return figure.period.iso if figure.period.start else figure.period.text


def by_report(rows: Mapping[str, Sequence[FigureRow]]) -> list[str]:
    """The identifiers of reports, the newest first, those without a date last; ties by identifier."""
    names = sorted(name for name in rows if rows[name])
    return sorted(names, key=lambda name: rows[name][0].report.date, reverse=True)
