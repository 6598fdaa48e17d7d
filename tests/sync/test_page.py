from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.sync.marks import Status
from build_scripts.sync.nodes import Marker, Text
from build_scripts.sync.page import parse, status, write
from build_scripts.sync.text import en_hash, zh_hash
from tests.sync.helpers import near_pages

UNIT = f"<!-- zh {zh_hash('云溪')} paragraph -->\n\n> 云溪\n\n"


@given(st.text() | near_pages | near_pages.map(lambda text: f"---\nid: x\n---\n{text}"))
def test_writing_what_was_parsed_gives_the_text(text: str) -> None:
    assert write(parse(text)) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_page_is_read_with_any_line_end(end: str) -> None:
    text = (
        "---\nid: x\n---\n\n<!-- report x -->\n\n"
        "<!-- zh 9f2c1a7e-2 list_item lead-3 gap-before -->\n\n> 新\\*文\n\n<!-- was 66667777 -->\n\n> 旧\n\n"
        "<!-- en stale 8888aaaa machine -->\n\nOne.\n\nTwo.\n\n<!-- related x -->\n"
    ).replace("\n", end)
    page = parse(text)
    (unit,) = page.units
    assert (unit.zh_hash, unit.role, unit.flags, unit.zh) == (
        "9f2c1a7e-2", "list_item", ("lead-3", "gap-before"), "新*文",
    )  # fmt: skip
    assert (unit.was_hash, unit.was_text, unit.token, unit.mark_hash) == (
        "66667777",
        "旧",
        "stale",
        "8888aaaa",
    )
    assert (unit.en, unit.line) == ("One.\n\nTwo.", 7)
    assert [node.kind for node in page.nodes if isinstance(node, Marker)] == ["report", "related"]
    assert page.front.text("id") == "x"
    assert not page.diagnostics


@pytest.mark.parametrize(
    ("marker", "english", "expected"),
    [
        ("<!-- en todo -->", "", Status.TODO),
        ("<!-- en human -->", "", Status.TODO),
        ("<!-- en todo -->", "Text", Status.HUMAN),
        (f"<!-- en machine {en_hash('Text')} -->", "Text", Status.MACHINE),
        (f"<!-- en machine {en_hash('Text')} -->", "Mended text", Status.HUMAN),
        ("<!-- en machine -->", "Text", Status.HUMAN),
        ("<!-- en reviewed -->", "Text", Status.REVIEWED),
        (f"<!-- en stale {en_hash('Text')} -->", "Text", Status.STALE),
        (f"<!-- en stale {en_hash('Text')} -->", "Mended text", Status.HUMAN),
        ("<!-- en stale -->", "Text", Status.STALE),
        (f"<!-- en orphan {en_hash('Text')} -->", "Text", Status.ORPHAN),
        ("<!-- en machin -->", "Text", Status.HUMAN),
        ("", "Text", Status.HUMAN),
        ("", "", Status.TODO),
    ],
)
def test_the_text_decides_on_its_status(marker: str, english: str, expected: Status) -> None:
    (unit,) = parse(f"{UNIT}{marker}\n\n{english}\n").units
    assert status(unit) is expected


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<!-- zh -->\n", [1]),
        ("note\n\n<!-- en human -->\n", [3]),
        (f"{UNIT}<!-- en machin -->\n\nText\n", [5]),
        (f"{UNIT}<!-- en human -->\n\nText\n\n<!-- en reviewed -->\n", [9]),
        (f"{UNIT}<!-- en human -->\n\n<!-- was 66667777 -->\n\n> 旧\n", [7]),
        (f"{UNIT}<!-- was 66667777 -->\n\n<!-- en human -->\n\nText\n", [5]),
        (f"{UNIT}<!-- en human --> Text on the line of the marker\n", [5]),
        ("---\nid: x\n---\n<!-- report -->\n", [4]),
        (f"{UNIT}<!-- en human -->\n\n    <!-- zh -->\n", []),
        (f"{UNIT}<!-- en human -->\n\n```\n<!-- zh -->\n```\n", []),
        (f"{UNIT}<!-- en human -->\n\n<!-- a remark of the translator -->\n", []),
    ],
)
def test_a_malformed_marker_stays_text_and_is_reported_with_its_line(text: str, lines: list[int]) -> None:
    page = parse(text, "a.md")
    assert [found.line for found in page.diagnostics] == lines
    assert all(found.code == "P001" and found.path == "a.md" for found in page.diagnostics)
    assert len(page.units) == text.startswith(UNIT)


def test_a_malformed_zh_marker_does_not_pour_its_unit_into_the_one_before() -> None:
    page = parse(
        f"{UNIT}<!-- en human -->\n\nText\n\n<!-- zh bad -->\n\n> 清江\n\n<!-- en human -->\n\nOther\n"
    )
    assert page.units[0].en == "Text"
    assert isinstance(page.nodes[-1], Text)
    assert page.nodes[-1].raw.endswith("Other\n")
    assert [found.line for found in page.diagnostics] == [9, 13]


def test_markers_in_a_code_block_are_text() -> None:
    english = "```\n<!-- zh 00000000 paragraph -->\n\n<!-- en human -->\n```"
    page = parse(f"{UNIT}<!-- en human -->\n\n{english}\n")
    assert [unit.en for unit in page.units] == [english]


def test_a_code_block_that_is_not_closed_swallows_no_unit() -> None:
    other = UNIT.replace("云溪", "清江").replace(zh_hash("云溪"), zh_hash("清江"))
    page = parse(f"{UNIT}<!-- en human -->\n\n```\nText\n\n{other}<!-- en human -->\n\n```\nOther\n")
    assert [unit.en for unit in page.units] == ["```\nText", "```\nOther"]
    assert [(found.line, found.code) for found in page.diagnostics] == [(7, "P006"), (16, "P006")]


def test_english_below_the_chinese_in_the_same_quotation_is_english() -> None:
    (unit,) = parse(UNIT.replace("> 云溪\n", "> 云溪\n> Yunxi\n") + "<!-- en todo -->\n").units
    assert (unit.zh, unit.en, status(unit)) == ("云溪", "> Yunxi", Status.HUMAN)


def test_a_merge_conflict_is_an_error_with_its_lines() -> None:
    page = parse(f"{UNIT}<!-- en human -->\n\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> other\n")
    assert [(found.line, found.code) for found in page.diagnostics] == [(7, "P002"), (11, "P002")]
    assert page.blocked


def test_a_line_of_equals_signs_alone_underlines_a_heading() -> None:
    page = parse(f"{UNIT}<!-- en human -->\n\nA heading\n=======\n")
    assert not page.diagnostics
