"""Bad input: a right result or one clear line; the others are still built; nothing on disk is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.helpers import TEA, new_project, page, raw, run


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with one good raw document."""
    return new_project(tmp_path)


BAD = {
    "empty": (b"", "C002", 0),
    "blank": (b" \n\n\t\n", "C002", 0),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "C001", 2),
    "noise": (bytes(range(256)) * 8, "C001", 2),
    "cut": (TEA.encode() + b"\xe6\x9d", "C007", 2),
    "pictures": ("图片\n".encode() * 40, "C004", 0),
    "english": (b"Nothing but an English press release about tea.\n" * 3, "C004", 0),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_one_line_and_the_others_are_synced(small: Path, name: str) -> None:
    data, code, exit_code = BAD[name]
    (small / "source_articles" / f"{name}.txt").write_bytes(data)
    result = run("sync", "--root", small)
    assert result.exit_code == exit_code
    lines = [line for line in result.stdout.splitlines() if f"source_articles/{name}.txt" in line]
    assert len(lines) == 1 and f" {code} " in lines[0]
    assert [path.name for path in (small / "docs/reports").iterdir()] == ["chaxiang-xin-shi.md"]


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-16-be", "utf-8-sig"])
def test_other_encodings_give_the_right_page(small: Path, codec: str) -> None:
    raw(small).write_bytes(TEA.encode(codec))
    assert run("sync", "--root", small).exit_code == 0
    assert "清江县的茶山一片翠绿" in page(small).read_text(encoding="utf-8")


def test_big5_gives_the_right_page(small: Path) -> None:
    text = "茶鄉新事\n\n清明前後，清江縣的茶山一片翠綠，採茶的歌聲從早唱到晚，村裡的人們都說日子好過。\n"
    raw(small).write_bytes(text.encode("big5"))
    assert run("sync", "--root", small).exit_code == 0
    pages = list((small / "docs/reports").iterdir())
    assert "採茶的歌聲" in pages[0].read_text(encoding="utf-8")


def test_a_named_encoding_is_obeyed_and_a_wrong_one_explained(small: Path) -> None:
    raw(small).write_bytes(TEA.encode("gb18030"))
    right = run("clean", "--json", "--encoding", "GBK", raw(small))
    assert right.exit_code == 0 and json.loads(right.stdout)["source"]["encoding"] == "gb18030"
    wrong = run("clean", "--encoding", "utf-8", raw(small))
    assert wrong.exit_code == 2 and "byte 0" in wrong.stdout and "look like gb18030" in wrong.stdout


def test_a_web_page_gives_a_page_and_its_text_in_the_account(small: Path) -> None:
    title, *rest = filter(None, TEA.splitlines())
    raw(small).unlink()
    path = small / "source_articles" / "tea.html"
    path.write_text(f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in rest), encoding="utf-8")
    assert run("sync", "--root", small).exit_code == 0
    assert "清江县的茶山一片翠绿" in page(small).read_text(encoding="utf-8")
    value = json.loads(run("clean", "--json", path).stdout)
    start, end = value["articles"][0]["pieces"][0]["spans"][0]
    assert value["source"]["text"][start:end] == title


def test_nul_bytes_are_left_out_and_reported(small: Path) -> None:
    raw(small).write_text(TEA.replace("茶山", "茶\x00山"), encoding="utf-8")
    result = run("sync", "--root", small)
    assert result.exit_code == 0 and " C006 " in result.stdout
    assert "清江县的茶山一片翠绿" in page(small).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["有 空格 的 名字.txt", "中文名.txt", "x..dots...txt", "a'b\"c.txt", "-x.txt"]
)
def test_any_file_name_works(small: Path, name: str) -> None:
    raw(small).rename(small / "source_articles" / name)
    assert run("sync", "--root", small).exit_code == 0
    assert page(small).is_file()
    assert sorted(path.name for path in small.iterdir()) == [".duizhao", "docs", "source_articles"]


def test_a_page_survives_when_its_document_becomes_unreadable(small: Path) -> None:
    assert run("sync", "--root", small).exit_code == 0
    before = page(small).read_bytes()
    raw(small).write_bytes(b"%PDF-1.7")
    assert run("sync", "--root", small).exit_code == 2
    assert page(small).read_bytes() == before


def test_clean_of_many_files_prints_what_it_can(small: Path) -> None:
    bad = small / "bad.txt"
    bad.write_bytes(b"\x89PNG\r\n")
    result = run("clean", "--json", raw(small), bad, small / "none.txt")
    assert result.exit_code == 2
    assert [json.loads(line)["schema"] for line in result.stdout.splitlines()] == ["duizhao.clean/1"]
    assert "bad.txt:0: C001" in result.stderr and "none.txt:0: C003" in result.stderr


def test_a_glossary_file_in_another_encoding_is_reported_and_the_rest_is_synced(small: Path) -> None:
    (small / "docs/glossary/words.md").write_bytes("## 网格\n".encode("gb18030"))
    result = run("sync", "--root", small)
    assert result.exit_code == 1 and "docs/glossary/words.md:0: A008" in result.stdout
    assert (small / "docs/reports/chaxiang-xin-shi.md").is_file()


def test_a_path_with_dots_is_read_and_shown_as_given(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small / "docs")
    result = run("clean", "--json", "../source_articles/tea.txt")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["source"]["path"] == "../source_articles/tea.txt"


def test_the_wrong_folder_is_a_usage_error(tmp_path: Path) -> None:
    result = run("sync", "--root", tmp_path)
    assert result.exit_code == 2 and "source_articles" in result.stderr
