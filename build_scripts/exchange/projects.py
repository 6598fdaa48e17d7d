"""The exchange of a whole project: its pages as rows, and returned files into its pages.

The edge: pages are read here; :func:`apply` gives the new texts, which the command writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.annotate.words import find_terms
from build_scripts.diagnostics import Diagnostic
from build_scripts.exchange.addresses import read_identifier
from build_scripts.exchange.codes import ENTITY, UNREADABLE, UNWRITABLE
from build_scripts.exchange.deciding import Decided
from build_scripts.exchange.faults import Dangerous, Unreadable
from build_scripts.exchange.formats import read_file
from build_scripts.exchange.rows import Returned, Row, Terms, page_rows
from build_scripts.library import PageFile, Project, encoding_fault, page_path, report_files
from build_scripts.sync.page import Page, parse
from build_scripts.sync.writing import NewEnglish, write_english


@dataclass(frozen=True, slots=True)
class Texts:
    """The usable pages of a project, as they stand and parsed, by identifier, in a fixed order."""

    texts: Mapping[str, str]
    pages: Mapping[str, Page]
    diagnostics: tuple[Diagnostic, ...]


def read_pages(project: Project) -> Texts:
    """Read all report pages; those that cannot be used at all are reported and left out."""
    texts: dict[str, str] = {}
    pages: dict[str, Page] = {}
    found: list[Diagnostic] = []
    for name, file in report_files(project).items():
        if fault := _fault(name, file):
            found.append(fault)
            continue
        texts[name], pages[name] = file.text, parse(file.text, page_path(name))
        if pages[name].blocked:
            found += [at for at in pages[name].diagnostics if at.code in ("P002", "P003")]
    return Texts(texts, pages, tuple(found))


def _fault(name: str, file: PageFile) -> Diagnostic | None:
    """Why a page cannot take part at all, if so."""
    if not read_identifier(f"{name}/title")[0]:
        return Diagnostic(page_path(name), 0, "P009", f"“{name}” cannot be an ID; the page is left out")
    return encoding_fault(name, file)


def rows_of(pages: Mapping[str, Page], lexicon: Lexicon | None = None) -> Iterator[Row]:
    """The rows of pages, page by page; with the terms of ``lexicon``, if one is given."""
    for name, page in pages.items():
        terms = (lambda text: terms_in(text, lexicon)) if lexicon is not None else None
        yield from page_rows(name, page, page_path(name), terms)


def terms_in(chinese: str, lexicon: Lexicon) -> Terms:
    """The terms of the glossary in a text, each once, in the order in which they stand."""
    keys = dict.fromkeys(match.key for match in find_terms(chinese, lexicon))
    return tuple((lexicon.by_id[key].zh, lexicon.by_id[key].en) for key in keys)


def read_returned(files: Iterable[tuple[str, bytes]]) -> tuple[list[Returned], tuple[Diagnostic, ...]]:
    """The rows of all files by their shown names; a file that cannot be read is reported, as a whole.

    Raises:
        ToolkitMissing: a format needs translate-toolkit, which is not installed.
    """
    rows: list[Returned] = []
    faults: list[Diagnostic] = []
    for path, data in files:
        try:
            rows += read_file(data, path)
        except Unreadable as error:
            code = ENTITY if isinstance(error, Dangerous) else UNREADABLE
            faults.append(Diagnostic(path, error.line, code.code, f"{error}; nothing of the file was taken"))
    return rows, tuple(faults)


def apply(texts: Mapping[str, str], decided: Decided) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The new texts of the pages that change, and a diagnostic for each row that could not be written."""
    new: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for name, changes in sorted(decided.changes.items()):
        english = {key: NewEnglish(change.english, change.status) for key, change in changes.items()}
        written = write_english(texts[name], english)
        if written.text != texts[name]:
            new[name] = written.text
        for key, reason in written.refused.items():
            change = changes[key]
            message = f"not written: {reason} ({change.row.path}:{change.row.line})"
            faults.append(Diagnostic(change.spot.path, change.spot.line, UNWRITABLE.code, message))
    return new, tuple(faults)
