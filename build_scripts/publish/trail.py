"""Where a report stands: its theme above it, and below it the reports before and after it in that theme.

The data of the report say it, so that no menu of all pages is needed, and a report that comes or goes
concerns the pages of its two neighbours alone.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, pair, spread, zh
from build_scripts.publish.site import Report
from build_scripts.publish.statuses import spaced, status_marks


def render_trail(report: Report, context: Context) -> list[Element]:
    """The way up from a report, whose title follows: its first theme; nothing without one."""
    theme = context.site.themes.get(report.themes[0]) if report.themes else None
    if theme is None:
        return []
    link = element("a", *pair(theme.title, theme.title_en), attrs={"href": context.links.to(theme.path)})
    attrs = {"aria-label": "位置 You are here", **NO_SEARCH}
    return [element("nav", link, " ›", cls="dz-trail", attrs=attrs)]


def render_neighbours(report_id: str, context: Context) -> list[Element]:
    """Links to the reports before and after this one by date, within its theme."""
    report = context.site.reports.get(report_id)
    if report is None:
        return []
    links = [
        _neighbour(context.site.reports.get(report.older), "older", ("上一篇", "Earlier"), context),
        _neighbour(context.site.reports.get(report.newer), "newer", ("下一篇", "Later"), context),
    ]
    there = [link for link in links if link is not None]
    if not there:
        return []
    attrs = {"aria-label": "同专题报告 Reports of this theme", **NO_SEARCH}
    return [spread(element("nav", *there, cls="dz-neighbours", attrs=attrs))]


def _neighbour(report: Report | None, kind: str, label: tuple[str, str], context: Context) -> Element | None:
    if report is None:
        return None
    heading = element("span", *pair(*label), cls="dz-label")
    attrs = {"href": context.links.to(report.path)}
    return element("a", heading, " ", *_titles(report), cls=f"dz-neighbour dz-neighbour--{kind}", attrs=attrs)


def _titles(report: Report) -> list[Node]:
    nodes: list[Node] = [zh(report.title)]
    if report.title_en:
        badges = spaced(status_marks(report.title_status, report.title_machine))
        nodes += [" ", en(report.title_en, *badges)]
    return nodes
