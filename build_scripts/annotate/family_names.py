"""Surnames that have no reading of their own: they tell where a name stands, which is written with a capital.

Those with a reading of their own (任 单 华 …) are in :data:`build_scripts.annotate.readings.SURNAMES`.
"""

from __future__ import annotations

from build_scripts.annotate.given_names import CALLED, is_given, is_half_given
from build_scripts.annotate.segment import frequency, is_known
from build_scripts.annotate.tables import word_set

CLEAR = frozenset(
    "禹奚宦阙王李张刘陈杨赵吴周徐孙朱胡郭罗郑梁谢宋唐韩冯曹彭萧蔡潘田董袁邓许余叶蒋杜苏魏程吕丁沈姚卢傅钟姜崔谭廖范汪陆戴"
    "贾韦邱邹熊孟秦阎薛闫侯黎陶贺郝顾龚邵钱严莫孔汤乔赖庞樊兰殷翁荆庄祝涂穆裘毕耿霍舒焦俞柯阮柳欧卞骆倪聂岑瞿詹闵裴屈隋巩"
    "祁巫邢尹黄林马雷辜蒲迟鲍滕冉褚栾晏谷苟娄扈喻鄢靳蔺冀蓝桑卓臧佟卜鄂晁鞠綦璩楚敖虞芦粟佘邝匡郜逯亓付甄鄞宓牟邬诸嵇晋庾"
    "胥淳窦芮储邴糜弓牧郁杭洪凌仲刁戎刑靖郎苑茹闾颜茅廉戚羿郗濮湛竺蒯巢毋覃邸郄郏荀钮缑厍狄幸邰郦沃蔚鄯麴逄亢郅仉乌谯藺宿"
    "荔盘莽斛佐禤蹇鹿衣桓呙庹"
)
"""Characters that are hardly ever anything else before two characters of given names."""

COMPOUND = word_set("欧阳 诸葛 皇甫 尉迟 令狐 慕容 司徒 宇文 端木 公孙 司马 上官 夏侯 长孙")
"""Surnames of two characters."""

ALSO_WORDS = frozenset(
    "普暴原何高金江方万常文石夏白安路关温包龙史毛武景于季康甘申席战沙车简游冷古房阳宗权左苗齐伊尚束祖梅井冒滑符段鲁衡伏柴"
    "桂米麻池危阴蒙艾欧宁辛闻扬易施饶党敬揭沐洛代"
)
"""Surnames that are ordinary words as well: 高水平, 向群众, 常年. An office before the name tells them."""

OF_NAMES = 300
"""As rare as this, what the dictionary has is hardly a word of its own in front of or in a name."""

_OF_COMMON_NAMES = 3000
_SHORT_NAMES = word_set(
    """
    林彪 李鹏 李俊 张宁 李娜 张飞 王明 陈毅 王平 雷锋 贺龙 马超 姚明 丁玲 李宁 赵军 崔健 林旭 丁磊 郎平
    丁宁 罗琳 萧红 周波 杨斌 杨俊 徐俊 沈静 沈莹 朱德 叶挺 彭湃
    """
)
_ENDING_PLACES = frozenset(
    "庄溪城镇乡村县市区街路桥坝寨屯湾社港湖山岭沟河江海岛峡谷坪坡州省国军党会队厂站所院校店馆楼塔寺庙宫门关"
)


def is_clear_name(word: str) -> bool:
    """Tell whether a word that is tagged as a person is one by its characters: a surname, and two characters
    that people are called by.

    >>> is_clear_name("蓝献华"), is_clear_name("高水平"), is_clear_name("黄沙溪")
    (True, False, False)
    """
    also, given = word[:1] in ALSO_WORDS, word[1:]
    if len(word) != 3 or not (also or word[0] in CLEAR):
        return False
    if word[2] in _ENDING_PLACES or CALLED.fullmatch(given) or given == "长制":
        return False
    if frequency(word[:2]) > OF_NAMES or frequency(given) > (OF_NAMES if also else _OF_COMMON_NAMES):
        return False  # 雷达|兵, 高|水平; but 黄|和平
    if is_given(given):
        return not (also and is_known(word[:2]) and is_known(given))
    return not also and is_half_given(given) and not (is_known(word) or is_known(given))


def is_short_name(word: str) -> bool:
    """Tell whether a word of the dictionary is a name of two characters, and nothing else: 雷锋, not 余波."""
    return word in _SHORT_NAMES
