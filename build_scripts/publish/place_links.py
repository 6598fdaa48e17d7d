"""Places in lists: a link to the page of each, its English, and a number."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, spread
from build_scripts.publish.entity_file import Reference
from build_scripts.publish.entity_links import entity_link


def named_place(place: Reference, count: int, context: Context) -> list[Node]:
    """The link to the page of a place, its English, and a number; what that counts is said before it."""
    english: list[Node] = [" ", en(place.en)] if place.en else []
    return [entity_link(place, context), *english, " ", element("small", f"{count:,}", cls="dz-count")]


def place_list(places: Iterable[tuple[Reference, int]], context: Context) -> Element:
    """Places as a list, see :func:`named_place`."""
    items = [element("li", *named_place(place, count, context)) for place, count in places]
    return spread(element("ul", *items, cls="dz-chips", attrs=NO_SEARCH))
