"""How the time of cleaning grows with the length of a document: CPU seconds for 1 MB over those for 100 KB.

    make bench                                  measures this too
    python bench/growth.py                      this alone, about eight minutes
    python bench/growth.py --kind mixture       one kind of document; may be repeated

The documents are the damage laboratory's, many of one kind below each other (bench/lab/long.py). The aim is
less than ten for every kind: time that is linear but for the start. CPU time is counted, so that what else
the machine does matters less. A short document takes a tenth of a second, which may differ by a third from
one to the next; hence ten of them are cleaned, as much text as the long one has, and their mean is taken.
Of three such rounds that with the median ratio is shown. No two documents share a line, for what was judged
once is remembered.
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
from build_scripts.processes import left_by_collector  # noqa: E402

SHORT_SIZE, LONG_SIZE = 100_000, 1_000_000
AIM = 10.0
_ROUNDS = 3
_SHORTS = LONG_SIZE // SHORT_SIZE
# Numbers between the documents: more than the parts of the longest.
_APART = 10_000


def cpu_seconds(kind: str, size: int, first: int) -> float:
    """The CPU seconds that it takes to clean one document."""
    source = SourceText("long.txt", long_document(kind, size, first), "utf-8", "")
    with left_by_collector():
        started = time.process_time()
        clean_document(source)
        return time.process_time() - started


def growth(kind: str) -> tuple[float, float]:
    """CPU seconds for a short document of a kind and for a ten times as long one, of the median ratio."""
    rounds = []
    for first in range(0, _ROUNDS * (_SHORTS + 1) * _APART, (_SHORTS + 1) * _APART):
        short = [cpu_seconds(kind, SHORT_SIZE, first + number * _APART) for number in range(_SHORTS)]
        long = cpu_seconds(kind, LONG_SIZE, first + _SHORTS * _APART)
        rounds.append((sum(short) / _SHORTS, long))
    return sorted(rounds, key=lambda times: times[1] / times[0])[_ROUNDS // 2]


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
