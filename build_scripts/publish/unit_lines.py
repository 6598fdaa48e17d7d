"""Where each unit stands in the files that people edit: worked out for all reports, kept a file a report.

``.duizhao/units/ID.json`` (``duizhao.units/1``) holds the path of the page, of the raw document and of its
corrections, and for each unit (by its hash; ``title`` and ``subtitle`` as well) the line on the page and the
line of the raw document on which its first character stands. A line that is not known is 0. The extension
reads the file of the report it works on and of no other, so that a site of thousands stays cheap.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_scripts.documents import CleanResult
from build_scripts.files import write_if_changed
from build_scripts.library import Project, page_path
from build_scripts.lines import Lines
from build_scripts.model import CleanDocument
from build_scripts.names import SOURCES, corrections_for
from build_scripts.pages import Pages
from build_scripts.publish.tolerant import load
from build_scripts.sync.page import Page
from build_scripts.sync.titles import FIELDS
from build_scripts.whereabouts import page_lines, unit_keys

SCHEMA = "duizhao.units/1"


@dataclass(frozen=True, slots=True)
class UnitLines:
    """The files behind a report, as paths in the project, and its units' lines in the first two.

    ``corrected``: the file of corrections exists. ``lines``: the line of the page and that of the raw
    document by the key of the unit; 0 where there is none.
    """

    page: str = ""
    source: str = ""
    corrections: str = ""
    corrected: bool = False
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def plan_unit_lines(
    results: Iterable[CleanResult], pages: Pages, corrections: Mapping[str, tuple[str, bool]]
) -> dict[str, UnitLines]:
    """The lines of every page, by its identifier.

    Args:
        results: the cleaned documents in the order in which the pages were planned.
        pages: the pages that were made of them.
        corrections: for each raw document, as results name it, the file of its corrections and whether it
            exists.
    """
    raw: dict[str, Mapping[str, int]] = {}
    ids = iter(pages.ids)
    for result in results:
        if result.document:
            names = [next(ids) for _ in result.document.articles]
            raw |= dict(zip(names, _raw_lines(result.document), strict=True))
    found = sorted(pages.pages.items())
    return {name: _of_page(name, page, raw.get(name, {}), corrections) for name, page in found}


def refresh_unit_lines(project: Project, name: str, page: Page) -> None:
    """Bring the file of one report up to date after its page changed, and nothing but that."""
    path = project.unit_data / f"{name}.json"
    if (before := load_unit_lines(path)) is None:
        return
    raw = {key: line for key, (_, line) in before.lines.items()}
    made = _of_page(name, page, raw, {before.source: (before.corrections, before.corrected)})
    write_if_changed(path, _to_json(made), again=True)


def _raw_lines(document: CleanDocument) -> list[Mapping[str, int]]:
    """For each report of a document the line on which each of its units begins."""
    lines = Lines(document.source)
    found: list[Mapping[str, int]] = []
    for article in document.articles:
        first: dict[str, int] = {}
        for key, piece in zip(unit_keys(article), article.pieces, strict=True):
            if key and piece.spans:
                first.setdefault(key, lines.number(piece.spans[0]))
        found.append(first)
    return found


def _of_page(
    name: str, page: Page, raw: Mapping[str, int], corrections: Mapping[str, tuple[str, bool]]
) -> UnitLines:
    places = page_lines(page)
    keys = {unit.zh_hash: unit.line for unit in page.live_units}
    # Of a title the English is what people mend.
    keys = {key: places.get(f"{key}_en", places.get(key, 0)) for key in FIELDS} | keys
    source = f"{SOURCES}/{page.front.text('source')}" if page.front.text("source") else ""
    path, exists = corrections.get(source, ("", False))
    known = source if source in corrections else ""
    lines = {key: (line, raw.get(key, 0)) for key, line in keys.items() if line}
    return UnitLines(page_path(name), known, path, exists, lines)


def _corrections(project: Project, results: Iterable[CleanResult]) -> dict[str, tuple[str, bool]]:
    """For each raw document the file of its corrections, and whether there is one (a look at the disk)."""
    found = {}
    for result in results:
        path = corrections_for(project.root / result.path)
        found[result.path] = (project.shown(path), path.is_file())
    return found


def write_unit_lines(project: Project, results: Sequence[CleanResult], pages: Pages) -> None:
    """Bring ``.duizhao/units/`` up to date with the pages; files of reports that are gone are deleted.

    Raises:
        OSError: the folder cannot be written to. Every file is whole all the same.
    """
    planned = plan_unit_lines(results, pages, _corrections(project, results))
    for name, lines in planned.items():
        write_if_changed(project.unit_data / f"{name}.json", _to_json(lines), again=True)
    for path in sorted(project.unit_data.glob("*.json")):
        if path.stem not in planned:
            path.unlink()


def _to_json(lines: UnitLines) -> str:
    data = {
        "schema": SCHEMA,
        "page": lines.page,
        "source": lines.source,
        "corrections": lines.corrections,
        "corrected": lines.corrected,
        "lines": {key: list(pair) for key, pair in lines.lines.items()},
    }
    return json.dumps(data, ensure_ascii=False) + "\n"


def parse_unit_lines(text: str) -> UnitLines | None:
    """Read the text of such a file; None for anything that is not one."""
    try:
        data = json.loads(text)
    except ValueError:
        return None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("lines"), dict):
        return None
    lines = {key: (pair[0], pair[1]) for key, pair in data["lines"].items() if _is_pair(pair)}
    page, source, corrections = (_text(data.get(key)) for key in ("page", "source", "corrections"))
    return UnitLines(page, source, corrections, data.get("corrected") is True, lines)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(number, int) for number in value)


def load_unit_lines(path: Path) -> UnitLines | None:
    """Read the file of a report; None when there is none."""
    return load(path, parse_unit_lines, None)
