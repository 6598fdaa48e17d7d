"""Raw documents in, cleaned documents out: the reading edge, one file or many, one process or four."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_scripts.cache import Cache
from build_scripts.clean.cleaning import clean
from build_scripts.confidence import is_doubtful, mark_doubts
from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Article, CleanDocument, Finding, Piece, Removal, SourceText
from build_scripts.offsets import AccountError, LineIndex, check_accounts
from build_scripts.processes import in_processes, send_as_calls
from build_scripts.read.encoding import EncodingError, NotTextError
from build_scripts.read.html import read_document
from build_scripts.split.articles import split


@dataclass(frozen=True, slots=True)
class CleanResult:
    """A cleaned document, or ``None`` and the reason; with its diagnostics either way."""

    path: str
    document: CleanDocument | None
    diagnostics: tuple[Diagnostic, ...]


send_as_calls(CleanResult, Diagnostic, CleanDocument, SourceText, Article, Piece, Removal, Finding)


def clean_file(
    path: Path, shown: str, encoding: str | None = None, cache: Cache | None = None
) -> CleanResult:
    """Read and clean one file; whatever is wrong with it becomes a diagnostic, never an exception.

    Args:
        path: the file.
        shown: its name in diagnostics and in the document, with forward slashes.
        encoding: what a person says it is in; without it the bytes and a page's declaration decide.
        cache: where documents are kept from one run to the next; the result does not depend on it.
    """
    return kept_result(path, shown, cache, encoding) or _clean_anew(path, shown, encoding, cache)


def kept_result(
    path: Path, shown: str, cache: Cache | None, encoding: str | None = None
) -> CleanResult | None:
    """What the cache holds for a file that has not changed since, Law 1 checked again; else ``None``."""
    if cache is None or not path.is_file():
        return None
    try:
        data = path.read_bytes()
        document = cache.load(shown, _key(cache, shown, data, encoding))
        if document is None:
            return None
        check_accounts(document)
    except (OSError, AccountError):
        # Cleaning it anew says what is wrong.
        return None
    return CleanResult(shown, document, document_diagnostics(document))


def _key(cache: Cache, shown: str, data: bytes, encoding: str | None) -> str:
    """The key of a document: all that decides what cleaning makes of it must stand here."""
    return cache.key(shown.encode("utf-8", "surrogatepass"), data, (encoding or "").encode())


def _clean_anew(
    path: Path, shown: str, encoding: str | None = None, cache: Cache | None = None
) -> CleanResult:
    """Read and clean one file and keep the document for the next run."""
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
    if cache is not None:
        cache.store(shown, _key(cache, shown, data, encoding), document)
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
    files: Sequence[tuple[Path, str]],
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    tick: Callable[[], None] = lambda: None,
) -> Iterator[CleanResult]:
    """The cleaned documents in the order of ``files``, whatever the number of processes.

    Args:
        files: each file with the path to report it under.
        jobs: processes to use; 0 stands for one per processor.
        cache: as in :func:`clean_file`; what it holds is cleaned by no process.
        tick: called after each file, for a progress bar.
    """
    kept = [kept_result(path, shown, cache) for path, shown in files]
    missing = [file for file, result in zip(files, kept, strict=True) if result is None]
    cleaned = iter(in_processes(partial(_clean_anew, cache=cache), missing, jobs))
    for result in kept:
        yield result or next(cleaned)
        tick()


def _shortened(text: str, longest: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
