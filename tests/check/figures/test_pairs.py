"""Made-up pairs of Chinese and English, and the faults that their figures have."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from build_scripts.check.figures import compare_figures
from build_scripts.codes import REGISTRY
from build_scripts.diagnostics import Severity

CASES = Path(__file__).parent / "pairs.txt"


def _cases() -> list[tuple[str, str, list[str]]]:
    cases = []
    zh = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            en, _, codes = line.strip().partition(" => ")
            cases.append((zh, en, codes.split()))
        elif line and not line.startswith("#"):
            zh = line
    return cases


@pytest.mark.parametrize(("zh", "en", "codes"), _cases())
def test_pair(zh: str, en: str, codes: list[str]) -> None:
    found = compare_figures(zh, en)
    assert [fault.code for fault in found] == codes, found


def test_each_code_is_shown() -> None:
    shown = {code for _, _, codes in _cases() for code in codes}
    assert shown == {code for code in REGISTRY if code.startswith("T02")}


def test_there_is_a_right_english_beside_each_wrong_one() -> None:
    by_chinese: dict[str, list[bool]] = defaultdict(list)
    for zh, _, codes in _cases():
        by_chinese[zh].append(not codes)
    assert all(any(right) for right in by_chinese.values())


def test_wrong_values_are_warnings_and_approximations_are_not() -> None:
    weights = {code: REGISTRY[code].severity for code in REGISTRY if code.startswith("T02")}
    warnings = {code for code, weight in weights.items() if weight is Severity.WARNING}
    assert warnings == {"T020", "T021", "T022", "T023"}


def test_messages_name_both_figures() -> None:
    (fault,) = compare_figures("投入3.2亿元。", "3.2 billion yuan was spent.")
    assert fault.message == "“3.2亿元” is 320 million; the English says “3.2 billion yuan”"


def test_no_english_has_no_faults() -> None:
    assert compare_figures("投入3.2亿元。", " \n") == ()
