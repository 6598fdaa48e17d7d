"""A division's name in pinyin and in English."""

from __future__ import annotations

from functools import lru_cache

from build_scripts.annotate.division_names import english_name, name_parts
from build_scripts.annotate.divisions import division
from build_scripts.annotate.pinyin import capital, join, spell, syllables, without_tones


@lru_cache(maxsize=16384)
def proper_english(code: str) -> str:
    """The proper part of a division's name in English: ``Longhui``; empty for an unknown code."""
    one = division(code)
    if one is None:
        return ""
    # Of all syllables, not of the part alone: the reading may depend on what follows.
    proper = name_parts(one.name).proper
    return capital(without_tones(join(syllables(one.name)[: len(proper)])))


@lru_cache(maxsize=16384)
def place_pinyin(code: str) -> str:
    """The pinyin of a division's full name after GB/T 16159: ``Lónghuí Xiàn``; empty for an unknown code."""
    one = division(code)
    return spell(one.name, "ns") if one else ""


@lru_cache(maxsize=16384)
def place_english(code: str) -> str:
    """The English name of a division; empty for an unknown code.

    >>> place_english("430524"), place_english("433100")
    ('Longhui County', 'Xiangxi Tujia and Miao Autonomous Prefecture')
    """
    one = division(code)
    return english_name(one.name, proper_english(code)) if one else ""
