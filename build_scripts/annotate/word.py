"""A word of an annotated text."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Word(NamedTuple):
    """One word of a text, or one term of several words.

    ``start`` and ``end`` count characters of the text. ``pinyin`` is None where the word holds no Chinese
    character; it has spaces where GB/T 16159 writes the parts apart. ``term`` is a :attr:`Term.id`.
    ``joined``: the pinyin is written together with that of the word before (推进了 → tuījìnle).
    ``place``: the word is a place name.
    ``syllables`` has one entry for each character, None where it is not Chinese; ``pinyin`` is these
    syllables written as a word.
    """

    text: str
    start: int
    end: int
    pinyin: str | None
    term: str | None = None
    joined: bool = False
    place: bool = False
    syllables: tuple[str | None, ...] = ()


class WordLike(Protocol):
    """As much of a word as a page shows."""

    @property
    def text(self) -> str: ...

    @property
    def pinyin(self) -> str | None: ...

    @property
    def term(self) -> str | None: ...
