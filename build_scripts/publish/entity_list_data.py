"""The data of the lists of what reports name: places as a tree, all else by pinyin. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from build_scripts.annotate.divisions import lineage
from build_scripts.annotate.entities import Kind
from build_scripts.annotate.entity_index import Entity
from build_scripts.publish.entity_file import LIST_SCHEMA
from build_scripts.publish.pinyin_keys import key as typed

PER_LIST = 300
"""Entries on a page of a list at most."""


def reference(one: Entity) -> dict[str, Any]:
    """What a link to a thing needs, and its list."""
    return {
        "kind": one.kind.value,
        "id": one.id,
        "zh": one.naming.zh,
        "pinyin": one.naming.pinyin,
        "en": one.naming.en,
        "en_source": one.naming.source,
        "en_machine": one.naming.machine,
        "count": len(one.mentions),
        "reports": one.reports,
    }


def plan_lists(
    kind: Kind, entities: Sequence[Entity], below: Mapping[str, Sequence[Entity]]
) -> list[dict[str, Any]]:
    """The pages of the list of a kind: places as a tree, all else by pinyin."""
    if kind is Kind.PLACE:
        rows = list(_tree(below, _depth(entities)))
    else:
        ordered = sorted(entities, key=lambda one: (typed(one.naming.pinyin), one.naming.zh, one.id))
        rows = [{**reference(one), "depth": 0} for one in ordered]
    pages = [rows[at : at + PER_LIST] for at in range(0, len(rows), PER_LIST)] or [[]]
    pager = [
        {
            "name": "index" if number == 1 else f"list-{number}",
            "zh": f"{number} · {_initials(page)}",
            "en": "",
        }
        for number, page in enumerate(pages, start=1)
    ]
    return [
        {
            "schema": LIST_SCHEMA,
            "kind": kind.value,
            "total": len(entities),
            "page": number,
            "pages": pager if len(pages) > 1 else [],
            "entries": page,
        }
        for number, page in enumerate(pages)
    ]


def _initials(page: Sequence[Mapping[str, Any]]) -> str:
    """The letters that a page of a list begins and ends with: A–C."""
    ends = [typed(row["pinyin"])[:1].upper() for row in (*page[:1], *page[-1:])]
    return "–".join(dict.fromkeys(letter for letter in ends if letter)) or "…"


def _depth(entities: Iterable[Entity]) -> int:
    """How deep the tree of places can be shown on one page: provinces and prefectures always are."""
    sizes = [0, 0, 0, 0]
    for one in entities:
        sizes[len(lineage(one.key))] += 1
    return max(depth for depth in range(4) if depth < 2 or sum(sizes[: depth + 1]) <= PER_LIST)


def _tree(
    below: Mapping[str, Sequence[Entity]], deepest: int, code: str = "", depth: int = 0
) -> list[dict[str, Any]]:
    """The places below ``code`` in the order of their codes, each followed by those in it."""
    rows: list[dict[str, Any]] = []
    for one in below.get(code, ()):
        rows.append({**reference(one), "depth": depth, "inside": _inside(below, one)})
        if depth < deepest:
            rows += _tree(below, deepest, one.key, depth + 1)
    return rows


def _inside(below: Mapping[str, Sequence[Entity]], one: Entity) -> int:
    """How many paragraphs name places below ``one``."""
    return sum(len(other.mentions) + _inside(below, other) for other in below.get(one.key, ()))
