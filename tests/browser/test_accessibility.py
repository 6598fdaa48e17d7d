"""What people need who do not see the page, or use no mouse: axe-core's rules, languages, keyboard, pinyin.

axe-core comes with the package axe-playwright-python, so that nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.pages import SEARCHED, by_size, largest, page_kinds, ready
from tests.browser.waiting import becomes, expect, settle

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# The size of targets is among wcag22aa, but off unless it is asked for.
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# All text that stands in a language it is not written in, by the next element that names one. A Chinese
# sentence may hold a Latin word or two: the voices read these.
MISNAMED = """() => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode.data.trim(), holder = walker.currentNode.parentElement;
        if (!text || holder.closest("script, style, noscript, template, svg, nav.md-nav")) { continue; }
        const lang = holder.closest("[lang]").lang, chinese = lang.startsWith("zh") && !lang.includes("Latn");
        const han = /[\\u3400-\\u9fff]/, english = /[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(text);
        const block = holder.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, summary, div");
        const wrong = chinese ? english && !han.test(block.textContent) : han.test(text);
        if (wrong) { found.push([lang, text.slice(0, 60)]); }
    }
    return found;
}"""
# Where the focus is: what has it, whether it can be seen, and its place in the order of the document.
FOCUS = """async () => {
    const at = document.activeElement;
    if (!at || at === document.body) { return null; }
    window.all = window.all || [...document.querySelectorAll("*")];
    /* Light or dark is a radio button that does not show; its label does. */
    const shown = at.matches(".md-option") ? at.nextElementSibling : at;
    await Promise.allSettled(shown.getAnimations().map(one => one.finished));
    const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
    return {
        name: at.tagName + "." + at.className + " " + at.textContent.trim().slice(0, 20),
        place: window.all.indexOf(at),
        ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && style.opacity > 0,
    };
}"""
STOPS = """() => {
    const kinds = "a[href], button, summary, input, select, [tabindex]";
    const all = [...document.querySelectorAll("*")].map((element, place) => [element, place]);
    return all.filter(([element]) => (
        element.matches(kinds) && !element.matches("[type=radio]:not(:checked)") && element.tabIndex >= 0
        && !element.disabled && !element.closest("[hidden]")
        && element.checkVisibility({visibilityProperty: true})
    )).map(([element, place]) => [place, element.outerHTML.slice(0, 80)]);
}"""


@pytest.fixture(scope="session")
def violations() -> Callable[[Any], list[tuple[str, str, str]]]:
    """Gives what axe finds on a page: the rule, the element, and what is wrong with it."""
    module = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    axe = module.Axe()

    def run(page: Any) -> list[tuple[str, str, str]]:
        found = axe.run(page, options=OPTIONS).response["violations"]
        return [
            (one["id"], node["html"][:120], node["failureSummary"]) for one in found for node in one["nodes"]
        ]

    return run


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page: Any, address: str, built_site: Path, violations: Callable[..., Any], scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for path in page_kinds(built_site).values():
        page.goto(f"{address}/{path}")
        ready(page, path)
        assert violations(page) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view_of_a_report(
    page: Any, address: str, built_site: Path, violations: Callable[..., Any], scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    report = largest(built_site, "reports")
    page.goto(f"{address}/{report}")
    buttons = page.locator("[data-dz-set-view]")
    views = [button.get_attribute("data-dz-set-view") for button in buttons.all()]
    assert len(views) > 3
    for query in [*(f"?view={view}" for view in views), "?view=both&pinyin=1"]:
        page.goto(f"{address}/{report}{query}")
        ready(page, report)
        assert violations(page) == [], query


def test_axe_finds_nothing_in_what_opens(
    page: Any, address: str, built_site: Path, violations: Callable[..., Any]
) -> None:
    """The pop-up of a word, the menu of a paragraph, all that is folded."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/{largest(built_site, 'reports')}")
    page.locator(".dz-unit .dz-zh ruby").nth(3).click()
    page.locator(".dz-word__actions").wait_for()
    assert violations(page) == [], "pop-up"
    page.keyboard.press("Escape")
    expect(page.locator(".dz-word")).to_be_hidden()
    page.locator(".dz-unit .dz-more summary").first.click()
    page.locator(".dz-more[open] ul").wait_for()
    assert violations(page) == [], "menu"
    page.evaluate("document.querySelectorAll('details:not(.dz-more)').forEach(it => { it.open = true; })")
    page.locator("#words ~ .dz-words > p > a").first.wait_for()
    settle(page)
    assert violations(page) == [], "folded parts"


