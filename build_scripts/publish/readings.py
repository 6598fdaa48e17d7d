"""All readers of a report run over it once, and what they found is kept from one run to the next.

A new reader is one line of :class:`Readings`. The law (tested): with kept readings, without them and with
damaged ones, in one process or four, the same comes out. What was found is good for the very page, the very
program, and the terms of the glossary whose characters stand in the page: after one entry has changed, those
reports alone are read again that may hold it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache, partial
from operator import attrgetter
from sys import intern
from typing import Annotated, Any, TypeVar, cast, get_args, get_type_hints

from build_scripts.annotate.annotated import AnnotatedPage, annotate_page
from build_scripts.annotate.entities import PageEntities, read_entities
from build_scripts.annotate.figures import Figure, read_figures
from build_scripts.annotate.figures.model import Period
from build_scripts.annotate.held import Held
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.vocabulary import PageVocabulary, read_vocabulary, shared
from build_scripts.cache import Entries, to_json, value_from_json
from build_scripts.processes import in_processes
from build_scripts.publish.site_data import PageWords, read_words
from build_scripts.sync.page import Page, write

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


READERS: Mapping[str, Reader] = {
    name: get_args(hint)[1] for name, hint in get_type_hints(Readings, include_extras=True).items()
}
"""The readers by the name of their field."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where readings are kept, and the program that makes them (``build_scripts.cache.whole_program``)."""

    entries: Entries
    program: str


def read_reports(
    pages: Mapping[str, Page],
    lexicon: Lexicon,
    kept: Kept | None = None,
    *,
    jobs: int = 1,
    tick: Callable[[], None] = lambda: None,
) -> dict[str, Readings]:
    """What all readers find in each report, by its identifier and in the order of these.

    Args:
        pages: the report pages by their identifier.
        lexicon: the glossary.
        kept: what an earlier run kept and the next may use; the result does not depend on it.
        jobs: processes to use; 0 stands for one per processor. The result does not depend on it.
        tick: called after each report, for a progress bar.
    """
    return dict(_read(pages, lexicon, kept, jobs, tick))


def _read(
    pages: Mapping[str, Page], lexicon: Lexicon, kept: Kept | None, jobs: int, tick: Callable[[], None]
) -> Iterator[tuple[str, Readings]]:
    names = sorted(pages)
    held = Held(lexicon)
    keys = {name: _key(kept, held, name, pages[name]) for name in names} if kept else {}
    known = {name: _load(kept, name, keys[name]) for name in names} if kept else dict.fromkeys(names)
    missing = [(name, pages[name]) for name in names if known[name] is None]
    made = in_processes(partial(read_report, lexicon=lexicon), missing, jobs)
    for name in names:
        found = known[name]
        if found is None:
            found = _shared(next(made))
            if kept:
                kept.entries.seal(name, keys[name], to_json(found))
        yield name, found
        tick()
    if kept:
        kept.entries.prune(names)


def read_report(name: str, page: Page, lexicon: Lexicon) -> Readings:
    """What all readers find in one report, which is annotated once for them."""
    annotated = annotate_page(name, page, lexicon)
    return Readings(**{field: reader(annotated, lexicon) for field, reader in READERS.items()})


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
