"""The names in a text that may be those of divisions; :mod:`.place_mentions` tells which they mean.

A name is found where it begins and ends with a word, the longest at each place. Names in the names of
streets, universities and firms (吉林大路, 湖南工业大学) and of persons (王海东) are no places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.annotate.annotated import AnnotatedText
from build_scripts.annotate.division_names import name_parts
from build_scripts.annotate.divisions import (
    Division,
    Level,
    divisions,
    name_starts,
    needs_level,
    township_names,
)
from build_scripts.annotate.places import COMMON_FULL, TWO_CHARACTERS
from build_scripts.annotate.segment import is_known
from build_scripts.annotate.tables import word_set


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name that may be that of one of ``codes``.

    ``full``: it is a full name. ``free``: it needs no evidence where there is only one of it; ``bound``: only
    its neighbours can tell that it is a place. ``least``: so many of the divisions it lies in, from the
    province down, must be named elsewhere in the report.
    """

    text: int
    start: int
    end: int
    codes: tuple[str, ...]
    full: bool
    free: bool
    bound: bool
    least: int = 1


_LONGEST = 16
_TOWNSHIP_END = re.compile("镇|乡|街道|苏木")
_COMMON_TOWNSHIPS = word_set("中心镇 小城镇")
_TOWNSHIP_LENGTHS = range(12, 1, -1)
_SURNAMES = frozenset(
    "王李张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐邓韩冯曹彭曾肖田董袁潘蒋蔡余杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖"
)
# A short name before one of these is part of the name of a street, a school or a firm.
_NAMES_ON = word_set(
    """
    路 街 巷 里弄 大路 大街 大道 东路 西路 南路 北路 中路 东街 西街 站 南站 北站 东站 西站 岸 大桥 桥 大厦
    大酒店 大学 学院 公司 集团 银行 日报 晚报 晨报 卫视 电视台
    """
)
_WITHIN = 4  # So many words may stand between a short name and 大学: 湖南 工业 大学.
# What stands behind a place as a word of its own: a level, its people.
_BEHIND = frozenset("省市州县区镇乡村人籍")


def _hits(number: int, text: AnnotatedText) -> Iterator[PlaceName]:
    """The names in one text, the longest at each place."""
    words, starts = text.words, name_starts()
    done = 0
    for at, word in enumerate(words):
        if word.start < done or text.zh[word.start : word.start + 2] not in starts:
            continue
        if word.term is not None and not word.place:
            continue
        # The segmentation parts it where a body acts together with another: 纪委|会同|县|审计局.
        if word.text == "会同" and text.zh.startswith("县", word.end):
            continue
        for behind in range(min(len(words), at + _LONGEST), at, -1):
            end = words[behind - 1].end
            if end - word.start > _LONGEST or end - word.start < 2:
                continue
            hit = _hit(number, text.zh[word.start : end], word.start)
            if hit is None or (not hit.full and _is_part_of_a_name(text, at, behind)):
                continue
            yield hit
            done = end
            break


def find_names(number: int, text: AnnotatedText) -> list[PlaceName]:
    """The names in one text in their order; townships where no other name is."""
    hits = list(_hits(number, text))
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    townships = [
        hit for hit in find_townships(number, text) if not taken.intersection(range(hit.start, hit.end))
    ]
    return sorted((*hits, *townships), key=lambda hit: hit.start)


def find_townships(number: int, text: AnnotatedText) -> Iterator[PlaceName]:
    """The townships in one text, by their full names.

    The dictionary has few of them, so the segmentation cuts many wrongly (七江 镇通): their ends need not be
    ends of words where it only guessed at a word.
    """
    known, done = township_names(), 0
    for level in _TOWNSHIP_END.finditer(text.zh):
        end = level.end()
        for start in (end - length for length in _TOWNSHIP_LENGTHS if end - length >= done):
            codes = known.get(text.zh[start:end])
            if codes and _may_part(text, start) and _may_part(text, end):
                name = text.zh[start:end]
                bound = len(name) == 2 or name in _COMMON_TOWNSHIPS
                # A name that is no word and of one township alone is told by its province.
                least = 1 if len(codes) == 1 and not is_known(name) else 2
                yield PlaceName(number, start, end, codes, True, False, bound, least)
                done = end
                break


def _may_part(text: AnnotatedText, at: int) -> bool:
    """Whether a word may begin or end at a character: it does, or the word around it is a guess."""
    around = bisect_right(text.words, at, key=lambda word: word.start) - 1
    if around < 0 or text.words[around].start == at or text.words[around].end <= at:
        return True
    word = text.words[around]
    # 七江|镇党委: the town's committee, whose first character is the town's last.
    body = at == word.start + 1 and word.text[0] in "镇乡" and is_known(word.text[1:])
    return body or (word.term is None and not is_known(word.text))


def _hit(number: int, name: str, start: int) -> PlaceName | None:
    known = divisions()
    end = start + len(name)
    if codes := known.full.get(name):
        bound = name in COMMON_FULL or (len(name) == 2 and name not in TWO_CHARACTERS)
        return PlaceName(number, start, end, codes, True, not bound, bound)
    if not (codes := known.short.get(name, ())):
        return None
    if name in needs_level():
        return PlaceName(number, start, end, codes, False, False, True)
    outside = tuple(code for code in codes if not _is_district(known.by_code[code]))
    if not outside:
        return PlaceName(number, start, end, codes, False, False, True)
    first = known.by_code[outside[0]]
    high = first.level in (Level.PROVINCE, Level.PREFECTURE)
    if high and all(first.level is Level.PROVINCE or known.lies_in(code, first.code) for code in outside[1:]):
        return PlaceName(number, start, end, outside[:1], False, True, False)
    free = len(outside) == 1 and (high or first.name.endswith("市") or len(name) > 2)
    return PlaceName(number, start, end, outside, False, free, False)


def _is_district(one: Division) -> bool:
    return name_parts(one.name).generic in {"区", "新区", "矿区", "林区"}


def _is_part_of_a_name(text: AnnotatedText, at: int, behind: int) -> bool:
    """Whether a short name, the words ``at`` to ``behind``, belongs to the name of somebody or something."""
    words = text.words
    before = words[at - 1].text if at else ""
    if before in _SURNAMES and words[behind - 1].end - words[at].start == 2:
        return True
    behind_it = words[behind].text if behind < len(words) else ""
    # 长|沙发: the segmentation took the wrong two of three; 恩施州|委 is as it should be.
    last = words[behind - 1].text[-1]
    committee = behind_it == "委" and last in _BEHIND
    if len(behind_it) == 1 and behind_it not in _BEHIND and not committee and is_known(last + behind_it):
        return True
    for word in words[behind : behind + _WITHIN]:
        if word.text in _NAMES_ON or word.text.endswith(("大学", "学院")):
            # 路, 站 and the like follow at once: 长沙 站, but not 怀化 市民 走 在 路 上.
            return word is words[behind] or len(word.text) > 1
        if word.pinyin is None or word.place or word.text in {"的", "和", "与", "在", "到"}:
            return False
    return False
