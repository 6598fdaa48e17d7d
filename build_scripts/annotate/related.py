"""The nearest relatives of each report, with the words they share as the reason.

Reports are compared by the cosine of their TF-IDF vectors. Only the 60 heaviest words of a report count, and
only words that few reports have lead from one to another, so the work grows with the number of reports and
not with its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.places import GAZETTEER
from build_scripts.annotate.segment import HAN
from build_scripts.annotate.tables import word_set
from build_scripts.annotate.words import Word


@dataclass(frozen=True, slots=True)
class Related:
    """A relative: its id, the cosine (0 to 1) and the shared words that contribute most, heaviest first."""

    id: str
    score: float
    reasons: tuple[str, ...]


SIGNATURE = 60
"""How many words of a report are compared: its heaviest ones."""

MOST_REASONS = 4
LEAST_SCORE = 0.02
"""Reports below this share next to nothing; they are no relatives."""

_RARE_AT_LEAST = 24  # In small collections every word may lead from one report to another.
_RARE_SHARE = 50  # In large ones only words that at most one report in fifty has among its heaviest.
_PREFERENCE = 3.0

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
    """The words of a report that tell what it is about: terms under their heading, and words of two or more
    Chinese characters that are not said in every report.

    Args:
        words: the annotated words of all its texts.
        lexicon: what they were annotated with.
    """
    counts: Counter[str] = Counter()
    for word in words:
        if word.term is not None:
            counts[lexicon.by_id[word.term].zh] += 1
        elif len(word.text) > 1 and word.text not in _STOP and len(HAN.findall(word.text)) == len(word.text):
            counts[word.text] += 1
    return counts


def related_reports(
    documents: Mapping[str, Mapping[str, int]], limit: int = 3, preferred: Collection[str] = frozenset()
) -> Mapping[str, tuple[Related, ...]]:
    """The nearest relatives of every report.

    Args:
        documents: for each report's id its words and how often each occurs (:func:`content_words`).
        limit: how many relatives a report has at most.
        preferred: words that are named first as reasons: the headings of the glossary. Places always are.

    Returns:
        For every id its relatives, nearest first; equal ones by id, whatever the order of ``documents``.
    """
    vectors = _vectors(documents)
    postings: dict[str, list[str]] = {}
    for name in sorted(vectors):
        for word in vectors[name]:
            postings.setdefault(word, []).append(name)
    rare = max(_RARE_AT_LEAST, len(documents) // _RARE_SHARE)
    result: dict[str, tuple[Related, ...]] = {}
    for name in sorted(vectors):
        vector = vectors[name]
        candidates: dict[str, float] = {}
        for word, weight in vector.items():
            names = postings[word]
            if 1 < len(names) <= rare:
                for other in names:
                    candidates[other] = candidates.get(other, 0.0) + weight * vectors[other][word]
        candidates.pop(name, None)
        # The common words are left out above; the exact score is worked out for the few that are near.
        near = sorted(candidates, key=lambda other: (-round(candidates[other], 9), other))[: 4 * limit]
        scored = sorted((-_cosine(vector, vectors[other]), other) for other in near)
        result[name] = tuple(
            Related(other, -score, _reasons(vector, vectors[other], preferred))
            for score, other in scored[:limit]
            if -score >= LEAST_SCORE
        )
    return result


def _vectors(documents: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, float]]:
    """For each report its heaviest words with their TF-IDF weights, of length 1, in a fixed order."""
    frequency: Counter[str] = Counter(word for counts in documents.values() for word in counts)
    vectors: dict[str, dict[str, float]] = {}
    for name, counts in documents.items():
        weighed = [
            ((1 + math.log(count)) * math.log((1 + len(documents)) / frequency[word]), word)
            for word, count in counts.items()
            if count > 0
        ]
        heaviest = sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[:SIGNATURE]
        length = math.sqrt(sum(weight * weight for weight, _ in heaviest)) or 1.0
        vectors[name] = {word: weight / length for weight, word in heaviest}
    return vectors


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The same from either side: the products are added in the order of the words."""
    return round(math.fsum(one[word] * other[word] for word in one if word in other), 6)


def _reasons(
    one: Mapping[str, float], other: Mapping[str, float], preferred: Collection[str]
) -> tuple[str, ...]:
    def weight(word: str) -> float:
        named = word in preferred or word in GAZETTEER
        return round(one[word] * other[word] * (_PREFERENCE if named else 1.0), 9)

    shared = [word for word in one if word in other]
    return tuple(sorted(shared, key=lambda word: (-weight(word), word))[:MOST_REASONS])
