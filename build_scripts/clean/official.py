"""Official papers: titles in several lines, signatures with their date, annexes, attached papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Kind, first_prose
from build_scripts.clean.chinese import comparable
from build_scripts.clean.kickers import is_kicker
from build_scripts.clean.official_lines import (
    is_addressee,
    is_date_line,
    is_document_number,
    is_office,
    is_signatory,
)

_SORTS = (
    "通知|通报|通告|公告|公报|报告|请示|批复|意见|决定|决议|命令|令|函|复函|纪要|议案|建议|答复"
    "|答复函|办法|规定|规则|细则|条例|方案|计划|规划|说明|通函|指导意见|实施意见|若干意见|补充通知"
    "|紧急通知|情况汇报|汇报|提示|倡议书|公开信|解读|公示|的函|措施"
)
_FORMULA = re.compile(
    rf"[^。！？；：]{{0,60}}(?:关于|印发|转发|批转)[^。！？；]{{2,110}}?(?:{_SORTS})(?:（[^）]{{1,20}}）)?$"
)
_BARE_FORMULA = re.compile(
    r"(?P<office>[^。！？；：，]{4,30}?)(?:第\d+号)?(?P<sort>令|公告|通告|通知|决定|通报|命令|通令)(?:（第?[^）]{1,16}）)?$"
)
_VERSION = re.compile(
    r"（(?:试行|暂行|征求意见稿|草案|草案[^）]{1,6}|修订稿?|送审稿|讨论稿|审议稿|节选|摘要|摘编|(?:\d{4}年)?(?:版|修订版|修正)|\d{4}[—-]\d{4}年?)）$"
)
_OPEN = re.compile(r"(?:关于|印发|转发|的|、|和|及|与|《[^》]*)$")
_LONGEST_TITLE, _LONGEST_LINE, _MOST_LINES = 130, 60, 4

_ANNEX = re.compile(r"附\s?件\s*：\s*\S")
# What stands behind the number of the first annex, and so behind the others: 附件：1．
_ANNEX_STOP = re.compile(r"附\s?件\s*：\s*1\s*([.．、])")
_ANNEX_MARK = re.compile(r"附(?:件|表|录)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*：?$")
_SKIPPED = (Kind.FURNITURE, Kind.PLACEHOLDER)
_LINES = (Kind.SHORT, Kind.HEADING)
# Characters of an attached paper's title that the title above must have.
_NAMED = 6


def settle_official(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a document with the parts of an official paper as what they are."""
    return _attached(_annexes(_signatures(unite_titles(blocks))))


