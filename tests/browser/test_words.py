"""Words in a real browser, on a phone and at a desk: pop-ups by tap and keyboard, and the vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_scripts.exchange.examples import example
from tests.browser.reading import choose_pinyin
from tests.browser.waiting import becomes, expect, settle, still_box, until
from tests.conftest import run_duizhao

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

NAME = "longhui-grassroots"
POPUP, DONE = ".dz-word:visible", ".dz-word:visible .dz-word__actions"
WORD = ".dz-unit > .dz-zh p > ruby"
TERM = ".dz-unit > .dz-zh p > a.dz-term"
# The word that has the focus.
FOCUSED = "document.activeElement.querySelector('ruby') || document.activeElement"
# Where all on the page stands that can be seen, but for the bar that stays in the window.
PLACES = """() => [...document.querySelectorAll(".md-content *")]
    .filter(node => node.getClientRects().length && !node.closest(".dz-switch"))
    .map(node => {
        const box = node.getBoundingClientRect();
        return [box.left, box.top + scrollY, box.width, box.height].map(Math.round).join(" ");
    })"""


@pytest.fixture
def report(page: Any, address: str) -> Iterator[Any]:
    """The report in a tab that knows which scripts with words were asked for."""
    page.words = []
    page.on("request", lambda asked: page.words.append(asked.url) if "/assets/words/" in asked.url else None)
    page.goto(f"{address}/reports/{NAME}.html")
    yield page


def spelled(word: Any) -> str:
    """The characters of a word."""
    text: str = word.evaluate("ruby => ruby.firstChild.textContent")
    return text


def shut(report: Any) -> None:
    """Close the pop-up by key."""
    report.keyboard.press("Escape")
    expect(report.locator(POPUP)).to_have_count(0)


def test_nothing_is_loaded_before_a_word_is_asked_for_and_then_one_small_file(report: Any) -> None:
    report.wait_for_load_state("networkidle")
    assert report.words == []
    expect(report.locator(".dz-word")).to_have_count(0)
    word = report.locator(WORD, has_text="重点").first
    word.click()
    report.locator(DONE).wait_for()
    until(report, lambda: report.words, "a file is asked for")
    assert len(report.words) == 1
    size = len(report.request.get(report.words[0]).body())
    assert size < 20_000
    shut(report)
    word.click()
    report.locator(DONE).wait_for()
    settle(report)
    assert len(report.words) == 1, "what is known is not asked for again"


def test_a_tap_tells_reading_senses_level_and_leads_to_the_search(report: Any, address: str) -> None:
    report.locator(WORD, has_text="重点").first.click()
    popup = report.locator(POPUP)
    report.locator(DONE).wait_for()
    expect(popup).to_have_attribute("role", "dialog")
    expect(report.locator("#dz-word-title")).to_have_text("重点")
    expect(popup.locator(".dz-word__head i[lang=zh-Latn-pinyin]")).to_have_text("zhòngdiǎn")
    expect(popup.locator("[lang=zh-Hant]")).to_have_text("〔重點〕")
    expect(popup.locator(".dz-word__level")).to_have_text("HSK 4")
    assert "key point" in popup.locator("ol[lang=en], ol li span[lang=en]").all_inner_texts()
    expect(popup).to_contain_text("CC BY-SA 4.0")
    link = popup.locator(".dz-word__actions a")
    expect(link).to_have_attribute("href", f"{address}/index.html?q=%E9%87%8D%E7%82%B9")


def test_the_button_that_closes_is_there_to_be_pressed_while_the_senses_come(report: Any) -> None:
    """What is held down when they come is what is let go."""
    held: list[Any] = []
    report.route("**/assets/words/*.js", lambda route: held.append(route))
    report.locator(WORD, has_text="重点").first.click()
    until(report, lambda: held, "the senses are asked for")
    report.locator(".dz-word__close").evaluate("it => { it.focus(); window.button = it; }")
    held.pop().continue_()
    report.locator(DONE).wait_for()
    expect(report.locator(".dz-word__close")).to_be_focused()
    assert report.evaluate("window.button === document.querySelector('.dz-word__close')")
    report.keyboard.press("Enter")
    expect(report.locator(POPUP)).to_have_count(0)


def test_the_popup_lies_within_the_window_beside_its_word_and_moves_nothing(report: Any) -> None:
    settle(report)
    before = report.evaluate(PLACES)
    words = report.locator(WORD)
    for number in (0, 7, 60, words.count() // 2, words.count() - 1):
        word = words.nth(number)
        word.click()
        report.locator(DONE).wait_for()
        box, at = still_box(report.locator(POPUP)), still_box(word)
        size = report.viewport_size
        assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
        assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"] + 0.5
        assert at["y"] + at["height"] <= box["y"] + 0.5 or box["y"] + box["height"] <= at["y"] + 0.5
        shut(report)
    settle(report)
    assert report.evaluate(PLACES) == before


def test_a_term_shows_its_entry_and_a_link_to_it_and_enter_follows(report: Any) -> None:
    term = report.locator(TERM).first
    href = term.evaluate("link => link.href")
    term.locator("ruby").click()
    report.locator(DONE).wait_for()
    assert report.locator(".dz-word__term a").evaluate("link => link.href") == href
    assert report.locator(".dz-word__term b[lang=en]").inner_text()
    assert report.locator(".dz-word__term p[lang=zh-Hans]").inner_text()
    shut(report)
    expect(term).to_be_focused()
    report.keyboard.press("Enter")
    expect(report).to_have_url(href)


def test_a_term_of_a_headline_leads_to_its_entry_though_it_is_no_link(report: Any) -> None:
    word = report.locator(".dz-deck .dz-zh ruby", has_text="干部").first
    word.click()
    report.locator(".dz-word__term a").click()
    report.wait_for_url("**/terms/*.html")
    expect(report.locator("h1")).to_contain_text("干部", use_inner_text=True)


def test_by_keyboard_from_word_to_word_into_the_popup_and_back(report: Any) -> None:
    text = report.locator(".dz-unit > .dz-zh").first
    expect(text.locator("ruby[tabindex='0']"), "one stop a text").to_have_count(1)
    first = text.locator("ruby[tabindex='0']")
    report.locator("[data-dz-listen]").focus()
    for _ in range(4):
        report.keyboard.press("Tab")
        if first.evaluate("word => word === document.activeElement"):
            break
    report.locator(DONE).wait_for()
    expect(report.locator("#dz-word-title")).to_have_text(spelled(first))
    expect(first, "the focus stays on the word").to_be_focused()
    expect(text.get_by_role("button", name=spelled(first), exact=True)).to_have_count(1)
    report.keyboard.press("ArrowRight")
    second = spelled(text.locator("ruby").nth(1))
    becomes(report, f"({FOCUSED}).firstChild.textContent", second, "the word that has the focus")
    expect(report.locator("#dz-word-title")).to_have_text(second)
    expect(text.locator("ruby[tabindex='0']")).to_have_count(1)
    report.locator(DONE).wait_for()
    report.keyboard.press("Enter")
    expect(report.locator(".dz-word")).to_be_focused()
    report.keyboard.press("Tab")
    expect(report.locator(".dz-word :focus")).to_have_count(1)
    shut(report)
    becomes(report, f"({FOCUSED}).firstChild.textContent", second, "the focus returns to the word")


def test_a_screen_reader_hears_a_word_without_its_pinyin_also_where_that_is_shown(report: Any) -> None:
    choose_pinyin(report, "1")
    first = report.locator(".dz-unit > .dz-zh ruby[tabindex='0']").first
    expect(first.locator("rt")).to_be_visible()
    expect(report.get_by_role("button", name=spelled(first), exact=True).first).to_be_attached()


def test_the_keyboard_goes_on_into_the_next_text_and_no_further_than_the_last(report: Any) -> None:
    words = report.locator(".dz-unit > .dz-zh").first.locator("ruby")
    words.last.evaluate("word => { word.tabIndex = 0; word.focus(); }")
    report.keyboard.press("ArrowRight")
    beyond = "document.activeElement.closest('.dz-unit, h2') !== document.querySelector('.dz-unit')"
    becomes(
        report, f"{beyond} && document.activeElement.closest('.dz-zh') !== null", True, "in the next text"
    )
    report.keyboard.press("ArrowLeft")
    becomes(report, beyond, False, "out of the first text")


def test_tab_leaves_the_popup_and_goes_on_after_the_word(report: Any) -> None:
    word = report.locator(WORD).nth(3)
    word.click()
    report.locator(DONE).wait_for()
    for _ in range(12):
        report.keyboard.press("Tab")
        settle(report)
        if not report.locator(POPUP).count():
            break
    expect(report.locator(POPUP)).to_have_count(0)
    assert word.evaluate("word => !!(word.compareDocumentPosition(document.activeElement) & 4)")


def test_it_closes_by_a_tap_elsewhere_by_its_button_and_by_scrolling_away(report: Any) -> None:
    word = report.locator(WORD).nth(3)
    popup = report.locator(".dz-word")
    word.click()
    expect(popup).to_be_visible()
    report.mouse.click(3, 130)
    expect(popup).to_be_hidden()
    word.click()
    report.locator(".dz-word__close").click()
    expect(popup).to_be_hidden()
    word.click()
    expect(popup).to_be_visible()
    settle(report)
    scrolled = "new Promise(done => document.addEventListener('scrollend', () => done(null), {once: true}))"
    report.evaluate(f"() => {{ window.scrolled = {scrolled}; }}")
    report.mouse.wheel(0, 3000)
    expect(popup).to_be_hidden()
    report.evaluate("window.scrolled")  # else the rest of the way closes the next one
    word.click()
    expect(popup).to_be_visible()
    word.click()
    expect(popup, "a second tap closes").to_be_hidden()


def test_text_can_be_marked_without_a_popup(report: Any) -> None:
    word = report.locator(WORD).nth(3)
    word.scroll_into_view_if_needed()
    box = still_box(word)
    report.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    report.mouse.down()
    report.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=4)
    report.mouse.up()
    becomes(report, "getSelection().toString() !== ''", True, "something is marked")
    settle(report)
    expect(report.locator(".dz-word")).to_have_count(0)


def answer(words: list[dict[str, Any]]) -> Any:
    """Answers every request for words with ``words``, in the file that was asked for."""

    def fulfil(route: Any) -> None:
        number = route.request.url.rpartition("/")[2].removesuffix(".js")
        body = f"duizhaoWords({number},{json.dumps(words)});"
        route.fulfill(body=body, content_type="text/javascript")

    return fulfil


def test_what_a_word_says_is_text_whatever_it_is(report: Any) -> None:
    bad = "<img src=x onerror='window.bad=1'><script>window.bad=1</script>"
    word = report.locator(WORD, has_text="重点").first
    term = {"id": bad, "zh": bad, "pinyin": bad, "en": bad, "page": bad, "anchor": bad, "note": [bad, bad]}
    entry = {"word": "重点", "pinyin": bad, "hsk": 4, "senses": [bad], "traditional": bad, "cedict": True}
    links = [{"zh": bad, "en": bad, "page": "javascript:alert(1)", "anchor": ""}]
    entry |= {"term": term, "parts": [[bad, bad, bad]], "links": links}
    report.route("**/assets/words/*.js", answer([entry]))
    word.click()
    report.locator(DONE).wait_for()
    settle(report)
    expect(report.locator(f"{POPUP} img, {POPUP} script")).to_have_count(0)
    assert report.evaluate("window.bad") is None
    expect(report.locator(f"{POPUP} ol li")).to_have_text(bad)
    assert all(
        link.evaluate("link => link.protocol") in ("http:", "https:")
        for link in report.locator(f"{POPUP} a").all()
    )


def test_a_word_that_is_not_there_and_one_that_cannot_be_loaded_say_so(report: Any) -> None:
    word = report.locator(WORD, has_text="重点").first
    report.route("**/assets/words/*.js", lambda route: route.abort())
    word.click()
    report.get_by_text("The senses could not be loaded.").first.wait_for()
    expect(report.locator(".dz-word__head i"), "the page itself knows that much").to_have_text("zhòngdiǎn")
    shut(report)
    report.unroute("**/assets/words/*.js")
    report.route("**/assets/words/*.js", answer([]))
    word.click()
    report.get_by_text("Not in the dictionary.").first.wait_for()


def test_the_vocabulary_is_sorted_by_each_column(report: Any) -> None:
    report.locator(".dz-vocabulary > summary").click()
    heads = report.locator(".dz-vocabulary__table thead button")

    def sort(number: int, order: str) -> None:
        heads.nth(number).click()
        head = report.locator(".dz-vocabulary__table thead th").nth(number)
        expect(head).to_have_attribute("aria-sort", order)

    def column(number: int) -> list[str]:
        texts: list[str] = report.locator(
            f".dz-vocabulary__table tbody tr > :nth-child({number})"
        ).all_inner_texts()
        return texts

    heads.first.wait_for()
    best = column(1)
    assert len(best) == 60
    sort(4, "descending")
    counts = [int(text) for text in column(5)]
    assert counts == sorted(counts, reverse=True)
    sort(4, "ascending")
    assert [int(text) for text in column(5)] == sorted(counts)
    sort(5, "ascending")
    order = [int(text) for text in column(6)]
    assert order == sorted(order), "the order of the text begins with its first word"
    sort(2, "descending")
    levels = column(3)
    assert levels[0] == "–" and levels.index("7–9") > levels.index("–"), "what no list has is the hardest"
    sort(1, "ascending")
    initials = [text[0] for text in column(2) if text[0].isascii() and text[0].isalpha()]
    assert [one.lower() for one in initials] == sorted(one.lower() for one in initials)
    assert len(initials) > 50 and sorted(column(1)) == sorted(best)


def test_each_word_of_the_list_leads_to_where_it_stands_first(report: Any) -> None:
    """The addresses come when the list is opened; without scripts the words are there all the same."""
    words = "#words ~ .dz-words > p"
    settle(report)
    assert report.locator(words).count() > 50 and report.locator(f"{words} > a").count() == 0
    report.locator("#words ~ .dz-words > summary").click()
    report.locator(f"{words} > a").first.wait_for()
    expect(report.locator(f"{words}:not(:has(> a))")).to_have_count(0)
    wrong = report.evaluate(
        """words => [...document.querySelectorAll(`${words} > a`)].filter(link => {
        const texts = [...document.querySelectorAll("[id^='u-']:is(.dz-unit, .dz-heading:not(.dz-title))")];
        const bare = node => [...node.querySelectorAll(":scope > .dz-zh ruby")].map(ruby =>
            ruby.firstChild.textContent.replace(/[“”]/g, ""));
        const word = link.firstChild.textContent.trim();
        return texts.find(text => bare(text).includes(word))?.id !== link.hash.slice(1);
    }).map(link => link.textContent)""",
        words,
    )
    # Words that are read in two ways stand in the list twice.
    assert len(wrong) <= 2, wrong
    link = report.locator(f"{words} > a").nth(9)
    anchor = link.get_attribute("href")
    link.click()
    becomes(report, "location.hash", anchor)
    expect(report.locator(anchor).first).to_be_visible()


@pytest.mark.parametrize(("kind", "name"), [("csv", f"{NAME}.csv"), ("anki", f"{NAME}.anki.txt")])
def test_the_vocabulary_is_taken_along_as_the_command_writes_it(
    report: Any, built_site: Path, kind: str, name: str
) -> None:
    report.locator(".dz-vocabulary > summary").click()
    with report.expect_download() as download:
        report.locator(f"[data-dz-export={kind}]").click()
    assert download.value.suggested_filename == name
    written = run_duizhao(built_site.parent, "vocabulary", NAME, f"--{kind}").stdout
    assert Path(download.value.path()).read_bytes().decode("utf-8").splitlines() == written.splitlines()


ZH = (
    "",
    "路通了。水也通了！",
    "他说：“好。”走了",
    "涨了3.7%；好。水\n路。",
    "……水？！”路",
    "“一门式”好。水",
    "  路。 水。 ",
)
EN = (
    "",
    "Road. Water!",
    "“Good.” He said so; Then he left.",
    "See No. 5. Dr. Wen came, e.g. Counter 3. J. Shan, too.",
    "It grew by 3.7 per cent. *People* came.",
    "One.\nTwo; \nThree",
    "(A road.) [Water.] 3 bridges?! Yes",
    "vs. St. Mr. X",
)


def test_the_browser_cuts_sentences_as_the_command_does(browser: Any, root: Path) -> None:
    source = (root / "docs/assets/duizhao-vocabulary.js").read_text(encoding="utf-8")
    start = source.index("/* As in annotate/sentences.py")
    functions = source[start : source.index("/* The end of what is as in", start)]
    tab = browser.new_page()
    asked = [[zh, en, word] for zh in ZH for en in EN for word in ("水", "路", "“一门式”", "x")]
    found = tab.evaluate(f"(asked) => {{ {functions} return asked.map((one) => example(...one)); }}", asked)
    tab.close()
    assert [tuple(one) for one in found] == [example(*one) for one in asked]


@pytest.mark.parametrize("width", [390, 1300])
def test_it_works_from_the_disk(browser: Any, built_site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.goto((built_site / f"reports/{NAME}.html").as_uri())
    tab.locator(WORD, has_text="重点").first.click()
    tab.locator(DONE).wait_for()
    expect(tab.locator(POPUP)).to_contain_text("key point")
    context.close()


def test_without_scripts_nothing_is_missing(browser: Any, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/reports/{NAME}.html")
    expect(tab.locator("[tabindex], [role=button]").locator("xpath=self::ruby")).to_have_count(0)
    tab.locator(".dz-vocabulary > summary").click()
    expect(tab.locator(".dz-vocabulary__table tbody tr").first).to_be_visible()
    expect(tab.locator(".dz-vocabulary__tools"), "no button that does nothing").to_be_hidden()
    tab.locator(f"{TERM} ruby").first.click()
    tab.wait_for_url("**/terms/*.html")
    context.close()
