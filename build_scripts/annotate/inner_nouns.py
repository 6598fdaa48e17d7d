"""Readings by place inside a word, second part: characters that are one thing as a noun, another as a verb.

Made like :mod:`build_scripts.annotate.inner`: each rule is asked where no phrase data knows the whole word.
"""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.annotate.segment import is_known, tag_of

InnerRule = Callable[[str, int], str | None]


def _ending(reading: str, before: str, elsewhere: str) -> InnerRule:
    """``reading`` at the end of a word behind one of the characters in ``before``, else ``elsewhere``."""

    def rule(word: str, at: int) -> str:
        return reading if at == len(word) - 1 and word[at - 1] in before and at else elsewhere

    return rule


def _xiang(word: str, at: int) -> str | None:
    """相 is xiàng, looks, at the end of a word (吃相, 贫相), xiāng, each other, elsewhere and in 互相."""
    if at == 0:
        return "xiàng" if word[1] in "面册片机声术貌框夫公" else "xiāng"
    last = at == len(word) - 1
    return "xiàng" if last and word[at - 1] not in "互竞争交自两各遥彼不将已未" else "xiāng"


def _jia(word: str, at: int) -> str | None:
    """假 is jià, leave, behind its kind (产假, 育儿假) and before 期 and 日, jiǎ, false, elsewhere."""
    if at == 0:
        return "jià" if word[1] in "期日条" else "jiǎ"
    kinds = "休放请度产病事年寒暑婚丧公亲伤儿理长节春秋补调收续销告例探育生陪周月薪期"
    return "jià" if at == len(word) - 1 and word[at - 1] in kinds else "jiǎ"


def _juan(word: str, at: int) -> str | None:
    """卷 is juàn, papers, at the end of a word and in 卷宗 (批卷, 考试卷), juǎn, to roll, elsewhere."""
    if at == 0:
        return "juàn" if word[1] in "宗帙面" else "juǎn"
    rolled = "花春蛋胶烟席漫翻舒盖饼铺肉菜发龙毛内裹收纸风手"
    return "juàn" if at == len(word) - 1 and word[at - 1] not in rolled else "juǎn"


def _chuang(word: str, at: int) -> str | None:
    """创 is chuāng, a wound, in words of medicine (创面, 微创), chuàng, to found, elsewhere."""
    if at == 0:
        return "chuāng" if word[1] in "伤口面痕" else "chuàng"
    return "chuāng" if word[at - 1] in "微重清烧刀外受" and word[at - 1 : at + 3] != "受创新" else "chuàng"


def _jin_strong(word: str, at: int) -> str | None:
    """劲 is jìng, strong, in 强劲, 劲旅; jìn, strength, elsewhere (干劲, 使劲)."""
    if at == 0:
        return "jìng" if word[1] in "旅风敌爆挺烈拔急松草射舞歌升吹" else "jìn"
    return "jìng" if word[at - 1] in "强苍刚遒雄疾" else "jìn"


def _ai(word: str, at: int) -> str | None:
    """挨 is ái, to suffer, before what is suffered (挨饿, 挨批), āi, next to, elsewhere."""
    return "ái" if at == 0 and word[1] in "打骂饿批斗整揍宰冻罚说训淋挤板欺过熬" else "āi"


def _shu(word: str, at: int) -> str | None:
    """数 is shù, several, before what is counted: 数小时, 数十家."""
    return "shù" if at == 0 and word[1] in "十百千万亿年月日天个名次人种家倍小周公处件起" else None


def _zhong(word: str, at: int) -> str | None:
    """中 is zhòng, to be hit, to win, before what befalls one (中签, 中毒性) and in 看不中, 抽中."""
    if at == 0:
        return "zhòng" if word[1] in "毒奖标暑签枪招弹彩计邪伤" else None
    reached = at == len(word) - 1 and (
        word[at - 1] in "看选抽猜投射击考料押" or (word[at - 1] in "得不" and at > 1)
    )
    return "zhòng" if reached and word[0] in "看选抽猜投射击考料押打" else None


def _er(word: str, at: int) -> str | None:
    """儿 within a word is the r of the syllable before it where 个 follows (今儿个)."""
    return "r" if at and word[at + 1 : at + 2] == "个" else None


def _chui(word: str, at: int) -> str | None:
    """圩 is wéi, a dyke, before and behind what belongs to it (圩堤, 联圩), xū, a market, elsewhere."""
    dyke = word[at + 1 : at + 2] in set("堤区田垸岸坝口") or (at and word[at - 1] in "筑联洲修守垸加")
    return "wéi" if dyke else "xū"


def _ning(word: str, at: int) -> str | None:
    """宁 is nìng, rather, before a verb (宁给, 宁要), níng, peaceful, elsewhere."""
    return "nìng" if at == 0 and word[1] in "给要缺愿肯舍做死可让吃走等多少当负流掉" else "níng"


