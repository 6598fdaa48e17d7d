"""What goes from one page to another: English that moves with its Chinese, and suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from build_scripts.model import Article
from build_scripts.sync.corpus import Corpus, Report, sync_corpus
from build_scripts.sync.marks import Status
from build_scripts.sync.nodes import Page, Unit
from build_scripts.sync.page import parse, status
from build_scripts.sync.text import en_hash, zh_hash
from tests.sync.helpers import article

ROADS = "云溪县修通村组公路十二公里，受益群众三千人。"
WATER = "清江镇的水库维修了四个月，没有一天停工。"
SCHOOL = "乡里的小学办起了夜校，每周上三次课。"


def synced(
    articles: Mapping[str, Article], pages: Mapping[str, str], *, waiting: tuple[str, ...] = ()
) -> Corpus:
    """The pages of a project; a page without an article is one whose report is gone. Run twice, as a law."""
    parsed = {name: parse(text, f"docs/reports/{name}.md") for name, text in pages.items()}
    reports = [
        Report(name, found, f"{name}.txt", f"docs/reports/{name}.md", parsed.get(name))
        for name, found in articles.items()
    ]
    others = {name: parse(text) for name, text in pages.items() if name not in articles}
    gone = [name for name in others if name not in waiting]
    first = sync_corpus(reports, others, gone)
    again = [replace(report, page=parse(first.texts[report.name], report.path)) for report in reports]
    second = sync_corpus(again, others, gone)
    assert second.texts == first.texts
    assert not second.first
    return first


def translated(name: str, english: Mapping[str, str], report: Article) -> str:
    """The page of ``report`` with the English of some of its paragraphs, a person's."""
    text = synced({name: report}, {}).texts[name]
    for chinese, words in english.items():
        text = with_english(text, chinese, words)
    return synced({name: report}, {name: text}).texts[name]


def with_english(text: str, chinese: str, words: str) -> str:
    found = next(unit for unit in parse(text).live_units if unit.zh == chinese)
    return text.replace(found.raw, found.raw.replace("<!-- en todo -->", f"<!-- en human -->\n\n{words}"))


def unit(page: Page, chinese: str) -> Unit:
    (found,) = (one for one in page.units if one.zh == chinese)
    return found


def said(corpus: Corpus, code: str) -> list[tuple[str, int]]:
    return [(found.path, found.line) for found in corpus.diagnostics if found.code == code]


WHOLE = translated(
    "whole", {ROADS: "Roads.", WATER: "Water.", SCHOOL: "School."}, article(ROADS, WATER, SCHOOL)
)


def test_a_report_split_in_two_takes_its_english_along() -> None:
    page = WHOLE.replace("Water.\n", "Water.\n\n<!-- ok T021 on purpose -->\n").replace(
        "<!-- en human -->\n\nSchool.", f"<!-- en machine {en_hash('School.')} -->\n\nSchool."
    )
    corpus = synced({"whole": article(ROADS), "half": article(WATER, SCHOOL, title="水利")}, {"whole": page})
    half = corpus.pages["half"]
    assert (unit(half, WATER).en, status(unit(half, WATER))) == ("Water.", Status.HUMAN)
    assert [found.code for found in unit(half, WATER).exceptions] == ["T021"]
    assert (unit(half, SCHOOL).en, status(unit(half, SCHOOL))) == ("School.", Status.MACHINE)
    assert [one.zh for one in corpus.pages["whole"].units] == [ROADS]
    assert "orphans" not in corpus.texts["whole"]
    lines = [unit(half, WATER).line, unit(half, SCHOOL).line]
    assert said(corpus, "T007") == [("docs/reports/half.md", line) for line in lines]


def test_two_reports_in_one_keep_all_english_and_the_page_that_is_left_stays() -> None:
    one = translated("one", {ROADS: "Roads."}, article(ROADS))
    two = translated("two", {WATER: "Water."}, article(WATER, title="水利"))
    corpus = synced({"one": article(ROADS, WATER)}, {"one": one, "two": two})
    assert [found.en for found in corpus.pages["one"].units] == ["Roads.", "Water."]
    assert list(corpus.texts) == ["one"]


