"""``duizhao export`` and ``import`` as a translator runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.exchange.formats import FORMATS
from build_scripts.exchange.toolkit import ToolkitMissing
from tests.cli.helpers import new_project, page, run

ENGLISH = "In Qingjiang the hills are green."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the page of its report, nothing translated yet."""
    made = new_project(tmp_path / "tea")
    (made / "docs/glossary/tea.md").write_text(
        "<!-- glossary -->\n\n## 茶农\n\n- en: tea farmers\n\n种茶的人。\n\nPeople who grow tea.\n",
        encoding="utf-8",
    )
    assert run("sync", "--root", made).exit_code == 0
    return made


def rows(output: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in output.splitlines()]


def edited(project: Path, file: Path, english: str = ENGLISH) -> Path:
    """A JSON Lines export with English for the paragraph."""
    made = rows(run("export", "--format", "jsonl", "--root", project).stdout)
    made[-1]["en"] = english
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    return file


def test_to_standard_output(project: Path) -> None:
    result = run("export", "--format", "jsonl", "--root", project)
    assert result.exit_code == 0
    title, paragraph = rows(result.stdout)
    assert (title["address"], title["status"], title["en"]) == ("chaxiang-xin-shi/title", "todo", "")
    assert paragraph["terms"] == [{"zh": "茶农", "en": "tea farmers"}]
    assert paragraph["path"] == "docs/reports/chaxiang-xin-shi.md"
    lines = page(project).read_text(encoding="utf-8").splitlines()
    assert paragraph["address"].rpartition("/")[2] in lines[int(paragraph["line"]) - 1]


@pytest.mark.parametrize("name", list(FORMATS))
def test_round_trip_through_files(project: Path, tmp_path: Path, name: str) -> None:
    run("import", edited(project, tmp_path / "in.jsonl"), "--root", project)
    before = page(project).read_bytes()
    file = tmp_path / f"all{FORMATS[name].suffix}"
    assert run("export", "--format", name, "--output", file, "--root", project).exit_code == 0
    result = run("import", file, "--status", "as-in-file", "--root", project)
    assert (result.exit_code, page(project).read_bytes()) == (0, before)
    assert "0 units on 0 pages changed" in result.stdout


def test_a_folder_gets_a_file_for_each_report(project: Path, tmp_path: Path) -> None:
    export = ("export", "--format", "xliff", "--output", tmp_path / "out", "--root", project)
    assert run(*export).exit_code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["chaxiang-xin-shi.xlf"]
    assert (
        "unchanged"
        in run("export", "--format", "xliff", "--output", tmp_path / "out", "--root", project).stderr
    )


def test_reports_and_statuses_can_be_chosen(project: Path, tmp_path: Path) -> None:
    run("import", edited(project, tmp_path / "in.jsonl"), "--root", project)
    export = ("export", "--format", "jsonl", "--root", project)
    assert [row["status"] for row in rows(run(*export, "--status", "todo, stale").stdout)] == ["todo"]
    assert len(rows(run(*export, "chaxiang-xin-shi").stdout)) == 2
    assert len(rows(run(*export, page(project)).stdout)) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "po", "no-such"), "no report “no-such”"),
        (("--format", "po", "--status", "todo,orphan"), "“orphan” is none of"),
        (("--format", "docx"), "docx"),
        (("--format", "po", "--output", "/dev/null/x.po"), "cannot be written"),
        ((), "--format"),
    ],
)
def test_wrong_usage(project: Path, arguments: tuple[str, ...], message: str) -> None:
    result = run("export", "--root", project, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_import_writes_the_page(project: Path, tmp_path: Path) -> None:
    file = edited(project, tmp_path / "in.jsonl")
    before = page(project).read_bytes()
    result = run("import", file, "--dry-run", "--root", project)
    assert result.exit_code == 0
    assert "would be written: docs/reports/chaxiang-xin-shi.md" in result.stdout
    assert page(project).read_bytes() == before
    result = run("import", file, "--root", project)
    assert "1 unit on 1 page changed" in result.stdout
    assert f"<!-- en human -->\n\n{ENGLISH}" in page(project).read_text(encoding="utf-8")
    assert "0 units on 0 pages changed" in run("import", file, "--root", project).stdout


def test_a_conflict_is_shown_at_its_line_and_ends_with_1(project: Path, tmp_path: Path) -> None:
    file = edited(project, tmp_path / "in.jsonl")
    other = edited(project, tmp_path / "other.jsonl", "Other words.")
    run("import", other, "--root", project)
    result = run("import", file, "--root", project)
    assert result.exit_code == 1
    assert "docs/reports/chaxiang-xin-shi.md:12: T071" in result.stdout
    assert "Other words." in page(project).read_text(encoding="utf-8")
    assert run("import", file, "--theirs", "--root", project).exit_code == 0
    assert ENGLISH in page(project).read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_holds_up_no_other(project: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlf"
    bad.write_text("<xliff", encoding="utf-8")
    result = run("import", bad, edited(project, tmp_path / "in.jsonl"), "--root", project)
    assert result.exit_code == 2
    assert "bad.xlf:1: T070" in result.stdout
    assert ENGLISH in page(project).read_text(encoding="utf-8")


def test_pages_that_cannot_be_used_are_reported(project: Path) -> None:
    (project / "docs/reports/two words.md").write_text("x", encoding="utf-8")
    (project / "docs/reports/old.md").write_bytes("旧页面的中文文字".encode("gb18030"))
    result = run("export", "--format", "jsonl", "--root", project)
    assert (result.exit_code, len(rows(result.stdout))) == (1, 2)
    assert "docs/reports/two words.md:0: P009" in result.stderr
    assert "docs/reports/old.md:1: P010" in result.stderr


def test_without_the_toolkit(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Export and CSV need nothing more; PO says what to install."""
    run("export", "--format", "po", "--output", tmp_path / "a.po", "--root", project)
    run("export", "--format", "csv", "--output", tmp_path / "a.csv", "--root", project)

    def missing(*_: object) -> None:
        raise ModuleNotFoundError("translate")

    monkeypatch.setattr("build_scripts.exchange.toolkit.import_module", missing)
    assert run("import", tmp_path / "a.csv", "--root", project).exit_code == 0
    result = run("import", tmp_path / "a.po", "--root", project)
    assert result.exit_code == 2
    assert str(ToolkitMissing()) in result.stderr
