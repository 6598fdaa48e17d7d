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

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.annotate.annotated import AnnotatedPage, AnnotatedText
from build_scripts.annotate.division_names import name_parts
from build_scripts.annotate.divisions import Level, division, lineage, needs_level
from build_scripts.annotate.place_finding import PlaceName, find_names


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """The division ``code`` is named in text number ``text``, in characters ``start`` to ``end``."""

    text: int
    start: int
    end: int
    code: str


_LISTED = frozenset({"、", "和", "与", "及"})


def read_places(page: AnnotatedPage) -> tuple[PlaceMention, ...]:
    """The divisions named in ``page``, in the order of the text; every mention, without overlap."""
    hits = [hit for number, text in enumerate(page.texts) for hit in find_names(number, text)]
    sure = {at: hit.codes[0] for at, hit in enumerate(hits) if hit.free and len(hit.codes) == 1}
    _chains(hits, sure, page.texts)
    _by_context(hits, sure, page.texts)
    # What was told apart by its context gives evidence in turn: 会同 behind a 怀化 that was a list itself.
    _chains(hits, sure, page.texts)
    return tuple(
        PlaceMention(hit.text, hit.start, hit.end, sure[at]) for at, hit in enumerate(hits) if at in sure
    )


def _chains(hits: Sequence[PlaceName], sure: dict[int, str], texts: Sequence[AnnotatedText]) -> None:
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


def _settle_behind(at: int, hits: Sequence[PlaceName], sure: dict[int, str]) -> None:
    """The name at ``at`` stands right behind another: the pair that lie in each other, if there is one."""
    above = (sure[at - 1],) if at - 1 in sure else hits[at - 1].codes
    pairs = [(high, low) for high in above for low in hits[at].codes if high in lineage(low)]
    if len(pairs) == 1:
        sure[at - 1], sure[at] = pairs[0]


def _settle_beside(at: int, hits: Sequence[PlaceName], sure: dict[int, str], other: int = -1) -> None:
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


def _by_context(hits: Sequence[PlaceName], sure: dict[int, str], texts: Sequence[AnnotatedText]) -> None:
    """Settle what is left by all that is known of the report, the nearest first where two share alike."""
    for at in _repeated(hits, texts):
        sure.setdefault(at, hits[at].codes[0])
    named = set(sure.values())
    known: dict[str, list[int]] = {}
    for place, code in sorted(sure.items()):
        for one in (code, *lineage(code)):
            known.setdefault(one, []).append(place)
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


def _repeated(hits: Sequence[PlaceName], texts: Sequence[AnnotatedText]) -> list[int]:
    """Short names of one county each that the title has, or that the report says more than once."""
    alone = [at for at, hit in enumerate(hits) if not hit.full and not hit.bound and len(hit.codes) == 1]
    often = Counter(hits[at].codes for at in alone)
    titled = {hits[at].codes for at in alone if texts[hits[at].text].role == "title"}
    return [at for at in alone if often[hits[at].codes] > 1 or hits[at].codes in titled]


def _may_be_alone(code: str) -> bool:
    """Whether the proper name of a division whose full name is given may stand for it.

    Not those of counties that are ordinary words: in a report about 通道县 there are 绿色通道 as well.
    """
    one = division(code)
    return one is not None and (
        one.level is not Level.COUNTY or not needs_level() & {name_parts(one.name).proper}
    )


def _nearest(at: int, hit: PlaceName, known: Mapping[str, Sequence[int]]) -> str:
    """The candidate that shares most of its place with a division named in the report; empty if none or two.

    Args:
        at: the number of the name.
        hit: the name.
        known: for each division that is named, or that holds one, the numbers of the names in order.
    """
    best: list[tuple[tuple[int, int], str]] = []
    for code in hit.codes:
        path = (*reversed(lineage(code)), code)
        shared = max((depth for depth, one in enumerate(path, 1) if one in known), default=0)
        if shared >= hit.least:
            best.append(((shared, -_distance(at, known[path[shared - 1]])), code))
    best.sort(reverse=True)
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return ""
    return best[0][1]


def _distance(at: int, places: Sequence[int]) -> int:
    """How far the nearest of ``places``, which rise, is from ``at``."""
    behind = bisect_left(places, at)
    return min(abs(places[near] - at) for near in (behind - 1, behind) if 0 <= near < len(places))
