"""The syllables of a word that stands by itself: one for each character, from the tables and pypinyin.

一 and 不 keep their dictionary tone. What depends on the neighbours of a word is decided in
:mod:`build_scripts.annotate.context`, how the syllables are written in :mod:`build_scripts.annotate.pinyin`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from build_scripts.annotate.inner import correct
from build_scripts.annotate.readings import READINGS, SURNAMES
from build_scripts.annotate.segment import is_known

_LONGER = "|".join(word for word in sorted(READINGS, key=lambda word: (-len(word), word)) if len(word) > 1)
_READING_KEYS = re.compile(_LONGER)
_READING_TAILS = re.compile(f"(?:{_LONGER})$")
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
    if word not in PHRASES_DICT:
        # Only at an end: 扎实 is in 扎扎实实 by chance.
        if match := _READING_KEYS.match(word):
            return (*READINGS[match[0]], *syllables(word[match.end() :]))
        if match := _READING_TAILS.search(word):
            return (*syllables(word[: match.start()]), *READINGS[match[0]])
    if not word:
        return ()
    # pypinyin gives a run of other characters as one item unless its handler divides it; the stub lacks that.
    found = lazy_pinyin(word, style=Style.TONE, errors=cast("Callable[[str], str]", list))
    if len(found) != len(word):
        raise AssertionError(f"{word!r}: {len(found)} syllables for {len(word)} characters")
    return tuple(correct(word, at, syllable) for at, syllable in enumerate(found))


def is_person(word: str) -> bool:
    """Tell whether a word tagged as a person has the form of a name: a common surname and 1 or 2 characters.

    The tag alone is no evidence (晋升, 关怀, 智慧 bear it). A word of the dictionary must have three.
    """
    if not word or word[0] not in _COMMON_SURNAMES:
        return False
    return len(word) == 3 if is_known(word) else 2 <= len(word) <= 3
