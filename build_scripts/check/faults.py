"""What a check finds in the English of one unit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its ``code`` and a ``message`` that says what is wrong and what would be right.

    ``entry``: the id of the term whose entry in the glossary asks for it. Where that stands is said when the
    fault is reported, since an entry moves in its file without anything having become right or wrong.
    """

    code: str
    message: str
    entry: str = ""
