"""The lines that links lead to: each is opened and the unit's own text must stand there."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.pipeline import prepare
from build_scripts.publish.unit_lines import UnitLines, load_unit_lines, parse_unit_lines
from build_scripts.sync.page import parse
from tests.cli.helpers import TEA, new_project, page, raw

MORE = (
    "\n清江日报 2021年2月5日 星期五 第06版\n\n"
    "到了夏天，茶山又是另一番景象，修枝的人从山脚一直排到了山顶，说笑声不断，歌声不断。\n\n"
    "新茶下山的那一天，合作社的账本贴在墙上，一笔一笔写得清清楚楚，谁都看得懂。\n"
)


def lines_of(project: Path, name: str = "chaxiang-xin-shi") -> UnitLines:
    """Build the data and read them back."""
    prepare(project)
    found = load_unit_lines(project / ".duizhao/units" / f"{name}.json")
    assert found is not None
    return found


def editor_lines(path: Path, encoding: str) -> list[str]:
    """The lines of a file as code hosts number them: by line ends alone, whichever."""
    text = path.read_bytes().decode(encoding)
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def assert_lines_are_right(project: Path, found: UnitLines, encoding: str = "utf-8") -> None:
    document = editor_lines(project / found.source, encoding)
    report = editor_lines(project / found.page, "utf-8")
    units = parse((project / found.page).read_bytes().decode()).live_units
    assert len(units) >= 3
    for unit in units:
        at, source = found.lines[unit.zh_hash]
        assert report[at - 1].startswith(f"<!-- zh {unit.zh_hash} ")
        assert document[source - 1].lstrip("\ufeff　 ").startswith(unit.zh[:8])
    title, source = found.lines["title"]
    assert report[title - 1].startswith("title_en:")
    assert "茶乡新事" in document[source - 1]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_lines_of_the_raw_document_and_the_page(tmp_path: Path, end: str, encoding: str) -> None:
    project = new_project(tmp_path)
    raw(project).write_bytes((TEA + MORE).replace("\n", end).encode(encoding))
    assert_lines_are_right(project, lines_of(project), encoding)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_lines_of_a_page_that_people_have_edited(tmp_path: Path, end: str, bom: str) -> None:
    project = new_project(tmp_path)
    raw(project).write_text(TEA + MORE, encoding="utf-8")
    prepare(project)
    text = page(project).read_text(encoding="utf-8")
    text = text.replace("---\n", '---\nnote: "one\u2028 line"\nmore: |\n  two\n  lines\n# who: us\n', 1)
    text = text.replace("<!-- en todo -->", "<!-- en human -->\n\nOne.\n\nTwo.\n\n<!-- a note -->", 1)
    page(project).write_bytes((bom + text).replace("\n", end).encode())
    assert_lines_are_right(project, lines_of(project))


def test_corrections_are_named_and_told_whether_they_are_there(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    found = lines_of(project)
    assert (found.corrections, found.corrected) == ("source_articles/tea.fixes.toml", False)
    (project / "source_articles/tea.html").write_text("<p>x</p>", encoding="utf-8")
    assert lines_of(project).corrections == "source_articles/tea.txt.fixes.toml"
    (project / "source_articles/tea.html").unlink()
    (project / "source_articles/tea.fixes.toml").write_text("", encoding="utf-8")
    assert lines_of(project).corrected


def test_a_page_whose_document_is_gone_has_its_own_lines_alone(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    lines_of(project)
    raw(project).unlink()
    found = lines_of(project)
    assert found.source == ""
    assert {source for _, source in found.lines.values()} == {0}


def test_the_file_of_a_page_that_is_gone_goes(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    lines_of(project)
    raw(project).unlink()
    page(project).unlink()
    prepare(project)
    assert list((project / ".duizhao/units").iterdir()) == []


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "duizhao.units/1"}', '{"schema": "x", "lines": {}}']
)
def test_what_is_no_such_file_is_nothing(text: str) -> None:
    assert parse_unit_lines(text) is None


def test_values_of_another_form_are_left_out() -> None:
    text = '{"schema": "duizhao.units/1", "page": 3, "lines": {"a": [1, 2], "b": "x", "c": [1]}}'
    assert parse_unit_lines(text) == UnitLines(lines={"a": (1, 2)})
