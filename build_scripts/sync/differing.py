"""How the Chinese changed, for the person who mends the English: word by word, in few and whole pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from build_scripts import segmenter
from build_scripts.sync.text import escape_zh, quotation, quoted_marked, unified

_NUMBER = re.compile(r"([0-9]+(?:[.,][0-9]+)*[%‰]?|[〇零一二三四五六七八九十百千万亿两]{2,})")
_LONGEST = 2000
"""So many words on either side are compared; the comparison is quadratic, and nobody reads more."""

_COMMON = 0.25
"""The least share of the longer text that must have stayed for its changes to be worth marking."""

_SHOWN = 3  # changes that a message names
_NEAR = 20  # characters in which the next word is looked for
_CUT = 24  # characters of each that it quotes


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of both texts: ``old`` became ``new``. Equal where nothing changed."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether nothing changed here."""
        return self.old == self.new


def difference(old: str, new: str) -> tuple[Run, ...]:
    """How ``old`` became ``new``, unchanged and changed runs in turn; one run if they have little in common.

    Laws (tested): the ``old`` of all runs joined are ``old``, the ``new`` are ``new``.

    >>> [(run.old, run.new) for run in difference("受益12户。", "受益13户。")]
    [('受益', '受益'), ('12', '13'), ('户。', '户。')]
    """
    compared = _gathered(_compared(_words(old), _words(new)))
    runs = _gathered(part for run in compared for part in _cut_down(run))
    if sum(len(run.old) for run in runs if run.same) < _COMMON * max(len(old), len(new)):
        return (Run(old, new),) if old or new else ()
    return tuple(runs)


def change_quotation(old: str, new: str, end: str = "\n") -> str:
    """``old`` as a quotation that shows what became of it: ~~struck~~ what went, **bold** what is new.

    Law (tested): :func:`build_scripts.sync.text.quoted_marked` reads exactly ``old`` from it.

    >>> change_quotation("受益12户。", "受益13户。")
    '> 受益~~12~~**13**户。\\n'
    """
    old = unified(old)
    runs = difference(old, unified(new))
    if all(not run.same for run in runs):
        return quotation(old, end)
    lines = _marked_lines(_standing_out(runs))
    made = "".join(f">{' ' if line else ''}{line}{end}" for line in lines)
    return made if quoted_marked(made.split(end)[:-1]) == old else quotation(old, end)


def change_in_words(old: str, new: str) -> str:
    """The first changes in a few words, for a message; empty where there is little in common.

    >>> change_in_words("受益12户。", "受益13户。")
    '12户 → 13户'
    """
    runs = difference(old, new)
    if all(not run.same for run in runs):
        return ""
    named = [_named(run, after) for run, after in zip(runs, [*runs[1:], None], strict=True) if not run.same]
    more = len(named) - _SHOWN
    return "; ".join([*named[:_SHOWN], *([f"{more} more"] if more > 0 else [])])


def _named(run: Run, after: Run | None) -> str:
    unit = ""
    if after is not None and (run.old or run.new)[-1:].isnumeric():
        # A figure says little without what it counts.
        unit = next((word for word in _words(after.old) if word[0].isalpha()), "")
        unit = unit if after.old.startswith(unit) else ""
    old, new = (_short(text + unit) for text in (run.old, run.new))
    if not run.old.strip():
        return f"new: {_short(run.new)}"
    if not run.new.strip():
        return f"gone: {_short(run.old)}"
    return f"{old} → {new}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _CUT else f"{text[: _CUT - 1]}…"


def _words(text: str) -> list[str]:
    """The words of a text, figures whole; joined they are the text."""
    words = [
        word
        for place, part in enumerate(_NUMBER.split(text))
        for word in ([part] if place % 2 else segmenter.cut(part, False))
        if word
    ]
    return words if "".join(words) == text else list(text)


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Equal beginnings and ends first, then the middle, unless it is too long to compare."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    stop = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    yield _run(old[:start], new[:start])
    middle = old[start : len(old) - stop], new[start : len(new) - stop]
    if max(map(len, middle)) > _LONGEST:
        yield _run(*middle)
    else:
        numbers: dict[str, int] = {}
        coded = [[numbers.setdefault(word, len(numbers)) for word in side] for side in middle]
        for step in Levenshtein.opcodes(*coded):
            yield _run(middle[0][step.src_start : step.src_end], middle[1][step.dest_start : step.dest_end])
    yield _run(old[len(old) - stop :], new[len(new) - stop :])


