"""The glossary and the themes that the project ships: whole, consistent and usable."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.annotate.codes import CODES
from build_scripts.annotate.lexicon import Term, load_lexicon
from build_scripts.annotate.segment import segments
from build_scripts.annotate.themes import load_themes
from build_scripts.annotate.words import annotate

DOCS = Path(__file__).parents[2] / "docs"


def _files(folder: str) -> dict[str, str]:
    return {path.as_posix(): path.read_text("utf-8") for path in sorted((DOCS / folder).glob("*.md"))}


LEXICON, LEXICON_FAULTS = load_lexicon(_files("glossary"))
THEMES, THEME_FAULTS = load_themes(_files("themes"))


def test_the_glossary_has_no_fault() -> None:
    assert [str(fault) for fault in LEXICON_FAULTS] == []
    assert len(LEXICON.terms) >= 250


@pytest.mark.parametrize("term", LEXICON.terms, ids=lambda term: term.id)
def test_an_entry_says_where_its_rendering_is_from(term: Term) -> None:
    assert term.source in {"通行译法 · established usage", "本站自拟 · own rendering"}


@pytest.mark.parametrize("term", LEXICON.terms, ids=lambda term: term.id)
def test_renderings_of_an_entry_differ_and_none_is_both_right_and_wrong(term: Term) -> None:
    renderings = [rendering.lower() for rendering in (term.en, *term.admitted, *term.avoid)]
    assert len(renderings) == len(set(renderings))


def test_the_vocabulary_of_grassroots_government_is_there() -> None:
    wanted = """
        一肩挑 两委 三会一课 “五化” 五化建设 空壳村 软弱涣散 第一书记 一门式 先诊疗后付费 四不两直
        一票否决 建档立卡 建档立卡贫困户 驻村工作队 精准扶贫 脱贫攻坚 乡村振兴 结对帮扶 网格化管理 网格员
        最多跑一次 放管服 党员先锋岗 主题党日 谈心谈话 民主生活会 组织生活会 民主评议党员 发展党员
        流动党员 党建引领 党群服务中心 便民服务中心 村务监督委员会 村民议事会 四议两公开 一事一议
        村规民约 红白理事会 移风易俗 厕所革命 空心房 人居环境整治 美丽乡村 产业扶贫 扶贫车间 易地搬迁
        五保户 低保 大病保险 家庭医生签约 分级诊疗 医共体 乡村医生 村卫生室 双随机一公开 证照分离
        一件事一次办 形式主义 官僚主义 文山会海 痕迹管理 八项规定 四风 巡视 巡察 容错纠错 能上能下 选调生
        乡镇财政 事业编制 村级集体经济 土地流转 三资管理 清产核资 四大班子 县直单位 乡镇 街道 条块
        属地管理 一把手 分管领导 包村干部 联村干部 后盾单位
    """
    assert [term for term in wanted.split() if term not in LEXICON.by_zh] == []


def test_the_themes_have_no_fault() -> None:
    assert [str(fault) for fault in THEME_FAULTS] == []
    assert {theme.id for theme in THEMES} == {
        "grassroots-party-building", "officials", "cutting-burdens", "rural-revitalisation",
        "public-services", "talent", "health", "business-environment",
    }  # fmt: skip


@pytest.mark.parametrize("term", LEXICON.terms, ids=lambda term: term.id)
def test_a_term_and_its_variants_are_found_in_a_sentence(term: Term) -> None:
    for expression in (term.zh, *term.variants):
        words = annotate(f"谈到{expression}，大家都熟悉。", LEXICON)
        assert [word.text for word in words if word.term == term.id][:1] == [expression]


@pytest.mark.parametrize("term", LEXICON.terms, ids=lambda term: term.id)
def test_an_entry_is_explained_in_a_few_sentences(term: Term) -> None:
    assert 1 <= term.explanation_zh.count("。") <= 4
    assert 1 <= term.explanation_en.count(". ") + 1 <= 4
    assert '"' not in term.explanation_en + term.en, "quotation marks are typographic"
    assert "ize " not in term.explanation_en, "British spelling, -ise"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_a_theme_has_enough_keywords_and_each_can_be_found(theme: object) -> None:
    found = next(item for item in THEMES if item is theme)
    assert 15 <= len(found.keywords) <= 40
    for keyword, _ in found.keywords:
        text = f"谈到{keyword}，大家都熟悉。"
        assert keyword in {match.key for match in found.matcher.find(text, segments(text)).matches}, keyword


def test_theme_pages_end_with_the_list_of_their_reports() -> None:
    for path, text in _files("themes").items():
        name = Path(path).stem
        if name != "index":
            assert text.rstrip().endswith(f"<!-- reports theme={name} -->")


def test_codes_are_explained_with_fault_example_and_cure() -> None:
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
    for code in CODES:
        assert code.code.startswith("A")
        assert "Example:" in code.explanation
        assert "Cure:" in code.explanation
