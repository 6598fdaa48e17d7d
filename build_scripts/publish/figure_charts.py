"""Charts of figures that can be compared: bars in a table, drawn at the build.

A table is what a screen reader reads and a phone lays out; the bar in each row is a drawing beside the
number: nothing is said twice, no text is scaled, and no script or style is needed (ADR 15).
"""

from __future__ import annotations

from fractions import Fraction
from xml.etree.ElementTree import Element

from build_scripts.annotate.figures.model import REPORT
from build_scripts.annotate.figures.units import in_base
from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, pair, spread, zh
from build_scripts.publish.figures_file import GroupShown, RowShown

_WIDTH = 400
_UNDATED = ("报告当年", "report’s year")
"""Said of a figure without a time, which stands for the year of its report."""


def group_name(group: GroupShown) -> list[Node]:
    """What is compared: the indicator in both languages where there is an English one, and its unit."""
    nodes: list[Node] = [zh(group.label)]
    if group.label_en:
        nodes += [" ", en(group.label_en)]
    return nodes


def chart(group: GroupShown, context: Context) -> Element:
    """Values of one indicator as bars: of several places in one year, or of one place over the years."""
    greatest = max(_size(row) for row in group.rows)
    rows = [_bar_row(row, greatest, bool(group.year), context) for row in group.rows]
    where = [group.year] if group.year else [zh(group.place)]
    caption = element("caption", *group_name(group), " · ", *where)
    first = ("地点", "Place") if group.year else ("年份", "Year")
    heads = [
        element("th", *pair(*first), attrs={"scope": "col"}),
        element("th", *pair("比较", "Compared"), attrs={"scope": "col", "aria-hidden": "true"}),
        element("th", *pair("数字", "Figure"), attrs={"scope": "col"}),
    ]
    table = element("table", caption, element("thead", element("tr", *heads)), cls="dz-index dz-chart")
    table.append(spread(element("tbody", *rows)))
    for name, value in NO_SEARCH.items():
        table.set(name, value)
    return table


def _bar_row(row: RowShown, greatest: Fraction, by_place: bool, context: Context) -> Element:
    name: Node = zh(row.place) if by_place else row.period.rpartition("/")[2][:4]
    width = int(_size(row) * _WIDTH / greatest) if greatest else 0
    drawing = element("svg", cls="dz-bar dz-chart-bar", attrs={"viewBox": f"0 0 {_WIDTH} 10"})
    drawing.set("preserveAspectRatio", "none")
    drawing.set("aria-hidden", "true")
    # What is not exact is drawn so; the word for it stands with the number.
    kind = "dz-chart-exact" if row.approx == "exact" else "dz-chart-about"
    drawing.append(element("rect", cls=kind, attrs={"width": str(max(width, 1)), "height": "10"}))
    report = context.site.reports.get(row.report)
    path = report.path if report else f"reports/{row.report}.md"
    link = element("a", zh(row.text), attrs={"href": context.links.to(path, row.anchor)})
    note: list[Node] = [" ", element("small", *pair(*_UNDATED))] if row.basis == REPORT else []
    return element(
        "tr",
        element("th", name, attrs={"scope": "row"}),
        element("td", drawing),
        element("td", link, *note, cls="dz-number"),
    )


def _size(row: RowShown) -> Fraction:
    """The value in the base unit of its dimension: 亩 and 公顷 have bars of one scale."""
    try:
        return abs(in_base(Fraction(row.value), row.unit))
    except (ValueError, ZeroDivisionError):
        return Fraction(0)
