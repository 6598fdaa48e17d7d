"""From a report to the page of a place and back, through the lists, at both widths."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.waiting import becomes, expect

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

REPORT = "longhui-grassroots"
PLACE = "places/longhui-430524"


def fits(page: Any) -> None:
    """Wait until nothing of the page lies beyond its right edge."""
    script = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    becomes(page, script, True, f"{page.url} is no wider than the window")


def test_a_name_in_a_report_leads_to_its_page_and_a_sentence_leads_back(page: Any, address: str) -> None:
    page.goto(f"{address}/reports/{REPORT}.html")
    page.locator("a.dz-entity--places").first.click()
    page.wait_for_url(f"**/{PLACE}.html")
    expect(page.locator("h1")).to_contain_text("隆回县")
    page.locator(f".dz-mention a[href*='{REPORT}.html#u-']").first.click()
    page.wait_for_url(f"**/reports/{REPORT}.html#u-*")
    expect(page.locator(":target")).to_be_visible()


def test_the_index_leads_down_to_a_place_and_up_again(page: Any, address: str) -> None:
    page.goto(f"{address}/entities.html")
    page.locator("a[href='places/index.html']").click()
    page.wait_for_url("**/places/index.html")
    page.locator(".dz-entities a", has_text="隆回县").click()
    page.wait_for_url(f"**/{PLACE}.html")
    page.locator(".dz-facts a", has_text="湖南省").click()
    page.wait_for_url("**/places/hunan-430000.html")


@pytest.mark.parametrize(
    "name", [PLACE, "entities", "places/index", "documents/index", "formulas/index", f"reports/{REPORT}"]
)
def test_no_page_is_wider_than_the_screen(page: Any, address: str, name: str) -> None:
    page.goto(f"{address}/{name}.html")
    expect(page.locator("h1")).to_be_visible()
    fits(page)


def test_every_page_of_a_document_fits_the_screen(page: Any, address: str) -> None:
    page.goto(f"{address}/documents/index.html")
    links = page.locator(".dz-entities a").evaluate_all("all => all.map(one => one.href)")
    assert len(links) > 5
    for link in links:
        page.goto(link)
        expect(page.locator(".dz-mention mark").first).to_be_visible()
        fits(page)


def test_the_search_finds_a_place_by_pinyin(page: Any, address: str) -> None:
    page.goto(f"{address}/index.html?q=longhuixian")
    page.locator(f".dz-find__suggested a[href*='{PLACE}']").first.wait_for()
