"""How likely a short run of characters is made of these words and not of others.

The segmentation does not know the glossary, so now and then it draws a character of a term into a neighbour
(空壳 | 村里). Whether the term or the neighbour is right is asked here, by the measure with which jieba
itself chooses a division: the product of the frequencies of its words.

    空壳村 里   >   空壳 村里        the term stands there
    北大 概     <   北 大概          it does not: these are 北 and 大概
"""

from __future__ import annotations

from functools import lru_cache
from math import log
from typing import NamedTuple

from build_scripts.annotate.segment import frequency
from build_scripts.segmenter import OCCURRENCES

_LONGEST = 8
"""Longer words of the dictionary are idioms and titles, which no frequency is needed to recognise."""
_OF_A_TERM = {1: 1, 2: 100, 3: 300}
_OF_A_LONG_TERM = 3000
"""How frequent a term is taken to be, by its length, unless the dictionary has it as more frequent. Two
characters meet by chance easily, four hardly ever. Chosen by the tables of tests/annotate/boundaries."""


class Division(NamedTuple):
    """The likeliest words of a text, and the logarithm of their probability."""

    words: tuple[str, ...]
    likelihood: float


def around(before: str, term: str, behind: str) -> tuple[Division, Division] | None:
    """The words before and behind ``term``, or None where all three are likelier without the term.

    >>> around("", "空壳村", "里") is None, around("向", "北大", "概") is None
    (False, True)
    """
    left, right = divide(before), divide(behind)
    given = max(frequency(term), _OF_A_TERM.get(len(term), _OF_A_LONG_TERM))
    with_term = left.likelihood + log(given / OCCURRENCES) + right.likelihood
    return (left, right) if with_term >= divide(before + term + behind).likelihood else None


@lru_cache(maxsize=16384)
def divide(text: str) -> Division:
    """The likeliest division of ``text`` into words of the dictionary; the cost is linear in ``text``.

    A character that is no word there counts as the rarest word.
    """
    best = [0.0] * (len(text) + 1)
    begins = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        best[end] = best[end - 1] + log(max(frequency(text[end - 1]), 1) / OCCURRENCES)
        begins[end] = end - 1
        for start in range(max(0, end - _LONGEST), end - 1):
            found = frequency(text[start:end])
            if found and best[start] + log(found / OCCURRENCES) > best[end]:
                best[end], begins[end] = best[start] + log(found / OCCURRENCES), start
    words: list[str] = []
    end = len(text)
    while end:
        words.append(text[begins[end] : end])
        end = begins[end]
    return Division(tuple(reversed(words)), best[-1])
