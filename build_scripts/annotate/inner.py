"""The reading of a character by its place inside a word, where no phrase data knows the whole word.

Each rule holds for a whole class of words (聘为, 誉为, 升格为 …), which a table could never list. Words that
pypinyin knows as a phrase are left as they are, but for 一, 不 and 为, where its data is not uniform.
"""

from __future__ import annotations

from pypinyin.constants import PHRASES_DICT

from build_scripts.annotate.tables import word_set

_SANDHI = {"yí": "yī", "yì": "yī", "bú": "bù"}
# Before 儿 as a word of its own, child: 女儿, 托儿. Elsewhere at the end of a word it is the r of 这儿.
_SON_BEFORE = frozenset("乞乳女能健可氏妻侄娇婴孤琪宠少幼患生疾浪血产男形童育胎雏托养弃早小骄运")
_FOR = word_set("因为 专为 特为 为了 为着")
_GAINED = word_set(
    """
    获得 夺得 赢得 所得 求得 难得 博得 应得 购得 分得 争得 征得 兼得 既得 摘得 竞得 录得 心得 不得 一得 两得
    """
)
_AS_FAR_AS_POSSIBLE = word_set("尽速 尽可 尽先 尽早")
_GROWING = frozenset("满成出大得势高子女孙兄者辈相老官史进")
_MEASURED = frozenset("全总周体桥最太过偏略更衣袖裤根节臂翼零等纵线边多深悠绵变加")
_NUMERAL = frozenset("一二两三四五六七八九十百千万亿几多余数")


def correct(word: str, at: int, syllable: str) -> str:
    """The syllable of the character ``at`` in ``word``, for which pypinyin gives ``syllable``.

    >>> correct("一个", 0, "yí"), correct("升格为", 2, "wèi"), correct("看得见", 1, "dé")
    ('yī', 'wéi', 'de')
    """
    character, first, last = word[at], at == 0, at == len(word) - 1
    if character in "一不":
        return _SANDHI.get(syllable, syllable)
    if len(word) == 1:
        return syllable
    # To become, to be called: behind a verb 为 is never the preposition.
    if character == "儿" and last:
        return "ér" if word[-2] in _SON_BEFORE else "r"
    if character == "为" and last and word not in _FOR:
        return "wéi"
    if word in PHRASES_DICT:
        return syllable
    return _by_position(word, character, first, last) or syllable


def _by_position(word: str, character: str, first: bool, last: bool) -> str | None:
    """The reading that the character has at the beginning, inside or at the end of words in general."""
    if character == "得" and not first and len(word) < 4:
        return "dé" if last and word in _GAINED else "de"  # 留得住, 变得, but 获得
    if character == "尽":
        return None if first and word in _AS_FAR_AS_POSSIBLE else "jìn"  # 用尽, 尽显
    if character == "率" and first and len(word) == 2:
        return "shuài"  # 率队, 率团; as the second part it is a rate
    if character == "长" and first:
        return "zhǎng" if word[1] in _GROWING else "cháng"  # 长成, but 长凳
    if character == "长" and last:
        return "cháng" if word[-2] in _MEASURED else "zhǎng"  # 全长, but 网格长
    if last and word[0] in _NUMERAL and len(word) == 2:
        return {"只": "zhī", "卷": "juàn", "间": "jiān"}.get(character)  # 三只, 两卷
    return None
