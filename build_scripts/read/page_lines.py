"""The text of a web page as a reader sees it, a line a block, each with the place it stands in.

White space is collapsed as a browser does, except that a line end of the file between two Chinese
characters leaves no space. ``<br>`` ends a line; two of them, or an indent after one, part paragraphs. The
readings above characters (``<rt>``) are no part of the sentence: they follow it in a line of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4.element import NavigableString, Tag

from build_scripts.read.boxes import BLOCKS, UNSHOWN, Box, box_of, is_hidden, is_metadata_name
from build_scripts.read.markup import Markup

_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")
_INDENT = re.compile(r"[ \t\n\r\f]*(?:\u3000|\u2003|(?:\xa0\s*){2})")
_LABEL = re.compile(
    r"\s*(?:(?:文章|信息|稿件|新闻)?(?:来源|來源|稿源|出处)|作者|记者|通讯员|(?:责任)?编辑|责编|审核|校对|(?:发布|更新|发表)?(?:时间|日期|時間)"
    r"|[一二三终]审|监制|值班|撰文|摄影|攝影|浏览|阅读|点击|访问|字号|字体|打印|分享|\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2})"
)
# Behind a time of day another field begins, whatever it says.
_TIME = re.compile(r"\d:\d\d\s*$")
_BOLD = ("b", "strong", "dt")
# Characters of an element in a line of text that is not shown; a longer one may be the text itself.
_LONGEST_HIDDEN = 400


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page's text.

    ``file_line``: the line of the file; ``gap``: white space stands above it on the page; ``linked``: the
    share of its characters that are links, of which there are ``links``; ``bold``: all of it is; ``alt``: it
    describes a picture; ``below_picture``: one stands right above it; ``preset``: of a ``<pre>``; ``note``:
    a reading of the characters above; ``row``: a row of a table; ``named``: elements in it are called
    source, date or the like.
    """

    text: str
    file_line: int
    box: Box
    gap: bool = True
    linked: float = 0.0
    links: int = 0
    bold: bool = False
    alt: bool = False
    below_picture: bool = False
    preset: bool = False
    note: bool = False
    row: bool = False
    named: bool = False


def page_lines(markup: Markup) -> tuple[list[Line], list[Box]]:
    """The lines of a page in document order, and its boxes in the order in which they begin."""
    walk = _Walk(markup)
    walk.run()
    return walk.lines, walk.boxes


@dataclass(slots=True)
class _Part:
    text: str
    file_line: int
    linked: bool
    bold: bool


