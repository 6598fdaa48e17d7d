"""What the tests of reading share: a sample report, opened with a choice in its address."""

from __future__ import annotations

from typing import Any

from tests.browser.waiting import becomes, expect

REPORT = "reports/hunan-2014.html"
"""A sample with headings, lists, a by-line, a publisher and a date; its English is a machine's."""

UNIT = ".dz-unit[id]"
CHINESE, ENGLISH = f"{UNIT} > .dz-zh", f"{UNIT} > .dz-en"

BLOCKS = ".dz-switch, .dz-unit, .dz-heading, .dz-facts"
# Where each of them stands on the page.
PLACES = f"""() => [...document.querySelectorAll({BLOCKS!r})]
    .map(node => Math.round(node.getBoundingClientRect().top + scrollY))"""


def open_report(page: Any, address: str, query: str = "", anchor: str = "") -> None:
    """Open the sample report with ``view=zh`` or the like."""
    page.goto(f"{address}/{REPORT}{'?' + query if query else ''}{'#' + anchor if anchor else ''}")


def is_phone(page: Any) -> bool:
    """Tell the narrow window from the wide one."""
    return bool(page.viewport_size["width"] < 600)


def controls(page: Any) -> Any:
    """The choices of a report: at a desk in the bar, on a phone in the sheet, which is opened."""
    opener, sheet = page.locator(".dz-reading__open"), page.locator("#dz-reading")
    if is_phone(page) and opener.get_attribute("aria-expanded") == "false":
        opener.click()
    expect(sheet).to_be_visible()
    return sheet


def close_controls(page: Any) -> None:
    """Shut the sheet of a phone."""
    if is_phone(page):
        page.keyboard.press("Escape")
        expect(page.locator("#dz-reading")).to_be_hidden()


def choose_view(page: Any, view: str) -> None:
    """Press the button of a view."""
    controls(page).locator(f"[data-dz-set-view={view}]").click()
    close_controls(page)
    expect(page.locator("html")).to_have_attribute("data-dz-view", view)


def choose_pinyin(page: Any, value: str) -> None:
    """Choose above which words pinyin stands."""
    controls(page).locator("[data-dz-set-pinyin]").select_option(value)
    close_controls(page)
    expect(page.locator("html")).to_have_attribute("data-dz-pinyin", value)


def shows(page: Any, chinese: bool, english: bool, why: str = "") -> None:
    """Wait until of the first paragraph these languages are seen, and no other."""
    expect(page.locator(CHINESE).first, why).to_be_visible(visible=chinese)
    expect(page.locator(ENGLISH).first, why).to_be_visible(visible=english)


def says(page: Any, **choices: str) -> None:
    """Wait until the address has these choices; others are not looked at."""
    for name, value in choices.items():
        becomes(page, f"new URLSearchParams(location.search).get('{name}')", value)
