"""Where the pieces of a document stand on the pages of its project, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from build_scripts.library import Project, page_path, report_files
from build_scripts.model import Article, CleanDocument, Role
from build_scripts.sync.body import body_blocks
from build_scripts.sync.identity import match_pages
from build_scripts.sync.page import Page, parse
from build_scripts.sync.text import split_lines
from build_scripts.sync.units import numbered

_FIELDS = {Role.TITLE: "title", Role.SUBTITLE: "subtitle", Role.METADATA: "authors"}


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where a piece stands: the page's ``path`` in the project and the ``line`` (0: not written there yet).

    ``anchor`` is its address on the site's page, empty for what stands in the front matter.
    """

    path: str
    line: int
    anchor: str


Key = tuple[int, int]
"""The numbers of an article and of a piece of it, both from 0."""

Places = Mapping[Key, PagePlace]


def project_of(path: Path) -> Project | None:
    """The project whose raw document or report page ``path`` is, if it is one."""
    whole = path.resolve()
    for folder in whole.parents:
        project = Project(folder)
        if whole.is_relative_to(project.sources) or whole.parent == project.reports:
            return project
    return None


def page_places(project: Project, document: CleanDocument, path: Path) -> Places:
    """The place of each piece of the raw document at ``path`` on the pages of its reports.

    A page belongs to a report as the build decides it, among the pages that name this document as their
    source. A page that is not there yet has the name that a build would give it.
    """
    source = path.resolve().relative_to(project.sources.resolve()).as_posix()
    pages = _pages(project, source)
    matched = match_pages(document.articles, pages, sources=[source] * len(document.articles))
    places: dict[Key, PagePlace] = {}
    for number, (article, name) in enumerate(zip(document.articles, matched.ids, strict=True)):
        lines = page_lines(pages[name]) if name in pages else {}
        for piece, key in enumerate(unit_keys(article)):
            anchor = "" if key in _FIELDS.values() else f"u-{key}"
            places[number, piece] = PagePlace(page_path(name), lines.get(key, 0), anchor)
    return places


def source_of_page(project: Project, path: Path) -> Path | None:
    """The raw document that the page at ``path`` names as its source, if it is there."""
    file = report_files(project).get(path.stem)
    source = PurePosixPath(parse(file.text).front.text("source") if file else "")
    # What a page says is text of a person: it does not lead out of the folder.
    if not source.parts or source.is_absolute() or ".." in source.parts:
        return None
    found = project.sources / source
    return found if found.is_file() else None


def piece_at(project: Project, places: Places, path: Path, line: int) -> Key | None:
    """The piece of which ``line`` of the page at ``path`` tells; ``None`` on a line that no piece stands on.

    That is the last that begins at or above it, unless something else of the page does: an orphan.
    """
    shown = project.shown(path)
    starts = {place.line: key for key, place in places.items() if place.path == shown and place.line}
    others = [unit.line for unit in parse(report_files(project)[path.stem].text).units]
    above = [start for start in (*starts, *others) if start <= line]
    return starts.get(max(above)) if above else None


def _pages(project: Project, source: str) -> dict[str, Page]:
    parsed = {name: parse(file.text) for name, file in report_files(project).items()}
    return {name: page for name, page in parsed.items() if page.front.text("source") == source}


def unit_keys(article: Article) -> list[str]:
    """For each piece the name of its unit on the page, or the field of the front matter that holds it."""
    seen: dict[str, int] = {}
    keys = []
    for piece in article.pieces:
        block = next(iter(body_blocks(replace(article, pieces=(piece,)))), None)
        keys.append(numbered(block.zh.hash, seen) if block else _FIELDS.get(piece.role, ""))
    return keys


def page_lines(page: Page) -> dict[str, int]:
    """The line of each unit and of each field of the front matter, as an editor numbers them."""
    lines = {unit.zh_hash: unit.line for unit in page.units}
    for number, text in enumerate(split_lines(page.front.raw), start=1):
        lines.setdefault(text.partition(":")[0], number)
    return lines
