"""The clean text that is damaged: the project's invented reports, the samples' gold, or a folder of choice.

Of the samples, tests/gold/clean/*.txt is the base and not docs/reports/*.md: it has each unit with its role
in reading order, by-lines, dates and editors too, which a page keeps in its front matter only. Units that
have a gap in the sample are left out, and a report whose source lacks a title is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from .model import FREE, PROSE, Extra, Line, Run, Scene, Slot
from .report import NUMBER, CleanLine, CleanReport, parse_report, to_scene

ROOT = Path(__file__).resolve().parents[2]
OWN = Path(__file__).resolve().parent / "corpus"
GOLD = ROOT / "tests" / "gold" / "clean"

_UNIT = re.compile(r"(?P<role>[a-z_]+)(?: \(\d+ spans\))?: (?P<text>.*?)(?: \[(?P<flags>[a-z0-9 -]+)\])?$")
_SLOTS = {
    "title": Slot.TITLE,
    "subtitle": Slot.DECK,
    "metadata": Slot.META,
    "heading": Slot.HEADING,
    "paragraph": Slot.PARAGRAPH,
    "list_item": Slot.ITEM,
    "caption": Slot.CAPTION,
}
_LABELLED = re.compile(r".*[:：\d]")


def load(folder: Path | None) -> list[CleanReport]:
    """All clean reports: of ``folder`` only, where one is given, else the project's own and the samples.

    Raises:
        FormatError: a text is not in the format.
        OSError: a file can't be read.
    """
    if folder is not None:
        return _folder(folder)
    return [*_folder(OWN), *_samples(sorted(GOLD.glob("*.txt")))]


def _folder(folder: Path) -> list[CleanReport]:
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise FileNotFoundError(f"no *.txt in {folder}")
    return [parse_report(path.read_text(encoding="utf-8"), path.name) for path in paths]


def _samples(paths: Iterable[Path]) -> list[CleanReport]:
    """The sample reports as their stored gold has them."""
    reports = []
    for path in paths:
        for part in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, body = part.partition(" | ")
            units = [
                _sample_unit(line)
                for line in re.split(r"\n(?=removed |found )|\n\n", body)[0].splitlines()[1:]
            ]
            lines = tuple(unit for unit in units if unit)
            if lines and lines[0].slot is Slot.TITLE:
                reports.append(CleanReport(name, lines))
    return reports


def _sample_unit(line: str) -> CleanLine | None:
    match = _UNIT.match(line)
    if not match or "gap" in (match["flags"] or ""):
        return None
    slot, text = _SLOTS[match["role"]], match["text"]
    if slot in PROSE and not text.endswith(("。", "！", "？", "：", "”", "）", "…")):
        # Its other half is missing in the sample.
        return None
    level = re.search(r"level-(\d)", match["flags"] or "")
    if slot is Slot.META and not _LABELLED.match(text):
        slot = Slot.BYLINE
    number = NUMBER.match(text) if slot is Slot.ITEM else None
    mark = number.group() if number else "——" if slot is Slot.ITEM else ""
    return CleanLine(slot, text[len(number.group()) if number else 0 :], mark, int(level[1]) if level else 0)


def choose(reports: Sequence[CleanReport], rng: Random, count: int = 1, first: int | None = None) -> Scene:
    """An undamaged document of ``count`` different reports, one below the other; ``first`` may be given."""
    head = rng.randrange(len(reports)) if first is None else first
    others = [n for n in range(len(reports)) if n != head]
    chosen = [reports[n] for n in (head, *rng.sample(others, min(count - 1, len(others))))]
    return stack([to_scene(report) for report in chosen])


def stack(scenes: Sequence[Scene], *, blank: int = 2) -> Scene:
    """Several documents in one, ``blank`` empty lines between them; numbers are given anew."""
    result = scenes[0]
    for number, scene in enumerate(scenes[1:], start=1):
        units = max(unit.id for unit in result.units)
        extras = min((extra.id for extra in result.extras), default=0)
        owner = {FREE: FREE}
        owner |= {unit.id: unit.id + units for unit in scene.units}
        owner |= {extra.id: extra.id + extras for extra in scene.extras}
        lines = [_renumbered(line, owner, number) for line in scene.lines]
        lines[0] = replace(lines[0], blank=blank)
        result = replace(
            result,
            lines=(*result.lines, *lines),
            units=(*result.units, *(replace(u, id=owner[u.id], report=number) for u in scene.units)),
            extras=(*result.extras, *(Extra(owner[e.id], e.reason, owner[e.of]) for e in scene.extras)),
        )
    return result


def _renumbered(line: Line, owner: dict[int, int], report: int) -> Line:
    return replace(line, runs=tuple(Run(run.text, owner[run.owner]) for run in line.runs), report=report)


def reports_of(scene: Scene) -> list[int]:
    """The numbers of the reports in a scene."""
    return sorted({unit.report for unit in scene.units})


def body_of(scene: Scene, report: int) -> tuple[int, int]:
    """Where the body of a report begins and ends: from its first heading or prose to its last."""
    places = scene.places(Slot.HEADING, *PROSE, report=report)
    return places[0], places[-1] + 1