@dataclass
class _Walk:
    """The walk through the tree, from its first tag to its last, without recursion."""

    markup: Markup
    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    notes: list[_Part] = field(default_factory=list)
    alts: list[_Part] = field(default_factory=list)
    open_links: int = 0
    open_bold: int = 0
    open_notes: int = 0
    open_pre: int = 0
    links: int = 0
    named: bool = False
    gap: bool = True
    picture: bool = False
    boundary: bool = False
    waiting: list[tuple[list[_Part], bool, int, bool]] = field(default_factory=list)

    def run(self) -> None:
        """Walk."""
        self.boxes.append(Box(None, "page"))
        opened: list[tuple[Tag, Iterator[Any], Box]] = [
            (self.markup.soup, iter(self.markup.soup.contents), self.boxes[0])
        ]
        while opened:
            tag, children, box = opened[-1]
            child = next(children, None)
            if child is None:
                opened.pop()
                self._leave(tag, box)
            elif isinstance(child, Tag):
                if (entered := self._enter(child, box)) is not None:
                    opened.append((child, iter(child.contents), entered))
            else:
                self._text(child, box)
        self._flush(self.boxes[0])

    def _enter(self, tag: Tag, box: Box) -> Box | None:
        """Begin an element; the box that its content stands in, or nothing where it has none to show."""
        if tag.name == "br":
            self._break(box)
            return None
        if tag.name in ("img", "amp-img"):
            self._image(tag, box)
        if tag.name in UNSHOWN or (tag.name not in BLOCKS and self._is_unseen(tag)):
            return None
        if tag.name in BLOCKS or tag.name == "noscript":
            inner = box_of(tag, box)
            if inner.hidden:
                # It is not there for a reader: the line around it goes on behind it.
                self.waiting.append((self.parts, self.gap, self.links, self.named))
                self.parts, self.links, self.named = [], 0, False
            self._flush(box)
            self.gap = True
            box = inner
            self.boxes.append(box)
        else:
            self._inline(tag)
        self.open_links += tag.name == "a"
        self.open_bold += tag.name in _BOLD
        self.open_notes += tag.name == "rt"
        self.open_pre += tag.name == "pre"
        return box

    def _leave(self, tag: Tag, box: Box) -> None:
        """End an element."""
        if tag.name in BLOCKS or tag.name == "noscript":
            self._flush(box)
            self.gap = True
            if box.hidden:
                self.parts, self.gap, self.links, self.named = self.waiting.pop()
        else:
            self.boundary = True
        self.open_links -= tag.name == "a"
        self.open_bold -= tag.name in _BOLD
        self.open_notes -= tag.name == "rt"
        self.open_pre -= tag.name == "pre"

    def _inline(self, tag: Tag) -> None:
        """An element within a line: neighbouring links and fields are parted, as their style does."""
        named = is_metadata_name(tag) and tag.name not in ("font", "b", "strong", "em", "i", "u")
        after_link = self.parts and self.parts[-1].linked and not self.open_links and self.boundary
        if named or (tag.name == "a" and after_link):
            self.parts.append(_Part(" ", 0, False, False))
        self.named = self.named or named
        self.links += tag.name == "a"
        self.boundary = True

    def _is_unseen(self, tag: Tag) -> bool:
        return tag.name != "noscript" and is_hidden(tag) and len(tag.get_text()) <= _LONGEST_HIDDEN

    def _text(self, string: NavigableString, box: Box) -> None:
        """A string of the page."""
        text, line = str(string), self.markup.line(string)
        if self.open_pre:
            for number, part in enumerate(re.split(r"\r\n|\r|\n", text)):
                if number:
                    self._break(box)
                self._add(part, line + number)
            return
        self._add(text, line)

    def _add(self, text: str, line: int) -> None:
        if self.open_notes:
            self.notes.append(_Part(text + " ", line, False, False))
            return
        if self.boundary and self.parts and (_LABEL.match(text) or _TIME.search(self.parts[-1].text)):
            self.parts.append(_Part(" ", 0, False, False))
        if text.strip():
            self.boundary = False
        self.parts.append(_Part(text, line, self.open_links > 0, self.open_bold > 0))

    def _break(self, box: Box) -> None:
        """A ``<br>``: the first ends the line, the next makes a gap. A heading goes on over it."""
        if box.level:
            self.parts.append(_Part(" ", 0, False, False))
            return
        self.gap = not self._flush(box) or self.gap

    def _image(self, tag: Tag, box: Box) -> None:
        """A picture: what it is called becomes a line, after the line it stands in."""
        alt = collapsed(str(tag.get("alt") or ""))
        if alt:
            self.alts.append(_Part(alt, 0, self.open_links > 0, False))
        if not any(part.text.strip() for part in self.parts):
            self._flush(box)
            self.gap = self.picture = True

    def _flush(self, box: Box) -> bool:
        """End the line; whether there was anything in it."""
        raw = "".join(part.text for part in self.parts)
        text = collapsed(raw)
        full = [part for part in self.parts if part.text.strip()]
        if text:
            size = sum(len(part.text.strip()) for part in full)
            linked = sum(len(part.text.strip()) for part in full if part.linked) / max(1, size)
            self.lines.append(
                Line(
                    text,
                    full[0].file_line if full else 1,
                    box,
                    self.gap or bool(_INDENT.match(raw)),
                    linked,
                    self.links,
                    bold=all(part.bold for part in full),
                    below_picture=self.picture,
                    preset=self.open_pre > 0,
                    named=self.named,
                )
            )
            self.gap = self.picture = False
        before = self.lines[-1].file_line if self.lines else 1
        if reading := collapsed("".join(part.text for part in self.notes)):
            self.lines.append(Line(reading, self.notes[0].file_line, box, note=True))
        self.lines += [Line(part.text, part.file_line or before, box, alt=True) for part in self.alts]
        self.gap = self.gap or bool(reading or self.alts)
        self.parts, self.notes, self.alts = [], [], []
        self.links, self.named, self.boundary = 0, False, False
        return bool(text)


def collapsed(text: str) -> str:
    """``text`` with white space as a browser shows it, none at its ends; a no-break space is a space.

    Example:
        >>> collapsed("\\u3000\\u3000全县修通\\n村道  30&nbsp;条\\xa0")
        '全县修通村道 30&nbsp;条'
    """
    pieces: list[str] = []
    last = 0
    for match in _SPACE.finditer(text):
        broken = "\n" in match.group() or "\r" in match.group()
        between = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        pieces += [text[last : match.start()], "" if broken and len(_WIDE.findall(between)) == 2 else " "]
        last = match.end()
    pieces.append(text[last:])
    return "".join(pieces).replace("\xa0", " ").strip()
