"""What the markup of a page says of each of its lines: title, heading, caption …, or outside the report.

Tags say it, names of classes, and the place: a bold line by itself is a heading, a centred one right below
a picture its caption. Where the title is and what lies outside is found first (:mod:`.page_outside`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.model import Role
from build_scripts.read.boxes import Box
from build_scripts.read.page_facts import key
from build_scripts.read.page_lines import Line
from build_scripts.read.page_outside import (
    DATED,
    HAN,
    LABELLED,
    LONGEST_META,
    SENTENCE,
    SURE,
    around,
    outside_lines,
    title_lines,
)

_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|svg)\b|^https?:|[\\/]", re.IGNORECASE)
_PICTURE_WORDS = re.compile(r"微信|图片|圖片|照片|截图|配图|题图|未标题|封面|logo|图|\W|\d|[a-zA-Z_]")
_TABLE_NAME = re.compile(r"表\s*[\d一二三四五六七八九十]{1,3}[\s:：.、].{2,40}$")
_LONGEST_HEADING, _LONGEST_CAPTION = 60, 160
_LONGEST_CELL, _MOST_CELL_LINES = 120, 4
_STRONG_LEVEL = 7
"""The level of a heading that is one by its bold type only: below ``<h6>``."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with the role that its markup gives it: ``stated`` tells whether it gives any."""

    line: Line
    stated: bool = False
    role: Role | None = None
    level: int = 0
    sure: float = 1.0


def judge(lines: Sequence[Line], boxes: Sequence[Box], titles: Sequence[str]) -> list[Judged]:
    """The lines that a reader is shown, each with what its markup says of it.

    Args:
        lines: all lines of the page, hidden ones included.
        boxes: its boxes in the order in which they begin.
        titles: what the page calls itself, the surest first.
    """
    _weigh(lines, boxes)
    total = boxes[0].prose
    shown = [line for line in lines if line.box.hider is None or 2 * line.box.hider.prose > total]
    shown = _telling(_with_rows(shown, boxes), titles)
    heads = title_lines(shown, titles)
    for place in heads:
        for box in around(shown[place].box):
            box.titled = True
    outside = outside_lines(shown, total, heads)
    return [
        Judged(line, True, None, 0, outside[place])
        if place in outside
        else _inside(shown, place, place in heads)
        for place, line in enumerate(shown)
    ]


def _weigh(lines: Sequence[Line], boxes: Sequence[Box]) -> None:
    """Give each box the characters, lines and prose that it holds."""
    for line in lines:
        line.box.size += len(line.text)
        line.box.lines += 1
        if SENTENCE.search(line.text) and line.linked < 0.5 and not line.alt:
            line.box.prose += len(HAN.findall(line.text))
    for box in reversed(boxes):
        if box.parent is not None:
            box.parent.size += box.size
            box.parent.lines += box.lines
            box.parent.prose += box.prose


def _telling(lines: Sequence[Line], titles: Sequence[str]) -> list[Line]:
    """The lines without descriptions of pictures that say nothing new.

    That is a file name, what stands beside the picture anyhow, the page's title, the same once more.
    """
    keys = [key(line.text) for line in lines]
    seen = {key(title) for title in titles} | {key(line.text) for line in lines if line.box.level}
    kept = []
    for place, line in enumerate(lines):
        if line.alt:
            beside = (keys[n] for n in range(max(0, place - 1), min(len(keys), place + 3)) if n != place)
            plain = _PICTURE_WORDS.sub("", line.text)
            if len(plain) < 4 or _FILE_NAME.search(line.text) or keys[place] in seen:
                continue
            if any(keys[place] in other for other in beside):
                continue
            seen.add(keys[place])
        kept.append(line)
    return kept


