"""On paper: title, by-line and text as on the screen, in ink on white, and nothing of the frame."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.reading import CHINESE, ENGLISH, REPORT, UNIT, open_report, shows
from tests.browser.waiting import becomes, expect, still_box

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

FURNITURE = (
    ".md-header .md-tabs .md-footer .dz-switch .dz-anchor .dz-more .dz-files .dz-cleaned .dz-said .dz-tap"
    " .dz-trail .dz-neighbours .dz-related #related #figures #words"
)
SHOWN = ("h1", ".dz-by", ".dz-published", ".dz-facts time", CHINESE, ENGLISH, ".dz-mark--machine")
INK = "getComputedStyle(document.querySelector('.dz-unit > .dz-zh p')).color"


def test_the_text_is_printed_and_the_frame_is_not(page: Any, address: str) -> None:
    open_report(page, address)
    expect(page.locator(".dz-colophon")).to_be_hidden()
    page.emulate_media(media="print")
    for selector in FURNITURE.split():
        expect(page.locator(f"{selector}:visible"), selector).to_have_count(0)
    for selector in SHOWN:
        expect(page.locator(selector).first, selector).to_be_visible()
    colophon = page.locator(".dz-colophon")
    expect(colophon).to_contain_text(f"{address}/{REPORT}")
    expect(colophon).to_contain_text("湖南基层党建")
    foot = "getComputedStyle(document.documentElement).getPropertyValue('--dz-address')"
    becomes(page, foot, f'"{address}/{REPORT}"', "for the foot of each page")


def test_views_and_pinyin_are_those_of_the_screen(page: Any, address: str) -> None:
    page.emulate_media(media="print")
    open_report(page, address, "pinyin=1")
    chinese, english = (still_box(page.locator(side).first) for side in (CHINESE, ENGLISH))
    assert english["x"] > chinese["x"] + chinese["width"], "paper has room for two columns"
    expect(page.locator(f"{CHINESE} rt").first).to_be_visible()
    open_report(page, address, "view=stack&pinyin=0")
    chinese, english = (still_box(page.locator(side).first) for side in (CHINESE, ENGLISH))
    assert english["y"] >= chinese["y"] + chinese["height"] - 1
    expect(page.locator(f"{CHINESE} rt").first).to_be_hidden()
    open_report(page, address, "view=en")
    shows(page, False, True)


def test_a_dark_screen_prints_black_on_white(page: Any, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    open_report(page, address)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    dark = page.evaluate(INK)
    page.emulate_media(media="print", color_scheme="dark")
    becomes(page, INK, "rgb(0, 0, 0)")
    assert dark != "rgb(0, 0, 0)"
    becomes(page, "getComputedStyle(document.body).backgroundColor", "rgb(255, 255, 255)")


def test_a_pdf_has_the_pages_of_a_publication(page: Any, address: str) -> None:
    open_report(page, address)
    expect(page.locator(".dz-colophon")).to_be_attached()
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    pages = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ")
    assert pdf.startswith(b"%PDF") and 2 <= pages <= 8
    assert page.locator(UNIT).count() > 10
