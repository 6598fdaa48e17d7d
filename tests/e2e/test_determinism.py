"""Law 3: the same input gives the same bytes, with any number of processes, cold or warm."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.files import write_if_changed
from build_scripts.pipeline import prepare

ROOT = Path(__file__).resolve().parent.parent.parent


def many(folder: Path) -> Path:
    """A project of seventy small documents: enough for several processes to be used."""
    for name in ("glossary", "themes"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name)
    sources = folder / "source_articles"
    sources.mkdir()
    for number in range(70):
        body = f"第{number}村今年修通了{number}条村道，党支部带着村民把水引上了山，家家都高兴。"
        text = f"第{number}村的新事\n\n罗一山 杨小溪\n\n{body}\n"
        (sources / f"{number:02d}.txt").write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.e2e
def test_one_process_or_four_cold_or_warm(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "four").mkdir()
    one, four = many(tmp_path / "one"), many(tmp_path / "four")
    first, second = prepare(one, jobs=1), prepare(four, jobs=4)
    assert first == second and first.reports == 70 and len(first.written) == 70
    assert contents(one) == contents(four)
    before = contents(one)
    assert prepare(one).written == ()
    assert contents(one) == before


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.md"
    assert write_if_changed(path, "一\n")
    stamp = path.stat().st_mtime_ns
    assert not write_if_changed(path, "一\n")
    assert path.stat().st_mtime_ns == stamp
    assert write_if_changed(path, "二\r\n") and path.read_bytes() == "二\r\n".encode()


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.md"
    write_if_changed(path, "old")

    def crash(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("build_scripts.files.os.replace", crash)
    with pytest.raises(OSError, match="disk full"):
        write_if_changed(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["b.md"]
