"""Verbs of one character whose reading their neighbours decide: 倒 背 待 扎 缝 冲 划 露 弹 …

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


def ding(words: Words, at: int) -> str | None:
    """钉 is dìng as a verb (钉 上), dīng (nail) elsewhere."""
    done = (
        text(words, at - 1) in {"自己", "自个儿", "亲手", "动手", "来", "去", "给"}
        and tag(words, at + 1) == "x"
    )
    return "dìng" if done or tag(words, at + 1) in {"f", "ul", "n", "v", "a"} else None


def jia(words: Words, at: int) -> str | None:
    """假 is jià, leave, behind 请, 放 and a time (放了3天假), jiǎ (false) elsewhere."""
    return "jià" if has_before(words, at, ("请", "放", "休")) else None


def dao(words: Words, at: int) -> str | None:
    """倒 is dǎo where something fell (墙 倒 了), dào (to pour, on the contrary) elsewhere."""
    if is_number(words, at + 1) and has_after(words, at, ("车", "地铁", "公交", "班")):
        return "dǎo"  # 倒两趟车
    fallen = text(words, at + 1) in {"了", "在", "下"} and tag(words, at - 1) in {
        "n",
        "nr",
        "s",
        "v",
        "d",
        "f",
    }
    return "dǎo" if fallen and not has_after(words, at, ("水", "垃圾", "茶")) else "dào"


_FILLED = frozenset("饭汤菜水酒粥油米面茶粮药奶血泥土沙盐糖浆蜜豆粉物子")


def sheng(words: Words, at: int) -> str | None:
    """盛 is chéng, to fill, before what is filled in (盛 饭), shèng (flourishing) elsewhere."""
    filled = tag(words, at + 1) == "n" and text(words, at + 1)[-1:] in _FILLED
    return "chéng" if filled or tag(words, at + 1) in {"ul", "uz", "m"} else None


def men(words: Words, at: int) -> str | None:
    """闷 is mēn, close, with heat in the clause (又闷又热), mèn, dull, elsewhere."""
    if text(words, at + 1) in {"了", "着"} and text(words, at + 2)[:1] in {"半", "好", "一", "头", "声"}:
        return "mēn"  # 闷了半晌, silent
    close = has_after(words, at, ("热", "湿", "潮", "燥")) or has_before(
        words, at, ("热", "屋", "房间", "车厢")
    )
    return "mēn" if close else "mèn"


def hua(words: Words, at: int) -> str | None:
    """划 is huá, to cut, to row, with a wound or a boat in the clause, huà, to mark off, elsewhere."""
    cut = has_after(words, at, ("口子", "伤", "血", "船", "桨", "龙舟", "破", "痕"))
    return "huá" if cut or has_before(words, at, ("船", "桨", "钢筋", "玻璃", "刀")) else "huà"


def qu(words: Words, at: int) -> str | None:
    """曲 is qū in the names of rivers and places (曲河, 曲江), qǔ, a tune, elsewhere."""
    return "qū" if text(words, at + 1)[:1] in set("河江水溪沟塘湾折") and text(words, at + 1) else "qǔ"


def ka(words: Words, at: int) -> str | None:
    """卡 is qiǎ, to be stuck, as a verb (卡在半路, 卡得死死的), kǎ, a card, elsewhere."""
    stuck = text(words, at + 1) in {"在", "住", "得", "了", "着", "脖子", "死", "不"} and tag(
        words, at - 1
    ) not in {"m", "q"}
    return "qiǎ" if stuck and tag(words, at) == "v" else None


def lou(words: Words, at: int) -> str | None:
    """露 is lòu, to show, of a head, a face and a weak point (露了头, 露一手), lù elsewhere."""
    shown = text(words, at + 2) if text(words, at + 1) in {"了", "过", "个"} else text(words, at + 1)
    return "lòu" if (shown[:1] in set("头面脸馅怯底白富") and shown) or shown in {"一手", "两手"} else None


def meng(words: Words, at: int) -> str | None:
    """蒙 is mēng, dazed, before 了 at the end of a clause (他蒙了), méng, to cover, elsewhere."""
    return "mēng" if text(words, at + 1) == "了" and tag(words, at + 2) == "x" else "méng"


_SPRUNG = tuple("出回开跳起奏唱琴压性劾")


def tan(words: Words, at: int) -> str | None:
    """弹 is tán, to spring, before what springs or is played (弹出), dàn, a bullet, behind a number."""
    if text(words, at + 1).startswith(_SPRUNG):
        return "tán"
    return "dàn" if is_number(words, at - 1) or text(words, at - 1) in {"中", "颗", "发", "枚"} else None


def cha(words: Words, at: int) -> str | None:
    """差 is chā, a difference, behind what is measured (时间差), chà (bad, lacking) elsewhere."""
    if text(words, at + 1) == "得":
        return "chà"  # 比差得太远
    return "chā" if text(words, at - 1) in {"时间", "温度", "贫富", "价格", "城乡", "级", "剪刀"} else None


def ning(words: Words, at: int) -> str | None:
    """拧 is níng, to twist together (拧成一股绳), nǐng, to turn, elsewhere (一拧, 拧螺丝)."""
    return "níng" if text(words, at + 1)[:1] in set("成干毛衣麻") and text(words, at + 1) else "nǐng"


_WORN = frozenset("服扣包袍衣裳被褥鞋帽裤裙衫")


def feng(words: Words, at: int) -> str | None:
    """缝 is féng, to sew, as a verb (缝出来, 缝了), fèng, a crack, elsewhere."""
    sewn = text(words, at + 1)[:1] in set("出好补了上着制") and text(words, at + 1)
    worn = any(word.text[-1] in _WORN for word in words[at + 1 : at + 3])
    if worn and tag(words, at - 1) not in {"n", "f"}:
        return "féng"  # 缝蒙古袍
    if text(words, at - 1) in {"会", "能", "要", "给", "来", "帮", "手工"}:
        return "féng"
    return "féng" if sewn and text(words, at - 1) not in {"石头", "门", "墙", "地"} else None
