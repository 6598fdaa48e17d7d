"""How well documents are cleaned: clean texts are damaged in every way, cleaned, held against the truth.

    make bench-clean                                   all kinds and their mixtures, about a minute
    make bench-clean ARGS="--kind mixture --show 3"    one kind, with its first three failed documents
    make bench-clean CORPUS=folder ARGS="--seeds 50"   another corpus of clean text, more documents a kind

The format of a clean text is told in bench/lab/report.py, the columns in bench/lab/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lab.kinds import KINDS, MIXTURE, NAMES, UNDAMAGED  # noqa: E402
from lab.report import FormatError  # noqa: E402
from lab.running import Job, Outcome, run_all  # noqa: E402
from lab.scoring import Score  # noqa: E402
from lab.tables import calibration, figures, table  # noqa: E402

AIM_MIXTURES, AIM_UNDAMAGED = 0.97, 0.995
MIXTURES_A_SEED = 12


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Score the cleaning on damaged clean text.")
    parser.add_argument("--corpus", type=Path, help="a folder of clean texts instead of the project's own")
    parser.add_argument("--seeds", type=int, default=24, help="documents a kind (24)")
    parser.add_argument(
        "--first", type=int, default=0, help="the first seed (0); others give other documents"
    )
    parser.add_argument(
        "--kind", action="append", choices=[*NAMES, MIXTURE], help="only this kind; may be repeated"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (one a processor)")
    parser.add_argument(
        "--show", type=int, default=0, metavar="K", help="show the first K failed documents of a kind"
    )
    parser.add_argument("--dump", type=Path, metavar="DIR", help="write the failed documents there")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    parser.add_argument(
        "--calibrate", action="store_true", help="show how often joins were right, by confidence"
    )
    parser.add_argument("--list", action="store_true", help="list the kinds with what they do")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when the aims are missed")
    return parser.parse_args()


def jobs_of(options: argparse.Namespace) -> list[Job]:
    """The documents to make."""
    corpus = str(options.corpus) if options.corpus else None
    jobs = []
    for name in options.kind or [*NAMES, MIXTURE]:
        count = options.seeds * (MIXTURES_A_SEED if name == MIXTURE else 1)
        first = options.first * (MIXTURES_A_SEED if name == MIXTURE else 1)
        jobs += [Job(name, seed, corpus) for seed in range(first, first + count)]
    return jobs


def show(outcome: Outcome, dump: Path | None) -> None:
    """Print what went wrong with a document, and write the document on request."""
    name = f"{outcome.job.kind}-{outcome.job.seed}"
    print(f"\n== {name}" + (f": {' + '.join(outcome.kinds)}" if len(outcome.kinds) > 1 else ""))
    for failure in outcome.score.failures if outcome.score else ():
        print(f"  {failure.what}\n    - {failure.expected}\n    + {failure.got}")
    if dump:
        dump.mkdir(parents=True, exist_ok=True)
        (dump / f"{name}.txt").write_bytes(outcome.text.encode("utf-8"))


def gathered(options: argparse.Namespace) -> dict[str, Score]:
    """Run all documents; the score of each kind, failures shown on the way."""
    scores: dict[str, Score] = {}
    shown: dict[str, int] = {}
    for outcome in run_all(jobs_of(options), options.jobs):
        name = outcome.job.kind
        total = scores.setdefault(name, Score())
        if outcome.score is None:
            continue
        total.add(outcome.score)
        if outcome.score.failures and shown.get(name, 0) < options.show:
            shown[name] = shown.get(name, 0) + 1
            show(outcome, options.dump)
    return scores


def missed(scores: dict[str, Score]) -> list[str]:
    """Which aims were missed, in words."""
    whole, damaged = Score(), scores.get(MIXTURE, Score())
    for name in UNDAMAGED:
        whole.add(scores.get(name, Score()))
    lost = sum(score.lost for score in scores.values())
    found = []
    for what, score, aim in (("undamaged", whole, AIM_UNDAMAGED), ("mixtures", damaged, AIM_MIXTURES)):
        if score.units and score.right < aim * score.units:
            found.append(f"{what}: {score.right / score.units:.2%} of blocks right, aim {aim:.1%}")
    return found + ([f"{lost} characters lost, aim 0"] if lost else [])


def main() -> int:
    """Run the laboratory; the exit code."""
    options = arguments()
    if options.list:
        for kind in KINDS:
            print(f"{kind.name:26} {(kind.damage.__doc__ or '').split(chr(10))[0]}")
        return 0
    try:
        scores = gathered(options)
    except (FormatError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(("\n" if options.show else "") + table(scores))
    if options.calibrate:
        print("\n" + calibration(scores.values()))
    if options.json:
        data = {name: figures(score) for name, score in scores.items()}
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    faults = missed(scores)
    print("".join(f"\nmissed: {fault}" for fault in faults))
    return 1 if options.strict and faults else 0


if __name__ == "__main__":
    sys.exit(main())
