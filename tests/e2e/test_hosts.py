"""Other generators publish the same reports (Law 4): ProperDocs, the fork of MkDocs, and Zensical.

A small project is built by MkDocs first, which also prepares its pages. Compared is what a reader gets of a
report: its text, the anchors that links and quotations lead to, where its links lead, and what machines read.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from tests.conftest import copy_project, run_duizhao

pytestmark = pytest.mark.e2e

SITE_URL = "https://example.org/sub/"
KEPT = {
    "source_articles": {"three-reports.txt"},
    "docs/reports": {"index.md", "huaihua-exchange.md", "lianyuan-health.md", "sangzhi-measures.md"},
    "docs/glossary": {"index.md", "governance.md"},
}
REPORTS = ("huaihua-exchange", "lianyuan-health", "sangzhi-measures")
PAGES = (*(f"reports/{name}.html" for name in REPORTS), "themes/health.html", "terms/wanggeyuan.html")


@dataclass(frozen=True)
class Shown:
    """What a reader, or a machine, gets of a page."""

    text: str
    anchors: tuple[str, ...]
    links: tuple[str, ...]
    data: tuple[object, ...]
    canonical: str
    policy: str


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of three reports, built by MkDocs into site/."""
    folder = copy_project(tmp_path_factory.mktemp("hosts") / "project")
    for name, kept in KEPT.items():
        for path in (folder / name).iterdir():
            if path.name not in kept:
                path.unlink()
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(
        'site_url: !ENV [SITE_URL, ""]', f"site_url: {SITE_URL}"
    )
    config.write_text(text, encoding="utf-8")
    run_duizhao(folder, "build")
    return folder


@pytest.fixture(scope="module")
def built(small: Path) -> Callable[[str], Path]:
    """Builds the project once more with another generator, into a folder of its own."""

    def build(host: str) -> Path:
        if importlib.util.find_spec(host) is None:
            pytest.skip(f"{host} is not installed: `make dev-env` installs what requirements-dev.lock names")
        config = (
            (small / "mkdocs.yml").read_text(encoding="utf-8").replace("site_dir: site", f"site_dir: {host}")
        )
        (small / f"{host}-test.yml").write_text(config, encoding="utf-8")
        command = [sys.executable, "-m", host, "build", "-f", f"{host}-test.yml"]
        done = subprocess.run(
            command, cwd=small, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return small / host

    return build


def test_properdocs_publishes_the_same_site_byte_for_byte(small: Path, built: Callable[[str], Path]) -> None:
    other = built("properdocs")
    pages = sorted(path.relative_to(small / "site") for path in (small / "site").rglob("*.html"))
    assert len(pages) > 40
    for page in pages:
        assert (other / page).read_bytes() == (small / "site" / page).read_bytes(), page


def test_zensical_publishes_the_same_reports(small: Path, built: Callable[[str], Path]) -> None:
    other = built("zensical")
    for page in PAGES:
        ours, theirs = (shown(folder, page) for folder in (small / "site", other))
        assert theirs == ours, page
        assert "EPUB" in (small / "site" / page).read_text(encoding="utf-8") or "/terms" in f"/{page}"
        assert "EPUB" not in (other / page).read_text(encoding="utf-8"), page
        assert len(ours.text) > 100 and ours.links and ours.data
    # And its links lead somewhere, within the page and to others.
    for page in PAGES:
        for link in shown(other, page).links:
            path, _, anchor = link.removeprefix(SITE_URL).partition("#")
            if link.startswith(SITE_URL):
                target = (other / path.partition("?")[0]).read_text(encoding="utf-8")
                assert not anchor or re.search(f' id="?{re.escape(anchor)}[" >]', target), link


def test_a_site_with_an_address_says_it_everywhere(small: Path) -> None:
    site = small / "site"
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>(.*?)</loc>", sitemap)
    assert f"{SITE_URL}index.html" in listed and f"{SITE_URL}reports/lianyuan-health.html" in listed
    for address in listed:
        tree = html.document_fromstring((site / address.removeprefix(SITE_URL)).read_bytes())
        assert tree.xpath("//link[@rel='canonical']/@href") == [address]
        assert tree.xpath("//meta[@property='og:url']/@content") == [address]
        assert not tree.xpath("//meta[@name='robots']")
        (picture,) = tree.xpath("//meta[@property='og:image']/@content")
        assert (site / picture.removeprefix(SITE_URL)).is_file()
    hidden = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    hidden -= {address.removeprefix(SITE_URL) for address in listed}
    assert {name.partition("/")[0] for name in hidden} == {"cleaning", "404.html"}
    assert not (site / "sitemap.xml.gz").exists()
    assert f"Sitemap: {SITE_URL}sitemap.xml\n" in (site / "robots.txt").read_text(encoding="utf-8")
    # A server gives this page for any address: relative links would lead nowhere.
    lost = html.document_fromstring((site / "404.html").read_bytes())
    assert all(href.startswith("/sub/") for href in lost.xpath("//link[@rel='stylesheet']/@href"))
    assert lost.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_what_is_said_of_a_report_is_what_its_page_shows(small: Path) -> None:
    tree = html.document_fromstring((small / "site/reports/huaihua-exchange.html").read_bytes())
    said = {
        name: meta.get("content")
        for meta in tree.xpath("//head/meta[@content]")
        for name in (meta.get("property"), meta.get("name"))  # of the description both, in one element
        if name
    }
    (chinese,) = tree.xpath("//h1//*[@class='dz-zh']")
    for pinyin in chinese.xpath(".//rt"):
        pinyin.drop_tree()
    title = chinese.text_content()
    assert said["citation_title"] == title and title in said["og:title"] and title in said["description"]
    assert said["og:type"] == "article" and said["og:locale"] == "zh_CN"
    assert said["citation_translated_title"] in said["og:title"]


def shown(site: Path, page: str) -> Shown:
    tree = html.document_fromstring((site / page).read_text(encoding="utf-8"))
    (article,) = tree.xpath("//article[contains(@class, 'md-content__inner')]")
    scripts = article.xpath(".//script[@type='application/ld+json']")
    data = tuple(absolute(json.loads(script.text), SITE_URL + page) for script in scripts)
    for script in scripts:
        script.drop_tree()
    # Books and feeds are made by the hook, which MkDocs and ProperDocs alone call: others offer none.
    for offer in article.xpath(".//*[contains(@class, 'dz-offers') or contains(@class, 'dz-book')]"):
        offer.drop_tree()
    return Shown(
        text=" ".join(article.text_content().split()),
        # What begins with __ belongs to the frame of the theme.
        anchors=tuple(name for name in article.xpath(".//@id") if not name.startswith("__")),
        links=tuple(urljoin(SITE_URL + page, href) for href in article.xpath(".//a/@href")),
        data=data,
        canonical=tree.xpath("string(//link[@rel='canonical']/@href)"),
        policy=tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)").strip(),
    )


def absolute(value: Any, base: str, key: str = "") -> Any:
    """JSON-LD whose addresses do not depend on how the host writes them."""
    if isinstance(value, dict):
        return {name: absolute(part, base, name) for name, part in value.items()}
    if isinstance(value, list):
        return [absolute(part, base, key) for part in value]
    return urljoin(base, value) if key in {"url", "item", "mainEntityOfPage"} else value
