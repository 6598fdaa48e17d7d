"""The index cut into pieces, of which a query loads one for each of its words, and the list of these pieces.

Finer pieces make a longer list, which every query loads: see :func:`piece_size`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from math import log2
from typing import NamedTuple
from zlib import crc32

from build_scripts.search.postings import piece
from build_scripts.zipped import gzipped

SIGNATURE = b"pagefind_dcd"
"""With this begins what is compressed in a file that Pagefind's program reads."""

ENTRY = 9
"""Bytes that a piece takes in the list of pieces."""

WORDS = 3
"""So many words a query has, for which :func:`piece_size` is best."""

COMPRESSED = 0.6
"""What compression leaves of a piece."""

_NAME = 8


class Piece(NamedTuple):
    """A piece of the index: its ``first`` and ``last`` word, and the ``name`` of its file."""

    first: str
    last: str
    name: str


def piece_size(total: int) -> int:
    """The size of pieces at which a query loads least, of an index of ``total`` bytes.

    With ``n`` pieces it loads a list of ``ENTRY * n`` and some ``WORDS`` pieces of ``total / n``.

    >>> piece_size(450_000), piece_size(45_000_000)
    (1189, 11314)
    """
    best = max(1000, (total * ENTRY / WORDS) ** 0.5)
    # In steps, or each change of a page would cut the whole index anew.
    return round(1000 * 2 ** (round(4 * log2(best / 1000)) / 4))


def cut(words: Iterable[tuple[str, bytes]], size: int) -> Iterator[tuple[str, str, bytes]]:
    """Pieces of some ``size`` bytes, each with its first and last word; a word is never parted.

    Between half of that size and one and a half, a piece ends before the word of the lowest check sum: where
    a word grows, pieces before and behind it stay as they are.

    >>> list(cut([("a", b"x"), ("b", b"yz")], 1))
    [('a', 'a', b'\x81\x81x'), ('b', 'b', b'\x81\x81yz')]
    """
    held: list[tuple[str, bytes]] = []
    length = 0
    for word in words:
        held.append(word)
        length += len(word[1])
        while length > 1.5 * size and len(held) > 1:
            end = _end(held, size)
            yield _piece(held[:end])
            held = held[end:]
            length = sum(len(data) for _, data in held)
    if held:
        yield _piece(held)


def _end(held: Sequence[tuple[str, bytes]], size: int) -> int:
    """How many of the words make a piece."""
    best, lowest, length = 1, 1 << 32, 0
    for place, (word, data) in enumerate(held):
        if place and length > 1.5 * size:
            break
        if place and length >= size / 2 and (found := crc32(word.encode())) < lowest:
            best, lowest = place, found
        length += len(data)
    return best if lowest < 1 << 32 else max(1, place)


def _piece(words: Sequence[tuple[str, bytes]]) -> tuple[str, str, bytes]:
    return words[0][0], words[-1][0], piece([data for _, data in words])


def packed(data: bytes) -> tuple[str, bytes]:
    """A name for a file and its bytes: the same content gives the same ones."""
    return sha256(data).hexdigest(), gzipped(SIGNATURE + data)


def short_names(digests: Sequence[str]) -> list[str]:
    """The beginnings of digests that tell them apart, :data:`_NAME` characters where these do.

    >>> short_names(["0123456789", "0123456788"])
    ['0123456789', '0123456788']
    """
    length = _NAME
    while len({digest[:length] for digest in digests}) < len(set(digests)):
        length += 1
    return [digest[:length] for digest in digests]


def listed(pieces: Sequence[Piece]) -> str:
    """The list of pieces as JSON: what each begins with, and the names. From there to the next it reaches.

    A beginning is as short as it can be to lie behind the last word of the piece before.

    >>> listed([Piece("乡", "乡镇", "1f"), Piece("村民委员会", "村组", "2e")])
    '[["","村"],["1f","2e"]]'
    """
    befores = ["", *(one.last for one in pieces)]
    starts = [
        _beginning(before, one.first) if before else "" for before, one in zip(befores, pieces, strict=False)
    ]
    return json.dumps([starts, [one.name for one in pieces]], ensure_ascii=False, separators=(",", ":"))


def _beginning(before: str, word: str) -> str:
    for length in range(1, len(word)):
        if word[:length] > before:
            return word[:length]
    return word
