"""The scripts with the words: each word in the file of its hash, everything data, the same from any order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.dictionary import Meaning
from build_scripts.annotate.lexicon import EMPTY, Lexicon, load_lexicon
from build_scripts.annotate.word_help import PartHelp, WordHelp
from build_scripts.publish.word_data import FILES, WordLink, file_of, word_file

GLOSSARY = """\
<!-- glossary -->

## 一肩挑

- en: holding both posts

书记兼任主任。另一句。

The secretary *also* chairs the committee. Another sentence.
"""
LEXICON = load_lexicon({"docs/glossary/posts.md": GLOSSARY})[0]
TERM = LEXICON.terms[0]


def helped(text: str, pinyin: str = "x", *senses: str, **more: Any) -> WordHelp:
    return WordHelp(text, pinyin, 5, Meaning(senses), **more)


def read(script: str) -> tuple[int, list[dict[str, Any]]]:
    """What a browser hands to duizhaoWords."""
    assert script.startswith("duizhaoWords(") and script.endswith(");\n")
    number, _, data = script.removeprefix("duizhaoWords(").removesuffix(");\n").partition(",")
    return int(number), json.loads(data)


def word_files(words: Iterable[WordHelp], lexicon: Lexicon, **more: Any) -> list[str]:
    """All files, each with its words."""
    spread: list[list[WordHelp]] = [[] for _ in range(FILES)]
    for word in words:
        spread[file_of(word.text)].append(word)
    return [word_file(number, members, lexicon, **more) for number, members in enumerate(spread)]


def entry(word: WordHelp, **more: Any) -> dict[str, Any]:
    """The entry of one word."""
    (found,) = read(word_files([word], LEXICON, **more)[file_of(word.text)])[1]
    return found


def test_each_word_is_in_the_file_of_its_hash() -> None:
    words = [helped(text) for text in ("基层", "干部", "云溪县", "𠮷", "“1+5”文件")]
    files = word_files(words, EMPTY)
    assert len(files) == FILES
    for number, script in enumerate(files):
        says, entries = read(script)
        assert says == number
        assert all(file_of(found["word"]) == number for found in entries)
    assert sum(len(read(script)[1]) for script in files) == len(words)


@given(st.text(max_size=12))
def test_the_hash_is_a_file_for_any_text(text: str) -> None:
    assert 0 <= file_of(text) < FILES


def test_any_order_of_the_words_gives_the_same_files() -> None:
    words = [helped("行", "háng", "row"), helped("行", "xíng", "to walk"), helped("路", "lù")]
    made = {tuple(word_files(order, EMPTY)) for order in permutations(words)}
    assert len(made) == 1
    found = read(made.pop()[file_of("行")])[1]
    assert [one["pinyin"] for one in found if one["word"] == "行"] == ["háng", "xíng"]


def test_what_there_is_not_takes_no_room() -> None:
    assert entry(helped("路", "lù", "road")) == {"word": "路", "pinyin": "lù", "hsk": 5, "senses": ["road"]}


def test_a_term_is_told_by_the_first_sentence_of_its_explanation() -> None:
    term = entry(helped("一肩挑", "yījiāntiāo", term=TERM.id))["term"]
    assert term["note"] == ["书记兼任主任。", "The secretary also chairs the committee."]
    assert (term["en"], term["page"], term["anchor"]) == (
        "holding both posts",
        f"terms/{TERM.id}.md",
        "",
    )


def test_a_term_that_the_glossary_lacks_is_no_term() -> None:
    assert "term" not in entry(helped("路", "lù", term="gone"))


def test_parts_are_the_dictionarys_and_say_so() -> None:
    found = entry(helped("打牢", "dǎláo", parts=(PartHelp("打", "dǎ", "to beat"),)))
    assert found["parts"] == [["打", "dǎ", "to beat"]] and found["cedict"] is True


def test_pages_about_a_word_are_links() -> None:
    link = WordLink("地点", "Place", "places/yunxi.md", "top")
    found = entry(helped("云溪县", "Yúnxī Xiàn", place=True), links={"云溪县": (link,)})
    assert found["links"] == [{"zh": "地点", "en": "Place", "page": "places/yunxi.md", "anchor": "top"}]


@pytest.mark.parametrize("hostile", ["</script><script>", "a\u2028b\u2029c", '"]);alert(1)//', "\\u003c"])
def test_a_hostile_sense_stays_a_sense(hostile: str) -> None:
    script = word_files([helped("路", "lù", hostile)], EMPTY)[file_of("路")]
    assert "<" not in script and not {"\u2028", "\u2029"} & set(script)
    assert read(script)[1][0]["senses"] == [hostile]
