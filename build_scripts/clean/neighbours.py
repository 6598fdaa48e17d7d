"""What a line's neighbours tell of it: captions in a row, and lists of links below their head."""

from __future__ import annotations

import re
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Kind, Verdict, first_prose
from build_scripts.clean.captions import is_credit, may_be_caption, names_positions
from build_scripts.clean.rules import furniture

# A paragraph that goes on after a list of links is longer than any link's title.
_SHORTEST_PROSE = 60
_HOMES = ("首页", "网站首页", "首頁")
_PLACE = re.compile(r"(?:当前|您的|您现在的|所在)位置")
_LONGEST_MENU = 6
_LOOSE = (Kind.SHORT, Kind.TEXT, Kind.ITEM, Kind.META, Kind.CAPTION)


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
        if (touches and block.follows_blank) or (
            names_positions(block.text) and below is not None and is_credit(below.text)
        ):
            result[place] = replace(block, kind=Kind.CAPTION)
    return tuple(result)


def drop_menu(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A site's menu of one word a line, from 首页 down to 当前位置, above the first paragraph."""
    first = first_prose(blocks)
    start = next((n for n in range(first) if blocks[n].text in _HOMES), None)
    end = next((n for n in range(first) if _PLACE.match(blocks[n].text)), None)
    if (
        start is None
        or end is None
        or end < start
        or not all(len(b.text) <= _LONGEST_MENU for b in blocks[start:end])
    ):
        return blocks
    verdict = Verdict(furniture.REASON, furniture.CODE)
    menu = (replace(b, kind=Kind.FURNITURE, verdict=verdict) for b in blocks[start:end])
    return (*blocks[:start], *menu, *blocks[end:])


def drop_lists(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Below 相关阅读 or 网友评论 the lines up to the next real paragraph go with their head."""
    result = list(blocks)
    listing = False
    for place, block in enumerate(blocks):
        if block.kind is Kind.FURNITURE and furniture.opens_list(block.text):
            listing = True
        elif listing and (block.kind not in _LOOSE or _is_prose(block)):
            listing = block.kind is Kind.FURNITURE
        elif listing:
            verdict = Verdict(furniture.REASON, furniture.CODE)
            result[place] = replace(block, kind=Kind.FURNITURE, verdict=verdict)
    return tuple(result)


def _is_prose(block: Block) -> bool:
    return block.kind in PROSE and len(block.text) >= _SHORTEST_PROSE
