"""Finding many expressions in a segmented text: at word boundaries, leftmost, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.annotate.segment import Segment


@dataclass(frozen=True, slots=True)
class Match:
    """``key`` stands for the characters ``start`` to ``end`` (not included) of a text."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Matcher:
    """A set of expressions, each with the key it stands for.

    An expression matches where it begins and ends with a word: it covers a word, or several. So 北大 is not
    found in 向北 大概, nor 蒙古 in 内蒙古.
    """

    _by_first: Mapping[str, tuple[tuple[str, str], ...]]

    @classmethod
    def of(cls, expressions: Iterable[tuple[str, str]]) -> Matcher:
        """Make a matcher of pairs (expression, key); empty expressions are passed over."""
        by_first: dict[str, list[tuple[str, str]]] = {}
        for expression, key in expressions:
            if expression:
                by_first.setdefault(expression[0], []).append((expression, key))
        return cls(
            {
                first: tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))
                for first, pairs in by_first.items()
            }
        )

    def find(self, text: str, segments: Sequence[Segment]) -> Iterator[Match]:
        """Yield the matches in ``text``, which ``segments`` divide, in order and without overlap."""
        ends = {segment.end for segment in segments}
        done = 0
        for segment in segments:
            start = segment.start
            if start < done or not segment.text or segment.text[0] not in self._by_first:
                continue
            for expression, key in self._by_first[segment.text[0]]:
                end = start + len(expression)
                if end in ends and text.startswith(expression, start):
                    yield Match(start, end, key)
                    done = end
                    break
