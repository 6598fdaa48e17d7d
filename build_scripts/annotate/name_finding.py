"""Names of persons whose surname has a reading of its own, where the segmentation does not see them.

It has no such name as one word: 任/光祖, 盖世/昌, 朝区/志华喊 (a slip). A name is told by the evidence of
all sides together: who stands before it (局长, 村民, “、”), whether people are called by its characters,
what follows (表示, 的, “（”), and whether a word of the dictionary stands in the way (解/民生/之/忧). What is
told is cut out as two words, surname and given name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from build_scripts.annotate.given_names import (
    ALONE,
    NO_NAMES,
    NUMBERED,
    is_given,
    is_half_given,
    may_begin_given,
)
from build_scripts.annotate.name_credits import follows_author, is_credited
from build_scripts.annotate.places import is_place
from build_scripts.annotate.readings import SURNAMES
from build_scripts.annotate.segment import HAN, Segment, frequency, is_known, tag_of
from build_scripts.annotate.tables import word_tuple

TOLD = "nrfg"
"""The tag of a surname that was told: the segmentation gives it to no single character."""

_SURNAME = re.compile(f"[{''.join(SURNAMES)}]")
# As words by themselves verbs, adverbs or common nouns oftener than surnames.
_ALSO_WORDS = frozenset("占任查解盖应折种都区单华员繁纪那")
_ROLE_ENDS = frozenset(
    "长员民师户工人生兵者记任姓汉娘爷授士手友嫂板计察官医农夫妻子女亲理主席导属媳婿侄娃匠倌"
)
_ROLES = word_tuple(
    """
    爱人 党员 老人 青年 妇女 烈士 同志 学生 小伙子 姑娘 干部 专家 劳模 支书 会计 兄弟 家长 大夫 院士 博士 木匠
    石匠 画家 作家 艺术家 企业家 学家 曲家 奏家 唱家 法家 影家 活动家 教育家 评论家 选手 中锋 后卫 参赞
    司机 掌柜 老乡 邻居 战友 伙计 工头 保姆 护工 保安 大厨 货郎
    """
)
_OFFICES = re.compile(
    "(?:[县市镇乡区局科处院校所站队组村部厅省州旗河林栋格户片湾街链庭室馆台厂园社店署团旅连]长|名叫|大名|本名|原名|小名|书记|主任|委员|主席)$"
)
_NAMING = re.compile(
    r"(?:名叫|叫做|叫|是|由|请|让|找|跟|对|向|和|与|及|朝|给|被|把|为|像|替|同|扶|问|接受|任命|免去|选举|推选|推荐|提名|聘请|邀请|慰问|记者|但|而|可|当|如今|于是|随后|此时|这时|原来|只见|连|因为|后来|发现|看见|看到|见到|遇到|大名|本名|原名|小名|外号|绰号|姓)$"
)
_BEGINNING = frozenset("、：（《“‘”’）》，；。！？—…\n　 ")
_BEHIND = frozenset(
    "每今去昨前后并很常总仍竟才刚曾已因任等说道的是在把被对从家和与也又就还都却便正将已一这那等有没不自因主"
)
_MARKS = frozenset("（）、，。：；！？”’—…\n　 ")
_TITLE = re.compile(
    "大[爷娘妈伯叔姐哥嫂婶夫]|奶奶|爷爷|阿[姨婆公]|叔叔|老[汉师板]|[二三][叔哥]|先生|女士|师傅|同志|支书|会计|医生|教授|院士"
    "|经理|警官|法官|律师|记者|书记|主任|老师|大使|教练|导演|总裁|董事长|[县市镇乡局科处院校所站队组村部厅省营连团师排班]长|政委|司令|指导员|教导员"
)
_PERSONAL = re.compile("大[爷娘妈伯叔姐哥嫂婶]|奶奶|爷爷|阿[姨婆公]|叔叔|先生|女士|师傅")
_KIN = re.compile("[叔哥姐妈爷伯姨嫂婶总工局](?!书|理|务|作|程|人|结|长|面|部|势)")
# 任书记期间 is no person; nor is 任书记的三年.
_IN_OFFICE = re.compile(
    "时|期间|后|以来|之|以[前后]|前|一职|至今|兼|及|[0-9一二两三四五六七八九十多几]|员|[办部厅]|负责制"
)
_OF_PLACES = frozenset("镇乡村县市区街路桥坝寨屯湾社")
_HARDLY_TITLED = frozenset("都种区员那占折应任纪繁召相祭宿洗曲")
_NEVER_TITLED = frozenset("区都种折员应那")
_AFTER_OLD = frozenset("任单华解查仇盖曾乐应燕翟葛朴薄谌冼覃缪肖相曲")
_AFTER_YOUNG = frozenset("任查翟应葛曾肖覃")


def part_names(words: Sequence[Segment], names: Collection[str] = ()) -> Sequence[Segment]:
    """The words with each such name cut out: its surname and its given name, or its title, as own words.

    Args:
        words: a segmentation.
        names: names of three characters that other texts told: they are names here too.

    Law: the texts of the words joined are the same before and after.

    >>> from build_scripts.annotate.segment import segments
    >>> [word.text for word in part_names(segments("局长任光祖被她感动了"))][:3]
    ['局长', '任', '光祖']
    """
    text = "".join(word.text for word in words)
    found = [at for match in _SURNAME.finditer(text) if _is_worth_looking(text, at := match.start())]
    if not found and not any(name in text for name in names):
        return words
    starts = {word.start: at for at, word in enumerate(words)}
    lengths = ((at, _length(text, at, words, starts)) for at in found)
    named = {at: length for at, length in lengths if length is not None}
    if not named and not names:
        return words
    # A name that is told in one place is one wherever it stands.
    for name in sorted({text[at : at + 1 + length] for at, length in named.items() if length == 2}):
        for match in re.finditer(name, text):
            named.setdefault(match.start(), 2)
    for name in sorted(names):
        for match in re.finditer(name, text) if name in text else ():
            if _may_begin(text, match.start(), words, starts):
                named.setdefault(match.start(), 2)
    if not named:
        return words
    for name in sorted({text[at - 1 : at + 1] for at, length in named.items() if not length and at}):
        for match in re.finditer(name, text) if name[0] in "老小" else ():
            at = match.start() + 1
            if _word_at(at, words, starts).end == at + 1 or not is_known(text[at : at + 2]):
                named.setdefault(at, 0)
    return _cut(words, named)


_SUBJECTS = ("他", "她", "我", "你", "们", "先生", "女士", "笔者", "记者", "老人", "诗", "店", "手")


def _is_worth_looking(text: str, at: int) -> bool:
    """Tell by the characters beside it alone whether a surname may stand at ``at``: most are no surnames."""
    given = text[at + 1 : at + 3]
    if text[at] == "曾" and text[max(0, at - 2) : at].endswith(_SUBJECTS):
        return False  # 他曾, 女士曾: the adverb
    if may_begin_given(given):
        return True
    called = at > 0 and text[at - 1] in "老小"
    return called or _KIN.match(text, at + 1) is not None or _TITLE.match(text, at + 1) is not None


def _is_titled(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> bool:
    """Tell whether a person is named right before (老人查文举) and the name cuts no word."""
    if text[at] in _HARDLY_TITLED or text[at - 1 : at] in {"", "的"} or not _is_role(text, at, words, starts):
        return False
    return _score(text, at, 2, words, starts) >= 4 and not _hindrances(text, at, at + 3, words, starts)


def _cut(words: Sequence[Segment], named: dict[int, int]) -> list[Segment]:
    borders = {at + step for at, length in named.items() for step in (0, 1, 1 + length)}
    inside = {at + 1: at + 1 + length for at, length in named.items() if length}
    touched = {place for at, length in named.items() for place in range(at, at + 1 + length)}
    parted: list[Segment] = []
    for word in words:
        if touched.isdisjoint(range(word.start, word.end)):
            parted.append(word)
            continue
        cuts = [at for at in range(word.start + 1, word.end) if at in borders]
        edges = [word.start, *cuts, word.end]
        for start, end in pairwise(edges):
            piece = word.text[start - word.start : end - word.start]
            before = parted[-1] if parted else None
            if before and inside.get(before.start, 0) >= start + len(piece):
                parted[-1] = Segment(before.text + piece, "nr", before.start)  # 盖世|昌: 世 and 昌
            elif start in named and len(piece) == 1:
                parted.append(Segment(piece, TOLD, start))
            elif start in inside:
                parted.append(Segment(piece, "nr", start))
            else:
                parted.append(Segment(piece, tag_of(piece) if cuts else word.tag, start))
    return parted


def _length(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> int | None:
    """How many characters the given name behind the surname at ``at`` has; 0 where a title stands instead,
    None where it is no surname."""
    if not _may_begin(text, at, words, starts):
        return None
    if NO_NAMES.match(text, at) and not (text[at] == "单" and text[at - 1 : at] == "老"):
        return None  # 单一; but 老单|一会儿
    if text[at] == "占" and (text[at - 1 : at] not in set("：:、") or is_known(text[at + 1 : at + 3])):
        return None  # 脱贫户占八成; but 联系人：占文慧
    given = text[at + 1 : at + 3]
    if len(given) == 2 and NUMBERED.fullmatch(given) and text[at] not in "应都":
        return 2  # 查老三
    if text[at + 3 : at + 4] in _OF_PLACES and text[at + 3 : at + 4]:
        given = ""  # 乐华|街道, 单桥|镇
    if len(given) == 2 and HAN.match(given[1]) and is_credited(text, at, given):
        return 2
    if len(given) == 2 and is_given(given) and _score(text, at, 2, words, starts) >= 2:
        return 2
    if (
        len(given) == 2
        and not (is_known(given) or is_known(text[at : at + 2]))
        and is_half_given(given)
        and _is_titled(text, at, words, starts)
    ):
        return 2
    followed = text[at + 2 : at + 3]
    ends = followed in _MARKS or followed in "说是在介表"
    alone = given[:1] in ALONE and ends and followed and not is_known(text[at : at + 2])
    if alone and _is_role(text, at, words, starts):
        return 1
    if followed == "）" and HAN.match(given[:1]) and follows_author(text, at):
        return 1  # （记者任硌）
    return 0 if _is_addressed(text, at, words, starts) else None


def _is_addressed(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> bool:
    """Tell whether a surname stands before a title or behind 老: 任书记, 查叔, 老单."""
    character, before = text[at], text[:at]
    word = _word_at(at, words, starts)
    titled = _TITLE.fullmatch(text, at + 1, word.end)  # 单教授 is in the dictionary
    if word.end > at + 1 and is_known(text[at : word.end]) and not (titled and character in "单仇曾"):
        return False
    called = before[-1:] == "老" and character in _AFTER_OLD
    called = called or (before[-1:] == "小" and character in _AFTER_YOUNG)
    if called and text[at + 1 : at + 2] in _MARKS and text[at + 1 : at + 2]:
        return True  # 提起老盖，
    if called and character == "曾" and not is_known(text[at - 2 : at]):
        return True  # 见了小曾就笑: the adverb stands behind neither
    if called and _is_role(text, at - 1, words, starts):
        return _goes_on(text, at + 1)  # 保洁员老曾每天
    front = before[:-1] if called else before
    if front and front[-1] not in _BEGINNING and not _NAMING.search(front) and front[-1] not in "的我咱":
        return False
    if called:
        return _goes_on(text, at + 1)
    if character in _NEVER_TITLED and not (character not in "都那" and _PERSONAL.match(text, at + 1)):
        return False
    if kin := _KIN.match(text, at + 1):
        return _goes_on(text, kin.end())
    title = _TITLE.match(text, at + 1)
    if title is None or _IN_OFFICE.match(text, title.end()):
        return False
    return character != "任" or text[title.end() : title.end() + 1] != "的"


def _goes_on(text: str, at: int) -> bool:
    """Tell whether what stands at ``at`` may follow somebody's name: a mark, a verb, an adverb."""
    following = text[at : at + 1]
    return not following or following in _MARKS or following in _BEHIND or tag_of(following)[0] in "vdprt"


