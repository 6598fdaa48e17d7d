"""Titles of official papers set in several lines: …关于印发《…方案》的 and below it 通知."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.clean.chinese import CLOSERS, closes, unmatched
from build_scripts.offsets import RawLine

_PAPER = (
    "通知|决定|意见|报告|公告|通告|通报|办法|批复|公报|规定|请示|命令|议案|纪要|方案|条例|细则|规则|建议|答复|倡议书|函"
    "|決定|意見|報告|辦法|批復|規定|請示|議案|紀要|條例|細則|規則|建議"
)
_WHOLE = re.compile(
    rf"(?:.*(?:关于|關於|印发|印發)).+的(?:[\u4e00-\u9fff]{{0,4}})(?:{_PAPER})(?:[（(][^）)]{{1,12}}[）)])?$"
)
_ABOUT = re.compile("关于|關於|印发|印發")
_LONGEST_LINE = 40
_MOST_LINES = 4
_SENTENCE = re.compile("[。；！？，]")


def title_lines(lines: Sequence[RawLine], shown: Sequence[str], place: int) -> int:
    """How many lines make one title that begins at ``place``; 1 where it is none, or whole already.

    Example:
        关于调整村级办事
        时间的通知                    2
    """
    if not _may_go_on(shown[place]):
        return 1
    whole = shown[place]
    for count in range(2, min(_MOST_LINES, len(shown) - place) + 1):
        line = place + count - 1
        if lines[line].follows_blank or len(shown[line]) > _LONGEST_LINE or _SENTENCE.search(shown[line]):
            return 1
        whole += shown[line]
        if _WHOLE.match(whole) and not unmatched(whole)[1]:
            return count
        if _closed_name(whole, shown[line]):
            following = place + count
            if following >= len(shown) or lines[following].follows_blank or not whole.endswith(_OPEN_ENDS):
                return count
    return 1


_OPEN_ENDS = ("的", "》")


def _may_go_on(text: str) -> bool:
    """Whether a line can be the first of such a title: it opens a name, or says what the paper is about."""
    if len(text) > _LONGEST_LINE or _SENTENCE.search(text) or _WHOLE.match(text):
        return False
    return bool(_ABOUT.search(text)) or "《" in unmatched(text)[1]


def _closed_name(whole: str, line: str) -> bool:
    """Whether the last line closes the name of a paper that was open above."""
    loose, _ = unmatched(line)
    return bool(loose) and loose[0] in CLOSERS and closes("《", loose[0]) and not unmatched(whole)[1]
