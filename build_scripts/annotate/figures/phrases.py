"""The noun beside a figure: 新建村卫生室|128个, 128个|村卫生室, 3000元|的补贴. Words only, no figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.annotate.figures.nouns import VERBS, noun_before, noun_behind, phrase_words
from build_scripts.annotate.figures.wording import BEING, COMPLEMENTS, Kind, kind_of
from build_scripts.annotate.segment import Segment
from build_scripts.annotate.tables import word_set

_COMPARED = re.compile(
    r"^(.{0,6}?)(?:(?<![占对])比(?![例重率])|较|(?<!合)同|(?<!参)与)[^，。；]{0,14}?(?:比|相比)?(?=增|上升|上涨|提|升|扩|下|减|降|缩|多|少|高|低|小|大|涨|翻|$)"
)


# 584个村中，…: among them, and no part of the name; 初中, 高中 are schools.
_AMONG = re.compile("(?<![初高职集空其])(?:当中|之中|中)$")


# What is left of a time in front of the phrase: 三年|内培训村干部.
_WITHIN = frozenset({"内", "之内", "以内", "期间", "间", "以来"})


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a figure in its clause.

    ``noun`` is what is counted, ``action`` the verb that governs the figure, ``topic`` the noun before that
    verb (小套房 of 小套房盖起了); each may be empty. ``share``: 占; ``start``: 从, 由; ``bare``: nothing but
    such words stands there, so that the figure goes on about what the clause before it is about. ``of``: the
    phrase ends in 的, so that it describes what is counted. ``being``: 有, 达, 为 say that it is so.
    """

    noun: str = ""
    action: str = ""
    topic: str = ""
    share: bool = False
    start: bool = False
    bare: bool = False
    of: bool = False
    being: bool = False


def before(text: str, terms: Sequence[str] = ()) -> Before:
    """Read ``text``, which stands between the begin of a clause, or the figure before, and a figure.

    ``terms`` are words that the segmentation would part (一肩挑).

    >>> said = before("新建村卫生室")
    >>> before("贫困发生率下降到").noun, said.action, said.noun, before("占").bare
    ('贫困发生率', '新建', '村卫生室', True)
    """
    words = phrase_words(text, terms)
    if words and words[0].text in _WITHIN:
        words = words[1:]
    at = len(words) - 1
    share = start = of = moves = being = False
    while at >= 0 and (kind := kind_of(words[at])) in _JOINTS:
        being = being or words[at].text in BEING
        share, start, of = share or kind is Kind.SHARE, start or kind is Kind.FROM, of or kind is Kind.OF
        moves = moves or kind is Kind.CHANGE
        at -= 1
    if at < 0:
        return Before(share=share, start=start, bare=True, being=being)
    action = ""
    done = words[at].text if _is_done(words, at) and not moves else ""
    if _governs(words, at) and not moves and not done:
        action, at = _verb(words, at)
        topic, _ = noun_before(words, at)
        return Before("", action, topic, share, start, of=of)
    noun, at = noun_before(words, at - 1 if done else at, moves)
    noun += done
    being = being or (at >= 0 and words[at].text in BEING)
    if at < 0 and words[0].text in _EITHER and noun.removeprefix(words[0].text) not in ("", *_AFTER_EITHER):
        return Before(noun.removeprefix(words[0].text), words[0].text, "", share, start, of=of, being=being)
    if at >= 0 and (kind_of(words[at]) in VERBS or words[at].text in COMPLEMENTS):
        action, _ = _verb(words, at)
    return Before(noun, action, "", share, start, bare=not noun and not action, of=of, being=being)


def compared(text: str) -> str:
    """``text`` without the comparison that it begins with: 比上届小 becomes 小.

    >>> compared("比上届小"), compared("信访量同比下降"), compared("女性比例达到")
    ('小', '信访量下降', '女性比例达到')
    """
    return _COMPARED.sub(r"\1", text, count=1)


@dataclass(frozen=True, slots=True)
class After:
    """What stands behind a figure: the ``noun`` and the verb of what is said of it; each may be empty."""

    noun: str = ""
    verb: str = ""


