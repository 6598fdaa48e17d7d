"""The books of the sample site, as a reader gets them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.books.checking import XHTML, check_epub, text_of

pytestmark = pytest.mark.e2e
pytest.importorskip("ebooklib")


def test_every_report_and_every_theme_has_a_book_that_holds_what_its_page_says(built_site: Path) -> None:
    books = sorted((built_site / "assets/books/reports").glob("*.epub"))
    assert [path.stem for path in books] == sorted(
        path.stem for path in (built_site / "reports").glob("*.html") if path.stem != "index"
    )
    for path in books:
        book = check_epub(path.read_bytes())
        chapter = book.documents[f"reports/{path.stem}.xhtml"]
        assert len(list(chapter.iter(f"{XHTML}ruby"))) > 300
        page = (built_site / "reports" / f"{path.stem}.html").read_text(encoding="utf-8")
        units = [node for node in chapter.iter() if (node.get("id") or "").startswith("u-")]
        assert len(units) == len(re.findall(' id="?u-', page))
        assert f"assets/books/reports/{path.name}" in page
    for path in (built_site / "assets/books/themes").glob("*.epub"):
        check_epub(path.read_bytes())
        assert path.name in (built_site / "themes" / f"{path.stem}.html").read_text(encoding="utf-8")


def test_the_whole_is_one_book_by_theme(built_site: Path) -> None:
    whole = check_epub((built_site / "assets/books/all.epub").read_bytes())
    assert len([name for name in whole.spine if name.startswith("reports/")]) == 8
    assert "医疗卫生 · Health" in text_of(whole.documents["nav.xhtml"])
    assert "assets/books/all.epub" in (built_site / "index.html").read_text(encoding="utf-8")


def test_epubcheck_finds_nothing(built_site: Path) -> None:
    program = shutil.which("epubcheck")
    if program is None:
        pytest.skip("epubcheck is not installed (Debian: apt-get install epubcheck)")
    for name in ("all", "reports/lianyuan-health"):
        book = built_site / "assets/books" / f"{name}.epub"
        done = subprocess.run([program, str(book)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
