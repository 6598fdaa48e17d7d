"""Raw documents in, cleaned documents out: the reading edge, one file or many, one process or four."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from build_scripts.clean.cleaning import clean
from build_scripts.confidence import is_doubtful, mark_doubts
from build_scripts.diagnostics import Diagnostic
from build_scripts.model import CleanDocument, SourceText
from build_scripts.offsets import AccountError, LineIndex, check_accounts
from build_scripts.read.encoding import EncodingError, NotTextError
from build_scripts.read.html import read_document
from build_scripts.split.articles import split

# Starting a process costs about as much as cleaning a hundred reports.
_FEWEST_FOR_PROCESSES = 64


@dataclass(frozen=True, slots=True)
class CleanResult:
    """A cleaned document, or ``None`` and the reason; with its diagnostics either way."""

    path: str
    document: CleanDocument | None
    diagnostics: tuple[Diagnostic, ...]


def clean_file(path: Path, shown: str, encoding: str | None = None) -> CleanResult:
    """Read and clean one file; whatever is wrong with it becomes a diagnostic, never an exception.

    Args:
        path: the file.
        shown: its name in diagnostics and in the document, with forward slashes.
        encoding: what a person says it is in; without it the bytes and a page's declaration decide.
    """
    try:
        if path.exists() and not path.is_file():
            return _left_out(shown, "C003", "this is a folder, a pipe or a device, not a file")
        data = path.read_bytes()
    except OSError as error:
        return _left_out(shown, "C003", error.strerror or str(error))
    try:
        document = clean_document(read_document(data, shown, encoding))
    except NotTextError as error:
        return _left_out(shown, "C001", str(error))
    except EncodingError as error:
        return _left_out(shown, "C007", str(error))
    except AccountError as error:
        return _left_out(shown, "C000", str(error))
    return CleanResult(shown, document, document_diagnostics(document))


def clean_document(source: SourceText) -> CleanDocument:
    """Clean a document and split it into its reports. Law 1 is checked.

    Raises:
        AccountError: a rule lost or doubled characters; a fault of the program, never of the document.
    """
    document = mark_doubts(split(source, clean(source)))
    check_accounts(document)
    return document


def _left_out(path: str, code: str, message: str) -> CleanResult:
    return CleanResult(path, None, (Diagnostic(path, 0, code, message),))


def document_diagnostics(document: CleanDocument) -> tuple[Diagnostic, ...]:
    """The findings and removals of a document as lines of a report, in the order of the document."""
    source = document.source
    lines = LineIndex(source.text, source.file_lines)
    found = [
        _at(source.path, lines.line(f.spans), f.code, f.message, f.confidence) for f in document.findings
    ]
    found += [
        _at(
            source.path,
            lines.line(r.spans),
            r.code,
            f"removed ({r.reason}): {_shortened(r.text)}",
            r.confidence,
        )
        for r in document.removed
    ]
    if source.encoding != "utf-8":
        found.append(Diagnostic(source.path, 0, "C005", f"read as {source.encoding}"))
    return tuple(sorted(found, key=lambda diagnostic: (diagnostic.line, diagnostic.code)))


def _at(path: str, line: int, code: str, message: str, confidence: float | None) -> Diagnostic:
    """A diagnostic that says how sure its decision is, where that is in doubt."""
    doubtful = is_doubtful(confidence)
    note = f" (doubtful, {confidence:.0%} sure: please check)" if doubtful else ""
    return Diagnostic(path, line, code, message + note, doubtful)


def clean_all(
    files: Sequence[tuple[Path, str]], *, jobs: int = 1, tick: Callable[[], None] = lambda: None
) -> Iterator[CleanResult]:
    """The cleaned documents in the order of ``files``, whatever the number of processes.

    Args:
        files: each file with the path to report it under.
        jobs: processes to use; 0 stands for one per processor.
        tick: called after each file, for a progress bar.
    """
    workers = jobs or os.cpu_count() or 1
    if workers == 1 or len(files) < _FEWEST_FOR_PROCESSES:
        for path, shown in files:
            yield clean_file(path, shown)
            tick()
        return
    # Forking a process that has threads (a bar on the terminal, a live-reload server) can hang it.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for result in pool.map(clean_file, *zip(*files, strict=True), chunksize=16):
            yield result
            tick()


def _shortened(text: str, longest: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
