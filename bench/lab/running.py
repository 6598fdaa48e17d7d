"""Making and scoring documents, in one process or several; the same seeds give the same figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from random import Random

from build_scripts.accounts import AccountError
from build_scripts.documents import clean_document
from build_scripts.read.source import EncodingError, NotTextError, read_source

from .base import choose, load
from .kinds import GROUPS, KINDS, MIXTURE, UNDAMAGED, Kind
from .model import NotApplicable
from .render import Damaged, render
from .report import CleanReport
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


@dataclass(frozen=True, slots=True)
class Made:
    """A damaged document, the kinds that made it, and the same text undamaged."""

    kinds: tuple[str, ...]
    damaged: Damaged
    whole: Damaged


def make(job: Job) -> Made | None:
    """The damaged document of a job; ``None`` where no text allows it."""
    rng = Random(f"{job.kind}/{job.seed}")
    reports = _corpus(job.corpus)
    for attempt in range(_ATTEMPTS):
        kinds = _mixture(rng) if job.kind == MIXTURE else [kind for kind in KINDS if kind.name == job.kind]
        # All reports in turn for a kind; any, where the damage can't be done to the one whose turn it is.
        turn = None if attempt else _turn(job, len(reports))
        scene = choose(reports, rng, max(kind.reports for kind in kinds), turn)
        whole = scene
        try:
            for kind in kinds:
                scene = kind.damage(scene, rng)
            return Made(tuple(kind.name for kind in kinds), render(scene), render(whole))
        except NotApplicable:
            continue
    return None


def _turn(job: Job, count: int) -> int:
    """Whose turn it is; the layouts of undamaged text share one round."""
    if job.kind in UNDAMAGED:
        return (job.seed * len(UNDAMAGED) + UNDAMAGED.index(job.kind)) % count
    return Random(f"{job.kind}/order").sample(range(count), count)[job.seed % count]


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
    result = judged(made.damaged)
    if job.kind not in UNDAMAGED:
        result.compared(judged(made.whole), made.damaged.scene.units)
    return Outcome(job, made.kinds, made.damaged.text, result)


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
