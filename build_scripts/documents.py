"""Raw documents in, cleaned documents out: the reading edge, one file or many, one process or four."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath

from build_scripts.accounts import AccountError, check_accounts
from build_scripts.cache import Cache
from build_scripts.confidence import is_doubtful, mark_doubts
from build_scripts.diagnostics import Diagnostic
from build_scripts.fixes.apply import apply_fixes
from build_scripts.fixes.check import check_fixes
from build_scripts.fixes.codes import MALFORMED, NO_DOCUMENT
from build_scripts.fixes.fixes_file import parse_fixes
from build_scripts.fixes.model import NO_FIXES, Fixes
from build_scripts.model import Article, CleanDocument, Finding, Piece, Recurring, Removal, SourceText
from build_scripts.names import FIXES, documents_of, fixes_file
from build_scripts.offsets import LineIndex
from build_scripts.processes import in_processes, left_by_collector, send_as_calls
from build_scripts.read.encoding import EncodingError, NotTextError
from build_scripts.read.html import read_document
from build_scripts.siblings import ALONE, Siblings, find_recurring, recurring_for


@dataclass(frozen=True, slots=True)
class CleanResult:
    """A cleaned document, or ``None`` and the reason; with its diagnostics either way."""

    path: str
    document: CleanDocument | None
    diagnostics: tuple[Diagnostic, ...]


send_as_calls(CleanResult, Diagnostic, CleanDocument, SourceText, Article, Piece, Removal, Finding)


def clean_file(
    path: Path,
    shown: str,
    encoding: str | None = None,
    cache: Cache | None = None,
    siblings: Siblings = ALONE,
) -> CleanResult:
    """Read and clean one file; whatever is wrong with it becomes a diagnostic, never an exception.

    Args:
        path: the file.
        shown: its name in diagnostics and in the document, with forward slashes.
        encoding: what a person says it is in; without it the bytes and a page's declaration decide.
        cache: where documents are kept from one run to the next; the result does not depend on it.
        siblings: the lines that recur in the documents of its source.
    """
    known = kept_result(path, shown, cache, encoding, siblings)
    return known or _clean_anew(path, shown, encoding, cache, siblings)


def kept_result(
    path: Path,
    shown: str,
    cache: Cache | None,
    encoding: str | None = None,
    siblings: Siblings = ALONE,
) -> CleanResult | None:
    """What the cache holds for a file that has not changed since, Law 1 checked again; else ``None``."""
    if cache is None or not path.is_file():
        return None
    try:
        data, corrections = path.read_bytes(), _corrections(path)
        if corrections is None:
            return None
        recurring = recurring_for(path, siblings)
        document = cache.load(shown, _key(cache, shown, data, encoding, corrections, recurring))
        if document is None:
            return None
        check_accounts(document)
    except (OSError, AccountError):
        # Cleaning it anew says what is wrong.
        return None
    return CleanResult(shown, document, document_diagnostics(document))


def _key(
    cache: Cache,
    shown: str,
    data: bytes,
    encoding: str | None,
    corrections: bytes,
    recurring: tuple[Recurring, ...],
) -> str:
    """The key of a document: all that decides what cleaning makes of it must stand here.

    Kept is only a document of whose corrections nothing is to be said: faults are found anew at each run.
    """
    name = shown.encode("utf-8", "surrogatepass")
    return cache.key(name, data, (encoding or "").encode(), corrections, _spelled(recurring))


@lru_cache(maxsize=64)
def _spelled(recurring: tuple[Recurring, ...]) -> bytes:
    """The recurring lines of a source as bytes, once for all its documents."""
    return repr(recurring).encode("utf-8", "surrogatepass")


def _corrections(path: Path) -> bytes | None:
    """The bytes of the corrections beside a file, empty for none; ``None`` where they may be another's."""
    found = fixes_file(path)
    if found is None:
        return b""
    try:
        return found.read_bytes() if len(documents_of(found)) == 1 else None
    except OSError:
        return None


def _clean_anew(
    path: Path,
    shown: str,
    encoding: str | None = None,
    cache: Cache | None = None,
    siblings: Siblings = ALONE,
) -> CleanResult:
    """Read and clean one file and keep the document for the next run."""
    try:
        if path.exists() and not path.is_file():
            return _left_out(shown, "C003", "this is a folder, a pipe or a device, not a file")
        data = path.read_bytes()
    except OSError as error:
        return _left_out(shown, "C003", error.strerror or str(error))
    fixes, faults = fixes_beside(path, shown)
    recurring = recurring_for(path, siblings)
    try:
        source = read_document(data, shown, encoding or fixes.encoding or None)
        corrected = check_fixes(replace(source, recurring=recurring), fixes)
        document = _accounted(corrected.document)
    except NotTextError as error:
        return _left_out(shown, "C001", str(error), faults)
    except EncodingError as error:
        return _left_out(shown, "C007", str(error), faults)
    except AccountError as error:
        return _left_out(shown, "C000", str(error), faults)
    faults += corrected.faults
    if cache is not None and not faults and (corrections := _corrections(path)) is not None:
        cache.store(shown, _key(cache, shown, data, encoding, corrections, recurring), document)
    return CleanResult(shown, document, (*faults, *document_diagnostics(document)))


def clean_document(source: SourceText, fixes: Fixes = NO_FIXES) -> CleanDocument:
    """Clean a document and split it into its reports. Law 1 is checked.

    Args:
        source: the document.
        fixes: a person's corrections; what cannot be followed of them is passed over.

    Raises:
        AccountError: a rule lost or doubled characters; a fault of the program, never of the document.
    """
    return _accounted(apply_fixes(source, fixes).document)


def _accounted(document: CleanDocument) -> CleanDocument:
    """The finished document: Law 1 checked, doubtful pieces marked."""
    document = mark_doubts(document)
    check_accounts(document)
    return document


def fixes_beside(path: Path, shown: str) -> tuple[Fixes, tuple[Diagnostic, ...]]:
    """The corrections beside the raw document at ``path``, and what is wrong with their file."""
    found = fixes_file(path)
    if found is None:
        return NO_FIXES, ()
    name = PurePosixPath(shown).with_name(found.name).as_posix()
    owners = documents_of(found)
    if len(owners) > 1:
        names = " and ".join(owner.name for owner in owners)
        message = f"may mean {names}, so that it is not applied to {path.name}: name it {path.name}{FIXES}"
        return NO_FIXES, (Diagnostic(name, 0, NO_DOCUMENT, message),)
    try:
        return parse_fixes(found.read_bytes(), name)
    except OSError as error:
        return NO_FIXES, (Diagnostic(name, 0, MALFORMED, error.strerror or str(error)),)


def _left_out(path: str, code: str, message: str, faults: tuple[Diagnostic, ...] = ()) -> CleanResult:
    return CleanResult(path, None, (*faults, Diagnostic(path, 0, code, message)))


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
    siblings = find_recurring([path for path, _ in files])
    with left_by_collector():
        kept = [kept_result(path, shown, cache, siblings=siblings) for path, shown in files]
    missing = [file for file, result in zip(files, kept, strict=True) if result is None]
    cleaned = iter(in_processes(partial(_clean_anew, cache=cache, siblings=siblings), missing, jobs))
    for result in kept:
        yield result or next(cleaned)
        tick()


def _shortened(text: str, longest: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
