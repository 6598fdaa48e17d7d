"""How the syllables of one word are written, after GB/T 16159: joined, proper nouns with a capital, Xī'ān.

Which syllables they are is decided in :mod:`build_scripts.annotate.syllables` and, where it depends on the
neighbours of the word, in :mod:`build_scripts.annotate.context`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from pypinyin.constants import PHRASES_DICT

from build_scripts.annotate.given_names import CALLED
from build_scripts.annotate.numerals import number_parts
from build_scripts.annotate.places import is_place, parts
from build_scripts.annotate.readings import PROPER, READINGS
from build_scripts.annotate.segment import HAN, is_known
from build_scripts.annotate.syllables import is_person, syllables
from build_scripts.annotate.tables import word_set

__all__ = [
    "capital",
    "form",
    "is_person",
    "join",
    "slug",
    "spell",
    "syllables",
    "whole_syllables",
    "without_tones",
]

_COUNTED = re.compile(
    "([一二两三四五六七八九十百千万亿几多余数半]+)([个名次件项位条座支所家户人张本份场批年月日岁天级类元亩吨处只头种])"
)
# 这, 各 and the like stand apart from a noun or measure word, but for what has become one word.
_POINTERS = frozenset("这那哪各每某本该")
_POINTER_WORDS = word_set(
    """
    这里 那里 哪里 这样 那样 这么 那么 这些 那些 哪些 这边 那边 这个 那个 哪个 这儿 那儿
    哪儿 这般 那般 各自 每每
    某些 本来 本身 本人 本地 本领 本质 本科 本事 本能 本土 本职 本色 本性 本分 本钱 本意 该当 各位 各个
    """
)
# 不 stands apart from a verb (bù néng); what the dictionary has as one word (不断, 不同) is joined.
_NOT_BEFORE_VERBS = word_set(
    """
    不能 不会 不想 不敢 不愿 不肯 不去 不来 不是 不让 不给 不怕 不知 不在 不到 不出 不走 不做 不看 不说
    不搞 不收
    """
)
# Function words may stand alone inside a long word of the dictionary (党的领导, 一年多来).
_FUNCTION = frozenset("的之了不在上中下与和一多来为以")
# Set phrases of 2 + 2 that the dictionary does not tag as such, or whose halves are words by chance.
_SET_PHRASES = word_set(
    "众志成城 实事求是 日新月异 千方百计 丰富多彩 全心全意 齐抓共管 风清气正 与时俱进 互联互通"
)


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


def spell(word: str, tag: str = "n") -> str:
    """The pinyin of a word that stands without context; a long word may be written in several parts.

    Args:
        word: one word of a segmentation.
        tag: its ICTCLAS part of speech (``ns`` place, ``nr`` person, ``m`` number, ``i`` idiom).

    >>> spell("怀化市", "ns"), spell("公共服务", "n"), spell("焕然一新", "i"), spell("一个", "m")
    ('Huáihuà Shì', 'gōnggòng fúwù', 'huànrán-yīxīn', 'yī gè')
    """
    return form(word, tag, whole_syllables(word, tag))


# What these are in the names of towns and villages.
_IN_PLACES = {"都": "dū", "铺": "pù"}
_TOWN_CHARACTERS = frozenset("都铺任")


def whole_syllables(word: str, tag: str = "") -> tuple[str, ...]:
    """The syllables of a word without context, with the readings that characters have in names of places.

    >>> whole_syllables("平铺镇", "ns"), whole_syllables("平铺", "v")
    (('píng', 'pù', 'zhèn'), ('píng', 'pū'))
    """
    found = syllables(word, tag)
    if _TOWN_CHARACTERS.isdisjoint(word) or word in READINGS or not is_place(word, tag):
        return found
    named = [_IN_PLACES.get(char, one) for char, one in zip(word, found, strict=True)]
    return ("rén", *named[1:]) if word[0] == "任" else tuple(named)


@lru_cache(maxsize=65536)
def form(word: str, tag: str, found: tuple[str, ...]) -> str:
    """The written form of a word whose syllables are known, after GB/T 16159.

    Law: without capitals, spaces, hyphens and apostrophes it is the syllables, one after the other.

    >>> form("朝阳区", "ns", ("cháo", "yáng", "qū"))
    'Cháoyáng Qū'
    """
    if word in PROPER:
        return PROPER[word]
    if is_place(word, tag):
        return _place(word, found)
    if tag in {"nr", "nrfg"} and is_person(word):
        behind = join(found[1:])
        return f"{capital(found[0])} {behind if CALLED.fullmatch(word, 1) else capital(behind)}"
    doubled = len(word) == 4 and _is_doubled(word)
    if not doubled and (apart := number_parts(word, tag) or _apart(word, tag, found)):
        return _in_parts(apart, found)
    if len(word) >= 4 and len(HAN.findall(word)) == len(word):
        return _long(word, tag, found)
    return join(found)


def _in_parts(parts: tuple[str, ...], found: tuple[str, ...]) -> str:
    spelled = []
    for part in parts:
        syllables_of_part = found[: len(part)]
        ordinal = part[0] == "第" and len(part) > 1
        spelled.append(f"dì-{join(syllables_of_part[1:])}" if ordinal else join(syllables_of_part))
        found = found[len(part) :]
    return " ".join(spelled)


# Verbs in front of two characters that are a word, even where the dictionary has the three as a noun.
_VERBS = frozenset("办促谋讲做献摘走卖打")


def _apart(word: str, tag: str, found: tuple[str, ...]) -> tuple[str, ...] | None:
    """The parts of a word of the segmentation that the standard writes apart, or None: it is one word."""
    if match := _COUNTED.fullmatch(word):
        return match[1], match[2]
    if len(word) == 2:
        if word[0] in "地得" and found[0] == "de":
            return word[0], word[1]  # bān de chū
        if (word[0] in _POINTERS and tag == "r" and word not in _POINTER_WORDS) or word in _NOT_BEFORE_VERBS:
            return word[0], word[1]
        if word[1] == "得" and found[1] == "de" and word not in PHRASES_DICT:
            return word[0], word[1]  # biàn de
    if len(word) == 3:
        if word[1] == "得" and found[1] == "de" and word not in PHRASES_DICT:
            return tuple(word)  # pǎo de kuài
        verb = tag in {"v", "l"} or (word[0] in _VERBS and tag in {"n", "nz", "nr", "nrt"})
        object_behind = verb and is_known(word[1:]) and not is_known(word[:2])
        if object_behind and word[0] != word[1] and word[1] not in "不得了着过":
            return word[0], word[1:]  # bàn shíshì, zǒu jìnlái
    if len(word) == 4 and word[:2] == word[2:]:
        return word[:2], word[2:]  # yánjiū yánjiū
    return None


def _place(word: str, found: tuple[str, ...]) -> str:
    spelled = []
    for part in parts(word):
        spelled.append(capital(join(found[: len(part)])))
        found = found[len(part) :]
    return " ".join(spelled)


def _long(word: str, tag: str, found: tuple[str, ...]) -> str:
    """Four characters and more: written apart by words, set phrases of 2 + 2 with a hyphen, else joined."""
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
            return f"{_part(word[:2], found[:2])} {_part(word[2:], found[2:])}"
    parts_of_word = _cut_long(word)
    if parts_of_word == (word,):
        return join(found)  # 第不匿率 is no ordinal: nothing in it can be written apart
    spelled, position = [], 0
    for part in parts_of_word:
        spelled.append(_part(part, found[position : position + len(part)]))
        position += len(part)
    return " ".join(spelled)


def _part(part: str, found: tuple[str, ...]) -> str:
    """A word within a long word: its syllables are those of the whole, its form is its own."""
    if part in PROPER and syllables(part) == found:
        return PROPER[part]
    if len(part) > 1 and (is_place(part, "") or _COUNTED.fullmatch(part) or part[0] == "第"):
        return form(part, "m", found)
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
