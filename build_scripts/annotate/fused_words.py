"""Two words that are a word of the dictionary by chance: 灵活|地面|对, 各项|目的|八强, 将就|此事.

Made like :mod:`build_scripts.annotate.function_words`.
"""

from __future__ import annotations

from build_scripts.annotate.neighbours import NOUNS, Words, clause, tag, text
from build_scripts.annotate.tables import word_set

# 地 and a verb that are a word by chance, and what stands behind them then: 灵活|地面|对, 满意|地点|了|点头.
_FUSED = {
    "地面": ("miàn", ("对", "向", "临", "世")),
    "地点": ("diǎn", ("了",)),
    "地带": ("dài", ("着", "领", "动", "头", "回", "走")),
    "地下": ("xià", ("个", "了", "起")),
    "地上": ("shàng", ("路", "前", "台", "车", "楼")),
    "地拉": ("lā", ("着", "起", "了", "住", "开", "到")),
    "地富": ("fù", ("了", "起")),
    "地表": ("biǎo", ("示", "现", "演", "达", "明")),
    "地主": ("zhǔ", ("动", "张", "持")),
}
FUSED = tuple(_FUSED)
"""Words that may be 地, the particle, and a verb."""


def fused(words: Words, at: int) -> str | None:
    """地面, 地带 and their like are the particle and a verb behind a description (激动|地带|着|乡音)."""
    verb, behind = _FUSED.get(text(words, at), ("", ()))
    before, description = tag(words, at - 1), text(words, at - 1)
    following = text(words, at + 1)
    if not behind or not following.startswith(behind):
        return None
    if text(words, at) == "地点" and text(words, at + 2)[:1] != "点":
        return None
    described = before in {"a", "ad", "an", "c", "d", "z", "i", "l"} or (
        before in {"v", "vn", "n"} and len(description) in {2, 4} and text(words, at) != "地下"
    )
    plain_noun = before == "n" and len(description) == 2
    return f"de {verb}" if (described and not plain_noun) or following == "世" else None


def mu_di(words: Words, at: int) -> str | None:
    """目的 is mùdì, the aim; behind 项, 节 and their like 目 is theirs, 的 the particle (各项|目的|八强)."""
    return "mù de" if text(words, at - 1)[-1:] in _HEADINGS and text(words, at - 1) else None


_HEADINGS = frozenset("项名条剧账节栏题科书曲篇纲细眉耳数价")


def jiang_jiu(words: Words, at: int) -> str | None:
    """将就 is jiāngjiu, to make do; before what one talks about it is two words (将|就|此事|举行会谈)."""
    topic = tag(words, at + 1) in NOUNS or text(words, at + 1) in {"此", "这", "该", "有关", "进一步", "打击"}
    return "jiāng jiù" if topic and len(clause(words, at, 1)) > 1 else None


def ying_dui(words: Words, at: int) -> str | None:
    """应对 is yìngduì, to answer to; before what has to be done it is two words (应|对|企业|进行检查)."""
    done = any(word.text in _DONE_TO for word in clause(words, at, 1)[1:9])
    return "yīng duì" if done else None


_DONE_TO = word_set("予以 给予 加以 实行 采取 作出 引起 进行 负责 承担 提出 开展 实施 保持 处以 追究 规定")
