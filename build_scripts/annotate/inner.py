"""The reading of a character by its place inside a word, where no phrase data knows the whole word.

Each rule holds for a whole class of words (聘为, 誉为, 升格为 …), which a table could never list. Words that
pypinyin knows as a phrase are left as they are, but for 一, 不, 儿 and 为, where its data is not uniform.
"""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.annotate.inner_nouns import NOUN_RULES
from build_scripts.annotate.segment import is_known, tag_of
from build_scripts.annotate.tables import word_set

_SANDHI = {"yí": "yī", "yì": "yī", "bú": "bù", "bu": "bù", "yi": "yī"}
# Words that go before the verb 种, to plant: 再种, 春种.
_BEFORE_PLANTING = frozenset("还不我你他她再要想去来会能可已曾爱抢补轮套间混春夏秋冬复连播接耕栽试改扩退")
# Before 儿 as a word of its own, child: 女儿, 托儿. Elsewhere at the end of a word it is the r of 这儿.
_SON_BEFORE = frozenset(
    "一两二三四五六七八九几乞乳女能健可氏妻侄娇婴孤琪宠少幼患生疾浪血产男形童育胎雏托养弃早小骄运"
)
_FOR = word_set("因为 专为 特为 为了 为着 只因为 正因为 就因为")


def correct(word: str, at: int, syllable: str) -> str:
    """The syllable of the character ``at`` in a word of the phrase data, which gives ``syllable``.

    >>> correct("一个", 0, "yí"), correct("誉为", 1, "wèi"), correct("这儿", 1, "ér")
    ('yī', 'wéi', 'r')
    """
    character, last = word[at], at == len(word) - 1
    if syllable == "shuí":
        return "shéi"  # the reading of the spoken language, which the dictionaries prefer
    if character in "一不":
        return _SANDHI.get(syllable, syllable)
    if len(word) == 1:
        return syllable
    if character == "儿" and last:
        return "ér" if word[-2] in _SON_BEFORE else "r"
    # To become, to be called: behind a verb 为 is never the preposition.
    if character == "为" and last and word not in _FOR:
        return "wéi"
    if character == "得" and last and word in GAINED:
        return "dé"  # 夺得, 所得: the phrase data has the particle in some
    return syllable


GAINED = word_set(
    """
    获得 夺得 赢得 所得 求得 难得 博得 应得 购得 分得 争得 征得 兼得 既得 摘得 竞得 录得 心得 不得 一得 两得
    取得 谋得 习得 拍得 寻得 捡得 拾得 共得 多得 少得 自得 终得 喜得 荣得 换得
    捧得 幸得 始得 挣得 讨得 觅得 独得 募得 窃得 易得
    """
)
_AS_FAR_AS_POSSIBLE = word_set("尽速 尽可 尽先 尽早")
_GROWING = frozenset("满成出大得势高子女孙兄者辈相老官史进男姊记知见点")
_MEASURED = frozenset("全总周体桥最太过偏略更衣袖裤根节臂翼零等纵线边多深悠绵变加波片音焰")
_NUMERAL = frozenset("一二两三四五六七八九十百千万亿几多余数半")
_AGAIN = frozenset(
    "建修走登回燃现拾启塑获返焕绘整组构振聚温铸置设装制来造排写读播译印逢申述游访做估算编评又瓣孙叠复合围沓阳洗刷订"
    "插连联玩砌办盖铺查开立提上生审"
)
_COMING_OUT_OF_HAIR = frozenset("型廊饰屋丝梢夹簪髻际钗尾旋卡带胶蜡膜量色质根辫冠套髢")


def by_place(word: str, at: int) -> str | None:
    """The reading that a character of several readings has at its place in ``word``, or None: the plain one.

    >>> by_place("升格为", 2), by_place("看得见", 1), by_place("网格长", 2), by_place("好", 0)
    ('wéi', 'de', 'zhǎng', None)
    """
    rule = _RULES.get(word[at]) if len(word) > 1 else None
    return rule(word, at) if rule else None


def _is_last(word: str, at: int) -> bool:
    return at == len(word) - 1


def _de(word: str, at: int) -> str | None:
    """得 behind a verb is the particle (留得住, 变得), but 获得."""
    if at and word[at - 1] == "不" and at > 1 and len(word) == 3:
        return "de"  # 看不得, 马虎不得
    if (
        at == 1
        and len(word) == 4
        and word[:2] not in GAINED
        and tag_of(word[0])[0] in "va"
        and is_known(word[2:])
    ):
        return "de"  # 穿得单薄
    if at == 0 or len(word) > 3:
        return None
    return "dé" if _is_last(word, at) and word in GAINED else "de"


