"""A unit of a report to HTML: Chinese and English side by side, with the status of the English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from build_scripts.publish.chinese import chinese, chinese_elements
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
from build_scripts.publish.entity_file import EntityLink
from build_scripts.publish.gloss import gloss_note, render_gloss
from build_scripts.publish.more import more, more_below
from build_scripts.publish.older import older_chinese
from build_scripts.publish.statuses import (
    in_words,
    machine_mark,
    mark,
    marked_title,
    missing_english,
    spaced,
    status_marks,
)
from build_scripts.publish.unit_lines import UnitLines

NO_LINES = UnitLines()

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
    def by_machine(self) -> bool:
        """Whether there is English and no person wrote it."""
        return self.machine or self.status == "machine"

    @property
    def anchor(self) -> str:
        """Where the unit stands on the site."""
        return f"u-{self.key}"


def gap_notice() -> Element:
    """The notice that the source lacks text here."""
    label = pair("原文此处有缺文", "Text missing in the source here")
    return element("p", *label, cls="dz-gap", attrs={"role": "note", **NO_SEARCH})


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a report beside its units.

    ``doubts`` leads from the anchors of doubtful units to the places that tell why they are; ``lines`` are
    the units' places in the files that people edit. ``names`` are the links to places, documents … by anchor.
    """

    doubts: Mapping[str, str]
    lines: UnitLines
    names: Mapping[str, Sequence[EntityLink]] = field(default_factory=dict)


def render_units(units: Iterable[Unit], context: Context, around: Around) -> list[Element]:
    """The elements of a run of units; list items that follow one another become one list."""
    made: list[Element] = []
    for unit in units:
        if unit.role == "heading":
            made += _heading(unit, context, around)
        elif unit.role == "list_item":
            if not made or made[-1].get("class") != "dz-list":
                # No <ul>: Material's search shows a matching block whole, and would show the whole list.
                made.append(element("div", cls="dz-list", attrs={"role": "list"}))
            made[-1].append(_block(unit, context, around))
        else:
            made.append(_block(unit, context, around))
    return [spread(part) if part.get("class") == "dz-list" else part for part in made]


def _heading(unit: Unit, context: Context, around: Around) -> list[Element]:
    """A heading stands outside of any wrapper: contents and search take what follows it as its section."""
    level = next((flag[-1] for flag in unit.flags if flag in ("level-2", "level-3", "level-4")), "2")
    text = plain_english(unit.english)
    badges = spaced(status_marks(unit.status, unit.machine))
    english: list[Node] = [english_inline(unit.english), *badges] if text else [missing_english()]
    heading = element(
        f"h{level}",
        zh(*chinese_elements(unit.zh, context), *_doubt(unit, around)),
        " ",
        en(*english),
        cls="dz-heading",
        attrs={"id": unit.anchor, "data-status": unit.status},
    )
    heading.set("data-toc-label", toc_label(unit.zh, marked_title(text, unit.by_machine)))
    glossed = None if text else render_gloss(unit.zh, context)
    words = in_words(unit.status, unit.machine, glossed is not None)
    before = [gap_notice()] if "gap-before" in unit.flags else []
    below = [more_below(words, _at(unit, around)), *([] if glossed is None else [glossed])]
    after = [gap_notice()] if "gap-after" in unit.flags else []
    return [*before, heading, *_older(unit), *below, *after]


def _block(unit: Unit, context: Context, around: Around) -> Element:
    """A paragraph, caption, list item or line of metadata: one row of two cells."""
    seen: set[str] = set()
    lead = _lead_length(unit)
    body: list[Node] = []
    names = around.names.get(unit.anchor, ())
    if lead:
        body.append(element("b", *chinese(unit.zh[:lead], context, seen, names=names), cls="dz-lead"))
    body += [*chinese(unit.zh[lead:], context, seen, names=names, offset=lead), *_doubt(unit, around)]
    role = "listitem" if unit.role == "list_item" else ""
    english, glossed = _english(unit, context)
    row = element(
        "div",
        *([gap_notice()] if "gap-before" in unit.flags else []),
        element("div", element("p", *body), *_older(unit), cls="dz-zh", lang=ZH),
        element("div", *english, cls="dz-en", lang=EN),
        *([gap_notice()] if "gap-after" in unit.flags else []),
        cls=f"dz-unit dz-{unit.role.replace('_', '-')}",
        attrs={"id": unit.anchor, "data-status": unit.status, "role": role},
    )
    row.append(_permalink(unit))
    row.append(more(in_words(unit.status, unit.machine, glossed), _at(unit, around)))
    return spread(row)


def _english(unit: Unit, context: Context) -> tuple[list[Element], bool]:
    """What stands on the English side, and whether that is a gloss."""
    blocks = english_blocks(unit.english)
    if not blocks:
        glossed = render_gloss(unit.zh, context)
        if glossed is None:
            return [element("p", missing_english())], False
        return [element("p", missing_english(), " ", gloss_note()), glossed], True
    for block in blocks[:-1]:
        # The search shows one paragraph of several by itself.
        append(block, spaced([machine_mark()] if unit.by_machine else []))
    append(blocks[-1], spaced(status_marks(unit.status, unit.machine)))
    return blocks, False


def _older(unit: Unit) -> list[Element]:
    return [older_chinese(unit.was, unit.zh)] if unit.status == "stale" and unit.was else []


def _at(unit: Unit, around: Around) -> tuple[int, int]:
    return around.lines.lines.get(unit.key, (0, 0))


def _doubt(unit: Unit, around: Around) -> list[Node]:
    """The badge of a doubtful unit, a link where there is a place that tells more.

    Missing text has a notice of its own: no badge besides.
    """
    href = around.doubts.get(unit.anchor, "")
    gap = "gap-before" in unit.flags or "gap-after" in unit.flags
    if "doubtful" not in unit.flags and (gap or not href):
        return []
    badge = mark("doubtful", "存疑 doubtful")
    return [" ", element("a", badge, cls="dz-why", attrs={"href": href}) if href else badge]


def _lead_length(unit: Unit) -> int:
    """How many characters of a list item are its run-in lead."""
    found = next((match for flag in unit.flags if (match := _LEAD.fullmatch(flag))), None)
    return min(int(found.group(1)), len(unit.zh)) if found and unit.role == "list_item" else 0


def _permalink(unit: Unit) -> Element:
    """The link of the paragraph to itself; the sign comes from the style sheet and is no text."""
    label = "引用此段 · Link to and quote this paragraph"
    attrs = {"href": f"#{unit.anchor}", "aria-label": label}
    return element("a", cls="dz-anchor", attrs=attrs)
