"""Words whose last syllable is neutral in one of two meanings: 子 儿 地道 精神 公道 东家 人家 不是 …

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.alignment import toneless
from build_scripts.annotate.neighbours import Words, has_before, is_number, tag, text
from build_scripts.annotate.segment import has_han
from build_scripts.annotate.syllables import syllables
from build_scripts.annotate.tables import word_set, word_tuple

_CHILD_BEHIND = frozenset("其之一二两三独长次幼孙养父母")


def zi(words: Words, at: int) -> str | None:
    """子 that the segmentation parted is the suffix zi (土埂|子), zǐ, a son, behind 其, 之 and a number."""
    before = text(words, at - 1)
    noun = tag(words, at - 1)[:1] in "nvaqgz" and has_han(before) and before[-1] not in _CHILD_BEHIND
    return "zi" if noun and not is_number(words, at - 1) and tag(words, at - 1) != "nr" else None


# Verbs of one character that are said twice for doing something a little. What paints how something is
# (红旗飘飘) and adverbs (整整, 缓缓) are none of them.
_LITTLE = frozenset(
    "敲拍捡补翻挖刨擦扫洗刷捏捶揉搓抖掸扯拽推摆尝闻嗅瞅望量测称掂比划记背念学教考选挑拣找查验修喂浇锄拔收晾晒烤烘暖煮炒切剁搬抬挪改换"
    "理捋梳剪绣织打踢跑跳走站坐躺歇睡躲陪哄逗夸骂训管帮劝求催聊谈喊叫唱吹弹演练动松伸扭蹲按压摁捂贴挂点停抱摸挠抓挤凑玩耍用试猜算认问听看瞧说讲评写抄读填逛转笑"
)


def is_doubled_verb(word: str) -> bool:
    """Tell whether ``word`` is a verb of one character said twice: 敲敲, 补补.

    >>> is_doubled_verb("敲敲"), is_doubled_verb("天天"), is_doubled_verb("飘飘")
    (True, False, False)
    """
    return len(word) == 2 and word[0] == word[1] and word[0] in _LITTLE


def doubled(words: Words, at: int) -> str | None:
    """A verb said twice is neutral the second time (敲敲门), not in pairs (写写|停停) and before 地."""
    if text(words, at + 1) in {"地", "的"}:
        return None
    first = syllables(text(words, at))[0]
    near = (text(words, at - 1), text(words, at + 1))
    second = first if any(len(word) == 2 and word[0] == word[1] for word in near) else toneless(first)
    return f"{first} {second}"


# Verbs with their object, whose verb may be said twice: 跑|跑腿, 聊聊天.
VERBS_WITH_OBJECT = word_set(
    """
    喝茶 跑腿 算账 唠嗑 吹风 红脸 出汗 照镜子 治病 拉家常 说心里话 看病 看书 听课 谈话 走路 下棋 打牌
    打球 跳舞 唱歌 洗澡 洗手 洗脸 刷牙 理发 握手 招手 挥手 点头 摇头 拍手 散步 散心 聊天 谈心 交心 串门
    敲门 帮忙 鼓劲 打气 撑腰 松土 浇水 诉苦 解闷 解馋 压惊 醒酒 开窗 见面 动脑 动手 动嘴 露脸 尝鲜 歇脚
    养神 消食 消气 壮胆 逛街 问路 说理 评理 讲理 读书 写字 认字 翻书 补课 试水 洗衣服 晒太阳 说话 讲故事
    看电视 吃饭 打招呼 打扫卫生 开玩笑
    """
)


def repeated(words: Words, at: int) -> str | None:
    """The verb that is said a second time is neutral: 跑|跑腿, 聊聊天."""
    word = text(words, at)
    found = list(syllables(word))
    if word[0] == word[1]:
        found[1] = toneless(found[0])
    elif text(words, at - 1) == word[0]:
        found[0] = toneless(found[0])
    else:
        return None
    return " ".join(found)


def is_repeated(word: str) -> bool:
    """Tell whether :func:`repeated` is to be asked for a word.

    >>> is_repeated("跑腿"), is_repeated("聊聊天"), is_repeated("毛毛雨")
    (True, True, False)
    """
    return word in VERBS_WITH_OBJECT or (word[0] == word[1:2] and word[1:] in VERBS_WITH_OBJECT)


_TUNNEL_BEFORE = frozenset("挖条钻修穿行进下过个")
_TUNNEL_BEHIND = word_tuple("战 口 里 出口 入口 积水 工程 内 施工 桥")


def di_dao(words: Words, at: int) -> str | None:
    """地道 is dìdào, a tunnel, where it is dug or passed, dìdao, genuine, elsewhere (地道的羊肉)."""
    before = text(words, at - 1)
    tunnel = text(words, at + 1).startswith(_TUNNEL_BEHIND) or (
        before[-1:] in _TUNNEL_BEFORE and text(words, at + 1) != "的"
    )
    return "dì dào" if tunnel and before else "dì dao"


def jing_shen(words: Words, at: int) -> str | None:
    """精神 is jīngshen, lively, behind an adverb (越活越精神), jīngshén, the spirit, elsewhere."""
    lively = text(words, at - 1) in {
        "很",
        "更",
        "挺",
        "格外",
        "越",
        "可",
        "真",
        "特别",
        "没",
        "越来越",
        "显得",
        "多",
    }
    ends = tag(words, at + 1) in {"x", "ul", "uj"} or text(words, at + 1)[:1] == "头"
    return "jīng shen" if (lively and ends) or text(words, at + 1)[:1] == "头" else None


_ASKED_FOR = word_tuple("主持 讨 还 求 维护 说句")


def gong_dao(words: Words, at: int) -> str | None:
    """公道 is gōngdào, justice, as what is asked for (主持公道), gōngdao, fair, elsewhere (价钱公道)."""
    justice = has_before(words, at, _ASKED_FOR) or text(words, at + 1) in {"正派", "话", "自在", "人心"}
    return "gōng dào" if justice else "gōng dao"


def dong_jia(words: Words, at: int) -> str | None:
    """东家 is dōng jiā, one neighbour, where 西家, the other, is near; dōngjia, the master, elsewhere."""
    near = range(max(0, at - 6), min(len(words), at + 7))
    return (
        "dōng jiā"
        if any("西家" in text(words, other) for other in near) or text(words, at - 1) in {"走", "串"}
        else None
    )


_HOUSEHOLDS = frozenset("户的农渔海船困通裕家难般族边下里上口村寨岛岸区")
_SOME = frozenset(
    {"不少", "多少", "有些", "许多", "好些", "好多", "大多", "多数", "少数", "哪些", "所有", "各"}
)


def ren_jia(words: Words, at: int) -> str | None:
    """人家 is rénjiā, a household, behind a number or a description (藏族人家), rénjia, they, elsewhere."""
    before = text(words, at - 1)
    counted = is_number(words, at - 1) or before in _SOME
    household = counted or (before[-1:] in _HOUSEHOLDS and bool(before))
    return "rén jiā" if household else "rén jia"


def bu_shi(words: Words, at: int) -> str | None:
    """不是 is bùshi, a fault, behind 的 at the end (我的不是), bù shì, is not, elsewhere."""
    fault = text(words, at - 1) in {"的", "个", "赔"} and tag(words, at + 1) in {"x", "ul"}
    return "bù shi" if fault else None


def nuan_huo(words: Words, at: int) -> str | None:
    """暖和 is two words, warmth and, in a list (电、暖和消毒设备), nuǎnhuo, warm, elsewhere."""
    listed = text(words, at - 1) == "、" and tag(words, at + 1) in {"n", "vn", "v"}
    return "nuǎn hé" if listed else None


def huo_shao(words: Words, at: int) -> str | None:
    """火烧 behind 柴 is huo shāo, firewood burns: 没有柴|火烧."""
    return "huo shāo" if text(words, at - 1) == "柴" else None


def di_biao(words: Words, at: int) -> str | None:
    """地标 is de biāo behind a description and before 着 (密密麻麻地标着), dìbiāo, a landmark, elsewhere."""
    marked = text(words, at + 1) in {"着", "出", "明", "在", "了"} and tag(words, at - 1) in {
        "z",
        "a",
        "d",
        "i",
        "l",
        "ad",
    }
    return "de biāo" if marked else None
