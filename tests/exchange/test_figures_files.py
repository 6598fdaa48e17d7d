"""The figures of the corpus as CSV and JSON: every text comes back, and no cell acts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.figures import read_figures
from build_scripts.annotate.figures.rows import FigureReport, FigureRow, Paragraph, rows_of
from build_scripts.annotate.lexicon import EMPTY, load_lexicon
from build_scripts.exchange.figures import (
    BY_PARAGRAPH,
    BY_REPORT,
    COLUMNS,
    SCHEMA,
    read_csv,
    read_json,
    record,
    write_csv,
    write_json,
)
from build_scripts.sync.page import parse
from tests.exchange.helpers import texts

PAGE = """---
title: 清江县的茶
title_en: Tea of Qingjiang
date: 2021-11-17
---

<!-- zh 9f2c1a7e paragraph -->

> =2020年，全县种茶1.5万亩，茶农3200余户。

<!-- en human -->

+In 2020 tea grew on 15,000 mu.
"""
GLOSSARY = "<!-- glossary -->\n\n## 茶农\n\n- en: tea farmers\n\n种茶的人。\n\nThose who grow tea.\n"


def rows(text: str = PAGE, glossary: str = GLOSSARY) -> Sequence[FigureRow]:
    lexicon = load_lexicon({"g.md": glossary})[0] if glossary else EMPTY
    page = parse(text)
    found = read_figures(annotate_page("tea", page, lexicon))
    report = FigureReport("tea", "清江县的茶", "Tea of Qingjiang", False, "2021-11-17")
    return tuple(rows_of(report, page, found, lexicon))


def test_a_row_says_all_that_is_known() -> None:
    area, farmers = map(record, rows())
    assert area["address"].startswith("reports/tea.md#u-")
    shown = {
        key: area[key] for key in ("value", "unit", "unit_en", "unit_written", "start", "place", "counts")
    }
    assert shown == {
        "value": "15000",
        "unit": "亩",
        "unit_en": "mu (1/15 ha)",
        "unit_written": "万亩",
        "start": "2020",
        "place": "清江县",
        "counts": "种茶",
    }
    assert (area["en_status"], area["paragraph_en"]) == ("human", "+In 2020 tea grew on 15,000 mu.")
    assert (farmers["counts_en"], farmers["approximate"], farmers["hedge"]) == ("tea farmers", "over", "余")
    assert area["counts_en"] == "", "no English is made up"


def test_a_figure_of_an_older_state_of_the_page_has_no_row() -> None:
    page = parse(PAGE)
    found = read_figures(annotate_page("tea", page, EMPTY))
    other = parse(PAGE.replace("1.5万亩", "2.5万亩"))
    kept = rows_of(FigureReport("tea", ""), other, found, EMPTY)
    assert [row.figure.text for row in kept] == ["3200余户"]


def test_the_table_begins_with_a_mark_and_its_columns() -> None:
    text = "".join(write_csv(rows()))
    assert text.startswith("\ufeffreport,title,")
    assert text.count("\r\n") == 3
    assert [record(row) for row in rows()] == read_csv(text)


def test_no_cell_is_a_formula() -> None:
    text = "".join(write_csv(rows()))
    cells = [cell for line in csv.reader(io.StringIO(text[1:], newline="")) for cell in line]
    assert any(cell.startswith("'=2020年") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_the_json_file_names_schema_licence_and_fields() -> None:
    data = json.loads("".join(write_json(rows())))
    assert data["schema"] == SCHEMA
    assert "licence" in data
    fields = data["fields"]
    assert fields["reports"] | fields["paragraphs"] | fields["figures"] == dict(COLUMNS)
    assert json.loads("".join(write_json([])))["figures"] == []


def test_the_json_file_says_once_what_figures_have_in_common() -> None:
    text = "".join(write_json(rows()))
    data = json.loads(text)
    (paragraph,) = data["paragraphs"].values()
    assert data["reports"] == {
        "tea": {"title": "清江县的茶", "title_en": "Tea of Qingjiang", "date": "2021-11-17"}
    }
    assert paragraph == {"paragraph_en": "+In 2020 tea grew on 15,000 mu.", "en_status": "human"}
    assert text.count("Tea of Qingjiang") == text.count("tea grew on") == 1
    assert [figure["value"] for figure in data["figures"]] == ["15000", "3200"]
    assert not {*BY_REPORT, *BY_PARAGRAPH} & set(data["figures"][0])
    assert all(value for figure in data["figures"] for value in figure.values()), "empty fields are left out"
    assert read_json(text) == [record(row) for row in rows()]


@given(texts | st.text(st.characters()), texts, texts)
def test_every_text_comes_back(title: str, zh: str, en: str) -> None:
    (row, *_) = rows()
    paragraph = Paragraph("u-1", row.paragraph.zh + zh, en, "human")
    odd = FigureRow(FigureReport("tea", title), paragraph, row.figure, zh)
    (read,) = read_csv("".join(write_csv([odd])))
    assert read == record(odd)
    (entry,) = read_json("".join(write_json([odd])))
    assert entry == record(odd)
