"""The reading of words that depends on the words around them: 为, 得, 地, 还, 只, 长, 重, 种 …

Which word has which rule; the rules themselves are in the modules ``*_words`` beside this one, and in
:mod:`build_scripts.annotate.endings` those for all words with one character at their end.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.annotate import compound_words as compound
from build_scripts.annotate import content_words as content
from build_scripts.annotate import dang_words, di_words, endings, guo_words, wei_words
from build_scripts.annotate import de_words as with_de
from build_scripts.annotate import function_words as function
from build_scripts.annotate import fused_words as fused
from build_scripts.annotate import measure_words as measure
from build_scripts.annotate import motion_words as motion
from build_scripts.annotate import neutral_words as neutral
from build_scripts.annotate import office_words as office
from build_scripts.annotate import parted_words as parted
from build_scripts.annotate import verb_words as verb
from build_scripts.annotate.content_words import always, either
from build_scripts.annotate.neighbours import Rule, Words, text
from build_scripts.annotate.readings import SURNAMES
from build_scripts.annotate.syllables import syllables

RULES: dict[str, Rule] = {
    "为": wei_words.wei,
    "地": di_words.di,
    **dict.fromkeys((*di_words.TORN, *fused.FUSED), either(di_words.torn, fused.fused)),
    "高地": di_words.high,
    "低地": di_words.high,
    "集中地": di_words.gathered,
    "选择地": di_words.gathered,
    "过多地": always("guò duō de"),
    "般地": always("bān de"),
    "得": with_de.de,
    "算得": parted.suan_de,
    "得出": with_de.de_chu,
    "得来": with_de.de_chu,
    "儿": function.er,
    "得到": with_de.de_dao,
    **dict.fromkeys(("赢得", "拍得", "夺得", "捡得"), with_de.de_duo),
    "得当": with_de.de_dang,
    **dict.fromkeys(function.TOWNS, function.all_or_town),
    **dict.fromkeys(parted.WITH_ZHE, parted.zhe_and),
    **dict.fromkeys(parted.GENERALS, parted.jiang_will),
    "只待": parted.zhi_dai,
    "一待": always("yī dāi"),
    "不得": parted.bu_de,
    "乐得": parted.le_de,
    "变更": parted.bian_geng,
    "上弹": parted.shang_tan,
    "弹": verb.tan,
    **dict.fromkeys(
        ("回过", "转过", "背过", "扭过", "侧过", "别过", "掉过", "调过", "翻过"), function.turned
    ),
    "当日": compound.dang_ri,
    "冲": motion.chong,
    "闷": verb.men,
    "划": verb.hua,
    "卡": verb.ka,
    "人为": function.ren_wei,
    "只": function.zhi,
    "还": function.huan,
    "还是": compound.hai_shi,
    "还给": function.huan_gei,
    "当": dang_words.dang,
    "当年": dang_words.dang_nian,
    "了": function.liao,
    "着": function.zhao,
    "过": guo_words.guo,
    "过年": guo_words.guo_nian,
    "没": function.mei,
    "没过": function.mei_guo,
    "种": content.zhong_plant,
    "播种": compound.bo_zhong,
    "长": content.chang,
    "处": office.chu,
    "率": office.lv,
    "重": content.chong,
    "干": content.gan,
    "教": content.jiao,
    "调": office.diao,
    "行": content.hang,
    "分得": parted.fen_de,
    "比差": parted.bi_cha,
    "一干": parted.yi_gan,
    "背上": parted.bei_shang,
    "背下": parted.bei_xia,
    "间隔": parted.jian_ge,
    "地走了": always("de zǒu le"),
    "子都": always("zi dōu"),
    "露": verb.lou,
    "蒙": verb.meng,
    "一行": compound.yi_hang,
    "奔": content.ben,
    "量": office.liang,
    "数": office.shu,
    "中": content.zhong_hit,
    "藏": content.zang,
    "结": content.jie,
    "铺": content.pu,
    "钉": verb.ding,
    "转": motion.zhuan,
    "应": content.ying,
    "落": motion.luo,
    "落下": compound.luo_xia,
    "落地": compound.luo_di,
    "结果": compound.jie_guo,
    "结得": always("jiē de"),
    "量量": always("liáng liang"),
    "不落": compound.bu_luo,
    "假": verb.jia,
    "倒": verb.dao,
    "倾倒": compound.qing_dao,
    "盛": verb.sheng,
    "背": motion.bei,
    "卷": measure.juan,
    "担": measure.dan,
    "待": motion.dai,
    "缝": verb.feng,
    "好": measure.hao,
    "将": measure.jiang,
    "拧": verb.ning,
    "磨": measure.mo,
    "都": always("dōu"),
    "挣": always("zhèng"),
    "哩": always("li"),
    "总长": compound.zong_chang,
    "河长": compound.he_chang,
    "路长": compound.lu_chang,
    "树种": compound.shu_zhong,
    "重建": compound.chong_jian,
    "重重": compound.chong_chong,
    "数着": always("shǔ zhe"),
    "引得": parted.yin_de,
    "争得": parted.zheng_de,
    "着手": parted.zhe_shou,
    "干事": compound.gan_shi,
    "散": measure.san,
    "觉": measure.jiao_sleep,
    "头": measure.tou,
    "转着": motion.zhuan_zhe,
    "标的": parted.biao_di,
    "背着": compound.bei_zhe,
    "差": verb.cha,
    "地学": parted.di_xue,
    "地方": di_words.torn_fang,
    "东西": compound.dong_xi,
    "人家": neutral.ren_jia,
    "正当": compound.zheng_dang,
    "穿着": compound.chuan_zhe,
    "分子": compound.fen_zi,
    "朝阳": compound.chao_yang,
    "大意": compound.da_yi,
    "目的": fused.mu_di,
    "将就": fused.jiang_jiu,
    "受过": guo_words.shou_guo,
    "想过": guo_words.xiang_guo,
    "曲": verb.qu,
    "剥": always("bāo"),
    "削": always("xiāo"),
    "切": always("qiē"),
    "扎": motion.zha,
    "和": motion.he,
    "晃": motion.huang,
    "系": motion.xi,
    "看": motion.kan,
    "石": motion.dan_measure,
    "落在": motion.luo_zai,
    "涨": motion.zhang,
    "转得": motion.zhuan_de,
    "转个": motion.zhuan_ge,
    "冲着": motion.chong_zhe,
    "撒": motion.sa,
    "供": office.gong,
    "相": office.xiang,
    "张相": office.zhang_xiang,
    "应对": either(compound.ying_dui, fused.ying_dui),
    "应从": always("yīng cóng"),
    "应声": office.ying_sheng,
    "人数": office.ren_shu,
    "人种": office.zhong_people,
    "不当": dang_words.bu_dang,
    "没种": office.mei_zhong,
    "正教": office.zheng_jiao,
    "不重": office.bu_chong,
    "成行": office.cheng_hang,
    "一卷": measure.yi_juan,
    "一长": compound.yi_chang,
    "一通": compound.yi_tong,
    "包教": always("bāo jiāo"),
    "种得": always("zhòng de"),
    "子": neutral.zi,
    "地道": neutral.di_dao,
    "精神": neutral.jing_shen,
    "公道": neutral.gong_dao,
    "东家": neutral.dong_jia,
    "不是": neutral.bu_shi,
    "暖和": neutral.nuan_huo,
    "火烧": neutral.huo_shao,
    "地标": neutral.di_biao,
    "场": endings.chang,
}
"""Word → its rule; single characters are asked only where they are a word by themselves."""

ENDINGS: dict[str, Rule] = {
    "场": endings.chang_counted,
    "着": endings.zhao_behind,
    "石": motion.dan_measure,
    "过": guo_words.guo_behind,
}
"""Last character → the rule for the words that end in it and have none of their own."""


# A clause is no longer than this; what is further away has no say.
_WINDOW = 20
_LEVELS = frozenset({"镇", "乡", "村", "街道", "社区", "镇政府", "乡政府", "镇党委", "乡党委", "村委会"})
# The reading of a character that ends, or begins, the name of a town or village: 十里铺|镇, 任集|乡.
_ENDING_NAMES = {"铺": "pù", "都": "dū"}
_BEGINNING_NAMES = {"任": "rén"}


def _of_place(words: Words, at: int) -> tuple[str, ...] | None:
    """The syllables of a name whose level (镇, 村) is the next word, where it has a reading of its own."""
    word = words[at].text
    if at + 1 == len(words) or words[at + 1].text not in _LEVELS:
        return None
    if last := _ENDING_NAMES.get(word[-1]):
        return (*syllables(word)[:-1], last)
    first = _BEGINNING_NAMES.get(word[0]) if len(word) > 1 else None
    return (first, *syllables(word)[1:]) if first else None


_VILLAGERS = frozenset(SURNAMES) - frozenset("那占种")
_VILLAGE = re.compile("家[沟坪庄营坝湾寨屯坡岭冲台洼塘岗埠堡铺集楼店桥河畈坳峪塬圩村窑院垭坨埂墩湖渡巷街]")


def _of_village(words: Words, at: int) -> tuple[str, ...] | None:
    """The syllables of a word that begins the name of a village with a surname: 仇|家沟, 折家|坪."""
    word = words[at].text
    if word[0] not in _VILLAGERS or (word[1:2] or text(words, at + 1)[:1]) != "家":
        return None
    if not _VILLAGE.match(word[1:] + text(words, at + 1) + text(words, at + 2)):
        return None
    return (SURNAMES[word[0]], *(syllables(word[1:]) if len(word) > 1 else ()))


def reading(words: Words, at: int) -> tuple[str, ...] | None:
    """The syllables of the word at ``at`` as its neighbours have it, or None: the plain ones.

    >>> from build_scripts.annotate.segment import segments
    >>> reading(segments("转化为优势"), 1)
    ('wéi',)
    """
    asked = _asked(words[at].text)
    if asked is None:
        return None
    of_place, rule = asked
    if of_place and (named := _of_place(words, at) or _of_village(words, at)):
        return named
    if rule and len(words[at].text) == 1 and text(words, at - 1) == "“" and text(words, at + 1) == "”":
        # “长”出新产业 is read as 长出.
        words, at = (
            [*words[max(0, at - _WINDOW) : at - 1], words[at], *words[at + 2 : at + _WINDOW]],
            min(at - 1, _WINDOW - 1),
        )
    found = rule(words, at) if rule else None
    return tuple(found.split()) if found else None


def is_settled(word: str) -> bool:
    """Whether :func:`reading` gives None for ``word`` wherever it stands."""
    return _asked(word) is None


@lru_cache(maxsize=65536)
def _asked(word: str) -> tuple[bool, Rule | None] | None:
    """Whether ``word`` may begin the name of a place, and its rule; None: its neighbours change nothing."""
    rule = RULES.get(word) or (ENDINGS.get(word[-1]) if len(word) > 1 else None)
    if rule is None and neutral.is_doubled_verb(word):
        rule = neutral.doubled
    if rule is None and neutral.is_repeated(word):
        rule = neutral.repeated
    of_place = word[-1] in _ENDING_NAMES or word[0] in _BEGINNING_NAMES or word[0] in _VILLAGERS
    return (of_place, rule) if of_place or rule else None
