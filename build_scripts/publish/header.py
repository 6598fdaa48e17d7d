"""The head of a report: titles, deck, by-line, themes, how far the translation is, and the view switch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from build_scripts.publish.chinese import chinese, chinese_elements
from build_scripts.publish.context import Context
from build_scripts.publish.elements import EN, NO_SEARCH, ZH, Node, element, en, pair, spread, toc_label, zh
from build_scripts.publish.more import files, more, more_below
from build_scripts.publish.offers import report_offer
from build_scripts.publish.page_names import cleaning_path
from build_scripts.publish.site import Report
from build_scripts.publish.statuses import (
    LABELS,
    in_words,
    marked_title,
    missing_english,
    spaced,
    status_marks,
)
from build_scripts.publish.trail import render_trail
from build_scripts.publish.view_switch import view_switch


def render_header(report_id: str, context: Context) -> list[Element]:
    """The elements of ``<!-- report ID -->``; without the report's data only the view switch.

    The heading stands outside of any wrapper, so that search and contents take the page as its section.
    """
    report = context.site.reports.get(report_id)
    if report is None:
        return [view_switch(listen=True)]
    head = [*render_trail(report, context), *_title(report, context)]
    return [*head, *_deck(report, context), _facts(report, context), view_switch(listen=True)]


def _title(report: Report, context: Context) -> list[Element]:
    heading = element(
        "h1",
        zh(*chinese_elements(report.title, context)),
        " ",
        en(*_translated(report.title_en, report.title_status, report.title_machine)),
        cls="dz-heading dz-title",
        attrs={"id": "u-title", "data-status": report.title_status},
    )
    heading.set(
        "data-toc-label", toc_label(report.title, marked_title(report.title_en, report.title_machine))
    )
    at = _at("title", report, context)
    return [heading, more_below(in_words(report.title_status, report.title_machine), at)]


def _at(key: str, report: Report, context: Context) -> tuple[int, int]:
    lines = context.lines(report.id)
    return lines.lines.get(key, (0, 0)) if lines else (0, 0)


def _translated(text: str, status: str, machine: bool) -> list[Node]:
    """A title in English with its badges, or the notice that there is none."""
    return [text, *spaced(status_marks(status, machine))] if text else [missing_english()]


def _deck(report: Report, context: Context) -> list[Element]:
    if not report.subtitle:
        return []
    status, machine = report.subtitle_status, report.subtitle_machine
    english = _translated(report.subtitle_en, status, machine)
    return [
        spread(
            element(
                "div",
                element("p", *chinese(report.subtitle, context), cls="dz-zh", lang=ZH),
                element("p", *english, cls="dz-en", lang=EN),
                more(in_words(status, machine), _at("subtitle", report, context)),
                cls="dz-deck",
                attrs={"id": "u-subtitle", "data-status": status},
            )
        )
    ]


def _facts(report: Report, context: Context) -> Element:
    """By-line, date, publisher, themes, state of the translation: kept out of the search index."""
    box = element("div", cls="dz-facts", attrs=NO_SEARCH)
    if report.authors:
        box.append(fact("作者", "By", [zh("、".join(report.authors), cls="")], cls="dz-by"))
    if report.date:
        box.append(fact("日期", "Date", [element("time", report.date, attrs={"datetime": report.date})]))
    if report.publisher:
        box.append(fact("刊发", "Published in", [zh(report.publisher, cls="")], cls="dz-published"))
    if report.themes:
        box.append(fact("专题", "Themes", theme_links(report.themes, context)))
    if report.counts:
        box.append(fact("译文", "Translation", _progress(report.counts)))
    if report.doubts is not None:
        cleaning = _cleaning(report, report.doubts, context)
        box.append(fact("整理", "Cleaning", cleaning, cls="dz-cleaned"))
    if book := report_offer(report.id, context):
        box.append(fact("电子书", "E-book", [book], cls="dz-book"))
    if lines := context.lines(report.id):
        box.append(files(lines, report.id, context))
    return spread(box)


def _cleaning(report: Report, doubts: int, context: Context) -> list[Node]:
    """The link to the page about the cleaning, with the number of doubts if there are any."""
    href = {"href": context.links.to(cleaning_path(report.id))}
    nodes: list[Node] = [element("a", *pair("文本整理说明", "How this text was cleaned"), attrs=href)]
    if doubts:
        label = pair(f"存疑 {doubts} 处", f"{doubts} doubtful")
        nodes += [" · ", element("span", *label, cls="dz-doubts")]
    return nodes


def doubt_links(report_id: str, context: Context) -> Mapping[str, str]:
    """From the anchors of doubtful paragraphs to the places that tell why they are."""
    report = context.site.reports.get(report_id)
    if report is None or report.doubts is None:
        return {}
    path = cleaning_path(report_id)
    marks = context.report(report_id).marks
    return {anchor: context.links.to(path, f"L{line}") for anchor, line in marks.items()}


def fact(
    chinese_label: str, label: str, nodes: Sequence[Node], search: bool = True, cls: str = ""
) -> Element:
    """A line of the box of facts: its label in both languages, and what it says.

    A paragraph each: of a section, Material's search shows those blocks that match.
    """
    attrs = None if search else NO_SEARCH
    return element("p", element("b", *pair(chinese_label, label)), " ", *nodes, cls=cls, attrs=attrs)


def theme_links(theme_ids: tuple[str, ...], context: Context) -> list[Node]:
    """Links to themes, between commas; a theme without a page is left out."""
    nodes: list[Node] = []
    for theme in (context.site.themes.get(theme_id) for theme_id in theme_ids):
        if theme is not None:
            link = element("a", *pair(theme.title, theme.title_en), cls="dz-theme")
            link.set("href", context.links.to(theme.path))
            nodes += [" ", link] if nodes else [link]
    return nodes


def _progress(counts: Mapping[str, int]) -> list[Node]:
    """How many paragraphs stand in which state, e.g. “人译 human 3”; empty states are left out."""
    nodes: list[Node] = []
    for status, label in LABELS.items():
        if counts.get(status, 0) > 0:
            state = element("span", *label.nodes(), f" {counts[status]}")
            state.set("class", f"dz-state dz-state--{status}")
            nodes += [" ", state] if nodes else [state]
    return nodes
