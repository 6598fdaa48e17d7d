"""What pages know of each other: made from all pages, written to ``.duizhao/``.

``site.json`` is what every page may need: heads of reports, themes, terms. It stays small; what only one page
shows has a file of its own, see :mod:`.details`.

Pure and deterministic (Law 3): the same pages, glossary and themes give the same bytes. What costs time is
:func:`read_words`, once a page; it depends on that page and the glossary alone, so that a caller may spread
it over processes or keep its results.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from build_scripts.annotate.annotated import AnnotatedPage, annotate_page
from build_scripts.annotate.lexicon import Lexicon, Term
from build_scripts.annotate.related import content_words
from build_scripts.annotate.themes import Theme, assign_themes
from build_scripts.annotate.words import annotate
from build_scripts.diagnostics import Diagnostic
from build_scripts.library import page_path
from build_scripts.publish.codes import UNKNOWN_THEME
from build_scripts.publish.page_names import term_anchor, term_path
from build_scripts.publish.review import Review
from build_scripts.publish.site import SCHEMA, Report, read_report_data
from build_scripts.sync.marks import Status
from build_scripts.sync.page import Page, status
from build_scripts.sync.titles import title_mark

_DOCS = "docs/"


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the words of one report say: how often each content word occurs, and which terms and places where.

    ``mentions`` are the term's id, the anchor of the unit, and where the term first begins and ends in its
    Chinese: in reading order, one a term and unit; the title's and the subtitle's are none. ``places`` are
    the words that are names of places.
    """

    counts: Mapping[str, int]
    mentions: tuple[tuple[str, str, int, int], ...]
    places: tuple[str, ...] = ()


def read_words(page: AnnotatedPage, lexicon: Lexicon) -> PageWords:
    """Count the content words of ``page``, and list the terms and the names of places in it."""
    counts: Counter[str] = Counter()
    mentions: list[tuple[str, str, int, int]] = []
    places: set[str] = set()
    for text in page.texts:
        # Not +=, which looks through all that was counted so far.
        counts.update(content_words(text.words, lexicon))
        places.update(word.text for word in text.words if word.place)
        if not text.anchor:
            continue
        first = {word.term: word for word in reversed(text.words) if word.term}
        terms = dict.fromkeys(word.term for word in text.words if word.term)
        mentions += [(term, text.anchor, first[term].start, first[term].end) for term in terms]
    return PageWords(dict(sorted(counts.items())), tuple(mentions), tuple(sorted(places)))


def read_all(
    pages: Mapping[str, Page], lexicon: Lexicon, known: Mapping[str, PageWords] | None = None
) -> dict[str, PageWords]:
    """What :func:`read_words` gives for every page, by id.

    Args:
        pages: the report pages by their id.
        lexicon: the glossary.
        known: what is known already.
    """
    have = known or {}
    return {
        name: have.get(name) or read_words(annotate_page(name, pages[name], lexicon), lexicon)
        for name in sorted(pages)
    }


def build_site_data(
    pages: Mapping[str, Page],
    lexicon: Lexicon,
    themes: Sequence[Theme],
    words: Mapping[str, PageWords] | None = None,
    reviews: Mapping[str, Review] | None = None,
    chosen: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, Any]:
    """The data that every page may need, in the form of the schema ``duizhao.site/1``.

    Args:
        pages: the report pages by their id.
        lexicon: the glossary.
        themes: all themes.
        words: what :func:`read_words` gives for each page, where it is known already.
        reviews: how the texts were cleaned, of the reports that have a page about it.
        chosen: what :func:`themes_of` gives for each page, where it is known already.

    Returns:
        A dictionary of plain values for :func:`to_json`, its keys in a fixed order.
    """
    read = read_all(pages, lexicon, words)
    known = chosen or {}
    reports = {
        name: _report(name, pages[name], known[name] if name in known else themes_of(pages[name], themes))
        for name in read
    }
    around = _neighbours(reports)
    for name, report in reports.items():
        report["older"], report["newer"] = around[name]
        if reviews and name in reviews:
            report["doubts"] = reviews[name].doubts
    return {
        "schema": SCHEMA,
        "reports": reports,
        "themes": {theme.id: _theme(theme, reports) for theme in sorted(themes, key=lambda theme: theme.id)},
        "terms": _terms(lexicon, read),
    }


def with_pages(data: Mapping[str, Any], written: Collection[str]) -> dict[str, Any]:
    """``data``, in which a term has a page of its own only where that is among those ``written``."""
    terms = {
        name: {**term, "path": term["path"] if term["path"] in written else ""}
        for name, term in data["terms"].items()
    }
    return {**data, "terms": terms}


def _neighbours(reports: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, str]]:
    """For each report the ones before and after it by date, among those of the same first theme; or empty."""
    rows: dict[str, list[str]] = {}
    for name in sorted(reports, key=lambda name: (str(reports[name]["date"]), name)):
        rows.setdefault(next(iter(reports[name]["themes"]), ""), []).append(name)
    return {
        name: (older, newer)
        for row in rows.values()
        for older, name, newer in zip(["", *row], row, [*row[1:], ""], strict=False)
    }


