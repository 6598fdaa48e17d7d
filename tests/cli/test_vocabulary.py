"""``duizhao vocabulary``: for people, as CSV, for Anki."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import new_project, page, run


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    folder = new_project(tmp_path)
    assert run("sync", "--root", folder).exit_code == 0
    return folder


def test_words_for_people(tea: Path) -> None:
    result = run("vocabulary", "--root", tea)
    assert result.exit_code == 0
    name, *rows = result.stdout.splitlines()
    assert name.startswith(f"{page(tea).stem}: {len(rows)} of ")
    assert any(row.split()[:2] == ["翠绿", "cuìlǜ"] and "×1" in row for row in rows)
    assert not any("一片" in row for row in rows), "an easy word"


def test_files(tea: Path) -> None:
    table = run("vocabulary", page(tea).stem, "--csv", "--root", tea).stdout
    assert table.startswith("\ufeffword,pinyin,") and "清江县的茶山一片翠绿" in table
    anki = run("vocabulary", "docs/reports/" + page(tea).name, "--anki", "--all", "--root", tea).stdout
    assert anki.startswith("#separator:tab\n") and anki.count("\n") >= table.count("\n")


def test_an_unknown_report_is_said(tea: Path) -> None:
    result = run("vocabulary", "chaxiang", "--root", tea)
    assert result.exit_code == 2 and "did you mean" in result.stderr
