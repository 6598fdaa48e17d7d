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
from build_scripts.annotate.syllables import syllables
from build_scripts.annotate.tables import word_set

_VERBS = ("v", "vn", "vg", "vd", "i")

_PURPOSES = frozenset("赶争增省保抢防求买建修办筹救避躲找")


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


_AT_MOST = frozenset({"最多", "大多", "至多", "顶多", "多", "不多", "差不多", "许多"})


def zhi(words: Words, at: int) -> str | None:
    """只 is zhī behind a number (3000只鸭), zhǐ (only) elsewhere."""
    heads = text(words, at - 1)[-1:] in {"头", "羽"} and (
        is_number(words, at - 2) or tag(words, at - 1) == "m"
    )
    counted = (
        heads
        or (text(words, at - 1)[-1:] in {*COUNTING, "只"} and text(words, at - 1) not in _AT_MOST)
        or text(words, at - 1) in {"每", "这", "那"}
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


# 还|处于, 还|低于 and their like: still.
_TO_BE_AT = frozenset("处低高在属位敢善拟限忙勇乐便易难适急疏流大小多少优晚早等不源基甘囿满身")


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
    given = any(text(words, at + ahead)[:1] == "于" for ahead in (1, 2))
    torn = "于" in text(words, at + 1)[1:2] and text(words, at + 1)[0] not in _TO_BE_AT
    if given or torn:
        return "huán"  # 还江于民, 还|绿于民; not 还|处于
    to_whom = tag(words, at + 1) in {"r", "n", "ns", "l", "i"}
    if to_whom and text(words, at + 2) == "以" and tag(words, at - 1) not in {"n", "r", "nr"}:
        return "huán"  # 还劳模以空间
    what = at + 2 if to_whom else at + 1
    if text(words, what)[:1] == "一" and tag(words, what) == "m":
        return None if any(word.tag == "v" for word in clause(words, what, 1)) else "huán"
    return None


def huan_gei(words: Words, at: int) -> str | None:
    """还给 is hái gěi, also for, where a verb follows (还给孩子们上课), huán gěi, to give back, elsewhere."""
    if has_before(words, at, ("把", "将")) or tag(words, at + 1) == "ul":
        return None
    doing = [word for word in clause(words, at, 1) if word.tag in {"v", "vn"} and word.text[0] != "被"]
    return "hái gěi" if doing else None


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


_GOT = frozenset("挣找见买碰遇逮摸够捞赚抓借猜睡")


def zhao(words: Words, at: int) -> str | None:
    """着 is zháo behind 得 and 不 (找不着), the particle zhe elsewhere."""
    if text(words, at + 1)[:1] == "力" and tag(words, at - 1)[0] != "v":
        return "zhuó"  # 着|力保
    if text(words, at - 1) in {"不", "得", "没", "见"} or text(words, at + 1) == "了":
        return "zháo"
    denied = text(words, at - 2) in {"没", "没有", "别", "未"}
    able = text(words, at - 2) in {"能", "还能", "可", "总算", "终于", "才能", "都能", "也能"}
    got = able and text(words, at - 1) in _GOT and tag(words, at + 1)[0] in "nrmx"  # 还能挣着钱
    return "zháo" if got or (denied and text(words, at - 1) in _REACHED) else None


_MODALS = word_set("能 会 要 可以 想 愿 愿意 不能 不会 应该 可 得 再 将")


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
    return (covered[:1] in _ON_THE_BODY and bool(covered)) or covered.startswith(
        ("门槛", "窗", "车轮", "床", "灶", "炕", "庄稼", "大腿", "成人")
    )


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


_TURNED = frozenset("头身脸来去")
_TURNING = frozenset("回转背扭侧别掉调翻探")


def is_crossed(words: Words, at: int) -> bool:
    """Tell whether 了 and a border follow: 堆过了界, 骑过了头."""
    crossed = text(words, at + 2)[:1] in set("界线头河江桥山沟") and bool(text(words, at + 2))
    return text(words, at + 1) == "了" and crossed


def crossed(words: Words, at: int) -> str | None:
    """A verb with 过 as one word has guò, across, where a border follows (堆过|了|界)."""
    word = words[at].text
    return f"{syllables(word[0])[0]} guò" if len(word) == 2 and is_crossed(words, at) else None


def turned(words: Words, at: int) -> str | None:
    """A verb with 过 as one word: 背过身, 转过头 have guò, around; 背过煤气罐 has the particle."""
    word = words[at].text
    if word[0] in _TURNING and text(words, at + 1)[:1] in _TURNED and text(words, at + 1):
        return f"{syllables(word[0])[0]} guò" if word[0] != "背" else "bèi guò"
    return None
