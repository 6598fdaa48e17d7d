"""Why a file of the exchange could not be read."""

from __future__ import annotations


class Unreadable(ValueError):
    """The file is not of its format; ``line`` is where reading stopped, from 1 (0: the whole file)."""

    def __init__(self, reason: str, line: int = 0) -> None:
        """``reason`` is shown to the person who wanted to import it."""
        super().__init__(reason)
        self.line = line


class Dangerous(Unreadable):
    """An XML file declares entities of its own."""
