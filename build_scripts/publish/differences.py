"""How a published text differs from the raw one: the repairs, character by character, in linear time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Levenshtein

_WINDOW = 1200
"""Texts are compared so many characters at a time: the comparison is quadratic."""
_FOOTHOLD = 12
"""So many equal characters prove that two texts are in step."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of both texts: equal where ``raw`` is ``text``; an empty side was put in or left out."""

    raw: str
    text: str


def differences(raw: str, text: str) -> tuple[Change, ...]:
    """The changes from ``raw`` to ``text``. Law: the sides joined give the two texts.

    Example:
        >>> differences("### 三 条,经验", "三条，经验")
        (Change(raw='### ', text=''), Change(raw='三', text='三'), Change(raw=' ', text=''), \
Change(raw='条', text='条'), Change(raw=',', text='，'), Change(raw='经验', text='经验'))
    """
    return tuple(_merged(_changes(raw, text)))


def split_by(changes: Iterable[Change], lengths: Sequence[int]) -> list[list[Change]]:
    """The changes of each part of the raw text; what is put in at a border belongs to the part before it.

    Args:
        changes: of the parts' raw texts joined.
        lengths: of the raw text of each part; together that of all changes.
    """
    parts: list[list[Change]] = [[] for _ in lengths]
    place, left = 0, lengths[0] if lengths else 0
    for change in changes:
        raw, text = change.raw, change.text
        while len(raw) > left and place < len(lengths) - 1:
            # Equal texts part at the same place; of others the first part gets what it can hold.
            head = Change(raw[:left], text[:left])
            if head.raw or head.text:
                parts[place].append(head)
            raw, text = raw[left:], text[left:]
            place += 1
            left = lengths[place]
        if raw or text:
            parts[place].append(Change(raw, text))
        left -= len(raw)
    return parts


def _changes(raw: str, text: str) -> Iterator[Change]:
    """As :func:`differences`, window by window; each ends where both texts are in step."""
    if raw == text:  # as most are, so that no window need be compared
        yield from _steps(raw, text)
        return
    while len(raw) > _WINDOW or len(text) > _WINDOW:
        ours, theirs = _compared(raw[:_WINDOW], text[:_WINDOW])
        found = list(_steps(raw[:ours], text[:theirs]))
        yield from found
        raw, text = raw[ours:], text[theirs:]
    yield from _steps(raw, text)


def _compared(raw: str, text: str) -> tuple[int, int]:
    """Up to where two windows are in step; all of both where they never are, so that there is an end.

    Their last quarter is not trusted: what was left out makes one window reach further than the other.
    """
    steps = [step for step in Levenshtein.opcodes(raw, text) if step.tag == "equal"]
    early = [step for step in steps if step.src_end * 4 <= len(raw) * 3]
    sure = [step for step in early if step.src_end - step.src_start >= _FOOTHOLD]
    if sure and sure[-1].src_end * 4 >= len(raw):
        return sure[-1].src_end, sure[-1].dest_end
    longest = max(early, key=lambda step: step.src_end - step.src_start, default=None)
    if longest is None or longest.src_end * 4 < len(raw):
        return len(raw), len(text)
    return longest.src_end, longest.dest_end


def _steps(raw: str, text: str) -> Iterator[Change]:
    if raw == text:
        if raw:
            yield Change(raw, text)
        return
    for step in Levenshtein.opcodes(raw, text):
        yield Change(raw[step.src_start : step.src_end], text[step.dest_start : step.dest_end])


def _merged(changes: Iterable[Change]) -> Iterator[Change]:
    """Neighbours of one kind as one."""
    for equal, group in groupby(changes, key=lambda change: change.raw == change.text):
        if equal:
            joined = "".join(change.raw for change in group)
            yield Change(joined, joined)
        else:
            run = list(group)
            if len(run) == 1:
                yield run[0]
            else:
                yield Change("".join(c.raw for c in run), "".join(c.text for c in run))


def invisible(char: str) -> bool:
    """Whether a reader would not see a character, or not know it: controls, zero width, private use.

    Example:
        >>> [invisible(char) for char in "中\\u200b\\x07\\ue000\\n 　"]
        [False, True, True, True, False, False, False]
    """
    return char not in "\n\t" and unicodedata.category(char) in _INVISIBLE


_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