def _zai(word: str, at: int) -> str | None:
    """载 is zǎi, a year, behind numerals (十载), zài, to carry, elsewhere."""
    counted = at == len(word) - 1 and at and set(word[:at]) <= set("一二两三四五六七八九十百千万几数余半")
    return "zǎi" if counted else None


def _tiao(word: str, at: int) -> str | None:
    """调 is tiáo, to adjust, before what is adjusted and behind how (调压, 微调); else as it is alone."""
    if at == 0:
        return (
            "tiáo"
            if word[1]
            in "压减峰蓄薪琴校快慢宽强增账湿角治级焦优轻质匀味料色温速节和解整控制理皮停低高好准配养"
            else None
        )
    return "tiáo" if at == len(word) - 1 and word[at - 1] in "谐空微烹失协雨可气联" else None


def _bei(word: str, at: int) -> str | None:
    """背 is bēi, to carry, before what comes of it (背坏), bèi, the back, elsewhere."""
    if at == 0 and len(word) == 3 and word[1] in "不得" and word[2] in "动起走上了":
        return "bēi"  # 背不动
    return "bēi" if at == 0 and word[1] in "坏着过了上起来回到走出进满" else None


# Behind these 过 means past, across or more: 越过, 胜过.
_PASSING = frozenset(
    "越经通超路度穿跨胜难渡绕跳翻走飞流掠不透错放熬挺赛强盖高大罪改悔补太再只记闪挨躲驶漫淹没滑擦让迈记带会能要可想得好闯涉挤接碾逃饶递抹扫踏渗刮吹送推放愿该应敢肯夺抓扯端伸转侧别探拉回扭掉抬越跃快人车船"
)


def _guo(word: str, at: int) -> str | None:
    """过 is the neutral particle behind a verb (教过, 背过), guò where it means past or across (越过)."""
    tried = at == 1 and len(word) == 2 and word[0] not in _PASSING
    if at == len(word) - 1 and 3 <= len(word) <= 4 and word[-2] not in _PASSING:
        return "guo" if word[0] in "没未还只曾也都就又早内" else None  # 未用过, 只念过
    if at == 1 and len(word) == 3 and not is_known(word[1:]):
        return "guo" if word[0] not in _PASSING else None  # 写过信
    acts = word[0] in "任用" or tag_of(word[0]).startswith(("v", "t", "f", "a", "n"))
    return "guo" if tried and acts else None


_BENT = frozenset("老小弯屈扭蜷卷歪委虬河红酒麦大制块药神盘心阳棒沿衷款九")


def _qu(word: str, at: int) -> str | None:
    """曲 is qǔ, a tune, at the end of a word and before what is of one (粤曲, 曲谱), qū, bent, elsewhere."""
    if at == 0:
        return "qǔ" if word[1] in "目调艺牌谱名词库风辞子种集式终苑坛" else "qū"
    if word[at + 1 : at + 2] in set("折线解面径直轴柄率度臂") and word[at + 1 :]:
        return "qū"
    return "qǔ" if at == len(word) - 1 and word[at - 1] not in _BENT else None


NOUN_RULES: dict[str, InnerRule] = {
    "相": _xiang,
    "假": _jia,
    "卷": _juan,
    "创": _chuang,
    "劲": _jin_strong,
    "挨": _ai,
    "数": _shu,
    "中": _zhong,
    "儿": _er,
    "圩": _chui,
    "宁": _ning,
    "背": _bei,
    "过": _guo,
    "载": _zai,
    "调": _tiao,
    "参": _ending("shēn", "人党沙丹玄苦海红洋元园刺", "cān"),
    "斗": _ending("dǒu", "漏烟熨车吊料泰北升米风戽", "dòu"),
    "钻": _ending("zuàn", "电手击机气风岩台金", "zuān"),
    "塞": _ending("sài", "要边关出", "sāi"),
    "担": _ending("dàn", "重扁挑货公", "dān"),
    "散": lambda word, at: "sǎn" if at == 0 and word[1] in "座粉匪客户装货打" else None,
    "冠": _ending("guàn", "夺居之连亚季三双全欧争卫问", "guān"),
    "降": lambda word, at: "xiáng" if word[at - 1 : at] in set("投劝归诈乞受招") and at else "jiàng",
    "薄": lambda word, at: "bó" if at == 0 and word[1] in "礼地养酬利弱暮情待技产田雾云命" else None,
    "吐": lambda word, at: "tù" if word[at - 1 : at] in set("呕上催喷") and at else "tǔ",
    "禁": lambda word, at: "jīn" if word[:2] in {"不禁", "弱不", "忍俊", "情不", "喜不"} else "jìn",
    "曲": _qu,
}
"""Character → its rule."""
