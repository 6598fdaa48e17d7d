"""Ornament: a line without a single letter, digit or Han character.

Rules, rows of stars or dots, stray punctuation, and lines of invisible characters only.

Example:
    ＊＊＊＊＊＊          removed
    ————————          removed
"""

from __future__ import annotations

CODE = "C034"
REASON = "ornament"
_ENDINGS = tuple("。，；：！？”’）》、%％‰℃")


def is_ornament(text: str) -> bool:
    """Whether the line says nothing: no letter, digit or Han character in it.

    A line of closing marks or a unit may end a broken sentence (。” or %。) and is no ornament.
    """
    # The first character tells of nearly every line.
    return not (text[:1].isalnum() or any(map(str.isalnum, text)) or text.startswith(_ENDINGS))
