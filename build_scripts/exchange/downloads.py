"""The whole corpus as files that the site offers: TMX and JSON Lines, each in a ZIP file, made at each build.

Written as a stream, one unit at a time, into the state folder; a file goes into docs/ only where it is not
the one that is there, so that nobody who watches docs/ sees an event without a change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from build_scripts.exchange.lines import json_unit
from build_scripts.exchange.projects import rows_of
from build_scripts.exchange.tmx import FOOT, HEAD, in_memory, tmx_unit
from build_scripts.files import move_if_changed
from build_scripts.library import DOCS, STATE, Project
from build_scripts.sync.page import Page
from build_scripts.zipped import forget_unzipped, zipped


def write_downloads(project: Project, pages: Mapping[str, Page]) -> list[dict[str, Any]]:
    """Bring the files up to date with the pages, and say for the site what is in them.

    Args:
        project: the project in whose docs/ the files go.
        pages: all pages that are published; one that cannot be read as a page is left out.

    Returns:
        For each file its ``format``, its ``path`` from docs/, its ``bytes``, and under ``units`` how many
        units of each status are in it, as plain values.

    Raises:
        OSError: a folder cannot be written to. Every file in docs/ is whole all the same.
    """
    state = project.root / STATE
    state.mkdir(parents=True, exist_ok=True)
    drafts = {name: state / f"duizhao.{name}.zip" for name in ("tmx", "jsonl")}
    translated: Counter[str] = Counter()
    all_units: Counter[str] = Counter()
    with zipped(drafts["tmx"]) as memory, zipped(drafts["jsonl"]) as lines:
        memory(HEAD)
        for row in rows_of({name: page for name, page in sorted(pages.items()) if not page.blocked}):
            lines(json_unit(row))
            all_units[row.status.value] += 1
            if in_memory(row):
                memory(tmx_unit(row))
                translated[row.status.value] += 1
        memory(FOOT)
    made = []
    for name, units in (("tmx", translated), ("jsonl", all_units)):
        path = project.downloads / drafts[name].name
        move_if_changed(drafts[name], path)
        forget_unzipped(path)
        shown = path.relative_to(project.root / DOCS).as_posix()
        size = path.stat().st_size
        made.append({"format": name, "path": shown, "bytes": size, "units": dict(sorted(units.items()))})
    return made
