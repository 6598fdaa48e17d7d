"""The format of a clean text: a plain report with simple marks, parsed strictly.

    云溪县的路修到了家门口            the first line: the title; one space parts two phrases
    —— 云溪县农村公路建设纪实         a deck
    ^ 走进乡村看变化                  a kicker, printed above the title
    @ 本报记者 山禾 通讯员 石桥       a by-line
    = 来源：云溪日报 2021年3月2日     date, source, editor: at the head or at the foot
    ## 一、修路先修心                 a heading, with its number if it has one; ### and #### are lower
    - 1、摸底。一户一户地问……         a list item, a paragraph with a run-in lead; with its mark, if any
    ! 村民走上新路。 南枝 摄          a caption
    | 年份 | 里程 |                   a row of a table in the text
    腊月里，……                        anything else: a paragraph

A line is a unit; blank lines say nothing; white space at the ends is no part of a line. A line that begins
with another mark (``#``, ``*``, ``>``), an empty unit, or a report without a paragraph is an error. The text
is taken to be typeset as it must be published: full-width punctuation, “curly” quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .model import PROSE, ROLES, Line, Run, Scene, Slot, Unit

_MARKS = (
    ("#### ", Slot.HEADING),
    ("### ", Slot.HEADING),
    ("## ", Slot.HEADING),
    ("—— ", Slot.DECK),
    ("^ ", Slot.KICKER),
    ("@ ", Slot.BYLINE),
    ("= ", Slot.META),
    ("- ", Slot.ITEM),
    ("! ", Slot.CAPTION),
)
_UNKNOWN = re.compile(r"[#*>`~\\^@=!|+-]|—")
NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、．.](?!\d)\s*"
    r"|[（(]\d{1,2}[）)]|第[一二三四五六七八九十]{1,2}[，、部分]{1,2}\s*)"
)
_ENUMERATED = re.compile(r"(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，|首先，|其次，)")

# A question of an interview is set as a paragraph or as a heading.
_QUESTION = re.compile(r"(?:记者|問|问)[:：].{2,40}？$")
# Without a credit or a label nothing tells a caption from a short paragraph, once the picture is gone.
_CREDITED = re.compile(r"[摄攝]|[图圖]|照片|▲|影")


class FormatError(ValueError):
    """A clean text is not in the format; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class CleanLine:
    """A unit of a clean report: what it is, its number or dash (``mark``), its text, a heading's level."""

    slot: Slot
    text: str
    mark: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class CleanReport:
    """A clean report: its name and its units in reading order."""

    name: str
    lines: tuple[CleanLine, ...]

    def characters(self) -> int:
        """How long it is."""
        return sum(len(line.text) for line in self.lines)


def parse_report(text: str, name: str) -> CleanReport:
    """Parse a clean text.

    Raises:
        FormatError: it is not in the format.

    Example:
        >>> [line.slot.value for line in parse_report("山乡新事\\n@ 石桥\\n路修通了。", "a").lines]
        ['title', 'byline', 'paragraph']
    """
    found: list[CleanLine] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line:
            continue
        if not found:
            if _UNKNOWN.match(line):
                raise FormatError(f"{name}:{number}: the first line must be the title")
            found.append(CleanLine(Slot.TITLE, line))
            continue
        found.append(_unit(line, f"{name}:{number}"))
    if not any(line.slot in PROSE for line in found):
        raise FormatError(f"{name}: no paragraph")
    return CleanReport(name, tuple(found))


def _unit(line: str, where: str) -> CleanLine:
    if line.startswith("| ") and line.endswith(" |"):
        return CleanLine(Slot.TABLE, line)
    for mark, slot in _MARKS:
        if line.startswith(mark):
            rest = line[len(mark) :].strip()
            if not rest:
                raise FormatError(f"{where}: nothing after “{mark.strip()}”")
            number = NUMBER.match(rest) if slot in (Slot.HEADING, Slot.ITEM) else None
            dash = "——" if slot is Slot.ITEM and rest.startswith("——") else ""
            shown = number.group() if number else dash
            text = rest[len(shown) :].strip()
            return CleanLine(slot, text, shown, len(mark) - 1 if slot is Slot.HEADING else 0)
    if _UNKNOWN.match(line):
        raise FormatError(f"{where}: no such mark: {line[:4]}")
    return CleanLine(Slot.PARAGRAPH, line)


def to_scene(report: CleanReport) -> Scene:
    """The report as an undamaged document: each unit a line, a blank line between them."""
    return scene_of(report.lines)


def scene_of(units: Sequence[CleanLine]) -> Scene:
    """Units of a clean report as lines and expectations."""
    lines = []
    expected = []
    for number, unit in enumerate(units, start=1):
        shown = ("——" + unit.text) if unit.slot is Slot.DECK else unit.mark + unit.text
        lines.append(Line(unit.slot, (Run(shown, number),), level=unit.level))
        roles = ROLES[unit.slot]
        if unit.slot in PROSE and (
            _ENUMERATED.match(unit.text) or (unit.slot is Slot.ITEM and not unit.mark)
        ):
            roles = ("paragraph", "list_item")
        if unit.slot is Slot.PARAGRAPH and _QUESTION.match(unit.text):
            roles = ("paragraph", "heading")
        if unit.slot is Slot.CAPTION and not _CREDITED.search(unit.text):
            roles = ("caption", "paragraph")
        expected.append(Unit(number, 0, roles, unit.text, loose=unit.slot is Slot.TABLE))
    # A kicker is written below the title in the format and stands above it in print.
    order = sorted(range(len(units)), key=lambda n: (units[n].slot is not Slot.KICKER, n))
    return Scene(tuple(lines[n] for n in order), tuple(expected))
