"""The place that a figure is about: named beside it, meant by 全县 or 该镇, or the report's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.divisions import divisions

_LEVELS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "街道",
    "社区",
    "省",
    "市",
    "州",
    "县",
    "区",
    "镇",
    "乡",
    "村",
)
# 全县, 我市, 该镇, 县里; 县委 and 市民 are none.
_POINTING = re.compile(
    r"(?P<whole>[全我该本])(?P<level>[省市州县区镇乡村]|街道|社区)(?![委民属直级政内外办府])"
    r"|(?<![\u4e00-\u9fff])(?P<inside>[省市州县区镇乡村])里"
)
# A place after these is where something went or came from, or what another is compared with.
# 在全省先行 says where among others, not what the figure is about.
_AMONG = re.compile("[在居列为被向到]$")
_ELSEWHERE = re.compile("(?:到|赴|去|往|向|从|与|同|和|跟|由|比|经|于|回|离)$")
# 广东省中医院 and 湖南农业大学 are names of institutions, 怀化人 of people; 利川市近三年回引能人 is neither.
_NAME_GOES_ON = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:大学|学院|医院|日报|公司|集团|银行|研究院|研究所|中学|小学|学校|火车站|大道)"
    r"|[\u4e00-\u9fff]{0,2}路|话|菜|籍|人(?![均口民大])"
)
# In names of ideas and offices more often than not: 中国特色.
_TOO_LARGE = frozenset({"中国", "亚洲", "欧洲", "非洲"})
_SAME_LEVEL = {
    "州": ("自治州", "州"),
    "区": ("区",),
    "县": ("县", "自治县"),
    "省": ("省", "自治区"),
    "市": ("市",),
}
_CLAUSES = re.compile("[，；。！？：\n]")


@dataclass(frozen=True, slots=True)
class At:
    """A mention of a place in a text: where it stands, and the full name."""

    start: int
    end: int
    name: str


def level_of(name: str) -> str:
    """The administrative level that a name ends in; empty for a short name.

    >>> level_of("怀化市"), level_of("怀化")
    ('市', '')
    """
    return next((level for level in _LEVELS if name.endswith(level) and len(name) > len(level)), "")


@lru_cache(maxsize=4096)
def full_name(name: str) -> str:
    """The full name that a division has today; a name that is none of one division alone stays as it is.

    >>> full_name("怀化"), full_name("恩施州"), full_name("云溪县"), full_name("鼓楼区")
    ('怀化市', '恩施土家族苗族自治州', '云溪县', '鼓楼区')
    """
    known = divisions()
    first, *others = known.full.get(name) or known.short.get(name) or ("",)
    # 恩施 is the prefecture, not the city in it.
    return known.by_code[first].name if first and all(known.lies_in(one, first) for one in others) else name


def report_place(page: AnnotatedPage) -> str:
    """The place that a report as a whole is about: of those in its titles the last, else the one named most.

    Of one that is named as often as another the first counts. Empty where none is named.
    """
    named = [_named(text) for text in page.texts]
    heads = [
        at.name for text, found in zip(page.texts, named, strict=True) if not text.anchor for at in found
    ]
    if heads:
        return heads[-1]
    counts = Counter(at.name for found in named for at in found)
    return max(counts, key=lambda name: counts[name], default="")


def _named(text: AnnotatedText) -> list[At]:
    """The places that ``text`` names, institutions named after one left out."""
    found = []
    for word in text.words:
        if word.place and word.text not in _TOO_LARGE and not _NAME_GOES_ON.match(text.zh, word.end):
            found.append(At(word.start, word.end, full_name(word.text)))
    return found


class Places:
    """The places of a report in reading order: which were named last, level by level.

    What is named in one text is known in the next; so the texts are asked for once each, in order.
    """

    def __init__(self, page: AnnotatedPage) -> None:
        self.report = report_place(page)
        self._last: dict[str, str] = {}
        self._see(self.report)

    def mentions(self, text: AnnotatedText) -> list[At]:
        """The places that ``text`` names or points to as what it is about, in order."""
        found: list[At] = []
        named = iter((*_named(text), None))
        place = next(named)
        for match in (*_POINTING.finditer(text.zh), None):
            while place is not None and (match is None or place.start < match.start()):
                self._see(place.name)
                if not _ELSEWHERE.search(text.zh[max(0, place.start - 1) : place.start]):
                    found.append(place)
                place = next(named)
            if match is None or _AMONG.search(text.zh[max(0, match.start() - 1) : match.start()]):
                continue
            if name := self._pointed(match):
                found.append(At(*match.span(), name))
        return found

    def _see(self, name: str) -> None:
        if level := level_of(name):
            self._last[level] = name

    def _pointed(self, match: re.Match[str]) -> str:
        level = match["level"] or match["inside"]
        if match["inside"] and not self.report.endswith(level):
            return ""  # 市里 and 县里 of a report on the province: in any city, in any county
        names = [self._last[one] for one in _SAME_LEVEL.get(level, (level,)) if one in self._last]
        # In a county-level city 全市 is the city, and in a report on one county 全县 is it.
        return names[0] if names else ""


def place_of(start: int, sentence: tuple[int, int], mentions: Sequence[At], text: str) -> str:
    """The place that the figure at ``start`` is about by its sentence; empty if the sentence says none.

    The last one named before it counts that begins its clause or stands for the whole (全县); a semicolon
    ends what an earlier place governs only where the part after it names one of its own.
    """
    place = bisect_left(mentions, start, key=lambda at: at.start)
    first = bisect_left(mentions, sentence[0], key=lambda at: at.start)
    for at in reversed(mentions[max(first, place - _MOST) : place]):
        lead = _CLAUSES.split(text[max(sentence[0], at.start - 2 * _LEAD) : at.start])[-1]
        if len(lead) <= _LEAD:
            return at.name
    return ""


_MOST = 12
_LEAD = 8
"""How many characters may stand before a place in its clause when it is what the clause is about."""


def joined(mentions: Sequence[At]) -> list[At]:
    """Mentions close behind one another as one, the last: 株洲市芦淞区 is 芦淞区."""
    found: list[At] = []
    for at in mentions:
        if found and found[-1].end == at.start:
            found[-1] = At(found[-1].start, at.end, at.name)
        else:
            found.append(at)
    return found
