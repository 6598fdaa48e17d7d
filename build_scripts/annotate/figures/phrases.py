"""The noun beside a figure: 新建村卫生室|128个, 128个|村卫生室, 3000元|的补贴. Words only, no figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.annotate.figures.wording import (
    COMPLEMENTS,
    NEGATIONS,
    Kind,
    is_action,
    kind_of,
    leading_action,
)
from build_scripts.annotate.segment import Segment, is_known, segments, tag_of
from build_scripts.annotate.tables import word_set

MOST = 24
"""The longest name of an indicator, in characters; of a longer one the end is kept, where its head stands."""

_COMPARED = re.compile(
    r"^.{0,6}?(?:比|较|同|与)[^，。；]{0,14}?(?:比|相比)?(?=增|上升|上涨|提|升|扩|下|减|降|缩|多|少|高|低|小|大|涨|翻|$)"
)
_WHOLES = re.compile(
    "“[^“”]{1,20}”|‘[^‘’]{1,20}’|《[^《》]{1,40}》|「[^「」]{1,20}」|[省市州县区乡镇]直(?:机关)?(?:单位|机关|部门)"
)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a figure in its clause.

    ``noun`` is what is counted, ``action`` the verb that governs the figure, ``topic`` the noun before that
    verb (小套房 of 小套房盖起了); each may be empty. ``share``: 占; ``start``: 从, 由; ``bare``: nothing but
    such words stands there, so that the figure goes on about what the clause before it is about. ``of``: the
    phrase ends in 的, so that it describes what is counted.
    """

    noun: str = ""
    action: str = ""
    topic: str = ""
    share: bool = False
    start: bool = False
    bare: bool = False
    of: bool = False


def before(text: str) -> Before:
    """Read ``text``, which stands between the begin of a clause, or the figure before, and a figure.

    >>> said = before("新建村卫生室")
    >>> before("贫困发生率下降到").noun, said.action, said.noun, before("占").bare
    ('贫困发生率', '新建', '村卫生室', True)
    """
    words = _words(text)
    at = len(words) - 1
    share = start = of = moves = False
    while at >= 0 and (kind := kind_of(words[at])) in _JOINTS:
        share, start, of = share or kind is Kind.SHARE, start or kind is Kind.FROM, of or kind is Kind.OF
        moves = moves or kind is Kind.CHANGE
        at -= 1
    if at < 0:
        return Before(share=share, start=start, bare=True)
    action = ""
    if _governs(words, at) and not moves:
        action, at = _verb(words, at)
        topic, _ = _noun(words, at)
        return Before("", action, topic, share, start, of=of)
    noun, at = _noun(words, at, moves)
    if at >= 0 and (kind_of(words[at]) in _VERBS or words[at].text in COMPLEMENTS):
        action, _ = _verb(words, at)
    return Before(noun, action, "", share, start, bare=not noun and not action, of=of)


def compared(text: str) -> str:
    """``text`` without the comparison that it begins with: 比上届小 becomes 小.

    >>> compared("比上届小"), compared("同2019年相比增长")
    ('小', '增长')
    """
    return _COMPARED.sub("", text, count=1)


@dataclass(frozen=True, slots=True)
class After:
    """What stands behind a figure: the ``noun`` and the verb of what is said of it; each may be empty."""

    noun: str = ""
    verb: str = ""


def after(text: str, thing: bool = False, cut: bool = False) -> After:
    """The noun at the begin of ``text``, which stands behind a figure up to the end of its clause.

    ``thing``: what is counted can do nothing, so that a verb is its attribute (审批权限). ``cut``: another
    figure follows, the object of a verb at the end. A relative clause is passed over: of
    不适宜继续任职的县处级干部 the name is 县处级干部.

    >>> after("村卫生室建成"), after("的补贴").noun, after("政治上靠得住的县处级干部").noun
    (After(noun='村卫生室', verb='建成'), '补贴', '县处级干部')
    """
    words = _words(text)
    at = 1 if words and kind_of(words[0]) is Kind.OF else 0
    if thing and at + 1 < len(words) and kind_of(words[at]) in _VERBS and kind_of(words[at + 1]) is Kind.NOUN:
        noun, end = _forward(words, at + 1, cut)
        if all(kind_of(word) is not Kind.OF for word in words[end:]):
            return After(words[at].text + noun, _predicate(words, end))
    noun, end = _forward(words, at, cut)
    stopped = kind_of(words[end]) if end < len(words) else Kind.OTHER
    within = end < len(words) and words[end].text in ("上", "中", "里", "内")
    has = end < len(words) and words[end].text == "有"
    if (not noun or within) and (has or stopped not in _NO_RELATIVES):
        of = next((i for i in range(end, len(words)) if kind_of(words[i]) is Kind.OF), -1)
        if of > 0:
            relative, last = _forward(words, of + 1)
            noun, end = (relative, last) if relative else (noun, end)
    if "上" in noun and "的" in noun:
        noun = noun.rpartition("的")[2]  # 政治上过硬的年轻干部: a clause whose verb is an adjective
    return After(noun, _predicate(words, end))


