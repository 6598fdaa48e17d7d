"""Organisations that a report names in full: 怀化市公共资源交易中心, 隆回县委, 湖南农业大学.

A name begins with a place or with 中国, 中共, 国家, 全国, goes on with nouns, and ends in a word for an
organisation. What is named from within (县委, 市人民医院) is a name where the report names one division that
it can be of (:mod:`inside_names`), else it is none; 该中心 and 村委会 never are. Better to miss one than to
make one up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.annotate.annotated import AnnotatedText
from build_scripts.annotate.divisions import Level, division
from build_scripts.annotate.inside_names import SIGNS, Inside, body_at, body_key
from build_scripts.annotate.inside_names import level_sign as _level_sign
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.place_mentions import PlaceMention
from build_scripts.annotate.segment import is_known, tag_of
from build_scripts.annotate.tables import word_set
from build_scripts.annotate.word import Word


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation in text number ``text``.

    ``key`` is the form by which names are compared, with the full name of its place (怀化 and 怀化市 are
    one); ``name`` what it is called; ``place`` the code of its division, or empty.
    """

    text: int
    start: int
    end: int
    key: str
    name: str
    place: str


_HEADS = word_set("中国 中共 国家 全国 中华全国 中华 湖南")
# Words that end a name: alone behind a noun, or at the end of a longer word (卫生局).
_ENDS = tuple(
    sorted(
        word_set(
            """
    委员会 办公室 人民政府 医院 卫生院 学校 中学 小学 大学 学院 党校 有限公司 公司 集团 合作社 中心 协会 学会
    商会 研究所 研究院 法院 检察院 银行 图书馆 博物馆 文化馆 联合会 基金会 出版社 总工会 组织部 宣传部
    统战部 政法委 纪委 公安局 街道办事处 局 厅 农科院 科学院 专家服务团
            """
        )
    )
)
_NEEDS_NOUN = frozenset(
    {"中心", "局", "厅", "集团", "公司", "学校", "中学", "小学", "协会", "学会", "委员会", "办公室"}
)
_NO_END = word_set(
    """
    布局 格局 大局 全局 结局 当局 战局 政局 开局 破局 僵局 邮局 市中心 中小学 客厅 餐厅 大厅 展厅 县中心
    城区中心
    """
)
_KINDS = ("重点", "直属", "属", "级")
"""What says of which kind several are: 市重点医院."""
# Verbs that are nouns in the names of organisations.
_VERBAL_NOUNS = word_set(
    """
    交易 保健 组织 开发 投资 监察 审计 执法 治理 发展 改革 应急 交流 检测 检验 研究 救助 培训 服务 管理
    建设 教育 宣传 统战 监管 审批 调解 融资 扶贫 振兴 控制 预防 防控 保障 卫生 健康 住房 纪检 监督 检查
    信访 统计 税务 农业 计划生育 医疗 保险 运输 规划 环境 保护 生态 移民 招商 合作 创业 就业 志愿 指挥
    调度 传媒 出版 设计 勘测 工商 贸易 联合 综合 便民 政务
    """
)
_COMMITTEES = word_set("委 县委 市委 省委 州委 区委")
_GOVERNMENTS = word_set("政府 人民政府")
_DEPARTMENTS = {
    "组织部": "Organisation Department",
    "宣传部": "Publicity Department",
    "统战部": "United Front Work Department",
    "政法委": "Political and Legal Affairs Commission",
    "办公室": "General Office",
    "办公厅": "General Office",
}
_OFFICE_BEHIND = ("书记", "副书记", "常委", "委员", "部长", "主任", "办主任", "秘书长")
_MOST_WORDS, _LONGEST = 7, 26
_NOUN = re.compile("n(?!r)|j|b|vn|l|an|nz|nt|s")


def read_organisations(
    texts: Sequence[AnnotatedText], places: Sequence[PlaceMention], lexicon: Lexicon
) -> list[OrganisationMention]:
    """The organisations in the texts of a report, in order and without overlap."""
    found: list[OrganisationMention] = []
    by_text: dict[int, list[PlaceMention]] = {}
    for place in places:
        by_text.setdefault(place.text, []).append(place)
    inside = Inside(texts, places)
    for number, text in enumerate(texts):
        known = {place.start: place for place in by_text.get(number, ())}
        done = 0
        for at, word in enumerate(text.words):
            if word.start < done:
                continue
            # Few words begin with a sign of a division: asked here, the others cost nothing.
            named = word.text[0] in SIGNS and word.start not in known
            if not (named or word.term or word.place or word.start in known or _may_begin(word.text)):
                continue
            within = _inside(number, text, at, inside) if named else None
            one = within or _starting_at(number, text, at, known, lexicon)
            if one:
                found.append(one)
                done = one.end
    return found