def test_english_is_copied_from_a_page_that_is_left_only_once() -> None:
    two = translated("two", {WATER: "Water."}, article(WATER, title="水利"))
    found = synced({"one": article(WATER, ROADS, WATER)}, {"two": two}).pages["one"]
    first, _, second = found.units
    assert (first.en, second.en, [offer.text for offer in second.suggestions]) == ("Water.", "", ["Water."])


def test_the_page_of_a_document_that_cannot_be_read_now_gives_nothing_away() -> None:
    two = translated("two", {WATER: "Water."}, article(WATER, title="水利"))
    corpus = synced({"one": article(ROADS, WATER)}, {"two": two}, waiting=("two",))
    water = unit(corpus.pages["one"], WATER)
    assert (water.en, [offer.text for offer in water.suggestions]) == ("", ["Water."])


def test_stale_english_moves_with_the_chinese_that_it_is_stale_for() -> None:
    changed = WATER.replace("四个月", "五个月")
    stale = synced({"whole": article(ROADS, changed)}, {"whole": WHOLE}).texts["whole"]
    corpus = synced({"whole": article(ROADS), "half": article(changed, title="水利")}, {"whole": stale})
    water = unit(corpus.pages["half"], changed)
    assert (water.en, water.was_text, status(water)) == ("Water.", WATER, Status.STALE)


def test_english_that_was_an_orphan_already_moves_too() -> None:
    gone = synced({"whole": article(ROADS, SCHOOL)}, {"whole": WHOLE}).texts["whole"]
    assert "<!-- orphans -->" in gone
    corpus = synced({"whole": article(ROADS, SCHOOL), "new": article(WATER, title="水利")}, {"whole": gone})
    assert unit(corpus.pages["new"], WATER).en == "Water."
    assert "<!-- orphans -->" not in corpus.texts["whole"]


def test_a_heading_that_becomes_a_title_takes_its_english_along() -> None:
    page = translated("whole", {"水利": "Water works", WATER: "Water."}, article(ROADS, "## 水利", WATER))
    corpus = synced({"whole": article(ROADS), "half": article(WATER, title="水利")}, {"whole": page})
    front = corpus.pages["half"].front
    assert (front.text("title_en"), front.text("title_mark")) == ("Water works", f"{zh_hash('水利')} human")


def test_notes_move_and_line_ends_are_those_of_the_page() -> None:
    page = WHOLE.replace("Water.\n", "Water.\n\n<!-- zh bad -->\n\nA note on water.\n").replace("\n", "\r\n")
    corpus = synced({"whole": article(ROADS, SCHOOL), "half": article(WATER, title="水利")}, {"whole": page})
    assert "\r" not in corpus.texts["half"]
    assert corpus.texts["half"].count("A note on water.") == 1
    assert "A note" not in corpus.texts["whole"]
    assert corpus.texts["whole"].count("\n") == corpus.texts["whole"].count("\r\n")


def test_what_stands_beside_a_block_without_english_stays_when_it_receives() -> None:
    half = synced({"half": article(WATER, title="水利")}, {}).texts["half"]
    half = half.replace("<!-- en todo -->\n", "<!-- en todo -->\n\n<!-- ok T030 a name -->\n")
    corpus = synced(
        {"whole": article(ROADS, SCHOOL), "half": article(WATER, title="水利")},
        {"whole": WHOLE, "half": half},
    )
    water = unit(corpus.pages["half"], WATER)
    assert (water.en, [found.code for found in water.exceptions]) == ("Water.", ["T030"])


def test_a_page_that_only_has_english_of_its_own_gets_no_other() -> None:
    half = translated("half", {WATER: "Hers."}, article(WATER, title="水利"))
    corpus = synced(
        {"whole": article(ROADS, SCHOOL), "half": article(WATER, title="水利")},
        {"whole": WHOLE, "half": half},
    )
    assert unit(corpus.pages["half"], WATER).en == "Hers."
    assert unit(corpus.pages["whole"], WATER).en == "Water."


def test_a_page_with_a_conflict_neither_gives_nor_receives() -> None:
    broken = WHOLE + "<<<<<<< HEAD\n"
    articles = {"whole": article(ROADS), "half": article(WATER, title="水利")}
    corpus = synced(articles, {"whole": broken})
    assert corpus.texts["whole"] == broken
    assert (unit(corpus.pages["half"], WATER).en, unit(corpus.pages["half"], WATER).suggestions) == ("", ())
    half = synced({"half": articles["half"]}, {}).texts["half"] + ">>>>>>> x\n"
    corpus = synced(articles, {"whole": WHOLE, "half": half})
    assert corpus.texts["half"] == half
    assert unit(corpus.pages["whole"], WATER).en == "Water."


