"""The words that lie across a cut: those of the dictionary, and those that the document has elsewhere."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import add

from build_scripts import segmenter
from build_scripts.clean.blocks import Block
from build_scripts.clean.chinese import HAN
from build_scripts.clean.remembering import remembered

_REACH = 6
_END = re.compile(f"[{HAN}]{{1,{_REACH}}}$")
_BEGINNING = re.compile(f"[{HAN}]{{1,{_REACH}}}")
_RUN = re.compile(f"[{HAN}]{{2,}}")
# Across a cut: 时 | 间币 (two characters), 一个时 | 间币, 时 | 间币 (three and more).
_PAIR, _LONGER = 2, 3
# Below so many characters it is cheaper to search a text than to list what it has.
_SEARCHED = 6_000


@remembered
def word_gain(before: str, after: str) -> float:
    """How much likelier the characters at a cut are as one text than as two, in natural logarithms.

    The likeliest division into words of the dictionary is sought for both; a word has the probability of
    its frequency. Measured on 850 cuts in made-up and published reports: 4 and more has a third of the true
    cuts and 0.6 % of unrelated pairs; from 2 to 4 6 % and 1 %.

    Example:
        >>> word_gain("全市进出口总", "值682亿元") > word_gain("全市进出口总", "分季度看") > 0
        True
    """
    head, tail = _END.search(before[-_REACH:]), _BEGINNING.match(after)
    if not head or not tail:
        return 0.0
    words = segmenter.cut(head[0] + tail[0], False)
    if len(head[0]) in accumulate(map(len, words)):
        # No word lies across the cut: the likeliest words of both are those of each.
        return 0.0
    return sum(map(_log_probability, words)) - _weight(head[0]) - _weight(tail[0])


@remembered
def _weight(text: str) -> float:
    """The logarithm of the probability of the likeliest words of ``text``."""
    return sum(map(_log_probability, segmenter.cut(text, False)))


@remembered
def _log_probability(word: str) -> float:
    # What the segmenter suggests for a word that it knows is one more than its frequency.
    known = segmenter.suggest_freq(word) - 1 if segmenter.has_word(word) else 1
    return math.log(max(1, known) / segmenter.OCCURRENCES)


@lru_cache(maxsize=4)
def _grams(text: str) -> frozenset[str]:
    """All that is two or three neighbouring characters in ``text``."""
    pairs = list(map(add, text, text[1:]))
    return frozenset(pairs).union(map(add, pairs, text[2:]))


@dataclass(frozen=True, slots=True)
class Wording:
    """Which characters stand side by side in a document: its names and terms, which no dictionary has.

    ``text`` is that of its blocks, a line each; it is looked into only where a cut asks.
    """

    text: str = ""

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Wording:
        """The wording of ``blocks``; what a cut parts is not in it, for no block has both halves."""
        return cls("\n".join(block.text for block in blocks))

    def across(self, before: str, after: str) -> int:
        """How much of what lies across the cut the document has elsewhere: 0, 2 or 3 and more characters.

        Measured on the same cuts: 24 % of the true ones have two characters or more, 2 % of unrelated pairs.

        Example:
            时 | 间币 in a report that has 时间币 elsewhere: 3
        """
        tail, head = before[-2:], after[:2]
        if not self.text or not _RUN.fullmatch(tail[-1:] + head[:1]):
            return 0
        grams = self.text if len(self.text) < _SEARCHED else _grams(self.text)
        if tail[-1:] + head[:1] not in grams:
            return 0
        longer = (gram for gram in (tail + head[:1], tail[-1:] + head) if _RUN.fullmatch(gram))
        return _LONGER if any(gram in grams for gram in longer) else _PAIR


NO_WORDING = Wording()
"""Of a document of which nothing is known."""
