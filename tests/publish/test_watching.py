"""The preview hears which files changed, from the system or by looking itself."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from queue import Queue

import pytest
from watchdog.events import DirMovedEvent, FileModifiedEvent, FileMovedEvent, FileSystemEvent
from watchdog.observers import Observer

from build_scripts.publish.watching import State, Watcher, differing, named, scan

Told = Collection[str] | None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in (
        "docs/reports/tea.md",
        "docs/.tea.md.tmp",
        "source_articles/tea.txt",
        "mkdocs.yml",
        "site/a",
    ):
        put(tmp_path / path, "a")
    return tmp_path.resolve()


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_what_came_went_and_changed_is_told_by_its_state(root: Path) -> None:
    before = scan(root)
    assert sorted(before) == ["docs/reports/tea.md", "mkdocs.yml", "source_articles/tea.txt"]
    assert differing(before, scan(root)) == set()
    put(root / "docs/reports/tea.md", "longer")
    put(root / "docs/reports/new.md", "a")
    (root / "source_articles/tea.txt").unlink()
    found = differing(before, scan(root))
    assert found == {"docs/reports/tea.md", "docs/reports/new.md", "source_articles/tea.txt"}
    assert scan(root, ["docs/reports/new.md", "docs/none.md"]).keys() == {"docs/reports/new.md"}


@pytest.mark.parametrize(
    ("event", "names"),
    [
        (FileModifiedEvent("docs/reports/tea.md"), {"docs/reports/tea.md"}),
        (FileModifiedEvent("mkdocs.yml"), {"mkdocs.yml"}),
        # An editor writes a file of its own and puts it in the place of the other.
        (FileMovedEvent("docs/reports/.tea.swp", "docs/reports/tea.md"), {"docs/reports/tea.md"}),
        (
            FileMovedEvent("docs/reports/a.md", "docs/reports/b.md"),
            {"docs/reports/a.md", "docs/reports/b.md"},
        ),
        (FileModifiedEvent("docs/.git/index"), set()),
        (FileModifiedEvent("site/index.html"), set()),
        (FileModifiedEvent("../elsewhere.md"), set()),
        (DirMovedEvent("docs/reports", "docs/old"), None),
    ],
)
def test_an_event_names_its_files(event: FileSystemEvent, names: set[str] | None, root: Path) -> None:
    def whole(path: bytes | str) -> str:
        return os.path.normpath(root / os.fsdecode(path)) if path else ""

    assert named(root, type(event)(whole(event.src_path), whole(event.dest_path))) == names


def test_looking_tells_what_is_not_as_it_was_seen(root: Path) -> None:
    told: list[Told] = []
    seen: Mapping[str, State] = {}
    watcher = Watcher(root, told.append, lambda: seen)
    watcher.look()
    seen = scan(root)
    watcher.look()
    assert told == [], "before the first build there is nothing to compare with, and then nothing has changed"
    put(root / "docs/reports/tea.md", "longer")
    watcher.look()
    assert told == [{"docs/reports/tea.md"}]


def test_the_system_names_a_file_that_is_saved_and_what_else_is_followed(root: Path) -> None:
    told: Queue[Told] = Queue()
    put(root / "extra/data.csv", "a")
    watcher = Watcher(root, told.put, dict)
    watcher.start()
    watcher.follow(root / "extra")
    watcher.follow(root / "docs/reports")  # is followed already
    try:
        put(root / "docs/reports/tea.md", "longer")
        assert told.get(timeout=60) == {"docs/reports/tea.md"}
        put(root / "extra/data.csv", "longer")
        while (names := told.get(timeout=60)) == {"docs/reports/tea.md"}:
            pass
        assert names == {str(root / "extra/data.csv")}
    finally:
        watcher.stop()


def test_where_the_system_refuses_looking_has_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "start", refuse)
    told: Queue[Told] = Queue()
    seen = scan(root)
    put(root / "docs/reports/tea.md", "longer")
    watcher = Watcher(root, told.put, lambda: seen)
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        watcher.start()
    assert "inotify watch limit reached" in caplog.text
    assert told.get(timeout=60) == {"docs/reports/tea.md"}
    watcher.stop()
