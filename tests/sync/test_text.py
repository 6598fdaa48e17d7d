from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.sync.text import en_hash, escape_zh, quotation, quoted, split_lines, unescape_zh, zh_hash

specials = st.text(alphabet="\\`*_{}[]<>()#+-.!|~&$:=;0123 \tab中文\u3000\x00ltm", max_size=20)
one_line = (st.text(max_size=40) | specials).filter(lambda text: not re.search(r"[\r\n]", text))


@given(one_line)
def test_escaping_is_undone_by_unescaping(text: str) -> None:
    assert unescape_zh(escape_zh(text)) == text


@given(st.lists(one_line, min_size=1))
def test_a_quotation_holds_any_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert quoted(split_lines(quotation(text))) == text


@given(st.text())
def test_lines_joined_are_the_text(text: str) -> None:
    assert "".join(split_lines(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "1. 修路12公里",
        "# 一、组织",
        "- 通水",
        "收入*不含*补贴_约_3成",
        "见[附件](x.md)",
        "全县<100户>脱贫",
        "AT&amp;T与<b>公司</b>",
        "<!-- zh 9f2c1a7e paragraph -->",
        "`代码`",
        "“1+5”模式，3.5%，〔2018〕59号",
    ],
)
def test_a_markdown_viewer_shows_the_chinese_as_it_is(text: str) -> None:
    shown = re.sub(r"<[^>]*>", "", markdown.markdown(quotation(text)))
    assert html.unescape(shown).strip() == text


@pytest.mark.parametrize("text", ["云溪县修路12公里，通水3村。", "“1+5”模式", "3.5%", "2018年（全年）"])
def test_ordinary_chinese_is_not_escaped(text: str) -> None:
    assert escape_zh(text) == text


def test_hashes_are_the_first_digits_of_sha256() -> None:
    assert zh_hash("") == en_hash(" \n") == "e3b0c442"
    assert zh_hash(" ") != zh_hash("")


def test_line_ends_and_outer_space_do_not_change_the_hash_of_english() -> None:
    assert en_hash("One.\r\n\r\nTwo.\r\n") == en_hash("One.\n\nTwo.")
    assert en_hash("One. Two.") != en_hash("One.\nTwo.")
