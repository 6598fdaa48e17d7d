"""The parts of a division's name, its short name, and its name in English.

In English the proper part is pinyin without tones and the generic part is translated, as in the glossary and
in atlases: Longhui County, Xiangxi Tujia and Miao Autonomous Prefecture. A table of our own
(data/division_names.tsv) holds the names that English has (Inner Mongolia, Hohhot).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PEOPLES: dict[str, str] = {
    "维吾尔族": "Uyghur", "维吾尔": "Uyghur", "哈萨克族": "Kazakh", "哈萨克": "Kazakh",
    "蒙古族": "Mongol", "蒙古": "Mongol", "柯尔克孜": "Kyrgyz", "塔吉克": "Tajik", "锡伯": "Xibe",
    "达斡尔族": "Daur", "鄂温克族": "Evenki", "鄂伦春": "Oroqen", "土家族": "Tujia", "苗族": "Miao",
    "侗族": "Dong", "瑶族": "Yao", "壮族": "Zhuang", "回族": "Hui", "藏族": "Tibetan", "彝族": "Yi",
    "羌族": "Qiang", "布依族": "Buyei", "傣族": "Dai", "景颇族": "Jingpo", "哈尼族": "Hani",
    "白族": "Bai", "傈僳族": "Lisu", "朝鲜族": "Korean", "满族": "Manchu", "畲族": "She", "黎族": "Li",
    "仡佬族": "Gelao", "水族": "Sui", "拉祜族": "Lahu", "佤族": "Va", "布朗族": "Blang",
    "纳西族": "Nakhi", "普米族": "Pumi", "怒族": "Nu", "独龙族": "Derung", "裕固族": "Yugur",
    "东乡族": "Dongxiang", "撒拉族": "Salar", "保安族": "Bonan", "土族": "Tu", "毛南族": "Maonan",
    "仫佬族": "Mulao", "阿昌族": "Achang", "德昂族": "De'ang", "基诺族": "Jino", "俄罗斯族": "Russian",
    "京族": "Gin", "赫哲族": "Nanai", "锡伯族": "Xibe", "各族": "Multi-Ethnic",
}  # fmt: skip
"""The peoples in the names of autonomous divisions, with their names in English; longer names first."""

GENERIC: dict[str, str] = {
    "特别行政区": "Special Administrative Region", "民族乡": "Ethnic Township", "自治区": "Autonomous Region",
    "自治州": "Autonomous Prefecture", "自治县": "Autonomous County", "自治旗": "Autonomous Banner",
    "街道": "Subdistrict", "苏木": "Sum", "地区": "Prefecture", "林区": "Forestry District",
    "矿区": "Mining District", "特区": "Special District", "新区": "New Area", "省": "Province", "市": "City",
    "县": "County", "区": "District", "镇": "Town", "乡": "Township", "盟": "League", "旗": "Banner",
    "州": "Prefecture",
}  # fmt: skip
"""The generic parts of names and their English."""

_TABLE = Path(__file__).parent / "data" / "division_names.tsv"
_SPLIT = re.compile(
    rf"(?P<name>.+?)(?P<peoples>(?:{'|'.join(PEOPLES)})*)(?P<generic>{'|'.join(GENERIC)})", re.DOTALL
)
# The generic part belongs to the proper name: 津市 is a city called so, 沙市区 a district.
_WHOLE_PROPER = frozenset({"津市", "沙市"})
_INNER_MONGOLIA = "内蒙古"


@dataclass(frozen=True, slots=True)
class NameParts:
    """湘西, (土家族, 苗族), 自治州; ``generic`` is empty where a name has none (香港)."""

    proper: str
    peoples: tuple[str, ...]
    generic: str


@lru_cache(maxsize=65536)
def name_parts(name: str) -> NameParts:
    """The parts of a division's full or short name.

    >>> name_parts("芷江侗族自治县")
    NameParts(proper='芷江', peoples=('侗族',), generic='自治县')
    >>> name_parts("津市市").proper, name_parts("怀化").generic
    ('津市', '')
    """
    if name.startswith(_INNER_MONGOLIA):
        return NameParts(_INNER_MONGOLIA, (), name.removeprefix(_INNER_MONGOLIA))
    match = _SPLIT.fullmatch(name)
    if match is None or name in _WHOLE_PROPER:
        return NameParts(name, (), "")
    proper, generic = match["name"], match["generic"]
    if generic in {"新区", "矿区", "林区", "特区", "地区"} and len(proper) == 1:
        proper, generic = name[:-1], "区"  # 新|区 of 大新区: the proper part has two syllables at least
    return NameParts(proper, tuple(re.findall("|".join(PEOPLES), match["peoples"])), generic)


def short_names(name: str) -> tuple[str, ...]:
    """The forms in which a division's name is said without its full generic part, the shortest first.

    >>> short_names("麻阳苗族自治县"), short_names("攸县"), short_names("怀化市")
    (('麻阳', '麻阳县'), (), ('怀化',))
    """
    parts = name_parts(name)
    if len(parts.proper) < 2 or not parts.generic:
        return ()
    said = {"自治州": "州", "自治县": "县", "自治旗": "旗"}.get(parts.generic)
    if parts.proper.endswith("族"):  # 东乡族自治县, 鄂温克族自治旗: the people's name is no place
        return (parts.proper.removesuffix("族") + said,) if said else ()
    return (parts.proper, parts.proper + said) if said else (parts.proper,)


@lru_cache(maxsize=1)
def _special() -> dict[str, str]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


def english_name(name: str, pinyin: str) -> str:
    """The English name of a division.

    Args:
        name: its full Chinese name.
        pinyin: the pinyin, without tones, of the proper part: ``Longhui``.

    >>> english_name("隆回县", "Longhui"), english_name("虎形山瑶族乡", "Huxingshan")
    ('Longhui County', 'Huxingshan Yao Ethnic Township')
    """
    if special := _special().get(name):
        return special
    parts = name_parts(name)
    names = list(dict.fromkeys(PEOPLES[people] for people in parts.peoples))
    listed = " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) if names else ""
    generic = GENERIC.get(parts.generic, "")
    if listed and parts.generic == "乡":
        generic = "Ethnic Township"
    return " ".join(part for part in (pinyin, listed, generic) if part)
