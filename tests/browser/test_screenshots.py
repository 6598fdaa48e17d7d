"""A picture of each kind of page, for people to look at: ``.screenshots/`` holds those of the last run.

What a picture must be is left to eyes. That a page of the kind is there, shows its text within the first
screen and breaks neither a script nor the policy (the fixture ``page``) is told here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.pages import page_kinds, ready
from tests.browser.waiting import expect, settle

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

FOLDER = ".screenshots"
SCHEMES = {"light": "default", "dark": "slate"}
DARK = ("home", "report", "search", "term", "figures")
VIEWS = {
    "report side by side": "view=both&pinyin=0",
    "report interleaved": "view=stack",
    "report Chinese only": "view=zh",
    "report English only": "view=en",
    "report English on demand": "view=tap",
}
# The share of the first screen on which text is: an empty page, or one below its header alone, has none.
READ = """() => {
    const texts = document.querySelectorAll("main *, dialog[open] *");
    return [...texts].filter(it => it.children.length === 0 && it.textContent.trim()).filter(it => {
        const box = it.getBoundingClientRect();
        return box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0;
    }).length;
}"""


def test_a_picture_of_each_kind_of_page(page: Any, address: str, built_site: Path, root: Path) -> None:
    kinds = page_kinds(built_site)
    shown = [(name, path, "light") for name, path in kinds.items()]
    shown += [(name, f"{kinds['report']}?{query}", "light") for name, query in VIEWS.items()]
    shown += [(name, kinds[name], "dark") for name in DARK]
    folder = root / FOLDER / str(page.viewport_size["width"])
    for name, path, scheme in shown:
        if scheme == "dark":
            # The theme of the first visit is remembered.
            page.evaluate("localStorage.clear()")
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(f"{address}/{path}")
        ready(page, path)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        assert page.evaluate(READ) >= 3, f"{name}: the first screen is all but empty"
        if name in VIEWS:
            page.locator(".dz-unit.dz-paragraph").first.evaluate("it => it.scrollIntoView({block: 'center'})")
        settle(page)
        picture = folder / f"{name.replace(' ', '-')}-{scheme}.png"
        page.screenshot(path=picture)
        assert picture.read_bytes().startswith(b"\x89PNG"), name
