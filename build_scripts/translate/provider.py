"""What a provider is; kept apart from those that talk to a network."""

from __future__ import annotations

from typing import Protocol

from build_scripts.translate.context import Context


class Provider(Protocol):
    """Something that translates Chinese into English."""

    limit: int
    """The most that one request may hold, by ``measure``."""
    whole: bool
    """Takes whole paragraphs, with their terms and neighbours; else pieces, with the terms protected."""

    def measure(self, text: str) -> int:
        """What ``text`` counts for against the limit."""

    def translate(self, text: str, context: Context) -> str:
        """The English of ``text``.

        Raises:
            Failure: there is none; see :mod:`build_scripts.translate.failures`.
        """
