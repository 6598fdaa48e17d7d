"""What stands in the index: overlapping pairs of units, so that a run of any length is found at any place.

    text    乡村振兴，GDP增长50%
    tokens  乡村 村振 振兴 兴 gdp增 增长 长5 50 0% %

A query is divided in the same way and looked up as one phrase: ``"乡村 村振 振兴"``. The last unit of a run
stands by itself as well, and a query of one unit asks for what begins with it. Pagefind takes only letters
and figures for parts of words: signs stand in the index as letters of the Yi script, which no report uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.search.units import Unit, runs

SIGN_LETTERS = 0xA000
"""``+`` is U+A02B: this and the sign's own number."""


def phrases(query: str) -> list[list[str]]:
    """The phrases that a query asks for, each as its tokens; all must be in a page that answers.

    Other than in a text a space always parts: 乡村 513个 asks for two things.

    >>> phrases("乡村振兴 513个"), phrases("农")
    ([['乡村', '村振', '振兴'], ['51', '13', '3个']], [['农']])
    """
    found = []
    for part in query.split():
        for run in runs(part):
            letters = [letter(unit) for unit in run]
            found.append([one + other for one, other in pairwise(letters)] or letters)
    return found


def paired(letters: Sequence[str]) -> list[str]:
    """The tokens of a run in a text: each unit with the next, the last by itself.

    >>> paired(["乡", "村", "振"])
    ['乡村', '村振', '振']
    """
    return [*map(str.__add__, letters, letters[1:]), letters[-1]]


def letter(unit: Unit) -> str:
    """A unit as it stands in a token."""
    if unit.kind == "sign":
        return "".join(chr(SIGN_LETTERS + ord(sign)) for sign in unit.text)
    return unit.text
