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
from build_scripts.clean.line_forms import Alike, alike, is_item, is_marked, is_of_page, is_open_caption
from build_scripts.clean.metadata import is_metadata
from build_scripts.clean.people import byline_names
from build_scripts.clean.rules.spacing import Spaced
from build_scripts.clean.tables import is_table_row
from build_scripts.clean.typography import as_read
from build_scripts.clean.wrapping import Fit, Wrapping, wrapping_of
from build_scripts.offsets import RawLine, text_of

CODE = "C012"
# The width of the lines is evidence of the whole document.
CONFIDENCE = 0.95

_LONGEST_BYLINE = 40
_LONGEST_CAPTION = 40
_LONGEST_REST = 6
# Characters that are no line of their own: 摄, 报道.
_LONGEST_SCRAP = 2
# Lines of a page's foot and the next one's head; of a caption.
_MOST_ASIDE = 4
_REST = re.compile(r"[%％‰℃]?[，。、；：！？”’）》」』…]+$|[%％‰℃]$")
_BOLD = "**"
_LISTING = ("；", "：")


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


def unwrapped(text: str, lines: Sequence[RawLine], *, spaced: Spaced) -> Iterator[Group]:
    """The lines put together to paragraphs: groups of one line each where the document is not wrapped.

    What stood between two lines of a paragraph follows it.

    Args:
        text: the document.
        lines: its lines that are not blank.
        spaced: whether it has spaces inside its words.
    """
    raw = [text_of(text, (line.span,)) for line in lines]
    # A line of characters that do not show is taken as it stands.
    shown = [as_read(line, spaced=spaced) or line for line in raw]
    wrapping = wrapping_of(lines, raw, shown)
    paragraphs = _Paragraphs(lines, shown, wrapping, alike(shown, wrapping) if wrapping else None)
    exact = wrapping is not None and wrapping.exact
    taken: set[int] = set()
    for place in range(len(lines)):
        if place in taken:
            continue
        members, aside = paragraphs.beginning_at(place)
        taken.update(members, *(range(start, end) for start, end in aside))
        yield Group(tuple(lines[n] for n in members), exact=exact)
        for start, end in aside:
            yield Group(tuple(lines[start:end]), inside=True, exact=exact)


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """The lines of a document, and which of them go on in which."""

    lines: Sequence[RawLine]
    shown: Sequence[str]
    wrapping: Wrapping | None
    alike: Alike | None

    def beginning_at(self, place: int) -> tuple[list[int], list[tuple[int, int]]]:
        """The lines of the paragraph that begins at ``place``, and what stands between them: from, to."""
        members = [place]
        aside: list[tuple[int, int]] = []
        while (found := self._next(members)) is not None:
            following, between = found
            aside += between
            members.append(following)
        return members, aside

    def _next(self, members: Sequence[int]) -> tuple[int, list[tuple[int, int]]] | None:
        """The line in which a paragraph goes on, and what is passed over on the way; ``None`` at its end."""
        last = members[-1]
        following = last + 1
        if following >= len(self.lines):
            return None
        if self._is_rest(last, following):
            return following, []
        if self.wrapping is None:
            return None
        if len(members) <= _MOST_ASIDE and is_caption(self.shown[members[0]]):
            return (following, []) if self._caption_goes_on(members[0], following) else None
        ended = self._has_ended(last)
        if is_of_page(self.shown[members[0]]) or (ended and not self.wrapping.fits[last]):
            return None
        between: list[tuple[int, int]] = []
        while following < len(self.lines) and self._is_foreign(following, last):
            between.append((following, self._behind_caption(following)))
            following = between[-1][1]
        if following >= len(self.lines) or following - last - 1 > _MOST_ASIDE:
            return None
        if between:
            return (following, between) if self._goes_on_beyond(members, following, ended=ended) else None
        if not self._goes_on(members, following, ended=ended):
            return None
        if self._is_stray(members, following):
            return following + 1, [(following, following + 1)]
        return following, []

    def _caption_goes_on(self, first: int, line: int) -> bool:
        """Whether the caption that begins with a line goes on in another: it is full and has no credit."""
        wrapping = self._known()
        if wrapping.opens[line] or not wrapping.fits[line - 1]:
            return False
        text = self.shown[line]
        if len(text) <= _LONGEST_SCRAP:
            return True
        return is_open_caption("".join(self.shown[first:line])) and not (is_marked(text) or is_of_page(text))

    def _behind_caption(self, line: int) -> int:
        """The place behind a line that is no part of the paragraph, and the rest of it if it is a caption."""
        end = line + 1
        if is_caption(self.shown[line]):
            while end < len(self.lines) and end - line < _MOST_ASIDE and self._caption_goes_on(line, end):
                end += 1
        return end

    def _has_ended(self, line: int) -> bool:
        """Whether a paragraph may end with a line; in a full one a semicolon or a colon says nothing."""
        text = self.shown[line]
        return ends_sentence(text) and not (text.endswith(_LISTING) and self._known().fits[line])

    def _is_rest(self, last: int, following: int) -> bool:
        """Whether a line of closing marks, or a unit, belongs to the line above."""
        rest, above = self.shown[following], self.shown[last]
        if rest == _BOLD:
            return above.count(_BOLD) == 1
        if len(rest) > _LONGEST_REST or not _REST.match(rest):
            return False
        if not ends_sentence(above):
            return not self.lines[following].follows_blank or not rest.startswith(("%", "％"))
        loose, opened = unmatched(rest)[0], unmatched(above)[1]
        return bool(loose and opened and rest.startswith(loose[0])) and closes(opened[-1], loose[0])

    def _is_foreign(self, place: int, last: int) -> bool:
        """Whether a line by its own form is no part of a paragraph: of the page, or a caption."""
        text = self.shown[place]
        if is_of_page(text):
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
        wrapping, last = self._known(), members[-1]
        if self._begins_anew(members, line, ended=ended):
            return False
        if wrapping.opens[line] and not (wrapping.apart[line] and not self._is_indented(line)):
            return False
        parted = any(wrapping.apart[place] for place in range(last + 1, line + 1))
        full = bool(wrapping.fits[last])
        if full and not ended and not parted:
            return True
        if self._is_heading(line) or (ended and self._stands_alone(line)):
            return False
        if ended:
            return wrapping.fits[last] is Fit.FULL or (wrapping.indents and self._is_paragraph(members))
        if full and wrapping.indents:
            return True
        return (wrapping.indents or not parted) and self._is_paragraph(members)

    def _begins_anew(self, members: Sequence[int], line: int, *, ended: bool) -> bool:
        """Whether a line's form shows that it is a unit of its own."""
        text, above = self.shown[line], self.shown[members[-1]]
        if len(text) <= _LONGEST_BYLINE and byline_names(text) is not None:
            return True
        if is_table_row(text) or is_table_row(above):
            return True
        if not self._is_paragraph(members) and is_metadata(text):
            return True
        if ended and self.alike is not None and not self._known().indents and self.alike.begins(text):
            return True
        return is_marked(text) and (ends_sentence(above) or text.startswith("#"))

    def _stands_alone(self, line: int) -> bool:
        """Whether a line that is not full has blank lines above and below."""
        wrapping = self._known()
        if wrapping.fits[line] or not wrapping.apart[line]:
            return False
        return line + 1 >= len(self.lines) or wrapping.opens[line + 1]

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
        return deeper and is_item(self.shown[members[0]]) and not is_item(self.shown[line])

    def _known(self) -> Wrapping:
        assert self.wrapping is not None
        return self.wrapping


def ends_inside(text: str) -> bool:
    """Whether a sentence or a clause ends within the text."""
    return any(mark in text[:-1] for mark in "。！？；，")
