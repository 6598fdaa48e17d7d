"""The character 过: guo, the particle of what has been done (学过), and guò, to pass, to spend, past (接过).

Made like :mod:`build_scripts.annotate.function_words`; over a border (堆过了界) and of turning: there.
"""

from __future__ import annotations

from build_scripts.annotate.function_words import crossed, is_crossed
from build_scripts.annotate.neighbours import Words, clause, has_before, is_number, tag, text
from build_scripts.annotate.segment import has_han, tag_of
from build_scripts.annotate.syllables import syllables
from build_scripts.annotate.tables import word_set, word_tuple

_MODALS = word_set("要 能 会 可以 想 得 该 应该 必须 想要 需要 敢 肯 愿 难 好 不好 可 能够 让 许")
_LIVED = word_set("日子 生活 春节 中秋 端午 生日 节日 家家 国庆")
_FEASTS = (
    "年",
    "冬",
    "春节",
    "节",
    "关",
    "重阳",
    "中秋",
    "端午",
    "元旦",
    "生日",
    "日子",
    "大年",
    "马路",
    "桥",
)
_SCHOOLED = frozenset("学课班校战")
# Behind these 过 says that it has been done, though the phrase data has it of a fault or of passing by.
_EXPERIENCED = frozenset("受学任患想念用休歇住")
# Past something, or done once where it is denied or was so before: 绕过, but 从没走过.
_PERSONS = frozenset("民者员人户家工")
_VERBS_AS_NOUNS = word_set(
    """
    经历 参观 论证 总结 产生 领导 组织 警告 讲授 研究 采访 调查 培训 指导 学习 批评 表扬 资助 试验 试点
    制造 提醒 报道 培养 教授 接触 考察 辅导 尝试 体验 领略 帮助 参加 主持 介绍 登记 检查 处理 接待 讨论
    使用 翻译 创作 演出 举办 开办 担任 犹豫 漏误 筹划 存在 预报 通报 承诺 感冒 后悔 怀疑
    """
)
# Verbs that the dictionary has as something else.
_VERBS_BY_MISTAKE = word_set(
    "当 用 踩 拜 碰 来看 去看 量 锄 犁 锯 钉 锁 罚 缝 称 批 编 教 校 炸 租 题 绣 聘 种 割 栽 腌 撑 铲 箍"
)
_MOVING = frozenset("走穿流跑开飞吹爬翻接送闯跨游传熬迈涉挨")
_DENIED = ("没", "没有", "从未", "从没", "未", "不曾", "未曾", "从来", "曾", "曾经")

_EVER = word_tuple("曾 未曾 不曾 从未 从来 没 未")
_ACROSS = frozenset("接递绕越闯穿跨走涉吹伸闪迈拂碾跳翻飞流驶通渡超")


def _was_ever_done(words: Words, at: int) -> bool:
    """Tell whether it is said that something was once done, or never: 曾|主办|过, 还|从来|没有|亲近|过."""
    done = text(words, at - 1)
    action = tag(words, at - 1)[:1] in set("nvabfd") and bool(done) and done[-1] not in _ACROSS
    return action and any(word.text.startswith(_EVER) for word in clause(words, at - 1, -1)[:4])


def guo(words: Words, at: int) -> str | None:
    """过 is the neutral particle behind a verb (去过), guò as a verb (产值过亿)."""
    previous, following = text(words, at - 1), text(words, at + 1)
    if (
        previous in {"没", "是"}
        or (previous in {"不知", "不知道"} and following == "了")
        or is_crossed(words, at)
        or following in {"着", "不了"}
    ):
        return "guò"  # 没过头顶, 没过多久
    if previous == "想" and tag(words, at + 1) in {"x", "uj", "y"}:
        return "guo"  # 也想过。
    wished = previous[:1] == "不" and previous[1:] in _MODALS
    if previous in _MODALS or wished or following[:1] == "上":
        return "guò"  # 能过上好日子
    if following[:1] in set("万亿千百半") and following:
        return "guò"  # 收入过万元
    if following.startswith(_FEASTS) and not previous.startswith(("参加", "举办", "经历", "主持")):
        return None
    done = _was_ever_done(words, at) or _is_done(words, at)
    return "guo" if (done and has_han(previous)) or _is_quoted(words, at) else None


def _is_done(words: Words, at: int) -> bool:
    """Tell whether what stands before 过 is a verb, also one that the dictionary has as a noun."""
    previous, kind = text(words, at - 1), tag(words, at - 1)
    if kind in {"v", "vn", "vg"} or previous in _VERBS_BY_MISTAKE:
        return True
    if previous == "上":
        return text(words, at + 1)[-1:] in _SCHOOLED and bool(text(words, at + 1))
    if len(previous) < 2 or previous in _LIVED:
        return False
    if kind == "a" and tag(words, at + 1) in {"x", "uj"}:
        return True  # 从没这样亲近过
    if previous in _VERBS_AS_NOUNS:
        return True
    verbal = tag_of(previous[0])[0] == "v" or tag_of(previous[-1])[0] == "v"
    return (
        len(previous) == 2 and previous[-1] not in _PERSONS and verbal and kind in {"n", "b", "d"}
    )  # 参观过, 主办过; not 老人过重阳


def _is_quoted(words: Words, at: int) -> bool:
    times = text(words, at + 1)[-1:] in {"次", "回"} or text(words, at + 2)[:1] in {"次", "回"}
    return text(words, at - 1) in {"”", "』"} and is_number(words, at + 1) and times


def guo_behind(words: Words, at: int) -> str | None:
    """A word that ends in 过: guo of what has been done (受过, 从未见过), else as the tables have it."""
    word = text(words, at)
    if found := crossed(words, at):
        return found
    denied = has_before(words, at, _DENIED)
    done = word[-2] in _EXPERIENCED or (word[-2] in _MOVING and denied)
    if len(word) == 2 and word[0] == "滑":
        done = text(words, at + 1)[:1] in {"雪", "冰"}
    if len(word) > 2:
        done = (word[0] in "没未从还只" and word[-2] not in _MOVING) or word[-2] in _EXPERIENCED
        done = done and word[-2] not in "不得"
    if not done or (word.endswith("受过") and len(word) > 3):
        return None
    return " ".join([*syllables(word)[:-1], "guo"])


def guo_nian(words: Words, at: int) -> str | None:
    """过年 is guo nián behind 拜 (拜过年), guònián elsewhere."""
    return "guo nián" if text(words, at - 1) == "拜" else None


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
