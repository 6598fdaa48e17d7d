"""Which divisions a report names, and where: full and short names, told apart by what is named around them.

A name is found where it begins and ends with a word (so no 蒙古 in 内蒙古, no 南县 in 湖南县域). Then:

- a full name of one division (隆回县) is that division; so is the short name of a province or a prefecture;
- a short name of a county counts where the report names its province or prefecture as well, or its full
  name, or says it twice or in the title;
- the proper name of a district (渌口), and a short name that is an ordinary word (会同, 通道), count only
  right behind the division they lie in (怀化会同) or in a list with their neighbours (芷江、通道);
- of several divisions of one name (鼓楼区) the one counts that shares most of its place with what else the
  report names: the county before the prefecture, that before the province, then the nearest. If two share
  alike, none counts: a wrong link is worse than none;
- townships count by their full name only, and only below a division that the report names.

Names in the names of streets, universities and firms (吉林大路, 湖南工业大学) are no mentions of a place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.division_names import name_parts
from build_scripts.annotate.divisions import (
    Division,
    Level,
    division,
    divisions,
    lineage,
    name_starts,
    needs_level,
    township_names,
)
from build_scripts.annotate.places import COMMON_FULL, TWO_CHARACTERS
from build_scripts.annotate.segment import is_known
from build_scripts.annotate.tables import word_set


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """The division ``code`` is named in text number ``text``, in characters ``start`` to ``end``."""

    text: int
    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name that may be that of one of ``codes``.

    ``full``: it is a full name. ``free``: it needs no evidence where there is only one of it; ``bound``: only
    its neighbours can tell that it is a place.
    """

    text: int
    start: int
    end: int
    codes: tuple[str, ...]
    full: bool
    free: bool
    bound: bool


_LONGEST = 16
_TOWNSHIP_END = re.compile("镇|乡|街道|苏木")
_TOWNSHIP_LENGTHS = range(12, 1, -1)
_SURNAMES = frozenset(
    "王李张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐邓韩冯曹彭曾肖田董袁潘蒋蔡余杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖"
)
# A short name before one of these is part of the name of a street, a school or a firm.
_NAMES_ON = word_set(
    """
    路 街 巷 里弄 大路 大街 大道 东路 西路 南路 北路 中路 东街 西街 站 南站 北站 东站 西站 岸 大桥 桥 大厦
    大酒店 大学 学院 公司 集团 银行 日报 晚报 晨报 卫视 电视台
    """
)
_WITHIN = 4  # So many words may stand between a short name and 大学: 湖南 工业 大学.
# What stands behind a place as a word of its own: a level, its people.
_BEHIND = frozenset("省市州县区镇乡村人籍")
_LISTED = frozenset({"、", "和", "与", "及"})


def read_places(page: AnnotatedPage) -> tuple[PlaceMention, ...]:
    """The divisions named in ``page``, in the order of the text; every mention, without overlap."""
    hits = [hit for number, text in enumerate(page.texts) for hit in _all_hits(number, text)]
    sure = {at: hit.codes[0] for at, hit in enumerate(hits) if hit.free and len(hit.codes) == 1}
    _chains(hits, sure, page.texts)
    _by_context(hits, sure)
    # What was told apart by its context gives evidence in turn: 会同 behind a 怀化 that was a list itself.
    _chains(hits, sure, page.texts)
    return tuple(
        PlaceMention(hit.text, hit.start, hit.end, sure[at]) for at, hit in enumerate(hits) if at in sure
    )


def _hits(number: int, text: AnnotatedText) -> Iterable[_Hit]:
    """The names in one text, the longest at each place."""
    words, starts = text.words, name_starts()
    done = 0
    for at, word in enumerate(words):
        if word.start < done or text.zh[word.start : word.start + 2] not in starts:
            continue
        if word.term is not None and not word.place:
            continue
        for behind in range(min(len(words), at + _LONGEST), at, -1):
            end = words[behind - 1].end
            if end - word.start > _LONGEST or end - word.start < 2:
                continue
            hit = _hit(number, text.zh[word.start : end], word.start)
            if hit is None or (not hit.full and _is_part_of_a_name(text, at, behind)):
                continue
            yield hit
            done = end
            break