def _wei(word: str, at: int) -> str | None:
    if len(word) == 4 and at == 2:
        return "wèi" if word[3] in "民国公人己我您党军" and word[0] not in "以化变转反" else "wéi"  # 化繁为简
    return "wéi" if _is_last(word, at) and word not in _FOR else None


def _chang(word: str, at: int) -> str | None:
    """长 grows at the beginning (长成, but 长凳), is a head at the end (网格长, but 全长)."""
    if at == 0:
        return "zhǎng" if word[1] in _GROWING else "cháng"
    if not _is_last(word, at):
        return "zhǎng" if word[at + 1 :] == "制" else None  # 河长制
    return "cháng" if word[-2] in _MEASURED else "zhǎng"


def _jin(word: str, at: int) -> str | None:
    return "jǐn" if at == 0 and word in _AS_FAR_AS_POSSIBLE else "jìn"  # 用尽, 尽显


def _lv(word: str, at: int) -> str | None:
    return "shuài" if at == 0 and len(word) == 2 else "lǜ"  # 率队, 率团; as a later part it is a rate


def _dan(word: str, at: int) -> str | None:
    """弹 is what is shot (催泪弹, 弹坑), tán what springs or is plucked (弹拨)."""
    return "tán" if not _is_last(word, at) and word[word.index("弹") + 1] in _SPRINGING else "dàn"


def _chong(word: str, at: int) -> str | None:
    return "chóng" if at == 0 and word[1] in _AGAIN else None


def _dao(word: str, at: int) -> str | None:
    return "dǎo" if _is_last(word, at) and word[0] not in "反颠乱偷" else None  # 压倒, 绊倒: to fall


def _du(word: str, at: int) -> str | None:
    """都 is dū in names (都柏林, 莲都) and of capitals; the adverb may be drawn into a guess (人都, 全都)."""
    if word[at + 1 : at + 2] in _BEHIND_ALL or (at and word[at - 1] in "全部切来想"):
        return None
    if not _is_last(word, at):
        return "dū"
    return "dū" if len(word) == 2 and is_known(word) else None  # 新都; 村都 is a guess


def _cha(word: str, at: int) -> str | None:
    return "chā" if _is_last(word, at) and word[-2] not in "很较最太更极愈邮信钦官" else None  # 温差


def _fa(word: str, at: int) -> str | None:
    if at == 0:
        return "fà" if word[1] in _COMING_OUT_OF_HAIR else None
    return (
        "fà"
        if _is_last(word, at) and word[-2] in "染理美头毛白银黑剪护烫束假卷洗植秃直润长短金梳蓄鹤"
        else None
    )


def _liao(word: str, at: int) -> str | None:
    return "liǎo" if _is_last(word, at) and len(word) > 2 and word[-2] in "得不" else None  # 受得了, 忘不了


def _zhao(word: str, at: int) -> str | None:
    """着 reaches its aim behind 得 and 不 (够得着); behind a verb it is the particle (带着)."""
    if not _is_last(word, at):
        return "zhuó" if at == 0 else None
    return "zháo" if word[-2] in "得不" else "zhe"


def _zi(word: str, at: int) -> str | None:
    """子 is neutral as a suffix (嗓子眼), but not at the beginning, in names and as a person or a seed."""
    if at == 0 or word[at - 1] in _SEED_BEFORE:
        return "zǐ"
    return "zi" if _is_last(word, at) or is_known(word[at - 1 : at + 1]) else "zǐ"


_BEHIND_ALL = frozenset("是在有能会可要不别行应已很得将被把没对")
_SEED_BEFORE = frozenset(
    "天母童孝仙浪墨甲庚壬丙戊分离粒量质光电原因女游学弟父赤才君臣王太公独次幼亲莲松瓜棋精卵孔孟荀世皇养义继逆爱贵生"
)


def _qie(word: str, at: int) -> str | None:
    """切 is qiè, close or eager (切忌, 恳切), qiē, to cut, before and behind how it is cut (切块, 横切)."""
    if at == 0:
        return "qiè" if word[1] in "记忌实勿身合题中近肤齿要盼望当脉" else "qiē"
    return "qiē" if word[at - 1] in "剖横斜气内环直裁相分冷" else "qiè"


def _zang(word: str, at: int) -> str | None:
    return "zàng" if _is_last(word, at) and word[-2] in "心肝脾肺肾内五胰" else None  # 肾脏; dirty is zāng


def _pu(word: str, at: int) -> str | None:
    if at and word[at + 1 :] in {"镇", "乡", "村", "街道", "社区", "街", "组", "屯"}:
        return "pù"  # 五里铺镇
    # 商铺; 铺设, 新铺
    return "pù" if _is_last(word, at) and word[-2] not in "平新重再已刚正加满好要" else "pū"


