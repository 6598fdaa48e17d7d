"""How a report is read: view, pinyin and size, in the address, remembered, and right at the first paint."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

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
)

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

SIZE = "parseFloat(getComputedStyle(document.querySelector('.dz-unit > .dz-en p')).fontSize)"
# The levels above whose words pinyin is seen, and whether it is seen anywhere else.
LEVELS = """() => {
    const level = ruby => Number((ruby.className.match(/\\bh([2-8])\\b/) || [0, 1])[1]);
    const seen = ruby => ruby.querySelector("rt").getClientRects().length > 0;
    const words = [...document.querySelectorAll(".dz-unit[id] > .dz-zh ruby")];
    return [...new Set(words.map(ruby => `${level(ruby)},${seen(ruby)}`))].sort();
}"""


def query(page: Any) -> dict[str, list[str]]:
    """What the address of the page says."""
    return parse_qs(urlsplit(page.evaluate("location.href")).query)


def shown(page: Any) -> tuple[bool, bool]:
    """Whether the Chinese and the English of the first paragraph are seen."""
    return page.locator(CHINESE).first.is_visible(), page.locator(ENGLISH).first.is_visible()


def test_each_view_shows_its_languages_and_stands_in_the_address(page: Any, address: str) -> None:
    open_report(page, address)
    expected = {"zh": (True, False), "en": (False, True), "tap": (True, False), "both": (True, True)}
    for view, languages in expected.items():
        choose_view(page, view)
        assert shown(page) == languages, view
        assert query(page)["view"] == [view]
        pressed = page.locator("[data-dz-set-view][aria-pressed=true]")
        assert pressed.count() == 1 and pressed.get_attribute("data-dz-set-view") == view


def test_side_by_side_and_interleaved_differ_where_there_is_room(page: Any, address: str) -> None:
    for view in ("both", "stack"):
        open_report(page, address, f"view={view}")
        chinese, english = (
            page.locator(CHINESE).first.bounding_box(),
            page.locator(ENGLISH).first.bounding_box(),
        )
        if view == "both" and not is_phone(page):
            assert english["x"] >= chinese["x"] + chinese["width"] - 1
        else:
            assert english["y"] >= chinese["y"] + chinese["height"] - 1
    if is_phone(page):
        both = controls(page).locator("[data-dz-set-view=both]")
        assert both.get_attribute("aria-pressed") == "true", "one button there stands for both"


def test_pinyin_stands_above_the_words_beyond_the_chosen_level(page: Any, address: str) -> None:
    open_report(page, address)
    assert not any(pair.endswith("true") for pair in page.evaluate(LEVELS)), "off until it is asked for"
    choose_pinyin(page, "1")
    assert not any(pair.endswith("false") for pair in page.evaluate(LEVELS))
    for level in range(1, 8):
        choose_pinyin(page, f"hsk{level}")
        found = page.evaluate(LEVELS)
        assert found == [f"{word},{'true' if word > level else 'false'}" for word in range(1, 9)], level
        assert query(page)["pinyin"] == [f"hsk{level}"]
    choose_pinyin(page, "0")
    assert not any(pair.endswith("true") for pair in page.evaluate(LEVELS))


def test_the_size_of_the_text_changes_step_by_step_and_ends_somewhere(page: Any, address: str) -> None:
    open_report(page, address)
    usual = page.evaluate(SIZE)
    larger = controls(page).locator("[data-dz-set-size='1']")
    frame = larger.bounding_box()["height"]
    for percent in (115, 130, 150, 150):
        larger.click(force=True)  # also when it says that it can do no more
        assert page.evaluate(SIZE) == pytest.approx(usual * percent / 100, rel=0.01)
        assert query(page)["size"] == [str(percent)]
    assert larger.get_attribute("aria-disabled") == "true"
    assert larger.bounding_box()["height"] == frame, "the controls keep their size"
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    for _ in range(5):
        page.locator("[data-dz-set-size='-1']").click(force=True)
    assert page.evaluate(SIZE) == pytest.approx(usual * 0.85, rel=0.01)


def test_a_choice_is_remembered_and_the_address_goes_before_it(page: Any, address: str) -> None:
    open_report(page, address)
    choose_view(page, "tap")
    choose_pinyin(page, "hsk3")
    page.goto(f"{address}/reports/liling-expert-service-team.html")
    assert shown(page) == (True, False)
    assert query(page) == {"view": ["tap"], "pinyin": ["hsk3"]}, "what is seen can be passed on as it is"
    open_report(page, address, "view=both&pinyin=0")
    assert shown(page) == (True, True)
    page.goto(f"{address}/reports/liling-expert-service-team.html")
    assert shown(page) == (True, False), "a link that was opened changes nothing for other pages"


def test_nonsense_in_the_address_or_the_memory_is_passed_over(page: Any, address: str) -> None:
    page.add_init_script("localStorage.setItem('duizhao.size', 'enormous')")
    open_report(page, address, "view=%3Cscript%3E&pinyin=hsk9&size=1000")
    assert shown(page) == (True, True)
    chosen = "['dzView', 'dzPinyin', 'dzSize'].map(name => document.documentElement.dataset[name])"
    assert page.evaluate(chosen) == ["both", "0", "100"]


@pytest.mark.parametrize("view", ["stack", "en", "tap"])
def test_the_first_paint_is_right_and_nothing_moves_when_the_scripts_come(
    page: Any, address: str, view: str
) -> None:
    """Seen by keeping back all scripts but the one in <head>."""
    wanted = f"view={view}&pinyin=hsk4&size=115"
    page.route(re.compile(r"/(?!duizhao-early)[^/]+\.js$"), lambda route: route.abort())
    open_report(page, address, wanted)
    early = page.evaluate(PLACES)
    assert len(early) > 20 and page.locator(".dz-switch").is_visible()
    assert shown(page) == (view != "en", view in ("both", "stack", "en"))
    pressed = page.locator("[data-dz-set-view][aria-pressed=true]").get_attribute("data-dz-set-view")
    assert pressed == ("both" if view == "stack" and is_phone(page) else view)
    assert page.locator("[data-dz-set-pinyin]").input_value() == "hsk4"
    page.unroute_all()
    open_report(page, address, wanted)
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
        assert page.evaluate("window.shifts.reduce((sum, value) => sum + value, 0)") < 0.001


def test_a_change_keeps_the_paragraph_that_is_being_read(page: Any, address: str) -> None:
    open_report(page, address)
    unit = page.locator(UNIT).nth(8)
    unit.evaluate("unit => window.scrollTo(0, unit.getBoundingClientRect().top + scrollY - 150)")
    before = unit.bounding_box()["y"]
    choose_pinyin(page, "1")
    assert unit.bounding_box()["y"] == pytest.approx(before, abs=2)
    choose_view(page, "zh")
    assert unit.bounding_box()["y"] == pytest.approx(before, abs=2)


def test_on_a_phone_the_choices_are_a_sheet_that_the_keyboard_can_use(page: Any, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_report(page, address)
    opener, sheet = page.locator(".dz-reading__open"), page.locator("#dz-reading")
    if not is_phone(page):
        assert sheet.is_visible() and not opener.is_visible()
        return
    assert not sheet.is_visible() and opener.get_attribute("aria-controls") == "dz-reading"
    opener.focus()
    page.keyboard.press("Enter")
    assert sheet.is_visible() and opener.get_attribute("aria-expanded") == "true"
    box = sheet.bounding_box()
    assert box["x"] == 0 and box["y"] + box["height"] == pytest.approx(800, abs=1)
    assert page.locator(CHINESE).first.is_visible(), "what a choice does is seen above the sheet"
    for button in sheet.locator("button:visible, select").all():
        assert button.bounding_box()["height"] >= 40, "large enough for a finger"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#dz-reading') !== null")
    close_controls(page)
    assert not sheet.is_visible()
    assert page.evaluate("document.activeElement.matches('.dz-reading__open')")
    opener.click()
    page.mouse.click(200, 60)
    assert not sheet.is_visible(), "a press beside it shuts it"


def test_without_scripts_both_languages_are_there_and_no_control(browser: Any, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        open_report(tab, address, "view=zh")
        assert shown(tab) == (True, True)
        assert not tab.locator(".dz-switch").is_visible()
