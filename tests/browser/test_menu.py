"""The “⋯” of a paragraph, on a phone and at a desk: its links, the keyboard, no shift, and without script.

The site is the sample's with a code host set and some English taken out, so that every status is there.
"""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.browser.conftest import Quiet
from tests.browser.reading import choose_view
from tests.browser.waiting import becomes, expect, settle, still_box, until
from tests.conftest import copy_project, run_duizhao

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

NAME = "longhui-grassroots"
HOST = "https://git.example.org/tea/hills"
# The first characters of a text, without its pinyin.
BEGIN = """side => {
    const copy = side.cloneNode(true);
    copy.querySelectorAll("rt").forEach(reading => reading.remove());
    return copy.textContent.trim().slice(0, 5);
}"""
# How many closed menus lie over text of their paragraph.
COVERED = """() => [...document.querySelectorAll(".dz-unit")].filter(unit => {
    const dot = unit.querySelector(".dz-more summary").getBoundingClientRect();
    return [...unit.querySelectorAll(".dz-zh p, .dz-en p")].some(text => {
        const box = text.getBoundingClientRect();
        const beside = dot.left > box.right - 1 || dot.right < box.left + 1;
        return !beside && dot.top < box.bottom - 1 && dot.bottom > box.top + 1;
    });
}).length"""
MENU = ".dz-unit .dz-more"
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
TOPS = "[...document.querySelectorAll('.dz-unit')].map(e => e.offsetTop)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, beside the project it was made of."""
    folder = copy_project(tmp_path_factory.mktemp("menu") / "project")
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    set_host = f"code_host: {HOST}\n      code_host_kind: github"
    (folder / "mkdocs.yml").write_text(re.sub("# code_host: .*", set_host, config, count=1), encoding="utf-8")
    page = folder / "docs/reports" / f"{NAME}.md"
    units = re.split("(?m)^(?=<!-- zh )", page.read_text(encoding="utf-8"))
    for number in (2, 3):  # a paragraph and a heading
        units[number] = units[number].partition("<!-- en ")[0] + "<!-- en todo -->\n\n"
    for number, status in ((4, "human"), (5, "reviewed")):
        units[number] = re.sub("<!-- en .* -->", f"<!-- en {status} -->", units[number])
    page.write_text("".join(units), encoding="utf-8")
    run_duizhao(folder, "build", "--site-dir", str(folder / "site"))
    return folder / "site"


