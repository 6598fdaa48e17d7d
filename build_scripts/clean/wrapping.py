"""At what width lines are wrapped, and which of them end only because the next word did not fit.

A program or a page that wraps fills each line as far as it can. So a line break that wrapping made tells
the width almost exactly: the line fits within it, the line and the next word do not. Where the breaks of
a document agree on one width, and sentences run on over them, the document is wrapped. Lists, poems and
tables may have lines of one width; sentences do not run on over theirs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from build_scripts.clean.chinese import CLOSERS, ends_sentence, spans_word
from build_scripts.offsets import RawLine

_MARKS = "，。、；：！？%％‰℃·…,.;:!?" + CLOSERS
_ASCII = "".join(map(chr, range(33, 127)))
# What is not parted from the first word of a line: opening marks before it, closing ones behind it.
_WORD = re.compile(r"[“‘（《〈【〔「『(]*(?:[!-~]{1,30}|.)[，。、；：！？%％‰℃·…”’）》〉】〕」』)]*")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_INNER = re.compile("[。！？；]")

# Widths in characters; columns of a terminal are twice as many.
_NARROWEST, _NARROW, _WIDEST = 8, 12, 100
# A set line may be short or long by so many characters: marks are squeezed, a mark may not begin a line.
_SET, _NEAR = 1, 2
_FEWEST_BREAKS, _FEWEST_LOCAL = 4, 3
_SAMPLE = 80


class Fit(IntEnum):
    """Whether a line ends where it does because of the width."""

    NONE = 0
    NEAR = 1
    """The line is full within the tolerance of type."""
    FULL = 2
    """The next word would not have fitted."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a document are wrapped; all sequences are by line.

    ``fits`` tells of each line whether it is full. ``opens``: whether its place shows that a paragraph
    begins with it (indent or blank line), ``apart``: whether a blank line does. ``indents``: paragraphs
    are indented, so that a line without an indent goes on or is no paragraph. ``exact``: the width is
    counted in characters, without regard for words.
    """

    fits: tuple[Fit, ...]
    opens: tuple[bool, ...]
    apart: tuple[bool, ...]
    indents: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class _Breaks:
    """For each line the widths at which it would have been wrapped where it ends, from ``low`` to ``high``.

    ``pairs`` are the lines whose next may go on; ``unit`` is the width of a Chinese character.
    """

    low: Sequence[int]
    high: Sequence[int]
    sizes: Sequence[int]
    pairs: Sequence[int]
    unit: int

    def covers(self, place: int, width: int, slack: int) -> bool:
        """Whether the line would have ended there at this width."""
        return self.low[place] - slack <= width <= self.high[place] + slack


def wrapping_of(lines: Sequence[RawLine], shown: Sequence[str]) -> Wrapping | None:
    """How a document is wrapped, or ``None`` where it is not."""
    indented = _indented(lines)
    for base in _usual_blanks(lines):
        apart = [line.blanks > base for line in lines]
        opens = [
            place == 0 or far or deep for place, (far, deep) in enumerate(zip(apart, indented, strict=True))
        ]
        pairs = [place for place in range(len(lines) - 1) if not opens[place + 1]]
        if len(pairs) < _FEWEST_LOCAL:
            continue
        found = _fits(lines, shown, pairs, spread=base > 0)
        if found is not None:
            fits, exact = found
            indents = _has_indents(shown, fits, apart, indented)
            return Wrapping(tuple(fits), tuple(opens), tuple(apart), indents, exact)
    return None


def _usual_blanks(lines: Sequence[RawLine]) -> tuple[int, ...]:
    """How many blank lines may part two lines of a paragraph: none, or as many as nearly everywhere."""
    counts = Counter(line.blanks for line in lines[1:])
    if not counts:
        return ()
    usual, times = counts.most_common(1)[0]
    return (0, usual) if usual and times * 10 >= 6 * len(lines) else (0,)


def _indented(lines: Sequence[RawLine]) -> list[bool]:
    """Which lines begin further right than nearly all do; one space is none."""
    depths = [_width(line.indent.expandtabs(4)) if line.indent else 0 for line in lines]
    least = sorted(depths)[len(depths) // 20] if depths else 0
    return [depth - least >= 2 for depth in depths]


def _has_indents(
    shown: Sequence[str], fits: Sequence[Fit], apart: Sequence[bool], indented: Sequence[bool]
) -> bool:
    """Whether paragraphs are indented: those that begin directly below the end of another."""
    if sum(indented) < 2:
        return False
    begun = [
        place
        for place in range(1, len(shown))
        if not apart[place]
        and not fits[place - 1]
        and ends_sentence(shown[place - 1])
        and (fits[place] or ends_sentence(shown[place]))
    ]
    tight = sum(indented[place] for place in begun)
    wide = [place for place in range(len(shown)) if apart[place] and fits[place]]
    deep = sum(indented[place] for place in wide)
    return (tight + deep) * 10 >= 7 * (len(begun) + len(wide))


def _fits(
    lines: Sequence[RawLine], shown: Sequence[str], pairs: Sequence[int], *, spread: bool
) -> tuple[list[Fit], bool] | None:
    """Which lines are full, and whether by the count of characters; ``None`` where nothing is wrapped."""
    breaks = (_measured(lines, shown, pairs, 1), _measured(lines, shown, pairs, 2))
    fits = [Fit.NONE] * len(lines)
    best = max(((*_most_covered(found, 0), found) for found in breaks), key=lambda item: item[1])
    width, count, found = best
    set_width, set_count = _most_covered(breaks[1], _SET * 2)
    slack = 0
    if count * 10 < set_count * 8:
        width, count, found, slack = set_width, set_count, breaks[1], _SET * 2
    exact = False
    known = _is_wrapped(shown, found, width, slack, spread=spread)
    if known:
        same = sum(found.sizes[place] == width for place in pairs)
        exact = found.unit == 1 and same * 20 >= 17 * count
        fits = [_fit(found, place, width, slack, exact=exact) for place in range(len(lines))]
    if not spread:
        local = _local(shown, breaks[1], fits)
        known = known or local
    return (fits, exact) if known else None


def _fit(breaks: _Breaks, place: int, width: int, slack: int, *, exact: bool) -> Fit:
    if breaks.sizes[place] == width if exact else breaks.covers(place, width, slack):
        return Fit.FULL
    return Fit.NEAR if breaks.covers(place, width, _NEAR * breaks.unit) else Fit.NONE


def _measured(lines: Sequence[RawLine], shown: Sequence[str], pairs: Sequence[int], unit: int) -> _Breaks:
    """The widths at which each line would have been wrapped, in characters (1) or columns (2)."""
    size = len if unit == 1 else _width
    low, high, sizes = [], [], []
    for place, (line, text) in enumerate(zip(lines, shown, strict=True)):
        whole = size(text) + (size(line.indent.expandtabs(4)) if line.indent else 0)
        bare = text.rstrip(_MARKS)
        word = bare.rstrip(_ASCII)
        hanging = text[len(word) + 1 :] if len(word) < len(bare) else text[len(bare) :]
        following = _WORD.match(shown[place + 1]) if place + 1 < len(shown) else None
        low.append(whole - size(hanging) if hanging else whole)
        high.append(whole + size(following.group()) - 1 if following else whole)
        sizes.append(whole)
    return _Breaks(low, high, sizes, pairs, unit)


def _most_covered(breaks: _Breaks, slack: int) -> tuple[int, int]:
    """The width at which most lines would have been wrapped where they are, and how many."""
    steps: Counter[int] = Counter()
    for place in breaks.pairs:
        steps[breaks.low[place] - slack] += 1
        steps[breaks.high[place] + slack + 1] -= 1
    best = (0, 0)
    count = 0
    for width in sorted(steps):
        count += steps[width]
        if count > best[1] and _NARROWEST * breaks.unit <= width <= _WIDEST * breaks.unit:
            best = (width, count)
    return best


def _is_wrapped(shown: Sequence[str], breaks: _Breaks, width: int, slack: int, *, spread: bool) -> bool:
    """Whether the lines are wrapped at this width: enough of them, hardly a longer one, sentences run on."""
    full = [place for place in breaks.pairs if breaks.covers(place, width, slack)]
    share = 2 if spread else 4
    if len(full) < _FEWEST_BREAKS or len(full) * share < len(breaks.pairs):
        return False
    longer = sum(low > width + slack for low in breaks.low)
    return longer * 20 <= len(shown) + 20 and _runs_on(shown, full, narrow=width < _NARROW * breaks.unit)


def _runs_on(shown: Sequence[str], full: Sequence[int], *, narrow: bool) -> bool:
    """Whether sentences and words run on over the ends of these lines."""
    sample = full[:: len(full) // _SAMPLE + 1]
    closed = sum(shown[place].endswith(tuple(_MARKS)) for place in sample)
    running = sum(_reads_on(shown[place], shown[place + 1]) for place in sample)
    share = 3 if narrow else 5
    return closed * 10 <= 6 * len(sample) and running >= 2 and running * share >= len(sample)


def _reads_on(above: str, line: str) -> bool:
    """Whether a sentence plainly goes on over a line end: it began within the line, or a word is cut."""
    if line.startswith(tuple(_MARKS)):
        return True
    if above.endswith(tuple(_MARKS)):
        return False
    return bool(_INNER.search(above)) or spans_word(above, line) or (above[-1] + line[0]).isdigit()


def _local(shown: Sequence[str], breaks: _Breaks, fits: list[Fit]) -> bool:
    """Mark the lines of wrapped passages within a document of another width or of none, if there are any."""
    free = [place for place in breaks.pairs if not fits[place]]
    found = False
    for start, end, width in _runs(breaks, free):
        run = range(start, end)
        if width < _NARROW * 2 or not _runs_on(shown, run, narrow=False):
            continue
        found = True
        # The lines around, as far as none is longer, are set at the same width.
        first, last = start, end
        while first and breaks.low[first - 1] <= width + 2 and not fits[first - 1]:
            first -= 1
        while last + 1 < len(shown) and breaks.low[last] <= width + 2 and not fits[last]:
            last += 1
        for place in range(first, last):
            fits[place] = fits[place] or _fit(breaks, place, width, 1, exact=False)
    return found


def _runs(breaks: _Breaks, free: Sequence[int]) -> list[tuple[int, int, int]]:
    """Runs of neighbouring lines that one width explains: first line, line behind the last, width."""
    runs = []
    start, low, high = -1, 0, 0
    before = -2
    for place in (*free, -1):
        narrowed = (max(low, breaks.low[place] - 1), min(high, breaks.high[place] + 1))
        if place == before + 1 and start >= 0 and narrowed[0] <= narrowed[1]:
            low, high = narrowed
        else:
            if start >= 0 and before - start + 1 >= _FEWEST_LOCAL:
                runs.append((start, before + 1, low))
            start, low, high = place, breaks.low[place] - 1, breaks.high[place] + 1
        before = place
    return runs


def _width(line: str) -> int:
    """Columns of a line on a terminal: two for a Chinese character or mark, one for a Latin letter."""
    others = _HAN.sub("", line)
    return 2 * (len(line) - len(others)) + sum(map(_columns, others))


@cache
def _columns(char: str) -> int:
    # Quotation marks and dashes are full-width in Chinese text, whatever a terminal makes of them.
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
