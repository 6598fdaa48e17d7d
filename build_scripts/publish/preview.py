"""What `duizhao serve` builds after a change: single report pages in an instant, all else the whole site.

Where report pages alone have changed, these are brought up to date (:mod:`build_scripts.refreshing`) and
written into the site that stands. What that takes does not depend on how many reports there are: files are
looked at by the names that the system gives (:mod:`.watching`), not all of them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.library import DOCS
from build_scripts.publish.rendering import Rendering
from build_scripts.publish.watching import State, differing, scan
from build_scripts.publish.written import SiteBefore, Written
from build_scripts.refreshing import Known, refresh

MOST_PAGES = 50
"""From more changed pages on the whole site is built: it takes several processes."""

_REPORTS = f"{DOCS}/reports/"
_OURS = tuple(f"{DOCS}/assets/{name}/" for name in ("data", "downloads", "words"))


@dataclass(slots=True)
class Session:
    """What the last whole build left behind for pages that are made once more.

    ``before`` is where `duizhao serve` has the pages of the site before from; None in any other command.
    """

    rendering: Rendering | None = None
    written: Written | None = None
    known: Known | None = None
    before: SiteBefore | None = None


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
        self.seen: Mapping[str, State] = {}
        """The states of all files as the site shows them; another mapping after each build."""

    def build(self) -> None:
        """Build the whole site."""
        gc.unfreeze()
        before = scan(self._root)
        self._build()
        if rendering := self._session.rendering:
            rendering.load()
        after = scan(self._root)
        # A page that the build wrote is known; one that somebody else wrote meanwhile is made once more.
        for path in differing(before, after):
            if path in after and self._is_shown(path):
                before[path] = after[path]
            elif path not in after and self._is_absent(path):
                del before[path]
        self.seen = before
        # What is known of ten thousand reports is millions of objects: not to be looked through each time.
        gc.collect()
        gc.freeze()

    def rebuild(self, names: Collection[str] | None = None) -> bool:
        """Bring the site up to date with what has changed since; tell whether it did anything.

        ``names`` are the files that may have changed, from the root of the project; those outside of it, by
        their whole paths, have. None: any may have.
        """
        now = scan(self._root) if names is None else self._looked_at(names)
        outside = any(Path(name).is_absolute() for name in names or ())
        changed = (
            differing(self.seen, now)
            if names is None
            else {name for name in names if self.seen.get(name) != now.get(name)}
        )
        changed = {path for path in changed if not self._is_shown(path)}
        if not changed and not outside:
            self.seen = now
            return False
        pages = [_report(path) for path in sorted(changed) if path in now]
        single = not outside and len(pages) == len(changed) <= MOST_PAGES and all(pages)
        found = refresh_pages(self._root, pages, self._session) if single else None
        if found is None:
            self.build()
            return True
        after = scan(self._root, changed)
        self.seen = now | {path: after[path] for path in after if self._is_shown(path)}
        self._say(found)
        return True

    def _looked_at(self, names: Collection[str]) -> dict[str, State]:
        """What was seen, with these files as they are now."""
        found = scan(self._root, (name for name in names if not Path(name).is_absolute()))
        return {path: state for path, state in self.seen.items() if path not in names} | found

    def _is_shown(self, path: str) -> bool:
        """Whether the site shows a file as it is, or it is the program's own."""
        rendering = self._session.rendering
        if path.startswith(_OURS):
            return True
        inside = path.removeprefix(f"{DOCS}/")
        return path.endswith(".md") and rendering is not None and rendering.shows(inside)

    def _is_absent(self, path: str) -> bool:
        """Whether a file that is gone was gone when the site was built."""
        rendering = self._session.rendering
        inside = path.removeprefix(f"{DOCS}/")
        return inside != path and rendering is not None and inside not in rendering.files.src_uris


def _report(path: str) -> str:
    """The identifier of a report whose page ``path`` is; empty for all other files."""
    name = path.removeprefix(_REPORTS).removesuffix(".md")
    return name if path == f"{_REPORTS}{name}.md" and "/" not in name and name != "index" else ""
