"""Pages that are the program's: written with their data, deleted when there is nothing to show any more.

Each is docs/FOLDER/NAME.md and holds a marker of its own name, in place of which the extension shows
.duizhao/FOLDER/NAME.json. Both are in no repository. A page without its marker is somebody's: it is left
alone. Pages of lists, which have no data of their own: :mod:`build_scripts.publish.list_files`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.files import write_if_changed
from build_scripts.library import Project
from build_scripts.publish.codes import FOREIGN_PAGE

NOTE = "<!-- 由程序生成，请勿修改。 Made by the program at each build: do not edit. -->"


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """The Markdown of a page and the JSON text that it shows."""

    markdown: str
    data: str


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the pages and their data lie, and the line by which a page is known as the program's."""

    pages: Path
    data: Path
    marker: Callable[[str], str]


def write_generated(
    project: Project, folder: Folder, pages: Iterable[tuple[str, GeneratedPage]]
) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """Bring a folder up to date: write what changed, delete the program's pages that are no more.

    The pages may be made one after the other as they are written: none is held.

    Returns:
        The names of the pages that stand there now, and a diagnostic for each that found somebody's page in
        its place.

    Raises:
        OSError: a folder cannot be written to. Every file is whole all the same.
    """
    written: set[str] = set()
    faults: list[Diagnostic] = []
    for name, made in pages:
        page = folder.pages / f"{name}.md"
        if fault := foreign(project, page, folder.marker(name)):
            faults.append(fault)
            continue
        write_if_changed(folder.data / f"{name}.json", made.data, again=True)
        write_if_changed(page, made.markdown, again=True)
        written.add(name)
    for path in sorted(folder.pages.glob("*.md")):
        if path.stem not in written and is_ours(path, folder.marker(path.stem)):
            path.unlink()
    for path in sorted(folder.data.glob("*.json")):
        if path.stem not in written:
            path.unlink()
    return frozenset(written), tuple(sorted(faults, key=lambda fault: fault.path))


def page_text(
    title: str, title_en: str, marker: str, *, searched: bool = False, listed: bool | None = None
) -> str:
    """The Markdown of a page.

    Args:
        title: its title, in Chinese or in both languages.
        title_en: in English; may be empty.
        marker: what the extension replaces.
        searched: whether the search finds the page; one that only repeats other pages is not to be found.
        listed: whether search engines may list it; as ``searched`` where it is not given.
    """
    front = [f"title: {_quoted(title)}"]
    front += [f"title_en: {_quoted(title_en)}"] if title_en else []
    front += [] if (searched if listed is None else listed) else ["robots: noindex"]
    front += [] if searched else ["search:", "  exclude: true"]
    return "\n".join(["---", *front, "---", "", NOTE, "", marker, ""])


def _quoted(text: str) -> str:
    """``text`` as a YAML string: what JSON quotes, without what YAML forbids."""
    return json.dumps("".join(char for char in text if char.isprintable()), ensure_ascii=False)


def foreign(project: Project, path: Path, line: str) -> Diagnostic | None:
    """The complaint about somebody's file that stands where a page of the program goes, if one does."""
    if not path.exists() or is_ours(path, line):
        return None
    message = "this file is not the program's and stands where a page that the program makes goes"
    return Diagnostic(project.shown(path), 0, FOREIGN_PAGE.code, message)


def is_ours(path: Path, line: str) -> bool:
    """Whether the program wrote a page: it holds the ``line`` that tells, the marker of its own name."""
    try:
        return path.is_file() and line in path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return False