def _she(word: str, at: int) -> str | None:
    """舍 is shè, a house, at the end (馆舍), but 难舍."""
    return "shè" if _is_last(word, at) and word[-2] not in "取割不难施" else None


def _gan(word: str, at: int) -> str | None:
    """干 is gān, dry, before what is dry (干热) and behind how it became so (风干); gàn is to do."""
    if at == 0:
        return "gān" if word[1] in _DRY else None
    return "gān" if _is_last(word, at) and word[-2] in _DRYING else None


def _nian(word: str, at: int) -> str | None:
    return "nián" if at == 0 and word[1] in "性度膜稠液土滞糊虫菌" else None  # sticky; 粘贴 is zhān


# Behind these descriptions 地 is land, not the particle: 开阔地.
_KINDS_OF_LAND = word_set("开阔 低洼 平坦 潮湿 中立 干旱 贫瘠 肥沃 公共 集体 封闭 专用")


def _adverb(word: str, at: int) -> str | None:
    if not _is_last(word, at) or len(word) != 3:
        return None
    described = tag_of(word[:2]) in {"a", "ad", "an", "d", "z"} and word[:2] not in _KINDS_OF_LAND
    return "de" if word[0] == word[1] or described else None  # 默默地, 坦率地


def _times(word: str, at: int) -> str | None:
    if at > 0 and word[0] in _NUMERAL and len(word) == 2:
        return "chóng"  # 两重, 九重
    return _chong(word, at)


_DRY = frozenset(
    "茶鱼虾花辣豆菇菌竹木柿薯参药饭杯亲爹妈女哥姐弟妹热燥旱净枯货果菜湿冷草料粉洗重面涸裂脆瘪硬爽涩季柴鲜瘦等煸癣潮衣叶梅嚎咳笑瞪塬渴冰馏涸打扰预涉戈支儿"
)
_DRYING = frozenset("晒烘吹擦晾烤风焙阴沥抽榨甩饼豆鱼笋菜果肉薯葡柿喝熬拧流抹蒸吸耗烧舀虾杏枣椒")


def _zhong(word: str, at: int) -> str | None:
    """种 is zhòng, to plant, behind an adverb or a season (再种, 春种)."""
    whole = word[:-1] in {"全部", "全都", "重新", "大量"} and _is_last(word, at)  # 全部种|上树
    return "zhòng" if whole or (at == 1 and len(word) == 2 and word[0] in _BEFORE_PLANTING) else None


def _jiao(word: str, at: int) -> str | None:
    """教 is jiāo, to teach, before whom or how it is taught (教过, 教会)."""
    return "jiāo" if at == 0 and word[1] in "过了会出给得着你我他她人好做完下到起" else None


def _counted(reading: str) -> Callable[[str, int], str | None]:
    """A measure word behind a numeral: 三只, 两卷, 一间."""
    return lambda word, at: reading if _is_last(word, at) and set(word[:at]) <= _NUMERAL else None


def _sa(word: str, at: int) -> str | None:
    return "sā" if at == 0 and word[1] in "手网谎气野欢娇腿开泼赖尿疯播" else "sǎ"  # 撒手; 撒土


_SPRINGING = frozenset("奏唱拨琴跳指压性力簧射劾冠出起回开词球窗涂")
_Rule = Callable[[str, int], str | None]
_RULES: dict[str, _Rule] = {
    **NOUN_RULES,
    "得": _de,
    "为": _wei,
    "长": _chang,
    "尽": _jin,
    "率": _lv,
    "弹": _dan,
    "重": _times,
    "倒": _dao,
    "都": _du,
    "差": _cha,
    "发": _fa,
    "了": _liao,
    "着": _zhao,
    "子": _zi,
    "切": _qie,
    "脏": _zang,
    "铺": _pu,
    "舍": _she,
    "干": _gan,
    "粘": _nian,
    "撒": _sa,
    "缝": lambda word, at: "féng" if at == 0 and word[1] in "衣补纫合制被扣线上好鞋裤袄袍" else None,
    "盛": lambda word, at: "chéng" if at == 0 and word[1] in "饭汤菜水酒粥油米面满起着" else None,
    "倔": lambda word, at: "jué" if word[at + 1 : at + 2] == "强" else "juè",
    "待": lambda word, at: "dāi" if at == 0 and word[1] in "不在了着过得" else None,  # 待不住
    "地": _adverb,
    "种": _zhong,
    "教": _jiao,
    "只": _counted("zhī"),
    "卷": _counted("juàn"),
    "间": _counted("jiān"),
    "担": _counted("dàn"),
    "行": _counted("háng"),
    "宿": _counted("xiǔ"),
}
