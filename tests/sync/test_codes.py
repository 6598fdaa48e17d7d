from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.diagnostics import Code, Severity
from build_scripts.sync import merge
from build_scripts.sync.codes import CODES
from tests.sync.helpers import article

PACKAGE = Path(merge.__file__).parent


def test_codes_and_names_are_used_once() -> None:
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_an_explanation_says_what_is_wrong_with_an_example_and_what_to_do(code: Code) -> None:
    assert "Example: " in code.explanation
    assert "What to do: " in code.explanation


def test_every_code_that_is_reported_is_explained_and_every_explained_one_is_reported() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py") if path.name != "codes.py"
    )
    assert set(re.findall(r'"([TP][0-9]{3})"', code)) == {code.code for code in CODES}


def test_only_what_keeps_a_page_from_being_written_is_an_error() -> None:
    assert [code.code for code in CODES if code.severity is Severity.ERROR] == ["P002", "P003", "P007"]


def test_a_sync_that_would_lose_english_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    page = merge.sync_page(None, article("甲村修路。"), source="a.txt").text
    page = page.replace("<!-- en todo -->", "<!-- en human -->\n\nA built roads.")
    monkeypatch.setattr(merge, "refreshed", lambda unit, block, name, end: merge.new_unit(block, name, end))
    result = merge.sync_page(page, article("甲村修路。"), source="a.txt")
    assert (result.text, result.changed) == (page, False)
    assert [found.code for found in result.diagnostics] == ["P007"]
