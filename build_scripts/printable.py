"""Text from documents made harmless for a terminal and a log: it is data and must not act.

A document or a file's name may hold escape sequences that move the cursor, change colours or the window's
title, and direction marks that show a text in another order than it has.
"""

from __future__ import annotations

import json
import re

# C0 and C1 controls, DEL, zero-width and direction characters, the line separators of Unicode, a byte-order
# mark, private use (the glyph is the font's), and halves of surrogate pairs from undecodable file names.
_ACTIVE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff\ud800-\udfff]"
)
_IN_JSON = re.compile(r"[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_PICTURES = 0x2400
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))


def printable(text: str) -> str:
    r"""``text`` with every character that is not shown, or acts, as a visible sign.

    Controls become the pictures that Unicode has for them, all else its number.

    Example:
        >>> printable("茶\x1b[31m山\x00\u202e")
        '茶␛[31m山␀‹U+202E›'
    """
    return _ACTIVE.sub(lambda found: _sign(found.group()), text)


def _sign(char: str) -> str:
    if char < " ":
        return chr(_PICTURES + ord(char))
    return "␡" if char == "\x7f" else f"‹U+{ord(char):04X}›"


def json_line(value: object) -> str:
    r"""``value`` as JSON on one line, Chinese as it is, what acts on a terminal as ``\uXXXX``.

    Example:
        >>> json_line({"text": "茶\x9b"})
        '{"text": "茶\\u009b"}'
    """
    text = _ENCODER.encode(value)
    # These characters stand inside of strings only; the other controls json escapes itself.
    return _IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
