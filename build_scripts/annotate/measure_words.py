"""Measure words and a few nouns and adverbs whose reading the next word decides: 担 好 将 卷.

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import Words, is_number, text


def hao(words: Words, at: int) -> str | None:
    """好 is hào, to be fond of, before gambling and its like (好赌), hǎo elsewhere."""
    return "hào" if text(words, at + 1) in {"赌", "玩", "斗", "酒", "吃", "喝酒", "赌博", "面子"} else None


def jiang(words: Words, at: int) -> str | None:
    """将 is jiàng in 麻将, which the segmentation may part (搓麻|将), jiāng elsewhere."""
    return "jiàng" if text(words, at - 1)[-1:] == "麻" else None


def dan(words: Words, at: int) -> str | None:
    """担 is dàn, what a pole carries, behind a number (两担谷), dān (to carry) elsewhere."""
    return "dàn" if is_number(words, at - 1) else None
