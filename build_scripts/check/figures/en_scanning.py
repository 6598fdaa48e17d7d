"""Where in an English text a number or a date may begin, so that patterns are tried there and nowhere else.

A pattern that begins at the border of a word, whatever the case of its letters, is tried at each character of
a text, and most texts hold nothing of it. Here one pass over the text finds the few places. The law (tested):
what is found is what the pattern finds by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from build_scripts.quantities.letters import KEY

ROW = "0"
"""The key of rows of digits among the keys of words."""

_ROWS = re.compile(r"\d+")


def places_pattern(wanted: Iterable[str]) -> re.Pattern[str]:
    """A pattern for :func:`places_by_key`, of all words with the keys ``wanted``."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for key in sorted(set(wanted) - {ROW}):
        by_letter[key[0]].append(key[1:] if len(key) == KEY else f"{key[1:]}(?![a-z])")
    # The letter first: only where one of these stands is anything looked at.
    parts = (f"{letter}(?<![a-z]{letter})(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile("|".join(parts))


def places_by_key(text: str, pattern: re.Pattern[str]) -> dict[str, list[int]]:
    """Where words begin in a :func:`folded` text, by their keys; rows of digits under :data:`ROW`.

    >>> places_by_key("one in 12 ones", places_pattern({"one", "two"}))
    {'one': [0, 10], '0': [7]}
    """
    places: dict[str, list[int]] = defaultdict(list)
    for found in pattern.finditer(text):
        places[found[0]].append(found.start())
    if rows := [found.start() for found in _ROWS.finditer(text)]:
        places[ROW] = rows
    return dict(places)


def beginning(places: Mapping[str, Sequence[int]], wanted: Collection[str]) -> list[int]:
    """The places of the words with the keys ``wanted``, in order."""
    return sorted(place for key, found in places.items() if key in wanted for place in found)
