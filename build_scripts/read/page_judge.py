"""What the markup of a page says of each of its lines: title, heading, caption …, or outside the report.

Evidence is added up over the whole page: where its prose lies, which line the page itself calls its title,
which lines are nothing but links. Nothing that holds the title or half of the prose is outside; what is
only probably outside is said with less than :data:`SURE`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from build_scripts.model import Role
from build_scripts.read.boxes import Box
from build_scripts.read.page_facts import key
from build_scripts.read.page_lines import Line

SURE = 0.9
_PROBABLE = 0.75
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE = re.compile(r"[。！？；]")
_LABELLED = re.compile(
    r"(?:来源|來源|稿源|作者|记者|通讯员|编辑|編輯|责编|审核|校对|供稿|(?:发布|发表)?(?:时间|日期))\s*[:：|]"
)
_DATED = re.compile(r"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}")
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|svg)\b|^https?:|[\\/]", re.IGNORECASE)
_PICTURE_WORDS = re.compile(r"微信|图片|圖片|照片|截图|配图|题图|未标题|封面|logo|图|\W|\d|[a-zA-Z_]")
_NO_TITLE = re.compile(r"[。；]|^(?:首页|当前位置|您的位置)")

_LONGEST_TITLE, _LONGEST_HEADING, _LONGEST_META, _LONGEST_CAPTION = 80, 60, 100, 160
_LONGEST_CELL, _MOST_CELL_LINES = 120, 4
_FEWEST_LINKS = 3
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
    heads = _title_lines(shown, titles)
    for place in heads:
        for box in _up(shown[place].box):
            box.titled = True
    outside = _outside(shown, total, heads)
    return [
        Judged(line, True, None, 0, outside[place])
        if place in outside
        else _inside(shown, place, place in heads)
        for place, line in enumerate(shown)
    ]


def _up(box: Box | None) -> Iterator[Box]:
    """A box and those around it, from the inside out."""
    while box is not None:
        yield box
        box = box.parent


def _weigh(lines: Sequence[Line], boxes: Sequence[Box]) -> None:
    """Give each box the characters, lines and prose that it holds."""
    for line in lines:
        line.box.size += len(line.text)
        line.box.lines += 1
        if _SENTENCE.search(line.text) and line.linked < 0.5 and not line.alt:
            line.box.prose += len(_HAN.findall(line.text))
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
    seen = {key(title) for title in titles}
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


def _title_lines(lines: Sequence[Line], titles: Sequence[str]) -> frozenset[int]:
    """The places of the lines that are titles of reports: one a page, or one an ``<article>``."""
    articles = defaultdict(list)
    for place, line in enumerate(lines):
        article = next((box for box in _up(line.box) if box.tag == "article"), None)
        if article is not None and article.prose and not article.outside:
            articles[article].append(place)
    whole = list(range(len(lines)))
    groups = list(articles.values()) if len(articles) > 1 else [whole]
    scores = _title_scores(lines, titles)
    return frozenset(found for group in groups if (found := _best_title(group, scores, lines)) is not None)


def _best_title(group: Sequence[int], scores: Sequence[int], lines: Sequence[Line]) -> int | None:
    """The likeliest title among the lines of a report; nothing where none is likely."""
    best = max(group, key=lambda place: (scores[place], -place), default=None)
    return best if best is not None and scores[best] >= 3 else None


def _title_scores(lines: Sequence[Line], titles: Sequence[str]) -> list[int]:
    """How much each line is the title: by what the page calls itself, by tag, by name, by place."""
    keys = [key(title) for title in titles]
    scores = []
    prose_seen = False
    for line in lines:
        score, here = 0, key(line.text)
        if len(_HAN.findall(line.text)) < 3 or len(line.text) > _LONGEST_TITLE or _NO_TITLE.search(line.text):
            score = -9
        if here in keys:
            score += 5
        elif len(here) >= 6 and any(here in title for title in keys):
            score += 3
        score += max(0, 4 - line.box.level) if line.box.level else 0
        score += 2 if line.box.role is Role.TITLE else 0
        score -= 4 if line.box.outer and line.box.outer.tag != "header" and not line.box.level else 0
        score -= 3 if line.linked > 0.9 and not line.box.level else 0
        score -= 3 if line.alt or line.note or line.row else 0
        score -= 2 if prose_seen else 0
        scores.append(score)
        prose_seen = prose_seen or bool(
            _SENTENCE.search(line.text) and line.linked < 0.5 and len(line.text) > 30
        )
    return scores


def _outside(lines: Sequence[Line], total: int, heads: frozenset[int]) -> dict[int, float]:
    """The places of lines outside the report, each with how sure that is."""
    found: dict[int, float] = {}
    main = _main_box(lines, total)
    for place, line in enumerate(lines):
        if line.note:
            found[place] = SURE
        elif (sure := _named_outside(line, total)) and not _signs_report(line, main):
            found[place] = sure
    for run in _link_runs(lines):
        found.update({place: SURE for place in run if place not in heads})
    if heads and main is not None:
        found = {**dict(_around(lines, main, heads, found)), **found}
    return {place: sure for place, sure in found.items() if place not in heads}


def _named_outside(line: Line, total: int) -> float:
    """How sure tags, roles and names put a line outside: those count that hold not the report itself."""
    sure = 0.0
    box = line.box.outer
    while box is not None:
        if not box.titled and 2 * box.prose <= total:
            sure = max(sure, box.outside)
        box = box.parent.outer if box.parent else None
    return sure


def _signs_report(line: Line, main: Box | None) -> bool:
    """Whether a line in an outside part of the report's own box states its source or editor."""
    if len(line.text) > _LONGEST_META or line.linked > 0.5 or not _LABELLED.search(line.text):
        return False
    return main is not None and any(box is main or (box.titled and box.prose) for box in _up(line.box))


