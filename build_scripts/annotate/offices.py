"""Offices that a report names: 县委书记, 村支书, 第一书记. Offices only: who held them is nowhere kept.

Those of the glossary (kind ``office``) and those of a table of ours (data/offices.tsv), the longest at each
place, where they begin and end with a word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from build_scripts.annotate.annotated import AnnotatedText
from build_scripts.annotate.lexicon import Lexicon

_TABLE = Path(__file__).parent / "data" / "offices.tsv"
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """The office ``key`` in text number ``text``: its heading where the glossary has it."""

    text: int
    start: int
    end: int
    key: str


@lru_cache(maxsize=1)
def office_names() -> Mapping[str, str]:
    """The offices of our table and their English.

    >>> office_names()["第一书记"]
    'first secretary'
    """
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def read_offices(texts: Sequence[AnnotatedText], lexicon: Lexicon) -> list[OfficeMention]:
    """The offices in the texts of a report, in order."""
    found = []
    terms = (name for name, term in lexicon.by_zh.items() if term.kind == "office")
    starts = {name[:2] for name in (*office_names(), *terms)}
    for number, text in enumerate(texts):
        done = 0
        for at, word in enumerate(text.words):
            if word.start < done or text.zh[word.start : word.start + 2] not in starts:
                continue
            for behind in range(min(len(text.words), at + _LONGEST), at, -1):
                end = text.words[behind - 1].end
                if end - word.start > _LONGEST:
                    continue
                if key := _office(text.zh[word.start : end], lexicon):
                    found.append(OfficeMention(number, word.start, end, key))
                    done = end
                    break
    return found


def _office(name: str, lexicon: Lexicon) -> str:
    term = lexicon.by_zh.get(name)
    if term is not None and term.kind == "office":
        return term.zh
    return name if name in office_names() else ""
