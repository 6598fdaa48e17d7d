"""A place name with a character misread: there is no such place, and the text names the right one too."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from .model import PROSE, NotApplicable, Scene

# Divisions that the clean texts name, each with a reading of it that a scan or a tired typist makes.
_MISREAD = {
    "渌口区": "碌口区",
    "隆回县": "窿回县",
    "涟源市": "链源市",
    "怀化市": "坏化市",
    "株洲市": "珠洲市",
    "醴陵市": "澧陵市",
    "夷陵区": "姨陵区",
    "秭归县": "姊归县",
    "巴东县": "把东县",
    "枝江市": "技江市",
}


def misread_place(scene: Scene, rng: Random) -> Scene:
    """A place name is misread once; it stays as it stands, and a finding says what it must have been."""
    whole = "".join(line.text for line in scene.lines)
    spots = [
        (place, name)
        for name in _MISREAD
        if whole.count(name) + whole.count(name[:-1]) > 2
        for place in scene.places(*PROSE)
        if name in scene.lines[place].text
    ]
    if not spots:
        raise NotApplicable
    place, name = rng.choice(spots)
    line = scene.lines[place]
    unit = scene.unit(line.owner)
    text = unit.text.replace(name, _MISREAD[name], 1)
    shown = line.text[: len(line.text) - len(unit.text)] + text
    scene = scene.with_unit(replace(unit, text=text))
    lines = (*scene.lines[:place], line.written(shown), *scene.lines[place + 1 :])
    return replace(scene, lines=lines, notes=(*scene.notes, ("C060", (unit.id,))))
