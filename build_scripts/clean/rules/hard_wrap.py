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
from functools import cache
from statistics import median

from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.people import byline_names
from build_scripts.clean.rules.page_furniture import is_page_furniture
from build_scripts.clean.rules.page_number import is_bare_number, is_page_number
from build_scripts.clean.rules.placeholder import is_placeholder
from build_scripts.offsets import RawLine, length_of, text_of

CODE = "C012"
# The width of the lines is evidence of the whole document.
CONFIDENCE = 0.95

# Widths in half-width columns. A line ends up to four columns early where a mark may not begin a line.
_NARROWEST, _WIDEST, _SLACK = 24, 120, 4
_FEWEST_LINES = 6
# Characters in a line that a program wrapped.
_SHORTEST, _LONGEST = 12, 60
_LONGEST_BYLINE = 40
# Characters of a line that the page sets between others, and what such a line has in it.
_LONGEST_FOREIGN = 70
_FOREIGN = re.compile(r"[\d版页頁图圖照视!\[【]")
_FEWEST_INDENTED = 3
_MARKED = re.compile(
    r"#|[□■●○◆▲△]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|图\s?\d|——|--|[-*•·]\s"
    r"|0\d[\s\u3000]+|【|第[一二三四五六七八九十]+[部章节]|!\[|>"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def unwrapped(text: str, lines: Sequence[RawLine]) -> Iterator[tuple[RawLine, ...]]:
    """The lines put together to paragraphs: groups of one line each where the document is not wrapped."""
    shown = [text_of(text, (line.span,)) for line in lines]
    full = _full_lines(lines, shown)
    wrapped = any(full)
    group: list[RawLine] = []
    foreign: list[RawLine] = []
    last = 0
    for place, line in enumerate(lines):
        if group and wrapped and full[last] and is_of_the_page(shown[place]):
            # What the page sets between two lines of a paragraph follows it.
            foreign.append(line)
            continue
        joins = full[last] and not line.indented and (not line.follows_blank or bool(foreign))
        if group and not (joins and _continues(shown[last], shown[place])):
            yield tuple(group)
            yield from ((one,) for one in foreign)
            group, foreign = [], []
        group.append(line)
        last = place
    if group:
        yield tuple(group)
        yield from ((one,) for one in foreign)


def is_of_the_page(line: str) -> bool:
    """Whether a line is a running head or foot, a page's number or a picture's placeholder."""
    if len(line) > _LONGEST_FOREIGN or not _FOREIGN.search(line):
        return False
    return is_page_furniture(line) or is_page_number(line) or is_placeholder(line) or is_bare_number(line)


def cut_starts(lines: Sequence[RawLine]) -> tuple[frozenset[int], frozenset[int]]:
    """Where the page cut a paragraph in its first line: the numbers of such lines, and of captions below.

    Only where paragraphs are indented. An indented line right above one without indent begins a paragraph,
    however short it is: headings stand above an indented line. A short line between that and a further line
    without indent is a caption, for a paragraph's lines are full but for the first and the last.
    """
    indented = sum(line.indented for line in lines)
    if indented < _FEWEST_INDENTED or indented * 20 < len(lines):
        return frozenset(), frozenset()
    usual = median(map(_size, lines))
    starts, captions = set(), set()
    for one, other, third in zip(lines, lines[1:], (*lines[2:], None), strict=False):
        if not one.indented or other.indented or other.follows_blank or _size(one) >= usual:
            continue
        starts.add(one.number)
        if third and not (third.indented or third.follows_blank) and _size(other) < usual:
            captions.add(other.number)
    return frozenset(starts), frozenset(captions)


def _size(line: RawLine) -> int:
    """The characters of a line."""
    return length_of((line.span,))


def _continues(above: str, line: str) -> bool:
    """Whether a line can belong to the paragraph of the one above: by-lines and marked lines begin anew."""
    if len(line) <= _LONGEST_BYLINE and byline_names(line) is not None:
        return False
    return not (_MARKED.match(line) and ends_sentence(above))


def _full_lines(lines: Sequence[RawLine], shown: Sequence[str]) -> list[bool]:
    """Which lines reach the width at which the document is wrapped; none where it is not.

    A program that wraps counts characters, a page is set in columns of the type's width.
    """
    sizes = [len(line) + (2 if raw.indented else 0) for raw, line in zip(lines, shown, strict=True)]
    size = _exact_size(lines, sizes)
    if size is not None:
        return [found >= size for found in sizes]
    widths = [_width(line) + (4 if raw.indented else 0) for raw, line in zip(lines, shown, strict=True)]
    full = _full_width(lines, widths)
    return [full is not None and width >= full - _SLACK for width in widths]


def _exact_size(lines: Sequence[RawLine], sizes: Sequence[int]) -> int | None:
    """The number of characters that most lines have exactly, with hardly a longer one; else ``None``."""
    followed = [sizes[place] for place in range(len(lines) - 1) if not lines[place + 1].follows_blank]
    if len(followed) < _FEWEST_LINES:
        return None
    size, count = Counter(followed).most_common(1)[0]
    if not _SHORTEST <= size <= _LONGEST or count * 5 < 2 * len(followed):
        return None
    longer = sum(found > size for found in sizes)
    return size if max(sizes) <= size + 1 or longer * 20 <= len(sizes) else None


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
    others = _HAN.sub("", line)
    return 2 * (len(line) - len(others)) + sum(map(_columns, others))


@cache
def _columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