@pytest.fixture(scope="module")
def report(site: Path) -> Iterator[str]:
    """The address of the report on a free port of this machine."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/reports/{NAME}.html"
        server.shutdown()


def links(menu: Any) -> dict[str, str]:
    """The links of an open menu by their English."""
    menu.locator("ul a").first.wait_for()
    return {
        link.locator("[lang=en]").inner_text(): link.get_attribute("href")
        for link in menu.locator("ul a").all()
    }


def test_links_lead_to_this_paragraph_and_its_raw_line(page: Any, report: str, site: Path) -> None:
    page.goto(report)
    unit = page.locator(".dz-unit[data-status=human]").first
    menu = unit.locator(".dz-more")
    menu.locator("summary").click()
    found = links(menu)
    edit = urlsplit(found["Edit this translation"])
    assert edit.path == f"/tea/hills/edit/main/docs/reports/{NAME}.md"
    lines = (site.parent / f"docs/reports/{NAME}.md").read_text(encoding="utf-8").split("\n")
    assert lines[int(edit.fragment[1:]) - 1].startswith(f"<!-- zh {unit.get_attribute('id')[2:]} ")
    raw = next(urlsplit(href) for label, href in found.items() if label.startswith("Raw document"))
    source = (site.parent / f"source_articles/{NAME}.txt").read_text(encoding="utf-8").split("\n")
    begin = unit.locator(".dz-zh").evaluate(BEGIN)
    assert len(begin) == 5 and begin in source[int(raw.fragment[1:]) - 1]


def test_a_complaint_and_a_correction_are_filled_in(page: Any, report: str) -> None:
    page.goto(report)
    unit = page.locator(".dz-unit[data-status=machine]").first
    menu = unit.locator(".dz-more")
    menu.locator("summary").click()
    found = links(menu)
    issue = parse_qs(urlsplit(found["The English is wrong"]).query)
    anchor = unit.get_attribute("id")
    assert issue["title"][0].endswith(f"{NAME} #{anchor}")
    body = issue["body"][0]
    assert body.startswith(f"{report}#{anchor}\n")
    assert body.count("\n> ") == 2 and "[机译 machine translation]" in body
    assert len(found["The English is wrong"]) < 8000
    fix = urlsplit(found["The Chinese is wrong"])
    assert unquote(fix.query).startswith(f"filename=source_articles/{NAME}.fixes.toml&value=")
    assert '[[fix]]\ndo = "replace"\ntext = "' in parse_qs(fix.query)["value"][0]


def test_the_menu_says_the_status_in_words(page: Any, report: str) -> None:
    page.goto(report)
    for status, said in (
        ("human", "translated by a person"),
        ("reviewed", "reviewed by another"),
        ("machine", "not checked by a person"),
        ("todo", "word-by-word gloss"),
    ):
        menu = page.locator(f".dz-unit[data-status={status}] .dz-more").first
        menu.locator("summary").click()
        menu.get_by_text(said).wait_for()
        page.keyboard.press("Escape")
        expect(page.locator(f"{MENU}[open]")).to_have_count(0)


def test_headings_and_titles_have_one_too(page: Any, report: str) -> None:
    page.goto(report)
    for selector in ("h1 + .dz-at > .dz-more", "h2 + .dz-at > .dz-more", ".dz-deck > .dz-more"):
        menu = page.locator(selector).first
        menu.locator("summary").click()
        assert "Edit this translation" in links(menu)
        box = still_box(menu.locator("summary"))
        assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"]


def test_the_keyboard_opens_and_shuts_it(page: Any, report: str) -> None:
    page.goto(report)
    summaries = page.locator(f"{MENU} > summary")
    expect(summaries.first).to_have_attribute("aria-label", re.compile("About this paragraph"))
    summaries.first.focus()
    page.keyboard.press("Enter")
    menu = page.locator(f"{MENU}[open]")
    menu.wait_for()
    page.keyboard.press("Tab")
    becomes(page, "document.activeElement.closest('.dz-more') !== null", True, "Tab goes into the menu")
    page.keyboard.press("Escape")
    menu.wait_for(state="detached")
    becomes(page, "document.activeElement.tagName", "SUMMARY")
    summaries.nth(0).click()
    summaries.nth(4).click()
    expect(page.locator(MENU).nth(4)).to_have_attribute("open", "")
    expect(page.locator(f"{MENU}[open]"), "one at a time").to_have_count(1)
    page.locator("h1").click()
    expect(page.locator(f"{MENU}[open]")).to_have_count(0)


def test_it_moves_nothing_and_stays_on_the_page(page: Any, report: str) -> None:
    page.goto(report)
    settle(page)
    height = page.evaluate("document.documentElement.scrollHeight")
    tops = page.evaluate(TOPS)
    menu = page.locator(MENU).nth(1)
    menu.locator("summary").click()
    menu.locator("ul").wait_for()
    box = still_box(menu)
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert page.evaluate(TOPS) == tops
    assert page.evaluate(FITS)
    assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"] + 1
    for target in menu.locator("summary, li > *").all():
        assert target.bounding_box()["height"] >= 24, "large enough for a finger"


def test_a_closed_menu_covers_no_text(page: Any, report: str) -> None:
    page.goto(report)
    settle(page)
    assert page.evaluate(COVERED) == 0


def test_machine_english_is_marked_when_only_english_is_shown_and_on_paper(page: Any, report: str) -> None:
    page.goto(report)
    choose_view(page, "en")
    marks = page.locator(".dz-unit[data-status=machine] .dz-mark--machine")
    assert marks.count() == page.locator(".dz-unit[data-status=machine]").count() > 5
    expect(marks.first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(MENU).first).to_be_hidden()
    expect(marks.first).to_be_visible()


def test_a_copied_paragraph_says_that_it_is_a_machines(browser: Any, report: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        tab = context.new_page()
        tab.goto(report)
        copied = copies(tab, "machine")
        assert copied[1].endswith("[机译 machine translation]"), "the paragraph"
        assert copied[2].endswith("[机译 machine translation]"), "and the title"
        copied = copies(tab, "todo")
        assert len(copied) == 3 and "jīcéng" not in copied[0], "a gloss is not quoted as English"


def copies(tab: Any, status: str) -> list[str]:
    """Copy the first paragraph of a status by its menu; gives what is on the clipboard then, in its parts."""
    unit = tab.locator(f".dz-unit[data-status={status}]").first
    unit.locator(".dz-more summary").click()
    unit.locator(".dz-more button").first.click()
    expect(tab.locator(".dz-more[open]")).to_have_count(0)
    anchor = unit.get_attribute("id")
    read = "navigator.clipboard.readText().then(text => text.trim())"
    until(tab, lambda: tab.evaluate(read).endswith(f"#{anchor}"), f"the clipboard has #{anchor}")
    return str(tab.evaluate(read)).split("\n\n")


def test_without_scripts_the_status_and_the_files_are_there(browser: Any, report: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(report)
        menu = tab.locator(".dz-unit[data-status=human] .dz-more").first
        menu.locator("summary").click()
        expect(menu.locator("p")).to_have_text("人译 human")
        expect(menu.locator("p")).to_be_visible()
        hrefs = [link.get_attribute("href") for link in tab.locator(".dz-files a").all()]
        assert hrefs[0] == f"{HOST}/edit/main/docs/reports/{NAME}.md#L1"


def test_tables_of_progress_sort_by_any_column(page: Any, report: str) -> None:
    page.goto(report.replace(f"reports/{NAME}", "status"))
    if page.viewport_size["width"] < 600:
        becomes(page, FITS, True, "the page is no wider than the window")
        return
    table = page.locator("table.dz-board").nth(1)

    def numbers() -> list[int]:
        return [int(cell.inner_text()) for cell in table.locator("tbody td:nth-child(4)").all()]

    head = table.locator("thead th").nth(3)
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert numbers() == sorted(numbers(), reverse=True)
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert numbers() == sorted(numbers())
