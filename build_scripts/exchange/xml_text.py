"""XML written as text: linear, in a stream, the same bytes for the same values."""

from __future__ import annotations

from html import escape

# Not xml.sax.saxutils, which loads the whole of urllib for the sake of these.
_WHITE = {ord(char): f"&#{ord(char)};" for char in "\t\n\r"}


def attribute(name: str, value: str) -> str:
    """``name="value"``, escaped; line ends and tabs too, which a reader would make spaces of."""
    return f'{name}="{escape(value).translate(_WHITE)}"'


def element(name: str, text: str, attributes: str = "") -> str:
    """An element that holds ``text`` and nothing else; ``attributes`` are escaped already."""
    start = f"{name} {attributes}" if attributes else name
    return f"<{start}>{escape(text, quote=False)}</{name}>"
