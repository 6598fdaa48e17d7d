"""The corpus as files for download: what is in them, and that nothing is written without need."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_scripts.exchange.downloads import write_downloads
from build_scripts.exchange.rows import Returned
from build_scripts.files import write_pieces_if_changed
from build_scripts.library import Project
from build_scripts.sync.page import parse
from tests.exchange.helpers import HEADING, PAGE, ROAD, STALE, TEA, TITLE, WATER, returned


def written(root: Path, *pages: str) -> tuple[list[dict[str, object]], bytes, bytes]:
    parsed = {f"yunxi{number or ''}": parse(text) for number, text in enumerate(pages)}
    made = write_downloads(Project(root), parsed)
    folder = root / "docs" / "assets" / "downloads"
    return made, unzipped(folder / "duizhao.tmx.zip"), unzipped(folder / "duizhao.jsonl.zip")


def unzipped(path: Path) -> bytes:
    with ZipFile(path) as archive:
        (name,) = archive.namelist()
        assert f"{name}.zip" == path.name
        return archive.read(name)


def by_address(rows: list[Returned]) -> dict[str, str]:
    return {row.address: row.en for row in rows}


def test_what_is_in_them(tmp_path: Path) -> None:
    made, tmx, lines = written(tmp_path, PAGE)
    assert [(file["format"], file["path"], file["units"]) for file in made] == [
        ("tmx", "assets/downloads/duizhao.tmx.zip", {"human": 1, "machine": 2, "reviewed": 1}),
        (
            "jsonl",
            "assets/downloads/duizhao.jsonl.zip",
            {"human": 1, "machine": 2, "reviewed": 1, "todo": 2},
        ),
    ]
    sizes = [(tmp_path / "docs" / str(file["path"])).stat().st_size for file in made]
    assert [file["bytes"] for file in made] == sizes
    assert set(by_address(returned(tmx, ".tmx"))) == {TITLE, HEADING, ROAD, WATER}
    objects = [json.loads(line) for line in lines.decode("utf-8").splitlines()]
    assert {found["schema"] for found in objects} == {"duizhao.units/1"}
    assert Counter(found["status"] for found in objects) == made[1]["units"]
    assert [found["en"] for found in objects if found["address"] == TEA] == [""]


def test_a_memory_never_pairs_english_with_chinese_that_it_does_not_translate(tmp_path: Path) -> None:
    _, tmx, lines = written(tmp_path, STALE)
    assert "甲村修路".encode() not in tmx
    assert "甲村修路13户".encode() in lines


def test_a_page_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    made, *_ = written(tmp_path, PAGE, PAGE + "<<<<<<< HEAD\n")
    assert made[1]["units"] == {"human": 1, "machine": 2, "reviewed": 1, "todo": 2}


def test_the_same_pages_give_the_same_bytes_and_no_write(tmp_path: Path) -> None:
    _, tmx, lines = written(tmp_path / "a", PAGE, STALE)
    assert written(tmp_path / "b", PAGE, STALE)[1:] == (tmx, lines)
    files = sorted((tmp_path / "a").rglob("duizhao.*.zip"))
    others = sorted((tmp_path / "b").rglob("duizhao.*.zip"))
    assert len(files) == 2
    assert [file.read_bytes() for file in files] == [file.read_bytes() for file in others]
    before = [file.stat().st_mtime_ns for file in files]
    written(tmp_path / "a", PAGE, STALE)
    assert [file.stat().st_mtime_ns for file in files] == before
    assert written(tmp_path / "a", PAGE, PAGE)[1] != tmx


def test_a_file_that_somebody_damaged_is_made_anew(tmp_path: Path) -> None:
    _, tmx, _ = written(tmp_path, PAGE)
    path = tmp_path / "docs/assets/downloads/duizhao.tmx.zip"
    path.write_bytes(path.read_bytes()[:-1] + b" ")
    assert written(tmp_path, PAGE)[1] == tmx
    assert list((tmp_path / ".duizhao").iterdir()) == []


def test_what_an_earlier_version_wrote_unzipped_is_offered_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "assets" / "downloads"
    folder.mkdir(parents=True)
    (folder / "duizhao.tmx").write_text("old", encoding="utf-8")
    written(tmp_path, PAGE)
    assert sorted(file.name for file in folder.iterdir()) == ["duizhao.jsonl.zip", "duizhao.tmx.zip"]


def test_no_page_no_unit(tmp_path: Path) -> None:
    made, tmx, lines = written(tmp_path)
    assert [file["units"] for file in made] == [{}, {}]
    assert returned(tmx, ".tmx") == []
    assert lines == b""


@pytest.mark.parametrize("old", [None, "", "ab", "abx", "abcd", "abc"])
def test_pieces_are_written_only_when_they_differ(tmp_path: Path, old: str | None) -> None:
    path = tmp_path / "new" / "file.txt"
    if old is not None:
        path.parent.mkdir()
        path.write_text(old, encoding="utf-8")
    assert write_pieces_if_changed(path, lambda: ["a", "", "bc"]) is (old != "abc")
    assert path.read_text(encoding="utf-8") == "abc"
    assert [file.name for file in path.parent.iterdir()] == ["file.txt"]


def test_pieces_that_fail_leave_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("old", encoding="utf-8")

    def pieces() -> list[str]:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write_pieces_if_changed(path, pieces)
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["file.txt"]
