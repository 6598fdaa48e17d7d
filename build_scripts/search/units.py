"""The units of a text: what pairs are made of. A Chinese character, a figure, a sign, or a whole Latin word.

docs/assets/duizhao-search.js divides queries in the same way; tests/search/ hold both to one table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from build_scripts.clean.script import simplified

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
SIGNS = "+%&=/·×±°$#@~*_-"

# Full-width forms of what can be a unit. Full-width punctuation stays: “，5” is no decimal.
_WIDE = {
    **{wide: chr(wide - 0xFEE0).lower() for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))},
    **{
        wide: chr(wide - 0xFEE0) for wide in (*range(0xFF41, 0xFF5B), *map(ord, "＋％＆＝／．＃＠＄～＊＿－"))
    },
}
# All else may become several characters or others by NFKC: ㎡, Ⅳ, ①, ligatures, compatibility ideographs.
_ODD = re.compile("[^\0-\x7f\u2010-\u2027\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]")
_OTHERS = (
    rf"(?P<figure>\d)|(?P<sign>[{re.escape(SIGNS)}]|(?<=\d)[.,:](?=\d))"
    rf"|(?P<word>[^\W\d_{HAN}]+(?:['’][^\W\d_{HAN}]+)*)"
)
_UNIT = re.compile(rf"(?P<han>[{HAN}])|{_OTHERS}")
_STRETCH = re.compile(rf"(?P<han>[{HAN}]+)|{_OTHERS}")


class Unit(NamedTuple):
    """``text`` as it is looked up: simplified, lower case, of normal width. ``start`` and ``end`` count
    characters of the text it stands in. ``kind`` is ``han``, ``figure``, ``sign`` or ``word``."""

    text: str
    start: int
    end: int
    kind: str


def runs(text: str) -> Iterator[tuple[Unit, ...]]:
    """The runs of units in ``text``: what stands between two of them (punctuation, a space) is not searched.

    A space between Chinese and what is not Chinese (GDP 增长) is a matter of typography and parts nothing.

    >>> [[unit.text for unit in run] for run in runs("“1+5”文件，GDP 增长50%")]
    [['1', '+', '5'], ['文', '件'], ['gdp', '增', '长', '5', '0', '%']]
    """
    for run in stretches(text):
        yield tuple(one for unit in run for one in _single(unit))


def stretches(text: str) -> Iterator[tuple[Unit, ...]]:
    """The runs as :func:`runs` gives them, but Chinese characters that follow each other as one unit: of a
    page there are five times fewer of these.

    >>> [[unit.text for unit in run] for run in stretches("乡村振兴，GDP 增长")]
    [['乡村振兴'], ['gdp', '增长']]
    """
    run: list[Unit] = []
    for unit in _units(text):
        if run and not _touch(run[-1], unit, text):
            yield from _trimmed(run)
            run = []
        run.append(unit)
    yield from _trimmed(run)


def folded(text: str) -> tuple[str, list[int] | None]:
    """``text`` in the form in which it is looked up, and the place in ``text`` of each character of it.

    None for the places: each is where it was.

    >>> folded("ＡB發"), folded("5㎡")
    (('ab发', None), ('5m2', [0, 1, 1]))
    """
    if _ODD.search(text) is None:
        return simplified(text.translate(_WIDE).lower()), None
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        form = unicodedata.normalize("NFKC", character) if _ODD.match(character) else character
        for part in form.translate(_WIDE).lower():
            characters.append(part)
            places.append(place)
    return simplified("".join(characters)), places


def _units(text: str) -> Iterator[Unit]:
    form, places = folded(text)
    if places is None:
        for match in _STRETCH.finditer(form):
            yield Unit(match[0].replace("’", "'"), *match.span(), match.lastgroup or "")
        return
    for match in _UNIT.finditer(form):
        start, end = places[match.start()], places[match.end() - 1] + 1
        yield Unit(match[0].replace("’", "'"), start, end, match.lastgroup or "")


def _single(unit: Unit) -> Iterator[Unit]:
    """A stretch of Chinese characters by its characters."""
    if unit.kind != "han" or len(unit.text) == 1:
        yield unit
        return
    for place, character in enumerate(unit.text, unit.start):
        yield Unit(character, place, place + 1, "han")


def _touch(before: Unit, unit: Unit, text: str) -> bool:
    between = text[before.end : unit.start]
    if not between:
        return True
    kinds = {before.kind, unit.kind}
    return len(kinds) == 2 and "han" in kinds and "sign" not in kinds and not between.strip(" \u00a0")


def _trimmed(run: list[Unit]) -> Iterator[tuple[Unit, ...]]:
    """The run without signs that stand at its ends and say nothing there; % and ° belong to their figure."""
    first, last = 0, len(run)
    while first < last and run[first].kind == "sign":
        first += 1
    while first < last and run[last - 1].kind == "sign" and run[last - 1].text not in "%°":
        last -= 1
    if first < last:
        yield tuple(run[first:last])
