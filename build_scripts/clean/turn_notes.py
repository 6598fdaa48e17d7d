"""Notes that a report goes on on another page (下转第三版) or comes from one (上接第一版)."""

from __future__ import annotations

import re
from dataclasses import replace

from build_scripts.clean.blocks import PROSE, Draft
from build_scripts.clean.rules import page_furniture

_TURNS_ON, _COMES_FROM = re.compile(r"下?[转轉]|未完"), re.compile(r"[上紧緊]?接")
_DECORATION = "（([【＜<▶►→↓▼>＞ "
# How many blocks a note may stand away from its paragraph: a picture and its caption lie between.
_NOTE_REACH = 4


def mark_turns(draft: Draft) -> Draft:
    """The draft with the paragraphs marked that a note says go on on another page, or come from one."""
    blocks = list(draft.blocks)
    for place, note in enumerate(blocks):
        if note.verdict is None or note.verdict.code != page_furniture.CODE:
            continue
        text = note.text.lstrip(_DECORATION)
        if _TURNS_ON.match(text):
            near, word = range(place - 1, max(-1, place - 1 - _NOTE_REACH), -1), "on"
        elif _COMES_FROM.match(text):
            near, word = range(place + 1, min(len(blocks), place + 1 + _NOTE_REACH)), "from"
        else:
            continue
        other = next((n for n in near if blocks[n].kind in PROSE), None)
        if other is not None:
            blocks[other] = replace(blocks[other], turns=word)
    return replace(draft, blocks=tuple(blocks))
