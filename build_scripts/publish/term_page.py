"""The page of one term: what it is, when and beside which places it stands, and the reports that name it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from build_scripts.annotate.lexicon import Term as Entry
from build_scripts.publish.chinese import chinese
from build_scripts.publish.context import Context
from build_scripts.publish.elements import EN, NO_SEARCH, ZH, Node, element, en, pair, spread, toc_label, zh
from build_scripts.publish.entities import around_note
from build_scripts.publish.glossary import entry_explanation, entry_fields, where_label
from build_scripts.publish.lists import report_link, year_heading
from build_scripts.publish.page_links import page_links
from build_scripts.publish.place_links import place_list
from build_scripts.publish.site import Report, Term, term_path, year_of
from build_scripts.publish.statuses import missing_english, spaced, status_marks
from build_scripts.publish.term_data import PAGING, Mention, TermData
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
    parts += _mentions(data.mentions, term, context, "h3" if number == 1 else "h2")
    return [*parts, *page_links(term_path(term_id), number, data.total, PAGING, context)]


def _heading(term: Term, number: int) -> Element:
    nodes: list[Node] = [zh(term.zh), " ", en(term.en)] if term.en else [zh(term.zh)]
    if number > 1:
        nodes += [" ", element("small", *pair(f"第{number}页", f"Page {number}"), cls="dz-count")]
    heading = element("h1", *nodes, cls="dz-heading dz-term-heading", attrs={"id": "term"})
    heading.set("data-toc-label", toc_label(term.zh, term.en))
    return heading


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


def _mentions(mentions: Sequence[Mention], term: Term, context: Context, tag: str) -> list[Element]:
    """The reports by year, each with its paragraphs and, on the first page, the sentence."""
    asked = ((context.site.reports.get(found.report), found) for found in mentions)
    known = [(report, found) for report, found in asked if report is not None]
    parts: list[Element] = []
    for year, group in groupby(known, key=lambda pair: year_of(pair[0].date)):
        items = [_mention(report, found, term, context) for report, found in group]
        parts.append(year_heading(year, tag))
        parts.append(spread(element("ul", *items, cls="dz-entries dz-mentions", attrs=NO_SEARCH)))
    return parts


def _mention(report: Report, found: Mention, term: Term, context: Context) -> Element:
    nodes: list[Node] = [element("div", *report_link(report, context), cls="dz-entry__title")]
    if report.date:
        nodes.insert(0, element("time", report.date, cls="dz-entry__date", attrs={"datetime": report.date}))
    if found.zh:
        nodes.append(_quoted(found, term, context))
    return element(
        "li", *nodes, element("p", *_links(report, found, context), cls="dz-entry__links"), cls="dz-entry"
    )


def _quoted(found: Mention, term: Term, context: Context) -> Element:
    """The first sentence that names the term, with its English, its state said as everywhere."""
    english: list[Node] = [missing_english()]
    if found.en:
        english = [found.en, *spaced(status_marks(found.status, found.machine))]
        english += [] if found.exact else [" ", around_note()]
    return spread(
        element(
            "div",
            element("p", *chinese(found.zh, context, marked=term.id), cls="dz-zh", lang=ZH),
            element("p", *english, cls="dz-en", lang=EN),
            cls="dz-unit dz-quote",
        )
    )


def _links(report: Report, found: Mention, context: Context) -> list[Node]:
    """A numbered link for each paragraph."""
    nodes: list[Node] = []
    for number, anchor in enumerate(found.anchors[:MOST_LINKS], start=1):
        label = f"第{number}处 · paragraph {number}"
        attrs = {"href": context.links.to(report.path, anchor), "aria-label": label}
        nodes += [" ", element("a", f"¶{number}", cls="dz-place", attrs=attrs)]
    more = len(found.anchors) - MOST_LINKS
    return nodes[1:] if more <= 0 else [*nodes[1:], " ", *pair(f"另有 {more} 段", f"and {more} more")]
