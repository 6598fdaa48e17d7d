"""Pages of lists: a front matter and one marker each, written below docs/ at any depth and in no repository.

What they show is in the data of the site, so that they have none of their own
(:mod:`build_scripts.publish.generated` writes the pages that do). A page is recognised by :data:`NOTE` on a
line of its own; a file without it is somebody's, and is neither overwritten nor deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.files import write_if_changed
from build_scripts.library import DOCS, Project
from build_scripts.publish.generated import NOTE, foreign, is_ours, page_text


@dataclass(frozen=True, slots=True)
class ListPage:
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
        return page_text(self.title, self.title_en, self.marker, listed=self.listed)


def write_lists(
    project: Project, pages: Iterable[ListPage], folders: Sequence[str]
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
        if fault := foreign(project, path, NOTE):
            faults.append(fault)
            continue
        write_if_changed(path, page.text, again=True)
        written.add(page.path)
    for pattern in folders:
        for folder in sorted(docs.glob(pattern)):
            _prune(docs, folder, written)
    return frozenset(written), tuple(faults)


def _prune(docs: Path, folder: Path, written: set[str]) -> None:
    for path in sorted(folder.rglob("*.md")):
        if path.relative_to(docs).as_posix() not in written and is_ours(path, NOTE):
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
