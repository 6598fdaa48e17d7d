"""The figures as tables for people and as JSON for programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .scoring import Score

_HEADS = (
    "kind",
    "docs",
    "blocks",
    "sound",
    "typeset",
    "tau",
    "reports",
    "removed",
    "precision",
    "found",
    "joins",
    "alarms",
    "lost",
)


def share(part: int, whole: int) -> float | None:
    """A share, or ``None`` of nothing."""
    return part / whole if whole else None


def figures(score: Score) -> dict[str, float | int | None]:
    """What is reported of a kind.

    The columns are explained in README.md. Besides them: ``false_gaps``, ``units``, ``units_right``.
    """
    moved = share(score.moved, score.pairs)
    return {
        "documents": score.documents,
        "blocks": share(score.right, score.units),
        "sound": share(score.sound_right, score.sound),
        "typeset": share(score.typeset, score.right),
        "tau": None if moved is None else 1 - 2 * moved,
        "reports": share(score.reports_right, score.documents),
        "removed": share(score.extras_removed, score.extras),
        "precision": share(score.rightly_removed, score.removed_characters),
        "found": share(score.notes_found, score.notes),
        "joins": share(score.joins - score.false_joins, score.joins),
        "false_gaps": score.false_gaps,
        "alarms": score.alarms,
        "lost": score.lost,
        "units": score.units,
        "units_right": score.right,
    }


def table(scores: Mapping[str, Score]) -> str:
    """A line a kind. ``alarms`` is the mean number of removals and findings of a document."""
    rows: list[tuple[str, ...]] = [_HEADS]
    for name, score in scores.items():
        shown = figures(score)
        cells = [_percent(shown[head]) for head in _HEADS[2:5]]
        tau = shown["tau"]
        cells.append("" if tau is None else f"{tau:.3f}")
        cells += [_percent(shown[head]) for head in _HEADS[6:11]]
        alarms = f"{score.alarms / score.documents:.2f}" if score.documents else ""
        rows.append((name, str(score.documents), *cells, alarms, str(score.lost)))
    widths = [max(len(row[n]) for row in rows) for n in range(len(_HEADS))]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if n == 0 else cell.rjust(w)
            for n, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _percent(value: float | int | None) -> str:
    return "" if value is None else f"{100 * value:.1f}"


def calibration(scores: Iterable[Score]) -> str:
    """How often joins were right, by their code and the confidence that the cleaning gave them."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for score in scores:
        for join in score.made:
            counts[join.code, join.confidence][join.right] += 1
    lines = ["code  confidence  joins  right %"]
    for (code, confidence), (wrong, right) in sorted(counts.items()):
        lines.append(f"{code}  {confidence:>10}  {wrong + right:>5}  {100 * right / (wrong + right):>7.1f}")
    return "\n".join(lines)
