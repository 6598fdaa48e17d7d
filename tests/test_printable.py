"""Text of documents made harmless for terminals."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.diagnostics import Diagnostic
from build_scripts.printable import json_line, printable


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in printable(text))
    assert printable(printable(text)) == printable(text)


@given(st.text(st.characters(exclude_categories=())))
def test_json_means_the_same_and_does_not_act(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in line)
    line.encode("utf-8")


def test_ordinary_text_is_left_alone() -> None:
    text = "茶乡 “新事”……1+5、é、𠮷、👍。"
    assert printable(text) == text


def test_a_diagnostic_is_one_line_for_a_terminal() -> None:
    assert str(Diagnostic("a\nb.txt", 3, "C010", "x\x1b[0m")) == "a␊b.txt:3: C010 x␛[0m"