def _word_at(at: int, words: Sequence[Segment], starts: dict[int, int]) -> Segment:
    while at not in starts:
        at -= 1
    return words[starts[at]]


def _may_begin(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> bool:
    """No word of the dictionary reaches from before the character to it (责|任, 地|区)."""
    if at in starts:
        word = words[starts[at]]
        return len(word.text) < 3 or not is_place(word.text, word.tag)
    word = _word_at(at, words, starts)
    if word.text[0] in "老小" and word.end == at + 1:
        return True  # 老任 is a word of the dictionary
    if _OFFICES.search(text, max(0, at - 2), at) and len(word.text) == 2 and text[at - 3 : at - 1] != "":
        return True  # 县县|长乐|光明
    return not is_known(word.text) and not is_known(text[at - 1 : at + 1]) and word.tag != "ns"


def _is_role(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> bool:
    """Tell whether an office, a trade or a relation stands before: 局长, 丈夫, 时任书记的."""
    if at == 0:
        return False
    end = at - 1 if text[at - 1] in "的 　" and at > 1 else at
    word = _word_at(end - 1, words, starts)
    before = text[word.start : end]
    if _OFFICES.search(text, max(0, end - 2), end):
        return True
    if before == "户" and HAN.match(text[end - 2 : end - 1]):
        return True  # 脱贫|户华|翠莲
    return before.endswith(_ROLES) or (
        before[-1:] in _ROLE_ENDS and word.tag[:1] in "nvbk" and len(before) > 1
    )


def _score(text: str, at: int, length: int, words: Sequence[Segment], starts: dict[int, int]) -> int:
    """How much speaks for a name of a surname and ``length`` characters; 2 is enough."""
    end = at + 1 + length
    given, also = text[at + 1 : end], text[at] in _ALSO_WORDS
    before, behind = text[:at], text[end : end + 1]
    if _is_role(text, at, words, starts):
        score = 3 if before[-1] == "的" else 4
    elif not before or before[-1] in _BEGINNING or _NAMING.search(before):
        score = 1
    else:
        score = -1 if before[-1] != "的" else 1 if before[-2:-1] in _HOMES else 0
    if f"姓{text[at]}" in text:
        score += 2  # 班主姓解，叫解凤山
    if behind == "（":
        score += 3
    elif behind == "户" and score > 0:
        score += 2  # 曾火旺户，二人
    elif behind in _BEHIND or behind in _MARKS or not behind or tag_of(behind)[0] in "vdpz":
        score += 1
    if not is_known(given) or (frequency(given) <= _OF_NAMES and tag_of(given) in {"nr", "nz", "ns"}):
        score += 1
    elif text[at] == "曾" and score < 3 and frequency(given) > 100 and tag_of(given)[0] in "va":
        score -= 2  # 曾清理过几次
    elif also and not _OFFICES.search(before):
        score -= 3 if frequency(given) > 500 else 1  # 村民都|明白, but 庭长单|明亮
    return score - also - 3 * _hindrances(text, at, end, words, starts)


# Words of the dictionary as rare as this are no evidence: 单立.
_RARE = 10
# As rare as this, what the dictionary has as a name is hardly a word of its own: 振华, 志强.
_OF_NAMES = 300
_HOMES = frozenset("站局所厂校院村队组社店坊班级")


def _hindrances(text: str, at: int, end: int, words: Sequence[Segment], starts: dict[int, int]) -> int:
    """Words of the dictionary that the name would cut: 解决|国家, 查|明真|相."""
    first, last = _word_at(at, words, starts), _word_at(end - 1, words, starts)
    counted = 0
    if first.end >= at + 2 and frequency(text[at : first.end]) > _RARE and not first.tag.startswith("nr"):
        counted += 1
    if last.end > end and is_known(last.text) and HAN.match(last.text):
        counted += 1
    return counted
