"""A reader's way through the built site, in a real browser, on a phone and at a desk (see conftest.py)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

# Set by hand on the site's markup; few, so that it may change.
ZH, EN = ".dz-unit .dz-zh", ".dz-unit .dz-en"
PINYIN = ".dz-unit .dz-zh rt"


def test_views_show_one_language_or_both(page: Any, address: str, built_site: Path) -> None:
    page.goto(report_address(address, built_site))
    chinese, english = page.locator(ZH).first, page.locator(EN).first
    assert chinese.is_visible() and english.is_visible(), "a report opens in both languages"

    switch(page, "zh")
    assert chinese.is_visible() and not english.is_visible()
    switch(page, "en")
    assert english.is_visible() and not chinese.is_visible()

    page.reload()
    assert english.is_visible() and not chinese.is_visible(), "the choice outlives a reload"
    switch(page, "both")
    assert chinese.is_visible() and english.is_visible()


def test_both_languages_stand_side_by_side_where_there_is_room(
    page: Any, address: str, built_site: Path
) -> None:
    page.goto(report_address(address, built_site))
    chinese, english = page.locator(ZH).first.bounding_box(), page.locator(EN).first.bounding_box()
    if page.viewport_size["width"] < 600:
        assert english["y"] >= chinese["y"] + chinese["height"] - 1, "on a phone the English stands below"
    else:
        assert english["x"] >= chinese["x"] + chinese["width"] - 1, "at a desk the English stands beside"


def test_pinyin_can_be_switched_on(page: Any, address: str, built_site: Path) -> None:
    page.goto(report_address(address, built_site))
    reading = page.locator(PINYIN).first
    assert not reading.is_visible(), "pinyin is off until it is asked for"
    page.locator("[data-dz-set-pinyin]").first.click()
    assert reading.is_visible()
    assert reading.inner_text().strip()


def test_nothing_sticks_out_sideways(page: Any, address: str, built_site: Path) -> None:
    for path in ("/index.html", "/reports/index.html", "/glossary/index.html"):
        page.goto(address + path)
        assert_no_sideways_scrolling(page)
    page.goto(report_address(address, built_site))
    assert_no_sideways_scrolling(page)
    page.locator("[data-dz-set-pinyin]").first.click()
    assert_no_sideways_scrolling(page)


def switch(page: Any, view: str) -> None:
    """Press the button of a view."""
    page.locator(f"[data-dz-set-view={view}]").first.click()


def report_address(address: str, site: Path) -> str:
    """The address of the first report, in alphabetical order."""
    reports = sorted(
        path for path in (site / "reports").rglob("*.html") if path != site / "reports/index.html"
    )
    return f"{address}/{reports[0].relative_to(site).as_posix()}"


def assert_no_sideways_scrolling(page: Any) -> None:
    """The page is no wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"
