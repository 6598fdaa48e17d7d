"""得 where what follows tells its reading nearly by itself: 严重得多, 定得很急, 深得人心.

Made like :mod:`build_scripts.annotate.function_words`; asked by :mod:`build_scripts.annotate.de_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import Words, tag, text
from build_scripts.annotate.segment import has_han
from build_scripts.annotate.tables import word_set

MUST_BEHIND = word_set(
    """
    更是 是 自然 当然 总归 终归 终究 毕竟 最终 往往 通常 一般 也许
    就 都 还 也 先 总 非 必须 又 才 只 便 仍 更 再 真 准 定 肯定 一定 迟早 早晚 怕是 恐怕 可
    今后 往后 以后 谁 至少 起码 首先
    """
)
"""Behind these 得 is děi, must."""

_MUCH = word_set("多 多了 一片 一清二楚 一干二净 一塌糊涂 满满 通明 满满的 像 如 如同 好像 似 近乎 不能再")
_VERY = word_set("很 十分 非常 太 颇 过于 比较 极 极其 极为 更 更加 有些 有点 并不 格外 相当 特别")
_VERY_ALONE = frozenset("很颇更太")
_GAINING = frozenset("筹募偷拾捡觅谋夺抢喜复占拈骗")
_WIDELY = word_set("深 颇 仅 尚可 屡 荣 喜 很 连 怎能 岂能")


def by_complement(words: Words, at: int) -> str | None:
    """The reading of 得 that what follows tells nearly by itself: 严重得多, 定得很急, 深得人心; else None."""
    verb, before, after = text(words, at - 1), tag(words, at - 1), tag(words, at + 1)
    following = text(words, at + 1)
    gains = after in {"n", "m", "nr", "ns", "nz", "r", "vn"} and following not in _VERY
    if verb in _WIDELY and has_han(following) and gains:
        return "dé"  # 深得学生喜爱
    if verb in _GAINING and after in {"m", "n", "nz"} and following not in _VERY | _MUCH:
        return "dé"  # 筹得40万元
    if (
        before == "r"
        or not has_han(verb)
        or (verb in MUST_BEHIND and verb != "定")
        or before in {"t", "c", "p"}
    ):
        return "děi" if verb == "年" and after == "v" else None
    if following in _MUCH and not (following == "多" and has_han(text(words, at + 2)[:1]) and before == "n"):
        return "de"
    if (following in _VERY or following[:1] in _VERY_ALONE) and before not in {"d", "f"}:
        return "de"
    if following == "不能" and text(words, at + 2) == "再":
        return "de"
    if before in {"m", "q"} and verb == "年" and after == "v":
        return "děi"  # 1998年得筹划
    return None


TELLING = frozenset({"说", "演奏", "家里"})
"""Behind these somebody got something: 说|得|了|胃病."""
_ILLNESSES = ("病", "症", "癌", "瘤", "炎", "奖", "奖状", "名次", "实惠", "好处", "便宜")


def is_got(words: Words, at: int) -> bool:
    """Tell whether an illness or a prize stands at ``at`` or soon behind it."""
    return any(word.text.endswith(_ILLNESSES) for word in words[at : at + 4])


_COSTS = (
    "小时",
    "个小时",
    "钟头",
    "分钟",
    "天",
    "个月",
    "公里",
    "里路",
    "元",
    "块钱",
    "趟",
    "工夫",
    "块",
    "半天",
    "半年",
    "年",
    "分钟",
)


def is_cost(words: Words, at: int) -> bool:
    """Tell whether the number at ``at`` counts the time, way or money that something takes."""
    if text(words, at) in {"大半天", "半天", "大半年", "好几天", "好半天", "半年", "一辈子"}:
        return True
    return text(words, at).endswith(_COSTS) or any(
        text(words, near).endswith(_COSTS) for near in (at + 1, at + 2) if tag(words, near) in {"m", "q", "n"}
    )
