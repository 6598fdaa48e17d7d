"""The syllables of a word that stands by itself: one for each character, from the tables and pypinyin.

一 and 不 keep their dictionary tone. What depends on the neighbours of a word is decided in
:mod:`build_scripts.annotate.context`, how the syllables are written in :mod:`build_scripts.annotate.pinyin`.
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from build_scripts.annotate.alignment import toneless
from build_scripts.annotate.family_names import is_clear_name, is_short_name
from build_scripts.annotate.given_names import CALLED, NO_NAMES, is_given, may_begin_given
from build_scripts.annotate.inner import GAINED, by_place, correct
from build_scripts.annotate.readings import READINGS, SURNAMES
from build_scripts.annotate.segment import frequency, is_known

_LONGEST = 8
# The sum of all frequencies in the dictionary of the segmentation.
_ALL_WORDS = 60_000_000
_PERSONS = frozenset({"nr", "nrfg"})
# 得 before these is a character of a given name: 邢得水.
_GAINED_IN_NAMES = frozenset("水才胜福贵财志宝喜金旺顺银林草根民山江强元")
_ALSO_VERBS = frozenset("任查解应单")
# What no given name begins with behind a surname that is a word as well.
NO_GIVEN = {
    "单": frozenset("一双元克循项色刃弦词身姓人板核目子光脉桅侧耳乐兵打连歧果面线枪"),
    "查": frozenset("一号询结话报证字户对核对准全回根冯勒哈"),
    "曾": frozenset("率领效奉谏修起遇亲护答祖孙用置述有南三题拉许悬提到被把对向于说以"),
    "任": frozenset("陆海空总人何教你其"),
    "种": frozenset("点些上了过完几两的类子植养着菜瓜豆麦稻棉粮草药姜蒜"),
}
"""What no given name begins with, by surname."""

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
    if word in READINGS:
        return READINGS[word]
    if tag in _PERSONS and is_person(word):
        return (SURNAMES.get(word[0], syllables(word[0])[0]), *given_syllables(word[1:]))
    if word in PHRASES_DICT:
        return _of_phrase(word)
    if len(word) == 1:
        return (_plain(word),)
    if len(word) == 4 and word[0] == word[1] and word[2] == word[3]:
        return _doubled(word)
    named = tag in _PERSONS and word[-1] in _GAINED_IN_NAMES
    if (
        len(word) == 3
        and word[1] == "得"
        and not named
        and (word[:2] not in GAINED or word[2] in "清开出下来到")
    ):
        reached = {"了": "liǎo", "着": "zháo"}.get(word[2]) or syllables(word[2])[0]
        return (*syllables(word[0]), "de", reached)  # 看得出, 办得到, 受得了
    if len(word) == 3 and word[1] == "着" and word[0] not in "附执沉胶穿衣土有":
        return (*syllables(word[0]), "zhe", *syllables(word[2]))  # 眯着眼
    found: list[str] = []
    for part in divide(word):
        found += syllables(part) if len(part) > 1 else [_of_character(word, len(found))]
    return tuple(found)


# What a character is in given names: 长根, 少华, 得水. Before or behind some it is something else.
_IN_GIVEN = {
    "长": "cháng",
    "少": "shào",
    "得": "dé",
    "子": "zǐ",
    "重": "chóng",
    "传": "chuán",
    "省": "xǐng",
    "曾": "zēng",
    "都": "dū",
    "曲": "qū",
    "还": "huán",
    "兴": "xīng",
    "为": "wéi",
    "好": "hǎo",
    "相": "xiāng",
    "更": "gēng",
    "发": "fā",
    "弹": "tán",
    "调": "tiáo",
    "了": "liǎo",
    "几": "jī",
    "地": "dì",
    "种": "zhòng",
    "参": "cān",
    "柏": "bǎi",
}
_GIVEN_PAIRS = {
    "为民": "wèi mín",
    "为国": "wèi guó",
    "好学": "hào xué",
    "好古": "hào gǔ",
    "相臣": "xiàng chén",
    "相国": "xiàng guó",
    "相如": "xiàng rú",
    "任重": "rèn zhòng",
    "朝阳": "cháo yáng",
    "朝晖": "zhāo huī",
    "朝霞": "zhāo xiá",
    "朝辉": "zhāo huī",
    "石头": "shí tou",
    "正月": "zhēng yuè",
}


@lru_cache(maxsize=16384)
def given_syllables(given: str) -> tuple[str, ...]:
    """The syllables of a given name; of a nickname (石头) as the word has them.

    >>> given_syllables("长根"), given_syllables("为民"), given_syllables("志强")
    (('cháng', 'gēn'), ('wèi', 'mín'), ('zhì', 'qiáng'))
    """
    if pair := _GIVEN_PAIRS.get(given):
        return tuple(pair.split())
    plain = syllables(given)
    if CALLED.fullmatch(given) or (not is_given(given) and any(one == toneless(one) for one in plain)):
        return plain  # 刘|大爷, 胡|萝卜
    if given[-1:] == "重" and len(given) > 1:
        return (*given_syllables(given[:-1]), "zhòng")
    found = zip(given, plain, strict=True)
    # No character of a name is neutral, but for one that is said twice (丽丽).
    return tuple(_IN_GIVEN.get(char) or (_full(char) if one == toneless(one) else one) for char, one in found)


def _full(character: str) -> str:
    return syllables(character)[0]


def _doubled(word: str) -> tuple[str, ...]:
    """AABB has the readings of AB, each with its full tone: lǎolǎo-shíshí of lǎoshi."""
    first, second = syllables(word[::2])
    plain = _plain(word[2])
    full = plain if toneless(plain) == second else second
    return (first, first, full, full)


def _of_phrase(word: str) -> tuple[str, ...]:
    """The phrase data for ``word``; the neutral tone of a word within it holds (打官司)."""
    found = [correct(word, at, readings[0]) for at, readings in enumerate(PHRASES_DICT[word])]
    if len(word) > 2:
        start = 0
        for part in divide(word):
            # A verb said twice (比比) is none in 比比皆是.
            inside = READINGS.get(part) if len(set(part)) > 1 else None
            if inside and _is_neutral_form(inside, found[start : start + len(part)]):
                found[start : start + len(part)] = inside
            start += len(part)
    return tuple(found)


def _is_neutral_form(inside: tuple[str, ...], full: list[str]) -> bool:
    return all(one == other or one == toneless(other) for one, other in zip(inside, full, strict=True))


def _of_character(word: str, at: int) -> str:
    """The syllable of a character that belongs to no phrase inside ``word``."""
    character = word[at]
    by_rule = correct(word, at, "") or by_place(word, at)
    if by_rule:
        return by_rule
    if character in READINGS:
        return READINGS[character][0]
    return _plain(character)


def _plain(character: str) -> str:
    return correct(character, 0, PINYIN_DICT.get(ord(character), character).split(",")[0])


def divide(word: str) -> list[str]:
    """A word that no table has as the likeliest row of known words: 开发|型, but 小|学生."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(word) + 1):
        options = []
        for start in range(max(0, end - _LONGEST), end):
            part = word[start:end]
            if part != word and (weight := _weight(part)):
                likelihood, before = best[start]
                options.append((likelihood + log(weight / _ALL_WORDS), (*before, part)))
        best.append(max(options))
    return list(best[-1][1])


