"""“How this text was cleaned” in a browser: from the report and back, the choice of rows, links to lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.browser.waiting import becomes, expect, still_box
from tests.conftest import searched

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

# A report with a gap, and one with a doubtful word.
REPORT = "lukou-grassroots-party-building"
ROWS = "table.dz-cleaning tbody tr"


def visible_rows(page: Any) -> int:
    return int(page.locator(f"{ROWS}:visible").count())


def choose(page: Any, kind: str) -> None:
    button = page.locator(f"[data-dz-set-rows={kind}]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_the_report_leads_to_its_cleaning_and_that_leads_back(page: Any, address: str) -> None:
    page.goto(f"{address}/reports/{REPORT}.html")
    page.locator(".dz-facts a[href*='cleaning/']").click()
    page.wait_for_url("**/cleaning/*.html")
    expect(page.locator("h1")).to_contain_text("文本整理说明")
    page.locator(".dz-fate a[href*='#u-']").nth(3).click()
    page.wait_for_url(f"**/reports/{REPORT}.html#u-*")
    expect(page.locator(":target")).to_be_visible()


def test_a_doubtful_mark_leads_to_the_line(page: Any, address: str) -> None:
    page.goto(f"{address}/reports/{REPORT}.html")
    page.locator("a.dz-why").first.click()
    page.wait_for_url("**/cleaning/*.html#L*")
    row = page.locator("tr:target")
    expect(row.locator(".dz-raw mark").first).to_have_text("涪口区")
    page.wait_for_function("document.querySelector('tr:target').getBoundingClientRect().top < 400")
    bar = still_box(page.locator(".dz-filter"))
    assert still_box(row)["y"] >= bar["y"] + bar["height"] - 1, "the bar hides no line"


def test_rows_can_be_chosen_and_a_link_shows_what_was_hidden(page: Any, address: str) -> None:
    page.goto(f"{address}/cleaning/{REPORT}.html")
    everything = visible_rows(page)
    counts = {}
    for kind in ("decisions", "structure", "doubtful"):
        choose(page, kind)
        button = page.locator(f"[data-dz-set-rows={kind}]")
        counts[kind] = visible_rows(page)
        assert button.inner_text().split()[-1] == str(counts[kind])
    assert everything > counts["decisions"] > counts["structure"] > counts["doubtful"] > 0
    page.evaluate("location.hash = document.querySelector('tr[id]:not(.dz-row--doubtful)').id")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(everything)
    expect(page.locator("tr:target")).to_be_visible()


def test_raw_and_result_stand_side_by_side_or_one_below_the_other(page: Any, address: str) -> None:
    page.goto(f"{address}/cleaning/{REPORT}.html")
    row = page.locator("tr[id]:has(.dz-result)").first
    raw, made = still_box(row.locator(".dz-raw")), still_box(row.locator(".dz-made"))
    if page.viewport_size["width"] < 600:
        assert made["y"] >= raw["y"] + raw["height"] - 1
    else:
        assert made["x"] >= raw["x"] + raw["width"] - 1
    for path in (f"cleaning/{REPORT}.html", "codes.html"):
        page.goto(f"{address}/{path}")
        fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        becomes(page, fits, True, f"{path} is no wider than the window")


def test_codes_lead_to_their_explanation(page: Any, address: str) -> None:
    page.goto(f"{address}/cleaning/{REPORT}.html")
    page.locator("a.dz-code").first.click()
    page.wait_for_url("**/codes.html#*")
    expect(page.locator("h3:target")).to_be_visible()


def test_without_scripts_all_rows_are_shown(browser: Any, address: str, built_site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{address}/cleaning/{REPORT}.html")
        expect(tab.locator(".dz-filter")).to_be_hidden()
        html = (built_site / "cleaning" / f"{REPORT}.html").read_text(encoding="utf-8")
        assert visible_rows(tab) == len(BeautifulSoup(html, "html.parser").select(ROWS))


def test_every_report_has_such_a_page_and_no_search_finds_it(built_site: Path) -> None:
    reports = {path.name for path in (built_site / "reports").glob("*.html")} - {"index.html"}
    assert {path.name for path in (built_site / "cleaning").glob("*.html")} == reports
    for name in reports:
        page = BeautifulSoup((built_site / "cleaning" / name).read_text(encoding="utf-8"), "html.parser")
        assert page.select_one("meta[name=robots]")["content"] == "noindex"
    found = searched(built_site, "zh")
    assert "codes.html" in found and not [url for url in found if url.startswith("cleaning/")]
