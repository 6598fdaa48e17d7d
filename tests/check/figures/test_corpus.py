"""The sample reports: no finding on them as they stand, and most corruptions of their figures are found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from build_scripts.check.figures import compare_figures


@pytest.fixture(scope="module")
def bench(root: Path) -> object:
    """The bench as a module: it knows how to corrupt."""
    sys.path.insert(0, str(root / "bench"))
    try:
        import bench_checks
    finally:
        sys.path.pop(0)
    return bench_checks


def test_no_finding_on_the_samples(root: Path, bench: object) -> None:
    units = bench.pairs(root / "docs" / "reports")  # type: ignore[attr-defined]
    assert len(units) > 100
    found = [(pair.place, fault) for pair in units for fault in compare_figures(pair.zh, pair.en)]
    assert found == []


# The least share of each corruption that must be found, and of how many units one is taken, for speed;
# `make bench-checks` takes all.
LEAST = {
    "times ten": (0.95, 6),
    "off by one": (0.94, 6),
    "dropped": (0.94, 6),
    "unit": (0.95, 2),
    "direction": (0.95, 1),
    "swapped": (0.95, 1),
}


@pytest.mark.parametrize("kind", LEAST)
def test_corruptions_are_found(root: Path, bench: object, kind: str) -> None:
    least, step = LEAST[kind]
    units = bench.pairs(root / "docs" / "reports")[::step]  # type: ignore[attr-defined]
    score = bench.score(units, kind)  # type: ignore[attr-defined]
    assert score.made and score.share >= least, score
