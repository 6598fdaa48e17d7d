"""On which line the parts of a TOML file begin, which :mod:`tomllib` does not tell."""

from __future__ import annotations

import re

# What can hide a header: comments and the four kinds of strings; and what can hold one that is none.
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
_HEADER = re.compile(r"[ \t]*\[\[[ \t]*(?:fix|\"fix\"|'fix')[ \t]*\]\]")
_TABLE = re.compile(r"[ \t]*\[[ \t]*([A-Za-z0-9_-]+)[ \t]*\]")
_KEY = re.compile(r"[ \t]*(?:([A-Za-z0-9_-]+)|\"([^\"\n]*)\"|'([^'\n]*)')[ \t]*[=.]")


def _line_starts(text: str) -> list[tuple[int, int]]:
    """The lines, each as its number and offset, that begin outside of every string and bracket."""
    starts = [(1, 0)]
    depth, number = 0, 1
    for match in _TOKEN.finditer(text):
        token = match.group()
        number += token.count("\n")
        if token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
        elif token == "\n" and depth <= 0:
            depth = 0
            starts.append((number, match.end()))
    return starts


def header_lines(text: str) -> tuple[int, ...]:
    """The lines of the ``[[fix]]`` headers, in order.

    Example:
        >>> header_lines('# [[fix]]\\n[[fix]]\\nreason = \"\"\"\\n[[fix]]\"\"\"\\n')
        (2,)
    """
    return tuple(line for line, start in _line_starts(text) if _HEADER.match(text, start))


def key_line(text: str, key: str) -> int:
    """The first line on which ``key`` is given a value or opens a table; 0 where none is found.

    Example:
        >>> key_line('encoding = "big5"\\nkind = 1\\n', "kind")
        2
    """
    for line, start in _line_starts(text):
        match = _KEY.match(text, start) or _TABLE.match(text, start)
        if match and key in match.groups():
            return line
    return 0
