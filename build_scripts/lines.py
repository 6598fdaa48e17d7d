"""Lines and columns as people name them, for every kind of document."""

from __future__ import annotations

from build_scripts.model import SourceText, Span
from build_scripts.offsets import LineIndex, offsets_of, span_around


class NoSuchPlaceError(ValueError):
    """The document has no such line or column; the message says what it has."""


class Lines:
    """Numbers of lines as people see them: of a web page those of the file, not of its text content."""

    def __init__(self, source: SourceText) -> None:
        """Index the text of ``source`` once."""
        self._index = LineIndex(source.text)
        self._file_lines = source.file_lines
        self._path = source.path

    @property
    def last(self) -> int:
        """The number of the last line that has text or stands before such a one."""
        return max(self._file_lines, default=0) if self._file_lines else self._index.count

    def number(self, span: Span) -> int:
        """The line on which ``span`` begins."""
        line = self._index.line((span,))
        return self._file_lines[line - 1] if self._file_lines else line

    def column(self, span: Span) -> int:
        """The column, from 1, in which ``span`` begins; in a web page of the text content."""
        return self._index.column(span[0])

    def spans(self, number: int) -> tuple[Span, ...]:
        """The characters of a line; of a web page those of every block of text that begins on it.

        Raises:
            NoSuchPlaceError: there is no such line.
        """
        last = self.last
        if number < 1:
            raise NoSuchPlaceError("lines and columns count from 1")
        if number > last:
            have = f"{last} lines" if last != 1 else "one line"
            raise NoSuchPlaceError(f"{self._path} has {have}; there is no line {number}")
        if not self._file_lines:
            return (self._index.span(number),)
        # Markup only: the block above is what the line belongs to.
        nearest = max((n for n in self._file_lines if n <= number), default=min(self._file_lines))
        return tuple(self._index.span(n) for n, line in enumerate(self._file_lines, 1) if line == nearest)

    def character(self, number: int, column: int) -> Span:
        """The character in a column of a line.

        Raises:
            NoSuchPlaceError: there is no such line or column.
        """
        spans = self.spans(number)
        offsets = offsets_of(spans)
        if column < 1:
            raise NoSuchPlaceError("lines and columns count from 1")
        if column > len(offsets):
            have = f"{len(offsets)} columns" if len(offsets) != 1 else "one column"
            raise NoSuchPlaceError(f"line {number} of {self._path} has {have}; there is no column {column}")
        return span_around(offsets[column - 1 : column])
