"""The syllables of a word that stands by itself: one for each character, from the tables and pypinyin.

一 and 不 keep their dictionary tone. What depends on the neighbours of a word is decided in
:mod:`build_scripts.annotate.context`, how the syllables are written in :mod:`build_scripts.annotate.pinyin`.
"""

from __future__ import annotations

from functools import lru_cache

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from build_scripts.annotate.inner import by_place, correct
from build_scripts.annotate.readings import READINGS, SURNAMES
from build_scripts.annotate.segment import is_known

_LONGEST = 8
_PERSONS = frozenset({"nr", "nrfg"})
_COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐邓韩冯曹彭曾肖田董袁潘蒋蔡余杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖"
    "贾韦付邹熊孟秦邱薛侯陶黎贺顾毛郝龚邵钱覃戴莫孔汤任单查仇缪冼"
)


@lru_cache(maxsize=65536)
def syllables(word: str, tag: str = "") -> tuple[str, ...]:
    """One syllable for each character of ``word``; a character that is not Chinese stands for itself.

    Args:
        word: one word of a segmentation, or any text.
        tag: its ICTCLAS part of speech; with ``nr`` what has the form of a name begins with a surname.

    >>> syllables("不断"), syllables("K歌"), syllables("任志明", "nr")
    (('bù', 'duàn'), ('K', 'gē'), ('rén', 'zhì', 'míng'))
    """
    if tag in _PERSONS and is_person(word):
        return (SURNAMES.get(word[0], syllables(word[0])[0]), *syllables(word[1:]))
    if word in READINGS:
        return READINGS[word]
    if word in PHRASES_DICT:
        return _of_phrase(word)
    found: list[str] = []
    for part in _divide(word):
        found += syllables(part) if len(part) > 1 else [_of_character(word, len(found))]
    return tuple(found)


def _of_phrase(word: str) -> tuple[str, ...]:
    return tuple(correct(word, at, readings[0]) for at, readings in enumerate(PHRASES_DICT[word]))


def _of_character(word: str, at: int) -> str:
    """The syllable of a character that belongs to no phrase inside ``word``."""
    character = word[at]
    by_rule = correct(word, at, "") or by_place(word, at)
    if by_rule:
        return by_rule
    if character in READINGS:
        return READINGS[character][0]
    plain = PINYIN_DICT.get(ord(character), character).split(",")[0]
    return correct(character, 0, plain)


def _divide(word: str) -> list[str]:
    """A word that no table has as the longest words of the tables, from its end or its beginning.

    The division into fewer parts counts; the one from the end if they are equal, as the end bears the
    meaning (小学生 holds 学生 rather than 小学).
    """
    backward: list[str] = []
    end = len(word)
    while end:
        start = next((s for s in range(max(0, end - _LONGEST), end - 1) if _has(word[s:end])), end - 1)
        backward.append(word[start:end])
        end = start
    backward.reverse()
    forward: list[str] = []
    start = 0
    while start < len(word):
        ends = range(min(len(word), start + _LONGEST), start + 1, -1)
        end = next((e for e in ends if _has(word[start:e])), start + 1)
        forward.append(word[start:end])
        start = end
    return forward if len(forward) < len(backward) else backward


def _has(word: str) -> bool:
    return word in READINGS or word in PHRASES_DICT


def is_person(word: str) -> bool:
    """Tell whether a word tagged as a person has the form of a name: a common surname and 1 or 2 characters.

    The tag alone is no evidence (晋升, 关怀, 智慧 bear it). A word of the dictionary must have three.
    """
    if not word or word[0] not in _COMMON_SURNAMES:
        return False
    return len(word) == 3 if is_known(word) else 2 <= len(word) <= 3
