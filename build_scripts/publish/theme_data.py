"""What tells a theme from the others: its most telling words, and the places that its reports name.

``.duizhao/themes/ID.json`` (``duizhao.theme/1``), read by the page of the theme alone. Which reports a theme
has is in the data of the site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.annotate.keyness import Telling, telling_words
from build_scripts.publish.tolerant import document, number, objects, text

SCHEMA = "duizhao.theme/1"

MOST_WORDS, MOST_PLACES = 20, 20


@dataclass(frozen=True, slots=True)
class WordTold:
    """A telling word: its term's id (empty if it is none), how often it occurs and in how many reports."""

    zh: str
    term: str
    count: int
    reports: int


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """A place, in how many paragraphs it is named, and in how many reports."""

    name: str
    paragraphs: int
    reports: int


@dataclass(frozen=True, slots=True)
class ThemeData:
    """The words most telling first, the places most named first."""

    words: tuple[WordTold, ...] = ()
    places: tuple[PlaceNamed, ...] = ()


def theme_files(
    counts: Mapping[str, Mapping[str, int]],
    places: Mapping[str, Sequence[tuple[str, str]]],
    members: Mapping[str, Collection[str]],
    terms: Mapping[str, str],
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The file of each theme: its id, and its data in the form of the schema.

    Args:
        counts: for each report's id its words and how often each occurs.
        places: for each report the places and the anchor of each paragraph that names one.
        members: the reports of each theme.
        terms: the id of each term by its heading.
    """
    named = {name for found in places.values() for name, _ in found}
    # A place is listed among the places, a document is no word.
    told = telling_words(counts, members, MOST_WORDS, lambda word: word not in named and word[0] != "《")
    for theme in sorted(members):
        yield (
            theme,
            {
                "schema": SCHEMA,
                "words": [_word(word, terms) for word in told[theme]],
                "places": rank_places({name: places.get(name, ()) for name in members[theme]}, MOST_PLACES),
            },
        )


def _word(told: Telling, terms: Mapping[str, str]) -> dict[str, Any]:
    term = {"term": terms[told.word]} if told.word in terms else {}
    return {"zh": told.word, **term, "z": told.z, "count": told.count, "reports": told.reports}


def rank_places(places: Mapping[str, Sequence[tuple[str, str]]], limit: int) -> list[dict[str, Any]]:
    """The places that most reports name, then those in most paragraphs, as plain values.

    Args:
        places: as for :func:`theme_files`, of the reports that count.
        limit: how many places at most.
    """
    paragraphs: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for found in places.values():
        paragraphs.update(name for name, _ in found)
        reports.update({name for name, _ in found})
    ordered = sorted(reports, key=lambda name: (-reports[name], -paragraphs[name], name))[:limit]
    return [{"zh": name, "paragraphs": paragraphs[name], "reports": reports[name]} for name in ordered]


def parse_places(value: Any) -> tuple[PlaceNamed, ...]:
    """The places in what :func:`rank_places` gave, read from a file."""
    found = objects(value)
    return tuple(
        PlaceNamed(text(item.get("zh")), number(item.get("paragraphs")), number(item.get("reports")))
        for item in found
    )


def parse_theme(source: str) -> ThemeData:
    """Read the text of such a file; an empty :class:`ThemeData` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return ThemeData()
    words = (
        WordTold(
            text(item.get("zh")),
            text(item.get("term")),
            number(item.get("count")),
            number(item.get("reports")),
        )
        for item in objects(data.get("words"))
    )
    return ThemeData(tuple(words), parse_places(data.get("places")))
