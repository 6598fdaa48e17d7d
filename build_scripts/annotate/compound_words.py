"""Words of two characters and more that have two readings, with a meaning each: 地方, 东西, 播种, 一行 …

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.content_words import is_left_out
from build_scripts.annotate.neighbours import (
    NOUNS,
    Words,
    has_after,
    has_before,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.tables import word_set, word_tuple


def bo_zhong(words: Words, at: int) -> str | None:
    """播种 is bōzhòng, to plant, before an area, a crop or 了; bōzhǒng, to spread seed, elsewhere."""
    planted = text(words, at + 1) in {"面积", "了"} or is_number(words, at + 1) or tag(words, at + 1) == "n"
    return "bō zhòng" if planted and text(words, at + 1) not in {"机", "机械", "期", "机具"} else None


def yi_hang(words: Words, at: int) -> str | None:
    """一行 is yī xíng, a party of travellers, but yī háng, a row or trade, behind 第, 写, 干."""
    row = text(words, at - 1)[-1:] in set("第写排每列站栽成干爱做懂精钻专这哪入")
    row = row or text(words, at + 1)[:1] in set("字诗树行爱专精钻")
    return "yī háng" if row else "yī xíng"


_BEARING = frozenset("树苗藤花瓜茶桃李梨枣杏橘橙柚")


def jie_guo(words: Words, at: int) -> str | None:
    """结果 is jiē guǒ, to bear fruit, behind a plant (桃树结果), jiéguǒ, the result, elsewhere."""
    bearing = text(words, at - 1)[-1:] in _BEARING or text(words, at - 1) in {"开花", "挂花"}
    return "jiē guǒ" if bearing else None


def luo_xia(words: Words, at: int) -> str | None:
    """落下 is là xià, to leave behind, in 一个都不能落下, luò xià elsewhere."""
    denied = text(words, at - 1) in {"没", "没有", "别", "不能", "不会", "未", "从未", "从没"}
    weather = has_before(words, at, ("雨", "雪", "泪", "帷幕", "夜幕", "太阳", "石头"))
    return "là xià" if is_left_out(words, at) or (denied and not weather) else None


def luo_di(words: Words, at: int) -> str | None:
    """落地 is là de in 一户不落地走访, leaving out none, luò dì, to land, elsewhere."""
    none = text(words, at - 1) == "不" and text(words, at - 2)[:1] == "一"
    return "là de" if none else None


def bu_luo(words: Words, at: int) -> str | None:
    """不落 as one word, see :func:`luo`."""
    one = text(words, at - 1)[:1] == "一" or text(words, at + 1)[:1] == "一"
    return "bù là" if one else None


_POURED = ("垃圾", "污水", "废", "渣", "固废", "淤泥", "弃土", "泔水")


def qing_dao(words: Words, at: int) -> str | None:
    """倾倒 is qīngdǎo, to admire, behind 为之 and 令人; else qīngdào, to dump, as in reports."""
    admired = text(words, at - 1)[-1:] in set("之人")
    return "qīng dǎo" if admired and not has_before(words, at, _POURED) else "qīng dào"


def hai_shi(words: Words, at: int) -> str | None:
    """还是 is háishi, still, or, had better; before a number 是 is the verb (还是一个问题): hái shì."""
    return "hái shì" if is_number(words, at + 1) else "hái shi"


_SETTLED = ("入账", "办结", "办理", "清", "返回", "就", "即", "完成", "上报", "到账", "处理", "往返", "回")


def dang_ri(words: Words, at: int) -> str | None:
    """当日 is dàngrì, the same day, before what is done in it (当日入账), dāngrì, that day, elsewhere."""
    near = [text(words, other) for other in (*range(at - 5, at), *range(at + 1, at + 6))]
    done = tag(words, at + 1) in {"v", "vn"} or text(words, at + 1).startswith(_SETTLED)
    again = "当日" in near and text(words, at + 1) != "的"
    return "dàng rì" if done or again else "dāng rì"


_FROM_WHOM = (
    "群众",
    "组织",
    "家人",
    "家里",
    "父母",
    "丈夫",
    "妻子",
    "老伴",
    "爱人",
    "大家",
    "别人",
    "领导",
    "单位",
)
_SECRETLY = ("偷偷", "悄悄", "私下", "暗", "偷", "瞒")
_SOMEBODY = ("他", "她", "我", "你", "老人", "孩子", "父亲", "母亲", "爹", "娘")


def bei_zhe(words: Words, at: int) -> str | None:
    """背着 is bēi zhe, carrying (背着书包, 背着老人), but bèi zhe, behind the back of (背着家人偷偷去)."""
    behind = text(words, at + 1)
    secretly = has_after(words, at, _SECRETLY)
    hidden = behind.startswith(_FROM_WHOM) or (secretly and behind.startswith(_SOMEBODY))
    return "bèi zhe" if hidden else "bēi zhe"


def chong_chong(words: Words, at: int) -> str | None:
    """重重 is zhòngzhòng, heavily, before 地 and a verb, chóngchóng, one upon the other, elsewhere."""
    return "zhòng zhòng" if text(words, at + 1) in {"地", "的"} or tag(words, at + 1) == "v" else None


def chong_jian(words: Words, at: int) -> str | None:
    """重建 is zhòng jiàn in 重建轻管, much building and little care; chóngjiàn, to rebuild, elsewhere."""
    return "zhòng jiàn" if text(words, at + 1)[:1] == "轻" else None


def yi_chang(words: Words, at: int) -> str | None:
    """一长 is yī cháng of time (时间一长) and where something is short beside it, yī zhǎng in 一长两员."""
    head = text(words, at + 1)[:1] in set("两双三多一制") and not has_after(words, at, ("一短",))
    return "yī zhǎng" if head and text(words, at + 1) else "yī cháng"


def yi_tong(words: Words, at: int) -> str | None:
    """一通 is yī tōng, once it is open, behind what opens (路一通, 电一通), yī tòng, a bout, elsewhere."""
    opened = text(words, at - 1)[-1:] in set("路桥电水网车气讯线道渠铁速") and text(words, at - 1)
    return "yī tōng" if opened else "yī tòng"


_LOCAL_BEFORE = frozenset("少多别的个些这那什么好哪每某有处何")


def di_fang(words: Words, at: int) -> str | None:
    """地方 is dìfāng, local, before a noun (地方政府), dìfang, a place, behind a pointer and elsewhere."""
    if text(words, at + 1) == "便" and tag(words, at - 1) in {"a", "ad", "d"}:
        return "de fāng"  # 极大|地方|便|了
    pointed = text(words, at - 1)[-1:] in _LOCAL_BEFORE or is_number(words, at - 1)
    local = (
        tag(words, at + 1) in NOUNS or text(words, at + 1) in {"、", "各级"} or text(words, at - 1) == "、"
    )
    return "dì fāng" if local and not pointed else "dì fang"


def dong_xi(words: Words, at: int) -> str | None:
    """东西 is dōngxī, east and west, before 部, 两 and 协作 or as a direction; dōngxi, things, elsewhere."""
    if text(words, at + 1).startswith(("部", "协作", "两", "走向", "南北", "方向", "向", "长", "宽", "扶贫")):
        return "dōng xī"
    across = text(words, at - 1).endswith(("贯穿", "横贯", "连接", "跨", "连通"))
    return "dōng xī" if across else "dōng xi"


def zheng_dang(words: Words, at: int) -> str | None:
    """正当 is zhèngdàng, rightful, before a noun (正当权益), zhèngdāng, just when, elsewhere."""
    rightful = tag(words, at + 1) in {"n", "vn", "an"} and not has_after(words, at, ("时", "之时", "之际"))
    return "zhèng dàng" if rightful or text(words, at - 1) == "不" else None


_DRESSED = word_set("朴素 打扮 讲究 整洁 得体 时髦 考究 简单 随意 整齐 鲜艳 朴实 得当 大方 体面 一致")


def chuan_zhe(words: Words, at: int) -> str | None:
    """穿着 is chuān zhe, wearing, before clothes (穿着制服), chuānzhuó, dress, elsewhere (穿着朴素)."""
    dress = text(words, at + 1) in _DRESSED or tag(words, at + 1) in {"x", "uj", "d", "c"}
    return None if dress else "chuān zhe"


def fen_zi(words: Words, at: int) -> str | None:
    """分子 is fēnzǐ, molecule, in words of science, fènzǐ, a person, elsewhere (积极分子)."""
    science = text(words, at + 1)[:1] in set("量式结生筛标育医遗料杂化")
    return "fēn zǐ" if science else "fèn zǐ"


_INSTITUTIONS = word_tuple(
    "小区 小学 中学 公园 广场 大街 大道 花园 派出所 法院 法庭 支行 水库 高中 幼儿园 车站 西 东 南 北 机场"
)


def chao_yang(words: Words, at: int) -> str | None:
    """朝阳 is Cháoyáng before a level or an institution, zhāoyáng, the morning sun, elsewhere."""
    following = text(words, at + 1)
    named = following[:1] in set("区市县门医群街路镇乡村社") or following.startswith(_INSTITUTIONS)
    return "cháo yáng" if named and following else "zhāo yáng"


def da_yi(words: Words, at: int) -> str | None:
    """大意 is dàyi, careless, where it is forbidden (不能大意), dàyì, the gist, elsewhere."""
    return "dà yi" if has_before(words, at, ("不", "麻痹", "容不得", "丝毫", "半点", "粗心")) else None


def zong_chang(words: Words, at: int) -> str | None:
    """总长 is zǒngcháng, the whole length, before a number, else as the table has it (参谋总长)."""
    return "zǒng cháng" if _is_length(words, at + 1) or is_number(words, at + 1) else None


def he_chang(words: Words, at: int) -> str | None:
    """河长 is hé cháng where a length follows (河长三十公里), hézhǎng, who answers for a river, elsewhere."""
    return "hé cháng" if _is_length(words, at + 1) else "hé zhǎng"


def lu_chang(words: Words, at: int) -> str | None:
    """路长, see :func:`he_chang`."""
    return "lù cháng" if _is_length(words, at + 1) else "lù zhǎng"


def _is_length(words: Words, at: int) -> bool:
    """Tell whether a number stands at ``at`` that does not count people: 路长四千一百名."""
    people = any(words[near].text.endswith(("名", "人", "位")) for near in range(at, min(at + 3, len(words))))
    return is_number(words, at) and not people


def shu_zhong(words: Words, at: int) -> str | None:
    """树种 is shù zhòng where trees are planted (把树种在山上), shùzhǒng, kinds of trees, elsewhere."""
    planted = text(words, at + 1) in {"在", "到", "上", "下", "满"} and has_before(
        words, at, ("把", "将", "这些")
    )
    return "shù zhòng" if planted else None


def gan_shi(words: Words, at: int) -> str | None:
    """干事 is gànshi, an office, behind what it deals with (宣传干事), gàn shì, to work, elsewhere."""
    office = text(words, at - 1) in _DEALT_WITH and text(words, at + 1) not in {"创业", "的", "能力"}
    return "gàn shi" if office else "gàn shì"


_DEALT_WITH = word_set(
    "宣传 组织 文书 党务 总 体育 文艺 生活 学习 纪检 人事 办公室 部 妇女 民政 计生 团委 科 副"
)


_WELL = word_set("积极 有效 科学 从容 沉着 妥善 主动 共同 全力 合力 及时 精准 稳妥 联合 如何 能够 能 可以 要")
_DEALT = ("进行", "予以", "给予", "加以", "作出", "做出", "负责", "实行")


def ying_dui(words: Words, at: int) -> str | None:
    """应对 is yīng duì where 进行 or its like follows (应对企业进行检查), yìngduì, to answer, elsewhere."""
    dealt = has_after(words, at, _DEALT) and text(words, at - 1) not in _WELL
    return "yīng duì" if dealt and tag(words, at - 1)[0] in "nrdjlx" else None