def _predicate(words: Sequence[Segment], end: int) -> str:
    """The verb of what is said of the noun that ends at ``end``, not far behind it: 被|限期|改正."""
    return next((word.text for word in words[end : end + 4] if kind_of(word) in _VERBS), "")


_NO_RELATIVES = frozenset({Kind.OTHER, Kind.SHARE, Kind.STATE, Kind.CHANGE})
_JOINTS = frozenset(
    {Kind.STATE, Kind.CHANGE, Kind.SHARE, Kind.SKIP, Kind.FROM, Kind.PREPOSITION, Kind.OF, Kind.QUOTE}
)


def _words(text: str) -> list[Segment]:
    """The words of a phrase; a verb that the segmentation drew into a word it does not know is parted."""
    found: list[Segment] = []
    for word in _wholes(segments(text), text):
        verb = leading_action(word.text)
        if verb and (word.tag[:2] in ("ns", "nr", "nt") or not is_known(word.text)):
            rest = word.text[len(verb) :]
            found += [Segment(verb, "v", word.start), Segment(rest, tag_of(rest), word.start + len(verb))]
        elif word.text.strip():
            found.append(word)
    return found


def _wholes(words: Sequence[Segment], text: str) -> list[Segment]:
    """The words with what is one name as one: “一肩挑” in its quotation marks, 县直单位."""
    found: list[Segment] = []
    spans = [span.span() for span in _WHOLES.finditer(text)]
    for word in words:
        while spans and word.start >= spans[0][1]:
            spans.pop(0)
        inside = bool(spans) and spans[0][0] <= word.start
        if inside and word.start == spans[0][0]:
            found.append(Segment(text[spans[0][0] : spans[0][1]], "n", word.start))
        elif not inside:
            found.append(word)
    return found


def _governs(words: Sequence[Segment], at: int) -> bool:
    """Whether the word right before a figure is a verb that has it as its object: 惠及, 培训."""
    return kind_of(words[at]) in (Kind.ACTION, Kind.VERB)


def _verb(words: Sequence[Segment], at: int) -> tuple[str, int]:
    """The verb that ends at ``at``, with another close before it (清理整合), and where to go on."""
    verb = words[at].text
    at -= 1
    if at >= 0 and verb in COMPLEMENTS and kind_of(words[at]) in _VERBS:
        verb, at = words[at].text + verb, at - 1
    if at >= 0 and kind_of(words[at]) is Kind.ACTION:
        verb, at = words[at].text + verb, at - 1
    while at >= 0 and kind_of(words[at]) is Kind.SKIP:
        at -= 1
    return verb, at


def _noun(words: Sequence[Segment], at: int, doings: bool = False) -> tuple[str, int]:
    """The noun that ends at ``at``, read backwards, and the place of the word before it.

    ``doings``: a verb serves as a noun, because a verb follows: 检查、考核和督查|少了.
    """
    end = at + 1
    while at >= 0:
        kind = kind_of(words[at])
        kind = Kind.NOUN if doings and kind in _VERBS and at >= end - 5 else kind
        more = at + 1 < end
        if more and words[at].text in COMPLEMENTS and at > 0 and kind_of(words[at - 1]) in _VERBS:
            break
        joins = kind in (Kind.OF, Kind.AND) and at > 0 and _noun_at(words, at - 1, doings)
        within = kind is Kind.WITHIN or joins or words[at].text in NEGATIONS | _ADJECTIVES
        if kind in (Kind.NOUN, Kind.QUOTE) or (
            more and (within or (kind in _VERBS and _compounds(words, at, end)))
        ):
            at -= 1
        else:
            break
    return _joined(words[at + 1 : end], backwards=True), at


def _noun_at(words: Sequence[Segment], at: int, doings: bool) -> bool:
    return kind_of(words[at]) in _NOUNISH or (doings and kind_of(words[at]) in _VERBS)


_VERBS = frozenset({Kind.VERB, Kind.ACTION})
_NOUNISH = frozenset({Kind.NOUN, Kind.QUOTE, Kind.WITHIN})


