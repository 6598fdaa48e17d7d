"""The data that one page each shows, made from all pages: of reports, of themes, of terms.

Pure and deterministic, and made one file at a time, so that the mentions of all terms in thousands of reports
need not be held as texts. Written by :mod:`.detail_files`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.related import related_reports
from build_scripts.annotate.sentence_pairs import pair_at
from build_scripts.publish.english import plain_english
from build_scripts.publish.home_data import home_file
from build_scripts.publish.report_data import report_files
from build_scripts.publish.review import Review
from build_scripts.publish.site_data import PageWords
from build_scripts.publish.term_data import Quote, Reading, term_files
from build_scripts.publish.theme_data import theme_files
from build_scripts.sync.marks import Status, effective
from build_scripts.sync.nodes import Unit
from build_scripts.sync.page import Page


def detail_files(
    pages: Mapping[str, Page],
    lexicon: Lexicon,
    words: Mapping[str, PageWords],
    members: Mapping[str, Collection[str]],
    reviews: Mapping[str, Review] | None = None,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files that one page each reads: their path below ``.duizhao/`` without ``.json``, and their data.

    Args:
        pages: the report pages by their id.
        lexicon: the glossary.
        words: what :func:`.site_data.read_words` gives, for all pages.
        members: the reports of each theme.
        reviews: how the texts were cleaned, of the reports that have a page about it.
    """
    kinds = _kinds(lexicon, words)
    counts = {name: words[name].counts for name in sorted(words)}
    shared = {name: {**counts[name], **_titles_counted(words[name])} for name in counts}
    for name, data in report_files(related_reports(shared, preferred=kinds.keys()), kinds, reviews or {}):
        yield f"reports/{name}", data
    places = {name: found.places for name, found in words.items()}
    yield "home", home_file({name: sum(1 for _ in pages[name].live_units) for name in counts}, places)
    terms = {term.zh: term.id for term in lexicon.terms}
    for name, data in theme_files(counts, places, members, terms):
        yield f"themes/{name}", data
    order = sorted(counts, key=lambda name: pages[name].front.text("date"), reverse=True)
    readings = {
        name: Reading(pages[name].front.text("date"), words[name].mentions, words[name].places)
        for name in order
    }
    for name, data in term_files([term.id for term in lexicon.terms], readings, _quoting(pages)):
        yield f"terms/{name}", data


def _titles_counted(found: PageWords) -> dict[str, int]:
    """The documents that a report names, as words to compare reports by: 《…》 and in how many units."""
    return dict(Counter(f"《{title}》" for title, _ in found.documents))


def _kinds(lexicon: Lexicon, words: Mapping[str, PageWords]) -> dict[str, tuple[str, str]]:
    """Which of the words that reports share are terms (with the id), places or documents."""
    kinds = {f"《{title}》": ("document", "") for found in words.values() for title, _ in found.documents}
    kinds |= {name: ("place", "") for found in words.values() for name, _ in found.places}
    return kinds | {term.zh: ("term", term.id) for term in lexicon.terms}


def _quoting(pages: Mapping[str, Page]) -> Quote:
    """Gives the sentences of the reports. A report's units are looked up, and its English is read, once."""
    units: dict[str, dict[str, Unit]] = {}
    english: dict[str, str] = {}

    def quote(name: str, anchor: str, at: int) -> Mapping[str, Any]:
        if name not in units:
            units[name] = {f"u-{unit.zh_hash}": unit for unit in pages[name].live_units}
        unit = units[name][anchor]
        if unit.en not in english:
            english[unit.en] = plain_english(unit.en)
        pair = pair_at(unit.zh, english[unit.en], at)
        true = effective(unit.mark, unit.en)
        machine = Status.MACHINE in (true.status, true.prior)
        return {"zh": pair.zh, "en": pair.en, "status": true.status.value, "machine": machine}

    return quote
