"""A progress bar for whatever takes longer than a second, on a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

# Its thread, which watches for slow steps, would forbid forking (see build_scripts.processes).
tqdm.monitor_interval = 0


@contextmanager
def ticking(total: int, what: str, shown: bool) -> Iterator[Callable[[], None]]:
    """A function to call after each of ``total`` steps; the bar appears after a second, on stderr."""
    # disable=None: no bar where stderr is a file or a pipe.
    bar = tqdm(total=total, desc=what, unit="file", delay=1, leave=False, disable=None if shown else True)

    def tick() -> None:
        bar.update(1)

    try:
        yield tick
    finally:
        bar.close()
