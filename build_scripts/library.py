"""The edge to the folders of a project: which files there are, read with care for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.annotate.codes import NOT_UTF8
from build_scripts.diagnostics import Diagnostic
from build_scripts.fixes.codes import NO_DOCUMENT
from build_scripts.names import FIXES, SOURCES, SUGGESTED, TEXT_SUFFIXES, documents_of
from build_scripts.read.source import read_source
from build_scripts.sync.text import split_lines

DOCS = "docs"
STATE = ".duizhao"
_ARCHIVES = frozenset({".mhtml", ".mht", ".webarchive", ".maff"})
INDEX = "index.md"
"""The page of the folder of reports that is none itself."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project's files are; every path that is shown to a person is relative to ``root``."""

    root: Path

    @property
    def sources(self) -> Path:
        """The folder of raw documents."""
        return self.root / SOURCES

    @property
    def reports(self) -> Path:
        """The folder of report pages."""
        return self.root / DOCS / "reports"

    @property
    def state(self) -> Path:
        """The folder of what the program keeps and hands to the Markdown extension; it can be made again."""
        return self.root / STATE

    @property
    def site_data(self) -> Path:
        """The file that carries what the pages know of each other to the Markdown extension."""
        return self.root / STATE / "site.json"

    @property
    def clean_cache(self) -> Path:
        """The folder of documents that are kept as they were cleaned; it can be deleted at any time."""
        return self.root / STATE / "clean"

    @property
    def readings(self) -> Path:
        """The folder of what was found in each report; it can be deleted at any time."""
        return self.root / STATE / "readings"

    @property
    def block_words(self) -> Path:
        """The folder of the words of each report, for its page; it can be deleted at any time."""
        return self.root / STATE / "words"

    @property
    def themed(self) -> Path:
        """The folder of the themes that were found for texts; it can be deleted at any time."""
        return self.root / STATE / "themed"

    @property
    def rendered(self) -> Path:
        """The folder of pages that are kept as they were rendered; it can be deleted at any time."""
        return self.root / STATE / "rendered"

    @property
    def site_before(self) -> Path:
        """The folder of the last site while the next is built; it can be deleted at any time."""
        return self.root / STATE / "site-before"

    @property
    def written(self) -> Path:
        """The file that says what each page of the site was made of; it can be deleted at any time."""
        return self.root / STATE / "written.json"

    def preview(self, port: int) -> Path:
        """The folder of the site that the server at a port shows; it can be deleted when none runs."""
        return self.root / STATE / f"preview-{port}"

    @property
    def checks(self) -> Path:
        """The file of what checks of the English found; it can be deleted at any time."""
        return self.root / STATE / "checks.json"

    @property
    def search(self) -> Path:
        """The folder of the search index and of what it is made of; it can be deleted at any time."""
        return self.root / STATE / "search"

    @property
    def books(self) -> Path:
        """The folder of the EPUBs, before they go into the site; it can be deleted at any time."""
        return self.root / STATE / "books"

    @property
    def feed_data(self) -> Path:
        """The file of what the feeds say of the newest reports."""
        return self.root / STATE / "feeds.json"

    @property
    def cleaning_pages(self) -> Path:
        """The folder of the pages “How this text was cleaned”, which are the program's."""
        return self.root / DOCS / "cleaning"

    @property
    def cleaning_data(self) -> Path:
        """The folder of what these pages show."""
        return self.root / STATE / "cleaning"

    @property
    def entity_data(self) -> Path:
        """The folder of what reports name, for the pages about it and for the links in reports."""
        return self.root / STATE / "entities"

    @property
    def progress_data(self) -> Path:
        """The file of how far the translation is, for the page about it."""
        return self.root / STATE / "status.json"

    @property
    def unit_data(self) -> Path:
        """The folder of where the units of each report stand, for the links to the code host."""
        return self.root / STATE / "units"

    @property
    def figure_data(self) -> Path:
        """The file of what the page of figures shows without a script."""
        return self.root / STATE / "figures.json"

    @property
    def report_figures(self) -> Path:
        """The folder of the figures of each report, for the list at its end."""
        return self.root / STATE / "figures"

    @property
    def figure_chunks(self) -> Path:
        """The folder of the table of figures as a browser loads it, which is the program's."""
        return self.root / DOCS / "assets" / "data" / "figures"

    @property
    def downloads(self) -> Path:
        """The folder of the files with the whole corpus, which are the program's."""
        return self.root / DOCS / "assets" / "downloads"

    @property
    def word_data(self) -> Path:
        """The folder of what the pop-ups of words show, which is the program's."""
        return self.root / DOCS / "assets" / "words"

    @property
    def vocabulary_data(self) -> Path:
        """The folder of the vocabulary of each report."""
        return self.root / STATE / "vocabulary"

    @property
    def word_stamp(self) -> Path:
        """The file that says what these two were made of; it can be deleted at any time."""
        return self.root / STATE / "words.stamp"

    def page(self, name: str) -> Path:
        """The page of the report with the identifier ``name``."""
        return self.reports / f"{name}.md"

    def shown(self, path: Path) -> str:
        """``path`` as it is reported: relative to the root if it lies there, with forward slashes."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return path.as_posix()


def raw_documents(project: Project) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """The raw documents in a fixed order, and a diagnostic for each file that cannot be one.

    Hidden files, files in hidden folders, corrections (``NAME.fixes.toml``) and suggested ones are passed
    over in silence, but not corrections without a document.
    """
    if not project.sources.is_dir():
        message = f"there is no folder {SOURCES}: make it and put raw documents (*.txt, *.md, *.html) into it"
        return (), (Diagnostic(SOURCES, 0, "C003", message),)
    found: list[Path] = []
    passed: list[Diagnostic] = []
    for path in sorted(project.sources.rglob("*"), key=lambda path: path.as_posix()):
        hidden = any(part.startswith(".") for part in path.relative_to(project.sources).parts)
        if hidden or path.is_dir() or path.name.endswith(SUGGESTED):
            continue
        if path.name.endswith(FIXES):
            if not documents_of(path):
                message = "there is no raw document of this name beside it"
                passed.append(Diagnostic(project.shown(path), 0, NO_DOCUMENT, message))
            continue
        if path.suffix.casefold() in TEXT_SUFFIXES:
            found.append(path)
        else:
            message = f"files of the kind {path.suffix} are not read; raw documents are *.txt, *.md or *.html"
            if path.suffix.casefold() in _ARCHIVES:
                message = f"web archives ({path.suffix}) are not read; save the page as HTML (*.html)"
            passed.append(Diagnostic(project.shown(path), 0, "C008", message))
    return tuple(found), tuple(passed)


def markdown_texts(folder: Path, project: Project) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """The Markdown files of a folder by their shown path, index pages left out, in a fixed order.

    A file that is not UTF-8 is left out and reported.
    """
    texts: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for path in _markdown(folder):
        try:
            texts[project.shown(path)] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            message = f"byte {error.start} is not UTF-8; the file is left out"
            faults.append(Diagnostic(project.shown(path), 0, NOT_UTF8.code, message))
    return texts, tuple(faults)


@dataclass(frozen=True, slots=True)
class PageFile:
    """A report page on disk: its ``text`` exactly as it stands.

    ``bad_line`` is the line, from 1, of the first byte that is not UTF-8; 0 if there is none. The text of a
    page in another encoding is only good for telling whose page it is.
    """

    text: str
    bad_line: int = 0


def page_path(name: str) -> str:
    """The page of the report ``name`` as diagnostics name it."""
    return f"{DOCS}/reports/{name}.md"


def encoding_fault(name: str, file: PageFile) -> Diagnostic | None:
    """That a page is not UTF-8, with the line of its first byte that is not, if so."""
    if not file.bad_line:
        return None
    message = "the page is not UTF-8 from this line on; it is left as it is"
    return Diagnostic(page_path(name), file.bad_line, "P010", message)


def report_files(project: Project) -> Mapping[str, PageFile]:
    """The report pages on disk by their identifier (the file's stem), in a fixed order."""
    return dict(each_report_file(project))


def each_report_file(project: Project) -> Iterator[tuple[str, PageFile]]:
    """The same one after the other, for those who do not want to hold the texts of all."""
    for path in _markdown(project.reports):
        yield path.stem, _page_file(path.read_bytes())


def report_file(project: Project, name: str) -> PageFile | None:
    """The page of one report; None where there is none."""
    try:
        return _page_file(project.page(name).read_bytes())
    except OSError:
        return None


def _page_file(data: bytes) -> PageFile:
    try:
        return PageFile(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
    line = len(split_lines(f"{before}x"))
    try:
        return PageFile(read_source(data, "").text, line)
    except ValueError:
        return PageFile(data.decode("utf-8", "replace"), line)


def _markdown(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for path in sorted(folder.glob("*.md"), key=lambda path: path.name):
            if path.is_file() and path.name != INDEX and not path.name.startswith("."):
                yield path
