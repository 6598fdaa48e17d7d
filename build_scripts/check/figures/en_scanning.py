"""Where in an English text a number or a date may begin, so that patterns are tried there and nowhere else.

A pattern that begins at the border of a word, whatever the case of its letters, is tried at each character of
a text, and most texts hold nothing of it. Here one pass over the text finds the few places. The law (tested):
what is found is what the pattern finds by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

ROW = "0"
"""The key of rows of digits among the keys of words."""

_ROWS = re.compile(r"\d+")
_KEY = 3
# What a pattern that passes over case takes for a letter of ASCII, and lower() does not make one.
_LETTERS = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"))


def folded(text: str) -> str:
    """``text`` in lower case, each character in its place.

    A pattern of ASCII letters finds in it what it finds in ``text`` when it passes over case.

    >>> folded("Two THIRDS"), len(folded("\u0130zmir"))
    ('two thirds', 5)
    """
    if not text.isascii():
        for letter, plain in _LETTERS:
            text = text.replace(letter, plain)
    return text.lower()


def keys(words: str) -> frozenset[str]:
    """The keys of the words that begin with one of ``words`` (parted by blanks or bars): three letters each.

    >>> sorted(keys("one|twelve a"))
    ['a', 'one', 'twe']
    """
    return frozenset(word[:_KEY] for word in words.replace("|", " ").split())


def places_pattern(wanted: Iterable[str]) -> re.Pattern[str]:
    """A pattern for :func:`places_by_key`, of all words with the keys ``wanted``."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for key in sorted(set(wanted) - {ROW}):
        by_letter[key[0]].append(key[1:] if len(key) == _KEY else f"{key[1:]}(?![a-z])")
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


def matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives; all that it can find begins at one of ``places``, in order."""
    end = 0
    for place in places:
        if place >= end and (found := pattern.match(text, place)):
            end = found.end()
            yield found
