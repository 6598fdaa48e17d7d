"""Corrections by example: what comes of a document with them, and what is said of those that fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.accounts import check_accounts
from build_scripts.diagnostics import Diagnostic
from build_scripts.fixes.check import check_fixes
from build_scripts.fixes.fixes_file import parse_fixes
from build_scripts.model import SourceText
from tests.clean.test_cases import described

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[pytest.param]:
    for path in sorted(CASES.glob("*.txt")):
        for part in ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]:
            name, _, rest = part.partition("\n")
            raw, _, rest = rest.partition("\n+++\n")
            fixes, _, expected = rest.partition("\n---\n")
            yield pytest.param(raw, fixes, expected.strip().splitlines(), id=f"{path.stem}: {name}")


def told(fault: Diagnostic) -> str:
    return f"{fault.line}: {fault.code} {fault.message}"


@pytest.mark.parametrize(("raw", "corrections", "expected"), list(cases()))
def test_case(raw: str, corrections: str, expected: list[str]) -> None:
    fixes, faults = parse_fixes(corrections.encode(), "case.fixes.toml")
    assert faults == ()
    corrected = check_fixes(SourceText("case.txt", raw, "utf-8", ""), fixes)
    document = corrected.document
    check_accounts(document)
    lines = described(document)
    if any(line.startswith("authors: ") for line in expected):
        place = next(n for n, line in enumerate(lines) if line.startswith("found "))
        lines.insert(place, f"authors: {' '.join(document.articles[0].authors)}")
    assert lines + [told(fault) for fault in corrected.faults] == expected
