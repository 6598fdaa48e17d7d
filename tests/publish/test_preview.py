"""The server makes single report pages in an instant, and gives what a whole build would give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.publish import preview
from build_scripts.publish.preview import SESSION, Preview
from tests.publish.test_rendering import edit, project, rendered

__all__ = ["project", "rendered"]

UNIT = "<!-- en todo -->"


class Server:
    """The builder of a server, which counts its whole builds."""

    def __init__(self, root: Path) -> None:
        self.root, self.whole, self.said = root, 0, 0
        self.preview = Preview(root, self.build, lambda _: self.count())
        self.preview.build()

    def build(self) -> None:
        self.whole += 1
        config = load_config(str(self.root / "mkdocs.yml"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)

    def count(self) -> None:
        self.said += 1

    def page(self, path: str) -> str:
        return (self.root / "site" / path).read_text(encoding="utf-8")


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    yield Server(project)
    SESSION.rendering = SESSION.known = None


def test_one_sentence_makes_one_page(server: Server, rendered: list[str]) -> None:
    rendered.clear()
    page = server.root / "docs/reports/tea.md"
    edit(page, lambda text: text.replace(UNIT, "<!-- en human -->\n\nThe growers did.", 1))
    server.preview.rebuild()
    assert "The growers did." in server.page("reports/tea.html")
    assert (rendered, server.whole, server.said) == (["reports/tea.md"], 1, 1)
    shown = server.page("reports/tea.html")
    # The page itself is written anew by the sync, which the server sees: there is nothing more to do.
    rendered.clear()
    server.preview.rebuild()
    assert not rendered and server.whole == 1
    server.preview.build()
    assert server.page("reports/tea.html") == shown


def test_no_file_but_the_named_one_is_looked_at(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: set[str] = set()
    scan = preview.scan

    def counted(root: Path, paths: Iterable[str]) -> dict[str, tuple[int, int, int]]:
        names = set(paths)
        looked.update(names)
        return scan(root, names)

    name = "docs/reports/tea.md"
    edit(server.root / name, lambda text: text.replace(UNIT, "<!-- en human -->\n\nThe growers did.", 1))
    with monkeypatch.context() as patch:
        patch.setattr(preview, "scan", counted)
        assert server.preview.rebuild({name})
        shown = server.page("reports/tea.html")
        assert "The growers did." in shown and server.whole == 1 and looked == {name}
        assert not server.preview.rebuild({name}), "that the page is synced is not another change"
    assert not server.preview.rebuild()
    server.preview.build()
    assert server.page("reports/tea.html") == shown


def test_a_file_followed_besides_builds_the_whole(server: Server) -> None:
    assert server.preview.rebuild({str(server.root / "data.csv")}) and server.whole == 2


def test_a_page_that_the_build_itself_removed_is_not_another_change(server: Server) -> None:
    page = next((server.root / "docs/cleaning").glob("*.md"))
    stray = page.with_name("gone.md")
    stray.write_bytes(page.read_bytes().replace(page.stem.encode(), b"gone"))
    assert server.preview.rebuild() and server.whole == 2
    if not stray.exists():
        assert not server.preview.rebuild({"docs/cleaning/gone.md"})
        assert not server.preview.rebuild()


def test_a_title_is_changed_at_the_head_of_its_page(server: Server, rendered: list[str]) -> None:
    page = server.root / "docs/reports/tea.md"
    edit(page, lambda text: re.sub("title_en:.*", "title_en: New ways for tea hills", text))
    server.preview.rebuild()
    assert "New ways for tea hills" in server.page("reports/tea.html") and server.whole == 1


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/glossary/all.md", "en: village rules\n", "en: village covenant\n"),
        ("docs/about.md", "See", "Look at"),
        ("source_articles/tea.txt", "冷库", "大冷库"),
    ],
)
def test_any_other_change_builds_the_whole(path: str, old: str, new: str, server: Server) -> None:
    edit(server.root / path, lambda text: text.replace(old, new))
    server.preview.rebuild()
    assert server.whole == 2
    server.preview.rebuild()
    assert server.whole == 2


def test_a_page_that_goes_or_comes_builds_the_whole(server: Server) -> None:
    (server.root / "docs/reports/own.md").write_text("---\ntitle: 新\n---\n\n<!-- report own -->\n", "utf-8")
    server.preview.rebuild()
    assert server.whole == 2 and server.page("reports/own.html")
    (server.root / "docs/reports/own.md").unlink()
    server.preview.rebuild()
    assert server.whole == 3


def test_a_broken_page_is_left_to_the_whole_build(server: Server) -> None:
    page = server.root / "docs/reports/tea.md"
    edit(page, lambda text: text + "\n<<<<<<< HEAD\n")
    server.preview.rebuild()
    assert server.whole == 2 and "<<<<<<< HEAD" in page.read_text(encoding="utf-8")
