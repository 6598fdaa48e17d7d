"""Books are made again when what they are made of has changed, and then alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from build_scripts.annotate.lexicon import load_lexicon
from build_scripts.books.building import MADE, Built, build_books
from build_scripts.books.making import Workshop
from tests.books.checking import check_epub
from tests.books.test_books import shop
from tests.publish.conftest import GOLD, site_context, to_html

pytest.importorskip("ebooklib")

BOOKS = [
    "all.epub",
    "reports/qingjiang.epub",
    "reports/yunxi.epub",
    "themes/bianmin.epub",
    "themes/jianfu.epub",
]


@dataclass
class FixedPages:
    """Pages by their paths; their HTML is all that they are made of."""

    html: dict[str, str] = field(default_factory=dict)

    def mark_of(self, path: str) -> str:
        return self.html.get(path, "")

    def content_of(self, path: str) -> str:
        return self.html[path]


@pytest.fixture
def pages() -> FixedPages:
    html = to_html((GOLD / "pinyin.md").read_text("utf-8"), site_context(annotated=True))
    return FixedPages({"reports/yunxi.md": html, "reports/qingjiang.md": html})


def there(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.epub"))}


def test_all_are_made_once_and_are_whole(tmp_path: Path, pages: FixedPages) -> None:
    assert build_books(shop(), pages, tmp_path) == Built(5, 5)
    books = there(tmp_path)
    assert list(books) == BOOKS
    for data in books.values():
        check_epub(data)
    assert build_books(shop(), pages, tmp_path) == Built(5, 0)
    assert there(tmp_path) == books
    assert build_books(shop(), pages, tmp_path / "anew") == Built(5, 5)
    assert there(tmp_path / "anew") == books


def test_a_change_concerns_the_books_that_hold_the_report(tmp_path: Path, pages: FixedPages) -> None:
    build_books(shop(), pages, tmp_path)
    before = there(tmp_path)
    pages.html["reports/yunxi.md"] = pages.html["reports/yunxi.md"].replace("两委", "三委")
    assert build_books(shop(), pages, tmp_path) == Built(5, 3)
    changed = [name for name, data in there(tmp_path).items() if data != before[name]]
    assert changed == ["all.epub", "reports/yunxi.epub", "themes/jianfu.epub"]


def test_a_change_of_the_page_that_no_reader_of_a_book_sees_concerns_its_own_alone(
    tmp_path: Path, pages: FixedPages
) -> None:
    build_books(shop(), pages, tmp_path)
    before = there(tmp_path)
    pages.html["reports/yunxi.md"] += '<h2 id="related">More</h2>'
    assert build_books(shop(), pages, tmp_path) == Built(5, 1)
    assert there(tmp_path) == before


def test_a_change_of_an_entry_concerns_the_books_that_have_its_note(
    tmp_path: Path, pages: FixedPages
) -> None:
    context = site_context(annotated=True)
    pages.html["reports/qingjiang.md"] = ""  # a page that could not be rendered
    assert build_books(shop(context), pages, tmp_path) == Built(3, 3)
    text = (GOLD / "glossary.md").read_text("utf-8").replace("The basic unit", "The smallest unit")
    other = replace(context, lexicon=load_lexicon({"docs/glossary/party.md": text})[0])
    assert build_books(shop(other), pages, tmp_path) == Built(3, 3)
    assert b"" not in there(tmp_path).values()


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_what_was_damaged_is_made_again(tmp_path: Path, pages: FixedPages, damage: object) -> None:
    build_books(shop(), pages, tmp_path)
    before = there(tmp_path)
    assert callable(damage)
    damage(tmp_path / "reports/yunxi.epub")
    (tmp_path / "themes/jianfu.epub").unlink()
    build_books(shop(), pages, tmp_path)
    assert there(tmp_path) == before


@pytest.mark.parametrize("remembered", ["", "[]", '{"all.epub": {"odd": 1}}', "{"])
def test_what_is_remembered_may_be_lost(tmp_path: Path, pages: FixedPages, remembered: str) -> None:
    build_books(shop(), pages, tmp_path)
    (tmp_path / MADE).write_text(remembered, encoding="utf-8")
    assert build_books(shop(), pages, tmp_path) == Built(5, 5)


def test_books_of_what_is_gone_go(tmp_path: Path, pages: FixedPages) -> None:
    build_books(shop(), pages, tmp_path)
    del pages.html["reports/qingjiang.md"]
    build_books(shop(), pages, tmp_path)
    assert list(there(tmp_path)) == ["all.epub", "reports/yunxi.epub", "themes/jianfu.epub"]


def test_another_name_of_the_site_changes_all(tmp_path: Path, pages: FixedPages) -> None:
    build_books(shop(), pages, tmp_path)
    work: Workshop = shop(name="别的网站")
    assert build_books(work, pages, tmp_path) == Built(5, 5)