def _may_begin(word: str) -> bool:
    """Whether the name of an organisation may begin with a word that is neither a term nor a place."""
    return len(word) > 3 or word in _HEADS or word == "中共"


def _starting_at(
    number: int, text: AnnotatedText, at: int, known: Mapping[int, PlaceMention], lexicon: Lexicon
) -> OrganisationMention | None:
    """The organisation whose name begins with the word ``at``."""
    words = text.words
    word = words[at]
    place = known.get(word.start)
    if word.term and lexicon.by_id[word.term].kind == "organisation":
        name = lexicon.by_id[word.term].zh
        return OrganisationMention(number, word.start, word.end, name, name, "")
    if place is None:
        if word.text.endswith(_ENDS) and len(word.text) > 3 and word.pinyin and word.pinyin[0].isupper():
            # 中南大学 may go on: 中南大学湘雅医院.
            alone = OrganisationMention(number, word.start, word.end, word.text, word.text, "")
            return _named(number, text, at, at + 1, "") or alone
        if word.text == "中共" and (below := known.get(word.end)):
            body = _body(number, text, _behind(text, at + 1, below), below)
            return replace(body, start=word.start) if body else None
        if word.text not in _HEADS and not word.place:
            return None
        return _named(number, text, at, at + 1, "")
    behind = _behind(text, at, place)
    if behind == at or words[behind - 1].end != place.end:
        return None
    return _body(number, text, behind, place) or _named(number, text, at, behind, place.code)


def _inside(number: int, text: AnnotatedText, at: int, inside: Inside) -> OrganisationMention | None:
    """What begins with the word ``at`` and is named from within: 市委组织部, 县融媒体中心."""
    word, zh = text.words[at], text.zh
    sign, start = word.text[0], word.start
    if (at and text.words[at - 1].place) or inside.ending_at(number, start):
        return None
    # 七江|镇党委: the segmentation drew the end of the place into the body.
    own = inside.ending_at(number, start + 1)
    one = division(own.code if own else inside.meant(sign, number))
    if one is None or (not own and inside.is_another(number, at)):
        return None
    end, key = start, ""
    if found := body_at(zh, start):
        end, key = found.end(), body_key(found, one.name)
    named = _named(number, text, at, at + (len(word.text) == 1), "")
    rest = zh[start + 1 : named.end] if named else ""
    whole = (
        len(word.text) == 1 or not is_known(word.text) or bool(named and word.end == named.end) or bool(key)
    )
    if named and named.end > end and whole and rest not in _NEEDS_NOUN and not rest.startswith(_KINDS):
        end, key = named.end, one.name + rest
    if not key or zh.startswith(_OFFICE_BEHIND, end) or end not in {w.end for w in text.words[at : at + 9]}:
        return None
    return OrganisationMention(number, own.start if own else start, end, key, key, one.code)


def _behind(text: AnnotatedText, at: int, place: PlaceMention) -> int:
    """The number of the first word behind a place that begins with the word ``at``."""
    words = text.words
    behind = at
    while behind < len(words) and words[behind].end <= place.end:
        behind += 1
    return behind


