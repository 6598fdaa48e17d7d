"""Short names for texts, whatever is in them."""

from __future__ import annotations

from hashlib import sha256


def digest(text: str, length: int = 64) -> str:
    """The first ``length`` hexadecimal digits of the SHA-256 of a text; lone surrogates count as they are.

    >>> digest("云溪", 8), len(digest("云溪"))
    ('33f144db', 64)
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
