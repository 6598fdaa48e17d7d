"""Pinyin as it is typed: what lists are ordered by and searches compared with."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def key(pinyin: str) -> str:
    """Pinyin as people type it into a search box: no tones, no spaces, no apostrophe, ü as v.

    >>> key("Xī'ān"), key("lǜsè fāzhǎn")
    ('xian', 'lvsefazhan')
    """
    plain = unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v")
    return "".join(char for char in plain if char.isascii() and char.isalnum())
