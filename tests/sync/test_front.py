from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.sync.front import FrontMatter, read_front_matter, with_values
from build_scripts.sync.page import parse

FRONT = """\
---
# The editor's remarks
title: "旧题"   # checked
title_en: 'Old: title'
weight: [1, 2]   # people's own
authors:
  - 文溪
  - 田野
# about the date
date: 2021-01-02
---
"""


def changed(**values: str | tuple[str, ...] | None) -> str:
    made = with_values(read_front_matter(FRONT), values)
    assert made is not None
    return made.raw


def test_only_the_lines_of_changed_keys_change() -> None:
    assert changed(title="新题: 二") == FRONT.replace('"旧题"', "'新题: 二'")


def test_a_right_value_keeps_its_way_of_quoting() -> None:
    assert changed(title="旧题", title_en="Old: title", authors=("文溪", "田野"), date="2021-01-02") == FRONT


def test_keys_are_added_in_their_order_and_taken_away() -> None:
    expected = """\
---
# The editor's remarks
id: yunxi
title: "旧题"   # checked
title_en: 'Old: title'
title_mark: 9f2c1a7e human
weight: [1, 2]   # people's own
authors: [石桥]
# about the date
---
"""
    assert changed(id="yunxi", title_mark="9f2c1a7e human", authors=("石桥",), date=None) == expected


@given(st.dictionaries(st.sampled_from(["id", "title", "publisher", "title_en"]), st.text(), min_size=1))
def test_any_value_is_quoted_so_that_it_is_read_back(values: dict[str, str]) -> None:
    made = with_values(FrontMatter(), values)
    # What YAML cannot hold is refused (lone surrogates), never written wrong.
    if made is None:
        assert any("\ud800" <= char <= "\udfff" for value in values.values() for char in value)
        return
    assert all(made.values[key] == value for key, value in values.items())
    assert yaml.safe_load(made.inner) == values


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        ("title: a: b\n", 2),
        ("id: x\ntitle: [\n", 4),
        ("id: x\nid: y\n", 3),
        ("- id\n", 2),
        ("{id: x}\n", 2),
        ("date: 2021-13-45\n", 1),
        ("x: !!bool maybe\n", 1),
        ("just words\n", 2),
    ],
)
def test_malformed_front_matter_is_reported_not_raised(inner: str, line: int) -> None:
    page = parse(f"---\n{inner}---\n\ntext\n", "a.md")
    assert [(found.line, found.code) for found in page.diagnostics] == [(line, "P003")]
    assert page.blocked


def test_front_matter_without_an_end_is_reported() -> None:
    assert [found.code for found in parse("---\nid: x\n").diagnostics] == ["P003"]


@pytest.mark.parametrize("text", ["", "text\n", "\n---\nid: x\n---\n", "----\n", "--- x\n---\n"])
def test_what_does_not_begin_with_three_dashes_has_no_front_matter(text: str) -> None:
    page = parse(text)
    assert page.front == FrontMatter()
    assert not page.diagnostics


@given(st.text(alphabet="ab:-#[]{}'\"!&*|>?%@` \n\t,0é中\x00"))
def test_reading_front_matter_never_raises(inner: str) -> None:
    front = read_front_matter(f"---\n{inner}\n---\n")
    assert front.error or front.inner + front.opening
