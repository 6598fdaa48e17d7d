"""The nearest relatives of reports and the reasons given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.lexicon import EMPTY, load_lexicon
from build_scripts.annotate.related import LEAST_SCORE, content_words, related_reports
from build_scripts.annotate.words import annotate

REPORTS = {
    "clinic": {"卫生室": 5, "医保": 3, "报销": 2, "涟源": 2},
    "hospital": {"卫生室": 2, "医保": 4, "手术": 3, "涟源": 1},
    "branch": {"党支部": 6, "党课": 2, "书记": 3},
    "secretary": {"党支部": 2, "书记": 5, "述职": 2},
    "bids": {"招标": 4, "保函": 2},
}


def test_what_shares_rare_words_is_related() -> None:
    related = related_reports(REPORTS)
    assert [item.id for item in related["clinic"]] == ["hospital"]
    assert [item.id for item in related["branch"]] == ["secretary"]


def test_what_shares_nothing_has_no_relatives() -> None:
    assert related_reports(REPORTS)["bids"] == ()


def test_reasons_are_the_shared_words_heaviest_first() -> None:
    assert related_reports(REPORTS)["branch"][0].reasons == ("书记", "党支部")


def test_preferred_words_come_first() -> None:
    assert related_reports(REPORTS)["clinic"][0].reasons == ("医保", "卫生室")
    place = related_reports(REPORTS, preferred={"涟源"})["clinic"][0].reasons
    assert place == ("涟源", "医保"), "a place goes before words that weigh a little more"
    named = related_reports(REPORTS, preferred={"涟源", "卫生室", "医保"})["clinic"][0].reasons
    assert set(named) == {"涟源", "卫生室", "医保"}


def test_a_rare_word_is_named_before_one_that_most_reports_repeat() -> None:
    common = {name: {"乡镇": 30} for name in "cdefg"}
    related = related_reports(
        {"a": {"乡镇": 30, "责任状": 1}, "b": {"乡镇": 30, "责任状": 1}, **common, "h": {}}
    )
    nearest = next(relative for relative in related["a"] if relative.id == "b")
    assert nearest.reasons == ("责任状", "乡镇")


def test_mere_words_are_named_only_where_little_else_is_shared() -> None:
    named = related_reports(REPORTS, preferred={"涟源", "卫生室"})["clinic"][0].reasons
    assert set(named) == {"涟源", "卫生室"}


def test_the_score_is_the_same_from_either_side() -> None:
    related = related_reports(REPORTS)
    assert related["clinic"][0].score == related["hospital"][0].score


def test_equal_relatives_stand_by_id_and_no_more_than_the_limit() -> None:
    same = {name: {"油茶": 1, "茶叶": 2} for name in "dbca"}
    related = related_reports(same, limit=2)
    assert [item.id for item in related["a"]] == ["b", "c"]
    assert [item.id for item in related["d"]] == ["a", "b"]


def test_no_report_and_empty_reports() -> None:
    assert related_reports({}) == {}
    assert related_reports({"a": {}, "b": {}}) == {"a": (), "b": ()}


def test_content_words_count_terms_under_their_heading() -> None:
    lexicon, _ = load_lexicon({"g.md": "<!-- glossary -->\n## 医改\n- en: x\n- variants: 医药卫生体制改革\n"})
    words = annotate("他们推进医药卫生体制改革，医改惠及医院，2020年。", lexicon)
    assert content_words(words, lexicon) == {"医改": 2, "医院": 1}


def test_content_words_leave_out_figures_single_characters_and_what_every_report_says() -> None:
    assert content_words(annotate("我们在2020年开展工作，A4纸"), EMPTY) == {}


_DOCUMENTS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.dictionaries(
        st.sampled_from(["医保", "党课", "招标", "油茶", "书记", "涟源"]), st.integers(1, 9), max_size=6
    ),
    max_size=8,
)


@given(_DOCUMENTS, st.integers(1, 4))
def test_laws(documents: dict[str, dict[str, int]], limit: int) -> None:
    related = related_reports(documents, limit)
    assert set(related) == set(documents)
    assert related == related_reports(dict(reversed(documents.items())), limit)
    for name, items in related.items():
        assert len(items) <= limit
        assert name not in {item.id for item in items}
        assert [item.score for item in items] == sorted((item.score for item in items), reverse=True)
        for item in items:
            assert LEAST_SCORE <= item.score <= 1.000001
            assert item.reasons
            assert all(word in documents[name] and word in documents[item.id] for word in item.reasons)
