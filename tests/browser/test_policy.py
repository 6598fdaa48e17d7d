"""The Content-Security-Policy: in force on every kind of page, and in nobody's way.

The fixture ``page`` watches it in all other browser tests, too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.browser.reading import choose_pinyin, choose_view
from tests.browser.waiting import becomes, expect, settle, until

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

REPORT = "reports/longhui-grassroots.html"
FOLDERS = ("terms", "places", "documents", "formulas", "offices", "organisations", "cleaning", "themes")

ATTACKS = {
    "an inline script": """
        const made = document.createElement("script");
        made.textContent = "window.ran = true";
        document.body.append(made);""",
    "a handler": """
        document.body.insertAdjacentHTML("beforeend", '<img src="none.png" onerror="window.ran = true">');""",
    "a style": """
        document.body.insertAdjacentHTML("beforeend", '<p style="position: fixed">over all</p>');""",
    "a style sheet": """
        document.head.insertAdjacentHTML("beforeend", "<style>body { display: none }</style>");""",
    "a request": """
        fetch("https://example.org/").catch(() => null);""",
    "another base": """
        document.head.insertAdjacentHTML("beforeend", '<base href="https://example.org/">');""",
}


def kinds(built_site: Path) -> list[str]:
    """A page of each kind: those at the top, and of each folder the list and one other."""
    pages = [path.name for path in sorted(built_site.glob("*.html"))]
    for folder in FOLDERS:
        found = sorted(f"{folder}/{path.name}" for path in (built_site / folder).glob("*.html"))
        pages += [*(name for name in found if name.endswith("/index.html")), found[0]]
    pages += ["reports/index.html", REPORT, "glossary/index.html", "glossary/services.html"]
    return list(dict.fromkeys(pages))


def test_every_page_has_the_policy_and_nothing_that_it_would_stop(built_site: Path) -> None:
    """Without a browser, so that it can be done for all of them."""
    for path in sorted(built_site.rglob("*.html")):
        tree = html.document_fromstring(path.read_bytes())
        (policy,) = tree.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy and "'unsafe-eval'" not in policy
        # It holds for what stands below it: nothing is loaded above.
        assert not tree.xpath("//meta[@http-equiv]/preceding::*[self::script or self::link]")
        assert not tree.xpath("//style | //@style | //@*[starts-with(name(), 'on')]"), path
        scripts = tree.xpath("//script[not(@src)]/@type")
        assert set(scripts) <= {"application/json", "application/ld+json"}, path
        assert len(scripts) == len(tree.xpath("//script[not(@src)]")), path


def test_pages_of_every_kind_work_under_the_policy(page: Any, address: str, built_site: Path) -> None:
    for name in kinds(built_site):
        page.goto(f"{address}/{name}", wait_until="load")
        # Material has begun its work on the page, which it does from its last script.
        page.locator("html.js").wait_for(state="attached")
        settle(page)
    assert page.violations == []


def test_what_readers_do_works_under_the_policy(page: Any, address: str) -> None:
    page.goto(f"{address}/{REPORT}")
    choose_view(page, "zh")
    choose_pinyin(page, "1")
    page.locator(".dz-unit > .dz-zh p > ruby").first.click()
    page.locator(".dz-word:visible .dz-word__actions").wait_for()
    page.keyboard.press("Escape")
    expect(page.locator(".dz-word")).to_be_hidden()
    choose_dark(page)
    becomes(page, "Object.values(localStorage).some(kept => kept.includes('slate'))", True, "it is kept")
    page.reload()
    expect(page.locator("body"), "remembered").to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("/")
    page.locator(".dz-find input[name=q]").fill("党建")
    page.locator(".dz-find__hits a").first.click()
    page.locator("mark").first.wait_for()
    page.goto(f"{address}/figures.html")
    expect(page.locator(".dz-figures--all")).to_have_attribute("aria-busy", "false")
    settle(page)
    assert page.violations == []


def choose_dark(page: Any) -> None:
    """Press the switch from light to dark, once Material has brought it to life."""
    page.locator("html.js").wait_for(state="attached")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_policy_is_in_force(page: Any, address: str, attack: str) -> None:
    page.goto(f"{address}/{REPORT}")
    page.evaluate("document.addEventListener('securitypolicyviolation', () => { window.stopped = true; })")
    page.evaluate(f"() => {{ {ATTACKS[attack]} }}")
    page.wait_for_function("() => window.stopped")
    settle(page)
    assert page.evaluate("window.ran") is None
    until(page, lambda: page.violations, "the test hears of what was stopped")
    page.violations.clear()


def test_pages_opened_from_the_disk_work_under_the_policy(page: Any, address: str, built_site: Path) -> None:
    page.goto(f"{address}/404.html")  # the fixture wants a request to a server
    page.goto((built_site / REPORT).as_uri())
    choose_view(page, "zh")
    choose_dark(page)
    settle(page)
    assert page.violations == []
