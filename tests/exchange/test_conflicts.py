"""What changed on the page since the export: told, with both versions, and never overwritten unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.exchange.deciding import Given
from build_scripts.exchange.formats import FORMATS
from build_scripts.exchange.projects import apply
from build_scripts.exchange.rows import Returned, Said
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import parse
from build_scripts.sync.writing import NewEnglish, write_english
from tests.exchange.helpers import (
    NAMES,
    PAGE,
    ROAD,
    STALE,
    TEA,
    TITLE,
    WATER,
    decided,
    exported,
    imported,
    key,
    returned,
    rows,
)
from tests.sync.helpers import article

BASES = {row.address: row.hash for row in rows(PAGE)}
CHINESE = {row.address: row.zh for row in rows(PAGE)}


def row(address: str, english: str, **other: object) -> Returned:
    """A row that was exported from :data:`PAGE` and edited."""
    made = Returned("back.po", 7, address, CHINESE[address], english, BASES[address])
    return replace(made, **other)  # type: ignore[arg-type]


def with_english(address: str, english: str) -> str:
    """:data:`PAGE` after somebody wrote this English on it."""
    return write_english(PAGE, {key(address): NewEnglish(english, Status.HUMAN)}).text


def test_both_sides_changed() -> None:
    page = with_english(WATER, "Village B has wells.")
    back = [row(WATER, "Village B has taps."), row(TEA, "Tea.")]
    made = decided({"yunxi": page}, back)
    assert [str(found) for found in made.diagnostics] == [
        "docs/reports/yunxi.md:30: T071 the English was changed since the export: the page has “Village B has"
        " wells.”, the file “Village B has taps.”; the page was kept (back.po:7)"
    ]
    assert imported(page, back) == ({TEA: ("Tea.", "human")}, ["T071"])
    assert imported(page, back, theirs=True)[0][WATER] == ("Village B has taps.", "human")


def test_the_same_english_on_both_sides_is_no_conflict() -> None:
    page = with_english(WATER, "Village B has taps.")
    assert imported(page, [row(WATER, " Village B has taps.\r\n")]) == ({}, [])


def test_a_row_that_nobody_touched_does_not_undo_the_page() -> None:
    page = with_english(WATER, "Village B has wells.")
    for name, made in FORMATS.items():
        back = returned(exported(PAGE, name), made.suffix)
        for given in Given:
            assert imported(page, back, given, theirs=True) == ({}, []), name


def test_english_that_somebody_filled_in_meanwhile() -> None:
    page = with_english(TEA, "Tea is grown.")
    assert imported(page, [row(TEA, "They grow tea.")]) == ({}, ["T071"])


def test_a_tool_that_drops_the_hash() -> None:
    """Then a machine's draft may be replaced, a person's words not."""
    back = [row(ROAD, "New roads.", base=None), row(WATER, "Taps.", base=None), row(TEA, "Tea.", base=None)]
    assert imported(PAGE, back) == ({ROAD: ("New roads.", "human"), TEA: ("Tea.", "human")}, ["T071"])
    assert set(imported(PAGE, back, theirs=True)[0]) == {ROAD, WATER, TEA}


def test_the_chinese_changed() -> None:
    back = [row(ROAD, "Twelve households.")]
    (found,) = decided({"yunxi": STALE}, back).diagnostics
    assert str(found).startswith(
        "docs/reports/yunxi.md:22: T072 the Chinese of the page is “甲村修路13户。”, that"
    )
    assert imported(STALE, back) == ({}, ["T072"])
    ((_, (english, status)),) = imported(STALE, back, theirs=True)[0].items()
    assert (english, status) == ("Twelve households.", "human")


def test_the_chinese_of_what_waited_for_english_changed() -> None:
    """Nothing on the page remembers the old Chinese; the unit that is new since the export is like it."""
    page = sync_page(
        PAGE, article("乙村通水。", "丙村种茶叶。", "丁村打井。", **NAMES), source="yunxi.txt"
    ).text
    tea = next(unit for unit in parse(page).live_units if "茶" in unit.zh)
    (found,) = decided({"yunxi": page}, [row(TEA, "Tea.")]).diagnostics
    assert str(found).startswith(
        f"docs/reports/yunxi.md:{tea.line}: T072 the Chinese of the page is “丙村种茶叶。”"
    )
    assert imported(page, [row(TEA, "Tea.")], theirs=True)[0] == {f"yunxi/{tea.zh_hash}": ("Tea.", "human")}


def test_a_paragraph_like_the_one_that_is_gone_keeps_its_own() -> None:
    """It was in the export, or it has English: it is another paragraph."""
    page = sync_page(PAGE, article("乙村通水。", "丙村种树。", **NAMES), source="yunxi.txt").text
    address = rows(page)[-1].address
    known = Returned("back.po", 9, address, "丙村种树。", "", "")
    assert imported(page, [row(TEA, "Tea."), known], theirs=True) == ({}, ["T073"])


def test_the_chinese_of_a_title_changed() -> None:
    other = article("甲村修路12户。", title="清江县的一年", subtitle="三村见闻")
    page = sync_page(PAGE, other, source="yunxi.txt").text
    assert imported(page, [row(TITLE, "Yunxi, a year")]) == ({}, ["T072"])


def test_a_column_that_was_sorted_alone() -> None:
    """English beside the wrong Chinese is seen, and no unit gets it."""
    back = [row(WATER, "Tea.", zh=CHINESE[TEA]), row(TEA, "Taps.", zh=CHINESE[WATER])]
    assert imported(PAGE, back) == ({}, ["T072", "T072"])


def test_white_space_that_a_tool_changed_in_the_chinese() -> None:
    assert imported(PAGE, [row(TEA, "Tea.", zh=" 丙村\n种茶。 ")]) == ({TEA: ("Tea.", "human")}, [])


def test_a_page_that_was_renamed() -> None:
    made = decided({"other": PAGE}, [row(TEA, "Tea.")])
    assert [*made.changes] == ["other"]
    assert not made.diagnostics


def test_a_paragraph_that_moved_to_another_page() -> None:
    first = sync_page(None, article("乙村通水。", **NAMES), source="a.txt").text
    second = sync_page(None, article("丙村种茶。", title="茶", name="tea"), source="b.txt").text
    made = decided({"yunxi": first, "tea": second}, [row(TEA, "Tea.")])
    assert {name: [*changes] for name, changes in made.changes.items()} == {"tea": [key(TEA)]}


def test_the_own_report_goes_before_others() -> None:
    """The key changed with a number that tells repeated text apart; another page has the same words."""
    made = decided({"aaa": PAGE, "yunxi": PAGE}, [replace(row(TEA, "Tea."), address=f"{TEA}-2")])
    assert [*made.changes] == ["yunxi"]


def test_chinese_that_may_be_several_units() -> None:
    made = decided({"aaa": PAGE, "bbb": PAGE}, [row(TEA, "Tea.")])
    assert not made.changes
    (found,) = made.diagnostics
    assert str(found).startswith(
        "back.po:7: T074 “丙村种茶。” may be any of 2 units: docs/reports/aaa.md:40, docs"
    )


def test_chinese_that_is_gone() -> None:
    made = decided({"yunxi": PAGE}, [replace(row(TEA, "Tea."), address="yunxi/00000000", zh="丁村打井。")])
    assert [str(found) for found in made.diagnostics] == [
        "back.po:7: T073 no page has this Chinese: “丁村打井。”"
    ]


def test_untouched_rows_of_chinese_that_is_gone_are_no_fault() -> None:
    page = sync_page(PAGE, article("丙村种茶。", **NAMES), source="yunxi.txt").text
    assert imported(page, returned(exported(PAGE, "po"), ".po")) == ({}, [])


def test_two_files_that_contradict_each_other() -> None:
    back = [row(TEA, "Tea."), row(TEA, "Tea grows.", path="b.po", line=9), row(ROAD, "Roads.")]
    assert imported(PAGE, back) == ({ROAD: ("Roads.", "human")}, ["T077"])


def test_two_files_of_which_each_did_a_part() -> None:
    """Each file holds all rows; only the edited ones count, and twice the same is no contradiction."""
    first = exported(PAGE, "csv").replace("丙村种茶。,,", "丙村种茶。,Tea.,")
    second = first.replace("for 12 households", "of 12 households")
    back = [*returned(first, ".csv"), *returned(second, ".csv")]
    expected = {TEA: ("Tea.", "human"), ROAD: ("Village A mended roads of 12 households.", "human")}
    assert imported(PAGE, back) == (expected, [])


def test_emptied_english() -> None:
    assert imported(PAGE, [row(WATER, " \n"), row(TEA, "")]) == ({}, ["T078"])


def test_the_source_in_place_of_a_translation() -> None:
    assert imported(PAGE, [row(TEA, CHINESE[TEA]), row(ROAD, CHINESE[ROAD])]) == ({}, ["T078"])


def test_text_without_chinese_may_be_its_own_translation() -> None:
    page = sync_page(None, article("2031", **NAMES), source="yunxi.txt").text
    address = rows(page)[-1].address
    back = [Returned("back.po", 7, address, "2031", "2031", "")]
    assert imported(page, back) == ({address: ("2031", "human")}, [])


@pytest.mark.parametrize(
    "english", ["Tea.\n\n<!-- zh 5b3ac720 paragraph -->\n\n> x", "<!-- orphans -->", "\ud800"]
)
def test_english_that_cannot_stand_on_a_page(english: str) -> None:
    """The rest of the file is taken."""
    back = [row(TEA, english), row(ROAD, "Roads.")]
    assert imported(PAGE, back) == ({ROAD: ("Roads.", "human")}, ["T075"])


def test_a_page_with_a_merge_conflict() -> None:
    page = PAGE + "<<<<<<< HEAD\n"
    assert imported(page, [row(TEA, "Tea.")]) == ({}, ["T075"])


def test_a_page_with_crlf_and_a_byte_order_mark() -> None:
    page = "\ufeff" + PAGE.replace("\n", "\r\n")
    assert imported(page, returned(exported(page, "xliff"), ".xlf")) == ({}, [])
    made = decided({"yunxi": page}, [row(WATER, "Taps.\n\nMore.")])
    (text,) = apply({"yunxi": page}, made)[0].values()
    assert text.startswith("\ufeff---\r\n")
    assert text.replace("\r\n", "").count("\n") == 0
    assert "Taps.\r\n\r\nMore." in text


def test_repeated_units_of_one_key() -> None:
    """A page on which somebody copied a unit: nothing is written where it is not clear where to."""
    unit = parse(PAGE).units[2].raw
    page = PAGE.replace(unit, unit + unit.replace("has water", "has wells"))
    assert imported(page, returned(exported(page, "po"), ".po"), theirs=True) == ({}, [])
    assert imported(page, [row(WATER, "Taps.")]) == ({}, ["T074"])


def test_a_title_stays_on_one_line() -> None:
    assert imported(PAGE, [row(TITLE, "A year\nin Yunxi")]) == ({}, [])
    assert imported(PAGE, [row(TITLE, "One year\nin Yunxi")]) == ({TITLE: ("One year in Yunxi", "human")}, [])


def test_what_the_file_says_raises_a_status_and_never_lowers_it() -> None:
    back = [
        row(WATER, "Village B has water.\n\nAnd *more*.", said=said)
        for said in (Said.TRANSLATED, Said.APPROVED)
    ]
    assert imported(PAGE, back[:1], Given.AS_IN_FILE) == ({}, [])
    assert [status for _, status in imported(PAGE, back, Given.AS_IN_FILE)[0].values()] == ["reviewed"]
    assert imported(PAGE, back, Given.HUMAN) == ({}, [])
    reviewed = write_english(PAGE, {key(WATER): NewEnglish("Water.", Status.REVIEWED)}).text
    assert imported(reviewed, [row(WATER, "Water.", said=Said.TRANSLATED)], Given.AS_IN_FILE) == ({}, [])
