"""The review of a cleaned document for people: the result, with every decision at its place.

A line of the document stands at the left, a sign says what was decided, codes and percentages say by which
rule and how surely. Without colours it says the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import click

from build_scripts.cli.columns import padded, shortened, width, wrapped
from build_scripts.cli.common import counted
from build_scripts.codes import severity
from build_scripts.confidence import is_doubtful
from build_scripts.diagnostics import Severity
from build_scripts.ledger import JOINS, MOVES, REPAIRS, Entry, ledger
from build_scripts.lines import Lines
from build_scripts.model import Article, CleanDocument, Finding, Piece, Removal, Role, Span
from build_scripts.offsets import text_of
from build_scripts.printable import printable
from build_scripts.repairs import MARKUP, changes, seams

KEPT, JOINED, MOVED, REMOVED, DOUBT = "│", "+", "↕", "×", "?"
SEAM = "┊"
LEGEND = (
    f"{KEPT} kept   {JOINED} joined ({SEAM} where)   {MOVED} moved   {REMOVED} removed   {DOUBT} doubtful   "
    "⟨C050×2⟩ repairs"
)
_MARKS = {Role.HEADING: "## ", Role.LIST_ITEM: "- ", Role.CAPTION: "[] ", Role.METADATA: "· "}
_MARKS |= {Role.SUBTITLE: "—— "}
_BOLD = (Role.TITLE, Role.HEADING)
_GAP = "〔原文此处有缺文 · text missing here〕"
_NO_TITLE = "（原文缺标题 · no title）"
# That many lines are shown of a paragraph, or of each part of one that was joined, unless all is wanted.
_LINES = 2
_WIDEST_GUTTER = 11
# Joins that cut a sentence are worth looking at; lines of one paragraph, of one heading are plain to see.
_PLAIN_JOINS = ("C012", "C014")
_SIGN_COLOURS = {JOINED: "cyan", MOVED: "magenta", REMOVED: "red", DOUBT: "yellow"}


@dataclass(slots=True)
class _Count:
    """What the closing summary says."""

    kept: int = 0
    joined: int = 0
    moved: int = 0
    doubtful: int = 0
    gaps: int = 0
    removed: Counter[str] = field(default_factory=Counter)


class Review:
    """Lays a document out line by line, styled, and counts what it shows."""

    def __init__(self, document: CleanDocument, columns: int, *, full: bool = False) -> None:
        """Prepare the review of a cleaned document.

        Args:
            document: the document.
            columns: the width to write in.
            full: show every paragraph to its end.
        """
        self.document = document
        self._count = _Count()
        self._pointer: tuple[int, str, int] | None = None
        self._lines = Lines(document.source)
        self._full = full
        self._removed, self._entries = _by_piece(ledger(document))
        pieces = (piece for article in document.articles for piece in article.pieces)
        gutters = [len(self._gutter(piece.spans)) for piece in pieces]
        self._width = max([3, len(str(self._lines.last)), *gutters])
        # The gutter, a space, the sign, a space.
        self._columns = columns - self._width - 3
        self._told: set[Finding] = set()
        joins = (f for f in document.findings if f.code in JOINS and f.code not in _PLAIN_JOINS)
        self._cuts = {pair for finding in joins for pair in pairwise(finding.spans)}

    def lines(self) -> Iterator[str]:
        """The reports with every decision at its place."""
        source = self.document.source
        shown = f"{printable(source.path)}: {len(source.text)} characters, {source.encoding}"
        yield click.style(shown, bold=True)
        yield ""
        yield from self._gone((-1, -1))
        for number, article in enumerate(self.document.articles):
            if number:
                yield ""
            yield from self._article(number, article)
        yield ""

    def summary(self, *, suggests: bool = False) -> Iterator[str]:
        """What was decided, in numbers, and where to go from there; after :meth:`lines`.

        Args:
            suggests: whether to point to ``clean --suggest``.
        """
        count, path = self._count, printable(self.document.source.path)
        reasons = ", ".join(f"{reason} {n}" for reason, n in sorted(count.removed.items()))
        told = [
            counted(len(self.document.articles), "report"),
            f"{counted(count.kept, 'piece')} kept ({count.joined} joined, {count.moved} moved)",
            f"{count.removed.total()} removed" + (f" ({reasons})" if reasons else ""),
            click.style(f"{count.doubtful} doubtful", fg="yellow" if count.doubtful else None),
            *([click.style(counted(count.gaps, "gap"), fg="yellow")] if count.gaps else []),
        ]
        yield ", ".join(told)
        yield click.style(LEGEND, dim=True)
        if self._pointer:
            _, code, line = self._pointer
            steps = [f"duizhao explain {code}", f"duizhao trace {path}:{line}"]
            steps += [f"duizhao clean {path} --suggest"] if suggests else []
            yield f"next: {'   '.join(steps)}"

    def _article(self, number: int, article: Article) -> Iterator[str]:
        """A report: its pieces in reading order, after each what was removed behind it in the document."""
        if len(self.document.articles) > 1:
            yield click.style(f"{number + 1}/{len(self.document.articles)}", bold=True)
        if not article.title:
            yield from self._row("", KEPT, [_NO_TITLE])
        for place, piece in enumerate(article.pieces):
            if "gap-before" in piece.flags:
                yield self._gap()
            yield from self._piece(piece, self._entries[number, place])
            if "gap-after" in piece.flags:
                yield self._gap()
            yield from self._gone((number, place))

    def _piece(self, piece: Piece, entries: Sequence[Entry]) -> Iterator[str]:
        findings = list(dict.fromkeys(found for entry in entries for found in entry.findings))
        moved = any(entry.place and entry.place.moved for entry in entries)
        doubts = [found for found in findings if is_doubtful(found.confidence)]
        sign = DOUBT if doubts else MOVED if moved else JOINED if len(piece.spans) > 1 else KEPT
        self._tally(piece, moved, bool(doubts))
        lines = list(wrapped(self._text(piece), self._columns))
        yield from self._row(self._gutter(piece.spans), sign, lines, bold=piece.role in _BOLD)
        for finding in findings:
            if finding not in self._told and _worth_telling(finding):
                self._told.add(finding)
                warns = severity(finding.code).at_least(Severity.WARNING)
                self._point(finding.code, finding.spans[0], 2 if is_doubtful(finding.confidence) else warns)
                yield from self._note(finding)

    def _tally(self, piece: Piece, moved: bool, doubtful: bool) -> None:
        self._count.kept += 1
        self._count.joined += len(piece.spans) > 1
        self._count.moved += moved
        self._count.doubtful += doubtful

    def _text(self, piece: Piece) -> str:
        """The text of a piece as it is shown: its mark, its parts with their seams, its repairs."""
        text = self.document.source.text
        places = seams(text, piece) if self._cuts.intersection(pairwise(piece.spans)) else ()
        pairs = zip(places, pairwise(piece.spans), strict=False)
        cuts = [0, *(place for place, pair in pairs if pair in self._cuts), len(piece.text)]
        parts = [printable(piece.text[start:end]) for start, end in pairwise(cuts)]
        counts = Counter(change.code for change in changes(text, piece) if change.code != MARKUP)
        repairs = ", ".join(code if n == 1 else f"{code}×{n}" for code, n in sorted(counts.items()))
        mark, note = _MARKS.get(piece.role, ""), f" ⟨{repairs}⟩" if repairs else ""
        if not self._full:
            # A line ends up to two columns early where a wide character does not fit.
            room = _LINES * (self._columns - 3) - width(mark)
            parts = [shortened(part, room) for part in parts[:-1]] + [
                shortened(parts[-1], room - width(note))
            ]
        return mark + SEAM.join(parts) + note

    def _row(self, gutter: str, sign: str, lines: Sequence[str], *, bold: bool = False) -> Iterator[str]:
        for number, line in enumerate(lines or [""]):
            left = click.style(padded(gutter if number == 0 else "", self._width), dim=True)
            yield f"{left} {_sign(sign)} {_styled(line, bold)}"

    def _note(self, finding: Finding) -> Iterator[str]:
        """What a finding says, below the piece it is about."""
        message = printable(finding.message)
        if finding.code in MOVES:
            lines = _runs(sorted({self._lines.number(span) for span in finding.spans}))
            message = f"from line{'s' * (not lines.isdecimal())} {lines}: {message}"
        sure = "" if finding.confidence is None else f" {finding.confidence:.0%} sure"
        doubtful = is_doubtful(finding.confidence)
        colour = "yellow" if doubtful or severity(finding.code).at_least(Severity.WARNING) else "blue"
        for line in wrapped(f"{finding.code}{sure}: {message}", self._columns - 2):
            yield f"{' ' * self._width}   {click.style(f'  {line}', fg=colour, bold=doubtful or None)}"

    def _gap(self) -> str:
        self._count.gaps += 1
        return f"{' ' * self._width} {_sign(DOUBT)} {click.style(_GAP, fg='yellow')}"

    def _gone(self, key: _Key) -> Iterator[str]:
        """What was removed behind a piece: a line of the terminal each, with the reason at its end."""
        for removal, span in self._removed[key]:
            doubtful = is_doubtful(removal.confidence)
            self._count.removed[removal.reason] += 1
            self._count.doubtful += doubtful
            self._point(removal.code, span, 2 if doubtful else 0)
            text = printable(" ".join(text_of(self.document.source.text, (span,)).split()))
            reason = f"{removal.reason} {removal.code} {removal.confidence:.0%}"
            text = text if self._full else shortened(text, self._columns - width(reason) - 3)
            left = click.style(padded(str(self._lines.number(span)), self._width), dim=True)
            why = click.style(reason, fg="yellow" if doubtful else "red", bold=doubtful or None)
            struck = click.style(text, dim=True, strikethrough=True)
            yield f"{left} {_sign(DOUBT if doubtful else REMOVED)} {struck} [{why}]"

    def _point(self, code: str, span: Span, weight: int) -> None:
        """Remember the weightiest decision, the first of its weight: that is what to look at next."""
        if self._pointer is None or weight > self._pointer[0]:
            self._pointer = (weight, code, self._lines.number(span))

    def _gutter(self, spans: Iterable[Span]) -> str:
        """The lines a piece comes from, in its order: 12, 22+24, 5-9."""
        shown = _runs([self._lines.number(span) for span in spans])
        return shown if len(shown) <= _WIDEST_GUTTER else f"{shown.partition('+')[0].partition('-')[0]}+…"


def _styled(line: str, bold: bool) -> str:
    """A line of a piece with its seams and the counts of its repairs set off."""
    body, repairs = line, ""
    if line.endswith("⟩"):
        body, bracket, rest = line.rpartition("⟨")
        repairs = click.style(bracket + rest, dim=True)
    seam = click.style(SEAM, fg="cyan", bold=True)
    parts = (click.style(part, bold=True) if bold and part else part for part in body.split(SEAM))
    return seam.join(parts) + repairs


def _sign(sign: str) -> str:
    # None and not False, which click writes as a code of its own that ends bold and dim alike.
    return click.style(sign, fg=_SIGN_COLOURS.get(sign), bold=sign == DOUBT or None, dim=sign == KEPT or None)


def _worth_telling(finding: Finding) -> bool:
    """Whether a finding gets a line: not what the gutter, the signs or the counts of repairs say already."""
    if is_doubtful(finding.confidence):
        return True
    return finding.code not in REPAIRS and finding.code not in _PLAIN_JOINS


_Key = tuple[int, int]


def _by_piece(
    entries: Iterable[Entry],
) -> tuple[dict[_Key, list[tuple[Removal, Span]]], dict[_Key, list[Entry]]]:
    """By article and piece: what was removed behind it in the document, and the entries that it has.

    What was removed before anything that is kept stands under (-1, -1).
    """
    removed: dict[_Key, list[tuple[Removal, Span]]] = defaultdict(list)
    kept: dict[_Key, list[Entry]] = defaultdict(list)
    key = (-1, -1)
    for entry in entries:
        if entry.place:
            key = (entry.place.article, entry.place.piece)
            kept[key].append(entry)
        elif entry.removal:
            removed[key].append((entry.removal, entry.span))
    return removed, kept


def _runs(numbers: Sequence[int]) -> str:
    """Numbers with neighbours put together.

    Example:
        >>> _runs([22, 24]), _runs([5, 6, 7, 8]), _runs([9, 9])
        ('22+24', '5-8', '9')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] <= number <= runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "+".join(str(run[0]) if run[0] == run[-1] else f"{run[0]}-{run[-1]}" for run in runs)
