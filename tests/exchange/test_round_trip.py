"""The law of the exchange: what goes out and comes back unchanged changes nothing."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.exchange.deciding import Given, decide
from build_scripts.exchange.formats import FORMATS
from build_scripts.exchange.projects import apply, rows_of
from build_scripts.exchange.rows import Row
from build_scripts.exchange.tmx import in_memory
from build_scripts.sync.marks import Status
from build_scripts.sync.page import parse
from build_scripts.sync.text import zh_hash
from tests.exchange.helpers import PAGE, STALE, decided, exported, returned, rows, texts
from tests.sync.helpers import near_pages

pytestmark = pytest.mark.slow

formats = pytest.mark.parametrize("name", list(FORMATS))
statuses = st.sampled_from([status for status in Status if status is not Status.TODO])


def row(chinese: str, english: str, status: Status, was: str, term: str) -> Row:
    terms = ((term, english),)
    return Row(
        "yunxi",
        zh_hash(chinese),
        "paragraph",
        chinese,
        english,
        status,
        was,
        "docs/reports/yunxi.md",
        9,
        terms,
    )


any_rows = st.lists(
    st.builds(row, texts.filter(str.strip), texts, statuses, texts, texts),
    max_size=4,
    unique_by=lambda row: row.key,
)


@formats
@given(any_rows, st.sampled_from(Given))
def test_any_text_comes_back_as_it_was(name: str, out: list[Row], status: Given) -> None:
    made = FORMATS[name]
    back = returned("".join(made.write(out)), made.suffix)
    sent = [row for row in out if name != "tmx" or in_memory(row)]
    assert [(row.address, row.zh, row.en, row.base) for row in back] == [
        (row.address, row.zh, row.en, row.hash) for row in sent
    ]
    result = decide(back, out, status)
    assert (result.changes, result.diagnostics) == ({}, ())


@formats
@given(near_pages, st.sampled_from(Given), st.booleans())
def test_no_byte_of_any_page_changes(name: str, text: str, status: Given, theirs: bool) -> None:
    made = FORMATS[name]
    back = returned("".join(made.write(rows_of({"yunxi": parse(text)}))), made.suffix)
    result = decided({"yunxi": text}, back, status, theirs=theirs)
    assert apply({"yunxi": text}, result)[0] == {}


@formats
@pytest.mark.parametrize("page", [PAGE, STALE])
@pytest.mark.parametrize("status", list(Given))
def test_units_of_every_status_come_back(name: str, page: str, status: Given) -> None:
    made = FORMATS[name]
    back = returned(exported(page, name), made.suffix)
    assert len(back) == sum(name != "tmx" or in_memory(row) for row in rows(page))
    result = decided({"yunxi": page}, back, status)
    assert (result.changes, result.diagnostics) == ({}, ())
    assert result.same == len(back)


@given(any_rows)
def test_xml_is_well_formed_for_other_parsers_too(out: list[Row]) -> None:
    for name in ("xliff", "tmx"):
        assert ET.fromstring("".join(FORMATS[name].write(out)).encode("utf-8")) is not None


@given(any_rows)
def test_no_cell_of_a_table_acts(out: list[Row]) -> None:
    table = "".join(FORMATS["csv"].write(out)).removeprefix("\ufeff")
    for line in csv.reader(io.StringIO(table, newline="")):
        assert not [cell for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]


def test_an_export_knows_no_clock_and_no_order_of_chance() -> None:
    for name in FORMATS:
        assert exported(STALE, name) == exported(STALE, name)
        assert "20" not in "".join(c for c in exported("---\nid: x\n---\n", name) if c.isdigit())
