"""Bad input: a right result or one clear line; the others are still built; nothing on disk is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.cli.main import main

GOOD = (
    "茶乡新事\n\n罗一山 杨小溪\n\n清明前后，清江县的茶山一片翠绿，采茶的歌声从早唱到晚，茶农的脸上都是笑。\n"
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with one good raw document."""
    for name in ("source_articles", "docs/reports", "docs/glossary", "docs/themes"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "source_articles" / "tea.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


BAD = {
    "empty": (b"", "C002", 0),
    "blank": (b" \n\n\t\n", "C002", 0),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "C001", 2),
    "noise": (bytes(range(256)) * 8, "C001", 2),
    "cut": (GOOD.encode() + b"\xe6\x9d", "C007", 2),
    "english": (b"Nothing but an English press release about tea.\n" * 3, "C004", 0),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_one_line_and_the_others_are_synced(small: Path, name: str) -> None:
    data, code, exit_code = BAD[name]
    (small / "source_articles" / f"{name}.txt").write_bytes(data)
    status, out, _ = run("sync", "--root", str(small))
    assert status == exit_code
    lines = [line for line in out.splitlines() if f"source_articles/{name}.txt" in line]
    assert len(lines) == 1 and f" {code} " in lines[0]
    assert [path.name for path in (small / "docs/reports").iterdir()] == ["chaxiang-xin-shi.md"]


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-16-be", "utf-8-sig"])
def test_other_encodings_give_the_right_page(small: Path, codec: str) -> None:
    (small / "source_articles" / "tea.txt").write_bytes(GOOD.encode(codec))
    assert run("sync", "--root", str(small))[0] == 0
    assert "清江县的茶山一片翠绿" in (small / "docs/reports/chaxiang-xin-shi.md").read_text(encoding="utf-8")


def test_big5_gives_the_right_page(small: Path) -> None:
    text = "茶鄉新事\n\n清明前後，清江縣的茶山一片翠綠，採茶的歌聲從早唱到晚，村裡的人們都說日子好過。\n"
    (small / "source_articles" / "tea.txt").write_bytes(text.encode("big5"))
    assert run("sync", "--root", str(small))[0] == 0
    pages = list((small / "docs/reports").iterdir())
    assert "採茶的歌聲" in pages[0].read_text(encoding="utf-8")


def test_nul_bytes_are_left_out_and_reported(small: Path) -> None:
    (small / "source_articles" / "tea.txt").write_text(GOOD.replace("茶山", "茶\x00山"), encoding="utf-8")
    status, out, _ = run("sync", "--root", str(small))
    assert status == 0 and " C006 " in out
    assert "清江县的茶山一片翠绿" in (small / "docs/reports/chaxiang-xin-shi.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["有 空格 的 名字.txt", "中文名.txt", "..dots...txt", "a'b\"c.txt", "-x.txt"]
)
def test_any_file_name_works(small: Path, name: str) -> None:
    if name.startswith("."):
        name = "x" + name
    (small / "source_articles" / "tea.txt").rename(small / "source_articles" / name)
    assert run("sync", "--root", str(small))[0] == 0
    assert (small / "docs/reports/chaxiang-xin-shi.md").is_file()
    assert sorted(path.name for path in small.iterdir()) == [".duizhao", "docs", "source_articles"]


def test_a_page_survives_when_its_document_becomes_unreadable(small: Path) -> None:
    assert run("sync", "--root", str(small))[0] == 0
    page = small / "docs/reports/chaxiang-xin-shi.md"
    before = page.read_bytes()
    (small / "source_articles" / "tea.txt").write_bytes(b"%PDF-1.7")
    assert run("sync", "--root", str(small))[0] == 2
    assert page.read_bytes() == before


def test_clean_of_many_files_prints_what_it_can(small: Path) -> None:
    bad = small / "bad.txt"
    bad.write_bytes(b"\x89PNG\r\n")
    status, out, err = run(
        "clean", "--json", str(small / "source_articles/tea.txt"), str(bad), str(small / "none.txt")
    )
    assert status == 2
    assert [json.loads(line)["schema"] for line in out.splitlines()] == ["duizhao.clean/1"]
    assert "bad.txt:0: C001" in err and "none.txt:0: C003" in err


def test_a_path_with_dots_is_read_and_shown_as_given(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small / "docs")
    status, out, _ = run("clean", "--json", "../source_articles/tea.txt")
    assert status == 0 and json.loads(out)["source"]["path"] == "../source_articles/tea.txt"


def test_the_wrong_folder_is_a_usage_error(tmp_path: Path) -> None:
    status, _, err = run("sync", "--root", str(tmp_path))
    assert status == 2 and "source_articles" in err
