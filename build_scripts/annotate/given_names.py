"""The characters of given names, as :mod:`build_scripts.annotate.name_finding` asks for them."""

from __future__ import annotations

import re
from importlib.resources import files

from build_scripts.annotate.segment import HAN


def _characters(name: str) -> frozenset[str]:
    text = files("build_scripts.annotate").joinpath("data", name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset("".join(lines).replace(" ", ""))


_GIVEN = _characters("given_names.txt")
ALONE = frozenset(
    "明强军伟勇涛斌刚杰鹏辉波敏静丽芳娟燕霞玲琴英梅兰莉红霏艳雪健磊亮超峰浩俊凯飞龙虎彪毅锐锋鑫铭洋洁颖慧琳雯娜婷琼琪瑶"
    "蕾萍莹倩晶晖昊宇轩恒诚博帆航帅康宁安华平林松柏森炎煜晨阳旭东海江河山峻岩川泉"
)
"""Characters that are a given name by themselves: 任涛, 解斌."""

# 有 is a character of given names before what parents wish for: 有才, 有福.
_WISHED = re.compile(
    "有[才福财根粮志贵金银余庆发生全禄仁顺成林旺亮为]|少[华平云军奇春敏峰杰武文辉林鹏波雄青芳红英飞东明聪卿坤霞兰梅康]"
    "|得[水福宝胜志贵财才]|[学念绍慕希宗]曾|省[三吾身]|[日三]省|相[臣国如]|子[文龙英轩涵豪昂墨俊健明华敬良建平强]|为[民国英昌群明华善才]"
)
BEGINNING_GIVEN = "".join(sorted(_GIVEN | ALONE | frozenset("有少得学念绍慕希宗省三日相子为老")))
"""The characters that may begin what stands behind a surname."""
CALLED = re.compile(
    "[校市县镇乡区局处科院所站队组村部厅省州旗团连营排班师军社会馆园店厂台船]长|大[爷娘妈伯叔姐哥嫂婶夫]|师傅|先生|秀才|老[师板汉总]|[奶爷]{2}|叔叔|阿姨|太太|夫人|妈妈|伯伯|公公|婆婆|姥姥|嫂子|婶子|小姐|[两二三四五六七八九十][省县市区]"
)
"""What a person is called by behind the surname (刘大爷), and divisions (湘、鄂两省): no given names."""
NUMBERED = re.compile("老[大二三四五六七八九幺汉栓根贵实蔫倔歪憨铁黑拴]")
"""What somebody is called by among brothers, or for how he is: 老三, 老蔫."""
NO_NAMES = re.compile(
    r"占[地用比有了全总到据道先理尽线居]|解民|那[年天日仁顺木时山辈代会阵边家里些个达坡曲大]|区[长委政卫教财住监医组宣统检残商税]|应[予将在]"
    r"|单[是就凭靠论说看一元项克循桅桌人位独个晶方纯价双轨边面色细胞质体]|查明(?!哲)"
    r"|查[询结处验找看办收获实摆控扣清账阅封堵访核问]|华[东南中北文人夏为润丽辞韵]"
    r"|任(?:[河湖林田链路段街点岛峰塘湾]|网格|路段)长|解[钾磷梦决除放释读剖]|员[工]|种[植粮树子]|纪[委检念要]"
)
"""The beginning of what is no name though its characters would do: 解民忧, 那年, 华中."""


def is_given(given: str) -> bool:
    """Tell whether people are called by both characters: 志强, 有才.

    >>> is_given("志强"), is_given("有才"), is_given("决定")
    (True, True, False)
    """
    return set(given) <= _GIVEN or _WISHED.fullmatch(given) is not None


def is_half_given(given: str) -> bool:
    """Tell whether people are called by one character at least of two.

    >>> is_half_given("文举"), is_half_given("酒驾")
    (True, False)
    """
    return any(character in _GIVEN for character in given) and HAN.match(given[1]) is not None


def may_begin_given(given: str) -> bool:
    """Tell whether a given name may begin as ``given`` does, the two characters behind a surname.

    >>> may_begin_given("志强"), may_begin_given("老三"), may_begin_given("决定")
    (True, True, False)
    """
    begins = given[:1] in _GIVEN or given[:1] in ALONE
    return begins or NUMBERED.match(given) is not None or _WISHED.match(given) is not None
