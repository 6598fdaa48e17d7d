"""The page of a term: its data made of many reports, and what a reader sees of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.entities import read_entities
from build_scripts.annotate.entity_index import gather_entities
from build_scripts.annotate.lexicon import load_lexicon
from build_scripts.publish.context import Context
from build_scripts.publish.details import detail_files
from build_scripts.publish.paging import page_path
from build_scripts.publish.site import parse_site, year_of
from build_scripts.publish.site_data import build_site_data, read_all, reports_by_theme, to_json, with_pages
from build_scripts.publish.term_data import PAGING, QUOTED, Reading, Year, parse_term, term_files
from build_scripts.publish.timeline import with_gaps
from build_scripts.sync.page import Page, parse
from build_scripts.sync.text import en_hash, quotation, zh_hash

GLOSSARY = """<!-- glossary -->

## 网格

- pinyin: wǎnggé
- en: grid

中文。

English.

## 从未说过

- en: never said
"""
LEXICON, _ = load_lexicon({"docs/glossary/x.md": GLOSSARY})

ZH = "隆回县开了会。网格员天天走，网格里的事当天办。"
EN = "Longhui County met. The **grid** workers walk daily, and what is wanted in a grid is done that day."


def report(name: str, date: str, *texts: tuple[str, str], machine: bool = False) -> Page:
    body = ""
    for zh, english in texts:
        mark = f"machine {en_hash(english)}" if machine else "human" if english else "todo"
        body += f"<!-- zh {zh_hash(zh)} paragraph -->\n\n{quotation(zh)}\n<!-- en {mark} -->\n\n{english}\n\n"
    head = f"---\nid: {name}\nsource: {name}.txt\ntitle: 记事\ntitle_en: Notes\ndate: {date}\n---\n\n"
    return parse(f"{head}<!-- report {name} -->\n\n{body}", f"docs/reports/{name}.md")


PAGES = {
    "old": report("old", "2018-05-01", ("网格分到户。", ""), ("再说网格。", "The grid again.")),
    "new": report("new", "2021-02-01", (ZH, EN), machine=True),
    "bare": report("bare", '""', ("网格也要管。", "Grids are managed, too.")),
    "none": report("none", "2020-01-01", ("天气很好。", "Fine weather.")),
}


def context_of(pages: Mapping[str, Page]) -> tuple[Context, dict[str, Any]]:
    """The site of some pages, as the pipeline makes and the extension reads it."""
    words = read_all(pages, LEXICON)
    data = build_site_data(pages, LEXICON, (), words)
    listed = [term["path"] for term in data["terms"].values()]
    read = {name: read_entities(annotate_page(name, pages[name], LEXICON), LEXICON) for name in pages}
    entities = gather_entities(read, LEXICON)
    files = dict(detail_files(pages, LEXICON, words, reports_by_theme(pages, ()), entities))
    context = Context(
        site=parse_site(to_json(with_pages(data, listed))),
        lexicon=LEXICON,
        term_page=lambda name, n: parse_term(json.dumps(files.get(page_path(f"terms/{name}", n)))),
    )
    return context, files


@pytest.fixture(scope="module")
def page(render: Any) -> Any:
    """The page of 网格, parsed."""
    return render("<!-- term wangge -->", context_of(PAGES)[0])


def test_each_report_stands_with_its_first_sentence_and_the_english_of_that(page: Any) -> None:
    entries = page.select(".dz-mentions > .dz-entry")
    assert [entry.a["href"] for entry in entries] == [
        f"/reports/{name}.md" for name in ("new", "old", "bare")
    ]
    new, old, bare = entries
    assert new.select_one(".dz-quote .dz-zh").get_text() == "网格员天天走，网格里的事当天办。"
    english = new.select_one(".dz-quote .dz-en").get_text()
    assert english.startswith("The grid workers walk daily") and english.endswith("机译 machine")
    assert old.select_one(".dz-quote .dz-en").get_text() == "尚无英译 Not yet translated"
    assert not bare.select(".dz-mark")


def test_paragraphs_are_linked(page: Any) -> None:
    links = [
        [link["href"] for link in entry.select("a.dz-place")]
        for entry in page.select(".dz-mentions > .dz-entry")
    ]
    assert links[0] == [f"/reports/new.md#u-{zh_hash(ZH)}"]
    assert links[1] == [f"/reports/old.md#u-{zh_hash(zh)}" for zh in ("网格分到户。", "再说网格。")]


def test_the_term_is_set_off_in_the_sentence(render: Any) -> None:
    context, _ = context_of(PAGES)
    annotated = replace(context, annotate=lambda text: [_Word(part) for part in _parts(text)])
    page = render("<!-- term wangge -->", annotated)
    assert [mark.get_text() for mark in page.select(".dz-quote mark")][:2] == ["网格", "网格"]


class _Word:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pinyin = None
        self.term = "wangge" if text == "网格" else None


def _parts(text: str) -> list[str]:
    before, *rest = text.split("网格")
    return [part for piece in [before, *(x for r in rest for x in ("网格", r))] for part in [piece] if part]


def test_the_years_are_a_table_with_the_empty_ones_between(page: Any) -> None:
    rows = [
        [cell.get_text(" ", strip=True) for cell in row.select("th, td")]
        for row in page.select(".dz-years tbody tr")
    ]
    assert rows == [
        ["2018", "", "2", "1"],
        ["2019", "", "0", "0"],
        ["2020", "", "0", "0"],
        ["2021", "", "1", "1"],
        ["日期不详 Undated", "", "1", "1"],
    ]
    bars = [bar.get("width") for bar in page.select(".dz-years rect")]
    assert bars == ["1000", "500", "500"]


def test_places_of_the_same_paragraphs_are_named(page: Any) -> None:
    places = page.select_one("ul.dz-chips")
    assert [item.get_text(" ", strip=True) for item in places.select("li")] == ["隆回县 Longhui County 1"]
    assert places.a["href"] == "/places/longhui-430524.md"


def test_a_term_that_stands_nowhere_says_so(render: Any) -> None:
    name = LEXICON.terms[1].id
    page = render(f"<!-- term {name} -->", context_of(PAGES)[0])
    assert "尚未在报告中出现 Not yet in any report" in page.get_text()
    assert not page.select(".dz-years") and page.h1.get_text(" ", strip=True) == "从未说过 never said"


def test_the_glossary_leads_to_the_page_and_keeps_its_anchors(render: Any) -> None:
    page = render(GLOSSARY, context_of(PAGES)[0])
    assert page.find(id="t-wangge").name == "h2"
    where = page.select_one(".dz-where a")
    assert (where["href"], where.get_text()) == (
        "/terms/wangge.md",
        "见于 3 篇报告的 4 段 In 4 paragraphs of 3 reports",
    )


def test_without_a_page_of_its_own_a_term_leads_to_the_glossary(render: Any) -> None:
    data = build_site_data(PAGES, LEXICON, ())
    context = Context(site=parse_site(to_json(with_pages(data, []))), lexicon=LEXICON)
    assert context.term_address(context.site.terms["wangge"]) == "/glossary/x.md#t-wangge"
    assert not render(GLOSSARY, context).select(".dz-where a")


def many(count: int) -> dict[str, Reading]:
    """So many reports, the newest first, of which each names the term in two paragraphs."""
    return {
        f"r{number:04}": Reading(
            f"{2021 - number // 200}-01-01", [("wangge", "u-1", 0, 2), ("wangge", "u-2", 3, 5)], []
        )
        for number in range(count)
    }


def test_thousands_of_mentions_are_paged_and_each_page_holds_few() -> None:
    asked: list[str] = []

    def quote(name: str, anchor: str, start: int, end: int, hint: str) -> Mapping[str, Any]:
        asked.append(name)
        return {"zh": f"{name}{anchor}{start}", "en": hint, "status": "todo", "machine": False}

    count = 2 * PAGING.size + PAGING.first
    files = dict(term_files(LEXICON.terms, many(count), {}, quote))
    term, other = (term.id for term in LEXICON.terms)
    assert list(files) == [term, f"{term}/2", f"{term}/3", other]
    in_order = [files[name] for name in (term, f"{term}/3", f"{term}/2")]
    found = [item["id"] for data in in_order for item in data["reports"]]
    assert found == list(many(count)), "every report, on one page, newest first"
    assert asked == found[:QUOTED], "sentences are looked up for the newest reports alone"
    assert [year[0] for year in files[term]["years"]] == ["2018", "2019", "2020", "2021"]
    second = parse_term(json.dumps(files[f"{term}/2"]))
    assert (second.years, second.newer, second.before) == ((), 3, 0)
    assert second.mentions[0].anchors == ("u-1", "u-2")
    third = parse_term(json.dumps(files[f"{term}/3"]))
    assert (third.newer, third.before) == (0, 2)


def test_a_new_report_changes_no_page_that_is_full() -> None:
    count = 2 * PAGING.size + PAGING.first
    older = many(count)
    newer = {"new": Reading("2022-01-01", [("wangge", "u-1", 0, 2)], []), **older}
    term = LEXICON.terms[0].id
    before, after = (dict(term_files(LEXICON.terms, found, {}, lambda *_: {})) for found in (older, newer))
    assert [name for name in after if after[name] != before[name]] == [term]
    assert len(after[term]["reports"]) == PAGING.first + 1


def test_from_the_first_page_each_year_is_reached_and_from_others_the_pages_beside(render: Any) -> None:
    count = 2 * PAGING.size + PAGING.first
    files = dict(term_files(LEXICON.terms, many(count), {}, lambda *_: {}))
    context = replace(
        context_of(PAGES)[0],
        term_page=lambda name, n: parse_term(json.dumps(files.get(page_path(name, n)))),
    )
    first = render("<!-- term wangge -->", context)
    assert [(link.get_text(), link["href"]) for link in first.select_one(".dz-pages").select("a")] == [
        ("2021", "/terms/wangge.md#year-2021"),
        ("2020", "/terms/wangge/3.md#year-2020"),
        ("2019", "/terms/wangge/2.md#year-2019"),
        ("2018", "/terms/wangge/2.md#year-2018"),
    ]
    second = render("<!-- term wangge page=2 -->", context)
    assert second.h1.get_text(" ", strip=True) == "网格 · 较早的报告（1） grid · older reports, part 1"
    assert [(link.get_text(), link["href"]) for link in second.select_one(".dz-pages").select("a")] == [
        ("最新 Newest", "/terms/wangge.md"),
        ("较新 Newer", "/terms/wangge/3.md"),
    ]
    assert not second.select(".dz-years")


def test_an_older_report_is_one_line_that_leads_to_its_paragraphs(render: Any) -> None:
    context, files = context_of(PAGES)
    data = files["terms/wangge"]
    data["reports"] = [{"id": item["id"], "at": item["at"]} for item in data["reports"]]
    page = render("<!-- term wangge -->", context)
    _, old, _ = page.select(".dz-mentions > li")
    assert old.get_text() == "2018-05-01 记事 Notes ¶2"
    assert [link["href"] for link in old.select("a")] == [
        f"/reports/old.md#u-{zh_hash(zh)}" for zh in ("网格分到户。", "再说网格。")
    ]
    assert not page.select(".dz-quote")


def test_what_the_badges_mean_is_said_once_and_only_where_there_are_any(render: Any, page: Any) -> None:
    assert page.select(".dz-mentions .dz-mark") and not page.select(".dz-mentions .dz-mark[title]")
    (note,) = [note for note in page.select(".dz-note") if "机译" in note.get_text()]
    assert "not yet checked by a person" in note.get_text()
    people = {name: found for name, found in PAGES.items() if name != "new"}
    assert "机译" not in render("<!-- term wangge -->", context_of(people)[0]).get_text()


@given(
    st.lists(st.tuples(st.sampled_from(["", "2019", "2020-02", "2021-01-01"]), st.integers(1, 3)), max_size=8)
)
def test_law_the_years_count_every_paragraph_and_report(made: list[tuple[str, int]]) -> None:
    readings = {
        f"r{number}": Reading(date, [("wangge", f"u-{at}", 0, 1) for at in range(count)], [])
        for number, (date, count) in enumerate(made)
    }
    files = dict(term_files(LEXICON.terms, readings, {}, lambda *_: {}))
    years = parse_term(json.dumps(files["wangge"])).years
    assert sum(year.paragraphs for year in years) == sum(count for _, count in made)
    assert sum(year.reports for year in years) == len(made)
    assert [year.year for year in years] == sorted({year_of(date) for date, _ in made})


def test_a_gap_of_a_generation_is_left_out() -> None:
    assert [year.year for year in with_gaps([Year("1958", 1, 1), Year("2020", 1, 1)])] == ["1958", "2020"]


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{}", '{"schema": "duizhao.term/2", "years": 3, "reports": [1]}']
)
def test_damaged_data_are_no_data(render: Any, text: str) -> None:
    context = replace(context_of(PAGES)[0], term_page=lambda *_: parse_term(text))
    assert render("<!-- term wangge -->", context).h1


def test_hostile_texts_are_shown_as_they_are(render: Any) -> None:
    bad = '网格<script>alert(1)</script>“"><img src=x onerror=alert(1)>。'
    pages = {"x": report("x", "2021-01-01", (bad, "<b>grid</b> [a](javascript:alert(1))"))}
    page = render("<!-- term wangge -->", context_of(pages)[0])
    assert not page.select("script:not([type='application/ld+json']), img, b:not(.dz-facts b)")
    assert page.select_one(".dz-quote .dz-zh").get_text() == bad
