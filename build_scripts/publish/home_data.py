"""What the first page shows beside what every page knows: the numbers of the corpus, and its places.

``.duizhao/home.json`` (``duizhao.home/1``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.publish.theme_data import PlaceNamed, parse_places, rank_places
from build_scripts.publish.tolerant import document, number

SCHEMA = "duizhao.home/1"

MOST_PLACES = 100


@dataclass(frozen=True, slots=True)
class HomeData:
    """How many ``reports`` and ``paragraphs`` there are; ``places``: those that most reports name, first."""

    reports: int = 0
    paragraphs: int = 0
    places: tuple[PlaceNamed, ...] = ()


def home_file(
    paragraphs: Mapping[str, int], places: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, Any]:
    """The data in the form of the schema.

    Args:
        paragraphs: how many each report has.
        places: for each report the places and the anchor of each paragraph that names one.
    """
    return {
        "schema": SCHEMA,
        "reports": len(paragraphs),
        "paragraphs": sum(paragraphs.values()),
        "places": rank_places(places, MOST_PLACES),
    }


def parse_home(source: str) -> HomeData:
    """Read the text of the file; an empty :class:`HomeData` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return HomeData()
    counts = number(data.get("reports")), number(data.get("paragraphs"))
    return HomeData(*counts, parse_places(data.get("places")))
