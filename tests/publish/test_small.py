"""The small parts: markers, English, pinyin keys, addresses, languages."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.serializers import to_html_string

from build_scripts.publish import english
from build_scripts.publish.chinese import chinese
from build_scripts.publish.context import Context
from build_scripts.publish.elements import element, literal, pair, toc_label
from build_scripts.publish.english import english_blocks, plain_english, safe_href
from build_scripts.publish.languages import language
from build_scripts.publish.links import Links
from build_scripts.publish.markers import Marker, read_marker
from build_scripts.publish.page_names import term_anchor
from build_scripts.publish.pinyin_keys import key
from build_scripts.publish.reading import without_notes


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("<!-- report yunxi-2021 -->", Marker("report", "yunxi-2021")),
        ("  <!-- related yunxi -->  ", Marker("related", "yunxi")),
        ("<!-- reports -->", Marker("reports")),
        ("<!-- reports theme=jianfu -->", Marker("reports", "jianfu")),
        ("<!-- latest 12 -->", Marker("latest", "12")),
        ("<!-- themes -->", Marker("themes")),
        ("<!-- glossary -->", Marker("glossary")),
        ("<!-- glossary-index -->", Marker("glossary-index")),
    ],
)
def test_markers(line: str, marker: Marker) -> None:
    assert read_marker(line) == marker


@pytest.mark.parametrize(
    "line",
    [
        "<!-- report -->",
        "<!-- report a b -->",
        "<!-- report ../x -->",
        '<!-- report "x" -->',
        "<!-- reports jianfu -->",
        "<!-- latest 0 -->",
        "<!-- latest -1 -->",
        "<!-- themes --> and more",
        "    <!-- themes -->",
        "<!-- Themes -->",
        "<!--themes-->",
        "themes",
    ],
)
def test_what_is_no_marker(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize(
    "href",
    ["https://example.org/a?b=1#c", "http://example.org", "mailto:a@example.org", "../x.md#u-1", "#top", ""],
)
def test_addresses_that_may_be_followed(href: str) -> None:
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java&#115;cript:alert(1)",
        "javascript&colon;alert(1)",
        "java\u200bscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//elsewhere.example/x",
        "\\\\elsewhere.example",
    ],
)
def test_addresses_that_may_not(href: str) -> None:
    assert safe_href(href) is None


def test_english_keeps_paragraphs_and_inline_markdown() -> None:
    blocks = [to_html_string(block) for block in english_blocks('One *two* `x<y>`.\nThree\n\n[a](b.md "t")')]
    assert blocks == [
        "<p>One <em>two</em> <code>x&lt;y&gt;</code>.\nThree</p>",
        '<p><a href="b.md" title="t">a</a></p>',
    ]
    assert english_blocks(" \n\n") == []


@given(st.text(st.sampled_from('a1 .,’—#->+|~=!:;()"/\u3000\xa0\t\n*_`[<&\\中'), max_size=8))
@example("1. a")
@example(" a")
@example("a  ")
@example("http://a.b")
def test_law_what_looks_plain_is_what_markdown_makes_of_it(text: str) -> None:
    found = [to_html_string(block) for block in english_blocks(text)]
    assert found == [to_html_string(block) for block in english.parsed_blocks(text)]


@pytest.mark.parametrize("text", ["# a", "1. a", "- a", "> a", "```a", "a\n===", "***", "[a]: b", "    a"])
def test_english_has_no_other_blocks(text: str) -> None:
    assert [block.tag for block in english_blocks(text)] == ["p"]


def test_plain_english_has_no_markdown() -> None:
    assert plain_english("A **bold** [link](x.md)\n\nand `code` & <b>") == "A bold link and code & <b>"


@pytest.mark.parametrize(
    ("pinyin", "typed"),
    [
        ("Xī'ān", "xian"),
        ("lǜsè fāzhǎn", "lvsefazhan"),
        ("yī jiān tiāo", "yijiantiao"),
        ("“1+5” wénjiàn", "15wenjian"),
        ("", ""),
    ],
)
def test_pinyin_as_it_is_typed(pinyin: str, typed: str) -> None:
    assert key(pinyin) == typed


def test_without_annotation_chinese_is_plain_text() -> None:
    assert chinese("党建&<", Context()) == ["党建&<"]


def test_texts_are_shown_as_they_are() -> None:
    assert literal("a&lt;\x02b\x03") == "a&amp;lt;b"
    made = element("p", "<", element("b", "&"), ">", attrs={"title": '"<&'})
    assert to_html_string(made) == '<p title="&quot;&lt;&amp;">&lt;<b>&amp;</b>&gt;</p>'
    assert toc_label("<a>", "b & c") == "&lt;a&gt; · b &amp; c"
    assert [to_html_string(part) for part in pair("", "x") if not isinstance(part, str)] == [
        '<span class="dz-en" lang="en">x</span>'
    ]


def test_addresses_of_pages() -> None:
    assert Links().to("reports/a b.md") == "/reports/a%20b.md"
    assert Links("", ".html").to("index.md", "x") == "index.html#x"
    assert term_anchor("a b") == "t-a-b"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("党建工作", "zh-Hans"),
        ("用 Python 写成的程序", "zh-Hans"),
        ("the 党建 of it all", "en"),
        ("2021：1", ""),
    ],
)
def test_languages(text: str, found: str) -> None:
    assert language(text) == found


def test_only_notes_are_taken_out() -> None:
    text = "a <!-- note --> b <!-- EN machin --> c <!-- zh --> d <!-- enough --> e <!-- open"
    assert without_notes(text) == "a  b <!-- EN machin --> c <!-- zh --> d  e <!-- open"
