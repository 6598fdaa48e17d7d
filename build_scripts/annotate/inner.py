"""The reading of a character by its place inside a word, where no phrase data knows the whole word.

Each rule holds for a whole class of words (聘为, 誉为, 升格为 …), which a table could never list. Words that
pypinyin knows as a phrase are left as they are, but for 一, 不, 儿 and 为, where its data is not uniform.
"""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.annotate.tables import word_set

_SANDHI = {"yí": "yī", "yì": "yī", "bú": "bù", "bu": "bù", "yi": "yī"}
# Before 儿 as a word of its own, child: 女儿, 托儿. Elsewhere at the end of a word it is the r of 这儿.
_SON_BEFORE = frozenset("乞乳女能健可氏妻侄娇婴孤琪宠少幼患生疾浪血产男形童育胎雏托养弃早小骄运")
_FOR = word_set("因为 专为 特为 为了 为着 只因为 正因为 就因为")


def correct(word: str, at: int, syllable: str) -> str:
    """The syllable of the character ``at`` in a word of the phrase data, which gives ``syllable``.

    >>> correct("一个", 0, "yí"), correct("誉为", 1, "wèi"), correct("这儿", 1, "ér")
    ('yī', 'wéi', 'r')
    """
    character, last = word[at], at == len(word) - 1
    if character in "一不":
        return _SANDHI.get(syllable, syllable)
    if len(word) == 1:
        return syllable
    if character == "儿" and last:
        return "ér" if word[-2] in _SON_BEFORE else "r"
    # To become, to be called: behind a verb 为 is never the preposition.
    if character == "为" and last and word not in _FOR:
        return "wéi"
    return syllable


_GAINED = word_set(
    """
    获得 夺得 赢得 所得 求得 难得 博得 应得 购得 分得 争得 征得 兼得 既得 摘得 竞得 录得 心得 不得 一得 两得
    取得 谋得 习得 拍得 寻得 捡得 拾得 共得 多得 少得 自得 终得 喜得 荣得 换得
    """
)
_AS_FAR_AS_POSSIBLE = word_set("尽速 尽可 尽先 尽早")
_GROWING = frozenset("满成出大得势高子女孙兄者辈相老官史进")
_MEASURED = frozenset("全总周体桥最太过偏略更衣袖裤根节臂翼零等纵线边多深悠绵变加波片音焰")
_NUMERAL = frozenset("一二两三四五六七八九十百千万亿几多余数半")
_AGAIN = frozenset("建修走登回燃现拾启塑获返焕绘整组构振聚温铸置设装制来造排写读播译印逢申述游访")
_COMING_OUT_OF_HAIR = frozenset("型廊饰屋丝梢夹簪髻际")


def by_place(word: str, at: int) -> str | None:
    """The reading that a character of several readings has at its place in ``word``, or None: the plain one.

    >>> by_place("升格为", 2), by_place("看得见", 1), by_place("网格长", 2), by_place("好", 0)
    ('wéi', 'de', 'zhǎng', None)
    """
    rule = _RULES.get(word[at]) if len(word) > 1 else None
    return rule(word, at == 0, at == len(word) - 1) if rule else None


def _de(word: str, first: bool, last: bool) -> str | None:
    """得 behind a verb is the particle (留得住, 变得), but 获得."""
    if first or len(word) > 3:
        return None
    return "dé" if last and word in _GAINED else "de"


def _wei(word: str, first: bool, last: bool) -> str | None:
    return "wéi" if last and word not in _FOR else None


def _chang(word: str, first: bool, last: bool) -> str | None:
    """长 grows at the beginning (长成, but 长凳), is a head at the end (网格长, but 全长)."""
    if first:
        return "zhǎng" if word[1] in _GROWING else "cháng"
    return ("cháng" if word[-2] in _MEASURED else "zhǎng") if last else None


def _jin(word: str, first: bool, last: bool) -> str | None:
    return "jǐn" if first and word in _AS_FAR_AS_POSSIBLE else "jìn"  # 用尽, 尽显


def _lv(word: str, first: bool, last: bool) -> str | None:
    return "shuài" if first and len(word) == 2 else "lǜ"  # 率队, 率团; as a later part it is a rate


def _dan(word: str, first: bool, last: bool) -> str | None:
    return "dàn" if last else "tán"  # 催泪弹; 弹拨


def _chong(word: str, first: bool, last: bool) -> str | None:
    return "chóng" if first and word[1] in _AGAIN else None


def _dao(word: str, first: bool, last: bool) -> str | None:
    return "dǎo" if last and word[0] not in "反颠" else None  # 压倒, 绊倒: to fall


def _du(word: str, first: bool, last: bool) -> str | None:
    return "dū"  # 莲都, 都柏林: names; the adverb is a word of its own


def _cha(word: str, first: bool, last: bool) -> str | None:
    return "chā" if last and len(word) > 1 and word[-2] not in "很较最太更极邮信钦官" else None  # 温差


def _fa(word: str, first: bool, last: bool) -> str | None:
    if first:
        return "fà" if word[1] in _COMING_OUT_OF_HAIR else None
    return "fà" if last and word[-2] in "染理美头毛白银黑剪护烫束假卷" else None


def _liao(word: str, first: bool, last: bool) -> str | None:
    return "liǎo" if last and len(word) > 2 and word[-2] in "得不" else None  # 受得了, 忘不了


def _zhao(word: str, first: bool, last: bool) -> str | None:
    """着 reaches its aim behind 得 and 不 (够得着); behind a verb it is the particle (带着)."""
    if not last:
        return "zhuó" if first else None
    return "zháo" if word[-2] in "得不" else "zhe"


def _zi(word: str, first: bool, last: bool) -> str | None:
    """子 is neutral as a suffix; at the beginning (子公司) it is not, nor where it means a person or a seed."""
    if first:
        return "zǐ"
    return ("zǐ" if word[-2] in _SEED_BEFORE else "zi") if last else None


_SEED_BEFORE = frozenset("分离粒量质光电原因女游学弟父赤才君臣王太公独次幼亲莲松瓜棋精卵孔孟荀世皇养义继逆爱贵生")


def _counted(reading: str) -> Callable[[str, bool, bool], str | None]:
    """A measure word behind a numeral: 三只, 两卷, 一间."""
    return lambda word, first, last: reading if last and word[0] in _NUMERAL and len(word) == 2 else None


_Rule = Callable[[str, bool, bool], str | None]
_RULES: dict[str, _Rule] = {
    "得": _de,
    "为": _wei,
    "长": _chang,
    "尽": _jin,
    "率": _lv,
    "弹": _dan,
    "重": _chong,
    "倒": _dao,
    "都": _du,
    "差": _cha,
    "发": _fa,
    "了": _liao,
    "着": _zhao,
    "子": _zi,
    "只": _counted("zhī"),
    "卷": _counted("juàn"),
    "间": _counted("jiān"),
}
