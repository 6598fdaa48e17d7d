"""The character 为 as a word of its own: wéi, to be, to become, to act as, and wèi, for.

Made like :mod:`build_scripts.annotate.function_words`. What stands next to 为 tells most (转化为, 分别为28%,
为职工办事); elsewhere it is wèi where somebody or something follows for which something is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.annotate.neighbours import Words, clause, is_number, tag, text
from build_scripts.annotate.segment import Segment
from build_scripts.annotate.tables import word_set, word_tuple

# Behind these 为 says what something becomes, is called or counts as: 转化为, 命名为, 约为.
_BECOMES = word_set(
    """
    转化 转 变 变成 改 改变 转变 分 划分 列 定 确定 认定 评 评定 升级 提升 命名 更名 设 设立 视 称 调整 扩大
    翻 建设 打造 培育 选 选举 聘 聘任 任命 折合 合并 扩 缩短 压缩 精简 整合 增加 减少 提高 下降 降低 上升 换
    化 均 皆 即 仍 原 平均 总计 合计 其中 最高 最低 面积 总数 人数 比例 占比 目标 主题 内容 职务 总 一律 同
    互 誉 传 喻 作 成 何 图 拟 暂 统称 简称 全称 俗称 最 最长 最大 最小 最多 较 尤 极 甚 倍 以上 以下 左右
    概括 归纳 总结 浓缩 细化 量化 表现 转换 升格 演变 成长 区分 改组 体现 赞誉 斥 树 推选 选定 指定 公认 认
    题名 代号 名 升 降 跌 增 减 扩充 折 兑换 分解 统一 简化 评选 聘请 批准 当选 推举 修改 修订 变更 改建
    扩建 改造 改制 更改 纳 演化 蜕变 上调 下调 界定 解释 理解 定义 定位 定性 尊称 誉称 荣称 号 拓展 延伸
    延长 凝练 提炼 固化 调 调任 依次 其次 约 仅 竟 实 亦 乃 作者 细分 区别 解读 追认 表述 排 增至 深化 继位
    奉 发展 树立 深化 核定 鉴定 判定 确认 登记 标注 标 记 写 印 选拔 提拔 晋升 晋级 降级 降格 重组 组 解 划
    归类 归结 不啻 相传 挖苦 限定
    """
)
# The last characters of what a sum, a date or a name may be given for: 日产量为三吨, 生产日期为….
_LABELS = frozenset("率数额值量价期限龄宽积幅差比号径速距深址模")
# Behind 为 what something is: 以党建为引领.
_AS = word_set(
    """
    重点 主 核心 目标 主题 契机 抓手 依托 载体 引领 中心 导向 单位 基础 例 首 主线 根本 龙头 牵引 支撑
    突破口 纽带 动力 统领 前提 标准 代表 准 宗旨 原则 指导 己任 荣 先 本 要 支点 平台 主体 组长 主任 书记
    成员 由 界 限 辅 期 零 止 重 底线 遵循 着力点 落脚点 出发点 切入点 由头 底色 媒 师 友 邻 伴 生 一体 线索
    背景 骄傲 自豪 乐 耻 时 名义 目的 对象 骨干 依据 手段 特征 内涵 重心 名 序 副组长 副主任 组员 委员 团长
    队长 省长 市长 县长 副省长 副市长 副县长 会长 主席 总理 部长 局长 主要 主导 补充 准绳 关键 尺度 戒 鉴 食
    纲 题
    """
)
# Of these there is one of its time or its country: 为当时最大的建筑, 为近年最高.
_SURPASSED = word_set(
    """
    过去 近 当时 历史 历年 全国 全省 全市 全县 全区 我国 世界 国内 同期 上年 去年 史上 近年 首批 首次 迄今
    目前 当前 每
    """
)
_PURPOSES = frozenset("赶争增省保抢防求买建修办筹救避躲找")
_AIMS = word_set(
    """
    纪念 庆祝 庆贺 贯彻落实 全面提高 深入研究 宣传 维护 确保 进一步 更好 切实 全面落实 实现 做好 促进
    """
)
_AUXILIARIES = word_set(
    """
    正在 正 在 要 能 会 可以 可 常 一直 主动 纷纷 专门 先后 及时 免费 义务 积极 全力 切实 努力 力争 着力
    率先 自觉 自愿 争相 轮流 上门 专程 连夜 始终 继续 同时 又 去 来 想 只 不断 不停 千方百计 共同 合力 精心
    全程 真正 亲手 亲自 亲笔 特地 特意 诚心诚意 全心全意 尽心尽力 一心一意 尽力 愿意 立志 早日 甘 甘愿 优先
    广泛 尽快 无私 经常 必须 应当 应该 需要 先 一心 主动 无偿 默默 时刻 时时 处处 真心 真心实意
    """
)
# Verbs with 为 at some distance: 选举他为省长, 视质量为生命, 变冬闲为冬忙.
_NAMING = word_set(
    """
    选举 推选 评选 任命 命名 聘请 指定 公认 视 尊 称 追认 授予 推举 选定 认定 聘 增补 补选 递补 批准 变 称呼
    尊称 戏称 评 定 改 化 推荐 提名 拜 奉 封 当选 误认 选拔 提拔 指认 举荐
    """
)
# What is done for somebody, though the dictionary has it as a noun.
_DONE = word_tuple(
    """
    办 题词 题名 题辞 题签 题写 服务 献 义演 义诊 作画 谋 争光 增光 作贡献 作出贡献 贡献 送 提供 创造 奠定
    打下 注入 增添 搭建 撑腰 着想 操心 分忧 捐 保驾 护航 保密 代言 作序 作证 作主 做主 请命 站岗 鼓劲 助威
    加油 铺路 牵线 搭桥 立碑 干杯 出谋划策 作伪 出资 出力 空运 做好事 平反 喝彩 排忧 解难 遮风 挡雨 记下
    缔造 挥毫 犯难 发愁 报名 培育出 架金桥 架桥 注入 赋能 蓄力 赢得 筹集
    """
)
_DONE_ALONE = frozenset("架供敬补配摘添建贴修送买打盖挑")
# Of these it may also be said that they bring something to somebody: 铁路的建设为我们带来机遇.
_DEEDS = word_set(
    """
    发展 建设 设立 提高 改造 培育 调整 改变 深化 统一 成长 扩建 修订 打造 增加 减少 下降 降低 提升 整合
    """
)
_DEED_OF = frozenset({"的", "之"})
_PEOPLE = word_set(
    """
    农民 群众 企业 学生 老人 职工 患者 病人 顾客 游客 旅客 大家 村民 居民 孩子 儿童 百姓 老百姓 用户 客户
    农户 家长 残疾人 当事人 乡亲 乡亲们 市民 牧民 渔民 果农 菜农 茶农 商户 市场主体 学校 战士 官兵 家乡 子女
    父母 对方 员工 贫困户
    """
)
_NO_DEED = frozenset("的和与、及等”或跟同")
_MANY = word_set(
    """
    亿万 千万 万千 成千上万 千千万万 百万
    """
)
_NO_ACT = word_set(
    """
    是 有 以来 为 左右 以上 以下 兑 合 相当 等于 占 达 来 到
    """
)
_WITH_YI = word_set(
    """
    应以 要以 均以 将以 能以 都以 仅以 是以 须以 多以 也以 并以 则以 宜以 可以以 并非以
    """
)
_MODEST = frozenset({"是", "不是", "就是", "只是", "也是", "都是", "而是", "正是", "既是", "这是"})
_FOR_PEOPLE = frozenset("个名位家户所对双群批代人")


_MOSTLY = word_set("多 大多 大都 大部分 现 原")


def wei(words: Words, at: int) -> str | None:
    """为 is wéi as a verb (分为三类, 以党建为引领), wèi as a preposition (为群众办事)."""
    before, after = clause(words, at, -1), clause(words, at, 1)
    if not after:
        return "wéi"
    found = _told(words, at, after) or _told_earlier(words, at, before, after)
    return found or ("wèi" if _is_for(words, at, before, after) else "wéi")


def _told(words: Words, at: int, after: Sequence[Segment]) -> str | None:
    """The reading that the words next to 为 tell; None: the whole clause has to decide."""
    previous, following = text(words, at - 1), text(words, at + 1)
    if following in {"谁", "何", "什么", "了"} or (following == "的" and text(words, at + 2) == "是"):
        return "wèi"
    if following == "之":
        return "wèi" if len(after) > 1 and after[1].tag != "x" else "wéi"  # 为之动容; 勇而为之
    if following == "人" and previous == "的" and tag(words, at + 2) in {"x", "c", "uj"}:
        return "wéi"  # 他的为人
    if previous == "只" and len(after) > 1:
        return "wèi"
    own = following in {"我", "其", "己"} and text(words, at + 2)[:1] in {"用", "所", "有"}
    if previous == "图" or own or _is_passive(after):
        return "wéi"
    served = any(word.text.startswith(_DONE) for word in after[1:4])
    if (following in {"人民", "群众", "老百姓"} and served) or _has_effort(after):
        return "wèi"
    if previous in _MODEST and len(after) > 1:
        return "wèi"
    aim = tag(words, at + 1)[0] == "v" and tag(words, at + 2)[0] in "nra"  # 为支撑经济发展
    if following in _AS and not aim and not (not clause(words, at, -1) and served):
        return "wéi"
    if previous in _BECOMES:
        deed = text(words, at - 2) in _DEED_OF or tag(words, at - 2) in {"a", "ad", "d"}
        return "wèi" if previous in _DEEDS and deed and _gives(after) else "wéi"
    if previous in _MOSTLY and not any(word.text.startswith(_DONE) or word.tag == "ul" for word in after[1:]):
        return "wéi"  # 多为文字解读
    willing = previous in _AUXILIARIES or tag(words, at - 1) == "ad"
    if willing and len(after) > 1 and not _is_sum(after):
        return "wèi"
    return None


def _told_earlier(words: Words, at: int, before: Sequence[Segment], after: Sequence[Segment]) -> str | None:
    """The reading that a verb before tells which 为 belongs to (以…为, 选举…为), or a number behind."""
    purpose = after[0].text[0] in _PURPOSES and after[0].tag != "n"
    if len(after) == 1 and (tag(words, at - 1) in {"t", "d"} or purpose):
        return "wèi"  # 过去为争水, 施工队为赶工期
    earlier = ["以" if word.text in _WITH_YI else word.text for word in before]
    if "以" in earlier and "为" not in earlier[: earlier.index("以")]:
        parted = {"的", "作", "当"} & set(earlier[: earlier.index("以")])
        return "wèi" if parted and _is_for(words, at, before, after) else "wéi"
    named = next((place for place, word in enumerate(earlier) if word in _NAMING), 0)
    if named and "为" not in earlier[:named]:
        return "wéi"
    moved = text(words, at - 1).endswith(("到", "在", "来", "去"))
    if {"把", "将"} & set(earlier) and tag(words, at - 1) in {"v", "vn", "vg", "vd", "i"} and not moved:
        return "wéi"
    if _is_sum(after):
        people = any(word.text[-1] in _FOR_PEOPLE or word.text[0] in _FOR_PEOPLE for word in after[:2])
        people = (people and after[0].text[0] != "每") or text(after, 1) == "年"
        served = any(word.text.startswith(_DONE) for word in after[1:6])
        return "wèi" if served or (people and _is_for(words, at, before, after)) else "wéi"
    return None


def _is_sum(after: Sequence[Segment]) -> bool:
    """Tell whether figures follow, or a number as long as an amount: 为28%, 为三点五亿元."""
    first, last = after[0], len(after) - 1
    each = first.text[0] == "每" and not any(word.tag[0] == "v" for word in after[1:])
    if each or (last and is_number(after, last) and any(word.text == "的" for word in after)):
        return True  # 为每人每月八百元, 为年度计划的百分之八十一
    amount = first.tag == "m" and first.text[-1] in "分之十百千万亿元％%零"
    return first.text[0].isdigit() or (amount and first.text not in _MANY)


def _is_passive(after: Sequence[Segment]) -> bool:
    """Tell whether 所 and a verb follow: 为世人所知, by the world."""
    near = [*after[1:8], Segment("", "x", 0)]
    return any(
        word.text[0] == "所" and (word.tag[0] == "v" or (word.text == "所" and then.tag[0] in "va"))
        for word, then in pairwise(near)
    ) and not any(word.text == "作" for word in near)


def _gives(after: Sequence[Segment]) -> bool:
    return any(word.tag == "ul" or word.text.startswith(("带来", *_DONE)) for word in after[1:])


def _has_effort(after: Sequence[Segment]) -> bool:
    """Tell whether 而 and a verb follow: 为理想而奋斗."""
    return any(word.text == "而" and then.tag[0] == "v" for word, then in pairwise(after[1:]))


def _is_for(words: Words, at: int, before: Sequence[Segment], after: Sequence[Segment]) -> bool:
    """Tell whether a verb follows in the clause behind at least one word: 为 群众 办事."""
    labelled = text(words, at - 1)[-1:] in _LABELS and tag(words, at - 1)[0] == "n"
    aimed = after[0].tag[0] == "v" or after[0].text in _AIMS
    if aimed and len(after) > 1 and not labelled and after[1].text != "的":
        return True
    beneficiary = (after[0].tag == "r" and after[0].text[0] not in "每各该本") or after[0].text in _PEOPLE
    if beneficiary and len(after) > 1 and after[1].text not in _NO_DEED and after[1].tag != "uj":
        return True
    around = [*after, Segment("", "x", 0)]
    near = zip(around, around[1:], around[2:], strict=False)
    if any(_is_act(previous, word, then) for previous, word, then in near):
        return True
    return not before and not labelled and after[0].text not in _SURPASSED


def _is_act(previous: Segment, word: Segment, then: Segment) -> bool:
    """Tell whether ``word`` is done for somebody; what is a description (生产的) is not."""
    if word.text in _NO_ACT:
        return False
    finished = word.tag in {"a", "n"} and then.tag == "ul"  # 配齐了
    idiom = len(word.text) == 4 and word.tag in {"n", "nr", "l", "i"} and previous.text != "的"
    verb = word.tag[0] in "v" or word.text.startswith(_DONE) or word.text in _DONE_ALONE
    return finished or idiom or verb or word.tag in {"i", "l"}
