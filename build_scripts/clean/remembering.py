"""How many lines the rules remember their findings of."""

from __future__ import annotations

from functools import lru_cache

LINES = 1 << 14
"""As many as a document of a megabyte has. Were they fewer, every rule that meets a line would judge it anew
in a long document and not in a short one: time would grow faster than the text."""

remembered = lru_cache(maxsize=LINES)
"""For a function of a line, or of two that meet, which several rules ask."""
