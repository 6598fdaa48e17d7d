"""A reader follows terms, themes and places through the built site, on a phone and at a desk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.reading import choose_view
from tests.browser.waiting import becomes, expect

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

BOX, HITS = ".dz-find input[name=q]", ".dz-find__hits a"


def test_the_box_on_the_first_page_asks_the_search(page: Any, address: str) -> None:
    page.goto(f"{address}/index.html")
    box = page.locator(".dz-search input")
    box.fill("一肩挑")
    box.press("Enter")
    page.locator(HITS).first.wait_for()
    becomes(page, "[...new URLSearchParams(location.search)]", [["q", "一肩挑"]])
    expect(page.locator(BOX)).to_have_value("一肩挑")


def test_a_place_of_the_first_page_leads_to_its_page(page: Any, address: str) -> None:
    page.goto(f"{address}/index.html")
    place = page.locator(".dz-areas a").first
    name = place.inner_text()
    place.click()
    page.wait_for_url("**/places/*.html")
    expect(page.locator("h1")).to_contain_text(name, use_inner_text=True)


def test_a_word_of_a_theme_that_is_no_term_is_searched_for(page: Any, address: str, built_site: Path) -> None:
    for theme in sorted((built_site / "themes").glob("*.html")):
        page.goto(f"{address}/themes/{theme.name}")
        word = page.locator(".dz-chips a[href*='?q=']")
        if word.count():
            name = word.first.inner_text()
            word.first.click()
            page.locator(HITS).first.wait_for()
            expect(page.locator(BOX)).to_have_value(name)
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
    expect(page.locator("article")).to_contain_text(term, use_inner_text=True)
    row = page.locator(".dz-years tbody tr").first
    expect(row).to_be_visible()
    expect(row.locator("td.dz-number").last).to_be_visible()
    page.locator("a.dz-place").first.click()
    page.wait_for_url("**/reports/*.html#u-*")
    expect(page.locator(":target")).to_be_visible()


def test_the_sentences_of_a_term_follow_the_view(page: Any, address: str, built_site: Path) -> None:
    page.goto(f"{address}/terms/{most_used(built_site)}.html")
    chinese, english = page.locator(".dz-quote .dz-zh").first, page.locator(".dz-quote .dz-en").first
    expect(chinese).to_be_visible()
    expect(english).to_be_visible()
    choose_view(page, "zh")
    expect(chinese).to_be_visible()
    expect(english).to_be_hidden()
    choose_view(page, "both")


def test_a_theme_tells_its_words_and_places(page: Any, address: str, built_site: Path) -> None:
    theme = min(path for path in (built_site / "themes").glob("*.html") if path.name != "index.html")
    page.goto(f"{address}/themes/{theme.name}")
    expect(page.locator(".dz-chips")).to_have_count(2)
    expect(page.locator(".dz-entry__title a").first).to_be_visible()


def test_nothing_sticks_out_sideways(page: Any, address: str, built_site: Path) -> None:
    paths = [f"terms/{most_used(built_site)}.html"]
    paths += sorted(f"themes/{path.name}" for path in (built_site / "themes").glob("*.html"))
    for path in paths:
        page.goto(f"{address}/{path}")
        fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        becomes(page, fits, True, f"{path} is no wider than the window")


def most_used(built_site: Path) -> str:
    """The id of the term that most paragraphs name."""
    terms = site_data(built_site)["terms"]
    return max(terms, key=lambda name: (terms[name]["paragraphs"], name))


def site_data(built_site: Path) -> Any:
    """What every page of the built site knows."""
    return json.loads((built_site.parent / ".duizhao" / "site.json").read_text(encoding="utf-8"))
