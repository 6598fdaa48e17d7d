"""What a page is, for machines: JSON-LD after schema.org, made of the data that the page shows.

Only the host knows the address of another page. So what stands in the tree is an element that holds the data
and a link for each address in them; once the host has made the links its own, :class:`PutBackData` makes the
script of it. Addresses are relative to the page, as JSON-LD allows (its base is that of the document).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown.postprocessors import Postprocessor

from build_scripts.publish.context import Context
from build_scripts.publish.elements import element
from build_scripts.publish.host_page import resolved

Data = dict[str, Any]
"""A node of the graph. An address is a :class:`To`; what is empty is left out."""

_LINK = "@link"
_HOLDER = "dz-data"
_VALUE = """(?:"[^"]*"|[^\\s"'<>]+)"""
_HELD = re.compile(rf'<div class="?{_HOLDER}"? data-graph="([^"]*)">((?:\s*<a href={_VALUE}></a>)*)\s*</div>')
_IN_SCRIPT = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_HREF = re.compile(f"href=({_VALUE})")


@dataclass(frozen=True, slots=True)
class To:
    """The address of a page, by its path from docs/."""

    path: str


def data_element(nodes: Sequence[Data], context: Context) -> list[Element]:
    """The element that becomes the script with these nodes; none where there are none."""
    if not nodes:
        return []
    paths: dict[str, int] = {}
    graph = [_plain(node, paths) for node in nodes]
    links = [element("a", attrs={"href": context.links.to(path)}) for path in paths]
    held = {"data-graph": json.dumps(graph, ensure_ascii=False)}
    return [element("div", *links, cls=_HOLDER, attrs=held)]


def trail(steps: Sequence[tuple[str, str, str]]) -> Data:
    """The way to a page from the first one: for each step its path and its name in both languages."""
    home = ("index.md", "首页", "Home")
    items = [
        {"@type": "ListItem", "position": at, "name": f"{zh} {en}".strip(), "item": To(path)}
        for at, (path, zh, en) in enumerate([home, *steps], start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _plain(value: Any, paths: dict[str, int]) -> Any:
    """The value as JSON has it, without what is empty, and each address as a number."""
    if isinstance(value, To):
        return {_LINK: paths.setdefault(value.path, len(paths))}
    if isinstance(value, dict):
        made = {key: _plain(part, paths) for key, part in value.items()}
        return {key: part for key, part in made.items() if part not in ("", None, [], {})}
    if isinstance(value, list | tuple):
        return [_plain(part, paths) for part in value]
    return value


class PutBackData(Postprocessor):
    """Makes the scripts of what :func:`data_element` has put into the tree."""

    def run(self, text: str) -> str:
        return _HELD.sub(self._script, text) if _HOLDER in text else text

    def _script(self, held: re.Match[str]) -> str:
        links = [resolved(self.md, html.unescape(href.strip('"'))) for href in _HREF.findall(held.group(2))]
        try:
            graph = _filled(json.loads(html.unescape(held.group(1))), links)
        except (ValueError, LookupError, TypeError):
            return ""  # Somebody wrote such an element into a page by hand.
        data = {"@context": "https://schema.org", "@graph": graph}
        return f'<script type="application/ld+json">{_dumps(data)}</script>'


def _filled(value: Any, links: Sequence[str | None]) -> Any:
    """The value with its addresses; what has none the host has told is left out, a way with a gap too."""
    if isinstance(value, dict):
        if _LINK in value:
            return links[value[_LINK]]
        made = {key: _filled(part, links) for key, part in value.items()}
        return {key: part for key, part in made.items() if part is not None}
    if isinstance(value, list):
        parts = [_filled(part, links) for part in value]
        return [part for part in parts if not _has_gap(part)]
    return value


def _has_gap(node: Any) -> bool:
    steps = node.get("itemListElement", []) if isinstance(node, dict) else []
    return any("item" not in step for step in steps)


def _dumps(data: Any) -> str:
    """JSON that no HTML parser takes for the end of the script, whatever the titles hold."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)
