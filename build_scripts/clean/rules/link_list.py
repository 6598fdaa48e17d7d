"""Link list: titles of other reports below 相关阅读, 往期推荐, 热点排行; comments below 网友评论.

Example:
    往期推荐                                removed, and what follows it
    清江人注意！这条路下周起封闭施工            removed
    【相关新闻】清江秋茶开采                  removed: head and title in one line
    【相关链接】                            kept as a heading where an explanation in prose follows, with or
                                          without one line above it that says what is explained

The list ends at the next paragraph (a line that ends its sentence with 。), at editors and sources, and
before the head of another report. Unmarked lines of a list inside a report are removed but reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Block, Kind, Verdict, below
from build_scripts.clean.official_lines import is_office
from build_scripts.clean.rules.invisible import visible
from build_scripts.clean.script import simplified
from build_scripts.offsets import text_of

CODE = "C038"
REASON = "related"

_KIND = (
    r"(?:阅读|链接|连结|新闻|文章|资讯|推荐|报道|报导|内容|专题"
    r"|图文|视频|回顾|消息|信息|稿件|精选|主题|排行榜?|榜单|热文|好文)"
)
_OPENING = r"[【\[［▶►◆●■★☆>＞▎▍\s#*丨|]*"
_CLOSING = r"\s*[】\]］]?\s*(?:[>＞»]+|[↓▼👇⬇]+)?\s*(?:[（(].{0,12}[）)])?\s*"
_LIST = (
    r"(?:本?(?:相关|延伸|拓展|扩展|推荐|热门|最新|更多|精彩|精选|往期|近期|前期|周|一周|今日|昨日|编辑|小编|为您|栏目|频道|类|同类|热点|点击|阅读|浏览|人气|图片|视频|新闻)(?:精彩|热门|相关|最新|图文|新闻|点击|阅读|热点)?"
    + _KIND
    + r")"
)
_OTHER = (
    r"(?:(?:24|48|72)小时.{0,4}(?:热|排行|新闻)\S{0,4}|热榜|热搜榜?|风云榜|猜你(?:喜欢|感兴趣)|猜您喜欢|大家(?:都|还)在(?:看|搜|读)|(?:网友|大家|其他人|看过本文的人)?还?(?:看了|看过|喜欢)又?看?了?(?:什么)?"
    r"|喜欢此内容的人还喜欢|你可能(?:还|也)?(?:喜欢|感兴趣|错过).{0,6}|您可能(?:还|也)?(?:喜欢|感兴趣).{0,6}|你可能还想看|友情链接|友站连结|同系列文章|相关文档|相关附件|排行榜?)"
)
_COMMENTS = (
    r"(?:(?:网友|热门|最新|精彩|全部|精选|网民|读者)(?:评论|留言|跟[贴帖]|热评)"
    r"|评论区|留言区|热评)"
)
_HEAD = re.compile(rf"{_OPENING}(?:{_LIST}|{_OTHER}|{_COMMENTS}){_CLOSING}[:：]?{_CLOSING}$")
_COMMENT_HEAD = re.compile(rf"{_OPENING}{_COMMENTS}")
# 相关链接 is also the head of a box of a newspaper that explains something.
_BOX = re.compile(rf"{_OPENING}(?:相关|新闻|延伸)(?:链接|连结|新闻|阅读){_CLOSING}[:：]?$")
_ONE_LINE = re.compile(
    rf"{_OPENING}(?:{_LIST}|{_OTHER}|更多|链接)\s*(?:[】\]］]\s*[:：]?|[:：]|[>＞|｜丨])\s*\S.{{3,60}}$"
)
_MARK = re.compile(
    r"[·•●■◆▪◇○>＞»\-*#]\s*\S|\[?\d{1,2}\]?\s*[.．、)）\s]\s*\S|[\[【（(]\S{2,8}[\]】）)]|.{4,50}\s\[?\(?\d{2,4}[-/.年]\d{1,2}"
)
_WORDS = re.compile(r"[。；]")
_EDITOR = re.compile(r"[（(\[【\s]*(?:责任?编辑?|编辑|来源|稿源|审核|校对|原标题|作者)\s*[:：]")

# A comment may be long; a paragraph that goes on after a list of links is longer than any link's title.
_SHORTEST_PROSE = 60
_LONGEST_LINK = 50
_LONGEST_HEAD = 24
_LINKS = (Kind.SHORT, Kind.TEXT, Kind.ITEM, Kind.HEADING, Kind.META, Kind.CAPTION, Kind.NUMBER)
_HEADS = (Kind.BYLINE, Kind.DECK)
_HEAD_OF_LIST, _OF_MARKED, _OF_UNMARKED = 0.95, 0.9, 0.75


def opens_list(text: str) -> bool:
    """Whether the line heads a list of links or comments: 相关阅读, 网友评论, 24小时热榜."""
    return len(text) <= _LONGEST_HEAD and bool(_HEAD.match(simplified(text)))


def is_link_line(text: str) -> bool:
    """Whether a line is such a head with one link: 【相关新闻】清江秋茶开采."""
    return bool(_ONE_LINE.match(simplified(text))) and not _WORDS.search(text)


def drop_lists(source: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with each list of links or comments, head and all, as furniture.

    Args:
        source: the text of the document, for the marks (·, 1., 【】) that blocks leave out.
        blocks: all its blocks.
    """
    lines = [visible(text_of(source, block.spans)).strip() for block in blocks]
    result = list(blocks)
    place = 0
    while place < len(blocks):
        block, text = blocks[place], lines[place]
        if is_link_line(text) and block.kind not in (Kind.TABLE, Kind.META):
            result[place] = _gone(block, _HEAD_OF_LIST)
        elif opens_list(text):
            end = _end(blocks, lines, place + 1, comments=bool(_COMMENT_HEAD.match(simplified(text))))
            if not _heads_a_box(blocks, lines, place, end):
                result[place] = _gone(block, _HEAD_OF_LIST)
                result[place + 1 : end] = _links(blocks, lines, place + 1, end)
            place = end - 1
        place += 1
    return tuple(result)


