"""Where a page's title stands, and what of the page lies outside the report.

Evidence is added up over the whole page: where its prose lies, which line the page itself calls its title,
which lines are nothing but links. Nothing that holds the title or half of the prose is outside; what is
only probably outside is said with less than :data:`SURE`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from build_scripts.model import Role
from build_scripts.read.boxes import Box
from build_scripts.read.page_facts import key
from build_scripts.read.page_lines import Line

SURE = 0.9
# What stands above the title is the site's; below the text there may be a remark of the report's.
_ABOVE, _BELOW = 0.85, 0.75
HAN = re.compile(r"[\u3400-\u9fff]")
SENTENCE = re.compile(r"[。！？；]")
LABELLED = re.compile(
    r"(?:来源|來源|稿源|作者|记者|通讯员|编辑|編輯|责编|审核|校对|供稿|撰文|摄影|攝影|(?:发布|发表)?(?:时间|日期))\s*[:：|]|^(?:发表|发布|更新|發表|發布)[于於]"
)
DATED = re.compile(r"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}|\d{4}\s+\d{1,2}/\d{1,2}")
_NO_TITLE = re.compile(r"[。；]|^(?:首页|当前位置|您的位置)")
LONGEST_META = 100
_LONGEST_TITLE = 80
# Characters of the box that holds a title, its date and its source, and nothing else.
_LONGEST_HEAD = 300
_FEWEST_LINKS = 3
_CARD = 6
# What a title scores that its page names, or a main heading.
_LIKELY = 3


def around(box: Box | None) -> Iterator[Box]:
    """A box and those around it, from the inside out."""
    while box is not None:
        yield box
        box = box.parent


def title_lines(lines: Sequence[Line], titles: Sequence[str]) -> frozenset[int]:
    """The places of the lines that are titles of reports: one a page, or one an ``<article>``."""
    articles = defaultdict(list)
    for place, line in enumerate(lines):
        outer = [box for box in around(line.box) if box.tag == "article"]
        if outer and outer[-1].outer is None:
            articles[outer[-1]].append(place)
    # An <article> of a few words is a card that leads to another page.
    most = max((article.prose for article in articles), default=0)
    groups = [group for article, group in articles.items() if article.prose * _CARD > most]
    groups = groups if len(groups) > 1 else [list(range(len(lines)))]
    return frozenset(found for group in groups if (found := _best_title(group, lines, titles)) is not None)


def _best_title(group: Sequence[int], lines: Sequence[Line], titles: Sequence[str]) -> int | None:
    """The likeliest title among the lines of a report: a likely one, or at least a heading above its text."""
    scores = dict(zip(group, _title_scores([lines[place] for place in group], titles), strict=True))
    best = max(group, key=lambda place: (scores[place], -place), default=None)
    if best is None or scores[best] >= _LIKELY:
        return best
    text = next((place for place in group if _is_prose(lines[place])), len(lines))
    heads = (place for place in group if place < text and lines[place].box.level and scores[place] > 0)
    return next(heads, None)


def _title_scores(lines: Sequence[Line], titles: Sequence[str]) -> list[int]:
    """How much each line is the title: by what the page calls itself, by tag, by name, by place."""
    keys = [key(title) for title in titles]
    scores: list[int] = []
    prose_seen = False
    for line in lines:
        score, here = 0, key(line.text)
        if len(HAN.findall(line.text)) < 3 or len(line.text) > _LONGEST_TITLE or _NO_TITLE.search(line.text):
            score = -9
        if here in keys:
            score += 5
        elif len(here) >= 6 and any(here in title for title in keys):
            score += 3
        score += max(0, 4 - line.box.level) if line.box.level else 0
        score += 2 if line.box.role is Role.TITLE else 0
        score -= 4 if line.box.outer and line.box.outer.tag != "header" and not line.box.level else 0
        score -= 3 if line.linked > 0.9 and not line.box.level else 0
        score -= 3 if line.alt or line.note or line.row else 0
        score -= 2 if prose_seen else 0
        scores.append(score)
        prose_seen = prose_seen or _is_prose(line)
    return scores


def _is_prose(line: Line) -> bool:
    """Whether a line is a paragraph of some length."""
    return bool(SENTENCE.search(line.text)) and line.linked < 0.5 and len(line.text) > 30


def outside_lines(lines: Sequence[Line], total: int, heads: frozenset[int]) -> dict[int, float]:
    """The places of lines outside the report, each with how sure that is."""
    found: dict[int, float] = {}
    main = _main_box(lines, total)
    head = _head_box(lines, heads)
    for place, line in enumerate(lines):
        if line.note:
            found[place] = SURE
        elif (sure := _named_outside(line, total, main)) and not _signs_report(line, main, head):
            found[place] = sure
    for run in _link_runs(lines):
        found.update({place: SURE for place in run if place not in heads})
    if heads and main is not None:
        found = {**dict(_beyond(lines, main, head, heads, found)), **found}
    for place in reversed(range(len(lines) - 1)):
        # The head of a list that goes, where it is no part of the report's own box.
        own = main is not None and any(box is main for box in around(lines[place].box))
        if lines[place].box.level and place + 1 in found and not own:
            found.setdefault(place, found[place + 1])
    return {place: sure for place, sure in found.items() if place not in heads}


def _named_outside(line: Line, total: int, main: Box | None) -> float:
    """How sure tags, roles and names put a line outside: those count that do not hold the report.

    The header of a section within the report is a heading, that of the page is not.
    """
    sure = 0.0
    box = line.box.outer
    while box is not None:
        heads = box.banner and main is not None and any(outer is main for outer in around(box))
        own = heads or (box.vague and box.prose)
        if not box.titled and not own and 2 * box.prose <= total:
            sure = max(sure, box.outside)
        box = box.parent.outer if box.parent else None
    return sure


def _head_box(lines: Sequence[Line], heads: frozenset[int]) -> Box | None:
    """The innermost box with the title and another line."""
    if not heads:
        return None
    return next((box for box in around(lines[min(heads)].box) if box.lines > 1), None)


def _signs_report(line: Line, main: Box | None, head: Box | None) -> bool:
    """Whether a line in an outside part of the report's own box states its date, source or editor."""
    if head is not None and head.size <= _LONGEST_HEAD and not line.links and DATED.search(line.text):
        return any(box is head for box in around(line.box))
    if len(line.text) > LONGEST_META or line.linked > 0.5 or not LABELLED.search(line.text):
        return False
    return main is not None and any(box is main or (box.titled and box.prose) for box in around(line.box))


