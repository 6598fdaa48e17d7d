from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model import Article
from build_scripts.sync.identity import match_pages
from build_scripts.sync.merge import sync_page
from build_scripts.sync.nodes import Page
from build_scripts.sync.page import parse, write
from tests.sync.helpers import article

ROADS = article("云溪县修通村组公路十二公里。", "受益群众三千人，工期四个月。", title="路通了", name="roads")
ORANGES = article(
    "清江镇的合作社去年卖出柑橘八十吨。", "果农说，今年的收成更好。", title="橘子红了", name="oranges"
)
SCHOOL = article("乡里的小学办起了夜校。", "夜校每周上三次课，学的是记账。", title="夜校", name="school")


def page(report: Article) -> Page:
    return parse(sync_page(None, report, source="a.txt").text)


PAGES = {report.id: page(report) for report in (ROADS, ORANGES, SCHOOL)}


def ids(*articles: Article, pages: dict[str, Page] = PAGES) -> tuple[str, ...]:
    return match_pages(articles, pages).ids


@given(st.permutations([ROADS, ORANGES, SCHOOL]))
def test_the_order_of_articles_and_pages_does_not_matter(order: list[Article]) -> None:
    pages = {report.id: PAGES[report.id] for report in order}
    assert ids(SCHOOL, ROADS, ORANGES, pages=pages) == ("school", "roads", "oranges")
    assert ids(*order) == tuple(report.id for report in order)


def test_a_new_title_or_slug_does_not_change_the_id() -> None:
    renamed = article(*(piece.text for piece in ROADS.pieces), title="通路", name="opened")
    found = match_pages([renamed], PAGES)
    assert (found.ids, found.new) == (("roads",), frozenset())


def test_a_renamed_page_is_found_under_its_new_name() -> None:
    found = match_pages([ROADS], {"new-name": PAGES["roads"]})
    assert (found.ids, found.unmatched, found.diagnostics) == (("new-name",), (), ())


@pytest.mark.parametrize("place", ["---\n", "title_en"])
def test_a_conflict_in_the_head_of_a_page_does_not_hide_whose_it_is(place: str) -> None:
    text = write(PAGES["roads"]).replace(place, f"<<<<<<< HEAD\n=======\n>>>>>>> x\n{place}", 1)
    rewritten = article("从前只有土路，如今修了柏油路。", title="路通了", name="tarmac")
    assert ids(rewritten, pages={"roads": parse(text)}) == ("roads",)


def test_an_emptied_page_is_that_of_the_report_whose_name_it_has() -> None:
    assert ids(ROADS, pages={"roads": parse("\ufeff\n \n")}) == ("roads",)
    assert ids(ROADS, pages={"other": parse("")}) == ("roads",)
    assert ids(ROADS, pages={"roads": parse("A note.\n")}) == ("roads-2",)


def test_an_equal_title_is_enough_where_the_text_was_written_anew() -> None:
    assert ids(article("从前只有土路，如今修了柏油路。", title="路通了", name="tarmac")) == ("roads",)


def test_content_goes_before_the_title() -> None:
    swapped = [
        article(*(piece.text for piece in ROADS.pieces), title="橘子红了", name="a"),
        article(*(piece.text for piece in ORANGES.pieces), title="路通了", name="b"),
    ]
    assert ids(*swapped) == ("roads", "oranges")


def test_a_report_of_which_every_paragraph_changed_a_little_keeps_its_id() -> None:
    texts = [piece.text.replace("，", "、").replace("。", "！") for piece in ORANGES.pieces]
    assert ids(article(*texts, title="橘", name="x")) == ("oranges",)


def test_a_stranger_never_takes_the_page_of_another_report() -> None:
    stranger = article("水库维修了一年。", title="水库", name="roads")
    found = match_pages([stranger], PAGES)
    assert (found.ids, found.new) == (("roads-2",), frozenset({"roads-2"}))
    assert found.unmatched == ("oranges", "roads", "school")
    assert [(d.path, d.code) for d in found.diagnostics] == [
        (f"docs/reports/{name}.md", "P004") for name in ("oranges", "roads", "school")
    ]


def test_new_articles_with_one_id_get_numbers() -> None:
    texts = ("甲", "乙", "丙")
    new = [article(text * 9, title=text, name="x") for text in texts]
    assert ids(*new, pages={}) == ("x", "x-2", "x-3")
    assert ids(*new, pages={"x-2": PAGES["roads"]}) == ("x", "x-3", "x-4")


def test_two_equal_articles_get_two_pages() -> None:
    assert ids(ROADS, ROADS) == ("roads", "roads-2")


