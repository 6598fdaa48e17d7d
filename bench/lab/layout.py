"""Layout: indents, blank lines, lines wrapped at the width of a column or a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from .furniture import folio, running_head
from .model import HEAD, PROSE, Extra, Line, NotApplicable, Run, Scene, Slot

INDENT = "　　"
_NO_START = "，。、；：！？”’）》」％%·…"


def spaced(scene: Scene, rng: Random) -> Scene:
    """An empty line between all lines, as it is written; no damage."""
    return scene


def indented(scene: Scene, rng: Random) -> Scene:
    """Paragraphs are indented by two characters, with no empty line between them; no damage."""
    return scene.with_lines(
        replace(
            line,
            blank=min(line.blank, 0 if line.slot in PROSE else 1),
            indent=INDENT if line.slot in PROSE else "",
        )
        for line in scene.lines
    )


def tight(scene: Scene, rng: Random) -> Scene:
    """No empty line and no indent at all; no damage."""
    return scene.with_lines(replace(line, blank=min(line.blank, 0)) for line in scene.lines)


def loose(scene: Scene, rng: Random) -> Scene:
    """Two empty lines between paragraphs, one after headings, white space at the ends; no damage."""
    return scene.with_lines(
        replace(line, blank=2 if line.slot in PROSE else 1, indent=rng.choice(("", "  ", INDENT)))
        for line in scene.lines
    )


def wrapped(scene: Scene, rng: Random) -> Scene:
    """Lines are wrapped at one width, from 14 to 60 characters."""
    width = rng.randint(14, 60)
    return _wrapped(scene, rng, width)


def wrapped_over_pages(scene: Scene, rng: Random) -> Scene:
    """Lines are wrapped; pages end between them, even within a paragraph, with a number or a running head."""
    scene = _wrapped(scene, rng, rng.randint(16, 44))
    places = [
        n
        for n in range(4, len(scene.lines))
        if scene.lines[n].slot in PROSE and scene.lines[n - 1].slot in PROSE
    ]
    if not places:
        raise NotApplicable
    extras = list(scene.extras)
    lines = list(scene.lines)
    for place in sorted(rng.sample(places, min(len(places), rng.randint(1, 4))), reverse=True):
        identifier = min((extra.id for extra in extras), default=0) - 1
        extras.append(Extra(identifier, "page break"))
        blank = rng.choice((0, 1))
        break_line = Line(Slot.EXTRA, (Run(rng.choice((folio, running_head))(rng), identifier),), blank=blank)
        lines[place] = replace(lines[place], blank=max(lines[place].blank, blank))
        lines.insert(place, break_line)
    return replace(scene, lines=tuple(lines), extras=tuple(extras))


def _wrapped(scene: Scene, rng: Random, width: int) -> Scene:
    indent, blank = rng.choice(((INDENT, 0), (INDENT, 0), (INDENT, 1), ("", 1), ("", 0)))
    columns = rng.random() < 0.5
    lines: list[Line] = []
    for line in scene.lines:
        headline = line.slot in HEAD and width < 30
        if headline or line.slot in (Slot.TABLE, Slot.EXTRA):
            lines.append(line)
            continue
        prose = line.slot in PROSE
        first = replace(
            line,
            indent=indent if prose else line.indent,
            blank=min(line.blank, blank) if prose else line.blank,
        )
        lines += _cut(first, width, columns=columns)
    return scene.with_lines(lines)


def _cut(line: Line, width: int, *, columns: bool) -> Iterator[Line]:
    """A line in pieces of one width; in columns a letter or digit is half as wide. No mark begins a line."""
    room = width - len(line.indent)
    while (at := _fits(line.text, room, columns=columns)) < len(line.text):
        piece, rest = line.cut(at)
        yield piece
        line, room = replace(rest, indent="", blank=0), width
    yield line


def _fits(text: str, room: int, *, columns: bool) -> int:
    """How many characters of ``text`` are set in a line."""
    used = 0.0
    for at, char in enumerate(text):
        used += 0.5 if columns and unicodedata.east_asian_width(char) in ("Na", "N", "H") else 1
        if used > room and char not in _NO_START and not (char.isascii() and text[at - 1].isascii() and at):
            return max(1, at)
    return len(text)
