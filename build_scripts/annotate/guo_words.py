"""过: the particle guo behind what was once done, guò, to pass, across, too much; and 没 before it.

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import Words, clause, tag, text
from build_scripts.annotate.segment import has_han, tag_of
from build_scripts.annotate.syllables import syllables
from build_scripts.annotate.tables import word_set, word_tuple

_MODALS = word_set("能 会 要 可以 想 愿 愿意 不能 不会 应该 可 得 再 将")


_EVER = word_tuple("曾 未曾 不曾 从未 从来 没 未")
_ACROSS = frozenset("接递绕越闯穿跨走涉吹伸闪迈拂碾跳翻飞流驶通渡超")


def _was_ever_done(words: Words, at: int) -> bool:
    """Tell whether it is said that something was once done, or never: 曾|主办|过, 还|从来|没有|亲近|过."""
    done = text(words, at - 1)
    action = tag(words, at - 1)[:1] in set("nvabfd") and bool(done) and done[-1] not in _ACROSS
    return action and any(word.text.startswith(_EVER) for word in clause(words, at - 1, -1)[:4])


def guo(words: Words, at: int) -> str | None:
    """过 is the neutral particle behind a verb (去过), guò as a verb (产值过亿)."""
    if text(words, at - 1) in {"没", "是"} or _is_crossed(words, at):
        return "guò"  # 没过头顶, 没过多久
    if text(words, at - 1) == "想" and tag(words, at + 1) in {"x", "uj", "y"}:
        return "guo"  # 也想过。
    wished = text(words, at - 1)[:1] == "不" and text(words, at - 1)[1:] in _MODALS
    if text(words, at - 1) in _MODALS or wished or text(words, at + 1)[:1] == "上":
        return "guò"  # 能过上好日子
    if text(words, at + 1)[:1] in set("万亿千百半") and text(words, at + 1):
        return "guò"  # 收入过万元
    verb = tag(words, at - 1) in {"v", "vn", "vg"} or text(words, at - 1) in _EXPERIENCED
    if _was_ever_done(words, at):
        return "guo"
    verb = verb or (tag(words, at - 1) == "l" and text(words, at - 1)[0] in "没未")
    done = tag(words, at - 1) == "n" and tag(words, at + 1) in {"n", "nr", "ns", "nz"}
    done = done and tag_of(text(words, at - 1)[-1:] or "x").startswith(
        ("v", "m")
    )  # 试种过漆树, not 老人过重阳
    verb = verb or (done and len(text(words, at - 1)) == 2 and text(words, at - 1) not in _LIVED)
    follows_verb = verb and has_han(text(words, at - 1))
    return "guo" if follows_verb and text(words, at + 1) not in {"年", "冬", "春", "节", "关"} else None


# Verbs that the dictionary has as nouns: 讲授过, 总结过.
_EXPERIENCED = word_set(
    """
    当 来看 去看 讲授 总结 参观 警告 产生 资助 领导 制造 提醒 批评 报道 采访 培养 教授 接触
    考察 辅导 指导 表扬 尝试 试验 体验 经历 领略 帮助 参加 组织 主持 介绍 登记 调查 检查 处理
    接待 讨论 研究 使用 翻译 创作 演出 举办 开办 担任 犹豫 漏误 筹划 存在 预报 通报 承诺 感冒
    后悔 怀疑
    """
)


def shou_guo(words: Words, at: int) -> str | None:
    """受过 is shòu guò, to take the blame, at the end of a clause, shòu guo elsewhere (受过教育)."""
    blamed = text(words, at - 1)[-1:] in {"代", "为", "替", "人"} or not has_han(text(words, at + 1))
    return None if blamed else "shòu guo"


def xiang_guo(words: Words, at: int) -> str | None:
    """想过 is xiǎng guo, has thought, at the end of a clause and before 的, xiǎng guò before a life."""
    return (
        "xiǎng guo"
        if tag(words, at + 1) in {"x", "uj", "y"} or text(words, at + 1) in {"要", "这", "会"}
        else None
    )


_LIVED = word_set("日子 生活 春节 中秋 端午 生日 节日 家家 国庆")
_ON_THE_BODY = frozenset("膝腰胸颈肩头脚小桥路河堤屋田")


def mei(words: Words, at: int) -> str | None:
    """没 is mò, to submerge, where the water passes over something (没过膝盖), méi elsewhere."""
    covered = text(words, at + 1) == "过" and _is_covered(words, at + 2)
    return "mò" if covered else None


def mei_guo(words: Words, at: int) -> str | None:
    """没过 as one word, see :func:`mei`."""
    return "mò guò" if _is_covered(words, at + 1) else None


def _is_covered(words: Words, at: int) -> bool:
    covered = text(words, at)
    return (covered[:1] in _ON_THE_BODY and bool(covered)) or covered.startswith(
        ("门槛", "窗", "车轮", "床", "灶", "炕", "庄稼", "大腿", "成人")
    )


_TURNED = frozenset("头身脸来去")
_TURNING = frozenset("回转背扭侧别掉调翻探")


def _is_crossed(words: Words, at: int) -> bool:
    """Tell whether 了 and a border follow: 堆过了界, 骑过了头."""
    crossed = text(words, at + 2)[:1] in set("界线头河江桥山沟") and bool(text(words, at + 2))
    return text(words, at + 1) == "了" and crossed


def crossed(words: Words, at: int) -> str | None:
    """A verb with 过 as one word has guò, across, where a border follows (堆过|了|界)."""
    word = words[at].text
    return f"{syllables(word[0])[0]} guò" if len(word) == 2 and _is_crossed(words, at) else None


def turned(words: Words, at: int) -> str | None:
    """A verb with 过 as one word: 背过身, 转过头 have guò, around; 背过煤气罐 has the particle."""
    word = words[at].text
    if word[0] in _TURNING and text(words, at + 1)[:1] in _TURNED and text(words, at + 1):
        return f"{syllables(word[0])[0]} guò" if word[0] != "背" else "bèi guò"
    return None
