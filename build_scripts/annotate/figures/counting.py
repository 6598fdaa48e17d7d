"""What each figure of a text counts, and what it says of it: a level, a share, a rise, a fall."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.annotate.figures.model import FALL, FALL_TO, LEVEL, RISE, RISE_TO, SHARE, START, Span
from build_scripts.annotate.figures.phrases import Before, after, before, compared
from build_scripts.annotate.figures.surroundings import Around, Surroundings
from build_scripts.annotate.figures.units import is_counter, unit_name
from build_scripts.annotate.figures.wording import AGENT
from build_scripts.annotate.tables import word_set
from build_scripts.quantities import Approx, Quantity, Trend
from build_scripts.quantities.units import HOUSEHOLD, PERSON, TIMES

_BOUND = re.compile("[，。；：！？\n]")
_PER = re.compile("每[人户村镇乡县组年月天日次亩]|[人户村组年月日亩县镇]均|平均")
_EACH = re.compile("每[人户村镇乡县组年月天日次亩]")
# 提到, 放宽到: verbs that the check of the English need not know.
_MOVED = re.compile(
    "(?:(?P<up>提高?|上?升|上?涨|增[加长]?|扩[大展]?|放宽|上调)|下?降|减少?|压[减缩]?|缩[短减小]|下调)[到至]$"
)
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
EVENTS = word_set("次 场 期 届 轮 遍 趟 人次 场次 批次 起 例 课时 学时")
"""Counters of what happens."""
_PEOPLE = {PERSON: "人", HOUSEHOLD: "户"}
_LEADS = re.compile(
    r"^(?:其中|[人户村]均|已|其|该|各|各级|每个|每|另外?|共|全[省市州县区镇乡村]|我[省市州县区镇乡村]|[省市州县区镇乡村]里)+(?=.{2})"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The name of an indicator in its parts; as in :class:`build_scripts.annotate.figures.model.Figure`.

    ``being``: the text says that it is so: 有合作社198家、家庭农场30家.
    """

    counts: str
    action: str = ""
    verb: str = ""
    per: str = ""
    change: str = LEVEL
    being: bool = False


def count_all(
    text: str,
    figures: Sequence[Quantity],
    others: Sequence[Span],
    places: Sequence[str],
    terms: Sequence[str] = (),
) -> list[Counted]:
    """Say of each of ``figures`` what it counts.

    Args:
        text: the Chinese.
        figures: its figures in order.
        others: the places of all quantities in it, dates and the like included: names do not reach over them.
        places: names of places, which are no part of what is counted.
        terms: words of the text that begin with a number and are none: 一肩挑.
    """
    found: list[Counted] = []
    surroundings = Surroundings(text, [(figure.start, figure.end) for figure in figures], others)
    for at, figure in enumerate(figures):
        around = surroundings.around(at)
        last = None
        if around.linked:
            nearby = range(at - 1, max(-1, at - 4), -1)
            last = next((found[k] for k in nearby if _goes_on(figures[k], figure, at - k)), None)
        one = _counted(figure, around, last, places, terms)
        if not one.counts and last is not None and _same_things(figures[at - 1], figure):
            one = replace(one, counts=last.counts)
        if not one.counts and not one.action and _may_look_back(figure, around.left):
            one = replace(one, counts=_cleaned(before(around.before, terms).noun, places))
        listed = (
            at > 0 and found[-1].being and bool(_LISTED.fullmatch(text, figures[at - 1].end, figure.start))
        )
        found.append(replace(one, being=(one.being or listed) and not (one.action or one.verb)))
        if at and one.change in (RISE_TO, FALL_TO) and _from(text, figures[at - 1], figure):
            found[at - 1] = replace(found[at - 1], change=START)
    return found


# What stands between two items of a list, one verb before all.
_LISTED = re.compile("[^，。；：！？\n、]{0,12}、[^，。；：！？\n]{0,16}")


def _may_look_back(figure: Quantity, left: str) -> bool:
    """Whether the clause before may name it: 误工报酬，2016年月均1000元; 问题最多，有57780起."""
    return not is_counter(unit_name(figure)) or bool(re.search("[有达为共]$", left))


def _goes_on(first: Quantity, second: Quantity, distance: int) -> bool:
    """Whether a figure that names nothing may be about what one before it is: 8.8万名，下降16%.

    Past another figure only where both have the same measure: 收入8万元以上的村37个，20万元以上的14个.
    """
    if distance > 1:
        return first.measure == second.measure and second.unit not in _PEOPLE
    return second.unit == "%" or second.trend is not Trend.NONE or first.unit == second.unit


