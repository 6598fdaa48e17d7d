"""Hard-wrapped lines: a paragraph cut into lines of one width, as a printed column has them.

Example:
        乡亲们说，这条路修了三年，终于修到了家门
    口，如今骑车去镇上只要一刻钟。                    one paragraph

A document, or a passage of one, counts as wrapped when its line ends agree on one width and sentences run
on over them. Then a full line goes on in the next, unless that is indented or has a mark of its own (a
heading, a list item, a by-line). A short line ends its paragraph.

A page number, a running head or a caption between two lines of a paragraph does not end it. Where
paragraphs are indented, one that breaks off in the middle goes on in the next line without an indent, and
a short line between the two is a caption. In any document a line of closing marks alone (。”) is the rest
of the line above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.clean.captions import is_caption
from build_scripts.clean.chinese import closes, ends_sentence, joined_text, unmatched
from build_scripts.clean.evidence import CLEAR_FIT, fit
from build_scripts.clean.metadata import is_metadata
from build_scripts.clean.people import byline_names
from build_scripts.clean.rules.page_furniture import is_page_furniture
from build_scripts.clean.rules.page_number import is_bare_number, is_page_number
from build_scripts.clean.rules.placeholder import is_placeholder
from build_scripts.clean.typography import as_read
from build_scripts.clean.wrapping import Fit, Wrapping, wrapping_of
from build_scripts.offsets import RawLine, text_of

CODE = "C012"
# The width of the lines is evidence of the whole document.
CONFIDENCE = 0.95

_LONGEST_BYLINE = 40
_LONGEST_CAPTION = 40
_LONGEST_REST = 6
# Lines of a page's foot and the next one's head.
_MOST_ASIDE = 4
_MARKED = re.compile(
    r"#|[□■●○◆▲△]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|图\s?\d|——|--|[-*•·]\s"
    r"|0\d[\s\u3000]+|【|第[一二三四五六七八九十]+[部章节]|!\[|>"
)
_REST = re.compile(r"[%％‰℃]?[，。、；：！？”’）》」』…]+$|[%％‰℃]$")
_LIST_MARK = re.compile(r"\d{1,3}[、．.)）]|[（(]\d{1,3}[）)]|[-*•·●]|[①-⑳]")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one paragraph, heading or other unit; most groups are of one line.

    ``inside`` tells that the line stood between two lines of a paragraph, as captions do. ``exact``: the
    lines were cut without regard for words, so that no space is missing at their ends.
    """

    lines: tuple[RawLine, ...]
    inside: bool = False
    exact: bool = False

    def text(self, document: str) -> str:
        """The text of the lines as one."""
        whole = text_of(document, (self.lines[0].span,))
        for line in self.lines[1:]:
            text = text_of(document, (line.span,))
            whole = whole + text if self.exact and not line.indent else joined_text(whole, text)
        return whole


