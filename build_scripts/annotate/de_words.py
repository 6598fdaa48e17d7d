"""The character 得 as a word and in words: de, the particle, dé, to gain, and děi, must.

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.complements import MUST_BEHIND, TELLING, by_complement, is_cost, is_got
from build_scripts.annotate.neighbours import (
    NOUNS,
    Words,
    is_number,
    tag,
    text,
)
from build_scripts.annotate.segment import has_han, is_known, tag_of
from build_scripts.annotate.syllables import syllables
from build_scripts.annotate.tables import word_set

_GAINS = word_set("红利 实惠 高分 满分 奖 分 病 益 利 民心 人心 奖励 大奖 第一 头奖 便宜 好处 发展 甜头 温饱")


def de(words: Words, at: int) -> str | None:
    """得 is de before a complement (干得好), děi, must, before a verb (得有人管), dé, to gain, before a noun.

    Behind a noun the kind of word that follows decides: 群众得实惠 dé, 话得说清楚 děi, 猪养得肥壮 de.
    """
    verb, before, after = text(words, at - 1), tag(words, at - 1), tag(words, at + 1)
    following = text(words, at + 1)
    if found := by_complement(words, at) or _de_told(words, at) or _de_by_kind(words, at):
        return found
    if before[0] in "nr" and len(verb) > 1 and has_han(verb) and not is_known(verb):
        # A guess has drawn the verb into the name before it (老苗急|得), or there is none (西家|得|了).
        verb, before = verb[-1], tag_of(verb[-1])
        if following == "了" and not before.startswith(("v", "a")):
            return "dé"
    if verb in MUST_BEHIND:
        return "dé" if following in _GAINS else "děi"
    if before in {"x", "r", "t", "uj", "c", "f", "s"}:
        to_do = after.startswith(("v", "p", "d", "r")) or following in {"上", "下"}
        return "děi" if to_do and following not in _GAINS else "dé"
    if has_han(verb) and following in _POSSIBLE and (len(verb) == 1 or not is_known(verb)):
        return "de"  # 热得起来; 人进|得|来
    if before == "vn" and after in {"v", "p"} and following[0] not in "更很太":
        return "děi"  # 工作得讲方法
    if len(verb) == 1 and before in {"n", "q", "p", "m"} and after in {"a", "i", "l", "z", "d", "zg", "nr"}:
        return "de"  # 柴火码得整齐
    alone = len(verb) == 1 and before not in {"n", "m", "q"} and has_han(verb)
    if alone or verb == "数" or before.startswith(("v", "a")):
        return "dé" if after in {"m", "n"} and len(verb) > 1 else "de"
    if before not in NOUNS:
        return "de" if has_han(verb) else "dé"
    if following in _DEGREES or after in {"i", "l", "z", "a"}:
        return "de"  # 周敏算|得|更细: the verb is drawn into the name
    if len(verb) == 1 and verb not in _THINGS and after == "m":
        return "de"  # 烙|得|两面焦黄: a verb that the dictionary has as a noun
    return "děi" if following not in _GAINS and after in {"v", "p", "d"} else "dé"


def _de_told(words: Words, at: int) -> str | None:
    """The reading of 得 where one word beside it tells, whatever else the clause has; else None."""
    verb, before, after = text(words, at - 1), tag(words, at - 1), tag(words, at + 1)
    following = text(words, at + 1)
    if verb in {"”", "』"} and text(words, at - 3) in {"“", "『"} and after[0] in "vai":
        return "de"  # “听”得见
    if following in _DEGREES_OF and before[0] in "va" and verb not in {"要", "会", "能", "可"}:
        return "de"  # 严重得多, 回答得十分干脆, 定得很急
    if following in _LIKE and before[0] in "nvaz" and len(verb) + (before[0] == "v") > 1:
        return "de"  # 冰冻得像面条
    if following == "一片" and before[0] in "va":
        return "de"  # 照耀得一片灿烂
    if verb in {"深", "颇"} and after[0] in "nr" and following[0] not in "很不多":
        return "dé"  # 深得群众信任
    if len(verb) == 1 and before == "v" and following[:1].isdigit() and verb in _COLLECTED:
        return "dé"  # 筹得40万元
    costly = is_number(words, at + 1) or tag(words, at + 1) == "t"
    if costly and is_cost(words, at + 1) and not (before == "v" and len(verb) == 1):
        return "děi"  # 来回得一个多小时
    if (
        following in {"了", "过"}
        and (before in {"nr", "nrfg", "n", "r", "x", "m", "q", "t", "d"} or verb in TELLING)
        and is_got(words, at + 2)
    ):
        return "dé"  # 应桂芝得了尿毒症
    if (
        before == "v"
        and len(verb) == 2
        and verb[-1] in _OBJECTS
        and (after[0] in "vp" or following[:1] == "带")
        and following not in _POSSIBLE
    ):
        return "děi"  # 敲门|得|使劲
    if verb in {"人", "车", "你", "我", "他", "她", "咱"} and (after[0] == "v" or following in _POSSIBLE):
        return "děi"  # 人得下来牵着马
    if before == "x" and after == "m" and text(words, at + 3) == "地":
        return "děi"  # 得一代一代地传
    if verb == "说" and following in {"找", "问", "等", "先", "交", "让", "由", "去"}:
        return "děi"  # 镇里说|得问指挥部
    if verb in _FEELINGS and not (after == "n" and len(following) > 1):
        return "de"  # 叔叔气得指着他骂
    if verb == "分" and following[:1] in {"均", "匀", "平", "清", "开", "出"}:
        return "de"
    if verb == "分" and (after in {"n", "m", "nr", "nz"} or following in _GAINS or following[:1] in _COUNTS):
        return "dé"  # 分|得|红利
    return None


# What verbs of two characters have as their object: 敲门, 走路, 吃饭.
_OBJECTS = frozenset("门路饭话人事山水车课学酒烟茶班工地河船店货菜田秧树鱼羊牛钱账债婚亲客礼席戏城街楼村")

# Verbs that the segmentation has as nouns and adjectives.
_VERBS_AS_NOUNS = frozenset("舞歌雕刻锈绣学运画问记量闹飞省理炸榨淋耙结旱扛踩丢护刷晾烘剁砌绑掉藏种编织锄锁")
_DEGREES_OF = word_set(
    "多 多了 十分 很 太 非常 过 更 更加 极 极其 极为 相当 格外 特别 比较 较 如此 这么 那么 这样 那样 愈"
)
_LIKE = word_set("像 如 近乎 几乎 好像 仿佛 犹如 如同 就像 好似 不像 不亚于 不能再")
_COUNTS = frozenset("一二两三四五六七八九十百几半0123456789")
_COLLECTED = frozenset("筹募偷占卖售捐拍借挣")
_MATTERS = word_set("头疼脑热 头痛脑热 小病 急事 儿 事 事儿 这事 那事 话 活儿 钱 路 日子 问题 孩子 病 账")
# 得 is a character of given names behind a surname: 得才, 得福.
_IN_NAMES = frozenset("才胜福贵财志水宝喜金旺顺银海林明华草根")
_NAMED = frozenset(
    "王李张刘陈杨赵黄周吴徐孙马牛朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾魏肖田董袁潘蒋蔡余杜叶程苏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤邢"
)


def _de_by_kind(words: Words, at: int) -> str | None:
    """The reading of 得 told by the kind of word before it: a name, a verb tagged as a noun, a matter."""
    verb, before, after = text(words, at - 1), tag(words, at - 1), tag(words, at + 1)
    following = text(words, at + 1)
    if following[:1] in _IN_NAMES and verb[-1:] in _NAMED and before[0] == "n" and following:
        return "dé"  # 牛|得|才
    if verb in _VERBS_AS_NOUNS:
        return "de"
    if verb in _MATTERS and after[0] in "vpdri" and following not in _GAINS:
        return "děi"  # 这事儿得从头说起
    if before == "r" and following == text(words, at + 2) and after == "m":
        return "děi"  # 咱得一笔一笔算
    return None


_FEELINGS = frozenset("旱涝堵挤慌闲气急乐累吓冻饿热冷疼痛羞馋渴困烫晒")


# Nouns of one character that may have something to gain or to do.
_THINGS = frozenset(
    "人家村户钱事活病话路车饭水地田牛羊猪鸡鱼粮米菜药书信厂店校县乡镇省市国党男女娃爹娘妈爸哥姐弟妹心眼手脚"
)


_POSSIBLE = word_set(
    """
    来 去 进 出 进来 起来 下来 下去 出来 进去 上来 过来 过去 住 了
    着 起 上 下 动 到 开 成 完 清 准 稳 快 好 久
    """
)


_DEGREES = word_set("更 更细 更加 很 最 非常 十分 太 特别 极 相当 格外")


def de_chu(words: Words, at: int) -> str | None:
    """得出 and 得来 have de behind a verb of one character (搬得出, 进得来), dé, to arrive at, elsewhere."""
    verb, direction = text(words, at - 1), {"出": "chū", "来": "lái"}[text(words, at)[-1]]
    if verb in {"都", "就", "也", "还", "总"} and tag(words, at + 1)[:1] in "nv":
        return f"děi {direction}"  # 家家都得|出工
    possible = len(verb) == 1 and has_han(verb) and tag(words, at - 1) not in {"d", "r", "p", "c", "f", "s"}
    return f"de {direction}" if possible else None


_WITHIN_REACH = frozenset("办找做看听想买吃用够摸感料谈收达遇碰抓顾买见说学管靠逮走跑来赶做")


def de_dao(words: Words, at: int) -> str | None:
    """得到 is de dào behind what one can do (办得到, 找得到), dédào, to get, elsewhere."""
    verb = text(words, at - 1)
    return "de dào" if verb in _WITHIN_REACH and tag(words, at - 1)[0] in "vp" else None


def de_duo(words: Words, at: int) -> str | None:
    """A verb with 得 that is one word (赢得, 变得) before how it is done (赢得很漂亮): de."""
    word = text(words, at)
    how = text(words, at + 1) in _DEGREES_OF or text(words, at + 1) in {
        "并不",
        "漂亮",
        "干脆",
        "轻松",
        "艰难",
    }
    noun = tag(words, at + 2)[0] == "n" and text(words, at + 1) in {"更", "较", "很"}
    return f"{syllables(word[0])[0]} de" if how and not noun else None


def de_dang(words: Words, at: int) -> str | None:
    """得当 is dédàng, apt, but děi dāng, must be, behind 也, 都, 就 and their like (家不好当也得当)."""
    return "děi dāng" if text(words, at - 1) in {"也", "都", "就", "还", "又", "总", "先"} else None