def _same_things(first: Quantity, second: Quantity) -> bool:
    """Whether a doing that names nothing is one to what was counted before it: 查出23个问题，整改21个."""
    return is_counter(unit_name(second)) and first.measure == second.measure and second.unit not in _PEOPLE


def _counted(
    figure: Quantity, around: Around, last: Counted | None, places: Sequence[str], terms: Sequence[str]
) -> Counted:
    left, higher = _without_measure(around.left, figure)
    per = "".join(dict.fromkeys(_PER.findall(left)))
    left = _EACH.sub("", left)
    said = before(compared(left) if figure.trend is not Trend.NONE or figure.unit == "%" else left, terms)
    change = higher or _change(figure, said, left)
    if last is not None and figure.unit == "%" and re.fullmatch("[、和及与]", left):
        change = last.change  # 分别增长15%和18%
    following = after(around.right, _is_thing(figure), around.cut, terms)
    counts, action = _name(figure, said, following.noun, around.right.startswith("的"))
    verb = following.verb if following.noun == counts or figure.measure.endswith("人") else ""
    counts = _cleaned(counts, places)
    # 20万元以上的村: a limit that names nothing is one of what the limit before it was.
    limits = said.bare and figure.approx is not Approx.EXACT and around.right.startswith("的") and last
    if counts in places or (limits and figure.unit == "cny"):
        counts = ""
    if not counts and last is not None and (said.bare or change != LEVEL) and not action:
        per = per or (last.per if unit_name(figure) == "岁" or change not in (RISE, FALL, SHARE) else "")
        return Counted(last.counts, last.action, last.verb, per, change, said.being)
    if not counts and figure.unit in _PEOPLE:
        counts = _PEOPLE[figure.unit]
    return Counted(counts, action, verb, per, change, said.being)


def _without_measure(left: str, figure: Quantity) -> tuple[str, str]:
    """``left`` without what the figure is measured by, and the change: 收入高于同级人员|20% is 收入, up."""
    if figure.unit not in ("%", "pp", "cny", "yr") or not (found := _BY.search(left)):
        return left, ""
    return left[: found.start()], RISE if found["up"] else FALL


_BY = re.compile("(?:(?P<up>高于|多于|高出)|(?:低于|少于))(?=[^，。；]{2,20}$)")
_THINGS = word_set("项 件 份 条 本 套 座 处 所 期 场 批 宗 起 种 类 台 辆")


def _is_thing(figure: Quantity) -> bool:
    """Whether the counter is one of things, which do nothing themselves."""
    return figure.measure in _THINGS


def _change(figure: Quantity, said: Before, left: str) -> str:
    if figure.unit == TIMES:
        return RISE_TO
    change = _CHANGES[figure.trend]
    if change == LEVEL and (moved := _MOVED.search(left.removesuffix("的"))):
        change = RISE_TO if moved["up"] else FALL_TO
    if change != LEVEL:
        return change
    if figure.unit == "%" and (said.share or re.search("占[^，。；]{0,6}$", left)):
        return SHARE
    return LEVEL


def _name(figure: Quantity, said: Before, following: str, of: bool) -> tuple[str, str]:
    """The noun and the verb: behind a counter the noun follows, of a measured unit it stands before."""
    unit = unit_name(figure)
    if unit in EVENTS and not following:
        return said.action + said.noun if said.noun or said.action else said.topic, ""
    if is_counter(unit) or figure.unit in _PEOPLE:
        # 人 stands for people by itself: in 374人领办项目 nothing else is counted.
        if following and figure.measure[-1:] != "人":
            return following, said.action
        if said.noun:
            described = said.of and figure.unit in _PEOPLE
            return f"{said.noun}的{_PEOPLE[figure.unit]}" if described else said.noun, said.action
        topic = said.topic if is_counter(unit) and not AGENT.search(said.topic) else ""
        return topic, said.action
    # 3000元的补贴 is said of the grant, 收入5万元以上的村 of the income.
    behind = of and (figure.approx is Approx.EXACT or unit == "岁")
    if said.noun and not ((said.of or behind) and following):
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
    """Whether the figures are the two ends of a way: 从6.1%升到95%, 从2015年的6万元增加到2019年的18万元."""
    between = text[first.end : second.start]
    clause = _BOUND.split(text[max(0, first.start - 20) : first.start])[-1]
    return not _BOUND.search(between) and bool(re.search("[从由自]", clause)) and len(between) <= 16
