"""The administrative divisions: complete, each in its place, with its names in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from build_scripts.annotate.division_names import name_parts, short_names
from build_scripts.annotate.divisions import (
    Level,
    division,
    divisions,
    lineage,
    needs_level,
    other_names,
    township_names,
)
from build_scripts.annotate.place_names import place_english, place_pinyin
from build_scripts.annotate.segment import segments


def test_all_levels_are_there() -> None:
    levels = Counter(one.level for one in divisions().by_code.values())
    assert levels[Level.PROVINCE] == 34
    assert levels[Level.PREFECTURE] > 330
    assert levels[Level.COUNTY] > 2_800
    assert sum(map(len, township_names().values())) > 38_000


def test_every_division_but_a_province_lies_in_one_above_it() -> None:
    order = list(Level)
    codes = [*divisions().by_code, *(code for codes in township_names().values() for code in codes[:1])]
    for code in codes:
        one = division(code)
        assert one is not None
        above = lineage(code)
        assert bool(above) == (one.level is not Level.PROVINCE), code
        levels = [order.index(found.level) for other in (code, *above) if (found := division(other))]
        assert levels == sorted(levels, reverse=True) and levels[-1] == 0, code


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("430524117", ["隆回县", "邵阳市", "湖南省"]),
        ("110105", ["北京市"]),  # no prefecture between a district and its municipality
        ("429004", ["湖北省"]),  # nor between a province and a city it administers itself
        ("431271101", []),  # no township of that code
    ],
)
def test_the_hierarchy(code: str, path: list[str]) -> None:
    if division(code) is not None:
        assert [found.name for other in lineage(code) if (found := division(other))] == path
    else:
        assert path == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("湖南省", ("湖南",)),
        ("内蒙古自治区", ("内蒙古",)),
        ("新疆维吾尔自治区", ("新疆",)),
        ("香港特别行政区", ("香港",)),
        ("大兴安岭地区", ("大兴安岭",)),
        ("锡林郭勒盟", ("锡林郭勒",)),
        ("积石山保安族东乡族撒拉族自治县", ("积石山", "积石山县")),
        ("东乡族自治县", ("东乡县",)),
        ("鄂温克族自治旗", ("鄂温克旗",)),
        ("神农架林区", ("神农架",)),
        ("浦东新区", ("浦东",)),
        ("津市市", ("津市",)),
        ("道县", ()),
    ],
)
def test_short_names(name: str, short: tuple[str, ...]) -> None:
    assert short_names(name) == short


@pytest.mark.parametrize(
    ("code", "english"),
    [
        ("430000", "Hunan Province"),
        ("110000", "Beijing"),
        ("150000", "Inner Mongolia Autonomous Region"),
        ("540000", "Tibet (Xizang) Autonomous Region"),
        ("810000", "Hong Kong Special Administrative Region"),
        ("610000", "Shaanxi Province"),
        ("140000", "Shanxi Province"),
        ("431200", "Huaihua City"),
        ("610100", "Xi'an City"),
        ("433100", "Xiangxi Tujia and Miao Autonomous Prefecture"),
        ("431229", "Jingzhou Miao and Dong Autonomous County"),
        ("430212", "Lukou District"),
        ("141100", "Lüliang City"),
        ("430524201", "Huxingshan Yao Ethnic Township"),
        ("430524117", "Qijiang Town"),
        ("430524001", "Taohuaping Subdistrict"),
    ],
)
def test_english_names(code: str, english: str) -> None:
    assert place_english(code) == english


def test_no_english_name_holds_chinese_or_a_tone() -> None:
    for code in divisions().by_code:
        name = place_english(code)
        assert name and name[0].isupper(), code
        assert not set(name) - set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'’- (),üÜêÊ"), name


def test_pinyin_parts_the_level() -> None:
    assert place_pinyin("150000").endswith(" Zìzhìqū")
    assert place_pinyin("310115") == "Pǔdōng Xīnqū"
    assert place_pinyin("430524") == "Lónghuí Xiàn"


def test_other_names_lead_to_divisions_that_are() -> None:
    known = divisions()
    for other in other_names():
        assert other.code in known.by_code, other
        assert other.name not in {one.name for one in known.by_code.values()}, other
        assert other.year.isdigit() and other.change in {"renamed", "merged", "divided"}, other
    assert known.full["株洲县"] == ("430212",)


def test_words_that_need_their_level_are_short_names() -> None:
    shorts = {name_parts(one.name).proper for one in divisions().by_code.values()}
    assert needs_level() <= shorts
    assert {"会同", "通道", "朝阳", "和平", "资源"} <= needs_level()


def test_names_of_divisions_tear_no_other_word() -> None:
    for text, words in {
        "西湖区域发展": ["西湖", "区域", "发展"],
        "合作市场": ["合作", "市场"],
        "资源县域经济": ["资源", "县域", "经济"],
        "沿江西岸": ["沿江", "西岸"],
    }.items():
        assert [segment.text for segment in segments(text)] == words
