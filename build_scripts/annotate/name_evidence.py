"""What tells that a name of a person stands at a character: who is named before it, what follows, and whether
words of the dictionary stand in the way. :mod:`build_scripts.annotate.name_finding` and
:mod:`build_scripts.annotate.people` add it up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.annotate.family_names import OF_NAMES
from build_scripts.annotate.places import is_place
from build_scripts.annotate.segment import HAN, Segment, frequency, is_known, tag_of
from build_scripts.annotate.tables import word_tuple

# As words by themselves verbs, adverbs or common nouns oftener than surnames.
ALSO_WORDS = frozenset("占任查解盖应折种都区单华员繁纪那")
_ROLE_ENDS = frozenset(
    "叔婶哥姐伯长员民师户工人生兵者记任姓汉娘爷授士手友嫂板计察官医农夫妻子女亲理主席导属媳婿侄娃匠倌"
)
_ROLES = word_tuple(
    """
    爱人 党员 老人 青年 妇女 烈士 同志 学生 小伙子 姑娘 干部 专家 劳模 支书 会计 兄弟 家长 大夫 院士 博士 木匠
    石匠 画家 作家 艺术家 企业家 学家 曲家 奏家 唱家 法家 影家 活动家 教育家 评论家 选手 中锋 后卫 参赞
    司机 掌柜 老乡 邻居 战友 伙计 工头 保姆 护工 保安 大厨 货郎
    """
)
OFFICES = re.compile(
    "(?:[县市镇乡区局科处院校所站队组村部厅省州旗河林栋格户片湾街链庭室馆台厂园社店署团旅连]长|名叫|大名|本名|原名|小名|书记|主任|委员|主席)$"
)
NAMING = re.compile(
    r"(?:名叫|叫做|叫|是|由|请|让|找|跟|对|向|和|与|及|朝|给|被|把|为|像|替|同|扶|问|接受|任命|免去|选举|推选|推荐|提名|聘请|邀请|慰问|记者|但|而|可|当|如今|于是|随后|此时|这时|原来|只见|连|因为|后来|发现|看见|看到|见到|遇到|大名|本名|原名|小名|外号|绰号|姓)$"
)
# The last characters of roles and of what names somebody.
NAMING_ENDS = frozenset("叫做是由请让找跟对向和与及朝给被把为像替同扶问受命去") | frozenset(
    "举选荐名聘邀记但而可当今是后此这来见连因现看到名号姓"
)
ROLE_ENDS = _ROLE_ENDS | frozenset("年志部家模书弟锋卫赞机柜乡居头姆护安厨郎")
_APPOINTING = re.compile("(?:任命|免去|聘任|提名|补选|推选|选举|批准|聘请)$")
BEGINNING = frozenset("、：（《“‘”’）》，；。！？—…\n　 ")
BEHIND = frozenset(
    "每今去昨前后并很常总仍竟才刚曾已因任等说道的是在把被对从家和与也又就还都却便正将已一这那等有没不自因主"
)
MARKS = frozenset("（）、，。：；！？”’—…\n　 ")


def word_at(at: int, words: Sequence[Segment], starts: dict[int, int]) -> Segment:
    """The word that holds the character ``at``; ``starts``: where a word starts → its position."""
    while at not in starts:
        at -= 1
    return words[starts[at]]


def may_begin(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> bool:
    """No word of the dictionary reaches from before the character to it (责|任, 地|区)."""
    if at in starts:
        word = words[starts[at]]
        return len(word.text) < 3 or not is_place(word.text, word.tag)
    word = word_at(at, words, starts)
    if word.text[0] in "老小" and word.end == at + 1:
        return True  # 老任 is a word of the dictionary
    if OFFICES.search(text, max(0, at - 2), at) and len(word.text) == 2 and text[at - 3 : at - 1] != "":
        return True  # 县县|长乐|光明
    return not is_known(word.text) and not is_known(text[at - 1 : at + 1]) and word.tag != "ns"


def is_role(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> bool:
    """Tell whether an office, a trade or a relation stands before: 局长, 丈夫, 时任书记的."""
    if at == 0:
        return False
    end = at - 1 if text[at - 1] in "的 　" and at > 1 else at
    word = word_at(end - 1, words, starts)
    before = text[word.start : end]
    if OFFICES.search(text, max(0, end - 2), end):
        return True
    if before == "户" and HAN.match(text[end - 2 : end - 1]):
        return True  # 脱贫|户华|翠莲
    return before.endswith(_ROLES) or (
        before[-1:] in _ROLE_ENDS and word.tag[:1] in "nvbk" and len(before) > 1
    )


def evidence(text: str, at: int, length: int, words: Sequence[Segment], starts: dict[int, int]) -> int:
    """How much speaks for a name of a surname and ``length`` characters; 2 is enough."""
    end = at + 1 + length
    given, also = text[at + 1 : end], text[at] in ALSO_WORDS
    before, behind = text[:at], text[end : end + 1]
    if is_role(text, at, words, starts):
        score = 3 if before[-1] == "的" else 4
    elif _APPOINTING.search(before):
        score = 3
    elif not before or before[-1] in BEGINNING or NAMING.search(before):
        score = 1
    else:
        score = -1 if before[-1] != "的" else 1 if before[-2:-1] in _HOMES else 0
    if f"姓{text[at]}" in text:
        score += 2  # 班主姓解，叫解凤山
    if behind == "（":
        score += 3
    elif behind == "户" and score > 0:
        score += 2  # 曾火旺户，二人
    elif behind in BEHIND or behind in MARKS or not behind or tag_of(behind)[0] in "vdpz":
        score += 1
    if not is_known(given) or (frequency(given) <= OF_NAMES and tag_of(given) in {"nr", "nz", "ns"}):
        score += 1
    elif text[at] == "曾" and score < 3 and frequency(given) > 100 and tag_of(given)[0] in "va":
        score -= 2  # 曾清理过几次
    elif also and not OFFICES.search(before):
        score -= 3 if frequency(given) > 500 else 1  # 村民都|明白, but 庭长单|明亮
    return score - also - 3 * hindrances(text, at, end, words, starts)


# Words of the dictionary as rare as this are no evidence: 单立.
_RARE = 10
_HOMES = frozenset("站局所厂校院村队组社店坊班级")


def hindrances(text: str, at: int, end: int, words: Sequence[Segment], starts: dict[int, int]) -> int:
    """Words of the dictionary that the name would cut: 解决|国家, 查|明真|相."""
    first, last = word_at(at, words, starts), word_at(end - 1, words, starts)
    counted = 0
    if first.end >= at + 2 and frequency(text[at : first.end]) > _RARE and not first.tag.startswith("nr"):
        counted += 1
    if last.end > end and is_known(last.text) and HAN.match(last.text):
        counted += 1
    return counted
