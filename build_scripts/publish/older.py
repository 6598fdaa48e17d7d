"""The older Chinese that stale English translates, folded, with what went and what is new."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.publish.elements import NO_SEARCH, ZH, Node, element, pair
from build_scripts.sync.differing import Run, difference


def older_chinese(old: str, new: str) -> Element:
    """``old`` with its way to ``new``: ``<del>`` for what went, ``<ins>`` for what is new.

    Kept out of the search index, which would find what the report no longer says.
    """
    runs = difference(old, new)
    marked = any(run.same for run in runs)
    body = [node for run in runs for node in _nodes(run)] if marked else [old]
    label = pair("中文有改动：译文所据的旧文", "The Chinese has changed: what this English translates")
    return element(
        "details",
        element("summary", *label),
        element("p", *body, lang=ZH),
        cls="dz-older",
        attrs=NO_SEARCH,
    )


def _nodes(run: Run) -> list[Node]:
    if run.same:
        return [run.old]
    return [element(tag, text) for tag, text in (("del", run.old), ("ins", run.new)) if text]
