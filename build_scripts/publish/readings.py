"""All readers of a report run over it once, and what they found is kept from one run to the next.

A new reader is one line of :class:`Readings`. The law (tested): with kept readings, without them and with
damaged ones, in one process or four, the same comes out. What was found is good for the very page, the very
program, and the terms of the glossary whose characters stand in the page: after one entry has changed, those
reports alone are read again that may hold it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from sys import intern
from typing import Annotated, Any, TypeVar, cast, get_args, get_type_hints

from build_scripts.annotate.annotated import AnnotatedPage, annotate_page
from build_scripts.annotate.entities import Fact, Link, Mention, PageEntities, read_entities
from build_scripts.annotate.figures import Figure, read_figures
from build_scripts.annotate.figures.model import Period
from build_scripts.annotate.held import Held
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.vocabulary import PageVocabulary, PageWord, SpelledWord, read_vocabulary, shared
from build_scripts.cache import Entries, to_json, value_from_json
from build_scripts.processes import send_as_calls
from build_scripts.publish.site_data import PageWords, read_words
from build_scripts.sync.front import Entry, FrontMatter
from build_scripts.sync.marks import Chinese, Mark
from build_scripts.sync.page import Marker, Page, Parts, Text, Unit, write

_Flat = TypeVar("_Flat")

Reader = Callable[[AnnotatedPage, Lexicon], Any]


def _without_lexicon(reader: Callable[[AnnotatedPage], Any]) -> Reader:
    """A reader that needs no more than the page, in the form of the others."""
    return lambda page, _: reader(page)


@dataclass(frozen=True, slots=True)
class Readings:
    """What was found in one report: for each reader a field, with the type of what it gives, and itself.

    A reader is a pure function, and what it gives a plain value: a frozen dataclass of texts, numbers,
    tuples, mappings by texts and such dataclasses (:func:`build_scripts.cache.value_from_json`).
    """

    words: Annotated[PageWords, read_words]
    entities: Annotated[PageEntities, read_entities]
    figures: Annotated[tuple[Figure, ...], _without_lexicon(read_figures)]
    vocabulary: Annotated[PageVocabulary, _without_lexicon(read_vocabulary)]


# Reports go to other processes, and what was found in them comes back.
send_as_calls(Page, FrontMatter, Entry, Unit, Parts, Marker, Text, Mark, Chinese)
send_as_calls(Readings, PageWords, PageEntities, Mention, Link, Fact, Figure, Period)
send_as_calls(PageVocabulary, PageWord, SpelledWord)

READERS: Mapping[str, Reader] = {
    name: get_args(hint)[1] for name, hint in get_type_hints(Readings, include_extras=True).items()
}
"""The readers by the name of their field."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where readings are kept, and the program that makes them (``build_scripts.cache.whole_program``)."""

    entries: Entries
    program: str


class Reading:
    """The readings of some reports, apart from who does them where: what is known already and what is not.

    ``missing`` are the reports that are to be read, in order. :meth:`found` is told of each report.
    """

    def __init__(self, pages: Mapping[str, Page], lexicon: Lexicon, kept: Kept) -> None:
        """``pages`` by their identifier; ``kept``: what an earlier run found, and what the next may use."""
        names = sorted(pages)
        held = Held(lexicon)
        self._kept = kept
        self._keys = {name: _key(kept, held, name, pages[name]) for name in names}
        self._known = {name: _load(kept, name, self._keys[name]) for name in names}
        self._names = names
        self.missing = dict.fromkeys(name for name in names if self._known.get(name) is None)

    def key(self, name: str) -> str:
        """A name for all that decides what is found in a report."""
        return self._keys[name]

    def found(self, name: str, read: Readings | None) -> Readings:
        """The readings of a report, its words as one object with those of others.

        Args:
            name: that of the report.
            read: what :func:`read_report` gave; None for a report that is not among the missing.
        """
        found = self._known.pop(name, None) if read is None else _shared(read)
        assert found is not None  # what is not known is missing
        return found

    def end(self) -> None:
        """All reports were read: what is kept of others goes."""
        self._kept.entries.prune(self._names)


def read_report(name: str, page: Page, lexicon: Lexicon) -> Readings:
    """What all readers find in one report, which is annotated once for them."""
    return read_annotated(annotate_page(name, page, lexicon), lexicon)


def read_annotated(annotated: AnnotatedPage, lexicon: Lexicon) -> Readings:
    """The same for a report that is annotated already."""
    return Readings(**{field: reader(annotated, lexicon) for field, reader in READERS.items()})


def keep_readings(kept: Kept, name: str, key: str, found: Readings) -> None:
    """Keep what was found in a report for the next run; ``key``: :meth:`Reading.key`."""
    kept.entries.seal(name, key, to_json(found))


def _key(kept: Kept, held: Held, name: str, page: Page) -> str:
    """A name for all that decides what is found in a page."""
    texts = [page.front.text("title"), page.front.text("subtitle"), *(unit.zh for unit in page.live_units)]
    parts = (kept.program, name, write(page), held.digest(texts))
    digests = [hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest() for part in parts]
    return hashlib.sha256(b"".join(digests)).hexdigest()


def _load(kept: Kept, name: str, key: str) -> Readings | None:
    body = kept.entries.sealed(name, key)
    return None if body is None else _shared(value_from_json(Readings, body))


def _shared(found: Readings) -> Readings:
    """The same readings, with the words that other reports have too as one object for all.

    A file, or another process, gives each report its own.
    """
    words = found.words
    counts = {intern(word): count for word, count in words.counts.items()}
    mentions = tuple((intern(term), intern(at), start, end) for term, at, start, end in words.mentions)
    counted = PageWords(counts, mentions, tuple(map(intern, words.places)))
    named = found.entities
    entities = PageEntities(
        named.id,
        named.date,
        tuple(map(_interned, named.mentions)),
        tuple(map(_interned, named.links)),
        tuple(map(_interned, named.facts)),
    )
    return Readings(counted, entities, tuple(map(_interned, found.figures)), shared(found.vocabulary))


def _interned(value: _Flat) -> _Flat:
    """The same dataclass, its texts and its period as one object with the equal ones of others."""
    kind = cast(Callable[..., _Flat], type(value))
    return kind(
        *[
            intern(part) if type(part) is str else _period(part) if type(part) is Period else part
            for part in _parts(kind)(value)
        ]
    )


@lru_cache
def _parts(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(cast(Any, kind))))


@lru_cache(maxsize=65_536)
def _period(period: Period) -> Period:
    return period
