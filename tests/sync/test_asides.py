"""Exceptions beside a unit: read, kept by every sync, and no part of the English."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.sync.asides import Suggestion, as_it_was, english_of, harmless, read_exceptions
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import english_lines, parse, status
from build_scripts.sync.text import en_hash, unified, zh_hash
from build_scripts.sync.titles import title_exceptions
from build_scripts.sync.writing import NewEnglish, write_english
from tests.sync.helpers import article, near_pages

OK = "<!-- ok T021 miles, as the county’s own English has it -->"
HEAD = f"<!-- zh {zh_hash('云溪')} paragraph -->\n\n> 云溪\n\n"
REPORT = article("甲村修路。", "乙村通水。", title="云溪")
PAGE = sync_page(None, REPORT, source="a.txt").text


def translated(english: str, marker: str = "human") -> str:
    return PAGE.replace("<!-- en todo -->", f"<!-- en {marker} -->\n\n{english}", 1)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{HEAD}{OK}\n\n<!-- en human -->\n\nOne.\n", [5]),
        (f"{HEAD}<!-- was 66667777 -->\n\n> 旧\n\n{OK}\n\n<!-- en human -->\n\nOne.\n", [9]),
        (f"{HEAD}<!-- en human -->\n\nOne.\n\n{OK}\n{OK}\n", [9, 10]),
        (f"{HEAD}<!-- en human -->\n{OK}\nOne.\n", [6]),
        (f"{HEAD}{OK}\nOne.\n", [5]),
    ],
)
def test_exceptions_are_read_with_their_lines_and_are_no_english(
    text: str, lines: list[int], end: str
) -> None:
    page = parse(text.replace("\n", end))
    (unit,) = page.units
    assert [(found.code, found.line) for found in unit.exceptions] == [("T021", line) for line in lines]
    assert unit.exceptions[0].reason == "miles, as the county’s own English has it"
    assert unit.en == "One."
    assert not page.diagnostics


@pytest.mark.parametrize(
    "line",
    [
        "<!-- ok T021 -->",
        "<!-- ok T021 … -->",
        "<!-- ok -->",
        "<!-- ok t021 miles -->",
        "<!-- ok T21 miles -->",
        "<!-- ok miles on purpose -->",
        "<!-- ok T021 miles --> on purpose",
    ],
)
def test_an_exception_without_a_code_or_a_reason_is_text_and_reported(line: str) -> None:
    page = parse(f"{HEAD}<!-- en human -->\n\nOne.\n\n{line}\n", "a.md")
    (unit,) = page.units
    assert (unit.exceptions, unit.en) == ((), f"One.\n\n{line}")
    assert [(found.line, found.code) for found in page.diagnostics] == [(9, "P001")]
    assert "a code and a reason" in page.diagnostics[0].message


def test_an_exception_outside_of_units_means_nothing_and_is_reported() -> None:
    page = parse(f"{OK}\n\n{HEAD}<!-- en human -->\n\nOne.\n")
    assert [(found.line, found.code) for found in page.diagnostics] == [(1, "P001")]
    assert page.units[0].exceptions == ()


@pytest.mark.parametrize("text", [f"```\n{OK}\n```", f"    {OK}", "<!-- ok, ask B. -->"])
def test_what_only_looks_so_is_english(text: str) -> None:
    page = parse(f"{HEAD}<!-- en human -->\n\n{text}\n")
    assert (page.units[0].exceptions, page.units[0].en) == ((), text.strip())
    assert not page.diagnostics


def test_an_exception_does_not_make_machine_english_a_person_s() -> None:
    page = translated(f"One.\n\n{OK}\n\nTwo.", f"machine {en_hash('One.' + chr(10) * 2 + 'Two.')}")
    assert status(parse(page).units[0]) is Status.MACHINE
    assert sync_page(page, REPORT, source="a.txt").text == page


def test_an_exception_goes_with_its_unit_when_that_moves_changes_or_is_gone() -> None:
    page = translated(f"A built roads.\n\n{OK}")
    for paragraphs in (("乙村通水。", "甲村修路。"), ("甲村修了路。", "乙村通水。"), ("乙村通水。",)):
        result = sync_page(page, article(*paragraphs, title="云溪"), source="a.txt")
        (holder,) = (unit for unit in parse(result.text).units if unit.exceptions)
        assert (holder.en, result.text.count(OK)) == ("A built roads.", 1)


def test_an_exception_stays_where_the_english_was_taken_away() -> None:
    page = PAGE.replace("<!-- en todo -->", f"<!-- en human -->\n\n{OK}", 1)
    result = sync_page(page, REPORT, source="a.txt").text
    assert f"<!-- en todo -->\n\n{OK}\n" in result
    gone = sync_page(result, article("乙村通水。", title="云溪"), source="a.txt").text
    assert gone.count(OK) == 1


def test_given_english_leaves_the_exceptions() -> None:
    key = parse(PAGE).units[0].zh_hash
    for page in (
        translated(f"Old.\n\n{OK}\n\nOlder."),
        translated(f"Old.\n{OK}"),
        PAGE.replace("<!-- en todo -->", f"{OK}\n\n<!-- en human -->\n\nOld.", 1),
        PAGE.replace("<!-- en todo -->", f"Old.\n\n{OK}", 1),
    ):
        written = write_english(page, {key: NewEnglish("New.", Status.HUMAN)})
        unit = parse(written.text).units[0]
        assert (written.refused, unit.en, len(unit.exceptions)) == ({}, "New.", 1)
        assert "Old" not in written.text
        assert sync_page(written.text, REPORT, source="a.txt").text == written.text


def test_the_exceptions_of_a_title_are_read_with_their_line() -> None:
    page = PAGE.replace("\n---\n", "\ntitle_ok: T021 miles; see the map; T035 a name\n---\n", 1)
    front = parse(page).front
    line = page[: page.index("title_ok")].count("\n") + 1
    assert [(found.code, found.reason, found.line) for found in title_exceptions(front)] == [
        ("T021", "miles; see the map", line),
        ("T035", "a name", line),
    ]
    assert sync_page(page, REPORT, source="a.txt").text == page


def test_unreadable_exceptions_of_a_title_are_reported() -> None:
    page = PAGE.replace("\n---\n", "\ntitle_ok: it is in miles\n---\n", 1)
    result = sync_page(page, REPORT, source="a.txt")
    assert (result.text, title_exceptions(parse(page).front)) == (page, ())
    line = page[: page.index("title_ok")].count("\n") + 1
    assert [found.line for found in result.diagnostics if found.code == "P001"] == [line]


OFFER = Suggestion(en_hash("One -- two."), "other", "9f2c1a7e", "the same Chinese", "One -- two.")
COMMENT = OFFER.written("\n")


def test_a_suggestion_is_read_as_it_was_written() -> None:
    page = parse(f"{HEAD}<!-- en todo -->\n\n{COMMENT}\n".replace("\n", "\r\n"))
    assert page.units[0].suggestions == (replace(OFFER, line=7),)
    assert not page.units[0].suggestions[0].edited
    assert (page.units[0].en, page.diagnostics) == ("", ())


def test_given_english_takes_the_suggestion_away_unless_somebody_wrote_into_it() -> None:
    key = parse(PAGE).units[0].zh_hash
    for comment, stays in ((COMMENT, False), (COMMENT.replace("One", "Won"), True)):
        page = PAGE.replace("<!-- en todo -->\n", f"<!-- en todo -->\n\n{comment}", 1)
        written = write_english(page, {key: NewEnglish("New.", Status.HUMAN)})
        unit = parse(written.text).units[0]
        assert (written.refused, unit.en, bool(unit.suggestions)) == ({}, "New.", stays)


@pytest.mark.parametrize(
    "comment",
    [
        COMMENT.replace("-->", "--> or so"),
        COMMENT.replace("-->\n", ""),
        COMMENT.replace("One", "<!-- en human -->\nOne"),
        COMMENT.replace("<!-- suggested", " <!-- suggested"),
        COMMENT.replace("from other", "from"),
    ],
)
def test_what_is_no_whole_suggestion_is_text_and_reported(comment: str) -> None:
    page = parse(f"{HEAD}<!-- en todo -->\n\n{comment}\n")
    assert page.units[0].suggestions == ()
    assert "two." in page.units[0].en
    assert any(found.code == "P001" and found.line >= 7 for found in page.diagnostics)


def test_a_suggestion_outside_of_units_is_text_and_reported() -> None:
    page = parse(f"{COMMENT}\n{HEAD}<!-- en todo -->\n")
    assert [(found.line, found.code) for found in page.diagnostics] == [(1, "P001")]


def test_a_remark_of_several_lines_is_nobody_s_fault() -> None:
    page = parse(f"{HEAD}<!-- en human -->\n\nOne.\n\n<!-- ask B.\nabout this\n-->\n")
    assert page.diagnostics == ()


@given(st.text() | st.text(alphabet="-\\>!<\n a"))
def test_no_english_can_end_or_begin_a_comment(text: str) -> None:
    assert "--" not in harmless(text)
    assert as_it_was(harmless(text)) == text


@given(st.text() | near_pages | st.text(alphabet="-\\>!<\n `~a"), st.sampled_from(["\n", "\r\n"]))
def test_any_english_can_be_suggested(text: str, end: str) -> None:
    text = unified(text).strip()
    offer = Suggestion(en_hash(text), "other", "title", "the same Chinese", text)
    page = parse(f"{HEAD}<!-- en todo -->\n\n".replace("\n", end) + offer.written(end) + end)
    (unit,) = page.units
    assert (unit.suggestions, unit.en) == ((replace(offer, line=7),), "")
    assert english_lines(page.nodes) == []


def test_a_reason_is_needed_in_a_list_too() -> None:
    assert read_exceptions("T021 miles; T035") is None


@given(st.text() | near_pages, st.integers(0, 30), st.sampled_from(["{}\n", "\n{}\n\n", "{}\n\n"]))
def test_an_exception_never_changes_the_english(text: str, place: int, form: str) -> None:
    lines = unified(english_of(text)).split("\n")
    place %= len(lines) + 1
    new = "\n".join([*lines[:place], form.format(OK).rstrip("\n"), *lines[place:]])
    if parse(f"{HEAD}<!-- en human -->\n\n{new}\n").units[0].exceptions:
        without = "\n".join(lines)
        assert english_of(new).split() == without.split()
