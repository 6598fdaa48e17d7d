"""Lists of other pages: reports, themes, and the relatives of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, ZH, Node, element, en, pair, spread, toc_label, zh
from build_scripts.publish.entity_links import entity_link
from build_scripts.publish.header import theme_links
from build_scripts.publish.list_pages import page_titles
from build_scripts.publish.offers import render_offers
from build_scripts.publish.page_links import page_links
from build_scripts.publish.paging import REPORTS, REPORTS_INDEX, page_path
from build_scripts.publish.report_data import Shared
from build_scripts.publish.site import Report, Term, year_of
from build_scripts.publish.statuses import list_marks, machine_mark, spaced, status_marks
from build_scripts.publish.telling import render_telling
from build_scripts.publish.timeline import year_label


def report_link(report: Report, context: Context) -> list[Node]:
    """The report's titles in both languages, the Chinese one being the link; machine English is marked."""
    href = context.links.to(report.path)
    nodes: list[Node] = [element("a", report.title, cls="dz-zh", lang="zh-Hans", attrs={"href": href})]
    if report.title_en:
        title = element("a", report.title_en, attrs={"href": href})
        nodes += [" ", en(title, *spaced(status_marks(report.title_status, report.title_machine)))]
    return nodes


def short_report_link(report: Report, context: Context, anchor: str = "") -> list[Node]:
    """The same for long lists: one link, to ``anchor``, and badges that :func:`.statuses.legend` explains."""
    attrs = {"href": context.links.to(report.path, anchor)}
    nodes: list[Node] = [element("a", report.title, cls="dz-zh", lang=ZH, attrs=attrs)]
    if report.title_en:
        badges = list_marks(report.title_status, report.title_machine)
        nodes += [" ", en(report.title_en, *spaced(badges))]
    return nodes


def report_list(reports: Iterable[Report], context: Context, themes: bool = True) -> Element:
    """A list of reports in the order given: date, both titles, both decks, themes."""
    items = []
    for report in reports:
        nodes: list[Node] = [element("div", *report_link(report, context), cls="dz-entry__title")]
        if report.date:
            stamp = element("time", report.date, cls="dz-entry__date", attrs={"datetime": report.date})
            nodes.insert(0, stamp)
        if report.subtitle:
            deck: list[Node] = [zh(report.subtitle, tag="p")]
            if report.subtitle_en:
                badges = status_marks(report.subtitle_status, report.subtitle_machine)
                deck.append(en(report.subtitle_en, *spaced(badges), tag="p"))
            nodes.append(element("div", *deck, cls="dz-entry__deck"))
        if themes and report.themes:
            nodes.append(element("p", *theme_links(report.themes, context), cls="dz-entry__themes"))
        items.append(element("li", *nodes, cls="dz-entry"))
    # The texts are in the index already, on the reports' own pages.
    return spread(element("ul", *items, cls="dz-entries", attrs=NO_SEARCH))


def render_reports(theme_id: str, context: Context, number: int = 1) -> list[Element]:
    """All reports by year, newest first, or those of one theme, with what is telling of it; page ``number``.

    Nothing when there are no site data.
    """
    listed = context.site.reports_on(theme_id, number)
    if not listed.total:
        empty = [element("p", *pair("暂无报告", "No reports yet"), cls="dz-empty")]
        return empty if context.site.latest(1) else []
    path = f"themes/{theme_id}.md" if theme_id else REPORTS_INDEX
    parts = _list_heading(theme_id, context, number)
    if theme_id and number == 1:
        parts = [*render_telling(theme_id, context), *parts]
    if number == 1:
        parts = [*parts, *render_offers(theme_id, context)]
    many = REPORTS.pages(listed.total) > 1
    if many:
        parts += _year_links(path, context.site.years(theme_id), context)
    for year, group in groupby(listed.items, key=lambda report: year_of(report.date)):
        heading = year_heading(year, "h3" if theme_id and number == 1 else "h2")
        if many:
            heading.set("id", year_anchor(year))
        parts.append(heading)
        parts.append(report_list(group, context, themes=not theme_id))
    return [*parts, *page_links(path, number, listed.total, REPORTS, context)]


def _list_heading(theme_id: str, context: Context, number: int) -> list[Element]:
    """On a further page its title; on the first page of a theme the heading of the list."""
    theme = context.site.themes.get(theme_id)
    titles = (theme.title, theme.title_en) if theme else ("报告", "Reports")
    if number > 1:
        titles = page_titles(titles, number)
        heading = element("h1", *pair(*titles), cls="dz-heading", attrs={"id": "list"})
    elif theme:
        titles = ("报告", "Reports")
        heading = element("h2", *pair(*titles), cls="dz-heading", attrs=NO_SEARCH)
    else:
        return []
    heading.set("data-toc-label", toc_label(*titles))
    return [heading]


