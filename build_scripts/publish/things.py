"""The places, documents, organisations and formulas of all reports, as the lists of other pages need them.

Made of what :func:`build_scripts.annotate.entity_index.gather_entities` gives. A thing is known by its
address without ``.md``: ``places/longhui-430524``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.annotate.divisions import Level, division, lineage
from build_scripts.annotate.entities import Kind
from build_scripts.annotate.entity_index import Entity
from build_scripts.publish.entity_list_data import reference

_TELLING = (Kind.PLACE, Kind.DOCUMENT, Kind.ORGANISATION, Kind.FORMULA)
"""Offices are named everywhere."""

Named = Mapping[str, Sequence[tuple[str, str]]]
"""For each report the address of each thing that it names, and the paragraph's anchor (empty for titles)."""


@dataclass(frozen=True, slots=True)
class Things:
    """``references`` are what links need; ``named`` is what each report names, ``places`` which places.

    ``areas`` leads from a place to the prefecture that it lies in or is; where there is none, to the
    province.
    """

    references: Mapping[str, Mapping[str, Any]]
    named: Named
    places: Named
    areas: Mapping[str, str]


def gather_things(entities: Sequence[Entity]) -> Things:
    """Put the things of all reports together; what the glossary has as a term is left to its term."""
    named: dict[str, list[tuple[str, str]]] = {}
    places: dict[str, list[tuple[str, str]]] = {}
    known = {(one.kind, one.key): _address(one) for one in entities}
    areas: dict[str, str] = {}
    for one in entities:
        address = known[one.kind, one.key]
        if one.kind is Kind.PLACE:
            areas[address] = known[Kind.PLACE, _area(one.key)]
        if one.kind not in _TELLING or one.naming.term:
            continue
        for found in one.mentions:
            named.setdefault(found.report, []).append((address, found.mention.anchor))
            if one.kind is Kind.PLACE:
                places.setdefault(found.report, []).append((address, found.mention.anchor))
    references = {_address(one): reference(one) for one in entities}
    return Things(references, named, places, areas)


def _address(one: Entity) -> str:
    return f"{one.kind.value}/{one.id}"


def _area(code: str) -> str:
    for above in (code, *lineage(code)):
        found = division(above)
        if found is not None and found.level is Level.PREFECTURE:
            return above
    return (code, *lineage(code))[-1]


def rank(named: Named, references: Mapping[str, Mapping[str, Any]], limit: int) -> list[dict[str, Any]]:
    """The things that most reports name, then those in most paragraphs: references with the numbers of here.

    Args:
        named: the reports that count, with what they name.
        references: as in :class:`Things`.
        limit: how many at most.
    """
    paragraphs: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for found in named.values():
        paragraphs.update(address for address, anchor in found if anchor)
        reports.update({address for address, _ in found})
    ordered = sorted(reports, key=lambda one: (-reports[one], -paragraphs[one], one))[:limit]
    return [
        {**references[address], "count": paragraphs[address], "reports": reports[address]}
        for address in ordered
    ]


def by_area(things: Things, limit: int, inside: int) -> list[dict[str, Any]]:
    """The prefectures that most reports name, themselves or a place in them, each with its places.

    Args:
        things: all things.
        limit: how many prefectures at most.
        inside: how many places in each at most.
    """
    members: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for report, found in things.places.items():
        for address, anchor in found:
            members.setdefault(things.areas[address], {}).setdefault(report, []).append((address, anchor))
    ordered = sorted(members, key=lambda area: (-len(members[area]), area))[:limit]
    return [_area_with(area, members[area], things, inside) for area in ordered]


def _area_with(area: str, named: Named, things: Things, inside: int) -> dict[str, Any]:
    below = {report: [one for one in found if one[0] != area] for report, found in named.items()}
    paragraphs = {(report, anchor) for report, found in named.items() for _, anchor in found if anchor}
    return {
        **things.references[area],
        "count": len(paragraphs),
        "reports": len(named),
        "places": rank(below, things.references, inside),
    }


def of_reports(named: Named, reports: Collection[str]) -> Named:
    """What the ``reports`` name."""
    return {name: named[name] for name in reports if name in named}
