"""The lists of what reports name: places as a tree, all else by pinyin; and the overview of the kinds."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, en, pair, spread
from build_scripts.publish.entity_data import KIND_NAMES
from build_scripts.publish.entity_file import ListShown, Reference
from build_scripts.publish.entity_links import entity_link
from build_scripts.publish.page_links import named_page_links
from build_scripts.publish.statuses import machine_mark, spaced


def render_entities(name: str, context: Context) -> list[Element]:
    """The elements of ``<!-- entities KIND -->`` or, of a further page, ``<!-- entities KIND/list-2 -->``."""
    shown = context.entities.entries(name)
    if shown is None or not shown.entries:
        return [element("p", *pair("暂无内容", "Nothing yet"), cls="dz-empty")]
    links = _pager(shown, context)
    return [*links, _list(shown, context), *_pager(shown, context)]


def _list(shown: ListShown, context: Context) -> Element:
    """Places below the place they lie in, as lists in a list; all else in one list."""
    top = element("ul", cls="dz-entities")
    open_lists = [top]
    for one in shown.entries:
        del open_lists[one.depth + 1 :]
        if len(open_lists) <= one.depth:
            # A page of the list may begin, and a damaged file may go on, below a place that it does not show.
            above = open_lists[-1]
            inner = element("ul", cls="dz-entities")
            (above[-1] if len(above) else above).append(inner)
            open_lists.append(inner)
        open_lists[-1].append(_item(one, context))
    # The pages of these things are in the index themselves.
    return element("section", top, attrs=NO_SEARCH)


def _item(one: Reference, context: Context) -> Element:
    nodes: list[Node] = [entity_link(one, context)]
    if one.en:
        nodes += [" ", en(one.en, *spaced([machine_mark()] if one.machine else []))]
    elif one.pinyin and one.pinyin != one.zh:
        nodes += [" ", element("i", one.pinyin, lang="zh-Latn-pinyin")]
    return element("li", *nodes, " ", element("small", *_count(one), cls="dz-count"))


def _count(one: Reference) -> list[Node]:
    own = (f"{one.count} 段", f"{one.count} paragraph{'' if one.count == 1 else 's'}")
    inside = (f"其下 {one.inside} 段", f"{one.inside} on places in it")
    parts = [own] if one.count or not one.inside else []
    parts += [inside] if one.inside else []
    return pair("，".join(zh for zh, _ in parts), ", ".join(english for _, english in parts))


def _pager(shown: ListShown, context: Context) -> list[Element]:
    current = shown.pages[shown.page].name if shown.page < len(shown.pages) else ""
    return named_page_links(shown.pages, current, lambda name: context.links.to(f"{shown.kind}/{name}.md"))


def render_entity_kinds(context: Context) -> list[Element]:
    """The elements of ``<!-- entity-kinds -->``: each kind with the number of its pages."""
    items = []
    for kind, names in KIND_NAMES.items():
        shown = context.entities.entries(kind.value)
        if shown is None:
            continue
        link = element("a", *pair(*names), attrs={"href": context.links.to(f"{kind.value}/index.md")})
        items.append(element("li", link, " ", element("small", str(shown.total), cls="dz-count")))
    return [spread(element("ul", *items, cls="dz-themes"))] if items else []
