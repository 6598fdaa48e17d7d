"""The noun beside a figure: 新建村卫生室|128个, 128个|村卫生室, 3000元|的补贴. Words only, no figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.annotate.figures.wording import LEADING_ACTIONS, Kind, kind_of
from build_scripts.annotate.segment import Segment, is_known, segments, tag_of

MOST = 24
"""The longest name of an indicator, in characters; of a longer one the end is kept, where its head stands."""

_COMPARED = re.compile(r"^.{0,6}?(?:比|较|同|与)[^，。；]{0,14}?(?:比|相比)?(?=[增上提升扩下减降缩多少高低小大涨]|$)")
_EDGES = "、和与及的，“”‘’（） "


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

    >>> before("贫困发生率下降到").noun, before("新建村卫生室"), before("占").bare
    ('贫困发生率', Before(noun='村卫生室', action='新建', topic='', share=False, start=False, bare=False, of=False), True)
    """
    words = _words(text)
    at = len(words) - 1
    share = start = of = False
    while at >= 0 and (kind := kind_of(words[at])) in _JOINTS:
        share, start, of = share or kind is Kind.SHARE, start or kind is Kind.FROM, of or kind is Kind.OF
        at -= 1
    if at < 0:
        return Before(share=share, start=start, bare=True)
    action = ""
    if _governs(words, at):
        action, at = _verb(words, at)
        topic, _ = _noun(words, at)
        return Before("", action, topic, share, start, of=of)
    noun, at = _noun(words, at)
    if at >= 0 and kind_of(words[at]) is Kind.SKIP and not noun:
        at -= 1
    if at >= 0 and kind_of(words[at]) in (Kind.ACTION, Kind.VERB):
        action, _ = _verb(words, at)
    return Before(noun, action, "", share, start, bare=not noun and not action, of=of)


def compared(text: str) -> str:
    """``text`` without the comparison that it begins with: 比上届小 becomes 小.

    >>> compared("比上届小"), compared("同2019年相比增长")
    ('小', '增长')
    """
    return _COMPARED.sub("", text, count=1)


def after(text: str) -> str:
    """The noun at the begin of ``text``, which stands behind a figure up to the end of its clause.

    A relative clause is passed over: of 不适宜继续任职的县处级干部 the name is 县处级干部.

    >>> after("村卫生室建成"), after("的补贴"), after("得到提拔"), after("政治上靠得住的县处级干部")
    ('村卫生室', '补贴', '', '县处级干部')
    """
    words = _words(text)
    at = 1 if words and kind_of(words[0]) is Kind.OF else 0
    noun, end = _forward(words, at)
    stopped = kind_of(words[end]) if end < len(words) else Kind.OTHER
    within = end > at and kind_of(words[end - 1]) is Kind.WITHIN
    if (not noun or within) and stopped not in (Kind.OTHER, Kind.SHARE, Kind.STATE, Kind.CHANGE):
        of = next((i for i in range(end, len(words)) if kind_of(words[i]) is Kind.OF), -1)
        if of > 0:
            noun = _forward(words, of + 1)[0]
        elif within:
            noun = ""
    return noun


_JOINTS = frozenset({Kind.STATE, Kind.CHANGE, Kind.SHARE, Kind.SKIP, Kind.FROM, Kind.PREPOSITION, Kind.OF, Kind.QUOTE})


def _words(text: str) -> list[Segment]:
    """The words of a phrase; a verb that the segmentation drew into a word it does not know is parted."""
    found: list[Segment] = []
    for word in segments(text):
        verb = next((verb for verb in LEADING_ACTIONS if word.text.startswith(verb)), "")
        if verb and len(word.text) > len(verb) and (word.tag[:2] in ("ns", "nr", "nt") or not is_known(word.text)):
            rest = word.text[len(verb) :]
            found += [Segment(verb, "v", word.start), Segment(rest, tag_of(rest), word.start + len(verb))]
        elif word.text.strip():
            found.append(word)
    return found


def _governs(words: Sequence[Segment], at: int) -> bool:
    """Whether the word right before a figure is a verb that has it as its object: 惠及, 培训."""
    return kind_of(words[at]) in (Kind.ACTION, Kind.VERB)


def _verb(words: Sequence[Segment], at: int) -> tuple[str, int]:
    """The verb that ends at ``at``, with another close before it (清理整合), and where to go on."""
    verb = words[at].text
    at -= 1
    if at >= 0 and kind_of(words[at]) is Kind.ACTION:
        verb, at = words[at].text + verb, at - 1
    while at >= 0 and kind_of(words[at]) is Kind.SKIP:
        at -= 1
    return verb, at


def _noun(words: Sequence[Segment], at: int) -> tuple[str, int]:
    """The noun that ends at ``at``, read backwards, and the place of the word before it."""
    end = at + 1
    while at >= 0:
        kind = kind_of(words[at])
        more = at + 1 < end
        if kind is Kind.NOUN or kind is Kind.QUOTE or (kind is Kind.WITHIN and more):
            at -= 1
        elif more and kind in (Kind.OF, Kind.AND) and at > 0 and kind_of(words[at - 1]) in _NOUNISH:
            at -= 1
        elif more and kind in (Kind.VERB, Kind.ACTION) and _compounds(words, at, end):
            at -= 1
        else:
            break
    return _joined(words[at + 1 : end], backwards=True), at


_NOUNISH = frozenset({Kind.NOUN, Kind.QUOTE, Kind.WITHIN})
_SUFFIXES = frozenset("率 额 量 数 费 班 员 户 人 村 县 镇 乡 点 站 所 室 会 岗 金 款 度 面 校".split())


def _compounds(words: Sequence[Segment], at: int, end: int) -> bool:
    """Whether the verb at ``at`` is the first half of a compound: 参保|率, 光伏|扶贫|电站."""
    following = words[at + 1].text
    if following in _SUFFIXES:
        return True
    inside = at > 0 and kind_of(words[at - 1]) is Kind.NOUN and kind_of(words[at]) is Kind.VERB
    return inside and at + 2 == end and words[at - 1].tag[:1] in "njb" and not words[at - 1].text.startswith("全")


def _forward(words: Sequence[Segment], at: int) -> tuple[str, int]:
    """The noun that begins at ``at``, and the place of the word behind it."""
    start = at
    while at < len(words):
        kind = kind_of(words[at])
        nouns = at + 1 < len(words) and kind_of(words[at + 1]) in (Kind.NOUN, Kind.QUOTE)
        if kind is Kind.NOUN or kind is Kind.QUOTE or (kind is Kind.WITHIN and at > start):
            at += 1
        elif at > start and nouns and kind in (Kind.OF, Kind.AND):
            at += 1
        elif kind is Kind.VERB and nouns and words[at + 1].text in _SUFFIXES | {"农民", "群众", "人员", "对象"}:
            at += 1
        else:
            break
    return _joined(words[start:at]), at


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
