"""The segmenter where rjieba has no wheel: jieba gives the same words."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import jieba_words, segmenter
from build_scripts.annotate import segment
from build_scripts.annotate.segment import segments

PIECES = """
村|党组织|书记|一肩挑|“1+5”|文件|怀化市|从|向|北|大概|内蒙古|空壳村|为|地|3.7|亿元|11.9%|〔2018〕59号|2021-11-17|16:18|，|。|（|）
卡拉OK|Wi-Fi|100%|第|十|个|〇|\t|㎡|王小溪|溪|拼多多
""".replace("\n", "|").split("|")
TEXTS = st.lists(st.sampled_from([piece for piece in PIECES if piece]), max_size=20).map("".join)


def _lines(root: Path) -> Iterator[str]:
    for path in sorted((root / "source_articles").glob("*.txt")):
        yield from filter(str.strip, path.read_text("utf-8").split("\n"))


@pytest.mark.slow
@pytest.mark.parametrize("hmm", [True, False])
def test_the_samples_have_the_same_words(root: Path, hmm: bool) -> None:
    for line in _lines(root):
        assert jieba_words.cut(line, hmm) == rjieba.cut(line, hmm)


@pytest.mark.slow
def test_words_of_the_dictionary_have_the_same_tags_and_nearly_all_others(root: Path) -> None:
    """A word that is in no dictionary is tagged by a guess, and the two guess differently now and then."""
    tags = [
        (word, ours, theirs)
        for line in _lines(root)
        for (word, ours), (_, theirs) in zip(jieba_words.tag(line), rjieba.tag(line), strict=True)
    ]
    different = [word for word, ours, theirs in tags if ours != theirs]
    assert not [word for word in different if rjieba.has_word(word)]
    assert len(different) < len(tags) / 100


@given(TEXTS, st.booleans())
def test_words_are_the_same_in_any_order_of_pieces(text: str, hmm: bool) -> None:
    assert jieba_words.cut(text, hmm) == rjieba.cut(text, hmm)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_words_joined_give_the_text_whatever_it_is(text: str) -> None:
    assert "".join(jieba_words.cut(text)) == text


@pytest.mark.parametrize("word", ["基层", "北大", "的", "村里"])
def test_frequencies_are_the_same(word: str) -> None:
    assert jieba_words.has_word(word)
    assert abs(jieba_words.suggest_freq(word) - rjieba.suggest_freq(word)) <= 1


def test_a_word_that_was_added_is_known_to_that_segmenter_alone() -> None:
    engine = jieba_words.Jieba()
    engine.add_word("云溪渡", 20_000, "ns")
    assert engine.tag("在云溪渡上船")[1] == ("云溪渡", "ns")
    assert engine.has_word("云溪渡")
    assert not jieba_words.has_word("云溪渡")


def test_the_text_is_segmented_with_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert segmenter.cut is rjieba.cut
    monkeypatch.setitem(sys.modules, "rjieba", None)
    spec = importlib.util.spec_from_file_location("another", segmenter.__file__)
    assert spec is not None
    assert spec.loader is not None
    another = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(another)
    assert another.cut is jieba_words.cut
    assert another.Jieba is jieba_words.Jieba


@pytest.mark.slow
def test_segments_are_the_same_with_the_gazetteer_taught_to_jieba(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All the way through :mod:`segment`, where the guess of a tag may decide in one line of a hundred."""
    lines = list(_lines(root))
    with_rjieba = [[word.text for word in segments(line)] for line in lines]
    try:
        with monkeypatch.context() as patched:
            patched.setattr(segmenter, "Jieba", jieba_words.Jieba)
            _forget()
            with_jieba = [[word.text for word in segments(line)] for line in lines]
    finally:
        _forget()
    different = sum(one != other for one, other in zip(with_rjieba, with_jieba, strict=True))
    assert different <= len(lines) / 100


def _forget() -> None:
    """Empty every cache of the module that holds what a segmenter said."""
    for value in vars(segment).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()