def _all_hits(number: int, text: AnnotatedText) -> list[_Hit]:
    """The names in one text in their order; townships where no other name is."""
    hits = list(_hits(number, text))
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    townships = [hit for hit in _townships(number, text) if not taken.intersection(range(hit.start, hit.end))]
    return sorted((*hits, *townships), key=lambda hit: hit.start)


def _townships(number: int, text: AnnotatedText) -> Iterator[_Hit]:
    """The townships in one text, by their full names.

    The dictionary has few of them, so the segmentation cuts many wrongly (七江 镇通): their ends need not be
    ends of words where it only guessed at a word.
    """
    known, done = township_names(), 0
    for level in _TOWNSHIP_END.finditer(text.zh):
        end = level.end()
        for start in (end - length for length in _TOWNSHIP_LENGTHS if end - length >= done):
            codes = known.get(text.zh[start:end])
            if codes and _may_part(text, start) and _may_part(text, end):
                yield _Hit(number, start, end, codes, True, False, False)
                done = end
                break


def _may_part(text: AnnotatedText, at: int) -> bool:
    """Whether a word may begin or end at a character: it does, or the word around it is a guess."""
    around = bisect_right(text.words, at, key=lambda word: word.start) - 1
    if around < 0 or text.words[around].start == at or text.words[around].end <= at:
        return True
    word = text.words[around]
    return word.term is None and not is_known(word.text)


def _hit(number: int, name: str, start: int) -> _Hit | None:
    known = divisions()
    end = start + len(name)
    if codes := known.full.get(name):
        bound = name in COMMON_FULL or (len(name) == 2 and name not in TWO_CHARACTERS)
        return _Hit(number, start, end, codes, True, not bound, bound)
    if not (codes := known.short.get(name, ())):
        return None
    if name in needs_level():
        return _Hit(number, start, end, codes, False, False, True)
    outside = tuple(code for code in codes if not _is_district(known.by_code[code]))
    if not outside:
        return _Hit(number, start, end, codes, False, False, True)
    first = known.by_code[outside[0]]
    high = first.level in (Level.PROVINCE, Level.PREFECTURE)
    if high and all(first.level is Level.PROVINCE or known.lies_in(code, first.code) for code in outside[1:]):
        return _Hit(number, start, end, outside[:1], False, True, False)
    free = len(outside) == 1 and (high or first.name.endswith("市") or len(name) > 2)
    return _Hit(number, start, end, outside, False, free, False)


def _is_district(one: Division) -> bool:
    return name_parts(one.name).generic in {"区", "新区", "矿区", "林区"}


def _is_part_of_a_name(text: AnnotatedText, at: int, behind: int) -> bool:
    """Whether a short name, the words ``at`` to ``behind``, belongs to the name of somebody or something."""
    words = text.words
    before = words[at - 1].text if at else ""
    if before in _SURNAMES and words[behind - 1].end - words[at].start == 2:
        return True
    behind_it = words[behind].text if behind < len(words) else ""
    # 长|沙发: the segmentation took the wrong two of three.
    if len(behind_it) == 1 and behind_it not in _BEHIND and is_known(words[behind - 1].text[-1] + behind_it):
        return True
    for word in words[behind : behind + _WITHIN]:
        if word.text in _NAMES_ON or word.text.endswith(("大学", "学院")):
            # 路, 站 and the like follow at once: 长沙 站, but not 怀化 市民 走 在 路 上.
            return word is words[behind] or len(word.text) > 1
        if word.pinyin is None or word.place or word.text in {"的", "和", "与", "在", "到"}:
            return False
    return False


def _chains(hits: Sequence[_Hit], sure: dict[int, str], texts: Sequence[AnnotatedText]) -> None:
    """Settle names by the name right before them, or beside them in a list: 南京市鼓楼区, 芷江、通道."""
    for at in range(1, len(hits)):
        before, hit = hits[at - 1], hits[at]
        if before.text != hit.text:
            continue
        between = texts[hit.text].zh[before.end : hit.start]
        if between in ("", "的"):
            _settle_behind(at, hits, sure)
        elif between in _LISTED:
            _settle_beside(at, hits, sure)
    for at in range(len(hits) - 2, -1, -1):
        hit, behind = hits[at], hits[at + 1]
        if hit.text == behind.text and texts[hit.text].zh[hit.end : behind.start] in _LISTED:
            _settle_beside(at, hits, sure, other=at + 1)