def _link_runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of lines that are nothing but links: menus, lists of other reports; or many links in one line."""
    places = range(len(lines))
    for linked, run in groupby(places, key=lambda place: _only_links(lines[place])):
        group = list(run)
        if linked and sum(max(1, lines[place].links) for place in group) >= _FEWEST_LINKS:
            yield group


def _only_links(line: Line) -> bool:
    """Whether hardly anything but links stands in a line, but for dates, figures and marks."""
    if not line.links or line.alt or line.row:
        return False
    rest = len(_HAN.findall(line.text)) * (1 - line.linked)
    return line.linked >= 0.5 and rest <= 2


def _main_box(lines: Sequence[Line], total: int) -> Box | None:
    """The innermost box of several lines that holds four fifths of the prose, if the page has any."""
    if not total:
        return None
    best: Box | None = None
    for line in lines:
        for box in _up(line.box):
            if 5 * box.prose >= 4 * total:
                if best is None or box.prose > best.prose:
                    best = box
                break
    while best is not None and best.lines < 2 and best.parent is not None:
        best = best.parent
    return best


def _around(
    lines: Sequence[Line], main: Box, heads: frozenset[int], found: dict[int, float]
) -> Iterator[tuple[int, float]]:
    """Lines above the title and below the text that are probably the site's: no prose, no source, no date."""
    first = min(heads)
    near = lines[first].box.parent
    last = max((n for n, line in enumerate(lines) if any(box is main for box in _up(line.box))), default=0)
    for place, line in enumerate(lines):
        if first <= place <= last or place in found:
            continue
        prose = _SENTENCE.search(line.text) and len(_HAN.findall(line.text)) > 12 and line.linked < 0.5
        report = line.box.level or line.box.role in (Role.SUBTITLE, Role.CAPTION) or line.row or line.alt
        stated = _LABELLED.search(line.text) or _DATED.search(line.text)
        beside = place < first and near is not None and near.tag != "page" and line.box.parent is near
        if not (prose or report or stated or beside) or line.linked > 0.9:
            yield place, SURE if line.linked > 0.5 else _PROBABLE


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
        return Judged(line, True, Role.PARAGRAPH)
    if box.level and size <= _LONGEST_HEADING and not line.text.endswith(("。", "；")):
        return Judged(line, True, Role.HEADING, box.level)
    if _is_caption(line):
        return Judged(line, True, Role.CAPTION, 0, SURE)
    if named := _by_name(line):
        return Judged(line, True, named, 0, SURE)
    if _is_item(line):
        return Judged(line, True, Role.LIST_ITEM)
    ended = place + 1 >= len(lines) or lines[place + 1].gap
    if line.bold and size <= _LONGEST_HEADING and line.gap and ended and not _SENTENCE.search(line.text):
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
    if size > _LONGEST_META or _SENTENCE.search(line.text):
        return None
    for box in (line.box, line.box.parent):
        if box is not None and not box.prose and box.size <= 2 * _LONGEST_META:
            if box.role is Role.SUBTITLE and size <= _LONGEST_HEADING:
                return Role.SUBTITLE
            if box.role is Role.METADATA and (
                _DATED.search(line.text) or _LABELLED.search(line.text) or line.named
            ):
                return Role.METADATA
    return Role.METADATA if line.named and (_DATED.search(line.text) or _LABELLED.search(line.text)) else None


def _is_item(line: Line) -> bool:
    """Whether a line is an item of a list of several, each of a few lines: not a page laid out as a list."""
    item = next((box for box in (line.box, line.box.parent) if box is not None and box.tag == "li"), None)
    return item is not None and item.lines <= 3 and item.parent is not None and item.parent.items >= 2
