"""Interviews: what a person says after a name and a colon is a paragraph, however short."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from build_scripts.clean.blocks import Block, Kind

_SPEAKER = re.compile(r"([^\s：，。？！“”（）《》]{1,8}(?:（[^）]{1,12}）)?)\s*：(?=.)")
_ASKS = re.compile(
    r"(?:本报|本刊|本网|融媒)?(?:记者|記者|主持人|采访者|编者|网友|网民|听众|观众|读者|问|問|答|Q\d{0,2}|A\d{0,2}|问题?[一二三四五六七八九十\d]+|[一-龥]{2,4}(?:日报|晚报|周刊|新闻网|[报刊网]))$"
)
_SHORT = (Kind.SHORT, Kind.HEADING)


def settle_speakers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with questions and answers of an interview as paragraphs.

    A line is one if a role of interviews speaks (记者：这笔账怎么算？), or somebody who speaks in the same
    document at least twice, beside such a role. 清江：小茶叶办成大产业 is a title.
    """
    speakers = [_speaker(block) for block in blocks]
    asked = sum(bool(_ASKS.match(name)) for name in speakers if name)
    times = Counter(name for name in speakers if name)
    result = list(blocks)
    for place, (block, name) in enumerate(zip(blocks, speakers, strict=True)):
        if not name or block.kind not in _SHORT or block.level or block.number:
            continue
        if (_ASKS.match(name) and asked >= 2) or (asked >= 2 and times[name] >= 2):
            result[place] = replace(block, kind=Kind.TEXT)
    return tuple(result)


def _speaker(block: Block) -> str:
    """Who speaks in a line, by its form; empty where nobody does."""
    if block.kind not in (*_SHORT, Kind.TEXT) or not (match := _SPEAKER.match(block.text)):
        return ""
    return match.group(1)