@lru_cache(maxsize=65536)
def _weight(part: str) -> int:
    """How much speaks for ``part`` as a word; that a table has it, speaks for it as well.

    Single characters are all the same: they are frequent as words of sentences, which says nothing here.
    """
    if len(part) == 1:
        return 1
    least = 500 if part in READINGS else 20 if part in PHRASES_DICT else 0
    return max(frequency(part), least)


_NO_PERSONS = frozenset(
    {
        "胡萝卜",
        "马铃薯",
        "唐古拉",
        "胡同口",
        "王八蛋",
        "毛毛雨",
        "汤婆子",
        "罗布麻",
        "杜仲茶",
        "石榴籽",
        "金银花",
    }
)


def is_person(word: str) -> bool:
    """Tell whether a word tagged as a person has the form of a name: a common surname and 1 or 2 characters.

    The tag alone is no evidence (晋升, 关怀, 智慧 bear it). A word of the dictionary must have three.
    """
    if not word or word[0] not in _COMMON_SURNAMES:
        return is_clear_name(word) or is_short_name(word)
    # 查岗, 任职 and the like are verbs; a name of two with such a surname is told by its neighbours.
    if len(word) == 2 and word[1] == "子":
        return False  # 汤子, 包子: a suffix
    if len(word) == 2 and is_short_name(word):
        return True
    known = is_known(word)
    if (known or word[0] == "曾") and word[1:2] in NO_GIVEN.get(word[0], ()):
        return False  # 单循环, 曾率军: the tags of the dictionary are guesses
    least = 3 if known or word[0] in _ALSO_VERBS else 2
    if word in _NO_PERSONS or word[1:] == "长制" or (word[0] == "任" and NO_NAMES.match(word)):
        return False  # 田|长制, 任|田长
    if len(word) == 2 and not (known or word[0] in SURNAMES or may_begin_given(word[1:])):
        return False  # 田|干
    return least <= len(word) <= 3
