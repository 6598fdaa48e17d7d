"""The index in finer pieces: nothing is lost, all stays in order, and the same index gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.search.pieces import SearchError, divide, packed, shared_program, unpacked

# What Pagefind keeps of a word: the pages with the places in them, and other spellings.
WORDS = st.lists(
    st.tuples(st.text("甲乙丙abc", min_size=1, max_size=4), st.integers(1, 400)),
    min_size=1,
    max_size=60,
    unique_by=lambda word: word[0],
)


def written(folder: Path, pieces: list[list[Any]]) -> list[list[str]]:
    """Pieces as Pagefind writes them, and its list of them."""
    listed = []
    for words in pieces:
        name, data = packed([words])
        (folder / f"en_{name}.pf_index").write_bytes(data)
        listed.append([words[0][0], words[-1][0], f"en_{name}"])
    return listed


@given(WORDS)
def test_all_words_are_there_in_their_order(tmp_path_factory: pytest.TempPathFactory, words: Any) -> None:
    """Law: the words of the finer pieces are those before, and the list says what is in each."""
    folder = tmp_path_factory.mktemp("index")
    ordered = [[word, [[1, [-25, *range(count)], []]], []] for word, count in sorted(words)]
    half = max(1, len(ordered) // 2)
    before = written(folder, [part for part in (ordered[:half], ordered[half:]) if part])
    after = divide(folder, before, "en")
    assert sorted(path.stem for path in folder.iterdir()) == sorted({name for _, _, name in after})
    kept = []
    for first, last, name in after:
        piece = unpacked((folder / f"{name}.pf_index").read_bytes())[0]
        assert (piece[0][0], piece[-1][0]) == (first, last)
        kept += piece
    assert kept == ordered


def test_a_long_index_is_cut_and_a_short_one_stays(tmp_path: Path) -> None:
    words = [[f"{number:05}", [[1, [-25, number * 7919 % 1000003], []]], []] for number in range(4000)]
    assert len(divide(tmp_path, written(tmp_path, [words]), "en")) > 10
    short = tmp_path / "short"
    short.mkdir()
    assert len(divide(short, written(short, [words[:3]]), "en")) == 1


@pytest.mark.parametrize("source", ["", "export{search};", "export{createInstance};let more;"])
def test_another_program_stops_the_build(source: str) -> None:
    with pytest.raises(SearchError, match="createInstance"):
        shared_program(source)