def test_pages_that_give_to_each_other_are_written_so_that_a_crash_loses_nothing() -> None:
    one = translated("one", {ROADS: "Roads.", SCHOOL: "School."}, article(ROADS, SCHOOL))
    two = translated("two", {WATER: "Water."}, article(WATER, title="水利"))
    pages = {"one": one, "two": two}
    corpus = synced({"one": article(SCHOOL, WATER), "two": article(ROADS, title="水利")}, pages)
    assert {"Roads.", "School.", "Water."} <= english(corpus.texts)
    writes = [*corpus.first.items(), *corpus.texts.items()]
    for done in range(len(writes) + 1):
        assert {"Roads.", "School.", "Water."} <= english(pages | dict(writes[:done]))


def english(pages: Mapping[str, str]) -> set[str]:
    return {found.en for text in pages.values() for found in parse(text).units}


# Suggestions


def test_the_same_chinese_elsewhere_is_suggested_and_goes_once_there_is_english() -> None:
    articles = {"whole": article(ROADS, WATER, SCHOOL), "new": article(WATER, "天气很好。", title="水利")}
    corpus = synced(articles, {"whole": WHOLE})
    text = corpus.texts["new"]
    comment = (
        f"<!-- en todo -->\n\n<!-- suggested {en_hash('Water.')} from whole {zh_hash(WATER)}, "
        "the same Chinese\nWater.\n-->\n"
    )
    assert comment in text
    assert text.count("suggested") == 1
    line = text[: text.index("<!-- suggested")].count("\n") + 1
    assert said(corpus, "T005") == [("docs/reports/new.md", line)]
    assert status(unit(corpus.pages["new"], WATER)) is Status.TODO
    mended = text.replace(comment, comment + "\nHers.\n")
    after = synced(articles, {"whole": WHOLE, "new": mended})
    assert "suggested" not in after.texts["new"]
    assert unit(after.pages["new"], WATER).en == "Hers."


def test_a_suggestion_is_taken_by_deleting_its_first_and_its_last_line() -> None:
    articles = {"whole": article(ROADS, WATER, SCHOOL), "new": article(WATER, title="水利")}
    text = synced(articles, {"whole": WHOLE}).texts["new"]
    lines = [line for line in text.split("\n") if not line.startswith("<!-- suggested") and line != "-->"]
    page = synced(articles, {"whole": WHOLE, "new": "\n".join(lines)}).pages["new"]
    assert (unit(page, WATER).en, status(unit(page, WATER))) == ("Water.", Status.HUMAN)


def test_a_suggestion_follows_the_english_it_was_taken_from() -> None:
    articles = {"whole": article(ROADS, WATER, SCHOOL), "new": article(WATER, title="水利")}
    text = synced(articles, {"whole": WHOLE}).texts["new"]
    whole = WHOLE.replace("Water.", "The reservoir was mended.")
    page = synced(articles, {"whole": whole, "new": text}).pages["new"]
    assert [offer.text for offer in unit(page, WATER).suggestions] == ["The reservoir was mended."]
    page = synced(articles, {"whole": WHOLE.replace("Water.\n", ""), "new": text}).pages["new"]
    assert unit(page, WATER).suggestions == ()


def test_what_somebody_wrote_into_a_suggestion_is_kept_and_reported() -> None:
    articles = {"whole": article(ROADS, WATER, SCHOOL), "new": article(WATER, title="水利")}
    text = synced(articles, {"whole": WHOLE}).texts["new"].replace("\nWater.\n", "\nThe reservoir.\n")
    corpus = synced(articles, {"whole": WHOLE, "new": text})
    assert corpus.texts["new"] == text
    line = text[: text.index("<!-- suggested")].count("\n") + 1
    assert said(corpus, "T006") == [("docs/reports/new.md", line)]
    gone = synced({"whole": article(ROADS, WATER, SCHOOL), "new": article("天气很好。")},
                  {"whole": WHOLE, "new": text})  # fmt: skip
    assert "The reservoir." in gone.texts["new"]


