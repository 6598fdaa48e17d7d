"""Making and scoring documents, in one process or several; the same seeds give the same figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from random import Random

from build_scripts.documents import clean_document
from build_scripts.offsets import AccountError
from build_scripts.read.source import EncodingError, NotTextError, read_source

from .base import choose, load
from .kinds import GROUPS, KINDS, MIXTURE, UNDAMAGED, Kind
from .model import NotApplicable
from .render import Damaged, render
from .report import CleanReport, to_scene
from .scoring import Score, failed, score

_ATTEMPTS = 400
_IN_MIXTURES = [kind for kind in KINDS if kind.group not in ("undamaged", "encoding")]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make: a kind, or a mixture, and its seed."""

    kind: str
    seed: int
    corpus: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job; ``None`` where the damage can't be done to any text of the corpus."""

    job: Job
    kinds: tuple[str, ...]
    text: str
    score: Score | None


@lru_cache(maxsize=2)
def _corpus(folder: str | None) -> tuple[CleanReport, ...]:
    return tuple(load(Path(folder) if folder else None))


def make(job: Job) -> tuple[tuple[str, ...], Damaged] | None:
    """The damaged document of a job with the kinds that made it; ``None`` where no text allows it."""
    rng = Random(f"{job.kind}/{job.seed}")
    for _ in range(_ATTEMPTS):
        kinds = _mixture(rng) if job.kind == MIXTURE else [kind for kind in KINDS if kind.name == job.kind]
        if job.kind in UNDAMAGED:
            # All reports in turn: what was never damaged must come out right whatever it is.
            turn = job.seed * len(UNDAMAGED) + UNDAMAGED.index(job.kind)
            scene = to_scene(_corpus(job.corpus)[turn % len(_corpus(job.corpus))])
        else:
            scene = choose(_corpus(job.corpus), rng, max(kind.reports for kind in kinds))
        try:
            for kind in kinds:
                scene = kind.damage(scene, rng)
            return tuple(kind.name for kind in kinds), render(scene)
        except NotApplicable:
            continue
    return None


def _mixture(rng: Random) -> list[Kind]:
    """Two to four kinds of different groups, in the order of the groups."""
    groups = rng.sample(sorted({kind.group for kind in _IN_MIXTURES}), rng.randint(2, 4))
    chosen = [rng.choice([kind for kind in _IN_MIXTURES if kind.group == group]) for group in groups]
    return sorted(chosen, key=lambda kind: GROUPS.index(kind.group))


def run(job: Job) -> Outcome:
    """Make a document, clean it, score it."""
    made = make(job)
    if made is None:
        return Outcome(job, (), "", None)
    kinds, damaged = made
    return Outcome(job, kinds, damaged.text, judged(damaged))


def judged(damaged: Damaged) -> Score:
    """Clean a damaged document and score the result; a failure of the program loses all its characters."""
    try:
        source = read_source(damaged.data, "damaged.txt")
        if source.text != damaged.text:
            return failed(damaged, f"read as {source.encoding}: other characters than were written")
        return score(damaged, clean_document(source))
    except (
        AccountError,
        NotTextError,
        EncodingError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        return failed(damaged, f"{type(error).__name__}: {error}")


def run_all(jobs: Sequence[Job], workers: int) -> Iterator[Outcome]:
    """The outcomes in the order of the jobs, whatever the number of processes."""
    if workers <= 1:
        yield from map(run, jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(run, jobs, chunksize=8)
