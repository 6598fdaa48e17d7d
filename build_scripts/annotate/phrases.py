"""Phrases of several words whose readings a table has: 年|假, 六|都, 中|签, 一|摞|子.

What the dictionary of the segmentation does not know as one word, it parts; a reading that only the whole
tells would be lost. A phrase counts where it begins and ends with words of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.annotate.readings import PHRASES
from build_scripts.annotate.segment import Segment


def _lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for phrase in PHRASES:
        found.setdefault(phrase[:2], set()).add(len(phrase))
    return {begin: tuple(sorted(lengths, reverse=True)) for begin, lengths in found.items()}


_LENGTHS = _lengths()


def phrase_readings(text: str, words: Sequence[Segment]) -> dict[int, tuple[str, ...]]:
    """The syllables that phrases of the table give: the position of a word → one syllable a character.

    >>> from build_scripts.annotate.segment import segments
    >>> phrase_readings("休年假", segments("休年假"))
    {1: ('nián',), 2: ('jià',)}
    """
    found: dict[int, tuple[str, ...]] = {}
    for at, word in enumerate(words):
        lengths = _LENGTHS.get(text[word.start : word.start + 2])
        if lengths and at not in found:
            for length in lengths:
                syllables = PHRASES.get(text[word.start : word.start + length])
                if syllables and (behind := _ends_at(words, at, word.start + length)):
                    for position in range(at, behind):
                        begin = words[position].start - word.start
                        found[position] = syllables[begin : begin + len(words[position].text)]
                    break
    return found


def _ends_at(words: Sequence[Segment], at: int, end: int) -> int:
    """The position behind the word that ends at the character ``end``; 0 where none does."""
    while at < len(words) and words[at].end < end:
        at += 1
    return at + 1 if at < len(words) and words[at].end == end else 0
