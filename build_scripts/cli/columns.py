"""Text in the columns of a terminal: a Chinese character takes two."""

from __future__ import annotations

import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator

# A line may break between any two of these: a note in ⟨⟩, a word or figure, or one other character; closing
# marks stay with what they close, opening ones with what they open.
_UNIT = re.compile(
    r"⟨[^⟩]*⟩|\s+|[“‘（《〈【〔「『(\[]*(?:[0-9A-Za-z.%+-]+|.)[，。、；：！？”’）》〉】〕」』…,.;:!?)\]]*",
    re.DOTALL,
)

# Where nobody looks at it in a terminal: the width at which a log and a pager are comfortable.
_ELSEWHERE = 100
_NARROWEST, _WIDEST = 40, 120


def line_width() -> int:
    """The columns to write in: the terminal's, within reason, and a fixed number in a file or pipe."""
    columns = shutil.get_terminal_size((_ELSEWHERE, 24)).columns if sys.stdout.isatty() else _ELSEWHERE
    return max(_NARROWEST, min(_WIDEST, columns))


def width(text: str) -> int:
    """The columns of a text.

    Example:
        >>> width("茶山 a"), width("e\\u0301")
        (6, 1)
    """
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrapped(text: str, columns: int) -> Iterator[str]:
    """The lines of a text, none wider than ``columns``, none beginning with a closing mark if it can be.

    Example:
        >>> list(wrapped("路通了，货就走得出去。", 8))
        ['路通了，', '货就走得', '出去。']
    """
    line, used = "", 0
    for unit in _UNIT.findall(text):
        for part in [unit] if width(unit) <= columns else unit:
            size = width(part)
            if used + size > columns and line:
                yield line.rstrip()
                line, used = "", 0
            if line or part.strip():
                line, used = line + part, used + size
    if line:
        yield line.rstrip()


def shortened(text: str, columns: int) -> str:
    """A text that fits into ``columns``: the beginning and the end of one that does not.

    Both ends, for that is where a paragraph may be cut or joined wrongly.

    Example:
        >>> shortened("村里的路修通了，干部和群众一起把水引上山。", 20)
        '村里的路修通…上山。'
    """
    if width(text) <= columns:
        return text
    tail = ""
    for char in reversed(text):
        if width(char + tail) > (columns - 1) * 2 // 5:
            break
        tail = char + tail
    head, room = "", columns - 1 - width(tail)
    for char in text:
        if width(head + char) > room:
            break
        head += char
    return f"{head}…{tail}"


def padded(text: str, columns: int) -> str:
    """A text flush right in so many columns."""
    return " " * max(0, columns - width(text)) + text
