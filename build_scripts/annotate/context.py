"""The reading of words that depends on the words around them: 为, 得, 地, 还, 只, 长, 重, 种 …

Which word has which rule; the rules themselves are in :mod:`build_scripts.annotate.function_words`,
:mod:`build_scripts.annotate.content_words`, :mod:`build_scripts.annotate.measure_words` and
:mod:`build_scripts.annotate.compound_words`.
"""

from __future__ import annotations

from build_scripts.annotate import compound_words as compound
from build_scripts.annotate import content_words as content
from build_scripts.annotate import de_words as with_de
from build_scripts.annotate import function_words as function
from build_scripts.annotate import measure_words as measure
from build_scripts.annotate import parted_words as parted
from build_scripts.annotate import verb_words as verb
from build_scripts.annotate.content_words import always, before
from build_scripts.annotate.neighbours import Rule, Words
from build_scripts.annotate.syllables import syllables

RULES: dict[str, Rule] = {
    "为": function.wei,
    "地": with_de.di,
    "得": with_de.de,
    "算得": parted.suan_de,
    "得出": with_de.de_chu,
    "得来": with_de.de_chu,
    "儿": function.er,
    "得当": with_de.de_dang,
    **dict.fromkeys(function.TOWNS, function.all_or_town),
    **dict.fromkeys(parted.WITH_ZHE, parted.zhe_and),
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
    "冲": verb.chong_strong,
    "闷": verb.men,
    "划": verb.hua,
    "卡": verb.ka,
    "人为": function.ren_wei,
    "只": function.zhi,
    "还": function.huan,
    "还是": compound.hai_shi,
    "还给": function.huan_gei,
    "当": function.dang,
    "当年": function.dang_nian,
    "了": function.liao,
    "着": function.zhao,
    "过": function.guo,
    "没": function.mei,
    "没过": function.mei_guo,
    "种": content.zhong_plant,
    "播种": compound.bo_zhong,
    "长": content.chang,
    "处": content.chu,
    "率": content.lv,
    "重": content.chong,
    "干": content.gan,
    "教": content.jiao,
    "调": content.diao,
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
    "量": content.liang,
    "数": content.shu,
    "中": content.zhong_hit,
    "藏": content.zang,
    "结": content.jie,
    "铺": content.pu,
    "钉": verb.ding,
    "转": content.zhuan,
    "应": content.ying,
    "落": content.luo,
    "落下": compound.luo_xia,
    "落地": compound.luo_di,
    "结果": compound.jie_guo,
    "结得": always("jiē de"),
    "不落": compound.bu_luo,
    "假": verb.jia,
    "倒": verb.dao,
    "倾倒": compound.qing_dao,
    "盛": verb.sheng,
    "背": verb.bei,
    "卷": measure.juan,
    "担": measure.dan,
    "待": verb.dai,
    "缝": verb.feng,
    "好": measure.hao,
    "将": measure.jiang,
    "拧": verb.ning,
    "磨": measure.mo,
    "一场": compound.yi_chang,
    "都": always("dōu"),
    "挣": always("zhèng"),
    "哩": always("li"),
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
    "转着": content.zhuan_zhe,
    "标的": parted.biao_di,
    "背着": compound.bei_zhe,
    "差": verb.cha,
    "地学": parted.di_xue,
    "地方": compound.di_fang,
    "东西": compound.dong_xi,
    "人家": compound.ren_jia,
    "正当": compound.zheng_dang,
    "穿着": compound.chuan_zhe,
    "分子": compound.fen_zi,
    "朝阳": compound.chao_yang,
    "大意": compound.da_yi,
    "曲": verb.qu,
    "剥": always("bāo"),
    "削": always("xiāo"),
    "切": always("qiē"),
    "扎": verb.zha,
    "和": before("huó", "面 泥"),
}
"""Word → its rule; single characters are asked only where they are a word by themselves."""


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


def reading(words: Words, at: int) -> tuple[str, ...] | None:
    """The syllables of the word at ``at`` as its neighbours have it, or None: the plain ones.

    >>> from build_scripts.annotate.segment import segments
    >>> reading(segments("转化为优势"), 1)
    ('wéi',)
    """
    word = words[at].text
    if (word[-1] in _ENDING_NAMES or word[0] in _BEGINNING_NAMES) and (named := _of_place(words, at)):
        return named
    rule = RULES.get(word)
    if rule is None:
        if word[-1] != "过" or len(word) != 2:
            return None
        rule = function.crossed
    found = rule(words, at)
    return tuple(found.split()) if found else None
