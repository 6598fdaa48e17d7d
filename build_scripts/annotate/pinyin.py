"""Pinyin of one word, after GB/T 16159: joined, capitalised where a proper noun, the apostrophe in Xī'ān.

一 and 不 keep their dictionary tone; 的, 了, 着 and the like are neutral. What depends on the neighbours of a
word is decided in :mod:`build_scripts.annotate.context`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import cast

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from build_scripts.annotate.inner import correct
from build_scripts.annotate.places import is_place, parts
from build_scripts.annotate.readings import PROPER, READINGS, SURNAMES
from build_scripts.annotate.segment import HAN, is_known
from build_scripts.annotate.tables import word_set

_LONGER = "|".join(word for word in sorted(READINGS, key=lambda word: (-len(word), word)) if len(word) > 1)
_READING_KEYS = re.compile(_LONGER)
_READING_TAILS = re.compile(f"(?:{_LONGER})$")
_NUMERAL = "一二两三四五六七八九十百千万亿几多余数半"
_COUNTED = re.compile(rf"([{_NUMERAL}]+)([个名次件项位条座支所家户人张本份场批年月日岁天级类元亩吨处只头种])")
_ORDINAL = re.compile(r"第([一二三四五六七八九十百]+)(.*)")
_NUMBER = re.compile(f"{_COUNTED.pattern}|{_ORDINAL.pattern}")
_ERHUA = word_set("这儿 那儿 哪儿 一点儿 一会儿 一块儿 事儿 活儿 劲儿 大伙儿 今儿 明儿 干劲儿")
# Function words may stand alone inside a long word of the dictionary (党的领导, 一年多来).
_FUNCTION = frozenset("的之了不在上中下与和一多来为以")
# Set phrases of 2 + 2 that the dictionary does not tag as such, or whose halves are words by chance.
_SET_PHRASES = word_set(
    "众志成城 实事求是 日新月异 千方百计 丰富多彩 全心全意 齐抓共管 风清气正 与时俱进 互联互通"
)
_COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐邓韩冯曹彭曾肖田董袁潘蒋蔡余杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖"
    "贾韦付邹熊孟秦邱薛侯陶黎贺顾毛郝龚邵钱覃戴莫孔汤任单查仇缪冼"
)


@lru_cache(maxsize=65536)
def syllables(word: str) -> tuple[str, ...]:
    """One syllable for each character of ``word``; a character that is not Chinese stands for itself.

    >>> syllables("不断"), syllables("K歌")
    (('bù', 'duàn'), ('K', 'gē'))
    """
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


def join(found: tuple[str, ...]) -> str:
    """Join the syllables of one word, with the apostrophe before a, o and e.

    >>> join(("xī", "ān")), join(("fù", "nǚ"))
    ("xī'ān", 'fùnǚ')
    """
    joined = ""
    for syllable in found:
        if joined and joined[-1].isalpha() and _plain(syllable)[:1] in {"a", "o", "e"}:
            joined += "'"
        joined += syllable
    return joined


def capital(text: str) -> str:
    """``text`` with its first letter as a capital: ``húnán`` → ``Húnán``."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=65536)
def spell(word: str, tag: str = "n") -> str:
    """The pinyin of a word that stands without context; a long word may be written in several parts.

    Args:
        word: one word of a segmentation.
        tag: its ICTCLAS part of speech (``ns`` place, ``nr`` person, ``m`` number, ``i`` idiom).

    >>> spell("怀化市", "ns"), spell("公共服务", "n"), spell("焕然一新", "i"), spell("一个", "m")
    ('Huáihuà Shì', 'gōnggòng fúwù', 'huànrán-yīxīn', 'yī gè')
    """
    if word in PROPER:
        return PROPER[word]
    if is_place(word, tag):
        return _spell_place(word)
    if tag in {"nr", "nrfg"} and is_person(word):
        return _spell_person(word)
    if match := _ORDINAL.fullmatch(word):
        return f"dì-{join(syllables(match[1]))} {join(syllables(match[2]))}".rstrip()
    if match := _COUNTED.fullmatch(word):
        return f"{join(syllables(match[1]))} {join(syllables(word)[len(match[1]) :])}"
    if word in _ERHUA:
        return join(syllables(word)[:-1]) + "r"
    if len(word) >= 4 and len(HAN.findall(word)) == len(word):
        return _spell_long(word, tag)
    return join(syllables(word))


