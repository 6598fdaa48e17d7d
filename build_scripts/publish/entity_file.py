"""Reading ``.duizhao/entities/``: what the extension knows of the places, documents … that reports name.

The files are generated (:mod:`build_scripts.publish.entity_data`); one that is missing, or that another
version wrote, is no data: the page then says so, and reports have no such links.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from build_scripts.publish.tolerant import load

T = TypeVar("T")

ENTITY_SCHEMA = "duizhao.entity/1"
LIST_SCHEMA = "duizhao.entities/1"
LINKS_SCHEMA = "duizhao.entity-links/1"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a link to a thing needs; ``depth`` and ``inside`` are those of a place in the tree of places."""

    kind: str
    id: str
    zh: str
    pinyin: str = ""
    en: str = ""
    source: str = ""
    machine: bool = False
    count: int = 0
    reports: int = 0
    depth: int = 0
    inside: int = 0

    @property
    def path(self) -> str:
        """The page, from docs/."""
        return f"{self.kind}/{self.id}.md"


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a report says: the text, the report's id and the paragraph's anchor."""

    value: str
    report: str
    anchor: str


@dataclass(frozen=True, slots=True)
class MentionShown:
    """A sentence that names the thing, as :class:`build_scripts.annotate.entities.Mention` has it."""

    report: str
    anchor: str
    zh: str
    start: int
    end: int
    en: str
    exact: bool
    status: str
    machine: bool


@dataclass(frozen=True, slots=True)
class PagerEntry:
    """A link to another page of several: name and label, the English empty where one says it for both."""

    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class EntityShown:
    """All that one page about a thing shows; the fields are those of the file."""

    reference: Reference
    page: int
    pages: tuple[PagerEntry, ...]
    term: str
    level: str
    type: str
    above: tuple[Reference, ...]
    below: tuple[Reference, ...]
    bodies: tuple[Reference, ...]
    former: tuple[tuple[str, str, str], ...]
    numbers: tuple[str, ...]
    also: tuple[str, ...]
    shorts: tuple[Said, ...]
    villages: tuple[Said, ...]
    definitions: tuple[Said, ...]
    mentions: tuple[MentionShown, ...]


@dataclass(frozen=True, slots=True)
class ListShown:
    """One page of the list of a kind."""

    kind: str
    total: int
    page: int
    pages: tuple[PagerEntry, ...]
    entries: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class EntityLink:
    """The characters ``start`` to ``end`` of a paragraph lead to the page ``path``; ``title`` is English."""

    start: int
    end: int
    path: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class EntityFolder:
    """The folder of these files; without a ``root`` there are none."""

    root: Path | None = None

    def entity(self, name: str) -> EntityShown | None:
        """The page ``places/longhui-430524``."""
        return self._read(f"{name}.json", parse_entity)

    def entries(self, name: str) -> ListShown | None:
        """The page of a list: ``places`` for the first, ``places/list-2``."""
        return self._read(f"{name}.json" if "/" in name else f"lists/{name}.json", parse_list)

    def listed(self, kind: str) -> Iterator[Reference]:
        """Every thing of a kind that has a page, from all pages of its list."""
        first = self.entries(kind)
        for name in dict.fromkeys(
            ["", *(page.name for page in first.pages if page.name != "index")] if first else []
        ):
            shown = self.entries(f"{kind}/{name}") if name else first
            yield from shown.entries if shown else ()

    def links(self, report: str) -> Mapping[str, tuple[EntityLink, ...]]:
        """The links of a report by the anchors of its paragraphs."""
        return self._read(f"links/{report}.json", parse_links)

    def _read(self, name: str, parse: Callable[[str], T]) -> T:
        nothing = parse("")
        return load(self.root / name, parse, nothing) if self.root else nothing


def parse_entity(text: str) -> EntityShown | None:
    """Read the text of an entity's file; None for anything that is not one."""
    try:
        data = json.loads(text)
        return _entity(data) if data["schema"] == ENTITY_SCHEMA else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def parse_list(text: str) -> ListShown | None:
    """Read the text of a list's file; None for anything that is not one."""
    try:
        data = json.loads(text)
        if data["schema"] != LIST_SCHEMA:
            return None
        return ListShown(
            str(data["kind"]),
            int(data["total"]),
            int(data["page"]),
            _pager(data),
            tuple(map(_reference, data["entries"])),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def parse_links(text: str) -> Mapping[str, tuple[EntityLink, ...]]:
    """Read the text of a report's links; none for anything that is not one."""
    try:
        data = json.loads(text)
        if data["schema"] != LINKS_SCHEMA:
            return {}
        return {str(anchor): tuple(map(_link, rows)) for anchor, rows in data["links"].items()}
    except (AttributeError, KeyError, TypeError, ValueError):
        return {}


def _link(row: Any) -> EntityLink:
    start, end, kind, name, title = row
    return EntityLink(int(start), int(end), f"{kind}/{name}.md", str(kind), str(title))


def _reference(data: Any) -> Reference:
    return Reference(
        kind=str(data["kind"]),
        id=str(data["id"]),
        zh=str(data["zh"]),
        pinyin=str(data["pinyin"]),
        en=str(data["en"]),
        source=str(data["en_source"]),
        machine=bool(data["en_machine"]),
        count=int(data["count"]),
        reports=int(data["reports"]),
        depth=int(data.get("depth", 0)),
        inside=int(data.get("inside", 0)),
    )


def parse_reference(data: Any) -> Reference | None:
    """What a link to a thing needs, as :func:`.entity_data.reference` gives it; None where it is not that."""
    try:
        return _reference(data)
    except (KeyError, TypeError, ValueError):
        return None


def parse_references(data: Any) -> tuple[Reference, ...]:
    """Those of a list that are what :func:`parse_reference` can read."""
    items = data if isinstance(data, list) else []
    return tuple(found for item in items if (found := parse_reference(item)))


def _pager(data: Any) -> tuple[PagerEntry, ...]:
    return tuple(PagerEntry(str(one["name"]), str(one["zh"]), str(one["en"])) for one in data["pages"])


def _said(data: Any, name: str) -> tuple[Said, ...]:
    return tuple(
        Said(str(one["value"]), str(one["report"]), str(one["anchor"])) for one in data.get(name, ())
    )


def _entity(data: Any) -> EntityShown:
    return EntityShown(
        reference=_reference(data),
        page=int(data["page"]),
        pages=_pager(data),
        term=str(data.get("term", "")),
        level=str(data.get("level", "")),
        type=str(data.get("type", "")),
        above=tuple(map(_reference, data.get("above", ()))),
        below=tuple(map(_reference, data.get("below", ()))),
        bodies=tuple(map(_reference, data.get("bodies", ()))),
        former=tuple((str(name), str(year), str(change)) for name, year, change in data.get("former", ())),
        numbers=tuple(map(str, data.get("numbers", ()))),
        also=tuple(map(str, data.get("also", ()))),
        shorts=_said(data, "shorts"),
        villages=_said(data, "villages"),
        definitions=_said(data, "definitions"),
        mentions=tuple(map(_mention, data["mentions"])),
    )


def _mention(data: Any) -> MentionShown:
    zh = str(data["zh"])
    start, end = int(data["start"]), int(data["end"])
    if not 0 <= start <= end <= len(zh):
        raise ValueError(f"a name at {start} to {end} of {len(zh)} characters")
    return MentionShown(
        report=str(data["report"]),
        anchor=str(data["anchor"]),
        zh=zh,
        start=start,
        end=end,
        en=str(data["en"]),
        exact=bool(data["exact"]),
        status=str(data["status"]),
        machine=bool(data["machine"]),
    )
