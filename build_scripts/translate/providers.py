"""The providers by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from build_scripts.translate.chat import ChatProvider
from build_scripts.translate.deep import DeepProvider
from build_scripts.translate.provider import Provider
from build_scripts.translate.settings import Settings

SECONDS = {"openai": 300.0}
USUAL_SECONDS = 60.0
"""How long to wait for an answer: a language model on one's own machine takes minutes for a paragraph."""


def make_provider(
    name: str, settings: Settings, *, seconds: float | None, now: Callable[[], datetime]
) -> Provider:
    """The provider ``name`` (:data:`names.PROVIDERS`).

    Args:
        name: one of them.
        settings: its own.
        seconds: how long to wait for an answer; None for what is usual with it.
        now: the clock.

    Raises:
        Hopeless: it misses a setting.
    """
    seconds = seconds or SECONDS.get(name, USUAL_SECONDS)
    if name == "openai":
        return ChatProvider(settings, seconds=seconds, now=now)
    return DeepProvider(name, settings, seconds=seconds, now=now)
