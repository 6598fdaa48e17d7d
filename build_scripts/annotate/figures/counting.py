"""What each figure of a text counts, and what it says of it: a level, a share, a rise, a fall."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.annotate.figures.model import FALL, FALL_TO, LEVEL, RISE, RISE_TO, SHARE, START
from build_scripts.annotate.figures.phrases import Before, after, before, compared
from build_scripts.annotate.figures.units import is_counter, unit_name
from build_scripts.annotate.figures.wording import AGENT
from build_scripts.quantities import Quantity, Trend
from build_scripts.quantities.units import HOUSEHOLD, PERSON, TIMES

_BOUND = re.compile("[，。；：！？\n]")
_BRACKETS = re.compile("（[^（）]{0,40}）")
_PER = re.compile("每[人户村镇乡县组年月天日次亩]{1,2}|[人户村组年月日亩县镇]均|平均")
_CHANGES = {
    Trend.NONE: LEVEL,
    Trend.UP: RISE,
    Trend.UP_BY: RISE,
    Trend.UP_TO: RISE_TO,
    Trend.DOWN: FALL,
    Trend.DOWN_BY: FALL,
    Trend.DOWN_TO: FALL_TO,
}
# Words that count how often something is done: what is counted is the doing.
_EVENTS = frozenset("次 场 期 届 轮 遍 趟 人次 场次 批次 起 例 课时 学时".split())
_PEOPLE = {PERSON: "人", HOUSEHOLD: "户"}
_LEADS = re.compile(r"^(?:其中|其|该|各|各级|每个|每|另外?|共|全[省市州县区镇乡村]|我[省市州县区镇乡村]|[省市州县区镇乡村]里)+(?=.{2})")


@dataclass(frozen=True, slots=True)
class Counted:
    """The name of an indicator in its parts; as in :class:`build_scripts.annotate.figures.model.Figure`."""

    counts: str
    action: str = ""
    per: str = ""
    change: str = LEVEL


def count_all(text: str, figures: Sequence[Quantity], others: Sequence[tuple[int, int]], places: Sequence[str]) -> list[Counted]:
    """Say of each of ``figures`` what it counts.

    Args:
        text: the Chinese.
        figures: its figures in order.
        others: the places of all quantities in it, dates and the like included: names do not reach over them.
        places: names of places, which are no part of what is counted.
    """
    found: list[Counted] = []
    for at, figure in enumerate(figures):
        left, right = _around(text, figure, others)
        last = found[-1] if at and not re.search("[。！？\n]", text[figures[at - 1].end : figure.start]) else None
        found.append(_counted(figure, left, right, last, places))
        if at and found[-1].change in (RISE_TO, FALL_TO) and _from(text, figures[at - 1], figure):
            found[at - 1] = _start(found[at - 1])
    return found


def _around(text: str, figure: Quantity, others: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """What stands in the clause before the figure and behind it, up to the next quantity."""
    start = max((place.end() for place in _BOUND.finditer(text, max(0, figure.start - 60), figure.start)), default=max(0, figure.start - 60))
    start = max((end for _, end in others if start < end <= figure.start), default=start)
    behind = figure.end
    for begin, end in others:
        # 3190户9058名贫困人口: two figures of one noun.
        if begin == behind and end > behind:
            behind = end
    stop = _BOUND.search(text, behind, behind + 60)
    last = min((begin for begin, _ in others if begin > behind), default=len(text))
    right = text[behind : min(stop.start() if stop else behind + 60, last)]
    return _BRACKETS.sub("", text[start : figure.start]), _BRACKETS.sub("", right)


def _counted(figure: Quantity, left: str, right: str, last: Counted | None, places: Sequence[str]) -> Counted:
    per = "".join(dict.fromkeys(_PER.findall(left)))
    stripped = compared(left) if figure.trend is not Trend.NONE or figure.unit == "%" else left
    said = before(stripped)
    change = _change(figure, said, left)
    counts, action = _name(figure, said, after(right))
    counts = _cleaned(counts, places)
    if not counts and last is not None and (said.bare or change != LEVEL) and not action:
        return Counted(last.counts, last.action, per or last.per, change)
    if not counts and figure.unit in _PEOPLE:
        counts = _PEOPLE[figure.unit]
    return Counted(counts, action, per, change)


def _change(figure: Quantity, said: Before, left: str) -> str:
    if figure.unit == TIMES:
        return RISE_TO
    change = _CHANGES[figure.trend]
    if change != LEVEL:
        return change
    if figure.unit == "%" and (said.share or re.search("占[^，。；]{0,6}$", left)):
        return SHARE
    return LEVEL


def _name(figure: Quantity, said: Before, following: str) -> tuple[str, str]:
    """The noun and the verb: behind a counter the noun follows, of a measured unit it stands before."""
    unit = unit_name(figure)
    if unit in _EVENTS and not following:
        return said.action + said.noun if said.noun or said.action else said.topic, ""
    if is_counter(unit) or figure.unit in _PEOPLE:
        if following:
            return following, said.action
        if said.noun:
            return said.noun, said.action
        topic = said.topic if is_counter(unit) and not AGENT.search(said.topic) else ""
        return topic, said.action
    if said.noun and not (said.of and following):
        return said.noun, said.action
    return following, said.action


def _cleaned(counts: str, places: Sequence[str]) -> str:
    """The name without the place that it begins with, and without what only leads in (其中, 全县)."""
    while True:
        place = next((name for name in places if counts.startswith(name) and len(counts) > len(name) + 1), "")
        shorter = _LEADS.sub("", counts[len(place) :].removeprefix("的"))
        if shorter == counts:
            return counts
        counts = shorter


def _from(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether the figures are the two ends of a way: 从6.1%升到95%, 由每年5万元提到6万元."""
    between = text[first.end : second.start]
    clause = _BOUND.split(text[max(0, first.start - 12) : first.start])[-1]
    return not _BOUND.search(between) and bool(re.search("[从由自]", clause)) and len(between) <= 8


def _start(counted: Counted) -> Counted:
    return Counted(counted.counts, counted.action, counted.per, START)
