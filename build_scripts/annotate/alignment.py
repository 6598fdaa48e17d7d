"""Written pinyin and the characters it stands for: which letters belong to which character."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pypinyin.constants import PINYIN_DICT

from build_scripts.annotate.segment import HAN

_TONES = str.maketrans("", "", "\u0300\u0301\u0304\u030c")


def toneless(syllable: str) -> str:
    """A syllable in the neutral tone; ü stays.

    >>> toneless("nǚ")
    'nü'
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", syllable).translate(_TONES))


@lru_cache(maxsize=8192)
def possible(character: str) -> tuple[str, ...]:
    """Every reading of one character, the longest first, the neutral tone included.

    >>> possible("长")
    ('chang', 'cháng', 'zhang', 'zhǎng')
    """
    full = set(PINYIN_DICT.get(ord(character), "").split(",")) - {""}
    found = full | {toneless(syllable) for syllable in full} | ({"r"} if character == "儿" else set())
    return tuple(sorted(found, key=lambda syllable: (-len(syllable), syllable)))


def align(text: str, pinyin: str) -> tuple[str, ...] | None:
    """Divide ``pinyin`` into one syllable for each character of ``text``.

    Args:
        text: Chinese characters, with Latin letters, figures or marks between them.
        pinyin: its pinyin with tone marks, with any capitals, spaces, hyphens and apostrophes.

    Returns:
        The syllables in small letters, a character that is not Chinese as itself; None where the pinyin
        does not fit the characters.

    >>> align("西安", "Xī'ān"), align("长江", "huánghé")
    (('xī', 'ān'), None)
    """
    letters = "".join(c for c in unicodedata.normalize("NFC", pinyin).lower() if c.isalnum())
    return _align(text, letters)


def _align(text: str, letters: str) -> tuple[str, ...] | None:
    if not text:
        return None if letters else ()
    first, rest = text[0], text[1:]
    itself = (first.lower(),) if first.isalnum() else ("",)
    candidates = possible(first) if HAN.match(first) else itself
    for candidate in candidates:
        if letters.startswith(candidate):
            behind = _align(rest, letters[len(candidate) :])
            if behind is not None:
                return (candidate if HAN.match(first) else first, *behind)
    return None
