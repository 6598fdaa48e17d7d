"""XML written as text: linear, in a stream, the same bytes for the same values."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr


def attribute(name: str, value: str) -> str:
    """``name="value"``, escaped."""
    return f"{name}={quoteattr(value)}"


def element(name: str, text: str, attributes: str = "") -> str:
    """An element that holds ``text`` and nothing else; ``attributes`` are escaped already."""
    start = f"{name} {attributes}" if attributes else name
    return f"<{start}>{escape(text)}</{name}>"
