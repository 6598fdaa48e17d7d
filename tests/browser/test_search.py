"""The search in a real browser: what is found, how it is shown and used, what it says when it cannot work."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from build_scripts.search.pages import read_page
from build_scripts.search.syllables import readings_of
from build_scripts.search.units import runs
from tests.browser.waiting import becomes, expect, settle, until

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

HITS = ".dz-find__hits a"
BOX = ".dz-find input[name=q]"
UNITS = Path(__file__).parents[1] / "search" / "units.json"
# Asks the index as the dialog does; gives the pages of each group, best first.
ASK = """async ([root, query, filters]) => {
    const {Indexes} = await import(root + "/assets/search/index.js");
    window.asked = window.asked || new Indexes(root + "/search/");
    const groups = await window.asked.find(query, filters || {});
    return Promise.all(groups.map(async (group) => [group.language, await Promise.all(
        group.hits.slice(0, 5).map(async (hit) => (await hit.show()).url))]));
}"""


@pytest.fixture(scope="module")
def texts(built_site: Path) -> dict[str, str]:
    """The Chinese of every page that can be found, by its address; blocks are parted by line ends."""
    found = {}
    for path in sorted(built_site.rglob("*.html")):
        shown = path.relative_to(built_site).as_posix()
        page = read_page(shown, path.read_bytes())
        if page is not None and shown != "404.html":
            found[shown] = "\n".join(block.zh for block in page.blocks)
    return found


def asked(page: Any, address: str) -> Callable[..., dict[str, list[str]]]:
    page.goto(f"{address}/about.html")
    return lambda query, filters=None: dict(page.evaluate(ASK, [address, query, filters]))


def test_every_run_of_characters_is_found_and_nothing_else(
    page: Any, address: str, texts: dict[str, str]
) -> None:
    """The aim of the search: a page that has the run among the first five, and all of the five have it."""
    ask = asked(page, address)
    chosen = random.Random(7)
    reports = [text for path, text in texts.items() if path.startswith("reports/") and "index" not in path]
    for _ in range(60):
        run = chosen.choice([run for run in runs(chosen.choice(reports)) if len(run) > 6])
        start = chosen.randrange(len(run) - 6)
        query = "".join(unit.text for unit in run[start : start + chosen.randint(2, 6)])
        if re.search(r"[a-z]|^[+%.-]|[+%.,-]$", query):
            continue
        found = ask(query).get("zh", [])
        assert found, query
        for path in found:
            assert query in texts[path].replace("，", ",").lower(), (query, path)


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("一肩挑", "zh"),
        ("1+5", "zh"),
        ("１＋５文件", "zh"),
        ("513个", "zh"),
        ("6%", "zh"),
        ("幹部", "zh"),
        ("village secretaries", "en"),
        ("reforms", "en"),
        ("xiangcun zhenxing", "py"),
        ("xiāngcūn", "py"),
        ("xiang1cun1", "py"),
        ("xczx", "py"),
    ],
)
def test_each_way_to_ask_finds_something(page: Any, address: str, query: str, language: str) -> None:
    assert asked(page, address)(query).get(language), query


@pytest.mark.parametrize("query", ["龘龘", "xyzzyx", "乡振", "，。", "<zzq>"])
def test_what_is_not_there_is_not_found(page: Any, address: str, query: str) -> None:
    assert asked(page, address)(query) == {}


def test_the_pinyin_index_is_loaded_for_latin_letters_only(page: Any, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    ask = asked(page, address)
    ask("乡村振兴")
    until(page, lambda: any("/search/zh/" in url for url in loaded), "the Chinese index is asked")
    assert not any("/search/py/" in url for url in loaded)
    ask("xiangcun")
    until(page, lambda: any("/search/py/" in url for url in loaded), "the index of pinyin is asked")


def test_filters_narrow_what_is_found(page: Any, address: str) -> None:
    ask = asked(page, address)
    assert {path.split("/")[0] for path in ask("干部", {"kind": "report"})["zh"]} == {"reports"}
    assert ask("干部", {"year": "1999"}) == {}


def test_queries_are_divided_as_the_texts_are(page: Any, address: str) -> None:
    page.goto(f"{address}/about.html")
    cases = json.loads(UNITS.read_text(encoding="utf-8"))
    divided = page.evaluate(
        """async ([root, texts]) => {
            const {runs} = await import(root + "/assets/search/units.js");
            return texts.map((text) => runs(text).map((run) => run.map((unit) => unit.text)));
        }""",
        [address, [case["text"] for case in cases]],
    )
    assert divided == [case["runs"] for case in cases]


def test_syllables_are_those_of_the_index(page: Any, address: str) -> None:
    page.goto(f"{address}/about.html")
    typed = ["xiangcun", "xian", "lvse", "nongcun", "zhongguo", "er", "ng"]
    divided = page.evaluate(
        """async ([root, typed]) => {
            const {learnSyllables, readings} = await import(root + "/assets/search/pinyin.js");
            learnSyllables(await (await fetch(root + "/search/syllables.json")).json());
            return typed.map((one) => readings(one));
        }""",
        [address, typed],
    )
    for one, ways in zip(typed, divided, strict=True):
        assert sorted(tuple(way) for way in ways) == sorted(readings_of(one)), one


def test_a_search_by_hand(page: Any, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.locator(BOX).press_sequentially("一肩挑")
    answers(page, "一肩挑")
    expect(page.locator(".dz-find mark").first).to_have_text("一肩挑")
    page.keyboard.press("ArrowDown")
    becomes(page, "document.activeElement.tagName", "A")
    page.keyboard.press("ArrowUp")
    becomes(page, "document.activeElement.name ?? ''", "q")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.keyboard.press("Escape")
    page.locator(".dz-find[open]").wait_for(state="detached")
    becomes(page, "new URLSearchParams(location.search).get('q')", None)


def answers(page: Any, query: str) -> None:
    """Wait until what is shown answers a query, which stands in the address, and nothing is looked for."""
    becomes(page, "new URLSearchParams(location.search).get('q')", query)
    page.locator(HITS).first.wait_for()
    expect(page.locator(".dz-find__found")).to_have_attribute("aria-busy", "false")


# Keeps back what is to be done in a moment, until `later()`.
LATER = """() => {
    const {setTimeout, clearTimeout} = window, kept = new Map();
    window.setTimeout = (act) => { kept.set(kept.size + 1, act); return kept.size; };
    window.clearTimeout = (number) => kept.delete(number);
    window.later = () => {
        Object.assign(window, {setTimeout, clearTimeout});
        kept.forEach(act => act());
    };
}"""


def test_who_types_before_the_filters_are_there_is_asked_once(page: Any, address: str) -> None:
    """And the arrows go on where they were: what was found is not drawn anew when the filters come."""
    held: list[Any] = []
    page.route("**/search/labels.json", lambda route: held.append(route))
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.locator(BOX).press_sequentially("一肩挑")
    answers(page, "一肩挑")
    page.keyboard.press("ArrowDown")
    link = page.locator(f".dz-find__suggested a:focus, {HITS}:focus")
    expect(link).to_have_count(1)
    until(page, lambda: held, "the filters are asked for")
    held.pop().continue_()
    page.locator(".dz-find__filters select").first.wait_for()
    settle(page)
    expect(link).to_have_count(1)


def test_enter_opens_nothing_that_answers_another_query(page: Any, address: str) -> None:
    """While the second query is looked for, the hits of the first are still shown."""
    held: list[Any] = []
    page.goto(f"{address}/index.html?q={quote('一肩挑')}")
    answers(page, "一肩挑")
    page.route("**/search/latin.json", lambda route: held.append(route))
    page.locator(BOX).fill("village")
    becomes(page, "new URLSearchParams(location.search).get('q')", "village")
    until(page, lambda: held, "the second query waits for a file")
    page.keyboard.press("Enter")
    settle(page)
    for route in held:
        route.continue_()
    answers(page, "village")
    assert "reports/" not in page.evaluate("location.pathname")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("[?]h=village"))


def test_who_shuts_it_at_once_finds_no_query_in_the_address(page: Any, address: str) -> None:
    """What was typed last is looked for a moment later: by then nobody asks any more."""
    page.goto(f"{address}/index.html?q={quote('干部')}")
    answers(page, "干部")
    page.evaluate(LATER)
    page.locator(BOX).fill("village")
    page.locator(BOX).evaluate("box => box.closest('dialog').close()")
    becomes(page, "new URLSearchParams(location.search).get('q')", None)
    page.evaluate("window.later()")
    settle(page)
    assert page.evaluate("new URLSearchParams(location.search).get('q')") is None


def test_a_hit_opens_at_its_paragraph_and_is_marked(page: Any, address: str) -> None:
    page.goto(f"{address}/reports/index.html?q={quote('先诊疗后付费')}")
    hit = page.locator(f"{HITS}[href*='/reports/']").first
    hit.click()
    page.locator(".dz-hit").first.wait_for()
    becomes(page, "location.hash.startsWith('#u-')", True)
    shown = page.locator(".dz-unit:target .dz-hit").first
    expect(shown).to_be_visible()
    assert shown.evaluate("e => e.firstChild.data.trim()")[:1] in "先诊疗后付费"


def test_suggestions_come_from_terms_themes_and_titles(page: Any, address: str) -> None:
    page.goto(f"{address}/index.html?q={quote('一肩')}")
    page.locator(".dz-find__suggested a", has_text="一肩挑").first.wait_for()
    page.locator(BOX).fill("village")
    page.locator(".dz-find__suggested a").first.wait_for()


def test_hostile_queries_are_text(page: Any, address: str) -> None:
    query = "<img src=x onerror=window.hurt=1>"
    page.goto(f"{address}/index.html?q={quote(query)}")
    expect(page.locator(".dz-find__found")).to_have_attribute("aria-busy", "false")
    settle(page)
    assert page.evaluate("window.hurt") is None
    expect(page.locator(".dz-find img")).to_have_count(0)
    page.goto(f"{address}/about.html?h={quote(query)}", wait_until="networkidle")
    settle(page)
    assert page.evaluate("window.hurt") is None
    expect(page.locator("article img[src=x]")).to_have_count(0)


def test_an_index_that_does_not_load_is_said(page: Any, address: str) -> None:
    page.route("**/search/zh/**", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}/index.html?q={quote('一肩挑')}")
    page.get_by_text("The search index could not be loaded").wait_for()
    page.unroute("**/search/zh/**")
    page.locator(BOX).fill("一肩挑 ")
    page.locator(HITS).first.wait_for()


def test_from_a_folder_below_the_root(page: Any, built_site: Path, serve: Callable[[Path], str]) -> None:
    address = serve(built_site.parent)
    page.goto(f"{address}/{built_site.name}/reports/index.html?q={quote('一肩挑')}")
    href = page.locator(HITS).first.get_attribute("href")
    assert href and href.startswith(f"{address}/{built_site.name}/")


PLACE = ".dz-find__filters input[name=place]"


def found_paths(page: Any) -> set[str]:
    return set(page.locator(HITS).evaluate_all("links => links.map(link => new URL(link.href).pathname)"))


@pytest.mark.parametrize("typed", ["隆回", "隆回县", "longhui", "邵阳市", "Shaoyang"])
def test_a_county_or_city_narrows_what_is_found(
    page: Any, address: str, texts: dict[str, str], typed: str
) -> None:
    """Who asks for a city finds what is told of its counties."""
    page.goto(f"{address}/index.html?q={quote('干部')}")
    answers(page, "干部")
    said = page.locator(".dz-find__said")
    everywhere = said.inner_text()
    page.locator(PLACE).fill(typed)
    page.keyboard.press("Enter")
    expect(said).not_to_have_text(everywhere)
    answers(page, "干部")
    county = "隆回" if typed.lower().startswith(("隆回", "longhui")) else "隆回|邵阳"
    for path in found_paths(page):
        assert re.search(county, texts[path.lstrip("/")]), path
    expect(page.locator(PLACE)).to_have_value(re.compile(r"^\S+[县市] .+ (County|City)$"))
    page.locator(PLACE).fill("")
    expect(said).to_have_text(everywhere)


def test_a_place_that_no_report_names_is_said(page: Any, address: str) -> None:
    page.goto(f"{address}/index.html?q={quote('干部')}")
    page.locator(HITS).first.wait_for()
    page.locator(PLACE).fill("Atlantis")
    page.keyboard.press("Enter")
    page.get_by_text("No report names such a place").wait_for()
    expect(page.locator(PLACE)).to_have_attribute("aria-invalid", "true")


def test_the_names_of_places_are_loaded_for_who_goes_to_the_box(page: Any, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}/index.html?q={quote('干部')}")
    answers(page, "干部")
    page.wait_for_load_state("networkidle")
    assert not any(url.endswith("places.json") or "/filter/" in url for url in loaded)
    page.route("**/places.json", lambda route: route.fulfill(status=404, body=""))
    page.locator(PLACE).fill("隆回")
    page.keyboard.press("Enter")
    page.get_by_text("The list of places could not be loaded").wait_for()
    page.unroute("**/places.json")
    page.locator(PLACE).fill("隆回县")
    page.keyboard.press("Enter")
    page.locator(".dz-find__note", has_text=re.compile("^$")).wait_for(state="attached")
