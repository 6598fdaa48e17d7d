"""Keyboard shortcuts: what they do, their list, and when they hold back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.pages import largest
from tests.browser.reading import ENGLISH, controls, open_report
from tests.browser.waiting import becomes, expect, settle

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

STATE = "['dzView', 'dzPinyin', 'dzSize'].map(name => document.documentElement.dataset[name]).join(' ')"
LIST = "#dz-keys-title"
HERE = "document.activeElement.id"


def loaded(page: Any, *names: str) -> None:
    """Have scripts that load when they are asked for: who asked before has had what it asked for."""
    page.evaluate("names => window.duizhaoReading.load(...names).then(() => null)", list(names))
    settle(page)


def test_each_key_does_what_the_list_says(page: Any, address: str) -> None:
    open_report(page, address)
    expected = {
        "2": "stack 0 100", "3": "zh 0 100", "4": "en 0 100", "5": "tap 0 100", "1": "both 0 100",
        "y": "both 1 100", "+": "both 1 115", "-": "both 1 100",
    }  # fmt: skip
    for key, state in expected.items():
        page.keyboard.press(key)
        becomes(page, STATE, state, key)
    said = page.get_by_role("status").get_by_text("Text size 100%")
    expect(said, "a screen reader hears it").to_have_count(1)
    page.keyboard.press("j")
    page.wait_for_function(f"{HERE}.startsWith('u-')")
    first = page.evaluate(HERE)
    page.keyboard.press("j")
    page.wait_for_function(f"{HERE}.startsWith('u-') && {HERE} !== {first!r}")
    here = page.evaluate(HERE)
    page.keyboard.press("k")
    becomes(page, HERE, first)
    page.keyboard.press("j")
    becomes(page, HERE, here)
    page.keyboard.press("q")
    page.locator("#dz-quote-title").wait_for()
    expect(page.locator("textarea")).to_have_value(re.compile(f"#{re.escape(here)}\\b"))


def test_pinyin_comes_back_at_the_level_that_was_chosen(page: Any, address: str) -> None:
    open_report(page, address, "pinyin=hsk5")
    for state in ("both 0 100", "both hsk5 100"):
        page.keyboard.press("y")
        becomes(page, STATE, state)


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
    page.keyboard.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    becomes(page, STATE, "both 0 100", "nothing happens behind the list")
    page.keyboard.press("3")
    becomes(page, STATE, "zh 0 100", "but after it")


def test_they_hold_back_while_somebody_types_or_holds_a_key(page: Any, address: str) -> None:
    open_report(page, address)
    for chord in ("Control+3", "Alt+3", "Meta+3"):
        page.keyboard.press(chord)
    page.keyboard.press("/")
    box = page.locator(".dz-find input[name=q]")
    expect(box).to_be_focused()
    becomes(page, STATE, "both 0 100", "a chord is the browser's")
    page.keyboard.type("3y+?")
    expect(box).to_have_value("3y+?")
    loaded(page, "help")
    becomes(page, STATE, "both 0 100", "who types means no keys")
    expect(page.locator(LIST)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    select = controls(page).locator("select")
    select.focus()
    page.keyboard.press("3")
    expect(select).to_be_focused()
    settle(page)
    assert page.evaluate(STATE).startswith("both")


def test_keys_of_the_frame_and_the_search_are_left_to_them(page: Any, address: str) -> None:
    open_report(page, address)
    taken = page.evaluate("Object.keys(window.duizhaoReading.keys)")
    assert not set(taken) & set("/sfnp,.")


def test_they_can_be_switched_off_for_good(page: Any, address: str) -> None:
    open_report(page, address)
    page.keyboard.press("?")
    page.locator("dialog[open] input[type=checkbox]").uncheck()
    becomes(page, "localStorage.getItem('duizhao.keys')", "off")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("3")
    page.keyboard.press("?")
    page.locator("dialog[open] input[type=checkbox]").check()
    becomes(page, STATE, "both 0 100", "3 was no key")
    expect(page.locator(ENGLISH).first).to_be_visible()
    page.keyboard.press("Escape")
    # At once: in the frame in which the list closes its checkbox still has the focus.
    page.keyboard.press("3")
    becomes(page, STATE, "zh 0 100")


def test_a_key_in_the_frame_in_which_a_dialog_closes_is_for_the_page(page: Any, address: str) -> None:
    """Without a frame between: dispatched in the task in which the dialog is shut."""
    open_report(page, address)
    press = "new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true})"
    for opener, box in (("?", "dialog[open] input[type=checkbox]"), ("/", "dialog[open] input[name=q]")):
        page.keyboard.press(opener)
        page.locator(box).focus()
        page.evaluate(f"""key => {{
            document.querySelector("dialog[open]").close();
            document.activeElement.dispatchEvent({press});
        }}""", "3" if opener == "?" else "/")  # fmt: skip
        if opener == "?":
            becomes(page, STATE, "zh 0 100", "a key of the page")
        else:
            expect(page.locator(box), "the search again").to_be_focused()


def test_a_page_that_is_no_report_has_those_that_mean_something_there(
    page: Any, address: str, built_site: Path
) -> None:
    page.goto(f"{address}/{largest(built_site, 'terms')}")
    page.keyboard.press("q")
    page.keyboard.press("l")
    loaded(page, "cite", "quote", "voices", "listen")
    expect(page.locator("dialog[open], .dz-player")).to_have_count(0)
    page.keyboard.press("3")
    becomes(page, STATE, "zh 0 100")