def test_every_text_is_in_the_language_it_says(page: Any, address: str, built_site: Path) -> None:
    """So a screen reader reads Chinese with its Chinese voice, also where English quotes it."""
    for path in page_kinds(built_site).values():
        if path == "codes.html":
            continue  # examples of code, in which messages stand beside Chinese
        page.goto(f"{address}/{path}")
        ready(page, path)
        assert page.evaluate(MISNAMED) == [], path


def test_pinyin_is_not_read_beside_its_characters(page: Any, address: str, built_site: Path) -> None:
    page.goto(f"{address}/{largest(built_site, 'reports')}?pinyin=1")
    readings = page.evaluate("[...document.querySelectorAll('.dz-unit rt')].map(rt => rt.textContent.trim())")
    expect(page.locator(".dz-unit rt").first).to_be_visible()
    assert len(readings) > 50
    heard = spoken(page)
    assert not {name for name in heard if name in set(readings) and not name.isascii()}
    characters = page.locator(".dz-unit ruby").first.evaluate("ruby => ruby.firstChild.data")
    assert characters in heard


def spoken(page: Any) -> list[str]:
    """The texts of the accessibility tree, and the names of what can be pressed: what is read aloud."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node["name"]["value"].strip() for node in nodes if not node["ignored"] and "name" in node]


def test_the_keyboard_reaches_everything_in_order(page: Any, address: str, built_site: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/{by_size(built_site, 'reports')[0]}")
    page.locator(".dz-unit").first.wait_for()
    stops = dict(page.evaluate(STOPS))
    visited: list[dict[str, Any]] = []
    for _ in range(len(stops) + 20):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None or (visited and focus["place"] == visited[0]["place"]):
            break
        visited.append(focus)
    else:
        pytest.fail(f"Tab never comes to an end: {visited[-1]}")
    places = [focus["place"] for focus in visited]
    assert "md-skip" in visited[0]["name"]
    assert places == sorted(set(places)), "the order is that of the text, nothing comes twice"
    assert [focus for focus in visited if not (focus["ringed"] and focus["seen"])] == []
    assert [html for place, html in stops.items() if place not in places] == []


@pytest.mark.parametrize("path", ["index.html", "figures.html", "glossary/index.html", "reports"])
def test_the_first_link_skips_to_the_text(page: Any, address: str, built_site: Path, path: str) -> None:
    path = largest(built_site, path) if path == "reports" else path
    page.goto(f"{address}/{path}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    # Asked of the page, not of `page.url`, which hears of it later.
    becomes(page, "location.hash.length > 1", True, "the link led nowhere")
    target = page.evaluate("location.hash.slice(1)")
    expect(page.locator(f"[id='{target}']")).to_have_count(1)
    page.keyboard.press("Tab")
    becomes(page, "document.activeElement.closest('.md-content') !== null", True, "the focus is in the text")


def test_the_dialog_of_the_search_keeps_the_focus_and_gives_it_back(page: Any, address: str) -> None:
    page.goto(f"{address}/{SEARCHED.partition('?')[0]}")
    opener = page.locator("[data-dz-find]").first
    opener.focus()
    page.keyboard.press("Enter")
    page.locator(".dz-find[open] select").first.wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        # Between its last and its first stop a browser has the focus itself.
        inside = page.evaluate("document.activeElement.closest('.dz-find') !== null")
        assert inside or page.evaluate("document.activeElement === document.body")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
