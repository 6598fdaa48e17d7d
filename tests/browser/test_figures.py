"""The page of figures in a browser: found, filtered, sorted by mouse and by key, at a desk and on a phone."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from tests.browser.waiting import becomes, expect, settle

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

ROWS = ".dz-figures--all tbody tr"
NOTE = ".dz-figures-note"


def opened(page: Any, address: str, query: str = "") -> None:
    page.goto(f"{address}/figures.html{query}")
    page.locator(".dz-figures-bar").wait_for()
    expect(page.locator(".dz-figures--all")).to_have_attribute("aria-busy", "false")


def fits(page: Any) -> None:
    becomes(page, "document.documentElement.scrollWidth <= window.innerWidth", True, "the page fits")


def fitting(page: Any) -> int:
    """How many figures fit, by the note that a screen reader is read."""
    words = str(page.locator(f"{NOTE} [lang=en]").inner_text())
    return int(words.partition(" shown of ")[2].partition(" ")[0].replace(",", ""))


def filtered(page: Any, change: Any) -> int:
    """How many figures fit after ``change``, which must change their number."""
    before = fitting(page)
    change()
    words = f"document.querySelector('{NOTE} [lang=en]').textContent"
    page.wait_for_function(f"!{words}.includes(' of {before:,} that')")
    return fitting(page)


def chunks(built_site: Path) -> list[dict[str, Any]]:
    folder = built_site / "assets" / "data" / "figures"
    paths = (path for path in sorted(folder.glob("*.json.gz")) if path.name != "index.json.gz")
    return [json.loads(gzip.decompress(path.read_bytes())) for path in paths]


def test_every_figure_can_be_reached(page: Any, address: str, built_site: Path) -> None:
    opened(page, address)
    total = sum(len(chunk["rows"]) for chunk in chunks(built_site))
    assert fitting(page) == total > 300
    expect(page.locator(ROWS)).to_have_count(50)
    page.locator(".dz-figures-more").click()
    expect(page.locator(ROWS)).to_have_count(100)
    inside = "document.activeElement.closest('tr') !== null"
    becomes(page, inside, True, "the keyboard goes on at the new rows")


def test_filters_by_unit_text_place_and_exactness(page: Any, address: str) -> None:
    opened(page, address)
    everything = fitting(page)
    money = filtered(page, lambda: page.locator("select[name=unit]").select_option("元"))
    assert 0 < money < everything
    assert all("元" in text for text in page.locator(f"{ROWS} .dz-figure b").all_inner_texts())
    about = filtered(page, lambda: page.locator("select[name=exact]").select_option("about"))
    assert 0 < about < money
    becomes(page, "location.href.includes('unit=') && location.href.includes('exact=about')", True)
    page.reload()  # as a link with the choice would open
    page.locator(".dz-figures-bar").wait_for()
    page.wait_for_function(f"document.querySelector('{NOTE}').textContent.includes('of {about} that')")
    assert filtered(page, lambda: page.locator(".dz-figures-bar button[type=reset]").click()) == everything
    found = filtered(page, lambda: page.locator("input[name=q]").fill("怀化市 党员"))
    assert 0 < found < everything
    assert all("党员" in text for text in page.locator(f"{ROWS}").all_inner_texts())


def test_sorts_by_value_with_the_keyboard(page: Any, address: str) -> None:
    opened(page, address, "?unit=%")
    if page.viewport_size["width"] < 600:
        page.locator("select[name=sort]").select_option("-value")
        becomes(page, "new URLSearchParams(location.search).get('sort')", "-value")
    else:
        page.locator(".dz-figures--all thead button").nth(1).focus()
        page.keyboard.press("Enter")
    head = page.locator(".dz-figures--all thead th").nth(1)
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator(f"{ROWS} .dz-figure b").first).to_have_text("100%")
    values = [
        text.rstrip("%").split("%")[0] for text in page.locator(f"{ROWS} .dz-figure b").all_inner_texts()
    ]
    numbers = [
        float("".join(char for char in value if char in "0123456789."))
        for value in values
        if value[-1:].isdigit()
    ]
    assert numbers[:1] == [100.0]
    assert len(numbers) > 5
    assert numbers == sorted(numbers, reverse=True)


def test_a_row_leads_to_its_paragraph(page: Any, address: str) -> None:
    opened(page, address)
    row = page.locator(ROWS).first
    figure = row.locator("mark").inner_text()
    row.locator("a[data-report]").click()
    page.wait_for_url("**/reports/*.html#u-*")
    expect(page.locator(":target")).to_contain_text(figure, use_inner_text=True)


def test_the_english_of_a_paragraph_is_marked_as_what_it_is(page: Any, address: str) -> None:
    opened(page, address)
    english = page.locator(f"{ROWS} details").first
    expect(english.locator(".dz-mark--machine")).to_have_count(1)
    expect(english.locator("p")).to_be_hidden()
    english.locator("summary").click()
    expect(english.locator("p[lang=en]")).to_be_visible()


def test_nothing_sticks_out_sideways(page: Any, address: str) -> None:
    opened(page, address)
    settle(page)
    fits(page)


def test_what_is_not_there_is_said(page: Any, address: str) -> None:
    opened(page, address, "?q=没有这个词")
    expect(page.locator(NOTE)).to_contain_text("of 0 that")
    expect(page.locator(ROWS)).to_have_count(0)


def test_files_can_be_downloaded(page: Any, address: str, built_site: Path) -> None:
    page.goto(f"{address}/figures.html")
    total = sum(len(chunk["rows"]) for chunk in chunks(built_site))
    files = {}
    for link in page.locator(".dz-downloads a").all():
        with urlopen(link.evaluate("a => a.href")) as answer, ZipFile(io.BytesIO(answer.read())) as archive:
            files |= {name: archive.read(name) for name in archive.namelist()}
    table = list(csv.DictReader(io.StringIO(files["figures.csv"].decode("utf-8-sig"))))
    data = json.loads(files["figures.json"])
    assert len(table) == len(data["figures"]) == total
    assert {line["paragraph_en"] for line in table if line["paragraph_en"]} == {
        known["paragraph_en"] for known in data["paragraphs"].values() if "paragraph_en" in known
    }


def test_without_a_script_the_page_is_whole(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{address}/figures.html")
    expect(plain.locator(ROWS)).to_have_count(50)
    expect(plain.locator(".dz-downloads a")).to_have_count(2)
    expect(plain.locator(NOTE)).to_contain_text("JavaScript")
    context.close()


def test_a_report_lists_its_figures(page: Any, address: str) -> None:
    page.goto(f"{address}/reports/hunan-2014.html#figures")
    listed = page.locator(".dz-figure-list")
    assert listed.locator("tbody tr").count() > 50
    expect(listed).to_have_attribute("open", "")
    settle(page)
    fits(page)


def test_text_of_a_report_never_becomes_markup(page: Any, address: str) -> None:
    evil = "<img src=x onerror='window.hit = 1'>"

    def poison(route: Any) -> None:
        answer = route.fetch()
        data = json.loads(gzip.decompress(answer.body()))
        for paragraph in data.get("paragraphs", []):
            paragraph["zh"] = [evil + text for text in paragraph["zh"]]
            paragraph["en"] = evil
        for report in data.get("reports", []):
            report["title"] = evil
        # As from a server that says how the file is encoded: the browser has opened it.
        route.fulfill(status=200, content_type="application/json", body=json.dumps(data))

    page.route("**/assets/data/figures/*-0.json.gz", poison)
    opened(page, address)
    expect(page.locator(f"{ROWS} .dz-figure-source p").first).to_contain_text(evil)
    settle(page)
    expect(page.locator(f"{ROWS} img")).to_have_count(0)
    assert page.evaluate("window.hit") is None
