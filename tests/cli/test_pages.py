"""Pages and raw documents as people handle them: copied, renamed, saved in another encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import TEA, new_project, page, raw, run


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A project whose one report has a line of English."""
    folder = new_project(tmp_path)
    assert run("sync", "--root", folder).exit_code == 0
    text = page(folder).read_text(encoding="utf-8")
    text = text.replace("<!-- en todo -->", "<!-- en human -->\n\nThe hills are green.", 1)
    page(folder).write_text(text, encoding="utf-8")
    assert run("sync", "--root", folder).exit_code == 0
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "docs/reports").iterdir())}


@pytest.mark.parametrize("name", ["aaa.txt", "zzz.txt", "tea-2.txt"])
def test_a_copy_of_a_raw_document_changes_no_page(tea: Path, name: str) -> None:
    before = contents(tea)
    (tea / "source_articles" / name).write_bytes(raw(tea).read_bytes())
    result = run("sync", "--root", tea)
    assert " P008 " in result.stdout
    after = contents(tea)
    assert before.items() <= after.items() and len(after) == 2
    assert run("sync", "--root", tea).exit_code == 0
    assert contents(tea) == after


@pytest.mark.parametrize("name", ["我的茶山.md", "tea_2021.v2.md"])
def test_a_page_may_be_renamed_in_any_script(tea: Path, name: str) -> None:
    page(tea).rename(page(tea).with_name(name))
    assert run("sync", "--root", tea).exit_code == 0
    after = contents(tea)
    assert list(after) == [name] and b"The hills are green." in after[name]
    run("sync", "--root", tea)
    assert contents(tea) == after


def test_a_page_with_a_space_in_its_name_is_left_alone_and_said(tea: Path) -> None:
    page(tea).rename(page(tea).with_name("my page.md"))
    before = contents(tea)
    for _ in range(2):
        result = run("sync", "--root", tea)
        assert result.exit_code == 1 and " P009 " in result.stdout
        assert contents(tea) == before


def test_a_page_with_a_damaged_byte_is_left_alone_and_said(tea: Path) -> None:
    page(tea).write_bytes(page(tea).read_bytes() + b"\nAn old remark: caf\xe9.\n")
    before = contents(tea)
    result = run("sync", "--root", tea)
    assert result.exit_code == 1 and " P010 " in result.stdout
    assert contents(tea) == before


@pytest.mark.parametrize("codec", ["gb18030", "utf-16"])
def test_a_page_in_another_encoding_is_left_alone_and_said(tea: Path, codec: str) -> None:
    text = page(tea).read_text(encoding="utf-8")
    page(tea).write_bytes(text.encode(codec))
    before = contents(tea)
    result = run("sync", "--root", tea)
    assert result.exit_code == 1 and " P010 " in result.stdout
    assert contents(tea) == before


def test_another_report_with_the_same_imprint_does_not_take_over_the_page(tea: Path) -> None:
    imprint = "\n本简报由清江县委办公室编印，发至各乡镇和县直单位。\n"
    raw(tea).write_text(TEA + imprint, encoding="utf-8")
    run("sync", "--root", tea)
    raw(tea).unlink()
    other = (
        "水库新事\n\n罗一山\n\n"
        "大坝加高了三米，灌溉的水一直流到了山那边的田里，收成比去年多了两成。\n\n"
        "修坝的人都是附近的村民，农闲的时候来，农忙的时候回，工钱月月发到手里。\n\n"
        "工程队的账本贴在墙上，一笔一笔谁都看得懂，年底还要请村民代表来核一遍。\n"
    )
    (tea / "source_articles" / "dam.txt").write_text(other + imprint, encoding="utf-8")
    run("sync", "--root", tea)
    assert len(contents(tea)) == 2
    assert "The hills are green." in page(tea).read_text(encoding="utf-8")


def test_a_title_written_into_the_page_answers_the_complaint_that_there_is_none(tea: Path) -> None:
    untitled = "清江日报3月2日讯（通讯员 林间）昨日，清江县出台措施，给村干部减轻负担，一共有二十条。\n"
    (tea / "source_articles" / "plain.txt").write_text(untitled, encoding="utf-8")
    assert " S002 " in run("sync", "--root", tea).stdout
    made = tea / "docs/reports/plain.md"
    text = made.read_text(encoding="utf-8").replace("\nsource: ", "\ntitle: 给村干部减负\nsource: ", 1)
    made.write_text(text, encoding="utf-8")
    assert " S002 " not in run("sync", "--root", tea).stdout
    assert "title: 给村干部减负" in made.read_text(encoding="utf-8")
