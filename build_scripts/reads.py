"""What is read in each report, from one annotation of it: words and terms, and what it names.

Each value is of one page and the glossary alone, so that a caller may keep it until one of the two changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.entities import PageEntities, read_entities
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.publish.site_data import PageWords, read_words
from build_scripts.sync.page import Page


@dataclass(frozen=True, slots=True)
class Reads:
    """What was read, by the identifier of the report."""

    words: Mapping[str, PageWords]
    entities: Mapping[str, PageEntities]


def read_pages(pages: Mapping[str, Page], lexicon: Lexicon) -> Reads:
    """Annotate each page once and read all that is wanted of it."""
    words: dict[str, PageWords] = {}
    entities: dict[str, PageEntities] = {}
    for name in sorted(pages):
        annotated = annotate_page(name, pages[name], lexicon)
        words[name] = read_words(annotated, lexicon)
        entities[name] = read_entities(annotated, lexicon)
    return Reads(words, entities)
