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
    """``places``: those that most reports name, first; ``different`` counts all."""

    places: tuple[PlaceNamed, ...] = ()
    different: int = 0


def home_file(places: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, Any]:
    """The data in the form of the schema.

    Args:
        places: for each report the places and the anchor of each paragraph that names one.
    """
    different = {name for found in places.values() for name, _ in found}
    return {"schema": SCHEMA, "different": len(different), "places": rank_places(places, MOST_PLACES)}


def parse_home(source: str) -> HomeData:
    """Read the text of the file; an empty :class:`HomeData` for anything that is not one."""
    data = document(source, SCHEMA)
    if data is None:
        return HomeData()
    return HomeData(parse_places(data.get("places")), number(data.get("different")))
