"""Whole pages: lines, exceptions, what is left alone, what is still to be done."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.check.units import check_page, check_pages
from build_scripts.diagnostics import Diagnostic
from build_scripts.sync.page import parse
from tests.check.helpers import lexicon, page_text

ZH = "村里修了一座桥，名叫同心桥，老人孩子都来看。"
WRONG = "The village built a bridge, called 同心桥, and old people and children came to see it."
RIGHT = "The village built a bridge, called One Heart Bridge, and old people and children came to see it."


def found(text: str) -> list[str]:
    return told(check_page(parse(text, "page.md"), "page.md", lexicon()))


def told(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [f"{at.path}:{at.line} {at.code}" for at in diagnostics]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_finding_stands_at_the_line_of_the_english_marker() -> None:
    text = "# Notes\n\n" + page_text([("paragraph", ZH, WRONG)])
    assert found(text) == [f"page.md:{line_of(text, '<!-- en human')} T035"]


def test_a_finding_of_a_title_stands_at_its_line() -> None:
    text = page_text([("title", "同心桥", "The 同心桥")])
    assert found(text) == ["page.md:3 T035"]


def test_an_exception_beside_the_unit_is_honoured() -> None:
    text = page_text([("paragraph", ZH, f"<!-- ok T035 the sign is quoted as it is -->\n\n{WRONG}")])
    assert parse(text).diagnostics == () and found(text) == []


def test_an_exception_excepts_its_own_unit_and_code_only() -> None:
    note = "<!-- ok T035 the sign is quoted as it is -->"
    text = page_text([("paragraph", ZH, f"{note}\n\n{WRONG}，"), ("paragraph", f"再说，{ZH}", f"So {WRONG}")])
    second = text.rindex("<!-- en human")
    assert found(text) == [
        f"page.md:{line_of(text, '<!-- en human')} T037",
        f"page.md:{text[:second].count(chr(10)) + 1} T035",
    ]


def test_an_exception_that_excepts_nothing_is_reported_at_its_own_line() -> None:
    for code in ("T035", "T002", "C010", "T999"):
        text = page_text([("paragraph", ZH, f"{RIGHT}\n\n<!-- ok {code} no longer so -->")])
        assert found(text) == [f"page.md:{line_of(text, '<!-- ok')} T047"], code


def test_the_message_about_an_unused_exception_names_it() -> None:
    page = parse(page_text([("paragraph", ZH, f"{RIGHT}\n\n<!-- ok T035 the sign is quoted -->")]), "page.md")
    (only,) = check_page(page, "page.md", lexicon())
    assert only.message == "nothing here is T035: the exception “the sign is quoted” is not needed"


def test_beside_stale_or_missing_english_no_exception_is_unused() -> None:
    for role in ("stale", "paragraph"):
        english = RIGHT if role == "stale" else ""
        text = page_text([(role, ZH, f"<!-- ok T035 the sign is quoted -->\n\n{english}")])
        assert [line.split(" ")[1] for line in found(text)] == ["T048"]


def test_exceptions_of_a_title_are_written_into_the_front_matter() -> None:
    text = page_text([("title", "同心桥", "the 同心桥")])
    ok = "title_ok: T035 the name as it is; T041 so on the sign\n"
    assert found(text.replace("title_mark", f"{ok}title_mark")) == []
    unused = text.replace("the 同心桥", "The bridge").replace("title_mark", f"{ok}title_mark")
    assert found(unused) == ["page.md:4 T047", "page.md:4 T047"]


def test_a_page_with_a_merge_conflict_is_left_alone() -> None:
    text = page_text([("paragraph", ZH, WRONG)])
    assert found(text) and found(f"{text}\n<<<<<<< HEAD\n") == []


def test_orphans_are_counted_and_not_checked() -> None:
    live = page_text([("paragraph", ZH, RIGHT)])
    orphan = page_text([("paragraph", f"又，{ZH}", WRONG)]).replace("en human", "en orphan")
    page = parse(f"{live}<!-- orphans -->\n\n{orphan}", "page.md")
    (only,) = check_page(page, "page.md", lexicon())
    assert (only.code, only.line, only.message) == ("T048", 0, "1 orphan")


def test_what_is_still_to_be_done_is_counted_for_each_report() -> None:
    units = [("paragraph", f"{n}{ZH}", "") for n in range(3)]
    units += [("stale", f"旧{ZH}", RIGHT), ("paragraph", ZH, RIGHT)]
    text = page_text([("title", "同心桥", ""), *units]).replace(" human\n---", " todo\n---")
    (only,) = check_page(parse(text), "page.md", lexicon())
    assert only.message == "of 6 texts 4 have no English and 1 is stale"


def test_the_same_english_is_found_across_pages_and_named_with_its_place() -> None:
    other = "学校搬到村口，孩子们早上可以多睡一会儿。"
    pages = {
        "b": parse(page_text([("paragraph", other, RIGHT)])),
        "a": parse(page_text([("heading", "桥", "The bridge"), ("paragraph", ZH, RIGHT)])),
        "c": parse(page_text([("paragraph", ZH, RIGHT)])),
    }
    (only,) = check_pages(pages, lexicon())
    assert (only.path, only.line, only.code) == ("docs/reports/b.md", 5, "T038")
    assert "docs/reports/a.md:13, where the Chinese is “村里修了一座桥" in only.message


def test_the_order_of_the_pages_does_not_matter() -> None:
    texts = {name: page_text([("paragraph", f"{name}，{ZH}", WRONG)]) for name in "abc"}
    forward = {name: parse(text) for name, text in texts.items()}
    assert check_pages(forward, lexicon()) == check_pages(dict(reversed(forward.items())), lexicon())
