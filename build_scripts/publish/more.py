"""The “⋯” of a unit: its status, and the ways to mend it.

In the page there is a ``<details>`` with the status in words and the unit's lines, some hundred bytes a unit;
the links are made when it is opened, by assets/duizhao.js, from the templates in the box of facts. Without
script the status is there all the same, and the box has one link a file.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.code_host import CodeHost, filled, whole_file
from build_scripts.publish.context import Context
from build_scripts.publish.elements import NO_SEARCH, Node, element, pair
from build_scripts.publish.unit_lines import UnitLines

_LABEL = "关于此段 About this paragraph"


def more(words: str, at: tuple[int, int] = (0, 0)) -> Element:
    """The menu of a unit.

    Args:
        words: its status (:func:`build_scripts.publish.statuses.in_words`).
        at: its lines on the page and in the raw document, 0 where unknown.
    """
    place = " ".join(str(line) for line in at) if any(at) else ""
    return element(
        "details",
        element("summary", "⋯", attrs={"aria-label": _LABEL}),
        element("p", words),
        cls="dz-more",
        attrs={"data-at": place, **NO_SEARCH},
    )


def more_below(words: str, at: tuple[int, int] = (0, 0)) -> Element:
    """The same for a heading, in which it cannot stand: to be put right after it."""
    return element("div", more(words, at), cls="dz-at")


def files(lines: UnitLines, report_id: str, context: Context) -> Element:
    """The line of the box of facts about the files behind a report; it carries the templates of the page."""
    host = context.host
    nodes: list[Node] = [_file(lines.page, host.edit)]
    if lines.source:
        nodes += [" · ", _file(lines.source, host.view)]
    if context.guide:
        guide = element("a", *pair("怎样改译文", "How to mend the English"), cls="dz-guide")
        guide.set("href", context.links.to(context.guide))
        nodes += [" · ", guide]
    label = element("b", *pair("文件", "Files"))
    return element("p", label, " ", *nodes, cls="dz-files", attrs=_templates(lines, report_id, host))


def _file(path: str, template: str) -> Element:
    """The path of a file, a link where there is a code host."""
    name = element("code", path)
    if not template:
        return name
    return element("a", name, attrs={"href": whole_file(filled(template, path=path))})


def _templates(lines: UnitLines, report_id: str, host: CodeHost) -> dict[str, str]:
    """The addresses with the report's paths filled in; line, title and body are left to the script."""
    found = {"data-dz-report": report_id, "data-dz-edit": filled(host.edit, path=lines.page)}
    found["data-dz-issue"] = filled(host.issue, path=lines.page)
    if lines.source:
        found["data-dz-raw"] = filled(host.view, path=lines.source)
        fix = host.edit if lines.corrected else host.new
        found["data-dz-fix"] = filled(fix, path=lines.corrections)
    return found if any((host.edit, host.view, host.new, host.issue)) else {}
