"""Given English in named units: what a page becomes, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.sync.marks import Status
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import parse, status
from build_scripts.sync.text import one_line, unified
from build_scripts.sync.writing import WRITABLE, NewEnglish, write_english
from tests.sync.helpers import article, near_pages

REPORT = article("甲村修路。", "乙村通水。", title="云溪", subtitle="一年")
PAGE = sync_page(None, REPORT, source="a.txt").text
FIRST, SECOND = (unit.zh_hash for unit in parse(PAGE).units)

givens = st.builds(NewEnglish, st.text() | near_pages, st.sampled_from(WRITABLE))
changes = st.dictionaries(st.sampled_from([FIRST, SECOND, "title", "subtitle", "0badc0de"]), givens)


def human(text: str) -> NewEnglish:
    return NewEnglish(text, Status.HUMAN)


def test_english_of_any_kind_is_replaced() -> None:
    page = PAGE.replace("<!-- en todo -->", "<!-- en human -->\n\nOld words.", 1)
    written = write_english(page, {FIRST: NewEnglish("A built *roads*.\n\nMore.", Status.REVIEWED)})
    assert not written.refused
    first, second = parse(written.text).units
    assert (first.en, status(first)) == ("A built *roads*.\n\nMore.", Status.REVIEWED)
    assert status(second) is Status.TODO


def test_stale_english_is_up_to_date_again() -> None:
    changed = article("甲村修水渠。", "乙村通水。", title="云溪", subtitle="一年")
    stale = sync_page(write_english(PAGE, {FIRST: human("Roads.")}).text, changed, source="a.txt").text
    unit = parse(stale).units[0]
    assert status(unit) is Status.STALE
    written = write_english(stale, {unit.zh_hash: human("Canals.")})
    assert "<!-- was" in stale
    assert "<!-- was" not in written.text
    assert status(parse(written.text).units[0]) is Status.HUMAN


def test_a_remark_between_the_languages_stays() -> None:
    page = PAGE.replace("<!-- en todo -->", "<!-- ask B. -->\n\n<!-- en human -->\n\nOld.", 1)
    assert "<!-- ask B. -->" in write_english(page, {FIRST: human("New.")}).text


def test_english_without_a_marker_is_replaced_too() -> None:
    page = PAGE.replace("<!-- en todo -->", "Old words.", 1)
    written = write_english(page, {FIRST: human("New words.")}).text
    assert "Old words." not in written
    assert parse(written).units[0].en == "New words."


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("0badc0de", "x", "no such paragraph"),
        (FIRST, " \n", "no English"),
        (FIRST, "One\n\n<!-- en human -->\n\nTwo\n<!-- zh 9f2c1a7e paragraph -->\n\n> 甲", "one unit"),
    ],
)
def test_what_cannot_be_is_refused_and_the_rest_is_written(key: str, text: str, reason: str) -> None:
    written = write_english(PAGE, {key: human(text), SECOND: human("Water.")})
    assert list(written.refused) == [key]
    assert reason in written.refused[key]
    assert [unit.en for unit in parse(written.text).units] == ["", "Water."]


def test_a_blocked_page_is_left_alone() -> None:
    page = PAGE + "<<<<<<< HEAD\n"
    written = write_english(page, {FIRST: human("x")})
    assert written.text == page
    assert FIRST in written.refused


def test_a_status_that_nobody_gives_is_an_error() -> None:
    with pytest.raises(ValueError, match="machine, human, reviewed"):
        write_english(PAGE, {FIRST: NewEnglish("x", Status.STALE)})


@given(changes, st.sampled_from(["\n", "\r\n"]))
def test_only_the_named_units_change_and_read_back(given_: dict[str, NewEnglish], end: str) -> None:
    page = PAGE.replace("\n", end)
    written = write_english(page, given_)
    new = parse(written.text)
    done = {key: change for key, change in given_.items() if key not in written.refused}
    for unit, old in zip(new.live_units, parse(page).live_units, strict=True):
        change = done.get(unit.zh_hash)
        if change is None:
            assert unit.raw == old.raw
        else:
            assert (unit.en, status(unit)) == (unified(change.text).strip(), change.status)
    for key in ("title", "subtitle"):
        if key in done:
            assert new.front.text(f"{key}_en") == one_line(done[key].text)
    assert sync_page(written.text, REPORT, source="a.txt").text == written.text
