"""Cutting under a limit: nothing is lost, no piece is too large, sentences stay whole where they can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.translate.sentences import split_text

texts = st.text(st.sampled_from("村路水。！？，；、：”’」）“（1a .\n…"), max_size=120) | st.text(max_size=60)


def in_bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


@given(texts, st.integers(1, 30), st.sampled_from([len, in_bytes]))
def test_the_pieces_are_the_text_and_within_the_limit(text: str, limit: int, measure: object) -> None:
    assert callable(measure)
    pieces = split_text(text, limit, measure)
    assert "".join(pieces) == text
    assert all(measure(piece) <= limit or len(piece) == 1 for piece in pieces)


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("路通了。", 10, ["路通了。"]),
        ("路通了。水通了。", 5, ["路通了。", "水通了。"]),
        ("他说：“路通了。”大家笑。", 9, ["他说：“路通了。”", "大家笑。"]),
        ("（路通了！）水呢？！电呢？", 6, ["（路通了！）", "水呢？！", "电呢？"]),
        ("路通了，水通了，电也通了。", 8, ["路通了，水通了，", "电也通了。"]),
        ("增长3.5个点。很好。", 9, ["增长3.5个点。", "很好。"]),
        ("一二三四五六七八", 3, ["一二三", "四五六", "七八"]),
        ("在 XT12 里", 4, ["在 ", "XT12", " 里"]),
        ("", 5, []),
    ],
)
def test_where_it_is_cut(text: str, limit: int, pieces: list[str]) -> None:
    assert list(split_text(text, limit)) == pieces


def test_a_long_text_is_no_slower_than_it_is_long() -> None:
    pieces = split_text("一段没有标点的文字" * 20_000, 50)
    assert len(pieces) == 3_600
