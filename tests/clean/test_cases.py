"""The cleaning rules by example: readable cases of raw documents and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.documents import clean_document as clean
from build_scripts.model import CleanDocument, SourceText

CASES = Path(__file__).parent / "cases"
KNOWN_FAILURES = Path(__file__).parent / "known_failures"


def cases(folder: Path = CASES) -> Iterator[pytest.param]:
    for path in sorted(folder.glob("*.txt")):
        for part in ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]:
            name, _, rest = part.partition("\n")
            raw, _, expected = rest.partition("\n---\n")
            yield pytest.param(raw, expected.strip().splitlines(), id=f"{path.stem}: {name}")


def described(document: CleanDocument) -> list[str]:
    lines: list[str] = []
    for number, article in enumerate(document.articles):
        lines += ["=="] if number else []
        for piece in article.pieces:
            flags = f" [{' '.join(piece.flags)}]" if piece.flags else ""
            lines.append(f"{piece.role}: {piece.text}{flags}")
    lines += [f"removed {removal.reason}: {removal.text}" for removal in document.removed]
    return lines + [f"found {code}" for code in sorted({finding.code for finding in document.findings})]


@pytest.mark.parametrize(("raw", "expected"), list(cases()))
def test_case(raw: str, expected: list[str]) -> None:
    document = clean(SourceText("case.txt", raw, "utf-8", ""))
    assert described(document) == [line.rstrip() for line in expected]


@pytest.mark.parametrize(("raw", "expected"), list(cases(KNOWN_FAILURES)))
@pytest.mark.xfail(reason="only the meaning tells, which the rules do not know", strict=True)
def test_known_failure(raw: str, expected: list[str]) -> None:
    test_case(raw, expected)
