"""Reading ``.duizhao/figures.json`` and ``.duizhao/figures/ID.json``: what pages show of figures.

Generated, but a page must render without them, or with some of another version: whatever is not of the
expected form is left out. Written by :mod:`build_scripts.publish.figures_data`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from build_scripts.publish.tolerant import load

PAGE_SCHEMA = "duizhao.figures-page/1"
REPORT_SCHEMA = "duizhao.figures-report/1"


@dataclass(frozen=True, slots=True)
class RowShown:
    """A figure as a row shows it; ``period`` is ISO, ``period_text`` the time as written, ``en`` the English
    of the paragraph, ``label_en`` that of the glossary for what is counted; ``at``
    is where the figure stands in ``sentence``."""

    report: str
    anchor: str
    text: str
    value: str
    high: str = ""
    unit: str = ""
    label: str = ""
    label_en: str = ""
    per: str = ""
    change: str = ""
    period: str = ""
    period_text: str = ""
    basis: str = ""
    place: str = ""
    near: bool = False
    approx: str = "exact"
    sentence: str = ""
    at: int = 0
    en: str = ""
    status: str = "todo"
    machine: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorShown:
    """An indicator that several reports have figures of."""

    label: str
    label_en: str
    unit: str
    unit_en: str
    figures: int
    reports: int


@dataclass(frozen=True, slots=True)
class GroupShown:
    """Figures side by side: a disagreement at ``place``, or what a chart draws, for ``year`` or ``place``."""

    label: str
    label_en: str
    unit: str
    unit_en: str
    place: str
    year: str
    rows: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True)
class FiguresFile:
    """A file with all figures: its ``path`` from docs/, and its size."""

    format: str
    path: str
    bytes: int


@dataclass(frozen=True, slots=True)
class FiguresShown:
    """What the page of figures shows; empty where there are none."""

    total: int = 0
    reports: int = 0
    first: tuple[RowShown, ...] = ()
    indicators: tuple[IndicatorShown, ...] = ()
    disagreements: tuple[GroupShown, ...] = ()
    disagreements_total: int = 0
    charts: tuple[GroupShown, ...] = ()
    downloads: tuple[FiguresFile, ...] = ()
    highlights: tuple[tuple[RowShown, ...], ...] = ()
    """Figures for the first page, one or several of one indicator; ``en`` is the English of the sentence."""


_NEEDED = ("report", "anchor", "text", "value")


_KINDS = {field.name: str for field in fields(RowShown)} | {"near": bool, "machine": bool, "at": int}


def _row(data: dict[str, Any]) -> RowShown | None:
    kept = {name: data[name] for name, kind in _KINDS.items() if isinstance(data.get(name), kind)}
    return RowShown(**kept) if all(kept.get(name) for name in _NEEDED) and _is_number(kept["value"]) else None


def _is_number(text: str) -> bool:
    top, slash, bottom = text.partition("/")
    try:
        return float(top) == float(top) and (not slash or float(bottom) != 0)
    except ValueError:
        return False


def _rows(value: Any) -> tuple[RowShown, ...]:
    return tuple(row for row in map(_row, _objects(value)) if row is not None)


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _number(data: dict[str, Any], key: str) -> int:
    value = data.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _names(data: dict[str, Any]) -> tuple[str, str, str, str]:
    return _text(data, "label"), _text(data, "label_en"), _text(data, "unit"), _text(data, "unit_en")


def _indicator(data: dict[str, Any]) -> IndicatorShown:
    return IndicatorShown(*_names(data), _number(data, "figures"), _number(data, "reports"))


def _groups(value: Any) -> tuple[GroupShown, ...]:
    found = (
        GroupShown(*_names(data), _text(data, "place"), _text(data, "year"), _rows(data.get("rows")))
        for data in _objects(value)
    )
    return tuple(group for group in found if group.rows)


def _highlights(value: Any) -> tuple[tuple[RowShown, ...], ...]:
    groups = map(_rows, value) if isinstance(value, list) else ()
    return tuple(group for group in groups if group)


def parse_figures(text: str) -> FiguresShown:
    """Read the text of the file of the page; an empty value for anything that is none."""
    data = _of_schema(text, PAGE_SCHEMA)
    files = (
        FiguresFile(_text(item, "format"), _text(item, "path"), _number(item, "bytes"))
        for item in _objects(data.get("downloads"))
    )
    return FiguresShown(
        total=_number(data, "total"),
        reports=_number(data, "reports"),
        first=_rows(data.get("first")),
        indicators=tuple(_indicator(item) for item in _objects(data.get("indicators"))),
        disagreements=_groups(data.get("disagreements")),
        disagreements_total=_number(data, "disagreements_total"),
        charts=_groups(data.get("charts")),
        downloads=tuple(file for file in files if file.path),
        highlights=_highlights(data.get("highlights")),
    )


def parse_report_figures(text: str) -> tuple[RowShown, ...]:
    """Read the text of the file of a report; nothing for anything that is none."""
    return _rows(_of_schema(text, REPORT_SCHEMA).get("rows"))


def _of_schema(text: str, schema: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) and data.get("schema") == schema else {}


@lru_cache(maxsize=2)
def _parse_cached(text: str) -> FiguresShown:
    return parse_figures(text)


def load_figures(path: Path) -> FiguresShown:
    """Read the file of the page; an empty value where there is none."""
    try:
        return _parse_cached(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return FiguresShown()


def load_report_figures(path: Path) -> tuple[RowShown, ...]:
    """Read the file of a report; nothing where there is none."""
    return load(path, parse_report_figures, ())
