"""Short names for texts, whatever is in them, and how settings are spelled for such a name."""

from __future__ import annotations

from hashlib import sha256


def digest(text: str, length: int = 64) -> str:
    """The first ``length`` hexadecimal digits of the SHA-256 of a text; lone surrogates count as they are.

    >>> digest("云溪", 8), len(digest("云溪"))
    ('33f144db', 64)
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def spelled(value: object) -> str:
    """A setting that is no plain value: a function by its name, whose address differs in every process."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', repr(value))}"
