"""Compatibility character: a radical, a vertical or a small form that stands for an ordinary character.

PDF programs write ⼈⺠ (radicals of a font's table) for 人民, and marks of vertical setting ︵ ︶ for （ ）.
They look right but no search finds them.

Example:
    ⼈⺠⽣活        →  人民生活
    ︵试行︶        →  （试行）
    ㎡ ① Ⅲ        untouched: characters in their own right

Only characters that Unicode or their name gives one ordinary counterpart are changed.
"""

from __future__ import annotations

import re
import unicodedata

from build_scripts.clean.blocks import Draft
from build_scripts.model import Finding
from build_scripts.offsets import text_of

CODE = "C053"

# Kangxi radicals and compatibility ideographs have a counterpart in Unicode itself; of the radicals'
# supplement those that are whole characters have one by their name only.
_BY_UNICODE = (range(0x2F00, 0x2FD6), range(0xF900, 0xFAFF))
_BY_NAME = (
    "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
_MARKS = (
    "︵︶︽︾︿﹀﹁﹂﹃﹄︻︼︹︺︐︑︒︓︔︕︖︱︙﹐﹑﹔﹕﹖﹗﹙﹚｡､｢｣",
    "（）《》〈〉「」『』【】〔〕，、。：；！？—…，、；：？！（）。、「」",
)


def _table() -> dict[int, int]:
    """What each such character becomes: always one character, so that no offset shifts."""
    table = {
        code: ord(folded)
        for codes in _BY_UNICODE
        for code in codes
        if (folded := unicodedata.normalize("NFKC", chr(code))) != chr(code) and len(folded) == 1
    }
    for forms, ordinary in (_BY_NAME, _MARKS):
        table |= {ord(form): ord(char) for form, char in zip(forms, ordinary, strict=True)}
    return table


_TABLE = _table()
_ANY = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")


def repair(text: str) -> str:
    """``text`` with such characters as the ordinary ones; of the same length."""
    return text.translate(_TABLE) if _ANY.search(text) else text


def report_compatibility(draft: Draft) -> Draft:
    """The draft with a finding for each block that had such characters in the document."""
    if not _ANY.search(draft.text):
        return draft
    findings = []
    for block in draft.blocks:
        raw = text_of(draft.text, block.spans)
        count = len(_ANY.findall(raw))
        if count:
            message = f"{count} radicals or compatibility forms set as ordinary characters"
            findings.append(Finding(CODE, message, block.spans[:1]))
    return draft.report(*findings)
