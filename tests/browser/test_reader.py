"""A reader's way through the built site, in a real browser, on a phone and at a desk (see conftest.py)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.reading import choose_pinyin
from tests.browser.waiting import becomes

pytestmark = [pytest.mark.browser, pytest.mark.e2e]


def test_nothing_sticks_out_sideways(page: Any, address: str, built_site: Path) -> None:
    for path in ("/index.html", "/reports/index.html", "/glossary/index.html"):
        page.goto(address + path)
        assert_no_sideways_scrolling(page)
    page.goto(report_address(address, built_site))
    assert_no_sideways_scrolling(page)
    choose_pinyin(page, "1")
    assert_no_sideways_scrolling(page)


def report_address(address: str, site: Path) -> str:
    """The address of the first report, in alphabetical order."""
    reports = sorted(
        path for path in (site / "reports").rglob("*.html") if path != site / "reports/index.html"
    )
    return f"{address}/{reports[0].relative_to(site).as_posix()}"


def assert_no_sideways_scrolling(page: Any) -> None:
    """The page is no wider than the window."""
    wide = "Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, 0)"
    becomes(page, wide, 0, f"pixels by which {page.url} is too wide")
