"""Figures in rows: what is counted, how much, when, where, and the sentence that says it in both languages.

The browser draws further rows of the same form (docs/assets/duizhao-figures.js): change one with the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from build_scripts.annotate.figures.units import unit_english
from build_scripts.publish.context import Context
from build_scripts.publish.elements import (
    EN,
    NO_SEARCH,
    ZH,
    Node,
    Written,
    data_html,
    element,
    en,
    pair,
    spread,
    toc_label,
    zh,
)
from build_scripts.publish.figure_names import BASES, CHANGES, EXACTNESS, grouped
from build_scripts.publish.figures_file import RowShown
from build_scripts.publish.html_writer import on_page
from build_scripts.publish.languages import with_chinese_marked
from build_scripts.publish.statuses import spaced, status_marks

HEADS = (
    ("指标", "Indicator"),
    ("数字", "Figure"),
    ("时间", "Time"),
    ("地点", "Place"),
    ("出处", "Where it is said"),
)


def figure_table(
    rows: Iterable[RowShown], context: Context, cls: str = "", caption: Sequence[Node] = ()
) -> Element:
    """The table of ``rows`` below its ``caption``, kept out of the search, which has the texts already."""
    heads = [element("th", *pair(*head), attrs={"scope": "col"}) for head in HEADS]
    body = spread(element("tbody", *[_row(row, context) for row in rows]))
    named = [element("caption", *caption)] if caption else []
    table = element("table", *named, element("thead", element("tr", *heads)), body, attrs=NO_SEARCH)
    table.set("class", f"dz-index dz-figures{f' {cls}' if cls else ''}")
    return element("div", table, cls="dz-figures-box")


def _row(row: RowShown, context: Context) -> Element:
    cells = (
        element("td", *value_nodes(row), cls="dz-figure"),
        element("td", *_time(row)),
        element("td", *_place(row)),
        element("td", *_source(row, context), cls="dz-figure-source"),
    )
    return element("tr", element("th", *label_nodes(row), attrs={"scope": "row"}), *cells)


def label_nodes(row: RowShown) -> list[Node]:
    """What is counted; the English only where the glossary has it."""
    nodes: list[Node] = [zh(row.label)] if row.label else [element("span", "–", cls="dz-none")]
    if row.label_en:
        nodes += [" ", en(row.label_en)]
    if row.per and row.per not in row.label:
        nodes += [" ", element("small", zh(row.per))]
    return nodes


def value_nodes(row: RowShown) -> list[Node]:
    """The figure as written; below it the value in whole units, and what words say of it."""
    value = grouped(row.value) + (f"–{grouped(row.high)}" if row.high else "")
    notes: list[Node] = whole_value(row.text, value, row.unit)
    for names, key in ((CHANGES, row.change), (EXACTNESS, row.approx)):
        if key in names and key not in ("level", "exact"):
            between: list[Node] = [" · "] if notes else []
            notes += [*between, *pair(*names[key])]
    written = element("b", zh(row.text))
    return [written, " ", element("small", *notes)] if notes else [written]


def whole_value(text: str, value: str, unit: str) -> list[Node]:
    """The value in whole units where the text does not say it in the same way: 三成 is 30%."""
    if unit == "%":
        return [] if f"{value}%" in text else [f"{value}%"]
    if english := unit_english(unit):
        return [zh(f"{value}{unit}"), " ", en(f"{value} {english}")]
    return [] if value in text else [value]


def _time(row: RowShown) -> list[Node]:
    nodes: list[Node] = [row.period] if row.period else []
    if row.period_text:
        nodes += [*([" "] if nodes else []), element("small", zh(row.period_text))]
    if row.basis in BASES and row.period:
        nodes += [" ", element("small", "(", *pair(*BASES[row.basis]), ")")]
    return nodes


def _place(row: RowShown) -> list[Node]:
    if not row.place:
        return []
    note: list[Node] = [] if row.near else [" ", element("small", *pair("（报告所述）", "(of the report)"))]
    return [zh(row.place), *note]


def _source(row: RowShown, context: Context) -> list[Node]:
    """The sentence with the figure marked, the link to its paragraph, and the English folded."""
    end = row.at + len(row.text)
    marked = row.sentence[row.at : end] == row.text
    sentence: list[Node] = [row.sentence]
    if marked:
        sentence = [row.sentence[: row.at], element("mark", row.text), row.sentence[end:]]
    report = context.site.reports.get(row.report)
    title: list[Node] = pair(report.title, report.title_en) if report else [row.report]
    if report and report.title_en:
        title += spaced(status_marks(report.title_status, report.title_machine))
    path = report.path if report else f"reports/{row.report}.md"
    link = element("a", *title, attrs={"href": context.links.to(path, row.anchor), "data-report": row.report})
    nodes: list[Node] = [zh(*sentence, tag="p"), element("p", link, cls="dz-figure-report")]
    if row.en:
        badges = status_marks(row.status, row.machine)
        summary = element("summary", zh("本段英文"), " ", en("English of the paragraph"), *spaced(badges))
        nodes.append(element("details", summary, en(row.en, tag="p"), cls="dz-figure-english"))
    return nodes


def render_report_figures(report_id: str, context: Context) -> list[Element]:
    """The figures of a report in a folded list at its end; nothing where it has none."""
    rows = context.report_figures(report_id) if report_id else ()
    if not rows:
        return []
    label = ("本文数字", "Figures in this report")
    heading = element("h2", *pair(*label), cls="dz-heading", attrs={"id": "figures"})
    heading.set("data-toc-label", toc_label(*label))
    number = len(rows)
    count = pair(f"共 {number} 个，可回到原段", f"{number}, each with a link to its paragraph")
    body = element("tbody", Written("".join([_short(row) for row in rows])), lang=ZH)
    heads = [element("th", *pair(*head), attrs={"scope": "col"}) for head in HEADS[:4]]
    table = element("table", element("thead", element("tr", *heads)), body, attrs=NO_SEARCH)
    table.set("class", "dz-index dz-figures dz-figures--report")
    box = element("div", table, cls="dz-figures-box")
    return [heading, element("details", element("summary", *count), box, cls="dz-words dz-figure-list")]


def _short(row: RowShown) -> str:
    """A row of dozens, written at once; its text is Chinese where it does not say otherwise."""
    label = data_html(row.label) or "<span class=dz-none>–</span>"
    if row.label_en:
        label += f" {_english(data_html(row.label_en))}"
    if row.per and row.per not in row.label:
        label += f" <small>{data_html(row.per)}</small>"
    place = data_html(row.place) if row.place and row.near else ""
    return (
        f"<tr><th scope=row>{label}</th><td><a{on_page(row.anchor)}>{data_html(row.text)}</a></td>"
        f"<td>{data_html(row.period_text or '')}</td><td>{place}</td></tr>\n"
    )


def _english(html: str) -> str:
    return f"<span class=dz-en lang={EN}>{with_chinese_marked(html)}</span>"
