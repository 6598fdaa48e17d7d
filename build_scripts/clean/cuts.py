"""Lines that hold two things: a paragraph and a note of the page, a report's facts and the site's tools."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from build_scripts.clean.metadata import is_metadata
from build_scripts.clean.rules.furniture import is_furniture
from build_scripts.clean.rules.page_furniture import turn_notes
from build_scripts.model import Span
from build_scripts.offsets import RawLine, cut, text_of

_NOTED = re.compile(
    r"[接转轉]\s*(?:\d{1,2}月\d{1,2}日)?\s*第?\s*[A-Z]?\s*[\d一二三四五六七八九十]{1,3}\s*[版页頁]"
)
_TOOL_WORD = re.compile(
    r"(?:字[号號体體型級级]|打印|列印|友善列印|分享|收藏|关闭|關閉|纠错|我要|朗读|语音|播报|复制|複製|推荐给|转发|轉寄|加入收藏|大\s+中\s+小)"
)
_TOOL = re.compile(r"[【\[（(]?\s*" + _TOOL_WORD.pattern)
_TOKEN = re.compile(r"(?:^|(?<=[\s|｜】\])）]))(?=\S)")
_LONGEST = 200

Unit = tuple[RawLine, tuple[Span, ...]]
"""What becomes one block: its first line and its spans."""


def cut_units(text: str, groups: Iterable[Sequence[RawLine]]) -> Iterator[Unit]:
    """The paragraphs and lines of a document, those that hold two things cut in two.

    Example:
        全县干部纷纷下乡（下转第三版）                 two: the paragraph, the note
        来源：清江发布 字体：[大 中 小] 打印本页      two: the facts, the tools
    """
    for group in groups:
        spans = tuple(line.span for line in group)
        ends = (text_of(text, spans[:1]), *([text_of(text, spans[-1:])] if len(spans) > 1 else ()))
        if not any(map(_may_hold_two, ends)):
            yield group[0], spans
            continue
        pieces = list(_cut_notes(text, spans))
        if len(spans) == len(pieces) == 1:
            pieces = list(_cut_tools(text, spans[0]))
        for number, piece in enumerate(pieces):
            yield (replace(group[0], follows_blank=False, blanks=0) if number else group[0]), piece


def _may_hold_two(line: str) -> bool:
    """Whether a line has a word of a page's note or of its tools, as hardly any has."""
    return bool(_NOTED.search(line) or (len(line) <= _LONGEST and _TOOL_WORD.search(line)))


def _cut_notes(text: str, spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """A paragraph without the notes at its edges that it comes from or goes on on another page; and these."""
    first, last = text_of(text, spans[:1]), text_of(text, spans[-1:])
    at_head = turn_notes(first)[0] if _NOTED.search(first) else 0
    at_end = turn_notes(last)[1] if _NOTED.search(last) else 0
    rest = list(spans)
    if at_head:
        note, rest[0] = cut(text, rest[0], at_head)
        yield (note,)
    if not at_end:
        yield tuple(rest)
        return
    body, note = cut(text, rest[-1], len(text_of(text, rest[-1:])) - at_end)
    yield (*rest[:-1], body)
    yield (note,)


def _cut_tools(text: str, span: Span) -> Iterator[tuple[Span, ...]]:
    """A line of facts (source, date) without the tools of the page before or after them; and these."""
    line = text_of(text, (span,))
    place = _tools_begin(line) or _tools_end(line) if len(line) <= _LONGEST and _TOOL_WORD.search(line) else 0
    yield from ((part,) for part in cut(text, span, place)) if place else [(span,)]


def _tools_begin(line: str) -> int:
    """Where facts end and nothing but tools follows; 0 for nowhere."""
    for token in _TOKEN.finditer(line, 1):
        place = token.start()
        if _TOOL.match(line, place) and is_furniture(line[place:]) and is_metadata(line[:place].rstrip()):
            return place
    return 0


def _tools_end(line: str) -> int:
    """Where tools at the head of a line end and facts follow; 0 for nowhere."""
    if not _TOOL.match(line):
        return 0
    places = [token.start() for token in _TOKEN.finditer(line, 1)]
    good = (n for n in places if is_metadata(line[n:]) and is_furniture(line[:n].rstrip()))
    return next(good, 0)