def _compounds(words: Sequence[Segment], at: int, end: int) -> bool:
    """Whether the verb at ``at`` is the first half of a compound: 参保|率, 光伏|扶贫|电站."""
    following = words[at + 1].text
    if following in _MEASURES or (at + 2 == end and following in _ENDINGS):
        return True
    inside = at > 0 and kind_of(words[at - 1]) is Kind.NOUN and kind_of(words[at]) is Kind.VERB
    return (
        inside
        and at + 2 == end
        and words[at - 1].tag[:1] in "njb"
        and not words[at - 1].text.startswith("全")
    )


def _forward(words: Sequence[Segment], at: int, cut: bool = False) -> tuple[str, int]:
    """The noun that begins at ``at``, and the place of the word behind it."""
    while at + 1 < len(words) and _leads(words, at):
        at += 1
    start = at
    while at < len(words) and (length := _taken(words, at, start)):
        at += length
    while at > start + 1 and (
        (cut and at == len(words) and is_action(words[at - 1].text)) or words[at - 1].text in _TRAILING
    ):
        at -= 1
    return _joined(words[start:at]), at


def _taken(words: Sequence[Segment], at: int, start: int) -> int:
    """How many words from ``at`` on belong to the noun that began at ``start``; 0 where it ends."""
    kind = kind_of(words[at])
    nouns = at + 1 < len(words) and kind_of(words[at + 1]) in (Kind.NOUN, Kind.QUOTE)
    if at + 1 < len(words) and words[at + 1].text in ("了", "着", "过"):
        return 0  # a verb, whatever its tag: 代表|投|了
    if at == start and _negated(words, at):
        return 2
    if kind in (Kind.NOUN, Kind.QUOTE) or (nouns and words[at].text in _ADJECTIVES):
        return 1
    if at > start and (kind is Kind.WITHIN or (nouns and kind in (Kind.OF, Kind.AND))):
        return 1
    return _attribute(words, at, at == start) if kind in _VERBS else 0


_TRAILING = word_set("下 上 中 里 内 时 后 前")
_ADJECTIVES = word_set("低 高 大 小 多 少 新 老 好")


def _leads(words: Sequence[Segment], at: int) -> bool:
    """Whether a word only leads in what is counted: 96万名|各类|代表."""
    kind = kind_of(words[at])
    return (
        kind in (Kind.SKIP, Kind.PRONOUN)
        and words[at].text not in NEGATIONS
        and kind_of(words[at + 1]) is Kind.NOUN
    )


def _negated(words: Sequence[Segment], at: int) -> bool:
    """Whether 不 and one more word stand before a noun: 不|合格|党员."""
    following = words[at + 2 : at + 4]
    return words[at].text in NEGATIONS and any(kind_of(word) is Kind.NOUN for word in following)


_MEASURES = word_set("比例 面积 费用 总额 数量 标准 规模 金额 总数 经费 成本 次数 时间 资金 人数 户数 总量")
_ENDINGS = word_set("率 额 量 费 班 员 站 所 室 岗 金 款 度 数")
_HEADS = _ENDINGS | word_set(
    """
    工作队 平台 团 队 团队 队伍 责任人 单位 中心 基地 机构 农民 群众 人员 对象 干部 学员 青年 企业 项目 工程
    活动 小队
    """
)


def _attribute(words: Sequence[Segment], at: int, leads: bool) -> int:
    """How many verbs from ``at`` on stand before a noun as its attribute: 受训|农民, 集中|教育; else 0."""
    following = words[at + 1 : at + 3]
    if not following:
        return 0
    if following[0].text in _HEADS:
        return 1
    if kind_of(words[at]) is Kind.ACTION:
        return 0
    if leads and following[0].tag == "vn" and kind_of(following[0]) is Kind.NOUN:
        return 1
    two = leads and len(following) == 2 and kind_of(following[0]) is Kind.VERB
    return 2 if two and kind_of(following[1]) is Kind.NOUN else 0


def _joined(words: Sequence[Segment], backwards: bool = False) -> str:
    """The words as a name: no edges of punctuation, no half of a pair of quotation marks, not too long."""
    text = "".join(word.text for word in words).strip(_EDGES_OUT)
    for opening, closing in ("“”", "‘’", "《》", "（）", "()"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if len(text) > MOST:
        text = text[-MOST:] if backwards else text[:MOST]
        parts = re.split("[、和与及的]", text)
        text = parts[-1] if backwards else parts[0]
    return text.strip(_EDGES_OUT)


_EDGES_OUT = "、和与及的，（） "
