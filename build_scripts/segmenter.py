"""The segmenter that is installed: rjieba or, where no wheel of it fits the machine, jieba.

rjieba is jieba in Rust: the same dictionary and model, the same words, at some twenty times the speed. It has
wheels for Linux (glibc and musl), macOS and Windows on x86-64 and for Linux and macOS on ARM; elsewhere pip
would need a Rust compiler, and the requirements ask for jieba alone (:mod:`build_scripts.jieba_words`). The
words are the same; the part of speech of a word that is in no dictionary is a guess, which may differ.
"""

from __future__ import annotations

try:
    from rjieba import Jieba, cut, has_word, suggest_freq, tag
except ImportError:
    from build_scripts.jieba_words import (  # type: ignore[assignment]  # the same methods, another class
        Jieba,
        cut,
        has_word,
        suggest_freq,
        tag,
    )

__all__ = ["OCCURRENCES", "Jieba", "cut", "has_word", "suggest_freq", "tag"]

OCCURRENCES = 60_101_967
"""What the frequencies of the dictionary add up to."""