def test_an_orphan_whose_chinese_is_near_is_suggested_with_that_chinese() -> None:
    gone = synced({"whole": article(ROADS, SCHOOL)}, {"whole": WHOLE}).texts["whole"]
    near = "清江镇的水库维修了五个月，没有一天停工！"
    shown = "清江镇的水库维修了~~四个~~**五个**月"
    for name in ("whole", "new"):
        articles = {"whole": article(ROADS, SCHOOL)}
        articles[name] = article(*([ROADS, SCHOOL] if name == "whole" else []), near, title="水利")
        corpus = synced(articles, {"whole": gone})
        (offer,) = unit(corpus.pages[name], near).suggestions
        assert (offer.report, offer.how) == ("whole", "90 % alike")
        assert shown in offer.text
        assert offer.text.endswith("\n\nWater.")
        assert unit(corpus.pages["whole"], WATER).en == "Water."


@pytest.mark.parametrize("other", ["云溪县的水库今年没有维修。", "清江镇的合作社去年卖出柑橘八十吨。"])
def test_an_orphan_whose_chinese_is_not_near_is_not_suggested(other: str) -> None:
    gone = synced({"whole": article(ROADS, SCHOOL)}, {"whole": WHOLE}).texts["whole"]
    assert "suggested" not in synced({"whole": article(ROADS, SCHOOL, other)}, {"whole": gone}).texts["whole"]


def test_a_machine_s_english_is_suggested_as_such_and_a_person_s_goes_first() -> None:
    machine = WHOLE.replace("<!-- en human -->", f"<!-- en machine {en_hash('Water.')} -->")
    articles = {"whole": article(ROADS, WATER, SCHOOL), "new": article(WATER, title="水利")}
    page = synced(articles, {"whole": machine}).pages["new"]
    assert unit(page, WATER).suggestions[0].how == "the same Chinese, a machine's English"
    more = articles | {"other": article(WATER, "天气很好。", title="天")}
    other = translated("other", {WATER: "Hers."}, more["other"])
    page = synced(more, {"whole": machine, "other": other}).pages["new"]
    assert [(offer.report, offer.how) for offer in unit(page, WATER).suggestions] == [
        ("other", "the same Chinese")
    ]


def test_english_that_could_end_a_comment_is_suggested_harmlessly() -> None:
    words = "One -- two --> three.\n\n```\n<!-- zh 00000000 paragraph -->\n```\n\n- a ---"
    whole = translated("whole", {WATER: words}, article(WATER))
    articles = {"whole": article(WATER), "new": article(WATER, ROADS, title="水利")}
    corpus = synced(articles, {"whole": whole})
    water = unit(corpus.pages["new"], WATER)
    assert [offer.text for offer in water.suggestions] == [words]
    assert (water.en, len(corpus.pages["new"].units)) == ("", 2)
    start = corpus.texts["new"].index("<!-- suggested")
    assert corpus.texts["new"].index("-->", start) == corpus.texts["new"].index("\n-->\n", start) + 1
    assert not [found for found in corpus.diagnostics if found.code.startswith("P")]


def test_the_second_of_two_equal_paragraphs_is_offered_the_english_of_the_first() -> None:
    page = translated("whole", {ROADS: "Roads."}, article(ROADS, WATER))
    found = synced({"whole": article(ROADS, WATER, ROADS)}, {"whole": page}).pages["whole"]
    assert [offer.text for offer in found.units[2].suggestions] == ["Roads."]


@pytest.mark.parametrize(
    ("damage", "code"),
    [(lambda text: text.replace("\n-->\n", "\n", 1), "P001"),
     (lambda text: "\n".join(line for line in text.split("\n") if "suggested" not in line), "P001"),
     (lambda text: text.replace(", the same Chinese", ""), "P001")],
)  # fmt: skip
def test_half_a_suggestion_is_text_and_reported(damage: object, code: str) -> None:
    articles = {"whole": article(ROADS, WATER, SCHOOL), "new": article(WATER, title="水利")}
    text = synced(articles, {"whole": WHOLE}).texts["new"]
    assert callable(damage)
    damaged = damage(text)
    corpus = synced(articles, {"whole": WHOLE, "new": damaged})
    assert said(corpus, code)
    assert "Water." in unit(corpus.pages["new"], WATER).en
