"""Place names: a gazetteer of China's divisions and the spelling of names of a proper and a generic part.

The dictionary of the segmentation tags thousands of common nouns as places (英雄, 城市, 新建), so its tag
alone is no evidence. A word is a place when it is in this gazetteer, or when it is tagged as a place *and*
ends in the name of an administrative level.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.annotate.division_names import PEOPLES, name_parts
from build_scripts.annotate.divisions import divisions, needs_level
from build_scripts.annotate.tables import word_set

# Beside the divisions of China.
_ABROAD = word_set(
    """
    中国 亚洲 欧洲 非洲 美国 英国 法国 德国 俄罗斯 日本 韩国 印度 越南 老挝 泰国 新加坡 加拿大 澳大利亚 意大利
    番禺
    """
)
_PEOPLES = "|".join(PEOPLES)
_LEVELS = "特别行政区|自治区|自治州|自治县|自治旗|地区|林区|街道|社区|苏木|省|市|县|区|镇|乡|村|盟|旗"
_SPLIT = re.compile(rf"(?P<name>.+?)(?P<peoples>(?:{_PEOPLES})*)(?P<level>{_LEVELS})")
# Tagged as places by the dictionary and ending in a level, but common nouns.
_COMMON = word_set(
    """
    城市 都市 山区 城区 市区 地区 林区 灾区 湖区 园区 小区 老区 库区 苏区 景区 片区 校区 社区 大都市
    文明城市 自治州 自治县 自治区 乡镇 城镇 古镇 重镇 山镇 镇村 乡村 山村 农村 新村 渔村 美丽乡村
    新建村 贫困村 空壳村 神州 九州 上市 门市 超市 入市 五县 全县 各县 本县 强县 大县 市县 县市 县区
    市州 塘村 小村 名村 行政村 上山下乡 返乡 下乡
    """
)
_WHOLE = frozenset({"景德镇"})
_NOT_IN_NAMES = re.compile(
    r"[0-9一二两三四五六七八九十百千万每各该全个名从至对以在将使获\s]|家省|全市|全县|全省"
)
_NUMBERED_NAME = re.compile(r"[三五七八九][^县市省区]{1,2}[村镇乡]")


# Names of divisions that are common nouns as well: only their neighbours tell which is meant.
COMMON_FULL = word_set("城区 郊区 矿区 东区 西区 南区 北区 新城区 老城区 城中区 城关区 市中区 向阳区 和县")
"""Full names of divisions that are common nouns as well."""


def _gazetteer() -> frozenset[str]:
    """Every full name, and the short form (湖南) of those that cannot be mistaken."""
    known = divisions()
    full = {name for name in known.full if len(name) > 2 or name in TWO_CHARACTERS} - COMMON_FULL
    short = {
        name
        for name, codes in known.short.items()
        if len(name) > 1
        and name not in needs_level()
        and any(name_parts(known.by_code[code].name).generic not in _OF_TOWNS for code in codes)
    }
    return frozenset(full | short | _ABROAD)


TWO_CHARACTERS = word_set("南县 道县 攸县 澧县 单县 任县 莘县 浚县 蔚县 歙县")
"""Counties of one syllable that no text has by chance (unlike 和县 “and the county”)."""

# Districts of a town are never called by their proper name alone: 芙蓉, 朝阳.
_OF_TOWNS = frozenset({"区", "新区", "矿区", "林区"})

GAZETTEER: frozenset[str] = _gazetteer()
"""Names known as places whatever the segmentation says; it is taught them, so it keeps them whole."""


@lru_cache(maxsize=16384)
def is_place(word: str, tag: str) -> bool:
    """Tell whether ``word``, tagged ``tag`` (ICTCLAS, ``ns`` for places), is a place name.

    >>> is_place("云溪县", "ns"), is_place("城市", "ns"), is_place("怀化", "n")
    (True, False, True)
    """
    if word in GAZETTEER:
        return True
    if tag != "ns" or word in _COMMON:
        return False
    match = _SPLIT.fullmatch(word)
    if match is None or len(match["name"]) < 2 or match["name"] in _COMMON or match["level"] == "社区":
        return False
    # 三旺村 is a name, 三县 and 五省 are counts; 至镇村 is a slip of the segmentation.
    return not _NOT_IN_NAMES.search(match["name"]) or bool(_NUMBERED_NAME.fullmatch(word))


def is_name_before_level(word: str, tag: str, known: bool) -> bool:
    """Tell whether ``word`` may be the proper part of a name whose level stands as the next word (清江 镇).

    ``known``: the word is in the dictionary; a word the segmentation guessed is taken as a name as well.
    """
    if not 2 <= len(word) <= 3 or word in _COMMON or _NOT_IN_NAMES.search(word):
        return False
    return word in GAZETTEER or (tag == "ns" and not _SPLIT.fullmatch(word)) or (tag == "n" and not known)


def parts(word: str) -> tuple[str, ...]:
    """The parts of a place name that are written apart in pinyin.

    >>> parts("怀化市"), parts("芷江侗族自治县"), parts("湖南")
    (('怀化', '市'), ('芷江', '侗族', '自治县'), ('湖南',))
    """
    named = name_parts(word)
    known = divisions()
    # 湘西州 and 麻阳县 stand for longer names; 广州 and 贵州 are whole.
    if len(word) > 2 and (
        word in known.full or (word in known.short and named.generic in ("州", "县", "旗"))
    ):
        return (named.proper, *named.peoples, named.generic)
    match = _SPLIT.fullmatch(word)
    # 宁乡, 景德镇 are names as a whole; of one-syllable names only counties (攸县) are written apart.
    if match is None or word in _WHOLE or (len(match["name"]) == 1 and match["level"] != "县"):
        return (word,)
    return (match["name"], *re.findall(_PEOPLES, match["peoples"]), match["level"])
