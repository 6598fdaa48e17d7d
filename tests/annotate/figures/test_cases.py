"""Sentences and their figures, field by field (cases.txt); known failures stand in a file of their own."""

from __future__ import annotations

import pytest

from build_scripts.annotate.figures import read_figures
from tests.annotate.figures.cases import Case, field_of, page_of, read_cases

CASES = read_cases("cases.txt")
MEASURED = read_cases("measured.txt")


def check(case: Case) -> None:
    found = read_figures(page_of(case.sentence, date=case.date, title=case.title))
    read = [
        (one.text, {name: field_of(one, name) for name in want})
        for one, (_, want) in zip(found, case.expected, strict=False)
    ]
    assert [one.text for one in found] == [text for text, _ in case.expected]
    assert read == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.sentence[:24])
def test_figures_of_a_sentence(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", MEASURED, ids=lambda case: case.sentence[:24])
def test_sentences_made_up_to_measure_by(case: Case) -> None:
    check(case)


@pytest.mark.xfail(raises=AssertionError)
@pytest.mark.parametrize("case", read_cases("known_failures.txt"), ids=lambda case: case.sentence[:24])
def test_known_failures(case: Case) -> None:
    check(case)


def test_there_are_cases_that_must_find_nothing() -> None:
    assert len(CASES) >= 100
    assert sum(not case.expected for case in CASES) >= 20
