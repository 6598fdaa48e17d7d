"""The page of a theme, the relatives of a report, and the first page."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.annotate.related import Related
from build_scripts.publish.context import Context
from build_scripts.publish.home_data import home_file, parse_home
from build_scripts.publish.report_data import Shared, parse_report, report_files
from build_scripts.publish.theme_data import parse_theme, rank_places, theme_files

COUNTS = {
    "a": {"卫生院": 9, "云溪县": 3, "《减负十条》": 9, "村": 5},
    "b": {"卫生院": 8, "村": 6},
    "c": {"招标": 9, "村": 6},
    "d": {"招标": 7, "村": 4},
}
PLACES = {"a": [("云溪县", "u-1"), ("清江县", "u-1"), ("云溪县", "u-2")], "c": [("清江县", "u-3")]}
MEMBERS = {"health": ("a", "b"), "bids": ("c", "d"), "empty": ()}
FILES = dict(theme_files(COUNTS, PLACES, MEMBERS, {"卫生院": "weishengyuan"}))


def test_a_theme_has_its_words_without_places_and_documents() -> None:
    words = {name: [word["zh"] for word in data["words"]] for name, data in FILES.items()}
    assert words == {"health": ["卫生院"], "bids": ["招标"], "empty": []}
    (word,) = FILES["health"]["words"]
    assert (word["term"], word["count"], word["reports"]) == ("weishengyuan", 17, 2)
    assert "term" not in FILES["bids"]["words"][0]


def test_places_are_counted_by_report_then_by_paragraph() -> None:
    assert FILES["health"]["places"] == [
        {"zh": "云溪县", "paragraphs": 2, "reports": 1},
        {"zh": "清江县", "paragraphs": 1, "reports": 1},
    ]
    assert [place["zh"] for place in rank_places(PLACES, 5)] == ["清江县", "云溪县"]
    assert len(rank_places(PLACES, 1)) == 1


def test_a_theme_without_telling_words_has_no_heading_for_them(render: Any) -> None:
    for text in (
        "",
        "[]",
        json.dumps(FILES["empty"]),
        '{"schema": "duizhao.theme/1", "words": 3, "places": [4]}',
    ):
        context = replace(render.context(), theme_data=lambda _, text=text: parse_theme(text))
        page = render("<!-- reports theme=bianmin -->", context)
        assert not page.select(".dz-chips")
        assert page.select_one(".dz-entry a")["href"] == "/reports/qingjiang.md"


def test_a_term_leads_to_its_page_and_another_word_to_a_search(render: Any) -> None:
    page = render("<!-- reports theme=bianmin -->")
    links = [link["href"] for link in page.select(".dz-chips a")]
    assert links[0] == "/terms/dangzhibu.md"
    assert links[1] == "/index.md?q=%E8%AF%81%E7%85%A7"
    assert "Party branch" in page.select_one(".dz-chips li").get_text()


def test_relatives_say_of_each_reason_what_it_is(render: Any) -> None:
    page = render("<!-- related yunxi -->")
    groups = [group.get_text(" ", strip=True) for group in page.select(".dz-reasons")]
    assert groups == [
        "术语 terms 党支部 Party branch 、 两委 the two village committees",
        "地点 places 清江县",
        "文件 documents 《减负十条》",
        "词语 words 会议",
    ]


def test_reasons_are_written_with_their_kind() -> None:
    related = {"a": (Related("b", 0.5, ("卫生院", "《减负十条》", "路")),), "b": ()}
    kinds = {"卫生院": ("term", "weishengyuan"), "《减负十条》": ("document", "")}
    files = dict(report_files(related, kinds, {}))
    assert parse_report(json.dumps(files["a"])).related[0].shared == (
        Shared("term", "卫生院", "weishengyuan"),
        Shared("document", "《减负十条》"),
        Shared("word", "路"),
    )
    assert parse_report(json.dumps(files["b"])).related == ()


@pytest.mark.parametrize(
    "text", ["", "[]", '{"schema": "duizhao.report/1", "related": [{"shared": 3}], "marks": 2}']
)
def test_damaged_relatives_are_none(render: Any, text: str) -> None:
    context = replace(render.context(), report=lambda _: parse_report(text))
    assert not render("<!-- related yunxi -->", context).select("li")


def test_the_first_page_counts_and_lists_places(render: Any) -> None:
    home = parse_home(json.dumps(home_file({"a": 3, "c": 1}, PLACES)))
    context = replace(render.context(), home=lambda: home)
    page = render("<!-- numbers -->\n\n<!-- top-places 1 -->", context)
    numbers = page.select_one(".dz-numbers").get_text(" ", strip=True)
    assert numbers == "2 篇报告 2 reports 4 段文字 4 paragraphs 2 个专题 2 themes 2 个词条 2 terms"
    assert [item.get_text() for item in page.select(".dz-chips li")] == ["清江县 2"]


def test_the_search_box_has_a_name_and_asks_its_own_page(render: Any) -> None:
    form = render("<!-- search -->").form
    assert form["role"] == "search" and "action" not in form.attrs
    assert form.input["name"] == "q" and form.input["aria-label"]
    assert form.button["type"] == "submit"


def test_an_empty_site_has_an_empty_first_page(render: Any) -> None:
    page = render("<!-- numbers -->\n\n<!-- top-places 20 -->\n\n<!-- latest 5 -->", Context())
    assert page.get_text().strip() == ""
