"""The data that one page each shows, made from all pages: of reports, of themes, of terms.

Pure and deterministic, and made one file at a time, so that the mentions of all terms in thousands of reports
need not be held as texts. Written by :mod:`.detail_files`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from build_scripts.annotate.divisions import divisions
from build_scripts.annotate.entity_index import Entity
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.related import related_reports
from build_scripts.annotate.sentences import sentence_pair
from build_scripts.publish.english import plain_english
from build_scripts.publish.home_data import home_file
from build_scripts.publish.report_data import report_files
from build_scripts.publish.review import Review
from build_scripts.publish.site_data import PageWords
from build_scripts.publish.term_data import Quote, Reading, term_files
from build_scripts.publish.theme_data import theme_files
from build_scripts.publish.things import Things, gather_things
from build_scripts.sync.marks import Status, effective
from build_scripts.sync.nodes import Unit
from build_scripts.sync.page import Page


def detail_files(
    pages: Mapping[str, Page],
    lexicon: Lexicon,
    words: Mapping[str, PageWords],
    members: Mapping[str, Collection[str]],
    entities: Sequence[Entity],
    reviews: Mapping[str, Review] | None = None,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files that one page each reads: their path below ``.duizhao/`` without ``.json``, and their data.

    Args:
        pages: the report pages by their id.
        lexicon: the glossary.
        words: what :func:`.site_data.read_words` gives, for all pages.
        members: the reports of each theme.
        entities: what all reports together name.
        reviews: how the texts were cleaned, of the reports that have a page about it.
    """
    counts = {name: words[name].counts for name in sorted(words)}
    things = gather_things(entities)
    places = {place for found in words.values() for place in found.places}
    kinds = _kinds(lexicon, things, places)
    shared = {name: _comparable(found, things.named.get(name, ())) for name, found in counts.items()}
    for name, data in report_files(related_reports(shared, preferred=kinds.keys()), kinds, reviews or {}):
        yield f"reports/{name}", data
    yield "home", home_file({name: sum(1 for _ in pages[name].live_units) for name in counts}, things)
    for name, data in theme_files(counts, things, members, lexicon, places):
        yield f"themes/{name}", data
    order = sorted(counts, key=lambda name: pages[name].front.text("date"), reverse=True)
    readings = {
        name: Reading(pages[name].front.text("date"), words[name].mentions, things.places.get(name, ()))
        for name in order
    }
    for name, data in term_files(lexicon.terms, readings, things.references, _quoting(pages)):
        yield f"terms/{name}", data


def _comparable(counts: Mapping[str, int], named: Sequence[tuple[str, str]]) -> dict[str, int]:
    """What a report is compared with others by: its words, of which those for divisions are these themselves.

    隆回 and 隆回县 are one place so, and two counties of one name are two.
    """
    known = divisions()
    kept = {
        word: count for word, count in counts.items() if word not in known.full and word not in known.short
    }
    return {**kept, **Counter(address for address, _ in named)}


def _kinds(lexicon: Lexicon, things: Things, places: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """What pages say of the words that are more than words, see :class:`.report_data.Shared`."""
    kinds: dict[str, Mapping[str, Any]] = {name: {"kind": "places", "zh": name} for name in places}
    for address, thing in things.references.items():
        # Without the numbers of all reports: a new report changes no page that it has nothing to do with.
        plain = {**thing, "count": 0, "reports": 0}
        kinds[address] = {"kind": thing["kind"], "zh": thing["zh"], "thing": plain}
    return kinds | {term.zh: {"kind": "terms", "zh": term.zh, "id": term.id} for term in lexicon.terms}


def _quoting(pages: Mapping[str, Page]) -> Quote:
    """Gives the sentences of the reports. A report's units are looked up, and its English is read, once."""
    units: dict[str, dict[str, Unit]] = {}
    english: dict[str, str] = {}

    def quote(name: str, anchor: str, start: int, end: int, hint: str) -> Mapping[str, Any]:
        if name not in units:
            units[name] = {f"u-{unit.zh_hash}": unit for unit in pages[name].live_units}
        unit = units[name][anchor]
        if unit.en not in english:
            english[unit.en] = plain_english(unit.en)
        pair = sentence_pair(unit.zh, start, end, english[unit.en], hint)
        true = effective(unit.mark, unit.en)
        machine = Status.MACHINE in (true.status, true.prior)
        return {
            "zh": unit.zh[pair.start : pair.end],
            "start": start - pair.start,
            "end": end - pair.start,
            "en": pair.english,
            "exact": pair.exact,
            "status": true.status.value,
            "machine": machine,
        }

    return quote
