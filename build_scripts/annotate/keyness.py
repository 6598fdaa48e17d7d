"""Which words tell a group of reports from the rest: log-odds with an informative Dirichlet prior.

B. L. Monroe, M. P. Colaresi and K. M. Quinn, “Fightin’ Words: Lexical Feature Selection and Evaluation for
Identifying the Content of Political Conflict”, Political Analysis 16 (2008), section 3.3–3.5. For a word with
the counts a in the group (of A words) and b in the rest (of B), and a prior of p out of P words::

    δ = ln((a + p) / (A + P − a − p)) − ln((b + p) / (B + P − b − p))
    z = δ / √(1/(a + p) + 1/(b + p))

Rare words, whose odds leap about, so get a small z, and common ones are not favoured as they are by chi²
or by the difference of frequencies. The prior is what an average report of all would hold: P words, each in
its share of all words. Without a rest (a corpus of one theme) every δ is 0, and nothing is telling.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

LEAST_Z = 1.96
"""A word is telling from here on: by chance alone one in forty would be."""

_SPREAD = 3  # In a group of so many reports, a word that only one of them uses is that report's own.


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling word: its z, how often the group has it, and in how many of its reports."""

    word: str
    z: float
    count: int
    reports: int


def log_odds(group: Mapping[str, int], rest: Mapping[str, int], prior: float) -> dict[str, float]:
    """The z of every word of ``group`` against ``rest``, as the head of this module defines it.

    Args:
        group: how often each word occurs in it.
        rest: the same; may be empty.
        prior: the weight of the prior in words, above 0; each word's part is its share of both together.

    Returns:
        z by word, rounded to six places. A word that is all there is in both has none: it is left out.

    >>> log_odds({"医": 4, "路": 4}, {"路": 8}, 2)
    {'医': 1.840576, '路': -5.120884}
    """
    size, others = sum(group.values()), sum(rest.values())
    result: dict[str, float] = {}
    for word, count in group.items():
        other = rest.get(word, 0)
        own = prior * (count + other) / (size + others)
        inside, outside = count + own, other + own
        against, beyond = size + prior - inside, others + prior - outside
        if min(inside, against, beyond) <= 0:
            continue
        difference = math.log(inside / against) - math.log(outside / beyond)
        result[word] = round(difference / math.sqrt(1 / inside + 1 / outside), 6)
    return result


def telling_words(
    documents: Mapping[str, Mapping[str, int]],
    groups: Mapping[str, Collection[str]],
    limit: int = 20,
    keep: Callable[[str], bool] = lambda _: True,
) -> dict[str, tuple[Telling, ...]]:
    """The most telling words of each group of reports against all other reports.

    Args:
        documents: for each report's id its words and how often each occurs.
        groups: the ids of each group; a report may be in several, or in none.
        limit: how many words a group gets at most.
        keep: which words may be named; the others count all the same.

    Returns:
        For each group its words with a z of :data:`LEAST_Z` and more, highest first; equal ones by the word.
        Linear in the words of the reports, times the groups that a report is in.
    """
    total: Counter[str] = Counter()
    for counts in documents.values():
        total.update(counts)
    prior = sum(total.values()) / max(len(documents), 1)
    result: dict[str, tuple[Telling, ...]] = {}
    for group in groups:
        members = [documents[name] for name in sorted(groups[group]) if name in documents]
        result[group] = _telling(members, total, prior, keep)[:limit]
    return result


def _telling(
    members: Collection[Mapping[str, int]],
    total: Mapping[str, int],
    prior: float,
    keep: Callable[[str], bool],
) -> tuple[Telling, ...]:
    inside: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for counts in members:
        inside.update(counts)
        spread.update(word for word, count in counts.items() if count > 0)
    rest = {word: count - inside[word] for word, count in total.items()}
    least = 2 if len(members) >= _SPREAD else 1
    found = (
        Telling(word, z, inside[word], spread[word])
        for word, z in log_odds(inside, rest, prior).items()
        if z >= LEAST_Z and spread[word] >= least and keep(word)
    )
    return tuple(sorted(found, key=lambda told: (-told.z, told.word)))
