"""The score of one damaged document: what the cleaning made of it, held against the truth."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from build_scripts.model import CleanDocument, Finding, Piece, Span

from .compare import plain, same, shown
from .model import FREE, Extra, Unit
from .render import Damaged

JOINS = ("C010", "C013")
GAP = "C011"
_ALARMS = (*JOINS, GAP, "C020", "C040", "C041", "C060", "S001", "S002", "S003")
_REMOVED = 0.9
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Failure:
    """A unit, a removal or a gap that came out wrong, for people to read."""

    what: str
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class Join:
    """A join that the cleaning made: its code, how sure it was, and whether the truth agrees."""

    code: str
    confidence: str
    right: bool
    text: str


@dataclass(slots=True)
class Score:
    """Figures that can be added up over documents; the names say what was counted."""

    documents: int = 0
    units: int = 0
    right: int = 0
    typeset: int = 0
    moved: int = 0
    pairs: int = 0
    extras: int = 0
    extras_removed: int = 0
    removed_characters: int = 0
    rightly_removed: int = 0
    notes: int = 0
    notes_found: int = 0
    false_gaps: int = 0
    joins: int = 0
    false_joins: int = 0
    reports: int = 0
    reports_right: int = 0
    alarms: int = 0
    lost: int = 0
    sound: int = 0
    sound_right: int = 0
    failures: list[Failure] = field(default_factory=list)
    made: list[Join] = field(default_factory=list)
    rights: list[int] = field(default_factory=list)

    def compared(self, whole: Score, units: Iterable[Unit]) -> Score:
        """Count the units that come out right of the undamaged text (``sound``), and how many still do.

        What is wrong without any damage is said once, of the undamaged text: its failures are left out.
        """
        known = {unit.id for unit in units}
        self.sound = len(known & set(whole.rights))
        self.sound_right = len(known & set(whole.rights) & set(self.rights))
        old = {(failure.what, failure.expected) for failure in whole.failures}
        self.failures = [f for f in self.failures if (f.what, f.expected) not in old or f.what == "join"]
        return self

    def add(self, other: Score) -> None:
        """Add another document's figures."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A published piece: its article, its place there and its characters."""

    article: int
    place: int
    piece: Piece
    offsets: frozenset[int]


def score(damaged: Damaged, document: CleanDocument) -> Score:
    """Hold a cleaned document against the truth of the damaged one."""
    text = damaged.text
    pieces = [
        _Placed(a, n, piece, _solid_offsets(text, piece.spans))
        for a, article in enumerate(document.articles)
        for n, piece in enumerate(article.pieces)
    ]
    gone = frozenset().union(*(_solid_offsets(text, removal.spans) for removal in document.removed))
    result = Score(documents=1)
    articles = _matched_articles(damaged, pieces)
    result.reports = len({unit.report for unit in damaged.scene.units})
    result.reports_right = int(result.reports == len(document.articles))
    swapped = _score_extras(damaged, gone, result)
    _score_units(damaged, pieces, articles, gone, swapped, result)
    _score_findings(damaged, document, result)
    result.lost = _lost(damaged, pieces, gone)
    return result


def failed(damaged: Damaged, message: str) -> Score:
    """The score of a document on which the cleaning failed altogether: all its characters are lost."""
    units = damaged.scene.units
    characters = sum(not char.isspace() for char in damaged.text)
    return Score(
        documents=1, units=len(units), extras=len(damaged.scene.extras), lost=characters, reports=1,
        failures=[Failure("document", "a cleaned document", message)],
    )  # fmt: skip


