"""The character 当 as a word and in words: dāng, to be, to serve as, and dàng, to take as, the same (day).

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import Words, clause, is_number, tag, text
from build_scripts.annotate.tables import word_set, word_tuple

_TAKEN_AS = word_set(
    """
    教材 回事 耳旁风 耳边风 笑话 亲人 自家 自己 儿戏 宝 宝贝 真 摆设 抓手 家 饭吃 亲生 亲儿子 亲闺女
    任务 负担 外人
    一回事 过场 口号 幌子 挡箭牌 包袱 累赘
    """
)
_TREATED = word_set("烧 吃 喝 枪使 饭吃 垫 看 看待 对待 用 使 使唤 养 办 来看 来办 来抓 处理 供着")
# Behind these 当 is the last part of a word that was cut: 又快又稳|当.
_STEADY = frozenset("稳妥停便顺")


_POSTS = (
    "长",
    "员",
    "书记",
    "主任",
    "师",
    "顾问",
    "助理",
    "干部",
    "代表",
    "专干",
    "会计",
    "经理",
    "红娘",
    "秘书",
    "翻译",
    "向导",
    "保姆",
    "兵",
)
_CALLING = word_set("请 请回 请来 选 派 聘 招 叫 推选 选派 动员 引 请到 劝 劝回")


def dang(words: Words, at: int) -> str | None:
    """当 is dàng, to take as, in 把…当…, 当…看待 and before what something passes for; dāng elsewhere."""
    before, following = text(words, at - 1), text(words, at + 1)
    if before[-1:] in _STEADY and before[-1:] and tag(words, at + 1) in {"x", "uj", "ul", "d"}:
        return "dang"
    if following[:1] == "月" and following[1:2] != "球":
        return "dàng"  # 当|月工资
    if before in {"了", "过", "他", "大"} and text(words, at - 2) == "上":
        return "dàng"  # 上了当
    earlier = {word.text for word in clause(words, at, -1)}
    called = before.endswith(("来", "去", "选", "请", "回", "派", "抽", "叫"))  # 请回来当讲解员
    posted = following.endswith(_POSTS) and (_CALLING | {"被"}) & earlier  # 请回村当书记
    called = called or bool(posted) or following == "了"
    if ({"把", "拿", "被", "以"} & earlier and not called) or following in _TAKEN_AS:
        return "dàng"
    if is_number(words, at - 2) and is_number(words, at + 1):
        return "dàng"  # 一个人当两个人用
    if following in {"柴烧", "饭吃", "水喝", "枪使"}:
        return "dàng"
    behind = clause(words, at, 1)[:6]
    treated = len(behind) > 1 and behind[0].tag[0] in "nrm" and any(w.text in _TREATED for w in behind[1:])
    return "dàng" if treated and before != "谁" else None


_YIELDS = word_tuple(
    """
    投产 见效 建成 实现 脱贫 完成 增收 分红 达产 开工 投入 受益 收益 挂果 种 栽 收 还 签约 立项 申报
    建设 交付 竣工 启动
    见 出栏 上市 回本 盈利 新增 销售 产值 收入 利润 产量 预算 招生 签 落地 验收 毕业
    """
)
_AT_ONCE = frozenset({"就", "即", "便", "才", "可", "又", "即可", "全部", "全"})


def dang_nian(words: Words, at: int) -> str | None:
    """当年 is dàngnián, the same year, before what was done in it (当年建成), else dāngnián, long ago."""
    near = [word.text for word in (*clause(words, at, -1)[:6], *clause(words, at, 1)[:6])]
    ahead = at + 2 if text(words, at + 1) in _AT_ONCE else at + 1
    yields = text(words, ahead).startswith(_YIELDS)
    year = text(words, at - 1)[-1:] == "年" and is_number(words, at - 1)
    return "dàng nián" if yields or "当年" in near or year else None


def bu_dang(words: Words, at: int) -> str | None:
    """不当 is bù dāng, not to be, before an office or a pointer (不当那个官), bùdàng, improper, elsewhere."""
    serves = tag(words, at + 1) in {"r", "nr", "ul", "m"} or text(words, at + 1) in _SERVED
    return "bù dāng" if serves or text(words, at + 1) in {"“", "‘", "『"} else None


_SERVED = word_set(
    """
    官 干部 兵 组长 村长 书记 支书 主任 队长 老板 老师 会计 老好人 代表 村官 教师 医生 工人 农民
    甩手掌柜 看客 旁观者
    """
)
