"""The checks by example: readable cases of Chinese with its English, and what is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.check.codes import CODES, OPEN_WORK, UNUSED_EXCEPTION
from build_scripts.check.units import check_page
from build_scripts.sync.nodes import Unit
from build_scripts.sync.page import parse
from tests.check.helpers import lexicon, page_text

CASES = Path(__file__).parent / "cases"
ROLES = ("paragraph", "heading", "caption", "list_item", "title", "stale")
ELSEWHERE = {OPEN_WORK.code, UNUSED_EXCEPTION.code}
"""Codes that are tested with whole pages, in test_units.py."""


def blocks() -> Iterator[tuple[str, str, list[str]]]:
    for path in sorted(CASES.glob("*.txt")):
        for part in ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]:
            name, _, rest = part.partition("\n")
            text, _, expected = rest.partition("\n---")
            yield f"{path.stem}: {name}", text, [line for line in expected.splitlines() if line.strip()]


def units(text: str) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for line in text.split("\n"):
        role, _, rest = line.partition(" ")
        if role in ROLES:
            found.append((role, rest, ""))
        else:
            role, zh, en = found[-1]
            found[-1] = (role, zh, f"{en}\n{line}" if en else line)
    return found


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, want, id=name) for name, text, want in blocks()]
)
def test_case(text: str, expected: list[str]) -> None:
    page = parse(page_text(units(text)), "page.md")
    assert page.diagnostics == ()
    starts = [node.line for node in page.nodes if isinstance(node, Unit)]
    titles = sum(role == "title" for role, _, _ in units(text))
    found: list[tuple[str, str]] = []
    for at in check_page(page, "page.md", lexicon()):
        if at.code not in ELSEWHERE:
            number = sum(start <= at.line for start in starts) + (titles if at.line >= starts[0] else 1)
            found.append((f"{number} {at.code}", at.message))
    wanted = [tuple(line.split(" ", 2)) for line in expected]
    assert [code for code, _ in found] == [f"{line[0]} {line[1]}" for line in wanted]
    for (_, message), line in zip(found, wanted, strict=True):
        assert "".join(line[2:]) in message


def test_every_check_has_a_case_that_shows_it_and_cases_in_which_nothing_is_found() -> None:
    shown = Counter(line.split(" ")[1] for _, _, expected in blocks() for line in expected)
    assert set(shown) >= {code.code for code in CODES} - ELSEWHERE
    assert sum(not expected for _, _, expected in blocks()) > 20


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_an_explanation_has_an_example_and_says_what_to_do(code: object) -> None:
    explanation = str(getattr(code, "explanation", ""))
    assert "Example: " in explanation and "What to do: " in explanation