def _body(number: int, text: AnnotatedText, behind: int, place: PlaceMention) -> OrganisationMention | None:
    """The committee or the government of a place: 隆回县委, 怀化市人民政府, 湖南省委组织部."""
    words = text.words
    if behind < len(words) and words[behind].text == "纪委" and words[behind + 1 : behind + 2]:
        return _watch(number, text, behind, place)
    if behind >= len(words) or words[behind].text not in _COMMITTEES | _GOVERNMENTS:
        return None
    named, body = text.zh[place.start : place.end], words[behind].text
    one = division(place.code)
    # 隆回县委 is 隆回 + 县委 as well as 隆回县 + 委; 怀化县委 would be somebody else's.
    if one is None or (len(body) == 2 and body[1] == "委" and _level_sign(one.name) != body[0]):
        return None
    if body == "委" and named != one.name and not named.endswith(_level_sign(one.name)):
        return None
    end = words[behind].end
    if body in _GOVERNMENTS:
        key = f"{one.name}人民政府"
        if behind + 1 < len(words) and words[behind + 1].text in ("办公室", "办公厅"):
            end = words[behind + 1].end
            key += words[behind + 1].text
    else:
        key = f"中共{one.name}委员会"
        if behind + 1 < len(words) and words[behind + 1].text in (
            "组织部",
            "宣传部",
            "统战部",
            "政法委",
            "办公室",
        ):
            end = words[behind + 1].end
            key = f"中共{one.name}委{words[behind + 1].text}"
    if text.zh.startswith(_OFFICE_BEHIND, end):
        return None
    return OrganisationMention(number, place.start, end, key, key, place.code)


def _watch(number: int, text: AnnotatedText, behind: int, place: PlaceMention) -> OrganisationMention | None:
    """隆回县纪委监委, which is one body of two names."""
    one, watch = division(place.code), text.words[behind + 1]
    if one is None or watch.text != "监委" or text.zh.startswith(_OFFICE_BEHIND, watch.end):
        return None
    key = f"{one.name}纪委监委"
    return OrganisationMention(number, place.start, watch.end, key, key, place.code)


def _named(number: int, text: AnnotatedText, at: int, behind: int, place: str) -> OrganisationMention | None:
    """The longest name that begins with the words ``at`` to ``behind``."""
    words = text.words
    best: OrganisationMention | None = None
    for nouns, word in enumerate(words[behind : behind + _MOST_WORDS]):
        if word.end - words[at].start > _LONGEST:
            break
        if _ends(word, nouns):
            name = text.zh[words[at].start : word.end]
            if not text.zh.startswith(_OFFICE_BEHIND, word.end):
                key = name
                if one := division(place):
                    key = one.name + text.zh[words[behind - 1].end : word.end]
                best = OrganisationMention(number, words[at].start, word.end, key, name, place)
            if word.text.endswith(("公司", "局", "厅", "银行")):
                break
        if not _goes_on(word):
            break
    return best


def _ends(word: Word, nouns: int) -> bool:
    text = word.text
    if text in _NO_END or not text.endswith(_ENDS):
        return False
    if len(text) > 3 and word.term is None and not text.startswith(("人民", "有限", "中心")):
        return True
    return nouns > 0 or text not in _NEEDS_NOUN


def _goes_on(word: Word) -> bool:
    """Whether a word may stand inside of a name."""
    if word.pinyin is None or len(word.text) == 1:
        return word.text in "省市县区州镇乡村"
    if word.place:
        return not word.text.startswith("和")  # 县人民法院|和县|卫健局: seldom the county of that name
    if word.text in _VERBAL_NOUNS or word.text.startswith("第"):
        return True
    return bool(_NOUN.match(tag_of(word.text)))


def english_body(key: str, place: str, english: str) -> str:
    """The English name of the Party committee or the government of a division; empty for others.

    Args:
        key: as in :class:`OrganisationMention`.
        place: the code of the division.
        english: its English name: ``Longhui County``.

    >>> english_body("中共隆回县委员会", "430524", "Longhui County")
    'CPC Longhui County Committee'
    """
    one = division(place)
    if one is None or not english:
        return ""
    if key.startswith(f"{one.name}人民政府"):
        office = "General Office of the " if key.endswith(("办公室", "办公厅")) else ""
        return f"{office}People’s Government of {english}"
    level = {Level.PROVINCE: "Provincial", Level.PREFECTURE: "Municipal"}.get(one.level, "")
    proper, _, generic = english.rpartition(" ")
    # “Provincial” and “Municipal” for a province and a city; other levels keep their name.
    named = f"{proper} {level}" if level and generic in {"Province", "City"} else english
    if key == f"中共{one.name}委员会":
        return f"CPC {named} Committee"
    if key == f"{one.name}纪委监委":
        return f"Discipline Inspection and Supervision Commission of {english}"
    part = _DEPARTMENTS.get(key.removeprefix(f"中共{one.name}委"), "")
    return f"{part} of the CPC {named} Committee" if part else ""
