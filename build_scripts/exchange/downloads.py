"""The whole corpus as files that the site offers: TMX and JSON Lines, made at each build.

Made in a stream: a TMX of 100,000 units is written in seconds, and no more of it is in memory than one unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from build_scripts.exchange.lines import write_lines
from build_scripts.exchange.projects import rows_of
from build_scripts.exchange.rows import Row
from build_scripts.exchange.tmx import in_memory, write_tmx
from build_scripts.files import write_pieces_if_changed
from build_scripts.library import DOCS, Project
from build_scripts.sync.page import Page

Writer = Callable[[Iterable[Row]], Iterator[str]]


def write_downloads(project: Project, pages: Mapping[str, Page]) -> list[dict[str, Any]]:
    """Bring the files up to date with the pages, and say for the site what is in them.

    Args:
        project: the project in whose docs/ the files go.
        pages: all pages that are published; one that cannot be read as a page is left out.

    Returns:
        For each file its ``format``, its ``path`` from docs/, its ``bytes``, and under ``units`` how many
        units of each status are in it, as plain values.

    Raises:
        OSError: the folder cannot be written to. Every file is whole all the same.
    """
    readable = {name: page for name, page in sorted(pages.items()) if not page.blocked}
    counts: Counter[str] = Counter()
    translated: Counter[str] = Counter()
    for row in rows_of(readable):
        counts[row.status.value] += 1
        translated[row.status.value] += in_memory(row)
    files: tuple[tuple[str, Writer, Counter[str]], ...] = (
        ("tmx", write_tmx, +translated),
        ("jsonl", write_lines, counts),
    )
    made = []
    for name, write, units in files:
        path = project.downloads / f"duizhao.{name}"
        write_pieces_if_changed(path, partial(_pieces, write, readable))
        made.append(
            {
                "format": name,
                "path": path.relative_to(project.root / DOCS).as_posix(),
                "bytes": path.stat().st_size,
                "units": dict(sorted(units.items())),
            }
        )
    return made


def _pieces(write: Writer, pages: Mapping[str, Page]) -> Iterator[str]:
    return write(rows_of(pages))
