"""Which figures the first page shows: chosen by fixed rules, never by hand and never by chance.

First come indicators of which several reports have figures, those of most reports first, one figure a
report; then one figure of each report, the newest first, then a second one of each. A figure is shown with
its sentence in both languages, and so only where the English of that very sentence is known and both are
short.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, islice

from build_scripts.annotate.figures.gathering import Indicator, key_of
from build_scripts.annotate.figures.model import LEVEL, START, STATED, Figure
from build_scripts.annotate.figures.rows import FigureRow, by_report
from build_scripts.annotate.sentences import sentence_pair
from build_scripts.publish.english import plain_english

MOST, SIDE_BY_SIDE = 12, 3
"""So many highlights are kept for the first page, and so many reports are set side by side in one."""

_LONGEST_ZH, _LONGEST_EN, _LONGEST_LABEL = 90, 260, 12
_LEAST = 10
"""A smaller amount (三张清单) tells nobody much."""

Rows = Mapping[str, tuple[FigureRow, ...]]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A figure with its sentence in English."""

    row: FigureRow
    english: str


def choose_highlights(rows: Rows, indicators: Sequence[Indicator]) -> list[tuple[Highlight, ...]]:
    """The highlights: one figure each, or figures of one indicator from several reports.

    Args:
        rows: the figures of each report.
        indicators: those of several reports, the one of most reports first.
    """
    told = _Told(rows)
    groups = (group for one in indicators if len(group := _side_by_side(one, told)) > 1)
    chosen = list(islice(groups, MOST))
    seen = {_sentence(one) for group in chosen for one in group}
    singles = (one for one in _in_turn(told) if _sentence(one) not in seen)
    for one in singles:
        if len(chosen) >= MOST:
            break
        if _sentence(one) not in seen:
            seen.add(_sentence(one))
            chosen.append((one,))
    return chosen


class _Told:
    """What each report could show, read when it is asked for: a few figures of thousands of reports are.

    ``names`` are those of the reports, the newest first.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._read: dict[tuple[str, int], Highlight | None] = {}
        self._english = cache(plain_english)
        self.names = by_report(rows)
        self.places = {name: place for place, name in enumerate(self.names)}

    def of(self, name: str, wanted: Container[Figure] | None = None) -> Iterator[Highlight]:
        """The figures of a report that can stand alone, in reading order; of those ``wanted``, if any are."""
        for place, row in enumerate(self._rows[name]):
            if wanted is not None and row.figure not in wanted:
                continue
            if (name, place) not in self._read:
                self._read[name, place] = _told(row, self._english)
            if one := self._read[name, place]:
                yield one


def _told(row: FigureRow, plain: Callable[[str], str]) -> Highlight | None:
    """The figure with the English of its sentence; None where it says too little to stand alone.

    ``plain`` gives the English of a paragraph as plain text.
    """
    figure, paragraph = row.figure, row.paragraph
    if key_of(figure) is None or len(figure.label) > _LONGEST_LABEL or "、" in figure.label:
        return None  # a long name is a phrase that was read around the figure
    if figure.change == START or (figure.change == LEVEL and figure.number < _LEAST):
        return None
    if len(row.sentence) > _LONGEST_ZH or not paragraph.en:
        return None
    english = plain(paragraph.en)
    pair = sentence_pair(paragraph.zh, figure.start, figure.end, english)
    fits = pair.exact and 0 < len(pair.english) <= _LONGEST_EN
    # Where semicolons part statements, the pair is less than the sentence that is shown.
    whole = paragraph.zh[pair.start : pair.end].strip() == row.sentence
    return Highlight(row, pair.english) if fits and whole else None


def _side_by_side(indicator: Indicator, told: _Told) -> tuple[Highlight, ...]:
    """Of each report the first figure of the indicator, the newest reports first."""
    wanted: dict[str, set[Figure]] = {}
    for one in indicator.figures:
        wanted.setdefault(one.report, set()).add(one.figure)
    newest = sorted(wanted, key=lambda name: told.places[name])
    firsts = (next((one for one in told.of(name) if one.row.figure in wanted[name]), None) for name in newest)
    return tuple(islice((one for one in firsts if one is not None), SIDE_BY_SIDE))


def _in_turn(told: _Told) -> Iterator[Highlight]:
    """The best figure of each report, then the second best of each …"""
    ranked = cache(lambda name: sorted(told.of(name), key=_rank))
    for turn in count():
        found = False
        for name in told.names:
            if turn < len(ranked(name)):
                found = True
                yield ranked(name)[turn]
        if not found:
            return


def _rank(one: Highlight) -> tuple[bool, bool, bool, int]:
    """What says most comes first: what, in the glossary's words; when; where. Then the shorter sentence."""
    figure = one.row.figure
    dated = bool(figure.period.start) and figure.period.basis == STATED
    return (not one.row.counts_en, not dated, not figure.near, len(one.row.sentence))


def _sentence(one: Highlight) -> tuple[str, str, tuple[int, int]]:
    return one.row.report.id, one.row.paragraph.anchor, one.row.figure.sentence
