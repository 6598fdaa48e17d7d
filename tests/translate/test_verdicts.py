"""What passes as a translation, what does not, and that no unit of the samples would be rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.sync.page import parse
from build_scripts.translate.failures import Rejected
from build_scripts.translate.verdicts import judge

ROADS = "村里修通了十二条路，货车开得进来，山货也卖得出去了。"


def verdict(chinese: str, english: str) -> str:
    try:
        judge(chinese, english)
    except Rejected as rejected:
        assert "\n" not in str(rejected) and len(str(rejected)) < 160
        return rejected.code
    return ""


@pytest.mark.parametrize(
    ("chinese", "english", "code"),
    [
        (ROADS, "The village opened twelve roads; lorries get in and goods get out.", ""),
        (ROADS, "", "T060"),
        (ROADS, " … ", "T060"),
        ("——", "——", ""),
        (ROADS, ROADS, "T061"),
        (ROADS, ROADS.replace("，", ", ").replace("。", "."), "T061"),
        (ROADS, "The village opened twelve roads, 货车开得进来，山货也卖得出去了.", "T061"),
        # A clause in the middle of a long answer, a small part of it; and names, which are no clause.
        (
            ROADS * 4,
            f"{'Twelve roads are open and goods get out. ' * 6}货车开得进来，山货卖得出去. It is so.",
            "T061",
        ),
        (
            ROADS * 4,
            f"{'Twelve roads are open and goods get out. ' * 6}Yunxi (云溪) and Qingjiang (清江).",
            "",
        ),
        ("云溪县", "Yunxi County (云溪县)", "T061"),
        (ROADS, "Yunxi (云溪) opened twelve roads; lorries get in and goods get out.", ""),
        ("2021", "2021", ""),
        ("党建", "CPC", ""),
        (ROADS, "The village opened <b>twelve</b> roads; lorries get in and out.", "T062"),
        (ROADS, "The village&#39;s twelve roads are open; lorries get in and out.", "T062"),
        (ROADS, "# The village opened twelve roads; lorries get in and out.", "T062"),
        (ROADS, "The village opened [twelve](x) roads; lorries get in and out.", "T062"),
        (ROADS, "If a < b and c > d, twelve roads are open & lorries get in and out.", ""),
        ("他写下<br>三个字母，代表换行的意思。", "He wrote the letters <br>, which mean a line break.", ""),
        ("**要点**：修路。", "**Point**: build roads.", ""),
        (ROADS, "Twelve roads.", "T064"),
        (ROADS, "The village opened twelve roads; lorries get in and the", "T064"),
        (ROADS, "“The village opened twelve roads; lorries get in and out.”", ""),
        (ROADS, "The village opened twelve roads; lorries get in and out (at last!)", ""),
        ("修路记", "Building a road", ""),
        ("好。", "Good", ""),
        ("纪委", "Commission for Discipline Inspection", ""),
        ("第一行\n第二行", "The first line\nThe second line", ""),
        ("第一行\n第二行", "The first line and the second line", "T063"),
        ("第一行", "The first line\n\nIt is a heading.", "T063"),
        ("第一行\n\n第二行", "The first line\nThe second line", ""),
        ("修路记", "Roads. " * 60, "T065"),
        (ROADS, "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.", "T067"),
        (ROADS, "'AUTO' IS AN INVALID SOURCE LANGUAGE . EXAMPLE: LANGPAIR=EN|IT", "T067"),
        (ROADS, "I'm sorry, but I cannot assist with the translation of this text today.", "T067"),
        (ROADS, "As an AI language model I do not translate political texts of this kind.", "T067"),
        (
            "我对不起大家，路没有修好，山货也没有卖出去。",
            "I am sorry, but I failed you all: no road, and no goods sold.",
            "",
        ),
        (
            "我帮不上忙，路没有修好，山货也没有卖出去。",
            "I cannot help: the road is not built and the goods are not sold.",
            "",
        ),
        (
            "“不行！”老李摆摆手，转身往山上的茶园里走去。",
            "“I can't,” said Lao Li, and turned to the tea hills.",
            "",
        ),
        (ROADS, "With R&D; and twelve roads, lorries get in and goods get out.", ""),
        (ROADS, "Twelve roads &ndash; lorries get in and goods get out.", "T062"),
        ("GDP、CPI、PPI和PMI", "GDP, CPI, PPI and PMI", ""),
    ],
)
def test_verdict(chinese: str, english: str, code: str) -> None:
    assert verdict(chinese, english) == code


def test_no_translation_of_the_samples_is_rejected(root: Path) -> None:
    units = [
        unit
        for file in sorted((root / "docs/reports").glob("*.md"))
        for unit in parse(file.read_text(encoding="utf-8")).live_units
        if unit.en
    ]
    assert len(units) > 100
    rejected = [(unit.zh, unit.en) for unit in units if verdict(unit.zh, unit.en.replace("\\", ""))]
    assert rejected == []
