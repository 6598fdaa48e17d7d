"""What the rules of context ask of the words around a position: texts, tags, numbers, the clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from build_scripts.annotate.segment import Segment

Words = Sequence[Segment]
Rule = Callable[[Words, int], str | None]
"""The syllables of the word at a position as its neighbours have it, parted by spaces; None: the plain."""

# Lists and quotations (、“”) belong to a clause: 为老人、孩子服务.
_CLAUSE_END = frozenset("，,。；;：:！!？?\n")
_NUMERALS = frozenset("一二两三四五六七八九十百千万亿几多余数半")
COUNTING = _NUMERALS | frozenset("0123456789０１２３４５６７８９")
"""Characters that a number ends in."""
_LONGEST_CLAUSE = 18

QUOTING = frozenset("“‘《『（(")
"""Marks that open: what they follow does not end with them."""

NOUNS = frozenset({"n", "nt", "nz", "ns", "nr", "j", "s", "t", "l", "an", "nrfg", "vn", "ng"})


def text(words: Words, at: int) -> str:
    """The word at ``at``; empty outside the text."""
    return words[at].text if 0 <= at < len(words) else ""


def tag(words: Words, at: int) -> str:
    """The tag at ``at``; ``x`` outside the text, and for punctuation."""
    return words[at].tag if 0 <= at < len(words) else "x"


def is_number(words: Words, at: int) -> bool:
    """Tell whether the word at ``at`` is or ends in a number: 3, 二十, 一个."""
    found = text(words, at)
    return bool(found) and (found[-1] in _NUMERALS or found[0].isdigit() or tag(words, at) == "m")


def clause(words: Words, at: int, step: int) -> list[Segment]:
    """The words of the clause after (``step`` 1) or before (-1) the position, nearest first, 18 at most."""
    found: list[Segment] = []
    position = at + step
    while 0 <= position < len(words) and len(found) < _LONGEST_CLAUSE:
        if words[position].text in _CLAUSE_END:
            break
        found.append(words[position])
        position += step
    return found


def has_before(words: Words, at: int, wanted: Iterable[str]) -> bool:
    """Tell whether one of ``wanted`` stands before the position in its clause, as a word or beginning one."""
    return any(word.text.startswith(tuple(wanted)) for word in clause(words, at, -1))


def has_after(words: Words, at: int, wanted: Iterable[str]) -> bool:
    """Tell whether one of ``wanted`` stands after the position in its clause, as a word or beginning one."""
    return any(word.text.startswith(tuple(wanted)) for word in clause(words, at, 1))
