"""Segmentation: a text becomes words with their part of speech.

The words are jieba's, from :mod:`build_scripts.segmenter`. The terms of the glossary are not taught to it:
:mod:`matching` says why.

Law: ``"".join(s.text for s in segments(text)) == text`` for any text.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import NamedTuple

from build_scripts import segmenter
from build_scripts.annotate.places import GAZETTEER, is_name_before_level, is_place

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
"""One Chinese character, 〇 included."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LEVEL_WORDS = frozenset({"省", "市", "县", "区", "镇", "乡", "村", "街道"})
# High enough to keep a name whole (西湖区), low enough to lose where its end belongs to another word
# (西湖区域).
_NAME_FREQUENCIES = (200, 2_000)

# The segmentation guesses words out of single characters that it does not know together, and often
# draws a function word into them (从村|党组织, 物往|基层). Such a guess is cut again at the function word.
_COMMITTEES = frozenset({"省委", "市委", "州委", "县委", "区委"})
_LEADING = frozenset("儿从至向在对由把被让使给为和与及个名各该等并往以将地的了中率我你他她它咱俺您")
_MEASURES = frozenset("个名支家间张项条位户年月处座批")
_NUMBER = re.compile("[0-9一二两三四五六七八九十百千万亿多余]$")
# 清江|镇有 and 村配: the verb belongs to what follows.
_BEHIND_LEVEL = frozenset("有为达无配建在共将已都设通")
# Behind these 长 is the head of something, which the segmentation draws to the next word (施工队|长说).
_HEADED = frozenset("队组区县市省镇乡村厂校院局处科室部所站团会社行连排班元楼栋家格户院巷街片林河湖田链团渠")
_JOINTLY = "会同县"
_BEFORE_ACTING = frozenset({"将", "要", "应", "应当", "可", "须", "必须", "并", "再", "及时", "主动", "积极"})
_BODIES = frozenset("委局部办院室组队府厅站所司")
_TRAILING = frozenset("的了着得地往向等和与及为")


class Segment(NamedTuple):
    """One word of a text: its characters, its ICTCLAS part of speech, and where it starts."""

    text: str
    tag: str
    start: int

    @property
    def end(self) -> int:
        """Where the segment ends, not included."""
        return self.start + len(self.text)


# Segment(*fields), a function in Python, takes twice as long, and a report has a thousand words.
_segment = partial(tuple.__new__, Segment)


@lru_cache(maxsize=1)
def _engine() -> segmenter.Jieba:
    """The segmenter with the gazetteer taught to it, so that 渌口区 is one word. Built once a process.

    Names that it keeps whole as it is are left alone: their frequency is better known to its dictionary.
    """
    engine = segmenter.Jieba()
    for frequency in _NAME_FREQUENCIES:
        for name in sorted(name for name in GAZETTEER if len(engine.tag(name)) > 1):
            engine.add_word(name, frequency, "ns")
    return engine