def is_person(word: str) -> bool:
    """Tell whether a word tagged as a person has the form of a name: a common surname and 1 or 2 characters.

    The tag alone is no evidence (晋升, 关怀, 智慧 bear it). A word of the dictionary must have three.
    """
    if not word or word[0] not in _COMMON_SURNAMES:
        return False
    return len(word) == 3 if is_known(word) else 2 <= len(word) <= 3


def _spell_person(name: str) -> str:
    surname = SURNAMES.get(name[0], syllables(name[0])[0])
    return f"{capital(surname)} {capital(join(syllables(name[1:])))}"


def _spell_place(word: str) -> str:
    found, spelled = syllables(word), []
    for part in parts(word):
        spelled.append(capital(join(found[: len(part)])))
        found = found[len(part) :]
    return " ".join(spelled)


def _spell_long(word: str, tag: str) -> str:
    """Four characters and more: written apart by words, set phrases of 2 + 2 with a hyphen, else joined."""
    found = syllables(word)
    if len(word) == 4:
        halves = join(found[:2]), join(found[2:])
        known = is_known(word[:2]), is_known(word[2:])
        if word in _SET_PHRASES or _is_doubled(word) or (tag == "i" and word in PHRASES_DICT and all(known)):
            return "-".join(halves)
        if tag == "i" and not any(known) and is_known(word[1:]):
            return f"{found[0]} {join(found[1:])}"  # 打 退堂鼓
        if tag == "i" and not all(known):
            # A function word in the middle binds the four together: chízhīyǐhéng.
            return join(found) if set(word[1:3]) & set("之以为而于") else "-".join(halves)
        if all(known) or (any(known) and not set(word) & _FUNCTION):
            return f"{_spell_part(word[:2], found[:2])} {_spell_part(word[2:], found[2:])}"
    spelled, position = [], 0
    for part in _cut_long(word):
        spelled.append(_spell_part(part, found[position : position + len(part)]))
        position += len(part)
    return " ".join(spelled)


def _spell_part(part: str, found: tuple[str, ...]) -> str:
    """A word within a long word: its syllables are those of the whole, its form is its own."""
    if len(part) > 1 and (part in PROPER or is_place(part, "") or _NUMBER.fullmatch(part)):
        return spell(part, "m")
    return join(found)


def _is_doubled(word: str) -> bool:
    """AABB (家家户户) and ABAC (各行各业)."""
    a, b, c, d = list(word)
    return (a == b and c == d) or (a == c and b != d)


@lru_cache(maxsize=8192)
def _cut_long(word: str) -> tuple[str, ...]:
    """The division of a long word into the fewest words of the dictionary; single characters cost more.

    Gives the word whole where a division would leave two single characters side by side, neither of them a
    function word.
    """
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for end in range(1, len(word) + 1):
        options = []
        for start in range(max(0, end - 3), end):
            part = word[start:end]
            if part == word or (len(part) > 1 and not is_known(part)):
                continue
            cost, before = best[start]
            options.append((cost + (5 if len(part) == 1 else 2), (*before, part)))
        best.append(min(options))
    cut = best[-1][1]
    alone = [len(part) == 1 and part not in _FUNCTION for part in cut]
    return (word,) if any(a and b for a, b in pairwise(alone)) else cut


_TONES = re.compile("[\u0300\u0301\u0304\u030c]")


def without_tones(pinyin: str) -> str:
    """Pinyin without its tone marks, as names stand in English text; ü stays.

    >>> without_tones("Lǚliáng Shì")
    'Lüliang Shi'
    """
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", pinyin)))


def _plain(text: str) -> str:
    """Letters without their marks, ü as u: ``ǎn`` → ``an``."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def slug(pinyin: str) -> str:
    """An address made of pinyin: no tones, words parted by hyphens, ü as v as on keyboards.

    >>> slug("Yī jiān tiāo"), slug("fùnǚ"), slug("“1+5” wénjiàn")
    ('yi-jian-tiao', 'funv', '1-5-wenjian')
    """
    keyboard = re.sub("[üǖǘǚǜ]", "v", unicodedata.normalize("NFC", pinyin.lower()).replace("'", ""))
    return re.sub(r"[^a-z0-9]+", "-", _plain(keyboard)).strip("-")
