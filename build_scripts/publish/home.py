"""The parts of the first page: a box to search in, the numbers of the corpus, the places most reported on."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, pair, plural, spread
from build_scripts.publish.place_links import named_place, place_list


def render_search() -> list[Element]:
    """A form that asks the page itself, as ``?q=…``, which the search of the host answers.

    The form has no address, so that it works wherever the page lies, opened from the disk as well.
    """
    label = "搜索：汉字、英文或拼音 Search in Chinese, English or pinyin"
    attrs = {
        "type": "search",
        "name": "q",
        "aria-label": label,
        "autocomplete": "off",
        "required": "required",
    }
    button = element("button", *pair("搜索", "Search"), attrs={"type": "submit"})
    form = element(
        "form",
        element("input", attrs={**attrs, "placeholder": "一肩挑 · village secretary · yijiantiao"}),
        button,
    )
    form.set("class", "dz-search")
    form.set("role", "search")
    return [form]


def render_numbers(context: Context) -> list[Element]:
    """How much there is, in one line, each number a link to its list."""
    site, home = context.site, context.home()
    if not home.reports:
        return []
    entries = (
        (home.reports, "篇报告", "report", "reports/index.md"),
        (home.paragraphs, "段文字", "paragraph", ""),
        (len(site.themes), "个专题", "theme", "themes/index.md"),
        (len(site.terms), "个词条", "term", "glossary/index.md"),
        (context.figures().total, "个数字", "figure", "figures.md"),
    )
    nodes: list[Node] = []
    for count, chinese, noun, path in entries:
        if not count:
            continue
        label = pair(f"{count:,} {chinese}", plural(count, noun))
        href = {"href": context.links.to(path)} if path else {}
        nodes += [" ", element("a" if path else "span", *label, attrs=href)]
    return [element("p", *nodes[1:], cls="dz-numbers", attrs=NO_SEARCH)]


def render_top_places(count: int, context: Context) -> list[Element]:
    """The ``count`` prefectures that most reports name, themselves or a place in them, with their number.

    Below each stand the places in it that most reports name.
    """
    items = []
    for area in context.home().areas[:count]:
        nodes: list[Node] = named_place(area.reference, area.reference.reports, context)
        if area.places:
            inside = ((place, place.reports) for place in area.places)
            nodes.append(element("div", place_list(inside, context), cls="dz-area__places"))
        items.append(element("li", *nodes))
    return [spread(element("ul", *items, cls="dz-areas"))] if items else []