def _links(blocks: Sequence[Block], lines: Sequence[str], start: int, end: int) -> list[Block]:
    """The lines of a list as furniture; what has a verdict of its own keeps that."""
    last = all(block.kind not in PROSE for block in below(blocks, end))
    found = []
    for block, text in zip(blocks[start:end], lines[start:end], strict=True):
        sure = last or bool(_MARK.match(text))
        found.append(block if block.verdict else _gone(block, _OF_MARKED if sure else _OF_UNMARKED))
    return found


def _end(blocks: Sequence[Block], lines: Sequence[str], start: int, *, comments: bool) -> int:
    """Where the list that begins at ``start`` ends."""
    end = start
    while end < len(blocks) and (blocks[end].verdict or _is_link(blocks[end], lines[end], comments=comments)):
        end += 1
    while end > start and blocks[end - 1].verdict:
        end -= 1
    return _before_head(blocks, lines, start, end)


def _is_link(block: Block, text: str, *, comments: bool) -> bool:
    """Whether a line can be one of the list: short, no paragraph, no section of the report."""
    if block.kind not in _LINKS or _EDITOR.match(simplified(text)) or is_office(text):
        return False
    if block.kind is Kind.HEADING and not _MARK.match(text):
        return False
    if comments:
        return len(text) < _SHORTEST_PROSE
    return (
        len(text) <= _LONGEST_LINK and not _WORDS.search(text) and not text.endswith(("，", "、", "：", ","))
    )


def _before_head(blocks: Sequence[Block], lines: Sequence[str], start: int, end: int) -> int:
    """The end of the list without the title lines of a report that begins after it.

    That is told by a by-line, a deck or a date below, or by lines without a mark below ones that have one.
    """
    if end >= len(blocks) or end == start:
        return end
    last = end
    while last > start and blocks[last - 1].kind is Kind.SHORT and not _MARK.match(lines[last - 1]):
        last -= 1
    if start < last < end:
        return last
    signed = blocks[end].kind in _HEADS or blocks[end - 1].kind is Kind.META
    title = end - 2 if blocks[end - 1].kind is Kind.META else end - 1
    more = any(block.kind in PROSE for block in below(blocks, end))
    return title if signed and more and title > start and blocks[title].kind is Kind.SHORT else end


def _heads_a_box(blocks: Sequence[Block], lines: Sequence[str], place: int, end: int) -> bool:
    """Whether prose follows a 相关链接 directly, or below one line without a mark: a box with its heading."""
    follower = blocks[end] if end < len(blocks) else None
    headed = end == place + 2 and not _MARK.match(lines[place + 1])
    return (
        bool(_BOX.match(simplified(lines[place])))
        and (end == place + 1 or headed)
        and follower is not None
        and follower.kind in PROSE
        and not follower.verdict
    )


def _gone(block: Block, confidence: float) -> Block:
    return replace(block, kind=Kind.FURNITURE, verdict=Verdict(REASON, CODE, confidence))
