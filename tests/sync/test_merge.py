"""What becomes of a page when its source changes; fixtures/merge.md holds the cases to read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.model import Article, Piece, Role
from build_scripts.sync.fill import fill_units
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import SyncResult, sync_page
from build_scripts.sync.page import parse
from build_scripts.sync.text import en_hash, zh_hash
from tests.sync.helpers import article

FIXTURES = Path(__file__).parent / "fixtures" / "merge.md"


def cases() -> list[object]:
    """The cases of the file: source, old body, new body; the title is the name of the test."""
    text = FIXTURES.read_text(encoding="utf-8")
    text = re.sub(r"H\(([^)]*)\)", lambda found: zh_hash(found[1]), text)
    text = re.sub(r"E\(([^)]*)\)", lambda found: en_hash(found[1]), text)
    found = []
    for case in text.split("\n@@ ")[1:]:
        title, source, old, new = re.split(r"\n@ (?:source|old|new)(?=\n|$)", case)
        found.append(pytest.param(source.split(), old.strip(), new.strip(), id=title))
    return found


def sources(lines: list[str]) -> list[str]:
    return re.findall(r"(?:## )?\S+", " ".join(lines))


def body(text: str) -> str:
    """The page without its front matter and the markers that the program always writes."""
    text = text.split("\n---\n", 1)[1]
    return re.sub(r"<!-- (?:report|related) yunxi -->\s*", "", text).strip()


@pytest.mark.parametrize(("lines", "old", "new"), cases())
def test_merge(lines: list[str], old: str, new: str) -> None:
    result = sync_page(old, article(*sources(lines)), source="a.txt")
    assert body(result.text) == new
    assert sync_page(result.text, article(*sources(lines)), source="a.txt").text == result.text


def codes(result: SyncResult) -> list[tuple[int, str]]:
    return [(found.line, found.code) for found in result.diagnostics]


def test_a_new_page_is_whole() -> None:
    report = Article(
        "yunxi",
        "云溪：修路#1",
        "一年纪实",
        ("文溪", "田野"),
        "2021-11-17",
        "云溪日报",
        (
            Piece(Role.TITLE, "云溪：修路#1", ((0, 1),)),
            Piece(Role.METADATA, "云溪日报 2021年11月17日 记者 文溪 田野", ((0, 1),)),
            Piece(Role.METADATA, "本文为系列报道之三", ((0, 1),)),
            Piece(Role.HEADING, "1. 道路", ((0, 1),), ("level-2",)),
        ),
    )
    result = sync_page(None, report, source="01-云溪.txt")
    assert result.text == (
        "---\nid: yunxi\nsource: 01-云溪.txt\ntitle: 云溪：修路#1\ntitle_en: ''\n"
        f"title_mark: {zh_hash('云溪：修路#1')} todo\nsubtitle: 一年纪实\nsubtitle_en: ''\n"
        f"subtitle_mark: {zh_hash('一年纪实')} todo\nauthors: [文溪, 田野]\npublisher: 云溪日报\n"
        "date: 2021-11-17\n---\n\n<!-- report yunxi -->\n\n"
        f"<!-- zh {zh_hash('本文为系列报道之三')} metadata -->\n\n"
        "> 本文为系列报道之三\n\n<!-- en todo -->\n\n"
        f"<!-- zh {zh_hash('1. 道路')} heading level-2 -->\n\n> 1\\. 道路\n\n<!-- en todo -->\n\n"
        "<!-- related yunxi -->\n"
    )
    assert codes(result) == [(5, "T001")]
    assert "4 blocks" in result.diagnostics[0].message
    assert result.counts[Status.TODO] == 4


def test_what_is_doubtful_is_reported_with_its_line_on_the_new_page() -> None:
    one, two = "云溪县修路十二公里。", "清江镇举办丰收节活动。"
    page = sync_page(None, article(one, two), source="a.txt").text
    page = page.replace("<!-- en todo -->", "<!-- en human -->\n\nEnglish").replace("''", "Title")
    page = page.replace(f"> {two}", "> 清江镇举办了丰收节活动。")
    result = sync_page(page, article("云溪县修路十三公里。", two), source="a.txt")
    lines = result.text.split("\n")
    assert [(lines[line - 1].split()[1], code) for line, code in codes(result)] == [
        ("zh", "T002"),
        ("zh", "T004"),
    ]


@pytest.mark.parametrize("fault", ["<<<<<<< HEAD\n", ">>>>>>> other\n"])
def test_a_page_with_a_merge_conflict_is_left_wholly_alone(fault: str) -> None:
    page = sync_page(None, article("甲村修路。"), source="a.txt").text + fault
    result = sync_page(page, article("乙村通水。"), source="b.txt")
    assert (result.text, result.changed) == (page, False)
    assert codes(result) == [(page.count("\n"), "P002")]


def test_a_page_whose_front_matter_cannot_be_read_is_left_wholly_alone() -> None:
    page = sync_page(None, article("甲村修路。"), source="a.txt").text.replace(
        "title_en: ''", "title_en: a: b"
    )
    result = sync_page(page, article("乙村通水。"), source="b.txt")
    assert result.text == page
    assert codes(result) == [(5, "P003")]


def test_front_matter_in_an_unusual_form_is_left_alone_rather_than_broken() -> None:
    page = "---\n? title\n: 旧题\n---\n\nText\n"
    result = sync_page(page, article("甲村修路。"), source="a.txt")
    assert (result.text, codes(result)) == (page, [(2, "P003")])


def test_a_line_that_falls_into_a_value_of_the_front_matter_is_kept_and_reported() -> None:
    report = article("同上。", "同上。")
    page = sync_page(None, report, source="a.txt").text.replace("id: yunxi\n", "id: yunxi\n    A remark\n")
    torn = "> 同上。\n".join(page.split("> 同上。\n")[:-1]) + page.split("> 同上。\n")[-1]
    result = sync_page(torn, report, source="a.txt")
    assert (result.text, codes(result)) == (torn, [(2, "P003")])
    assert "id must change" in result.diagnostics[0].message
    # Without its Chinese the second block cannot be filled; the first is.
    first, second = parse(fill_units(torn, {"同上。": "Ditto."})).units
    assert (first.en, second.zh, second.en) == ("Ditto.", "", "")
    mended = sync_page(torn.replace("    A remark\n", ""), report, source="a.txt")
    assert [unit.zh for unit in parse(mended.text).units] == ["同上。", "同上。"]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("authors:\n- 文溪\n- 田野\n", False),
        ("authors: [文溪,\n  田野]\n", False),
        ("authors:\n- 文溪  # Wen Xi asked for this spelling\n- 田野\n", True),
        ("authors:\n- 文溪\n# 待核\n- 田野\n", True),
        ("authors:\n- 文溪\n- Wen Xi\n", True),
        ("authors: 文溪\n  Wen Xi\n", True),
        ("authors:\n- 文溪\n- John Smith\n", False),
    ],
)
def test_what_a_person_wrote_among_the_authors_is_kept(lines: str, kept: bool) -> None:
    report = replace(article("甲村修路。"), authors=("石桥", "John Smith"))
    page = f"---\nid: yunxi\nsource: a.txt\n{lines}---\n"
    result = sync_page(page, report, source="a.txt")
    assert (result.text == page) is kept
    assert ("authors: [石桥, John Smith]\n" in result.text) is not kept
    assert [line for line, code in codes(result) if code == "P003"] == [4] * kept


def test_people_s_lines_in_the_front_matter_stay() -> None:
    page = "---\n# A remark\nid: other\nthemes: [roads, water]   # chosen by hand\ntitle: 旧\n---\n"
    text = sync_page(page, article("甲村修路。"), source="a.txt").text
    assert "# A remark\nid: other\nsource: a.txt\nthemes: [roads, water]   # chosen by hand\n" in text
    assert "<!-- report other -->" in text


def test_a_renamed_page_gets_the_name_of_its_file() -> None:
    page = sync_page(None, article("甲村修路。"), source="a.txt").text
    text = sync_page(page, article("甲村修路。"), source="a.txt", page_id="renamed").text
    assert text == page.replace("yunxi", "renamed")


def test_a_page_keeps_its_line_ends() -> None:
    page = sync_page(None, article("甲村修路。"), source="a.txt").text.replace("\n", "\r\n")
    assert sync_page(page, article("甲村修路。"), source="a.txt").text == page
    longer = sync_page(page, article("甲村修路。", "乙村通水。"), source="a.txt").text
    assert longer.count("\n") == longer.count("\r\n")


def titled(page: str | None, title: str, subtitle: str = "") -> str:
    result = sync_page(page, article("甲村修路。", title=title, subtitle=subtitle), source="a.txt").text
    assert (
        sync_page(result, article("甲村修路。", title=title, subtitle=subtitle), source="a.txt").text
        == result
    )
    return result


def keys(text: str) -> dict[str, object]:
    return {key: value for key, value in parse(text).front.values.items() if "title" in key}


def test_a_title_goes_through_its_life() -> None:
    one, two = zh_hash("云溪一年"), zh_hash("云溪二年")
    page = titled(None, "云溪一年").replace("title_en: ''", "title_en: 'Yunxi: one year'  # checked")
    page = titled(page, "云溪一年")
    assert keys(page)["title_mark"] == f"{one} human"
    stale = titled(page, "云溪二年")
    assert keys(stale) == {
        "title": "云溪二年",
        "title_en": "Yunxi: one year",
        "title_mark": f"{one} stale {en_hash('Yunxi: one year')} human",
        "title_was": "云溪一年",
    }
    assert titled(stale, "云溪一年") == page
    mended = titled(stale.replace("one year", "two years"), "云溪二年")
    assert keys(mended)["title_mark"] == f"{two} human"
    assert "title_was" not in keys(mended)
    assert "title_en: 'Yunxi: two years'  # checked\n" in mended


def test_the_change_of_a_title_is_named_with_the_line_of_its_english() -> None:
    page = titled(titled(None, "云溪一年").replace("title_en: ''", "title_en: Yunxi"), "云溪一年")
    result = sync_page(page, article("甲村修路。", title="云溪二年"), source="a.txt")
    (found,) = (found for found in result.diagnostics if found.code == "T002")
    assert found.line == result.text[: result.text.index("title_en")].count("\n") + 1
    assert found.message == "title_en: the English translates an older Chinese text: 一年 → 二年"


def test_a_person_may_write_only_the_status_of_a_title() -> None:
    stale = titled(titled(titled(None, "云溪一年").replace("''", "Yunxi"), "云溪一年"), "云溪二年")
    by_hand = stale.replace(str(keys(stale)["title_mark"]), "reviewed")
    page = titled(by_hand, "云溪二年")
    assert keys(page)["title_mark"] == f"{zh_hash('云溪二年')} reviewed"
    assert titled(by_hand.replace("title_mark: reviewed", "title_mark: stale"), "云溪二年") != page


def test_the_english_of_a_deck_that_is_gone_is_kept_and_comes_back() -> None:
    page = titled(
        titled(None, "云溪", "一年纪实").replace("subtitle_en: ''", "subtitle_en: A year"), "云溪", "一年纪实"
    )
    gone = titled(page, "云溪")
    assert "subtitle" not in keys(gone)
    assert (keys(gone)["subtitle_en"], keys(gone)["subtitle_was"]) == ("A year", "一年纪实")
    assert keys(titled(gone, "云溪", "一年纪实")) == keys(page)
    assert keys(titled(gone, "云溪", "另一副题"))["subtitle_was"] == "一年纪实"


def test_an_untranslated_deck_that_is_gone_leaves_nothing() -> None:
    assert not [key for key in keys(titled(titled(None, "云溪", "一年纪实"), "云溪")) if "sub" in key]


def test_the_title_that_a_person_wrote_stays_where_the_source_has_none() -> None:
    page = titled(None, "").replace("source: a.txt\n", "source: a.txt\ntitle: 自拟题目\n")
    assert keys(titled(page, ""))["title"] == "自拟题目"


def test_an_unreadable_mark_of_a_title_is_reported() -> None:
    page = titled(None, "云溪").replace("todo\n", "finished\n", 1)
    result = sync_page(page, article("甲村修路。", title="云溪"), source="a.txt")
    assert (1, "P001") in codes(result)
