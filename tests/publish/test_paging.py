"""Long lists in pages: nothing is lost, every page is small, and a reader finds the way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.library import Project
from build_scripts.publish.context import Context
from build_scripts.publish.list_files import NOTE, ListPage, write_lists
from build_scripts.publish.list_pages import FOLDERS, plan_lists
from build_scripts.publish.page_links import page_links, shown_pages
from build_scripts.publish.paging import REPORTS, TERMS, Paging, page_path
from build_scripts.publish.site import parse_site


@given(st.integers(1, 20), st.integers(0, 20), st.integers(0, 200))
def test_law_the_pages_put_together_are_the_list(size: int, first: int, total: int) -> None:
    paging = Paging(size, first)
    items = tuple(range(total))
    pages = [list(paging.cut(items, number)) for number in range(1, paging.pages(total) + 1)]
    assert [item for page in pages for item in page] == list(items)
    assert all(len(page) <= max(size, first) for page in pages)
    assert all(page for page in pages[1:]), "only an empty list has an empty page"
    assert not paging.cut(items, len(pages) + 1)


@given(st.integers(1, 60), st.integers(1, 60))
def test_law_every_page_leads_to_first_last_and_neighbours(number: int, pages: int) -> None:
    number = min(number, pages)
    shown = list(shown_pages(number, pages))
    known = [page for page in shown if page]
    assert known == sorted(set(known)) and set(known) <= set(range(1, pages + 1))
    assert {1, pages, number, max(number - 1, 1), min(number + 1, pages)} <= set(known)
    assert len(shown) <= 9
    for before, page, behind in zip(shown, shown[1:], shown[2:], strict=False):
        assert page or behind - before > 2, "a gap stands for two pages and more"


def site_data(reports: int, terms: int = 0) -> dict[str, Any]:
    """The data of a site with so many reports, all of one theme, from 2016 on."""
    names = [f"r{number:05}" for number in range(reports)]
    years = {name: 2016 + number // 40 for number, name in enumerate(names)}
    newest = sorted(names, key=lambda name: (-years[name], name))
    return {
        "schema": "duizhao.site/1",
        "reports": {
            name: {"title": f"报告{name}", "date": f"{years[name]}-01-01", "themes": ["lu"]} for name in names
        },
        "themes": {"lu": {"path": "themes/lu.md", "title": "<路>", "title_en": "Roads", "reports": newest}},
        "terms": {
            f"t{number}": {
                "zh": f"词{number}",
                "pinyin": f"{'abcd'[number % 4]}{number}",
                "en": "x",
                "reports": 0,
            }
            for number in range(terms)
        },
    }


def context_of(data: Mapping[str, Any]) -> Context:
    return Context(site=parse_site(json.dumps(data)))


def markers_of(data: Mapping[str, Any]) -> dict[str, str]:
    return {page.path: page.marker for page in plan_lists(data)}


@pytest.mark.parametrize(
    ("marker", "first"), [("reports", "reports/index"), ("reports theme=lu", "themes/lu")]
)
def test_every_report_stands_on_one_page_of_the_list(render: Any, marker: str, first: str) -> None:
    data = site_data(2 * REPORTS.size + 7)
    context = context_of(data)
    pages = markers_of(data)
    assert pages[f"{first}/2.md"] == f"<!-- {marker} page=2 -->"
    assert f"{first}/4.md" not in pages
    found: list[str] = []
    for path in (f"{first}.md", f"{first}/2.md", f"{first}/3.md"):
        page = render(pages.get(path, f"<!-- {marker} -->"), context)
        entries = page.select(".dz-entry")
        assert len(entries) <= REPORTS.size
        found += [entry.a["href"] for entry in entries]
    assert found == [f"/{report.path}" for report in context.site.newest_first()]


def test_a_further_page_says_which_it_is_and_leads_on(render: Any) -> None:
    context = context_of(site_data(3 * REPORTS.size))
    page = render("<!-- reports theme=lu page=2 -->", context)
    assert page.h1.get_text(" ", strip=True) == "<路> · 第2页 Roads · page 2"
    nav = page.select_one("nav.dz-pages")
    assert nav["aria-label"] == "分页 Pages"
    assert nav.select_one("[aria-current=page]").get_text() == "2"
    assert nav.select_one("[rel=prev]")["href"] == "/themes/lu.md"
    assert nav.select_one("[rel=next]")["href"] == "/themes/lu/3.md"
    assert nav.p.get_text(" ", strip=True) == "第 51–100 条，共 150 条 51–100 of 150"
    years = [heading.get_text() for heading in page.select("h2.dz-year")]
    assert years == ["2018", "2017", "2016"][: len(years)] and years


def test_years_lead_to_where_they_begin_on_whichever_page(render: Any) -> None:
    data = site_data(3 * REPORTS.size)
    context = context_of(data)
    links = [link["href"] for link in render("<!-- reports -->", context).select("nav.dz-letters a")]
    assert links == [
        "/reports/index.md#year-2019",
        "/reports/index.md#year-2018",
        "/reports/index/2.md#year-2017",
        "/reports/index/3.md#year-2016",
    ]
    for link in links:
        path, _, anchor = link.partition("#")
        marker = markers_of(data).get(path.removeprefix("/"), "<!-- reports -->")
        page = render(marker, context)
        assert page.find(id=anchor).name == "h2"


def test_a_short_list_has_no_navigation_and_no_further_page(render: Any) -> None:
    data = site_data(REPORTS.size)
    assert not render("<!-- reports -->", context_of(data)).select("nav")
    assert markers_of(data) == {}


def test_the_index_of_the_glossary_is_paged_and_letters_lead_across_pages(render: Any) -> None:
    data = site_data(1, terms=TERMS.size + 1)
    context = context_of(data)
    assert markers_of(data)["glossary/index/2.md"] == "<!-- glossary-index page=2 -->"
    first, second = (render(f"<!-- glossary-index{page} -->", context) for page in ("", " page=2"))
    rows = [row.td.get_text() for page in (first, second) for row in page.select("tbody tr")]
    assert sorted(rows) == sorted(term.zh for term in context.site.terms.values())
    links = [link["href"] for link in first.select("nav.dz-letters a")]
    assert links == [f"/glossary/index.md#letter-{letter}" for letter in "abcd"]
    ids = {row["id"] for row in first.select("tr[id]")}
    assert ids == {f"letter-{letter}" for letter in "abcd"}


def test_every_term_has_a_page_whatever_its_name(render: Any) -> None:
    data = site_data(1)
    data["terms"] = {"x" * 300: {"zh": '"><b>', "pinyin": "x", "en": "# a: [b]", "reports": 0}}
    (page,) = plan_lists(data)
    assert len(Path(page.path).name) < 120
    assert render(page.marker, context_of(data)).h1.get_text(" ", strip=True) == '"><b> # a: [b]'
    assert "<b>" not in page.text.replace('"><b>"', "").replace('\\"><b>', "")


def test_no_navigation_without_a_second_page() -> None:
    assert page_links("themes/lu.md", 1, 50, REPORTS, Context()) == []
    assert page_path("glossary/index.md", 3) == "glossary/index/3.md"


PAGES = [ListPage("terms/a.md", "甲", "A", "<!-- term a -->", listed=True),
         ListPage("terms/a/2.md", "甲 · 第2页", "", "<!-- term a page=2 -->")]  # fmt: skip


def test_generated_pages_are_written_once_and_deleted_with_their_cause(tmp_path: Path) -> None:
    project = Project(tmp_path)
    written, faults = write_lists(project, PAGES, FOLDERS)
    assert written == {"terms/a.md", "terms/a/2.md"} and not faults
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    write_lists(project, PAGES, FOLDERS)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == stamps
    write_lists(project, PAGES[:1], FOLDERS)
    assert sorted(path.name for path in (tmp_path / "docs/terms").iterdir()) == ["a.md"]


def test_somebodys_files_are_left_alone(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for name in ("terms/a.md", "terms/note.md", "reports/r.md", "reports/drafts/x.md"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes("我的".encode("gb18030") if name.endswith("x.md") else b"# Mine\n")
    written, faults = write_lists(Project(tmp_path), PAGES, FOLDERS)
    assert written == {"terms/a/2.md"}
    assert [(fault.path, fault.code) for fault in faults] == [("docs/terms/a.md", "P021")]
    write_lists(Project(tmp_path), [], FOLDERS)
    left = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    assert left == ["reports/drafts/x.md", "reports/r.md", "terms/a.md", "terms/note.md"]


def test_a_generated_page_says_that_it_is_one_and_whether_it_is_listed() -> None:
    first, second = (page.text for page in PAGES)
    assert NOTE in first and "robots" not in first
    assert "robots: noindex" in second and "title_en" not in second
    assert replace(PAGES[0], title='a"\n---\n<b>').text.splitlines()[1] == 'title: "a\\"---<b>"'
