"""The review that ``duizhao clean`` prints: exact on small documents, coloured, harmless for the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.cli.columns import padded, shortened, width, wrapped
from build_scripts.cli.main import main
from build_scripts.cli.review import Review
from build_scripts.documents import clean_document
from build_scripts.model import SourceText
from tests.clean.test_laws import DOCUMENTS
from tests.cli.helpers import run

SMALL = """\
首页 > 清江要闻 > 正文

茶乡新事

罗一山 杨小溪

清明前后,清江县的茶山一片翠绿，采茶的歌声从早唱到晚，茶农们靠的是把好茶送到山外的

清江日报 2021年2月5日 星期五 第06版

地方去卖。村民说起今年的收成，个个竖起了大拇指。

疗机构住院，不必先交押金，治好了再结账。”一位老茶农说得实在，他一辈子没有离开过这座山。
"""
EXPECTED = """\
{path}: 170 characters, utf-8

   1 × 首页 > 清江要闻 > 正文 [boilerplate C030 100%]
   3 │ 茶乡新事
   5 │ · 罗一山 杨小溪
7+11 + 清明前后，清江县的茶山一片翠绿，采茶的歌声从早唱到晚，茶农们靠的是把好茶送到山外的┊地方去卖。
     + 村民说起今年的收成，个个竖起了大拇指。 ⟨C050⟩
         C010 83% sure: a sentence was cut between “…把好茶送到山外的” and “地方去卖。村民说…”;
         joined
   9 × 清江日报 2021年2月5日 星期五 第06版 [page_furniture C031 100%]
     ? 〔原文此处有缺文 · text missing here〕
  13 │ 疗机构住院，不必先交押金，治好了再结账。”一位老茶农说得实在，他一辈子没有离开过这座山。
         C011: text is missing before “疗机构住院，不必先交押金…”: it begins in the middle of a
         sentence

{path}:13: C011 text is missing before “疗机构住院，不必先交押金…”: it begins in the middle of a sentence
1 report, 4 pieces kept (1 joined, 0 moved), 2 removed (boilerplate 1, page_furniture 1), 0 doubtful, 1 gap
│ kept   + joined (┊ where)   ↕ moved   × removed   ? doubtful   ⟨C050×2⟩ repairs
next: duizhao explain C011   duizhao trace {path}:13   duizhao clean {path} --suggest
"""

LATE = """\
腊月里的清江县城，便民大厅的窗口前没有人排队，办一张证只要一刻钟。

变化是从减材料开始的。过去办证要九份材料，现在只要两份。

窗口前面不排队

本报记者 石桥 通讯员 林间

【材料减下来】

县里把三百多个事项逐一过堂，能减的都减掉。
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document with one of most decisions, named from the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    Path("small.txt").write_text(SMALL, encoding="utf-8")
    return Path("small.txt")


def cleaned(text: str) -> Review:
    return Review(clean_document(SourceText("a.txt", text, "utf-8", "")), 80)


def plain(lines: object) -> list[str]:
    return [click.unstyle(line) for line in lines]  # type: ignore[attr-defined]


def test_a_small_document_line_by_line(small: Path) -> None:
    assert run("clean", small).stdout == EXPECTED.format(path="small.txt")


def test_in_colours_it_says_the_same(small: Path) -> None:
    shown = CliRunner().invoke(main, ["clean", str(small)], color=True).stdout
    assert click.unstyle(shown) == EXPECTED.format(path="small.txt")
    assert "\x1b[1m茶乡新事\x1b[0m" in shown
    assert (
        "\x1b[2m\x1b[9m清江日报 2021年2月5日 星期五 第06版\x1b[0m [\x1b[31mpage_furniture C031 100%" in shown
    )
    assert "\x1b[36m\x1b[1m┊\x1b[0m" in shown
    assert "\x1b[33m〔原文此处有缺文 · text missing here〕\x1b[0m" in shown


@pytest.mark.parametrize(("value", "coloured"), [("1", False), ("", True)])
def test_no_color_is_honoured_by_every_command(small: Path, value: str, coloured: bool) -> None:
    for command in (["clean", str(small)], ["trace", f"{small}:7"], ["explain", "C010"]):
        shown = CliRunner().invoke(main, command, color=True, env={"NO_COLOR": value}).stdout
        assert ("\x1b" in shown) is coloured, command


