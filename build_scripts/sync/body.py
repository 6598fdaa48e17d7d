"""The blocks that the body of a page must have, from an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.model import Article, Piece, Role
from build_scripts.sync.marks import Chinese
from build_scripts.sync.text import unified

_BYLINE_WORDS = re.compile(
    r"本报|本刊|本网|通讯员|特约|实习|记者|作者|编辑|责编|责任|文章|来源|出处|发布|发表|时间|日期|浏览|点击|阅读|次数|次|文/|摄|讯|电|报道|[年月日号]|"
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Block:
    """A unit as the source wants it."""

    role: str
    flags: tuple[str, ...]
    zh: Chinese


def body_blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of the body in reading order.

    Title and subtitle stand in the front matter, and so does a by-line that holds nothing but authors,
    date and publisher; any other metadata is a block.
    """
    return tuple(
        Block(piece.role.value, piece.flags, Chinese.of(unified(piece.text)))
        for piece in article.pieces
        if piece.text.strip() and not _in_front_matter(piece, article)
    )


def _in_front_matter(piece: Piece, article: Article) -> bool:
    if piece.role in (Role.TITLE, Role.SUBTITLE):
        return True
    return piece.role is Role.METADATA and not _WORD.search(_rest(piece.text, article))


def _rest(text: str, article: Article) -> str:
    """``text`` without what the front matter says and the usual words around it."""
    if article.date:
        # Before spaces go: they part the date from the time of day.
        text = _date_forms(article.date).sub("", text)
    text = text.replace(" ", "")
    known = [*article.authors, article.publisher or ""]
    for name in sorted((n.replace(" ", "") for n in known if n.strip()), key=len, reverse=True):
        text = text.replace(name, "")
    return _BYLINE_WORDS.sub("", text)


def _date_forms(iso: str) -> re.Pattern[str]:
    """The date as by-lines write it: 2021-03-02, 2021年3月2日, 2021/3/2, 3月2日."""
    parts = [part.lstrip("0") for part in iso.split("-")]
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return re.compile(re.escape(iso))
    year, month, day = parts
    return re.compile(rf"(?:{year}[-/.年])?0?{month}[-/.月]0?{day}日?(?!\d)")
