"""What stands below the placeholder of a picture: its caption, or the text that goes on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from build_scripts.clean.blocks import PROSE, Block, Kind, above, han_count
from build_scripts.clean.captions import may_be_caption
from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.evidence import CLEAR_FIT, fit, is_one_sentence

# Characters of a caption that is one sentence without a credit: where the text around it is cut; elsewhere,
# unless it says what somebody is doing; and the commas of such a sentence.
_LONGEST_BRIEF = 24
_LONGEST_PLAIN = 60
_MOST_CLAUSES = 3
# From so many unmarked headings elsewhere on, a short line is one more of them.
_HABIT = 2
_SEEN = re.compile(
    r"[^。，]{2,}(?:[在正]|忙着|走进|展示|参观|观看)[^。]{2,}"
    r"|(?:风光|全景|一角|一景|现场|场景|掠影|夜景|外景|新貌)。?$"
)
# What a sentence begins with that tells of more than a picture shows.
_TELLING = re.compile(
    r"[“「‘『]|据|为|该|会议|目前|截至|同时|此外|如今|各位|但|而|因此|由于"
    r"|[\u4e00-\u9fff]{0,10}(?:表示|介绍|认为|说|指出|强调)，"
)
_HEADINGS = (Kind.SHORT, Kind.HEADING)
_LINES = (*PROSE, *_HEADINGS)


@dataclass(frozen=True, slots=True)
class Pictures:
    """The blocks of a document, with what its headings look like."""

    blocks: tuple[Block, ...]
    beginnings: Counter[str]
    headings: frozenset[int]

    @classmethod
    def of(cls, blocks: tuple[Block, ...]) -> Pictures:
        """Look at the headings of a document: how they begin, which are short lines between paragraphs."""
        beginnings = Counter(b.text[:3] for b in blocks if b.kind in (Kind.SHORT, Kind.HEADING))
        headings = frozenset(
            n
            for n in range(1, len(blocks) - 1)
            if blocks[n].kind is Kind.SHORT and blocks[n - 1].kind in PROSE and blocks[n + 1].kind in PROSE
        )
        return cls(blocks, beginnings, headings)

    def caption_follows(self, place: int) -> bool:
        """Whether the line after the placeholder at ``place`` is its caption.

        A line is that says in one sentence what is seen. But where text was broken off before the picture, or
        where a heading is due (the document sets its headings as short lines), the picture had none.
        """
        if place + 1 >= len(self.blocks):
            return False
        line = self.blocks[place + 1]
        loose = line.kind in (Kind.TEXT, Kind.SHORT)
        if not loose or not may_be_caption(line.text) or not han_count(line.text):
            return False
        before = next((b for b in above(self.blocks, place) if b.kind in _LINES), None)
        if before is not None and before.kind is not Kind.HEADING and not ends_sentence(before.text):
            shown = before.kind is not Kind.SHORT or line.kind is Kind.SHORT or _shows(line.text)
            return shown and not _goes_on(before, line, self.blocks[place + 2 : place + 5])
        if line.kind is Kind.SHORT:
            return self._is_short_caption(place + 1)
        return _shows(line.text)

    def _is_short_caption(self, place: int) -> bool:
        """Whether a short line below a picture is its caption and no heading."""
        text = self.blocks[place].text
        if place + 1 >= len(self.blocks):
            return True
        # Headings of one report like to begin alike (这五年，我们……); captions do not.
        if self.beginnings[text[:3]] > 1 or re.search(r"[：:？！?!]", text):
            return False
        return bool(_SEEN.search(text)) or len(self.headings) < _HABIT


def _shows(text: str) -> bool:
    """Whether one sentence says what a picture shows; a paragraph has several, or tells of other things."""
    if re.search(r"[。！？；]", text[:-1]) or text.endswith(("：", ":")) or _TELLING.match(text):
        return False
    plain = len(text) <= _LONGEST_PLAIN and len(re.findall("[，,]", text)) < _MOST_CLAUSES
    return plain or bool(_SEEN.search(text))


def _goes_on(before: Block, line: Block, following: tuple[Block, ...]) -> bool:
    """Whether the line below a picture is the other half of the sentence that was broken off above it.

    The words at the cut decide, here and at what comes next; a brief sentence may still be the caption.
    """
    here = fit(before.text, line.text)
    after = next((b for b in following if b.kind in (Kind.TEXT, Kind.SHORT)), None)
    there = fit(before.text, after.text) if after else here - 1
    if line.kind is Kind.SHORT:
        return here >= CLEAR_FIT and here > there
    if before.text.endswith(("，", ",", "、")) and following and following[0].kind in _HEADINGS:
        # The section ends below this line, and its last sentence with it.
        return True
    if before.kind is Kind.SHORT and here < CLEAR_FIT:
        return False
    brief = after is not None and is_one_sentence(line) and len(line.text) <= _LONGEST_BRIEF
    return here >= CLEAR_FIT or not (there >= CLEAR_FIT or brief)
