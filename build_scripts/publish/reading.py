"""A report page as the extension sees it: what sync reads of it, less what readers do not see.

The old Chinese below ``was`` is shown folded while the English is stale. Not published are exceptions, the
orphans with all that follows them, and comments that are no markers (a translator's notes). A comment that
looks like a marker but is none stays as text, so that a damaged page shows its damage.
"""

from __future__ import annotations

import re

from build_scripts.publish.markers import Marker
from build_scripts.publish.units import Unit
from build_scripts.sync import page as sync

Part = Unit | Marker | str

_NOTE = re.compile(
    r"<!--(?!\s*(?:zh|en|was|report|related|orphans)\b|\s*(?:ok|suggested)(?:\s|--)).*?-->",
    re.DOTALL | re.IGNORECASE,
)


def without_notes(text: str) -> str:
    """``text`` without the comments that are nobody's marker.

    >>> without_notes("One <!-- ask B. -->two. <!-- en machin -->")
    'One two. <!-- en machin -->'
    """
    # Behind the last end of a comment there is none: without this a row of open ones costs its square.
    end = text.rfind("-->") + 3
    return _NOTE.sub("", text[:end]) + text[end:] if end > 2 else text


def read_report(text: str) -> tuple[Part, ...] | None:
    """The units, markers and other texts of a report page in order; None if the page is none.

    ``text`` is the page without its front matter.
    """
    nodes = sync.parse(text).nodes
    if not any(isinstance(node, sync.Unit) or _is_ours(node) for node in nodes):
        return None
    parts: list[Part] = []
    for node in nodes:
        if isinstance(node, sync.Unit):
            parts.append(_unit(node))
        elif isinstance(node, sync.Text):
            parts.append(without_notes(node.raw))
        elif node.kind == "orphans":
            break
        else:
            parts.append(Marker(node.kind, node.argument))
    return tuple(parts)


def _is_ours(node: sync.Node) -> bool:
    return isinstance(node, sync.Marker) and node.kind in ("report", "related")


def _unit(unit: sync.Unit) -> Unit:
    return Unit(
        key=unit.zh_hash,
        role=unit.role,
        zh=unit.zh,
        flags=unit.flags,
        english=without_notes(unit.en),
        status=sync.status(unit).value,
        machine=unit.machine,
        was=unit.was_text,
    )
