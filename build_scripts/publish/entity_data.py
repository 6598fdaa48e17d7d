"""The pages about what reports name, and the data they show, made of the gathered entities. Pure.

Every page holds all that it shows, so that it depends on nothing but its own file and the titles of
reports. Long lists of mentions are parted so that new reports change the newest part only: see
:func:`parted`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.annotate.divisions import division, lineage
from build_scripts.annotate.entities import Kind, PageEntities
from build_scripts.annotate.entity_index import Entity, Named, Told, former_names
from build_scripts.publish.entity_file import ENTITY_SCHEMA, LINKS_SCHEMA
from build_scripts.publish.entity_list_data import plan_lists, reference
from build_scripts.publish.generated import GeneratedPage, page_text
from build_scripts.publish.statuses import marked_title

PER_PAGE = 50
"""Mentions on a page at least, where there are so many; twice as many at most."""

_MOST_SAID = 60
"""So many villages, organisations and the like are named on a page at most."""

KIND_NAMES: Mapping[Kind, tuple[str, str]] = {
    Kind.PLACE: ("地方", "Places"),
    Kind.DOCUMENT: ("文件", "Documents"),
    Kind.ORGANISATION: ("机构", "Organisations"),
    Kind.FORMULA: ("数字提法", "Numbered formulas"),
    Kind.OFFICE: ("职务", "Offices"),
}
"""What the kinds are called, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class EntityPlan:
    """All files about entities.

    ``pages`` are the generated pages of each kind; ``lists`` the data of the first page of each list and
    ``links`` those of each report's links, as JSON.
    """

    pages: Mapping[Kind, Mapping[str, GeneratedPage]]
    lists: Mapping[Kind, str]
    links: Mapping[str, str]


def plan_entities(entities: Sequence[Entity], read: Mapping[str, PageEntities]) -> EntityPlan:
    """Everything that is written about ``entities``, which were gathered from ``read``."""
    by_key = {(one.kind, one.key): one for one in entities}
    bodies: dict[str, list[Entity]] = {}
    below: dict[str, list[Entity]] = {}
    for one in entities:
        if one.kind is Kind.PLACE:
            below.setdefault((*lineage(one.key), "")[0], []).append(one)
        elif one.kind is Kind.ORGANISATION and (places := one.values("place")):
            bodies.setdefault(places[0], []).append(one)
    around = _Around(by_key, below, bodies)
    pages: dict[Kind, dict[str, GeneratedPage]] = {kind: {} for kind in Kind}
    lists: dict[Kind, str] = {}
    for one in entities:
        pages[one.kind] |= _entity_pages(one, around)
    for kind in Kind:
        first, *rest = plan_lists(kind, [one for one in entities if one.kind is kind], below)
        lists[kind] = _json(first)
        for number, data in enumerate(rest, start=2):
            zh, en = KIND_NAMES[kind]
            marker = list_marker(f"list-{number}", kind)
            text = page_text(f"{zh}（{number}）", f"{en}, page {number}", marker)
            pages[kind][f"list-{number}"] = GeneratedPage(text, _json(data))
    return EntityPlan(pages, lists, {name: _links(found, by_key) for name, found in sorted(read.items())})


@dataclass(frozen=True, slots=True)
class _Around:
    """What pages about one thing say of others."""

    by_key: Mapping[tuple[Kind, str], Entity]
    below: Mapping[str, Sequence[Entity]]
    bodies: Mapping[str, Sequence[Entity]]


def entity_marker(name: str, kind: Kind) -> str:
    """The marker of an entity's page."""
    return f"<!-- entity {kind.value}/{name} -->"


def list_marker(name: str, kind: Kind) -> str:
    """The marker of a further page of a list, ``list-2``."""
    return f"<!-- entities {kind.value}/{name} -->"


def marker_of(kind: Kind, name: str) -> str:
    """The marker of any generated page in the folder of ``kind``."""
    return list_marker(name, kind) if name.startswith("list-") else entity_marker(name, kind)


