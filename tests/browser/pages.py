"""The kinds of pages that the built site has, for tests that look at each of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.browser.waiting import expect, settle

SEARCHED = f"index.html?q={quote('一肩挑')}"
"""The search, open, with Chinese results."""


def page_kinds(site: Path) -> dict[str, str]:
    """The address of a page of each kind, by what it is called; of long ones that which has most on it."""
    return {
        "home": "index.html",
        "themes": "themes/index.html",
        "theme": largest(site, "themes"),
        "reports": "reports/index.html",
        "report": largest(site, "reports"),
        "search": SEARCHED,
        "search in English": "index.html?q=village",
        "glossary": "glossary/index.html",
        "glossary file": largest(site, "glossary"),
        "term": largest(site, "terms"),
        "places": "places/index.html",
        "place": largest(site, "places"),
        "document": largest(site, "documents"),
        "entities": "entities.html",
        "figures": "figures.html",
        "cleaning": largest(site, "cleaning"),
        "status": "status.html",
        "codes": "codes.html",
        "translating": "translating.html",
        "about": "about.html",
        "404": "404.html",
    }


def by_size(site: Path, folder: str) -> list[str]:
    """The pages of a folder but its list, from the root of the site, the smallest first; ties by name."""
    paths = [path for path in sorted((site / folder).glob("*.html")) if path.name != "index.html"]
    assert paths, f"the site has no page in {folder}"
    return [f"{folder}/{path.name}" for path in sorted(paths, key=lambda path: path.stat().st_size)]


def largest(site: Path, folder: str) -> str:
    """The largest page of a folder that is no list."""
    return by_size(site, folder)[-1]


def ready(page: Any, path: str) -> None:
    """Wait for what a page shows only after its scripts have worked: hits of a search, a table of figures."""
    if "?q=" in path:
        page.locator(".dz-find__hits a").first.wait_for()
        expect(page.locator(".dz-find__found")).to_have_attribute("aria-busy", "false")
    if path.startswith("figures.html"):
        expect(page.locator(".dz-figures--all")).to_have_attribute("aria-busy", "false")
    settle(page)
