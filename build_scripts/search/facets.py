"""What results can be narrowed to, and what is suggested while somebody types: from the data of the site.

Everything is looked up by the address of a built page, so that pages that are no reports (glossary, places,
themes) are found as well; these only have their kind.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from build_scripts.publish.entity_file import Reference
from build_scripts.publish.site import Site
from build_scripts.search.places import places_of
from build_scripts.search.syllables import toneless
from build_scripts.search.units import folded

# What a page is: the first folder of its address says it.
_FOLDERS = {
    "reports": "report",
    "themes": "theme",
    "glossary": "term",
    "terms": "term",
    "places": "place",
    "documents": "document",
    "organisations": "organisation",
    "formulas": "formula",
    "offices": "office",
}
_NO_NAME = re.compile("[^a-z0-9-]")

SHARDS = 64
"""The files that suggestions are spread over, by their first character: one is loaded for each beginning."""

MOST = 400
"""Suggestions of one file at most, the most mentioned first: a file stays within some 30 KB."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that has a page: its names, what it is, its address, and how much it weighs."""

    zh: str
    en: str
    pinyin: str
    kind: str
    path: str
    weight: int


def filters_of(
    path: str, site: Site, places: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> Mapping[str, Sequence[str]]:
    """The values by which results are narrowed, for the built page at ``path``.

    ``places``: for each report the codes of its places; the page of a place has its own.
    """
    kind = kind_of(path)
    report = (
        site.reports.get(path.removeprefix("reports/").removesuffix(".html")) if kind == "report" else None
    )
    if report is None:
        own = places_of([path])
        return {"kind": ["page" if kind == "report" else kind], **({"place": own} if own else {})}
    return {
        "kind": [kind],
        "place": places.get(report.id, ()),
        "theme": sorted(report.themes),
        "year": [report.date[:4]] if report.date else [],
        "status": sorted(status for status, count in report.counts.items() if count),
    }


def kind_of(path: str) -> str:
    """What the page at ``path`` is.

    >>> kind_of("reports/hill.html"), kind_of("reports/index.html"), kind_of("about.html")
    ('report', 'page', 'page')
    """
    folder, _, name = path.partition("/")
    return _FOLDERS.get(folder, "page") if name and not name.startswith("index.") else "page"


def labels(site: Site, places: bool = False) -> str:
    """The JSON with the names of themes, which filters show: small, loaded with the first search.

    ``places``: whether there are places to narrow results to; their names are in a file of their own.
    """
    themes = {theme.id: [theme.title, theme.title_en] for theme in site.themes.values()}
    years = sorted({report.date[:4] for report in site.reports.values() if report.date}, reverse=True)
    data = {"schema": "duizhao.search/1", "themes": themes, "years": years, "places": places}
    return json.dumps(data, ensure_ascii=False)


def suggestions(site: Site, named: Iterable[Reference] = ()) -> Iterator[Suggestion]:
    """Terms, themes, the titles of reports, and what these name: places, documents …"""
    for one in named:
        path = f"{one.path.removesuffix('.md')}.html"
        yield Suggestion(one.zh, one.en, one.pinyin, _FOLDERS.get(one.kind, "page"), path, 2 + one.count)
    for term in site.terms.values():
        if term.path or term.page:
            entry = f"{term.page.removesuffix('.md')}.html#{term.anchor}"
            path = f"{term.path.removesuffix('.md')}.html" if term.path else entry
            yield Suggestion(term.zh, term.en, term.pinyin, "term", path, 3 + term.paragraphs)
    for theme in site.themes.values():
        path = theme.path.removesuffix(".md") + ".html"
        yield Suggestion(theme.title, theme.title_en, "", "theme", path, 1000 + len(theme.reports))
    for report in site.reports.values():
        path = report.path.removesuffix(".md") + ".html"
        yield Suggestion(report.title, report.title_en, "", "report", path, 1)


def shards(found: Iterable[Suggestion]) -> dict[str, str]:
    """The files of suggestions by their names: a suggestion is in the file of each of its beginnings."""
    by_shard: dict[str, dict[Suggestion, None]] = {}
    for suggestion in sorted(found, key=lambda it: (-it.weight, it.zh, it.path)):
        for start in dict.fromkeys(shard_of(text) for text in beginnings(suggestion) if text):
            chosen = by_shard.setdefault(start, {})
            if len(chosen) < MOST:
                chosen[suggestion] = None
    return {
        name: json.dumps(
            [[it.zh, it.en, it.pinyin, it.kind, it.path] for it in chosen],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for name, chosen in sorted(by_shard.items())
    }


def beginnings(suggestion: Suggestion) -> tuple[str, ...]:
    """What somebody may begin to type: Chinese, English (each word of it), pinyin without tones."""
    words = [word for word in folded(suggestion.en)[0].split() if len(word) > 2 or word.isdigit()]
    return (folded(suggestion.zh)[0].lstrip("“《「"), *words, toneless(suggestion.pinyin))


def shard_of(text: str) -> str:
    """The file in which something that begins like ``text`` is found: by its first character.

    >>> shard_of("乡村") == shard_of("乡里"), shard_of("abc")
    (True, 'a')
    """
    first = unicodedata.normalize("NFC", text)[0]
    if first.isascii() and first.isalnum():
        return first
    return f"h{ord(first) % SHARDS:02d}"


def filter_file(name: str, value: str) -> str:
    """The file that lists the pages with a value of a filter; the browser names it in the same way.

    >>> filter_file("year", "2021"), filter_file("theme", "乡村")
    ('year-2021', 'theme-_4e61__6751_')
    """
    return _NO_NAME.sub(lambda found: f"_{ord(found[0]):x}_", f"{name}-{value}")


def filter_lists(pages: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, str]:
    """The files with the pages of each value, by their names: JSON with the numbers of pages, each counted
    from the one before.

    >>> filter_lists([{"kind": ["page"]}, {"kind": ["report"]}, {"kind": ["page"]}])
    {'kind-page': '[0,2]', 'kind-report': '[1]'}

    Args:
        pages: the filters of each page that can be found, in the order in which pages are counted.
    """
    lists: dict[str, list[int]] = {}
    lasts: dict[str, int] = {}
    for number, filters in enumerate(pages):
        for file in [filter_file(name, value) for name, values in filters.items() for value in values]:
            lists.setdefault(file, []).append(number - lasts.get(file, 0))
            lasts[file] = number
    return {file: json.dumps(lists[file], separators=(",", ":")) for file in sorted(lists)}
