"""Texts compressed: the same bytes always, whole or not at all, and nothing written without need."""

from __future__ import annotations

import gzip
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.zipped import Write, gzipped, write_zip_if_changed


def put(*pieces: str) -> object:
    def text(write: Write) -> int:
        for piece in pieces:
            write(piece)
        return len(pieces)

    return text


def write(path: Path, *pieces: str) -> object:
    return write_zip_if_changed(path, path.parent / "drafts", put(*pieces))  # type: ignore[arg-type]


def test_the_file_holds_one_text_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv.zip"
    assert write(path, "茶山,", "15\r\n") == 2, "what the writer of the text gives"
    with ZipFile(path) as archive:
        assert archive.namelist() == ["figures.csv"]
        assert archive.read("figures.csv").decode("utf-8") == "茶山,15\r\n"
        assert archive.testzip() is None
    assert not list((tmp_path / "drafts").iterdir())


def test_the_same_text_in_any_pieces_gives_the_same_bytes_and_no_second_write(
    tmp_path: Path,
) -> None:
    one, other = tmp_path / "a" / "t.tmx.zip", tmp_path / "b" / "t.tmx.zip"
    write(one, "山" * 100_000, "水")
    write(other, *["山"] * 100_000, "水")
    assert one.read_bytes() == other.read_bytes()
    before = one.stat().st_mtime_ns
    write(one, "山" * 100_000, "水")
    assert one.stat().st_mtime_ns == before
    write(one, "山")
    assert one.read_bytes() != other.read_bytes()


def test_a_text_that_fails_leaves_the_old_file_whole_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "t.tmx.zip"
    write(path, "old")
    before = path.read_bytes()

    def text(write: Write) -> None:
        write("new")
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write_zip_if_changed(path, tmp_path / "drafts", text)
    assert path.read_bytes() == before
    assert not list((tmp_path / "drafts").iterdir())


def test_what_was_written_before_it_was_zipped_goes(tmp_path: Path) -> None:
    (tmp_path / "t.tmx").write_text("old", encoding="utf-8")
    (tmp_path / "t.csv").write_text("somebody's", encoding="utf-8")
    write(tmp_path / "t.tmx.zip", "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["drafts", "t.csv", "t.tmx.zip"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_law_a_gzip_file_holds_the_text_and_says_neither_time_nor_machine(text: str) -> None:
    made = gzipped(text.encode("utf-8"))
    assert gzip.decompress(made).decode("utf-8") == text
    assert made[:10] == bytes.fromhex("1f8b0800 00000000 00ff")
    assert made == gzipped(text.encode("utf-8"))
