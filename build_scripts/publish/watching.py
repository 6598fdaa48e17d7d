"""Which files of a project changed: told by the system, and made sure of by looking.

Of ten thousand reports a project has fifty thousand files. To look at all of them twice a second, as MkDocs
does, takes a processor; the system's own events name the file at once. Where it sends none (network folders,
folders lent to a container, too few watches) the looking remains, as often as it costs little.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.plugins import get_plugin_logger
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from build_scripts.library import DOCS
from build_scripts.names import SOURCES

log = get_plugin_logger("duizhao")

WATCHED = (DOCS, SOURCES, "overrides", "mkdocs.yml")
"""What a site is made of, from the root of its project."""

State = tuple[int, int, int]
"""Of a file: one that was written or replaced has another. To read all takes seconds."""

_OF_FILES = [FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
_OF_FOLDERS = [DirCreatedEvent, DirDeletedEvent, DirMovedEvent]
_SHARE = 20
"""Looking at all files may take one part in so many of the time."""

_SOONEST = 1.0


def scan(root: Path, paths: Iterable[str] = WATCHED) -> dict[str, State]:
    """The states of all files below ``paths``, by their paths from ``root``; hidden ones are passed over."""
    return dict(found for path in paths for found in _states(root / path, path))


def differing(before: Mapping[str, State], now: Mapping[str, State]) -> set[str]:
    """The files that came, went or changed.

    >>> sorted(differing({"a": (1, 1, 1), "b": (2, 2, 2)}, {"b": (2, 3, 2), "c": (4, 4, 4)}))
    ['a', 'b', 'c']
    """
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}


def named(root: Path, event: FileSystemEvent) -> set[str] | None:
    """The files that an event is about, by their paths from ``root``; None where only looking can tell.

    Hidden files, and what no site is made of, are none of our business.
    """
    if event.is_directory:
        return None
    shown = {os.path.relpath(path, root).replace(os.sep, "/") for path in _paths(event)}
    return {path for path in shown if path.split("/")[0] in WATCHED and not _hidden(path)}


def pause(took: float) -> float:
    """Seconds until files are looked at again, after that took so many.

    >>> pause(0.01), pause(0.5)
    (1.0, 10.0)
    """
    return max(_SOONEST, _SHARE * took)


class Watcher:
    """Follows the files of a project until it is stopped."""

    def __init__(
        self,
        root: Path,
        tell: Callable[[Collection[str] | None], None],
        seen: Callable[[], Mapping[str, State]],
    ) -> None:
        """``tell`` is given what changed, None for “look”; ``seen`` gives the states that are known."""
        self._root, self._tell, self._seen = root.resolve(), tell, seen
        self._observer = Observer()
        self._stop = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def start(self) -> None:
        """Begin. Where the system refuses its events, looking has to do."""
        self._looking.start()
        try:
            for path in WATCHED:
                if (self._root / path).is_dir():
                    self._follow(self._root / path, self._on_event)
            # A file by itself is lost sight of when an editor puts another in its place.
            self._follow(self._root, self._on_event, recursive=False)
            self._observer.start()
        except OSError as error:
            log.info(f"the system does not tell of changes ({error.strerror or error}): looking for them")

    def follow(self, path: Path, recursive: bool = True) -> None:
        """Follow a folder or file besides; what changes there is told by its whole path.

        Raises:
            OSError: the system refuses.
        """
        if not any(path.is_relative_to(self._root / known) for known in WATCHED):
            self._follow(path, lambda event: self._tell(_paths(event)), recursive)

    def _follow(
        self, path: Path, on_event: Callable[[FileSystemEvent], None], recursive: bool = True
    ) -> None:
        self._observer.schedule(
            _Handler(on_event), str(path), recursive=recursive, event_filter=_OF_FILES + _OF_FOLDERS
        )

    def stop(self) -> None:
        """End; threads that still run do no harm."""
        self._stop.set()
        if self._observer.is_alive():
            self._observer.stop()

    def _on_event(self, event: FileSystemEvent) -> None:
        names = named(self._root, event)
        if names is None or names:
            self._tell(names)

    def look(self) -> None:
        """Tell of all that is not as it was seen, if anything was."""
        if (seen := self._seen()) and (found := differing(seen, scan(self._root))):
            self._tell(found)

    def _look(self) -> None:
        wait = _SOONEST
        while not self._stop.wait(wait):
            started = time.perf_counter()
            self.look()
            wait = pause(time.perf_counter() - started)


class _Handler(FileSystemEventHandler):
    def __init__(self, work: Callable[[FileSystemEvent], None]) -> None:
        self._work = work

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._work(event)


def _paths(event: FileSystemEvent) -> set[str]:
    """Where a file was and is."""
    return {os.fsdecode(path) for path in (event.src_path, event.dest_path) if path}


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _states(place: Path, path: str) -> Iterator[tuple[str, State]]:
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


def _entry_states(entry: os.DirEntry[str], path: str) -> Iterator[tuple[str, State]]:
    if entry.name.startswith("."):
        return
    if entry.is_dir():
        yield from _states(Path(entry.path), path)
        return
    found = entry.stat()
    yield path, (found.st_ino, found.st_mtime_ns, found.st_size)
