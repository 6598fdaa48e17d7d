"""A reader follows terms, themes and places through the built site, on a phone and at a desk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.reading import choose_view

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

BOX, HITS = ".dz-find input[name=q]", ".dz-find__hits a"


def test_the_box_on_the_first_page_asks_the_search(page: Any, address: str) -> None:
    page.goto(f"{address}/index.html")
    box = page.locator(".dz-search input")
    box.fill("一肩挑")
    box.press("Enter")
    page.locator(HITS).first.wait_for()
    assert parse_qs(urlsplit(page.evaluate("location.href")).query) == {"q": ["一肩挑"]}
    assert page.locator(BOX).input_value() == "一肩挑"


def test_a_place_of_the_first_page_leads_to_its_page(page: Any, address: str) -> None:
    page.goto(f"{address}/index.html")
    place = page.locator(".dz-areas a").first
    name = place.inner_text()
    place.click()
    page.wait_for_url("**/places/*.html")
    assert name in page.locator("h1").inner_text()


def test_a_word_of_a_theme_that_is_no_term_is_searched_for(page: Any, address: str, built_site: Path) -> None:
    for theme in sorted((built_site / "themes").glob("*.html")):
        page.goto(f"{address}/themes/{theme.name}")
        word = page.locator(".dz-chips a[href*='?q=']")
        if word.count():
            name = word.first.inner_text()
            word.first.click()
            page.locator(HITS).first.wait_for()
            assert page.locator(BOX).input_value() == name
            return
    pytest.fail("no theme has a telling word that is not in the glossary")


def test_a_term_leads_to_its_page_and_that_to_the_paragraph(
    page: Any, address: str, built_site: Path
) -> None:
    dated = (name for name, report in site_data(built_site)["reports"].items() if report["date"])
    page.goto(f"{address}/reports/{min(dated)}.html")
    link = page.locator(".dz-unit a.dz-term").first
    term = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")  # a tap shows the pop-up of the word
    page.wait_for_url("**/terms/*.html")
    assert term in page.locator("article").inner_text()
    row = page.locator(".dz-years tbody tr").first
    assert row.is_visible() and row.locator("td.dz-number").last.is_visible()
    page.locator("a.dz-place").first.click()
    page.wait_for_url("**/reports/*.html#u-*")
    assert page.locator(":target").is_visible()


def test_the_sentences_of_a_term_follow_the_view(page: Any, address: str, built_site: Path) -> None:
    page.goto(f"{address}/terms/{most_used(built_site)}.html")
    chinese, english = page.locator(".dz-quote .dz-zh").first, page.locator(".dz-quote .dz-en").first
    assert chinese.is_visible() and english.is_visible()
    choose_view(page, "zh")
    assert chinese.is_visible() and not english.is_visible()
    choose_view(page, "both")


def test_a_theme_tells_its_words_and_places(page: Any, address: str, built_site: Path) -> None:
    theme = min(path for path in (built_site / "themes").glob("*.html") if path.name != "index.html")
    page.goto(f"{address}/themes/{theme.name}")
    assert page.locator(".dz-chips").count() == 2
    assert page.locator(".dz-entry__title a").first.is_visible()


def test_nothing_sticks_out_sideways(page: Any, address: str, built_site: Path) -> None:
    paths = [f"terms/{most_used(built_site)}.html"]
    paths += sorted(f"themes/{path.name}" for path in (built_site / "themes").glob("*.html"))
    for path in paths:
        page.goto(f"{address}/{path}")
        width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, path


def most_used(built_site: Path) -> str:
    """The id of the term that most paragraphs name."""
    terms = site_data(built_site)["terms"]
    return max(terms, key=lambda name: (terms[name]["paragraphs"], name))


def site_data(built_site: Path) -> Any:
    """What every page of the built site knows."""
    return json.loads((built_site.parent / ".duizhao" / "site.json").read_text(encoding="utf-8"))
