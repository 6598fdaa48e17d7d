"""Readable names for reports: pinyin of the title's first phrase."""

from __future__ import annotations

import re
import unicodedata

from pypinyin import lazy_pinyin

from build_scripts import segmenter

_MARKS = re.compile(r"\W+")
_LONGEST = 44
_SHORTEST_PHRASE = 5


def slug(text: str) -> str:
    """A name for files and addresses, of ``a-z``, ``0-9`` and hyphens; empty if ``text`` gives none.

    Example:
        >>> slug("小村大变样 干部带头干")
        'xiaocun-dabianyang'
        >>> slug("——")
        ''
    """
    # The first phrase of a title names it well enough; a slug cut in its second phrase reads badly.
    phrases = re.split(r"[\s，、：；！？,:;!?]+", text.strip())
    phrase = phrases[0] if len(phrases[0]) >= _SHORTEST_PHRASE else text
    words = segmenter.cut(_MARKS.sub(" ", phrase), False)
    name = ""
    for word in filter(None, map(_latin, words)):
        if name and len(name) + 1 + len(word) > _LONGEST:
            break
        name = f"{name}-{word}" if name else word[:_LONGEST]
    return name


def _latin(word: str) -> str:
    """The letters and digits of a word in pinyin."""
    syllables = "".join(lazy_pinyin(word, errors=lambda run: run))
    plain = unicodedata.normalize("NFKD", syllables.replace("ü", "v")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "", plain.casefold())
