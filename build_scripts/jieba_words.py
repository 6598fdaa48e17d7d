"""jieba with the functions of rjieba that we use, for machines that have no wheel of rjieba.

The words are jieba's own but for 2021-11-17, Wi-Fi and the like, which jieba takes apart. The tag of
a word that is in no dictionary is a guess of jieba's model, from the word alone. jieba's cache in the
temporary folder is not used: a file there that anybody can write decides nothing here.
"""

from __future__ import annotations

import logging
import re
import warnings
from functools import lru_cache
from typing import Any

with warnings.catch_warnings():
    # Its patterns are not raw strings, of which newer Pythons warn.
    warnings.simplefilter("ignore")
    import jieba
    from jieba import posseg

jieba.setLogLevel(logging.WARNING)

_COMPOUND = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+%?")
_FIGURE = re.compile(r"[0-9]+(?:[-.][0-9]+)*%?")
_LATIN = re.compile(r"[A-Za-z0-9]+")


def _tokenizer() -> Any:
    """A tokenizer of jieba with its dictionary from the package, never from the temporary folder."""
    made = jieba.Tokenizer()
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True
    return made


class Jieba:
    """A segmenter of its own, as ``rjieba.Jieba``: words added to it are known to no other."""

    def __init__(self) -> None:
        self._tokenizer = _tokenizer()
        self._tags: dict[str, str] = {}

    def add_word(self, word: str, freq: int | None = None, tag: str | None = None) -> int:
        """Add a word, so that the segmentation knows it; its frequency."""
        self._tokenizer.add_word(word, freq)
        if tag:
            self._tags[word] = tag
        return int(self._tokenizer.FREQ[word])

    def has_word(self, word: str) -> bool:
        """Tell whether the dictionary has ``word``."""
        return bool(self._tokenizer.FREQ.get(word))

    def suggest_freq(self, segment: str) -> int:
        """The frequency with which a word would be kept whole; of a known word its own at least."""
        return int(self._tokenizer.suggest_freq(segment))

    def cut(self, text: str, hmm: bool = True) -> list[str]:
        """The words of ``text``; with ``hmm`` characters that are no word together may be guessed to be."""
        words = list(self._tokenizer.cut(text, HMM=hmm))
        return _joined(words, text) if hmm else words

    def tag(self, text: str, hmm: bool = True) -> list[tuple[str, str]]:
        """The words of ``text`` with their parts of speech."""
        return [(word, self._tags.get(word) or _tag(word)) for word in self.cut(text, hmm)]


def _joined(words: list[str], text: str) -> list[str]:
    """The words, with dates, versions and hyphenated Latin words as one each."""
    ends = {match.start(): match.end() for match in _COMPOUND.finditer(text)}
    if not ends:
        return words
    joined: list[str] = []
    position = until = 0
    for word in words:
        if position < until:
            joined[-1] += word
        else:
            joined.append(word)
            until = ends.get(position, 0)
        position += len(word)
    return joined


@lru_cache(maxsize=65536)
def _tag(word: str) -> str:
    """The tag in jieba's dictionary; of a word that is not in there the model's, as if it stood alone."""
    known = _known_tags().get(word)
    if known:
        return str(known)
    if _FIGURE.fullmatch(word):
        return "m"
    if _LATIN.fullmatch(word):
        return "eng"
    return str(posseg.lcut(word)[-1].flag)


@lru_cache(maxsize=1)
def _known_tags() -> dict[str, str]:
    posseg.dt.initialize()
    return dict(posseg.dt.word_tag_tab)


@lru_cache(maxsize=1)
def _shared() -> Jieba:
    return Jieba()


def cut(text: str, hmm: bool = True) -> list[str]:
    """The words of ``text``, by a segmenter to which nothing was added."""
    return _shared().cut(text, hmm)


def tag(text: str, hmm: bool = True) -> list[tuple[str, str]]:
    """The same with parts of speech."""
    return _shared().tag(text, hmm)


def has_word(word: str) -> bool:
    """Tell whether jieba's dictionary has ``word``."""
    return _shared().has_word(word)


def suggest_freq(segment: str) -> int:
    """See :meth:`Jieba.suggest_freq`."""
    return _shared().suggest_freq(segment)
