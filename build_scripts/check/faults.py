"""A fault of one piece of English, before anybody knows on which page and line it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found in a pair of Chinese and English: the code of the fault, and a sentence about it."""

    code: str
    message: str
