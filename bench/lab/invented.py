"""Invented lines that damages put into documents: captions, headlines, names."""

from __future__ import annotations

from random import Random

CAPTIONS = (
    "村民在新修的水渠边清理淤泥。{name} 摄",
    "图为技术员在大棚里查看瓜苗长势。{name} 摄",
    "▲ 学生在新落成的操场上做课间操",
    "志愿者上门为独居老人测量血压。（{name} 摄）",
    "施工人员正在吊装最后一片箱梁。 本报记者 {name} 摄",
    "图为丰收节上的长桌宴。 通讯员 {name} 摄",
    "改造后的老街夜景。{name} 供图",
    "渔民驾船出湖收网。（资料图片）",
    "图① 茶农把鲜叶送到收购点。 {name} 摄",
    "工人在生产线上检验零部件。记者 {name} 摄影报道",
)
HEADLINES = (
    "秋粮入库忙",
    "一座老厂房的新活法",
    "把公园搬到家门口",
    "夜校灯光亮到十点",
    "五十公里管网通了水",
)
KICKERS = (
    "走基层·看变化",
    "深入推进乡村全面振兴",
    "高质量发展调研行",
    "“我为群众办实事”实践活动",
    "奋进新征程 建功新时代",
    "群众身边的小康故事",
)
NAMES = [
    "陈望舒",
    "周牧",
    "林砚秋",
    "何青禾",
    "赵临川",
    "孙晓棠",
    "欧阳牧之",
    "罗溪",
    "邓云帆",
    "蒋一鸣",
    "彭佳",
    "谭振宇",
    "向晚",
    "贺兰亭",
    "马骁",
    "曾雨",
    "田小禾",
    "吴桐",
    "冯舟",
    "杨柳青",
    "石磊",
    "唐果",
    "夏至",
]
PAPERS = ("云溪日报", "湘南晚报", "清江时报", "楚天农村报", "江城晨报", "山城日报")
TITLES = (
    "全县召开秋冬农业生产现场推进会",
    "清江县：小积分兑出大文明",
    "我市三季度外贸进出口增长一成",
    "关于开展冬季用电安全检查的通知",
    "山村来了音乐老师",
    "石桥镇党员志愿服务队下田抢收",
    "水库移民搬进新家园",
    "县人民医院开设夜间门诊",
    "“河小青”巡河记",
)


def name(rng: Random) -> str:
    """A name of two or three characters, invented."""
    return rng.choice([n for n in NAMES if len(n) < 4])


def names(rng: Random, count: int, separator: str = " ") -> str:
    """Several different names."""
    return separator.join(rng.sample([n for n in NAMES if len(n) < 4], count))


def caption(rng: Random) -> str:
    """A caption with a credit, as newspapers set it."""
    return rng.choice(CAPTIONS).format(name=name(rng))


def date(rng: Random) -> tuple[int, int, int]:
    """A day that every calendar has."""
    return rng.randint(2009, 2024), rng.randint(1, 12), rng.randint(1, 28)
