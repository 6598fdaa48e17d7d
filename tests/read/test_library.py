"""The files of a project: which are raw documents, and that pages come as they stand on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.files import write_if_changed
from build_scripts.library import Project, markdown_texts, raw_documents, report_files


def make(folder: Path, *names: str) -> Project:
    """A project with a raw document under each of ``names``."""
    for name in names:
        path = folder / "source_articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("茶", encoding="utf-8")
    (folder / "docs" / "reports").mkdir(parents=True)
    return Project(folder)


def test_raw_documents_are_texts_of_all_folders_in_a_fixed_order(tmp_path: Path) -> None:
    project = make(tmp_path, "b.txt", "a.MD", "sub/c", "sub/a.text")
    files, passed = raw_documents(project)
    assert [path.relative_to(project.sources).as_posix() for path in files] == [
        "a.MD", "b.txt", "sub/a.text", "sub/c",
    ]  # fmt: skip
    assert passed == ()


def test_web_pages_are_raw_documents_and_web_archives_are_not(tmp_path: Path) -> None:
    project = make(tmp_path, "a.html", "b.HTM", "c.xhtml", "d.shtml", "e.mhtml")
    files, passed = raw_documents(project)
    assert [path.name for path in files] == ["a.html", "b.HTM", "c.xhtml", "d.shtml"]
    assert [(found.path, found.code) for found in passed] == [("source_articles/e.mhtml", "C008")]
    assert "as HTML" in passed[0].message


def test_other_kinds_are_reported_and_hidden_files_and_fixes_are_not(tmp_path: Path) -> None:
    project = make(tmp_path, "a.txt", "a.fixes.toml", ".b.txt", ".git/c.txt", "scan.docx")
    files, passed = raw_documents(project)
    assert [path.name for path in files] == ["a.txt"]
    assert [(found.path, found.code) for found in passed] == [("source_articles/scan.docx", "C008")]


def test_a_missing_folder_is_one_finding(tmp_path: Path) -> None:
    files, passed = raw_documents(Project(tmp_path))
    assert files == () and [found.code for found in passed] == ["C003"]


def test_pages_come_and_go_byte_for_byte(tmp_path: Path) -> None:
    project = make(tmp_path)
    data = "一\r\n二\r三\n".encode()
    project.page("a").write_bytes(data)
    assert not write_if_changed(project.page("a"), report_files(project)["a"].text)
    assert write_if_changed(project.page("b"), report_files(project)["a"].text)
    assert project.page("b").read_bytes() == data


@pytest.mark.parametrize("codec", ["gb18030", "utf-16"])
def test_a_page_in_another_encoding_can_be_told_but_is_marked(tmp_path: Path, codec: str) -> None:
    project = make(tmp_path)
    project.page("a").write_bytes("清江县的茶山一片翠绿，采茶的歌声从早唱到晚。".encode(codec))
    file = report_files(project)["a"]
    assert "采茶的歌声" in file.text and file.bad_line > 0


def test_index_pages_and_hidden_files_are_no_entries(tmp_path: Path) -> None:
    project = make(tmp_path)
    for name in ("index.md", ".b.md", "a.md", "notes.txt"):
        (project.reports / name).write_text("x", encoding="utf-8")
    assert list(report_files(project)) == ["a"]
    assert list(markdown_texts(project.reports, project)[0]) == ["docs/reports/a.md"]
