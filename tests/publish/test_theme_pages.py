"""The page of a theme, the relatives of a report, and the first page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.entities import read_entities
from build_scripts.annotate.entity_index import Entity, gather_entities
from build_scripts.annotate.lexicon import load_lexicon
from build_scripts.annotate.words import annotate
from build_scripts.publish.context import Context
from build_scripts.publish.details import detail_files
from build_scripts.publish.home_data import home_file, parse_home
from build_scripts.publish.report_data import parse_report
from build_scripts.publish.site_data import read_all
from build_scripts.publish.theme_data import parse_theme, theme_files
from build_scripts.publish.things import by_area, gather_things, rank
from build_scripts.sync.marks import Status
from build_scripts.sync.page import Page, parse
from build_scripts.sync.text import quotation, zh_hash

LEXICON, _ = load_lexicon({"docs/glossary/x.md": "<!-- glossary -->\n\n## 卫生院\n\n- en: clinic\n"})
TEXTS = {
    "a": ("隆回县的卫生院好。", "洪江市学隆回，印发《减负十条》。", "邵阳市也学。"),
    "b": ("隆回县建起卫生院。", "《减负十条》写明白了。"),
    "c": ("怀化市招标。",),
}
COUNTS = {
    "a": {"卫生院": 9, "隆回县": 9, "村": 5},
    "b": {"卫生院": 8, "村": 6},
    "c": {"招标": 9, "村": 6},
    "d": {"招标": 7, "村": 4},
}
MEMBERS = {"health": ("a", "b"), "bids": ("c", "d"), "empty": ()}


def text_of(number: int, zh: str) -> AnnotatedText:
    return AnnotatedText(f"u-{number}", "paragraph", zh, "", Status.TODO, False, annotate(zh, LEXICON))


def entities_of(texts: Mapping[str, tuple[str, ...]]) -> tuple[Entity, ...]:
    """What made-up reports name."""
    pages = (
        AnnotatedPage(name, "", tuple(text_of(number, zh) for number, zh in enumerate(found)))
        for name, found in texts.items()
    )
    return gather_entities({page.id: read_entities(page, LEXICON) for page in pages}, LEXICON)


THINGS = gather_things(entities_of(TEXTS))
FILES = dict(theme_files(COUNTS, THINGS, MEMBERS, LEXICON, {"隆回县"}))


def test_a_theme_has_its_words_without_places() -> None:
    words = {name: [word["zh"] for word in data["words"]] for name, data in FILES.items()}
    assert words == {"health": ["卫生院"], "bids": ["招标"], "empty": []}
    (word,) = FILES["health"]["words"]
    assert (word["term"], word["count"], word["reports"]) == (LEXICON.terms[0].id, 17, 2)
    assert "term" not in FILES["bids"]["words"][0]


def test_places_are_counted_by_report_then_by_paragraph() -> None:
    found = [(place["zh"], place["reports"], place["count"]) for place in FILES["health"]["places"]]
    assert found == [("隆回县", 2, 3), ("洪江市", 1, 1), ("邵阳市", 1, 1)], "隆回 is 隆回县"
    assert len(rank(THINGS.places, THINGS.references, 1)) == 1


def test_places_stand_with_the_prefecture_that_they_lie_in() -> None:
    areas = [(area["zh"], area["reports"], area["count"]) for area in by_area(THINGS, 5, 5)]
    assert areas == [("怀化市", 2, 2), ("邵阳市", 2, 4)]
    inside = [[place["zh"] for place in area["places"]] for area in by_area(THINGS, 5, 5)]
    assert inside == [["洪江市"], ["隆回县"]]


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
        "文件 documents 《减负十条》 Ten Rules 机译 machine",
        "词语 words 会议",
    ]
    assert page.select_one(".dz-reasons a.dz-entity")["href"] == "/documents/jianfu-123456.md"


def test_reports_that_name_the_same_are_related_and_say_so() -> None:
    pages = {name: page_of(name, texts) for name, texts in TEXTS.items()}
    words = read_all(pages, LEXICON)
    files = dict(detail_files(pages, LEXICON, words, {}, entities_of(TEXTS)))
    (relative,) = parse_report(json.dumps(files["reports/b"])).related
    shared = {(found.kind, found.zh) for found in relative.shared}
    assert relative.id == "a"
    assert {("places", "隆回县"), ("documents", "减负十条"), ("terms", "卫生院")} <= shared
    place = next(found.thing for found in relative.shared if found.kind == "places")
    assert place and (place.en, place.path) == ("Longhui County", "places/longhui-430524.md")


def test_what_reports_share_is_told_without_numbers_that_grow() -> None:
    pages = {name: page_of(name, texts) for name, texts in TEXTS.items()}
    files = dict(detail_files(pages, LEXICON, read_all(pages, LEXICON), {}, entities_of(TEXTS)))
    more = {**TEXTS, "z": ("隆回县又有新事。",)}
    grown = {**pages, "z": page_of("z", more["z"])}
    later = dict(detail_files(grown, LEXICON, read_all(grown, LEXICON), {}, entities_of(more)))
    place = [found for found in files["reports/b"]["related"][0]["shared"] if found["kind"] == "places"]
    assert place == [
        found for found in later["reports/b"]["related"][0]["shared"] if found["kind"] == "places"
    ]


def page_of(name: str, texts: tuple[str, ...]) -> Page:
    marks = (f"<!-- zh {zh_hash(zh)} paragraph -->\n\n{quotation(zh)}\n<!-- en todo -->\n\n" for zh in texts)
    front = f"---\nid: {name}\nsource: {name}.txt\ntitle: 记事\ntitle_en: Notes\n---\n\n"
    return parse(f"{front}<!-- report {name} -->\n\n{''.join(marks)}", f"docs/reports/{name}.md")


@pytest.mark.parametrize(
    "text", ["", "[]", '{"schema": "duizhao.report/1", "related": [{"shared": 3}], "marks": 2}']
)
def test_damaged_relatives_are_none(render: Any, text: str) -> None:
    context = replace(render.context(), report=lambda _: parse_report(text))
    assert not render("<!-- related yunxi -->", context).select("li")


def test_the_first_page_counts_and_lists_places(render: Any) -> None:
    home = parse_home(json.dumps(home_file({"a": 3, "c": 1}, THINGS)))
    context = replace(render.context(), home=lambda: home)
    page = render("<!-- numbers -->\n\n<!-- top-places 1 -->", context)
    numbers = page.select_one(".dz-numbers").get_text(" ", strip=True)
    assert numbers == "2 篇报告 2 reports 4 段文字 4 paragraphs 2 个专题 2 themes 2 个词条 2 terms"
    (area,) = page.select(".dz-areas > li")
    assert area.get_text(" ", strip=True) == "怀化市 Huaihua City 2 洪江市 Hongjiang City 1"


def test_the_search_box_has_a_name_and_asks_its_own_page(render: Any) -> None:
    form = render("<!-- search -->").form
    assert form["role"] == "search" and "action" not in form.attrs
    assert form.input["name"] == "q" and form.input["aria-label"]
    assert form.button["type"] == "submit"


def test_an_empty_site_has_an_empty_first_page(render: Any) -> None:
    page = render("<!-- numbers -->\n\n<!-- top-places 20 -->\n\n<!-- latest 5 -->", Context())
    assert page.get_text().strip() == ""
