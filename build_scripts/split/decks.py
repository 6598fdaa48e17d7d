"""Decks: the lines under or over a title that say what, where and when (——云溪县农村供水三年行动综述)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import Block, Kind

_DECK_END = re.compile(
    r"(?:纪实|回眸|综述|侧记|纪略|掠影|巡礼|报道|速写|扫描|调查|观察|见闻|探访|述评|记事|写真|透视|启示|报告|小记|回顾|展望|聚焦"
    r"|紀實|綜述|側記|紀略|巡禮|報道|報導|速寫|掃描|調查|觀察|見聞|探訪|述評|記事|寫真|透視|啟示|報告|小記|回顧)[》”]?$"
)
_PERIOD = re.compile(r"\d{4}年|近\S年|“十[一二三四五六]五”|五年来|一年来")
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,6}(?:[省市县縣区區州镇鎮]|[乡鄉](?![村鎮镇])|(?<![乡鄉农農山])村"
    r"|中心|集团|集團|公司|学校|學校|医院|醫院)"
)
# The name of a column or series above the title: 新春走基层, ……系列报道之七, 短评.
_KICKER = re.compile(
    r"走基层|系列报道|特别报道|深度报道|调查报道|专题报道|报道之[一二三四五六七八九十]|(?:特稿|短评|时评|评论|社论|言论|专栏|专题|专版|人物|(?<![的新])故事|要闻|特写|来信|随笔)$|[\u4e00-\u9fff][①-⑳]$"
    r"|^(?:深入|全面)(?:推进|实施|贯彻|学习)[^，。]{2,12}$|^(?:聚焦|关注|走进|走转改|直击)[^，。]{2,8}$|(?:看|在|谈|话|说)(?:一线|民生|变化|行动|基层|发展)$|(?:进行时|大家谈|一线行|看一线|在行动)$|^(?:记者|一线|基层|本报|新闻)[^，。]{0,4}(?:调查|观察|见闻|手记|蹲点|一线|视点|聚焦)$"
)
_LONGEST_KICKER = 16
DECKLIKE = 3
"""The weight of a line that is a deck rather than a title (see :func:`deckness`)."""


def reads_like_deck(text: str) -> bool:
    """Whether a line ends as decks do: ……纪实, ……回眸, ……建设."""
    return bool(_DECK_END.search(text))


def deckness(text: str, body: str) -> int:
    """How much a line reads like a deck (what, where, when) rather than a headline (a slogan): 0 to 9."""
    weight = DECKLIKE if _DECK_END.search(text) else 0
    weight += 4 if len(text) <= _LONGEST_KICKER and _KICKER.search(text) else 0
    weight += 1 if _PERIOD.search(text) else 0
    weight += 1 if _PLACE.search(text) or _subject_in(text, body) else 0
    return weight


def _subject_in(text: str, body: str) -> bool:
    """Whether the line begins with the name that the body keeps naming as its place (涟源 … 涟源市)."""
    head = text[:2]
    return len(head) == 2 and sum(body.count(head + suffix) for suffix in "省市县区州镇乡") >= 2


def whole_decks(decks: Sequence[Block]) -> tuple[Block, ...]:
    """The decks, one set in two lines made whole: ——云溪县农村供水 and right below it 三年行动综述."""
    made: list[Block] = []
    for block in decks:
        first = made[-1] if made else None
        if first is not None and _second_half(first, block):
            text, spans = first.text + block.text, first.spans + block.spans
            made[-1] = replace(first, text=text, spans=spans, repairs=first.repairs + block.repairs)
        else:
            made.append(block)
    return tuple(made)


def _second_half(first: Block, block: Block) -> bool:
    """Whether ``block`` ends the deck that a dash begins and that does not end as decks do."""
    if first.kind is not Kind.DECK or block.kind is not Kind.SHORT or block.follows_blank or block.begins:
        return False
    unsaid = first.role is None and block.role is None and block.line == first.line + 1
    return unsaid and not reads_like_deck(first.text) and reads_like_deck(block.text)
