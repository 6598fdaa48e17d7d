"""Which document a file of corrections belongs to, and that every command heeds it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.cli.main import main
from build_scripts.documents import clean_file
from build_scripts.library import Project, raw_documents
from build_scripts.names import fixes_file, suggested_file
from build_scripts.pipeline import plan_project

RAW = """\
# 集市搬进了新大棚

赶集的日子，大棚里摆满了竹器和山货（扫码付款），雨再大也淋不着人。
"""
REMOVE = """\
[[fix]]
do = "remove"
text = "（扫码付款）"
reason = "广告牌上的字"
"""


def make(folder: Path, *names: str, fixes: str = REMOVE) -> Project:
    """A project with a file under each of ``names``: a raw document, or corrections."""
    for name in names:
        path = folder / "source_articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fixes if name.endswith(".toml") else RAW, encoding="utf-8")
    (folder / "docs" / "reports").mkdir(parents=True, exist_ok=True)
    return Project(folder)


@pytest.mark.parametrize(
    ("names", "document", "corrections"),
    [
        (["a.txt", "a.fixes.toml"], "a.txt", "a.fixes.toml"),
        (["a.txt", "a.txt.fixes.toml"], "a.txt", "a.txt.fixes.toml"),
        (["a.txt", "a.md", "a.md.fixes.toml"], "a.md", "a.md.fixes.toml"),
        (["a.txt", "a.md", "a.md.fixes.toml"], "a.txt", None),
        (["a.txt", "a.fixes.toml", "a.txt.fixes.toml"], "a.txt", "a.txt.fixes.toml"),
        (["a", "a.txt", "a.fixes.toml"], "a", "a.fixes.toml"),
        (["a", "a.txt", "a.fixes.toml"], "a.txt", None),
        (["a.txt", "b.fixes.toml"], "a.txt", None),
        (["sub/a.txt", "a.fixes.toml"], "sub/a.txt", None),
    ],
)
def test_corrections_belong_to_one_document(
    tmp_path: Path, names: list[str], document: str, corrections: str | None
) -> None:
    project = make(tmp_path, *names)
    found = fixes_file(project.sources / document)
    assert (found.name if found else None) == corrections


def test_corrections_are_applied_and_their_reason_is_told(tmp_path: Path) -> None:
    project = make(tmp_path, "a.txt", "a.fixes.toml")
    result = clean_file(project.sources / "a.txt", "source_articles/a.txt")
    assert result.document and "扫码" not in result.document.articles[0].pieces[-1].text
    told = [(found.path, found.line, found.message) for found in result.diagnostics if found.code == "C079"]
    assert told == [
        ("source_articles/a.txt", 3, "remove by a person: 广告牌上的字"),
        ("source_articles/a.txt", 3, "removed (correction): （扫码付款）"),
    ]


def test_faults_are_told_of_the_file_of_corrections_with_its_line(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.fixes.toml", fixes="# 更正\n" + REMOVE.replace("付款", "点餐"))
    plan = plan_project(Project(tmp_path))
    faults = [(found.path, found.line, found.code) for found in plan.diagnostics if found.code[:3] == "C07"]
    assert faults == [("source_articles/a.fixes.toml", 2, "C071")]


def test_corrections_without_a_document_are_a_warning(tmp_path: Path) -> None:
    files, passed = raw_documents(make(tmp_path, "a.txt", "b.fixes.toml", "c.fixes.suggested.toml"))
    assert [path.name for path in files] == ["a.txt"]
    assert [(found.path, found.code) for found in passed] == [("source_articles/b.fixes.toml", "C076")]


def test_corrections_that_may_mean_two_documents_are_applied_to_neither(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.md", "a.fixes.toml")
    plan = plan_project(Project(tmp_path))
    faults = [found for found in plan.diagnostics if found.code == "C076"]
    assert {(found.path, found.line) for found in faults} == {("source_articles/a.fixes.toml", 0)}
    assert "a.md and a.txt" in faults[0].message and "name it a.md.fixes.toml" in faults[0].message
    assert all("扫码" in text for text in plan.pages.texts.values())


def test_a_folder_in_place_of_corrections_is_a_fault(tmp_path: Path) -> None:
    project = make(tmp_path, "a.txt")
    (project.sources / "a.fixes.toml").mkdir()
    result = clean_file(project.sources / "a.txt", "a.txt")
    assert result.document and [found.code for found in result.diagnostics if found.code > "C07"] == ["C073"]


def test_suggestions_go_under_the_name_of_the_corrections(tmp_path: Path) -> None:
    project = make(tmp_path, "a.txt", "b.txt", "b.txt.fixes.toml", "c.txt", "c.md")
    names = [suggested_file(project.sources / name).name for name in ("a.txt", "b.txt", "c.txt")]
    assert names == ["a.fixes.suggested.toml", "b.txt.fixes.suggested.toml", "c.txt.fixes.suggested.toml"]


def test_clean_writes_suggestions_only_where_something_is_doubtful(tmp_path: Path) -> None:
    project = make(tmp_path, "a.txt", "b.txt")
    doubtful = project.sources / "b.txt"
    doubtful.write_text(
        RAW.partition("\n\n")[2] + "\n务员们都来了，先到先得，谁也不用半夜来占地方。\n", encoding="utf-8"
    )
    files = [str(project.sources / name) for name in ("a.txt", "b.txt")]
    result = CliRunner().invoke(main, ["clean", *files, "--suggest", "--json"])
    assert result.exit_code == 0
    assert [json.loads(line)["schema"] for line in result.stdout.splitlines()] == ["duizhao.clean/1"] * 2
    assert "a.txt: 没有存疑之处" in result.stderr and "b.fixes.suggested.toml: 已写入建议" in result.stderr
    assert not (project.sources / "a.fixes.suggested.toml").exists()
    assert 'code = "S002"' in (project.sources / "b.fixes.suggested.toml").read_text(encoding="utf-8")


def test_check_fails_for_a_correction_that_no_longer_matches(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.fixes.toml", fixes=REMOVE.replace("付款", "点餐"))
    result = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
    assert result.exit_code == 1
    assert "source_articles/a.fixes.toml:1: C071 " in result.stdout


PAGE = """\
<html><head><title>清江日报</title></head><body><nav>首页 要闻</nav><article>
<h1>集市搬进了<b>新大棚</b></h1>
<p>赶集的日子，大棚里摆满了<a href="/goods">竹器</a>和山货（扫码付款），雨再大也淋不着人。</p>
<aside>摊主们说，往年一下雨就收摊，如今一天能多卖好几个钟头。</aside></article></body></html>
"""


def test_corrections_of_a_web_page_quote_its_text_and_go_before_its_markup(tmp_path: Path) -> None:
    more = """
