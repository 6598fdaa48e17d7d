"""What a provider may know besides the text it translates."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.annotate.lexicon import Term


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A text beside the one to translate; its English is empty where there is none yet."""

    chinese: str
    english: str


@dataclass(frozen=True, slots=True)
class Context:
    """The terms of the text, and its neighbours in the order of the report; ``role`` is heading, caption …"""

    terms: tuple[Term, ...] = ()
    before: tuple[Neighbour, ...] = ()
    after: tuple[Neighbour, ...] = ()
    role: str = "paragraph"


NOTHING = Context()
"""No context at all."""
