"""Links between the pages of a list that is too long for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from build_scripts.publish.elements import NO_SEARCH, Node, element, pair
from build_scripts.publish.entity_file import PagerEntry


def pager(pages: Sequence[PagerEntry], current: str, href: Callable[[str], str]) -> list[Element]:
    """The links; nothing where there are none.

    Args:
        pages: the pages in the order in which they are shown.
        current: the name of the page that is shown.
        href: the address of a page by its name.
    """
    nodes: list[Node] = []
    for entry in pages:
        label = pair(entry.zh, entry.en) if entry.en else [entry.zh]
        if entry.name == current:
            nodes.append(element("b", *label, attrs={"aria-current": "page"}))
        else:
            nodes.append(element("a", *label, attrs={"href": href(entry.name)}))
        nodes.append(" ")
    return (
        [element("nav", *nodes, cls="dz-pager", attrs={"aria-label": "分页 Pages", **NO_SEARCH})]
        if nodes
        else []
    )
