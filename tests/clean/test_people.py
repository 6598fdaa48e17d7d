"""By-lines in all their forms, and lines that are none."""

from __future__ import annotations

import pytest

from build_scripts.clean.people import byline_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□ 记者 王晓东 通讯员 古丽娜尔", ("王晓东", "古丽娜尔")),
        ("□文溪田野", ("文溪", "田野")),
        ("文：林慧如 攝影：張家豪", ("林慧如", "張家豪")),
        ("文·周牧 摄·林砚秋", ("周牧", "林砚秋")),
        ("本报记者文溪通讯员田野", ("文溪", "田野")),
        ("记者文溪／報導", ("文溪",)),
        ("本报记者文溪通讯员赵临川夏至", ("文溪", "赵临川", "夏至")),
        ("□江帆通讯员晓禾", ("江帆", "晓禾")),
        ("文·周牧摄·林砚秋", ("周牧", "林砚秋")),
        ("本报记者何青禾林砚秋文/图", ("何青禾", "林砚秋")),
        ("文/图 本报记者 文溪", ("文溪",)),
        ("清江日报记者 徐欣 文/摄", ("徐欣",)),
        ("本报记者 郝丽娟 实习生 马超", ("郝丽娟", "马超")),
        ("见习记者 文溪 文并图", ("文溪",)),
        ("（记者 文溪 通讯员 田野）", ("文溪", "田野")),
        ("阿不都热合曼 赵新莉", ("阿不都热合曼", "赵新莉")),
        ("文溪 摄影报道", ("文溪",)),
    ],
)
def test_a_byline_tells_its_names(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "党建 引领",
        "记者调查",
        "记者走基层",
        "通讯员报道",
        "综合 整治",
        "图片 新闻",
        "文图并茂",
        "高山 流水",
        "记者回访通讯员队伍建设情况",
    ],
)
def test_a_heading_is_no_byline(line: str) -> None:
    assert byline_names(line) is None
