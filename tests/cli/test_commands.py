"""The commands as a user calls them: what they print and how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from build_scripts.cli.main import COMMANDS, main
from build_scripts.codes import REGISTRY
from build_scripts.sync.page import parse
from tests.cli.helpers import TEA, new_project, page, raw, run

CUT = "\n到了夏天，茶山又是另一番景象，修枝的人从山脚一直排到了山顶，说笑声不断。新栽的茶苗要浇水，还要防\n"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A project with one report and its page."""
    project = new_project(tmp_path)
    assert run("sync", "--root", project).exit_code == 0
    return project


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_in_a_sentence_what_it_does(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None and command.name == name
    assert command.help and command.help.split("\n\n")[0].rstrip().endswith(".")
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help and option.help[0].isupper(), option.name
    result = run(name, "--help")
    assert result.exit_code == 0 and "--help" in result.stdout


def test_all_commands_are_listed() -> None:
    listed = run("--help").stdout
    assert {"build", "clean", "trace", "sync", "check", "status", "explain"} <= set(COMMANDS)
    assert all(name in listed for name in COMMANDS)


def test_check_of_a_sound_project_is_quiet_and_fine(tea: Path) -> None:
    result = run("check", "--root", tea)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 errors" in result.stderr


def test_check_writes_nothing(tea: Path) -> None:
    raw(tea).write_text(TEA + CUT, encoding="utf-8")
    before = {path: path.read_bytes() for path in tea.rglob("*") if path.is_file()}
    run("check", "--root", tea)
    assert {path: path.read_bytes() for path in tea.rglob("*") if path.is_file()} == before


def test_check_reports_a_gap_with_its_line_and_strict_makes_it_fail(tea: Path) -> None:
    raw(tea).write_text(TEA + CUT, encoding="utf-8")
    result = run("check", "--root", tea)
    assert result.exit_code == 0
    assert result.stdout.startswith("source_articles/tea.txt:7: C011 ")
    assert run("check", "--strict", "--root", tea).exit_code == 1


def test_check_fails_on_a_merge_conflict_and_leaves_the_page(tea: Path) -> None:
    text = page(tea).read_text(encoding="utf-8") + "\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"
    page(tea).write_text(text, encoding="utf-8")
    assert run("check", "--root", tea).exit_code == 1
    assert run("sync", "--root", tea).exit_code == 1
    assert page(tea).read_text(encoding="utf-8") == text


def test_sync_twice_writes_once(tea: Path) -> None:
    stamp = page(tea).stat().st_mtime_ns
    result = run("sync", "--root", tea)
    assert "0 pages written" in result.stdout
    assert page(tea).stat().st_mtime_ns == stamp


def test_sync_keeps_english_when_the_chinese_changes(tea: Path) -> None:
    text = page(tea).read_text(encoding="utf-8")
    text = text.replace("<!-- en todo -->", "<!-- en human -->\n\nThe tea hills are green.", 1)
    page(tea).write_text(text, encoding="utf-8")
    raw(tea).write_text(TEA.replace("从早唱到晚", "从清早唱到天黑"), encoding="utf-8")
    result = run("sync", "--root", tea)
    assert result.exit_code == 0 and " T002 " in result.stdout
    after = page(tea).read_text(encoding="utf-8")
    assert "从清早唱到天黑" in after and "The tea hills are green." in after
    assert any("从早唱到晚" in unit.was_text for unit in parse(after).units)


def test_status_counts_by_report_and_as_json(tea: Path) -> None:
    lines = run("status", "--root", tea).stdout.splitlines()
    assert lines[0].split()[:2] == ["report", "todo"]
    assert [line.split()[:2] for line in lines[1:]] == [["chaxiang-xin-shi", "2"], ["all", "2"]]
    data = json.loads(run("status", "--json", "--root", tea).stdout)
    assert data["schema"] == "duizhao.status/2"
    assert data["reports"]["chaxiang-xin-shi"]["todo"] == data["totals"]["todo"] == 2


def test_status_of_a_report_lists_what_the_checks_found(tea: Path) -> None:
    text = page(tea).read_text(encoding="utf-8")
    text = text.replace("<!-- en todo -->", "<!-- en human -->\n\nGreen hills.")
    page(tea).write_text(text, encoding="utf-8")
    raw(tea).write_text(TEA.replace("从早唱到晚", "从清早唱到天黑"), encoding="utf-8")
    for name in ("chaxiang-xin-shi", "docs/reports/chaxiang-xin-shi.md"):
        lines = run("status", name, "--root", tea).stdout.splitlines()
        assert lines[-1].startswith("docs/reports/chaxiang-xin-shi.md:") and " T002 " in lines[-1]
    whole = run("status", "--root", tea).stdout.splitlines()
    assert whole[-1] == "T002 stale-english: 1"
    assert whole[1].split()[-3:] == ["1", "0", "1"], "stale, orphan, findings"
    assert "Green hills." in page(tea).read_text(encoding="utf-8"), "it writes nothing"


def test_status_of_a_report_that_is_not_there_says_which_it_may_be(tea: Path) -> None:
    wrong = run("status", "chaxiang-xinshi", "--root", tea)
    assert wrong.exit_code == 2 and "did you mean chaxiang-xin-shi?" in " ".join(wrong.stderr.split())


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
    raw(tea).write_text(TEA + CUT, encoding="utf-8")
    result = run("clean", raw(tea))
    assert result.exit_code == 0
    assert "清江县的茶山一片翠绿" in result.stdout and "缺文" in result.stdout and " C011 " in result.stdout


def test_a_build_without_a_configuration_is_a_usage_error(tea: Path) -> None:
    result = run("build", "--root", tea)
    assert result.exit_code == 2 and "mkdocs.yml" in result.stderr
