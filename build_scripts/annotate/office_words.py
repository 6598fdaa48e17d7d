"""Verbs of office work with two readings: 当 处 率 调 量 数 供 相 应声 …

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import (
    Words,
    has_after,
    has_before,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.tables import word_set, word_tuple

_TOGETHER = word_tuple("和 跟 与 同 相 邻里 大家 两家 两人 俩 关系 彼此 互相")
_GETTING_ON = word_tuple("了 得 成 出 下来 久 熟 好 对象 朋友 关系 着 过 不 理 一")
_PENALTY = word_tuple("罚款 罚金 徒刑 拘留 拘役 管制 警告")


def chu(words: Words, at: int) -> str | None:
    """处 is chǔ: to lie (处 武陵山区), to get on (处成一家), to punish; chù as a noun or measure."""
    before, following = text(words, at - 1), text(words, at + 1)
    if is_number(words, at - 1) or before in {
        "此",
        "该",
        "每",
        "各",
        "何",
        "别",
        "某",
        "这",
        "那",
        "多",
        "几",
    }:
        return "chù"
    if is_number(words, at + 1) and has_after(words, at, _PENALTY):
        return "chǔ"
    if following.startswith(_GETTING_ON) and has_before(words, at, _TOGETHER):
        return "chǔ"
    if following == "得" or (
        following == "了" and is_number(words, at + 2) and has_after(words, at, ("感情",))
    ):
        return "chǔ"  # 处得不错
    if tag(words, at - 1) in {"x", "d"} and tag(words, at + 1) in {"ns", "n", "s"}:
        return "chǔ"
    if has_after(words, at, _PENALTY) and tag(words, at - 1) in {"x", "d", "p", "n"}:
        return "chǔ"  # 处骗取金额二倍罚款
    return "chù"


_LED = word_tuple("队 团 部 代表 考察 调研 工作 党政 相关 有关 全体 班子 民警 全村 全家 众")
_LEADERS = frozenset("长记任员人者家他她席")
_WHO_FOLLOW = word_tuple(
    """
    队 团 班子 代表 负责人 干部 人员 同志 一行 群众 部门 单位 村民 官兵 弟子 职工 队员 党员 民警 医生
    师生 老少 专家 骨干 班 众 部
    """
)


def lv(words: Words, at: int) -> str | None:
    """率 is lǜ behind what is measured (办结率达98%), shuài before those who are led (率队, 率团)."""
    if text(words, at + 1).startswith(_LED):
        return "shuài"
    leader = text(words, at - 1)[-1:] in _LEADERS or tag(words, at - 1) in {"nr", "r"}
    if (leader or text(words, at - 1) in {"亲自", "又", "多次", "曾", "先后"}) and has_after(
        words, at, _WHO_FOLLOW
    ):
        return "shuài"
    led = tag(words, at + 1) in {"n", "r", "nr", "ns", "nt"}
    if led and leader:
        return "shuài"
    measured = tag(words, at - 1).startswith(("v", "n", "a")) or tag(words, at - 1) in {"l", "b", "i", "j"}
    return "shuài" if led and not measured else "lǜ"


_ADJUSTED = word_set(
    """
    结构 价 价格 方式 布局 品种 味道 温度 光 焦 频道 时间 方案 计划 政策 思路 心态 作息 比例 标准 解 和
    匀
    """
)
_MOVED = frozenset("到往至离任入出来进去走回集遣拨派档阅动兵人换")
_SCALES = frozenset("量味价温药水音色表秤料度光准标配")
_SENT = word_tuple("干部 教师 老师 医生 人员 人手 车 船 物资 队伍 骨干 民警 机械 挖掘机 粮 款 水泵 货 资金")
_SET = frozenset("高低大小好优准匀稳快慢味料药水浆馅漆温压音酒汁色整得")


def diao(words: Words, at: int) -> str | None:
    """调 is diào where people and things are moved (调 到, 从县里调), tiáo, to set or mix, elsewhere."""
    following = text(words, at + 1)
    if following in _ADJUSTED or (following[:1] in _SET and following):
        return "tiáo"
    if following[:1] in _MOVED and following:
        return "diào"
    if tag(words, at - 1) == "p" or has_before(words, at, ("从", "由")):
        return "diào"
    if following in {"了", "完", "一", "过"} and text(words, at - 1)[-1:] in _SCALES and text(words, at - 1):
        return "tiáo"  # 把药量调了一下
    sent = is_number(words, at + 1) or tag(words, at + 1) in {"r", "nr"} or following in {"了", "过"}
    return "diào" if following.startswith(_SENT) or (sent and has_after(words, at, _SENT)) else None


_MEASURED = word_tuple(
    """
    体温 血压 身高 尺寸 体重 水温 水位 面积 长度 高度 宽度 深度 厚度 距离 土地 田块 地块 雨量 降水 气温
    腰围 衣 身 房 一
    出 了 着 过 得 完 几 两 地 田 尺
    """
)


def liang(words: Words, at: int) -> str | None:
    """量 is liáng as a verb: before 了 and what is measured, behind 地; liàng (amount) elsewhere."""
    following = text(words, at + 1)
    if following.startswith(_MEASURED) and tag(words, at - 1) not in {"vn", "uj"}:
        return "liáng"
    if text(words, at - 1) in {"尺子", "皮尺", "卷尺", "尺", "软尺"} or following in {
        "株距",
        "行距",
        "草场",
        "地界",
    }:
        return "liáng"  # 拿着尺子量株距
    if tag(words, at - 1) == "x" and tag(words, at + 1) in {"n", "vn"}:
        return "liáng"  # 测水位、量降水
    verb_before = text(words, at - 1) in {"地", "去", "来", "再", "先", "要", "尺"}
    return "liáng" if verb_before and tag(words, at - 1) != "n" else None


_COUNTED = word_tuple("钱 票 鸟 雁 秧 果 人头 星星 稻穗 日子 天数 羊 鸡 牛 猪 苗 树 株 指头 台阶 鱼 蛋")


_COUNTING_ON = word_set("得 不 一数 清 了 着 一 到 出 完 过 来 去")


def shu(words: Words, at: int) -> str | None:
    """数 is shǔ, to count, before 得, 不, 了, 着, behind 地 and before what is counted; shù elsewhere."""
    following = text(words, at + 1)
    if following in _COUNTING_ON:
        return "shǔ"
    if text(words, at - 1) in {"就", "还", "最", "只", "又"} or (
        tag(words, at - 1) == "x" and tag(words, at + 1) == "r"
    ):
        return "shǔ"  # 数他家的日子红火
    if text(words, at - 1) in {"地", "了", "来", "细", "要"} or following.startswith(_COUNTED):
        return "shǔ"
    counted = tag(words, at + 1) == "n" and len(following) > 1
    return "shǔ" if counted and tag(words, at - 1) in {"x", "p", "d", "t", "r", "s"} else None


_SACRED = word_tuple("牌位 灵位 祖 神 佛 菩萨 香 祠堂 龛 像 先人 关公 财神 土地公 灶王 遗像 观音")


def gong(words: Words, at: int) -> str | None:
    """供 is gòng, to offer, with gods and forebears (祠堂里供着牌位), gōng, to supply, elsewhere."""
    kept = text(words, at + 1) in {"着", "起", "了", "在", "上", "奉"}
    sacred = has_before(words, at, _SACRED) or has_after(words, at, _SACRED)
    return "gòng" if kept and sacred else None


_LOOKED = frozenset("照拍张吃卖坐站睡福苦扮破看识")


def xiang(words: Words, at: int) -> str | None:
    """相 is xiàng, a picture or how one looks, behind 照, 张 and their like; xiāng, each other, elsewhere."""
    last = text(words, at - 1)[-1:]
    if tag(words, at + 1).startswith("v") and last != "张":
        return None
    ends = tag(words, at + 1) in {"x", "ul", "uj", "a", "ug"}
    return "xiàng" if last and last in _LOOKED and ends else None


def zhang_xiang(words: Words, at: int) -> str | None:
    """张相 is zhāng xiàng, a picture, behind 了 and a number (拍了张相)."""
    return "zhāng xiàng" if text(words, at - 1) in {"了", "过"} or is_number(words, at - 1) else None


def ying_sheng(words: Words, at: int) -> str | None:
    """应声 is yìngshēng, at the sound, before what falls or follows, yīng shēng, to answer, elsewhere."""
    return (
        "yìng shēng"
        if text(words, at + 1)[:1] in set("而倒落赶上涨跌") and text(words, at + 1)
        else "yīng shēng"
    )


def ren_shu(words: Words, at: int) -> str | None:
    """人数 is rén shǔ where somebody counts (有人|数着票子), rénshù, the number of people, elsewhere."""
    return "rén shǔ" if text(words, at + 1) in {"着", "了", "过", "钱", "票子"} else None


def zhong_people(words: Words, at: int) -> str | None:
    """人种 is rén zhòng where nobody plants (没人种), rénzhǒng, a race, elsewhere."""
    return "rén zhòng" if text(words, at - 1) in {"没", "没有", "无", "有", "让"} else None


def mei_zhong(words: Words, at: int) -> str | None:
    """没种 is méi zhòng, has not planted, before 的 and what is planted, méi zhǒng, a coward, at the end."""
    return None if tag(words, at + 1) == "x" else "méi zhòng"


def zheng_jiao(words: Words, at: int) -> str | None:
    """正教 is zhèng jiāo, just teaching, before whom or what (正教他们), zhèngjiào, Orthodoxy, elsewhere."""
    return "zhèng jiāo" if tag(words, at + 1) in {"r", "nr", "n", "v", "m"} else None


def bu_chong(words: Words, at: int) -> str | None:
    """不重 is bù chóng, not twice, before 不漏 and 复, bù zhòng, not heavy, elsewhere."""
    return "bù chóng" if text(words, at + 1) in {"不漏", "复", "样"} else None


def cheng_hang(words: Words, at: int) -> str | None:
    """成行 is chéng háng, in rows (横成行、竖成列), chéngxíng, to set out, elsewhere."""
    planted = text(words, at - 1)[-1:] in set("横竖栽种排列") and text(words, at - 1)
    return "chéng háng" if planted or text(words, at + 1)[:1] in {"成", "竖", "列"} else None