def test_a_moved_headline_stands_in_its_place_with_where_it_came_from() -> None:
    lines = plain(cleaned(LATE).lines())
    assert lines[2:6] == [
        "  5 ↕ 窗口前面不排队",
        "        S003 90% sure: from line 5: the headline “窗口前面不排队” stood after",
        "        the beginning of the body; moved to the head",
        "  7 ↕ · 本报记者 石桥 通讯员 林间",
    ]
    assert "  1 │ 腊月里的清江县城" in lines[8]


def test_what_is_doubtful_stands_out_with_its_percentage() -> None:
    text = (
        "一、支部带村\n\n支部开会不在会议室，在田埂上。\n\n四、文化润村\n\n祠堂改成了书屋，晚上灯火通明。\n\n"
    )
    text += "三、产业立村\n\n山上种茶，山下养鱼，一年四季都有进账。\n"
    review = cleaned(text)
    lines = list(review.lines())
    assert any(
        line.endswith(f"{click.style('?', fg='yellow', bold=True)} \x1b[1m## 文化润村\x1b[0m")
        for line in lines
    )
    assert any("C040 75% sure: from lines 5+7" in line and "\x1b[33m" in line for line in lines)
    told = plain(review.summary(suggests=True))
    assert "2 doubtful" in told[0]
    assert told[2] == "next: duizhao explain C040   duizhao trace a.txt:5   duizhao clean a.txt --suggest"


def test_long_paragraphs_are_shown_by_both_ends_unless_all_is_wanted(small: Path) -> None:
    body = "茶园里的路修好了，" * 60
    small.write_text(f"茶乡新事\n\n罗一山 杨小溪\n\n{body}一年胜过一年。\n", encoding="utf-8")
    brief, full = run("clean", small).stdout, run("clean", "--full", small).stdout
    assert brief.count("茶园里的路修好了") < 20 and "…" in brief and "一年胜过一年。" in brief
    assert "".join(re.findall(r"│ (.*)", full)).count("茶园里的路修好了，") == 60


def test_several_reports_are_numbered_and_one_without_a_title_says_so() -> None:
    text = (
        SMALL
        + "\n湖南日报3月2日讯（通讯员 林间）今天，清江县的茶园里来了一批学技术的年轻人，人人都有师傅带。\n"
    )
    lines = plain(cleaned(text).lines())
    assert "1/2" in lines and "2/2" in lines and any("（原文缺标题 · no title）" in line for line in lines)


def test_a_document_without_a_report_shows_what_was_removed() -> None:
    lines = plain(cleaned("Nothing but English.\n").lines())
    assert lines[2] == "  1 × Nothing but English. [not_chinese C009 100%]"


@given(DOCUMENTS, st.integers(40, 120), st.booleans())
def test_any_document_is_shown_with_all_its_lines_and_nothing_that_acts(
    text: str, columns: int, full: bool
) -> None:
    document = clean_document(SourceText("a\x1b[2J.txt", text, "utf-8", ""))
    review = Review(document, columns, full=full)
    lines = plain([*review.lines(), *review.summary()])
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "".join(lines))
    assert sum(line.lstrip()[:1] == "?" and "缺文" in line for line in lines) == sum(
        flag.startswith("gap-")
        for article in document.articles
        for piece in article.pieces
        for flag in piece.flags
    )
    removed = sum(len(removal.spans) for removal in document.removed)
    assert f"{removed} removed" in "\n".join(lines)


@given(st.text(alphabet="茶山路a1 ，。“”（）.…", max_size=120), st.integers(8, 40))
def test_wrapping_keeps_the_text_and_the_width(text: str, columns: int) -> None:
    lines = list(wrapped(text, columns))
    assert all(width(line) <= columns for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert width(shortened(text, columns)) <= columns


def test_widths() -> None:
    assert padded("12", 4) == "  12"
    assert list(wrapped("今年产茶3200吨，卖得好。", 12)) == ["今年产茶3200", "吨，卖得好。"]
    assert list(wrapped("", 10)) == []


def test_names_and_messages_of_a_diagnostic_are_harmless(tmp_path: Path) -> None:
    document = tmp_path / "bad\x1b[31m.txt"
    try:
        document.write_bytes(b"%PDF-1.7\n")
    except OSError:
        pytest.skip("no such names here")
    result = run("clean", document)
    assert "bad␛[31m.txt:0: C001" in result.stdout and "\x1b" not in result.stdout + result.stderr
