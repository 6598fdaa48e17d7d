"""Words with de, the particle, and something else: 地 (de, dì), 得 (de, dé, děi).

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.complements import MUST_BEHIND, TELLING, by_complement, is_cost, is_got
from build_scripts.annotate.fused_words import COMPARING
from build_scripts.annotate.neighbours import (
    NOUNS,
    QUOTING,
    Words,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.segment import has_han, is_known, tag_of
from build_scripts.annotate.tables import word_set

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
    边角 苗木 农田 坡 滩 河滩 荒 沙 盐碱 低洼 开阔 宅基 自留 承包
    责任 口粮 饲料 撂荒 闲置 空闲 复垦 流转 工业 建设 林 草 湿 菜
    """
)


_POOR_OR_RICH = word_set("少 多 瘦 薄 肥 广 陡 贵 紧 荒")


_MANNERS = word_set(
    """
    来回 反复 面对面 手把手 心贴心 背靠背 点对点 一对一 这样 那样 如此 怎样 一样 似的 般 一般 这般 那般
    多么 那么 这么 不时 及时 一味 百倍 加倍 全方位 多方位 多层次 多渠道 多角度 全天候 大声 小声 高声 轻声
    低声 齐声 无数次 一再 再三 一窝蜂 一股脑 一股脑儿 一口气 相应 同样
    """
)
_SOUNDS = frozenset("腾噌嗖呼轰刷唰砰嘭咚哗哇啪咣哐嗡吱咔猛忽倏蓦霍")
_DEGREE_OF = frozenset("多高好大快深早广强密低少远细准")
# 军地, 厂地: the armed forces, a firm and the place where they are; 地县, the prefecture and its counties.
_BESIDE_PLACES = frozenset("军人厂企校路省市")
_BODIES_OF_PLACES = word_set("市 县 级 厅 跨 县级 市县")


_ON_THE_SPOT = word_set("等 就 当 实 属 异 原 该 本 此 各 每 某 拿 用 供 占 征 整 种 退 下")


_PLACES_OF = word_set(
    """
    户籍 学籍 户口 居住 参保 所在 出生 原产 产 目的 集散 发源 输出 输入 流入 流出 务工 就业 经营 注册 登记
    接收 迁入 迁出 安置 案发 事发 始发 营业 开户 常住 经常居住 投保 生产 销售 采集 安葬 埋葬 宿营 露营
    避险 取水 实习 服役
    """
)
_LARGE = frozenset("十百千万")


def di(words: Words, at: int) -> str | None:
    """地 is the particle de between a description and a verb (深入地推进), the noun dì elsewhere."""
    before, description = tag(words, at - 1), text(words, at - 1)
    if description in _BESIDE_PLACES or text(words, at + 1) in _BODIES_OF_PLACES:
        return "dì"  # 军|地|双方, 部分|地|市
    if description in _MANNERS or description in _SOUNDS or _is_manner(words, at):
        return "de"
    if len(description) == 2 and len(set(description)) == 1 and before[0] in "dzav":
        return "de"  # 渐渐地，
    if len(description) == 3 and description[1] == description[2]:
        return "de"  # 灰溜溜地|走
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
    if before in _NO_DESCRIPTION:
        return "dì"
    if text(words, at + 1) == "、" and (
        before in {"d", "a", "ad", "b", "z", "i", "l"} or len(description) > 1
    ):
        again = _is_again(words, at)
        return "de" if again else "dì"  # 主动地、创造性地
    if tag(words, at + 1) in _NO_ACTION or text(words, at + 1) in _GROUND_PARTS:
        return "dì"
    land = len(description) == 1 and before.startswith("v") and tag(words, at + 1) != "v"
    return "dì" if description in _LAND_VERBS or land else "de"


def _is_manner(words: Words, at: int) -> bool:
    """Tell whether what stands before 地 says how far or how often: 更多地, 一户一家地, 连拉带扯地."""
    description, following = text(words, at - 1), tag(words, at + 1)
    if following in _NO_ACTION and text(words, at + 1) != "、":
        return False
    if description[-1:] in _DEGREE_OF and description:
        compared = text(words, at - 2) if len(description) == 1 else description[:-1]
        if compared in COMPARING:
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


_GAINS = word_set("红利 实惠 高分 满分 奖 分 病 益 利 民心 人心 奖励 大奖 第一 头奖 便宜 好处 发展 甜头 温饱")


def de(words: Words, at: int) -> str | None:
    """得 is de before a complement (干得好), děi, must, before a verb (得有人管), dé, to gain, before a noun.

    Behind a noun the kind of word that follows decides: 群众得实惠 dé, 话得说清楚 děi, 猪养得肥壮 de.
    """
    verb, before, after = text(words, at - 1), tag(words, at - 1), tag(words, at + 1)
    following = text(words, at + 1)
    if found := by_complement(words, at) or _de_told(words, at) or _de_by_kind(words, at):
        return found
    if before[0] in "nr" and len(verb) > 1 and has_han(verb) and not is_known(verb):
        # A guess has drawn the verb into the name before it (老苗急|得), or there is none (西家|得|了).
        verb, before = verb[-1], tag_of(verb[-1])
        if following == "了" and not before.startswith(("v", "a")):
            return "dé"
    if verb in MUST_BEHIND:
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
    if len(verb) == 1 and verb not in _THINGS and after == "m":
        return "de"  # 烙|得|两面焦黄: a verb that the dictionary has as a noun
    return "děi" if following not in _GAINS and after in {"v", "p", "d"} else "dé"


