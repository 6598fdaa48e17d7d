"""Which lines of a wrapped document go on in which: paragraphs, and what stands between their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.clean.captions import is_caption
from build_scripts.clean.chinese import closes, ends_sentence, unmatched
from build_scripts.clean.evidence import CLEAR_FIT, fit
from build_scripts.clean.line_forms import Alike, is_item, is_marked, is_of_page, is_open_caption
from build_scripts.clean.metadata import is_metadata
from build_scripts.clean.people import byline_names
from build_scripts.clean.tables import is_table_row
from build_scripts.clean.wrapping import Fit, Wrapping
from build_scripts.offsets import RawLine

_LONGEST_BYLINE = 40
_LONGEST_CAPTION = 40
_LONGEST_REST = 6
# Characters that are no line of their own: 摄, 报道.
_LONGEST_SCRAP = 2
# Lines of a page's foot and the next one's head; of a caption.
_MOST_ASIDE = 4
_REST = re.compile(r"[%％‰℃]?[，。、；：！？”’）》」』…]+$|[%％‰℃]$")
# The end of a caption's credit whose beginning is in the line above.
_CREDIT_REST = re.compile(r"[摄攝图圖]|摄影|攝影|供图|供圖|影报道|摄影报道")
_LONGEST_CREDIT = 4
_BOLD = "**"
_LISTING = ("；", "：")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The lines of a document, and which of them go on in which."""

    lines: Sequence[RawLine]
    shown: Sequence[str]
    wrapping: Wrapping | None
    alike: Alike | None

    def all(self) -> Iterator[tuple[list[int], list[tuple[int, int]]]]:
        """Every paragraph: its lines, and what stands between them."""
        taken: set[int] = set()
        for place in range(len(self.lines)):
            if place not in taken:
                members, aside = self.beginning_at(place)
                taken.update(members, *(range(start, end) for start, end in aside))
                yield members, aside

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
        if len(rest) <= _LONGEST_CREDIT and is_caption(above + rest) and not is_caption(above):
            return bool(_CREDIT_REST.fullmatch(rest))
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
        if len(text) > _LONGEST_CAPTION or ends_sentence(self.shown[last]) or not is_caption(text):
            return False
        # Two lines by themselves, the credit in the second, are one caption.
        alone = self._known().apart[last] and (place + 1 >= len(self.lines) or self._known().opens[place + 1])
        return not (alone and place == last + 1 and self._known().fits[last])

    def _goes_on(self, members: Sequence[int], line: int, *, ended: bool) -> bool:
        """Whether the paragraph goes on in the very next line."""
        wrapping, last = self._known(), members[-1]
        if wrapping.apart[line] or (wrapping.opens[line] and not self._hangs(members, line)):
            return False
        if self._begins_anew(members, line, ended=ended):
            return False
        prose = self._is_paragraph(members)
        if not ended and not wrapping.fits[last] and self._is_heading(line):
            # The line was cut before its end; what follows may be what cut it.
            return prose and fit(self.shown[last], self.shown[line]) >= CLEAR_FIT
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
        if ends_sentence(text) and there < CLEAR_FIT:
            # It may as well be the end of the paragraph, and what follows is no part of it.
            return False
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
