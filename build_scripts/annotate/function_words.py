"""Function words whose reading their neighbours decide: 为 地 得 着 了 过 还 只 当 与 their like.

Each rule is one function of the words of the text and a position. It looks no further than the clause. What
it cannot see (meaning) it decides for the commoner case in reports; each docstring says which.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.annotate.complements import TELLING, is_got
from build_scripts.annotate.neighbours import (
    COUNTING,
    QUOTING,
    Words,
    clause,
    has_after,
    has_before,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.segment import Segment, has_han
from build_scripts.annotate.tables import word_set

_VERBS = ("v", "vn", "vg", "vd", "i")

_BECOMES = word_set(
    """
    转化 转 变 变成 改 改变 转变 分 划分 列 定 确定 认定 评 评定 升级 提升 命名 更名 设 设立 视 称 调整
    扩大 翻 建设 打造 培育 培养 选 选举 聘 聘任 任命 折合 合并 发展 扩 缩短 压缩 精简 整合 增加 减少
    提高 下降 降低 上升 换 化 均 皆 即 仍 原 既 多 主要 大多 平均 总计 共 合计 其中 最高 最低 面积
    总数 人数 比例 占比 目标 主题 内容 职务 总 一律 同 互 誉 传 喻 作 成 是 何 图 拟 应 暂 统称 简称
    全称 俗称 最 最长 最大 最小 最多 更 较 尤 颇 极 甚 倍 以上 以下 左右 概括 归纳 总结 浓缩 细化 量化
    """
)
_AS = word_set(
    """
    重点 主 核心 目标 主题 契机 抓手 依托 载体 引领 中心 导向 单位 基础 例 首 主线 根本 龙头 牵引 支撑
    突破口 纽带 动力 统领 前提 标准 代表 准 宗旨 原则 指导 己任 荣 先 本 要 支点 平台 主体 组长 主任
    书记 成员 由 界 限 辅 期 零 止 重 底线 遵循 着力点 落脚点 出发点 切入点 由头 底色 媒 师 友 邻 伴 生
    """
)


_PURPOSES = frozenset("赶争增省保抢防求买建修办筹救避躲找")
_AUXILIARIES = word_set(
    """
    正在 正 在 将 要 能 会 可以 可 常 一直 主动 纷纷 专门 分别 先后 及时 免费 义务 积极 全力 切实 努力 力争
    着力 率先 自觉 自愿 争相 轮流 上门 专程 连夜 始终 继续 同时 又 再 去 来 想 只 不断 不停 千方百计 共同 合力
    精心 全程 真正
    """
)


def wei(words: Words, at: int) -> str | None:
    """为 is wéi as a verb (分为三类, 以党建为引领), wèi as a preposition (为群众办事)."""
    before, after = clause(words, at, -1), clause(words, at, 1)
    following = text(words, at + 1)
    if following in {"谁", "何", "什么", "了"} or (text(words, at - 1) == "只" and len(after) > 1):
        return "wèi"
    if text(words, at - 1) in _BECOMES or following in _AS or (is_number(words, at + 1) and not before[:1]):
        return "wèi" if _has_beneficiary_and_verb(after) and not before else "wéi"
    if not before and after and is_number(after, len(after) - 1) and any(word.text == "的" for word in after):
        return "wéi"  # 为年度计划的百分之八十一
    if following in {"我", "其", "己"} and (text(words, at + 2)[:1] in {"用", "所"}):
        return "wéi"
    if (text(words, at - 1) in _AUXILIARIES or tag(words, at - 1) == "ad") and len(after) > 1:
        return "wèi"  # 正在为树苗除草, 严格为反映人保密
    earlier = [word.text for word in before]
    # 以…为… and 把…V为…; a 为 in between has already taken the 以.
    if "以" in earlier and "为" not in earlier[: earlier.index("以")]:
        return "wéi"
    turned = "变" in earlier or ({"化", "改", "合"} & set(earlier) and tag(words, at - 1)[0] in "vn")
    if turned and "为" not in earlier:
        return "wéi"  # 变串联审批为并联审批
    if len(after) == 1 and (tag(words, at - 1) in {"t", "d"} or after[0].text[0] in _PURPOSES):
        return "wèi"  # 过去为争水, 施工队为赶工期
    if {"把", "将"} & set(earlier) and tag(words, at - 1) in _VERBS:
        return "wéi"
    return "wèi" if _has_beneficiary_and_verb(after) or not before else "wéi"


def _has_beneficiary_and_verb(after: Sequence[Segment]) -> bool:
    """Tell whether a verb follows in the clause behind at least one word: 为 群众 办事."""
    behind = after[1:]
    done = any(word.tag in {"a", "n"} and then.tag == "ul" for word, then in pairwise(behind))  # 配齐了
    return done or any(word.tag[0] in "vil" or word.text.startswith("办") for word in behind)


def ren_wei(words: Words, at: int) -> str | None:
    """人为 is rénwéi, man-made; behind 的 it is two words: 下棋的人为一步棋争执."""
    if text(words, at + 1)[:1] in _PURPOSES | {"谋", "图"} and tag(words, at + 1)[0] in "vn":
        return "rén wèi"  # 少数|人为|谋私利
    if text(words, at - 1) not in {"的", "个", "些"}:
        return None
    return "rén wèi" if _has_beneficiary_and_verb(clause(words, at, 1)) else "rén wéi"


def zhi(words: Words, at: int) -> str | None:
    """只 is zhī behind a number (3000只鸭), zhǐ (only) elsewhere."""
    heads = text(words, at - 1)[-1:] in {"头", "羽"} and (
        is_number(words, at - 2) or tag(words, at - 1) == "m"
    )
    counted = (
        heads or text(words, at - 1)[-1:] in {*COUNTING, "只"} or text(words, at - 1) in {"每", "这", "那"}
    )
    beasts = text(words, at - 1) in {"牛", "羊", "猪", "鸡", "鸭", "猪牛羊"} and tag(words, at + 1) in {
        "n",
        "x",
        "vn",
    }
    if text(words, at - 1)[-1:] == "多" and (
        text(words, at - 1) in {"最多", "大多", "多数", "至多", "顶多", "差不多"}
        or text(words, at - 2) in {"最", "大", "至"}
    ):
        return "zhǐ"  # 最|多|只|剩六十只
    return "zhī" if (counted or beasts) and text(words, at - 1) else "zhǐ"


_GIVEN_BACK = word_set(
    """
    书 欠债 欠账 失主 房贷 房款 车贷 愿 俗 家
    清 本 钱 债 给 款 贷 林 田 草 湖 耕 绿 牧 湿 路 权 贷款 欠款 债务 利息 人情 完 掉 了 过 不起 得起 不上
    """
)


def huan(words: Words, at: int) -> str | None:
    """还 is huán before what is given back, or to whom (还群众一个说法, 还路于民), hái (still) elsewhere."""
    if text(words, at + 1) in _GIVEN_BACK:
        return "huán"
    if tag(words, at + 1) in {"x", "uj"} and text(words, at + 1) not in QUOTING:
        return "huán"  # 再还。 还的债
    if text(words, at + 1) in {"不清", "不了", "不起", "不上"} and tag(words, at + 2) in {"x", "uj"}:
        return "huán"
    if text(words, at + 1) in {"不", "得"} and text(words, at + 2) in {"上", "起", "清", "了", "完"}:
        return "huán"
    if text(words, at + 1) == "上" and has_before(words, at, ("账", "债", "钱", "款", "欠")):
        return "huán"
    if text(words, at + 1) == "上" and has_after(words, at, ("贷", "欠", "款", "债", "钱", "账")):
        return "huán"
    if any(text(words, at + ahead)[:1] == "于" for ahead in (1, 2)) or "于" in text(words, at + 1)[1:2]:
        return "huán"  # 还江于民, 还|绿于民
    to_whom = tag(words, at + 1) in {"r", "n", "ns", "l", "i"}
    what = at + 2 if to_whom else at + 1
    if text(words, what)[:1] == "一" and tag(words, what) == "m":
        return None if any(word.tag == "v" for word in clause(words, what, 1)) else "huán"
    return None


def huan_gei(words: Words, at: int) -> str | None:
    """还给 is hái gěi, also for, where a verb follows (还给孩子们上课), huán gěi, to give back, elsewhere."""
    if has_before(words, at, ("把", "将")) or tag(words, at + 1) == "ul":
        return None
    return "hái gěi" if any(word.tag in {"v", "vn"} for word in clause(words, at, 1)[1:]) else None


_TIMES = word_set("之后 之前 之间 之类 之初 之际 之中 之外 之上 之下 之余")
# Whole words: 打通了断头路 and 完成了结对 have the particle.
_ENDED = word_set("断 结 账 心愿 此事")


def liao(words: Words, at: int) -> str | None:
    """了 is liǎo in 办不了, 办得了 and 一借了之, the particle le elsewhere."""
    possible = text(words, at - 1) in {"不", "得"} and tag(words, at - 2).startswith("v")
    possible = possible and not (text(words, at - 2) in TELLING and is_got(words, at + 1))
    if text(words, at + 1) == "事" and text(words, at - 1)[:1] == "一":
        return "liǎo"  # 一罚了事
    finished = text(words, at - 1)[-1:] in {"完", "好", "成", "到"}
    alone = text(words, at + 1) == "事" and len(text(words, at - 1)) == 2 and tag(words, at + 2) == "x"
    if alone and not finished:
        return "liǎo"  # 打折了事; but 做了事
    ended = text(words, at + 1) in _ENDED and not (text(words, at + 1) == "账" and tag(words, at - 1) == "v")
    if text(words, at + 1) == "结" and text(words, at + 2)[:1] in {"对", "婚", "亲"}:
        return "le"  # 开展|了|结|对
    following = text(words, at + 1)
    if ended or (following[:1] in {"之", "却"} and following not in _TIMES):
        return "liǎo"
    wiped_out = (
        text(words, at - 1) == "打"
        and text(words, at - 2) == "、"
        and has_before(words, at, ("打早", "打小"))
    )
    return "liǎo" if possible or wiped_out or text(words, at - 1) == "明" else None


# Behind these 着 says that it came to that: 没伤着人, 累着了.
_REACHED = frozenset("伤睡找烫摔累饿冻吓猜够碰逮买遇闪烧呛噎饿渴")


def zhao(words: Words, at: int) -> str | None:
    """着 is zháo behind 得 and 不 (找不着), the particle zhe elsewhere."""
    if text(words, at + 1)[:1] == "力" and tag(words, at - 1)[0] != "v":
        return "zhuó"  # 着|力保
    if text(words, at - 1) in {"不", "得", "没", "见"} or text(words, at + 1) == "了":
        return "zháo"
    denied = text(words, at - 2) in {"没", "没有", "别", "未"}
    return "zháo" if denied and text(words, at - 1) in _REACHED else None


def er(words: Words, at: int) -> str | None:
    """儿 is the r of the word before it (年画儿), ér, a child, behind 的 and where it begins a clause."""
    before = text(words, at - 1)
    child = before[-1:] in set("的、妻小孤娇弃病爱患为当孝我她他") or text(words, at + 1)[:1] in set(
        "孙女子媳童"
    )
    child = child or (is_number(words, at - 1) and text(words, at + 1).endswith("女"))  # 三儿一女
    suffix = has_han(before) and not child and tag(words, at - 1)[0] in "nqmfvatrisbdlz"
    return "r" if suffix else "ér"


_CAPITALS_BEHIND = word_set(
    "打造 建设 中国 世界 中华 千年 华夏 百里 北方 南方 西部 之 的 全国 国家 国际 东方 天下 江南"
)


def all_or_town(words: Words, at: int) -> str | None:
    """盐都, 茶都 and their like are towns; two words behind a number and before 得, 要 …: 一袋盐|都得买."""
    every = is_number(words, at - 1) or text(words, at + 1).startswith(tuple("得要不没能会是"))
    # “药|都便宜了”, but 打造药都 and 中国药都
    every = every or (tag(words, at + 1)[:1] in "ad" and text(words, at - 1) not in _CAPITALS_BEHIND)
    return f"{_OF_TOWNS[text(words, at)]} dōu" if every else None


_OF_TOWNS = {
    "盐都": "yán", "茶都": "chá", "酒都": "jiǔ", "药都": "yào", "水都": "shuǐ", "花都": "huā", "鞋都": "xié",
    "煤都": "méi", "瓷都": "cí", "陶都": "táo", "钢都": "gāng", "山都": "shān", "人都": "rén",
}  # fmt: skip
TOWNS = tuple(_OF_TOWNS)
"""Words of the dictionary with 都 at their end that may be two words."""
