"""Pages that the program makes: a front matter and one marker each, written below docs/ and in no repository.

A page is recognised by :data:`NOTE` on a line of its own; a file without it is somebody's, and is neither
overwritten nor deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.files import write_if_changed
from build_scripts.library import DOCS, Project
from build_scripts.publish.codes import FOREIGN_PAGE

NOTE = "<!-- 由程序生成，请勿修改。 Made by the program at each build: do not edit. -->"


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page: its ``path`` from docs/ with ``.md``, its titles, and the ``marker`` that is replaced.

    ``listed``: search engines may list it; the further pages of a list are none that anybody looks for.
    """

    path: str
    title: str
    title_en: str
    marker: str
    listed: bool = False

    @property
    def text(self) -> str:
        """The Markdown. The site's own search leads to the pages that this one leads to."""
        front = [f"title: {_quoted(self.title)}"]
        if self.title_en:
            front.append(f"title_en: {_quoted(self.title_en)}")
        front += [] if self.listed else ["robots: noindex"]
        return "\n".join(["---", *front, "search:", "  exclude: true", "---", "", NOTE, "", self.marker, ""])


def write_generated(
    project: Project, pages: Iterable[GeneratedPage], folders: Sequence[str]
) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """Bring generated pages up to date, and delete those that are no more.

    Args:
        project: where to.
        pages: all that there should be, each below one of ``folders``.
        folders: patterns of the folders from docs/ in which, at any depth, generated pages that are not among
            ``pages`` are deleted, and folders that this leaves empty.

    Returns:
        The paths of the pages that there are now, and a diagnostic for each that found somebody's file in
        its place.

    Raises:
        OSError: a folder cannot be written to. Every file is whole all the same.
    """
    docs = project.root / DOCS
    written: set[str] = set()
    faults: list[Diagnostic] = []
    for page in pages:
        path = docs / page.path
        if path.exists() and not _ours(path):
            message = "this file is not the program's and stands where a page that it makes would go"
            faults.append(Diagnostic(project.shown(path), 0, FOREIGN_PAGE.code, message))
            continue
        write_if_changed(path, page.text, again=True)
        written.add(page.path)
    for pattern in folders:
        for folder in sorted(docs.glob(pattern)):
            _prune(docs, folder, written)
    return frozenset(written), tuple(faults)


def _prune(docs: Path, folder: Path, written: set[str]) -> None:
    for path in sorted(folder.rglob("*.md")):
        if path.relative_to(docs).as_posix() not in written and _ours(path):
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()


def _ours(path: Path) -> bool:
    try:
        return path.is_file() and NOTE in path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return False


def _quoted(text: str) -> str:
    """``text`` as a YAML string: what JSON quotes, without what YAML forbids."""
    return json.dumps("".join(char for char in text if char.isprintable()), ensure_ascii=False)
