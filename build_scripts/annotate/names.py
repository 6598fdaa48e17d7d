"""Surnames with a reading of their own (任 单 华 查 曾 解 …): in front of a name or a title, nowhere else.

The segmentation seldom has a person's name as one word: 单 | 志强, 查月 | 娥, 曾 | 先生. A surname is told by
what stands before it (村民, 书记, another name) and behind it (a given name, a title).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from build_scripts.annotate.family_names import COMPOUND
from build_scripts.annotate.given_names import ALONE, NO_NAMES, is_given
from build_scripts.annotate.name_finding import TOLD
from build_scripts.annotate.readings import READINGS, SURNAMES
from build_scripts.annotate.segment import HAN, Segment, frequency, is_known
from build_scripts.annotate.syllables import NO_GIVEN, is_person, syllables
from build_scripts.annotate.tables import word_set

# Surnames of two characters have their reading in the table of words.
_COMPOUND = word_set("尉迟 单于 宿勤 相里 折娄")
_LEVELS = frozenset({"镇", "乡", "村", "街道", "社区", "县", "区"})
# Hardly ever surnames: only the evidence of name_finding tells them.
_SELDOM = frozenset("都相曲召祭宿洗")
_NAME_TAGS = frozenset({"nr", "nrfg", "nz", "ns", "nrt"})
_PERSON_TAGS = frozenset({"nr", "nrfg", "nz"})
# Hardly ever words by themselves in reports.
_HARDLY_WORDS = frozenset("仇缪冼覃尉翟朴逄郇谌訾隗笪")
# Names of two characters with these are told by their tag alone.
_CLEAR = frozenset("单仇缪冼覃葛尉翟朴肖阚谌")
# As words by themselves these are verbs and adverbs oftener than surnames: 任书记, 查主任, 曾书记.
_ALSO_WORDS = frozenset("任查解盖应折种过要都会相和还干难燕区")
# In front of one character hardly ever surnames, unless a role stands before: 曾用, 华茂.
_ALSO_ADVERBS = frozenset("曾华")
# Words of the dictionary that are more frequent are no names.
_RARE = 100
# As words by themselves hardly ever surnames: 老人都红了眼圈, 林下种灵芝.
_HARDLY_NAMES = frozenset("种都要会和还干难占那")
_TITLES = word_set(
    """
    书记 主任 县长 市长 镇长 乡长 区长 局长 科长 处长 院长 校长 所长 站长 队长 组长 村长 部长 厅长 省长 先生
    女士 老师 医生 大夫 师傅 教授 院士 博士 同志 大爷 大娘 大妈 大伯 大叔 大姐 大哥 奶奶 爷爷 阿姨 叔叔 支书
    会计 老汉 老板 经理 总 工 某 某某 氏 家 姓 老 嫂 婶 警官 法官 律师 记者
    """
)
# What a person is called by, and never an office that somebody holds.
_PERSONAL = word_set("先生 女士 师傅 大爷 大娘 大妈 大伯 大叔 大姐 大哥 奶奶 爷爷 阿姨 老汉 某 氏")
_SPEECH = word_set(
    "说 表示 介绍 告诉 坦言 感慨 笑着 指着 带着 回忆 坚持 一边 正在 把 和 家 家里 今年 是 的 也 又"
)
# 那顺 is a Mongolian name, 那辈 no name: 爷爷|那辈.
_NOT_BEHIND_THAT = frozenset("顺仁日木音辈代年天时会阵边家里些个群帮伙条座件支片次回趟")
# 县长任双总河长: what stands between 任 and an office.
_BEFORE_OFFICES = frozenset("双总副第组名")
# What a person is called by, in front of the name: the last character of 村民, 书记, 党员, 名叫.
_ROLES = frozenset("长员民师户工人生兵者记任叫姓汉娘爷授士手友嫂板计察官医农")
_OFFICES = frozenset("长记任席员理事授")
_SPEAKING = word_set("说 表示 介绍 告诉 坦言 感慨")
_APPOSITIONS = word_set(
    """
    任命 免去 补选 推选 选举 增补 聘任 提名 接受 干部 专家 小伙子 小姑娘 支书 书记 老人 党员 村民 青年 妇女
    烈士 同志 组长 家长 、 和 与
    """
)


def surnames(words: Sequence[Segment]) -> dict[int, str]:
    """Where surnames with a reading of their own stand in a text: the position of the word → the reading.

    A name that is told as one in one place is one wherever it stands in the text.

    >>> from build_scripts.annotate.segment import segments
    >>> surnames(segments("村民单志强")), surnames(segments("有关单位"))
    ({1: 'shàn'}, {})
    """
    candidates = [
        at
        for at, word in enumerate(words)
        if word.text[0] in SURNAMES
        and word.text not in _COMPOUND
        and not _reads_otherwise(word.text)
        and _has_length_of_name(word)
        and not (at + 1 < len(words) and words[at + 1].text in _LEVELS)  # 乐华|街道
    ]
    told = [at for at in candidates if _is_surname(words, at)]
    names = {_with_given_name(words, at) for at in told}
    plain = {
        at: syllables(word.text)[0]
        for at, word in enumerate(words)
        if word.tag == TOLD and len(word.text) == 1 and word.text not in SURNAMES
    }
    return plain | {
        at: SURNAMES[words[at].text[0]]
        for at in candidates
        if at in told or _with_given_name(words, at) in names
    }


def _reads_otherwise(word: str) -> bool:
    """Tell whether the table reads the word otherwise (查干湖), or 那 begins a Mongolian name (那顺)."""
    if word[0] == "那" and word[1:2] in _NOT_BEHIND_THAT and word[1:]:
        return True
    return len(word) > 1 and word in READINGS and READINGS[word][0] != SURNAMES[word[0]]


def given_names(words: Sequence[Segment], surnames_at: Collection[int]) -> frozenset[int]:
    """Where the given names stand that follow a surname as words of their own: 单 | 志强."""
    behind = (
        at + 1
        for at in surnames_at
        if len(words[at].text) == 1
        and words[at + 1 : at + 2]
        and (words[at].tag != TOLD or words[at + 1].tag == "nr")
    )
    compound = (
        at + 1
        for at, word in enumerate(words[:-1])
        if word.text in COMPOUND and (words[at + 1].text in ALONE or is_given(words[at + 1].text))
    )
    return frozenset(
        at
        for at in (*behind, *compound)
        if words[at].text not in _TITLES and HAN.match(words[at].text) and len(words[at].text) <= 2
    )


# What the segmentation draws to the end of a name that it guesses: 曾秀兰家, 任志明说.
_BEHIND_NAMES = frozenset("家说和与等在为因")


def _has_length_of_name(word: Segment) -> bool:
    drawn = len(word.text) == 4 and word.tag == "nr" and word.text[-1] in _BEHIND_NAMES
    return len(word.text) <= 3 or (drawn and not is_known(word.text))


def _with_given_name(words: Sequence[Segment], at: int) -> str:
    behind = words[at + 1].text if at + 1 < len(words) and len(words[at].text) == 1 else ""
    return words[at].text + behind


_SAID_OF = ("他", "她", "我", "他们", "我们", "先生", "女士", "笔者", "老人")


def _is_surname(words: Sequence[Segment], at: int) -> bool:
    if words[at].tag == TOLD and len(words[at].text) == 1:
        return True
    if at and words[at - 1].text == "姓" and len(words[at].text) == 1:
        return True  # 那家姓曾
    if words[at].text in _HARDLY_NAMES and not (at and words[at - 1].text[-1] in _OFFICES):
        return False
    if words[at].text[0] in _SELDOM:
        return False
    if words[at].text[0] == "曾" and at and words[at - 1].text.endswith(_SAID_OF):
        return False  # 王女士曾义捐: the adverb
    return _stands_before_name(words, at) if len(words[at].text) == 1 else _is_name(words, at)


def _stands_before_name(words: Sequence[Segment], at: int) -> bool:
    """A surname that is a word by itself: 单 | 志强, 仇 | 书记."""
    if at + 1 == len(words):
        return False
    word, behind = words[at], words[at + 1]
    if behind.text in _TITLES and word.text == "那":
        return False  # 那|老板, that boss
    if behind.text in _TITLES:
        if behind.text in _PERSONAL and _follows_role(words, at):
            return True  # 木工查师傅: nobody is asked or given an office here
        if word.text in _ALSO_WORDS:
            then = words[at + 2].text if at + 2 < len(words) else ""
            return _begins_clause(words, at) and then in _SPEECH
        return not is_known(word.text + behind.text)
    given = len(behind.text) <= 2 and HAN.match(behind.text) is not None and not is_person(behind.text)
    if not given or behind.text in _BEFORE_OFFICES:
        return False
    if word.tag == "nr" and behind.tag in _NAME_TAGS:
        return True
    then = words[at + 2].text if at + 2 < len(words) else ""
    speaks = then in _SPEECH and (then != "的" or word.text not in _ALSO_WORDS)
    if behind.tag in _PERSON_TAGS and len(behind.text) == 2 and speaks and _begins_clause(words, at):
        return True  # 单 | 志远 | 是; but 查 | 建国 | 的 is a verb
    if word.text == "曾" and _is_common(behind):
        return False  # 笔者|曾|求教
    if word.text == "曾" and behind.tag in _NAME_TAGS:
        return True  # the adverb 曾 stands before no name: 曾 | 德福
    if word.text in _HARDLY_WORDS:
        return _follows_role(words, at) or (_begins_clause(words, at) and len(behind.text) == 2)
    if word.text == "燕" and len(behind.text) == 2 and words[at - 1].text[-1:] in _OFFICES and at:
        return True  # 市长燕立新: a swallow follows no office
    then = words[at + 2].text if at + 2 < len(words) else ""
    if len(behind.text) == 2 and then in _SPEAKING and _follows_role(words, at):
        return True  # 主任查建军表示
    given_tags = _NAME_TAGS if word.text in _ALSO_WORDS else {*_NAME_TAGS, "n"}
    if len(behind.text) == 1:
        given_tags = {*given_tags, "j", "b", "a", "ag", "ng", "zg", "tg"}  # 解|德|明
    return behind.tag in given_tags and _follows_role(words, at)


def _is_common(word: Segment) -> bool:
    """Tell whether a word of the dictionary that is no name of a person stands there: 曾|求教."""
    return word.tag not in {"nr", "nrfg"} and is_known(word.text) and not is_given(word.text)


def _is_name(words: Sequence[Segment], at: int) -> bool:
    """A name, or the beginning of one, that is one word to the segmentation: 解家骏, 查月 | 娥, 燕子 | 青."""
    word = words[at]
    if word.text[0] in _ALSO_WORDS and word.text[1] in _BEFORE_OFFICES:
        return False
    if NO_NAMES.match(word.text):
        return False  # 由村干部|任田长, 村民|单是
    if not all(HAN.match(char) for char in word.text):
        return False
    if is_known(word.text):
        if len(word.text) == 3:  # 解振华
            named = word.tag == "nr" and is_given(word.text[1:]) and word.text[0] not in _ALSO_ADVERBS
            return named and (_begins_clause(words, at) or _follows_role(words, at))
        # 第一书记|华林; 副书记|燕子|青; but 妇女华丽的
        split = at + 1 < len(words) and len(words[at + 1].text) == 1 and words[at + 1].text not in _SPEECH
        rare = split or frequency(word.text) <= _RARE
        return len(word.text) == 2 and rare and word.tag in _PERSON_TAGS and _follows_role(words, at)
    listed = at > 1 and words[at - 1].text == "、" and not is_person(words[at - 2].text)
    if word.text[0] == "华" and len(word.text) == 2 and listed:
        return False  # firms and places in a list: 和光、华胜
    if word.text[0] in "曾种" and word.text[1:2] in NO_GIVEN[word.text[0]]:
        return False  # 笔者曾三获; 撒点糜子、种点西瓜
    if _follows_role(words, at):
        return True
    if word.text[1:] == "某":
        return True  # 首犯朴某
    called = is_given(word.text[1:])
    if word.text[0] in _ALSO_ADVERBS and (len(word.text) == 2 or not called):
        return False  # 曾三获, the firms 华茂 and 华胜
    if word.text[0] in _ALSO_WORDS and not called:
        return False  # 解千结
    if word.tag == "nr" and len(word.text) == 2 and at and words[at - 1].text == "的":
        return word.text[0] in _CLEAR  # 六年级的|单明
    whole = len(word.text) == 3 and word.tag == "nr" and not is_known(word.text[:2])
    return whole or (word.text[0] not in _ALSO_WORDS and word.tag in _NAME_TAGS and _begins_clause(words, at))


def _follows_role(words: Sequence[Segment], at: int) -> bool:
    position = at - 1
    while position >= 0 and words[position].text.isspace():
        position -= 1
    if position < 0:
        return False
    before = words[position]
    if before.text in {"、", "和", "与"}:
        return position > 0 and words[position - 1].tag in _NAME_TAGS
    return before.text in _APPOSITIONS or (before.text[-1] in _ROLES and before.tag[:1] in "nvbk")


def _begins_clause(words: Sequence[Segment], at: int) -> bool:
    return at == 0 or words[at - 1].text in set("，。；：！？“、 \n") or words[at - 1].text.isspace()
