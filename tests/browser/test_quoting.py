"""Quoting a paragraph: as text, BibTeX and CSL-JSON, in both languages, with the clipboard and without."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.browser.reading import REPORT, UNIT, open_report
from tests.browser.waiting import becomes, expect, until

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

BOX = "#dz-quote-title ~ textarea"
# A source with everything in it that means something in BibTeX, JSON or HTML.
HOSTILE = {
    "id": "云溪-1c{2}",
    "url": "https://example.org/a%20b.html#u-1",
    "site": "对照 & Co",
    "titles": {"zh": "一成_二成#{", "en": "50% } of “it” \\ <script>alert(1)</script>"},
    "titleCaveat": "",
    "texts": {"zh": "甲$^~", "en": ""},
    "caveat": "",
    "authors": ["文 溪", "A, B and C"],
    "date": "2021-03",
    "publisher": "",
    "today": "2026-01-02",
}


def quote(page: Any, number: int = 1) -> str:
    """Open the dialog by the ¶ of a paragraph; gives the paragraph's anchor."""
    unit = page.locator(UNIT).nth(number)
    unit.locator("a.dz-anchor").click()
    page.locator(BOX).wait_for()
    return str(unit.get_attribute("id"))


def choose(page: Any, name: str, value: str) -> str:
    """Choose a format or a language; gives the text that is there then."""
    chosen = page.locator(f"input[name=dz-{name}][value={value}]")
    chosen.check()
    expect(chosen).to_be_checked()
    return str(page.locator(BOX).input_value())


def test_the_sign_of_a_paragraph_leads_to_it_and_quotes_it_in_both_languages(page: Any, address: str) -> None:
    open_report(page, address, "view=zh")
    anchor = quote(page)
    becomes(page, "location.hash", f"#{anchor}")
    text = page.locator(BOX).input_value()
    parts = text.strip().split("\n\n")
    assert parts[0].startswith("台上要讲真话") and "jīcéng" not in text
    assert parts[1].startswith("Before the truth") and parts[1].endswith("[机译 machine translation]")
    assert parts[2].startswith("—— 山禾、石桥，《湖南基层党建的一次全身体检》，湖南日报，2015-01-28")
    assert "“Grassroots Party building in Hunan gets a full check-up” [机译 machine translation]" in parts[3]
    assert parts[4].endswith(f"{address}/{REPORT}#{anchor}"), "without the reader's choice of view"
    assert "Before" not in choose(page, "language", "zh")
    assert "台上" not in choose(page, "language", "en")


def test_bibtex_and_csl_json_say_who_what_when_and_where(page: Any, address: str) -> None:
    open_report(page, address)
    anchor = quote(page)
    bibtex = choose(page, "format", "bibtex")
    assert bibtex.startswith(f"@article{{hunan-2014-{anchor[2:]},\n") and bibtex.endswith("\n}\n")
    for field in (
        "author = {{山禾} and {石桥}}",
        "title = {{湖南基层党建的一次全身体检}}",
        "titleaddon = {[Grassroots Party building in Hunan gets a full check-up]}",
        "journal = {湖南日报}",
        "date = {2015-01-28}",
        "year = {2015}",
        f"url = {{{address}/{REPORT}#{anchor}}}",
        "langid = {chinese}",
        "note = {机译 machine translation}",
    ):
        assert f"  {field}" in bibtex, field
    item = json.loads(choose(page, "format", "csl"))[0]
    assert item["type"] == "article-newspaper" and item["container-title"] == "湖南日报"
    assert item["author"] == [{"literal": "山禾"}, {"literal": "石桥"}]
    assert item["issued"] == {"date-parts": [[2015, 1, 28]]}
    assert item["title"].startswith("湖南基层党建的一次全身体检 [Grassroots")
    assert item["URL"].endswith(f"#{anchor}") and item["language"] == "zh-CN"
    english = json.loads(choose(page, "language", "en"))[0]
    assert english["language"] == "en" and english["original-title"] == "湖南基层党建的一次全身体检"
    assert english["title"] == "Grassroots Party building in Hunan gets a full check-up"


def test_the_clipboard_gets_the_quotation_and_the_link(page: Any, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_report(page, address)
    anchor = quote(page)
    said = page.locator(".dz-dialog__done")
    page.get_by_role("button", name="复制 Copy", exact=True).click()
    said.get_by_text("Copied").wait_for()
    copied(page, page.locator(BOX).input_value())
    page.get_by_role("button", name="复制链接 Copy link").click()
    copied(page, f"{address}/{REPORT}#{anchor}")
    page.keyboard.press("Escape")
    becomes(page, "document.activeElement.matches('a.dz-anchor')", True, "the focus comes back")


def copied(page: Any, text: str) -> None:
    """Wait until this text is on the clipboard."""
    until(page, lambda: page.evaluate("navigator.clipboard.readText()") == text, f"on the clipboard: {text}")


def test_where_nothing_can_be_copied_the_text_is_selected_and_that_is_said(page: Any, address: str) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false;"
    )
    open_report(page, address)
    quote(page)
    page.get_by_role("button", name="复制 Copy", exact=True).click()
    page.get_by_text("press Ctrl+C").wait_for()
    box = f"document.querySelector('{BOX}')"
    selected = f"{box}.value.slice({box}.selectionStart, {box}.selectionEnd)"
    becomes(page, selected, page.locator(BOX).input_value(), "what is selected")


def test_headings_are_quoted_from_their_menu(page: Any, address: str) -> None:
    open_report(page, address)
    menu = page.locator("h1 + .dz-at > .dz-more")
    menu.locator("summary").click()
    menu.get_by_role("button", name="BibTeX").click()
    page.locator(BOX).wait_for()
    expect(page.locator(BOX)).to_have_value(re.compile("^湖南基层党建的一次全身体检\n"))
    page.keyboard.press("Escape")
    becomes(page, "document.activeElement.matches('.dz-more > summary')", True, "the focus comes back")


def test_nothing_in_a_source_breaks_a_format(page: Any, address: str) -> None:
    open_report(page, address)
    quote(page)
    made = page.evaluate(
        "source => ['text', 'bibtex', 'csl'].map(name => window.duizhaoCite[name](source, 'both'))", HOSTILE
    )
    text, bibtex, csl = made
    assert "甲$^~" in text and "“50% }" in text
    assert bibtex.startswith("@online{1c-2,\n")
    unescaped = bibtex.replace("\\{", "").replace("\\}", "")
    assert unescaped.count("{") == unescaped.count("}")
    assert "title = {{一成\\_二成\\#\\{}}" in bibtex and "50\\% \\} of" in bibtex
    assert "author = {{文 溪} and {A, B and C}}" in bibtex and "year = {2021}" in bibtex
    assert "annotation = {甲\\$\\textasciicircum{}\\textasciitilde{}}" in bibtex
    item = json.loads(csl)[0]
    assert item["type"] == "webpage" and item["issued"] == {"date-parts": [[2021, 3]]}
    assert "author" in item and item["annote"] == "甲$^~"
    bare = {**HOSTILE, "authors": [], "date": "", "titles": {"zh": "题", "en": ""}}
    bibtex, csl = page.evaluate(
        "source => ['bibtex', 'csl'].map(name => window.duizhaoCite[name](source, 'en'))", bare
    )
    assert "author" not in bibtex and "date =" not in bibtex.replace("urldate", "")
    assert "author" not in json.loads(csl)[0] and "issued" not in json.loads(csl)[0]
