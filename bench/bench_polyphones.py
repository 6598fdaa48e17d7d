"""How often characters with several readings are read wrongly where a dictionary does not help.

    python bench/bench_polyphones.py                 each file of bench/polyphones/
    python bench/bench_polyphones.py --character 得   one character, each wrong reading in its sentence
    python bench/bench_polyphones.py --all           all characters with wrong readings, the most first

The sentences are our own: some forty for each of 160 polyphones, every reading about as often as the
others, in contexts that a program must think about (给每个单元{量:liáng}尺寸), and words with a neutral tone,
surnames and places with what only looks like them. The rate is not that of a report, where most readings are
those of common words (for these see bench_pinyin.py); it tells which rule is worth the work. Marks give the
reading, or those that dictionaries allow ({过:guò|guo}). Every third sentence is held out: rules are made by
looking at the others, and what they are worth is seen on these.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_scripts.annotate.words import annotate  # noqa: E402

FOLDER = Path(__file__).with_name("polyphones")
HELD_OUT = 3
"""One sentence in so many is held out."""

_MARK = re.compile(r"\{(.):([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked character: its sentence, its place there, the readings that are right, the one given."""

    text: str
    at: int
    right: tuple[str, ...]
    given: str
    held_out: bool

    @property
    def character(self) -> str:
        """The character itself."""
        return self.text[self.at]

    @property
    def is_wrong(self) -> bool:
        """Whether the reading given is none of the right ones."""
        return self.given not in self.right

    def __str__(self) -> str:
        around = f"{self.text[max(0, self.at - 9) : self.at]}[{self.character}]{self.text[self.at + 1 :][:7]}"
        return f"{around} {self.given}, not {' or '.join(self.right)}"


def read_marked(path: Path) -> Iterator[Marked]:
    """Every marked character of a file with the reading that the program gives it.

    Raises:
        ValueError: a line without a mark; the message names it.
    """
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        marks = list(_MARK.finditer(line))
        if not marks:
            raise ValueError(f"{path}:{number}: no character is marked; write {{量:liáng}}")
        text = _MARK.sub(r"\1", line)
        given = [syllable or "" for word in annotate(text) for syllable in word.syllables]
        removed = 0
        for mark in marks:
            at = mark.start() - removed
            removed += len(mark[0]) - 1
            yield Marked(text, at, tuple(mark[2].split("|")), given[at], number % HELD_OUT == 0)


def rate(marks: list[Marked]) -> str:
    """How many are wrong, of how many, in percent."""
    wrong = sum(mark.is_wrong for mark in marks)
    return f"{wrong:5} of {len(marks):5} wrong, {100 * wrong / max(1, len(marks)):5.1f} %"


def main() -> None:
    """Print a line for each file, or for each character."""
    parser = argparse.ArgumentParser(description="Wrong readings of marked characters.")
    parser.add_argument("--character", action="append", default=[], help="show this one; may be repeated")
    parser.add_argument("--all", action="store_true", help="show all characters")
    arguments = parser.parse_args()
    marked = {path.stem: list(read_marked(path)) for path in sorted(FOLDER.glob("*.txt"))}
    for name, marks in marked.items():
        held_out = [mark for mark in marks if mark.held_out]
        print(f"{name:20} {rate(marks)}; held out {rate(held_out)}")
    characters: dict[str, list[Marked]] = defaultdict(list)
    for mark in (mark for marks in marked.values() for mark in marks if not mark.held_out):
        characters[mark.character].append(mark)
    for character in sorted(characters, key=lambda one: -sum(mark.is_wrong for mark in characters[one])):
        wrong = [mark for mark in characters[character] if mark.is_wrong]
        if wrong and (arguments.all or character in arguments.character):
            print(f"{character} {rate(characters[character])}, but for those held out")
            print("\n".join(f"    {mark}" for mark in wrong))


if __name__ == "__main__":
    main()
