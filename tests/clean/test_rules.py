"""Every cleaning rule has an example, a case that shows it and one in which it holds back."""

from __future__ import annotations

import pytest

from build_scripts.clean.codes import CODES
from build_scripts.diagnostics import Code
from build_scripts.documents import clean_document
from build_scripts.model import SourceText
from tests.clean.test_cases import cases

ELSEWHERE = {
    "C013": "tests/clean/cases/distant-half.txt shows it; what is near is C010",
    "C035": "tests/read/pages: web pages with their expected pieces",
    "C039": "tests/clean/test_recurring.py: it takes several files",
}
HOLDS_BACK = {
    "C010": "Nothing to join: whole paragraphs",
    "C011": "A cut within a word is found by the word",
    "C012": "Paragraphs of one line each, without blank lines",
    "C014": "Sections 第一 to 第三",
    "C020": "Paragraphs that differ in their figures alone",
    "C030": "Sentences about such things stay",
    "C031": "Sentences about such things stay",
    "C032": "Two counts from 1 after each other",
    "C033": "Sentences about such things stay",
    "C034": "Signs in their own right stay",
    "C037": "Sentences about such things stay",
    "C038": "Sentences about likes and codes stay",
    "C040": "Two counts from 1 after each other",
    "C041": "Two counts from 1 after each other",
    "C042": "A title may ask",
    "C043": "Headings in two lines; a caption list",
    "C044": "A sentence that is cut once is joined",
    "C045": "Sentences about likes and codes stay",
    "C046": "The head of another report between them",
    "C047": "Sentences about photographs and what cannot be read stay",
    "C050": "Signs in their own right stay",
    "C051": "Latin words in their own right",
    "C052": "Latin words in their own right",
    "C053": "Signs in their own right stay",
    "C060": "Sentences about such things stay",
}
"""For each rule the case in which something looks like its fault and is none."""


def found_in(raw: str) -> frozenset[str]:
    document = clean_document(SourceText("case.txt", raw, "utf-8", ""))
    codes = {finding.code for finding in document.findings} | {removal.code for removal in document.removed}
    return frozenset(codes)


FOUND = {case.id or "": found_in(str(case.values[0])) for case in cases()}


@pytest.mark.parametrize("code", CODES, ids=[code.code for code in CODES])
def test_a_rule_explains_itself_by_an_example(code: Code) -> None:
    assert "Example" in code.explanation


@pytest.mark.parametrize("code", sorted({code.code for code in CODES} - set(ELSEWHERE)))
def test_a_rule_has_a_case_that_shows_it_and_one_in_which_it_holds_back(code: str) -> None:
    assert any(code in found for found in FOUND.values()), "no case shows it"
    near = [name for name in FOUND if HOLDS_BACK[code] in name]
    assert near, "no case in which it holds back"
    assert not any(code in FOUND[name] for name in near)
