"""What `duizhao serve` builds after a change: single report pages in an instant, all else the whole site.

MkDocs tells a builder only that something has changed. Here the files are looked at: where report pages alone
have, these are brought up to date (:mod:`build_scripts.refreshing`) and written into the site that stands.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.library import DOCS
from build_scripts.names import SOURCES
from build_scripts.publish.rendering import Rendering
from build_scripts.publish.written import Written
from build_scripts.refreshing import Known, refresh

MOST_PAGES = 50
"""From more changed pages on the whole site is built: it takes several processes."""

WATCHED = (DOCS, SOURCES, "overrides", "mkdocs.yml")
_REPORTS = f"{DOCS}/reports/"
_OURS = tuple(f"{DOCS}/assets/{name}/" for name in ("data", "downloads", "words"))
_State = tuple[int, int, int]


@dataclass(slots=True)
class Session:
    """What the last whole build left behind for pages that are made once more."""

    rendering: Rendering | None = None
    written: Written | None = None
    known: Known | None = None


SESSION = Session()
"""Of this process; the hook, which MkDocs loads as a module of its own, fills it."""


def refresh_pages(root: Path, names: Iterable[str], session: Session) -> tuple[Diagnostic, ...] | None:
    """Make report pages once more; None where that takes a build of the whole site.

    Args:
        root: the folder of the project.
        names: the identifiers of the pages, in the order in which they are made.
        session: of the last whole build.

    Gives what was found in them.
    """
    rendering, known, wanted = session.rendering, session.known, tuple(names)
    if rendering is None or rendering.env is None or known is None:
        return None
    found = refresh(root, known, wanted)
    if found is not None:
        rendering.again(f"reports/{name}.md" for name in wanted)
    return found


class Preview:
    """The site of a project in a server."""

    def __init__(
        self,
        root: Path,
        build: Callable[[], None],
        say: Callable[[Iterable[Diagnostic]], None],
        session: Session = SESSION,
    ) -> None:
        """``build`` builds the whole site, ``say`` tells people what was found in single pages."""
        self._root, self._build, self._say, self._session = root, build, say, session
        self._seen: Mapping[str, _State] = {}

    def build(self) -> None:
        """Build the whole site."""
        before = _scan(self._root)
        self._build()
        if rendering := self._session.rendering:
            rendering.load()
        after = _scan(self._root)
        # A page that the build wrote is known; one that somebody else wrote meanwhile is made once more.
        written = {path for path in after if before.get(path) != after[path]}
        self._seen = before | {path: after[path] for path in written if self._is_shown(path)}

    def rebuild(self) -> None:
        """Bring the site up to date with what has changed since."""
        now = _scan(self._root)
        changed = {path for path in self._seen.keys() | now.keys() if self._seen.get(path) != now.get(path)}
        changed = {path for path in changed if not self._is_shown(path)}
        names = [_report(path) for path in sorted(changed) if path in now]
        single = len(names) == len(changed) <= MOST_PAGES and all(names)
        found = refresh_pages(self._root, names, self._session) if single else None
        if found is None:
            self.build()
            return
        after = _scan(self._root, changed)
        self._seen = now | {path: after[path] for path in after if self._is_shown(path)}
        self._say(found)

    def _is_shown(self, path: str) -> bool:
        """Whether the site shows a file as it is, or it is the program's own."""
        rendering = self._session.rendering
        if path.startswith(_OURS):
            return True
        inside = path.removeprefix(f"{DOCS}/")
        return path.endswith(".md") and rendering is not None and rendering.shows(inside)


def _report(path: str) -> str:
    """The identifier of a report whose page ``path`` is; empty for all other files."""
    name = path.removeprefix(_REPORTS).removesuffix(".md")
    return name if path == f"{_REPORTS}{name}.md" and "/" not in name and name != "index" else ""


def _scan(root: Path, paths: Iterable[str] = WATCHED) -> dict[str, _State]:
    """The states of all files: one that was written or replaced has another. To read all takes seconds."""
    return dict(found for path in paths for found in _states(root / path, path))


def _states(place: Path, path: str) -> Iterator[tuple[str, _State]]:
    try:
        if place.is_dir():
            with os.scandir(place) as entries:
                for entry in entries:
                    yield from _entry_states(entry, f"{path}/{entry.name}")
        else:
            found = place.stat()
            yield path, (found.st_ino, found.st_mtime_ns, found.st_size)
    except FileNotFoundError:
        return  # it went meanwhile, or was never there


def _entry_states(entry: os.DirEntry[str], path: str) -> Iterator[tuple[str, _State]]:
    if entry.name.startswith("."):
        return
    if entry.is_dir():
        yield from _states(Path(entry.path), path)
        return
    found = entry.stat()
    yield path, (found.st_ino, found.st_mtime_ns, found.st_size)