def _de_told(words: Words, at: int) -> str | None:
    """The reading of 得 where one word beside it tells, whatever else the clause has; else None."""
    verb, before, after = text(words, at - 1), tag(words, at - 1), tag(words, at + 1)
    following = text(words, at + 1)
    costly = is_number(words, at + 1) or tag(words, at + 1) == "t"
    if costly and is_cost(words, at + 1) and not (before == "v" and len(verb) == 1):
        return "děi"  # 来回得一个多小时
    if (
        following in {"了", "过"}
        and (before in {"nr", "nrfg", "n", "r", "x", "m", "q", "t", "d"} or verb in TELLING)
        and is_got(words, at + 2)
    ):
        return "dé"  # 应桂芝得了尿毒症
    if (
        before == "v"
        and len(verb) == 2
        and verb[-1] in _OBJECTS
        and (after[0] in "vp" or following[:1] == "带")
        and following not in _POSSIBLE
    ):
        return "děi"  # 敲门|得|使劲
    if verb in {"人", "车", "你", "我", "他", "她", "咱"} and (after[0] == "v" or following in _POSSIBLE):
        return "děi"  # 人得下来牵着马
    if before == "x" and after == "m" and text(words, at + 3) == "地":
        return "děi"  # 得一代一代地传
    if verb == "说" and following in {"找", "问", "等", "先", "交", "让", "由", "去"}:
        return "děi"  # 镇里说|得问指挥部
    if verb in _FEELINGS and not (after == "n" and len(following) > 1):
        return "de"  # 叔叔气得指着他骂
    if verb == "分" and following[:1] in {"均", "匀", "平", "清", "开", "出"}:
        return "de"
    if verb == "分" and (after in {"n", "m", "nr", "nz"} or following in _GAINS):
        return "dé"  # 分|得|红利
    return None


# What verbs of two characters have as their object: 敲门, 走路, 吃饭.
_OBJECTS = frozenset("门路饭话人事山水车课学酒烟茶班工地河船店货菜田秧树鱼羊牛钱账债婚亲客礼席戏城街楼村")

# Verbs that the segmentation has as nouns and adjectives.
_VERBS_AS_NOUNS = frozenset("舞歌雕刻锈绣学运画问记量闹飞省理炸榨淋耙结旱扛踩丢护刷晾烘剁砌绑掉藏种编织锄锁")
_MATTERS = word_set("儿 事 事儿 这事 那事 话 活儿 钱 路 日子 问题 孩子 病 账")
# 得 is a character of given names behind a surname: 得才, 得福.
_IN_NAMES = frozenset("才胜福贵财志水宝喜金旺顺银海林明华草根")
_NAMED = frozenset("王李张刘陈杨赵黄周吴徐孙马牛朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾")


def _de_by_kind(words: Words, at: int) -> str | None:
    """The reading of 得 told by the kind of word before it: a name, a verb tagged as a noun, a matter."""
    verb, before, after = text(words, at - 1), tag(words, at - 1), tag(words, at + 1)
    following = text(words, at + 1)
    if following[:1] in _IN_NAMES and verb[-1:] in _NAMED and before[0] == "n" and following:
        return "dé"  # 牛|得|才
    if verb in _VERBS_AS_NOUNS:
        return "de"
    if verb in _MATTERS and after[0] in "vpdri" and following not in _GAINS:
        return "děi"  # 这事儿得从头说起
    if before == "r" and following == text(words, at + 2) and after == "m":
        return "děi"  # 咱得一笔一笔算
    return None


_FEELINGS = frozenset("旱涝堵挤慌闲气急乐累吓冻饿热冷疼痛羞馋渴困烫晒")


# Nouns of one character that may have something to gain or to do.
_THINGS = frozenset(
    "人家村户钱事活病话路车饭水地田牛羊猪鸡鱼粮米菜药书信厂店校县乡镇省市国党男女娃爹娘妈爸哥姐弟妹心眼手脚"
)


_POSSIBLE = word_set(
    """
    来 去 进 出 进来 起来 下来 下去 出来 进去 上来 过来 过去 住 了
    着 起 上 下 动 到 开 成 完 清 准 稳 快 好 久
    """
)


_DEGREES = word_set("更 更细 更加 很 最 非常 十分 太 特别 极 相当 格外")


def de_chu(words: Words, at: int) -> str | None:
    """得出 is de chū behind a verb of one character (搬得出), dé chū, to arrive at, elsewhere."""
    verb = text(words, at - 1)
    if verb in {"都", "就", "也", "还", "总"} and tag(words, at + 1)[:1] in "nv":
        return "děi chū"  # 家家都得|出工
    return (
        "de chū"
        if len(verb) == 1 and has_han(verb) and tag(words, at - 1) not in {"d", "r", "p", "f"}
        else None
    )


def de_dang(words: Words, at: int) -> str | None:
    """得当 is dédàng, apt, but děi dāng, must be, behind 也, 都, 就 and their like (家不好当也得当)."""
    return "děi dāng" if text(words, at - 1) in {"也", "都", "就", "还", "又", "总", "先"} else None
