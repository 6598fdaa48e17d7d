"""``duizhao check`` on the English of a small project: findings, exceptions, exit codes, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.check import units
from build_scripts.sync.marks import Status
from build_scripts.sync.page import parse
from build_scripts.sync.writing import NewEnglish, write_english
from tests.cli.helpers import new_project, page, raw, run

RIGHT = "Around the Qingming festival the tea hills of Qingjiang County are green, and all the growers smile."
WRONG = (
    "Around the the Qingming festival the tea hills of Qingjiang County are 翠绿, and all the growers smile."
)
GLOSSARY = """<!-- glossary -->

## 茶农

- en: tea grower
- avoid: tea peasant

种茶的农民。

A farmer who grows tea.
"""


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    folder = new_project(tmp_path)
    (folder / "docs/glossary/tea.md").write_text(GLOSSARY, encoding="utf-8")
    assert run("sync", "--root", folder).exit_code == 0
    return folder


def translated(folder: Path, english: str) -> None:
    """Put English below the one paragraph of the report and its title."""
    text = page(folder).read_text(encoding="utf-8")
    (unit,) = parse(text).units
    changes = {unit.zh_hash: NewEnglish(english, Status.HUMAN), "title": NewEnglish("New tea", Status.HUMAN)}
    made = write_english(text, changes)
    assert made.refused == {}
    page(folder).write_text(made.text, encoding="utf-8")


def codes(folder: Path, *options: str) -> list[str]:
    return [line.split(" ")[1] for line in run("check", "--root", folder, *options).stdout.splitlines()]


def test_findings_are_warnings_at_their_line_and_errors_with_strict(tea: Path) -> None:
    translated(tea, WRONG)
    result = run("check", "--root", tea)
    line = page(tea).read_text(encoding="utf-8").split("<!-- en human")[0].count("\n") + 1
    name = "docs/reports/chaxiang-xin-shi.md"
    assert [text.split(" ")[:2] for text in result.stdout.splitlines()] == [
        [f"{name}:{line}:", "T035"],
        [f"{name}:{line}:", "T042"],
    ]
    assert result.exit_code == 0 and "0 errors, 2 warnings" in result.stderr
    assert run("check", "--root", tea, "--strict").exit_code == 1


def test_english_without_a_fault_passes_strictly_and_notes_are_asked_for(tea: Path) -> None:
    translated(tea, RIGHT)
    assert run("check", "--root", tea, "--strict").exit_code == 0
    assert "T032" not in codes(tea) and "T032" in codes(tea, "--notes")


def test_what_the_glossary_wants_avoided_is_found(tea: Path) -> None:
    translated(tea, RIGHT.replace("growers", "tea peasants"))
    output = run("check", "--root", tea).stdout
    assert (
        "“tea peasant” is to be avoided for “茶农”: the glossary wants “tea grower” (docs/glossary/tea.md:3)"
        in output
    )


def test_an_exception_answers_a_finding_until_it_is_no_longer_needed(tea: Path) -> None:
    exception = "<!-- ok T035 the colour is named on the sign -->"
    translated(tea, f"{WRONG.replace('the the', 'the')}")
    text = page(tea).read_text(encoding="utf-8")
    page(tea).write_text(text.replace("<!-- en human", f"{exception}\n\n<!-- en human"), encoding="utf-8")
    assert run("check", "--root", tea, "--strict").exit_code == 0
    assert run("sync", "--root", tea).exit_code == 0
    text = page(tea).read_text(encoding="utf-8")
    assert text.count(exception) == 1
    page(tea).write_text(text.replace("are 翠绿", "are green"), encoding="utf-8")
    result = run("check", "--root", tea, "--strict")
    line = text.split(exception)[0].count("\n") + 1
    assert result.exit_code == 1 and f"docs/reports/chaxiang-xin-shi.md:{line}: T047 " in result.stdout


def test_stale_english_is_reported_as_such_only(tea: Path) -> None:
    translated(tea, WRONG)
    assert run("sync", "--root", tea).exit_code == 0
    raw(tea).write_text(
        raw(tea).read_text(encoding="utf-8").replace("一片翠绿", "一片青绿"), encoding="utf-8"
    )
    assert codes(tea) == ["T002"]


def test_sync_says_the_same_as_check_and_changes_nothing_for_it(tea: Path) -> None:
    translated(tea, WRONG)
    run("sync", "--root", tea)
    before = page(tea).read_bytes()
    assert " T035 " in run("sync", "--root", tea).stdout
    assert page(tea).read_bytes() == before


def test_some_reports_only(tea: Path) -> None:
    translated(tea, WRONG)
    other = "水库新事\n\n罗一山\n\n大坝加高了三米，灌溉的水一直流到了山那边的田里,收成比去年多了两成。\n"
    (tea / "source_articles/dam.txt").write_text(other, encoding="utf-8")
    run("sync", "--root", tea)
    assert codes(tea, "chaxiang-xin-shi") == ["T035", "T042"]
    assert codes(tea, "docs/reports/chaxiang-xin-shi.md") == ["T035", "T042"]
    assert codes(tea, "shuiku-xin-shi") == []
    noted = run("check", "--root", tea, "shuiku-xin-shi", "--notes").stdout
    assert "source_articles/dam.txt:" in noted and "chaxiang" not in noted
    missing = run("check", "--root", tea, "chaxiang-xin-shu")
    assert missing.exit_code == 2 and "did you mean chaxiang-xin-shi" in " ".join(missing.stderr.split())


def test_json(tea: Path) -> None:
    translated(tea, WRONG)
    result = run("check", "--root", tea, "--json", "--strict")
    data = json.loads(result.stdout)
    assert result.exit_code == 1 and data["schema"] == "duizhao.check/1"
    first = data["findings"][0]
    assert first["path"] == "docs/reports/chaxiang-xin-shi.md" and first["severity"] == "warning"
    assert (first["code"], first["name"]) == ("T035", "untranslated-characters")
    noted = json.loads(run("check", "--root", tea, "--json", "--notes").stdout)["findings"]
    assert len(noted) > len(data["findings"])


def test_a_page_that_must_be_left_alone_is_not_checked(tea: Path) -> None:
    translated(tea, WRONG)
    page(tea).write_text(f"{page(tea).read_text(encoding='utf-8')}\n<<<<<<< HEAD\n", encoding="utf-8")
    assert codes(tea) == ["P002"]


def test_the_checks_are_run_once_over_all_pages(tea: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    original = units.Renderings.of
    monkeypatch.setattr(units.Renderings, "of", lambda lexicon: seen.append(1) or original(lexicon))
    run("check", "--root", tea)
    assert seen == [1]
