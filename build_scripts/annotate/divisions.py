"""How likely a short run of characters is made of these words and not of others.

The segmentation does not know the glossary, so it draws a character of a term into a neighbour now and then
(空壳 | 村里). Whether the term or the neighbour is right is asked here, by the measure with which jieba itself
chooses a division: the product of the frequencies of its words.

    空壳村 里   >   空壳 村里        the term stands there
    北大 概     <   北 大概          it does not: these are 北 and 大概
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from build_scripts.annotate.segment import frequency

_ALL = 60_101_967
"""The sum of all frequencies in jieba's dictionary."""
_LONGEST = 8
"""Longer words of the dictionary are idioms and titles, which no frequency is needed to recognise."""
_OF_A_TERM = {1: 1, 2: 100, 3: 300}
_OF_A_LONG_TERM = 3000
"""How frequent a term is taken to be, by its length, unless the dictionary has it as more frequent. Two
characters meet by chance easily, four hardly ever. Chosen by the tables of tests/annotate/boundaries."""


def holds(before: str, term: str, behind: str) -> bool:
    """Tell whether ``term`` is likelier to be a word between ``before`` and ``behind`` than any division
    of all three that does not know it.

    >>> holds("", "空壳村", "里"), holds("向", "北大", "概")
    (True, False)
    """
    given = max(frequency(term), _OF_A_TERM.get(len(term), _OF_A_LONG_TERM))
    with_term = likelihood(before) + log(given / _ALL) + likelihood(behind)
    return with_term >= likelihood(before + term + behind)


@lru_cache(maxsize=16384)
def likelihood(text: str) -> float:
    """The logarithm of the probability of the likeliest division of ``text`` into words of the dictionary.

    A character that is no word there counts as the rarest word. The cost is linear in ``text``.
    """
    best = [0.0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        best[end] = best[end - 1] + log(max(frequency(text[end - 1]), 1) / _ALL)
        for start in range(max(0, end - _LONGEST), end - 1):
            if found := frequency(text[start:end]):
                best[end] = max(best[end], best[start] + log(found / _ALL))
    return best[-1]
