"""The names of persons that annotated words tell: names also in the texts that follow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.annotate.family_names import ALSO_WORDS, CLEAR
from build_scripts.annotate.readings import SURNAMES
from build_scripts.annotate.word import Word

_ALL = frozenset(SURNAMES) | CLEAR | ALSO_WORDS


def told_names(words: Sequence[Word]) -> frozenset[str]:
    """The names of three characters in ``words`` that stand there as two words: 单志强, 隋兴华.

    >>> from build_scripts.annotate.words import annotate
    >>> told_names(annotate("村民单志强说"))
    frozenset({'单志强'})
    """
    whole = {
        word.text for word in words if len(word.text) == 3 and word.text[0] in SURNAMES and _is_name(word)
    }
    apart = {
        word.text + given.text
        for word, given in pairwise(words)
        if word.text in _ALL and len(given.text) == 2 and _is_name(word) and _is_name(given)
    }
    return frozenset(whole | apart)


def _is_name(word: Word) -> bool:
    return word.pinyin is not None and word.pinyin[:1].isupper() and not word.place
