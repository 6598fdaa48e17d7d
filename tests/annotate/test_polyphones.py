"""Characters with several readings, case by case: lines of polyphones.txt, spoken.txt and everyday.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.annotate.words import annotate

_ASKED = re.compile(r"(.)\(([^)]+)\)")


def _groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name in ("polyphones.txt", "spoken.txt", "everyday.txt"):
        for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
            if line.startswith("## "):
                heading = f"{line[3:]} ({name})"
                groups[heading] = []
            elif line and not line.startswith("#"):
                groups[heading].append(line)
    return groups


def _as_read(marked: str) -> str:
    """The text with the program's reading behind each character that is asked about."""
    text = _ASKED.sub(r"\1", marked)
    syllables = [syllable for word in annotate(text) for syllable in word.syllables]
    asked, removed = [], 0
    for match in _ASKED.finditer(marked):
        asked.append(match.start() - removed)
        removed += len(match[0]) - 1
    return "".join(f"{char}({syllables[at]})" if at in asked else char for at, char in enumerate(text))


@pytest.mark.parametrize("group", _groups())
def test_polyphone(group: str) -> None:
    marked = _groups()[group]
    assert [_as_read(line) for line in marked] == marked


def test_every_line_asks_about_something() -> None:
    assert all(_ASKED.search(line) for lines in _groups().values() for line in lines)
