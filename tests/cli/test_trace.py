"""``duizhao trace``: what it says of every kind of place, forwards and back, and how it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.helpers import new_project, page, raw, run

CUT = """\
茶乡新事

罗一山 杨小溪

清明前后,清江县的茶山一片翠绿，采茶的歌声从早唱到晚，茶农们靠的是把好茶送到山外的

清江日报 2021年2月5日 星期五 第06版

地方去卖。村民说起今年的收成，个个竖起了大拇指。

到了夏天，茶山又是另一番景象，修枝的人从山脚一直排到了山顶，说笑声不断。新栽的茶苗要浇水，还要防
"""


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """A project whose raw document has a paragraph cut by the header of a page, and a gap at its end."""
    project = new_project(tmp_path)
    raw(project).write_text(CUT, encoding="utf-8")
    assert run("sync", "--root", project).exit_code == 0
    return project


def trace(place: str, *options: str) -> Result:
    return run("trace", place, *options)


def test_a_kept_line_says_where_it_went_and_how_it_was_changed(cut: Path) -> None:
    result = trace(f"{raw(cut)}:5")
    assert result.exit_code == 0
    path = raw(cut).as_posix()
    text = page(cut).read_text(encoding="utf-8")
    zh = next(line for line in text.splitlines() if line.startswith("<!-- zh ") and " paragraph" in line)
    number = text.splitlines().index(zh) + 1
    assert result.stdout.splitlines() == [
        f"{path}:5 kept as paragraph 1 of the report “茶乡新事”",
        "    清明前后,清江县的茶山一片翠绿，采茶的歌声从早唱到晚，茶农们靠的是把好茶送到山外的",
        f"  page      docs/reports/chaxiang-xin-shi.md:{number} #u-{zh.split()[2]}",
        "  joined    part 1 of 2, with line 9",
        "  repair    C050 “,” → “，”",
        "  C010      a sentence was cut between “…把好茶送到山外的” and “地方去卖。村民说…”; joined (83%",
        "            sure)",
    ]


def test_a_removed_line_says_why(cut: Path) -> None:
    lines = trace(f"{raw(cut)}:7").stdout.splitlines()
    assert lines == [
        f"{raw(cut).as_posix()}:7 removed as page_furniture: C031 page-furniture (100% sure)",
        "    清江日报 2021年2月5日 星期五 第06版",
    ]


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        ("5:1", "“清” (U+6E05) is published as it stands"),
        ("5:5", "“,” (U+002C) becomes “，” (C050 half-width-punctuation)"),
        ("7:1", "“清” (U+6E05) is removed"),
    ],
)
def test_a_column_is_answered_for_its_character(cut: Path, place: str, answer: str) -> None:
    assert trace(f"{raw(cut)}:{place}").stdout.splitlines()[0] == f"{raw(cut).as_posix()}:{place}: {answer}"


def test_a_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("# 茶乡新事\n\n" + CUT.split("\n\n", 2)[2], encoding="utf-8")
    first = trace(f"{document}:1:1").stdout.splitlines()[0]
    assert first.endswith("“#” (U+0023) is a mark of the title and no part of its text")


@pytest.mark.parametrize(("place", "what"), [("4", "a blank line"), ("4:1", "white space")])
def test_a_blank_place_says_so_and_shows_the_nearest_text(cut: Path, place: str, what: str) -> None:
    lines = trace(f"{raw(cut)}:{place}").stdout.splitlines()
    assert lines[0] == f"{raw(cut).as_posix()}:{place}: {what}; the nearest text is on line 3"
    assert lines[1].startswith(f"{raw(cut).as_posix()}:3 kept as metadata 1 of the report")


def test_a_gap_is_named_at_its_place(cut: Path) -> None:
    assert "C011      text is missing after" in trace(f"{raw(cut)}:11").stdout


def test_a_headline_that_moved_says_from_where(tmp_path: Path) -> None:
    document = tmp_path / "late.txt"
    body = "腊月里的清江县城，便民大厅的窗口前没有人排队，办一张证只要一刻钟。"
    more = "县里把三百多个事项逐一过堂，能减的都减掉。"
    document.write_text(
        f"{body}\n\n窗口前面不排队\n\n本报记者 石桥 通讯员 林间\n\n【材料减下来】\n\n{more}\n",
        encoding="utf-8",
    )
    shown = trace(f"{document}:3").stdout
    assert "kept as title of the report" in shown and "moved     to the beginning" in shown
    assert "S003" in shown and "(90% sure)" in shown
    assert "moved     behind what stands on line 3" in trace(f"{document}:5").stdout


def test_without_a_project_there_is_no_page(tmp_path: Path) -> None:
    document = tmp_path / "alone.txt"
    document.write_text(CUT, encoding="utf-8")
    shown = trace(f"{document}:5").stdout
    assert "kept as paragraph 1" in shown and "  page " not in shown


def test_a_page_not_written_yet_says_how_to_write_it(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    assert "(not written yet: duizhao sync)" in trace(f"{raw(project)}:5").stdout


def test_from_a_line_of_the_page_back_to_the_document(cut: Path) -> None:
    lines = page(cut).read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("> 清明"))
    shown = trace(f"{page(cut)}:{number}").stdout
    assert "source_articles/tea.txt:5 kept as paragraph 1" in shown
    assert "source_articles/tea.txt:9 kept as paragraph 1" in shown
    assert trace(f"{page(cut)}:1").stdout.endswith(":1: no paragraph of the source stands here\n")


def test_several_places_and_json(cut: Path) -> None:
    result = run("trace", "--json", f"{raw(cut)}:5:5", f"{raw(cut)}:7", f"{raw(cut)}:6")
    kept, removed, blank = (json.loads(line) for line in result.stdout.splitlines())
    assert kept["schema"] == "duizhao.trace/1" and (kept["line"], kept["column"]) == (5, 5)
    found = kept["traces"][0]
    assert (found["kept"]["role"], found["kept"]["part"], found["kept"]["lines"]) == ("paragraph", 1, [5, 9])
    assert found["kept"]["changes"] == [{"span": [19, 20], "raw": ",", "published": "，", "code": "C050"}]
    assert [finding["code"] for finding in found["findings"]] == ["C010", "C050"]
    assert found["findings"][0]["lines"] == [5, 9] and found["findings"][0]["doubtful"] is False
    assert removed["traces"][0]["removed"] == {
        "reason": "page_furniture", "code": "C031", "confidence": 1.0, "doubtful": False
    }  # fmt: skip
    assert blank["blank"] is True and blank["traces"][0]["line"] in (5, 7)


@pytest.mark.parametrize(
    ("place", "complaint"),
    [
        ("{raw}:99", "has 11 lines; there is no line 99"),
        ("{raw}:0", "lines and columns count from 1"),
        ("{raw}:5:99", "there is no column 99"),
        ("{raw}:5:0", "lines and columns count from 1"),
        ("{raw}", "which line? write FILE:LINE or FILE:LINE:COL"),
        ("{raw}:five", "names no place; write FILE:LINE or FILE:LINE:COL"),
        ("{raw}:5:x", "names no place"),
        ("{raw}:" + "9" * 5000, "names no place"),
        ("nowhere.txt:5", "nowhere.txt is not there"),
        ("C:\\reports\\tea.txt:5:1", "C:\\reports\\tea.txt is not there"),
        ("{folder}:5", "is a folder, not a file"),
        (":", "names no place"),
        ("", "names no place"),
        ("evil\x1b[31m.txt:5", "evil␛[31m.txt is not there"),
    ],
)
def test_a_place_that_is_none_is_a_usage_error_that_teaches(cut: Path, place: str, complaint: str) -> None:
    result = trace(place.replace("{raw}", str(raw(cut))).replace("{folder}", str(cut)))
    assert result.exit_code == 2 and result.stdout == ""
    assert complaint in " ".join(result.stderr.split()) and "\x1b" not in result.stderr


def test_a_place_pasted_from_a_diagnostic_is_understood(cut: Path) -> None:
    assert trace(f"{raw(cut)}:7:").stdout == trace(f"{raw(cut)}:7").stdout


def test_a_file_whose_name_ends_like_a_place(tmp_path: Path) -> None:
    document = tmp_path / "notes:3"
    try:
        document.write_text(CUT, encoding="utf-8")
    except OSError:
        pytest.skip("no such names here")
    assert "kept as paragraph 1" in trace(f"{document}:5").stdout


def test_a_named_encoding_is_obeyed(tmp_path: Path) -> None:
    text = "茶鄉新事\n\n清明前後，清江縣的茶山一片翠綠，採茶的歌聲從早唱到晚，茶農的臉上都是笑。\n"
    document = tmp_path / "tea.txt"
    document.write_bytes(text.encode("big5"))
    right = trace(f"{document}:3", "--encoding", "big5")
    assert right.exit_code == 0 and "採茶的歌聲" in right.stdout
    wrong = trace(f"{document}:3", "--encoding", "utf-8")
    assert wrong.exit_code == 2 and "C007" in wrong.stderr


def test_a_document_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_bytes(b"%PDF-1.7\n")
    result = trace(f"{document}:1")
    assert result.exit_code == 2 and " C001 " in result.stderr


def test_a_document_without_a_report_is_traced_all_the_same(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("Nothing but English.\n", encoding="utf-8")
    assert "removed as not_chinese: C009" in trace(f"{document}:1").stdout
    document.write_text("\n \n", encoding="utf-8")
    assert trace(f"{document}:2").stdout.endswith(":2: there is no text\n")


def test_a_page_that_names_a_file_outside_is_refused(cut: Path) -> None:
    text = page(cut).read_text(encoding="utf-8")
    page(cut).write_text(text.replace("source: tea.txt", "source: ../../tea.txt"), encoding="utf-8")
    assert trace(f"{page(cut)}:20").exit_code == 2
