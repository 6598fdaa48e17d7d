"""What a check finds in the English of one unit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its ``code`` and a ``message`` that says what is wrong and what would be right."""

    code: str
    message: str