def _without_surrogates(text: str) -> str:
    """A lone surrogate cannot cross into Rust; it is no character of any text, and one character wide."""
    try:
        text.encode()  # much quicker than looking for one
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Tell whether ``word`` is in the dictionary (as opposed to guessed from its characters).

    >>> is_known("基层"), is_known("从村")
    (True, False)
    """
    return _engine().has_word(_without_surrogates(word))


@lru_cache(maxsize=65536)
def frequency(word: str) -> int:
    """How often ``word`` occurs in the texts that the dictionary was counted from; 0 if it is not in there.

    >>> frequency("的") > frequency("村里") > frequency("从村")
    True
    """
    # What frequency a word would need to be kept whole is, for one that is in the dictionary, its own.
    return int(_engine().suggest_freq(word)) if is_known(word) else 0


@lru_cache(maxsize=65536)
def has_han(text: str) -> bool:
    """Tell whether ``text`` holds a Chinese character."""
    return HAN.search(text) is not None


def segments(text: str) -> tuple[Segment, ...]:
    """Divide ``text`` into words; every character, white space included, is in exactly one.

    >>> [s.text for s in segments("从村党组织书记")]
    ['从', '村', '党组织', '书记']
    """
    tagged = _engine().tag(_without_surrogates(text))
    found: list[Segment] = []
    position = 0
    before = ""
    for token, tag in tagged:
        first = token[0]
        counted = first in _MEASURES and _NUMBER.search(before) is not None
        counted = counted or (first == "长" and before[-1:] in _HEADED)
        before = token
        pieces = _cut_guess(token, tag, counted)
        if len(pieces) == 1:
            end = position + len(token)
            found.append(_segment((text[position:end], pieces[0][1], position)))
            position = end
            continue
        for piece, piece_tag in pieces:
            end = position + len(piece)
            found.append(_segment((text[position:end], piece_tag, position)))
            position = end
    if position != len(text):
        raise AssertionError(f"the segmentation lost characters: {position} of {len(text)}")
    parted = _with_verbs(found) if _JOINTLY in text else found
    return _merge_places(_villages(parted) if _TOWN_HEAD.search(text) else parted)


def _with_verbs(found: list[Segment]) -> list[Segment]:
    """Part a verb from 县 where a body acts together with another: 纪委|会同|县|审计局 names no 会同县."""
    parted: list[Segment] = []
    for word in found:
        if word.text == _JOINTLY and parted and _may_act(parted[-1].text):
            verb = Segment(word.text[:-1], "v", word.start)
            parted += (verb, Segment(word.text[-1], "n", verb.end))
        else:
            parted.append(word)
    return parted


def _may_act(before: str) -> bool:
    return before[-1] in _BODIES or before in _BEFORE_ACTING


_TOWN_HEADS = frozenset({"镇长", "乡长", "乡下", "镇上", "乡上", "镇中", "县城"})
_TOWN_HEAD = re.compile("[镇乡][长下上中].{1,2}村|县城.{1,2}村")


def _villages(found: list[Segment]) -> list[Segment]:
    """Part 镇长, 乡下 where a town and a village meet: 大宁|镇长|冲村 names 大宁镇 and 长冲村."""
    for at in range(1, len(found) - 1):
        head, village = found[at], found[at + 1]
        if (
            head.text in _TOWN_HEADS
            and 2 <= len(village.text) <= 3
            and village.text[-1] == "村"
            and not is_known(village.text)
            and found[at - 1].tag in {"ns", "nr", "nz", "n"}
        ):
            middle = head.start + 1
            found[at] = Segment(head.text[0], "n", head.start)
            found[at + 1] = Segment(head.text[1] + village.text, "ns", middle)
    return found


@lru_cache(maxsize=65536)
def _cut_guess(token: str, tag: str, counted: bool) -> tuple[tuple[str, str], ...]:
    """Take function words off the ends of a word that is not in the dictionary (从村 → 从, 村).

    ``counted``: it follows a number and begins with a measure word, which is taken off (32 支驻 → 支, 驻), or
    follows a body that has a head (施工队 长说 → 长, 说).
    """
    place = token[:-2].removeprefix("中共")
    if token[-2:] in _COMMITTEES and place in GAZETTEER:
        party = (("中共", "nt"),) if token.startswith("中共") else ()
        return (*party, (place, "ns"), (token[-2:], "n"))
    if token in GAZETTEER or (not counted and _is_village(token, tag)):
        return ((token, "ns"),)
    if len(token) == 2 and token[0] in _LEVEL_WORDS and token[1] in _BEHIND_LEVEL and not is_known(token):
        return ((token[0], "n"), (token[1], tag_of(token[1])))
    if len(token) < 2 or len(token) > 4 or token.isascii() or is_known(token) or not has_han(token):
        return ((token, tag),)
    if counted or (token[0] in _LEADING and is_known(token[1:])):
        return ((token[0], tag_of(token[0])), (token[1:], tag_of(token[1:])))
    if token[-1] in _TRAILING and is_known(token[:-1]):
        return ((token[:-1], tag_of(token[:-1])), (token[-1], tag_of(token[-1])))
    return ((token, tag),)


def _is_village(token: str, tag: str) -> bool:
    """Names of villages are tagged as persons or things: 石桥镇 nr, 三旺村 n; but 贫困县 is a known n."""
    if len(token) != 3 or token[-1] not in "村镇乡县":
        return False
    return (tag == "nr" or (tag == "n" and not is_known(token))) and is_place(token, "ns")


@lru_cache(maxsize=65536)
def tag_of(word: str) -> str:
    """The part of speech of a word that stands alone: ``tag_of("医院")`` is ``n``."""
    return _engine().tag(_without_surrogates(word))[0][1]


def _merge_places(found: list[Segment]) -> tuple[Segment, ...]:
    """Join a name and its level where the segmentation parted them (清江 镇 → 清江镇)."""
    if _LEVEL_WORDS.isdisjoint([segment.text for segment in found]):
        return tuple(found)
    merged: list[Segment] = []
    for segment in found:
        before = merged[-1] if merged else None
        if (
            before is not None
            and segment.text in _LEVEL_WORDS
            and is_name_before_level(before.text, before.tag, is_known(before.text))
            and is_place(before.text + segment.text, "ns")
        ):
            merged[-1] = Segment(before.text + segment.text, "ns", before.start)
        else:
            merged.append(segment)
    return tuple(merged)
