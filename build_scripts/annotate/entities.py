"""What a report names: places, documents, organisations, numbered formulas, offices.

:func:`read_entities` is pure and of one page alone; its value holds all that pages about these things need
of the report, so that it can be kept until the report or the glossary changes. Persons are read nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.divisions import lineage
from build_scripts.annotate.formulas import FormulaMention, english_formula, read_formulas
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.offices import read_offices
from build_scripts.annotate.organisations import OrganisationMention, read_organisations
from build_scripts.annotate.place_mentions import PlaceMention, read_places
from build_scripts.annotate.place_names import proper_english
from build_scripts.annotate.sentences import sentence_pair
from build_scripts.annotate.title_english import english_titles
from build_scripts.annotate.titles import TitleFact, TitleMention, kind_of, read_titles


class Kind(StrEnum):
    """What is named; the values are the folders of the pages."""

    PLACE = "places"
    DOCUMENT = "documents"
    ORGANISATION = "organisations"
    FORMULA = "formulas"
    OFFICE = "offices"


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence of a report that names something.

    ``anchor`` is the paragraph's address, empty for titles. ``zh`` is the sentence and ``start`` to ``end``
    the name in it. ``en`` is the English that goes with it; ``exact``: of this sentence alone. ``status`` and
    ``machine`` are those of the paragraph's English.
    """

    kind: Kind
    key: str
    anchor: str
    zh: str
    start: int
    end: int
    en: str
    exact: bool
    status: str
    machine: bool


