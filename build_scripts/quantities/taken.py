"""Which parts of a text belong to a figure already: no two figures are made of the same characters."""

from __future__ import annotations


class Taken:
    """The free and the taken characters of ``text``.

    Example:
        >>> taken = Taken("3月2日，12户")
        >>> taken.take(0, 4)
        >>> taken.free(3, 5), taken.rest().replace(BLANK, "_")
        (False, '____，12户')
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = bytearray(len(text))
        self._spans: list[tuple[int, int]] = []

    def free(self, start: int, end: int) -> bool:
        """Whether nothing from ``start`` to ``end`` is taken."""
        return self._marks.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        """Mark what stands from ``start`` to ``end``."""
        self._marks[start:end] = b"\1" * (end - start)
        self._spans.append((start, end))

    def rest(self) -> str:
        """The text with what is taken blanked by a sign that no reader knows, each place as before."""
        pieces: list[str] = []
        place = 0
        for start, end in sorted(self._spans):
            pieces += (self._text[place:start], BLANK * (end - max(start, place)))
            place = max(place, end)
        return "".join((*pieces, self._text[place:]))


BLANK = "\0"
