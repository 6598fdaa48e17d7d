"""Decks: the lines under or over a title that say what, where and when (——云溪县农村供水三年行动综述)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import Block, Kind
from build_scripts.clean.kickers import is_kicker

_DECK_END = re.compile(
    r"(?:纪实|回眸|综述|侧记|纪略|掠影|巡礼|报道|速写|扫描|调查|观察|见闻|探访|述评|记事|写真|透视|启示|报告|小记|回顾|展望|聚焦"
    r"|解答|问答|答记者问|思考|纪事|剪影"
    r"|紀實|綜述|側記|紀略|巡禮|報道|報導|速寫|掃描|調查|觀察|見聞|探訪|述評|記事|寫真|透視|啟示|報告|小記|回顧)[》”]?$"
)
# 记治沙人……, 访特殊教育教师……: who is told of.
_DECK_START = re.compile(r"^(?:记(?!者|住|得)|访(?!问|谈)|写在|来自)[^，。：！？]{4,}$")
_PERIOD = re.compile(r"\d{4}年|近\S年|“十[一二三四五六]五”|五年来|一年来")
# 三省 and 全县 name no place, 山村 and 乡村 none either.
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,6}(?<![一二三四五六七八九十两几各全本我邻])"
    r"(?:[省市县縣区區州镇鎮]|[乡鄉](?![村鎮镇])|(?<![乡鄉农農山])村|中心|集团|集團|公司|学校|學校|医院|醫院)"
)
DECKLIKE = 3
"""From this weight on a line is a deck rather than a title (see :func:`deckness`)."""

# A kicker is less of a title than any line that is like a deck in every way.
_KICKERLIKE = 6


def reads_like_deck(text: str) -> bool:
    """Whether a line begins or ends as decks do: 记……, ……纪实, ……回眸."""
    return bool(_DECK_START.match(text) or _DECK_END.search(text))


def deckness(text: str, body: str) -> int:
    """How much a line reads like a deck (what, where, when) rather than a headline (a slogan): 0 to 11."""
    weight = DECKLIKE * reads_like_deck(text) + _KICKERLIKE * is_kicker(text)
    return weight + bool(_PERIOD.search(text)) + bool(_PLACE.search(text) or _subject_in(text, body))


def _subject_in(text: str, body: str) -> bool:
    """Whether the line begins with the name that the body keeps naming as its place (云溪 … 云溪县)."""
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
