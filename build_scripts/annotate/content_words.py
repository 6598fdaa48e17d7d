"""Verbs, nouns and measure words whose reading their neighbours decide: 种 长 处 率 数 量 转 落 结 …

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import (
    NOUNS,
    Rule,
    Words,
    clause,
    has_after,
    has_before,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.tables import word_set


def always(reading: str) -> Rule:
    """The rule for a character that, where it is a word by itself, is nearly always read so."""
    return lambda words, at: reading


def before(reading: str, following: str) -> Rule:
    """The rule for ``reading`` before one of the words in ``following``."""
    wanted = word_set(following)
    return lambda words, at: reading if text(words, at + 1) in wanted else None


_KIND_BEFORE = word_set("这 那 哪 各 每 某 此 何 该 本 良 麦 稻 菜 配 同 有 这些 那些")


def zhong_plant(words: Words, at: int) -> str | None:
    """种 is zhǒng behind a number or a pointer (3种模式), zhòng as a verb (家家种茶)."""
    if is_number(words, at - 1) or text(words, at - 1) in _KIND_BEFORE:
        return "zhǒng"
    if tag(words, at + 1) in {*NOUNS, "ul", "ug", "uz", "m", "a"}:
        return "zhòng"
    return "zhǒng" if tag(words, at + 1) == "x" and tag(words, at - 1) in {"n", "a", "uj"} else "zhòng"


_GROWTH = tuple("出大成高势满着得在起回了歪斜弯直粗壮肥胖虫草芽毛锈霉刺叶根苗疮牙个肉膘不")
_REACHING = ("达", "约", "近", "逾", "仅", "于", "不足")
_LASTING = frozenset("期间线程龄路链季命段")


def chang(words: Words, at: int) -> str | None:
    """长 is zhǎng behind a noun (服务团长) or before a result (长出), cháng as a measure (全长12公里)."""
    following = text(words, at + 1)
    if tag(words, at - 1) == "nrfg":
        return "cháng"  # 解|长|根
    if following.startswith(("不足", "不到", "不过")) and is_number(words, at + 2):
        return "cháng"
    if (
        following.startswith(_GROWTH)
        or text(words, at - 1) in {"一", "）"}
        or text(words, at - 1)[-1:] == "县"
    ):
        return "zhǎng"
    people = any(word.text.endswith(("名", "人", "位")) for word in clause(words, at, 1)[:4])
    if is_number(words, at + 1) and people and tag(words, at - 1)[0] == "n":
        return "zhǎng"  # 设立林长一千余名
    if is_number(words, at + 1) or is_number(words, at - 1) or tag(words, at - 1) == "q":
        return "cháng"
    if following.startswith(_REACHING):
        return "cháng"
    if text(words, at - 1)[-1:] in _LASTING:
        return "cháng"
    return "zhǎng" if tag(words, at - 1) in {"n", "nt", "j", "b"} else "cháng"


def chong(words: Words, at: int) -> str | None:
    """重 is chóng where something is done again (重 建设), zhòng (to stress) elsewhere (重实干)."""
    if any(word.text[:1] == "轻" for word in words[at + 2 : at + 5]):
        return None  # 重建设、轻管理
    if text(words, at - 1) in {"了", "再", "倒"} and tag(words, at + 1)[0] in "vz":
        return "chóng"  # 拆了重砌
    return "chóng" if text(words, at + 1)[:1] in set("建修走登回燃现拾启塑获返焕绘砌做写盖算") else None


_DRIED = frozenset("薯菜果豆笋鱼肉萄柿枣椒花蕉杏桃李菇")


_PARCHED = ("裂", "开裂", "冒烟", "见底", "龟裂", "张嘴", "发白")
_WET = frozenset("床塘井渠河库溪泉池嘴口墨土")


_PARCHED_MOUTHS = ("嘴", "口", "喉", "嗓", "舌")


def gan(words: Words, at: int) -> str | None:
    """干 is gān behind a way of drying (晒 干) and as food (红薯 干), gàn (to do) elsewhere."""
    if text(words, at - 1) in set("晒烘吹擦晾烤风喝流") or text(words, at + 1)[:1] in set(
        "塬沟涸旱冰柴馍粮"
    ) - {""}:
        return "gān"
    if text(words, at - 1) == "一" and text(words, at + 1)[:1] in {"就", "到"}:
        return "gàn"
    if text(words, at + 1)[:1] in set("裂枯涸透瘪硬") and text(words, at + 1):
        return "gān"
    if text(words, at - 1) in {"说", "喊", "讲", "发"} and has_before(words, at, _PARCHED_MOUTHS):
        return "gān"  # 嘴都说干了
    if text(words, at - 1) in set("抽舀淘流熬耗放吸") and tag(words, at + 1) in {"ul", "x"}:
        return "gān"  # 把水抽干
    if text(words, at + 1) == "得" and has_after(words, at, _PARCHED):
        return "gān"  # 田干得裂口子
    if text(words, at + 1) == "了" and text(words, at - 1)[-1:] in _WET and not is_number(words, at + 2):
        return "gān"  # 河床干了
    eaten = text(words, at - 1)[-1:] in _DRIED and tag(words, at + 1) in {"x", "c", "m", "f", "uj", "v", "p"}
    return "gān" if eaten and tag(words, at - 1) in {"n", "nz", "nr"} else None


def jiao(words: Words, at: int) -> str | None:
    """教 is jiāo as a verb, jiào in lists of fields (文、教、卫)."""
    fields = set("文科体卫宗农医")
    near = (text(words, at - 1), text(words, at + 1))
    listed = "、" in near and fields & {text(words, at - 2)[-1:], text(words, at + 2)[:1]}
    return None if listed or fields & set(near) else "jiāo"


def hang(words: Words, at: int) -> str | None:
    """行 is háng behind a number (三行) and behind 商 (农商行), xíng elsewhere."""
    return "háng" if is_number(words, at - 1) or text(words, at - 1)[-1:] == "商" else None


def ben(words: Words, at: int) -> str | None:
    """奔 is bèn before the aim (奔 小康), bēn (to run) elsewhere."""
    if text(words, at + 1) == "着" and tag(words, at + 2) != "x":
        return "bèn"  # 奔着好日子去
    if text(words, at + 1) in set("去来跑走波流腾涌"):
        return None  # 朝着省城奔去
    return "bèn" if tag(words, at + 1) in {"n", "nr", "ns", "v", "nz"} else None


def zhong_hit(words: Words, at: int) -> str | None:
    """中 is zhòng, to hit or be hit, before 了 and what befalls (中 了 圈套), zhōng elsewhere."""
    befallen = text(words, at + 1) in {"了", "圈套", "埋伏", "奖", "标", "招", "彩", "计", "暑", "毒"}
    verb_before = text(words, at - 1) in set("打选看猜抽射击考相命砸撞刺投挑瞄踢")
    wounded = text(words, at - 1).endswith(("身", "胸", "腿", "头", "腹", "臂")) and any(
        word.text.endswith(("弹", "枪", "刀", "箭")) for word in words[at + 1 : at + 4]
    )
    if wounded:
        return "zhòng"  # 身中数弹
    return "zhòng" if (befallen and tag(words, at - 1) in {"x", "d", "v", "r", "n"}) or verb_before else None


_TIBETAN = tuple(
    sorted(word_set("医药 医 区 族 文 历 戏 香 毯 袍 式 汉 语 胞 北 东 南 医院 民 寨 乡 羌 传 学"))
)


def zang(words: Words, at: int) -> str | None:
    """藏 is zàng, Tibet, before and behind what belongs there (藏医药, 援藏), cáng (to hide) elsewhere."""
    if text(words, at - 1) in set("入进援驻川青滇赴离汉在") and tag(words, at + 1) not in {"f", "p"}:
        return "zàng"
    return "zàng" if text(words, at + 1).startswith(_TIBETAN) else None


# Trees, fruits and what stands for them: 橘子, 西红柿, 桃树.
_BEARERS = frozenset("果瓜树花柿橘柚桃李杏梨枣苹葡椒茄豆穗棚藤苗枝莓薯")


def jie(words: Words, at: int) -> str | None:
    """结 is jiē where a plant bears (结 硕果, 果 就 结得 实), jié (to tie) elsewhere."""
    borne = text(words, at + 1)[:1] in set("果硕籽穗荚瓜薯桃梨子")
    near = "".join(word.text for word in words[max(0, at - 12) : at])
    bearing = text(words, at + 1) in {"得", "了", "满", "着"} and not _BEARERS.isdisjoint(near)
    return "jiē" if borne or bearing else None


def pu(words: Words, at: int) -> str | None:
    """铺 is pù, a shop, behind its trade (裁缝 铺), pū (to spread) elsewhere."""
    shop = tag(words, at - 1) in {"n", "nr", "nz"} and tag(words, at + 1) not in {"ul", "v", "n", "m", "uz"}
    return "pù" if shop and text(words, at + 1) not in {"上", "满", "好", "着", "了", "在"} else "pū"


def ding(words: Words, at: int) -> str | None:
    """钉 is dìng as a verb (钉 上), dīng (nail) elsewhere."""
    done = (
        text(words, at - 1) in {"自己", "自个儿", "亲手", "动手", "来", "去", "给"}
        and tag(words, at + 1) == "x"
    )
    return "dìng" if done or tag(words, at + 1) in {"f", "ul", "n", "v", "a"} else None


_ASKED = ("要求", "邀请", "之邀", "请求", "号召", "约")


def ying(words: Words, at: int) -> str | None:
    """应 is yìng, to answer, at the end of a clause, before 道 and in 应…邀请; yīng (should) elsewhere."""
    if text(words, at + 1) in {"道", "声", "着", "了", "答"} or tag(words, at + 1) == "x":
        return "yìng"
    asked = tag(words, at - 1) == "x" and any(w.text.startswith(_ASKED) for w in clause(words, at, 1)[:5])
    return "yìng" if asked else None


def is_left_out(words: Words, at: int) -> bool:
    earlier = clause(words, at, -1)[:5]
    denied = any(word.text[:1] in {"不", "没", "别"} for word in earlier[:2])
    one = any(word.text[:1] in {"一", "谁"} for word in earlier) or text(words, at + 1)[:1] == "一"
    return denied and one


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


def sheng(words: Words, at: int) -> str | None:
    """盛 is chéng, to fill, before what is filled in (盛 饭), shèng (flourishing) elsewhere."""
    return "chéng" if tag(words, at + 1) in {"n", "ul", "uz", "m"} else None


def men(words: Words, at: int) -> str | None:
    """闷 is mēn, close, with heat in the clause (又闷又热), mèn, dull, elsewhere."""
    close = has_after(words, at, ("热", "湿", "潮", "燥")) or has_before(
        words, at, ("热", "屋", "房间", "车厢")
    )
    return "mēn" if close else "mèn"


def hua(words: Words, at: int) -> str | None:
    """划 is huá, to cut, to row, with a wound or a boat in the clause (划了一道口子), huà, to mark off, elsewhere."""
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
    return "lòu" if shown[:1] in set("头面脸馅怯底白富") and shown or shown in {"一手", "两手"} else None


def meng(words: Words, at: int) -> str | None:
    """蒙 is mēng, dazed, before 了 at the end of a clause (他蒙了), méng, to cover, elsewhere."""
    return "mēng" if text(words, at + 1) == "了" and tag(words, at + 2) == "x" else "méng"


_SPRUNG = tuple("出回开跳起奏唱琴压性劾")


def tan(words: Words, at: int) -> str | None:
    """弹 is tán, to spring, to play, before what springs or is played (弹出), dàn, a bullet, behind a number."""
    if text(words, at + 1).startswith(_SPRUNG):
        return "tán"
    return "dàn" if is_number(words, at - 1) or text(words, at - 1) in {"中", "颗", "发", "枚"} else None


def cha(words: Words, at: int) -> str | None:
    """差 is chā, a difference, behind what is measured (时间差), chà (bad, lacking) elsewhere."""
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
