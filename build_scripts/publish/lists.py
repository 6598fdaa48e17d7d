"""Lists of other pages: reports, themes, relatives, and the index of terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from build_scripts.publish.chinese import key
from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, pair, spread, toc_label, zh
from build_scripts.publish.header import theme_links
from build_scripts.publish.report_data import Shared
from build_scripts.publish.site import Report, Term
from build_scripts.publish.statuses import spaced, status_marks


def report_link(report: Report, context: Context) -> list[Node]:
    """The report's titles in both languages, the Chinese one being the link; machine English is marked."""
    href = context.links.to(report.path)
    nodes: list[Node] = [element("a", report.title, cls="dz-zh", lang="zh-Hans", attrs={"href": href})]
    if report.title_en:
        title = element("a", report.title_en, attrs={"href": href})
        nodes += [" ", en(title, *spaced(status_marks(report.title_status, report.title_machine)))]
    return nodes


def report_list(reports: Iterable[Report], context: Context, themes: bool = True) -> list[Element]:
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
    if not items:
        return [element("p", *pair("暂无报告", "No reports yet"), cls="dz-empty")]
    # The texts are in the index already, on the reports' own pages.
    return [spread(element("ul", *items, cls="dz-entries", attrs=NO_SEARCH))]


def render_reports(theme_id: str, context: Context) -> list[Element]:
    """All reports, newest first, or those of one theme; nothing when there are no site data."""
    if not context.site.reports:
        return []
    reports = context.site.newest_first()
    if theme_id:
        reports = tuple(report for report in reports if theme_id in report.themes)
    return report_list(reports, context, themes=not theme_id)


def render_latest(count: int, context: Context) -> list[Element]:
    """The ``count`` newest reports."""
    return report_list(context.site.newest_first()[:count], context) if context.site.reports else []


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
            label = element("span", *pair("共同点", "In common"), cls="dz-label")
            nodes.append(element("p", label, " ", *reasons, cls="dz-entry__reasons"))
        items.append(element("li", *nodes, cls="dz-entry"))
    if not items:
        return []
    heading = element("h2", *pair("相关报告", "Related reports"), cls="dz-heading", attrs={"id": "related"})
    heading.set("data-toc-label", toc_label("相关报告", "Related reports"))
    return [heading, spread(element("ul", *items, cls="dz-entries dz-related", attrs=NO_SEARCH))]


def _reasons(reasons: Sequence[Shared], context: Context) -> list[Node]:
    """Each reason; one that is a term of the glossary links to it and is given in English, too."""
    nodes: list[Node] = []
    for reason in reasons:
        nodes += ["、"] if nodes else []
        term = context.term(reason.id)
        nodes.append(term_link(term, context) if term else zh(reason.zh, cls=""))
    return nodes


def term_link(term: Term, context: Context) -> Element:
    """A link to the term's entry: Chinese, with pinyin and English as its title."""
    title = " · ".join(part for part in (term.pinyin, term.en) if part)
    attrs = {"href": context.links.to(term.page, term.anchor), "title": title}
    return element("a", term.zh, cls="dz-term", lang="zh-Hans", attrs=attrs)


def render_glossary_index(context: Context) -> list[Element]:
    """The table of all terms in the order of their pinyin: Chinese, pinyin, English, number of mentions."""
    terms = sorted(context.site.terms.values(), key=lambda term: (key(term.pinyin), term.zh))
    if not terms:
        return []
    labels = (("词", "Term"), ("拼音", "Pinyin"), ("英译", "English"), ("段落", "Paragraphs"))
    head = element("tr", *(element("th", *pair(*label), attrs={"scope": "col"}) for label in labels))
    rows = [
        element(
            "tr",
            element("td", term_link(term, context) if term.page else term.zh, lang="zh-Hans"),
            element("td", term.pinyin, cls="dz-pinyin", lang="zh-Latn-pinyin"),
            element("td", term.en, lang="en"),
            element("td", str(term.paragraphs), cls="dz-number"),
        )
        for term in terms
    ]
    # The entries themselves are in the index; the table would answer every search a second time.
    return [
        element(
            "table", element("thead", head), spread(element("tbody", *rows)), cls="dz-index", attrs=NO_SEARCH
        )
    ]
