"""Glossary files: what is read, and what is reported with its line while the rest works."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import load_lexicon

ENTRY = """\
---
title: 治理
title_en: Governance
---

<!-- glossary -->

## 一肩挑

- pinyin: yī jiān tiāo
- en: holding both posts; both posts in one hand
- variants: “一肩挑”； 一肩双挑;
- admitted: dual office
- avoid: one shoulder; single shoulder
- kind: office
- see: 两委
- source: Hunan Daily

书记兼任主任。

第二段里有一个词 English。

One person holds both posts (一肩挑).

## 两委

- en: the two committees

两个委员会。

Two committees.
"""


def _codes(text: str, path: str = "g.md") -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in load_lexicon({path: text})[1]]


def _glossary(entries: str) -> str:
    return "<!-- glossary -->\n" + entries


EXPLAINED = "\n中文。\n\nEnglish.\n"


def test_a_whole_entry() -> None:
    lexicon, faults = load_lexicon({"docs/glossary/g.md": ENTRY})
    assert faults == ()
    term = lexicon.terms[0]
    assert (term.id, term.zh, term.pinyin, term.kind) == ("yi-jian-tiao", "一肩挑", "yī jiān tiāo", "office")
    assert term.en == "holding both posts; both posts in one hand"
    assert term.variants == ("“一肩挑”", "一肩双挑")
    assert (term.admitted, term.avoid) == (("dual office",), ("one shoulder", "single shoulder"))
    assert (term.see_also, term.source) == (("两委",), "Hunan Daily")
    assert term.explanation_zh == "书记兼任主任。\n\n第二段里有一个词 English。"
    assert term.explanation_en == "One person holds both posts (一肩挑)."
    assert (term.path, term.line) == ("docs/glossary/g.md", 8)


def test_an_entry_without_options() -> None:
    term = load_lexicon({"g.md": ENTRY})[0].by_id["liangwei"]
    assert (term.pinyin, term.variants, term.kind, term.source) == (None, (), "term", None)


def test_terms_are_found_by_heading_and_variant() -> None:
    lexicon, _ = load_lexicon({"g.md": ENTRY})
    assert lexicon.by_zh["一肩双挑"] is lexicon.by_zh["一肩挑"]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param("## 甲\n- eng: x\n- en: x" + EXPLAINED, (3, "A001"), id="unknown field"),
        pytest.param("## 甲\n- variants: 乙" + EXPLAINED, (2, "A001"), id="no English"),
        pytest.param("## 甲\n- en:\n" + EXPLAINED, (2, "A001"), id="empty English"),
        pytest.param("##\n- en: x" + EXPLAINED, (2, "A001"), id="empty heading"),
        pytest.param("## 甲\n- en: x\n- en: y" + EXPLAINED, (4, "A001"), id="field twice"),
        pytest.param("## 甲\n- en: x\n- kind: thing" + EXPLAINED, (4, "A001"), id="unknown kind"),
        pytest.param("## 甲\n- en: x\n- pinyin: jia3" + EXPLAINED, (4, "A007"), id="tone number"),
        pytest.param("## 甲\n- en: x\n- pinyin: 甲" + EXPLAINED, (4, "A007"), id="pinyin in Chinese"),
        pytest.param(
            "## 甲\n- en: x\n- pinyin: jiǎ yǐ" + EXPLAINED, (4, "A007"), id="more tones than characters"
        ),
        pytest.param("## 甲\n- en: x\n- pinyin:" + EXPLAINED, (4, "A007"), id="empty pinyin"),
        pytest.param("## 甲\n- en: x\n- kind:" + EXPLAINED, (4, "A001"), id="empty kind"),
        pytest.param("## “”\n- en: x" + EXPLAINED, (2, "A001"), id="a heading of punctuation"),
        pytest.param(
            "## 甲\n- en: x\n- variants: 。; 乙" + EXPLAINED, (4, "A001"), id="a variant of punctuation"
        ),
        pytest.param(
            "## 甲\n- en: x\n- variants: 乙，丁" + EXPLAINED, (4, "A001"), id="variants between commas"
        ),
        pytest.param("## 甲\n- en: x\nkind: term\n" + EXPLAINED, (4, "A001"), id="a field without its dash"),
        pytest.param(
            "## 甲\n- en: x" + EXPLAINED + "\n- see: 丙", (8, "A001"), id="a field below the explanation"
        ),
        pytest.param(
            "## 甲\n- en: x" + EXPLAINED + "\n### 乙\n- en: y", (9, "A001"), id="a heading one level down"
        ),
        pytest.param("## 甲\n- en: x" + EXPLAINED + "```\n", (7, "A001"), id="a fence that never ends"),
        pytest.param(
            "## 甲\n- en: x" + EXPLAINED + "````\n```\n~~~\n", (7, "A001"), id="a fence closed by another"
        ),
        pytest.param("## 甲\n- en: x\n- see: 乙" + EXPLAINED, (4, "A004"), id="unknown reference"),
        pytest.param("## 甲\n- en: x\n\nEnglish only.\n", (2, "A005"), id="no Chinese explanation"),
        pytest.param("## 甲\n- en: x\n\n只有中文。\n", (2, "A005"), id="no English explanation"),
    ],
)
def test_a_fault_is_reported_with_its_line_and_the_rest_works(
    entries: str, expected: tuple[int, str]
) -> None:
    text = _glossary(entries + "\n## 丙\n- en: third" + EXPLAINED)
    assert _codes(text) == [expected]
    assert "丙" in load_lexicon({"g.md": text})[0].by_zh


def test_a_bad_field_does_not_cost_the_entry() -> None:
    lexicon, _ = load_lexicon({"g.md": _glossary("## 甲\n- en: x\n- pinyin: jia3\n- kind: thing\n")})
    assert (lexicon.terms[0].pinyin, lexicon.terms[0].kind, lexicon.terms[0].id) == (None, "term", "jia")


def test_a_long_pinyin_with_every_tone_and_letter_is_pinyin() -> None:
    text = _glossary("## 女儿绿卡二百五\n- en: x\n- pinyin: nǚ'ér lǜkǎ èrbǎiwǔ" + EXPLAINED)
    assert _codes(text) == []


def test_a_closed_fence_is_no_entry_whatever_stands_in_it() -> None:
    text = _glossary(
        "## 甲\n- en: x" + EXPLAINED + "\n````\n```\n## 乙\n~~~\n`````\n\n## 丙\n- en: y" + EXPLAINED
    )
    assert _codes(text) == []
    assert [term.zh for term in load_lexicon({"g.md": text})[0].terms] == ["甲", "丙"]


def test_the_same_heading_twice() -> None:
    text = _glossary("## 甲\n- en: first" + EXPLAINED + "\n## 甲\n- en: second" + EXPLAINED)
    assert _codes(text) == [(8, "A002")]
    assert [term.en for term in load_lexicon({"g.md": text})[0].terms] == ["first"]


def test_the_same_heading_in_two_files_counts_in_the_first_by_name() -> None:
    one, other = (_glossary(f"## 甲\n- en: {name}" + EXPLAINED) for name in "ab")
    lexicon, faults = load_lexicon({"b.md": other, "a.md": one})
    assert [term.en for term in lexicon.terms] == ["a"]
    assert [str(fault) for fault in faults] == [
        "b.md:2: A002 “甲” stands already at a.md:2 (“甲”), which counts"
    ]


def test_a_variant_that_is_another_heading_is_dropped_even_if_it_comes_first() -> None:
    text = _glossary("## 甲\n- en: x\n- variants: 乙; 丁" + EXPLAINED + "\n## 乙\n- en: y" + EXPLAINED)
    assert _codes(text) == [(4, "A002")]
    lexicon, _ = load_lexicon({"g.md": text})
    assert lexicon.by_zh["乙"].en == "y"
    assert lexicon.terms[0].variants == ("丁",)


def test_homophones_have_ids_of_their_own() -> None:
    lexicon, _ = load_lexicon({"g.md": _glossary("## 权力\n- en: power\n## 权利\n- en: right\n")})
    assert [term.id for term in lexicon.terms] == ["quanli", "quanli-2"]


def test_a_file_without_the_marker_is_reported_and_read() -> None:
    text = "---\ntitle: x\n---\n\n## 甲\n- en: x" + EXPLAINED
    assert _codes(text) == [(5, "A006")]
    assert len(load_lexicon({"g.md": text})[0].terms) == 1


def test_the_index_and_pages_without_entries_are_no_glossary() -> None:
    assert (
        load_lexicon({"docs/glossary/index.md": "## Section\n", "docs/glossary/note.md": "Text.\n"})[1] == ()
    )


def test_headings_inside_code_and_front_matter_are_no_entries() -> None:
    text = "---\ntitle: x\n## 非\n---\n<!-- glossary -->\n```\n## 例\n```\n## 甲\n- en: x" + EXPLAINED
    assert [term.zh for term in load_lexicon({"g.md": text})[0].terms] == ["甲"]


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing() -> None:
    lexicon, faults = load_lexicon({"docs/glossary/g.md": "\ufeff" + ENTRY.replace("\n", "\r\n")})
    assert faults == ()
    assert lexicon.terms == load_lexicon({"docs/glossary/g.md": ENTRY})[0].terms


def test_a_list_in_the_explanation_is_no_field() -> None:
    text = _glossary("## 甲\n- en: x\n\n中文。\n\nEnglish:\n\n- one: two\n")
    assert _codes(text) == []


def test_a_lexicon_can_be_sent_to_another_process() -> None:
    lexicon, _ = load_lexicon({"g.md": ENTRY})
    assert pickle.loads(pickle.dumps(lexicon)) == lexicon


_LINES = st.lists(
    st.sampled_from(
        """
        ## 甲|## 乙|##|- en: x|- variants: 乙; 丙|- kind: ?|<!-- glossary -->||---|```
        - pinyin: jiǎ|中文。|English.|- see: 丁|### 小|- en: y|---
        """.replace("\n        ", "|").split("|")
    ),
    max_size=25,
)


@given(_LINES.map("\n".join), st.text(max_size=80))
def test_no_text_whatever_breaks_the_reader(text: str, other: str) -> None:
    lexicon, faults = load_lexicon({"a.md": text, "b.md": other})
    assert len({term.id for term in lexicon.terms}) == len(lexicon.terms)
    expressions = [name for term in lexicon.terms for name in (term.zh, *term.variants)]
    assert len(expressions) == len(set(expressions)), "a text leads to one entry only"
    texts = {"a.md": text, "b.md": other}
    assert all(1 <= fault.line <= texts[fault.path].count("\n") + 1 for fault in faults)


@given(_LINES.map("\n".join), _LINES.map("\n".join))
def test_the_order_of_the_files_does_not_matter(one: str, other: str) -> None:
    assert load_lexicon({"a.md": one, "b.md": other}) == load_lexicon({"b.md": other, "a.md": one})
