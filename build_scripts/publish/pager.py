"""Links between the pages of a list that is too long for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from build_scripts.publish.elements import NO_SEARCH, Node, element
from build_scripts.publish.entity_file import PagerEntry


def pager(
    pages: Sequence[PagerEntry], current: int, href: Callable[[str], str], label: Callable[[PagerEntry], str]
) -> list[Element]:
    """The links; nothing where there is one page only.

    Args:
        pages: all pages in their order.
        current: the number of the page that is shown, from 0.
        href: the address of a page by its name.
        label: what a page is called.
    """
    if len(pages) < 2:
        return []
    nodes: list[Node] = []
    for number, entry in enumerate(pages):
        text = f"{number + 1} · {label(entry)}"
        if number == current:
            nodes.append(element("b", text, attrs={"aria-current": "page"}))
        else:
            nodes.append(element("a", text, attrs={"href": href(entry.name)}))
        nodes.append(" ")
    attrs = {"aria-label": "分页 Pages", **NO_SEARCH}
    return [element("nav", *nodes, cls="dz-pager", attrs=attrs)]
