"""English letters without regard to case, and where words begin: so that patterns are tried there alone.

A pattern that begins at the border of a word, whatever the case of its letters, is tried at each character
of a text, and most texts hold nothing of it. The law (tested): what is found is what the pattern finds by
itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

KEY = 3
"""So many letters of a word, or all of a shorter one, are its key."""

# What a pattern that passes over case takes for a letter of ASCII, and lower() does not make one.
_LETTERS = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"))
_WORDS = re.compile("(?<![a-z])[a-z]{1,3}")


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
    return frozenset(word[:KEY] for word in words.replace("|", " ").split())


def word_places(text: str, wanted: Collection[str]) -> list[int]:
    """Where words with the keys ``wanted`` begin in a :func:`folded` text.

    >>> word_places("one in 12 ones", {"one"})
    [0, 10]
    """
    return [found.start() for found in _WORDS.finditer(text) if found[0] in wanted]


def matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives; all that it can find begins at one of ``places``, in order."""
    end = 0
    for place in places:
        if place >= end and (found := pattern.match(text, place)):
            end = found.end()
            yield found
