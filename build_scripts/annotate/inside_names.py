"""Organisations that a report names from within: 市委组织部, 县融媒体中心, 镇人民政府, each of one division.

Which one, the divisions that the report names say, if they leave no choice: the only county it names is 县,
the province around all of its places 省, the only town of a paragraph 镇. Where there is a choice no name is
made: better to miss one than to give it to the neighbours. What is said of many (各县委), and what stands
behind a noun that may be the name of another place (云溪|县委), is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_scripts.annotate.annotated import AnnotatedText
from build_scripts.annotate.division_names import name_parts
from build_scripts.annotate.divisions import Level, division, lineage
from build_scripts.annotate.place_mentions import PlaceMention
from build_scripts.annotate.segment import is_known, tag_of

SIGNS = "省市州县区镇乡"
"""What a division is called from within."""

_TOWNS = "镇乡"
_NAMING = frozenset("nj")
_BODIES = ("委", "政府", "人大", "政协", "部", "局", "监委", "院")
_MANY = re.compile(
    "(?:各|每|某|其他|其它|兄弟|外|多个|多|两|几个?|一些|部分|有的|历任|[\\d一二三四五六七八九十]+个?)$"
)
_BODY = re.compile(
    f"(?P<sign>[{SIGNS}])(?:"
    "(?P<watch>纪委监委|纪律检查委员会|纪委)|(?P<committee>委(?!员|任|派|托)|党委)(?P<part>组织部|宣传部|统战部|政法委|办公室)?"
    "|(?P<government>(?:人民)?政府)(?P<office>办公室|办公厅)?)"
)


def level_sign(name: str) -> str:
    """The one character that is said for a division's level: 县 of 芷江侗族自治县."""
    return {"自治区": "区", "特别行政区": "区"}.get(name_parts(name).generic, name[-1:])


class Inside:
    """The divisions of one report, by what they are called from within."""

    def __init__(self, texts: Sequence[AnnotatedText], places: Sequence[PlaceMention]) -> None:
        """Take the places that the report names, in ``texts``."""
        self._texts = texts
        self._places = places
        self._named = _by_sign(one.code for one in places)
        self._around = _by_sign(code for one in places for code in lineage(one.code))
        self._titled = _by_sign(one.code for one in places if not texts[one.text].anchor)
        self._ends = {(one.text, one.end): one for one in places}

    def ending_at(self, number: int, end: int) -> PlaceMention | None:
        """The place whose name ends at a character of a text: 七江镇 of 七江|镇党委."""
        return self._ends.get((number, end))

    def meant(self, sign: str, number: int) -> str:
        """The code of the division that text ``number`` calls by its ``sign``; empty where that is open."""
        here = _by_sign(one.code for one in self._places if one.text == number) if sign in _TOWNS else {}
        for known in (here, self._named, self._titled, self._around):
            found = known.get(sign, set())
            if len(found) == 1:
                return next(iter(found))
            if found and known is not self._named:
                return ""
        return ""

    def is_another(self, number: int, at: int) -> bool:
        """Whether the word ``at`` of a text is of several (各|县委), or of what the word before it names."""
        words, zh = self._texts[number].words, self._texts[number].zh
        if not at or words[at - 1].pinyin is None:
            return False
        before = words[at - 1].text
        named = tag_of(before)[:1] in _NAMING or not is_known(before)
        many = _MANY.search(zh, max(0, words[at].start - 4), words[at].start)
        return bool(many) or (named and not before.endswith(_BODIES))


def _by_sign(codes: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for code in codes:
        one = division(code)
        sign = level_sign(one.name) if one else ""
        # 区 is a district; of an autonomous region 区委 would be the committee of either.
        if one and sign in SIGNS and (sign != "区" or one.level is not Level.PROVINCE):
            found.setdefault(sign, set()).add(code)
    return found


def body_at(zh: str, start: int) -> re.Match[str] | None:
    """The committee or government that is named from within at a character: 县委组织部, 镇人民政府."""
    return _BODY.match(zh, start)


def body_key(found: re.Match[str], name: str) -> str:
    """The full name of it, ``name`` being that of its division.

    >>> found = body_at("县委组织部", 0)
    >>> found and body_key(found, "隆回县")
    '中共隆回县委组织部'
    """
    if found["watch"]:
        return f"{name}{'纪委监委' if found['watch'] == '纪委监委' else '纪委'}"
    if found["committee"]:
        return f"中共{name}委{found['part']}" if found["part"] else f"中共{name}委员会"
    return f"{name}人民政府{found['office'] or ''}"
