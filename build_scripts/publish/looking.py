"""One look at each report, for all that is found in it: by the readers, and by the checks of its English.

Both ask for the figures of the same texts and for their words, and the page of the report shows these words.
So each report goes to one process, once, where each of its texts is read a single time: what was read of a
text is at hand while its report is in work. Its words are kept for its page (:mod:`.block_words`). The law
(tested): what comes of it is what :func:`check_pages` and, of each report, :func:`read_report` find.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_scripts.annotate.annotated import annotate_page
from build_scripts.annotate.lexicon import Lexicon
from build_scripts.check import kept as checks
from build_scripts.check.faults import Fault
from build_scripts.check.renderings import Renderings
from build_scripts.check.texts import Text
from build_scripts.check.units import Checking, Faults, faults_of
from build_scripts.diagnostics import Diagnostic
from build_scripts.library import page_path
from build_scripts.processes import in_processes, send_as_calls
from build_scripts.publish import readings
from build_scripts.publish.block_words import prune_block_words, words_stamp, write_block_words
from build_scripts.publish.readings import Reading, Readings, keep_readings, read_annotated
from build_scripts.sync.asides import Exempt
from build_scripts.sync.page import Page

send_as_calls(Text, Exempt, Fault)

Looked = tuple[Readings | None, Faults | None]


@dataclass(frozen=True, slots=True)
class Stores:
    """Where what was found is kept for the next run, and the folder of the words for the pages."""

    readings: readings.Kept
    findings: checks.Kept
    words: Path


@dataclass(frozen=True, slots=True)
class _Work:
    """What a process needs beside the report itself. ``stamp`` is that of the words."""

    lexicon: Lexicon
    renderings: Renderings
    stores: Stores
    stamp: str


def look_at_reports(
    pages: Mapping[str, Page],
    lexicon: Lexicon,
    stores: Stores,
    *,
    jobs: int = 1,
    tick: Callable[[], None] = lambda: None,
) -> tuple[dict[str, Readings], tuple[Diagnostic, ...]]:
    """What all readers find in each report, by its identifier, and the findings in the English of all.

    Args:
        pages: the report pages by their identifier.
        lexicon: the glossary.
        stores: what an earlier run kept and the next may use; the result does not depend on it.
        jobs: processes to use; 0 stands for one per processor. The result does not depend on it.
        tick: called after each report, for a progress bar.
    """
    paths = {name: page_path(name) for name in sorted(pages)}
    reading = Reading(pages, lexicon, stores.readings)
    checking = Checking({path: pages[name] for name, path in paths.items()}, lexicon, stores.findings)
    work = _Work(lexicon, checking.renderings, stores, words_stamp(stores.readings.program, lexicon))
    anew = [
        (
            name,
            pages[name] if name in reading.missing else None,
            reading.key(name),
            checking.texts[path] if path in checking.missing else None,
        )
        for name, path in paths.items()
        if name in reading.missing or path in checking.missing
    ]
    made = in_processes(partial(_look, work=work), anew, jobs)
    found: dict[str, Readings] = {}
    for name, path in paths.items():
        asked = name in reading.missing or path in checking.missing
        read, faults = next(made) if asked else (None, None)
        found[name] = reading.found(name, read)
        checking.found(path, faults)
        tick()
    reading.end()
    prune_block_words(stores.words, paths)
    return found, checking.findings()


def _look(name: str, page: Page | None, key: str, row: tuple[Text, ...] | None, work: _Work) -> Looked:
    """One look at a report: what its readers find, if they are asked, and the faults of its English."""
    read: Readings | None = None
    if page is not None:
        annotated = annotate_page(name, page, work.lexicon)
        write_block_words(work.stores.words / f"{name}.json", work.stamp, annotated.texts)
        read = read_annotated(annotated, work.lexicon)
        keep_readings(work.stores.readings, name, key, read)
    return read, None if row is None else faults_of(row, work.renderings)
