"""Verbs of hands and feet with two readings: 转 晃 冲 撒 扎 待 和 背 …

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.content_words import is_left_out
from build_scripts.annotate.neighbours import (
    COUNTING,
    Words,
    clause,
    has_after,
    has_before,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.syllables import syllables
from build_scripts.annotate.tables import word_set, word_tuple

_TURNING = word_tuple(
    """
    水车 风车 机器 石磨 磨盘 碾 陀螺 叶片 齿轮 马达 电机 地球 轮子 车轮 发动机 水轮 风扇 机子 转盘 轴 轮
    表 秒针 指针
    滚筒 眼珠 脑子 脑海
    """
)
_BECOMING = frozenset("让给到为向移入成型而换交变产正")
_ROUNDS = frozenset("圈趟遍")
_VEHICLES = word_tuple("车 飞机 船 机 账 学 院")


_SPINNING = word_set("的 了 着 得 起来 个 动 不停") | {""}


def zhuan(words: Words, at: int) -> str | None:
    """转 is zhuàn, to revolve or stroll: around, in a place, so many times; zhuǎn, to turn, elsewhere."""
    following, before = text(words, at + 1), text(words, at - 1)
    if following[:1] in _BECOMING and following:
        return "zhuǎn"
    behind = [word.text for word in clause(words, at, 1)[:4]]
    around = has_before(words, at, ("围", "绕", "团团", "跟着"))
    turning = has_before(words, at, _TURNING) and following in _SPINNING
    if around or turning or any("圈" in word for word in behind[:3]):
        return "zhuàn"
    counted = any(word[-1] in _ROUNDS and word[0] in "一两几三四五六七八九十多好" for word in behind)
    if counted and following in {"了", "上", "过", "一"} and not any(w.startswith(_VEHICLES) for w in behind):
        return "zhuàn"  # 去市场转了几趟
    if following == "不" and text(words, at + 2) in {"出来", "出去", "出"}:
        return "zhuàn"
    if following == "得" and text(words, at + 2)[:1] in {"人", "头", "我", "他", "飞", "团"}:
        return "zhuàn"  # 转得人头晕
    placed = tag(words, at - 1) in {"s", "f", "n", "m", "ns"} and before[-1:] not in {
        "左",
        "右",
        "后",
        "东",
        "西",
    }
    strolls = has_before(words, at, ("在", "到处", "四处", "满", "来回", "上", "整天", "天天", "到"))
    return "zhuàn" if placed and strolls and tag(words, at + 1) in {"x"} else "zhuǎn"


def zhuan_ge(words: Words, at: int) -> str | None:
    """转个 is zhuàn gè before 不停 (机器转个不停), zhuǎn gè elsewhere (转个身)."""
    return "zhuàn gè" if text(words, at + 1)[:1] in {"不", "圈", "没"} and text(words, at + 1) else "zhuǎn gè"


def zhuan_de(words: Words, at: int) -> str | None:
    """转得 is zhuàn de of what spins (转得人头晕), zhuǎn de, to turn so that, elsewhere."""
    if text(words, at + 1)[:1] in {"开", "过", "出"}:
        return "zhuǎn de"  # 机器转得开
    spins = text(words, at + 1)[:1] in set("人头我他飞团") and text(words, at + 1)
    return "zhuàn de" if spins or has_before(words, at, _TURNING) else "zhuǎn de"


def zhuan_zhe(words: Words, at: int) -> str | None:
    """转着 is zhuàn zhe before 圈 and around something, see :func:`zhuan`."""
    return "zhuàn zhe" if text(words, at + 1)[:1] == "圈" or zhuan(words, at) == "zhuàn" else None


def huang(words: Words, at: int) -> str | None:
    """晃 is huàng, to sway (晃了晃), but huǎng before the eyes and of time that flies (一晃十年)."""
    flash = text(words, at + 1)[:1] in set("眼过") and text(words, at + 1)
    return "huǎng" if flash or text(words, at - 1) in {"一", "虚"} else "huàng"


_WASHED = word_set(
    """
    水 澡 凉 凉水 奶粉 茶 咖啡 药 地 车 厕所 床 剂 走 毁 垮 倒 刷 洗 出 进 向 破 上 下 了 下来 走了 到
    在 开
    """
)
_SPOKEN = word_tuple("喊 笑 说 点头 嚷 摆手 招手 挥手 发火 竖 叫 吼 道 问 使 眨 挤 摇头 伸")


def chong(words: Words, at: int) -> str | None:
    """冲 is chòng, towards (冲大夫喊), or strong (味很冲), chōng, to rush, elsewhere."""
    following = text(words, at + 1)
    if text(words, at - 1) in _STRONG or following in _PEOPLE:
        return "chòng"
    if (
        text(words, at - 1) in {"就", "光", "单", "只", "很", "太", "真", "挺", "劲"}
        and following not in _WASHED
    ):
        return "chòng"
    toward = tag(words, at + 1) in {"n", "nr", "r", "ns", "nrt", "nrfg"} and following not in _WASHED
    return "chòng" if toward and any(w.text.startswith(_SPOKEN) for w in clause(words, at, 1)[1:5]) else None


_PEOPLE = word_set("我 他 她 你 我们 他们 大家 记者 这 那")
_STRONG = word_set("脾气 味 味儿 气味 语气 说话 态度 酒劲 口气 嗓门")
_STREAMS = word_tuple("水 洪水 浪 山洪 雨水 激流")


def chong_zhe(words: Words, at: int) -> str | None:
    """冲着 is chòng zhe, towards or because of, but chōng zhe of water and drinks."""
    washed = text(words, at + 1) in _WASHED or text(words, at - 1) in _STREAMS
    return "chōng zhe" if washed else "chòng zhe"


_LET_GO = frozenset("手网谎气野欢娇腿开泼赖尿疯播")
_SCATTERED = word_set("了 上 在 到 下 满 向 进 些 一 着 入 过 遍 点")


def sa(words: Words, at: int) -> str | None:
    """撒 is sǎ, to scatter (撒 化肥), sā, to let go, before 手, 网, 谎 and their like."""
    ahead = at + 2 if text(words, at + 1) in {"着", "了", "过"} else at + 1
    return None if text(words, ahead)[:1] in _LET_GO else "sǎ"


_BOUND = word_set(
    """
    辫子 腰带 成 花灯 彩 灯笼 头巾 担架 篱笆 风筝 龙头 彩门 红绸 头绳 裤脚 裤腿 捆 红花 草人 稻草人 腰
    鞭炮 扫帚 扫把
    """
)
_BOUND_ENDS = frozenset("辫辮髻绸绳带灯巾结")


def zha(words: Words, at: int) -> str | None:
    """扎 is zā, to bind, before and behind what is bound (扎辫子, 钢筋扎得密), zhā elsewhere."""
    following = text(words, at + 1)
    if following in _BOUND or (following[-1:] in _BOUND_ENDS and following):
        return "zā"
    last = [word.text[-1] for word in clause(words, at, 1)[:5]]
    if following in {"着", "了", "个", "起", "上", "好"} and (
        any(char in _BOUND_ENDS for char in last) or any(w.text in _BOUND for w in clause(words, at, 1)[:5])
    ):
        return "zā"  # 扎着两条小辫; 扎了副担架 has 架
    made = any(
        word.text in {"担架", "木筏", "竹筏", "花灯", "灯笼", "彩车", "篱笆"}
        for word in clause(words, at, 1)[:5]
    )
    return "zā" if made or text(words, at - 1) in {"钢筋", "绳子", "篱笆", "彩带", "红绳"} else None


_STAYS = word_tuple("在 了 着 不 过 得 几 一 两 下去 久 上 三 十 到")


def dai(words: Words, at: int) -> str | None:
    """待 is dāi, to stay, behind 一 and before 在, 了 and 着 (一待就是十年), dài, to treat, elsewhere."""
    following = text(words, at + 1)
    if text(words, at - 1) == "一":
        return "dāi" if following[:1] in set("就是多几半十，") else None
    staying = text(words, at - 1) in {"多", "久"} or following.startswith(_STAYS)
    placed = tag(words, at - 1) in {"s", "f", "n"} and tag(words, at + 1) == "x"
    return "dāi" if staying or (placed and has_before(words, at, ("在",))) else None


_MIXED = word_tuple("面 泥 水泥 馅 灰 砂浆 煤")


_NOT_MIXED = word_set("面对 面向 面积 面临 面粉 面条")


def he(words: Words, at: int) -> str | None:
    """和 is huó, to knead, before dough and mud that begin a clause; hè, to sing along; hé, and."""
    following = text(words, at + 1)
    if following in {"了", "着", "起来", "起", "道"} and tag(words, at - 1) not in {"a"}:
        return "hè"
    if following in {"面", "泥"}:
        return "huó"
    if len(following) > 2 or not following.startswith(_MIXED) or following in _NOT_MIXED:
        return None
    begins = tag(words, at - 1) in {"x", "v", "d"} and text(words, at - 1) != "、"
    return "huó" if begins and not has_before(words, at, ("、",)) else None


LEARNT = word_set("课文 诗 书 单词 台词 古诗 口诀 稿子 课本 条文 法条 唐诗")


_WAYS = ("下山", "下楼", "上山", "上楼", "出", "进", "回", "过河", "到")


def bei(words: Words, at: int) -> str | None:
    """背 is bēi, to carry, as a verb with an object (背 着 背篓), bèi (the back, to recite) elsewhere."""
    following, after = text(words, at + 1), tag(words, at + 1)
    if is_paired(words, at):
        return "bēi"  # 背的背、扶的扶
    if tag(words, at - 1) in {"n", "nr"} and following in {"上", "后", "部", "面"}:
        return "bèi"  # 马|背|上
    if following.startswith(_WAYS) and has_before(words, at, ("把", "将")):
        return "bēi"  # 把他背下山
    carried = after in {"n", "nr"} and tag(words, at) == "v" and following not in LEARNT
    return "bēi" if carried or after in {"uz", "ul", "v"} or following in {"上", "起", "到", "扛"} else None


def is_paired(words: Words, at: int) -> bool:
    """Tell whether a verb stands on both sides of 的: 背的背, 种的种."""
    word = text(words, at)
    ahead = text(words, at + 1) == "的" and text(words, at + 2) == word
    return ahead or (text(words, at - 1) == "的" and text(words, at - 2) == word)


_TIED = word_tuple("围裙 腰带 领带 鞋带 绳 红领巾 安全带 围巾 扣子 头巾 红绸 带子 裤带 铃铛 红布 丝带 红绳")


def xi(words: Words, at: int) -> str | None:
    """系 is jì, to tie, before and behind what is tied (系着围裙, 把绳子系紧), xì elsewhere."""
    following = text(words, at + 1)
    if (
        following.startswith(_TIED)
        or following[-1:] in {"带", "绳", "裙", "巾"}
        or following in {"紧", "牢", "扣"}
    ):
        return "jì"
    done = following in {"着", "上", "好", "了", "在", "个", "成", "住"}
    return "jì" if done and (has_after(words, at, _TIED) or has_before(words, at, _TIED)) else None


_GUARDED = word_set(
    """
    牛 羊 鸡 鸭 猪 鱼塘 果园 瓜 瓜地 瓜棚 场院 仓库 工地 大门 摊 摊子 园子 庄稼 粮仓 粮库 水库 菜地 菜园
    苗圃 羊群 牛群
    """
)
_AT_HOME = word_tuple("在家 帮 替 家里 留 照 只能 奶奶 婆婆 老人")


def kan(words: Words, at: int) -> str | None:
    """看 is kān, to watch over, before herds, gardens and stores (看牛, 看鱼塘), kàn, to look, elsewhere."""
    following = text(words, at + 1)
    if following in _GUARDED and tag(words, at - 1) != "p":
        return "kān"
    if (
        tag(words, at + 1) == "x"
        and text(words, at - 1)[-1:] == "人"
        and has_before(words, at, ("孩子", "娃"))
    ):
        return "kān"  # 孩子没人看
    children = following in {"孩子", "娃", "娃娃", "小孩", "孙子", "孙女", "外孙"}
    return "kān" if children and has_before(words, at, _AT_HOME) else None


_GRAINS = word_tuple("米 谷 粮 稻 麦 豆 粟 玉米 小米")


def dan_measure(words: Words, at: int) -> str | None:
    """石 behind a number and before grain is dàn, an old measure (十石谷子), shí, stone, elsewhere."""
    word = text(words, at)
    counted = is_number(words, at - 1) if word == "石" else word[-2] in COUNTING
    if not counted or not text(words, at + 1).startswith(_GRAINS):
        return None
    return " ".join([*syllables(word)[:-1], "dàn"])


_CARRIED = word_tuple("钥匙 手机 包 书包 雨伞 伞 材料 文件 身份证 钱包 东西 帽子 眼镜 本子 卡 药 衣服")


def luo_zai(words: Words, at: int) -> str | None:
    """落在 is là zài, left behind, of what one carries (把钥匙落在家里), luò zài, to fall on, elsewhere."""
    left = has_before(words, at, ("把", "将")) and has_before(words, at, _CARRIED)
    return "là zài" if left else None


def luo(words: Words, at: int) -> str | None:
    """落 is là, to leave out, in 一个不落 and 把钥匙落|在家里, luò elsewhere."""
    forgotten = text(words, at + 1) == "在" and luo_zai(words, at) is not None
    return "là" if forgotten or is_left_out(words, at) else None


def zhang(words: Words, at: int) -> str | None:
    """涨 is zhàng, to swell, behind what swells (泡涨) and before 红 and 满, zhǎng, to rise, elsewhere."""
    swollen = text(words, at - 1)[-1:] in {"泡", "发", "肚"} or text(words, at + 1)[:1] in {"红", "破", "裂"}
    return "zhàng" if swollen else None
