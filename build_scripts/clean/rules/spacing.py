"""Space inside Chinese: white space between Han characters that no Chinese sentence has.

Example:
    乡 村 振 兴，产业  先行      →  乡村振兴，产业先行
    图为新村部。 文溪 摄         kept in captions; in titles one space parts two phrases
    （通讯员 林间）              kept: it parts the office from the name
"""

from __future__ import annotations

import re

from build_scripts.clean.chinese import CJK, HAN

CODE = "C052"
NOTE = "white space between Chinese characters closed up"

_BETWEEN = re.compile(rf"(?<=[{CJK}])\s+(?=[{CJK}0-9“])|(?<=[0-9%])\s+(?=[{CJK}])")
_AFTER_MARK = re.compile(r"(?<=[，。：；！？、）》”])\s+|\s+(?=[，。：；！？、）》”])")
_STRAY = re.compile(r"(?<=[，：；、])\s+|\s+(?=[，。：；！？、）》”])")
_OFFICE = re.compile(
    rf"((?:记者|通讯员|评论员|摄影))\s+((?:[{HAN}]{{2,4}})(?:[\s、]+[{HAN}]{{2,4}})*)(?=[）)])"
)
_KEPT = "\ue000"


def repair(text: str, *, keep_spaces: bool) -> tuple[str, int]:
    """The text without spaces that are damage, and how many runs of them were closed."""
    phrases = text.split()
    if len(phrases) <= 1:
        # No space inside, as in most texts: nothing to look for.
        return "".join(phrases), 0
    text = " ".join(phrases)
    if keep_spaces:
        # A caption's full stop and a closing mark may be followed by a credit or a second phrase.
        return _STRAY.subn("", text)
    guarded = _OFFICE.sub(lambda m: m.group(0).replace(" ", _KEPT), text)
    guarded, count = _BETWEEN.subn("", guarded)
    guarded, more = _AFTER_MARK.subn("", guarded)
    return guarded.replace(_KEPT, " "), count + more
