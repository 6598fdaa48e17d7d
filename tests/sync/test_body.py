from __future__ import annotations

import pytest

from build_scripts.model import Article, Piece, Role
from build_scripts.sync.body import body_blocks


def blocks_of(role: Role, text: str) -> list[str]:
    report = Article(
        "x", "题", "", ("文溪", "田野"), "2021-03-02", "云溪日报", (Piece(role, text, ((0, 1),)),)
    )
    return [block.zh.text for block in body_blocks(report)]


@pytest.mark.parametrize(
    "text",
    [
        "□ 文溪 田野",
        "本报记者 文溪 通讯员 田野",
        "来源：云溪日报 2021年3月2日",
        "（2021年3月2日）",
        "文章来源：云溪日报 时间：2021-03-02 16:18 作者：文溪 浏览次数：次",
    ],
)
def test_a_byline_that_the_front_matter_holds_is_no_block(text: str) -> None:
    assert blocks_of(Role.METADATA, text) == []
    assert blocks_of(Role.PARAGRAPH, text) == [text]


@pytest.mark.parametrize(
    "text", ["（责任编辑：南枝）", "来源：清江日报", "2020年3月2日", "本文为系列报道之三"]
)
def test_other_metadata_is_a_block(text: str) -> None:
    assert blocks_of(Role.METADATA, text) == [text]


def test_title_subtitle_and_blank_pieces_are_no_blocks() -> None:
    assert (
        blocks_of(Role.TITLE, "题")
        == blocks_of(Role.SUBTITLE, "副题")
        == blocks_of(Role.PARAGRAPH, " \n")
        == []
    )
