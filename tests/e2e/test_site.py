"""The whole way: raw documents to HTML, read as a browser without JavaScript would."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import searched

pytestmark = pytest.mark.e2e


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def reports(site: Path) -> list[Path]:
    return [path for path in sorted((site / "reports").glob("*.html")) if path.name != "index.html"]


def test_there_is_a_page_for_each_of_the_eight_reports(built_site: Path) -> None:
    assert len(reports(built_site)) == 8


def test_every_unit_is_a_pair_in_both_languages_with_a_unique_anchor_and_a_status(built_site: Path) -> None:
    for path in reports(built_site):
        page = soup(path)
        units = page.select("[data-status][id^=u-]")
        assert len(units) >= 15, path.name
        anchors = [unit["id"] for unit in units]
        assert len(anchors) == len(set(anchors))
        for unit in units:
            chinese, english = unit.select_one("[lang^=zh]"), unit.select_one("[lang=en]")
            assert chinese and re.search(r"[\u4e00-\u9fff]", chinese.get_text()), unit
            assert english and re.search(r"[A-Za-z]", english.get_text()), unit


def test_chinese_carries_pinyin_as_ruby(built_site: Path) -> None:
    for path in reports(built_site):
        assert len(soup(path).select("ruby rt")) > 300, path.name


def test_the_gap_is_said_in_both_languages(built_site: Path) -> None:
    text = soup(built_site / "reports" / "longhui-grassroots.html").get_text()
    assert "缺文" in text and "missing" in text


def test_reports_link_their_themes_and_relatives_and_these_link_back(built_site: Path) -> None:
    for path in reports(built_site):
        links = [str(link.get("href")) for link in soup(path).select("article a[href]")]
        themes = {link.rpartition("/")[2] for link in links if re.match(r"\.\./themes/[a-z-]+\.html", link)}
        assert 1 <= len(themes) <= 3, path.name
        for theme in themes:
            assert path.name in (built_site / "themes" / theme).read_text(encoding="utf-8")
        others = {link.partition("#")[0] for link in links} & {other.name for other in reports(built_site)}
        assert others - {path.name}, path.name


def test_glossary_terms_link_to_where_they_are_used(built_site: Path) -> None:
    terms = soup(built_site / "glossary" / "party-building.html").select("article a[href*='/terms/']")
    page = soup(built_site / "glossary" / str(terms[0]["href"]))
    links = [str(a["href"]) for a in page.select("article a[href*='/reports/']") if "#u-" in str(a["href"])]
    assert links
    for link in links:
        target, _, anchor = link.partition("#")
        assert soup(built_site / "glossary" / target).find(id=anchor), link


def test_no_page_asks_another_host_for_anything(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        page = soup(path)
        for tag, attribute in (
            ("script", "src"),
            ("link", "href"),
            ("img", "src"),
            ("iframe", "src"),
            ("source", "src"),
        ):
            for element in page.find_all(tag):
                assert not re.match(r"(?:https?:)?//", str(element.get(attribute) or "")), (
                    f"{path.name}: {element}"
                )


def test_internal_links_lead_somewhere(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        if path.name == "404.html":
            continue
        for link in soup(path).select("a[href]"):
            target = re.split("[?#]", str(link["href"]))[0]
            if target and not re.match(r"[a-z]+:|//", target):
                assert (path.parent / target).resolve().exists(), f"{path.name}: {target}"


def test_the_search_has_an_index_for_each_language_and_for_pinyin(built_site: Path) -> None:
    texts = {
        name: " ".join(text for path, text in searched(built_site, name).items() if "reports/" in path)
        for name in ("zh", "en")
    }
    assert "先诊疗后付费" in texts["zh"]
    assert "Longhui County" in texts["en"] and not re.search(r"[āēīōūǎěǐǒǔ]", texts["en"])
    for index in ("zh", "en", "py"):
        assert list((built_site / "search" / index / "index").glob("*.pf_index")), index


def test_about_names_the_original_publications(built_site: Path) -> None:
    text = soup(built_site / "about.html").get_text()
    assert "湖南日报" in text and "Hunan Daily" in text and "红星云" in text


def test_a_document_with_an_error_does_not_keep_the_others_from_being_built(project: Path) -> None:
    (project / "source_articles" / "scan.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3")
    command = [sys.executable, "-m", "build_scripts", "build"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "source_articles/scan.txt:0: C001" in done.stderr
    assert len(reports(project / "site")) == 8


def test_mkdocs_build_does_the_same_as_duizhao_build(project: Path, built_site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    for path in built_site.rglob("*"):
        if path.is_file():
            assert (project / "site" / path.relative_to(built_site)).read_bytes() == path.read_bytes(), (
                path.name
            )


def test_pages_that_are_not_utf8_do_not_keep_the_others_from_being_built(project: Path) -> None:
    damaged = project / "docs" / "reports" / "lianyuan-health.md"
    damaged.write_bytes(damaged.read_text(encoding="utf-8").encode("gb18030"))
    before = damaged.read_bytes()
    command = [sys.executable, "-m", "build_scripts", "build"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1 and "P010" in done.stderr and "Traceback" not in done.stderr
    assert len(reports(project / "site")) == 7
    assert damaged.read_bytes() == before
