"""Hard-wrapped lines: a paragraph cut into lines of one width, as a printed column has them.

Example:
        乡亲们说，这条路修了三年，终于修到了家门
    口，如今骑车去镇上只要一刻钟。                    one paragraph

A document counts as wrapped when most lines that follow each other without a blank line reach the same
width and none passes it. Then a full line goes on in the next, unless that is indented or has a mark of
its own (a heading, a list item, a caption). A short line ends its paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from build_scripts.offsets import RawLine, text_of

CODE = "C012"

# Widths in half-width columns. A line ends up to four columns early where a mark may not begin a line.
_NARROWEST, _WIDEST, _SLACK = 24, 120, 4
_FEWEST_LINES = 6
_MARKED = re.compile(
    r"#|[□■●○◆▲△]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|图\s?\d|——|--|[-*•·]\s"
    r"|【|第[一二三四五六七八九十]+[部章节]|!\[|>"
)


def unwrapped(text: str, lines: Sequence[RawLine]) -> Iterator[tuple[RawLine, ...]]:
    """The lines put together to paragraphs: groups of one line each where the document is not wrapped."""
    widths = [_width(text_of(text, (line.span,))) + (4 if line.indented else 0) for line in lines]
    full = _full_width(lines, widths)
    group: list[RawLine] = []
    for place, line in enumerate(lines):
        goes_on = (
            bool(group)
            and full is not None
            and not line.follows_blank
            and not line.indented
            and widths[place - 1] >= full - _SLACK
            and not _MARKED.match(text_of(text, (line.span,)))
        )
        if not goes_on and group:
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _full_width(lines: Sequence[RawLine], widths: Sequence[int]) -> int | None:
    """The width at which the document is wrapped, or ``None`` where it is not."""
    followed = [widths[place] for place in range(len(lines) - 1) if not lines[place + 1].follows_blank]
    if len(followed) < _FEWEST_LINES:
        return None
    near: Counter[int] = Counter()
    for width in followed:
        near.update(range(width, width + _SLACK + 1))
    full, count = max(near.items(), key=lambda item: (item[1], -item[0]))
    if not _NARROWEST <= full <= _WIDEST or count * 2 < len(followed):
        return None
    longer = sum(width > full + _SLACK for width in widths)
    return full if longer * 20 <= len(widths) else None


def _width(line: str) -> int:
    """Columns of a line on a terminal: two for a Chinese character or mark, one for a Latin letter."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
