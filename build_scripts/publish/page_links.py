"""The links between the pages of a long list."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, element, en, pair, spread, zh
from build_scripts.publish.paging import Paging, page_path

_AROUND = 2
"""So many pages before and behind the current one are linked, besides the first and the last."""


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
    items: list[Element] = []
    if number > 1:
        items.append(_step(path, number - 1, "prev", "上一页", "Previous", context))
    for other in shown_pages(number, pages):
        if not other:
            items.append(element("li", element("span", "…", cls="dz-pages__gap")))
        elif other == number:
            current = element("a", str(other), attrs={**_href(path, other, context), "aria-current": "page"})
            items.append(element("li", current))
        else:
            items.append(element("li", element("a", str(other), attrs=_href(path, other, context))))
    if number < pages:
        items.append(_step(path, number + 1, "next", "下一页", "Next", context))
    start, end = paging.bounds(number)
    shown = f"{start + 1:,}–{min(end, total):,}" if start + 1 < total else f"{total:,}"
    where = pair(f"第 {shown} 条，共 {total:,} 条", f"{shown} of {total:,}")
    attrs = {"aria-label": "分页 Pages", **NO_SEARCH}
    nav = element("nav", element("p", *where), spread(element("ul", *items)), cls="dz-pages", attrs=attrs)
    return [spread(nav)]


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


def _href(path: str, number: int, context: Context) -> dict[str, str]:
    label = f"第{number}页 Page {number}"
    return {"href": context.links.to(page_path(path, number)), "aria-label": label}


def _step(path: str, number: int, rel: str, chinese: str, english: str, context: Context) -> Element:
    attrs = {"href": context.links.to(page_path(path, number)), "rel": rel}
    return element("li", element("a", zh(chinese), " ", en(english), attrs=attrs))
