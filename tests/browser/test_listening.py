"""Reading aloud, with a voice that only takes notes: what is said, in which voice, and where."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.reading import UNIT, open_report

pytestmark = [pytest.mark.browser, pytest.mark.e2e]

# Speech that ends when the test says so: `spoken` is all that was said, `finish()` ends what is being said.
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


def current(page: Any) -> str:
    """The anchor of the block that is being read."""
    return str(page.locator("article [aria-current=true]").get_attribute("id"))


def unit(page: Any, number: int) -> str:
    """The anchor of a paragraph."""
    return str(page.locator(UNIT).nth(number).get_attribute("id"))


def test_it_reads_the_chinese_sentence_by_sentence_and_marks_where_it_is(page: Any, address: str) -> None:
    open_with(page, address, "zh-HK", "en-US", "zh-CN")
    page.locator(LISTEN).click()
    page.locator(PLAYER).wait_for()
    assert spoken(page)[0] == {"text": "湖南基层党建的一次全身体检", "lang": "zh-CN", "rate": 1}
    assert current(page) == "u-title"
    page.evaluate("window.finish()")
    assert current(page) == unit(page, 0)
    whole = page.locator(f"#{unit(page, 0)} > .dz-zh p").evaluate(PLAIN)
    said = []
    while current(page) == unit(page, 0):
        said.append(spoken(page)[-1]["text"])
        page.evaluate("window.finish()")
    assert "".join(said) == whole and len(said) > 1, "all of it, in sentences, without its pinyin"
    assert current(page) == unit(page, 1)


def test_pause_goes_on_with_the_sentence_and_stop_ends_it(page: Any, address: str) -> None:
    open_with(page, address, "zh-CN")
    page.locator(LISTEN).click()
    pause = page.locator(".dz-player__play")
    pause.wait_for()
    page.evaluate("window.finish()")
    before = spoken(page)
    assert "暂停 Pause" in pause.inner_text()
    pause.click()
    assert spoken(page) == before and "继续 Go on" in pause.inner_text()
    pause.click()
    assert spoken(page)[-1] == before[-1] and len(spoken(page)) == len(before) + 1
    page.locator(".dz-player__next").click()
    assert page.locator("[aria-current=true]").get_attribute("id") == page.locator(UNIT).nth(1).get_attribute(
        "id"
    )
    page.locator(".dz-player__back").click()
    assert page.locator("[aria-current=true]").get_attribute("id") == page.locator(UNIT).first.get_attribute(
        "id"
    )
    page.locator(".dz-player select").first.select_option("0.7")
    assert spoken(page)[-1]["rate"] == 0.7
    page.locator(".dz-player__stop").click()
    assert not page.locator(PLAYER).is_visible() and page.locator(".dz-spoken").count() == 0
    assert page.evaluate("document.activeElement.matches('[data-dz-listen]')")


def test_english_is_read_by_an_english_voice_where_there_is_one(page: Any, address: str) -> None:
    open_with(page, address, "zh_CN", "en-GB")
    page.locator(LISTEN).click()
    language = page.locator(".dz-player__language select")
    language.select_option("both")
    page.evaluate("window.finish()")
    said = spoken(page)
    assert [piece["lang"] for piece in said[-2:]] == ["zh_CN", "en-GB"]
    assert said[-1]["text"].startswith("Grassroots Party building") and "machine" not in said[-1]["text"]


def test_without_an_english_voice_english_cannot_be_chosen(page: Any, address: str) -> None:
    open_with(page, address, "zh-CN", query="view=en")
    page.locator(LISTEN).click()
    language = page.locator(".dz-player__language select")
    assert language.input_value() == "zh"
    assert language.locator("option:disabled").count() == 2


def test_without_a_mandarin_voice_that_is_said(page: Any, address: str) -> None:
    open_with(page, address, "zh-HK", "en-US")
    listen = page.locator(LISTEN)
    listen.click()
    page.get_by_role("status").get_by_text("No Mandarin voice").wait_for()
    assert listen.get_attribute("aria-disabled") == "true"
    assert page.locator(PLAYER).count() == 0


def test_the_player_lies_in_the_window_and_moves_nothing(page: Any, address: str) -> None:
    open_with(page, address, "zh-CN")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.locator(LISTEN).click()
    box = page.locator(PLAYER).bounding_box()
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
