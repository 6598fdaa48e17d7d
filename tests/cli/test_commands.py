"""The commands as a user calls them: what they print and how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_scripts.cli.main import main
from build_scripts.codes import REGISTRY

TEA = (
    "茶乡新事\n\n罗一山 杨小溪\n\n清明前后，清江县的茶山一片翠绿，采茶的歌声从早唱到晚，茶农的脸上都是笑。\n"
)
CUT = "\n到了夏天，茶山又是另一番景象，修枝的人从山脚一直排到了山顶，说笑声不断。新栽的茶苗要浇水，还要防\n"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A project with one report and its page."""
    for name in ("source_articles", "docs/reports", "docs/glossary", "docs/themes"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "source_articles" / "tea.txt").write_text(TEA, encoding="utf-8")
    assert run("sync", "--root", str(tmp_path)).exit_code == 0
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def page(project: Path) -> Path:
    return project / "docs/reports/chaxiang-xin-shi.md"


@pytest.mark.parametrize("command", ["build", "clean", "sync", "check", "status", "explain"])
def test_every_command_has_a_help_text_that_ends_well(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:") and "--help" in result.stdout


def test_check_of_a_sound_project_is_quiet_and_fine(tea: Path) -> None:
    result = run("check", "--root", str(tea))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 errors" in result.stderr


def test_check_writes_nothing(tea: Path) -> None:
    (tea / "source_articles" / "tea.txt").write_text(TEA + CUT, encoding="utf-8")
    before = {path: path.read_bytes() for path in tea.rglob("*") if path.is_file()}
    run("check", "--root", str(tea))
    assert {path: path.read_bytes() for path in tea.rglob("*") if path.is_file()} == before


def test_check_reports_a_gap_with_its_line_and_strict_makes_it_fail(tea: Path) -> None:
    (tea / "source_articles" / "tea.txt").write_text(TEA + CUT, encoding="utf-8")
    result = run("check", "--root", str(tea))
    assert result.exit_code == 0
    assert result.stdout.startswith("source_articles/tea.txt:7: C011 ")
    assert run("check", "--strict", "--root", str(tea)).exit_code == 1


def test_check_fails_on_a_merge_conflict_and_leaves_the_page(tea: Path) -> None:
    text = page(tea).read_text(encoding="utf-8") + "\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"
    page(tea).write_text(text, encoding="utf-8")
    assert run("check", "--root", str(tea)).exit_code == 1
    assert run("sync", "--root", str(tea)).exit_code == 1
    assert page(tea).read_text(encoding="utf-8") == text


def test_sync_twice_writes_once(tea: Path) -> None:
    stamp = page(tea).stat().st_mtime_ns
    result = run("sync", "--root", str(tea))
    assert "0 pages written" in result.stdout
    assert page(tea).stat().st_mtime_ns == stamp


def test_sync_keeps_english_when_the_chinese_changes(tea: Path) -> None:
    text = page(tea).read_text(encoding="utf-8")
    text = text.replace("<!-- en todo -->", "<!-- en human -->\n\nThe tea hills are green.", 1)
    page(tea).write_text(text, encoding="utf-8")
    (tea / "source_articles" / "tea.txt").write_text(
        TEA.replace("从早唱到晚", "从清早唱到天黑"), encoding="utf-8"
    )
    result = run("sync", "--root", str(tea))
    assert result.exit_code == 0 and " T002 " in result.stdout
    after = page(tea).read_text(encoding="utf-8")
    assert "从清早唱到天黑" in after and "从早唱到晚" in after and "The tea hills are green." in after


def test_status_counts_by_report_and_as_json(tea: Path) -> None:
    assert "chaxiang-xin-shi" in run("status", "--root", str(tea)).stdout
    data = json.loads(run("status", "--json", "--root", str(tea)).stdout)
    assert data["reports"]["chaxiang-xin-shi"]["todo"] == 2


@pytest.mark.parametrize("code", REGISTRY)
def test_every_code_is_explained_with_an_example(code: str) -> None:
    result = run("explain", code)
    assert result.exit_code == 0
    assert "Example" in result.stdout


def test_explain_lists_all_and_helps_with_a_wrong_code() -> None:
    listed = run("explain").stdout
    assert all(code in listed for code in REGISTRY)
    wrong = run("explain", "C999")
    assert wrong.exit_code == 2 and "no code C999" in wrong.stderr


def test_clean_for_people_shows_text_and_doubts(tea: Path) -> None:
    raw = tea / "source_articles" / "tea.txt"
    raw.write_text(TEA + CUT, encoding="utf-8")
    result = run("clean", str(raw))
    assert result.exit_code == 0
    assert "清江县的茶山一片翠绿" in result.stdout and "缺文" in result.stdout and " C011 " in result.stdout


def test_a_build_without_a_configuration_is_a_usage_error(tea: Path) -> None:
    result = run("build", "--root", str(tea))
    assert result.exit_code == 2 and "mkdocs.yml" in result.stderr
