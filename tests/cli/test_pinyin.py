"""``duizhao pinyin``: readings character by character, lines kept, bad input named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.cli.main import main
from tests.cli.helpers import run


def _piped(text: bytes, *options: str) -> Result:
    result = CliRunner().invoke(main, ["pinyin", *options], input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _objects(text: str) -> list[dict[str, Any]]:
    output = _piped(text.encode(), "--json").output
    return [json.loads(line) for line in output.split("\n")[:-1]]


def test_every_character_has_one_entry() -> None:
    (found,) = _objects("虽是小事，投入3.7亿元。\n")
    assert found["text"] == "虽是小事，投入3.7亿元。"
    assert found["readings"] == [
        "suī", "shì", "xiǎo", "shì", None, "tóu", "rù", None, None, None, "yì", "yuán", None,
    ]  # fmt: skip


def test_words_are_those_of_the_standard_without_marks() -> None:
    (found,) = _objects("湖南省隆回县推进了“1+5”改革，达98%；西安的干部\n")
    assert found["words"] == [
        "Húnán", "Shěng", "Lónghuí", "Xiàn", "tuījìnle", "1+5", "gǎigé", "dá", "98%", "Xī'ān", "de", "gànbù",
    ]  # fmt: skip


def test_the_er_of_a_suffix_is_an_r() -> None:
    here, daughter = _objects("这儿\n女儿\n")
    assert (here["readings"], here["words"]) == (["zhè", "r"], ["zhèr"])
    assert (daughter["readings"], daughter["words"]) == (["nǚ", "ér"], ["nǚ'ér"])


def test_lines_are_kept_one_for_one() -> None:
    assert [found["text"] for found in _objects("\ufeff一\r\n\n  \n二")] == ["一", "", "  ", "二"]
    assert _piped("一\n\n二".encode()).output == "Yī\n\nÈr\n"
    assert _piped(b"").output == ""


def test_a_file_is_read_like_standard_input(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("为群众办事\n", encoding="utf-8")
    assert run("pinyin", tmp_path / "text.txt").output == "Wèi qúnzhòng bànshì\n"


def test_what_is_not_utf_8_is_named_with_its_line() -> None:
    result = _piped("好\n".encode() + "坏".encode("gb18030"))
    assert result.exit_code == 2
    assert "<stdin>:2: byte 1 of the line (0xBB) is not UTF-8; save the text as UTF-8" in result.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("pinyin", tmp_path / "none.txt")
    assert result.exit_code == 2
    assert "none.txt" in result.stderr


def test_what_acts_on_a_terminal_is_shown_as_a_sign() -> None:
    assert "\x1b" not in _piped("茶\x1b[31m山\n".encode()).output
    assert "\x1b" not in _piped("茶\x1b[31m山\n".encode(), "--json").output


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_has_as_many_readings_as_characters(text: str) -> None:
    line = text.replace("\n", " ").removesuffix("\r").removeprefix("\ufeff")
    (found,) = _objects(line + "\n")
    assert found["text"] == line
    assert len(found["readings"]) == len(line)
