"""Finding many expressions in a segmented text: at the borders of words, leftmost, the longest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick

from build_scripts.annotate.likelihood import Division, around
from build_scripts.annotate.pinyin import is_person
from build_scripts.annotate.places import is_place
from build_scripts.annotate.segment import Segment, has_han, is_known, segments

_AROUND = 12
"""So many characters on either side of a term are weighed, and cut anew, where its borders are in doubt."""
_BEFORE = frozenset("各该本每某在从对向由以把被将和与及或是为有无让使给抓按")
_BEHIND = frozenset("的了里内外上下中前后时间们等在从以由对向和与及或将已也是被把不比较")
"""Single characters that may be taken off a word of the dictionary when the rest of it belongs to a term."""

_LEVELS = frozenset("省市州县区")
_OPAQUE = frozenset({"i", "m", "nr", "ns", "nt", "nz"})
"""Parts of speech (ICTCLAS) of idioms, numbers and names."""


@dataclass(frozen=True, slots=True)
class Match:
    """``key`` stands for the characters ``start`` to ``end`` (not included) of a text."""

    start: int
    end: int
    key: str


class Found(NamedTuple):
    """The ``matches`` in a text, and its words so divided that each match is one word or several."""

    matches: tuple[Match, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Matcher:
    """A set of expressions, each with the key it stands for.

    An expression matches where it covers whole words of the segmentation: 北大 is not found in 向北 大概, nor
    蒙古 in 内蒙古. The segmentation does not know the expressions. Where it has drawn a character of one into
    its neighbour (空壳 村里), the expression matches if it is the likelier word (空壳村 里), see
    :mod:`likelihood`; within a word of the dictionary if that is made of whole words (党员 干部).
    """

    expressions: tuple[tuple[str, str], ...]
    _automaton: ahocorasick.Automaton = field(repr=False, compare=False)

    @classmethod
    def of(cls, expressions: Iterable[tuple[str, str]]) -> Matcher:
        """Make a matcher of pairs (expression, key); empty expressions are passed over."""
        kept = tuple((expression, key) for expression, key in expressions if expression)
        automaton = ahocorasick.Automaton()
        for expression, key in kept:
            automaton.add_word(expression, (len(expression), key))
        automaton.make_automaton()
        return cls(kept, automaton)

    def find(self, text: str, words: Sequence[Segment]) -> Found:
        """Find the expressions in ``text``, which ``words`` divide: in order and without overlap."""
        candidates = self._candidates(text)
        if not candidates:
            return Found((), tuple(words))
        return _Search(text, words).run(candidates)

    def _candidates(self, text: str) -> list[Match]:
        """All expressions in ``text`` by their characters alone, from left to right, longer ones first."""
        if not self.expressions:
            return []
        found = [Match(end - size + 1, end + 1, key) for end, (size, key) in self._automaton.iter(text)]
        return sorted(found, key=lambda match: (match.start, -match.end))


class _Search:
    """One search: the words as they are divided so far, and the matches."""

    def __init__(self, text: str, words: Sequence[Segment]) -> None:
        self._text = text
        self._words = {word.start: word for word in words}
        self._matches: list[Match] = []
        self._done = 0

    def run(self, candidates: Sequence[Match]) -> Found:
        """Decide on each candidate; one between whole words goes before one that would part words."""
        clean = [match for match in candidates if self._is_border(match.start) and self._is_border(match.end)]
        starts = [match.start for match in clean]
        for match in candidates:
            if match.start < self._done:
                continue
            if not (self._is_border(match.start) and self._is_border(match.end)):
                near = clean[bisect_left(starts, self._done) : bisect_left(starts, match.end)]
                if any(_cross(match, other) for other in near) or not self._freed(match):
                    continue
            self._matches.append(match)
            self._done = match.end
        return Found(tuple(self._matches), tuple(self._words[start] for start in sorted(self._words)))

    def _is_border(self, position: int) -> bool:
        return position in self._words or position == len(self._text)

    def _freed(self, match: Match) -> bool:
        """Give the term words of its own if its surroundings may be divided so."""
        if match.end - match.start == 1:
            return False
        first = self._word_at(match.start)
        if first and self._is_border(match.end) and _is_separable(first, match):
            start, end = first.start, match.end
        elif first and _is_compound(first, match):
            start, end = first.start, first.end
        else:
            left, right = self._left(match.start), self._right(match.end)
            if left is None or right is None or not self._is_likelier(match, left, right):
                return False
            start, end = left, right
        for position in range(start, end):
            self._words.pop(position, None)
        for at, to in ((start, match.start), (match.start, match.end), (match.end, end)):
            for word in segments(self._text[at:to]):
                self._words[at + word.start] = Segment(word.text, word.tag, at + word.start)
        return True

    def _is_likelier(self, match: Match, start: int, end: int) -> bool:
        """Whether the stretch from ``start`` to ``end`` is likelier divided with the term than without."""
        term = self._text[match.start : match.end]
        divided = around(self._text[start : match.start], term, self._text[match.end : end])
        if divided is None:
            return False
        return not any(_holds_together(word, match, *divided) for word in self._between(start, end))

    def _word_at(self, position: int) -> Segment | None:
        """The word to which the character at ``position`` belongs; None if it begins far before."""
        starts = range(position, max(0, position - _AROUND) - 1, -1)
        return next((self._words[at] for at in starts if at in self._words), None)

    def _between(self, start: int, end: int) -> Iterator[Segment]:
        while start < end:
            yield self._words[start]
            start = self._words[start].end

    def _left(self, position: int) -> int | None:
        """The border from which on the left of ``position`` is weighed; None if there is none near."""
        if self._is_border(position):
            return position
        first = max(self._done, position - _AROUND)
        start = position
        while start > first and has_han(self._text[start - 1]):
            start -= 1
        return next((at for at in range(start, position) if self._is_border(at)), None)

    def _right(self, position: int) -> int | None:
        """The border up to which the right of ``position`` is weighed; None if there is none near."""
        if self._is_border(position):
            return position
        last = min(len(self._text), position + _AROUND)
        end = position
        while end < last and has_han(self._text[end]):
            end += 1
        return next((at for at in range(end, position, -1) if self._is_border(at)), None)


def _is_separable(word: Segment, match: Match) -> bool:
    """Whether ``word`` is a place and the level that the term begins with: 桑植县 委 is 桑植 县委."""
    name, rest = word.text[: match.start - word.start], word.text[match.start - word.start :]
    return rest[:1] in _LEVELS and is_place(name.removeprefix("中共"), "")


def _is_compound(word: Segment, match: Match) -> bool:
    """Whether a word of the dictionary is made of the term and other whole words: 党员 干部, but not 党委 会.

    Names and idioms are more than their parts: 中华人民共和国, 北京大学.
    """
    start, end = match.start - word.start, match.end - word.start
    if end > len(word.text) or word.tag in _OPAQUE or is_place(word.text, word.tag):
        return False
    parts = (word.text[:start], word.text[start:end], word.text[end:])
    return is_known(word.text) and all(len(part) > 1 and is_known(part) for part in parts if part)


def _holds_together(word: Segment, match: Match, left: Division, right: Division) -> bool:
    """Whether ``word`` must not be parted by the borders of ``match``.

    A guess of the segmentation may be, a name and a number never. A word of the dictionary may be parted if
    what it leaves beside the term is a word that stands freely: one that reaches further (村 干 部分 片 is
    村干部 分片), one of two whole words (管理 制度), or a function word (村 里). So 村民 stays whole, and
    贫困村 is not found in 贫困村民.
    """
    before = match.start - word.start
    behind = word.end - match.end
    if max(before, behind) <= 0 or match.end <= word.start or word.end <= match.start:
        return False
    if is_place(word.text, word.tag) or (word.tag == "nr" and is_person(word.text)):
        return True
    if not is_known(word.text):
        return False
    if word.tag == "m" or (before >= 0 and behind >= 0):
        return True
    neighbour, rest = (left.words[-1], before) if before > 0 else (right.words[0], behind)
    if len(neighbour) != rest:
        return len(neighbour) < rest
    if rest > 1:
        return len(word.text) - rest == 1 and match.end - match.start < 4
    return neighbour not in (_BEFORE if before > 0 else _BEHIND)


def _cross(one: Match, other: Match) -> bool:
    """Whether two matches overlap and neither is within the other, or the second holds the first."""
    overlap = one.start < other.end and other.start < one.end
    return overlap and not (one.start <= other.start and other.end <= one.end)
