"""The order of the cleaning rules, from a source to its reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from build_scripts.clean.blocks import Block, Draft, Kind, NumberStyle, han_count
from build_scripts.clean.classify import classify, visible
from build_scripts.clean.rules.broken_paragraph import join_broken
from build_scripts.clean.rules.distant_half import join_distant
from build_scripts.clean.rules.duplicate import drop_duplicates
from build_scripts.clean.rules.gap import mark_gaps
from build_scripts.clean.rules.unknown_division import CODE as UNKNOWN_DIVISION
from build_scripts.clean.rules.unknown_division import doubtful_divisions
from build_scripts.clean.typography import publish
from build_scripts.model import Article, CleanDocument, Finding, Piece, Role, SourceText
from build_scripts.offsets import check_accounts, first_offset, text_of
from build_scripts.split.boundaries import lend_headlines, split_reports
from build_scripts.split.head import Head, read_head
from build_scripts.split.sections import after_head_first, attach_numbers, merge_headings, order_sections
from build_scripts.split.slug import slug
from build_scripts.split.tail import settle_tail

# Fewer Han characters than this in a whole document make no report: a navigation page, a foreign text.
_FEWEST_HAN = 20

_ROLES = {
    Kind.TEXT: Role.PARAGRAPH,
    Kind.ITEM: Role.LIST_ITEM,
    Kind.CAPTION: Role.CAPTION,
    Kind.TABLE: Role.PARAGRAPH,
    Kind.SHORT: Role.HEADING,
    Kind.DECK: Role.HEADING,
    Kind.HEADING: Role.HEADING,
    Kind.NUMBER: Role.HEADING,
}
_LEAD = re.compile(r"[^。！？：:]{2,28}[。：:！？]")


def clean(source: SourceText) -> CleanDocument:
    """Clean one document.

    Returns:
        Its reports in the order of the document, what was removed and what was found. Law 1 holds.

    Raises:
        AccountError: a rule lost or doubled characters; a fault of the program, never of the document.
    """
    draft = classify(source)
    draft = drop_furniture(draft)
    if han_count(source.text) < _FEWEST_HAN:
        document = _no_report(source, draft)
    else:
        draft = drop_duplicates(draft)
        draft = attach_numbers(draft)
        draft = join_broken(draft)
        draft = join_distant(draft)
        draft = mark_gaps(draft)
        document = _assemble(source, draft)
    check_accounts(document)
    return document


def drop_furniture(draft: Draft) -> Draft:
    """The draft without the lines that were judged to belong to the page and not to the report."""
    for verdict in dict.fromkeys(block.verdict for block in draft.blocks if block.verdict):
        draft = draft.remove([block for block in draft.blocks if block.verdict == verdict], *verdict)
    return draft


def _no_report(source: SourceText, draft: Draft) -> CleanDocument:
    """A document without a Chinese report in it: all is removed, and said."""
    code = "C004" if draft.blocks or draft.removed else "C002"
    message = (
        "no Chinese report in this document" if code == "C004" else "the file holds nothing but white space"
    )
    draft = draft.remove(draft.blocks, "not_chinese", "C009")
    return CleanDocument(source, (), draft.removed, (*draft.findings, Finding(code, message, ())))


def _assemble(source: SourceText, draft: Draft) -> CleanDocument:
    """Split the blocks into reports and give each its form."""
    reports = lend_headlines(split_reports(draft.blocks))
    findings = list(draft.findings)
    if len(reports) > 1:
        findings.append(Finding("S001", f"{len(reports)} reports in this file", ()))
    articles: list[Article] = []
    for blocks in reports:
        article, found = _article(source, blocks)
        findings += found
        articles.append(article)
    findings += _invisible(source, articles)
    findings += _doubtful(source)
    removed = tuple(sorted(draft.removed, key=lambda removal: first_offset(removal.spans)))
    findings.sort(key=lambda finding: (first_offset(finding.spans), finding.code))
    return CleanDocument(source, _with_ids(articles, source), removed, tuple(findings))


def _article(source: SourceText, blocks: Sequence[Block]) -> tuple[Article, list[Finding]]:
    """One report of its blocks, and what was found on the way."""
    head = read_head(blocks)
    body, found = order_sections(merge_headings(settle_tail(after_head_first(head, blocks))))
    findings = list(found)
    pieces: list[Piece] = []
    for role, lines in (
        (Role.TITLE, [head.title] if head.title else []),
        (Role.SUBTITLE, [(b,) for b in head.decks]),
    ):
        for group in lines:
            pieces.append(_piece(source, _line_of(group), role, findings))
    last = max((block.line for block in body if block.kind in (Kind.TEXT, Kind.ITEM)), default=0)
    above = [block for block in head.metadata if block.line < last]
    below = [block for block in head.metadata if block.line >= last]
    # Editors and dates below the body stay there.
    for block in (*above, *body, *below):
        pieces.append(_piece(source, block, _ROLES.get(block.kind, Role.METADATA), findings))
    title = next((piece.text for piece in pieces if piece.role is Role.TITLE), "")
    subtitle = " ".join(piece.text for piece in pieces if piece.role is Role.SUBTITLE)
    findings += _head_findings(head, blocks)
    return Article("", title, subtitle, head.authors, head.date, head.publisher, tuple(pieces)), findings


def _line_of(lines: Sequence[Block]) -> Block:
    """Title lines as one block, a space between them."""
    text = " ".join(line.text for line in lines)
    return replace(lines[0], text=text, spans=tuple(span for line in lines for span in line.spans))


def _piece(source: SourceText, block: Block, role: Role, findings: list[Finding]) -> Piece:
    """A block as a kept piece: its text in published form, its repairs reported."""
    keep_spaces = role not in (Role.PARAGRAPH, Role.LIST_ITEM) or block.kind is Kind.TABLE
    shown = publish(block.text, keep_spaces=keep_spaces)
    for repair in shown.repairs:
        times = f" ({repair.count}×)" if repair.count > 1 else ""
        findings.append(Finding(repair.code, repair.note + times, block.spans[:1]))
    flags = set(block.flags)
    if role is Role.HEADING:
        flags.add(f"level-{_heading_level(block)}")
    if role is Role.LIST_ITEM and (lead := _LEAD.match(shown.text)) and lead.end() < len(shown.text):
        flags.add(f"lead-{lead.end()}")
    return Piece(role, shown.text, block.spans, tuple(sorted(flags)))


_DEEPER = (NumberStyle.HAN_PAREN, NumberStyle.ARABIC_PAREN)


def _heading_level(block: Block) -> int:
    """The level of a heading on the page, from 2 to 4: by its ``#``, else by the style of its number."""
    if block.level:
        return min(4, max(2, block.level - 1))
    return 3 if block.number and block.number.style in _DEEPER else 2


