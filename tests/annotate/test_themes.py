"""Theme files and the themes of reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.themes import (
    MOST_THEMES,
    RELATIVE_THRESHOLD,
    assign_themes,
    load_themes,
    score_themes,
)


def _theme(*keywords: str) -> str:
    listed = "".join(f"  - {keyword}\n" for keyword in keywords)
    return f"---\ntitle: 题\ntitle_en: Theme\nkeywords:\n{listed}---\n\n中文。\n\nEnglish.\n"


FILES = {
    "docs/themes/health.md": _theme("医院: 2", "医疗"),
    "docs/themes/party.md": _theme("党支部: 2", "党员"),
    "docs/themes/talent.md": _theme("人才", "专家"),
    "docs/themes/index.md": "# Themes\n",
}
THEMES, _ = load_themes(FILES)


def test_themes_are_read_by_the_stem_of_their_file() -> None:
    themes, faults = load_themes(FILES)
    assert faults == ()
    assert [theme.id for theme in themes] == ["health", "party", "talent"]
    assert themes[0].keywords == (("医院", 2.0), ("医疗", 1.0))


def test_the_title_counts_more_than_the_text() -> None:
    assert assign_themes("医院记事", ["党支部"], THEMES) == ("health",)
    assert assign_themes("记事", ["医院里有党支部、党员"], THEMES)[0] == "party"


def test_a_second_theme_must_reach_its_share_of_the_best() -> None:
    scores = score_themes("", ["医院、医院，专家"], THEMES)
    assert scores["talent"] < RELATIVE_THRESHOLD * scores["health"]
    assert assign_themes("", ["医院、医院，专家"], THEMES) == ("health",)
    assert assign_themes("", ["医院，专家"], THEMES) == ("health", "talent")


def test_one_keyword_anywhere_gives_a_theme() -> None:
    assert assign_themes("", ["山" * 3000 + "。专家来了。"], THEMES) == ("talent",)


def test_no_keyword_no_theme() -> None:
    assert assign_themes("天气", ["下雨。"], THEMES) == ()
    assert assign_themes("", [], THEMES) == ()


def test_a_keyword_inside_another_word_does_not_count() -> None:
    themes, _ = load_themes({"mongolia.md": _theme("蒙古"), "university.md": _theme("北大")})
    assert assign_themes("内蒙古", ["向北大概走十里"], themes) == ()


def test_only_the_longest_keyword_counts_at_a_place() -> None:
    themes, _ = load_themes({"a.md": _theme("集体经济", "村集体经济: 3")})
    assert score_themes("", ["发展村集体经济"], themes) == {"a": 3.0}


def test_equal_scores_stand_by_id_whatever_the_order() -> None:
    assert assign_themes("专家党员", [], THEMES) == ("party", "talent")
    assert assign_themes("专家党员", [], THEMES[::-1]) == ("party", "talent")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("医院。\n", 1, id="no front matter"),
        pytest.param("---\ntitle: [x\n---\n", 3, id="no YAML"),
        pytest.param("---\ntitle: 题\n---\n", 1, id="no English title"),
        pytest.param("---\n- x\n---\n", 1, id="no mapping"),
        pytest.param("---\ntitle: 题\ntitle_en: T\nkeywords: 医院\n---\n", 4, id="keywords no list"),
        pytest.param(_theme("医院", "诊所: many"), 6, id="weight no number"),
        pytest.param(_theme("医院", "诊所: 0"), 6, id="weight nothing"),
        pytest.param(_theme("医院", "诊所: true"), 6, id="weight a truth value"),
        pytest.param(_theme("医院", "医院: 2"), 5, id="keyword twice"),
    ],
)
def test_a_fault_is_reported_with_its_line(text: str, line: int) -> None:
    themes, faults = load_themes({"bad.md": text, "good.md": _theme("党员")})
    assert [(fault.path, fault.line, fault.code) for fault in faults] == [("bad.md", line, "A003")]
    assert themes[-1].id == "good"


def test_a_bad_keyword_does_not_cost_the_others() -> None:
    themes, _ = load_themes({"a.md": _theme("医院", "诊所: many")})
    assert themes[0].keywords == (("医院", 1.0),)


_WORDS = st.lists(
    st.sampled_from(["医院", "医疗", "党支部", "党员", "人才", "专家", "天气", "。"]), max_size=12
)


@given(_WORDS.map("，".join), st.lists(_WORDS.map("，".join), max_size=4))
def test_one_to_three_themes_best_first_wherever_a_keyword_occurs(title: str, texts: list[str]) -> None:
    chosen = assign_themes(title, texts, THEMES)
    scores = score_themes(title, texts, THEMES)
    assert len(chosen) <= MOST_THEMES
    assert bool(chosen) == any(scores.values())
    ranks = [scores[name] for name in chosen]
    assert ranks == sorted(ranks, reverse=True)
    assert all(rank >= RELATIVE_THRESHOLD * max(scores.values()) for rank in ranks)
    assert chosen == assign_themes(title, texts, THEMES[::-1])


@given(st.text(max_size=120))
def test_no_file_whatever_breaks_the_reader(text: str) -> None:
    for content in (text, f"---\n{text}\n---\n"):
        themes, faults = load_themes({"a.md": content})
        assert themes or faults
