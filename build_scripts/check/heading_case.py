"""Capitals in the headings of one report: all in sentence case, or all in title case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise
from typing import TypeVar

from build_scripts.check.codes import HEADING_CASE
from build_scripts.check.faults import Fault

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MINOR = frozenset(
    {"about", "above", "after", "among", "before", "below", "between", "both", "from", "into", "onto", "over",
     "than", "that", "their", "then", "this", "through", "under", "until", "upon", "when", "where", "with",
     "within", "without"}
)  # fmt: skip
"""Words of four letters and more that title case may write small."""
_LETTERS = 4


_Key = TypeVar("_Key")


class Case(Enum):
    """How a heading is capitalised; ``UNCLEAR`` where its words do not tell."""

    SENTENCE = "sentence case"
    TITLE = "title case"
    UNCLEAR = ""


def heading_faults(
    headings: Mapping[_Key, str], body: Iterable[str], small: frozenset[str]
) -> Iterator[tuple[_Key, Fault]]:
    """The headings of a report that are capitalised otherwise than the rest, with their keys.

    Args:
        headings: the English of the headings by key, in their order.
        body: the other English of the report, in which names and common words are told apart.
        small: words that the glossary writes small.
    """
    cases = {key: case_of(text, frozenset(), frozenset()) for key, text in headings.items()}
    if any(case is not Case.SENTENCE for case in cases.values()):
        # Only headings without a small word need to know names from common words.
        texts = list(body)
        common, names = small | small_words(texts), _names(texts)
        cases = {key: case_of(text, common, names) for key, text in headings.items()}
    count = list(cases.values())
    usual = Case.TITLE if count.count(Case.TITLE) > count.count(Case.SENTENCE) else Case.SENTENCE
    for key, text in headings.items():
        if fault := first_letter(text):
            yield key, fault
        elif cases[key] not in (usual, Case.UNCLEAR) and usual in count:
            message = f"this heading is in {cases[key].value}, the others of the report in {usual.value}"
            yield key, Fault(HEADING_CASE.code, message)


def first_letter(text: str) -> Fault | None:
    """A fault where a heading or title begins with a small letter; figures may stand before one."""
    first = _WORD.search(text)
    if first is None or not first.group()[0].islower() or re.search(r"\d", text[: first.start()]):
        return None
    return Fault(HEADING_CASE.code, f"it begins with a small letter: “{first.group()}”")


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that ``texts`` hold without a capital."""
    return frozenset(word for text in texts for word in _WORD.findall(text) if word.islower())


def case_of(text: str, common: frozenset[str], names: frozenset[tuple[str, str]]) -> Case:
    """The case of one heading.

    Args:
        text: the heading.
        common: words known to be written small.
        names: pairs of words that stand together with capitals in running text, as in a name.

    Short words and the first word tell nothing. One small word of some length makes it sentence case; two
    common words with capitals, and no small one, title case.
    """
    words = _WORD.findall(text)
    named = {n + k for n, pair in enumerate(pairwise(words)) if pair in names for k in (0, 1)}
    rest = [
        word
        for n, word in enumerate(words)
        if n > 0 and n not in named and len(word) >= _LETTERS and word.lower() not in _MINOR
    ]
    if any(word.islower() for word in rest):
        return Case.SENTENCE
    capitals = [word for word in rest if word[0].isupper() and word.lower() in common]
    return Case.TITLE if len(capitals) > 1 else Case.UNCLEAR


def _names(texts: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Pairs of words with capitals that follow each other in running text."""
    return frozenset(
        pair
        for text in texts
        for words in (_WORD.findall(text),)
        for pair in pairwise(words)
        if pair[0][0].isupper() and pair[1][0].isupper()
    )
