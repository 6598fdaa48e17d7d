"""The file of corrections: what it may say, and that each fault is named with its line."""

from __future__ import annotations

import pytest

from build_scripts.fixes.codes import CODES, MALFORMED
from build_scripts.fixes.fixes_file import parse_fixes
from build_scripts.fixes.model import Action, Fix, Fixes
from build_scripts.fixes.writing import as_toml
from build_scripts.model import Role

GOOD = """\
encoding = "big5"  # [[fix]]

[[fix]]  # the first
do = "order"
text = '''
[[fix]]
'''
before = "摊主们说"
other_number = 2
reason = "原报在前"

  [[ "fix" ]]
do = "split"
text = "第二段"
report = true
number = 3
reason = \"\"\"另一篇
[[fix]] 报道\"\"\"
"""


def test_a_file_is_read_with_its_lines_past_comments_and_strings() -> None:
    fixes, faults = parse_fixes(GOOD.encode(), "a.fixes.toml")
    assert faults == ()
    assert fixes == Fixes(
        "a.fixes.toml",
        (
            Fix(3, Action.ORDER, "原报在前", "[[fix]]\n", "摊主们说", before=True, other_number=2),
            Fix(12, Action.SPLIT, "另一篇 [[fix]] 报道", "第二段", report=True, number=3),
        ),
        "big5",
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(end: str, mark: str) -> None:
    fixes, faults = parse_fixes((mark + GOOD.replace("\n", end)).encode(), "a.fixes.toml")
    assert faults == () and [fix.line for fix in fixes.fixes] == [3, 12]


def test_an_empty_file_corrects_nothing() -> None:
    assert parse_fixes("# 还没有更正\n".encode(), "a.fixes.toml") == (Fixes("a.fixes.toml"), ())


def entry(*lines: str) -> str:
    return "\n".join(["", "[[fix]]", *lines, 'reason = "原报如此"'])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[[fix]\n", 1, "no TOML"),
        ('a = "b\n', 1, "no TOML"),
        ('[[fix]]\ndo = "keep"\ndo = "keep"\n', 3, "no TOML"),
        ('\nsuffix = "txt"\n', 2, "unknown key “suffix”"),
        ('[fix]\ndo = "keep"\n', 1, "corrections are written [[fix]]"),
        ("fix = 3\n", 1, "corrections are written [[fix]]"),
        ("\nencoding = 5\n", 2, "encoding must be a string"),
        ('encoding = "klingon"\n', 1, "no encoding of text"),
        ('encoding = "base64"\n', 1, "no encoding of text"),
        (entry('text = "茶"'), 2, "needs do"),
        (entry('do = "delete"', 'text = "茶"'), 2, "do must be one of keep, remove, join"),
        (entry("do = []", 'text = "茶"'), 2, "do must be one of"),
        (entry('do = "remove"', 'texts = "茶"'), 2, "unknown key “texts”"),
        (entry('do = "remove"', 'text = "茶"', 'role = "title"'), 2, "remove has no key “role”"),
        (entry('do = "remove"', "text = 5"), 2, "text must be a string"),
        (entry('do = "remove"', 'text = "茶"', 'number = "2"'), 2, "number must be a whole number"),
        (entry('do = "remove"', 'text = "茶"', "number = true"), 2, "number must be a whole number"),
        (entry('do = "remove"', 'text = "茶"', "number = 0"), 2, "number counts from 1"),
        (entry('do = "remove"', 'text = " \\n\\u3000"'), 2, "text is empty"),
        (entry('do = "remove"'), 2, "remove needs text"),
        ('[[fix]]\ndo = "remove"\ntext = "茶"\n', 1, "remove needs reason"),
        ('[[fix]]\ndo = "remove"\ntext = "茶"\nreason = " "\n', 1, "reason is empty"),
        (entry('do = "join"', 'text = "茶"'), 2, "join needs with"),
        (entry('do = "role"', 'text = "茶"'), 2, "role needs role"),
        (entry('do = "role"', 'text = "茶"', 'role = "body"'), 2, "role must be one of title"),
        (entry('do = "split"', 'text = "茶"', "report = 1"), 2, "report must be true or false"),
        (entry('do = "order"', 'text = "茶"'), 2, "either after or before"),
        (entry('do = "order"', 'text = "茶"', 'after = "山"', 'before = "水"'), 2, "either after or before"),
        (entry('do = "replace"', 'text = "茶"', 'with = ""'), 2, "with is empty"),
        (entry('do = "replace"', 'text = "茶"', 'with = "茶\\n山"'), 2, "with must be one line"),
        (entry('do = "ignore"'), 2, "ignore needs code"),
        (entry('do = "ignore"', 'code = "C999"'), 2, "no code of a finding"),
        (entry('do = "ignore"', 'code = "T001"'), 2, "no code of a finding"),
        (entry('do = "ignore"', 'code = "C070"'), 2, "no code of a finding"),
        (entry('do = "ignore"', 'code = "C001"'), 2, "an error, which cannot be ignored"),
    ],
)
def test_a_fault_is_named_with_its_line_and_the_rest_is_read(text: str, line: int, message: str) -> None:
    fixes, faults = parse_fixes(text.encode(), "a.fixes.toml")
    assert [(fault.path, fault.line, fault.code) for fault in faults] == [("a.fixes.toml", line, MALFORMED)]
    assert message in faults[0].message
    assert fixes.fixes == ()


def test_one_bad_entry_spoils_no_other() -> None:
    text = entry('do = "delete"', 'text = "茶"') + entry('do = "remove"', 'text = "山"')
    fixes, faults = parse_fixes(text.encode(), "a.fixes.toml")
    assert [fix.text for fix in fixes.fixes] == ["山"] and len(faults) == 1
    assert fixes.fixes[0].line == 6


def test_corrections_in_one_array_are_read_too() -> None:
    text = '\nfix = [{do = "remove", text = "茶", reason = "多余"}]\n'
    fixes, faults = parse_fixes(text.encode(), "a.fixes.toml")
    assert faults == () and fixes.fixes[0].line == 2


def test_bytes_that_are_not_utf_8_are_a_fault() -> None:
    _, faults = parse_fixes("# 更正".encode("gb18030"), "a.fixes.toml")
    assert [fault.code for fault in faults] == [MALFORMED]


@pytest.mark.parametrize(
    "fix",
    [
        Fix(1, Action.KEEP, "因为“这样”", 'a"b\\c', role=Role.CAPTION, number=2),
        Fix(1, Action.ORDER, "次序", "甲", "乙", before=True, other_number=4),
        Fix(1, Action.JOIN, "一段", "甲", "乙"),
        Fix(1, Action.IGNORE, "无误", code="C011"),
        Fix(1, Action.SPLIT, "分篇", "甲\u200b\x7f", report=True),
    ],
)
def test_a_correction_that_is_written_reads_as_the_same(fix: Fix) -> None:
    fixes, faults = parse_fixes(as_toml(fix).encode(), "a.fixes.toml")
    assert faults == () and fixes.fixes == (fix,)


def test_codes_and_names_are_used_once_and_explained_with_an_example() -> None:
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
    assert all("Example: " in code.explanation for code in CODES)
