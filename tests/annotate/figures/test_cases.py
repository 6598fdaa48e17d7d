"""Sentences and their figures, field by field (cases.txt); what is not read yet stands in known_failures.txt."""

from __future__ import annotations

import pytest
from tests.annotate.figures.cases import Case, field_of, page_of, read_cases

from build_scripts.annotate.figures import read_figures

CASES = read_cases("cases.txt")


def check(case: Case) -> None:
    found = read_figures(page_of(case.sentence, date=case.date, title=case.title))
    read = [(one.text, {name: field_of(one, name) for name in want}) for one, (_, want) in zip(found, case.expected, strict=False)]
    assert [one.text for one in found] == [text for text, _ in case.expected]
    assert read == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.sentence[:24])
def test_figures_of_a_sentence(case: Case) -> None:
    check(case)


def test_there_are_cases_that_must_find_nothing() -> None:
    assert len(CASES) >= 100
    assert sum(not case.expected for case in CASES) >= 20
