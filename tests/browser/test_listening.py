"""Reading aloud, with a voice that only takes notes: what is said, in which voice, and where."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.reading import UNIT, open_report
from tests.browser.waiting import becomes, expect, settle, still_box

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

# Speech that ends when the test says so: `spoken` is all that was said, `finish()` ends what is being said,
# `speaking()` tells whether anything is.
SPEECH = """(languages) => {
    const voices = languages.map(lang => ({lang, name: lang, localService: true, default: false}));
    window.spoken = [];
    let now = null;
    const synthesis = {
        getVoices: () => voices,
        speak: said => {
            now = said;
            window.spoken.push({text: said.text, lang: said.lang, rate: said.rate});
        },
        cancel: () => { const broken = now; now = null; if (broken) broken.onerror({error: "interrupted"}); },
        addEventListener: () => undefined
    };
    window.speaking = () => now !== null;
    window.finish = () => { const done = now; now = null; done.onend(); };
    Object.defineProperty(window, "speechSynthesis", {value: synthesis});
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
# The text of a paragraph without its pinyin.
PLAIN = """p => {
    const copy = p.cloneNode(true);
    copy.querySelectorAll("rt").forEach(reading => reading.remove());
    return copy.textContent;
}"""
LISTEN, PLAYER = "[data-dz-listen]", ".dz-player"


def open_with(page: Any, address: str, *languages: str, query: str = "") -> None:
    """The report in a browser that has voices of these languages."""
    page.add_init_script(f"({SPEECH})({list(languages)})")
    open_report(page, address, query)


def spoken(page: Any) -> list[dict[str, Any]]:
    """All that was said so far."""
    found: list[dict[str, Any]] = page.evaluate("window.spoken")
    return found


def reads(page: Any, anchor: str) -> None:
    """Wait until the block with this anchor, and no other, is the one that is being read."""
    becomes(page, "[...document.querySelectorAll('article [aria-current=true]')].map(it => it.id)", [anchor])


def finish(page: Any) -> None:
    """End what is being said, once something is."""
    page.wait_for_function("window.speaking()")
    page.evaluate("window.finish()")


def unit(page: Any, number: int) -> str:
    """The anchor of a paragraph."""
    return str(page.locator(UNIT).nth(number).get_attribute("id"))


def test_it_reads_the_chinese_sentence_by_sentence_and_marks_where_it_is(page: Any, address: str) -> None:
    open_with(page, address, "zh-HK", "en-US", "zh-CN")
    page.locator(LISTEN).click()
    page.locator(PLAYER).wait_for()
    becomes(page, "window.spoken[0]", {"text": "湖南基层党建的一次全身体检", "lang": "zh-CN", "rate": 1})
    reads(page, "u-title")
    finish(page)
    reads(page, unit(page, 0))
    whole = page.locator(f"#{unit(page, 0)} > .dz-zh p").evaluate(PLAIN)
    said = ""
    while len(said) < len(whole):
        reads(page, unit(page, 0))
        said += spoken(page)[-1]["text"]
        finish(page)
    assert said == whole, "all of it, without its pinyin"
    assert len(spoken(page)) > 3, "in sentences"
    reads(page, unit(page, 1))


def test_pause_goes_on_with_the_sentence_and_stop_ends_it(page: Any, address: str) -> None:
    open_with(page, address, "zh-CN")
    page.locator(LISTEN).click()
    pause = page.locator(".dz-player__play")
    pause.wait_for()
    finish(page)
    reads(page, unit(page, 0))
    before = spoken(page)
    expect(pause).to_contain_text("暂停 Pause")
    pause.click()
    expect(pause).to_contain_text("继续 Go on")
    settle(page)
    assert spoken(page) == before, "silent"
    pause.click()
    becomes(page, "window.spoken", [*before, before[-1]], "it goes on with the same sentence")
    page.locator(".dz-player__next").click()
    reads(page, unit(page, 1))
    page.locator(".dz-player__back").click()
    reads(page, unit(page, 0))
    page.locator(".dz-player select").first.select_option("0.7")
    becomes(page, "window.spoken.at(-1).rate", 0.7)
    page.locator(".dz-player__stop").click()
    expect(page.locator(PLAYER)).to_be_hidden()
    expect(page.locator(".dz-spoken")).to_have_count(0)
    becomes(page, "document.activeElement.matches('[data-dz-listen]')", True, "the focus comes back")


def test_who_asks_again_while_the_voices_are_looked_for_means_no_pause(page: Any, address: str) -> None:
    """Browsers tell their voices late: here when the test says so."""
    page.add_init_script(f"""({SPEECH})(["zh-CN"]);
        (() => {{
            const voices = speechSynthesis.getVoices();
            const waiting = [];
            let there = [];
            speechSynthesis.getVoices = () => there;
            speechSynthesis.addEventListener = (name, told) => waiting.push(told);
            window.asked = () => waiting.length > 0;
            window.arrive = () => {{ there = voices; waiting.forEach(told => told()); }};
        }})()""")
    open_report(page, address)
    page.locator(LISTEN).click()
    page.wait_for_function("window.asked()")
    page.locator(LISTEN).click()
    page.evaluate("window.arrive()")
    expect(page.locator(".dz-player__play")).to_contain_text("暂停 Pause")
    settle(page)
    expect(page.locator(".dz-player__play"), "it reads on").to_contain_text("暂停 Pause")
    assert page.evaluate("window.speaking()")


def test_english_is_read_by_an_english_voice_where_there_is_one(page: Any, address: str) -> None:
    open_with(page, address, "zh_CN", "en-GB")
    page.locator(LISTEN).click()
    language = page.locator(".dz-player__language select")
    language.select_option("both")
    # Begun anew with the choice: the Chinese once more, then the English.
    page.wait_for_function("window.spoken.length > 1")
    finish(page)
    becomes(page, "window.spoken.slice(-2).map(piece => piece.lang)", ["zh_CN", "en-GB"])
    said = spoken(page)
    assert said[-1]["text"].startswith("Grassroots Party building") and "machine" not in said[-1]["text"]


def test_without_an_english_voice_english_cannot_be_chosen(page: Any, address: str) -> None:
    open_with(page, address, "zh-CN", query="view=en")
    page.locator(LISTEN).click()
    language = page.locator(".dz-player__language select")
    expect(language).to_have_value("zh")
    expect(language.locator("option:disabled")).to_have_count(2)


def test_without_a_mandarin_voice_that_is_said(page: Any, address: str) -> None:
    open_with(page, address, "zh-HK", "en-US")
    listen = page.locator(LISTEN)
    listen.click()
    page.get_by_role("status").get_by_text("No Mandarin voice").wait_for()
    expect(listen).to_have_attribute("aria-disabled", "true")
    expect(page.locator(PLAYER)).to_have_count(0)


def test_the_player_lies_in_the_window_and_moves_nothing(page: Any, address: str) -> None:
    open_with(page, address, "zh-CN")
    settle(page)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.locator(LISTEN).click()
    page.locator(PLAYER).wait_for()
    box = still_box(page.locator(PLAYER))
    assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"]
    assert box["y"] + box["height"] <= page.viewport_size["height"] + 1
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_sentences_end_where_they_end(page: Any, address: str) -> None:
    open_with(page, address, "zh-CN")
    page.locator(LISTEN).click()
    page.locator(PLAYER).wait_for()
    cases = {
        "一句。又一句！“三句？”完": ["一句。", "又一句！", "“三句？”", "完"],
        "增长3.2%，见第1.5条。": ["增长3.2%，见第1.5条。"],
        "It grew by 3.2%. Then it fell.": ["It grew by 3.2%.", "Then it fell."],
        "无标点": ["无标点"],
        "": [],
    }
    for text, parts in cases.items():
        assert page.evaluate("text => window.duizhaoVoices.sentences(text)", text) == parts
