"""From the blocks of a document to its reports, each with its head, its pieces in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import chain, groupby
from pathlib import PurePosixPath

from build_scripts.clean.blocks import PROSE, Block, Draft, Kind, NumberStyle
from build_scripts.clean.headings import merge_headings
from build_scripts.clean.typography import publish
from build_scripts.model import Article, CleanDocument, Finding, Piece, Role, SourceText, Span
from build_scripts.offsets import first_offset
from build_scripts.split.boundaries import lend_headlines, split_reports
from build_scripts.split.facts import fill_facts
from build_scripts.split.head import Head, read_head
from build_scripts.split.moves import joined_spans, report_moves, report_set_lines
from build_scripts.split.picture_list import place_captions
from build_scripts.split.sections import after_head_first, order_sections
from build_scripts.split.slug import slug
from build_scripts.split.tail import settle_tail

_ROLES = {
    Kind.TEXT: Role.PARAGRAPH,
    Kind.ITEM: Role.LIST_ITEM,
    Kind.CAPTION: Role.CAPTION,
    Kind.TABLE: Role.PARAGRAPH,
    Kind.SHORT: Role.HEADING,
    Kind.DECK: Role.HEADING,
    Kind.HEADING: Role.HEADING,
    Kind.NUMBER: Role.HEADING,
    Kind.BYLINE: Role.METADATA,
    Kind.META: Role.METADATA,
}
MISSING_TITLE = "S002"
_LEAD = re.compile(r"[^。！？：:]{2,28}[。：:！？]")
_DEEPER = (NumberStyle.HAN_PAREN, NumberStyle.ARABIC_PAREN, NumberStyle.CIRCLED)


def split(source: SourceText, draft: Draft) -> CleanDocument:
    """The reports of a cleaned document, in its order.

    Args:
        source: the document.
        draft: what cleaning made of it; without blocks there is no report.
    """
    parts: list[tuple[Block, ...]] = []
    lent: list[Finding] = []
    for _, blocks in groupby(draft.blocks, key=lambda block: block.report):
        found, moved = lend_headlines(split_reports(tuple(blocks)))
        parts += found
        lent += moved
    said = joined_spans(draft.findings)
    reports = [_with_facts(*_article(blocks, said), source, alone=len(parts) == 1) for blocks in parts]
    several = [Finding("S001", f"{len(reports)} reports in this file", ())] if len(reports) > 1 else []
    findings = [*draft.findings, *several, *lent, *chain.from_iterable(found for _, found in reports)]
    return CleanDocument(
        source,
        _with_ids([article for article, _ in reports], source),
        tuple(sorted(draft.removed, key=lambda removal: first_offset(removal.spans))),
        tuple(sorted(findings, key=lambda finding: (first_offset(finding.spans), finding.code))),
    )


def _with_facts(
    article: Article, found: list[Finding], source: SourceText, *, alone: bool
) -> tuple[Article, list[Finding]]:
    """A report with what its web page says of it; a title from there answers the complaint of having none."""
    filled, given = fill_facts(article, source.facts, alone=alone)
    titled = bool(filled.title)
    return filled, [*(f for f in found if not (titled and f.code == MISSING_TITLE)), *given]


def _article(blocks: Sequence[Block], said: Set[tuple[Span, Span]]) -> tuple[Article, list[Finding]]:
    """One report of its blocks, without an identifier yet, and what was found beside the joins ``said``."""
    head = read_head(blocks)
    body, found = order_sections(merge_headings(settle_tail(after_head_first(head, blocks))))
    body, placed = place_captions(body)
    made = [*_head_pieces(head), *(_piece(block, _role(block)) for block in _around(head, body))]
    pieces = tuple(piece for piece, _ in made)
    if not head.title:
        found = (*found, Finding(MISSING_TITLE, "this report has no title", blocks[0].spans[:1]))
    repairs = chain.from_iterable(repairs for _, repairs in made)
    findings = [*report_moves(pieces, (*found, *placed)), *repairs, *report_set_lines(pieces, said)]
    title = next((piece.text for piece in pieces if piece.role is Role.TITLE), "")
    subtitle = " ".join(piece.text for piece in pieces if piece.role is Role.SUBTITLE)
    return Article("", title, subtitle, head.authors, head.date, head.publisher, pieces), findings


def _role(block: Block) -> Role:
    """What a block of the body is in the report: what a person says, else what its kind says."""
    return block.role or _ROLES.get(block.kind, Role.PARAGRAPH)


def _head_pieces(head: Head) -> list[tuple[Piece, list[Finding]]]:
    """The title, its lines joined by a space where no mark parts them, and the decks."""
    decks = [_piece(block, Role.SUBTITLE) for block in head.decks]
    if not head.title:
        return decks
    text = re.sub(r"(?<=[，、：]) ", "", " ".join(line.text for line in head.title))
    spans = tuple(span for line in head.title for span in line.spans)
    repairs = tuple(repair for line in head.title for repair in line.repairs)
    return [_piece(replace(head.title[0], text=text, spans=spans, repairs=repairs), Role.TITLE), *decks]


def _around(head: Head, body: Sequence[Block]) -> tuple[Block, ...]:
    """The body between the metadata above it and below it: editors and dates at the foot stay there."""
    last = max((block.line for block in body if block.kind in PROSE), default=0)
    above = (block for block in head.metadata if block.line < last)
    below = (block for block in head.metadata if block.line >= last)
    return (*above, *body, *below)


def _piece(block: Block, role: Role) -> tuple[Piece, list[Finding]]:
    """A block as a kept piece, its text in published form, and a finding for each kind of repair."""
    keep_spaces = role not in (Role.PARAGRAPH, Role.LIST_ITEM) or block.kind is Kind.TABLE
    shown = publish(block.text, keep_spaces=keep_spaces)
    findings = []
    counts: dict[tuple[str, str], int] = {}
    for repair in (*block.repairs, *shown.repairs):
        kind = repair.code, repair.note
        counts[kind] = counts.get(kind, 0) + repair.count
    for (code, note), count in counts.items():
        times = f" ({count}×)" if count > 1 else ""
        findings.append(Finding(code, note + times, block.spans))
    flags = set(block.flags)
    if role is Role.HEADING:
        flags.add(f"level-{_heading_level(block)}")
    if role is Role.LIST_ITEM and (lead := _LEAD.match(shown.text)) and lead.end() < len(shown.text):
        flags.add(f"lead-{lead.end()}")
    return Piece(role, shown.text, block.spans, tuple(sorted(flags))), findings


def _heading_level(block: Block) -> int:
    """The level of a heading on the page, from 2 to 4: by its ``#``, else by the style of its number."""
    if block.level:
        return min(4, max(2, block.level - 1))
    return 3 if block.number and block.number.style in _DEEPER else 2


def _with_ids(articles: Sequence[Article], source: SourceText) -> tuple[Article, ...]:
    """Articles with readable identifiers, unique within the document."""
    used: dict[str, int] = {}
    named = []
    for article in articles:
        base = slug(article.title) or slug(PurePosixPath(source.path).stem) or "report"
        used[base] = used.get(base, 0) + 1
        identifier = base if used[base] == 1 else f"{base}-{used[base]}"
        named.append(replace(article, id=identifier))
    return tuple(named)
