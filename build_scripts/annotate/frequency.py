"""How common a word is in written Chinese, from the counts in jieba's dictionary.

The segmentation has the same dictionary but tells no counts. Only the file is read, which takes a fraction of
a second; jieba itself is not started.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import log10


@lru_cache(maxsize=1)
def _counts() -> tuple[Mapping[str, int], int]:
    """The count of each word of the dictionary, and their sum; read at the first call."""
    text = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8")
    # Lines of a word, its count and its kind. Of all at once, since there are a third of a million.
    parts = text.removesuffix("\n").replace("\n", " ").split(" ")
    counts = dict(zip(parts[::3], map(int, parts[1::3]), strict=True))
    return counts, sum(counts.values())


@lru_cache(maxsize=65536)
def frequency(word: str) -> float:
    """The frequency on Zipf's scale: the logarithm of the occurrences in a thousand million words.

    Nearly 7 for 的, 5 for common words, 3 for rare ones, 0 for what the dictionary lacks.

    >>> frequency("的") > 6, frequency("发展") > frequency("涣散") > 0, frequency("空壳村")
    (True, True, 0.0)
    """
    counts, total = _counts()
    count = counts.get(word, 0)
    return log10(count / total * 1e9) if count else 0.0
