"""The search of a small site: the same whatever is kept, and no more read than what is new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.publish.site import Report, Site
from build_scripts.search import building
from build_scripts.search.batches import numbered
from build_scripts.search.building import Built, build_search

PAGE = '<html><body><main><h1 lang="zh">{title}</h1><p id="a" lang="zh">{text}</p></main></body></html>'
EMPTY = Site({}, {}, {})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three reports and a page that no search is to find."""
    folder = tmp_path / "site"
    (folder / "reports").mkdir(parents=True)
    for name in ("hill", "road", "dam"):
        text = PAGE.format(title=f"题{name}", text=f"<ruby>山村<rt>shāncūn</rt></ruby>修{name}")
        (folder / "reports" / f"{name}.html").write_text(text, encoding="utf-8")
    hidden = PAGE.format(title="题", text="文").replace(
        "<body>", '<meta name="robots" content="noindex"><body>'
    )
    (folder / "hidden.html").write_text(hidden, encoding="utf-8")
    return folder


def written(site: Path) -> dict[str, bytes]:
    folder = site / "search"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_what_is_kept_makes_no_difference(site: Path, tmp_path: Path) -> None:
    assert build_search(site, EMPTY, tmp_path / "one") == Built(3, 3)
    cold = written(site)
    assert build_search(site, EMPTY, tmp_path / "one") == Built(3, 0)
    assert written(site) == cold
    (site / "reports" / "road.html").write_text(PAGE.format(title="新", text="新路"), encoding="utf-8")
    assert build_search(site, EMPTY, tmp_path / "one") == Built(3, 1)
    warm = written(site)
    assert warm != cold
    build_search(site, EMPTY, tmp_path / "another")
    assert written(site) == warm


def test_where_nothing_changed_no_page_is_read(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_search(site, EMPTY, tmp_path / "state")
    monkeypatch.setattr("build_scripts.search.batches.read_page", None)
    monkeypatch.setattr(building, "merged", None)
    assert build_search(site, EMPTY, tmp_path / "state").read == 0


def test_a_page_that_is_gone_is_found_no_more(site: Path, tmp_path: Path) -> None:
    build_search(site, EMPTY, tmp_path / "state")
    (site / "reports" / "dam.html").unlink()
    assert build_search(site, EMPTY, tmp_path / "state").pages == 2
    assert len(list((site / "search" / "texts" / "zh").iterdir())) == 2


def test_a_page_that_moved_is_found_where_it_is(site: Path, tmp_path: Path) -> None:
    build_search(site, EMPTY, tmp_path / "state")
    (site / "reports" / "dam.html").rename(site / "reports" / "dams.html")
    build_search(site, EMPTY, tmp_path / "state")
    warm = written(site)
    build_search(site, EMPTY, tmp_path / "another")
    assert written(site) == warm


def test_while_a_site_is_served_the_index_stays(site: Path, tmp_path: Path) -> None:
    build_search(site, EMPTY, tmp_path / "state")
    before = written(site)
    (site / "reports" / "road.html").write_text(PAGE.format(title="新", text="新路"), encoding="utf-8")
    assert build_search(site, EMPTY, tmp_path / "state", refresh=False).read == 0
    assert written(site) == before


def test_pages_are_listed_by_what_they_can_be_narrowed_to(site: Path, tmp_path: Path) -> None:
    report = Report("hill", "reports/hill.md", "题", "Title", date="2021-02-03")
    build_search(site, Site({"hill": report}, {}, {}), tmp_path / "state")
    order = list(numbered(["reports/hill.html", "reports/road.html", "reports/dam.html"]))
    listed = json.loads((site / "search" / "filter" / "year-2021.json").read_text(encoding="utf-8"))
    assert listed == [order.index("reports/hill.html")]


def test_two_pages_of_one_number_get_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_scripts.search.batches.DIGITS", 1)
    monkeypatch.setattr("build_scripts.search.batches._NUMBERS", 16)
    numbers = numbered(f"{letter}.html" for letter in "abcdefghijkl")
    assert len(set(numbers.values())) == 12 and list(numbers.values()) == sorted(numbers.values())
    assert numbers == numbered(f"{letter}.html" for letter in "lkjihgfedcba")
