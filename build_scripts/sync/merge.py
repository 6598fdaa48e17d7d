"""An article and its old page become the new page: Chinese refreshed, English kept (Law 2).

Laws: no line of English is lost; ``sync_page`` of its own result changes nothing; English that a person
wrote is never overwritten. The first is checked in every run: a page that would break it is not written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_scripts.diagnostics import Diagnostic
from build_scripts.library import page_path
from build_scripts.model import Article
from build_scripts.sync.body import Block, body_blocks
from build_scripts.sync.faults import mark_faults, page_faults
from build_scripts.sync.front import FrontMatter, Value, handwritten, with_values
from build_scripts.sync.layout import read_layout, write_layout, write_page
from build_scripts.sync.marks import Status
from build_scripts.sync.matching import Old, match_units
from build_scripts.sync.page import Page, Unit, english_lines, parse, status, write
from build_scripts.sync.text import line_end, one_line, zh_hash
from build_scripts.sync.titles import FIELDS, title_status, title_values
from build_scripts.sync.units import new_unit, numbered, orphaned, own_chinese, refreshed

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class SyncResult:
    """The new text of a page as a ``page``, and what was found.

    ``held`` if a fault kept the page from being written. ``remarks`` are those of the diagnostics that only
    the old page shows; ``edited`` counts from 0 the live units whose Chinese somebody had touched.
    """

    page: Page
    diagnostics: tuple[Diagnostic, ...]
    changed: bool
    held: bool = False
    remarks: tuple[Diagnostic, ...] = ()
    edited: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The new text, joined when it is asked for: both forms of thousands of pages fill the memory."""
        return write(self.page)

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many texts of the page have which status."""
        return count_statuses(self.page)


def sync_page(
    old: str | None,
    article: Article,
    *,
    source: str,
    page_id: str | None = None,
    path: str | None = None,
    parsed: Page | None = None,
) -> SyncResult:
    """Bring a page up to date with its article. Pure: writes nothing.

    Args:
        old: the text of the page; None or empty if there is none yet.
        article: the report as the source has it now.
        source: the name of the raw document, for the front matter.
        page_id: the ID of the page, its file's stem; without it the one in the old page's front matter,
            then the article's.
        path: the name of the page in diagnostics; without it docs/reports/ID.md.
        parsed: what :func:`parse` made of ``old`` and ``path``, where somebody has it. A page that stays as
            it is is this very value then: of thousands of pages this spares time and memory.

    A page with a merge conflict or an unreadable front matter comes back as it is, with the error.
    """
    page = parse(old or "", path or "") if parsed is None else parsed
    name = page_id or (page.front.text("id") if _ID.fullmatch(page.front.text("id")) else article.id)
    place = path if path is not None else page_path(name)
    if page.blocked:
        return _untouched(page, place)
    end = line_end(old or "\n")
    values = _front_values(page.front, article, name, source)
    front = with_values(page.front, values, end)
    if front is None:
        return _untouched(page, place, _unwritable(page.front, values, place))
    merged = _merged(page, body_blocks(article), name, end)
    text = write_page(front.raw, merged.text, end)
    new = page if text == old and path is not None else parse(text, place)
    lost = Counter(english_lines(page.nodes)) - Counter(english_lines(new.nodes))
    if lost or write(new) != text:
        line = next(iter(lost), "")
        return _untouched(page, place, Diagnostic(place, 0, "P007", f"not written: {line[:60]}"))
    remarks = mark_faults(page.front, place)
    found = page_faults(new, place, merged.edited, remarks)
    edited = tuple(merged.edited)
    return SyncResult(new, found, text != (old or ""), remarks=remarks, edited=edited)


def count_statuses(page: Page) -> dict[Status, int]:
    """How many English texts of the page have which status: its units, its title, its subtitle."""
    found = Counter(status(unit) for unit in page.units)
    found.update(title_status(page.front, key) for key in FIELDS if page.front.text(key))
    return {kind: found[kind] for kind in Status}


def _untouched(page: Page, path: str, *more: Diagnostic) -> SyncResult:
    found = (*(replace(diagnostic, path=path) for diagnostic in page.diagnostics), *more)
    return SyncResult(page, found, changed=False, held=True)


def _unwritable(front: FrontMatter, values: Mapping[str, Value], path: str) -> Diagnostic:
    key, line = handwritten(front, values) or ("", 1)
    message = f"{key} must change and goes over several lines, in which somebody may have written"
    return Diagnostic(path, line, "P003", message if key else "a value is written in an unusual way")


def _front_values(front: FrontMatter, article: Article, name: str, source: str) -> dict[str, Value]:
    values: dict[str, Value] = {"id": name, "source": one_line(source)}
    values |= title_values(front, "title", article.title)
    values |= title_values(front, "subtitle", article.subtitle)
    values["authors"] = tuple(one_line(author) for author in article.authors) or None
    values["publisher"] = one_line(article.publisher or "") or None
    values["date"] = one_line(article.date or "") or None
    return values


@dataclass(slots=True)
class _Merged:
    """The new body of a page; ``edited`` counts from 0 the live units whose Chinese somebody had touched."""

    text: str = ""
    edited: list[int] = field(default_factory=list)


def _merged(page: Page, blocks: Sequence[Block], name: str, end: str) -> _Merged:
    layout = read_layout(page.nodes)
    olds = [_old(group.unit, group.orphan) for group in layout.groups]
    pairs = match_units(olds, blocks)
    merged, live, orphans = _Merged(), [], []
    seen: dict[str, int] = {}
    for number, (block, place) in enumerate(zip(blocks, pairs, strict=True)):
        unique = numbered(block.zh.hash, seen)
        if place is None:
            live.append(new_unit(block, unique, end))
            continue
        group = layout.groups[place]
        if not group.unit.authentic and group.unit.zh != block.zh.text:
            merged.edited.append(number)
        live += [refreshed(group.unit, block, unique, end), *group.notes]
    used = {place for place in pairs if place is not None}
    for place, (group, before) in enumerate(zip(layout.groups, olds, strict=True)):
        # Without English there is nothing to keep, unless a note or an exception hangs on it.
        if place in used or not (before.kept or group.notes or group.unit.exceptions):
            continue
        unique = numbered(_orphan_hash(before), seen)
        orphans += [orphaned(group.unit, unique, end), *group.notes]
    merged.text = write_layout(layout, live, orphans, name, end)
    return merged


def _old(unit: Unit, orphan: bool) -> Old:
    clean, written = own_chinese(unit, "")
    edited = any(offer.edited for offer in unit.suggestions)
    return Old(unit, orphan, bool(unit.en or written) or edited, clean)


def _orphan_hash(old: Old) -> str:
    return old.unit.base_hash if old.unit.authentic else zh_hash(old.clean)