def _head_findings(head: Head, blocks: Sequence[Block]) -> list[Finding]:
    """What is to be said of the head: it is missing, or stood in the wrong place."""
    first = blocks[0].spans[:1]
    if not head.title:
        return [Finding("S002", "this report has no title", first)]
    prose = [block for block in blocks if block.kind in (Kind.TEXT, Kind.ITEM)]
    if prose and head.title[0].line > prose[0].line:
        message = (
            f"the headline “{head.title[0].text}” stood after the beginning of the body; moved to the head"
        )
        return [Finding("S003", message, head.title[0].spans[:1])]
    return []


def _invisible(source: SourceText, articles: Sequence[Article]) -> list[Finding]:
    """Pieces with control, zero-width or private-use characters, which the published text leaves out."""
    findings = []
    for piece in (piece for article in articles for piece in article.pieces):
        raw = text_of(source.text, piece.spans)
        if (count := len(raw) - len(visible(raw))) > 0:
            findings.append(
                Finding("C006", f"{count} invisible or control characters left out", piece.spans[:1])
            )
    return findings


def _doubtful(source: SourceText) -> list[Finding]:
    """Names of places that do not exist and look like one that does: reported, never changed."""
    findings = []
    for name, division, parent, offsets in doubtful_divisions(source.text):
        message = (
            f"“{name}” is no administrative division; it looks like {division} of {parent}, which this text "
            f"names ({len(offsets)}×); not changed"
        )
        findings.append(Finding(UNKNOWN_DIVISION, message, tuple((at, at + len(name)) for at in offsets)))
    return findings


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
