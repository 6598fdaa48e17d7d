"""Measure words and a few nouns and adverbs whose reading the next word decides: 担 好 将 卷.

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import Words, has_after, has_before, is_number, tag, text


def hao(words: Words, at: int) -> str | None:
    """好 is hào, to be fond of, before gambling and its like (好赌), hǎo elsewhere."""
    return "hào" if text(words, at + 1) in {"赌", "玩", "斗", "酒", "吃", "喝酒", "赌博", "面子"} else None


def jiang(words: Words, at: int) -> str | None:
    """将 is jiàng in 麻将, which the segmentation may part (搓麻|将), jiāng elsewhere."""
    called = tag(words, at - 1) == "x" and text(words, at + 1) in {"！", "。", "!"}  # at chess
    return "jiàng" if text(words, at - 1)[-1:] == "麻" or called else None


def dan(words: Words, at: int) -> str | None:
    """担 is dàn, what a pole carries, behind a number (两担谷), dān (to carry) elsewhere."""
    return "dàn" if is_number(words, at - 1) else None


def jiao_sleep(words: Words, at: int) -> str | None:
    """觉 is jiào, a sleep, behind 睡 (没睡过囫囵觉), jué, to feel, elsewhere."""
    return (
        "jiào"
        if has_before(words, at, ("睡",))
        or has_after(words, at, ("睡",))
        or text(words, at - 1) in {"午", "囫囵"}
        else None
    )


def tou(words: Words, at: int) -> str | None:
    """头 is the neutral suffix behind a place word (心里|头), tóu, the head, elsewhere."""
    inside = tag(words, at - 1) in {"f", "s"} and text(words, at - 1)[-1:] in set("里外前后")
    return "tou" if inside and text(words, at + 1)[:1] not in {"一", "几", "两", "三", "号"} else None


_GROUND = ("浆", "豆", "面", "粉", "米", "麦", "谷", "玉米", "药")


def mo(words: Words, at: int) -> str | None:
    """磨 is mò, to grind, with grain and beans in the clause (磨豆浆), mó, to rub, elsewhere."""
    ground = text(words, at + 1).startswith(_GROUND) or has_before(words, at, ("磨豆", "豆浆", "豆腐"))
    return "mò" if ground else None


def san(words: Words, at: int) -> str | None:
    """散 is sǎn, scattered, in lists of what is wrong (小、散、弱; 小而散), sàn, to break up, elsewhere."""
    listed = text(words, at - 1)[-1:] in set("、小而") and text(words, at - 1)
    return "sǎn" if listed or (text(words, at + 1)[:1] in set("乱小弱、") and text(words, at + 1)) else None


def yi_juan(words: Words, at: int) -> str | None:
    """一卷 is yī juǎn, to roll up, at the end (把裤腿一卷), yī juàn, a volume, elsewhere."""
    return "yī juǎn" if tag(words, at + 1) == "x" and has_before(words, at, ("把", "将", "往上")) else None


_WRITTEN = frozenset("画案试答问书手分各每掩开投阅本全")
_ROLLED = frozenset("起了着成入走土进地曲款袖裤铺一好到出来去")


def juan(words: Words, at: int) -> str | None:
    """卷 is juàn behind a number (三卷) and where it is a noun (卷内, 掩卷长思), juǎn as a verb (卷起)."""
    previous, following = text(words, at - 1), text(words, at + 1)
    if is_number(words, at - 1) or previous[-1:] in _WRITTEN:
        return "juàn"
    if following[:1] in _ROLLED and following:
        return "juǎn"
    return "juàn" if tag(words, at + 1) in {"x", "f", "uj"} and previous not in {"一", "被", "给"} else "juǎn"