def _with_rows(lines: Sequence[Line], boxes: Sequence[Box]) -> list[Line]:
    """The lines with each row of a table of data made one, its cells parted by tabs.

    A table of data has no other table in it, two rows of two cells at the least, and no long text in any.
    A table that only places things on the page is read cell by cell.
    """
    cells: dict[Box, dict[Box, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        if line.box.table and line.box.row and line.box.cell:
            cells[line.box.row][line.box.cell].append(line)
    tables: dict[Box, list[Box]] = defaultdict(list)
    for row in cells:
        if row.table:
            tables[row.table].append(row)
    nesting = {table.parent.table for table in boxes if table.tag == "table" and table.parent}
    data = {t for t, rows in tables.items() if t not in nesting and _is_data([cells[row] for row in rows])}
    result: list[Line] = []
    done: set[Box] = set()
    for line in lines:
        here = line.box.row
        if here is None or line.box.table not in data or line.box.cell is None:
            result.append(line)
        elif here not in done:
            done.add(here)
            parts = [" ".join(part.text for part in cell) for cell in cells[here].values()]
            result.append(
                replace(line, text="\t".join(parts), box=here, gap=len(done) == 1, row=len(parts) > 1)
            )
    return result


def _is_data(rows: Sequence[dict[Box, list[Line]]]) -> bool:
    """Whether the rows of a table are data, not layout."""
    cells = [cell for row in rows for cell in row.values()]
    brief = all(
        len(cell) <= _MOST_CELL_LINES and sum(len(line.text) for line in cell) <= _LONGEST_CELL
        for cell in cells
    )
    return brief and sum(len(row) >= 2 for row in rows) >= 2


def _inside(lines: Sequence[Line], place: int, title: bool) -> Judged:
    """What the markup says of a line of the report."""
    line = lines[place]
    box, size = line.box, len(line.text)
    if title:
        return Judged(line, True, Role.TITLE, 1)
    if line.preset:
        return Judged(line)
    if line.alt:
        return Judged(line, True, Role.CAPTION, 0, SURE)
    if line.row:
        # Rows such as 索引号： … 发布机构： … state what a government's document is.
        stated = any(cell.endswith(("：", ":")) for cell in line.text.split("\t"))
        return Judged(line, True, Role.METADATA if stated else Role.PARAGRAPH)
    if box.role is Role.SUBTITLE and _by_name(line) is Role.SUBTITLE:
        return Judged(line, True, Role.SUBTITLE, 0, SURE)
    if box.level and size <= _LONGEST_HEADING and not line.text.endswith(("。", "；")):
        return Judged(line, True, Role.HEADING, box.level)
    above_table = place + 1 < len(lines) and lines[place + 1].row and bool(_TABLE_NAME.match(line.text))
    if _is_caption(line) or above_table:
        return Judged(line, True, Role.CAPTION, 0, SURE)
    if named := _by_name(line):
        return Judged(line, True, named, 0, SURE)
    if _is_item(line):
        return Judged(line, True, Role.LIST_ITEM)
    ended = place + 1 >= len(lines) or lines[place + 1].gap
    if line.bold and size <= _LONGEST_HEADING and line.gap and ended and not SENTENCE.search(line.text):
        return Judged(line, True, Role.HEADING, _STRONG_LEVEL)
    return Judged(line, line.gap and ended, Role.PARAGRAPH)


def _is_caption(line: Line) -> bool:
    """Whether a line is a picture's: by its tag or name, or centred right below one."""
    size = len(line.text)
    named = any(box.role is Role.CAPTION for box in (line.box, line.box.parent) if box is not None)
    below = line.below_picture and line.box.centred and not line.bold and size <= _LONGEST_CAPTION // 2
    return size <= _LONGEST_CAPTION and (named or below)


def _by_name(line: Line) -> Role | None:
    """The role that the names of its small boxes give a line: source and date, or a second title."""
    size = len(line.text)
    if size > LONGEST_META or SENTENCE.search(line.text[:-1]):
        return None
    dated, labelled = bool(DATED.search(line.text)), bool(LABELLED.search(line.text))
    stated = dated or labelled
    if dated and LABELLED.match(line.text):
        return Role.METADATA
    for box in (line.box, line.box.parent):
        if box is None or box.size > 2 * LONGEST_META:
            continue
        if box.role is Role.SUBTITLE and size <= _LONGEST_HEADING:
            return Role.SUBTITLE
        if box.role is Role.METADATA and not box.prose and (stated or line.named):
            return Role.METADATA
    return Role.METADATA if line.named and stated else None


def _is_item(line: Line) -> bool:
    """Whether a line is an item of a list of several, each of a few lines: not a page laid out as a list."""
    item = next((box for box in (line.box, line.box.parent) if box is not None and box.tag == "li"), None)
    return item is not None and item.lines <= 3 and item.parent is not None and item.parent.items >= 2