@dataclass(frozen=True, slots=True)
class Link:
    """The characters ``start`` to ``end`` of the text at ``anchor`` name something that may have a page."""

    anchor: str
    start: int
    end: int
    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What a report says of something. ``name`` tells what:

    ``title`` and ``name`` a form of its name, ``type`` the kind of a document, ``number`` its number,
    ``short`` a short name, ``english`` a rendering, ``definition`` a sentence that spells a formula out,
    ``place`` the code of an organisation's division, ``village`` a village named in a division.
    """

    kind: Kind
    key: str
    name: str
    value: str
    anchor: str
    machine: bool = False


@dataclass(frozen=True, slots=True)
class PageEntities:
    """All of one report: one mention for each thing and paragraph, in reading order."""

    id: str
    date: str
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    text: int
    start: int
    end: int
    kind: Kind
    key: str


def read_entities(page: AnnotatedPage, lexicon: Lexicon) -> PageEntities:
    """Everything that ``page`` names.

    Args:
        page: the report, annotated with ``lexicon``.
        lexicon: the glossary; its organisations, offices and formulas are found too.
    """
    texts = page.texts
    places = read_places(page)
    titles, sayings = read_titles(texts)
    # What stands inside of a document's title is part of it.
    inside = {(one.text, at) for one in titles if one.title for at in range(one.start, one.end)}
    bodies = [
        body for body in read_organisations(texts, places, lexicon) if (body.text, body.start) not in inside
    ]
    formulas = [one for one in read_formulas(texts, lexicon) if (one.text, one.start) not in inside]
    found = [_Found(one.text, one.start, one.end, Kind.PLACE, one.code) for one in places]
    keyed = (
        (Kind.DOCUMENT, titles),
        (Kind.ORGANISATION, bodies),
        (Kind.FORMULA, formulas),
        (Kind.OFFICE, read_offices(texts, lexicon)),
    )
    found += [_Found(one.text, one.start, one.end, kind, one.key) for kind, ones in keyed for one in ones]
    facts = [
        *_title_facts(titles, sayings, texts),
        *_body_facts(bodies, texts),
        *_formula_facts(formulas, texts),
        *_villages(texts, places),
    ]
    mentions = _mentions(found, texts, _hints(found, facts, lexicon))
    return PageEntities(
        page.id, page.date, tuple(mentions), tuple(_links(found, texts)), tuple(dict.fromkeys(facts))
    )


def _mentions(
    found: Sequence[_Found], texts: Sequence[AnnotatedText], hints: Mapping[tuple[Kind, str], str]
) -> Iterator[Mention]:
    """The first mention of each thing in each text, in reading order."""
    seen: set[tuple[int, Kind, str]] = set()
    for one in sorted(found, key=lambda one: (one.text, one.start, -one.end, one.kind, one.key)):
        if (one.text, one.kind, one.key) in seen:
            continue
        seen.add((one.text, one.kind, one.key))
        text = texts[one.text]
        pair = sentence_pair(text.zh, one.start, one.end, text.en, hints[one.kind, one.key])
        yield Mention(
            kind=one.kind,
            key=one.key,
            anchor=text.anchor,
            zh=text.zh[pair.start : pair.end],
            start=one.start - pair.start,
            end=one.end - pair.start,
            en=pair.english,
            exact=pair.exact,
            status=text.status.value,
            machine=text.machine,
        )


def _hints(found: Sequence[_Found], facts: Sequence[Fact], lexicon: Lexicon) -> dict[tuple[Kind, str], str]:
    """How each thing is likely to be called in the English of the report; empty where nothing tells."""
    said = {(fact.kind, fact.key): fact.value for fact in facts if fact.name == "english"}
    hints: dict[tuple[Kind, str], str] = {}
    for one in found:
        term = lexicon.by_zh.get(one.key)
        rendered = proper_english(one.key) if one.kind is Kind.PLACE else term.en if term else ""
        hints[one.kind, one.key] = (
            said.get((one.kind, one.key)) or rendered or ("+" in one.key and one.key) or ""
        )
    return hints


def _links(found: Sequence[_Found], texts: Sequence[AnnotatedText]) -> Iterator[Link]:
    """The first mention of each thing in each paragraph, the longest where they overlap; no offices."""
    chosen: list[_Found] = []
    covered: set[tuple[int, int]] = set()
    seen: set[tuple[int, Kind, str]] = set()
    for one in sorted(
        found, key=lambda one: (one.text, -(one.end - one.start), one.start, one.kind, one.key)
    ):
        characters = {(one.text, at) for at in range(one.start, one.end)}
        if one.kind is Kind.OFFICE or not texts[one.text].anchor or covered & characters:
            continue
        covered |= characters
        chosen.append(one)
    for one in sorted(chosen, key=lambda one: (one.text, one.start)):
        if (one.text, one.kind, one.key) not in seen:
            seen.add((one.text, one.kind, one.key))
            yield Link(texts[one.text].anchor, one.start, one.end, one.kind, one.key)


def _title_facts(
    titles: Sequence[TitleMention], sayings: Sequence[TitleFact], texts: Sequence[AnnotatedText]
) -> Iterator[Fact]:
    """The forms of each title, its kind, the English that the paragraph gives; numbers and short names."""
    by_text: dict[int, list[TitleMention]] = {}
    for title in titles:
        if title.title:
            by_text.setdefault(title.text, []).append(title)
    for number, here in by_text.items():
        text = texts[number]
        kinds = [kind_of(one.title, one.before, one.behind) for one in here]
        asked = [(one.title, kind) for one, kind in zip(here, kinds, strict=True)]
        for one, kind, rendering in zip(here, kinds, english_titles(asked, text.en), strict=True):
            yield Fact(Kind.DOCUMENT, one.key, "title", one.title, text.anchor)
            yield Fact(Kind.DOCUMENT, one.key, "type", kind, text.anchor)
            if rendering:
                yield Fact(Kind.DOCUMENT, one.key, "english", rendering, text.anchor, text.machine)
    for saying in sayings:
        yield Fact(Kind.DOCUMENT, saying.key, saying.name, saying.value, texts[saying.text].anchor)


def _body_facts(bodies: Sequence[OrganisationMention], texts: Sequence[AnnotatedText]) -> Iterator[Fact]:
    """What organisations are called, and where they are."""
    for body in bodies:
        yield Fact(Kind.ORGANISATION, body.key, "name", body.name, texts[body.text].anchor)
        if body.place:
            yield Fact(Kind.ORGANISATION, body.key, "place", body.place, texts[body.text].anchor)


def _formula_facts(formulas: Sequence[FormulaMention], texts: Sequence[AnnotatedText]) -> Iterator[Fact]:
    """The sentences that spell formulas out, and how they are said in English."""
    for one in formulas:
        text = texts[one.text]
        if one.defined:
            pair = sentence_pair(text.zh, one.start, one.end, "")
            yield Fact(Kind.FORMULA, one.key, "definition", text.zh[pair.start : pair.end], text.anchor)
        if english := english_formula(text.zh, one.start, one.key, text.en):
            yield Fact(Kind.FORMULA, one.key, "english", english, text.anchor, text.machine)


_VILLAGE = re.compile(r"[^\d村社镇乡县市区][^\d村社]{1,4}(?:村|社区)")


def _villages(texts: Sequence[AnnotatedText], places: Sequence[PlaceMention]) -> Iterator[Fact]:
    """Villages, which no data set has: each in the township, or else the county, named last before it."""
    last = ""
    seen: set[tuple[str, str]] = set()
    named = {(one.text, one.start): one.code for one in places}
    for number, text in enumerate(texts):
        for word in text.words:
            if code := named.get((number, word.start)):
                low = len(code) == 9 or not code.endswith("00")
                # Hunan named between a county and its village leaves the county in force.
                last = code if low else last if code in lineage(last) else ""
            elif (
                last
                and text.anchor
                and word.place
                and (last, word.text) not in seen
                and _VILLAGE.fullmatch(word.text)
            ):
                seen.add((last, word.text))
                yield Fact(Kind.PLACE, last, "village", word.text, text.anchor)
