"""A page's Markdown divided into what is ours, as elements, and what is left to Python-Markdown, as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from build_scripts.publish.cleaning import render_cleaning
from build_scripts.publish.code_list import render_codes
from build_scripts.publish.context import Context
from build_scripts.publish.dashboard import render_dashboard
from build_scripts.publish.downloads import render_downloads
from build_scripts.publish.english import english_blocks
from build_scripts.publish.entities import render_entity
from build_scripts.publish.entity_lists import render_entities, render_entity_kinds
from build_scripts.publish.figure_table import render_report_figures
from build_scripts.publish.figures import render_figures
from build_scripts.publish.glossary import render_glossary
from build_scripts.publish.header import doubt_links, render_header
from build_scripts.publish.highlights import render_highlights
from build_scripts.publish.home import render_numbers, render_search, render_top_places
from build_scripts.publish.languages import mark_languages
from build_scripts.publish.lists import (
    render_latest,
    render_related,
    render_reports,
    render_themes,
)
from build_scripts.publish.markers import Marker, read_marker
from build_scripts.publish.offers import render_offers
from build_scripts.publish.reading import Part as ReportPart
from build_scripts.publish.reading import read_report
from build_scripts.publish.structured_pages import list_data, report_data, term_data
from build_scripts.publish.term_index import render_glossary_index
from build_scripts.publish.term_page import render_term
from build_scripts.publish.trail import render_neighbours
from build_scripts.publish.units import NO_LINES, Around, Unit, render_units
from build_scripts.publish.vocabulary import render_vocabulary
from build_scripts.publish.wordlist import render_words

Part = str | list[Element]

_FENCE = re.compile(r" {0,3}(```|~~~)")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def assemble(text: str, context: Context) -> list[Part]:
    """Divide the Markdown of a page; white space of the host is normalised already.

    A report page is ours as a whole: text outside of its units is shown literally, so that neither a
    damaged marker nor a machine's English can bring HTML into the page. On every other page only the
    markers are ours.
    """
    body = _FRONT_MATTER.sub("", text, count=1) if text.lstrip("\ufeff").startswith("---") else text
    report = read_report(body)
    if report is not None:
        return list(_report(report, context))
    return list(_markers(body, context))


def _report(report: tuple[ReportPart, ...], context: Context) -> Iterator[list[Element]]:
    """The parts of a report page in order; at the end its figures, its words and its neighbours."""
    name = next((part.argument for part in report if isinstance(part, Marker) and part.name == "report"), "")
    context.ready(name)
    lines, names = context.lines(name) or NO_LINES, context.entities.links(name)
    around = Around(doubt_links(name, context), lines, names)
    for _, group in groupby(report, key=lambda part: isinstance(part, Unit)):
        parts = list(group)
        yield render_units((part for part in parts if isinstance(part, Unit)), context, around)
        for part in parts:
            if isinstance(part, Marker):
                render = render_header if part.name == "report" else render_related
                yield render(part.argument, context)
            elif isinstance(part, str):
                yield _loose(part)
    yield render_report_figures(name, context)
    vocabulary = render_vocabulary(name, context)
    yield render_words([part for part in report if isinstance(part, Unit)], vocabulary, context)
    yield render_neighbours(name, context)
    yield report_data(name, context)


def _loose(text: str) -> list[Element]:
    """Text of a report page that belongs to no unit: literal but for inline Markdown."""
    blocks = english_blocks(text)
    for block in blocks:
        root = Element("div")
        root.append(block)
        mark_languages(root)
    return blocks


def _markers(text: str, context: Context) -> Iterator[Part]:
    """An ordinary page: each marker outside of fenced code is replaced, all else left as it is."""
    lines = text.split("\n")
    fence = ""
    done = 0
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if found and (not fence or fence == found.group(1)):
            fence = "" if fence else found.group(1)
        marker = None if fence or found else read_marker(line)
        if marker is None:
            continue
        yield "\n".join([*lines[done:number], ""])
        if marker.name == "glossary":
            yield from render_glossary("\n".join(["", *lines[number + 1 :]]), context)
            return
        yield _render_marker(marker, context)
        done = number + 1
    yield "\n".join(lines[done:])


def _render_marker(marker: Marker, context: Context) -> list[Element]:
    match marker.name:
        case "reports":
            found = render_reports(marker.argument, context, marker.page)
            return [*found, *(list_data(marker.argument, context) if found and marker.page == 1 else [])]
        case "latest":
            return render_latest(int(marker.argument), context)
        case "themes":
            return render_themes(context)
        case "search":
            return render_search()
        case "numbers":
            return render_numbers(context)
        case "highlights":
            return render_highlights(int(marker.argument), context)
        case "top-places":
            return render_top_places(int(marker.argument), context)
        case "glossary-index":
            return render_glossary_index(context, marker.page)
        case "term":
            data = term_data(marker.argument, context) if marker.page == 1 else []
            return [*render_term(marker.argument, context, marker.page), *data]
        case "cleaning":
            return render_cleaning(marker.argument, context)
        case "codes":
            return render_codes()
        case "offers":
            return render_offers("", context)
        case "downloads":
            return render_downloads(context)
        case "entity":
            return render_entity(marker.argument, context)
        case "entities":
            return render_entities(marker.argument, context)
        case "entity-kinds":
            return render_entity_kinds(context)
        case "dashboard":
            return render_dashboard(context)
        case "figures":
            return render_figures(context)
    return []
