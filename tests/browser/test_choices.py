"""How a report is read: view, pinyin and size, in the address, remembered, and right at the first paint."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.reading import (
    CHINESE,
    ENGLISH,
    PLACES,
    UNIT,
    choose_pinyin,
    choose_view,
    close_controls,
    controls,
    is_phone,
    open_report,
    says,
    shows,
)
from tests.browser.waiting import becomes, expect, settle, still_box

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

SIZE = "parseFloat(getComputedStyle(document.querySelector('.dz-unit > .dz-en p')).fontSize)"
# The levels above whose words pinyin is seen, and whether it is seen anywhere else.
LEVELS = """() => {
    const level = ruby => Number((ruby.className.match(/\\bh([2-8])\\b/) || [0, 1])[1]);
    const seen = ruby => ruby.querySelector("rt").getClientRects().length > 0;
    const words = [...document.querySelectorAll(".dz-unit[id] > .dz-zh ruby")];
    return [...new Set(words.map(ruby => `${level(ruby)},${seen(ruby)}`))].sort();
}"""


def pinyin(page: Any, seen: bool | None, why: str = "") -> None:
    """Wait until pinyin is seen above all words, above none, or above some (None)."""
    wanted = ["false", "true"] if seen is None else [str(seen).lower()]
    becomes(page, f"[...new Set(({LEVELS})().map(pair => pair.split(',')[1]))].sort()", wanted, why)


def test_each_view_shows_its_languages_and_stands_in_the_address(page: Any, address: str) -> None:
    open_report(page, address)
    expected = {"zh": (True, False), "en": (False, True), "tap": (True, False), "both": (True, True)}
    for view, languages in expected.items():
        choose_view(page, view)
        shows(page, *languages, why=view)
        says(page, view=view)
        pressed = page.locator("[data-dz-set-view][aria-pressed=true]")
        expect(pressed).to_have_count(1)
        expect(pressed).to_have_attribute("data-dz-set-view", view)


def test_side_by_side_and_interleaved_differ_where_there_is_room(page: Any, address: str) -> None:
    for view in ("both", "stack"):
        open_report(page, address, f"view={view}")
        chinese, english = (still_box(page.locator(side).first) for side in (CHINESE, ENGLISH))
        if view == "both" and not is_phone(page):
            assert english["x"] >= chinese["x"] + chinese["width"] - 1
        else:
            assert english["y"] >= chinese["y"] + chinese["height"] - 1
    if is_phone(page):
        both = controls(page).locator("[data-dz-set-view=both]")
        expect(both, "one button there stands for both").to_have_attribute("aria-pressed", "true")


def test_pinyin_stands_above_the_words_beyond_the_chosen_level(page: Any, address: str) -> None:
    open_report(page, address)
    settle(page)
    pinyin(page, False, "off until it is asked for")
    choose_pinyin(page, "1")
    pinyin(page, True)
    for level in range(1, 8):
        choose_pinyin(page, f"hsk{level}")
        seen = [f"{word},{'true' if word > level else 'false'}" for word in range(1, 9)]
        becomes(page, f"({LEVELS})()", seen, f"HSK {level}")
        says(page, pinyin=f"hsk{level}")
    choose_pinyin(page, "0")
    pinyin(page, False)


def test_the_size_of_the_text_changes_step_by_step_and_ends_somewhere(page: Any, address: str) -> None:
    open_report(page, address)
    usual = page.evaluate(SIZE)
    larger = controls(page).locator("[data-dz-set-size='1']")
    frame = still_box(larger)["height"]
    for percent in (115, 130, 150, 150):
        larger.click(force=True)  # also when it says that it can do no more
        expect(page.locator(".dz-said")).to_contain_text(f"Text size {percent}%")
        is_of_size(page, usual * percent / 100)
        says(page, size=str(percent))
    expect(larger).to_have_attribute("aria-disabled", "true")
    assert still_box(larger)["height"] == frame, "the controls keep their size"
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    for _ in range(5):
        page.locator("[data-dz-set-size='-1']").click(force=True)
    is_of_size(page, usual * 0.85)


def is_of_size(page: Any, pixels: float) -> None:
    """Wait until the text is so large, within a hundredth."""
    becomes(page, f"Math.abs({SIZE} / {pixels} - 1) < 0.01", True, f"the text is {pixels} pixels high")


def test_a_choice_is_remembered_and_the_address_goes_before_it(page: Any, address: str) -> None:
    open_report(page, address)
    choose_view(page, "tap")
    choose_pinyin(page, "hsk3")
    page.goto(f"{address}/reports/liling-expert-service-team.html")
    shows(page, True, False)
    becomes(page, "location.search", "?view=tap&pinyin=hsk3", "what is seen can be passed on as it is")
    open_report(page, address, "view=both&pinyin=0")
    shows(page, True, True)
    page.goto(f"{address}/reports/liling-expert-service-team.html")
    shows(page, True, False, "a link that was opened changes nothing for other pages")


def test_nonsense_in_the_address_or_the_memory_is_passed_over(page: Any, address: str) -> None:
    page.add_init_script("localStorage.setItem('duizhao.size', 'enormous')")
    open_report(page, address, "view=%3Cscript%3E&pinyin=hsk9&size=1000")
    settle(page)
    shows(page, True, True)
    chosen = "['dzView', 'dzPinyin', 'dzSize'].map(name => document.documentElement.dataset[name])"
    becomes(page, chosen, ["both", "0", "100"])


@pytest.mark.parametrize("view", ["stack", "en", "tap"])
def test_the_first_paint_is_right_and_nothing_moves_when_the_scripts_come(
    page: Any, address: str, view: str
) -> None:
    """Seen by keeping back all scripts but the one in <head>."""
    wanted = f"view={view}&pinyin=hsk4&size=115"
    page.route(re.compile(r"/(?!duizhao-early)[^/]+\.js$"), lambda route: route.abort())
    open_report(page, address, wanted)
    settle(page)
    early = page.evaluate(PLACES)
    assert len(early) > 20
    expect(page.locator(".dz-switch")).to_be_visible()
    shows(page, view != "en", view in ("both", "stack", "en"))
    pressed = page.locator("[data-dz-set-view][aria-pressed=true]")
    expect(pressed).to_have_attribute(
        "data-dz-set-view", "both" if view == "stack" and is_phone(page) else view
    )
    expect(page.locator("[data-dz-set-pinyin]")).to_have_value("hsk4")
    page.unroute_all(behavior="wait")
    open_report(page, address, wanted)
    settle(page)
    assert page.evaluate(PLACES) == early


def test_the_browser_counts_no_layout_shift(page: Any, address: str) -> None:
    page.add_init_script(
        "window.shifts = [];"
        "new PerformanceObserver(list => list.getEntries().forEach(shift => window.shifts.push(shift.value)))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    for wanted in ("", "view=tap&pinyin=1"):
        open_report(page, address, wanted)
        page.wait_for_load_state("networkidle")
        settle(page)  # shifts are told of with the frame after
        assert page.evaluate("window.shifts.reduce((sum, value) => sum + value, 0)") < 0.001


def test_a_change_keeps_the_paragraph_that_is_being_read(page: Any, address: str) -> None:
    open_report(page, address)
    unit = page.locator(UNIT).nth(8)
    unit.evaluate("unit => window.scrollTo(0, unit.getBoundingClientRect().top + scrollY - 150)")
    before = still_box(unit)["y"]
    choose_pinyin(page, "1")
    assert still_box(unit)["y"] == pytest.approx(before, abs=2)
    choose_view(page, "zh")
    assert still_box(unit)["y"] == pytest.approx(before, abs=2)


def test_on_a_phone_the_choices_are_a_sheet_that_the_keyboard_can_use(page: Any, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_report(page, address)
    opener, sheet = page.locator(".dz-reading__open"), page.locator("#dz-reading")
    if not is_phone(page):
        expect(sheet).to_be_visible()
        expect(opener).to_be_hidden()
        return
    expect(sheet).to_be_hidden()
    expect(opener).to_have_attribute("aria-controls", "dz-reading")
    opener.focus()
    page.keyboard.press("Enter")
    expect(sheet).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    box = still_box(sheet)
    assert box["x"] == 0 and box["y"] + box["height"] == pytest.approx(800, abs=1)
    expect(page.locator(CHINESE).first, "what a choice does is seen above the sheet").to_be_visible()
    for button in sheet.locator("button:visible, select").all():
        assert still_box(button)["height"] >= 40, "large enough for a finger"
    page.keyboard.press("Tab")
    becomes(page, "document.activeElement.closest('#dz-reading') !== null", True, "Tab goes into the sheet")
    close_controls(page)
    expect(opener).to_be_focused()
    opener.click()
    expect(sheet).to_be_visible()
    page.mouse.click(200, 60)
    expect(sheet, "a press beside it shuts it").to_be_hidden()


def test_without_scripts_both_languages_are_there_and_no_control(browser: Any, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        open_report(tab, address, "view=zh")
        shows(tab, True, True)
        expect(tab.locator(".dz-switch")).to_be_hidden()
