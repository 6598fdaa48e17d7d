"""The links between the pages of a long list: pages that are numbered, and pages with names of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, pair, spread
from build_scripts.publish.entity_file import PagerEntry
from build_scripts.publish.paging import Paging, page_path

_AROUND = 2
"""So many pages before and behind the current one are linked, besides the first and the last."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A page: its label, its address, and what a screen reader says where the label is a mere number."""

    label: tuple[Node, ...]
    href: str
    said: str = ""


def page_links(path: str, number: int, total: int, paging: Paging, context: Context) -> list[Element]:
    """The navigation of page ``number`` of a list of ``total`` items; nothing where there is one page.

    Args:
        path: the first page of the list, from docs/.
        number: the current page, from 1.
        total: how many items the list has.
        paging: how they are divided.
        context: the form of addresses.
    """
    pages = paging.pages(total)
    if pages == 1:
        return []
    links = {
        at: _Link((str(at),), context.links.to(page_path(path, at)), f"第{at}页 Page {at}")
        for at in {*shown_pages(number, pages), number - 1, number + 1}
        if 1 <= at <= pages
    }
    start, end = paging.bounds(number)
    shown = f"{start + 1:,}–{min(end, total):,}" if start + 1 < total else f"{total:,}"
    where = pair(f"第 {shown} 条，共 {total:,} 条", f"{shown} of {total:,}")
    back, forth = (links.get(number + step) for step in (-1, 1))
    return _navigation(
        [links.get(at) for at in shown_pages(number, pages)], links[number], (back, forth), where
    )


def named_page_links(pages: Sequence[PagerEntry], current: str, href: Callable[[str], str]) -> list[Element]:
    """The same for pages with names of their own, which are all linked; nothing where there are none.

    Args:
        pages: the pages in the order in which they are shown.
        current: the name of the page that is shown; of no page, and none is marked.
        href: the address of a page by its name.
    """
    links = [
        _Link(tuple(pair(entry.zh, entry.en)) if entry.en else (entry.zh,), href(entry.name))
        for entry in pages
    ]
    shown = next((link for entry, link in zip(pages, links, strict=True) if entry.name == current), None)
    return _navigation(links, shown) if links else []


def _navigation(
    links: Sequence[_Link | None],
    current: _Link | None,
    steps: tuple[_Link | None, _Link | None] = (None, None),
    where: Sequence[Node] = (),
) -> list[Element]:
    """The navigation: None among ``links`` is a gap; ``steps`` lead to the page before and the one behind."""
    back, forth = steps
    items = [_step(back, "prev", "上一页", "Previous")] if back else []
    for link in links:
        if link is None:
            items.append(element("li", element("span", "…", cls="dz-pages__gap")))
            continue
        attrs = {"href": link.href, **({"aria-label": link.said} if link.said else {})}
        attrs |= {"aria-current": "page"} if link is current else {}
        items.append(element("li", element("a", *link.label, attrs=attrs)))
    items += [_step(forth, "next", "下一页", "Next")] if forth else []
    parts = [element("p", *where)] if where else []
    parts.append(spread(element("ul", *items)))
    attrs = {"aria-label": "分页 Pages", **NO_SEARCH}
    return [spread(element("nav", *parts, cls="dz-pages", attrs=attrs))]


def _step(link: _Link, rel: str, chinese: str, english: str) -> Element:
    return element("li", element("a", *pair(chinese, english), attrs={"href": link.href, "rel": rel}))


def shown_pages(number: int, pages: int) -> Iterator[int]:
    """The numbers that are linked, with 0 where some are left out.

    >>> list(shown_pages(7, 20)), list(shown_pages(2, 3))
    ([1, 0, 5, 6, 7, 8, 9, 0, 20], [1, 2, 3])
    """
    before = 0
    for other in sorted({1, pages, *range(number - _AROUND, number + _AROUND + 1)}):
        if not 1 <= other <= pages:
            continue
        if other == before + 2:
            yield before + 1
        elif other > before + 2:
            yield 0
        yield other
        before = other
