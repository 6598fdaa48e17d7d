"""What a line of a wrapped document shows by itself: that it begins something, or is of the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.clean.captions import is_caption
from build_scripts.clean.chinese import ends_sentence
from build_scripts.clean.rules.page_furniture import is_page_furniture
from build_scripts.clean.rules.page_number import is_bare_number, is_page_number
from build_scripts.clean.rules.placeholder import is_placeholder
from build_scripts.clean.wrapping import Wrapping

_MARKED = re.compile(
    r"#|[□■●○◆▲△]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|\d{1,2}[)）]|图\s?\d|——|--|[-*•·]\s"
    r"|0\d[\s\u3000]+|【|第[一二三四五六七八九十]+[部章节]|!\[|>"
)
_LIST_MARK = re.compile(r"\d{1,3}[、．.)）]|[（(]\d{1,3}[）)]|[-*•·●](?!\*)|[①-⑳]")
# 三是…… and 第三步是…… number points of a report, within a paragraph or each in one of its own.
_ORDINAL = re.compile(r"第?[一二三四五六七八九十]{1,2}([是步要则])")
# Who speaks (记者：), or words with which every paragraph of a report begins (五年来，).
_HEAD = re.compile(r"[\u4e00-\u9fff]{2,6}[：，]")
_CREDITED = re.compile(r"[摄攝图圖影]\s*[）)]?$|报道$|[（(][^（()）]{2,14}[）)]$")
_FEWEST_ALIKE = 2
# Characters of a sentence that is a line of its own wherever it stands; less may end any paragraph.
_SHORTEST_REFRAIN = 6


def is_marked(text: str) -> bool:
    """Whether a line begins with the mark of a heading, a list item, a caption or a by-line."""
    return bool(_MARKED.match(text))


def is_item(text: str) -> bool:
    """Whether a line begins with the number or the bullet of a list item."""
    return bool(_LIST_MARK.match(text))


def is_of_page(text: str) -> bool:
    """Whether a line belongs to the printed page: a number, a running head, a picture's placeholder.

    2021 and below it 年 may be a figure of the text, in a line that is all it left.
    """
    return is_page_number(text) or is_page_furniture(text) or is_placeholder(text) or is_bare_number(text)


def is_open_caption(text: str) -> bool:
    """Whether a line is the beginning of a caption that has no credit yet.

    Example:
        >>> is_open_caption("图2 三旺村的百合带来了好收成。渌口区扶"), is_open_caption("图1 采茶。文溪 摄")
        (True, False)
    """
    return is_caption(text) and not _CREDITED.search(text)


@dataclass(frozen=True, slots=True)
class Alike:
    """What tells in one document that a line begins a paragraph though its place does not.

    ``openings`` counts with what paragraphs begin for sure; ``refrains`` are sentences that are a line of
    their own wherever they stand.
    """

    openings: Counter[str]
    refrains: frozenset[str]

    def begins(self, text: str) -> bool:
        """Whether a line begins as paragraphs of this document do, or is one that it repeats."""
        if text in self.refrains:
            return True
        opening = _opening(text)
        return bool(opening) and self.openings[opening] >= (1 if opening.startswith("#") else _FEWEST_ALIKE)


def alike(shown: Sequence[str], wrapping: Wrapping) -> Alike:
    """What the lines of a wrapped document, given as they are ``shown``, have in common."""
    openings: Counter[str] = Counter()
    above: defaultdict[str, set[str]] = defaultdict(set)
    for place, text in enumerate(shown):
        before = shown[place - 1] if place else ""
        # Above a paragraph a short line stands that ends another, or a heading.
        closed = not wrapping.fits[place - 1] and (ends_sentence(before) or wrapping.opens[place - 1])
        if wrapping.opens[place] or closed:
            openings[_opening(text)] += 1
        if not wrapping.fits[place] and len(text) >= _SHORTEST_REFRAIN and ends_sentence(text):
            above[text].add(before)
    refrains = frozenset(text for text, lines in above.items() if len(lines) >= _FEWEST_ALIKE)
    return Alike(openings, refrains)


def _opening(text: str) -> str:
    """With what a line begins, to be compared: an ordinal, a speaker, words before a comma; or nothing."""
    if match := _ORDINAL.match(text):
        return "#" + match.group(1)
    head = _HEAD.match(text)
    return head.group() if head else ""
