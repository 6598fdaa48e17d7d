"""The words of a page: what is asked for is found, as Pagefind's program in the browser looks it up."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.search.pages import Block, SearchPage
from build_scripts.search.texts import Facts, chinese_text, english_text
from build_scripts.search.tokens import phrases
from build_scripts.search.units import runs
from build_scripts.search.words import PLAIN, TITLE, WEIGHED, Placed, Words, spelled_words, words_of

CHARACTERS = st.text(st.sampled_from("乡村振兴发發12+%. ，。“”aBé½Ⅱ㎡'’-\n"), max_size=30)
PLACE = (1 << WEIGHED) - 1


def page(*blocks: Block) -> SearchPage:
    """A page of these blocks below a title."""
    return SearchPage("x.html", "题", "Title", (Block("t", "题", "Title", ("ti",), False), *blocks))


def block(zh: str = "", en: str = "", syllables: tuple[str, ...] = (), machine: bool = False) -> Block:
    return Block("a", zh, en, syllables or ("?",) * len(zh), machine)


def by_word(placed: Placed) -> dict[str, list[int]]:
    """The places of each word."""
    return {word: [place for one, place in zip(*placed, strict=True) if one == word] for word in placed.words}


def phrase(words: Words, asked: list[str]) -> bool:
    """Whether the tokens of a phrase stand one behind the other."""
    found = [{place & PLACE for place in by_word(words.zh).get(token, ())} for token in asked]
    return any(all(place + at in one for at, one in enumerate(found)) for place in found[0])


@given(CHARACTERS, st.integers(0, 25), st.integers(1, 6))
def test_every_run_of_characters_is_found_as_a_phrase(text: str, start: int, length: int) -> None:
    """The law of the search: the pairs of a piece of a run stand side by side among those of the text."""
    words = words_of(page(block(text)))
    for run in runs(text):
        piece = run[start : start + length]
        if len(piece) < 2 or piece[0].kind == "sign" or piece[-1].kind == "sign":
            continue
        asked = phrases(text[piece[0].start : piece[-1].end])
        if len(asked) == 1 and all(unit.kind == "han" for unit in piece):
            assert phrase(words, asked[0]), (text, asked)


@pytest.mark.parametrize("asked", ["乡兴", "村振兴村", "兴村"])
def test_what_stands_in_two_runs_or_blocks_is_no_phrase(asked: str) -> None:
    words = words_of(page(block("乡，兴"), block("乡村振兴。村庄"), block("村民")))
    assert not phrase(words, phrases(asked)[0])


def test_a_space_in_a_text_parts_nothing() -> None:
    assert {"gdp增", "增长", "长"} <= set(words_of(page(block("GDP 增长"))).zh.words)


def test_syllables_stand_at_their_characters() -> None:
    words = words_of(page(block("12村。乡村", "", ("", "", "cun", "", "xiang", "cun"))))
    start = words.starts[1][0]
    found = by_word(words.py)
    assert found["cun0"] == [start + 2, start + 4]
    assert found["xiang0cun0"] == found["xc1"] == [start + 3]


def test_a_character_without_pinyin_ends_a_phrase_of_syllables() -> None:
    words = words_of(page(block("乡某村", "", ("xiang", "?", "cun"))))
    assert {"xiang0", "cun0", "x1", "c1"} <= set(words.py.words) and "xiang0cun0" not in words.py.words


def test_words_of_the_title_weigh_more() -> None:
    words = words_of(page(block("", "title")))
    assert [place >> WEIGHED for place in by_word(words.en)["titl"]] == [TITLE * PLAIN, 0]


def test_latin_words_in_chinese_are_known_by_their_beginnings() -> None:
    assert words_of(page(block("用APP和café办，GDP3", "Village"))).latin == {"app", "cafe", "gdp"}


# As Pagefind itself divides a text: what its own index has is found in ours at the same place.
ENGLISH = """Villages, reform-minded officials and the “one-pole” plan of 2021; don't policies 3.5 1,000
O’Brien’s e.g. COVID-19 WeChat and/or
organisations emergencies generously £5 50% 10:30 x.y Xi’an international skies"""


def test_english_words_are_those_of_pagefind(tmp_path: Path) -> None:
    site, made = tmp_path / "site", tmp_path / "made"
    site.mkdir()
    (site / "a.html").write_text(f"<html><body data-pagefind-body>{ENGLISH}</body></html>", encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(made), "--quiet"]
    subprocess.run([*command, "--force-language", "en"], check=True)
    theirs: dict[int, set[str]] = {}
    for path in (made / "index").iterdir():
        content = cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for word, pages, _ in content[0]:
            place = 0
            for step in pages[0][1]:
                place = place + step if step >= 0 else 0
                if step >= 0 and word.isalnum():
                    theirs.setdefault(place, set()).add(word)
    # Of a figure Pagefind takes the end for a word by itself, and the halves of a time.
    odd = {"000", "10", "30"}
    for place, token in enumerate(ENGLISH.split()):
        ours = {word for word, _ in spelled_words(token)}
        wanted = theirs[place] - odd - {"parti", "obrien", "don"}
        assert wanted <= ours, (token, theirs[place], ours)


@pytest.mark.parametrize(
    ("token", "query"), [("O’Brien’s", "obriens"), ("Party’s", "partys"), ("don't", "dont"), ("1+5", "1+5")]
)
def test_what_is_typed_is_found_without_its_punctuation(token: str, query: str) -> None:
    """Pagefind's program drops punctuation from a query, and takes its stem."""
    assert spelled_words(query)[0][0] in {word for word, _ in spelled_words(token)}


def test_what_is_shown_has_the_numbers_of_the_index() -> None:
    one = page(block("《乡村》 <b>", "A <i>road</i> there", machine=True), block("", "Then"))
    words = words_of(one)
    chinese = json.loads(chinese_text(one, words, Facts("report", "2021")))
    assert chinese[:5] == ["x.html", "题", "Title", "report", "2021"]
    assert chinese[5] == [["t", 0, "题"], ["a", 2, "《乡村》 <b>"]]
    english = json.loads(english_text(one, words, Facts("page")))
    assert english[3:] == [
        "page",
        "",
        [["t", 0, "Title"], ["a", 2, "A <i>road</i> there", 1], ["a", 6, "Then"]],
    ]


def test_a_page_of_one_language_shows_nothing_in_the_other() -> None:
    one = SearchPage("x.html", "", "Road", (block("", "Road"),))
    assert chinese_text(one, words_of(one), Facts("page")) == ""
