"""Every code is named and explained in both languages."""

from __future__ import annotations

import re

import pytest

from build_scripts.code_names import NONE, chinese_name, chinese_names
from build_scripts.codes import REGISTRY

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("code", REGISTRY)
def test_every_code_has_chinese(code: str) -> None:
    """A new code? Add it to build_scripts/data/codes.zh.toml."""
    found = chinese_name(code)
    assert HAN.search(found.name) and len(found.name) <= 14
    assert HAN.search(found.text) and found.text.endswith("。")
    assert not re.search(r"[,;!?()]", HAN.split(found.text)[0]), "full-width punctuation in Chinese"


def test_every_entry_is_of_a_code_and_names_differ() -> None:
    assert set(chinese_names()) <= set(REGISTRY)
    names = [found.name for found in chinese_names().values()]
    assert len(names) == len(set(names))


def test_a_code_without_an_entry_stops_nothing() -> None:
    assert chinese_name("X999") is NONE
