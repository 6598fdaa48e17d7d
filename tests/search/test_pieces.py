"""The index of many pages: nothing is lost, all stays in order, and batches make no difference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.search.pieces import SIGNATURE, Piece, cut, listed, packed, short_names
from build_scripts.search.postings import (
    Gathered,
    entries_of,
    gather,
    merged,
    piece,
    read_run,
    write_run,
)
from build_scripts.search.program import SearchError, shared_program
from build_scripts.search.words import WEIGHED, Placed

# The words of some pages, each with its places; some of those are in a title.
PLACES = st.lists(st.integers(0, 70_000), min_size=1, max_size=30, unique=True).map(sorted)
PAGES = st.lists(
    st.dictionaries(st.text("甲乙丙abc", min_size=1, max_size=4), PLACES, max_size=12), min_size=1, max_size=8
)


def merged_batches(folder: Path, pages: list[dict[str, list[int]]], size: int) -> list[tuple[str, bytes]]:
    runs = []
    for start in range(0, len(pages), size):
        found = Gathered(list)
        for number, words in enumerate(pages[start : start + size]):
            placed = [(word, place) for word, places in words.items() for place in places]
            gather(found, number, Placed([word for word, _ in placed], [place for _, place in placed]))
        file = folder / f"{size}-{start}"
        write_run(file, entries_of(found))
        runs.append(read_run(file, start))
    return list(merged(runs))


def placed(data: bytes) -> dict[str, dict[int, list[int]]]:
    """What a piece of the index says: words, pages, places."""
    found: dict[str, dict[int, list[int]]] = {}
    for word, pages, others in cbor2.loads(data)[0]:
        assert not others
        number = 0
        for step, places, titles in pages:
            assert not titles
            number += step
            weight = place = 0
            for one in places:
                weight = -1 - one if one < 0 else weight
                place = 0 if one < 0 else place + one
                if one >= 0:
                    kept = place if weight == 24 else (weight << WEIGHED) + place
                    found.setdefault(word, {}).setdefault(number, []).append(kept)
    return found


@given(PAGES, st.integers(1, 8))
def test_all_words_are_there_and_batches_make_no_difference(
    tmp_path_factory: pytest.TempPathFactory, pages: list[dict[str, list[int]]], size: int
) -> None:
    """Law: what is merged of batches is what one batch has, which says of each page what it has."""
    folder = tmp_path_factory.mktemp("runs")
    words = merged_batches(folder, pages, size)
    assert words == merged_batches(folder, pages, len(pages))
    assert [word for word, _ in words] == sorted({word for page in pages for word in page})
    found = placed(piece([data for _, data in words]))
    for number, page in enumerate(pages):
        assert {word: found[word][number] for word in page} == page
    assert sum(len(places) for places in found.values()) == sum(len(page) for page in pages)


@given(
    st.dictionaries(st.text("甲乙丙abc", min_size=1, max_size=4), st.integers(1, 9), min_size=1),
    st.integers(1, 30),
)
def test_pieces_have_all_words_in_order(words: dict[str, int], size: int) -> None:
    coded = [(word, cbor2.dumps([word, [0] * count])) for word, count in sorted(words.items())]
    kept: list[Any] = []
    for first, last, data in cut(coded, size):
        held = cbor2.loads(data)[0]
        assert (held[0][0], held[-1][0]) == (first, last)
        kept += held
    assert [word for word, _ in kept] == sorted(words)


@given(st.sets(st.text("甲乙丙abc", min_size=1, max_size=5), min_size=2, max_size=12))
def test_a_beginning_lies_between_two_pieces(words: set[str]) -> None:
    ordered = sorted(words)
    starts, names = json.loads(listed([Piece(word, word, word) for word in ordered]))
    assert names == ordered and starts[0] == ""
    for before, start, word in zip(ordered, starts[1:], ordered[1:], strict=False):
        assert before < start <= word and word.startswith(start)


def test_the_same_content_gives_the_same_file() -> None:
    assert packed(b"x") == packed(b"x") and packed(b"x")[0] != packed(b"y")[0]
    assert SIGNATURE


def test_names_are_as_short_as_they_can_be() -> None:
    assert short_names(["aaaaaaaa1", "bbbbbbbb1"]) == ["aaaaaaaa", "bbbbbbbb"]
    assert short_names(["aaaaaaaa1", "aaaaaaaa2"]) == ["aaaaaaaa1", "aaaaaaaa2"]


@pytest.mark.parametrize("source", ["", "export{search};", "export{createInstance};let more;"])
def test_another_program_stops_the_build(source: str) -> None:
    with pytest.raises(SearchError, match="createInstance"):
        shared_program(source)
