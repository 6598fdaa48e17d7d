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
from build_scripts.annotate.name_evidence import (
    BEGINNING,
    BEHIND,
    MARKS,
    NAMING,
    evidence,
    hindrances,
    is_role,
    may_begin,
    word_at,
)
from build_scripts.annotate.people import people
from build_scripts.annotate.readings import SURNAMES
from build_scripts.annotate.segment import HAN, Segment, is_known, tag_of

TOLD = "nrfg"
"""The tag of a surname that was told: the segmentation gives it to no single character."""

_SURNAME = re.compile(f"[{''.join(SURNAMES)}]")
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
    starts = {word.start: at for at, word in enumerate(words)}
    lengths = ((at, _length(text, at, words, starts)) for at in found)
    named = {at: length for at, length in lengths if length is not None}
    for at, length in people(text, words, starts).items():
        if named.keys().isdisjoint(range(at - 2, at + 1 + length)):
            named[at] = length
    if not named and not names:
        return words
    # A name that is told in one place is one wherever it stands.
    for name in sorted({text[at : at + 1 + length] for at, length in named.items() if length == 2}):
        for match in re.finditer(name, text):
            if name[0] in SURNAMES or may_begin(text, match.start(), words, starts):
                named.setdefault(match.start(), 2)
    for name in sorted(names):
        for match in re.finditer(name, text) if name in text else ():
            if may_begin(text, match.start(), words, starts):
                named.setdefault(match.start(), 2)
    if not named:
        return words
    for name in sorted({text[at - 1 : at + 1] for at, length in named.items() if not length and at}):
        for match in re.finditer(name, text) if name[0] in "老小" else ():
            at = match.start() + 1
            if word_at(at, words, starts).end == at + 1 or not is_known(text[at : at + 2]):
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
    if text[at] in _HARDLY_TITLED or text[at - 1 : at] in {"", "的"} or not is_role(text, at, words, starts):
        return False
    return evidence(text, at, 2, words, starts) >= 4 and not hindrances(text, at, at + 3, words, starts)


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
    if not may_begin(text, at, words, starts):
        return None
    if NO_NAMES.match(text, at) and not (text[at] == "单" and text[at - 1 : at] == "老"):
        return None  # 单一; but 老单|一会儿
    if text[at] == "占" and (
        text[at - 1 : at] not in set("：:、" if text[at + 3 : at + 4] != "为" else "：:、，；")
        or is_known(text[at + 1 : at + 3])
    ):
        return None  # 脱贫户占八成; but 联系人：占文慧
    given = text[at + 1 : at + 3]
    if len(given) == 2 and NUMBERED.fullmatch(given) and text[at] not in "应都":
        return 2  # 查老三
    if text[at + 3 : at + 4] in _OF_PLACES and text[at + 3 : at + 4]:
        given = ""  # 乐华|街道, 单桥|镇
    if len(given) == 2 and HAN.match(given[1]) and is_credited(text, at, given):
        return 2
    cuts = text[at] == "都" and hindrances(text, at, at + 3, words, starts)  # 干部|都|来|思考
    if len(given) == 2 and is_given(given) and not cuts and evidence(text, at, 2, words, starts) >= 2:
        return 2
    if (
        len(given) == 2
        and not (is_known(given) or is_known(text[at : at + 2]))
        and is_half_given(given)
        and _is_titled(text, at, words, starts)
    ):
        return 2
    followed = text[at + 2 : at + 3]
    ends = followed in MARKS or followed in "说是在介表"
    alone = given[:1] in ALONE and ends and followed and not is_known(text[at : at + 2])
    if alone and is_role(text, at, words, starts):
        return 1
    if followed == "）" and HAN.match(given[:1]) and follows_author(text, at):
        return 1  # （记者任硌）
    return 0 if _is_addressed(text, at, words, starts) else None


def _is_addressed(text: str, at: int, words: Sequence[Segment], starts: dict[int, int]) -> bool:
    """Tell whether a surname stands before a title or behind 老: 任书记, 查叔, 老单."""
    character, before = text[at], text[:at]
    word = word_at(at, words, starts)
    titled = _TITLE.fullmatch(text, at + 1, word.end)  # 单教授 is in the dictionary
    if word.end > at + 1 and is_known(text[at : word.end]) and not (titled and character in "单仇曾"):
        return False
    called = before[-1:] == "老" and character in _AFTER_OLD
    called = called or (before[-1:] == "小" and character in _AFTER_YOUNG)
    if called and text[at + 1 : at + 2] in MARKS and text[at + 1 : at + 2]:
        return True  # 提起老盖，
    if called and character == "曾" and not is_known(text[at - 2 : at]):
        return True  # 见了小曾就笑: the adverb stands behind neither
    if called and is_role(text, at - 1, words, starts):
        return _goes_on(text, at + 1)  # 保洁员老曾每天
    front = before[:-1] if called else before
    if front and front[-1] not in BEGINNING and not NAMING.search(front) and front[-1] not in "的我咱":
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
    return not following or following in MARKS or following in BEHIND or tag_of(following)[0] in "vdprt"
