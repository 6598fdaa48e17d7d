"""A unit of a report to HTML: Chinese and English side by side, with the status of the English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import Element

from build_scripts.publish.chinese import chinese
from build_scripts.publish.context import Context
from build_scripts.publish.elements import (
    EN,
    NO_SEARCH,
    ZH,
    Node,
    append,
    element,
    en,
    pair,
    spread,
    toc_label,
    zh,
)
from build_scripts.publish.english import english_blocks, english_inline, plain_english
from build_scripts.publish.older import older_chinese

NO_DOUBTS: Mapping[str, str] = MappingProxyType({})

_LEAD = re.compile(r"lead-([0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class Unit:
    """One block of a report page, as far as a reader is concerned.

    ``key`` is the hash of the Chinese (with ``-2`` … for repeated text); ``machine`` says that the English
    is a machine's, also where ``status`` is ``stale``; ``was`` is the older Chinese that it translates then.
    """

    key: str
    role: str
    zh: str
    flags: tuple[str, ...] = ()
    english: str = ""
    status: str = "todo"
    machine: bool = False
    was: str = ""

    @property
    def anchor(self) -> str:
        """Where the unit stands on the site."""
        return f"u-{self.key}"


@dataclass(frozen=True, slots=True)
class _Mark:
    sign: str
    title: str


MACHINE = _Mark("机 MT", "机器翻译，未经人工校对 · Machine translation, not yet checked by a person")
STALE = _Mark("待更新 stale", "中文已改，译文尚未更新 · The Chinese has changed since this was translated")
REVIEWED = _Mark("已校 reviewed", "译文已经第二人校对 · The translation has been reviewed")
DOUBTFUL = _Mark("存疑 doubtful", "此处整理时的判断没有十足把握 · The cleaning of this passage is uncertain")


def mark(kind: _Mark, name: str) -> Element:
    """A small badge. It is kept out of the search index, where every paragraph would hold it."""
    attrs = {"title": kind.title, **NO_SEARCH}
    return element("small", kind.sign, cls=f"dz-mark dz-mark--{name}", attrs=attrs)


def status_marks(status: str, machine: bool) -> list[Element]:
    """The badges of an English text; a person's current translation carries none."""
    marks = [mark(MACHINE, "machine")] if machine or status == "machine" else []
    if status == "stale":
        marks.append(mark(STALE, "stale"))
    if status == "reviewed":
        marks.append(mark(REVIEWED, "reviewed"))
    return marks


def missing_english() -> Element:
    """What stands where there is no English yet."""
    # The tag <em> is used for nothing else inside, so that Material's indexer can pass over it.
    return element("em", *pair("尚无英译", "Not yet translated"), cls="dz-missing", attrs=NO_SEARCH)


def gap_notice() -> Element:
    """The notice that the source lacks text here."""
    label = pair("原文此处有缺文", "Text missing in the source here")
    return element("p", *label, cls="dz-gap", attrs={"role": "note", **NO_SEARCH})


def render_units(
    units: Iterable[Unit], context: Context, doubts: Mapping[str, str] = NO_DOUBTS
) -> list[Element]:
    """The elements of a run of units; list items that follow one another become one list.

    ``doubts`` leads from the anchors of doubtful units to the places that tell why they are.
    """
    made: list[Element] = []
    for unit in units:
        if unit.role == "heading":
            made += _heading(unit, context, doubts)
        elif unit.role == "list_item":
            if not made or made[-1].get("class") != "dz-list":
                # No <ul>: Material's search shows a matching block whole, and would show the whole list.
                made.append(element("div", cls="dz-list", attrs={"role": "list"}))
            made[-1].append(_block(unit, context, doubts))
        else:
            made.append(_block(unit, context, doubts))
    return [spread(part) if part.get("class") == "dz-list" else part for part in made]


def _heading(unit: Unit, context: Context, doubts: Mapping[str, str]) -> list[Element]:
    """A heading stands outside of any wrapper: contents and search take what follows it as its section."""
    level = next((flag[-1] for flag in unit.flags if flag in ("level-2", "level-3", "level-4")), "2")
    text = plain_english(unit.english)
    english: list[Node] = [english_inline(unit.english), *_spaced(unit)] if text else [missing_english()]
    heading = element(
        f"h{level}",
        zh(*chinese(unit.zh, context), *_doubt(unit, doubts)),
        " ",
        en(*english),
        cls="dz-heading",
        attrs={"id": unit.anchor, "data-status": unit.status},
    )
    heading.set("data-toc-label", toc_label(unit.zh, text))
    before = [gap_notice()] if "gap-before" in unit.flags else []
    after = [gap_notice()] if "gap-after" in unit.flags else []
    return [*before, heading, *_older(unit), *after]


def _block(unit: Unit, context: Context, doubts: Mapping[str, str]) -> Element:
    """A paragraph, caption, list item or line of metadata: one row of two cells."""
    seen: set[str] = set()
    lead = _lead_length(unit)
    body: list[Node] = []
    if lead:
        body.append(element("b", *chinese(unit.zh[:lead], context, seen), cls="dz-lead"))
    body += [*chinese(unit.zh[lead:], context, seen), *_doubt(unit, doubts)]
    role = "listitem" if unit.role == "list_item" else ""
    row = element(
        "div",
        *([gap_notice()] if "gap-before" in unit.flags else []),
        element("div", element("p", *body), *_older(unit), cls="dz-zh", lang=ZH),
        element("div", *_english(unit), cls="dz-en", lang=EN),
        *([gap_notice()] if "gap-after" in unit.flags else []),
        cls=f"dz-unit dz-{unit.role.replace('_', '-')}",
        attrs={"id": unit.anchor, "data-status": unit.status, "role": role},
    )
    row.append(_permalink(unit))
    return spread(row)


def _english(unit: Unit) -> list[Element]:
    blocks = english_blocks(unit.english)
    if not blocks:
        return [element("p", missing_english())]
    append(blocks[-1], _spaced(unit))
    return blocks


def _older(unit: Unit) -> list[Element]:
    return [older_chinese(unit.was, unit.zh)] if unit.status == "stale" and unit.was else []


def _spaced(unit: Unit) -> list[Node]:
    """The badges of the English, each after a space."""
    return [node for badge in status_marks(unit.status, unit.machine) for node in (" ", badge)]


def _doubt(unit: Unit, doubts: Mapping[str, str]) -> list[Node]:
    """The badge of a doubtful unit, a link where there is a place that tells more.

    Missing text has a notice of its own: no badge besides.
    """
    href = doubts.get(unit.anchor, "")
    gap = "gap-before" in unit.flags or "gap-after" in unit.flags
    if "doubtful" not in unit.flags and (gap or not href):
        return []
    badge = mark(DOUBTFUL, "doubtful")
    return [" ", element("a", badge, cls="dz-why", attrs={"href": href}) if href else badge]


def _lead_length(unit: Unit) -> int:
    """How many characters of a list item are its run-in lead."""
    found = next((match for flag in unit.flags if (match := _LEAD.fullmatch(flag))), None)
    return min(int(found.group(1)), len(unit.zh)) if found and unit.role == "list_item" else 0


def _permalink(unit: Unit) -> Element:
    """The link of the paragraph to itself; the sign comes from the style sheet and is no text."""
    label = "引用此段 · Link to and quote this paragraph"
    attrs = {"href": f"#{unit.anchor}", "title": label, "aria-label": label}
    return element("a", cls="dz-anchor", attrs=attrs)
