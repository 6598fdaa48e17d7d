"""The link from the name of a place to what the site knows of it: the one place where its address is made."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, ZH, element, spread


def place_link(name: str, context: Context) -> Element:
    """A link to all that is said of a place: a search for it."""
    return element("a", name, cls="dz-place-name", lang=ZH, attrs={"href": context.links.search(name)})


def place_list(places: Iterable[tuple[str, int]], context: Context) -> Element:
    """Places, each with its number, as a list; what the number counts is said before it.

    Args:
        places: for each its name and the number.
        context: what the pages know.
    """
    items = [
        element("li", place_link(name, context), " ", element("small", f"{count:,}", cls="dz-count"))
        for name, count in places
    ]
    return spread(element("ul", *items, cls="dz-chips", attrs=NO_SEARCH))
