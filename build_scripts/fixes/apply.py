"""Corrections carried out: before the rules where these profit from them, on the finished pieces where not.

What is removed, replaced and split changes the text that the rules read, as if a person had edited the raw
document; what is kept, joined or given a role is said to the rules (:mod:`build_scripts.clean.told`). Order
and what is ignored come last. Every offset of the result is one of the raw document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_scripts.clean.cleaning import clean
from build_scripts.clean.told import Told, Word
from build_scripts.diagnostics import Diagnostic
from build_scripts.edits import Edit, EditedText, deletions
from build_scripts.fixes.codes import APPLIED, JOINED, MOVED, REMOVED, UNFULFILLED
from build_scripts.fixes.holding import holds, pieces_at
from build_scripts.fixes.model import Action, Fix, Fixes
from build_scripts.fixes.ordering import is_in_order, reordered
from build_scripts.fixes.quoting import Target, find_targets
from build_scripts.fixes.settling import confirmed, ignoring, printed_as_told
from build_scripts.model import Article, CleanDocument, Finding, Removal, SourceText, Span
from build_scripts.offsets import ends_of, first_offset, opens_line, solid, text_of, touches
from build_scripts.split.articles import split

REASON = "correction"
_CODES = {Action.JOIN: JOINED, Action.ORDER: MOVED, Action.REMOVE: REMOVED}
_EMPTY, _NO_REPORT = "C002", "C004"


@dataclass(frozen=True, slots=True)
class Corrected:
    """A cleaned document with a person's corrections in it.

    ``applied`` are those that the result shows; ``idle`` of them each ignore that met no finding;
    ``faults`` says why the others were not followed.
    """

    document: CleanDocument
    applied: tuple[Fix, ...] = ()
    idle: frozenset[Fix] = frozenset()
    faults: tuple[Diagnostic, ...] = ()


def apply_fixes(source: SourceText, fixes: Fixes) -> Corrected:
    """Clean and split a document with a person's corrections.

    Law (tested): whatever the corrections, Law 1 holds, and each of them either shows in the result or is
    reported with its line.
    """
    if not fixes.fixes:
        return Corrected(split(source, clean(source)))
    targets, faults = find_targets(fixes, source)
    document = _cleaned(source, targets)
    obeyed = [target for target in targets if holds(target, document)]
    document, moved = reordered(document, [t for t in obeyed if t.fix.action is Action.ORDER])
    obeyed = [
        t
        for t in obeyed
        if t.fix.action is not Action.ORDER or (t in moved and is_in_order(t, moved, document))
    ]
    faults += tuple(_unfulfilled(fixes.path, target, targets) for target in targets if target not in obeyed)
    document = confirmed(document, obeyed)
    document, idle = ignoring(document, [t for t in obeyed if t.fix.action is Action.IGNORE])
    return Corrected(
        _told_of(document, obeyed),
        tuple(target.fix for target in obeyed),
        frozenset(idle),
        tuple(sorted(faults, key=lambda fault: fault.line)),
    )


def _cleaned(source: SourceText, targets: Sequence[Target]) -> CleanDocument:
    """The document, cleaned as its edited text and told of in raw offsets."""
    edited = EditedText(source.text, _edits(source.text, targets))
    hints = ((hint, edited.seen(hint.span)) for hint in source.hints)
    read = replace(
        source,
        text=edited.text,
        hints=tuple(replace(hint, span=span) for hint, span in hints if span),
        file_lines=(),
        findings=(),
    )
    document = split(read, clean(read, _told(source.text, targets, edited)))
    replaced = [(t.span, t.fix.other) for t in targets if t.fix.action is Action.REPLACE and t.span]
    document = printed_as_told(document, [(edited.seen(span), other) for span, other in replaced])
    return _with_removals(_in_raw_offsets(document, source, edited), targets)


def _edits(text: str, targets: Sequence[Target]) -> list[Edit]:
    """What the rules read otherwise than it stands."""
    removed = [t.span for t in targets if t.fix.action is Action.REMOVE and t.span]
    edits = list(deletions(text, removed))
    edits += [Edit(t.span, t.fix.other) for t in targets if t.fix.action is Action.REPLACE and t.span]
    cuts = {cut[0] for t in targets if (cut := _cut(t, text)) and not opens_line(text, cut[0])}
    return edits + [Edit((cut, cut), "\n") for cut in sorted(cuts)]


def _cut(target: Target, text: str) -> Span | None:
    """The text before which a line must end: of a new paragraph, or of a second half."""
    if target.fix.action is Action.SPLIT:
        return target.span
    if target.fix.action is Action.JOIN and not _on_one_line(target, text):
        return target.other
    return None


def _on_one_line(target: Target, text: str) -> bool:
    """Whether the halves of a join follow each other on one line."""
    if not target.span or not target.other or target.other[0] < target.span[0]:
        return False
    return len(text_of(text, ((target.span[0], target.other[1]),)).splitlines()) == 1


def _told(text: str, targets: Sequence[Target], edited: EditedText) -> Told:
    """What the corrections say of lines, in offsets of the edited text."""
    words: list[Word] = []
    joins: list[tuple[Span, Span, str]] = []
    for target in targets:
        fix = target.fix
        span = edited.seen(target.span) if target.span else None
        other = edited.seen(target.other) if target.other else None
        if span is None:
            continue
        match fix.action:
            case Action.KEEP | Action.ROLE:
                words.append(Word(span, held=True, role=fix.role))
            case Action.SPLIT:
                words.append(Word(span, starts=True, opens=fix.report))
            case Action.ORDER if other:
                words += [Word(span, held=True), Word(other, held=True)]
            case Action.JOIN if other:
                half = _cut(target, text) is not None
                words += [Word(span, held=True), Word(other, held=True, half=half)]
                joins.append((ends_of(span)[1], ends_of(other)[0], fix.reason))
            case _:
                pass
    return Told(tuple(words), tuple(joins))


def _in_raw_offsets(document: CleanDocument, source: SourceText, edited: EditedText) -> CleanDocument:
    """A document that was cleaned as edited text, as one of its source."""

    def article(of: Article) -> Article:
        return replace(of, pieces=tuple(replace(piece, spans=edited.raw(piece.spans)) for piece in of.pieces))

    removed = []
    for removal in document.removed:
        spans = edited.raw(removal.spans)
        removed.append(replace(removal, spans=spans, text=text_of(source.text, spans)))
    findings = (replace(found, spans=edited.raw(found.spans)) for found in document.findings)
    articles = tuple(map(article, document.articles))
    return CleanDocument(source, articles, tuple(removed), (*source.findings, *findings))


def _with_removals(document: CleanDocument, targets: Sequence[Target]) -> CleanDocument:
    """The document with what corrections removed in its account."""
    text = document.source.text
    spans = [t.span for t in targets if t.fix.action is Action.REMOVE and t.span]
    if not spans:
        return document
    removed = [*document.removed, *(Removal(REASON, REMOVED, text_of(text, (s,)), (s,)) for s in spans)]
    findings = [
        replace(found, code=_NO_REPORT, message="corrections remove all of this document")
        if found.code == _EMPTY
        else found
        for found in document.findings
    ]
    return replace(
        document,
        removed=tuple(sorted(removed, key=lambda removal: first_offset(removal.spans))),
        findings=tuple(findings),
    )


def _told_of(document: CleanDocument, obeyed: Iterable[Target]) -> CleanDocument:
    """The document with a finding for each correction that was applied, which gives its reason."""
    text = document.source.text
    notes = []
    for target in obeyed:
        code = _CODES.get(target.fix.action, APPLIED)
        message = f"{target.fix.action} by a person: {target.fix.reason}"
        spans = solid(text, target.spans)
        if target.fix.action is Action.ORDER and target.span:
            spans = tuple(span for _, piece in pieces_at(target.span, document) for span in piece.spans)
        told = any(found.code == JOINED and found.message == message for found in document.findings)
        if code != JOINED or not told:
            # Where the rules had joined the halves already, or no line end parts them, nothing is said yet.
            notes.append(Finding(code, message, spans, 1.0 if code in (JOINED, MOVED) else None))
    findings = sorted((*document.findings, *notes), key=lambda found: (first_offset(found.spans), found.code))
    return replace(document, findings=tuple(findings))


def _unfulfilled(path: str, target: Target, targets: Sequence[Target]) -> Diagnostic:
    """The error of a correction that the result does not show, with the one it likely contradicts."""
    rivals = [
        other.fix.line
        for other in targets
        if other is not target and any(touches(a, b) for a in target.spans for b in other.spans)
    ]
    if target.fix.action is Action.ORDER and not rivals:
        why = "a piece cannot stand beside itself, and a title stays at the head"
    elif target.fix.action is Action.JOIN and not rivals:
        why = "the halves stand in one line or paragraph, in the other order; split it there as well"
    elif rivals:
        why = f"it contradicts the correction on line {', '.join(map(str, rivals))}"
    else:
        why = "another correction or a rule stands against it; please report it with the document"
    return Diagnostic(path, target.fix.line, UNFULFILLED, f"{target.fix.action} is not followed: {why}")