def report_now(name: str, page: Page, themes: Sequence[Theme], before: Report | None) -> Report:
    """What the page of one report says of it now; what others decide, such as its neighbours, stays."""
    made = read_report_data(name, _report(name, page, themes_of(page, themes)))
    if before is None:
        return made
    kept = {key: getattr(before, key) for key in ("older", "newer", "doubts")}
    return replace(made, **kept)


def to_json(data: Mapping[str, Any]) -> str:
    """The text of the site data file: readable, one value a line, so that a change shows in a difference."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def unknown_themes(pages: Mapping[str, Page], themes: Sequence[Theme]) -> tuple[Diagnostic, ...]:
    """A diagnostic for each theme in a page's front matter that does not exist."""
    ids = {theme.id for theme in themes}
    found = []
    for name in sorted(pages):
        front = pages[name].front
        entry = next((entry for entry in front.entries if entry.key == "themes"), None)
        line = front.inner[: entry.start].count("\n") + 2 if entry else 1
        for theme in front.texts("themes"):
            if theme not in ids:
                message = f"there is no theme “{theme}” (docs/themes/{theme}.md)"
                found.append(Diagnostic(page_path(name), line, UNKNOWN_THEME.code, message))
    return tuple(found)


def _titles(page: Page) -> list[str]:
    return [text for text in (page.front.text("title"), page.front.text("subtitle")) if text]


def _report(name: str, page: Page, themes: Sequence[str]) -> dict[str, Any]:
    front = page.front
    counts = Counter(status(unit).value for unit in page.live_units)
    return {
        "path": page_path(name).removeprefix(_DOCS),
        "title": front.text("title"),
        "title_en": front.text("title_en"),
        **_title_status(page, "title"),
        "subtitle": front.text("subtitle"),
        "subtitle_en": front.text("subtitle_en"),
        **_title_status(page, "subtitle"),
        "authors": list(front.texts("authors")),
        "date": front.text("date"),
        "publisher": front.text("publisher"),
        "source": front.text("source"),
        "themes": list(themes),
        "counts": dict(sorted(counts.items())),
    }


def _title_status(page: Page, key: str) -> dict[str, Any]:
    true = title_mark(page.front, key)
    return {f"{key}_status": true.status.value, f"{key}_machine": Status.MACHINE in (true.status, true.prior)}


def themes_of(page: Page, themes: Sequence[Theme]) -> tuple[str, ...]:
    """The themes that a person has set; else those that the vocabulary gives."""
    return chosen_themes(page, themes) or assign_themes(*theme_texts(page), themes)


def chosen_themes(page: Page, themes: Sequence[Theme]) -> tuple[str, ...]:
    """The themes that a person has set, as far as there are such; or none."""
    ids = {theme.id for theme in themes}
    return tuple(dict.fromkeys(theme for theme in page.front.texts("themes") if theme in ids))


def theme_texts(page: Page) -> tuple[str, tuple[str, ...]]:
    """What tells the themes of a report: its titles, and its text by paragraph."""
    return " ".join(_titles(page)), tuple(unit.zh for unit in page.live_units)


def reports_by_theme(pages: Mapping[str, Page], themes: Sequence[Theme]) -> dict[str, tuple[str, ...]]:
    """The identifiers of the reports of each theme, for those who want no more of the site's data."""
    chosen = {name: themes_of(pages[name], themes) for name in sorted(pages)}
    ordered = sorted(themes, key=lambda theme: theme.id)
    return {theme.id: tuple(name for name in chosen if theme.id in chosen[name]) for theme in ordered}


def _theme(theme: Theme, reports: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    members = sorted(name for name, report in reports.items() if theme.id in report["themes"])
    members.sort(key=lambda name: str(reports[name]["date"]), reverse=True)
    return {
        "path": f"themes/{theme.id}.md",
        "title": theme.title,
        "title_en": theme.title_en,
        "reports": members,
    }


def _terms(lexicon: Lexicon, read: Mapping[str, PageWords]) -> dict[str, Any]:
    paragraphs: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for found in read.values():
        named = [mention[0] for mention in found.mentions]
        paragraphs.update(named)
        reports.update(set(named))
    return {
        term.id: {
            "zh": term.zh,
            "pinyin": _pinyin(term, lexicon),
            "en": term.en,
            "kind": term.kind,
            "page": term.path.removeprefix(_DOCS),
            "anchor": term_anchor(term.id),
            "path": term_path(term.id),
            "paragraphs": paragraphs[term.id],
            "reports": reports[term.id],
        }
        for term in lexicon.terms
    }


def _pinyin(term: Term, lexicon: Lexicon) -> str:
    """The pinyin that the glossary gives, or else the one that the heading gets in a text."""
    if term.pinyin:
        return term.pinyin
    return " ".join(word.pinyin or word.text for word in annotate(term.zh, lexicon))
