"""Books and feeds in a built site: MkDocs knows of them, checks the links to them, and copies them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.publish import hook
from tests.books.checking import check_epub, text_of

pytest.importorskip("ebooklib")

CONFIG = f"""
site_name: 云溪 <i>&</i>
SITE_URL
use_directory_urls: false
theme:
  name: null
  custom_dir: theme
validation:
  links:
    absolute_links: relative_to_docs
markdown_extensions:
  - build_scripts.publish.extension:
      books: assets/books
plugins: []
hooks:
  - {Path(hook.__file__).as_posix()}
"""
TEMPLATE = """{% set feeds = config.extra.feeds or {} %}
{% for at in feeds %}{{ at }}={{ feeds[at].path | url }} {% endfor %}
{{ page.content }}"""
TITLE, TEXT = "云溪<b>修通了</b>连心桥", "2019年3月2日，网格员带着村民把桥修好了，两岸都来庆贺。"
THEME = "title: 路\ntitle_en: Roads\nkeywords: [桥]\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    front = f"id: bridge\nsource: bridge.txt\ntitle: {TITLE}\nthemes: [road]\n"
    texts = {
        "mkdocs.yml": CONFIG.replace("SITE_URL", "site_url: https://example.org/yunxi/"),
        "theme/main.html": TEMPLATE,
        "docs/index.md": "# 首页 · Home\n\n<!-- offers -->\n",
        "docs/codes.md": "# 代码 · Codes\n",
        "docs/themes/index.md": "# 专题 · Themes\n",
        "docs/themes/road.md": f"---\n{THEME}---\n\n<!-- reports theme=road -->\n",
        "docs/reports/bridge.md": f"---\n{front}---\n\n<!-- report bridge -->\n",
        "source_articles/bridge.txt": f"{TITLE}\n\n罗一山\n\n{TEXT}\n",
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def built(project: Path) -> Path:
    build(load_config(str(project / "mkdocs.yml")))
    return project / "site"


def test_books_and_feeds_are_in_the_site_and_linked(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = built(project)
    books = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.epub"))
    assert books == [f"assets/books/{name}.epub" for name in ("all", "reports/bridge", "themes/road")]
    book = check_epub((site / books[1]).read_bytes())
    assert TITLE in text_of(book.documents["reports/bridge.xhtml"]).replace("\n", "")
    assert book.dc("publisher") == ["云溪 <i>&</i>"]
    assert "https://example.org/yunxi/reports/bridge.html" in book.dc("source")
    feed = ElementTree.parse(site / "feed.xml")
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{atom}entry/{atom}title", "").startswith(TITLE)
    addresses = [link.get("href") for link in feed.iterfind(f"{atom}entry/{atom}link")]
    assert addresses[1] == "https://example.org/yunxi/assets/books/reports/bridge.epub"
    for page, links in {
        "index.html": ("assets/books/all.epub", "feed.xml", "themes/road.md=themes/road.xml"),
        "themes/road.html": ("../assets/books/themes/road.epub", "road.xml", "=../feed.xml"),
        "reports/bridge.html": ("../assets/books/reports/bridge.epub",),
    }.items():
        text = (site / page).read_text(encoding="utf-8")
        assert [link for link in links if link not in text] == [], page
    assert "books" not in "".join(
        record.message for record in caplog.records if record.levelname == "WARNING"
    )


def test_a_second_build_gives_the_same_and_a_file_in_docs_goes_before(project: Path) -> None:
    def files() -> dict[str, bytes]:
        site = built(project)
        found = [*site.rglob("*.epub"), site / "feed.xml", site / "themes/road.xml"]
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}

    first = files()
    (project / "docs" / "feed.xml").write_text("mine", encoding="utf-8")
    assert len(first) == 5 and files() == {**first, "feed.xml": b"mine"}


def test_without_an_address_there_are_no_feeds_and_without_the_option_no_books(project: Path) -> None:
    (project / "mkdocs.yml").write_text(CONFIG.replace("SITE_URL", ""), encoding="utf-8")
    site = built(project)
    assert list(site.rglob("*.epub")) and not (site / "feed.xml").exists()
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "EPUB" in home and "Atom" not in home and "feed.xml" not in home
    without = CONFIG.replace("extension:\n      books: assets/books", "extension")
    (project / "mkdocs.yml").write_text(without.replace("SITE_URL", ""), encoding="utf-8")
    site = built(project)
    assert not list(site.rglob("*.epub")) and "EPUB" not in (site / "index.html").read_text(encoding="utf-8")
