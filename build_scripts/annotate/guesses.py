"""Words that the segmentation guessed, read character by character where that tells more: 还教|他, 再量|一量.

A guess joins characters that the dictionary does not have together. If one of them has a rule of context, the
guess is divided and the rule asked, as if the segmentation had done so.
"""

from __future__ import annotations

from functools import lru_cache

from build_scripts.annotate.context import RULES
from build_scripts.annotate.name_finding import TOLD
from build_scripts.annotate.neighbours import Words
from build_scripts.annotate.places import is_place
from build_scripts.annotate.readings import READINGS
from build_scripts.annotate.segment import Segment, frequency, is_known, tag_of
from build_scripts.annotate.syllables import divide, is_person, syllables

# Characters whose neighbours tell more than their place in a word does.
_BY_NEIGHBOURS = frozenset("量教种长还得地落数背结铺率转干当只应没都调处待撒供相冲晃缝盛系看")
# A clause is no longer than this; what is further away has no say.
_WINDOW = 20


def guessed_reading(words: Words, at: int) -> tuple[str, ...] | None:
    """The syllables of a guessed word, one of whose characters is read by its neighbours, or None.

    >>> from build_scripts.annotate.segment import segments
    >>> guessed_reading(segments("老师还教他识字"), 1)
    ('hái', 'jiāo')
    """
    word = words[at]
    if word.text[0] == "地" and len(word.text) == 2 and at > 1 and words[at - 1].text == words[at - 2].text:
        return ("de", *syllables(word.text[1:]))  # 一层一层|地垒
    if word.text[0] in "过子" and at and (suffixed := _with_suffix(word.text, words[at - 1])):
        return suffixed
    divided = _divided(word.text, word.tag)
    if not divided:
        return None
    parts, start = [], word.start
    for part, tag in divided:
        parts.append(Segment(part, tag, start))
        start += len(part)
    before = words[max(0, at - _WINDOW) : at]
    around = [*before, *parts, *words[at + 1 : at + _WINDOW]]
    found: list[str] = []
    for position in range(len(before), len(before) + len(parts)):
        found += _part_reading(around, position, word.text, len(found))
    return tuple(found)


def is_no_guess(text: str, tag: str) -> bool:
    """Whether :func:`guessed_reading` gives None for a word wherever it stands."""
    return text[0] not in "地过子" and not _divided(text, tag)


def _with_suffix(word: str, before: Segment) -> tuple[str, ...] | None:
    """The syllables of a word whose first character belongs to the word before it: 还动|过手, 朱家庄|子村."""
    done = before.tag == "v" and before.text[-1] not in _MODALS
    if word[0] == "过" and len(word) == 2 and done and word not in _SPENT and frequency(word) <= _RARE:
        return ("guo", *syllables(word[1:]))
    if word[:2] == "过多" and len(word) == 3 and done:
        return ("guo", *syllables(word[1:]))  # 发生|过多起
    suffix = word[0] == "子" and len(word) > 1 and is_known(before.text[-1] + "子")
    if suffix and before.tag != TOLD and not is_known(word):
        return ("zi", *syllables(word[1:]))
    return None


_MODALS = frozenset("要能会可想该得")
_SPENT = frozenset({"过好", "过个", "过上", "过点", "过得", "过年", "过节", "过冬"})
# A word of the dictionary as rare as this is no evidence.
_RARE = 100


@lru_cache(maxsize=65536)
def _divided(text: str, tag: str) -> tuple[tuple[str, str], ...]:
    """The parts of a guessed word with their tags; none of a word that its neighbours do not change."""
    if not 2 <= len(text) <= 4 or _BY_NEIGHBOURS.isdisjoint(text):
        return ()
    if is_known(text) or text in READINGS or is_place(text, tag):
        return ()
    if is_person(text) and tag in {"nr", "nrfg"}:
        return ()
    parts = divide(text)
    return tuple((part, tag_of(part)) for part in parts) if len(parts) > 1 else ()


def _part_reading(around: Words, position: int, word: str, start: int) -> tuple[str, ...]:
    part = around[position].text
    if part == "得" and start == len(word) - 1:
        return ("de",)  # 水清得|见底: the verb is in the guess
    if (part in _BY_NEIGHBOURS or len(part) > 1) and (rule := RULES.get(part)):
        read = rule(around, position)
        if read:
            return tuple(read.split())
    # What has no rule here is read as in the whole word.
    return syllables(word)[start : start + len(part)]
