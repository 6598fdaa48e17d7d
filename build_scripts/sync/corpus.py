"""All report pages of a project together: each in sync with its report, then what goes from one to another.

Laws (tested over generated histories of a whole project): no line of English is lost over all pages together;
a second run changes nothing; English that a person wrote is never overwritten. The first is checked in every
run: where moving English between pages would break it, nothing is moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Article
from build_scripts.sync.faults import page_faults
from build_scripts.sync.merge import SyncResult, sync_page
from build_scripts.sync.moving import Gift, Move, gifts_of, plan_moves, with_moves
from build_scripts.sync.nodes import Page
from build_scripts.sync.page import english_lines, parse, write
from build_scripts.sync.suggesting import Offers, plan_offers, with_offers
from build_scripts.sync.text import line_end
from build_scripts.sync.titles import FIELDS


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its page: the ``name`` (ID), and the old ``page``, if there is one.

    ``source`` is the raw document as pages state it, ``path`` the page as diagnostics name it; ``page`` was
    parsed under that name.
    """

    name: str
    article: Article
    source: str
    path: str
    page: Page | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Texts(Mapping[str, str]):
    """The texts of ``pages``, each joined when it is asked for: nobody needs those of thousands at once."""

    pages: Mapping[str, Page]

    def __getitem__(self, name: str) -> str:
        return write(self.pages[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The ``pages`` as they must be, in the order of the reports.

    ``first`` is what must be written before anything else, so that a crash in between loses nothing: English
    is on its new page before it goes from the old one.
    """

    pages: Mapping[str, Page]
    first: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of the pages."""
        return Texts(self.pages)


def sync_corpus(reports: Sequence[Report], others: Mapping[str, Page], gone: Collection[str] = ()) -> Corpus:
    """Bring all pages up to date. Pure: writes nothing.

    Args:
        reports: the reports with their pages; no name is there twice.
        others: the pages without a report, which are read but stay as they are, by name.
        gone: those of them whose report is gone for good, and not only unreadable this time.
    """
    results = {report.name: _synced(report, report.page) for report in reports}
    given = {name: others[name] for name in sorted(gone) if not others[name].blocked}
    work = _moved({report.name: report for report in reports}, results, given)
    free = [name for name in results if not results[name].held]
    pages = {name: work.pages[name] for name in free}
    pages |= {name: others[name] for name in sorted(others) if not others[name].blocked}
    offers = plan_offers(pages, free, given)
    made = {name: result.page for name, result in results.items()}
    moves: dict[str, list[Move]] = {}
    for move in work.moves:
        moves.setdefault(move.receiver, []).append(move)
    diagnostics: list[Diagnostic] = []
    for report in reports:
        result, name = results[report.name], report.name
        if not result.held:
            made[name] = _offered(report.path, work.pages[name], offers.get(name, {}))
        if made[name] is result.page or write(made[name]) == result.text:
            diagnostics += result.diagnostics
        else:
            moved = _said(made[name], report.path, moves.get(name, ()))
            diagnostics += page_faults(made[name], report.path, result.edited, [*result.remarks, *moved])
    return Corpus(made, work.first, (*diagnostics, *work.faults))


def _offered(path: str, page: Page, offers: Offers) -> Page:
    """The page with its suggestions."""
    text = write(page)
    offered = with_offers(page, offers, line_end(text))
    if offered == text:
        return page
    new = parse(offered, path)
    # A suggestion must not come between people and their English.
    same = [unit.en for unit in new.units] == [unit.en for unit in page.units]
    return new if same and not _lines([page]) - _lines([new]) else page


def _synced(report: Report, page: Page | None) -> SyncResult:
    names = {"page_id": report.name, "path": report.path}
    old = None if page is None else write(page)
    return sync_page(old, report.article, source=report.source, parsed=page, **names)


@dataclass(slots=True)
class _Work:
    """The pages after English was moved between them."""

    pages: dict[str, Page]
    moves: Sequence[Move] = ()
    first: dict[str, str] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()


def _moved(
    reports: Mapping[str, Report], results: Mapping[str, SyncResult], gone: Mapping[str, Page]
) -> _Work:
    """Move English between the pages that are in sync."""
    free = {name: result.page for name, result in results.items() if not result.held}
    still = _Work(free)
    moves = plan_moves(free, gone)
    if not moves:
        return still
    givers = {name: gifts_of(free.get(name) or gone[name]) for name in {move.giver for move in moves}}
    gifts: dict[str, dict[str, Gift]] = {}
    released: dict[str, set[int]] = {}
    for move in moves:
        gifts.setdefault(move.receiver, {})[move.key] = givers[move.giver][move.place]
        if not move.copied:
            released.setdefault(move.giver, set()).add(move.place)
    work = _Work(dict(still.pages), moves)
    for name in sorted({*gifts, *released}):
        # Before a page gives anything away, what it receives must be safe, and so must all other gifts.
        steps = [places for places in ((), released.get(name, ())) if places or name in gifts]
        for places in steps:
            end = line_end(write(free[name]))
            text = with_moves(free[name], name, gifts.get(name, {}), places, end)
            again = _synced(reports[name], parse(text, reports[name].path))
            work.pages[name] = again.page
            if again.held:
                return _not_moved(still, reports[name].path, "a page could not be written")
            if not places:
                work.first[name] = again.text
    lost = _lines(free.values()) - _lines(work.pages.values())
    return _not_moved(still, reports[moves[0].receiver].path, next(iter(lost))) if lost else work


def _lines(pages: Collection[Page]) -> Counter[str]:
    lines = Counter(line for page in pages for line in english_lines(page.nodes))
    titles = (page.front.text(f"{key}_en") for page in pages for key in FIELDS)
    lines.update(title for title in titles if title)
    return lines


def _not_moved(still: _Work, path: str, line: str) -> _Work:
    still.faults = (Diagnostic(path, 0, "P007", f"no English was moved here: {line[:60]}"),)
    return still


def _said(page: Page, path: str, moves: Sequence[Move]) -> list[Diagnostic]:
    lines = {unit.zh_hash: unit.line for unit in page.live_units}
    found = []
    for move in moves:
        line = page.front.line(f"{move.key}_en") if move.key in FIELDS else lines[move.key]
        how = "was copied" if move.copied else "came"
        found.append(Diagnostic(path, line, "T007", f"the English {how} from {move.giver}, with its Chinese"))
    return found
