"""The character 地 as a word and at the beginning and end of words: de, the particle, and dì, land.

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.compound_words import di_fang
from build_scripts.annotate.neighbours import QUOTING, Words, is_number, tag, text
from build_scripts.annotate.segment import is_known
from build_scripts.annotate.syllables import syllables
from build_scripts.annotate.tables import word_set, word_tuple

_NO_DESCRIPTION = frozenset({"x", "m", "q", "r", "p", "c", "uj", "ul", "f", "eng"})


_NO_ACTION = frozenset({"x", "f", "uj", "ul", "uv", "ud", "eng"})


_GROUND_PARTS = word_set("种 里 上 处 块 下 中 里的 上的")


_LAND_VERBS = word_set(
    """
    垄 畦 洼 占 拿 种 征 整 用 耕 圈 供 退 卖 租 包 划 腾 遍 翻 犁 挖 插 盘 分 买 借 换 选
    """
)


_KINDS_OF_LAND = word_set(
    """
    边角 苗木 农田 坡 滩 河滩 荒 沙 盐碱 低洼 开阔 宅基 自留 承包 责任 口粮 饲料 撂荒 闲置 空闲 复垦
    流转 工业 建设 林 草 湿 菜
    """
)


_POOR_OR_RICH = word_set("少 多 瘦 薄 肥 广 陡 贵 紧 荒")


_MANNERS = word_set(
    "来回 反复 面对面 手把手 心贴心 背靠背 点对点 一对一 这样 那样 如此 怎样 一样 似的 般 一般 这般 那般"
)


_MANNERS_ALONE = word_set(
    """
    及时 不时 一味 相应 全方位 多层次 多渠道 多角度 全景式 无数次 那么 这么 多么 多侧面 全过程 全链条
    成批 大批 大批量 小批量 零星 成片 分期 分批 整体性 总体性 一股脑儿 大把大把 大口 大步 大声 小声
    全天候 一口气 高标准 高质量 高效率
    """
)
_MUCH = frozenset("多少高好大快深远早准细广强久稳严")
_MORE = word_set("更 更加 越来越 尽可能 过 较 最 很 极 尽量 非常 十分 比较 愈来愈 特别 越 相对 稍 略 太")
_SOUNDS = frozenset("腾噌唰轰嗖嗵咚啪哗砰忽呼刷咣当咔腾")


_ON_THE_SPOT = word_set("等 就 当 实 属 异 原 该 本 此 各 每 某 拿 用 供 占 征 整 种 退 下")


_PLACES_OF = word_set(
    """
    户籍 学籍 户口 居住 参保 所在 出生 原产 产 目的 集散 发源 输出 输入 流入 流出 务工 就业 经营 注册
    登记 接收 迁入 迁出 安置 案发 事发 始发 营业 开户 常住 经常居住 投保 生产 销售 采集 安葬 埋葬 宿营
    露营 避险 取水 实习 服役
    """
)
_LARGE = frozenset("十百千万")
# 军地, 厂地: the armed forces, a firm and the place where they are; 地县, the prefecture and its counties.
_BESIDE_PLACES = frozenset("军人厂企校路省市")
_BODIES_OF_PLACES = word_set("市 县 级 厅 跨 县级 市县")


def di(words: Words, at: int) -> str | None:
    """地 is the particle de between a description and a verb (深入地推进), the noun dì elsewhere."""
    before, description = tag(words, at - 1), text(words, at - 1)
    if description in _BESIDE_PLACES or text(words, at + 1) in _BODIES_OF_PLACES:
        return "dì"  # 军|地|双方, 部分|地|市
    if _is_counted(words, at):
        return "de"
    if len(description) == 2 and len(set(description)) == 1 and before[0] in "dzav":
        return "de"  # 渐渐地，
    if len(description) == 3 and description[1] == description[2]:
        return "de"  # 灰溜溜地|走
    if before == "ud" or description in {"得", "是", "有", "在"}:
        return "dì"  # 旱得|地|都裂了口子
    if description in _MANNERS_ALONE or (description in _MUCH and text(words, at - 2) in _MORE):
        return "de"  # 及时地, 更多地
    if description[-1:] in _SOUNDS and text(words, at + 1) in {"一下", "一声", "一响"}:
        return "de"  # 腾地一下
    if (
        text(words, at + 1) == "、"
        and text(words, at + 3) == "地"
        and tag(words, at + 4) in {"v", "x", "p", "d"}
        and before in {"n", "a", "d", "v", "vn"}
        and len(description) > 1
    ):
        return "de"  # 历史地、辩证地看待
    if description in {"”", "’", "』"} and tag(words, at + 1)[0] in "vapmd":
        return "de"  # “腾”地站起来
    if description in set("好坏孬肥瘦荒") and text(words, at - 2) in {"把", "将", "块", "片", "的"}:
        return "dì"  # 把好|地|让给别人, but 较好地完成
    if description in _ON_THE_SPOT or description in _KINDS_OF_LAND or description in _PLACES_OF:
        return "dì"
    if description[-1:] in _LARGE and tag(words, at + 1) == "v" and len(text(words, at + 1)) == 1:
        return "de"  # 你五十、我一百地凑
    if is_number(words, at - 1) and description in {text(words, at - back) for back in (2, 3, 4)}:
        return "de"  # 一件一件地抓, 一个接一个地来
    if text(words, at + 1) in _POOR_OR_RICH:
        return "dì"  # 山多地少
    if description[:1] in {"一", "两", "几"} and len(description) == 2 and before == "m":
        return "dì"  # 一垄地
    if text(words, at + 1) in QUOTING and before in {"a", "ad", "d", "z", "i"} and len(description) > 1:
        return "de"  # 巧妙地“借”来
    if len(description) == 4 and before != "ns":
        return "de"  # 三三两两地
    if before in _NO_DESCRIPTION and description not in _MANNERS:
        return "dì"
    if text(words, at + 1) == "、" and (
        before in {"d", "a", "ad", "b", "z", "i", "l"} or len(description) > 1
    ):
        return "de" if _is_again(words, at) else "dì"  # 主动地、创造性地
    if tag(words, at + 1) in _NO_ACTION or text(words, at + 1) in _GROUND_PARTS:
        return "dì"
    land = len(description) == 1 and before.startswith("v") and tag(words, at + 1) != "v"
    return "dì" if description in _LAND_VERBS or land else "de"


def _is_counted(words: Words, at: int) -> bool:
    """Tell whether what stands before 地 says how far or how often: 更多地, 一户一家地, 连拉带扯地."""
    description, following = text(words, at - 1), tag(words, at + 1)
    if following in _NO_ACTION and text(words, at + 1) != "、":
        return False
    if description[-1:] in _MUCH and description:
        compared = text(words, at - 2) if len(description) == 1 else description[:-1]
        if compared in _MORE:
            return True
    twice = tag(words, at - 1) == tag(words, at - 2) == "m" and bool(
        {description[0], description[-1]} & {text(words, at - 2)[0], text(words, at - 2)[-1]}
    )
    measured = tag(words, at - 1) == "q" and description in {text(words, at - 3), text(words, at - 4)}
    return twice or measured or (text(words, at - 2)[:1] == "连" and text(words, at - 2)[-1] == "带")


def _is_again(words: Words, at: int) -> bool:
    """Tell whether 地 that follows in the clause stands before what is done: 历史地、辩证地把握."""
    for ahead in range(at + 2, at + 7):
        if text(words, ahead)[-1:] == "地" or "性地" in text(words, ahead):
            return tag(words, ahead + 1)[0] in "vapd" or text(words, ahead + 1) in {"、", "把", "将"}
    return False


# Words of the dictionary that begin with 地 and whose second character may be a verb: 不时|地拉住.
TORN = word_tuple(
    """
    地面 地拉 地被 地点 地带 地下 地上 地富 地表 地动 地处 地挖 地趟 地陪 地主 地滑 地补
    """
)
_PLAIN_VERBS = frozenset("拉被带点下上富面")
_DURING = frozenset({"了", "着", "过", "住", "起", "出", "向", "到", "给", "个", "一"})


_OF_LAND = word_set("开阔 狭长 广阔 贫瘠 低洼 偏远 偏僻 干旱 平坦 肥沃 空旷 广大 边远 过渡 中间 交界")


def torn(words: Words, at: int) -> str | None:
    """A word with 地 at its beginning is de and a verb behind how it is done: 勇敢|地面|对, 不时|地拉|住."""
    verb = text(words, at)[1:]
    if not _is_manner(words, at - 1):
        return None
    following = text(words, at + 1)
    joined = bool(following) and is_known(verb + following[0])
    sure = following in _DURING or (joined and (len(following) == 1 or not is_known(following)))
    sure = (sure and text(words, at - 1) not in _OF_LAND) or verb in "拉被"
    described = tag(words, at - 1) in {"z", "i"}
    return f"de {syllables(verb)[0]}" if sure or (described and verb in _PLAIN_VERBS) else None


_DEEDS = word_tuple(
    """
    打击 整治 查处 建设 开展 推进 惩治 取缔 清理 排查 监测 管控 打造 治理 防治
    利用 开发 开采 发展 调查 修复 保护
    """
)


def _is_manner(words: Words, at: int) -> bool:
    """Tell whether the word says how something is done: 勇敢, 不时, 纷纷扬扬, 更多, 一次又一次."""
    description, kind = text(words, at), tag(words, at)
    if description in _MANNERS_ALONE or description.endswith(("般", "一样", "似的")):
        return True
    if len(description) > 3 and description.endswith(_DEEDS):
        return False  # 严厉打击|地下钱庄
    if kind == "m" and len(description) > 1:
        return description in {text(words, at - 1), text(words, at - 2), text(words, at - 3)}
    much = description in _MUCH and text(words, at - 1) in _MORE
    return much or (len(description) > 1 and kind in {"z", "ad", "d", "i", "l", "a", "v", "vn", "an"})


def torn_fang(words: Words, at: int) -> str | None:
    """地方 is de fāng where 便 follows behind how much (极大|地方|便了), else as in :func:`di_fang`."""
    if text(words, at + 1)[:1] == "便" and (
        _is_manner(words, at - 1) or text(words, at - 1) in {"极大", "大大"}
    ):
        return "de fāng"
    return di_fang(words, at)


def high(words: Words, at: int) -> str | None:
    """高地, 低地 are hills and plains, but gāo de behind 更 and its like: 更高地举起旗帜."""
    return f"{syllables(text(words, at)[0])[0]} de" if text(words, at - 1) in _MORE else None


def gathered(words: Words, at: int) -> str | None:
    """集中地 and 选择地 are places, but jí zhōng de before a verb (集中地反映) and 有选择地."""
    acts = tag(words, at + 1) in {"v", "p", "vn"} or text(words, at - 1) in _MORE
    if text(words, at) == "选择地":
        return "xuǎn zé de" if text(words, at - 1) == "有" else None
    return "jí zhōng de" if acts and tag(words, at - 1) not in {"n", "ns"} else None
