"""Function words whose reading their neighbours decide: 为 地 得 着 了 过 还 只 当 与 their like.

Each rule is one function of the words of the text and a position. It looks no further than the clause. What
it cannot see (meaning) it decides for the commoner case in reports; each docstring says which.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.annotate.neighbours import (
    COUNTING,
    NOUNS,
    Words,
    clause,
    has_after,
    has_before,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.segment import Segment, has_han, is_known, tag_of
from build_scripts.annotate.syllables import syllables
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


_NO_DESCRIPTION = frozenset({"x", "m", "q", "r", "p", "c", "uj", "ul", "f", "eng"})
_NO_ACTION = frozenset({"x", "f", "uj", "ul", "uv", "ud", "eng"})
_GROUND_PARTS = word_set("种 里 上 处 块 下 中 里的 上的")
_LAND_VERBS = word_set("垄 畦 洼 占 拿 种 征 整 用 耕 圈 供 退 卖 租 包 划 腾 遍 翻 犁 挖 插 盘 分 买 借 换 选")
_KINDS_OF_LAND = word_set(
    "边角 苗木 农田 坡 滩 河滩 荒 沙 盐碱 低洼 开阔 宅基 自留 承包 责任 口粮 饲料 撂荒 闲置 空闲 复垦 流转 工业 建设 林 草 湿 菜"
)
_POOR_OR_RICH = word_set("少 多 瘦 薄 肥 广 陡 贵 紧 荒")
_MANNERS = word_set(
    "来回 反复 面对面 手把手 心贴心 背靠背 点对点 一对一 这样 那样 如此 怎样 一样 似的 般 一般 这般 那般"
)
_ON_THE_SPOT = word_set("等 就 当 实 属 异 原 该 本 此 各 每 某 拿 用 供 占 征 整 种 退 下")


_PLACES_OF = word_set(
    """
    户籍 学籍 户口 居住 参保 所在 出生 原产 产 目的 集散 发源 输出 输入 流入 流出 务工 就业 经营 注册 登记 接收 迁入 迁出
    安置 案发 事发 始发 承包 营业 开户 常住 经常居住 投保 生产 销售 采集 安葬 埋葬 宿营 露营 避险 取水 实习 服役
    """
)
_LARGE = frozenset("十百千万")


def di(words: Words, at: int) -> str | None:
    """地 is the particle de between a description and a verb (深入地推进), the noun dì elsewhere."""
    before, description = tag(words, at - 1), text(words, at - 1)
    if len(description) == 2 and len(set(description)) == 1 and before[0] in "dzav":
        return "de"  # 渐渐地，
    if len(description) == 3 and description[1] == description[2]:
        return "de"  # 灰溜溜地|走
    if description in {"”", "’"} and tag(words, at + 1).startswith("v"):
        return "de"  # “腾”地站起来
    if description in _ON_THE_SPOT or description in _PLACES_OF or description in _KINDS_OF_LAND:
        return "dì"
    if description[-1:] in _LARGE and tag(words, at + 1) == "v" and len(text(words, at + 1)) == 1:
        return "de"  # 你五十、我一百地凑
    if is_number(words, at - 1) and description in {text(words, at - 2), text(words, at - 3)}:
        return "de"  # 一件一件地抓, 一个接一个地来
    if text(words, at + 1) in _POOR_OR_RICH:
        return "dì"  # 山多地少
    if description[:1] in {"一", "两", "几"} and len(description) == 2 and before == "m":
        return "dì"  # 一垄地
    if len(description) == 4 and before != "ns":
        return "de"  # 三三两两地
    if before in _NO_DESCRIPTION and description not in _MANNERS:
        return "dì"
    if text(words, at + 1) == "、" and before in {"d", "a", "ad", "b", "z", "i", "l"}:
        return "de" if has_after(words, at, ("地",)) else "dì"  # 主动地、创造性地
    if tag(words, at + 1) in _NO_ACTION or text(words, at + 1) in _GROUND_PARTS:
        return "dì"
    land = len(description) == 1 and before.startswith("v") and tag(words, at + 1) != "v"
    return "dì" if description in _LAND_VERBS or land else "de"


_MUST_BEHIND = word_set(
    "就 都 还 也 先 总 非 必须 又 才 只 便 仍 更 再 真 可 今后 往后 以后 谁 至少 起码 首先"
)
_GAINS = word_set("红利 实惠 高分 满分 奖 分 病 益 利 民心 人心 奖励 大奖 第一 头奖 便宜 好处 发展 甜头 温饱")


def de(words: Words, at: int) -> str | None:
    """得 is de before a complement (干得好), děi, must, before a verb (得有人管), dé, to gain, before a noun.

    Behind a noun the kind of word that follows decides: 群众得实惠 dé, 话得说清楚 děi, 猪养得肥壮 de.
    """
    verb, before, after = text(words, at - 1), tag(words, at - 1), tag(words, at + 1)
    following = text(words, at + 1)
    costly = is_number(words, at + 1) or tag(words, at + 1) == "t"
    if costly and _is_cost(words, at + 1) and not (before == "v" and len(verb) == 1):
        return "děi"  # 来回得一个多小时
    if following in {"了", "过"} and before in {"nr", "nrfg", "n", "r", "x"} and _is_got(words, at + 2):
        return "dé"  # 应桂芝得了尿毒症
    if verb in {"人", "车", "你", "我", "他", "她", "咱"} and (after[0] == "v" or following in _POSSIBLE):
        return "děi"  # 人得下来牵着马
    if before == "x" and after == "m" and text(words, at + 3) == "地":
        return "děi"  # 得一代一代地传
    if verb == "说" and following in {"找", "问", "等", "先", "交", "让", "由", "去"}:
        return "děi"  # 镇里说|得问指挥部
    if following[:1] in _IN_NAMES and verb[-1:] in _NAMED and before[0] == "n" and following:
        return "dé"  # 牛|得|才
    if before[0] in "nr" and len(verb) > 1 and has_han(verb) and not is_known(verb):
        # A guess has drawn the verb into the name before it (老苗急|得), or there is none (西家|得|了).
        verb, before = verb[-1], tag_of(verb[-1])
        if following == "了" and not before.startswith(("v", "a")):
            return "dé"
    if verb in _VERBS_AS_NOUNS:
        return "de"
    if verb in _MATTERS and after[0] in "vpdri" and following not in _GAINS:
        return "děi"  # 这事儿得从头说起
    if before == "r" and following == text(words, at + 2) and after == "m":
        return "děi"  # 咱得一笔一笔算
    if verb in _FEELINGS and not (after == "n" and len(following) > 1):
        return "de"  # 叔叔气得指着他骂
    if verb == "分" and (after in {"n", "m", "nr", "nz"} or following in _GAINS):
        return "dé"  # 分|得|红利
    if verb in _MUST_BEHIND:
        return "dé" if following in _GAINS else "děi"
    if before in {"x", "r", "t", "uj", "c", "f", "s"}:
        to_do = after.startswith(("v", "p", "d", "r")) or following in {"上", "下"}
        return "děi" if to_do and following not in _GAINS else "dé"
    if has_han(verb) and following in _POSSIBLE and (len(verb) == 1 or not is_known(verb)):
        return "de"  # 热得起来; 人进|得|来
    if before == "vn" and after in {"v", "p"}:
        return "děi"  # 工作得讲方法
    if len(verb) == 1 and before in {"n", "q", "p", "m"} and after in {"a", "i", "l", "z", "d", "zg", "nr"}:
        return "de"  # 柴火码得整齐
    alone = len(verb) == 1 and before not in {"n", "m", "q"} and has_han(verb)
    if alone or verb == "数" or before.startswith(("v", "a")):
        return "dé" if after in {"m", "n"} and len(verb) > 1 else "de"
    if before not in NOUNS:
        return "de" if has_han(verb) else "dé"
    if following in _DEGREES or after in {"i", "l", "z", "a"}:
        return "de"  # 周敏算|得|更细: the verb is drawn into the name
    return "děi" if following not in _GAINS and after in {"v", "p", "d"} else "dé"


# Verbs that the segmentation has as nouns and adjectives.
_VERBS_AS_NOUNS = frozenset("舞歌雕刻锈绣学运画问记量闹飞省理炸榨淋耙结旱扛踩丢护刷晾烘剁砌绑掉藏种编织锄锁")
_MATTERS = word_set("儿 事 事儿 这事 那事 话 活儿 钱 路 日子 问题 孩子 病 账")
# 得 is a character of given names behind a surname: 得才, 得福.
_IN_NAMES = frozenset("才胜福贵财志水宝喜金旺顺银海林明华草根")
_NAMED = frozenset("王李张刘陈杨赵黄周吴徐孙马牛朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾")
_FEELINGS = frozenset("旱涝堵挤慌闲气急乐累吓冻饿热冷疼痛羞馋渴困烫晒")
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


def _is_cost(words: Words, at: int) -> bool:
    """Tell whether the number at ``at`` counts the time, way or money that something takes."""
    if text(words, at) in {"大半天", "半天", "大半年", "好几天", "好半天", "半年", "一辈子"}:
        return True
    return text(words, at).endswith(_COSTS) or any(
        text(words, near).endswith(_COSTS) for near in (at + 1, at + 2) if tag(words, near) in {"m", "q", "n"}
    )


_ILLNESSES = ("病", "症", "癌", "瘤", "炎", "奖", "奖状", "名次", "实惠", "好处", "便宜")


def _is_got(words: Words, at: int) -> bool:
    return any(word.text.endswith(_ILLNESSES) for word in words[at : at + 4])


_POSSIBLE = word_set(
    "来 去 进 出 进来 起来 下来 下去 出来 进去 上来 过来 过去 住 了 着 起 上 下 动 到 开 成 完 清 准 稳 快 好 久"
)
_DEGREES = word_set("更 更细 更加 很 最 非常 十分 太 特别 极 相当 格外")


def de_chu(words: Words, at: int) -> str | None:
    """得出 is de chū behind a verb of one character (搬得出), dé chū, to arrive at, elsewhere."""
    verb = text(words, at - 1)
    if verb in {"都", "就", "也", "还", "总"} and tag(words, at + 1)[:1] in "nv":
        return "děi chū"  # 家家都得|出工
    return (
        "de chū" if len(verb) == 1 and has_han(verb) and tag(words, at - 1) not in {"d", "r", "p"} else None
    )


def ren_wei(words: Words, at: int) -> str | None:
    """人为 is rénwéi, man-made; behind 的 it is two words: 下棋的人为一步棋争执."""
    if text(words, at + 1)[:1] in _PURPOSES | {"谋", "图"} and tag(words, at + 1)[0] == "v":
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
    return "zhī" if (counted or beasts) and text(words, at - 1) else "zhǐ"


_GIVEN_BACK = word_set(
    """
    清 本 钱 债 给 款 贷 林 田 草 湖 耕 绿 牧 湿 路 权 贷款 欠款 债务 利息 人情 完 掉 了 过 不起 得起 不上
    """
)


def huan(words: Words, at: int) -> str | None:
    """还 is huán before what is given back, or to whom (还群众一个说法, 还路于民), hái (still) elsewhere."""
    if text(words, at + 1) in _GIVEN_BACK:
        return "huán"
    if tag(words, at + 1) in {"x", "uj"}:
        return "huán"  # 再还。 还的债
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


# Whole words: 打通了断头路 and 完成了结对 have the particle.
_ENDED = word_set("断 结 账 心愿 此事")


def liao(words: Words, at: int) -> str | None:
    """了 is liǎo in 办不了, 办得了 and 一借了之, the particle le elsewhere."""
    possible = text(words, at - 1) in {"不", "得"} and tag(words, at - 2).startswith("v")
    if text(words, at + 1) == "事" and text(words, at - 1)[:1] == "一":
        return "liǎo"  # 一罚了事
    ended = text(words, at + 1) in _ENDED and not (text(words, at + 1) == "账" and tag(words, at - 1) == "v")
    if ended or text(words, at + 1)[:1] in {"之", "却"}:
        return "liǎo"
    wiped_out = text(words, at - 1) == "打" and text(words, at - 2) == "、" and has_before(words, at, ("打早", "打小"))
    return "liǎo" if possible or wiped_out or text(words, at - 1) == "明" else None


# Behind these 着 says that it came to that: 没伤着人, 累着了.
_REACHED = frozenset("伤睡找烫摔累饿冻吓猜够碰逮买遇闪烧呛噎饿渴")


def zhao(words: Words, at: int) -> str | None:
    """着 is zháo behind 得 and 不 (找不着), the particle zhe elsewhere."""
    if text(words, at + 1)[:1] == "力" and tag(words, at - 1)[0] != "v":
        return "zhuó"  # 着|力保
    if text(words, at - 1) in {"不", "得", "没"}:
        return "zháo"
    if text(words, at + 1) == "了" or text(words, at - 1) == "见":
        return "zháo"
    denied = text(words, at - 2) in {"没", "没有", "别", "未"}
    return "zháo" if denied and text(words, at - 1) in _REACHED else None


_MODALS = word_set("能 会 要 可以 想 愿 愿意 不能 不会 应该 可 得 再 将")


def guo(words: Words, at: int) -> str | None:
    """过 is the neutral particle behind a verb (去过), guò as a verb (产值过亿)."""
    if text(words, at - 1) in {"没", "是"}:
        return "guò"  # 没过头顶, 没过多久
    wished = text(words, at - 1)[:1] == "不" and text(words, at - 1)[1:] in _MODALS
    if text(words, at - 1) in _MODALS or wished or text(words, at + 1)[:1] == "上":
        return "guò"  # 能过上好日子
    if text(words, at + 1)[:1] in set("万亿千百半") and text(words, at + 1):
        return "guò"  # 收入过万元
    verb = tag(words, at - 1) in {"v", "vn", "vg"} or text(words, at - 1) in {"当", "来看", "去看"}
    done = tag(words, at - 1) == "n" and tag(words, at + 1) in {"n", "nr", "ns", "nz"}
    verb = verb or (done and len(text(words, at - 1)) == 2 and text(words, at - 1) not in _LIVED)
    follows_verb = verb and has_han(text(words, at - 1))
    return "guo" if follows_verb and text(words, at + 1) not in {"年", "冬", "春", "节", "关"} else None


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
    return (
        covered[:1] in _ON_THE_BODY
        and bool(covered)
        or covered.startswith(("门槛", "窗", "车轮", "床", "灶", "炕", "庄稼", "大腿", "成人"))
    )


def er(words: Words, at: int) -> str | None:
    """儿 is the r of the word before it (年画儿), ér, a child, behind 的 and where it begins a clause."""
    before = text(words, at - 1)
    child = before[-1:] in set("的、妻小孤娇弃病爱患为当孝我她他") or text(words, at + 1)[:1] in set(
        "孙女子媳童"
    )
    suffix = has_han(before) and not child and tag(words, at - 1)[0] in "nqmfvatrisbdlz"
    return "r" if suffix else "ér"


def de_dang(words: Words, at: int) -> str | None:
    """得当 is dédàng, apt, but děi dāng, must be, behind 也, 都, 就 and their like (家不好当也得当)."""
    return "děi dāng" if text(words, at - 1) in {"也", "都", "就", "还", "又", "总", "先"} else None


_CAPITALS_BEHIND = word_set(
    "打造 建设 中国 世界 中华 千年 华夏 百里 北方 南方 西部 之 的 全国 国家 国际 东方 天下 江南"
)


def all_or_town(words: Words, at: int) -> str | None:
    """盐都, 茶都 and their like are towns, but two words behind a number and before what all do: 一袋盐|都得买."""
    every = is_number(words, at - 1) or text(words, at + 1) in {
        "得",
        "要",
        "不",
        "没",
        "没有",
        "能",
        "会",
        "是",
    }
    # “药|都便宜了”, but 打造药都 and 中国药都
    every = every or (tag(words, at + 1)[:1] in "ad" and text(words, at - 1) not in _CAPITALS_BEHIND)
    return f"{_OF_TOWNS[text(words, at)]} dōu" if every else None


_OF_TOWNS = {
    "盐都": "yán", "茶都": "chá", "酒都": "jiǔ", "药都": "yào", "水都": "shuǐ", "花都": "huā", "鞋都": "xié",
    "煤都": "méi", "瓷都": "cí", "陶都": "táo", "钢都": "gāng", "山都": "shān", "人都": "rén",
}  # fmt: skip
TOWNS = tuple(_OF_TOWNS)
"""Words of the dictionary with 都 at their end that may be two words."""


_TURNED = frozenset("头身脸来去")
_TURNING = frozenset("回转背扭侧别掉调翻探")


def turned(words: Words, at: int) -> str | None:
    """A verb with 过 as one word: 背过身, 转过头 have guò, around; 背过煤气罐 has the particle."""
    word = words[at].text
    if word[0] in _TURNING and text(words, at + 1)[:1] in _TURNED and text(words, at + 1):
        return f"{syllables(word[0])[0]} guò" if word[0] != "背" else "bèi guò"
    return None
