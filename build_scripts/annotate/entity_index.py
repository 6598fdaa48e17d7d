"""What all reports together name: each thing once, with its names, its address and its mentions.

Pure: :func:`gather_entities` is made of what :func:`read_entities` gives for each report. A division is
there if it or one in it is named, so that every place stands in its hierarchy. Organisations and offices
need two paragraphs: of a single one the search knows as much.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s

from build_scripts.annotate.divisions import division, lineage, other_names
from build_scripts.annotate.entities import Fact, Kind, Mention, PageEntities
from build_scripts.annotate.formulas import formula_key
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.offices import office_names
from build_scripts.annotate.organisations import english_body
from build_scripts.annotate.pinyin import slug
from build_scripts.annotate.place_names import place_english, place_pinyin, proper_english
from build_scripts.annotate.running_pinyin import spell_words
from build_scripts.annotate.words import annotate

LEAST = {Kind.ORGANISATION: 2, Kind.OFFICE: 2}
"""Paragraphs that must name a thing of a kind before it has a page; 1 for the others."""

_LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a thing. ``source`` tells where the English comes from:

    ``data`` (the set of divisions, the table of offices), ``glossary``, ``report`` (a translation, which
    ``machine`` may have made), or empty where there is none. ``term`` is the id of its entry in the glossary.
    """

    zh: str
    pinyin: str
    en: str = ""
    source: str = ""
    machine: bool = False
    term: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with the ``report`` that tells it."""

    report: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its ``report`` and the ``date`` of that."""

    report: str
    date: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing.

    ``mentions`` are in the order of their reports' dates, the oldest first, and of the text; ``reports`` is
    the number of reports they are in.
    """

    kind: Kind
    key: str
    id: str
    naming: Naming
    mentions: tuple[Named, ...]
    told: tuple[Told, ...]
    reports: int

    def values(self, name: str) -> tuple[str, ...]:
        """The different values of the facts ``name``, the most frequent first, equal ones in their order."""
        counted = Counter(told.fact.value for told in self.told if told.fact.name == name)
        return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def gather_entities(read: Mapping[str, PageEntities], lexicon: Lexicon) -> tuple[Entity, ...]:
    """All things that have a page, by kind and key.

    Args:
        read: for each report what it names.
        lexicon: the glossary, for names in English.
    """
    mentions: dict[tuple[Kind, str], list[Named]] = {}
    told: dict[tuple[Kind, str], list[Told]] = {}
    for report in sorted(read, key=lambda name: (read[name].date, name)):
        for mention in read[report].mentions:
            named = Named(report, read[report].date, mention)
            mentions.setdefault((mention.kind, mention.key), []).append(named)
        for fact in read[report].facts:
            told.setdefault((fact.kind, fact.key), []).append(Told(report, fact))
    for code in sorted(key for kind, key in list(mentions) if kind is Kind.PLACE):
        for above in lineage(code):
            mentions.setdefault((Kind.PLACE, above), [])
    taken: set[str] = set()
    made = []
    within = _formulas_in_terms(lexicon)
    for kind, key in sorted(mentions):
        found = mentions[kind, key]
        facts = tuple(told.get((kind, key), ()))
        naming = _naming(kind, key, facts, lexicon)
        if kind is Kind.FORMULA and not naming.term:
            naming = replace(naming, term=within.get(key, ""))
        if len(found) < LEAST.get(kind, 0) and not naming.term:
            continue
        name = _id(kind, key, naming, taken)
        reports = len({named.report for named in found})
        made.append(Entity(kind, key, name, naming, tuple(found), facts, reports))
    return tuple(made)


def _formulas_in_terms(lexicon: Lexicon) -> dict[str, str]:
    """The formulas that the glossary has as part of a term, with the first such: “五化”建设."""
    quoted = re.compile("“([^“”]+)”")
    found: dict[str, str] = {}
    for term in lexicon.terms:
        for formula in quoted.findall(term.zh):
            found.setdefault(formula_key(formula), term.id)
    return found


def _naming(kind: Kind, key: str, facts: Sequence[Told], lexicon: Lexicon) -> Naming:
    if kind is Kind.PLACE:
        one = division(key)
        return Naming(one.name if one else key, place_pinyin(key), place_english(key), "data")
    zh = _commonest(facts, "title" if kind is Kind.DOCUMENT else "name") or key
    pinyin = spell_words(annotate(zh, lexicon), sentence=False)
    term = next((term for name in (zh, key, f"“{key}”") if (term := lexicon.by_zh.get(name))), None)
    if term is not None:
        return Naming(zh, term.pinyin or pinyin, term.en, "glossary", term=term.id)
    if kind is Kind.OFFICE:
        return Naming(zh, pinyin, office_names().get(key, ""), "data")
    if kind is Kind.ORGANISATION:
        place = _commonest(facts, "place")
        english = english_body(key, place, place_english(place))
        return Naming(zh, pinyin, english, "data" if english else "")
    rendering = min(
        (told.fact for told in facts if told.fact.name == "english"),
        key=lambda fact: (fact.machine, -len(fact.value), fact.value),
        default=None,
    )
    if rendering is None:
        return Naming(zh, pinyin)
    return Naming(zh, pinyin, rendering.value, "report", rendering.machine)


def _commonest(facts: Iterable[Told], name: str) -> str:
    counted = Counter(told.fact.value for told in facts if told.fact.name == name)
    return min(counted, key=lambda value: (-counted[value], -len(value), value), default="")


def _id(kind: Kind, key: str, naming: Naming, taken: set[str]) -> str:
    """The address: of a place its name and code, else the pinyin and as much of a hash as makes it unique.

    >>> _id(Kind.PLACE, "430524", Naming("隆回县", "Lónghuí Xiàn"), set())
    'longhui-430524'
    """
    if kind is Kind.PLACE:
        return f"{slug(proper_english(key)) or 'place'}-{key}"
    readable = slug(naming.pinyin)
    if len(readable) > _LONGEST_SLUG:
        readable = readable[: _LONGEST_SLUG + 1].rpartition("-")[0] or readable[:_LONGEST_SLUG]
    digest = blake2s(key.encode("utf-8", "surrogatepass")).hexdigest()
    length = 6
    while (name := f"{readable or kind.value}-{digest[:length]}") in taken:
        length += 2
    taken.add(name)
    return name


def former_names(code: str) -> tuple[tuple[str, str, str], ...]:
    """The other names of a division: name, year and kind of the change, the latest first."""
    found = [(one.name, one.year, one.change) for one in other_names() if one.code == code]
    return tuple(sorted(found, key=lambda one: (one[1], one[0]), reverse=True))
