"""Diagnostics as values: a code that names a fault, its severity, and the place it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_scripts.printable import printable


class Severity(StrEnum):
    """How a finding weighs, from the lightest to the heaviest.

    A command exits with 1 for an ``ERROR``; ``check --strict`` for a ``WARNING`` too.
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def at_least(self, least: Severity) -> bool:
        """Whether it weighs as much as ``least`` or more (``<`` would compare the words).

        Example:
            >>> Severity.ERROR.at_least(Severity.WARNING), Severity.INFO.at_least(Severity.WARNING)
            (True, False)
        """
        order = tuple(Severity)
        return order.index(self) >= order.index(least)


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault.

    ``code`` is a stage letter and three digits and is never used twice; ``name`` says the fault, not
    the cure; ``explanation`` is what ``explain CODE`` prints: what is wrong, an example, what to do.
    """

    code: str
    name: str
    severity: Severity
    explanation: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault at a place: ``path`` with forward slashes, ``line`` counted from 1 (0: the whole file).

    ``doubtful`` makes a note of a decision a warning: it was carried out, but a person should look at it.
    """

    path: str
    line: int
    code: str
    message: str
    doubtful: bool = False

    def __str__(self) -> str:
        """The form of every compiler, ``file:line: CODE message``, so that editors can jump to it.

        Made fit for a terminal: what a document says is data.
        """
        return printable(f"{self.path}:{self.line}: {self.code} {self.message}")
