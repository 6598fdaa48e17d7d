"""Which texts of a page are drafted, in which order, and that nothing else of the page changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.sync.marks import Status
from build_scripts.sync.merge import sync_page
from build_scripts.sync.page import english_lines, parse, status
from build_scripts.sync.writing import NewEnglish, write_english
from build_scripts.translate.pages import Drafted, contexts, tasks, with_drafts
from tests.sync.helpers import article, near_pages
from tests.translate.helpers import page_text

PAGE = page_text("甲村修路。", "乙村通水。", "丙村通电。", title="云溪", subtitle="一年")
A, B, C = (unit.zh_hash for unit in parse(PAGE).units)


def keys(text: str, *, refresh: bool = False) -> list[str]:
    return [task.key for task in tasks(parse(text), "p.md", refresh=refresh)[0]]


def given_english(text: str, key: str, state: Status, english: str = "Roads.") -> str:
    return write_english(text, {key: NewEnglish(english, state)}).text


def test_reading_order_and_lines() -> None:
    found, faults = tasks(parse(PAGE), "p.md")
    assert [task.key for task in found] == ["title", "subtitle", A, B, C] and not faults
    lines = PAGE.split("\n")
    assert [lines[task.line - 1].split(":")[0] for task in found[:2]] == ["title", "subtitle"]
    assert all(lines[task.line - 1].startswith(f"<!-- zh {task.key} ") for task in found[2:])


def test_only_what_has_no_english() -> None:
    for state in (Status.HUMAN, Status.REVIEWED, Status.MACHINE):
        assert keys(given_english(PAGE, B, state)) == ["title", "subtitle", A, C]
    assert keys(given_english(PAGE, "title", Status.HUMAN)) == ["subtitle", A, B, C]


def test_refresh_takes_machine_drafts_too_but_none_that_was_edited() -> None:
    text = given_english(given_english(PAGE, A, Status.MACHINE), B, Status.MACHINE, "Water.")
    assert keys(text, refresh=True) == ["title", "subtitle", A, B, C]
    assert keys(text.replace("Water.", "Water came."), refresh=True) == ["title", "subtitle", A, C]


def test_stale_and_orphaned_english_is_people_s_business() -> None:
    text = given_english(given_english(PAGE, A, Status.MACHINE), B, Status.MACHINE, "Water.")
    changed = article("甲村修了一条路。", "丙村通电。", title="云溪", subtitle="一年")
    synced = sync_page(text, changed, source="a.txt").text
    assert {status(unit) for unit in parse(synced).units} == {Status.STALE, Status.ORPHAN, Status.TODO}
    assert keys(synced, refresh=True) == ["title", "subtitle", C]


def test_an_orphan_without_english_is_nobody_s_business() -> None:
    moved = PAGE.replace(f"<!-- zh {B} ", f"<!-- orphans -->\n\n<!-- zh {B} ", 1)
    assert keys(moved) == ["title", "subtitle", A]


def test_chinese_that_somebody_changed_waits_for_a_sync() -> None:
    text = PAGE.replace("> 乙村通水。", "> 乙村通气。")
    found, faults = tasks(parse(text), "p.md")
    assert B not in [task.key for task in found]
    line = next(n for n, line in enumerate(text.split("\n"), 1) if line.startswith(f"<!-- zh {B}"))
    assert [(fault.path, fault.line, fault.code) for fault in faults] == [("p.md", line, "T004")]


def test_a_conflict_leaves_the_page_alone() -> None:
    found, faults = tasks(parse(PAGE + "\n<<<<<<< HEAD\n"), "p.md")
    assert found == () and [fault.code for fault in faults] == ["P002"]


def test_the_neighbours_of_a_text() -> None:
    page = parse(given_english(PAGE, A, Status.HUMAN))
    chosen = tasks(page, "p.md")[0]
    last = list(contexts(page, chosen))[-1]
    assert [(one.chinese, one.english) for one in last.before] == [
        ("甲村修路。", "Roads."),
        ("乙村通水。", ""),
    ]
    assert last.after == ()


def test_a_draft_goes_only_under_its_own_chinese() -> None:
    chosen = {task.key: task for task in tasks(parse(PAGE), "p.md")[0]}
    changed = PAGE.replace("> 乙村通水。", "> 乙村通气。")
    text, refused = with_drafts(changed, [Drafted(chosen[B], "Water came.")])
    assert text == changed and list(refused) == [B]


def test_line_ends_of_the_page_are_kept() -> None:
    page = PAGE.replace("\n", "\r\n")
    chosen = tasks(parse(page), "p.md")[0]
    text, refused = with_drafts(page, [Drafted(task, "Roads.\nWater.") for task in chosen])
    assert not refused and "\n" not in text.replace("\r\n", "")
    assert keys(text) == []


@given(near_pages, st.text(max_size=40) | near_pages, st.booleans())
def test_no_page_and_no_answer_loses_a_line_of_english(tail: str, english: str, refresh: bool) -> None:
    text = given_english(PAGE, B, Status.HUMAN, "A person wrote this.") + tail
    chosen = tasks(parse(text), "p.md", refresh=refresh)[0]
    made, _ = with_drafts(text, [Drafted(task, english) for task in chosen], refresh=refresh)
    before = {
        line
        for unit in parse(text).units
        if status(unit) is not Status.MACHINE
        for line in english_lines([unit])
    }
    assert before <= set(english_lines(parse(made).nodes))
    assert parse(made).front.text("title") == "云溪"
    # What was written is the machine's, nothing else.
    for unit in parse(made).units:
        assert status(unit) is not Status.HUMAN or unit.en in text.replace("\r\n", "\n").replace("\r", "\n")
