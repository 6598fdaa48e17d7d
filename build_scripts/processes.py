"""Work spread over processes, apart from the work itself; the results do not depend on their number."""

from __future__ import annotations

import atexit
import copyreg
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from multiprocessing import get_context
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

# A forked process has all that is loaded and starts in milliseconds. A new one loads the dictionaries
# again, which takes as long as cleaning a few hundred reports.
_FEWEST = {"fork": 16, "spawn": 256}
# Items handed over at once: the last piece should not be waited for long.
_PIECE = 2
# Pieces that wait for each of the other processes. All of ten thousand items in the queue, and the results
# that come before their turn, would fill hundreds of megabytes.
_WAITING = 128
# Objects made, and not gone again, after which the collector looks; Python's own figure is 700.
_SELDOM = 100_000
_THREADS = Path("/proc/self/task")

_Items = Sequence[tuple[Any, ...]]
_Result = TypeVar("_Result")
_Given = TypeVar("_Given")


def in_processes(work: Callable[..., _Result], items: _Items, jobs: int) -> Iterator[_Result]:
    """``work`` done on each of ``items``, the results in their order.

    Args:
        work: a function that another process can be told by name.
        items: its arguments, those of one file or page each.
        jobs: processes to use, this one among them; 0 stands for one per processor. Few items are worth
            no other process.
    """
    pieces = [items[start : start + _PIECE] for start in range(0, len(items), _PIECE)]
    others = min(jobs or os.cpu_count() or 1, len(pieces)) - 1
    method = start_method()
    if others < 1 or len(items) < _FEWEST[method]:
        with left_by_collector():
            yield from _each(work, items)
        return
    # What the work carries with it, a glossary perhaps, goes to each process once and not with each piece.
    made = ProcessPoolExecutor(others, get_context(method), initializer=_install, initargs=(work,))
    with left_by_collector(), made as pool:
        yield from _shared(work, pieces, pool, others * _WAITING)


@contextmanager
def beside(work: Callable[[], object], jobs: int) -> Iterator[None]:
    """``work`` done by another process while this one goes on; at the end it is waited for.

    Where none can be forked, or only one is wanted, it is done first. What it returns is lost, what it raises
    is raised at the end.

    Args:
        work: a function without a result that anybody needs: one that writes files.
        jobs: as for :func:`in_processes`.
    """
    if (jobs or os.cpu_count() or 1) < 2 or start_method() != "fork":
        work()
        yield
        return
    made = ProcessPoolExecutor(1, get_context("fork"), initializer=_install, initargs=(work,))
    with left_by_collector(), made as pool:
        future = pool.submit(_installed_alone)
        yield
        future.result()


def apart(work: Callable[[], _Given], jobs: int) -> _Given:
    """What ``work`` returns, done by another process, with which all goes that was held in memory for it.

    Python gives little of that back to the system, and whatever comes next would stand on top of it. Where
    no process can be forked, or only one is wanted, it is done here.

    Args:
        work: a function whose result another process can send, and that changes nothing but files.
        jobs: as for :func:`in_processes`.
    """
    if (jobs or os.cpu_count() or 1) < 2 or start_method() != "fork":
        return work()
    made = ProcessPoolExecutor(1, get_context("fork"), initializer=_install, initargs=(work,))
    with left_by_collector(), made as pool:
        given: _Given = pool.submit(_installed_alone).result()
        return given


def collect_seldom() -> None:
    """Let the garbage collector look seldom from here on: for a process that ends with its work.

    Each time it looks through all that a site is made of, which is a second, and finds hardly anything; at
    the end it would do so twice more.
    """
    gc.set_threshold(_SELDOM, 50, 50)
    atexit.register(gc.freeze)


@contextmanager
def left_by_collector() -> Iterator[None]:
    """Keep the garbage collector from all that is loaded by now, and have it look seldom at what is made.

    It would look through the dictionaries again and again while documents are made, and by touching them
    make forked processes copy them. Documents are values: of garbage that only a collector finds they leave
    hardly any, and the longer one is, the more often all of it would be looked through in vain.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def send_as_calls(*kinds: type) -> None:
    """Let values of these dataclasses, of two fields at least, go to another process as calls of their class.

    A frozen dataclass by itself goes field by field, through functions in Python: three times as slow, which
    two processes would feel.
    """
    for kind in kinds:
        names = [field.name for field in fields(kind)]
        copyreg.pickle(kind, partial(_call, kind, attrgetter(*names)))


def _call(kind: type, parts: Callable[[Any], tuple[Any, ...]], value: Any) -> tuple[type, tuple[Any, ...]]:
    return kind, parts(value)


def start_method() -> str:
    """``fork`` on Linux while this process has one thread, else ``spawn``.

    A process forked from one with threads (a live-reload server) can hang on a lock that one of them held.
    """
    single = sys.platform == "linux" and _THREADS.is_dir() and len(list(_THREADS.iterdir())) == 1
    return "fork" if single else "spawn"


def _shared(
    work: Callable[..., _Result],
    pieces: Sequence[_Items],
    pool: ProcessPoolExecutor,
    most: int,
) -> Iterator[_Result]:
    """The results of all pieces in order, of which ``most`` wait at a time.

    While the next is awaited, this process does the first itself that no other has begun: what is done out of
    turn has to be held in memory.
    """
    begun: dict[int, Future[list[_Result]]] = {}
    own: dict[int, list[_Result]] = {}
    waiting = 0
    for place in range(len(pieces)):
        for further in range(place + len(begun) + len(own), min(place + most, len(pieces))):
            begun[further] = pool.submit(_installed, pieces[further])
        waiting = max(waiting, place)
        while place in begun and waiting < place + most and not begun[place].done():
            if waiting in begun and begun[waiting].cancel():
                del begun[waiting]
                own[waiting] = _each(work, pieces[waiting])
            waiting += 1
        # What was given goes: a future holds its result.
        yield from own.pop(place) if place in own else begun.pop(place).result()


_work: list[Callable[..., Any]] = []
"""What a process that was made for it does."""


def _install(work: Callable[..., Any]) -> None:
    _work[:] = [work]


def _installed(items: _Items) -> list[Any]:
    return _each(_work[0], items)


def _installed_alone() -> Any:
    return _work[0]()


def _each(work: Callable[..., _Result], items: _Items) -> list[_Result]:
    return [work(*item) for item in items]