def unite_titles(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """An official title as one block, marked as a title, be it set in one line or in up to four.

    Its formula says where it ends: 云溪县人民政府办公室 / 关于印发《…》的 / 通知. It stands above the first
    paragraph, above an addressee, or beside a document number.
    """
    result: list[Block] = []
    place = 0
    first = next((n for n, b in enumerate(blocks) if b.kind in PROSE and not _may_be_line(b)), len(blocks))
    while place < len(blocks):
        size = _title_size(blocks, place)
        if size > 1 and is_kicker(blocks[place].text) and _title_size(blocks, place + 1):
            size = 0
        if size and (place < first or _beside_official(blocks, place, place + size)):
            result.append(_united(blocks[place : place + size]))
            place += size
        else:
            result.append(blocks[place])
            place += 1
    return tuple(result)


def _may_be_line(block: Block) -> bool:
    """Whether a block can be a line of such a title: nothing ends in it."""
    if block.kind not in (*_LINES, Kind.TEXT) or block.number or len(block.text) > _LONGEST_TITLE:
        return False
    return not re.search(r"[。！？；：]", block.text)


def _title_size(blocks: Sequence[Block], place: int) -> int:
    """How many lines from ``place`` on are one official title; 0 where none begins."""
    text = ""
    for size, block in enumerate(blocks[place : place + _MOST_LINES], start=1):
        if not _may_be_line(block) or block.apart or block.half or (size > 1 and block.starts):
            return 0
        if size > 1 and block.level and block.level != blocks[place].level:
            return 0
        text += "".join(block.text.split())
        if len(text) > _LONGEST_TITLE:
            return 0
        if _is_title(text, size):
            version = blocks[place + size] if place + size < len(blocks) else None
            return size + bool(version and _VERSION.match(version.text))
    return 0


def _is_title(text: str, lines: int) -> bool:
    if text.count("《") != text.count("》") or _OPEN.search(text):
        return False
    if _FORMULA.match(text):
        return True
    bare = _BARE_FORMULA.match(text)
    return lines > 1 and bool(bare) and is_office(bare["office"])  # type: ignore[index]


def _beside_official(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether an addressee or a document number stands below, or such a number above."""
    under = [b for b in blocks[end : end + 3] if b.kind not in _SKIPPED][:2]
    over = next((b for b in reversed(blocks[max(0, start - 2) : start]) if b.kind not in _SKIPPED), None)
    numbered = any(is_document_number(b.text) for b in ([*under[:1], over] if over else under[:1]))
    return numbered or any(is_addressee(b.text) for b in under)


def _united(lines: Sequence[Block]) -> Block:
    """The lines as one, without a space: a line end may stand within a word."""
    return replace(
        lines[0],
        kind=Kind.HEADING,
        level=1,
        text="".join(_closed(line.text) for line in lines),
        spans=tuple(span for line in lines for span in line.spans),
        repairs=tuple(repair for line in lines for repair in line.repairs),
    )


def _closed(line: str) -> str:
    """A line of a title; one that is nothing but the sort of paper, spaced out, closed up: 报 告."""
    word = "".join(line.split())
    return word if re.fullmatch(_SORTS, word) else line


def _signatures(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Offices and officers that sign, directly above a date, as metadata, and the date with them."""
    result = list(blocks)
    first = first_prose(blocks)
    for place, block in enumerate(blocks):
        if not is_date_line(block.text) or block.kind in _SKIPPED:
            continue
        start = place
        while (
            start
            and blocks[start - 1].kind in (*_LINES, Kind.META, Kind.BYLINE)
            and _signs(blocks[start - 1])
        ):
            start -= 1
        titled = any(b.kind in (*_LINES, Kind.DECK) for b in blocks[:start])
        if start < place and (_ends_paper(blocks, place) if start > first else titled):
            result[start : place + 1] = [
                replace(b, kind=Kind.META, number=None) for b in blocks[start : place + 1]
            ]
    return tuple(result)


def _signs(block: Block) -> bool:
    return not block.level and (is_office(block.text) or is_signatory(block.text))


def _ends_paper(blocks: Sequence[Block], place: int) -> bool:
    """Whether a date below the first paragraph ends a paper: no paragraph goes on directly below it.

    A short office and a date with prose below may be title and date of the next report.
    """
    following = next((b for b in blocks[place + 1 : place + 6] if b.kind not in _SKIPPED), None)
    if following is None or following.kind not in (*PROSE, Kind.BYLINE):
        return True
    return bool(_ANNEX.match(following.text)) or is_addressee(following.text)


def _annexes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The list of annexes (附件：1.… and the numbered lines below it) as list items, 附件1 as a heading."""
    result = list(blocks)
    listing, stop = 0, None
    for place, block in enumerate(blocks):
        if block.kind in _SKIPPED:
            continue
        if _ANNEX.match(block.text) and block.kind in (*_LINES, *PROSE) and len(block.text) <= _LONGEST_LINE:
            result[place] = replace(block, kind=Kind.ITEM)
            listing, stop = 1, _ANNEX_STOP.search(block.text)
        elif (
            listing
            and block.number
            and block.number.value == listing + 1
            and block.kind in (*_LINES, Kind.ITEM)
        ):
            listing += 1
            # A number that was read off as a section's belongs to the text of an item.
            bare = block.kind is not Kind.ITEM
            mark = f"{listing}{stop[1] if stop else '.'}" if bare else ""
            result[place] = replace(block, kind=Kind.ITEM, number=None, text=mark + block.text)
        else:
            listing = 0
            if block.kind is Kind.SHORT and _ANNEX_MARK.match(block.text):
                result[place] = replace(block, kind=Kind.HEADING, level=2)
    return tuple(result)


def _attached(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The title of an attached paper as a heading: a line below 附件1, or one that the title above names."""
    result = list(blocks)
    titles = {comparable(b.text) for b in blocks if b.kind is Kind.HEADING and b.level == 1}
    parts = {title[n : n + _NAMED] for title in titles for n in range(len(title) - _NAMED + 1)}
    for place in range(1, len(blocks)):
        block = result[place]
        if block.kind is not Kind.SHORT and not (block.kind is Kind.HEADING and block.level == 1):
            continue
        over = next((b for b in reversed(result[max(0, place - 3) : place]) if b.kind not in _SKIPPED), None)
        if over is None or not (_ANNEX_MARK.match(over.text) or over.kind is Kind.META):
            continue
        name = comparable(block.text)
        named = name[:_NAMED] in parts and any(name in title and name != title for title in titles)
        if named or _ANNEX_MARK.match(over.text):
            result[place] = replace(block, kind=Kind.HEADING, level=2)
    return tuple(result)


def standing_signatures(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of signatures, with the dates and remarks below them, that stay where they are.

    A paper is attached below them.
    """
    last = max((n for n, b in enumerate(blocks) if b.kind in PROSE), default=-1)
    found: set[int] = set()
    for place in range(first_prose(blocks) + 1, last):
        block = blocks[place]
        if block.kind is Kind.META and (_signs(block) or place - 1 in found):
            found.add(place)
    return frozenset(found)
