"""The nearest relatives of each report, with the words they share as the reason.

Reports are compared by the cosine of their TF-IDF vectors. Of the words that another report has as well, the
100 heaviest count; candidates are found by the 20 heaviest of these, unless very many reports have the word.
So the work grows with the number of reports and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.segment import HAN, tag_of
from build_scripts.annotate.tables import word_set
from build_scripts.annotate.word import Word


@dataclass(frozen=True, slots=True)
class Related:
    """A relative: its id, the cosine (0 to 1) and the shared words that tell most.

    The ``preferred`` ones come first, then the others, each with the rare and frequent ones first.
    """

    id: str
    score: float
    reasons: tuple[str, ...]


SIGNATURE = 100
"""How many words of a report are compared: the heaviest ones that are not its own alone."""

MOST_REASONS, LEAST_REASONS = 4, 2
"""Terms, places and documents that two reports share are named; other words only where these are too few."""

LEAST_SCORE = 0.02
"""Reports below this share next to nothing; they are no relatives."""

_LEADS = 20  # So many of a report's words lead to candidates …
_RARE = 64  # … and only those that at most so many reports have among their heaviest.
_PREFERENCE = 2.0
# Not ns: that tag is given to verbs such as 惠及; places are known by Word.place.
_NOUNS = frozenset({"n", "nt", "nz", "j", "vn", "an"})
_NUMERALS = frozenset("一二两三四五六七八九十百千万几各每这那")

_STOP = word_set(
    """
    我们 他们 一个 一些 没有 进行 通过 以及 同时 目前 近年来 今年 去年 全市 全县 全省 全区 其中 已经
    开展 推进 推动 实现 加强 实施 建立 完善 工作 发展 建设 组织 服务 提高 提升 积极 不断 进一步 全面
    大力 切实 着力 坚持 主要 方面 情况 问题 一批 一种 这个 这些 可以 能够 需要 成为 作为 以来 期间
    左右 以上 以下 多个 人员 群众 干部 万元 亿元 今后 如何 为了 因为 所以 但是 而且 还有 就是 不是
    记者 通讯员 本报 介绍 表示
    """
)


def content_words(words: Iterable[Word], lexicon: Lexicon) -> Counter[str]:
    """The words of a report that tell what it is about: terms under their heading, and nouns of two or more
    Chinese characters that are not said in every report.

    Args:
        words: the annotated words of all its texts.
        lexicon: what they were annotated with.
    """
    counts: Counter[str] = Counter()
    for word in words:
        if word.term is not None:
            counts[lexicon.by_id[word.term].zh] += 1
        elif word.place or _tells(word.text):
            counts[word.text] += 1
    return counts


@lru_cache(maxsize=65536)
def _tells(word: str) -> bool:
    if len(word) < 2 or word in _STOP or word[0] in _NUMERALS or len(HAN.findall(word)) < len(word):
        return False
    return tag_of(word) in _NOUNS


def related_reports(
    documents: Mapping[str, Mapping[str, int]], limit: int = 3, preferred: Collection[str] = frozenset()
) -> Mapping[str, tuple[Related, ...]]:
    """The nearest relatives of every report.

    Args:
        documents: for each report's id its words and how often each occurs (:func:`content_words`).
        limit: how many relatives a report has at most.
        preferred: words that weigh double and are named first as reasons: terms, places, documents.

    Returns:
        For every id its relatives, nearest first; equal ones by id, whatever the order of ``documents``.
    """
    named = partial(_named, preferred=preferred)
    frequency = Counter(word for counts in documents.values() for word in counts)
    rarity = {word: math.log((1 + len(documents)) / count) for word, count in frequency.items() if count > 1}
    vectors = _vectors(documents, rarity, named)
    postings: dict[str, list[str]] = {}
    for name in sorted(vectors):
        for word in vectors[name]:
            postings.setdefault(word, []).append(name)
    result: dict[str, tuple[Related, ...]] = {}
    for name in sorted(vectors):
        vector = vectors[name]
        candidates: dict[str, float] = {}
        for word, weight in islice(vector.items(), _LEADS):
            names = postings[word]
            if len(names) <= _RARE:
                for other in names:
                    candidates[other] = candidates.get(other, 0.0) + weight * vectors[other][word]
        candidates.pop(name, None)
        # Only leading words counted so far; the exact score is worked out for the few that are near.
        near = sorted(candidates, key=lambda other: (-round(candidates[other], 9), other))[: 4 * limit]
        scored = sorted((-_cosine(vector, vectors[other]), other) for other in near)
        result[name] = tuple(
            Related(other, -score, _reasons(vector, vectors[other], rarity, named))
            for score, other in scored[:limit]
            if -score >= LEAST_SCORE
        )
    return result


def _vectors(
    documents: Mapping[str, Mapping[str, int]], rarity: Mapping[str, float], named: Callable[[str], float]
) -> dict[str, dict[str, float]]:
    """For each report its heaviest shared words, heaviest first, with their share of a vector of length 1."""
    alone = math.log(1 + len(documents))
    vectors: dict[str, dict[str, float]] = {}
    for name, counts in documents.items():
        weighed = [
            ((1 + math.log(count)) * rarity.get(word, alone) * named(word), word)
            for word, count in counts.items()
            if count > 0
        ]
        length = math.sqrt(math.fsum(weight * weight for weight, _ in weighed)) or 1.0
        shared = [pair for pair in weighed if pair[1] in rarity]
        heaviest = sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:SIGNATURE]
        vectors[name] = {word: weight / length for weight, word in heaviest}
    return vectors


def _named(word: str, preferred: Collection[str]) -> float:
    """Terms, places and documents tell more about a report than its other words."""
    return _PREFERENCE if word in preferred else 1.0


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The same from either side: the products are added in the order of the words."""
    return round(math.fsum(one[word] * other[word] for word in one if word in other), 6)


def _reasons(
    one: Mapping[str, float],
    other: Mapping[str, float],
    rarity: Mapping[str, float],
    named: Callable[[str], float],
) -> tuple[str, ...]:
    """What two reports share, most telling first: a rare word before one that all reports repeat."""

    def weight(word: str) -> float:
        return round(one[word] * other[word] * rarity[word] * named(word), 9)

    shared = sorted((word for word in one if word in other), key=lambda word: (-weight(word), word))
    chosen = [word for word in shared if named(word) > 1][:MOST_REASONS]
    if len(chosen) < LEAST_REASONS:
        chosen += [word for word in shared if word not in chosen][: LEAST_REASONS - len(chosen)]
    return tuple(chosen)
