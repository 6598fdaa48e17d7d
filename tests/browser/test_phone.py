"""On a telephone, 390 and 320 pixels wide: nothing scrolls sideways, and fingers hit what they aim at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.pages import page_kinds, ready
from tests.browser.waiting import PATIENCE, settle

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What is pressed and stands by itself: links within a sentence are as high as its line.
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, input, select")].filter(target => {
    const box = target.getBoundingClientRect();
    if (!box.width || !box.height || target.closest(".md-option, .md-header__option")) { return false; }
    const block = target.closest("p, li, td, th, dd, h1, h2, h3, h4, nav");
    const alone = target.tagName !== "A" || !block || block.textContent.trim() === target.textContent.trim();
    return alone && Math.min(box.width, box.height) < 23.9;
}).map((target) => {
    const box = target.getBoundingClientRect();
    return [target.outerHTML.slice(0, 90), Math.round(box.width), Math.round(box.height)];
})"""


@pytest.fixture(params=[390, 320])
def page(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    """An empty tab on a telephone."""
    with browser.new_context(viewport={"width": request.param, "height": 700}, has_touch=True) as context:
        tab = context.new_page()
        tab.set_default_timeout(PATIENCE)
        yield tab


def test_no_page_scrolls_sideways(page: Any, address: str, built_site: Path) -> None:
    for path in page_kinds(built_site).values():
        page.goto(f"{address}/{path}")
        ready(page, path)
        assert page.evaluate(SIDEWAYS) <= 0, path
        page.evaluate("document.querySelectorAll('details:not(.dz-more)').forEach(it => { it.open = true; })")
        settle(page)
        assert page.evaluate(SIDEWAYS) <= 0, f"{path}, unfolded"


def test_what_is_pressed_is_large_enough(page: Any, address: str, built_site: Path) -> None:
    for path in page_kinds(built_site).values():
        page.goto(f"{address}/{path}")
        ready(page, path)
        assert page.evaluate(SMALL) == [], path