def unwrapped(text: str, lines: Sequence[RawLine], *, spaced: bool) -> Iterator[Group]:
    """The lines put together to paragraphs: groups of one line each where the document is not wrapped.

    What stood between two lines of a paragraph follows it.

    Args:
        text: the document.
        lines: its lines that are not blank.
        spaced: it has spaces inside its words.
    """
    raw = [text_of(text, (line.span,)) for line in lines]
    # A line of characters that do not show is taken as it stands.
    shown = [as_read(line, spaced=spaced) or line for line in raw]
    wrapping = wrapping_of(lines, raw, shown)
    paragraphs = _Paragraphs(lines, shown, wrapping)
    exact = wrapping is not None and wrapping.exact
    taken: set[int] = set()
    for place in range(len(lines)):
        if place in taken:
            continue
        members, aside = paragraphs.beginning_at(place)
        taken.update(members, aside)
        yield Group(tuple(lines[n] for n in members), exact=exact)
        for n in aside:
            yield Group((lines[n],), inside=True)


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """The lines of a document, and which of them go on in which."""

    lines: Sequence[RawLine]
    shown: Sequence[str]
    wrapping: Wrapping | None

    def beginning_at(self, place: int) -> tuple[list[int], list[int]]:
        """The lines of the paragraph that begins at ``place``, and those that stand between them."""
        members = [place]
        aside: list[int] = []
        while (found := self._next(members)) is not None:
            following, between = found
            aside += between
            members.append(following)
        return members, aside

    def _next(self, members: Sequence[int]) -> tuple[int, range] | None:
        """The line in which a paragraph goes on, and those passed over on the way; ``None`` at its end."""
        last = members[-1]
        following = last + 1
        if following >= len(self.lines):
            return None
        if self._is_rest(last, following):
            return following, range(0)
        if self.wrapping is None:
            return None
        ended = ends_sentence(self.shown[last])
        if ended and not self.wrapping.fits[last]:
            return None
        while following < len(self.lines) and self._is_foreign(following, last):
            following += 1
        between = range(last + 1, following)
        if following >= len(self.lines) or len(between) > _MOST_ASIDE:
            return None
        if between:
            return (following, between) if self._goes_on_beyond(members, following, ended=ended) else None
        if not self._goes_on(members, following, ended=ended):
            return None
        return (
            (following + 1, range(following, following + 1))
            if self._is_stray(members, following)
            else (following, between)
        )

    def _is_rest(self, last: int, following: int) -> bool:
        """Whether a line of closing marks, or a unit, belongs to the line above."""
        rest, above = self.shown[following], self.shown[last]
        if len(rest) > _LONGEST_REST or not _REST.match(rest):
            return False
        if not ends_sentence(above):
            return not self.lines[following].follows_blank or not rest.startswith(("%", "％"))
        loose, opened = unmatched(rest)[0], unmatched(above)[1]
        return bool(loose and opened and rest.startswith(loose[0])) and closes(opened[-1], loose[0])

    def _is_foreign(self, place: int, last: int) -> bool:
        """Whether a line by its own form is no part of a paragraph: of the page, or a caption."""
        text = self.shown[place]
        if is_page_number(text) or is_page_furniture(text) or is_placeholder(text):
            return True
        if is_bare_number(text):
            # 2021 and below it 年 may be a figure of the text, in a line that is all it left.
            return True
        return len(text) <= _LONGEST_CAPTION and not ends_sentence(self.shown[last]) and is_caption(text)

    def _goes_on(self, members: Sequence[int], line: int, *, ended: bool) -> bool:
        """Whether the paragraph goes on in the very next line."""
        wrapping, last = self._known(), members[-1]
        if wrapping.apart[line] or (wrapping.opens[line] and not self._hangs(members, line)):
            return False
        if self._begins_anew(members, line, ended=ended):
            return False
        prose = self._is_paragraph(members)
        if not ended:
            return bool(wrapping.fits[last]) or prose
        if self._is_heading(line):
            return False
        return wrapping.fits[last] is Fit.FULL or (wrapping.indents and prose)

    def _goes_on_beyond(self, members: Sequence[int], line: int, *, ended: bool) -> bool:
        """Whether the paragraph goes on in ``line``, with page marks or captions between."""
        wrapping = self._known()
        if self._begins_anew(members, line, ended=ended) or self._is_heading(line):
            return False
        parted = any(wrapping.apart[place] for place in range(members[-1] + 1, line + 1))
        if wrapping.opens[line] and not (wrapping.apart[line] and not self._is_indented(line)):
            return False
        full = bool(wrapping.fits[members[-1]])
        if ended:
            return (full and wrapping.indents and self._is_paragraph(members)) or (
                wrapping.fits[members[-1]] is Fit.FULL and not parted
            )
        if full and (not parted or wrapping.indents):
            return True
        return wrapping.indents and self._is_paragraph(members)

    def _begins_anew(self, members: Sequence[int], line: int, *, ended: bool) -> bool:
        """Whether a line's form shows that it is a unit of its own."""
        text = self.shown[line]
        if len(text) <= _LONGEST_BYLINE and byline_names(text) is not None:
            return True
        if not self._is_paragraph(members) and is_metadata(text):
            return True
        return bool(_MARKED.match(text)) and (ended or text.startswith("#"))

    def _is_heading(self, line: int) -> bool:
        """Whether a line does not end a sentence, is not full, and a paragraph begins below it."""
        wrapping = self._known()
        if wrapping.fits[line] or ends_sentence(self.shown[line]):
            return False
        return line + 1 >= len(self.lines) or wrapping.opens[line + 1]

    def _is_stray(self, members: Sequence[int], line: int) -> bool:
        """Whether a line without an indent stands between two lines of an indented paragraph.

        It is short, and what follows it can neither begin a paragraph nor be a heading.
        """
        wrapping, after = self._known(), line + 1
        if not wrapping.indents or not self._is_paragraph(members) or after >= len(self.lines):
            return False
        text, above = self.shown[line], self.shown[members[-1]]
        if wrapping.fits[line] or len(text) > _LONGEST_CAPTION or ends_sentence(above):
            return False
        if wrapping.opens[after] or self._begins_anew(members, after, ended=True):
            return False
        if self._is_foreign(after, line) or self._is_heading(after):
            return False
        here, there = fit(above, text), fit(above, self.shown[after])
        return here < CLEAR_FIT or there >= here

    def _is_paragraph(self, members: Sequence[int]) -> bool:
        """Whether lines are a paragraph for sure, no heading or title: by the indent, or by full lines."""
        first = members[0]
        if self._known().indents:
            return self._is_indented(first) or len(members) > 2
        return len(members) > 1 and any(ends_inside(self.shown[place]) for place in members[-2:])

    def _is_indented(self, line: int) -> bool:
        return self._known().opens[line] and len(self.lines[line].indent.expandtabs(2)) > 0

    def _hangs(self, members: Sequence[int], line: int) -> bool:
        """Whether a list item goes on below its text, further right than its mark."""
        first = self.lines[members[0]]
        deeper = len(self.lines[line].indent) > len(first.indent)
        return (
            deeper
            and bool(_LIST_MARK.match(self.shown[members[0]]))
            and not _LIST_MARK.match(self.shown[line])
        )

    def _known(self) -> Wrapping:
        assert self.wrapping is not None
        return self.wrapping


def ends_inside(text: str) -> bool:
    """Whether a sentence or a clause ends within the text."""
    return any(mark in text[:-1] for mark in "。！？；，")
