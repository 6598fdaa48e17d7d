"""Words of the dictionary that may be two words: 闭|着眼, 中|间隔, 上|弹出.

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.motion_words import LEARNT
from build_scripts.annotate.neighbours import (
    Words,
    has_after,
    has_before,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.syllables import syllables

_SET_TO = {
    "着装": "zhe zhuāng",
    "着眼": "zhe yǎn",
    "着色": "zhe sè",
    "着笔": "zhe bǐ",
    "着墨": "zhe mò",
    "着重": "zhe zhòng",
}


WITH_ZHE = tuple(_SET_TO)
"""Verbs with 着 at the beginning that the segmentation sees where a particle and another word stand."""


def zhe_and(words: Words, at: int) -> str | None:
    """着装, 着眼 and their like have zhuó; behind a verb they are two words: 盼|着装电梯, 闭|着眼."""
    verb = text(words, at - 1)
    apart = (len(verb) == 1 and tag(words, at - 1).startswith(("v", "a"))) or verb in {"眯缝", "紧闭", "圆睁"}
    return _SET_TO[text(words, at)] if apart else None


def zhi_dai(words: Words, at: int) -> str | None:
    """只待 is zhǐ dāi, to stay but, before 了 and a time, zhǐ dài, to wait but for, elsewhere."""
    return "zhǐ dāi" if text(words, at + 1) in {"了", "过", "在"} or is_number(words, at + 1) else None


def bu_de(words: Words, at: int) -> str | None:
    """不得 is the neutral bù de behind a verb that ends the clause (人歇|不得), bùdé, must not, elsewhere."""
    ended = tag(words, at + 1) in {"x", "y", "ul"}
    return "bù de" if ended and tag(words, at - 1).startswith("v") and len(text(words, at - 1)) <= 2 else None


def le_de(words: Words, at: int) -> str | None:
    """乐得 is lè de before how glad one is (乐得合不拢嘴), lèdé, glad to, elsewhere."""
    following = text(words, at + 1)
    return (
        "lè de"
        if tag(words, at + 1) in {"l", "i", "d"} or following[:1] in set("合直眉嘴拍手跳像哈满")
        else None
    )


def bian_geng(words: Words, at: int) -> str | None:
    """变更 is biàngēng, to alter; behind 比 and before an adjective two words: 比前两变|更难."""
    return "biàn gèng" if has_before(words, at, ("比",)) and tag(words, at + 1) == "a" else None


def shang_tan(words: Words, at: int) -> str | None:
    """上弹 is two words before 出 and 起: 屏幕上|弹出."""
    return "shàng tán" if text(words, at + 1)[:1] in {"出", "起", "回"} else None


def bei_xia(words: Words, at: int) -> str | None:
    """背下 is bēi xià, to carry down, bèi xià, to learn by heart, with something to learn in the clause."""
    return "bèi xià" if has_before(words, at, LEARNT) or has_after(words, at, LEARNT) else "bēi xià"


def jian_ge(words: Words, at: int) -> str | None:
    """间隔 is jiàngé, an interval; behind 中 two words: 中|间隔着一条河."""
    return "jiān gé" if text(words, at - 1) == "中" and text(words, at + 1) in {"着", "了"} else None


def fen_de(words: Words, at: int) -> str | None:
    """分得 is fēn de before how a thing is divided (分得均不均), fēndé, to get a share, elsewhere."""
    return "fēn de" if text(words, at + 1)[:1] in set("均匀清开") and text(words, at + 1) else None


def bi_cha(words: Words, at: int) -> str | None:
    """比差 is two words behind 跟 or 和: 跟外面|比差得远, is far worse."""
    return "bǐ chà" if text(words, at + 1) == "得" and has_before(words, at, ("跟", "和", "与")) else None


def yi_gan(words: Words, at: int) -> str | None:
    """一干 is yī gàn, once at work, before 就 and an amount (一干就是十年), yīgān, all those, elsewhere."""
    return "yī gàn" if text(words, at + 1)[:1] in {"就", "到", "几"} or is_number(words, at + 1) else None


def bei_shang(words: Words, at: int) -> str | None:
    """背上 is bēi shàng, to shoulder, before a load (背上书包), bèi shàng, on the back, elsewhere."""
    loaded = tag(words, at + 1) in {"n", "ul", "m"} and tag(words, at - 1) not in {"n", "r", "uj", "ns", "nr"}
    shouldered = tag(words, at + 1) == "n" and tag(words, at - 1) in {"r", "nr", "nrfg", "nz"}
    return "bēi shàng" if loaded or shouldered else "bèi shàng"


def biao_di(words: Words, at: int) -> str | None:
    """标的 is biāodì, the object of a contract, but two words behind 评, 开 and 招: 开评标的场地."""
    return "biāo de" if text(words, at - 1)[-1:] in set("评开招投竞定中串围流废陪") else None


def zheng_de(words: Words, at: int) -> str | None:
    """争得 is zhēng de before how one quarrels (争得面红耳赤), zhēngdé, to win, elsewhere (争得主动)."""
    return "zhēng de" if tag(words, at + 1) in {"i", "l", "z"} or text(words, at + 1)[:1] == "面" else None


def zhe_shou(words: Words, at: int) -> str | None:
    """着手 is zhe shǒu behind what hands do (手拉着手), zhuóshǒu, to set about, elsewhere."""
    return "zhe shǒu" if text(words, at - 1) in set("拉牵握挽攥捧举挥摆招拍搓背") else None


def suan_de(words: Words, at: int) -> str | None:
    """算得 is suàn de before a complement (算得清), suàndé, to count as, elsewhere."""
    return "suàn de" if text(words, at + 1)[:1] in set("清准细出过很上") and text(words, at + 1) else None


def yin_de(words: Words, at: int) -> str | None:
    """引得 is yǐn de before a complement (引得进), yǐndé, to bring about, elsewhere."""
    return "yǐn de" if text(words, at + 1)[:1] in set("进来出") and text(words, at + 1) else None


def di_xue(words: Words, at: int) -> str | None:
    """地学 is geology, but two words behind an adverb: 全面地学, 及时地学."""
    return "de xué" if tag(words, at - 1) in {"d", "a", "ad", "b", "v", "n", "c"} else None


GENERALS = ("上将", "中将", "少将", "大将", "名将", "部将", "良将", "小将", "将领")


def jiang_will(words: Words, at: int) -> str | None:
    """上将, 中将 and their like are generals; two words, jiāng, before what is done: 舞台上|将有."""
    word = text(words, at)
    if word == "将领":
        return "jiāng lǐng" if text(words, at + 1) in {"到", "取", "回"} else None
    behind = tag(words, at + 1)
    noun = behind in {"n", "nr"} and text(words, at - 1)[-1:] in set("赛会场中国县市省们阿")
    acts = behind in {"d", "v", "p", "ad", "vn"} or text(words, at + 1) in {"“", "《"} or noun
    titled = text(words, at - 1) in {"陆军", "海军", "空军", "授", "授予", "晋升", "为", "位", "员", "老"}
    if titled or (tag(words, at - 1) == "x" and word in {"大将", "小将", "名将"}):
        return None  # 大将|出马
    return f"{syllables(word[0])[0]} jiāng" if acts else None