[[fix]]
do = "keep"
role = "paragraph"
text = "摊主们说，往年一下雨就收摊"
reason = "是正文"

[[fix]]
do = "role"
role = "subtitle"
text = "集市搬进了新大棚"
reason = "大标题另有一行"

[[fix]]
do = "replace"
text = "摆满了竹器和山货"
with = "摆满竹器山货"
reason = "原报如此"
"""
    project = make(tmp_path, "a.fixes.toml", fixes=REMOVE + more)
    path = project.sources / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    result = clean_file(path, "source_articles/a.html")
    assert result.document
    assert [found for found in result.diagnostics if found.path.endswith(".toml")] == []
    pieces = [(piece.role.value, piece.text) for piece in result.document.articles[0].pieces]
    assert pieces == [
        ("subtitle", "集市搬进了新大棚"),
        ("paragraph", "赶集的日子，大棚里摆满竹器山货，雨再大也淋不着人。"),
        ("paragraph", "摊主们说，往年一下雨就收摊，如今一天能多卖好几个钟头。"),
    ]


def test_the_encoding_of_the_corrections_is_that_of_the_document(tmp_path: Path) -> None:
    project = make(tmp_path, "a.fixes.toml", fixes='encoding = "big5"\n')
    path = project.sources / "a.txt"
    path.write_bytes("# 趕集的日子\n\n大棚裡擺滿了竹器和山貨，雨再大也淋不著人。\n".encode("big5"))
    result = clean_file(path, "a.txt")
    assert result.document and result.document.source.encoding == "big5"