def test_a_copied_page_is_reported_and_the_original_goes_on() -> None:
    found = match_pages([ROADS], {"a-copy": PAGES["roads"], "roads": PAGES["roads"]})
    assert (found.ids, found.unmatched) == (("roads",), ("a-copy",))
    assert [(d.path, d.code) for d in found.diagnostics] == [
        ("docs/reports/a-copy.md", "P004"),
        ("docs/reports/a-copy.md", "P005"),
    ]


def test_an_article_without_a_body_needs_an_equal_title() -> None:
    assert ids(article(title="路通了", name="x"), article(title="", name="y")) == ("roads", "y")


BYLINE = Article("b", "", "", ("文溪", "田野"), None, None, ())
OF_BYLINE = parse(sync_page(None, BYLINE, source="b.txt").text)


def test_a_report_with_nothing_but_a_byline_finds_its_page_again() -> None:
    found = match_pages([BYLINE], {"b": OF_BYLINE}, sources=["b.txt"])
    assert (found.ids, found.new, found.unmatched) == (("b",), frozenset(), ())


@pytest.mark.parametrize(
    ("report", "source"),
    [
        pytest.param(replace(BYLINE, authors=("山禾",)), "b.txt", id="another by-line"),
        pytest.param(replace(BYLINE, id="c"), "c.txt", id="the raw document renamed"),
        pytest.param(replace(ROADS, authors=("田野",)), "b.txt", id="its text came later"),
        pytest.param(replace(BYLINE, id="cha", title="茶"), "b.txt", id="its title came later"),
    ],
)
def test_a_page_that_holds_no_text_stays_with_its_report(report: Article, source: str) -> None:
    assert match_pages([report], {"b": OF_BYLINE}, sources=[source]).ids == ("b",)


def test_a_conflict_in_a_page_that_holds_no_text_does_not_hide_whose_it_is() -> None:
    text = write(OF_BYLINE).replace("authors:", "<<<<<<< HEAD\nauthors:")
    assert match_pages([BYLINE], {"b": parse(text)}, sources=["b.txt"]).ids == ("b",)


def test_a_page_that_holds_no_text_is_not_that_of_a_stranger() -> None:
    for report, source in ((ROADS, "c.txt"), (replace(BYLINE, authors=("山禾",)), "c.txt")):
        found = match_pages([replace(report, id="c")], {"b": OF_BYLINE}, sources=[source])
        assert (found.ids, found.unmatched) == (("c",), ("b",))
    title_only = parse(sync_page(None, article(title="茶", name="cha"), source="b.txt").text)
    assert match_pages([ROADS], {"cha": title_only}, sources=["b.txt"]).ids == ("roads",)


def test_a_title_that_a_person_gave_to_a_bare_report_changes_nothing() -> None:
    titled = parse(write(OF_BYLINE).replace("source:", "title: 茶\nsource:"))
    assert match_pages([BYLINE], {"b": titled}, sources=["b.txt"]).ids == ("b",)
    twins = [BYLINE, replace(BYLINE, id="b-2")]
    pages = {"b": titled, "b-2": OF_BYLINE}
    assert match_pages(twins, pages, sources=["b.txt", "b.txt"]).ids == ("b", "b-2")


@pytest.mark.parametrize("named", [("x",), ("x", "x-2"), ("x-2-2", "x", "x-3-2")])
def test_reports_that_are_alike_in_everything_keep_their_pages(named: tuple[str, ...]) -> None:
    """Eleven in a file: x-10 comes behind x-9, and x-2 of this file is not x-2 of the project."""
    others = dict.fromkeys(named, PAGES["school"])
    alike = [replace(ROADS, id="x" if n == 1 else f"x-{n}") for n in range(1, 12)]
    sources = ["a.txt"] * len(alike)
    names = match_pages(alike, others, sources=sources).ids
    pairs = zip(names, alike, strict=True)
    pages = {name: parse(sync_page(None, one, source="a.txt", page_id=name).text) for name, one in pairs}
    assert match_pages(alike, others | pages, sources=sources).ids == names


def test_reports_that_differ_in_their_byline_only_keep_their_pages() -> None:
    first, second = replace(ROADS, id="x", authors=("文溪",)), replace(ROADS, id="x-2", authors=("田野",))
    pages = {"x-2": page(first), "x-2-2": page(second)}
    assert match_pages([first, second], pages, sources=["a.txt"] * 2).ids == ("x-2", "x-2-2")


def test_no_report_takes_the_page_that_lists_them() -> None:
    assert ids(replace(ROADS, id="index"), pages={}) == ("index-2",)
