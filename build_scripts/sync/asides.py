"""What stands in a unit beside its English and is no part of it: exceptions and suggestions.

    <!-- ok T021 the figure is given in miles on purpose -->

An exception, a person's: a finding of this code is known to be right here, and why. It stands alone on its
line anywhere between the ``zh`` marker of its unit and the next unit, outside of code blocks.

    <!-- suggested 1a2b3c4d from other-report 9f2c1a7e, the same Chinese
    The English of the other place, on its own lines.
    -->

A suggestion, the program's: it is written anew in each build and goes once there is English. The hash is that
of its text; where that has changed, a person wrote into the comment, and the program leaves it alone.

The hash of the English does not depend on either, and a code host shows neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.sync.fences import fenced
from build_scripts.sync.text import bare, en_hash, split_lines, unified

_CODE = r"(?P<code>[A-Z][0-9]{3})"
_OK = re.compile(rf"<!--[ \t]*ok[ \t]+{_CODE}[ \t]+(?P<reason>(?:(?!-->).)*?)[ \t]*-->[ \t]*")
_LISTED = re.compile(rf"{_CODE}[ \t]+(?P<reason>.*\w.*)")
_NEXT = re.compile(r";[ \t]*(?=[A-Z][0-9]{3}(?![0-9A-Za-z]))")
_SUGGESTED = re.compile(
    r"<!--[ \t]*suggested[ \t]+(?P<hash>[0-9a-f]{8})[ \t]+from[ \t]+(?P<report>[^\s<>]+)[ \t]+"
    r"(?P<key>[0-9a-z-]+),(?P<how>(?:(?!-->|<!--).)*)"
)
_HYPHENS = re.compile(r"(?<=-)(\\*)(?=-)")
_PARTED = re.compile(r"(?<=-)\\(\\*)(?=-)")


@dataclass(frozen=True, slots=True)
class Exempt:
    """Findings of ``code`` are in order here, for a ``reason`` in words; ``line`` of the page, from 1."""

    code: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """English offered from the unit ``key`` of ``report``; ``how`` says why.

    ``text`` is what stands in the comment, unescaped and stripped; ``line`` that of the page, from 1.
    """

    hash: str
    report: str
    key: str
    how: str
    text: str
    line: int = 0

    @property
    def edited(self) -> bool:
        """Whether a person wrote into it."""
        return en_hash(self.text) != self.hash

    def written(self, end: str) -> str:
        """The comment as it stands on a page, with ``end`` as line end."""
        head = f"<!-- suggested {self.hash} from {self.report} {self.key}, {self.how}"
        return "".join(f"{line}{end}" for line in (head, *harmless(self.text).split("\n"), "-->"))


def harmless(text: str) -> str:
    r"""``text`` so that it can neither end a comment nor begin one: no hyphen follows another.

    Law (tested): :func:`as_it_was` undoes it. Markdown shows both alike.

    >>> harmless("a -- b --> c")
    'a -\\- b -\\-> c'
    """
    return _HYPHENS.sub(r"\\\1", text)


def as_it_was(text: str) -> str:
    """What :func:`harmless` was given."""
    return _PARTED.sub(r"\1", text)


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


def suggestion_ends(lines: Sequence[str]) -> Mapping[int, int]:
    """For the first line of each suggestion the place behind its last line.

    A suggestion ends with the first line that ends a comment, and nothing else may begin before.
    """
    found: dict[int, int] = {}
    for place, line in enumerate(lines):
        if not line.startswith("<!--") or not _SUGGESTED.fullmatch(bare(line)):
            continue
        end = place + 1
        while end < len(lines) and "-->" not in lines[end] and "<!--" not in lines[end]:
            end += 1
        if end < len(lines) and "<!--" not in lines[end] and bare(lines[end]).rstrip(" \t").endswith("-->"):
            found[place] = end + 1
    return found


def english_of(raw: str) -> str:
    """``raw``, a part of a unit, without its asides.

    Law (tested): adding an aside on lines of its own, with or without empty lines around it, changes
    nothing of what this gives but white space at the ends.
    """
    return _without(raw, lambda aside: True)


def without_suggestions(raw: str) -> str:
    """``raw``, a part of a unit, without the suggestions that are still the program's."""
    return _without(raw, lambda aside: isinstance(aside, Suggestion) and not aside.edited)


def kept_asides(raw: str) -> str:
    """The asides of ``raw`` that are a person's: exceptions, and suggestions that somebody edited."""
    if "<!--" not in raw:
        return ""
    lines = split_lines(raw)
    return "".join(
        "".join(lines[start:end])
        for start, end, aside in _asides(lines)
        if isinstance(aside, Exempt) or aside.edited
    )


def asides_of(raw: str, before: int = 0) -> Iterator[Exempt | Suggestion]:
    """The asides in ``raw``, a part of a unit that begins ``before`` lines down the page."""
    if "<!--" in raw:
        for _, _, aside in _asides(split_lines(raw), before):
            yield aside


def _without(raw: str, goes: Callable[[Exempt | Suggestion], bool]) -> str:
    if "<!--" not in raw:
        return raw
    lines = split_lines(raw)
    gone = {place for start, end, aside in _asides(lines) if goes(aside) for place in range(start, end)}
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


def _asides(lines: Sequence[str], before: int = 0) -> Iterator[tuple[int, int, Exempt | Suggestion]]:
    """Each aside with its first line and the place behind its last."""
    # A code block never goes over the border of a part: its markers would be no markers then.
    ends = suggestion_ends(lines)
    hidden, _ = fenced(lines, (), ends)
    for place, line in enumerate(lines):
        if hidden[place]:
            continue
        exempt = read_exception(line, before + place + 1)
        if exempt:
            yield place, place + 1, exempt
        elif place in ends:
            yield place, ends[place], _suggestion(lines[place : ends[place]], before + place + 1)


def _suggestion(lines: Sequence[str], number: int) -> Suggestion:
    head = _SUGGESTED.fullmatch(bare(lines[0]))
    assert head is not None  # suggestion_ends has seen it
    last = bare(lines[-1]).rstrip(" \t").removesuffix("-->")
    text = as_it_was(unified("".join([*lines[1:-1], last]))).strip()
    return Suggestion(head["hash"], head["report"], head["key"], head["how"].strip(), text, number)
