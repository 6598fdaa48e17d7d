"""Where a Chinese numeral is no figure, or one that English renders freely: 千方百计, “三会一课”, 统一.

Such a numeral still explains a number of the English (“three meetings and one lecture”).
"""

from __future__ import annotations

import re

from build_scripts.quantities.units import SURE_COUNTERS

_N = "一二三四五六七八九十百千万两"
# Words that hold a numeral which would be read as a count, or which a measure follows: all other numerals
# without a measure are loose anyhow.
_WORDS = re.compile(
    "|".join(
        (
            (
                "第一书记|第一时间|第一线|第一要务|第一产业|第二产业|第三产业|第三方|第二课堂|一把手|"
                "一揽子|一系列|一部分|一方面|另一方面"
            ),
            (
                "四处|四面八方|四通八达|五保户|三口之家|一家人|一家一户|千家万户|家家户户|千人千面|"
                "万人空巷|万元户|百年|千年|万年"
            ),
            (
                "三番五次|三言两语|三天两头|三年五载|三三两两|一时|一年四季|一年一度|一日三餐|"
                "十年如一日|百日|千米|百分百|千百年|千百次|成千上万|千千万万|万千|一亩三分地"
            ),
            (
                "三个代表|四个自信|四个意识|两个维护|两个确立|三大攻坚战|三农|四川|三亚|三明|六安|"
                "九江|十堰|七夕|八卦"
            ),
            (
                "五年规划|五年计划|万一|三七|四六|百姓|百货|百科|千万(?=别|不|要)|十分|十足|百般|"
                "万分|千篇一律|五一|七一|八一|十一(?=长假|黄金周|期间)"
            ),
        )
    )
)
# 三会一课, 四不两直, 一户一策, 千方百计: two numerals, each with one character.
_PAIRED = re.compile(rf"(?<![{_N}\d])(?:[{_N}][^\d\W{_N}]){{2,6}}(?![{_N}])")
# 一横两竖三块, 一肩三挑, 百千万 and the like within a short quotation: a slogan.
_SLOGAN = re.compile(r"[“‘「『][^“”‘’「」『』\d，。；！？]{0,20}[”’」』]")
_TITLE = re.compile(r"《[^《》]{1,60}》")
_MEASURED = re.compile(rf"[{_N}](?:个|名|人|户|年|天|次|项|家|条|件|元|亩|里|所|座|月|日|公|万|岁)$")
# Bounded, so that a text full of opening signs is read in linear time too.
_NOISE = re.compile(r"[a-zA-Z]{2,10}://[^\s，。；、“”（）]+|<!--.{0,400}?-->|\]\([^()\s]{0,400}\)", re.DOTALL)
_NOISY = ("://", "<!--", "](")


def loose_spans(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` whose numerals in characters are no figures, in order of their start.

    Example:
        >>> loose_spans("坚持“三会一课”，千方百计")
        [(2, 8), (3, 7), (9, 13)]
    """
    found = [m.span() for m in _SLOGAN.finditer(text)]
    found += [m.span() for m in _TITLE.finditer(text)]
    found += [m.span() for m in _WORDS.finditer(text)]
    found += [
        (m.start(), m.end() - _counted(m[0])) for m in _PAIRED.finditer(text) if not _counts_twice(m[0])
    ]
    return sorted(found)


def _counts_twice(words: str) -> bool:
    """Whether 三年五个 is two counts with measures, not an idiom."""
    pairs = [words[place : place + 2] for place in range(0, len(words), 2)]
    return all(_MEASURED.match(pair) for pair in pairs) and words[0] not in "一千百万"


def _counted(words: str) -> int:
    """How much of 一横两竖三块 is a count with its measure, behind the phrase."""
    return 2 if len(words) > 4 and words[-1] in SURE_COUNTERS else 0


def without_noise(text: str) -> str:
    """``text`` with addresses, comments and the targets of links blanked, each place as before.

    Example:
        >>> without_noise("见[表](t2.html)，12户")
        '见[表          ，12户'
    """
    if not any(sign in text for sign in _NOISY):
        return text
    return _NOISE.sub(lambda found: " " * len(found[0]), text)