def _solid_offsets(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(n for start, end in spans for n in range(start, end) if not text[n].isspace())


def _matched_articles(damaged: Damaged, pieces: Sequence[_Placed]) -> dict[int, int]:
    """The article that is each report's: one to one, by the characters they share, the largest first."""
    report_of = {unit.id: unit.report for unit in damaged.scene.units}
    shared: Counter[tuple[int, int]] = Counter()
    for placed in pieces:
        for offset in placed.offsets:
            if (report := report_of.get(damaged.owners[offset])) is not None:
                shared[report, placed.article] += 1
    matched: dict[int, int] = {}
    for (report, article), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if report not in matched and article not in matched.values():
            matched[report] = article
    return matched


def _score_extras(damaged: Damaged, gone: frozenset[int], result: Score) -> dict[int, int]:
    """Count removals; gives the units whose copy was kept in their stead, each with its extra."""
    swapped: dict[int, int] = {}
    for extra in damaged.scene.extras:
        result.extras += 1
        own = damaged.offsets(extra.id)
        if len(own & gone) >= _REMOVED * len(own):
            result.extras_removed += 1
        elif extra.of and len((one := damaged.offsets(extra.of)) & gone) >= _REMOVED * len(one):
            swapped[extra.of] = extra.id
            result.extras_removed += 1
        else:
            result.failures.append(Failure(f"extra {extra.reason}", "removed", _kept(damaged, extra)))
    lawful = {extra.id for extra in damaged.scene.extras} | set(swapped) | {FREE}
    lawful |= {unit.id for unit in damaged.scene.units if unit.may_go}
    free = sum(damaged.owners[offset] == FREE for offset in gone)
    result.removed_characters = len(gone) - free
    result.rightly_removed = sum(damaged.owners[offset] in lawful for offset in gone) - free
    return swapped


def _kept(damaged: Damaged, extra: Extra) -> str:
    return "kept: " + "".join(damaged.text[n] for n in sorted(damaged.offsets(extra.id)))


def _score_units(
    damaged: Damaged,
    pieces: Sequence[_Placed],
    articles: dict[int, int],
    gone: frozenset[int],
    swapped: dict[int, int],
    result: Score,
) -> None:
    """Count the units that are exactly right, and how far they are in order."""
    places: dict[int, list[int]] = {}
    for unit in damaged.scene.units:
        own = damaged.offsets(swapped.get(unit.id, unit.id))
        near = [placed for placed in pieces if own & placed.offsets]
        result.units += 1
        found = next(
            (p for p in near if p.article == articles.get(unit.report) and _right(unit, p, damaged)), None
        )
        if found:
            result.right += 1
            result.rights.append(unit.id)
            result.typeset += shown(found.piece.text, found.piece.role) == shown(unit.text, found.piece.role)
            if found.piece.role not in ("metadata", "caption"):
                places.setdefault(unit.report, []).append(found.place)
        elif unit.may_go and own <= gone:
            result.right += 1
            result.rights.append(unit.id)
            result.typeset += 1
        else:
            got = [_described(p, articles.get(unit.report)) for p in near] + (
                ["[removed]"] if own & gone else []
            )
            result.failures.append(
                Failure("|".join(unit.roles), unit.text, "\n      ".join(got) or "[nowhere]")
            )
    for order in places.values():
        pairs = len(order) * (len(order) - 1) // 2
        result.pairs += pairs
        result.moved += sum(order[i] > order[j] for i in range(len(order)) for j in range(i + 1, len(order)))


def _right(unit: Unit, placed: _Placed, damaged: Damaged) -> bool:
    """Whether a piece is the unit: its role and its text."""
    piece = placed.piece
    if unit.loose:
        return plain(unit.text).strip("|") in plain(piece.text)
    texts = (unit.text, *unit.readings)
    return piece.role in unit.roles and any(
        same(piece.text, t, piece.role, exact=damaged.scene.exact) for t in texts
    )


def _described(placed: _Placed, article: int | None) -> str:
    where = "" if placed.article == article else " in another report"
    return f"{placed.piece.role}{where}: {placed.piece.text}"


def _score_findings(damaged: Damaged, document: CleanDocument, result: Score) -> None:
    """Hold joins, gaps and doubts against the truth; count what undamaged text should not have."""
    notes = [
        (code, units, frozenset().union(*map(damaged.offsets, units))) for code, units in damaged.scene.notes
    ]
    found = [(f.code, _solid_offsets(damaged.text, f.spans)) for f in document.findings]
    for code, units, wanted in notes:
        result.notes += 1
        if any(code == other and wanted & spans for other, spans in found):
            result.notes_found += 1
        else:
            where = damaged.scene.unit(units[0]).text
            result.failures.append(Failure("finding", f"{code} at {where[:12]}…{where[-12:]}", "none"))
    gaps = [spans for code, spans in found if code == GAP]
    result.false_gaps = sum(not any(c == GAP and wanted & gap for c, _, wanted in notes) for gap in gaps)
    for finding in document.findings:
        if finding.code in JOINS:
            _score_join(damaged, finding, result)
    result.alarms = sum(f.code in _ALARMS for f in document.findings) + len(document.removed)


def _score_join(damaged: Damaged, finding: Finding, result: Score) -> None:
    join = Join(finding.code, _confidence(finding), _joins_one_unit(damaged, finding), finding.message)
    result.made.append(join)
    result.joins += 1
    if not join.right:
        result.false_joins += 1
        result.failures.append(Failure("join", "two paragraphs", finding.message))


def _confidence(finding: Finding) -> str:
    """How sure the cleaning says it was: its figure, rounded down to a tenth, or what the message says."""
    figure = getattr(finding, "confidence", None)
    if isinstance(figure, (int, float)):
        return f"{int(figure * 10) / 10:.1f}"
    return "weak" if "weak" in finding.message or "doubtful" in finding.message else "sure"


def _joins_one_unit(damaged: Damaged, finding: Finding) -> bool:
    """Whether what a join put together belongs to one unit: the nearest characters of both halves."""
    halves = [sorted(_solid_offsets(damaged.text, (span,))) for span in finding.spans]
    halves = [half for half in halves if half]
    if len(halves) < 2:
        return False
    copies = {extra.id: extra.of or extra.id for extra in damaged.scene.extras}
    owners = (damaged.owners[halves[0][-1]], damaged.owners[halves[1][0]])
    first, second = (copies.get(owner, owner) for owner in owners)
    return first == second


def _lost(damaged: Damaged, pieces: Sequence[_Placed], gone: frozenset[int]) -> int:
    """Characters in no piece and no removal, in more than one, or kept by a piece that does not show them."""
    claimed = Counter(offset for placed in pieces for offset in placed.offsets)
    claimed.update(gone)
    count = sum(claimed[n] != 1 for n, char in enumerate(damaged.text) if not char.isspace())
    return count + sum(_hidden(damaged, placed) for placed in pieces)


def _hidden(damaged: Damaged, placed: _Placed) -> int:
    """Han characters of a piece that its text lacks; a section number may be left out."""
    raw = Counter(_HAN.findall("".join(damaged.text[n] for n in placed.offsets)))
    shown = Counter(_HAN.findall(placed.piece.text))
    numbers = set("一二三四五六七八九十第部分章节")
    return sum((Counter({c: n for c, n in raw.items() if c not in numbers}) - shown).values())
