"""The sentence of a paragraph that a word stands in, and the English sentence that renders it.

Chinese and English paragraphs are aligned sentence by sentence by their lengths alone: W. A. Gale and K. W.
Church, “A Program for Aligning Sentences in Bilingual Corpora”, Computational Linguistics 19 (1993). One
sentence may become two, two one, or one none; what is taken to be 1 : 1 is right nearly always.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

_CHINESE = re.compile(r"[^。！？!?…]*(?:[。！？!?…]+[”’」』）》】〉)\"']*|$)\s*", re.DOTALL)
_ENGLISH_END = re.compile(r"[.!?…]+[”’)\]\"']*\s+(?=[“‘(\[\"']*[A-Z0-9\u3400-\u9fff])")
# A full stop behind these ends no sentence: Mr. Li, No. 59, e.g. rice, J. Wang.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Nos?|vs|etc|e\.g|i\.e|cf|Art|Vol|pp?|Co|Ltd|Inc|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec)|\b[A-Z])\.\s+$"
)

# How often so many sentences become so many, and the variance of their lengths, as Gale and Church give them.
_BEADS = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
_VARIANCE = 6.8
_MOST = 2_500  # Pairs of sentences weighed for one paragraph; a longer one is a list, not prose.


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence in both languages; ``en`` is empty where nothing renders it."""

    zh: str
    en: str


def chinese_sentences(text: str) -> tuple[str, ...]:
    """``text`` in sentences, white space between them included: joined they are the text.

    >>> chinese_sentences("路通了。“水也通了！”村民说。")
    ('路通了。', '“水也通了！”', '村民说。')
    """
    return tuple(part for part in _CHINESE.findall(text) if part)


def english_sentences(text: str) -> tuple[str, ...]:
    """The same for English.

    >>> english_sentences("Mr. Li came. “It works,” he said. No. 59 was next.")
    ('Mr. Li came. ', '“It works,” he said. ', 'No. 59 was next.')
    """
    parts: list[str] = []
    done = 0
    for found in _ENGLISH_END.finditer(text):
        if not _ABBREVIATION.search(text, max(done, found.end() - 12), found.end()):
            parts.append(text[done : found.end()])
            done = found.end()
    return tuple(part for part in (*parts, text[done:]) if part)


def pair_at(zh: str, en: str, at: int) -> SentencePair:
    """The sentence of ``zh`` that holds its character ``at``, and what renders it in ``en``.

    Args:
        zh: a Chinese paragraph.
        en: its English without markup; may be empty.
        at: a position in ``zh``.

    >>> pair_at("路通了。桥还没修好，要等到明年。", "The road is open. The bridge is for next year.", 6)
    SentencePair(zh='桥还没修好，要等到明年。', en='The bridge is for next year.')
    """
    chinese, english = chinese_sentences(zh), english_sentences(en)
    ends = [sum(len(part) for part in chinese[: number + 1]) for number in range(len(chinese))]
    wanted = next((number for number, end in enumerate(ends) if at < end), len(chinese) - 1)
    if wanted < 0:
        return SentencePair("", "")
    for ours, theirs in align([len(part) for part in chinese], [len(part) for part in english]):
        if wanted in ours:
            return SentencePair(chinese[wanted].strip(), "".join(english[n] for n in theirs).strip())
    return SentencePair(chinese[wanted].strip(), "")


def align(ours: Sequence[int], theirs: Sequence[int]) -> tuple[tuple[range, range], ...]:
    """Which sentences of one text render which of the other, by their lengths.

    Args:
        ours: the lengths of the sentences of one text, in characters.
        theirs: those of the other.

    Returns:
        Pairs of ranges of indices in order. Law: each side's ranges, put together, are all its indices.

    >>> align([10, 20], [31, 29, 32])
    ((range(0, 1), range(0, 1)), (range(1, 2), range(1, 3)))
    """
    if not ours or not theirs or len(ours) * len(theirs) > _MOST:
        return ((range(len(ours)), range(len(theirs))),)
    ratio = sum(theirs) / sum(ours)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            for (m, n), share in _BEADS.items():
                before = best.get((i - m, j - n))
                if before is None:
                    continue
                cost = (
                    before[0] + _cost(sum(ours[i - m : i]), sum(theirs[j - n : j]), ratio) - math.log(share)
                )
                if (i, j) not in best or cost < best[i, j][0] - 1e-9:
                    best[i, j] = cost, (m, n)
    return _back(best, len(ours), len(theirs))


def _cost(ours: int, theirs: int, ratio: float) -> float:
    """How unlikely it is that a stretch of one length renders one of the other: −ln of the probability."""
    mean = (ours + theirs / ratio) / 2 or 1.0
    off = (theirs - ours * ratio) / math.sqrt(mean * _VARIANCE * ratio)
    return -math.log(max(math.erfc(abs(off) / math.sqrt(2)), 1e-300))


def _back(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int
) -> tuple[tuple[range, range], ...]:
    beads: list[tuple[range, range]] = []
    while i or j:
        m, n = best[i, j][1]
        beads.append((range(i - m, i), range(j - n, j)))
        i, j = i - m, j - n
    return tuple(reversed(beads))
