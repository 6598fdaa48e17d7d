"""What stands in the index: overlapping pairs of units, so that a run of any length is found at any place.

    text    乡村振兴，GDP增长50%
    tokens  乡村 村振 振兴 兴 gdp增 增长 长5 50 0% %

A query is divided in the same way and looked up as one phrase: ``"乡村 村振 振兴"``. The last unit of a run
stands by itself as well, and a query of one unit asks for what begins with it. Pagefind takes only letters
and figures for parts of words: signs stand in the index as letters of the Yi script, which no report uses.
"""

from __future__ import annotations

from itertools import pairwise

from build_scripts.search.units import Unit, runs

SIGN_LETTERS = 0xA000
"""``+`` is U+A02B: this and the sign's own number."""

END, END_MACHINE = chr(0xA400), chr(0xA401)
"""What stands at the end of a block: no phrase runs on into the next, and a machine's English is known."""


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


def spelled(text: str) -> list[str]:
    """The tokens of a text with what stands between its runs, each piece of that a token of its own.

    The text can be read off it again: of each token the first unit, of what is no token the whole.

    >>> spelled("《乡村》，GDP增50%。")
    ['《', '乡村', '村', '》，', 'GDP增', '增5', '50', '0ꀥ', 'ꀥ', '。']
    """
    found: list[str] = []
    done = 0
    for run in runs(text):
        found += text[done : run[0].start].split()
        letters = [letter(unit, text) for unit in run]
        found += [one + other for one, other in pairwise(letters)]
        found.append(letters[-1])
        done = run[-1].end
    return found + text[done:].split()


def letter(unit: Unit, text: str = "") -> str:
    """A unit as it stands in a token; a word as ``text`` writes it, which the index takes for the same."""
    if unit.kind == "sign":
        return "".join(chr(SIGN_LETTERS + ord(sign)) for sign in unit.text)
    written = text[unit.start : unit.end]
    return written if written.lower() == unit.text else unit.text
