"""Which lines of a page are inside a code block, so that what stands there is not taken for a marker."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from build_scripts.sync.text import bare

NO_COMMENTS: Mapping[int, int] = MappingProxyType({})

_OPEN = re.compile(r" {0,3}(?P<sign>`{3,}(?=[^`]*$)|~{3,})")
_CLOSE = re.compile(r" {0,3}(?P<sign>`{3,}|~{3,})[ \t]*")


def fenced(
    lines: Sequence[str], borders: Collection[int], comments: Mapping[int, int] = NO_COMMENTS
) -> tuple[list[bool], tuple[int, ...]]:
    """Tell for each line whether it is in a code block; and which lines open one that is never closed.

    A block must be closed before the next of ``borders`` (lines that are markers for certain, being
    confirmed by the hash of what follows them): a stray fence in one paragraph must not swallow the next.
    An opening without an end is ordinary text. ``comments`` leads from the first line of a comment to the
    place behind its last: in it no code block begins.
    """
    hidden = [False] * len(lines)
    stray: list[int] = []
    closings = _closings(lines, borders)
    place = 0
    while place < len(lines):
        if place in comments:
            place = comments[place]
            continue
        found = None if place in borders else _OPEN.match(bare(lines[place]))
        if not found:
            place += 1
            continue
        sign = found["sign"]
        end = closings(place, sign)
        if end is None:
            stray.append(place)
            place += 1
            continue
        hidden[place : end + 1] = [True] * (end + 1 - place)
        place = end + 1
    return hidden, tuple(stray)


class _Closings:
    """Finds closing fences; remembers where none was found, so that many openings cost no more than one."""

    def __init__(self, lines: Sequence[str], borders: Collection[int]) -> None:
        self._lines, self._borders = lines, borders
        self._none: dict[str, tuple[int, int]] = {}

    def __call__(self, opening: int, sign: str) -> int | None:
        length, until = self._none.get(sign[0], (0, -1))
        if opening < until and len(sign) >= length:
            return None
        place = opening + 1
        while place < len(self._lines) and place not in self._borders:
            found = _CLOSE.fullmatch(bare(self._lines[place]))
            if found and found["sign"][0] == sign[0] and len(found["sign"]) >= len(sign):
                return place
            place += 1
        self._none[sign[0]] = (len(sign), place)
        return None


_closings = _Closings
