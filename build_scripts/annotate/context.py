"""The reading of single characters that depends on the words around them: 为, 得, 地, 还, 只, 长, 种 …

Each rule is one function of the words of the text and a position. It looks no further than the clause, and
gives a syllable, or None where the plain reading of the character stands. What the rules cannot see (meaning)
they decide for the commoner case in reports; each docstring says which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from build_scripts.annotate.segment import Segment, has_han
from build_scripts.annotate.tables import word_set

Rule = Callable[[Sequence[Segment], int], str | None]

# Lists and quotations (、“”) belong to a clause: 为老人、孩子服务.
_CLAUSE_END = frozenset("，,。；;：:！!？?\n")
_NUMERALS = frozenset("一二两三四五六七八九十百千万亿几多余数半")
_NOUNS = ("n", "nt", "nz", "ns", "nr", "j", "s", "t", "l", "an", "nrfg")
_VERBS = ("v", "vn", "vg", "vd", "i")
_ADJECTIVES = ("a", "ad", "d", "z", "i", "l", "an", "al")


def _text(words: Sequence[Segment], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


def _tag(words: Sequence[Segment], at: int) -> str:
    """The tag at ``at``; ``x`` outside the text, and for punctuation."""
    return words[at].tag if 0 <= at < len(words) else "x"


def _is_number(words: Sequence[Segment], at: int) -> bool:
    text = _text(words, at)
    return bool(text) and (text[-1] in _NUMERALS or text[0].isdigit() or _tag(words, at) == "m")


def _clause(words: Sequence[Segment], at: int, step: int) -> list[Segment]:
    """The words of the clause after (``step`` 1) or before (-1) the position, nearest first, 18 at most."""
    found: list[Segment] = []
    position = at + step
    while 0 <= position < len(words) and words[position].text not in _CLAUSE_END and len(found) < 18:
        found.append(words[position])
        position += step
    return found


_BECOMES = word_set(
    """
    转化 转 变 改 改变 转变 分 划分 列 定 确定 认定 评 评定 升级 提升 命名 更名 设 设立 视 称 调整
    扩大 翻 建设 打造 培育 培养 选 选举 聘 聘任 任命 折合 合并 发展 扩 缩短 压缩 精简 整合 增加 减少
    提高 下降 降低 上升 换 化 均 皆 即 仍 原 既 多 主要 大多 平均 总计 共 合计 其中 最高 最低 面积
    总数 人数 比例 占比 目标 主题 内容 职务 总 一律 同 互 誉 传 喻 作 成 是 何
    """
)
_AS = word_set(
    """
    重点 主 核心 目标 主题 契机 抓手 依托 载体 引领 中心 导向 单位 基础 例 首 主线 根本 龙头 牵引 支撑
    突破口 纽带 动力 统领 前提 标准 代表 准 宗旨 原则 指导 己任 荣 先 本 要 支点 平台 主体 组长 主任
    书记 成员
    """
)


def _wei(words: Sequence[Segment], at: int) -> str | None:
    """为 is wéi as a verb (分为三类, 以党建为引领), wèi as a preposition (为群众办事)."""
    before, after = _clause(words, at, -1), _clause(words, at, 1)
    if _text(words, at - 1) in _BECOMES or _text(words, at + 1) in _AS:
        return "wéi"
    earlier = [word.text for word in before]
    # 以…为… and 把…V为…; a 为 in between has already taken the 以.
    if "以" in earlier and "为" not in earlier[: earlier.index("以")]:
        return "wéi"
    if {"把", "将"} & set(earlier) and _tag(words, at - 1) in _VERBS:
        return "wéi"
    return "wèi" if _has_beneficiary_and_verb(after) or not before else "wéi"


def _has_beneficiary_and_verb(after: Sequence[Segment]) -> bool:
    """Tell whether a verb follows in the clause behind at least one word: 为 群众 办事."""
    return any(word.tag[0] in "vil" or word.text.startswith("办") for word in after[1:])


_NO_DESCRIPTION = frozenset({"x", "m", "q", "r", "p", "c", "uj", "ul", "f", "eng"})
_NO_ACTION = frozenset({"x", "f", "uj", "ul", "uv", "ud", "eng"})
_MANNERS = word_set("这样 那样 如此 怎样")


def _di(words: Sequence[Segment], at: int) -> str | None:
    """地 is the particle de between a description and a verb (深入地推进), the noun dì elsewhere."""
    before, after = _tag(words, at - 1), _tag(words, at + 1)
    if before in _NO_DESCRIPTION and _text(words, at - 1) not in _MANNERS:
        return "dì"
    if after in _NO_ACTION or _text(words, at + 1)[:1] in set("种里上处块"):
        return "dì"
    if len(_text(words, at - 1)) == 1 and before.startswith("v"):
        return "dì"
    return "de"


def _de(words: Sequence[Segment], at: int) -> str | None:
    """得 is the particle de between a verb and its complement (干得好), dé as a verb (群众得实惠)."""
    before, after = _tag(words, at - 1), _tag(words, at + 1)
    if before.startswith(("v", "a")) or _text(words, at - 1) in {"做", "干", "过", "变", "数", "发展"}:
        return "dé" if after in {"m", "n"} and len(_text(words, at - 1)) > 1 else "de"
    return "dé"


def _zhi(words: Sequence[Segment], at: int) -> str | None:
    """只 is zhī behind a number (3000只鸭), zhǐ (only) elsewhere."""
    return "zhī" if _is_number(words, at - 1) or _text(words, at - 1) in {"每", "这", "那"} else "zhǐ"


_KIND_BEFORE = word_set("这 那 哪 各 每 某 此 何 该 本 良 麦 稻 菜 配 同 有 这些 那些")


def _zhong_plant(words: Sequence[Segment], at: int) -> str | None:
    """种 is zhǒng behind a number or a pointer (3种模式), zhòng as a verb (家家种茶)."""
    if _is_number(words, at - 1) or _text(words, at - 1) in _KIND_BEFORE:
        return "zhǒng"
    if _tag(words, at + 1) in {*_NOUNS, "ul", "ug", "uz", "m", "a"}:
        return "zhòng"
    return "zhǒng" if _tag(words, at + 1) == "x" and _tag(words, at - 1) in {"n", "a", "uj"} else "zhòng"


def _chang(words: Sequence[Segment], at: int) -> str | None:
    """长 is zhǎng behind a noun (服务团长) or before a result (长出), cháng as a measure (全长12公里)."""
    following = _text(words, at + 1)
    if following[:1] in {"出", "大", "成", "高", "势", "满", "着", "得", "在"}:
        return "zhǎng"
    if _is_number(words, at + 1) or _is_number(words, at - 1) or _tag(words, at - 1) == "q":
        return "cháng"
    return "zhǎng" if _tag(words, at - 1) in {"n", "nt", "j", "b"} else "cháng"


def _chu(words: Sequence[Segment], at: int) -> str | None:
    """处 is chǔ before a place (处 武陵山区) at the start of a clause, chù as a noun or measure word."""
    if _tag(words, at - 1) in {"x", "d"} and _tag(words, at + 1) in {"ns", "n", "s"}:
        return "chǔ"
    return "chù"


def _lv(words: Sequence[Segment], at: int) -> str | None:
    """率 is lǜ behind what is measured (办结率达98%), shuài before those who are led (率队, 率团)."""
    measured = _tag(words, at - 1).startswith(("v", "n", "a")) or _tag(words, at - 1) in {"l", "b", "i", "j"}
    led = _tag(words, at + 1) in {"n", "r", "nr", "ns", "nt"}
    return "shuài" if led and (not measured or _text(words, at + 1) in {"队", "团", "部"}) else "lǜ"


_GIVEN_BACK = word_set("清 本 钱 债 给 款 贷 林 田 草 湖 贷款 欠款 债务")


def _huan(words: Sequence[Segment], at: int) -> str | None:
    """还 is huán before what is given back (还 清, 还 银行 贷款 is beyond it), hái (still) elsewhere."""
    return "huán" if _text(words, at + 1) in _GIVEN_BACK else None


def _chong(words: Sequence[Segment], at: int) -> str | None:
    """重 is chóng where something is done again (重 建设), zhòng (to stress) elsewhere (重实干)."""
    return "chóng" if _text(words, at + 1)[:1] in set("建修走登回燃现拾启塑获返焕绘") else None


def _dang(words: Sequence[Segment], at: int) -> str | None:
    """当 is dàng in 把…当…, dāng elsewhere."""
    return "dàng" if {"把", "拿"} & {word.text for word in _clause(words, at, -1)} else None


def _gan(words: Sequence[Segment], at: int) -> str | None:
    """干 is gān behind a way of drying, gàn (to do) elsewhere."""
    return "gān" if _text(words, at - 1) in set("晒烘吹擦晾烤风") else None


def _jiao(words: Sequence[Segment], at: int) -> str | None:
    """教 is jiāo before those who are taught or what is taught, jiào in lists of fields (文教、科教)."""
    return "jiāo" if _tag(words, at + 1) in {"r", "n", "nr", "v", "ul", "p"} else None


def _liao(words: Sequence[Segment], at: int) -> str | None:
    """了 is liǎo in 办不了, 办得了 and 一借了之, the particle le elsewhere."""
    possible = _text(words, at - 1) in {"不", "得"} and _tag(words, at - 2).startswith("v")
    if _text(words, at + 1) == "之":
        return "liǎo"
    return "liǎo" if possible else None


def _guo(words: Sequence[Segment], at: int) -> str | None:
    """过 is the neutral particle behind a verb (去过), guò as a verb (产值过亿)."""
    follows_verb = _tag(words, at - 1) in {"v", "vn", "vg"} and has_han(_text(words, at - 1))
    return "guo" if follows_verb and _text(words, at + 1) not in {"年", "冬", "春", "节", "关"} else None


def _diao(words: Sequence[Segment], at: int) -> str | None:
    """调 is diào where people are moved (调 到), tiáo (to adjust) elsewhere."""
    return "diào" if _text(words, at + 1)[:1] in set("到往至离任入出来进") else None


def _hang(words: Sequence[Segment], at: int) -> str | None:
    """行 is háng behind a number (三行) and behind 商 (农商行), xíng elsewhere."""
    return "háng" if _is_number(words, at - 1) or _text(words, at - 1)[-1:] == "商" else None


def _ben(words: Sequence[Segment], at: int) -> str | None:
    """奔 is bèn before the aim (奔 小康), bēn (to run) elsewhere."""
    return "bèn" if _tag(words, at + 1) in {"n", "nr", "ns", "v", "nz"} else None


def _liang(words: Sequence[Segment], at: int) -> str | None:
    """量 is liáng before what is measured (量 体温), liàng (amount) elsewhere."""
    return "liáng" if _text(words, at + 1) in {"体温", "血压", "身高", "尺寸", "一", "出"} else None


def _shu(words: Sequence[Segment], at: int) -> str | None:
    """数 is shǔ, to count, before 得, 不 and 一 (数得清), shù (number, several) elsewhere."""
    return "shǔ" if _text(words, at + 1) in {"得", "不", "一数", "清"} else None


RULES: dict[str, Rule] = {
    "为": _wei,
    "地": _di,
    "得": _de,
    "只": _zhi,
    "种": _zhong_plant,
    "长": _chang,
    "处": _chu,
    "率": _lv,
    "还": _huan,
    "重": _chong,
    "当": _dang,
    "干": _gan,
    "教": _jiao,
    "了": _liao,
    "过": _guo,
    "调": _diao,
    "行": _hang,
    "奔": _ben,
    "量": _liang,
    "数": _shu,
}
"""Character → its rule; asked only where the character is a word by itself."""


def reading(words: Sequence[Segment], at: int) -> tuple[str, ...] | None:
    """The syllables of the word at ``at`` as its neighbours have it, or None: the plain ones.

    >>> from build_scripts.annotate.segment import segments
    >>> reading(segments("转化为优势"), 1)
    ('wéi',)
    """
    rule = RULES.get(words[at].text)
    found = rule(words, at) if rule else None
    return (found,) if found else None
