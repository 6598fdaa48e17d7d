"""What tells a theme from the others: its most telling words, and the places that its reports name.

``.duizhao/themes/ID.json`` (``duizhao.theme/1``), read by the page of the theme alone. Which reports a theme
has is in the data of the site.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts.annotate.keyness import Telling, telling_words
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.publish.entity_file import Reference, parse_references
from build_scripts.publish.things import Things, of_reports, rank
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
class ThemeData:
    """The words most telling first; the places most named first, with the numbers of this theme."""

    words: tuple[WordTold, ...] = ()
    places: tuple[Reference, ...] = ()


def theme_files(
    counts: Mapping[str, Mapping[str, int]],
    things: Things,
    members: Mapping[str, Collection[str]],
    lexicon: Lexicon,
    places: Collection[str],
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The file of each theme: its id, and its data in the form of the schema.

    Args:
        counts: for each report's id its words and how often each occurs.
        things: what reports name.
        members: the reports of each theme.
        lexicon: the glossary.
        places: the words that are names of places, which are listed as such.
    """
    told = telling_words(counts, members, MOST_WORDS, lambda word: word not in places)
    terms = {term.zh: term.id for term in lexicon.terms}
    for theme in sorted(members):
        here = of_reports(things.places, members[theme])
        yield (
            theme,
            {
                "schema": SCHEMA,
                "words": [_word(word, terms) for word in told[theme]],
                "places": rank(here, things.references, MOST_PLACES),
            },
        )


def _word(told: Telling, terms: Mapping[str, str]) -> dict[str, Any]:
    term = {"term": terms[told.word]} if told.word in terms else {}
    return {"zh": told.word, **term, "z": told.z, "count": told.count, "reports": told.reports}


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
    return ThemeData(tuple(words), parse_references(data.get("places")))
