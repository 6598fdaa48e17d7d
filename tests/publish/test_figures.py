"""The page of figures and the list at the end of a report: what they show, and that text stays text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.figures import read_figures
from build_scripts.annotate.figures.rows import FigureReport, FigureRow, rows_of
from build_scripts.annotate.lexicon import EMPTY, load_lexicon
from build_scripts.library import Project
from build_scripts.publish.figure_chunks import FIELDS, FULL, chunk, index, plan_chunks, utf16_length
from build_scripts.publish.figures_data import FIRST, page_data, report_data, write_figures
from build_scripts.publish.figures_file import (
    FiguresFile,
    FiguresShown,
    load_figures,
    load_report_figures,
    parse_figures,
    parse_report_figures,
)
from build_scripts.sync.page import parse, write

LEXICON = load_lexicon({"g.md": "<!-- glossary -->\n\n## 合作社\n\n- en: cooperative\n\n社。\n\nOne.\n"})[0]
HOSTILE = "<script>alert(1)</script><b onclick='x'>"
YUNXI = ("2018年全县有合作社120家。", "2019年全县有合作社150家。", "2020年全县有合作社近200家，占三成。")


def page_text(*paragraphs: str, title: str = "云溪县见闻", date: str = "2021-11-17") -> str:
    head = f"---\ntitle: {title}\ndate: {date}\n---\n"
    units = (
        f"<!-- zh 0000000{n} paragraph -->\n\n> {text}\n\n<!-- en todo -->\n"
        for n, text in enumerate(paragraphs)
    )
    return "\n".join((head, *units))


def rows_by_report(reports: Mapping[str, str]) -> dict[str, tuple[FigureRow, ...]]:
    found = {}
    for name, text in reports.items():
        page = parse(text)
        report = FigureReport(name, page.front.text("title"), date=page.front.text("date"), themes=("party",))
        figures = read_figures(annotate_page(name, page, LEXICON))
        found[name] = tuple(rows_of(report, page, figures, LEXICON))
    return found


def shown(reports: Mapping[str, str]) -> FiguresShown:
    return parse_figures(json.dumps(page_data(rows_by_report(reports), LEXICON)))


def render_page(render: Any, reports: Mapping[str, str]) -> BeautifulSoup:
    context = replace(render.context(), figures=lambda: shown(reports))
    page: BeautifulSoup = render("# x\n\n<!-- figures -->", context)
    return page


def test_a_row_shows_what_how_much_when_where_and_the_sentence(render: Any) -> None:
    page = render_page(render, {"yunxi": page_text(*YUNXI)})
    rows = page.select(".dz-figures--all tbody tr")
    assert len(rows) == 4
    name, figure, time, place, source = rows[2].find_all(["th", "td"], recursive=False)
    assert name.select_one(".dz-zh").get_text() == "合作社"
    assert name.select_one("[lang=en]").get_text() == "cooperative"
    assert figure.b.get_text() == "近200家"
    assert "nearly" in figure.small.get_text()
    assert time.get_text().split() == ["2020", "2020年"]
    assert place.select_one(".dz-zh").get_text() == "云溪县"
    assert source.mark.get_text() == "近200家"
    assert source.select_one("a")["href"].startswith("/reports/yunxi.md#u-")
    share = rows[3].select_one(".dz-figure")
    assert share.get_text(" ", strip=True) == "三成 30% · 占比 share"


def test_what_has_no_english_in_the_glossary_has_none(render: Any) -> None:
    page = render_page(render, {"yunxi": page_text("全县有驿站12座。")})
    assert not page.select_one(".dz-figures tbody th").select("[lang=en]")


def test_a_chart_is_a_table_with_bars(render: Any) -> None:
    page = render_page(render, {"yunxi": page_text(*YUNXI)})
    (table,) = page.select("table.dz-chart")
    assert [cell.get_text() for cell in table.select("tbody th")] == ["2018", "2019", "2020"]
    bars = table.select("svg rect")
    assert [int(bar["width"]) for bar in bars] == [240, 300, 400]
    assert [" ".join(bar.get_attribute_list("class")) for bar in bars][1:] == [
        "dz-chart-exact",
        "dz-chart-about",
    ]
    assert all(svg["aria-hidden"] == "true" for svg in table.select("svg")), "the number says the same"
    assert table.caption.get_text(" ", strip=True).startswith("合作社 cooperative")


def test_a_bar_of_the_reports_year_says_so(render: Any) -> None:
    years = {f"r{year}": page_text(f"{year}年全县有合作社{year - 1900}家。") for year in (2018, 2019)}
    page = render_page(render, years | {"now": page_text("全县有合作社198家。")})
    rows = page.select(".dz-chart tbody tr")
    assert [(row.th.get_text(), row.small.get_text() if row.small else "") for row in rows] == [
        ("2018", ""),
        ("2019", ""),
        ("2021", "报告当年 report’s year"),
    ]
    assert "report’s year and is marked so" in page.get_text()


def test_disagreements_stand_side_by_side(render: Any) -> None:
    other = page_text("2020年，全县有合作社250家。", title="云溪县又见闻")
    page = render_page(render, {"yunxi": page_text(*YUNXI), "other": other})
    rows = page.select("#disagreements ~ .dz-figures-box tbody tr")
    assert [row.b.get_text() for row in rows] == ["250家", "近200家"]
    assert {row.select_one("a")["data-report"] for row in rows} == {"yunxi", "other"}
    alone = render_page(render, {"yunxi": page_text(*YUNXI)})
    assert "None have been found" in alone.select_one("#disagreements + p").get_text()


def test_the_page_does_not_grow_with_the_reports(render: Any) -> None:
    many = {f"r{n}": page_text(*YUNXI[:2], title=f"云溪县第{n}年") for n in range(60)}
    page = render_page(render, many)
    assert len(page.select(".dz-figures--all tbody tr")) == FIRST
    note = page.select_one(".dz-figures-note").get_text()
    assert "120" in note
    assert "60 篇报告" in note


def test_text_of_a_report_stays_text(render: Any) -> None:
    text = page_text(f"2020年{HOSTILE}全县有{HOSTILE}合作社12家{HOSTILE}。", title=HOSTILE)
    page = render_page(render, {"yunxi": text})
    assert not page.select("script, td > b > b")
    assert HOSTILE in page.select_one(".dz-figure-source p").get_text()
    assert not page.select("[style]"), "no inline style"


def test_the_list_at_the_end_of_a_report(render: Any) -> None:
    data = json.dumps(report_data(rows_by_report({"yunxi": page_text(*YUNXI)})["yunxi"]))
    context = replace(
        render.context(), report_figures=lambda name: parse_report_figures(data if name == "yunxi" else "")
    )
    page = render((Path(render.gold) / "report.md").read_text("utf-8"), context)
    assert page.select_one("h2#figures")
    rows = page.select(".dz-figure-list tbody tr")
    assert [row.a["href"][:3] for row in rows] == ["#u-"] * 4
    plain = render((Path(render.gold) / "report.md").read_text("utf-8"))
    assert not plain.select(".dz-figure-list")


def test_no_figures_no_table(render: Any) -> None:
    page = render("<!-- figures -->", replace(render.context(), figures=FiguresShown))
    assert page.select_one(".dz-empty")
    assert not page.select("table")


def test_downloads_with_the_licence(render: Any) -> None:
    data = replace(
        shown({"yunxi": page_text(*YUNXI)}),
        downloads=(
            FiguresFile("csv", "assets/downloads/figures.csv.zip", 12_345),
            FiguresFile("exe", "x.exe", 1),
        ),
    )
    page = render(
        "<!-- figures -->", replace(render.context(), figures=lambda: data, licence=("CC BY 4.0", ""))
    )
    (link,) = page.select(".dz-downloads a")
    assert link["href"] == "/assets/downloads/figures.csv.zip"
    assert link.has_attr("download")
    assert "CC BY 4.0" in page.select_one(".dz-licence").get_text()


@pytest.mark.parametrize("text", ["", "null", "[]", "{", '{"schema": "other/1", "first": [{}]}'])
def test_a_file_of_another_form_is_no_file(text: str, tmp_path: Path) -> None:
    path = tmp_path / "f.json"
    path.write_text(text, encoding="utf-8")
    assert load_figures(path) == FiguresShown()
    assert load_report_figures(path) == ()
    assert load_figures(tmp_path / "none.json") == FiguresShown()


def test_rows_of_another_form_are_left_out() -> None:
    row = {"report": "r", "anchor": "u-1", "text": "3户", "value": "3"}
    bad = [
        5,
        {},
        {**row, "value": "many"},
        {**row, "value": "1/0"},
        {**row, "value": 3},
        {**row, "near": "yes"},
    ]
    text = json.dumps(
        {"schema": "duizhao.figures-page/1", "first": [*bad, row], "charts": [{"rows": bad[:2]}]}
    )
    found = parse_figures(text)
    assert [one.text for one in found.first] == ["3户", "3户"]
    assert not found.first[0].near
    assert found.charts == ()


def test_chunks_hold_every_figure_once_with_its_sentence() -> None:
    rows = rows_by_report(
        {
            "yunxi": page_text("𠀀茶好。2020年全县有合作社12家，茶农30户。"),
            "old": page_text("去年3户。", date=""),
        }
    )
    chunks = plan_chunks(rows)
    assert chunks == {"2021-0": ["yunxi"], "undated-0": ["old"]}
    data = chunk(chunks["2021-0"], rows)
    (paragraph,) = data["paragraphs"]
    assert paragraph["zh"] == ["2020年全县有合作社12家，茶农30户。"]
    for cells in data["rows"]:
        row = dict(zip(FIELDS, cells, strict=True))
        sentence = paragraph["zh"][row["sentence"]].encode("utf-16-le")
        assert sentence[2 * row["at"] :].decode("utf-16-le").startswith(row["text"])


def test_the_index_says_which_chunk_has_what() -> None:
    rows = rows_by_report({"yunxi": page_text("“十三五”期间修路9公里。全县有茶农30户。")})
    data = index(plan_chunks(rows), rows, {"party": ("党建", "Party building")})
    (listed,) = data["chunks"]
    assert listed["years"] == ["2016", "2017", "2018", "2019", "2020"]
    assert listed["units"] == ["公里", "户"]
    assert listed["places"] == ["云溪县"]
    assert data["themes"] == [["party", "党建", "Party building"]]
    assert data["total"] == 2


def test_a_full_year_is_divided_and_a_new_report_changes_one_part() -> None:
    one = page_text("".join(f"有{n}家合作社。" for n in range(2, 42)))
    rows = rows_by_report({"r": one})["r"]
    many = {
        f"r{n}": tuple(replace(row, report=replace(row.report, id=f"r{n}")) for row in rows)
        for n in range(100)
    }
    chunks = plan_chunks(many)
    assert sorted(name for names in chunks.values() for name in names) == sorted(many)
    assert 2 <= len(chunks) <= 8
    assert max(sum(len(many[name]) for name in names) for names in chunks.values()) < 2 * FULL
    fewer = plan_chunks({name: many[name] for name in many if name != "r7"})
    assert sum(chunks[name] != fewer.get(name) for name in chunks) == 1


def test_utf16() -> None:
    assert utf16_length("一𠀀b") == 4


def test_files_are_written_once_and_those_of_reports_that_are_gone_deleted(tmp_path: Path) -> None:
    project = Project(tmp_path)
    pages = {name: parse(page_text(*YUNXI, title=name)) for name in ("yunxi", "qingjiang")}
    figures = {name: read_figures(annotate_page(name, page, EMPTY)) for name, page in pages.items()}

    def publish(names: tuple[str, ...]) -> dict[str, bytes]:
        chosen = {name: pages[name] for name in names}
        write_figures(project, chosen, {name: figures[name] for name in names}, {}, (EMPTY, ()))
        return {
            path.relative_to(tmp_path).as_posix(): path.read_bytes()
            for path in tmp_path.rglob("*.*")
            if path.is_file()
        }

    both = publish(("yunxi", "qingjiang"))
    assert {
        ".duizhao/figures/yunxi.json",
        ".duizhao/figures.json",
        "docs/assets/downloads/figures.csv.zip",
        "docs/assets/data/figures/2021-0.json.gz",
    } <= set(both)
    assert publish(("qingjiang", "yunxi")) == both
    one = publish(("yunxi",))
    assert ".duizhao/figures/qingjiang.json" not in one
    assert load_figures(project.figure_data).total == 4
    assert write(pages["yunxi"]).count("合作社") == 3
