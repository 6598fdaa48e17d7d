"""At what width lines are wrapped, and which of them end only because the next word did not fit.

A program or a page that wraps fills each line as far as it can. So a line break that wrapping made tells
the width almost exactly: the line fits within it, the line and the next word do not. Where the breaks of
a document agree on one width, and sentences run on over them, the document is wrapped. Lists, poems and
tables may have lines of one width; sentences do not run on over theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from build_scripts.clean.chinese import ends_sentence, spans_word
from build_scripts.clean.line_breaks import MARKS, Breaks, columns, measured
from build_scripts.clean.tables import is_table_row
from build_scripts.offsets import RawLine

# Headings are not indented as paragraphs are, and may be as long as a line.
_HEADED = re.compile(r"#|\*\*|【|第[一二三四五六七八九十]+[部章节]|[（(]?[一二三四五六七八九十]{1,3}[)）、]")
_INNER = re.compile("[。！？；]")

# Width in characters; columns of a terminal are twice as many.
_NARROW = 12
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


def wrapping_of(lines: Sequence[RawLine], raw: Sequence[str], shown: Sequence[str]) -> Wrapping | None:
    """How a document is wrapped, or ``None`` where it is not.

    Args:
        lines: its lines.
        raw: their texts as they stand.
        shown: their texts set right. What spoils characters, puts spaces between them or makes marks
            half-width may have come before the wrapping or after it; the width tells.
    """
    indented = _indented(lines)
    for base in _usual_blanks(lines):
        apart = [line.blanks > base for line in lines]
        opens = [
            place == 0 or far or deep for place, (far, deep) in enumerate(zip(apart, indented, strict=True))
        ]
        pairs = [place for place in range(len(lines) - 1) if not opens[place + 1]]
        if len(pairs) < _FEWEST_LOCAL:
            continue
        found = _fits(lines, raw, shown, pairs, spread=base > 0)
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
    depths = [columns(line.indent.expandtabs(4)) if line.indent else 0 for line in lines]
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
    wide = [
        place
        for place in range(len(shown))
        if apart[place] and fits[place] and not _HEADED.match(shown[place])
    ]
    deep = sum(indented[place] for place in wide)
    return (tight + deep) * 10 >= 7 * (len(begun) + len(wide))


def _fits(
    lines: Sequence[RawLine], raw: Sequence[str], shown: Sequence[str], pairs: Sequence[int], *, spread: bool
) -> tuple[list[Fit], bool] | None:
    """Which lines are full, and whether by the count of characters; ``None`` where nothing is wrapped."""
    fits = [Fit.NONE] * len(lines)
    texts = (raw, shown) if raw != shown else (shown,)
    breaks = [(text, found) for text in texts for found in measured(lines, text, pairs, (1, 2), words=True)]
    (width, count), text, found = max(
        ((found.commonest(0), text, found) for text, found in breaks), key=lambda item: item[0][1]
    )
    by_columns = next(other for same, other in breaks if same is text and other.unit == 2)
    set_width, set_count = by_columns.commonest(_SET * 2)
    slack = 0
    more = [n for n in pairs if by_columns.covers(n, set_width, _SET * 2) and not found.covers(n, width, 0)]
    if count * 10 < set_count * 8 and any(_reads_on(shown[n], shown[n + 1]) for n in more[:_SAMPLE]):
        width, count, found, slack = set_width, set_count, by_columns, _SET * 2
    exact = False
    known = _is_wrapped(shown, found, width, slack, spread=spread)
    if known:
        same = sum(found.sizes[place] == width for place in pairs)
        exact = found.unit == 1 and same * 20 >= 17 * count
        (strict,) = measured(lines, text, pairs, (found.unit,), words=False)
        tight = not slack and _is_tight(shown, strict, count)
        if tight:
            width, found = strict.commonest(0)[0], strict
        fits = [_fit(found, place, width, slack, tight=tight) for place in range(len(lines))]
    if not spread:
        local = _local(shown, by_columns, fits)
        known = known or local
    return (fits, exact) if known else None


def _fit(breaks: Breaks, place: int, width: int, slack: int, *, tight: bool) -> Fit:
    if breaks.covers(place, width, slack):
        return Fit.FULL
    return Fit.NEAR if not tight and breaks.covers(place, width, _NEAR * breaks.unit) else Fit.NONE


def _is_wrapped(shown: Sequence[str], breaks: Breaks, width: int, slack: int, *, spread: bool) -> bool:
    """Whether the lines are wrapped at this width: enough of them, hardly a longer one, sentences run on.

    A longer line that goes on in no other and ends no sentence is a row of a table or a headline, which
    are not wrapped.
    """
    full = [place for place in breaks.pairs if breaks.covers(place, width, slack)]
    share = 2 if spread else 4
    if len(full) < _FEWEST_BREAKS or len(full) * share < len(breaks.pairs):
        return False
    inner = set(breaks.pairs)
    longer = sum(
        low > width + slack
        and (place in inner or ends_sentence(shown[place]))
        and not is_table_row(shown[place])
        for place, low in enumerate(breaks.low)
    )
    return longer * 20 <= len(shown) + 20 and _runs_on(shown, full, narrow=width < _NARROW * breaks.unit)


def _is_tight(shown: Sequence[str], strict: Breaks, count: int) -> bool:
    """Whether every line is filled to the last character: then one that is not quite full is short.

    As good as all of the ``count`` breaks are explained so, and hardly a sentence runs on over another.
    """
    width, covered = strict.commonest(0)
    if covered * 20 < 19 * count:
        return False
    others = [place for place in strict.pairs if not strict.covers(place, width, 0)]
    step = len(others) // _SAMPLE + 1
    missed = sum(_reads_on(shown[place], shown[place + 1]) for place in others[::step]) * step
    return missed * 20 <= covered


def _runs_on(shown: Sequence[str], full: Sequence[int], *, narrow: bool) -> bool:
    """Whether sentences and words run on over the ends of these lines."""
    sample = full[:: len(full) // _SAMPLE + 1]
    closed = sum(shown[place].endswith(tuple(MARKS)) for place in sample)
    running = sum(_reads_on(shown[place], shown[place + 1]) for place in sample)
    share = 3 if narrow else 5
    return closed * 10 <= 6 * len(sample) and running >= 2 and running * share >= len(sample)


def _reads_on(above: str, line: str) -> bool:
    """Whether a sentence plainly goes on over a line end: it began within the line, or a word is cut."""
    if line.startswith(tuple(MARKS)):
        return True
    if above.endswith(tuple(MARKS)):
        return False
    return bool(_INNER.search(above)) or spans_word(above, line) or (above[-1] + line[0]).isdigit()


def _local(shown: Sequence[str], breaks: Breaks, fits: list[Fit]) -> bool:
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
            fits[place] = fits[place] or _fit(breaks, place, width, 1, tight=False)
    return found


def _runs(breaks: Breaks, free: Sequence[int]) -> list[tuple[int, int, int]]:
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
