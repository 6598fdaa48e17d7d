"""Captions: recognised by their credit, their label, or the placeholder before them."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"(?:^|[\s　。）)，,])(?:[（(]?\s*)(?:本报|特约|见习)?(?:记者|通讯员|摄影|图片)?[\s:：/／]*"
    r"[\u4e00-\u9fff·]{1,4}(?:[\s　、]+[\u4e00-\u9fff·]{1,4}){0,4}[\s　]*"
    r"(?:摄影报道|摄影|摄制|[摄攝]|供图|供圖|图)\s*[）)]?\s*[。]?$"
)
_SUPPLIED = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:供图|供圖|提供图片|资料图片?|资料照片?|摄影报道)\s*[）)]?\s*[。]?$"
)
_LABEL = re.compile(
    r"[（(](?:图|圖)\s*[0-9０-９一二三四五六七八九十①-⑩]{1,3}[)）](?![，。、；：！？,.;])\s*"
    r"|(?:图|圖)\s*[0-9０-９一二三四五六七八九十①-⑩]{1,3}\s*[\s:：.、．]?|表\s*[0-9０-９]{1,3}\s*[\s:：]|[▲△▼↑↓←→]\s*|(?:图|圖)[为為注片][:：]?|图片说明\s*[:：]?"
    r"|[\[（(【]\s*(?:图片|照片|配图)\s*[:：]"
    r"|[上下左右]图[:：为]?|(?:资料|题)图[:：]|(?:摄影|图片来源|图片|供图)\s*[:：/／]\s*"
)
_BRACKETED = re.compile(
    r"[（(]\s*(?:资料图片?|资料照片|视频截图|人民视觉|图片由.{2,20}提供|图片来源.{0,20}|图源.{0,20}|本版.{0,6}图片.{0,20}|.{2,10}[摄攝])\s*[）)]\s*[。]?$"
)
_SOURCE = re.compile(
    r"(?:.{2,10}[摄攝]\s*[（(].{2,10}[）)]|新华社发\s*[（(].{2,12}[摄攝][）)]|人民视觉|资料照片|资料图片?|图源\s*[:：].{1,16}"
    r"|(?:摄影|图)\s*[/／]\s*[\u4e00-\u9fff]{2,4}|通讯员\s*供图)$"
)
# Every credit has one of these: whoever took the picture, the picture itself, or 人民视觉, 资料照片.
_CREDIT_SIGN = re.compile(r"[摄攝图圖视照]")
_POSITION = re.compile(r"[（(](?:左|右|前|后|中|前排|后排)[一二三四五六中左右]*[）)]")
_SPACED = re.compile(r"[\s　][\u4e00-\u9fff·]{2,4}[\s　/／]*(?:文[/／])?图\s*[）)]?$")
_CLAUSES = re.compile("[。，]")
_WORD_RESTS = "书纸谋案表形像斯腾"
_LONGEST_LABELLED = 160
_LONGEST_CREDITED = 120
_LONGEST_AFTER_PICTURE = 80
# Characters of a caption of two sentences: the picture, and who took it or what it is worth.
_LONGEST_SENTENCES = 36


def is_caption(text: str) -> bool:
    """Whether a line is a caption by its own form.

    Example:
        >>> is_caption("村民在茶园采摘春茶。 文溪 摄"), is_caption("图2 新建的村级服务中心")
        (True, True)
        >>> is_caption("他们绘制了一张作战图，挂在墙上。")
        False
    """
    if len(text) <= _LONGEST_LABELLED and (match := _LABEL.match(text)):
        rest = text[match.end() :]
        # 图书馆、图为 … : a label must be followed by something that is no continuation of its word.
        return bool(rest) and rest[0] not in _WORD_RESTS
    if len(text) > _LONGEST_CREDITED or not _CREDIT_SIGN.search(text):
        return False
    if _BRACKETED.search(text) or _SOURCE.fullmatch(text) or _SUPPLIED.search(text):
        return True
    credited = _CREDIT.search(text) and (not text.endswith("图") or text.endswith(("供图", "制图")))
    return bool(credited or _spaced_credit(text))


def _spaced_credit(text: str) -> bool:
    """A credit set off by white space: ``…… 文溪 图``, ``…… 文溪 文／图``."""
    return "图" in text and bool(_SPACED.search(text))


def is_credit(text: str) -> bool:
    """Whether a line is nothing but a credit, so that the picture's description stands above it."""
    return len(text) <= 24 and is_caption(text) and not _CLAUSES.search(text.rstrip("。"))


def names_positions(text: str) -> bool:
    """Whether a line says who stands where in a picture: （右一）, （前排左二）."""
    return len(text) <= _LONGEST_CREDITED and bool(_POSITION.search(text))


def may_be_caption(text: str) -> bool:
    """Whether a line directly after a picture's placeholder can be its caption: not too long.

    More than one sentence may only be brief ones.
    """
    sentences = text.count("。") + text.count("！") + text.count("？")
    return len(text) <= (_LONGEST_AFTER_PICTURE if sentences <= 1 else _LONGEST_SENTENCES)
