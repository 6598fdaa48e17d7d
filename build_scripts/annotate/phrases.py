"""Phrases of several words whose readings a table has: 年|假, 六|都, 中|签, 一|摞|子.

What the dictionary of the segmentation does not know as one word, it parts; a reading that only the whole
tells would be lost. A phrase counts where it begins and ends with words of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

import ahocorasick

from build_scripts.annotate.readings import PHRASES
from build_scripts.annotate.segment import Segment


def _automaton() -> ahocorasick.Automaton:
    found = ahocorasick.Automaton()
    for phrase, syllables in PHRASES.items():
        found.add_word(phrase, (len(phrase), syllables))
    found.make_automaton()
    return found


_AUTOMATON = _automaton()


def phrase_readings(text: str, words: Sequence[Segment]) -> dict[int, tuple[str, ...]]:
    """The syllables that phrases of the table give: the position of a word → one syllable a character.

    Of phrases that overlap the one that begins first counts, of two that begin together the longer.

    >>> from build_scripts.annotate.segment import segments
    >>> phrase_readings("他们中签了", segments("他们中签了"))
    {1: ('zhòng',), 2: ('qiān',)}
    """
    hits = [(end + 1 - length, -length, syllables) for end, (length, syllables) in _AUTOMATON.iter(text)]
    if not hits:
        return {}
    starts = {word.start: at for at, word in enumerate(words)}
    found: dict[int, tuple[str, ...]] = {}
    for start, negative, syllables in sorted(hits):
        at = starts.get(start)
        if at is None or at in found or not (behind := _ends_at(words, at, start - negative)):
            continue
        for position in range(at, behind):
            begin = words[position].start - start
            found[position] = syllables[begin : begin + len(words[position].text)]
    return found


def _ends_at(words: Sequence[Segment], at: int, end: int) -> int:
    """The position behind the word that ends at the character ``end``; 0 where none does."""
    while at < len(words) and words[at].end < end:
        at += 1
    return at + 1 if at < len(words) and words[at].end == end else 0
