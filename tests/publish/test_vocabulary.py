"""The table of a report's vocabulary on its page, and the file that it is made of."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.annotate.vocabulary import PageVocabulary, PageWord, SpelledWord
from build_scripts.annotate.word import Word
from build_scripts.publish.context import Context
from build_scripts.publish.vocabulary_file import (
    Vocabulary,
    VocabularyRow,
    load_vocabulary,
    make_vocabulary,
    parse_vocabulary,
    vocabulary_json,
)
from build_scripts.sync.text import quotation, zh_hash

ZH = "党支部修路。"
UNIT = f"<!-- report yunxi -->\n\n<!-- zh {zh_hash(ZH)} paragraph -->\n\n{quotation(ZH)}\n<!-- en todo -->\n"
ROWS = (
    VocabularyRow("党支部", "dǎngzhībù", 0, "Party branch", 3, 1, "u-1", term="dangzhibu"),
    VocabularyRow("云溪县", "Yúnxī Xiàn", 0, "Yunxi County", 2, 7, "u-title", place=True),
    VocabularyRow("软弱", "ruǎnruò", 7, "weak <b>&amp;", 1, 4, "u-2"),
)


def told(context: Context, *rows: VocabularyRow) -> Context:
    return replace(context, vocabulary=lambda report: Vocabulary(40, rows) if report == "yunxi" else None)


def table(render: Any, *rows: VocabularyRow) -> Any:
    return render(UNIT, told(render.context(annotated=True), *rows)).select_one(".dz-vocabulary")


def test_a_row_tells_word_pinyin_level_sense_and_numbers(render: Any) -> None:
    box = table(render, *ROWS)
    rows = [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in box.select("tbody tr")]
    assert rows == [
        ["党支部", "dǎngzhībù", "–", "Party branch", "3", "1"],
        ["云溪县", "Yúnxī Xiàn", "–", "Yunxi County地名place", "2", "7"],
        ["软弱", "ruǎnruò", "7–9", "weak <b>&amp;", "1", "4"],
    ]
    assert [link["href"] for link in box.select("tbody th a")] == ["#u-1", "#u-title", "#u-2"]
    assert box["data-dz-report"] == "yunxi"


def test_each_run_of_text_says_its_language(render: Any) -> None:
    row = table(render, *ROWS).select("tbody tr")[1]
    assert row.parent["lang"] == "zh-Hans", "the word's, and that of what holds no words"
    assert [cell.get("lang") for cell in row.select("th, td")] == [
        None, "zh-Latn-pinyin", None, "en", None, None,
    ]  # fmt: skip
    assert [span["lang"] for span in row.select("small span")] == ["zh-Hans", "en"]


def test_a_level_is_sorted_as_a_number_and_no_level_as_the_hardest(render: Any) -> None:
    cells = table(render, *ROWS).select("tbody td[data-dz-worth]")
    assert [cell["data-dz-worth"] for cell in cells] == ["8", "8", "7"]


def test_the_sense_of_a_term_leads_to_its_page(render: Any) -> None:
    links = table(render, *ROWS).select("td[lang=en] a")
    assert len(links) == 1 and links[0]["href"] == "/terms/dangzhibu.md"


def test_the_licence_of_the_senses_stands_below(render: Any) -> None:
    note = table(render, *ROWS).select_one(".dz-vocabulary__note")
    assert "CC BY-SA 4.0" in note.get_text() and "40 different words" in note.get_text()


def test_buttons_wait_for_their_script_and_no_search_finds_senses(render: Any) -> None:
    box = table(render, *ROWS)
    assert box.select_one(".dz-vocabulary__tools").has_attr("hidden")
    assert box.has_attr("data-search-exclude") and not box.select("details")


def test_without_a_vocabulary_there_is_no_table(render: Any) -> None:
    assert table(render) is None
    assert render(UNIT, render.context(annotated=True)).select_one(".dz-words")


def test_words_say_from_which_level_on_they_need_no_pinyin(render: Any) -> None:
    levels = {"党支部": 7, "村": 1}
    context = replace(render.context(annotated=True), level=lambda word: levels.get(word, 1))
    text = "党支部村"
    unit = f"<!-- zh {zh_hash(text)} paragraph -->\n\n{quotation(text)}\n<!-- en todo -->\n"
    found = {ruby.find(string=True): ruby.get("class") for ruby in render(unit, context).select("ruby")}
    assert found == {"党支部": ["h7"], "村": None}


def test_a_term_in_quotation_marks_is_in_the_list_of_all_words_once_and_without_them(render: Any) -> None:
    def annotate(text: str) -> list[Word]:
        words = (Word("“五化”", 0, 4, "“wǔhuà”", term="wuhua"), Word("五化", 4, 6, "wǔhuà", term="wuhua"))
        return list(words) if text == "“五化”五化" else []

    context = replace(render.context(), annotate=annotate)
    text = "“五化”五化"
    unit = f"<!-- zh {zh_hash(text)} paragraph -->\n\n{quotation(text)}\n<!-- en todo -->\n"
    listed = render(unit, context).select(".dz-words p")
    assert [item.get_text(" ", strip=True) for item in listed] == ["五化 wǔhuà"]


def words(*texts: str) -> PageVocabulary:
    spelled = tuple(SpelledWord(text, "x") for text in texts)
    best = tuple(PageWord(word, 2, order, f"u-{order}") for order, word in enumerate(spelled, start=1))
    return PageVocabulary(spelled, len(spelled), best, "digest")


def test_the_best_words_with_a_sense_are_taken() -> None:
    senses = {"软弱": "weak", "涣散": "slack"}
    made = make_vocabulary(words("软弱", "饕餮", "涣散"), lambda word: senses.get(word.text, ""), lambda _: 7)
    assert [(row.text, row.sense, row.order, row.count) for row in made.rows] == [
        ("软弱", "weak", 1, 2),
        ("涣散", "slack", 3, 2),
    ]
    assert made.words == 3
    shorter = make_vocabulary(words("软弱", "涣散"), lambda _: "sense", lambda _: 7, most=1)
    assert [row.text for row in shorter.rows] == ["软弱"]


def test_a_file_gives_back_what_was_written() -> None:
    vocabulary = Vocabulary(9, ROWS)
    assert parse_vocabulary(vocabulary_json(vocabulary)) == vocabulary


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "other/1", "rows": []}', '{"schema": 1}'])
def test_another_file_is_none(text: str) -> None:
    assert parse_vocabulary(text) is None


def test_a_malformed_row_is_left_out() -> None:
    data = json.loads(vocabulary_json(Vocabulary(3, ROWS)))
    data["rows"][0]["count"] = "3"
    data["rows"][1].pop("anchor")
    data["rows"].append(None)
    assert parse_vocabulary(json.dumps(data)) == Vocabulary(3, ROWS[2:])


def test_a_missing_file_and_one_that_is_not_utf8_are_none(tmp_path: Any) -> None:
    assert load_vocabulary(tmp_path / "none.json") is None
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe")
    assert load_vocabulary(tmp_path / "bad.json") is None
