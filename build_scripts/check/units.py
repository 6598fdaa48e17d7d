"""All checks over the units of report pages, as diagnostics at their lines. The way into this package.

texts       page → what is checked
faults      Chinese + English of each text → faults; headings of a page, same English of all pages
exceptions  faults + what translators wrote → findings, unused exceptions
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.check.balance import balance_faults
from build_scripts.check.codes import OPEN_WORK
from build_scripts.check.exceptions import settle
from build_scripts.check.faults import Fault
from build_scripts.check.figures import compare_figures
from build_scripts.check.heading_case import first_letter, heading_faults, small_words
from build_scripts.check.kept import Basis, Kept, text_key
from build_scripts.check.lengths import length_faults
from build_scripts.check.originals import original_faults
from build_scripts.check.renderings import Renderings
from build_scripts.check.same_english import same_english
from build_scripts.check.terms import term_faults
from build_scripts.check.texts import Text, checked_texts
from build_scripts.check.typing_slips import slip_faults
from build_scripts.diagnostics import Diagnostic
from build_scripts.library import page_path
from build_scripts.processes import in_processes
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import count_statuses
from build_scripts.sync.nodes import Page

Faults = tuple[tuple[Fault, ...], ...]
"""What is wrong in each of the texts of a page by itself, in the order of the texts."""

_ENDLESS = 300
_ROW = re.compile(rf"[0-9A-Za-z,.*]{{{_ENDLESS}}}|[零〇一二三四五六七八九两十百千万亿]{{{_ENDLESS}}}")


def check_pages(
    pages: Mapping[str, Page],
    lexicon: Lexicon,
    kept: Kept | None = None,
    *,
    jobs: int = 1,
    tick: Callable[[], None] = lambda: None,
) -> tuple[Diagnostic, ...]:
    """Check the English of all pages, each by itself and against the others.

    Args:
        pages: the report pages by their identifier.
        lexicon: the glossary.
        kept: what an earlier run found, and what the next one may use; it does not change the result.
        jobs: processes to use; 0 stands for one per processor. The result does not depend on it.
        tick: called after each page, for a progress bar.

    Gives the findings by page and line. A unit without English, or with stale English, is passed over.
    """
    named = {page_path(name): page for name, page in sorted(pages.items())}
    checking = Checking(named, lexicon, kept)
    anew = [(checking.texts[path],) for path in checking.missing]
    made = in_processes(partial(faults_of, renderings=checking.renderings), anew, jobs)
    for path in named:
        checking.found(path, next(made) if path in checking.missing else None)
        tick()
    return checking.findings()


def check_page(page: Page, path: str, lexicon: Lexicon) -> tuple[Diagnostic, ...]:
    """Check one page by itself; ``path`` is its name in diagnostics."""
    checking = Checking({path: page}, lexicon)
    checking.found(path, faults_of(checking.texts[path], checking.renderings))
    return checking.findings()


class Checking:
    """The checks of some pages, apart from who does them where: what is known already, and what comes of it.

    ``texts`` are those of each page, by its path; ``missing`` are the pages with a text of which nothing is
    known. First :meth:`found` is told of each page, then :meth:`findings` has it all.
    """

    def __init__(self, pages: Mapping[str, Page], lexicon: Lexicon, kept: Kept | None = None) -> None:
        """``pages``: by their paths, in the order of the findings; ``kept``: as for :func:`check_pages`."""
        self._pages, self._lexicon, self._kept = pages, lexicon, kept
        self.renderings = Renderings.of(lexicon)
        self.texts = {path: tuple(checked_texts(page, path)) for path, page in pages.items()}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._faults: dict[str, Faults] = {}
        if kept:
            basis = Basis(self.renderings)
            self._keys = {
                path: tuple(text_key(text, basis) for text in row) for path, row in self.texts.items()
            }
            known = {path: tuple(kept.known(key) for key in keys) for path, keys in self._keys.items()}
            self._faults = {
                path: tuple(faults or () for faults in row) for path, row in known.items() if None not in row
            }
        self.missing = dict.fromkeys(path for path in pages if path not in self._faults)

    def found(self, path: str, faults: Faults | None) -> None:
        """What :func:`faults_of` found in the texts of a page; None for one that is not among the missing."""
        if faults is not None:
            self._faults[path] = faults
        if self._kept:
            for key, of_text in zip(self._keys[path], self._faults[path], strict=True):
                self._kept.keep(key, of_text)

    def findings(self) -> tuple[Diagnostic, ...]:
        """What was found in all pages, by page and line: in each by itself, and against the others."""
        return tuple(self._findings())

    def _findings(self) -> Iterator[Diagnostic]:
        small = small_words(term.explanation_en for term in self._lexicon.terms)
        same = dict(same_english(text for row in self.texts.values() for text in row))
        for path, page in self._pages.items():
            told = _page_findings(self.texts[path], self._faults[path], small, same, self._lexicon)
            found = [*_open_work(page, path), *told]
            yield from sorted(found, key=lambda at: (at.line, at.code))


def faults_of(row: Iterable[Text], renderings: Renderings) -> Faults:
    """What is wrong in each of the texts of a page by itself."""
    return tuple(tuple(text_faults(text, renderings)) for text in row)


def _page_findings(
    texts: Sequence[Text],
    by_itself: Faults,
    small: frozenset[str],
    same: Mapping[Text, Fault],
    lexicon: Lexicon,
) -> Iterator[Diagnostic]:
    headings = {text: text.en for text in texts if text.role == "heading"}
    others = (text.en for text in texts if text.role != "heading")
    cases = dict(heading_faults(headings, others, small)) if headings else {}
    for text, own in zip(texts, by_itself, strict=True):
        more = (cases.get(text), same.get(text))
        faults = [*own, *(fault for fault in more if fault)]
        for line, fault in settle(faults, text.exceptions, text.line):
            yield Diagnostic(text.path, line, fault.code, fault.message + _entry(fault, lexicon))


def _entry(fault: Fault, lexicon: Lexicon) -> str:
    """Where the entry that asks for it stands, if one does."""
    term = lexicon.by_id.get(fault.entry)
    return f" ({term.path}:{term.line})" if term else ""


def text_faults(text: Text, renderings: Renderings) -> Iterable[Fault]:
    """What is wrong in one text by itself."""
    if _is_text(text.zh, text.en):
        yield from compare_figures(text.zh, text.en)
    yield from term_faults(text.zh, text.en, renderings, brief=text.brief)
    yield from original_faults(text.en)
    yield from balance_faults(text.zh, text.en)
    yield from length_faults(text.zh, text.en, text.role)
    yield from slip_faults(text.zh, text.en, text.role)
    if text.role in ("title", "subtitle") and (fault := first_letter(text.en)):
        yield fault


def _is_text(zh: str, en: str) -> bool:
    """Whether both consist of words and figures of a length that words and figures have.

    A row of letters without end is no text (a picture in base64), and reading figures in it costs its square.
    """
    return len(max(en.split(), key=len, default="")) < _ENDLESS and not _ROW.search(zh)


def _open_work(page: Page, path: str) -> Iterator[Diagnostic]:
    """How much of a page is still to be done, if anything."""
    counts = count_statuses(page)
    todo, stale, orphans = (counts[kind] for kind in (Status.TODO, Status.STALE, Status.ORPHAN))
    if not (todo or stale or orphans):
        return
    texts = sum(counts.values()) - orphans
    parts = [f"{todo} {'has' if todo == 1 else 'have'} no English"] if todo else []
    parts += [f"{stale} {'is' if stale == 1 else 'are'} stale"] if stale else []
    message = f"of {texts} text{'' if texts == 1 else 's'} {' and '.join(parts)}" if parts else ""
    if orphans:
        message += f"{'; ' if message else ''}{orphans} orphan{'' if orphans == 1 else 's'}"
    yield Diagnostic(path, 0, OPEN_WORK.code, message)