def after(text: str, thing: bool = False, cut: bool = False, terms: Sequence[str] = ()) -> After:
    """The noun at the begin of ``text``, which stands behind a figure up to the end of its clause.

    ``thing``: what is counted can do nothing, so that a verb is its attribute (审批权限). ``cut``: another
    figure follows, the object of a verb at the end. A relative clause is passed over: of
    不适宜继续任职的县处级干部 the name is 县处级干部.

    >>> after("村卫生室建成"), after("的补贴").noun, after("政治上靠得住的县处级干部").noun
    (After(noun='村卫生室', verb='建成'), '补贴', '县处级干部')
    """
    words = phrase_words(_AMONG.sub("", text), terms)
    at = 1 if words and kind_of(words[0]) is Kind.OF else 0
    if thing and at + 1 < len(words) and kind_of(words[at]) in VERBS and kind_of(words[at + 1]) is Kind.NOUN:
        noun, end = noun_behind(words, at + 1, cut)
        if all(kind_of(word) is not Kind.OF for word in words[end:]):
            return After(words[at].text + noun, _predicate(words, end))
    noun, end = noun_behind(words, at, cut)
    stopped = kind_of(words[end]) if end < len(words) else Kind.OTHER
    within = end < len(words) and words[end].text in ("上", "中", "里", "内")
    has = end < len(words) and words[end].text == "有"
    if (not noun or within) and (has or stopped not in _NO_RELATIVES):
        of = next((i for i in range(end, len(words)) if kind_of(words[i]) is Kind.OF), -1)
        if of > 0:
            relative, last = noun_behind(words, of + 1)
            noun, end = (relative, last) if relative else (noun, end)
    if "上" in noun and "的" in noun:
        noun = noun.rpartition("的")[2]  # 政治上过硬的年轻干部: a clause whose verb is an adjective
    return After(noun, _predicate(words, end))


def _predicate(words: Sequence[Segment], end: int) -> str:
    """The verb of what is said of the noun that ends at ``end``, not far behind it: 被|限期|改正."""
    return next((word.text for word in words[end : end + 4] if kind_of(word) in VERBS), "")


_NO_RELATIVES = frozenset({Kind.OTHER, Kind.SHARE, Kind.STATE, Kind.CHANGE})
_JOINTS = frozenset(
    {Kind.STATE, Kind.CHANGE, Kind.SHARE, Kind.SKIP, Kind.FROM, Kind.PREPOSITION, Kind.OF, Kind.QUOTE}
)


def _governs(words: Sequence[Segment], at: int) -> bool:
    """Whether the word right before a figure is a verb that has it as its object: 惠及, 培训."""
    return kind_of(words[at]) in (Kind.ACTION, Kind.VERB)


def _is_done(words: Sequence[Segment], at: int) -> bool:
    """Whether a verb right before a figure is the object of another: 办理|不动产|登记, 受理|群众|投诉."""
    start = at - 1
    while start >= 0 and kind_of(words[start]) is Kind.NOUN:
        start -= 1
    doing = 0 <= start < at - 1 and kind_of(words[start]) is Kind.ACTION
    return doing and words[at].text in _CASES


_EITHER = word_set("培训 救助 考察 监督")
"""Nouns that are verbs where they begin a clause and another noun follows: 培训|基层|骨干, but 培训|班."""
_AFTER_EITHER = word_set("班 人数 人次 人员 对象 费 费用 资金 金 站 次数 面 率 工作 学员 名额 干部")
_CASES = word_set("登记 备案 许可 认证 咨询 投诉 举报 申请 审批 求助")


def _verb(words: Sequence[Segment], at: int) -> tuple[str, int]:
    """The verb that ends at ``at``, with another close before it (清理整合), and where to go on."""
    verb = words[at].text
    at -= 1
    if at >= 0 and verb in COMPLEMENTS and kind_of(words[at]) in VERBS:
        verb, at = words[at].text + verb, at - 1
    if at >= 0 and kind_of(words[at]) is Kind.ACTION:
        verb, at = words[at].text + verb, at - 1
    while at >= 0 and kind_of(words[at]) is Kind.SKIP:
        at -= 1
    return verb, at
