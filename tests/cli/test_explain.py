"""``duizhao explain``: complete for every code, helpful for none."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from build_scripts.cli.explaining import kind_of
from build_scripts.cli.main import main
from build_scripts.codes import REGISTRY
from build_scripts.ledger import JOINS, MOVES, REMOVALS, REPAIRS
from tests.cli.helpers import run


@pytest.mark.parametrize("code", REGISTRY)
def test_every_code_has_heading_weight_text_and_page(code: str) -> None:
    lines = run("explain", code).stdout.splitlines()
    found = REGISTRY[code]
    assert lines[0].startswith(f"{code} {found.name} ({found.severity.value}: ")
    assert lines[-1] == f"Page: docs/codes.md#{code.lower()}"
    text = "\n".join(lines)
    assert ("How sure:" in text) == bool(kind_of(code))
    assert "``" not in text and ":mod:" not in text


def test_a_join_says_how_sure_it_is() -> None:
    shown = run("explain", "C010").stdout
    assert "How sure: each join has a confidence" in shown and "Below 80%" in shown
    assert "\nExample:\n    " in shown


def test_headings_are_bold() -> None:
    shown = CliRunner().invoke(main, ["explain", "C010"], color=True).stdout
    assert shown.startswith("\x1b[1mC010 broken-paragraph\x1b[0m (\x1b[34minfo\x1b[0m")
    assert "\x1b[1mExample:\x1b[0m" in shown


@pytest.mark.parametrize("asked", ["c010", " C010 ", "broken-paragraph", "Broken-Paragraph"])
def test_a_code_is_known_by_number_and_name(asked: str) -> None:
    assert run("explain", asked).stdout.startswith("C010 broken-paragraph")


@pytest.mark.parametrize(("asked", "near"), [("C099", "perhaps C0"), ("broken-paragraf", "broken-paragraph")])
def test_a_wrong_code_brings_the_nearest(asked: str, near: str) -> None:
    result = run("explain", asked)
    assert result.exit_code == 2 and near in result.stderr


def test_all_codes_as_json() -> None:
    data = json.loads(run("explain", "--json").stdout)
    assert data["schema"] == "duizhao.codes/1"
    assert [one["code"] for one in data["codes"]] == list(REGISTRY)
    assert all(one["explanation"] and one["name"] and one["severity"] for one in data["codes"])
    one = json.loads(run("explain", "C020", "--json").stdout)["codes"]
    assert [(o["code"], o["decision"]) for o in one] == [("C020", "removal")]


def test_decisions_are_codes_that_exist_and_of_one_kind_each() -> None:
    kinds = (JOINS, MOVES, REMOVALS, REPAIRS)
    assert sum(map(len, kinds)) == len(frozenset().union(*kinds))
    assert frozenset().union(*kinds) <= set(REGISTRY)
