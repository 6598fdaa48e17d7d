"""What a line's neighbours tell of it: captions in a row, menus, lists of links, imprints, window titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Kind, Verdict, first_prose
from build_scripts.clean.captions import is_credit, may_be_caption, names_positions
from build_scripts.clean.chinese import comparable, ends_sentence
from build_scripts.clean.interview import settle_speakers
from build_scripts.clean.official import settle_official
from build_scripts.clean.page_edges import drop_adverts, drop_page_names
from build_scripts.clean.rules import furniture
from build_scripts.clean.rules.link_list import drop_lists
from build_scripts.clean.site_edges import drop_beside
from build_scripts.clean.tables import settle_tables

_HOMES = ("首页", "网站首页", "首頁", "網站首頁")
_LONGEST_LABEL = 8
_FEWEST_LABELS = 4
_LOOSE = (Kind.SHORT, Kind.TEXT, Kind.NUMBER)
# 标题_栏目_站名: what a browser shows as the title of its window.
_WINDOW = re.compile(r"(?P<title>.{4,60}?)\s*[_|｜—–-]{1,2}\s*\S.{1,40}$")
_SITE_NAME = re.compile(
    r"(?:网|網|网站|網站|政府|频道|門戶|门户|客户端|在线|云|号|公众号|日报|局|厅|中心|平台)$"
)

# Lines that are no furniture by their own form, only by what stands around them.
_BY_NEIGHBOURS = 0.9


def by_neighbours(source: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a document with all that their neighbours tell.

    Args:
        source: the text of the document.
        blocks: all its blocks, each of the kind that its own form shows.
    """
    blocks = drop_window_title(drop_menu(caption_neighbours(blocks)))
    blocks = drop_beside(drop_adverts(drop_page_names(drop_lists(source, blocks))))
    return settle_speakers(settle_tables(source, settle_official(blocks)))


def caption_neighbours(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lines directly above a credit are what it credits; so is a line that says who stands where.

    Example:
        校长（右一）和学生们观察向日葵。      caption
        本报记者 文溪 摄                    caption
    """
    result = list(blocks)
    for place in range(len(blocks) - 1, -1, -1):
        block = result[place]
        below = result[place + 1] if place + 1 < len(result) else None
        if block.kind not in (Kind.TEXT, Kind.SHORT) or not may_be_caption(block.text):
            continue
        touches = below is not None and below.kind is Kind.CAPTION and not below.follows_blank
        # Where no blank lines part the paragraphs a line above a caption may be any of them.
        broken = block.kind is Kind.TEXT and not ends_sentence(block.text)
        if (touches and block.follows_blank and not broken) or (
            names_positions(block.text) and below is not None and is_credit(below.text)
        ):
            result[place] = replace(block, kind=Kind.CAPTION)
    return tuple(result)


def drop_menu(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A site's menu of one word a line, above the first paragraph or below the last.

    Known by four lines or more of which most are words of an interface: 首页, 要闻, 走进清江, 互动交流.
    """
    first = first_prose(blocks)
    last = max((n for n, block in enumerate(blocks) if block.kind in PROSE), default=-1)
    result = list(blocks)
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and _may_be_label(blocks[end]):
            end += 1
        outside = end <= first or start > last
        if outside and (_is_menu(blocks[start:end]) or _leads_to_place(blocks, start, end)):
            if end <= first and not _leads_to_place(blocks, start, end):
                end -= _title_lines(blocks[start:end])
            result[start:end] = [b if b.verdict else _furniture(b) for b in blocks[start:end]]
        start = max(end, start + 1)
    return tuple(result)


def _may_be_label(block: Block) -> bool:
    if block.kind is Kind.FURNITURE:
        return len(block.text) <= _LONGEST_LABEL
    return block.kind in _LOOSE and len(block.text) <= _LONGEST_LABEL and not block.text.endswith("。")


def _is_menu(lines: Sequence[Block]) -> bool:
    labels = sum(furniture.is_label(line.text) for line in lines)
    return len(lines) >= _FEWEST_LABELS and labels * 5 >= len(lines) * 3


def _leads_to_place(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether the lines are a menu from 首页 down to 当前位置, whatever its words."""
    below = blocks[end] if end < len(blocks) else None
    return (
        start < end and blocks[start].text in _HOMES and below is not None and furniture.is_place(below.text)
    )


def _title_lines(lines: Sequence[Block]) -> int:
    """How many lines at the end of a menu may be a title: such as no interface has."""
    return next((n for n, line in enumerate(reversed(lines)) if furniture.is_label(line.text)), 0)


def drop_window_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The title of the browser's window (标题_栏目_站名), where the report's title stands by itself too."""
    first = first_prose(blocks)
    result = list(blocks)
    plain = {comparable(block.text) for block in blocks[: first + 1] if block.kind is not Kind.FURNITURE}
    for place, block in enumerate(blocks[:first]):
        parts = _WINDOW.match(block.text) if not block.verdict else None
        if parts and _SITE_NAME.search(block.text) and comparable(parts["title"]) in plain:
            result[place] = _furniture(block)
    return tuple(result)


def _furniture(block: Block) -> Block:
    return replace(
        block, kind=Kind.FURNITURE, verdict=Verdict(furniture.REASON, furniture.CODE, _BY_NEIGHBOURS)
    )
