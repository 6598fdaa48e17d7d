"""Place names: a small gazetteer and the spelling of names that consist of a proper and a generic part.

The dictionary of the segmentation tags thousands of common nouns as places (英雄, 城市, 新建), so its tag
alone is no evidence. A word is a place when it is in this gazetteer, or when it is tagged as a place *and*
ends in the name of an administrative level.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.annotate.tables import word_set

_PROVINCES = """
北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省
河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 内蒙古自治区
广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区 香港特别行政区 澳门特别行政区
"""
_HUNAN = """
长沙市 芙蓉区 天心区 岳麓区 开福区 雨花区 望城区 长沙县 浏阳市 宁乡市
株洲市 荷塘区 芦淞区 石峰区 天元区 渌口区 醴陵市 攸县 茶陵县 炎陵县
湘潭市 雨湖区 岳塘区 湘乡市 韶山市 湘潭县
衡阳市 南岳区 珠晖区 雁峰区 石鼓区 蒸湘区 耒阳市 常宁市 衡阳县 衡南县 衡山县 衡东县 祁东县
邵阳市 双清区 大祥区 北塔区 邵东市 武冈市 新邵县 邵阳县 隆回县 洞口县 绥宁县 新宁县 城步苗族自治县
岳阳市 岳阳楼区 云溪区 君山区 汨罗市 临湘市 岳阳县 华容县 湘阴县 平江县
常德市 武陵区 鼎城区 津市市 安乡县 汉寿县 澧县 临澧县 桃源县 石门县
张家界市 永定区 武陵源区 慈利县 桑植县
益阳市 资阳区 赫山区 沅江市 南县 桃江县 安化县
郴州市 北湖区 苏仙区 资兴市 桂阳县 宜章县 永兴县 嘉禾县 临武县 汝城县 桂东县 安仁县
永州市 零陵区 冷水滩区 祁阳市 东安县 双牌县 道县 江永县 宁远县 蓝山县 新田县 江华瑶族自治县
怀化市 鹤城区 洪江市 中方县 沅陵县 辰溪县 溆浦县 会同县 麻阳苗族自治县 新晃侗族自治县 芷江侗族自治县
靖州苗族侗族自治县 通道侗族自治县
娄底市 娄星区 冷水江市 涟源市 双峰县 新化县
湘西土家族苗族自治州 吉首市 泸溪县 凤凰县 花垣县 保靖县 古丈县 永顺县 龙山县
"""
_ELSEWHERE = """
中国 亚洲 欧洲 非洲 美国 英国 法国 德国 俄罗斯 日本 韩国 印度 越南 老挝 泰国 新加坡 加拿大 澳大利亚 意大利
西安 武汉 广州 深圳 南京 杭州 成都 昆明 贵阳 南昌 南宁 福州 济南 郑州 石家庄 太原 合肥 沈阳 长春 哈尔滨
兰州 西宁 银川 拉萨 乌鲁木齐 呼和浩特 海口 苏州 无锡 青岛 大连 厦门 宁波 东莞 佛山 珠海 延安 井冈山
枞阳 洪洞 六安 铅山 番禺 台州 丽水 乐清 亳州 监利 蚌埠 儋州 任丘 华阴
枞阳县 洪洞县 六安市 铅山县 番禺区 台州市 丽水市 乐清市 乐陵市 亳州市 监利市 蚌埠市 儋州市 任丘市 任县
单县 莘县 浚县 蔚县 歙县 长垣市 长治市 中牟县 大城县 东阿县 涡阳县 华阴市 西安市 武汉市 广州市 深圳市
"""
# Without the level these are ordinary words (通道 "passage", 会同 "together with"): the full name is a place.
_AMBIGUOUS = word_set(
    """
    会同 通道 中方 凤凰 道 南 攸 澧 洞口 新田 东安 安仁 永兴 永顺 平江 石门 桃源 新宁 双牌 双峰 新化
    古丈 任 单 莘 浚 蔚 歙 大城 长治 安乡 安化 江永 蓝山 龙山 嘉禾 资兴 临武 华容 南岳 津市
    """
)
_PEOPLES = "土家族|苗族|侗族|瑶族|壮族|回族|维吾尔"
_LEVELS = "特别行政区|自治区|自治州|自治县|街道|社区|省|市|县|区|镇|乡|村|盟|旗"
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


def _gazetteer() -> frozenset[str]:
    """Every full name, and the short form (湖南) of those that cannot be mistaken."""
    full = [name for block in (_PROVINCES, _HUNAN, _ELSEWHERE) for name in block.split()]
    short = {
        match["name"]
        for name in full
        if (match := _SPLIT.fullmatch(name)) and match["level"] != "区" and match["name"] not in _AMBIGUOUS
    }
    return frozenset(full) | {name for name in short if len(name) > 1}


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
    match = _SPLIT.fullmatch(word)
    # 宁乡, 景德镇 are names as a whole; of one-syllable names only counties (攸县) are written apart.
    if match is None or word in _WHOLE or (len(match["name"]) == 1 and match["level"] != "县"):
        return (word,)
    return (match["name"], *re.findall(_PEOPLES, match["peoples"]), match["level"])
