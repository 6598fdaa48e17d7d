"""Annotated words as running pinyin after GB/T 16159: spaces, capitals, marks, ordinals (dì-13)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.annotate.pinyin import capital
from build_scripts.annotate.word import Word

_MARKS = str.maketrans("，。；：！？（）、．【】《》", ",.;:!?(),.[]“”")
_CLOSING = frozenset(",.;:!?)]”’%")
_OPENING = frozenset("([“‘")
_SPACED = frozenset(",;:.!?")

_ORDINAL = re.compile(r"\bdì (?=[0-9])")
# Marks at either end of a word; the sign of per cent belongs to its figure.
_BESIDE_WORDS = re.compile(r"^[^\w]+|[^\w%‰℃]+$")


def spell_words(words: Sequence[Word], sentence: bool = True) -> str:
    """The pinyin of annotated words as running text, see :func:`build_scripts.annotate.words.spell_text`;
    a ``sentence`` has a capital."""
    spelled = ""
    sentence_begins = sentence
    was_pinyin = False
    for word in words:
        is_pinyin = word.pinyin is not None
        piece = word.pinyin if word.pinyin is not None else word.text.translate(_MARKS)
        if piece.isspace():
            spelled = spelled.rstrip(" ") + ("\n" if "\n" in piece else " ")
            sentence_begins = sentence_begins or "\n" in piece
            continue
        # Marks and figures stand as in the text (“1+5”); pinyin is parted from what is before and after it.
        tight = word.joined or piece[0] in _CLOSING or spelled[-1:] in _OPENING
        apart = is_pinyin or was_pinyin or spelled[-1:] in _SPACED
        if word.text[:1].isdigit() and _ends_in_ordinal(spelled):
            spelled, tight = spelled + "-", True  # dì-13
        if spelled and apart and not tight and spelled[-1] not in " \n":
            spelled += " "
        if sentence_begins and piece[0].isalnum():
            piece = capital(piece)
            sentence_begins = False
        spelled += piece
        sentence_begins = sentence_begins or piece[-1] in ".!?"
        was_pinyin = is_pinyin
    return spelled


def _ends_in_ordinal(spelled: str) -> bool:
    return spelled.rpartition(" ")[2] in {"dì", "Dì"}


def written(words: Sequence[Word]) -> list[str]:
    """The annotated words as GB/T 16159 writes them, one item for what stands between spaces.

    Figures and Latin words stand as in the text; punctuation marks are left out. No word has a capital for
    beginning a sentence.

    >>> from build_scripts.annotate.words import annotate
    >>> written(annotate("投入3.7亿元，推进了公共服务。"))
    ['tóurù', '3.7', 'yì', 'yuán', 'tuījìnle', 'gōnggòng', 'fúwù']
    """
    pieces: list[str] = []
    for word in words:
        if word.pinyin is None:
            pieces.append(word.text)
        elif word.joined:
            pieces.append(word.pinyin + " ")
            # What a particle is joined to ends in a space.
            pieces[-2] = pieces[-2].rstrip(" ")
        else:
            pieces.append(f" {word.pinyin} ")
    running = _ORDINAL.sub("dì-", "".join(pieces))
    return [spelled for piece in running.split() if (spelled := _BESIDE_WORDS.sub("", piece))]
