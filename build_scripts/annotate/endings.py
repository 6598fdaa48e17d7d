"""Rules for all words that end in one character: 过 着 场 (三场, 下过, 累着).

Made like :mod:`build_scripts.annotate.function_words`; asked where a word has no rule of its own.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import COUNTING, Words, clause, is_number, tag, text
from build_scripts.annotate.syllables import syllables
from build_scripts.annotate.tables import word_set, word_tuple

_SHOWN = word_tuple(
    """
    会 赛 展 戏 剧 课 电影 演出 表演 讲座 报告 直播 培训 活动 考试 演练 演习 仪式 音乐 舞 球 比拼 晚会
    文艺 论坛 答辩
    歌 大集 擂台 对抗 宣讲 招聘 游戏 辩论
    """
)
_POINTERS = frozenset("这那每某哪各")


def chang_counted(words: Words, at: int) -> str | None:
    """场 behind a number is chǎng of what is held or shown (三场比赛), cháng of what happens (三场大雨)."""
    word = text(words, at)
    if text(words, at + 1) in {"院", "院里", "院子"}:
        return " ".join([*syllables(word)[:-1], "cháng"])  # 在场|院里
    if not 2 <= len(word) <= 4 or not (word[-2] in COUNTING or word[-2] in _POINTERS) or word[-2] in "半第":
        return None
    shown = text(words, at - 1) in {"踢", "演", "唱", "赛", "看", "首", "第"} or _is_shown(words, at)
    return " ".join([*syllables(word)[:-1], "chǎng" if shown else "cháng"])


def chang(words: Words, at: int) -> str | None:
    """场 as a word by itself: cháng before 院 and of what happens (大病一|场), chǎng elsewhere."""
    if text(words, at + 1)[:1] == "院":
        return "cháng"
    if is_number(words, at - 1):
        shown = tag(words, at + 1) in {"x", "uj", "ul"} or _is_shown(words, at)
        return "chǎng" if shown else "cháng"
    return None


def _is_shown(words: Words, at: int) -> bool:
    """Tell whether the noun that is counted is held or shown: the last before a verb."""
    for word in clause(words, at, 1)[:7]:
        if word.text.endswith(_SHOWN) or word.text.startswith(("演唱", "比赛", "招聘", "宣讲", "文艺")):
            return True
        if word.tag == "v" and len(word.text) > 1:
            return False
    return False


_REACHED = frozenset("伤睡找烫摔累饿冻吓猜够碰摸点逮买遇闪烧呛噎")
_LASTING = word_set("有着 朝着 沿着 随着 为着 向着 对着 冲着 本着 接着 趁着 当着 怀着")


def zhao_behind(words: Words, at: int) -> str | None:
    """着 behind a verb is zháo, it came to that, before 了 (累着了) and denied (没伤着人), zhe elsewhere."""
    word = text(words, at)
    if len(word) != 2 or word[0] not in _REACHED or word in _LASTING:
        return None
    reached = text(words, at + 1) == "了" or text(words, at - 1) in {"没", "没有", "别", "未", "不曾"}
    return f"{syllables(word[0])[0]} zháo" if reached else None
