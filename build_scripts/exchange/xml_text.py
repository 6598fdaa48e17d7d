"""XML written as text: linear, in a stream, the same bytes for the same values."""

from __future__ import annotations

import re
from html import escape

# Not xml.sax.saxutils, which loads the whole of urllib for the sake of these.
_WHITE = {ord(char): f"&#{ord(char)};" for char in "\t\n\r"}

_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    r"""``text`` with U+FFFD in place of each character that XML 1.0 has no form for, not even an escaped one.

    These are most control characters, U+FFFE, U+FFFF and halves of surrogate pairs.

    >>> legal("茶\x00\x1b\t山")
    '茶��\t山'
    """
    return _ILLEGAL.sub("\ufffd", text)


def attribute(name: str, value: str) -> str:
    """``name="value"``, escaped; line ends and tabs too, which a reader would make spaces of."""
    return f'{name}="{escape(value).translate(_WHITE)}"'


def element(name: str, text: str, attributes: str = "") -> str:
    """An element that holds ``text`` and nothing else; ``attributes`` are escaped already."""
    start = f"{name} {attributes}" if attributes else name
    return f"<{start}>{escape(text, quote=False)}</{name}>"
