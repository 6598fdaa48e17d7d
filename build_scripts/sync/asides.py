"""What stands in a unit beside its English and is no part of it: exceptions that a person granted.

    <!-- ok T021 the figure is given in miles on purpose -->

An exception says that a finding of this code is known to be right here, and why. It stands alone on its line
anywhere between the ``zh`` marker of its unit and the next unit, outside of code blocks; so the hash of the
English does not depend on it, and every sync keeps it with its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.sync.fences import fenced
from build_scripts.sync.text import bare, split_lines

_OK = re.compile(r"<!--[ \t]*ok[ \t]+(?P<code>[A-Z][0-9]{3})[ \t]+(?P<reason>(?:(?!-->).)*?)[ \t]*-->[ \t]*")
_LISTED = re.compile(r"(?P<code>[A-Z][0-9]{3})[ \t]+(?P<reason>.*\w.*)")
_NEXT = re.compile(r";[ \t]*(?=[A-Z][0-9]{3}(?![0-9A-Za-z]))")


@dataclass(frozen=True, slots=True)
class Exempt:
    """Findings of ``code`` are in order here, for a ``reason`` in words; ``line`` of the page, from 1."""

    code: str
    reason: str
    line: int


def read_exception(line: str, number: int = 0) -> Exempt | None:
    """The exception that ``line`` is, or None; ``number`` is the line's.

    >>> read_exception("<!-- ok T021 miles on purpose -->")
    Exempt(code='T021', reason='miles on purpose', line=0)
    >>> read_exception("<!-- ok T021 -->") is None
    True
    """
    found = _OK.fullmatch(bare(line))
    return Exempt(found["code"], found["reason"], number) if found and _says(found["reason"]) else None


def _says(reason: str) -> bool:
    return re.search(r"\w", reason) is not None


def read_exceptions(words: str, number: int = 0) -> tuple[Exempt, ...] | None:
    """The exceptions of a title, ``T021 reason; T035 another``; None if a part of them is none.

    >>> [found.code for found in read_exceptions("T021 miles; see the map; T035 a name") or ()]
    ['T021', 'T035']
    """
    parts = [_LISTED.fullmatch(part.strip()) for part in _NEXT.split(words)]
    return (
        tuple(Exempt(part["code"], part["reason"], number) for part in parts if part) if all(parts) else None
    )


def english_of(raw: str) -> str:
    """``raw``, a part of a unit, without its asides.

    Law (tested): adding an aside on lines of its own, with or without empty lines around it, changes
    nothing of what this gives but white space at the ends.
    """
    if "<!--" not in raw:
        return raw
    lines = split_lines(raw)
    gone = dict(_asides(lines))
    kept: list[str] = []
    after = False
    for place, line in enumerate(lines):
        if place in gone:
            after = True
            continue
        blank = not line.strip()
        if after and blank and (not kept or not kept[-1].strip()):
            continue  # the empty line that parted the aside from what follows
        after = after and blank
        kept.append(line)
    return "".join(kept)


def exceptions_of(raw: str, before: int) -> Iterator[Exempt]:
    """The exceptions in ``raw``, a part of a unit that begins ``before`` lines down the page."""
    if "<!--" in raw:
        for place, found in _asides(split_lines(raw)):
            yield Exempt(found.code, found.reason, before + place + 1)


def asides_of(raw: str) -> str:
    """The asides of ``raw`` alone, each on its own line."""
    if "<!--" not in raw:
        return ""
    lines = split_lines(raw)
    return "".join(lines[place] for place, _ in _asides(lines))


def _asides(lines: Sequence[str]) -> Iterator[tuple[int, Exempt]]:
    # A code block never goes over the border of a part: its markers would be no markers then.
    hidden, _ = fenced(lines, ())
    for place, line in enumerate(lines):
        found = None if hidden[place] else read_exception(line)
        if found:
            yield place, found
