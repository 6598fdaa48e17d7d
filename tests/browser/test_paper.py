"""On paper: title, by-line and text as on the screen, in ink on white, and nothing of the frame."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.reading import CHINESE, ENGLISH, REPORT, UNIT, open_report

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

FURNITURE = (
    ".md-header .md-tabs .md-footer .dz-switch .dz-anchor .dz-more .dz-files .dz-cleaned .dz-said .dz-tap"
    " .dz-trail .dz-neighbours .dz-related #related #figures #words"
)
SHOWN = ("h1", ".dz-by", ".dz-published", ".dz-facts time", CHINESE, ENGLISH, ".dz-mark--machine")
INK = "getComputedStyle(document.querySelector('.dz-unit > .dz-zh p')).color"


def test_the_text_is_printed_and_the_frame_is_not(page: Any, address: str) -> None:
    open_report(page, address)
    assert not page.locator(".dz-colophon").is_visible()
    page.emulate_media(media="print")
    for selector in FURNITURE.split():
        assert page.locator(f"{selector}:visible").count() == 0, selector
    for selector in (
        "h1",
        ".dz-by",
        ".dz-published",
        ".dz-facts time",
        CHINESE,
        ENGLISH,
        ".dz-mark--machine",
    ):
        assert page.locator(selector).first.is_visible(), selector
    colophon = page.locator(".dz-colophon")
    assert f"{address}/{REPORT}" in colophon.inner_text() and "湖南基层党建" in colophon.inner_text()
    foot = "getComputedStyle(document.documentElement).getPropertyValue('--dz-address')"
    assert page.evaluate(foot) == f'"{address}/{REPORT}"', "for the foot of each page"


def test_views_and_pinyin_are_those_of_the_screen(page: Any, address: str) -> None:
    page.emulate_media(media="print")
    open_report(page, address, "pinyin=1")
    chinese, english = (page.locator(side).first.bounding_box() for side in (CHINESE, ENGLISH))
    assert english["x"] > chinese["x"] + chinese["width"], "paper has room for two columns"
    assert page.locator(f"{CHINESE} rt").first.is_visible()
    open_report(page, address, "view=stack&pinyin=0")
    chinese, english = (page.locator(side).first.bounding_box() for side in (CHINESE, ENGLISH))
    assert english["y"] >= chinese["y"] + chinese["height"] - 1
    assert not page.locator(f"{CHINESE} rt").first.is_visible()
    open_report(page, address, "view=en")
    assert page.locator(ENGLISH).first.is_visible() and not page.locator(CHINESE).first.is_visible()


def test_a_dark_screen_prints_black_on_white(page: Any, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    open_report(page, address)
    dark = page.evaluate(INK)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(INK) == "rgb(0, 0, 0)" != dark
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_pdf_has_the_pages_of_a_publication(page: Any, address: str) -> None:
    open_report(page, address)
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    pages = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ")
    assert pdf.startswith(b"%PDF") and 2 <= pages <= 8
    assert page.locator(UNIT).count() > 10
