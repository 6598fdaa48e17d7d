"""The vocabulary of a report as its page shows it, in a file a report: ``.duizhao/vocabulary/ID.json``.

The extension reads the file of the report it works on and of no other, so that a site of thousands stays
cheap; and it needs no dictionary.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from build_scripts.annotate.vocabulary import PageVocabulary, SpelledWord
from build_scripts.publish.tolerant import load

SCHEMA = "duizhao.vocabulary/1"

MOST = 60
"""Words at most in the table of a report."""


@dataclass(frozen=True, slots=True)
class VocabularyRow:
    """A word of the table: ``level`` as :func:`word_level` gives it, ``sense`` one short one in English,
    ``count`` how often it stands in the report, ``order`` the how-manieth of the report's words it is,
    ``anchor`` where it stands first, ``term`` the id of its term or empty."""

    text: str
    pinyin: str
    level: int
    sense: str
    count: int
    order: int
    anchor: str
    place: bool = False
    term: str = ""


_FIELDS = tuple(field.name for field in fields(VocabularyRow))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many different words a report has, and the hard and frequent ones, these first."""

    words: int = 0
    rows: tuple[VocabularyRow, ...] = ()


def make_vocabulary(
    found: PageVocabulary,
    sense: Callable[[SpelledWord], str],
    level: Callable[[str], int],
    most: int | None = MOST,
) -> Vocabulary:
    """The table of a report.

    Args:
        found: the words of the report.
        sense: the short sense of a word; one without a sense is left out.
        level: the HSK level of a word.
        most: rows at most; None for all that ``found`` has as its best.
    """
    rows: list[VocabularyRow] = []
    for best in found.best:
        if most is not None and len(rows) == most:
            break
        word = best.word
        if told := sense(word):
            known = (word.text, word.pinyin, level(word.text), told)
            place = (best.count, best.order, best.anchor)
            rows.append(VocabularyRow(*known, *place, word.place, word.term or ""))
    return Vocabulary(found.different, tuple(rows))


def vocabulary_json(vocabulary: Vocabulary) -> str:
    """The text of the file."""
    rows = [{name: getattr(row, name) for name in _FIELDS} for row in vocabulary.rows]
    return json.dumps({"schema": SCHEMA, "words": vocabulary.words, "rows": rows}, ensure_ascii=False) + "\n"


def parse_vocabulary(text: str) -> Vocabulary | None:
    """Read the text of such a file; None for anything that is not one. A malformed row is left out."""
    try:
        data = json.loads(text)
    except ValueError:
        return None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("rows"), list):
        return None
    rows = [row for value in data["rows"] if (row := _row(value))]
    words = data.get("words")
    return Vocabulary(words if isinstance(words, int) else len(rows), tuple(rows))


def _row(value: Any) -> VocabularyRow | None:
    kinds = VocabularyRow.__annotations__
    if not isinstance(value, dict) or set(value) != set(kinds):
        return None
    types = {"str": str, "int": int, "bool": bool}
    if not all(type(value[name]) is types[kind] for name, kind in kinds.items()):
        return None
    return VocabularyRow(**value)


def load_vocabulary(path: Path) -> Vocabulary | None:
    """Read the file of a report; None when there is none."""
    return load(path, parse_vocabulary, None)