def parted(mentions: Sequence[Named]) -> tuple[Sequence[Named], ...]:
    """The mentions, oldest first, in parts, the newest part first.

    All parts but the newest hold :data:`PER_PAGE` and never change while reports are added at the end.

    >>> [len(part) for part in parted(list(range(230)))]
    [80, 50, 50, 50]
    """
    full = max(0, len(mentions) // PER_PAGE - 1)
    parts = [mentions[at * PER_PAGE : (at + 1) * PER_PAGE] for at in range(full)]
    return (mentions[full * PER_PAGE :], *reversed(parts))


def _entity_pages(one: Entity, around: _Around) -> dict[str, GeneratedPage]:
    parts = parted(one.mentions)
    names = [one.id, *(f"{one.id}-p{number}" for number in range(len(parts) - 1, 0, -1))]
    made = {}
    for number, (name, part) in enumerate(zip(names, parts, strict=True)):
        data = {
            "schema": ENTITY_SCHEMA,
            **reference(one),
            # What grows with each report stands on the first page alone.
            **({"count": 0, "reports": 0} if number else {}),
            "page": number,
            "pages": _neighbours(names, number) if number else _years(names, parts),
            **({} if number else _facts(one, around)),
            "mentions": [_mention(named) for named in reversed(part)],
        }
        title = one.naming.zh + (f"（{len(names) - number}）" if number else "")
        english = marked_title(one.naming.en, one.naming.machine) or one.naming.pinyin
        text = page_text(title, english, entity_marker(name, one.kind), searched=number == 0)
        made[name] = GeneratedPage(text, _json(data))
    return made


def _years(names: Sequence[str], parts: Sequence[Sequence[Named]]) -> list[dict[str, str]]:
    """From the first page a link for each year to the page on which it begins, the newest first."""
    if len(names) < 2:
        return []
    first: dict[str, str] = {}
    for name, part in zip(names, parts, strict=True):
        for named in reversed(part):
            first.setdefault(named.date[:4], name)
    return [
        {"name": name, "zh": year or "无日期", "en": "" if year else "undated"}
        for year, name in first.items()
    ]


def _neighbours(names: Sequence[str], number: int) -> list[dict[str, str]]:
    """From any other page links to the newest, the next newer and the next older one.

    So old pages stay as they are while the newest grows.
    """
    links = [{"name": names[0], "zh": "最新", "en": "Newest"}]
    if number > 1:
        links.append({"name": names[number - 1], "zh": "较新", "en": "Newer"})
    if number + 1 < len(names):
        links.append({"name": names[number + 1], "zh": "较早", "en": "Older"})
    return links


def _facts(one: Entity, around: _Around) -> dict[str, Any]:
    """What the head of the first page says, beside the names."""
    data: dict[str, Any] = {"term": one.naming.term}
    if one.kind is Kind.PLACE:
        found = division(one.key)
        data["level"] = found.level.value if found else ""
        above = [around.by_key[Kind.PLACE, code] for code in lineage(one.key)]
        data["above"] = [reference(other) for other in reversed(above)]
        data["below"] = [reference(other) for other in around.below.get(one.key, ())]
        data["bodies"] = [reference(other) for other in around.bodies.get(one.key, ())[:_MOST_SAID]]
        data["former"] = [list(name) for name in former_names(one.key)]
        data["villages"] = _told(one, "village")
    elif one.kind is Kind.DOCUMENT:
        data["type"] = next((kind for kind in one.values("type") if kind != "document"), "document")
        data["numbers"] = list(one.values("number"))[:_MOST_SAID]
        data["shorts"] = _told(one, "short")
        data["also"] = _also(one, "title")
    elif one.kind is Kind.ORGANISATION:
        places = [around.by_key.get((Kind.PLACE, code)) for code in one.values("place")]
        data["above"] = [reference(place) for place in places[:1] if place]
        data["also"] = _also(one, "name")
    elif one.kind is Kind.FORMULA:
        data["definitions"] = _told(one, "definition")
    return data


def _also(one: Entity, name: str) -> list[str]:
    return [value for value in one.values(name) if value != one.naming.zh][:_MOST_SAID]


def _told(one: Entity, name: str) -> list[dict[str, str]]:
    """Facts with the first place that tells each."""
    first: dict[str, Told] = {}
    for told in one.told:
        if told.fact.name == name:
            first.setdefault(told.fact.value, told)
    kept = sorted(first.values(), key=lambda told: told.fact.value)[:_MOST_SAID]
    return [{"value": told.fact.value, "report": told.report, "anchor": told.fact.anchor} for told in kept]


def _mention(named: Named) -> dict[str, Any]:
    mention = named.mention
    return {
        "report": named.report,
        "anchor": mention.anchor,
        "zh": mention.zh,
        "start": mention.start,
        "end": mention.end,
        "en": mention.en,
        "exact": mention.exact,
        "status": mention.status,
        "machine": mention.machine,
    }


def _links(found: PageEntities, by_key: Mapping[tuple[Kind, str], Entity]) -> str:
    """The links of one report: for each paragraph the spans of names that have a page."""
    links: dict[str, list[list[Any]]] = {}
    for link in found.links:
        one = by_key.get((link.kind, link.key))
        if one is not None:
            row = [link.start, link.end, link.kind.value, one.id, one.naming.en or one.naming.pinyin]
            links.setdefault(link.anchor, []).append(row)
    return _json({"schema": LINKS_SCHEMA, "links": links})


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"
