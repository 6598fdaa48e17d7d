"""The table of contents of a page, as MkDocs has it and as plain lists that can be kept."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.toc import AnchorLink, TableOfContents


def plain_entry(entry: AnchorLink) -> list[Any]:
    """Title, anchor and level of an entry, and the entries below it in the same form."""
    return [entry.title, entry.id, entry.level, [plain_entry(child) for child in entry.children]]


def contents(entries: list[Any]) -> TableOfContents:
    """The table that :func:`plain_entry` was applied to, entry by entry."""
    made = [_entry(*entry) for entry in entries]
    if made:
        made[0].active = True  # type: ignore[attr-defined]  # as MkDocs does
    return TableOfContents(made)


def _entry(title: str, anchor: str, level: int, children: list[Any]) -> AnchorLink:
    made = AnchorLink(title, anchor, level)
    made.children = [_entry(*child) for child in children]
    return made
