"""The page of one term: what it is, when and beside which places it stands, and the reports that name it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from build_scripts.annotate.lexicon import Term as Entry
from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, pair, spread, toc_label, zh
from build_scripts.publish.entity_file import PagerEntry
from build_scripts.publish.glossary import entry_explanation, entry_fields, where_label
from build_scripts.publish.list_pages import part_titles
from build_scripts.publish.lists import short_report_link, year_anchor, year_heading
from build_scripts.publish.page_links import named_page_links
from build_scripts.publish.page_names import term_path
from build_scripts.publish.paging import page_path
from build_scripts.publish.place_links import place_list
from build_scripts.publish.site import Report, Term, year_of
from build_scripts.publish.statuses import around_mark, legend, list_marks, missing_english, spaced
from build_scripts.publish.term_data import Mention, TermData
from build_scripts.publish.timeline import timeline
from build_scripts.publish.view_switch import view_switch

MOST_LINKS = 20
"""So many paragraphs of one report are linked; how many more there are is said."""


def render_term(term_id: str, context: Context, number: int = 1) -> list[Element]:
    """The elements of ``<!-- term ID -->`` and, for its further pages, of ``<!-- term ID page=2 -->``."""
    term = context.site.terms.get(term_id)
    if term is None:
        return [element("p", *pair("暂无数据", "No data yet"), cls="dz-empty")]
    data = context.term_page(term_id, number)
    parts = [_heading(term, number)]
    if number == 1:
        entry = context.entry(term.zh)
        parts += _entry(entry, term, context) if entry and entry.id == term_id else []
        parts += timeline(data.years)
        parts += _places(data, context)
        parts += [
            _section("reports", "见于报告", "In reports"),
            element("p", *where_label(term), cls="dz-where", attrs=NO_SEARCH),
        ]
    listed = _mentions(data.mentions, context, "h3" if number == 1 else "h2")
    above, below = (_pages(term_id, number, data, context) for _ in range(2))
    return [*parts, *above, *legend(listed), *listed, *below]


def _heading(term: Term, number: int) -> Element:
    titles = (term.zh, term.en) if number == 1 else part_titles((term.zh, term.en), number)
    nodes: list[Node] = [zh(titles[0]), " ", en(titles[1])] if titles[1] else [zh(titles[0])]
    heading = element("h1", *nodes, cls="dz-heading dz-term-heading", attrs={"id": "term"})
    heading.set("data-toc-label", toc_label(*titles))
    return heading


def _pages(term_id: str, number: int, data: TermData, context: Context) -> list[Element]:
    """From the first page a link to where each year begins, if there are more; from others to the next."""
    path = term_path(term_id)
    if number == 1:
        links = [
            PagerEntry(
                context.links.to(page_path(path, page), year_anchor(year)),
                year or "无日期",
                "" if year else "undated",
            )
            for year, page in data.older
        ]
    else:
        beside = ((1, "最新", "Newest"), (data.newer, "较新", "Newer"), (data.before, "较早", "Older"))
        links = [
            PagerEntry(context.links.to(page_path(path, page)), chinese, english)
            for page, chinese, english in beside
            if page
        ]
    return named_page_links(links, "", lambda address: address)


def _section(anchor: str, chinese_title: str, title: str) -> Element:
    heading = element("h2", *pair(chinese_title, title), cls="dz-heading", attrs={"id": anchor, **NO_SEARCH})
    heading.set("data-toc-label", toc_label(chinese_title, title))
    return heading


def _entry(entry: Entry, term: Term, context: Context) -> list[Element]:
    link = element("a", *pair("词汇表中的条目", "The entry in the glossary"))
    link.set("href", context.links.to(term.page, term.anchor))
    back = [element("p", link, cls="dz-where", attrs=NO_SEARCH)] if term.page else []
    return [entry_fields(entry, context), view_switch(), *entry_explanation(entry, context), *back]


def _places(data: TermData, context: Context) -> list[Element]:
    if not data.places:
        return []
    note = pair("同段提到的地点和段数。", "Places named in the same paragraphs, with the number of these.")
    heading = _section("places", "地点", "Places")
    return [
        heading,
        element("p", *note, cls="dz-note", attrs=NO_SEARCH),
        place_list(((place, place.count) for place in data.places), context),
    ]


def _mentions(mentions: Sequence[Mention], context: Context, tag: str) -> list[Element]:
    """The reports by year, each with its paragraphs and, if it is one of the newest, the sentence."""
    asked = ((context.site.reports.get(found.report), found) for found in mentions)
    known = [(report, found) for report, found in asked if report is not None]
    parts: list[Element] = []
    for year, group in groupby(known, key=lambda pair: year_of(pair[0].date)):
        heading = year_heading(year, tag)
        heading.set("id", year_anchor(year))
        items = [(_quoted if found.zh else _named)(report, found, context) for report, found in group]
        parts += [heading, spread(element("ul", *items, cls="dz-entries dz-mentions", attrs=NO_SEARCH))]
    return parts


def _named(report: Report, found: Mention, context: Context) -> Element:
    """A report on one line; its title leads to the first paragraph, the numbers behind it to the others."""
    anchor = found.anchors[0] if found.anchors else ""
    nodes: list[Node] = [element("time", report.date), " "] if report.date else []
    nodes += short_report_link(report, context, anchor)
    return element("li", *nodes, *_links(report, found, context, start=2))


def _quoted(report: Report, found: Mention, context: Context) -> Element:
    """A report with the first sentence that names the term, and its English, its state said as everywhere."""
    said, start, end = found.zh, found.start, found.end
    marked: list[Node] = [said[:start], element("mark", said[start:end], cls="dz-mentioned"), said[end:]]
    english: list[Node] = [missing_english()]
    if found.en:
        english = [found.en, *spaced(list_marks(found.status, found.machine))]
        english += [] if found.exact else [" ", around_mark()]
    return element(
        "li",
        *([element("time", report.date)] if report.date else []),
        element("div", *short_report_link(report, context), cls="dz-entry__title"),
        element("div", zh(*marked, tag="p"), en(*english, tag="p"), cls="dz-unit dz-quote"),
        element("p", *_links(report, found, context)[1:], cls="dz-entry__links"),
        cls="dz-entry",
    )


def _links(report: Report, found: Mention, context: Context, start: int = 1) -> list[Node]:
    """A numbered link for each paragraph from the one of number ``start`` on."""
    nodes: list[Node] = []
    for number, anchor in enumerate(found.anchors[start - 1 : MOST_LINKS], start=start):
        attrs = {"href": context.links.to(report.path, anchor)}
        nodes += [" ", element("a", f"¶{number}", cls="dz-place", attrs=attrs)]
    more = len(found.anchors) - MOST_LINKS
    return nodes if more <= 0 else [*nodes, " ", *pair(f"另有 {more} 段", f"and {more} more")]
