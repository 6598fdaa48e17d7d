"""All checks over the units of report pages, as diagnostics at their lines. The way into this package.

texts       page → what is checked
faults      Chinese + English of each text → faults; headings of a page, same English of all pages
exceptions  faults + what translators wrote → findings, unused exceptions
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.annotate.lexicon import Lexicon
from build_scripts.check.balance import balance_faults
from build_scripts.check.codes import OPEN_WORK
from build_scripts.check.exceptions import settle
from build_scripts.check.faults import Fault
from build_scripts.check.figures import compare_figures
from build_scripts.check.heading_case import first_letter, heading_faults, small_words
from build_scripts.check.kept import Kept
from build_scripts.check.lengths import length_faults
from build_scripts.check.originals import original_faults
from build_scripts.check.renderings import Renderings
from build_scripts.check.same_english import same_english
from build_scripts.check.terms import term_faults
from build_scripts.check.texts import Text, checked_texts
from build_scripts.check.typing_slips import slip_faults
from build_scripts.diagnostics import Diagnostic
from build_scripts.library import DOCS
from build_scripts.sync.marks import Status
from build_scripts.sync.merge import count_statuses
from build_scripts.sync.nodes import Page


def check_pages(
    pages: Mapping[str, Page], lexicon: Lexicon, kept: Kept | None = None
) -> tuple[Diagnostic, ...]:
    """Check the English of all pages, each by itself and against the others.

    Args:
        pages: the report pages by their identifier.
        lexicon: the glossary.
        kept: what an earlier run found; it does not change the result.

    Gives the findings by page and line. A unit without English, or with stale English, is passed over.
    """
    return _checked(
        {f"{DOCS}/reports/{name}.md": page for name, page in sorted(pages.items())}, lexicon, kept
    )


def check_page(page: Page, path: str, lexicon: Lexicon) -> tuple[Diagnostic, ...]:
    """Check one page by itself; ``path`` is its name in diagnostics."""
    return _checked({path: page}, lexicon)


_ENDLESS = 300
_ROW = re.compile(rf"[0-9A-Za-z,.*]{{{_ENDLESS}}}|[零〇一二三四五六七八九两十百千万亿]{{{_ENDLESS}}}")


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """What all texts are checked with."""

    renderings: Renderings
    small: frozenset[str]
    kept: Kept | None

    def faults(self, text: Text) -> Iterable[Fault]:
        """What is wrong in one text by itself, found now or before."""

        def find(text: Text) -> Iterable[Fault]:
            return text_faults(text, self.renderings)

        return self.kept.faults(text, find) if self.kept else find(text)


def _checked(pages: Mapping[str, Page], lexicon: Lexicon, kept: Kept | None = None) -> tuple[Diagnostic, ...]:
    small = small_words(term.explanation_en for term in lexicon.terms)
    knowledge = _Knowledge(Renderings.of(lexicon), small, kept)
    texts = {path: tuple(checked_texts(page, path)) for path, page in pages.items()}
    same: dict[tuple[str, str], Fault] = {}
    for text, fault in same_english(text for row in texts.values() for text in row):
        same[text.path, text.key] = fault
    found: list[Diagnostic] = []
    for path, page in pages.items():
        on_page = [*_open_work(page, path), *_page_findings(texts[path], knowledge, same)]
        found += sorted(on_page, key=lambda at: (at.line, at.code))
    return tuple(found)


def _page_findings(
    texts: tuple[Text, ...], knowledge: _Knowledge, same: Mapping[tuple[str, str], Fault]
) -> Iterator[Diagnostic]:
    headings = {text.key: text.en for text in texts if text.role == "heading"}
    others = (text.en for text in texts if text.role != "heading")
    cases = dict(heading_faults(headings, others, knowledge.small)) if headings else {}
    for text in texts:
        more = (cases.get(text.key), same.get((text.path, text.key)))
        faults = [*knowledge.faults(text), *(fault for fault in more if fault)]
        for line, fault in settle(faults, text.exceptions, text.line):
            yield Diagnostic(text.path, line, fault.code, fault.message)


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