def year_anchor(year: str) -> str:
    """The anchor of the heading of a year."""
    return f"year-{year or '0'}"


def _year_links(path: str, years: Sequence[tuple[str, int]], context: Context) -> list[Element]:
    """Links to where each year begins, on whichever page that is."""
    items = []
    for year, page in years:
        href = context.links.to(page_path(path, page), year_anchor(year))
        items.append(element("li", element("a", *year_label(year), attrs={"href": href})))
    attrs = {"aria-label": "按年份 By year", **NO_SEARCH}
    return [spread(element("nav", spread(element("ul", *items)), cls="dz-letters", attrs=attrs))]


def year_heading(year: str, tag: str) -> Element:
    """The heading of the reports of a year; no search finds it."""
    heading = element(tag, *year_label(year), cls="dz-year", attrs=NO_SEARCH)
    heading.set("data-toc-label", year or toc_label("日期不详", "Undated"))
    return heading


def render_latest(count: int, context: Context) -> list[Element]:
    """The ``count`` newest reports."""
    reports = context.site.latest(count)
    return [report_list(reports, context)] if reports else []


def render_themes(context: Context) -> list[Element]:
    """The themes in the order of the data, each with the number of its reports."""
    items = []
    for theme in context.site.themes.values():
        link = element("a", *pair(theme.title, theme.title_en), attrs={"href": context.links.to(theme.path)})
        number = len(theme.reports)
        count = pair(f"{number} 篇", f"{number} report{'' if number == 1 else 's'}")
        items.append(element("li", link, " ", element("small", *count, cls="dz-count")))
    return [spread(element("ul", *items, cls="dz-themes"))] if items else []


def render_related(report_id: str, context: Context) -> list[Element]:
    """The nearest relatives of a report with the reasons; nothing when it has none."""
    items = []
    for relative in context.report(report_id).related:
        other = context.site.reports.get(relative.id)
        if other is None:
            continue
        nodes: list[Node] = [element("div", *report_link(other, context), cls="dz-entry__title")]
        if relative.shared:
            reasons = _reasons(relative.shared, context)
            label = element("span", *pair("两篇都有", "Both"), cls="dz-label")
            nodes.append(element("p", label, " ", *reasons, cls="dz-entry__reasons"))
        items.append(element("li", *nodes, cls="dz-entry"))
    if not items:
        return []
    heading = element("h2", *pair("相关报告", "Related reports"), cls="dz-heading", attrs={"id": "related"})
    heading.set("data-toc-label", toc_label("相关报告", "Related reports"))
    return [heading, spread(element("ul", *items, cls="dz-entries dz-related", attrs=NO_SEARCH))]


_KINDS = (
    ("terms", "术语", "terms"),
    ("places", "地点", "places"),
    ("documents", "文件", "documents"),
    ("organisations", "机构", "organisations"),
    ("formulas", "提法", "formulas"),
    ("words", "词语", "words"),
)


def _reasons(reasons: Sequence[Shared], context: Context) -> list[Node]:
    """What two reports share, by kind; a term and a place lead to where else they are."""
    nodes: list[Node] = []
    for kind, chinese, english in _KINDS:
        found = [reason for reason in reasons if reason.kind == kind]
        if not found:
            continue
        label = element("small", *pair(chinese, english), cls="dz-label")
        nodes += [" ", element("span", label, *_listed(found, context), cls="dz-reasons")]
    return nodes[1:]


def _listed(reasons: Sequence[Shared], context: Context) -> list[Node]:
    nodes: list[Node] = []
    for reason in reasons:
        nodes += ["、" if nodes else " ", _reason(reason, context)]
    return nodes


def _reason(reason: Shared, context: Context) -> Node:
    term = context.term(reason.id)
    if term is not None:
        rendered: list[Node] = [" ", en(term.en)] if term.en else []
        return element("span", term_link(term, context), *rendered)
    if reason.thing is None:
        return zh(reason.zh, cls="")
    thing = reason.thing
    marks = spaced([machine_mark()] if thing.machine else [])
    english: list[Node] = [" ", en(thing.en, *marks)] if thing.en else []
    return element("span", entity_link(thing, context), *english)


def term_link(term: Term, context: Context) -> Element:
    """A link to the term's page: Chinese, with pinyin and English as its title."""
    title = " · ".join(part for part in (term.pinyin, term.en) if part)
    attrs = {"href": context.term_address(term), "title": title}
    return element("a", term.zh, cls="dz-term", lang="zh-Hans", attrs=attrs)
