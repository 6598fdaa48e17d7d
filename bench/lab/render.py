"""A scene written out: the raw document, and who owns each of its characters."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from .model import FREE, Scene

_BOMS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged document: ``text`` with the owner of each character, the bytes on disk, and the truth."""

    text: str
    owners: tuple[int, ...]
    data: bytes
    scene: Scene

    def offsets(self, owner: int) -> frozenset[int]:
        """Where the characters of an owner stand, white space left out."""
        return frozenset(n for n, o in enumerate(self.owners) if o == owner and not self.text[n].isspace())


def render(scene: Scene) -> Damaged:
    """Write a scene out, a line end after each line and as many empty lines above it as it says.

    Raises:
        UnicodeEncodeError: the scene's encoding lacks one of its characters.
    """
    chars: list[str] = []
    owners: list[int] = []

    def put(text: str, owner: int) -> None:
        chars.append(text)
        owners.extend([owner] * len(text))

    for number, line in enumerate(scene.lines):
        if number:
            put("\n" * (1 + line.blank), FREE)
        put(line.indent, FREE)
        for run in line.runs:
            put(run.text, run.owner)
    put("\n", FREE)
    text = "".join(chars)
    name, _, mark = scene.encoding.partition("+")
    data = (_BOMS[name] if mark else b"") + text.encode(name)
    return Damaged(text, tuple(owners), data, scene)
