"""The marker ``<!-- highlights 4 -->``: some figures, each with its sentence in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, pair, spread, zh
from build_scripts.publish.figure_table import label_nodes
from build_scripts.publish.figures_file import RowShown
from build_scripts.publish.statuses import spaced, status_marks


def render_highlights(count: int, context: Context) -> list[Element]:
    """The first ``count`` highlights, each figure a link to its paragraph; nothing where there are none."""
    groups = context.figures().highlights[:count]
    if not groups:
        return []
    items = [element("li", *_group(group, context)) for group in groups]
    return [spread(element("ul", *items, cls="dz-highlights", attrs=NO_SEARCH))]


def _group(group: Sequence[RowShown], context: Context) -> list[Node]:
    nodes: list[Node] = [element("p", *label_nodes(group[0]), cls="dz-highlight-what")]
    if len(group) > 1:
        nodes += [
            " ",
            element("small", *pair(f"{len(group)} 篇报告", f"{len(group)} reports"), cls="dz-count"),
        ]
    for row in group:
        nodes += _figure(row, context)
    return nodes


def _figure(row: RowShown, context: Context) -> list[Node]:
    report = context.site.reports.get(row.report)
    path = report.path if report else f"reports/{row.report}.md"
    link = element("a", zh(row.text, tag="b"), attrs={"href": context.links.to(path, row.anchor)})
    about: list[Node] = [zh(row.place)] if row.place else []
    about += [element("span", row.period)] if row.period else []
    small: list[Node] = []
    for node in about:
        small += [" · ", node] if small else [node]
    first: list[Node] = [link, " ", element("small", *small)] if small else [link]
    english = en(row.en, *spaced(status_marks(row.status, row.machine)), tag="p")
    return [element("p", *first, cls="dz-highlight-figure"), zh(*_marked(row), tag="p"), english]


def _marked(row: RowShown) -> list[Node]:
    """The sentence with the figure marked."""
    end = row.at + len(row.text)
    if row.sentence[row.at : end] != row.text:
        return [row.sentence]
    return [row.sentence[: row.at], element("mark", row.text), row.sentence[end:]]
