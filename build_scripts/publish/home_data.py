"""What the first page shows beside what every page knows: the numbers of the corpus, and its places.

``.duizhao/home.json`` (``duizhao.home/1``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts.publish.entity_file import Reference, parse_reference, parse_references
from build_scripts.publish.things import Things, by_area
from build_scripts.publish.tolerant import document, number, objects

SCHEMA = "duizhao.home/1"

MOST_AREAS, MOST_INSIDE = 100, 8


@dataclass(frozen=True, slots=True)
class Area:
    """A prefecture, with the number of reports that name it or a place in it, and the most named of these."""

    reference: Reference
    places: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class HomeData:
    """How many ``reports`` and ``paragraphs`` there are; ``areas``: those that most reports name, first."""

    reports: int = 0
    paragraphs: int = 0
    areas: tuple[Area, ...] = ()


def home_file(paragraphs: Mapping[str, int], things: Things) -> dict[str, Any]:
    """The data in the form of the schema.

    Args:
        paragraphs: how many each report has.
        things: what reports name.
    """
    return {
        "schema": SCHEMA,
        "reports": len(paragraphs),
        "paragraphs": sum(paragraphs.values()),
        "areas": by_area(things, MOST_AREAS, MOST_INSIDE),
    }


def parse_home(source: str) -> HomeData:
    """Read the text of the file; an empty :class:`HomeData` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return HomeData()
    areas = tuple(
        Area(found, parse_references(item.get("places")))
        for item in objects(data.get("areas"))
        if (found := parse_reference(item))
    )
    return HomeData(number(data.get("reports")), number(data.get("paragraphs")), areas)
