"""English on demand: by tap, by keyboard, and as a screen reader hears it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.reading import BLOCKS, CHINESE, ENGLISH, PLACES, UNIT, choose_view, open_report
from tests.browser.waiting import becomes, expect, settle

pytestmark = [pytest.mark.browser, pytest.mark.e2e]


def test_a_button_shows_the_english_of_its_paragraph_and_hides_it_again(page: Any, address: str) -> None:
    open_report(page, address, "view=tap")
    button, english = page.locator(f"{UNIT} > .dz-tap").first, page.locator(ENGLISH).first
    expect(english).to_be_hidden()
    expect(page.get_by_role("button", name="英文 English", expanded=False).nth(10)).to_be_attached()
    expect(page.locator(f"#{button.get_attribute('aria-controls')}")).to_have_count(1)
    settle(page)
    first, before = page.locator(UNIT).first.get_attribute("id"), page.evaluate(PLACES)
    button.click()
    expect(english).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    settle(page)
    after = page.evaluate(PLACES)
    own = next(number for number, place in enumerate(before) if after[number] != place)
    assert page.locator(BLOCKS).nth(own - 1).get_attribute("id") == first, "only what stands below moves"
    expect(page.locator(ENGLISH).nth(1), "of this paragraph alone").to_be_hidden()
    button.click()
    expect(english).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_keyboard_does_the_same(page: Any, address: str) -> None:
    open_report(page, address, "view=tap")
    button, english = page.locator(f"{UNIT} > .dz-tap").first, page.locator(ENGLISH).first
    button.focus()
    for key, seen in (("Enter", True), (" ", False), ("e", True)):
        page.keyboard.press(key)
        expect(english, key).to_be_visible(visible=seen)
    page.keyboard.press("j")
    becomes(page, "document.activeElement.matches('.dz-unit')", True, "the next paragraph has the focus")
    page.keyboard.press("Enter")
    expect(page.locator(":focus > .dz-en")).to_be_visible()


def test_a_tap_on_the_paragraph_shows_it_one_on_a_word_explains_the_word(page: Any, address: str) -> None:
    open_report(page, address, "view=tap")
    english = page.locator(ENGLISH).first
    chinese = page.locator(CHINESE).first
    size = chinese.bounding_box()
    # In the room at its foot, right of the button: no word is there.
    chinese.click(position={"x": size["width"] - 10, "y": size["height"] - 6})
    expect(english).to_be_visible()
    page.locator(f"{CHINESE} p > ruby").first.click()
    page.locator(".dz-word:visible").wait_for()
    settle(page)
    expect(english, "a word is no switch").to_be_visible()


def test_the_other_views_have_no_such_buttons(page: Any, address: str) -> None:
    open_report(page, address)
    settle(page)
    expect(page.locator(".dz-tap")).to_have_count(0)
    choose_view(page, "tap")
    expect(page.locator(f"{UNIT} > .dz-tap:visible")).to_have_count(page.locator(UNIT).count())
    choose_view(page, "both")
    expect(page.locator(".dz-tap:visible")).to_have_count(0)
    expect(page.locator(ENGLISH).first).to_be_visible()


def test_a_link_to_a_paragraph_shows_both_of_its_languages(page: Any, address: str) -> None:
    open_report(page, address)
    anchor = page.locator(UNIT).nth(4).get_attribute("id")
    open_report(page, address, "view=tap", anchor)
    expect(page.locator(f"#{anchor} > .dz-en")).to_be_visible()
    expect(page.locator(ENGLISH).first).to_be_hidden()
