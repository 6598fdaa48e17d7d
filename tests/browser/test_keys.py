"""Keyboard shortcuts: what they do, their list, and when they hold back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.reading import ENGLISH, UNIT, controls, open_report

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

STATE = "['dzView', 'dzPinyin', 'dzSize'].map(name => document.documentElement.dataset[name]).join(' ')"
LIST = "#dz-keys-title"


def test_each_key_does_what_the_list_says(page: Any, address: str) -> None:
    open_report(page, address)
    expected = {
        "2": "stack 0 100", "3": "zh 0 100", "4": "en 0 100", "5": "tap 0 100", "1": "both 0 100",
        "y": "both 1 100", "+": "both 1 115", "-": "both 1 100",
    }  # fmt: skip
    for key, state in expected.items():
        page.keyboard.press(key)
        assert page.evaluate(STATE) == state, key
    assert page.get_by_role("status").get_by_text("Text size 100%").count() == 1, "a screen reader hears it"
    page.keyboard.press("j")
    page.keyboard.press("j")
    here = page.evaluate("document.activeElement.id")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") != here
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == here
    page.keyboard.press("q")
    page.locator("#dz-quote-title").wait_for()
    assert f"#{here}" in page.locator("textarea").input_value()


def test_pinyin_comes_back_at_the_level_that_was_chosen(page: Any, address: str) -> None:
    open_report(page, address, "pinyin=hsk5")
    for state in ("both 0 100", "both hsk5 100"):
        page.keyboard.press("y")
        assert page.evaluate(STATE) == state


def test_the_question_mark_lists_them_in_both_languages(page: Any, address: str) -> None:
    open_report(page, address)
    page.keyboard.press("?")
    page.locator(LIST).wait_for()
    rows = page.locator("dialog[open] tr")
    keys = {row.locator("th").inner_text().strip() for row in rows.all()}
    assert {"1", "5", "E", "Y", "J", "K", "Q", "L", "?", "/", "Esc"} <= keys
    for row in rows.all():
        assert row.locator("td[lang=zh-Hans]").inner_text() and row.locator("td[lang=en]").inner_text()
    page.keyboard.press("3")
    assert page.evaluate(STATE) == "both 0 100", "nothing happens behind the list"
    page.keyboard.press("Escape")
    assert not page.locator(LIST).is_visible()


def test_they_hold_back_while_somebody_types_or_holds_a_key(page: Any, address: str) -> None:
    open_report(page, address)
    for chord in ("Control+3", "Alt+3", "Meta+3"):
        page.keyboard.press(chord)
    assert page.evaluate(STATE) == "both 0 100"
    page.keyboard.press("/")
    box = page.locator(".dz-find input[name=q]")
    box.wait_for()
    page.keyboard.type("3y+?")
    assert box.input_value() == "3y+?" and page.evaluate(STATE) == "both 0 100"
    assert page.locator(LIST).count() == 0
    page.keyboard.press("Escape")
    controls(page).locator("select").focus()
    page.keyboard.press("3")
    assert page.evaluate(STATE).startswith("both")


def test_keys_of_the_frame_and_the_search_are_left_to_them(page: Any, address: str) -> None:
    open_report(page, address)
    taken = page.evaluate("Object.keys(window.duizhaoReading.keys)")
    assert not set(taken) & set("/sfnp,.")


def test_they_can_be_switched_off_for_good(page: Any, address: str) -> None:
    open_report(page, address)
    page.keyboard.press("?")
    page.locator("dialog[open] input[type=checkbox]").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("3")
    assert page.evaluate(STATE) == "both 0 100" and page.locator(ENGLISH).first.is_visible()
    page.keyboard.press("?")
    page.locator("dialog[open] input[type=checkbox]").check()
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    assert page.evaluate(STATE) == "zh 0 100"


def test_a_page_that_is_no_report_has_those_that_mean_something_there(page: Any, address: str) -> None:
    page.goto(f"{address}/glossary/index.html")
    page.keyboard.press("q")
    page.keyboard.press("l")
    assert page.locator(UNIT).count() == 0 and page.locator("dialog[open]").count() == 0
