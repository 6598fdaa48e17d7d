"""Decoding: each encoding that reports come in, and each thing that is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.read.encoding import EncodingError, NotTextError
from build_scripts.read.source import read_source

SIMPLIFIED = "清江县各级党组织认真落实部署，推动乡村工作取得新的进展。\n今年以来，全县修通村道三十条。"
# What no text is written with: a few are damage, more than eight a binary file.
CONTROLS = "".join(map(chr, (*range(9), *range(14, 27)))) + "\x7f\ufffd"
TRADITIONAL = "清江縣各級黨組織認真落實部署，推動鄉村工作取得新的進展。今年以來，全縣修通村道三十條。"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_simplified_text_in_each_encoding(codec: str) -> None:
    source = read_source(SIMPLIFIED.encode(codec), "a.txt")
    assert source.text == SIMPLIFIED


@pytest.mark.parametrize("codec", ["big5", "utf-8", "gb18030"])
def test_traditional_text_in_each_encoding(codec: str) -> None:
    assert read_source(TRADITIONAL.encode(codec), "a.txt").text == TRADITIONAL


def test_a_byte_order_mark_is_dropped_and_nothing_else() -> None:
    assert read_source(b"\xef\xbb\xbf  a\r\n\xe6\x9d\x91 ", "a.txt").text == "  a\r\n村 "


def test_a_stray_nul_is_damage_and_not_a_binary_file() -> None:
    text = "村里的路修通了。" * 5 + "乡村\x00振兴"
    assert read_source(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04abc", bytes(range(256)) * 16],
    ids=["pdf", "png", "zip", "noise"],
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError):
        read_source(data, "a.txt")


def test_a_text_cut_within_a_character_is_refused() -> None:
    with pytest.raises(EncodingError):
        read_source(SIMPLIFIED.encode() + "村".encode()[:2], "a.txt")


def test_a_wrong_byte_order_mark_is_refused_with_the_place() -> None:
    with pytest.raises(EncodingError, match="byte 2"):
        read_source(b"\xef\xbb\xbfab\xff", "a.txt")


@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=200))
def test_any_utf8_text_comes_back_or_is_said_to_be_binary(text: str) -> None:
    controls = sum(char in CONTROLS for char in text)
    try:
        assert read_source(text.encode(), "a.txt").text == text.removeprefix("\ufeff")
    except NotTextError:
        assert controls > 8 or text.startswith(("%PDF-", "GIF8", "PK\x03\x04", "Rar!", "\x7fELF"))
