"""The order of a page: what stands before the units, behind them, and which note belongs to which unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from build_scripts.sync.nodes import Marker, Node, Text, Unit
from build_scripts.sync.text import joined, split_lines


@dataclass(slots=True)
class Group:
    """A unit with the texts behind it that are not its English; ``orphan`` if below the orphans' marker."""

    unit: Unit
    orphan: bool
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A page taken apart. ``before`` and ``intro`` are the texts before and behind the report marker;
    ``tail`` and ``orphan_head`` what stands behind the markers related and orphans."""

    before: list[str] = field(default_factory=list)
    intro: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    orphan_head: list[str] = field(default_factory=list)
    markers: dict[str, Marker] = field(default_factory=dict)


def read_layout(nodes: Iterable[Node]) -> Layout:
    """Take a page apart.

    A text belongs to what it follows. A marker that stands there a second time goes, unless a text hangs
    on it, which must not fall to the English of the unit before.
    """
    layout = Layout()
    into = layout.intro
    orphans = False
    repeated = ""
    for node in nodes:
        if isinstance(node, Text) and not node.raw.strip():
            continue
        if isinstance(node, Text):
            # A marker before it would swallow empty lines at its beginning.
            lines = split_lines(node.raw)
            first = next(n for n, line in enumerate(lines) if line.strip())
            into.append(repeated + "".join(lines[first:]))
            repeated = ""
            continue
        repeated = ""
        if isinstance(node, Unit):
            group = Group(node, orphans)
            layout.groups.append(group)
            into = group.notes
            continue
        if node.kind in layout.markers:
            repeated = node.raw
        if node.kind == "orphans":
            orphans, into = True, layout.orphan_head
        elif node.kind == "related" or layout.groups or repeated:
            into = layout.tail
            if node.kind == "report":
                repeated = node.raw
        else:
            layout.before, layout.intro = layout.intro, []
            into = layout.intro
        if not repeated:
            layout.markers[node.kind] = node
    return layout


def write_layout(layout: Layout, live: Sequence[str], orphans: Sequence[str], name: str, end: str) -> str:
    """Put a page together again; ``live`` and ``orphans`` are the units with their notes, raw."""
    parts = [
        *layout.before,
        _marker(layout, "report", name, end),
        *layout.intro,
        *live,
        _marker(layout, "related", name, end),
        *layout.tail,
    ]
    if orphans or layout.orphan_head:
        parts += [_marker(layout, "orphans", "", end), *layout.orphan_head, *orphans]
    return joined(parts, end)


def write_page(front: str, body: str, end: str) -> str:
    """Front matter and body with an empty line between them, and one line end at the end of the file."""
    return joined([front, body], end).rstrip("\r\n") + end


def _marker(layout: Layout, kind: str, argument: str, end: str) -> str:
    marker = layout.markers.get(kind)
    if marker and marker.argument == argument:
        return marker.raw
    words = f"{kind} {argument}" if argument else kind
    return f"<!-- {words} -->{end}{end}"
