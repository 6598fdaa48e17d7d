"""How the time of cleaning grows with the length of a document: CPU seconds for 1 MB over those for 100 KB.

    make bench                                  measures this too
    python bench/growth.py                      this alone, about two minutes
    python bench/growth.py --kind mixture       one kind of document; may be repeated

The documents are the damage laboratory's, many of one kind below each other (bench/lab/long.py). The aim is
less than ten for every kind: time that is linear but for the start. CPU time is counted, so that what else
the machine does matters little; each time is the least of three, on documents that share no line, for what
was judged once is remembered.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lab.long import LONG, long_document  # noqa: E402

from build_scripts.documents import clean_document  # noqa: E402
from build_scripts.model import SourceText  # noqa: E402

SHORT_SIZE, LONG_SIZE = 100_000, 1_000_000
AIM = 10.0
_ROUNDS = 3
# Numbers between the documents: more than the parts of the longest.
_APART = 10_000


def cpu_seconds(kind: str, size: int, first: int) -> float:
    """The CPU seconds that it takes to clean one document."""
    source = SourceText("long.txt", long_document(kind, size, first), "utf-8", "")
    started = time.process_time()
    clean_document(source)
    return time.process_time() - started


def growth(kind: str) -> tuple[float, float]:
    """CPU seconds for a short and for a ten times as long document of a kind."""
    firsts = range(0, 2 * _ROUNDS * _APART, _APART)
    short = min(cpu_seconds(kind, SHORT_SIZE, first) for first in firsts[:_ROUNDS])
    return short, min(cpu_seconds(kind, LONG_SIZE, first) for first in firsts[_ROUNDS:])


def report(kinds: tuple[str, ...] = LONG) -> None:
    """Print a line for each kind, and the greatest ratio."""
    print(
        f"\n{'growth: CPU seconds to clean':34}{'100 KB':>10}{'1 MB':>10}{'ratio':>8}  (aim: under {AIM:g})"
    )
    worst = 0.0
    for kind in kinds:
        short, long = growth(kind)
        worst = max(worst, long / short)
        print(f"  {kind:32}{short:>10.3f}{long:>10.3f}{long / short:>8.2f}", flush=True)
    print(f"  {'the greatest':52}{worst:>8.2f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and print the report."""
    parser = argparse.ArgumentParser(description="Measure how the time of cleaning grows.")
    parser.add_argument("--kind", action="append", choices=LONG, help="only this kind; may be repeated")
    clean_document(SourceText("warm-up.txt", "株洲市涪口区召开现场会，群众都说好。", "utf-8", ""))
    report(tuple(parser.parse_args(arguments).kind or LONG))


if __name__ == "__main__":
    main()
