"""Words with their pages and places as Pagefind's program reads them (CBOR), and those of many pages merged.

    a piece of the index   [[word, …]]
    word                   [its letters, [page, …], other spellings: none here]
    page                   [pages since the one before, [place, …], places in titles kept apart: none here]
    place                  words since the one before; a negative number -1 - w says that w is the weight of
                           those that follow, which are counted from the beginning again

A batch of pages is written as a run: words in order, each with its pages. Runs are merged without being held
in memory: of a site of any size only what one word says of all pages is.
"""

from __future__ import annotations

import marshal
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter, sub
from pathlib import Path
from typing import NamedTuple

import cbor2

from build_scripts.search.words import PLAIN, WEIGHED, Placed

_POSITIVE, _NEGATIVE, _ARRAY = 0x00, 0x20, 0x80
_PLACE = (1 << WEIGHED) - 1
_EMPTY = b"\x80"


def _head(kind: int, number: int) -> bytes:
    """The first bytes of a CBOR value: what it is, and its number or length."""
    if number < 24:
        return bytes((kind | number,))
    if number < 1 << 8:
        return bytes((kind | 24, number))
    if number < 1 << 16:
        return bytes((kind | 25, *number.to_bytes(2, "big")))
    return bytes((kind | 26, *number.to_bytes(4, "big")))


_FEW = 4096
_NUMBERS = tuple(_head(_POSITIVE, number) for number in range(_FEW))
_USUAL = _head(_NEGATIVE, PLAIN)
_ONCE = tuple(_head(_ARRAY, 2) + _USUAL + number + _EMPTY for number in _NUMBERS)
"""The places of a word that stands once, at the place of that number."""

_THREE = _head(_ARRAY, 3)
_STEPS = tuple(_THREE + number for number in _NUMBERS)
"""How a page begins that is so many behind the one before."""


def _number(number: int) -> bytes:
    return _NUMBERS[number] if number < _FEW else _head(_POSITIVE, number)


def located(places: Sequence[int]) -> bytes:
    """The places of a word on a page, in order, and that it has none in titles kept apart.

    >>> cbor2.loads(b"\\x82" + located([3, 10, (120 << 24) + 1]))
    [[-25, 3, 7, -121, 1], []]
    """
    if places[-1] <= _PLACE:
        steps = map(sub, places, [0, *places])
        return b"".join([_head(_ARRAY, len(places) + 1), _USUAL, *map(_number, steps), _EMPTY])
    coded: list[bytes] = []
    for weight, group in groupby(places, key=lambda place: place >> WEIGHED):
        plain = [place & _PLACE for place in group]
        coded.append(_head(_NEGATIVE, weight) if weight else _USUAL)
        coded += map(_number, map(sub, plain, [0, *plain]))
    return b"".join([_head(_ARRAY, len(coded)), *coded, _EMPTY])


class Entry(NamedTuple):
    """What a run says of a word: the numbers of its ``first`` and ``last`` page, how many there are, and all
    of them in CBOR, but for the beginning and the number of the first."""

    word: str
    first: int
    last: int
    pages: int
    data: bytes


# Entry(*fields), a function in Python, takes several times as long, and a site has hundreds of thousands.
_made = partial(tuple.__new__, Entry)

_AT_ONCE = 256
"""So many entries of a run are written and read at once: of a hundred runs not much is in memory."""

_LENGTH = 4
"""Bytes of the number that says how long what follows is."""

Gathered = defaultdict[str, list[int]]
"""Words, with all their places on some pages, above each of which stands the number of its page."""

_NUMBERED = WEIGHED + 8
_ON_PAGE = (1 << _NUMBERED) - 1


def gather(found: Gathered, number: int, placed: Placed) -> None:
    """Put the words of the page of that number into ``found``."""
    above = number << _NUMBERED
    for word, place in zip(placed.words, placed.places, strict=True):
        found[word].append(above + place)


def entries_of(found: Gathered) -> Iterator[Entry]:
    """The words gathered, in order. Pages are those of a batch: their numbers stay below :data:`_FEW`."""
    for word in sorted(found):
        places = found[word]
        if len(places) > 1:
            places.sort()
        first = before = places[0] >> _NUMBERED
        if len(places) == 1 and (place := places[0] & _ON_PAGE) < _FEW:
            yield _made((word, first, first, 1, _ONCE[place]))
            continue
        start, end = 0, len(places)
        coded: list[bytes] = []
        while start < end:
            number = places[start] >> _NUMBERED
            coded.append(_STEPS[number - before])
            before = number
            place, stop = places[start] & _ON_PAGE, start + 1
            # Most words stand once on a page; those are not worth a call each.
            if place < _FEW and (stop == end or places[stop] >> _NUMBERED != number):
                coded.append(_ONCE[place])
            else:
                stop = bisect_left(places, (number + 1) << _NUMBERED, stop)
                coded.append(located([one & _ON_PAGE for one in places[start:stop]]))
            start = stop
        yield _made((word, first, before, len(coded) // 2, b"".join(coded)[len(_STEPS[0]) :]))


def write_run(file: Path, entries: Iterable[Entry]) -> int:
    """Write a run; gives the bytes of what it says of pages."""
    size = 0
    waiting = iter(entries)
    with file.open("wb") as out:
        while held := list(islice(waiting, _AT_ONCE)):
            data = marshal.dumps([tuple(entry) for entry in held])
            out.write(len(data).to_bytes(_LENGTH))
            out.write(data)
            size += sum(len(entry.data) for entry in held)
    return size


def read_run(file: Path, before: int) -> Iterator[Entry]:
    """The entries of a run, to the numbers of whose pages ``before`` is added."""
    with file.open("rb") as run:
        while length := run.read(_LENGTH):
            held = marshal.loads(run.read(int.from_bytes(length)))
            yield from [
                _made((word, first + before, last + before, pages, data))
                for word, first, last, pages, data in held
            ]


def merged(runs: Iterable[Iterator[Entry]]) -> Iterator[tuple[str, bytes]]:
    """Each word of all runs, in order, with its CBOR. Runs come in the order of their pages."""
    for word, entries in groupby(merge(*runs), key=itemgetter(0)):
        held = list(entries)
        coded = [_THREE, cbor2.dumps(word), _head(_ARRAY, sum(entry.pages for entry in held))]
        before = 0
        for entry in held:
            coded += (_THREE, _number(entry.first - before), entry.data)
            before = entry.last
        coded.append(_EMPTY)
        yield word, b"".join(coded)


def piece(words: Sequence[bytes]) -> bytes:
    """A piece of the index with these words."""
    return b"".join([_head(_ARRAY, 1), _head(_ARRAY, len(words)), *words])
