"""The format of a clean text is parsed strictly, and the project's own corpus is in it."""

from __future__ import annotations

from random import Random

import pytest

from bench.lab.base import choose, load, stack
from bench.lab.model import Slot
from bench.lab.report import FormatError, parse_report, to_scene

REPORT = """山乡新事 村村通车
—— 云溪县修路纪实
^ 走基层
@ □ 石桥
= 2021年3月2日

腊月里，路修到了村口。
## 一、修路先修心
- 1、摸底。一户一户地问。
- ——算账。一笔一笔地算。
! 村民走上新路。南枝 摄
| 年份 | 里程 |
一是把水引来。
"""


def test_each_mark_gives_its_unit() -> None:
    lines = parse_report(REPORT, "a.txt").lines
    assert [line.slot.value for line in lines] == [
        "title", "deck", "kicker", "byline", "meta", "paragraph", "heading", "item", "item", "caption",
        "table", "paragraph",
    ]  # fmt: skip
    assert [(line.mark, line.text) for line in lines if line.mark] == [
        ("一、", "修路先修心"),
        ("1、", "摸底。一户一户地问。"),
        ("——", "算账。一笔一笔地算。"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# 题目\n正文。", "a:1: the first line must be the title"),
        ("题目\n##\n正文。", "a:2: no such mark: ##"),
        ("题目\n> 引文\n正文。", "a:2: no such mark"),
        ("题目\n—— 副题", "a: no paragraph"),
        ("题目\n———副题\n正文。", "a:2: no such mark"),
    ],
)
def test_what_is_not_in_the_format_is_an_error_with_its_line(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        parse_report(text, "a")


def test_a_scene_shows_marks_and_expects_text_without_them() -> None:
    scene = to_scene(parse_report(REPORT, "a"))
    assert [line.text for line in scene.lines[:4]] == [
        "走基层",
        "山乡新事 村村通车",
        "——云溪县修路纪实",
        "□ 石桥",
    ]
    assert [(unit.roles, unit.text) for unit in scene.units][1] == (("subtitle",), "云溪县修路纪实")
    assert scene.units[-1].roles == ("paragraph", "list_item")
    assert all(scene.unit(line.owner).text in line.text for line in scene.lines)


def test_the_corpus_is_large_and_varied() -> None:
    reports = load(None)
    assert len(reports) >= 30
    assert sum(report.characters() >= 600 for report in reports) >= 24
    assert {line.slot for report in reports for line in report.lines} == set(Slot) - {Slot.EXTRA}


def test_stacked_reports_keep_their_own_numbers() -> None:
    one = to_scene(parse_report(REPORT, "a"))
    both = stack([one, one])
    assert len({unit.id for unit in both.units}) == 2 * len(one.units)
    assert {unit.report for unit in both.units} == {0, 1}
    assert all(both.unit(line.owner).report == line.report for line in both.lines)


def test_the_same_generator_chooses_the_same_reports() -> None:
    reports = load(None)
    assert choose(reports, Random(7), 2) == choose(reports, Random(7), 2)
