"""The command: figures for people and programs, the same with one process and with two."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "bench/bench_clean.py", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_figures_do_not_depend_on_the_number_of_processes(root: Path, tmp_path: Path) -> None:
    kinds = ("--kind", "mixture", "--kind", "wrapped", "--seeds", "1")
    for jobs in ("1", "2"):
        done = run(root, *kinds, "--jobs", jobs, "--json", str(tmp_path / f"{jobs}.json"))
        assert done.returncode == 0, done.stderr
    one, two = ((tmp_path / f"{jobs}.json").read_text(encoding="utf-8") for jobs in "12")
    assert one == two
    assert {"mixture", "wrapped"} == set(json.loads(one))
    assert json.loads(one)["mixture"]["documents"] == 12


def test_another_corpus_is_used_and_a_fault_in_it_named(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "山乡新事\n@ □ 石桥\n" + "路修到了村口，人人都说好。" * 5, encoding="utf-8"
    )
    done = run(root, "--corpus", str(tmp_path), "--kind", "spaced", "--seeds", "1", "--jobs", "1")
    assert (done.returncode, done.stderr) == (0, "")
    (tmp_path / "b.txt").write_text("# 题目\n正文。", encoding="utf-8")
    done = run(root, "--corpus", str(tmp_path), "--kind", "spaced", "--seeds", "1", "--jobs", "1")
    assert done.returncode == 2
    assert "b.txt:1: the first line must be the title" in done.stderr