def _settle_behind(at: int, hits: Sequence[_Hit], sure: dict[int, str]) -> None:
    """The name at ``at`` stands right behind another: the pair that lie in each other, if there is one."""
    above = (sure[at - 1],) if at - 1 in sure else hits[at - 1].codes
    pairs = [(high, low) for high in above for low in hits[at].codes if high in lineage(low)]
    if len(pairs) == 1:
        sure[at - 1], sure[at] = pairs[0]


def _settle_beside(at: int, hits: Sequence[_Hit], sure: dict[int, str], other: int = -1) -> None:
    """The name at ``at`` stands in a list beside a known one: its neighbour with the same parent."""
    beside = at - 1 if other < 0 else other
    known = sure.get(beside)
    if at in sure:
        return
    if known is None:
        # Neither is known; that they lie side by side tells both, unless both are ordinary words.
        pairs = [
            (one, two)
            for one in hits[beside].codes
            for two in hits[at].codes
            if one != two and lineage(one)[:1] == lineage(two)[:1] != ()
        ]
        if len(pairs) == 1 and not (hits[beside].bound and hits[at].bound):
            sure[beside], sure[at] = pairs[0]
        return
    parent = lineage(known)[:1]
    siblings = [code for code in hits[at].codes if lineage(code)[:1] == parent and parent]
    if len(siblings) == 1:
        sure[at] = siblings[0]


def _by_context(hits: Sequence[_Hit], sure: dict[int, str]) -> None:
    """Settle what is left by all that is known of the report, the nearest first where two share alike."""
    for at in _repeated(hits):
        sure.setdefault(at, hits[at].codes[0])
    known = sorted(sure.items())
    named = {code for _, code in known}
    for at, hit in enumerate(hits):
        if at in sure:
            continue
        if hit.bound:
            # Its own full name is evidence enough, unless the name is an ordinary word.
            own = [code for code in hit.codes if code in named and not hit.full and _may_be_alone(code)]
            if len(own) == 1:
                sure[at] = own[0]
            continue
        code = _nearest(at, hit, known)
        if code:
            sure[at] = code


def _repeated(hits: Sequence[_Hit]) -> list[int]:
    """Short names of one county each that the title has, or that the report says more than once."""
    alone = [at for at, hit in enumerate(hits) if not hit.full and not hit.bound and len(hit.codes) == 1]
    often = Counter(hits[at].codes for at in alone)
    titled = {hits[at].codes for at in alone if hits[at].text == 0}
    return [at for at in alone if often[hits[at].codes] > 1 or hits[at].codes in titled]


def _may_be_alone(code: str) -> bool:
    """Whether the proper name of a division whose full name is given may stand for it.

    Not those of counties that are ordinary words: in a report about 通道县 there are 绿色通道 as well.
    """
    one = division(code)
    return one is not None and (
        one.level is not Level.COUNTY or not needs_level() & {name_parts(one.name).proper}
    )


def _nearest(at: int, hit: _Hit, known: Sequence[tuple[int, str]]) -> str:
    """The candidate that shares most of its place with a division named in the report; empty if none or two.

    A township must share its prefecture, unless no other of its name is in the country.
    """
    scores: dict[str, tuple[int, int]] = {}
    own = {code: (*reversed(lineage(code)), code) for code in hit.codes}
    for place, code in known:
        other = (*reversed(lineage(code)), code)
        for candidate, path in own.items():
            shared = sum(1 for one, two in zip(path, other, strict=False) if one == two)
            scores[candidate] = max(scores.get(candidate, (0, 0)), (shared, -abs(place - at)))
    least = 2 if len(hit.codes[0]) == 9 and len(hit.codes) > 1 else 1
    best = sorted(((score, code) for code, score in scores.items() if score[0] >= least), reverse=True)
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return ""
    return best[0][1]
