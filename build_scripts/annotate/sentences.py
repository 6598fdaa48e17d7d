"""Sentences of a paragraph in both languages, and which English ones say what a Chinese one says.

All who cut texts into sentences for readers cut them here; docs/assets/duizhao-vocabulary.js does the same in
the browser (tested).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 420
"""Characters of English that stand for one Chinese sentence at most, where the two cannot be told apart."""

_CHINESE_STOPS = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）》】〉)\"']*|\n|$)")
_CHINESE = re.compile(r"[^。！？!?；\n]*(?:[。！？!?；]+[”’」』）》】〉)\"']*|\n|$)")
# A stop ends a sentence before a space and a capital (or a quotation mark, a figure); not behind an initial,
# nor in “No. 5” and “e.g. Counter 3”.
_ENGLISH = re.compile(
    r"(?:[.!?](?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|No|St|vs)\.)(?<!\b(?:e\.g|i\.e)\.)"
    r"[”’\"')\]*]*\s+(?=[“‘\"'(\[*]*[A-Z0-9])|;\s+|\n+)"
)


@lru_cache(maxsize=256)
def chinese_sentences(text: str, *, semicolons: bool = True) -> tuple[tuple[int, int], ...]:
    """The sentences of ``text`` as half-open spans, white space around them left out.

    A semicolon ends one as well, unless told otherwise: what reports join by it are statements of their own.

    >>> chinese_sentences("路通了。水也通了！")
    ((0, 4), (4, 9))
    """
    spans = []
    for match in (_CHINESE if semicolons else _CHINESE_STOPS).finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            spans.append((start, end))
    return tuple(spans)


@lru_cache(maxsize=256)
def english_sentences(text: str, *, semicolons: bool = True) -> tuple[str, ...]:
    """The sentences of ``text``, parted as in Chinese.

    >>> english_sentences("The road is open. So is No. 3 well; all are glad.")
    ('The road is open.', 'So is No. 3 well;', 'all are glad.')
    """
    found, done = [], 0
    for match in _ENGLISH.finditer(text):
        if match[0][0] == ";" and not semicolons:
            continue
        found.append(text[done : match.end()].strip())
        done = match.end()
    return tuple(part for part in (*found, text[done:].strip()) if part)


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of a Chinese text and the English that goes with it.

    ``exact``: the English says this stretch and no more; else it is the English around it.
    """

    start: int
    end: int
    english: str
    exact: bool


def sentence_pair(zh: str, start: int, end: int, english: str, hint: str = "") -> Pair:
    """The sentence of ``zh`` in which a name stands, and what of ``english`` says it.

    Where both languages have the same number of sentences, the one in the same place is taken; if not, the
    same is tried without semicolons. Else the English is given whole if it is short, or the part of it
    around the same place.

    Args:
        zh: a paragraph.
        start: where the name begins in it.
        end: where it ends; a name that holds a full stop takes in several sentences.
        english: the paragraph in English.
        hint: how the name is said in English: of a long text the part that holds it is taken.
    """
    theirs = english_sentences(english)
    fine = chinese_sentences(zh)
    first, last = _around_name(fine, start, end)
    if len(fine) == len(theirs):
        return Pair(fine[first][0], fine[last][1], " ".join(theirs[first : last + 1]), True)
    coarse, stops = chinese_sentences(zh, semicolons=False), english_sentences(english, semicolons=False)
    if stops and len(coarse) == len(stops):
        first, last = _around_name(coarse, start, end)
        return Pair(coarse[first][0], coarse[last][1], " ".join(stops[first : last + 1]), True)
    span = (fine[first][0], fine[last][1]) if fine else (0, len(zh))
    whole = " ".join(english.split())
    if len(whole) <= LONGEST:
        return Pair(*span, whole, False)
    middle = round((first + 0.5) / max(1, len(fine)) * len(theirs) - 0.5)
    middle = min(max(middle, 0), len(theirs) - 1)
    said = [at for at, sentence in enumerate(theirs) if hint and hint.casefold() in sentence.casefold()]
    middle = min(said, key=lambda at: (abs(at - middle), at), default=middle)
    return Pair(*span, _around(theirs, middle), False)


def _around_name(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The numbers of the first and the last sentence that a name lies in."""
    first = max((at for at, span in enumerate(spans) if span[0] <= start), default=0)
    last = next(
        (at for at, span in enumerate(spans) if at >= first and span[1] >= end), max(first, len(spans) - 1)
    )
    return first, last


def _around(sentences: tuple[str, ...], middle: int) -> str:
    """The sentence ``middle`` and as many beside it as there is room for; cut if it is too long."""
    first = last = middle
    size = len(sentences[middle])
    while True:
        options = [at for at in (last + 1, first - 1) if 0 <= at < len(sentences)]
        fitting = [at for at in options if size + len(sentences[at]) < LONGEST]
        if not fitting:
            break
        size += len(sentences[fitting[0]]) + 1
        first, last = min(first, fitting[0]), max(last, fitting[0])
    text = " ".join(sentences[first : last + 1])
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0]
        last = -1
    return f"{'… ' if first else ''}{text}{' …' if last != len(sentences) - 1 else ''}"
