"""Verbs, nouns and measure words whose reading their neighbours decide: 种 长 处 率 数 量 转 落 结 …

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import (
    NOUNS,
    QUOTING,
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


def either(*rules: Rule) -> Rule:
    """The rule that asks ``rules`` in turn."""
    return lambda words, at: next((found for rule in rules if (found := rule(words, at))), None)


def before(reading: str, following: str) -> Rule:
    """The rule for ``reading`` before one of the words in ``following``."""
    wanted = word_set(following)
    return lambda words, at: reading if text(words, at + 1) in wanted else None


_KIND_BEFORE = word_set("这 那 哪 各 每 某 此 何 该 本 良 麦 稻 菜 配 同 有 这些 那些")


def zhong_plant(words: Words, at: int) -> str | None:
    """种 is zhǒng behind a number or a pointer (3种模式), zhòng as a verb (家家种茶)."""
    listed = text(words, at - 1) == "、" and text(words, at + 1) == "、"  # 水、肥、种、药
    counted = is_number(words, at - 1) or text(words, at - 1)[-1:].isdigit()
    if counted or text(words, at - 1) in _KIND_BEFORE or listed:
        return "zhǒng"
    if tag(words, at + 1) in {*NOUNS, "ul", "ug", "uz", "m", "a"}:
        return "zhòng"
    return "zhǒng" if tag(words, at + 1) == "x" and tag(words, at - 1) in {"n", "a", "uj"} else "zhòng"


_GROWTH = tuple("出大成高势满着得在起回了歪斜弯直粗壮肥胖虫草芽毛锈霉刺叶根苗疮牙个肉膘不")
_REACHING = ("达", "约", "近", "逾", "仅", "于", "不足")
_HEADED = frozenset("班队团组")
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
    if text(words, at - 1)[-1:] in _HEADED and tag(words, at - 1)[0] in "nvj":
        return "zhǎng"  # 值班|长
    return "zhǎng" if tag(words, at - 1) in {"n", "nt", "j", "b"} else "cháng"


_PENALTIES = ("罚款", "罚金", "有期徒刑", "徒刑", "拘役", "拘留", "警告", "管制")


_LED = ("队", "团", "部", "代表", "考察", "调研", "工作", "党政", "相关", "有关", "全体", "班子", "民警")
_LEADERS = frozenset("长记任员人者家他她席")


def chong(words: Words, at: int) -> str | None:
    """重 is chóng where something is done again (重 建设), zhòng (to stress) elsewhere (重实干)."""
    if any(word.text[:1] == "轻" for word in words[at + 2 : at + 5]):
        return None  # 重建设、轻管理
    if text(words, at - 1) in {"了", "再", "倒"} and tag(words, at + 1)[0] in "vz":
        return "chóng"  # 拆了重砌
    return (
        "chóng"
        if text(words, at + 1)[:1]
        in set("建修走登回燃现拾启塑获返焕绘砌做写盖算披遇夺召映编访铺审印抄启临聚逢归奏踏续温")
        else None
    )


_DRIED = frozenset("薯菜果豆笋鱼肉萄柿枣椒花蕉杏桃李菇")


_WET = frozenset("床塘井渠河库溪泉池嘴口墨土")


_PARCHED = ("裂", "开裂", "冒烟", "见底", "龟裂", "张嘴", "发白")
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


_ADJUSTED = word_set(
    """
    结构 价 价格 方式 布局 品种 音 色 味 味道 温度 光 焦 频道 时间 方案 计划 政策
    思路 心态 作息 比例 标准 解 和 匀 好 准 低 高 优 大 小
    """
)


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


_MEASURED = word_set("株距 行距 面积 宽度 长度 高度 水位 深度 草场 土地 田块 地界 身高 尺寸")


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


_ASKED = ("要求", "邀请", "之邀", "请求", "号召", "约")


def ying(words: Words, at: int) -> str | None:
    """应 is yìng, to answer, at the end of a clause, before 道 and in 应…邀请; yīng (should) elsewhere."""
    if text(words, at + 1) in QUOTING or tag(words, at + 1) in {"d", "ad"}:
        return "yīng"  # 应“反省”一下, 应切实按照要求办
    if text(words, at + 1) in {"道", "声", "着", "了", "答"} or tag(words, at + 1) == "x":
        return "yìng"
    asked = tag(words, at - 1) == "x" and any(w.text.startswith(_ASKED) for w in clause(words, at, 1)[:5])
    return "yìng" if asked else None


def is_left_out(words: Words, at: int) -> bool:
    earlier = clause(words, at, -1)[:5]
    denied = any(word.text[:1] in {"不", "没", "别"} for word in earlier[:2])
    one = any(word.text[:1] in {"一", "谁"} for word in earlier) or text(words, at + 1)[:1] == "一"
    return denied and one
