"""``duizhao figures``."""

from __future__ import annotations

from pathlib import Path

from build_scripts.exchange.figures import read_csv, read_json
from tests.cli.helpers import new_project, raw, run

TEXT = (
    "茶乡新事\n\n罗一山 杨小溪\n\n"
    "2020年，清江县种茶1.5万亩，茶农3200余户。茶山一片翠绿，采茶的歌声从早唱到晚。\n"
)


def project_with_figures(folder: Path) -> Path:
    project = new_project(folder)
    raw(project).write_text(TEXT, encoding="utf-8")
    assert run("sync", "--root", project).exit_code == 0
    return project


def test_a_line_a_figure(tmp_path: Path) -> None:
    result = run("figures", "--root", project_with_figures(tmp_path))
    first, second = result.output.splitlines()
    assert "1.5万亩" in first
    assert "2020" in first
    assert "清江县" in first
    assert "茶农" in second


def test_csv_and_json_of_a_report(tmp_path: Path) -> None:
    project = project_with_figures(tmp_path)
    table = read_csv(
        run("figures", "chaxiang-xin-shi", "--csv", "--root", project).stdout_bytes.decode("utf-8")
    )
    records = read_json(run("figures", "--json", "--root", project).output)
    assert [row["value"] for row in table] == ["15000", "3200"]
    assert records == table


def test_a_report_that_does_not_exist(tmp_path: Path) -> None:
    result = run("figures", "chaxiang", "--root", project_with_figures(tmp_path))
    assert result.exit_code == 2
    assert "did you mean chaxiang-xin-shi?" in result.output