def _run(old: Sequence[str], new: Sequence[str]) -> Run:
    return Run("".join(old), "".join(new))


def _cut_down(run: Run) -> Iterator[Run]:
    """A change without what both texts have at its ends: words are not always cut alike."""
    old, new = run.old, run.new
    start = stop = 0
    if not run.same:
        start = _shared_end(old, new)
        stop = _shared_end(old[start:][::-1], new[start:][::-1])
    yield Run(old[:start], new[:start])
    yield Run(old[start : len(old) - stop], new[start : len(new) - stop])
    yield Run(old[len(old) - stop :], new[len(new) - stop :])


def _shared_end(old: str, new: str) -> int:
    """With how many equal characters both begin; none if it is but one. Figures stay whole."""
    shorter = min(len(old), len(new))
    shared = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    while shared and any(side[shared - 1 : shared + 1].isnumeric() for side in (old, new) if side[shared:]):
        shared -= 1
    return shared if shared > 1 else 0


def _gathered(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one kind as one; a lone character between two changes belongs to them."""
    made: list[Run] = []
    for run in runs:
        if not run.old and not run.new:
            continue
        if (
            len(made) > 1
            and not run.same
            and made[-1].same
            and len(made[-1].old) == 1
            and made[-1].old != "\n"
        ):
            between, before = made.pop(), made.pop()
            made.append(Run(before.old + between.old + run.old, before.new + between.new + run.new))
        elif made and made[-1].same is run.same:
            before = made.pop()
            made.append(Run(before.old + run.old, before.new + run.new))
        else:
            made.append(run)
    return made


def _standing_out(runs: Sequence[Run]) -> list[Run]:
    """Changes widened until Markdown sees their marks.

    CommonMark takes ``**`` for a mark only where it does not stand between a character and a full stop, and
    not beside white space on the inside: such a change takes the next word in.
    """
    made: list[Run] = []
    rest = list(reversed(runs))
    while rest:
        run = rest.pop()
        if run.same:
            made.append(run)
            continue
        while made and made[-1].same and _needs_more(run, made[-1].old[-1], 0):
            text = made.pop().old
            taken = _last_word(text)
            run = Run(taken + run.old, taken + run.new)
            made += _unchanged(text.removesuffix(taken))
        while rest and rest[-1].same and _needs_more(run, rest[-1].old[0], -1):
            text = rest.pop().old
            taken = _first_word(text)
            run = Run(run.old + taken, run.new + taken)
            rest += _unchanged(text.removeprefix(taken))
        if made and not made[-1].same:
            before = made.pop()
            run = Run(before.old + run.old, before.new + run.new)
        if rest and not rest[-1].same:
            after = rest.pop()
            rest.append(Run(run.old + after.old, run.new + after.new))
        else:
            made.append(run)
    return made


def _unchanged(text: str) -> list[Run]:
    return [Run(text, text)] if text else []


def _last_word(text: str) -> str:
    """The last word of ``text`` with the white space behind it; all of it if there is no other."""
    words = text.rstrip()
    return text[len(words) - len(_words(words[-_NEAR:])[-1]) :] if words else text


def _first_word(text: str) -> str:
    words = text.lstrip()
    return text[: len(text) - len(words) + len(_words(words[:_NEAR])[0])] if words else text


def _needs_more(run: Run, neighbour: str, edge: int) -> bool:
    """Whether the mark at this edge (0 or -1) of a change would be no mark."""
    if neighbour == "\n":
        return False
    sides = [side for side in (run.old, run.new) if side]
    if any(side[edge].isspace() for side in sides):
        return True
    # What went is written first, so its beginning is the change's; what is new ends it.
    outer = sides[0] if edge == 0 else sides[-1]
    return _is_sign(outer[edge]) and not _is_sign(neighbour) and not neighbour.isspace()


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _marked_lines(runs: Sequence[Run]) -> Iterator[str]:
    """The lines of the old text with its changes, escaped. No mark goes over the end of a line."""
    lines: list[list[tuple[str, str]]] = [[]]
    for run in runs:
        mark = "" if run.same else "~~"
        for number, part in enumerate(run.old.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append((mark, part))
        if not run.same and run.new.strip():
            lines[-1].append(("**", " ".join(run.new.split("\n")).strip()))
    for line in lines:
        last = len(line) - 1
        yield "".join(
            mark + escape_zh(text, starts=not mark and n == 0, ends=not mark and n == last) + mark
            for n, (mark, text) in enumerate(line)
        )
