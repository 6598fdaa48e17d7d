"""Kickers: the name of a column, a series or a campaign, set above the title."""

from __future__ import annotations

import re

_COLUMN = re.compile(
    r"走基层|系列报道|特别报道|深度报道|调查报道|专题报道|报道之[一二三四五六七八九十]|(?:特稿|短评|时评|评论|社论|言论|专栏|专题|专版|人物|(?<![的新])故事|要闻|特写|来信|随笔)$|[\u4e00-\u9fff][①-⑳]$"
    r"|^(?:聚焦|关注|走进|走转改|直击)[^，。]{2,8}$|(?:看|在|谈|话|说)(?:一线|民生|变化|行动|基层|发展)$|(?:进行时|大家谈|一线行|看一线|在行动)$|^(?:记者|一线|基层|本报|新闻)[^，。]{0,4}(?:调查|观察|见闻|手记|蹲点|一线|视点|聚焦)$"
)
# What campaigns call themselves: 高质量发展调研行, ……实践活动, 奋进新征程 建功新时代.
_CAMPAIGN = re.compile(
    r"(?:调研|采访|万里|基层|媒体|巡礼|发展|振兴)行$|(?:主题|实践|教育|宣传|宣讲|系列|专项|创建|采访)活动$|主题教育$|大讨论$"
    r"|(?:奋进|迈进|逐梦|启航|建功)[^，。]{0,4}(?:新征程|新时代|“十[三四五六]五”)"
)
# A campaign's slogan: it says what is done everywhere, with no one who does it.
_SLOGAN = re.compile(
    r"^(?:深入|扎实|全面|大力|持续|纵深|着力|全力)(?:学习|贯彻|推进|推动|开展|实施|落实)[^，。：]{4,}$"
)
_LONGEST = 16


def is_kicker(text: str) -> bool:
    """Whether a line above a title is by its form the name of a column or a campaign, or its slogan.

    Example:
        >>> is_kicker("新春走基层"), is_kicker("高质量发展调研行"), is_kicker("村里来了球队")
        (True, True, False)
    """
    forms = (_COLUMN, _CAMPAIGN, _SLOGAN)
    return len(text) <= _LONGEST and any(form.search(text) for form in forms)
