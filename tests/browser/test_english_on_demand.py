"""English on demand: by tap, by keyboard, and as a screen reader hears it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.reading import BLOCKS, CHINESE, ENGLISH, PLACES, UNIT, choose_view, open_report

pytestmark = [pytest.mark.browser, pytest.mark.e2e]


def test_a_button_shows_the_english_of_its_paragraph_and_hides_it_again(page: Any, address: str) -> None:
    open_report(page, address, "view=tap")
    button, english = page.locator(f"{UNIT} > .dz-tap").first, page.locator(ENGLISH).first
    assert not english.is_visible()
    assert page.get_by_role("button", name="英文 English", expanded=False).count() > 10
    assert page.locator(f"#{button.get_attribute('aria-controls')}").count() == 1
    first, before = page.locator(UNIT).first.get_attribute("id"), page.evaluate(PLACES)
    button.click()
    assert english.is_visible() and button.get_attribute("aria-expanded") == "true"
    after = page.evaluate(PLACES)
    own = next(number for number, place in enumerate(before) if after[number] != place)
    assert page.locator(BLOCKS).nth(own - 1).get_attribute("id") == first, "only what stands below moves"
    assert not page.locator(ENGLISH).nth(1).is_visible(), "of this paragraph alone"
    button.click()
    assert not english.is_visible() and button.get_attribute("aria-expanded") == "false"


def test_the_keyboard_does_the_same(page: Any, address: str) -> None:
    open_report(page, address, "view=tap")
    button, english = page.locator(f"{UNIT} > .dz-tap").first, page.locator(ENGLISH).first
    button.focus()
    for key, seen in (("Enter", True), (" ", False), ("e", True)):
        page.keyboard.press(key)
        assert english.is_visible() is seen, key
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('.dz-unit')")
    page.keyboard.press("Enter")
    assert page.locator(":focus > .dz-en").is_visible()


def test_a_tap_on_the_paragraph_shows_it_one_on_a_word_explains_the_word(page: Any, address: str) -> None:
    open_report(page, address, "view=tap")
    english = page.locator(ENGLISH).first
    page.locator(UNIT).nth(1).scroll_into_view_if_needed()
    box = page.locator(CHINESE).first.bounding_box()
    # In the room at its foot, right of the button: no word is there.
    page.mouse.click(box["x"] + box["width"] - 10, box["y"] + box["height"] - 6)
    assert english.is_visible()
    page.locator(f"{CHINESE} p > ruby").first.click()
    page.locator(".dz-word:visible").wait_for()
    assert english.is_visible(), "a word is no switch"


def test_the_other_views_have_no_such_buttons(page: Any, address: str) -> None:
    open_report(page, address)
    assert page.locator(".dz-tap").count() == 0
    choose_view(page, "tap")
    assert page.locator(f"{UNIT} > .dz-tap:visible").count() == page.locator(UNIT).count()
    choose_view(page, "both")
    assert page.locator(".dz-tap:visible").count() == 0
    assert page.locator(ENGLISH).first.is_visible()


def test_a_link_to_a_paragraph_shows_both_of_its_languages(page: Any, address: str) -> None:
    open_report(page, address)
    anchor = page.locator(UNIT).nth(4).get_attribute("id")
    open_report(page, address, "view=tap", anchor)
    assert page.locator(f"#{anchor} > .dz-en").is_visible()
    assert not page.locator(ENGLISH).first.is_visible()
