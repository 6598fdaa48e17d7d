"""The words around a figure by what they do there; the part of speech of the segmentation decides the rest.

The segmentation tags 收入 and 率 as verbs and 硬化 as a noun, so that for the words that matter its tag is no
evidence. The lists hold words of reports on work done, the only kind of text in which such sentences stand.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from build_scripts.annotate.places import GAZETTEER
from build_scripts.annotate.segment import Segment
from build_scripts.annotate.tables import word_set


class Kind(Enum):
    """What a word does in the phrase beside a figure."""

    NOUN = "noun"
    STATE = "state"  # 达到 为 有: joins what is counted and the figure
    CHANGE = "change"  # 增长 下降
    SHARE = "share"  # 占
    ACTION = "action"  # 新建 培训
    VERB = "verb"  # any other
    SKIP = "skip"  # adverbs, particles
    FROM = "from"  # 从 由
    PREPOSITION = "preposition"
    OF = "of"  # 的
    AND = "and"  # 、 和
    PRONOUN = "pronoun"
    TIME = "time"
    WITHIN = "within"  # 中 里
    QUOTE = "quote"
    NUMBER = "number"
    OTHER = "other"


_STATES = word_set(
    """
    达 达到 达成 为 是 有 共有 现有 已有 拥有 尚有 突破 超过 保持 维持 控制 计 共计 总计 合计 累计 高达 多达
    还有 另有 都是 均为 只有 仅有 各有 仅为 则为 分别为 约为 总数 接近 不足 不低于 剩 剩下 包括 稳定 落到 到
    至 到位 实现 完成 可达 能达 已达 均达 均达到 要达到 已达到 达到了 为止 等于 算 至少占 至少 处在 处于
    设有 建有 各 满
    """
)
BEING = word_set(
    """
    有 共有 现有 已有 拥有 尚有 还有 另有 只有 仅有 各有 设有 建有 为 是 均为 仅为 分别为 约为 达 达到 已达
    高达 多达 占 约占 仅占
    """
)
"""Verbs which say that something is so, not that it came about."""
_CHANGES = word_set(
    """
    增长 增加 上升 提高 提升 上涨 上调 升高 扩大 增 涨 升 增至 升至 升到 涨到 涨至 提高到 提升到 增加到
    增长到 提到 提 提至 上升到 扩大到 攀升 下降 减少 降低 下跌 下调 缩减 压缩 压减 缩短 精简 下滑 降 减 跌
    降至 降到 减至 减到 减少到 下降到 缩短到 压缩到 少 多 高 低 小 大 高出 多出 翻 增幅 降幅 同比增长 同比
    环比 同比下降 由此 变 变为 发展到 放宽 放宽到
    """
)
_SHARES = word_set(
    """
    占 占到 占比 占总数 约占 仅占 各占 已占
    """
)
_ACTIONS = word_set(
    """
    充实 奔赴 分赴 联片 包干 给予 包片 另派 新建 新增 新添 新聘 新修 新购 新设 改建 扩建 改扩建 建成 建立
    建起 建设 兴建 修建 修复 修缮 修通 修 建 盖起 打造 创建 创办 开办 兴办 举办 开展 召开 完成 实施 启动
    推进 推广 落实 投入 投资 投放 筹集 筹措 筹资 募集 争取 安排 拨付 下拨 划拨 发放 拿出 支出 支付 花费 捐赠
    捐款 整合 引进 引入 引资 培训 轮训 培养 培育 发展 吸收 选派 选拔 选聘 选任 提拔 调整 招录 招聘 招引 招商
    处理 处置 处分 查处 查办 立案 问责 整顿 清理 清退 取缔 拆除 改造 改厕 硬化 绿化 美化 亮化 安装 添置 购置
    采购 配备 配齐 设立 设置 成立 组建 创新 种植 栽种 栽植 养殖 流转 开发 开垦 开通 签订 签约 签署 办理 办结
    受理 解决 化解 调处 调解 排查 走访 慰问 帮扶 扶持 监督 资助 救助 救治 救济 惠及 覆盖 服务 带动 吸纳 安置
    转移 搬迁 减贫 实现 收集 征集 采纳 送去 送出 回收 编印 印发 出台 制定 发表 发布 表彰 奖励 评选 评定 命名
    认定 申报 转化 减免 报销 兑现 接待 接种 接收 检查 督查 督导 考核 考察 审批 下放 取消 精简 合并 撤并 撤销
    收回 追缴 挽回 节约 节省 储备 招收 录取 毕业 出动 派出 抽调 下派 结对 联系 认领 划分 划定 划成 编成 配套
    收购 销售 出栏 存栏 收获 产出 生产 加工 出口 参加 参与 加入 走进 深入 下到 进驻 入驻 落户 涉及 惠泽 唤回
    加装 记下 写下 收藏 审查 约谈 下发 劝返 整改 答复 办好 揪出 挑出 选出 查出 找出 列出 划出 添 增设 增配
    补充
    """
)
# Tagged as verbs, and nouns where a figure follows.
_NOUNS = word_set(
    """
    就业 例会 会议
    受益 返乡 受训 参训 受灾 获奖 脱贫 受助 留守 退役 在职 离任 务工 青年 少年 收入 支出 投资 补助 补贴 报酬
    贷款 存款 率 工资 待遇 保障 保险 津贴 奖金 产值 税收 增加值 生产总值 消费 收益 利润 经费 资金 负债 贷款
    欠款 学习 集中学习 参保 建制村 行政村 村 组 乡 镇 县 市 区 户 班 员 户数 人数 总数 数 量 额 费 救助 大病
    管理 考察 党员 干部 群众 村民 培训班 发生率 覆盖率 比例 数量 面积 规模 总额 余额 库存 产量 单产 总产
    增收 组织 正职 副职 一把手 主体 代表 编制 硬化路 公路 报告 文件 示范 试点 扶贫 运转 经营 生产 医疗 养老
    培训 执法 招标 课时 参训 受训 建档立卡
    """
)
_SKIPPED = word_set(
    """
    下去 下来 上去 上来 起来 出来 出去 进来 回来 以来 以后 以前 之后 之前 之外 以外 共 都 也 已 已经 仅 只
    就 还 又 再 均 约 近 了 着 过 全部 先后 陆续 相继 分别 平均 总共 一共 最终 目前 如今 现在 今天 迄今 至今
    每年 每月 每人 每户 每村 每个 全年 其中 以来 年均 月均 高标准 新 成功 顺利 则 却 更 更是 起 后 累计 优先
    专门 历年 无一 全职 连续 直接 各类 首批 连续 最高 最低 一年 现 竟 不断 逐年 另 另外 此外 同时 即 便 才
    可 能 要 将 应 须 应当 各自 达 率先 当场 当天 当即 随即 过去 原来 原先 以前 当初 最初 起初
    """
)
_PREPOSITIONS = word_set(
    """
    在 对 向 与 同 跟 用 以 按 给 为了 通过 经 经过 依托 围绕 针对 面向 因 被 把 将 让 使 到 比 较 随着
    """
)
_PRONOUNS = word_set(
    """
    该 其 各 每 这 那 此 本 我 他 她 它 我们 他们 全 某 各级 各地 这些 那些 自己 当地 本级
    """
)
_WITHIN = word_set(
    """
    时 时候 期间 中 里 内 上 间 后 前 下 当中 之中 以内 以上 以下 左右
    """
)
_ALLOWED = re.compile(r"[\u3400-\u9fff〇A-Za-z0-9·\-+（）()]+")
_NUMBER = re.compile(r"[\d.%％,一二三四五六七八九十百千万亿两多余几]+")
_AND = frozenset("、和与及") | {"以及", "或", "或者", "并"}
_QUOTES = frozenset("“”‘’《》「」『』")


def kind_of(word: Segment) -> Kind:
    """What a word does beside a figure.

    >>> from build_scripts.annotate.segment import segments
    >>> [kind_of(word).value for word in segments("贫困发生率下降到")]
    ['noun', 'noun', 'change', 'state']
    """
    return _kind(word.text, word.tag)


@lru_cache(maxsize=65536)
def _kind(text: str, tag: str) -> Kind:
    for words, kind in _LISTS:
        if text in words:
            return kind
    if text == "的":
        return Kind.OF
    if _NUMBER.fullmatch(text):
        return Kind.NUMBER
    if text[0] in _QUOTES or text in GAZETTEER:
        return Kind.NOUN
    if not _ALLOWED.fullmatch(text):
        return Kind.OTHER
    if tag in ("i", "l") and len(text) > 4:
        return Kind.OTHER
    if (tag == "f" and len(text) > 1) or (tag == "t" and text[-1] not in _TIMES):
        return Kind.NOUN  # 后进, 年历
    return _BY_TAG.get(tag[:1], Kind.NOUN) if tag not in _NOMINAL_TAGS else Kind.NOUN


_LISTS = (
    (_NOUNS, Kind.NOUN),
    (_SHARES, Kind.SHARE),
    (_STATES, Kind.STATE),
    (_CHANGES, Kind.CHANGE),
    (_ACTIONS, Kind.ACTION),
    (_SKIPPED, Kind.SKIP),
    (frozenset({"从", "由", "自"}), Kind.FROM),
    (_PREPOSITIONS, Kind.PREPOSITION),
    (_PRONOUNS, Kind.PRONOUN),
    (_AND, Kind.AND),
    (_WITHIN, Kind.WITHIN),
    (_QUOTES, Kind.QUOTE),
)
_TIMES = frozenset("年月日季时天今昔晨晚夜代期前后")
_NOMINAL_TAGS = frozenset({"vn", "an", "ng", "zg", "vg"})
_BY_TAG = {
    "v": Kind.VERB,
    "d": Kind.SKIP,
    "u": Kind.SKIP,
    "p": Kind.PREPOSITION,
    "c": Kind.SKIP,
    "r": Kind.PRONOUN,
    "t": Kind.TIME,
    "f": Kind.WITHIN,
    "y": Kind.SKIP,
    "z": Kind.SKIP,
    "m": Kind.NUMBER,
    "q": Kind.NUMBER,
}


def is_action(text: str) -> bool:
    """Whether ``text`` is a verb of the list, also where it serves as a noun (帮扶)."""
    return text in _ACTIONS


COMPLEMENTS = word_set("出 起 来 去 下 上 回 进 成 完 好 开 入")
"""Second halves of a verb: 摸索|出."""

NEGATIONS = frozenset({"不", "无", "非", "未"})


@lru_cache(maxsize=65536)
def leading_action(text: str) -> str:
    """The verb that the segmentation has drawn into a longer word; empty if there is none.

    >>> leading_action("新建村"), leading_action("新建")
    ('新建', '')
    """
    return next((text[:end] for end in (3, 2) if len(text) > end and text[:end] in _ACTIONS), "")


AGENT = re.compile(
    r"(?:[省市县区镇乡村州]里|中心|部门|政府|[省市县区镇乡州]委|党委|组织部|机关|公司|支部|单位|协会|学会|党组)$"
)
"""The end of a name for who did it, which is never what was counted."""
