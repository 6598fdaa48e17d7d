"""When something was written of: a row for each year, with a bar drawn at build; no script is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from build_scripts.publish.elements import NO_SEARCH, Node, element, pair, spread, toc_label
from build_scripts.publish.term_data import Year

_WIDTH = 1000
"""Of the longest bar, in the units of its drawing."""

_LONGEST_GAP = 10
"""Years without a mention are shown as such; a longer gap is left out."""

_LABELS = (("年份", "Year"), ("", ""), ("段落", "Paragraphs"), ("报告", "Reports"))


def timeline(years: Sequence[Year]) -> list[Element]:
    """Heading and table of the years, oldest first; nothing where no year is known."""
    dated = [year for year in years if year.year]
    if not dated:
        return []
    heading = element("h2", *pair("出现时间", "When"), cls="dz-heading", attrs={"id": "when", **NO_SEARCH})
    heading.set("data-toc-label", toc_label("出现时间", "When"))
    most = max(year.paragraphs for year in years)
    rows = [_row(year, most) for year in [*with_gaps(dated), *(year for year in years if not year.year)]]
    cells = [
        element("th", *pair(*label), attrs={"scope": "col"}) if label[0] else element("td")
        for label in _LABELS
    ]
    table = element(
        "table",
        element("thead", element("tr", *cells)),
        spread(element("tbody", *rows)),
        cls="dz-index dz-years",
        attrs=NO_SEARCH,
    )
    return [heading, table]


def with_gaps(years: Iterable[Year]) -> list[Year]:
    """Dated years in order, and between them those in which there is nothing.

    >>> [year.year for year in with_gaps([Year("2021", 2, 1), Year("2018", 1, 1)])]
    ['2018', '2019', '2020', '2021']
    """
    full: list[Year] = []
    for year in sorted(years, key=lambda year: year.year):
        before = int(full[-1].year) if full else int(year.year)
        if 1 < int(year.year) - before <= _LONGEST_GAP:
            full += [Year(f"{between:04}", 0, 0) for between in range(before + 1, int(year.year))]
        full.append(year)
    return full


def _row(year: Year, most: int) -> Element:
    head = element("th", *year_label(year.year), attrs={"scope": "row"})
    numbers = [element("td", f"{n:,}", cls="dz-number") for n in (year.paragraphs, year.reports)]
    return element("tr", head, element("td", _bar(year.paragraphs, most)), *numbers)


def year_label(year: str) -> list[Node]:
    """A year, or that there is none."""
    return [year] if year else pair("日期不详", "Undated")


def _bar(count: int, most: int) -> Element:
    """The number beside it as a drawing, which says nothing more to a screen reader."""
    attrs = {"viewBox": f"0 0 {_WIDTH} 10", "preserveAspectRatio": "none", "aria-hidden": "true"}
    drawing = element("svg", cls="dz-bar", attrs=attrs)
    if count:
        width = str(max(count * _WIDTH // most, 4))
        drawing.append(element("rect", cls="dz-bar--human", attrs={"width": width, "height": "10"}))
    return drawing
