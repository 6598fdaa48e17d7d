"""Bad pages: whatever stands in docs/reports/, each fault is a line with its file, and nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.helpers import TEA, new_project, page, raw, run

OTHER = (
    "水库新事\n\n罗一山\n\n大坝加高了三米，灌溉的水一直流到了山那边的田里，收成比去年多了两成。\n\n"
    "修坝的人都是附近的村民，农闲的时候来，农忙的时候回，工钱月月发到手里。\n"
)
WORDS = "The hills are green."


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A project with two reports; the first has a line of English."""
    folder = new_project(tmp_path)
    (folder / "source_articles" / "dam.txt").write_text(OTHER, encoding="utf-8")
    assert run("sync", "--root", folder).exit_code == 0
    write(folder, text_of(folder).replace("<!-- en todo -->", f"<!-- en human -->\n\n{WORDS}", 1))
    assert run("sync", "--root", folder).exit_code == 0
    return folder


def text_of(folder: Path) -> str:
    return page(folder).read_bytes().decode("utf-8")


def write(folder: Path, text: str, codec: str = "utf-8") -> None:
    page(folder).write_bytes(text.encode(codec))


def everything(folder: Path) -> str:
    files = sorted((folder / "docs/reports").iterdir())
    return "\n".join(file.read_bytes().decode("utf-8", "replace") for file in files)


def lines_with(code: str, output: str) -> list[tuple[str, int]]:
    found = re.findall(rf"(?m)^(\S+):(\d+): {code} ", output)
    return [(path, int(line)) for path, line in found]


SHOWN = "docs/reports/chaxiang-xin-shi.md"


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-16-le"])
def test_a_page_in_another_encoding_is_named_with_its_line_and_the_rest_is_done(
    tea: Path, codec: str
) -> None:
    text = text_of(tea)
    chinese = next(n for n, line in enumerate(text.split("\n"), 1) if not line.isascii())
    bad = 1 if codec == "utf-16" else chinese
    write(tea, text, codec)
    before = page(tea).read_bytes()
    dam = next(path for path in (tea / "docs/reports").iterdir() if path != page(tea))
    dam.unlink()
    result = run("sync", "--root", tea)
    assert result.exit_code == 1
    assert lines_with("P010", result.stdout) == [(SHOWN, bad)]
    assert page(tea).read_bytes() == before
    # No second page for the report, and the other one is made.
    assert sorted(path.name for path in (tea / "docs/reports").iterdir()) == sorted(
        [page(tea).name, dam.name]
    )
    write(tea, text)
    assert run("sync", "--root", tea).exit_code == 0
    assert text_of(tea) == text


def test_a_byte_order_mark_and_windows_line_ends_stay_and_lose_nothing(tea: Path) -> None:
    text = "\ufeff" + text_of(tea).replace("\n", "\r\n")
    write(tea, text)
    assert run("sync", "--root", tea).exit_code == 0
    assert text_of(tea) == text
    raw(tea).write_text(TEA.replace("一片翠绿", "一片碧绿"), encoding="utf-8")
    assert run("sync", "--root", tea).exit_code == 0
    after = text_of(tea)
    assert after.startswith("\ufeff---\r\n") and WORDS in after
    assert after.count("\n") == after.count("\r\n")


def test_a_conflict_is_reported_with_its_lines_and_the_page_is_left_alone(tea: Path) -> None:
    text = text_of(tea).replace(WORDS, f"<<<<<<< HEAD\n{WORDS}\n=======\nGreen hills.\n>>>>>>> other")
    write(tea, text)
    raw(tea).write_text(TEA.replace("一片翠绿", "一片碧绿"), encoding="utf-8")
    result = run("sync", "--root", tea)
    assert result.exit_code == 1
    lines = [n for n, line in enumerate(text.split("\n"), 1) if line.startswith(("<<<<<<<", ">>>>>>>"))]
    assert lines_with("P002", result.stdout) == [(SHOWN, line) for line in lines]
    assert text_of(tea) == text


