"""Names of things as phrases: read backwards from a figure, or forwards. Words only, no figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

_WHOLES = re.compile(
    "“[^“”]{1,20}”|‘[^‘’]{1,20}’|《[^《》]{1,40}》|「[^「」]{1,20}」|[省市州县区乡镇]直(?:机关)?(?:单位|机关|部门)"
    # Fixed names with a verb in them, which a phrase would end at.
    "|乡村振兴|脱贫攻坚|疫情防控|安全生产|环境整治|基层治理|社会治理|可支配收入|高标准农田"
)

VERBS = frozenset({Kind.VERB, Kind.ACTION})
"""Verbs, those of the list and all others."""


def phrase_words(text: str, terms: Sequence[str] = ()) -> list[Segment]:
    """The words of a phrase, each of ``terms`` one of them.

    A verb that the segmentation drew into a word it does not know is parted.

    >>> [word.text for word in phrase_words("一肩挑比例为", ["一肩挑"])]
    ['一肩挑', '比例', '为']
    """
    found: list[Segment] = []
    for word in _wholes(segments(text), text, terms):
        verb = leading_action(word.text)
        if verb and (word.tag[:2] in ("ns", "nr", "nt") or not is_known(word.text)):
            rest = word.text[len(verb) :]
            found += [Segment(verb, "v", word.start), Segment(rest, tag_of(rest), word.start + len(verb))]
        elif word.text.strip():
            found.append(word)
    return found


def _wholes(words: Sequence[Segment], text: str, terms: Sequence[str]) -> list[Segment]:
    """The words with what is one name as one: “一肩挑” in its quotation marks, 县直单位, a term."""
    spans = [span.span() for span in _WHOLES.finditer(text)]
    if not spans and not any(term in text for term in terms):
        return list(words)
    found: list[Segment] = []
    starts = {word.start for word in words} | {len(text)}
    for term in terms:
        for match in re.finditer(re.escape(term), text):
            inside = any(start < match.end() and match.start() < end for start, end in spans)
            if not inside and starts.issuperset(match.span()):
                spans.append(match.span())
    spans.sort()
    for word in words:
        while spans and word.start >= spans[0][1]:
            spans.pop(0)
        inside = bool(spans) and spans[0][0] <= word.start
        if inside and word.start == spans[0][0]:
            found.append(Segment(text[spans[0][0] : spans[0][1]], "n", word.start))
        elif not inside:
            found.append(word)
    return found


def noun_before(words: Sequence[Segment], at: int, doings: bool = False) -> tuple[str, int]:
    """The noun that ends at ``at``, read backwards, and the place of the word before it.

    ``doings``: a verb serves as a noun, because a verb follows: 检查、考核和督查|少了.
    """
    end = at + 1
    while at >= 0:
        kind = kind_of(words[at])
        kind = Kind.NOUN if doings and kind in VERBS and at >= end - 5 else kind
        more = at + 1 < end
        if more and words[at].text in COMPLEMENTS and at > 0 and kind_of(words[at - 1]) in VERBS:
            break
        joins = kind in (Kind.OF, Kind.AND) and at > 0 and _noun_at(words, at - 1, doings)
        within = kind is Kind.WITHIN or joins or words[at].text in NEGATIONS | _ADJECTIVES
        if kind in (Kind.NOUN, Kind.QUOTE) or (
            more and (within or (kind in VERBS and _compounds(words, at, end)))
        ):
            at -= 1
        else:
            break
    return _joined(words[at + 1 : end], backwards=True), at


def _noun_at(words: Sequence[Segment], at: int, doings: bool) -> bool:
    return kind_of(words[at]) in _NOUNISH or (doings and kind_of(words[at]) in VERBS)


_NOUNISH = frozenset({Kind.NOUN, Kind.QUOTE, Kind.WITHIN})


def _compounds(words: Sequence[Segment], at: int, end: int) -> bool:
    """Whether the verb at ``at`` is the first half of a compound: 参保|率, 光伏|扶贫|电站."""
    following = words[at + 1].text
    if following in _MEASURES or (at + 2 == end and following in _ENDINGS):
        return True
    inside = at > 0 and kind_of(words[at - 1]) is Kind.NOUN and kind_of(words[at]) is Kind.VERB
    inside = inside and words[at].text[-1] not in COMPLEMENTS  # 村民|让出|菜地: who did it
    return (
        inside
        and at + 2 == end
        and words[at - 1].tag[:1] in "njb"
        and not words[at - 1].text.startswith("全")
    )


def noun_behind(words: Sequence[Segment], at: int, cut: bool = False) -> tuple[str, int]:
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
    if at == len(words) and at > start + 1 and words[at - 1].text in _BECOMING:
        at -= 1
    return _joined(words[start:at]), at


def _taken(words: Sequence[Segment], at: int, start: int) -> int:
    """How many words from ``at`` on belong to the noun that began at ``start``; 0 where it ends."""
    kind = kind_of(words[at])
    nouns = at + 1 < len(words) and kind_of(words[at + 1]) in (Kind.NOUN, Kind.QUOTE)
    if at + 1 < len(words) and words[at + 1].text in ("了", "着", "过", "得"):
        return 0  # a verb, whatever its tag: 代表|投|了, 措施|写|得|细
    if "得" in words[at].text[1:] and not is_known(words[at].text):
        return 0  # the same, guessed to be one word: 措施|写得细
    if words[at].text in _MANNERS and at + 1 < len(words) and kind_of(words[at + 1]) in VERBS:
        return 0  # 行政村|重点|扶持: how it is done
    if at == start and _negated(words, at):
        return 2
    if kind in (Kind.NOUN, Kind.QUOTE) or (nouns and words[at].text in _ADJECTIVES):
        return 1
    if at > start and (kind is Kind.WITHIN or (nouns and kind in (Kind.OF, Kind.AND))):
        return 1
    return _attribute(words, at, at == start) if kind in VERBS else 0


_MANNERS = word_set("重点 集中 主动 积极 全程 定点 对口 联合 同步 统一")
_BECOMING = word_set("就业 脱贫 受益 增收 返乡")
"""What people come to at the end of a clause, and no part of who they are: 吸纳85名妇女|就业."""
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
_ENDINGS = word_set("函 率 额 量 费 班 员 站 所 室 岗 金 款 度 数")
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
    for opening, closing in _PAIRS if not _BRACKETS.isdisjoint(text) else ():
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if len(text) > MOST:
        text = text[-MOST:] if backwards else text[:MOST]
        parts = re.split("[、和与及的]", text)
        text = parts[-1] if backwards else parts[0]
    return text.strip(_EDGES_OUT)


_EDGES_OUT = "、和与及的，（） "
_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("(", ")"))
_BRACKETS = frozenset(sign for pair in _PAIRS for sign in pair)