def _link_runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of lines that are nothing but links: menus, lists of other reports; or many links in one line."""
    places = range(len(lines))
    for linked, run in groupby(places, key=lambda place: _only_links(lines[place])):
        group = list(run)
        if linked and sum(max(1, lines[place].links) for place in group) >= _FEWEST_LINKS:
            yield group


def _only_links(line: Line) -> bool:
    """Whether hardly anything but links stands in a line, but for dates, figures and marks."""
    if not line.links or line.alt or line.row:
        return False
    rest = len(HAN.findall(line.text)) * (1 - line.linked)
    return line.linked >= 0.5 and rest <= 2


def _main_box(lines: Sequence[Line], total: int) -> Box | None:
    """The innermost box of several lines that holds four fifths of the prose, if the page has any."""
    if not total:
        return None
    best: Box | None = None
    for line in lines:
        for box in around(line.box):
            if 5 * box.prose >= 4 * total:
                if best is None or box.size < best.size:
                    best = box
                break
    while best is not None and best.lines < 2 and best.parent is not None:
        best = best.parent
    return best


def _beyond(
    lines: Sequence[Line], main: Box, head: Box | None, heads: frozenset[int], found: dict[int, float]
) -> Iterator[tuple[int, float]]:
    """Lines above the title and below the text that are probably the site's: no prose, no source, no date."""
    first = min(heads)
    last = max((n for n, line in enumerate(lines) if any(box is main for box in around(line.box))), default=0)
    for place, line in enumerate(lines):
        if first <= place <= last or place in found:
            continue
        prose = SENTENCE.search(line.text) and len(HAN.findall(line.text)) > 12 and line.linked < 0.5
        report = line.box.level or line.box.role in (Role.SUBTITLE, Role.CAPTION) or line.row or line.alt
        beside = place < first and head is not None and any(box is head for box in around(line.box))
        stated = LABELLED.search(line.text) or (DATED.search(line.text) and (beside or place > last))
        if not (prose or report or stated or beside) or line.linked > 0.9:
            yield place, SURE if line.linked > 0.5 else _ABOVE if place < first else _BELOW