def test_a_conflict_in_a_page_without_a_report_is_reported_too(tea: Path) -> None:
    raw(tea).unlink()
    write(tea, text_of(tea) + "<<<<<<< HEAD\n")
    result = run("sync", "--root", tea)
    assert lines_with("P004", result.stdout) == [(SHOWN, 0)]
    assert lines_with("P002", result.stdout) == [(SHOWN, text_of(tea).count("\n"))]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<!-- en human -->", "<!-- en humn -->", "P001"),
        ("<!-- en human -->", "<!-- en human", "P001"),
        ("<!-- en human -->\n", "", ""),
        (r"<!-- zh \w+ paragraph -->", "<!-- zh paragraph -->", "P001"),
        (r"<!-- zh \w+ paragraph -->\n", "", "P001"),
        ("<!-- report .*\n", "", ""),
        (WORDS, f"{WORDS}\n\n<!-- ok T021 -->", "P001"),
        ("title_en: ''", "title_en: a: b", "P003"),
        ("title_en: ''", "title_en: 'a", "P003"),
        (r"\n---\n", "\n", "P003"),
        (WORDS, f"```\n{WORDS}", "P006"),
    ],
)
def test_half_written_and_deleted_markers_lose_nothing_and_are_reported(
    tea: Path, old: str, new: str, code: str
) -> None:
    text = re.sub(old, new, text_of(tea), count=1)
    assert text != text_of(tea)
    write(tea, text)
    result = run("sync", "--root", tea)
    assert result.exit_code == (1 if code == "P003" else 0)
    found = lines_with(code, result.stdout) if code else [(SHOWN, 1)]
    assert found
    assert all(path == SHOWN and line > 0 for path, line in found)
    assert WORDS in everything(tea)
    after = everything(tea)
    run("sync", "--root", tea)
    assert everything(tea) == after


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", " \n\t\n"])
def test_an_emptied_page_is_written_anew_under_its_name(tea: Path, text: str) -> None:
    write(tea, text)
    assert run("sync", "--root", tea).exit_code == 0
    assert "清江县的茶山一片翠绿" in text_of(tea)
    assert len(list((tea / "docs/reports").iterdir())) == 2


def test_two_pages_for_one_report_are_reported_and_both_keep_their_english(tea: Path) -> None:
    copy = page(tea).with_name("copy.md")
    copy.write_text(text_of(tea).replace(WORDS, "Green hills."), encoding="utf-8")
    before = everything(tea)
    result = run("sync", "--root", tea)
    assert [path for path, _ in lines_with("P004", result.stdout)] == ["docs/reports/copy.md"]
    assert [path for path, _ in lines_with("P005", result.stdout)] == ["docs/reports/copy.md"]
    assert "chaxiang-xin-shi.md" in next(line for line in result.stdout.split("\n") if " P004 " in line)
    assert everything(tea) == before


def test_a_page_whose_report_is_gone_is_reported_and_stays(tea: Path) -> None:
    raw(tea).unlink()
    before = everything(tea)
    result = run("sync", "--root", tea)
    assert result.exit_code == 0
    assert lines_with("P004", result.stdout) == [(SHOWN, 0)]
    assert everything(tea) == before
    raw(tea).write_text(TEA, encoding="utf-8")
    assert " P004 " not in run("sync", "--root", tea).stdout
    assert everything(tea) == before


def test_a_report_that_is_split_in_two_documents_takes_its_english_along(tea: Path) -> None:
    title, author, body = TEA.strip().split("\n\n")
    more = "茶厂的机器也添了三台，一天能炒两百斤茶，年轻人都回来帮忙，忙到半夜才关灯。"
    raw(tea).write_text(f"{title}\n\n{author}\n\n{body}\n\n{more}\n", encoding="utf-8")
    run("sync", "--root", tea)
    text = text_of(tea)
    write(tea, text.replace("<!-- en todo -->", "<!-- en human -->\n\nThree new machines.", 1))
    run("sync", "--root", tea)
    raw(tea).write_text(TEA, encoding="utf-8")
    (tea / "source_articles" / "mill.txt").write_text(
        f"茶厂添新机\n\n{author}\n\n{more}\n\n厂长说，明年还要再添两台，把旁边村子的茶叶也收进来。\n",
        encoding="utf-8",
    )
    result = run("sync", "--root", tea, "--notes")
    (found,) = lines_with("T007", result.stdout)
    made = (tea / found[0]).read_text(encoding="utf-8").split("\n")
    assert found[0] != SHOWN and made[found[1] - 1].startswith("<!-- zh ")
    assert "Three new machines." in made and "Three new machines." not in text_of(tea)
    assert "<!-- orphans -->" not in text_of(tea)
    after = everything(tea)
    run("sync", "--root", tea)
    assert everything(tea) == after


def test_a_report_that_moves_into_another_takes_its_english_along(tea: Path) -> None:
    (tea / "source_articles" / "dam.txt").write_text(OTHER + "\n" + TEA.split("\n\n")[2], encoding="utf-8")
    raw(tea).unlink()
    result = run("sync", "--root", tea, "--notes")
    assert len(lines_with("T007", result.stdout)) == 1
    dam = next(path for path in (tea / "docs/reports").iterdir() if path != page(tea))
    assert WORDS in dam.read_text(encoding="utf-8") and WORDS in text_of(tea)


@pytest.mark.parametrize(
    "data",
    [b"\x00" * 40, b"\xff\xfe", "\u2028\x85\x0b".encode(), b"---\n---\n---\n", b"<!-- orphans -->\n" * 3,
     b"> \n" * 9],
    ids=["nul", "mark", "separators", "dashes", "orphans", "quotations"],
)  # fmt: skip
def test_any_bytes_at_all_in_a_page_crash_nothing(tea: Path, data: bytes) -> None:
    other = page(tea).with_name("other.md")
    other.write_bytes(data)
    before = text_of(tea)
    assert run("sync", "--root", tea).exit_code in (0, 1)
    assert text_of(tea) == before and other.read_bytes() == data
