"""What a newspaper prints beside its reports: the names of its pages, small advertisements."""

from __future__ import annotations

import re
from dataclasses import replace

from build_scripts.clean.blocks import Block, Kind, Verdict
from build_scripts.clean.rules import page_furniture

_PAGE_NAME = re.compile(
    r"(?:头版|一版|二版|要闻|时政|综合|综合新闻|本省新闻|市州新闻|县域新闻|国内新闻|国际新闻|社会新闻|经济新闻|理论|评论|副刊|专题|专版|广告)"
    r"(?:版|[·/／][\u4e00-\u9fff]{2,4})?"
)
_ADVERT = re.compile(r"[·•\[【（(]?\s*(?:公益)?[广廣]\s*告\s*[·•\]】）)]?")
_CALLED = re.compile(
    r"(?:热线|电话|咨询|手机|微信)\s*[:：]?\s*[\d-]{7,}|\d{3,4}-\d{7,8}|(?<!\d)1\d{10}(?!\d)"
)
# Lines of a small advertisement.
_MOST_ADVERTISED = 5
# They are no furniture by their own form, only by what stands around them.
_BY_NEIGHBOURS = 0.9


def drop_page_names(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The name of a newspaper's page (头版, 要闻) at the very top or beside its running head."""
    result = list(blocks)
    for place, block in enumerate(blocks):
        beside = [blocks[n] for n in (place - 1, place + 1) if 0 <= n < len(blocks)]
        headed = any(b.verdict is not None and b.verdict.code == page_furniture.CODE for b in beside)
        if block.kind is Kind.SHORT and (place == 0 or headed) and _PAGE_NAME.fullmatch(block.text):
            result[place] = _page_furniture(block)
    return tuple(result)


def drop_adverts(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The line 广告 and what it advertises directly below: no sentences, and a number to call."""
    result = list(blocks)
    for place, block in enumerate(blocks):
        if block.kind not in (Kind.SHORT, Kind.HEADING) or not _ADVERT.fullmatch(block.text):
            continue
        end = place + 1
        while end < min(len(blocks), place + 1 + _MOST_ADVERTISED) and not blocks[end].follows_blank:
            end += 1
        below = blocks[place + 1 : end]
        called = any(_CALLED.search(b.text) for b in below) and not any("。" in b.text for b in below)
        for n in range(place, end if called else place + 1):
            result[n] = _page_furniture(blocks[n])
    return tuple(result)


def _page_furniture(block: Block) -> Block:
    verdict = Verdict(page_furniture.REASON, page_furniture.CODE, _BY_NEIGHBOURS)
    return replace(block, kind=Kind.FURNITURE, verdict=verdict)
